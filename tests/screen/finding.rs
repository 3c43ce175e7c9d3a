//! Searching, and time zones: tasks between two sessions.

use crate::harness::{Screen, screen};

const SATURDAY: &str = "events/fosdem-2025-saturday.toml";

#[test]
fn invalid_searches_are_reported() {
    let saturday = screen(SATURDAY).size((80, 24));
    saturday.keys("/is:nwo<Enter>").shows("`is:nwo` is not a condition. Did you mean `now`?");
    saturday.keys("/after:25:00<Enter>").shows("25:00");
}

#[test]
fn hits_are_counted_by_pane() {
    let screen = screen(SATURDAY).size((80, 24));
    let typed = screen.keys("/rust").shows(" / rust▌  16 hits   Enter open   Esc close");
    typed
        .shows(" 1 Agenda 2 People 3 Organizers 4 Sponsors 5 About 6 Plan Found   Brussels time")
        .shows(" Tracks 1 ")
        .shows("▌Rust ")
        .shows(" Sessions 15 ");
    let first = typed.keys("<Down><Enter>").shows(" Rust for Linux\n").shows("hit 2 of 16").lacks("Found");
    first.keys("<Esc>").shows("▌13:00–13:50    ▌Rust for Linux");
    first.keys("n").shows("hit 3 of 16").shows(" Rust-ifying the Linux kernel scheduler (in user space)");
    first.keys("N").shows("hit 1 of 16").keys("N").shows("hit 16 of 16").keys("n").shows("hit 1 of 16");
    assert_eq!(first.keys("<BS>x").text(), typed.keys("<Down><Enter><BS>x").text());
    first.keys("<BS>").shows("▌13:00   Rust for Linux").shows("Found");
    assert_eq!(first.keys("<BS><Esc>").text(), screen.text(), "back to where one was");
    screen.keys("/jens monig<Enter>").shows("hit 1 of 2").lacks("Found").shows(" Jens Mönig\n");
}

#[test]
fn slips_are_forgiven_and_texts_are_searched() {
    let screen = screen(SATURDAY).size((80, 24));
    screen.keys("/jansen").shows(" Rooms 1").shows("▌Janson");
    screen.keys("/kubernetis").shows("Kubernetes");
    crate::harness::screen("events/kawj-2023.toml").keys("/осконбоев").shows("▌Осконбаев Эмил Жолдошевич");
    let event = "title = 'T'\n[[agenda]]\ntitle = 'Opening'\nspeakers = ['A. B.']\n\
        abstract = 'How rivers are *shared* by those who live beside them'\n";
    let found = Screen::of(event).keys("/shared").shows("▌  Opening\n").shows("rivers are shared by");
    found.keys("<Enter>").shows("hit 1 of 1");
    Screen::of(event).keys("/“by those”").shows("1 hit");
    Screen::of(event).keys("/\"those by\"").shows("0 hits").shows("Nothing found.");
}

#[test]
fn a_search_without_hits_keeps_the_names_of_panes() {
    for (lang, file) in [("en", SATURDAY), ("ru", SATURDAY), ("ky", SATURDAY), ("ru", "events/showcase.toml")]
    {
        for columns in [80, 90, 120] {
            let screen = screen(file).size((columns, 24)).lang(lang);
            let names = |screen: &Screen| {
                let text = screen.text();
                let tabs = text.lines().nth(1).unwrap_or_default().to_owned();
                let is_name = |word: &&str| word.chars().all(char::is_alphabetic) && word.chars().count() > 1;
                tabs.split_whitespace().filter(is_name).map(str::to_owned).collect::<Vec<_>>()
            };
            let (before, nothing) = (screen.keys("/"), screen.keys("/qqqqq"));
            assert_eq!(names(&nothing), names(&before), "{lang} {columns}\n{}", nothing.text());
            // Kyrgyz pane names and the time zone need more than 80 columns.
            let has_names = names(&nothing).len() > 3;
            assert!(has_names || lang == "ky", "{lang} {columns}\n{}", nothing.text());
        }
    }
}

