//! The plan: picks, must and maybe, conflicts, notes, busy blocks, hidden sessions, and the calendar file.

use kurultai_schedule::model::Priority;

use crate::harness::{Screen, screen};

const SATURDAY: &str = "events/fosdem-2025-saturday.toml";

/// Two rooms in two buildings, a repeat, and a night.
const DAY: &str = "title = 'T'\nid = 'day'\ntimezone = 'UTC'\nstart = 2025-02-01\nend = 2025-02-02\n\
    walking = { same = 2, other = 8 }\n\
    rooms = [{ name = 'Hall', building = 'A' }, { name = 'Yard', building = 'B' }]\n\
    agenda = [\n\
    { title = 'One', id = '1', date = 2025-02-01, start = '10:00', end = '10:30', room = 'Hall', track = 'X' },\n\
    { title = 'Two', id = '2', date = 2025-02-01, start = '10:20', end = '11:00', room = 'Yard', track = 'Y' },\n\
    { title = 'Three', id = '3', date = 2025-02-01, start = '10:35', end = '11:30', room = 'Yard', track = 'Y' },\n\
    { title = 'Two', id = '4', same_as = '2', date = 2025-02-01, start = '14:00', end = '14:40', room = 'Hall' },\n\
    { title = 'Late', id = '5', day = 2025-02-01, start = '01:00', end = '02:00' },\n\
    { title = 'Free', id = '6' },\n]\n";

#[test]
fn h_shows_hidden_sessions_and_picks_are_never_hidden() {
    let event = "title = 'T'\ndate = 2025-02-01\nagenda = [\n\
        { title = 'One', start = '10:00' },\n{ title = 'Two', start = '11:00' },\n]\n";
    let day = Screen::of(event).size((80, 24));
    let hidden = day.keys("M").shows("Hidden: One").shows(" 1 hidden H").lacks("▌10:00");
    hidden.keys("H").shows("▌10:00").shows(" is: hidden ").lacks("Two");
    hidden.keys("HH").shows("▌11:00").lacks("10:00");
    hidden.keys("<click 3,3>").shows("▌10:00");
    hidden.keys("fis:muted<Enter><Enter>").shows(" is: hidden ").shows("▌10:00");
    let picked = day.keys(" M").shows("“One” is in your plan; remove it there before you hide it.");
    assert!(picked.saved().hidden.is_empty());
    picked.keys(" M").shows("Hidden: One");
}

#[test]
fn space_picks_and_m_tells_must_from_maybe() {
    let day = Screen::of(DAY);
    let one = day.keys(" ").shows("▌10:00–10:30  ★ ▌One").shows("Added to the plan: One").shows("6 Plan 1");
    one.keys("m").shows("▌10:00–10:30  ☆ ▌One").shows("Added to the plan as maybe: One").keys("m").shows("★");
    one.keys(" ").shows("Removed from the plan: One").lacks("★");
    day.keys("m").shows("☆");
    let level = |keys: &str| day.keys(keys).saved().picks.first().map(|pick| pick.priority);
    assert_eq!(
        [level(" "), level(" m"), level("m"), level("  ")],
        [Some(Priority::Must), Some(Priority::Maybe), Some(Priority::Maybe), None]
    );
    // In a detail, it applies to the target of the selected link, or else to the displayed item.
    day.keys("<Enter> ").shows("plan  ★ must");
    screen(SATURDAY).keys("2<Enter> ").shows("Added to the plan: ").keys("6").shows("★");
}

#[test]
fn conflicts_are_displayed_for_both_sessions() {
    let day = Screen::of(DAY).size((80, 30));
    day.keys(" j<Enter>").shows("✗ overlaps “One” (must) by 10 min");
    let both = day.keys(" j ").shows("★ ▌One · overlaps").shows("★ ▌Two · overlaps");
    both.keys("j<Enter>").shows("✗ overlaps “Two” (must) by 25 min");
    let plan = both.keys("6");
    plan.shows("▌10:00–10:30   ★ One").shows("✗ 10 min overlap with Two");
    plan.shows("→ it has a repeat that fits: Sat 1 Feb 14:00, Hall");
    // Advice about another pick is displayed; for several conflicts, their number is enough.
    assert_eq!(plan.clone().size((80, 24)).text().matches("has a repeat").count(), 1);
    let three = Screen::of(
        "title = 'T'\ndate = 2025-02-01\nagenda = [{ title = 'A', start = '10:00', end = '11:00' }, \
        { title = 'B', start = '10:00', end = '11:00' }, { title = 'C', start = '10:30', end = '11:00' }]",
    );
    let three = three.keys(" j j 6").shows("✗ overlaps 2 others in the plan").shows("→ choose one of them");
    three.keys("<Enter>").shows("✗ overlaps “B” (must) by 1 h").shows("✗ overlaps “C” (must) by 30 min");
    // Five minutes are too short for the walk, but three minutes may be missed.
    let walk = day.keys(" jj 6").shows("✗ 5 of 8 min to walk: Three");
    walk.shows("→ leave 3 min early");
}

