//! The sources of schedules: folders, standard input, compressed files.

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
    check(&two, "Some day\n  Osh · a.toml\n", "gone.toml: no such file.\n", 2);
}

#[test]
fn without_arguments_the_events_beside_are_listed() {
    let folder = Folder::new("beside");
    let nothing = "No events here. An event is a TOML file with a title, or a schedule published by a conference: `kurultai FILE` opens one, `kurultai FOLDER` lists those in a folder.\n";
    check(&folder.kurultai(&[]), "", nothing, 2);
    fs::create_dir(folder.0.join("events")).expect("a folder");
    folder.file("events/day.toml", EVENT);
    check(&folder.kurultai(&[]), "Our day\n  Fri 14 May 2027 · 1 session · events/day.toml\n", "", 0);
}

#[test]
fn standard_input_is_a_dash() {
    let folder = Folder::new("stdin");
    let run = |arguments: &[&str], bytes: &[u8]| {
        let mut command = command(arguments);
        command.current_dir(&folder.0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        child.stdin.take().expect("a pipe").write_all(bytes).expect("it reads");
        RunOutput::from(child.wait_with_output().expect("it ends"))
    };
    check(&run(&["show", "-"], b"title = 'A'"), "A\n", "", 0);
    check(&run(&["-"], b"title = 'A'"), "A\n", "", 0);
    assert!(run(&["check", "-"], b"titel = 'A'").out.starts_with("<stdin>:1:1: "));
}

#[test]
fn a_packed_file_is_unpacked() {
    let folder = Folder::new("gzip");
    // The output of `printf "title = 'A'" | gzip -n`.
    let packed = [
        0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0x2b, 0xc9, 0x2c, 0xc9, 0x49, 0x55, 0xb0, 0x55, 0x50, 0x77,
        0x54, 0x07, 0x00, 0x3d, 0xb6, 0x4e, 0x74, 0x0b, 0, 0, 0,
    ];
    folder.file("day.toml.gz", packed);
    check(&folder.kurultai(&["show", "day.toml.gz"]), "A\n", "", 0);
    folder.file("half.gz", &packed[..24]);
    let note = "half.gz: 1 problem in this file; `kurultai check` shows it.\n";
    check(&folder.kurultai(&["show", "half.gz"]), "A\n", note, 0);
    folder.file("none.gz", &packed[..5]);
    assert_eq!(folder.kurultai(&["show", "none.gz"]).code, Some(2), "nothing of it can be read");
}

#[test]
fn a_packed_file_that_is_cut_off_is_reported() {
    use flate2::{Compression, write::GzEncoder};
    let folder = Folder::new("gzip-cut");
    let pack = |text: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::none());
        encoder.write_all(text.as_bytes()).expect("memory takes it");
        encoder.finish().expect("memory takes it")
    };
    let toml =
        "title = 'T'\ndate = 2025-02-01\nagenda = []\n[[agenda]]\ntitle = 'A'\n[[agenda]]\ntitle = 'B'\n";
    let toml = toml.replace("agenda = []\n", "language = 'en'\n");
    let ics = "BEGIN:VCALENDAR\nX-WR-CALNAME:T\nX-WR-TIMEZONE:Europe/Oslo\nBEGIN:VEVENT\nUID:1\nSUMMARY:A\nDTSTART:20250201T100000\n\
               DTEND:20250201T110000\nEND:VEVENT\nEND:VCALENDAR\n";
    let reports = |name: &str, bytes: &[u8]| {
        folder.file(name, bytes);
        let out = folder.kurultai(&["check", name]).out;
        let is_of_archive = |line: &&str| line.contains("bad-archive");
        out.lines().filter(is_of_archive).map(str::to_owned).collect::<Vec<_>>()
    };
    let sentence =
        "error[bad-archive]: The compressed file is cut off or damaged; what could be unpacked is shown.";
    let check = |name: &str, bytes: &[u8], is_reported: bool| {
        let reports = reports(name, bytes);
        assert_eq!(reports.len(), usize::from(is_reported), "{name}: {reports:?}");
        assert!(reports.iter().all(|line| line.ends_with(sentence)), "{reports:?}");
    };
    for (name, text) in [("a.toml.gz", &*toml), ("a.ics.gz", ics)] {
        let packed = pack(text);
        // The text is in one uncompressed block, followed by 8 bytes.
        let end_of_text = packed.len() - 8;
        check(name, &packed, false);
        check(name, &[&packed[..], &packed[..]].concat(), false);
        for missing in [1, 4, 8] {
            check(name, &packed[..packed.len() - missing], true);
        }
        let line_end = text[..text.len() - 1].rfind('\n').map(|at| text.len() - 1 - at);
        check(name, &packed[..end_of_text - line_end.expect("several lines")], true);
        let mut damaged = packed.clone();
        damaged[end_of_text] ^= 1;
        check(name, &damaged, true);
    }
    let name = "cut.toml.gz";
    folder.file(name, &pack(&toml)[..pack(&toml).len() - 8 - "[[agenda]]\ntitle = 'B'\n".len()]);
    let shown = folder.kurultai(&["show", name]);
    assert!(shown.out.contains(" A\n") && !shown.out.contains(" B\n"), "{}", shown.out);
    assert_eq!(shown.err, format!("{name}: 1 problem in this file; `kurultai check` shows it.\n"));
    assert_eq!(folder.kurultai(&["check", name]).code, Some(1));
}
