//! Lists and details: the contents of rows, their columns, and the sessions on a page.

use crate::harness::{Screen, screen};
use crate::{JUDGES, SATURDAY};

/// An invented day: two rooms, a long title, speakers, a session without a room, one without a title.
const DAY: &str = r#"
title = "Day of Water"
timezone = "UTC"
date = 2025-02-01
[[agenda]]
title = "Opening"
start = "09:00"
end = "09:30"
room = "Great Hall of the Water Masters"
people = ["Aiym Example"]
kind = "opening"
[[agenda]]
title = "How the gardens of a whole village share one canal without ever asking which of them was first"
start = "09:30"
end = "10:15"
room = "Great Hall of the Water Masters"
kind = "talk"
type = "Talk"
track = "Canals"
url = "https://example.org/canal"
[[agenda]]
title = "Measuring"
start = "10:30"
end = "11:00"
room = "Great Hall of the Water Masters"
people = ["Bakyt Example"]
kind = "talk"
type = "Lecture"
track = "Canals"
[[agenda]]
title = "Bread"
start = "11:00"
kind = "break"
[[agenda]]
start = "12:00"
kind = "workshop"
[[agenda]]
title = "Boats"
start = "12:30"
end = "13:00"
room = "Yard"
people = ["Bakyt Example"]
status = "cancelled"
track = "Boats"
[[agenda]]
title = "Bridges"
start = "14:00"
end = "15:00"
room = "Great Hall of the Water Masters"
people = ["Bakyt Example"]
"#;

fn day() -> Screen {
    Screen::of(DAY).size((80, 24))
}

/// Returns the lines of the screen without the scrollbar and trailing blanks.
fn lines(screen: &Screen) -> Vec<String> {
    screen.text().lines().map(|line| line.trim_end_matches(['▐', ' ']).to_owned()).collect()
}

#[track_caller]
fn has(screen: &Screen, rows: &[&str]) {
    let lines = lines(screen);
    assert!(lines.windows(rows.len()).any(|window| window == rows), "no {rows:#?} in {lines:#?}");
}

#[test]
fn a_title_goes_on_below_what_is_beside_it() {
    has(
        &day(),
        &[
            "▌09:00–09:30     Opening                       Great Hall of the Water Masters",
            " 09:30–10:15    ▌How the gardens of a whole    Great Hall of the Water Masters",
            "                ▌village share one canal without ever asking which of them wa…",
        ],
    );
    // In the plan and in the hits, too.
    let plan = day().keys("j 6");
    has(
        &plan,
        &[
            "▌09:30–10:15   ★ How the gardens of a whole    Great Hall of the Water Masters",
            "▌                village share one canal without ever asking which of them wa…",
        ],
    );
    let hits = day().keys("/gardens<Tab>");
    has(
        &hits,
        &[
            "▌09:30   How the gardens of a whole village    Great Hall of the Water Masters",
            "▌        share one canal without ever asking which of them was first",
        ],
    );
    // A short name leaves space for more, a long one does not.
    let wide = screen(SATURDAY).size((120, 40)).now("2025-02-01T11:42:00Z");
    has(
        &wide,
        &[
            "▌12:35    ▌The AFF3CT framework for building         UB2.147  │",
            "▌         ▌numerical communication chains                    ▐│   page  https://fosdem.org/2025/schedule/event/",
        ],
    );
    let judges = screen(JUDGES).size((80, 24));
    judges.shows("    4     Кызматкерлердин квалификациясын биргелешип жогорулатуу методдору\n");
}

#[test]
fn few_titles_are_cut() {
    // The number of its 91 titles that do not fit on two lines.
    for (size, most) in [((120, 40), 8), ((80, 24), 3)] {
        let saturday = screen(SATURDAY).size(size);
        let mut cut = std::collections::BTreeSet::new();
        for pages in 0..12 {
            let page = saturday.keys(&"<PgDn>".repeat(pages));
            cut.extend(lines(&page).into_iter().filter_map(|line| {
                let list = line.split('│').next().unwrap_or_default().trim_end().to_owned();
                (list.ends_with('…') && list.contains('▌')).then_some(list.replace("▌ ", "  "))
            }));
        }
        assert!(cut.len() <= most, "{} are cut: {cut:#?}", cut.len());
    }
}

#[test]
fn a_kind_is_no_room() {
    day().lacks("break").shows("(no title) · ! · workshop").keys("jjj<Enter>").shows("kind  break");
    screen(JUDGES)
        .size((80, 24))
        .lacks("discussion")
        .lacks("greeting")
        .keys("<Enter>")
        .shows("kind  greeting");
}

