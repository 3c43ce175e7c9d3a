//! `check --fix`.

use super::*;

const BROKEN: &str = "# Our day\r\ntitle = Our day\r\ndate = 2027-05-14\r\n\r\n[agenda]\r\ntitle = \"Opening\"\r\nstart = 9:30\r\nrooom = \"Hall\"\r\n";
const FIXED: &str = "# Our day\r\ntitle = \"Our day\"\r\ndate = 2027-05-14\r\n\r\n[[agenda]]\r\ntitle = \"Opening\"\r\nstart = \"09:30\"\r\nroom = \"Hall\"\r\n";

#[test]
fn changes_are_shown_and_written() {
    let folder = Folder::new("fix");
    folder.file("day.toml", BROKEN);
    let diff = "--- day.toml\n+++ day.toml\n@@ -1,8 +1,8 @@\n # Our day\n-title = Our day\n+title = \"Our day\"\n date = 2027-05-14\n \n-[agenda]\n+[[agenda]]\n title = \"Opening\"\n-start = 9:30\n-rooom = \"Hall\"\n+start = \"09:30\"\n+room = \"Hall\"\n\n";
    let summary = "day.toml: fixed 4 problems.\nday.toml: no problems.\n";
    check(&folder.kurultai(&["check", "--fix", "day.toml"]), diff, summary, 0);
    assert_eq!(fs::read_to_string(folder.0.join("day.toml")).expect("text"), FIXED);
    let nothing = "day.toml: nothing to fix that is certain.\nday.toml: no problems.\n";
    check(&folder.kurultai(&["check", "--fix", "day.toml"]), "", nothing, 0);
}

#[test]
fn what_is_left_is_reported() {
    let folder = Folder::new("fix-left");
    folder.file("day.toml", "title = Our day\ndate = 03/04/2027\n");
    let output = folder.kurultai(&["check", "--fix", "day.toml"]);
    let printed = "--- day.toml\n+++ day.toml\n@@ -1,2 +1,2 @@\n-title = Our day\n+title = \"Our day\"\n date = 03/04/2027\n\nday.toml:2:8: error[bad-date]: `03/04/2027` is not a valid date.\n  |\n2 | date = 03/04/2027\n  |        ^^^^^^^^^^\n  = help: Write one of these: 2027-04-03, 2027-03-04.\n";
    check(&output, printed, "day.toml: fixed 1 problem.\nday.toml: 1 error, 0 warnings.\n", 1);
}

#[test]
fn only_plain_event_files_are_written() {
    let folder = Folder::new("fix-not");
    folder.file("day.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270514T090000\r\nSUMMARY:A\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    let output = folder.kurultai(&["check", "--fix", "day.ics"]);
    let sentence = "day.ics: only event files (.toml) can be fixed; correct others where they are made.\n";
    assert!(output.err.starts_with(sentence) && output.code == Some(2), "{output:?}");
    // Standard input is read once.
    let mut command = command(&["check", "--fix", "-"]);
    command.current_dir(&folder.0).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(b"title = 'A'").expect("it reads");
    let output = RunOutput::from(child.wait_with_output().expect("it ends"));
    let sentences = "<stdin>: only event files (.toml) can be fixed; correct others where they are made.\n<stdin>: no problems.\n";
    check(&output, "", sentences, 2);
    let utf16: Vec<u8> = "\u{feff}title = Our day\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.file("wide.toml", &utf16);
    let output = folder.kurultai(&["check", "--fix", "wide.toml"]);
    let sentence = "wide.toml: not fixed, because the file is not plain UTF-8 text, or is being changed; save it as UTF-8 and try again.\n";
    assert!(output.err.starts_with(sentence) && output.code == Some(2), "{output:?}");
    assert_eq!(fs::read(folder.0.join("wide.toml")).expect("bytes"), utf16);
    folder.file("marked.toml", "\u{feff}title = Our day\n");
    let output = folder.kurultai(&["check", "--fix", "marked.toml"]);
    assert!(output.err.starts_with("marked.toml: fixed 1 problem.\n"), "{output:?}");
    assert_eq!(
        fs::read_to_string(folder.0.join("marked.toml")).expect("text"),
        "\u{feff}title = \"Our day\"\n"
    );
}

#[cfg(unix)]
#[test]
fn a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = Folder::new("fix-link");
    folder.file("day.toml", BROKEN);
    let file = folder.0.join("day.toml");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink("day.toml", folder.0.join("link.toml")).expect("a link");
    let output = folder.kurultai(&["check", "--fix", "link.toml"]);
    assert_eq!(output.err, "link.toml: fixed 4 problems.\nlink.toml: no problems.\n");
    assert!(fs::symlink_metadata(folder.0.join("link.toml")).expect("it is there").is_symlink());
    assert_eq!(fs::read_to_string(&file).expect("text"), FIXED);
    assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o640);
}
