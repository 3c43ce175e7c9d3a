//! Current sessions, reminders, and changes in the schedule.

use crate::harness::{Screen, screen};

const SATURDAY: &str = "events/fosdem-2025-saturday.toml";

#[test]
fn running_and_next_sessions_are_listed_by_room() {
    let at = screen(SATURDAY).size((80, 24)).now("2025-02-01T12:15:00Z");
    let now = at.keys("T").shows("Now and next").shows("── now 13:15 ──");
    now.shows("▌Janson               ●   Rust for Linux                           until 13:50");
    now.shows("○   Rewriting the future of the Linux… 14:00 · in 45 min");
    now.keys("<Enter>").shows(" Rust for Linux\n").lacks("Now and next").keys("<BS>").shows("Now and next");
    assert_eq!(now.keys("<Esc>").text(), at.text());
    let mine = at
        .keys(" T")
        .shows("In your plan")
        .shows("▌● ★ Abusing reborrowing for fun, profit, and… UB2.252A (Lameere)  until 13:50");
    mine.shows("UB2.252A (Lameere)   ● ★ Abusing reborrowing");
    at.clone().size((40, 12)).keys("T").shows("▌●   Rust for Linux        until 13:50");
    at.now("2025-02-03T12:15:00Z").keys("T").shows("No sessions today.");
}

#[test]
fn t_goes_to_now_from_any_place() {
    let at = screen(SATURDAY).size((80, 24)).now("2025-02-01T12:15:00Z");
    let there = at.keys("2jjt").shows("▌13:10").shows("now 13:15");
    assert_eq!(there.keys("<BS>").text(), at.keys("2jj").text());
    at.now("2024-02-01T12:15:00Z").keys("t").shows("No sessions today.");
}

#[test]
fn picks_have_one_reminder() {
    let event = "title = 'T'\ndate = 2025-02-01\ntimezone = 'UTC'\nagenda = [\n\
        { title = 'Soon', start = '10:05', end = '10:30', room = 'Hall' },\n\
        { title = 'Off', start = '10:05', end = '10:30', status = 'cancelled' },\n\
        { title = 'Later', start = '11:00', end = '11:30' },\n]\n";
    let at = Screen::of(event).now("2025-02-01T09:50:00Z");
    let picked = at.keys("gj g k j j ").keys("g j j ");
    let due = picked.keys("<tick 2025-02-01T09:55:00Z>");
    due.shows("In 10 min: Soon, Hall   Esc dismiss ──").shows("? help   q quit");
    assert_eq!(due.alerted(), "In 10 min: Soon, Hall");
    // It stays until the session begins or it is dismissed; the key that dismisses it has no other effect.
    due.keys("jk<tick 2025-02-01T09:56:00Z>")
        .shows("In 9 min: Soon, Hall")
        .keys("<tick 2025-02-01T10:05:00Z>")
        .lacks("In ");
    let dismissed = due.keys("<Enter><Esc>").shows("when  Sat").lacks("In 10 min");
    dismissed.keys("<tick 2025-02-01T09:56:00Z>").lacks("In 9 min").keys("<Esc>").lacks("when  Sat");
    due.keys("<click 3,22>").lacks("In 10 min");
    picked.keys("<tick 2025-02-01T09:54:00Z>").lacks("In 1");
    picked.keys("<tick 2025-02-01T10:05:00Z>").lacks("In ");
    // It does not interrupt typing.
    let writing = picked.keys("ano<tick 2025-02-01T09:55:00Z>").shows("In 10 min: Soon, Hall");
    writing
        .keys("te")
        .shows(" note note▌")
        .shows("In 10 min: Soon, Hall")
        .keys("<Enter>")
        .shows("Note saved: ")
        .keys("<Left>")
        .shows("In 10 min: Soon, Hall");
    // A pick made shortly before gets a reminder, too. Without a rule, the reminder takes a row of the list.
    let late = at.keys("gj<tick 2025-02-01T10:02:00Z>gk ").shows("Added to the plan: Soon").keys("j");
    late.shows("In 3 min: Soon, Hall");
    late.clone().size((40, 12)).shows("In 3 min: Soon, Hall   Esc dismiss").shows("? help   q quit");
}

