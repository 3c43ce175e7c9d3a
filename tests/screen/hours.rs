//! Jumping to times of a schedule.

use crate::harness::{Screen, screen};

const SATURDAY: &str = "events/fosdem-2025-saturday.toml";
const LUNCH: &str = "2025-02-01T12:20:00Z";

/// Returns two days with a session at each full hour from 9 to 17.
fn two_days() -> String {
    let mut text = "title = 'T'\ntimezone = 'UTC'\n".to_owned();
    for (day, name) in [("2025-02-01", "Sat"), ("2025-02-02", "Sun")] {
        for hour in 9..18 {
            text += &format!(
                "[[agenda]]\ntitle = '{name} {hour}'\ndate = {day}\nstart = '{hour:02}:00'\nduration = 50\n"
            );
        }
    }
    text
}

/// Returns the index of the line that contains a text.
fn line_of(screen: &Screen, text: &str) -> usize {
    let shown = screen.text();
    shown.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("no {text:?} in\n{shown}"))
}

#[test]
fn now_is_at_a_third_of_the_height() {
    for (size, line) in [((80, 24), 3 + 18 / 3), ((120, 40), 3 + 34 / 3)] {
        let now = screen(SATURDAY).size(size).now(LUNCH);
        assert_eq!(line_of(&now, "── now 13:20"), line, "{}", now.text());
        assert_eq!(line_of(&now.keys("Gt"), "── now 13:20"), line);
    }
    // Near the start and end of the day, the list limits the scroll position.
    let early = Screen::of(&two_days()).size((80, 24)).now("2025-02-01T08:00:00Z");
    assert_eq!(line_of(&early, "── now 08:00"), 4, "{}", early.text());
}

#[test]
fn running_sessions_above_the_view_are_counted() {
    let now = screen(SATURDAY).size((80, 24)).now(LUNCH);
    now.shows(" ↑ 4 more on now ─");
    now.keys("<PgDn>").shows(" more on now ─");
    now.keys("g").lacks("more on now");
    // In a narrow list, the heading of the hour keeps its space.
    screen(SATURDAY).size((24, 12)).now(LUNCH).lacks("more on now");
}

#[test]
fn sessions_that_are_over_fold_into_one_line() {
    let open = Screen::of(&two_days()).size((80, 24)).now("2025-02-01T12:55:00Z").shows("Sat 9\n");
    let folded = open
        .keys("p")
        .shows(" ▸ 4 sessions are over  p show\n")
        .lacks("Sat 9\n")
        .lacks("Sat 12")
        .shows(" 4 past sessions folded into one line; p shows them again. ");
    folded
        .shows("── now 12:55")
        .shows("Sat 13")
        .keys("]")
        .shows("Sun 9")
        .keys("[")
        .shows("4 sessions are over");
    assert_eq!(folded.keys("p").text(), open.keys("pp").text());
    folded.keys("p").shows("Sat 9\n").lacks(" ▸ ").shows(" Past sessions are listed again. ");
    let early = Screen::of(&two_days()).size((80, 24)).now("2025-02-01T09:10:00Z").keys("p");
    early.shows(" No session on this day is over yet. ");
    // A session selected elsewhere is listed although it is over.
    Screen::of(&two_days()).keys("p").shows("No sessions today.");
}

#[test]
fn braces_go_from_hour_to_hour() {
    let day = Screen::of(&two_days()).size((80, 24));
    day.shows("▌09:00").keys("}").shows("▌10:00").keys("}}").shows("▌12:00").keys("{").shows("▌11:00");
    day.keys("{").shows("▌09:00").keys("}}}}}}}}}}}}").shows("▌17:00");
    let people = screen(SATURDAY).size((80, 24)).keys("v").keys("}");
    assert_ne!(people.text(), screen(SATURDAY).size((80, 24)).keys("v").text());
    let several = "title = 'T'\ndate = 2025-02-01\nagenda = [\n{ title = 'a', start = '09:00' },\n\
        { title = 'b', start = '09:30' },\n{ title = 'c', start = '11:00' },\n]\n";
    Screen::of(several).keys("j").shows("▌09:30").keys("{").shows("▌09:00");
}