#[test]
fn all_values_of_a_detail_begin_in_one_column() {
    has(&day().keys("j<Enter>"), &["  kind  talk", "", "  page  https://example.org/canal"]);
    let room = Screen::of(&DAY.replace(
        "[[agenda]]\ntitle = \"Opening\"",
        "[[rooms]]\nname = \"Yard\"\ncapacity = 40\n[[agenda]]\ntitle = \"Opening\"",
    ));
    has(
        &room.keys("jjjjj<Enter><Enter>"),
        &[" Yard", "", "  capacity  40", "", " Sat 1 Feb ▌12:30–13:00  Boats · cancelled · Bakyt Example"],
    );
    // Days with one and two digits.
    let days = "title = 'T'\n[[agenda]]\ntitle = 'One'\ndate = 2025-03-09\nstart = '9:00'\npeople = ['A']\n\
                [[agenda]]\ntitle = 'Two'\ndate = 2025-03-10\nstart = '10:00'\npeople = ['A']\n";
    has(&Screen::of(days).keys("2<Enter>"), &["  Sun 9 Mar ▌09:00 –  One", " Mon 10 Mar  10:00 –  Two"]);
}

#[test]
fn a_type_equal_to_the_kind_is_not_repeated() {
    day().keys("j<Enter>").shows("kind  talk").lacks("type");
    day().keys("jj<Enter>").shows("  kind  talk\n   type  Lecture".trim_start());
    let keynote = |kind: &str, published: &str| {
        let text =
            format!("title = 'T'\nagenda = [{{ title = 'A', kind = '{kind}', type = '{published}' }}]\n");
        Screen::of(&text)
    };
    keynote("keynote", "KEYNOTE").keys("<Enter>").shows("kind  keynote").lacks("type");
    keynote("keynote", "keynote").ui("ru").keys("<Enter>").lacks("keynote");
    keynote("Stammtisch", "stammtisch").keys("<Enter>").shows("kind  Stammtisch").lacks("type");
    keynote("keynote", "Opening keynote").keys("<Enter>").shows("type  Opening keynote");
}

#[test]
fn the_tab_of_an_empty_pane_is_faint_and_passed_over() {
    day().shows("1 Agenda 7  2 People 2  3 Organizers  4 Sponsors  5 About  6 Plan");
    day().keys("2<Tab>").shows("About the conference").keys("<S-Tab>").shows("Bakyt Example");
    day().keys("3").shows("No organizers named.").keys("<Tab>").shows("About the conference");
    day().keys("4").shows("No sponsors named.").keys("<S-Tab>").shows("Bakyt Example");
    // Tab does not skip an empty plan, because it is filled here.
    day().keys("2<Tab><Tab>").shows("Nothing picked yet.").keys("<Tab>").shows("Opening");
    let judges = screen(JUDGES).size((80, 24));
    judges.shows("3 Organizers 1").keys("2<Tab>").shows("▌").lacks("Осконбаев");
    let picture = day().picture();
    let styles: Vec<&str> = picture.lines().skip_while(|line| !line.starts_with(" aaa")).collect();
    let (text, map) = (picture.lines().nth(1).unwrap_or_default(), styles[1]);
    let style = |of: &str| text.find(of).and_then(|at| map.chars().nth(at));
    assert_eq!(style("3 Organizers"), style("4 Sponsors"));
    assert_ne!(style("3 Organizers"), style("2 People"));
}

#[test]
fn the_timeline_and_back_leaves_the_list_as_it_was() {
    for size in [(120, 40), (80, 24), (40, 12), (100, 31), (200, 60)] {
        for keys in ["", "jjjj", "<PgDn><PgDn>", "G", "Gkkk"] {
            let list = screen(SATURDAY).size(size).now("2025-02-01T11:42:00Z").keys(keys);
            assert_eq!(list.keys("vv").picture(), list.picture(), "{size:?} {keys}");
        }
    }
    // A distant row is scrolled to a third of the height.
    let far = screen(SATURDAY).size((80, 24)).keys("vGv");
    let row = far.text().lines().position(|line| line.starts_with('▌')).unwrap_or_default();
    assert!(row > 3, "{}", far.text());
}

#[test]
fn a_session_in_the_timeline_has_all_the_room_that_is_free() {
    let overlapping = |rooms: &str| {
        let session = |n: usize| {
            format!(
                "{{ title = 'A long title of session {n}', start = '10:00', end = '10:30', room = 'A' }},\n"
            )
        };
        let agenda = [0, 1, 2].map(session).concat();
        Screen::of(&format!("title = 'T'\ndate = 2025-03-01\nagenda = [\n{agenda}{rooms}]\n")).keys("v")
    };
    let alone = overlapping("").size((120, 40));
    alone
        .shows("A long title of session 0")
        .shows("A long title of session 1")
        .shows("A long title of session 2");
    let beside = overlapping("{ title = 'Other', start = '10:00', end = '11:00', room = 'B' },\n");
    beside.clone().size((120, 40)).shows("▌A long title of session");
    // If rooms do not fit side by side, overlapping sessions still share one.
    beside.size((40, 12)).shows("▌A long");
}