#[test]
fn on_the_page_of_a_session_keys_mean_that_session() {
    // A link to the conflicting session is selected, but the action applies to the displayed one.
    let two = Screen::of(DAY).keys(" j<Enter>").shows("✗ overlaps “One”");
    two.keys(" ").shows("Added to the plan: Two");
    two.keys("m").shows("Added to the plan as maybe: Two");
    two.keys("aslides<Enter>").shows("slides").keys("<Esc>k<Enter>").lacks("slides");
    // On the page of a room, it applies to the link.
    Screen::of(DAY).keys("/yard<Enter>j ").shows("Added to the plan: Three");
}

#[test]
fn a_note_of_several_lines_stays_one() {
    let noted = Screen::of(DAY).keys("a<paste first\nsecond><Enter>");
    assert_eq!(noted.saved().notes[0].text.as_str(), "first\nsecond");
    let more = noted.keys("a").shows("first↵second▌").keys("!<Enter>");
    assert_eq!(more.saved().notes[0].text.as_str(), "first\nsecond!");
    // The plan lists the note even if its session is not picked.
    noted.keys("6").shows("Notes on other sessions").shows("▌10:00–10:30     One").shows("· first");
    noted.keys(" 6").shows("▌10:00–10:30   ★ One").lacks("Notes on other");
    // Quitting while typing saves the note.
    assert_eq!(noted.keys("a third<C-c>").saved().notes[0].text.as_str(), "first\nsecond third");
}

#[test]
fn busy_blocks_are_in_the_displayed_time_zone() {
    let lunch =
        Screen::of(DAY).tz("Asia/Bishkek").keys("6b").shows("12:00-13:00 lunch").keys("12-13 lunch<Enter>");
    lunch.shows("▌12:00–13:00   · lunch");
    let own = lunch.keys("z").shows("▌18:00–19:00   · lunch");
    own.keys("b").shows("12:00-13:00 lunch, venue time");
}

#[test]
fn the_selection_moves_on_after_hiding() {
    let hidden = Screen::of(DAY).keys("jM").shows("Hidden: Two").shows("▌10:35–11:30    ▌Three");
    hidden.keys("M").shows("Hidden: Three").shows("▌14:00");
    let plan = Screen::of(DAY).keys(" j j 6j").shows("▌10:20–11:00   ★ Two");
    plan.keys(" ").shows("▌10:35–11:30   ★ Three").keys(" ").shows("▌10:00–10:30   ★ One");
}

#[test]
fn the_plan_has_gaps_untimed_picks_and_busy_blocks() {
    let plan = Screen::of(DAY).keys(" jjj j ]]j ").keys("6");
    plan.shows(" Sat 1 Feb\n▌10:00–10:30   ★ One").shows("                 3 h 30 min free");
    plan.shows(" 01:00–02:00+1 ★ Late").shows("Day not announced").shows("★ Free");
    let lunch =
        plan.keys("b12:00-13:30 lunch<Enter>").shows(" 12:00–13:30   · lunch").shows("1 h 30 min free");
    lunch.keys("j").shows("▌12:00–13:30   · lunch").keys(" ").shows("Free again: lunch").lacks("12:00");
    let unnamed = plan.keys("b12:00-13:30<Enter>j").shows("▌12:00–13:30   · ");
    unnamed.keys(" ").shows("Free again: 12:00–13:30");
    plan.keys("bnoon<Enter>")
        .shows("Not a valid time; write 12:00-13:00 lunch")
        .keys("x<BS><Esc>")
        .lacks("noon");
    assert_eq!(lunch.saved().busy.len(), 1);
    Screen::of(DAY).keys("6").shows("Nothing picked yet. Space picks a session.");
}