#[test]
fn a_search_takes_conditions_too() {
    let screen = screen(SATURDAY).size((80, 24));
    screen.keys("/room:janson after:14:00").shows(" Sessions 5").lacks("Tracks");
    screen.keys("/rust track:legal").shows("1 hit").shows("Let's talk about anti-trust!");
    screen.keys("/rom:janson").lacks("mean");
    screen.keys("/rom:janson ").shows("`rom:` is not a condition; it is searched as text.");
    screen.keys("/room:jansn ").shows("/ room:jansn ▌  ").lacks("hit");
}

#[test]
fn no_letter_breaks_a_search() {
    for typed in
        [".*[(", "\\", "\"", "“", "İß", "e\u{301}\u{301}", "🏔", "::", "-", "- -", "room:", "is:\"", "  "]
    {
        for pane in ["", "2", "5"] {
            screen("events/showcase.toml")
                .keys(&format!("{pane}/"))
                .keys(typed)
                .keys("<Down><Up><Enter><Esc>n");
        }
    }
}

#[test]
fn the_list_of_hits_can_be_entered_and_kept() {
    let screen = screen(SATURDAY).size((80, 24));
    let hits = screen.keys("/rust").shows(" / rust▌");
    // Tab and the arrow lead into the list, where Space picks and letters are commands.
    let entered = hits.keys("<Tab>").lacks(" / rust").shows("Found");
    assert_eq!(hits.keys("<Down>").text(), entered.keys("j").text());
    let picked = entered.keys("j ").shows("Added to the plan: ");
    assert_eq!(picked.saved().picks.len(), 1);
    picked.keys("j ").shows("Added to the plan: ");
    assert_eq!(picked.keys("j ").saved().picks.len(), 2);
    // The first Esc keeps the hits, the second leaves them; the input line continues with the same text.
    assert_eq!(hits.keys("<Esc>").text(), entered.text());
    assert_eq!(hits.keys("<Esc><Esc>").text(), screen.text());
    entered.keys("/").shows(" / rust▌").keys(" lin").shows(" / rust lin▌");
    // Without hits, the list cannot be entered.
    screen.keys("/qqqqq<Tab>").shows(" / qqqqq▌");
    assert_eq!(screen.keys("/qqqqq<Esc>").text(), screen.text());
}

#[test]
fn the_arrow_up_brings_former_searches_back() {
    let screen = screen(SATURDAY).size((80, 24)).keys("/rust<Enter>/linux<Enter>/kernel<Esc><Esc>");
    screen
        .keys("/<Up>")
        .shows(" / kernel▌")
        .keys("<Up>")
        .shows(" / linux▌")
        .keys("<Up><Up>")
        .shows(" / rust▌");
    screen.keys("/lin<Up>").shows(" / kernel▌").keys("<Enter>").shows("hit 1 of ");
    self::screen(SATURDAY).size((80, 24)).keys("/<Up>").shows(" / ▌");
}

#[test]
fn a_search_without_hits_is_reported_and_moves_nothing() {
    let screen = screen(SATURDAY).size((80, 24)).keys("jj");
    let nothing = screen.keys("/qqqqq").shows("0 hits").keys("<Enter>").shows("Nothing found for “qqqqq”.");
    assert_eq!(nothing.keys("<Left>").text(), screen.text());
    assert_eq!(screen.keys("/rust<Esc><Esc>").text(), screen.text());
    assert_eq!(screen.keys("/a<BS><BS>").text(), screen.text());
    assert_eq!(screen.keys("/<Enter>").text(), screen.text());
    assert_eq!(screen.keys("n").text(), screen.text(), "nothing was looked for");
}

#[test]
fn letters_are_text_while_typing() {
    let screen = screen(SATURDAY).size((80, 24));
    screen.keys("/q2?10j").shows(" / q2?10j▌");
    screen.keys("/<paste open\nsource>").shows(" / open source▌");
    screen.keys("/rust<Enter>nnnnnnn").shows("hit 8 of 16");
    screen.keys("/rst<Left><Left>u").shows(" / ru▌st").keys("<C-u>").shows(" / ▌st");
}