#[test]
fn the_page_of_a_room_marks_running_and_next_sessions() {
    let room = |now: &str| day().now(now).keys("g<Enter><Enter>");
    let at = room("2025-02-01T10:40:00Z");
    has(
        &at,
        &[
            " Great Hall of the Water Masters",
            "",
            " Sat 1 Feb    09:00–09:30  Opening · Aiym Example",
            "              09:30–10:15  How the gardens of a whole village share one canal",
            "                           without ever asking which of them was first",
            "           ▌● 10:30–11:00  Measuring · Bakyt Example",
            "            ○ 14:00–15:00  Bridges · in 3 h 20 min · Bakyt Example",
        ],
    );
    at.keys(" ").shows("● 10:30–11:00 ★  Measuring").shows("○ 14:00–15:00    Bridges");
    let between = room("2025-02-01T11:30:00Z");
    between.shows("▌○ 14:00–15:00  Bridges").lacks("●");
    room("2025-02-01T20:00:00Z").shows(" ▌09:00–09:30  Opening").lacks("○");
    room("2025-01-01T20:00:00Z").shows(" ▌09:00–09:30  Opening").lacks("○");
}

#[test]
fn a_long_page_opens_at_now_below_its_name() {
    let room = screen(SATURDAY).now("2025-02-01T15:30:00Z").size((80, 24)).keys("<Enter><Enter>");
    let name = lines(&room)[3].clone();
    assert_eq!(name, " UD2.120 (Chavanne)");
    room.lacks("Sat 1 Feb ▌").lacks(" Sat 1 Feb  ").keys("g").shows(&name).shows(" Sat 1 Feb ▌");
    for size in [(120, 40), (80, 24), (40, 12)] {
        let room = screen(SATURDAY).now("2025-02-01T15:30:00Z").size(size).keys("<Enter><Enter>");
        let page = lines(&room);
        assert!(page.iter().any(|line| line.contains("▌● ")), "{page:#?}");
        let track = screen(SATURDAY).now("2025-02-01T15:30:00Z").size(size).keys("<Enter>j<Enter>");
        assert!(lines(&track).iter().any(|line| line.contains("▌● ")), "{:#?}", lines(&track));
        assert_eq!(
            room.keys("<BS>").text(),
            screen(SATURDAY).now("2025-02-01T15:30:00Z").size(size).keys("<Enter>").text()
        );
    }
}

#[test]
fn people_and_tracks_tell_it_as_well() {
    let person = day().now("2025-02-01T10:40:00Z").keys("2j<Enter>");
    has(
        &person,
        &[
            " Bakyt Example",
            "",
            " Sat 1 Feb ▌● 10:30–11:00  Measuring · Great Hall of the Water Masters",
            "              12:30–13:00  Boats · cancelled · Yard",
            "            ○ 14:00–15:00  Bridges · in 3 h 20 min · Great Hall of the Water",
            "                           Masters",
        ],
    );
    let track = day().now("2025-02-01T10:40:00Z").keys("<Enter>j<Enter>");
    track.shows(" Canals\n").shows("● 10:30–11:00  Measuring · Bakyt Example").lacks("○");
}

#[test]
fn without_colors_the_selected_row_is_whole() {
    let mono = screen(SATURDAY).size((80, 24)).without_colors().keys("jj");
    let is_selected = |line: &&str| line.starts_with('▌');
    for (screen, bars) in
        [(mono.clone(), 1), (mono.keys("j"), 1), (screen(SATURDAY).size((80, 24)).keys("jj"), 2)]
    {
        let text = screen.text();
        let selected: Vec<&str> = text.lines().filter(is_selected).collect();
        assert!(!selected.is_empty(), "{text}");
        assert!(selected.iter().all(|line| line.matches('▌').count() == bars), "{selected:#?}");
    }
}

#[test]
fn days_that_fit_around_the_displayed_day_are_named() {
    let day = |day| format!("[[agenda]]\ntitle = 'On {day}'\ndate = 2025-03-{day:02}\nstart = '10:00'\n");
    let event =
        (1..=20).map(day).fold("title = 'T'\ntimezone = 'UTC'\n".to_owned(), |event, day| event + &day);
    let days = |keys: &str| {
        let screen = Screen::of(&event).size((40, 12)).keys(keys);
        screen.text().lines().nth(3).map(str::to_owned).unwrap_or_default()
    };
    assert_eq!(days(""), " Sat 1 Mar   Sun 2 Mar   Mon 3 Mar   Tu…");
    assert_eq!(days("]]]"), "‹Sun 2 Mar   Mon 3 Mar   Tue 4 Mar   We…");
    assert_eq!(days(&"]".repeat(11)), "‹Mon 10 Mar   Tue 11 Mar   Wed 12 Mar");
    assert_eq!(days(&"]".repeat(25)), "‹Tue 18 Mar   Wed 19 Mar   Thu 20 Mar");
}