#[test]
fn a_note_is_kept_and_found() {
    let noted = Screen::of(DAY).keys("aask about water<Enter>").shows("Note saved: One");
    noted.keys("<Enter>").shows("note  ask about water");
    noted.keys("a<C-u><Enter>").shows("Note removed: One");
    Screen::of(DAY).keys("b12:00-13:00 lunch<Enter>").shows("Time blocked: 12:00-13:00 lunch");
    noted.keys(" 6").shows("· ask about water");
    noted.keys("a").shows(" note ask about water▌").keys("<C-u><Enter><Enter>").lacks("ask about");
    assert_eq!(noted.saved().notes[0].text.as_str(), "ask about water");
}

#[test]
fn hidden_sessions_stay_hidden_until_requested() {
    let day = Screen::of(DAY);
    let hidden = day.keys("M").shows("Hidden: One").lacks("▌One").shows(" 1 hidden H\n");
    hidden
        .keys("fis:hidden<Enter><Enter>")
        .shows("is: hidden")
        .shows("▌10:00–10:30    ▌One")
        .keys("M")
        .shows("Shown again: One");
    // Hide a whole track from its detail.
    day.keys("jM").shows("1 hidden");
    let track = day.keys("j/Y<Enter>").shows("Three").keys("M").shows("Hidden: Y").keys("<Esc><Esc>");
    track.shows("2 hidden").lacks("Three");
    // Picks are never hidden.
    track.keys("fis:hidden<Enter><Enter> F").shows("★ ▌Two").shows("1 hidden");
}

#[test]
fn the_plan_is_written_as_one_calendar() {
    let plan = Screen::of(DAY).keys(" jjj b12:00-13:00 lunch<Enter>e").shows("Plan exported to t-plan.ics");
    let calendar = plan.exported();
    for line in ["SUMMARY:One\r\n", "SUMMARY:Two\r\n", "SUMMARY:lunch\r\n", "DTSTART:20250201T100000Z\r\n"] {
        assert!(calendar.contains(line), "{line} is not in\n{calendar}");
    }
    assert!(!calendar.contains("Three"));
    Screen::of(DAY).keys("e").shows("Nothing in the plan has a date, so a calendar would be empty.");
}

#[test]
fn unsaved_changes_are_kept_and_reported() {
    let day = Screen::of(DAY).cannot_save();
    day.keys(" ")
        .shows("There is no home folder (HOME is not set), so no plan and no library can be")
        .shows("★");
    assert!(day.keys(" ").saved().is_empty());
}

#[test]
fn it_opens_where_it_was_left() {
    let left = Screen::of(DAY).keys("jj 2<Tab><Tab>").opened_again();
    left.clone().shows("6 Plan 1").shows("▌10:35–11:30   ★ Three");
    left.keys("1").shows("▌10:35–11:30  ★ ▌Three");
    // The timeline stays open.
    let again = Screen::of(DAY).keys("jjv").opened_again();
    again.clone().shows(" 10:30                    │10:20–11:00     ▌Three ");
    again.keys("v").opened_again().shows("▌10:35–11:30    ▌Three");
    // During the conference, the app opens at the current time.
    Screen::of(DAY).now("2025-02-01T10:10:00Z").keys("G").opened_again().shows("▌10:00–10:30    ▌One");
}

#[test]
fn all_of_a_room_is_hidden_on_its_page() {
    Screen::of(DAY).keys("/yard<Enter>M").shows("Hidden: Yard").keys("M").shows("Shown again: Yard");
}

#[test]
fn notes_and_hidden_sessions_are_changed_under_any_name() {
    let day = Screen::of(DAY).keys("aold<Enter>jM").opened_again();
    let renamed = DAY.replace("id = '1'", "id = '11'").replace("id = '2'", "id = '22', guid = 'g'");
    let renamed = renamed.replace("same_as = '2'", "same_as = '22'");
    let day = day.becomes(&renamed).shows("1 hidden");
    let noted = day.keys("ga<C-u>new<Enter>");
    noted.keys("<Enter>").shows("note  new").lacks("old");
    assert_eq!(noted.saved().notes.len(), 1);
    assert!(noted.keys("ga<C-u><Enter>").saved().notes.is_empty());
    let shown = day.keys("fis:hidden<Enter><Enter>M").shows("Shown again: Two");
    assert!(shown.saved().hidden.is_empty());
}

