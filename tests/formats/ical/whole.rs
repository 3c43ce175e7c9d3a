//! A whole calendar with all properties and diagnostics.

use super::{all_facts, check_output, read};

const WHOLE: &str = include_str!("whole.ics");

#[test]
fn a_whole_calendar() {
    let schedule = read(WHOLE);
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("whole", format!("{:#?}", schedule.conference));
        insta::assert_snapshot!("whole-check", check_output(&schedule));
    });
    assert_eq!(all_facts(&schedule).len(), 7);
}

#[test]
fn the_title_of_a_calendar() {
    let title = |lines: &str| {
        let schedule = read(&format!("BEGIN:VCALENDAR\n{lines}END:VCALENDAR\n"));
        let about = &schedule.conference;
        let reading = about.reading(None);
        let text = |text: &kurultai_schedule::model::LocalizedText| text.get(&reading).to_string();
        (text(&about.title), about.description.as_ref().map(text))
    };
    let expected_text =
        |title: &str, description: Option<&str>| (title.to_owned(), description.map(str::to_owned));
    assert_eq!(title("NAME:B\nX-WR-CALNAME:A\nX-WR-CALDESC:A\n"), expected_text("A", None));
    assert_eq!(title("SUMMARY:C\nNAME:B\nDESCRIPTION:D\\nE\n"), expected_text("B", Some("D\nE")));
    assert_eq!(title("SUMMARY:C\nX-WR-CALDESC:D\n"), expected_text("C", Some("D")));
    assert_eq!(title("X-WR-CALDESC:D\n"), expected_text("D", None));
    assert_eq!(title("X-WR-CALDESC:D\\nE\nX-WR-CALNAME: \n"), expected_text("invented.ics", Some("D\nE")));
}
