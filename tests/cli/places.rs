//! Where programs come from: folders, standard input, packed files.

#[path = "addresses.rs"]
mod addresses;

use super::*;

const EVENT: &str = "title = 'Our day'\ndate = 2027-05-14\n[[agenda]]\ntitle = 'Opening'\n";

#[test]
fn a_folder_is_listed_by_date() {
    let folder = Folder::new("list");
    folder.file("b.toml", EVENT).file("a.toml", "title = 'Some day'\nvenue = { city = 'Osh' }\n");
    folder.file("c.toml", "title = 'Before'\ndate = 2023-12-01\n").file("Cargo.toml", "[package]\n");
    let list = "Before\n  Fri 1 Dec 2023 · ./c.toml\nOur day\n  Fri 14 May 2027 · 1 session · ./b.toml\n\
        Some day\n  Osh · ./a.toml\n";
    check(&folder.kurultai(&["."]), list, "1 other file\n", 0);
    let two = folder.kurultai(&["a.toml", "gone.toml"]);
    check(&two, "Some day\n  Osh · a.toml\n", "gone.toml: there is no such file.\n", 2);
}

#[test]
fn without_arguments_the_events_beside_are_listed() {
    let folder = Folder::new("beside");
    let nothing = "There are no events here. An event is a TOML file with a title, or a schedule that a conference \
        publishes: `kurultai FILE` opens one, `kurultai FOLDER` lists those in a folder.\n";
    check(&folder.kurultai(&[]), "", nothing, 2);
    fs::create_dir(folder.0.join("events")).expect("a folder");
    folder.file("events/day.toml", EVENT);
    check(&folder.kurultai(&[]), "Our day\n  Fri 14 May 2027 · 1 session · events/day.toml\n", "", 0);
}

#[test]
fn standard_input_is_a_dash() {
    let folder = Folder::new("stdin");
    let said = |arguments: &[&str], bytes: &[u8]| {
        let mut command = command(arguments);
        command.current_dir(&folder.0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        child.stdin.take().expect("a pipe").write_all(bytes).expect("it reads");
        Said::from(child.wait_with_output().expect("it ends"))
    };
    check(&said(&["show", "-"], b"title = 'A'"), "A\n", "", 0);
    check(&said(&["-"], b"title = 'A'"), "A\n", "", 0);
    assert!(said(&["check", "-"], b"titel = 'A'").out.starts_with("<stdin>:1:1: "));
}

#[test]
fn a_packed_file_is_unpacked() {
    let folder = Folder::new("gzip");
    // What `printf "title = 'A'" | gzip -n` writes.
    let packed = [
        0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0x2b, 0xc9, 0x2c, 0xc9, 0x49, 0x55, 0xb0, 0x55, 0x50, 0x77,
        0x54, 0x07, 0x00, 0x3d, 0xb6, 0x4e, 0x74, 0x0b, 0, 0, 0,
    ];
    folder.file("day.toml.gz", packed);
    check(&folder.kurultai(&["show", "day.toml.gz"]), "A\n", "", 0);
    folder.file("half.gz", &packed[..24]);
    check(&folder.kurultai(&["show", "half.gz"]), "A\n", "", 0);
    folder.file("none.gz", &packed[..5]);
    assert_eq!(folder.kurultai(&["show", "none.gz"]).code, Some(2), "nothing of it can be read");
}