#[test]
fn a_typed_time_is_gone_to() {
    let day = Screen::of(&two_days()).size((80, 24)).now("2025-02-01T12:55:00Z");
    day.keys("/14:00").shows(" Enter goes to Sat 1 Feb, 14:00.");
    day.keys("/14:00<Enter>").shows("▌14:00–14:50").shows("Sat 14");
    day.keys("/sun 14:00").shows(" Enter goes to Sun 2 Feb, 14:00.");
    let sunday = day.keys("/sun 14:00<Enter>").shows("▌14:00–14:50").shows("Sun 14");
    sunday.keys("<BS>").shows("Sat 13");
    day.keys("/sun 2:30 pm<Enter>").shows("▌15:00–15:50").shows("Sun 15");
    day.keys("/2025-02-02 9h<Enter>").shows("▌09:00–09:50").shows("Sun 9");
    day.keys("/tomorrow 23:00<Enter>").shows("▌17:00–17:50").shows("Sun 17");
    // A day that does not exist, and a number, are search terms.
    day.keys("/fri 14:00").lacks("Enter goes to");
    day.keys("/14").lacks("Enter goes to");
}

#[test]
fn picking_from_what_is_on_now_moves_no_row() {
    let now = screen(SATURDAY).size((80, 24)).now(LUNCH).keys("Tjjj");
    let rows = |screen: &Screen| {
        screen.text().lines().skip(3).take(18).map(|line| line.replace('★', " ")).collect::<Vec<_>>()
    };
    assert_eq!(rows(&now.keys(" ")), rows(&now));
    now.keys(" ").shows("★");
    assert_eq!(rows(&now.keys("  ")), rows(&now));
    now.keys(" TT").shows("In your plan");
}

#[test]
fn a_session_over_several_days_is_on_each_day() {
    let event = "title = 'T'\nlanguage = 'en'\ntimezone = 'Europe/Berlin'\nrooms = ['Hall', 'Yard']\n\
        [[agenda]]\ntitle = 'Camp'\nstart = 2026-05-01T09:00:00\nend = 2026-05-03T18:00:00\nroom = 'Yard'\n\
        [[agenda]]\ntitle = 'Talk'\nstart = 2026-05-02T10:00:00\nend = 2026-05-02T11:00:00\nroom = 'Hall'\n\
        [[agenda]]\ntitle = 'Close'\nstart = 2026-05-03T17:00:00\nend = 2026-05-03T17:30:00\nroom = 'Hall'\n";
    let screen = Screen::of(event).now("2026-05-02T08:30:00Z").size((100, 24));
    let saturday = screen.shows(" until Sun 18:00").shows("▌10:00             Talk").lacks(" 09:00 ──");
    saturday.keys("T").shows("until Sun 18:00").shows("until 11:00");
    saturday.keys("v").shows("until Sun 18:00 · Camp");
    let sunday = saturday.keys("]").shows("until 18:00   Camp").lacks("until Sun");
    sunday.keys("[[").shows(" 09:00 ──").shows("09:00").lacks("until");
    screen.clone().size((160, 24)).keys("[").shows("09:00–Sun 18:00");
    let plan = saturday.keys("g 6");
    let rows: Vec<String> =
        plan.text().lines().filter(|line| line.contains("until")).map(str::to_owned).collect();
    assert_eq!(plan.text().matches("★ Camp").count(), 3, "{}", plan.text());
    assert_eq!(rows.len(), 3, "{}", plan.text());
    assert!(rows[0].contains("until Sun 18:00") && rows[1].contains("until Sun 18:00"), "{}", plan.text());
    assert!(!rows[2].contains("until Sun"), "{}", plan.text());
    assert!(plan.keys("j").text() == plan.text(), "{}", plan.keys("j").text());
    screen.clone().ui("ru").shows(" до вс 18:00");
    screen.clone().ui("ky").shows("аягы: жек. 18:00");
    for size in [(80, 24), (40, 12)] {
        screen.clone().size(size).shows("until Sun 18:00").shows("Camp");
    }
}
