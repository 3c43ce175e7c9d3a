//! `kurultai check`: what is wrong with files.

use super::*;

#[test]
fn check_says_everything_with_line_and_column() {
    let folder = Folder::new("check");
    folder.file("day.toml", "title = \"Our day\"\nedtion = 9\n[[agenda]]\ntitle = 'Opening'\nstart = 9:30\n");
    check(
        &folder.kurultai(&["check", "day.toml"]),
        "day.toml:2:1: warning[unknown-key]: The conference has no key `edtion`.\n\
         \x20 |\n\
         2 | edtion = 9\n\
         \x20 | ^^^^^^\n\
         \x20 = help: Did you mean `edition`?\n\
         \n\
         day.toml:5:9: error[bad-time]: `9:30` is no time.\n\
         \x20 |\n\
         5 | start = 9:30\n\
         \x20 |         ^^^^\n\
         \x20 = help: Write `\"09:30\"`.\n",
        "day.toml: 1 error, 1 warning.\n",
        1,
    );
}

#[test]
fn check_of_good_files_is_silent_on_stdout() {
    let folder = Folder::new("good");
    folder.file("a.toml", "title = 'A'").file("b.toml", "title = 'B'\nstart = '2025-02-01'\n");
    let said = folder.kurultai(&["check", "a.toml"]);
    check(&said, "", "a.toml: nothing is wrong.\n", 0);
    let said = folder.kurultai(&["check", "a.toml", "b.toml"]);
    assert!(said.out.starts_with("b.toml:2:9: hint[quoted-date]: "), "{}", said.out);
    assert_eq!(
        (said.err.as_str(), said.code),
        ("a.toml: nothing is wrong.\nb.toml: nothing is wrong; 1 hint.\n", Some(0))
    );
}