const BEFORE: &str = "title = 'T'\nid = 't'\ndate = 2025-02-01\nagenda = [\n\
    { id = 'a', title = 'Stays', start = '09:00', end = '09:30', room = 'Hall' },\n\
    { id = 'b', title = 'Moves', start = '10:00', end = '10:30', room = 'Hall' },\n\
    { id = 'c', title = 'Goes', start = '11:00', end = '11:30', room = 'Hall' },\n\
    { id = 'd', title = 'Old name', start = '12:00', end = '12:30', room = 'Hall' },\n]\n";
const AFTER: &str = "title = 'T'\nid = 't'\ndate = 2025-02-01\nagenda = [\n\
    { id = 'e', title = 'Comes', start = '08:00', end = '08:30', room = 'Yard' },\n\
    { id = 'a', title = 'Stays', start = '09:00', end = '09:30', room = 'Hall', abstract = 'new words' },\n\
    { id = 'd', title = 'New name', start = '12:00', end = '12:30', room = 'Hall' },\n\
    { id = 'b', title = 'Moves', start = '15:00', end = '15:30', room = 'Yard' },\n]\n";

#[test]
fn changes_since_the_last_visit_are_listed() {
    let news = Screen::of(AFTER).former(BEFORE);
    news.clone().shows("6 changes since you last looked; press c to see them.");
    let list = news
        .keys("c")
        .shows("What’s new")
        .shows(" 1 new, 1 gone, 1 new time, 1 new room, 1 new title, 1 other change\n");
    for line in [
        "new        08:00  Comes · Yard",
        " gone       11:00  Goes · Hall",
        "            15:00  Moves\n new time     10:00–10:30 → 15:00–15:30\n new room     Hall → Yard\n",
        " new title  12:00  Old name → New name",
        " abstract   09:00  Stays · text added",
    ] {
        list.clone().shows(line);
    }
    list.keys("<Enter>").shows(" Comes\n").shows("1 Agenda 4").keys("<BS>").shows("What’s new");
    Screen::of(AFTER).former(AFTER).lacks("press c").keys("c").shows("Nothing new since you last looked.");
    Screen::of(AFTER).keys("c").shows("Nothing new since you last looked.");
}

#[test]
fn changes_of_picks_come_first_and_removed_picks_stay() {
    let before = Screen::of(BEFORE).keys("j j ").opened_again();
    let after = before.becomes(AFTER).former(BEFORE);
    after.clone().shows("6 changes since you last looked, 3 of them in your plan; press c to see them.");
    after.keys("c").shows(" In your plan\n").shows(" Sat 1 Feb\n");
    let plan =
        after.keys("6").shows("15:00–15:30   ★ Moves").shows(" No longer in the schedule\n").shows("★ Goes");
    let gone = plan.keys("G<Enter>").shows("Goes").shows("Sat 1 Feb, 11:00–11:30").shows("Hall");
    gone.keys("<Esc> ").shows("Removed from the plan: Goes").lacks("No longer in");
}

#[test]
fn the_panes_keep_their_names_beside_what_is_above_them() {
    let at = screen("events/showcase.toml").now("2027-05-14T04:05:00Z").size((80, 24));
    let tabs = "1 Agenda  2 People  3 Organizers  4 Sponsors  5 About  6 Plan";
    // The clock moves to the line above.
    let above = at.keys("T").shows(&format!("\n {tabs}  Now and next\n"));
    above.shows("  Bishkek time · Fri 14 – Sun 16 May 2027 · Көк-Тунук\n");
    at.keys("zT")
        .shows(&format!("\n {tabs}  Now and next\n"))
        .shows("  my time, UTC · Fri 14 – Sun 16 May 2027");
    at.keys("f").shows("6 Plan Filter   Bishkek time\n").lacks("Bishkek time ·");
    let kyrgyz = "1 Программа 2 Адамдар 3 Уюштуруу 4 Колдоо 5 Маалымат 6 План";
    let at = at.ui("ky");
    at.keys("T").shows(&format!("\n {kyrgyz} Азыр жана кийин\n")).shows("  Бишкек убактысы\n");
    at.keys("f").shows("  5 Маалымат  6 План  Чыпка\n");
    // A narrower screen has no room for all names.
    at.size((60, 24)).keys("f").shows("\n 1   2   3   4   5   6   Чыпка ");
}