#[test]
fn a_session_without_a_name_is_picked_by_its_time_or_refused() {
    let day = Screen::of(
        "title = 'x'\nid = 'x'\ndate = 2025-02-01\n[[agenda]]\nstart = '10:00'\n[[agenda]]\ntitle = 'B'\nstart = '11:00'\n",
    );
    let both = day.keys(" j ").shows("★  B").shows("6 Plan 2");
    let name = |pick: &kurultai_schedule::model::Pick| pick.session.title.as_deref().map(str::to_owned);
    assert_eq!(both.saved().picks.iter().map(name).collect::<Vec<_>>(), [None, Some("B".to_owned())]);
    let again = both.opened_again().shows("6 Plan 2");
    again.keys(" ").shows("6 Plan 1");
    // In the next edition it has a title.
    let titled = again.becomes(
        "title = 'x'\nid = 'x'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'A'\nstart = '10:00'\n[[agenda]]\ntitle = 'B'\nstart = '11:00'\n",
    );
    titled.shows("★  A").shows("6 Plan 2");
    let refusal = "This session has no title and no id";
    let nothing =
        Screen::of("title = 'x'\n[[agenda]]\nroom = 'Hall'\n[[agenda]]\ntitle = 'B'\n").size((140, 20));
    let refused = nothing.keys(" ").shows(refusal);
    assert!(refused.saved().is_empty());
    assert_eq!(refused.keys("j ").saved().picks.len(), 1);
    nothing.keys("M").shows(refusal);
    nothing.keys("aearly<Enter>").shows(refusal);
    // Two sessions at one time without rooms are indistinguishable.
    let twins = "title = 'x'\ndate = 2025-02-01\n[[agenda]]\nstart = '10:00'\n[[agenda]]\nstart = '10:00'\n";
    Screen::of(twins).size((140, 20)).keys(" ").shows(refusal);
}

#[test]
fn changes_of_the_plan_can_be_undone() {
    let agenda = screen(SATURDAY).size((80, 24));
    let picked = agenda.keys(" ");
    let undone = picked.keys("u").shows("Undone: Added to the plan: Welcome to FOSDEM 2025");
    assert_eq!(undone.saved(), agenda.saved());
    undone.keys("u").shows("Nothing to undo.");
    agenda.keys("u").shows("Nothing to undo.");
    // A priority, a note, a hidden session and a busy block, in reverse order.
    let all = picked.keys("jmjaone two<Enter>jMb12:00-13:00 lunch<Enter>");
    let saved = all.saved();
    assert_eq!((saved.picks.len(), saved.notes.len(), saved.hidden.len(), saved.busy.len()), (2, 1, 1, 1));
    let counts = |keys: &str| {
        let plan = all.keys(keys).saved();
        [plan.picks.len(), plan.notes.len(), plan.hidden.len(), plan.busy.len()]
    };
    assert_eq!(
        ["u", "uu", "uuu", "uuuu"].map(counts),
        [[2, 1, 1, 0], [2, 1, 0, 0], [2, 0, 0, 0], [1, 0, 0, 0]]
    );
    assert_eq!(all.keys("uuuuu").saved(), agenda.saved());
    // A changed priority and a changed note return to their former values.
    let changed = picked.keys("ma one<Enter>a two<Enter>");
    let former = changed.keys("u").saved();
    assert_eq!(former.notes[0].text.as_str(), "one");
    let priorities = ["uu", "uuu", "uuuu"].map(|keys| changed.keys(keys).saved());
    assert_eq!(
        priorities.each_ref().map(|plan| plan.picks.first().map(|pick| pick.priority)),
        [Some(Priority::Maybe), Some(Priority::Must), None]
    );
    // Removing a pick in the plan, and the help.
    let removed = picked.keys("6 ");
    assert_eq!(removed.keys("u").saved(), picked.saved());
    agenda.keys("?undo").shows("No effect here");
    picked.keys("?undo").shows("u ").lacks("No effect here");
}
