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

#[test]
fn of_many_diagnostics_of_a_kind_three_are_printed_and_the_rest_counted() {
    let folder = Folder::new("flood");
    let session = |n: usize| format!("[[agenda]]\ntitle = 'S{n}'\ndate = 2026-01-0{}\n", n + 1);
    let many = (0..7).map(session).collect::<Vec<_>>().concat();
    folder.file("a.toml", format!("title = 'T'\ndate = 2025-02-01\ncolour = 'red'\n{many}"));
    let said = folder.kurultai(&["check", "a.toml"]);
    assert_eq!(said.out.matches("warning[outside-dates]: ").count(), 3, "{}", said.out);
    assert!(
        said.out.contains("\n\na.toml: 4 more of `outside-dates`; `kurultai check --all` shows them.\n"),
        "{}",
        said.out
    );
    assert_eq!(said.out.matches("warning[unknown-key]: ").count(), 1, "{}", said.out);
    assert_eq!((said.err.as_str(), said.code), ("a.toml: 0 errors, 8 warnings.\n", Some(1)));
    let all = folder.kurultai(&["check", "--all", "a.toml"]);
    assert_eq!(all.out.matches("warning[outside-dates]: ").count(), 7, "{}", all.out);
    assert!(!all.out.contains("more of"), "{}", all.out);
    folder.file(
        "b.toml",
        format!("title = 'T'\ndate = 2025-02-01\n{}", (0..3).map(session).collect::<Vec<_>>().concat()),
    );
    assert!(!folder.kurultai(&["check", "b.toml"]).out.contains("more of"));
}

#[test]
fn diagnostics_name_the_session_and_show_its_title() {
    let folder = Folder::new("named");
    folder.file(
        "a.ics",
        "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:T\nX-WR-TIMEZONE:Europe/Berlin\n\
         BEGIN:VEVENT\nUID:1\nDTSTART:20250201T100000\nDTEND:20250201T110000\nSUMMARY:Ice\nLOCATION:Hall\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:2\nDTSTART:20250201T103000\nDTEND:20250201T104500\nSUMMARY:Fog\nLOCATION:Hall\nEND:VEVENT\n\
         END:VCALENDAR\n",
    );
    let said = folder.kurultai(&["check", "a.ics"]).out;
    let expected = "a.ics:16:9: warning[room-overlap]: When “Fog” begins, “Ice” is still in Hall.\n   |\n\
                    16 | SUMMARY:Fog\n   |         ^^^\n";
    assert!(said.contains(expected), "{said}");
    // A session that contains dozens is told of once.
    let part = |n: usize| {
        let hour = n / 2 + 9;
        format!("[[agenda]]\ntitle = 'P{n}'\nstart = '{hour:02}:30'\nend = '{hour:02}:45'\nroom = 'Hall'\n")
    };
    let parts = (0..24).map(part).collect::<Vec<_>>().concat();
    let all = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'Exhibition'\nstart = '09:00'\nend = '23:00'\nroom = 'Hall'\n";
    folder.file("b.toml", format!("{all}{parts}"));
    let said = folder.kurultai(&["check", "b.toml"]).out;
    let sentence = "b.toml:4:10: warning[room-overlap]: While “Exhibition” is in Hall, 24 other sessions begin there, “P0” first.\n";
    assert!(said.starts_with(sentence), "{said}");
    assert_eq!(said.matches("“Exhibition”").count(), 1, "{said}");
}