#[test]
fn searches_work_in_any_language_and_keyboard_layout() {
    let event = "title = 'T'\n[[agenda]]\ntitle = { ky = 'Өз ара аракеттенүү', en = 'Interaction' }\n\
        [[agenda]]\ntitle = 'Чай'\n";
    Screen::of(event).keys("j/оз ара<Enter>").shows("hit 1 of 1").shows(" Өз ара аракеттенүү\n");
    Screen::of(event).keys("j/INTERACT<Enter>").shows(" Өз ара аракеттенүү\n");
}

const KOCHI: &str = "title = 'T'\ntimezone = 'Asia/Kolkata'\n[[agenda]]\ntitle = 'Talk'\n\
    date = 2023-09-10\nstart = '10:30'\nend = '11:15'\n[[agenda]]\ntitle = 'Night'\ndate = 2023-09-11\n\
    start = '01:00'\nduration = '1h'\n";

#[test]
fn z_shows_the_other_clock_and_each_is_named() {
    let berlin = |keys: &str| Screen::of(KOCHI).tz("Europe/Berlin").keys(keys);
    berlin("").shows("10:30–11:15").shows("Kolkata time");
    Screen::of(KOCHI).tz("Europe/Berlin").size((120, 24)).shows("z my time");
    berlin("<Enter>").shows("Sun 10 Sept, 10:30–11:15 (45 min)").shows("07:00–07:45, my time, Berlin");
    let own = berlin("z").shows("07:00–07:45").shows("my time, Berlin").lacks("10:30");
    own.keys("<Enter>").shows("Sun 10 Sept, 07:00–07:45 (45 min)").shows("10:30–11:15, Kolkata time");
    assert_eq!(own.keys("z").picture(), berlin("").picture());
}

#[test]
fn the_evening_stays_an_evening_on_every_clock() {
    let at = |zone: &str, keys: &str| Screen::of(KOCHI).tz(zone).keys(keys);
    at("Europe/Berlin", "").shows("01:00–02:00+1   Night");
    at("Europe/Berlin", "z").shows("21:30–22:30     Night");
    at("Pacific/Auckland", "z").shows("17:00–17:45     Talk").shows("07:30–08:30+1   Night");
    at("America/Los_Angeles", "z").shows("22:00–22:45-1   Talk").shows("12:30–13:30     Night");
}

#[test]
fn a_schedule_that_does_not_name_its_zone_has_one_clock() {
    let event = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'a'\nstart = '10:00'\n";
    let screen = Screen::of(event).tz("Asia/Bishkek").lacks("z my time").keys("z");
    screen.shows("The schedule does not give its time zone.").shows("10:00").shows("venue time");
    let offset =
        Screen::of(&event.replace("'10:00'", "2025-02-01T10:00:00+01:00")).tz("Asia/Bishkek").keys("z");
    offset.shows("15:00").shows("my time, Bishkek");
}

#[test]
fn now_is_in_the_displayed_time_zone() {
    let at = Screen::of(KOCHI).tz("Europe/Berlin").now("2023-09-10T05:20:00Z");
    at.clone().shows("now 10:50");
    at.keys("z").shows("now 07:20");
}

#[test]
fn up_and_down_step_through_the_history() {
    let screen = screen(SATURDAY).size((80, 24)).keys("/kernel<Enter>/rust<Enter>");
    let recalled = screen.keys("/lin<Up>").shows(" / rust▌").keys("<Up>").shows(" / kernel▌");
    recalled.keys("<Up>").shows(" / kernel▌");
    recalled.keys("<Down>").shows(" / rust▌").keys("<Down>").shows(" / lin▌");
    assert_eq!(recalled.keys("<Down><Down>").picture(), screen.keys("/lin").picture());
    // From there, it enters the list of hits; a changed text is a new one.
    assert_eq!(recalled.keys("<Down><Down><Down>").picture(), screen.keys("/lin<Down>").picture());
    assert_eq!(recalled.keys("s<Down>").picture(), screen.keys("/kernels<Down>").picture());
}
