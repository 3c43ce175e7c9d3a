//! The appearance of rows in detail.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use kurultai::theme::BaseTheme;

use super::SATURDAY;
use crate::harness::{Screen, screen};

const DAY: &str = "title = 'T'\ntimezone = 'Europe/Brussels'\nlanguage = 'en'\n\
    [[tracks]]\nname = 'Water'\n[[tracks]]\nname = 'Ice'\n\
    [[agenda]]\ntitle = 'morning'\nid = '1'\ndate = 2025-02-01\nstart = '09:00'\nend = '10:00'\ntrack = 'Water'\n\
    [[agenda]]\ntitle = 'noon'\nid = '2'\ndate = 2025-02-01\nstart = '12:00'\nend = '13:00'\ntrack = 'Ice'\n\
    [[agenda]]\ntitle = 'evening'\nid = '3'\ndate = 2025-02-01\nstart = '18:00'\nend = '19:00'\ntrack = 'Ice'\n";

/// Returns the styles of the time and the title of a row.
fn looks(screen: &Screen, time: &str, title: &str) -> [String; 2] {
    let (text, buffer) = (screen.text(), screen.buffer());
    let rows = || text.lines().zip(0_u16..);
    let (line, row) = rows().find(|(line, _)| line.contains(title) && line.contains(time)).expect("a row");
    [time, title].map(|part| {
        let column = line[..line.find(part).expect("it is there")].chars().count();
        let cell = &buffer[(u16::try_from(column).expect("a column"), row)];
        format!("{:?} {:?}", cell.fg, cell.modifier)
    })
}

#[test]
fn past_sessions_are_dim() {
    // In the agenda, and in the plan, where both are picked.
    for keys in ["G", "g j 6"] {
        let screen = Screen::of(DAY).size((80, 24)).now("2025-02-01T05:00:00Z").keys(keys);
        let over = screen.clone().now("2025-02-01T12:00:00Z");
        for (time, title) in [("09:00", "morning"), ("12:00", "noon")] {
            let [of_time, of_title] = looks(&over, time, title);
            assert_eq!(of_time, of_title, "{title}\n{}", over.text());
            let former = looks(&screen, time, title);
            assert!(former[0] != of_time && former[1] != of_title, "{title}\n{}", screen.text());
        }
    }
    let over = Screen::of(DAY).size((80, 24)).now("2025-02-01T12:30:00Z").keys("g");
    assert_eq!(
        looks(&over, "18:00", "evening"),
        looks(&over.now("2025-02-01T05:00:00Z"), "18:00", "evening")
    );
}

#[test]
fn a_reversed_row_has_no_hole_at_the_bar_of_the_track() {
    for (size, keys) in [((80, 24), ""), ((40, 12), "j"), ((120, 40), "G")] {
        let screen = Screen::of(DAY).without_colors().now("2025-02-01T05:00:00Z").size(size).keys(keys);
        let buffer = screen.buffer();
        let reversed: Vec<&str> = (buffer.content().iter())
            .filter(|cell| cell.modifier.contains(Modifier::REVERSED))
            .map(Cell::symbol)
            .collect();
        let bars = reversed.iter().filter(|symbol| **symbol == "▌").count();
        // Only the mark shows the selection.
        assert_eq!((bars, reversed.first()), (1, Some(&"▌")), "{}", screen.text());
        // Rows that are not selected keep their track bars.
        assert!(screen.text().matches('▌').count() >= 3, "{}", screen.text());
    }
}

#[test]
fn a_reversed_row_has_no_patches_of_color() {
    let noon = "2025-02-01T12:20:00Z";
    let (day, saturday) = (Screen::of(DAY), screen("events/fosdem-2025-saturday.toml"));
    let cases = [" ", "Gm", "g j 6", " T", "G f"].map(|keys| (&day, keys));
    // In the timeline, the line of the current time is behind the selection.
    let of_timeline = ["v", "vl", " v"].map(|keys| (&saturday, keys));
    for (screen, keys) in cases.into_iter().chain(of_timeline) {
        let screen = screen.clone().sixteen_colors().now(noon).size((80, 24)).keys(keys);
        let buffer = screen.buffer();
        let reversed: Vec<&Cell> =
            buffer.content().iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).collect();
        let colored = reversed.iter().filter(|cell| cell.fg != Color::Reset || cell.bg != Color::Reset);
        let colored: Vec<&str> = colored.map(|cell| cell.symbol()).filter(|symbol| *symbol != "▌").collect();
        assert_eq!((colored, reversed.is_empty()), (Vec::new(), false), "{keys:?}\n{}", screen.text());
    }
}

#[test]
fn a_theme_with_a_background_covers_the_whole_screen() {
    for (theme, color) in [
        (BaseTheme::CatppuccinMocha, Color::Rgb(0x1e, 0x1e, 0x2e)),
        (BaseTheme::GruvboxDark, Color::Rgb(0x28, 0x28, 0x28)),
        (BaseTheme::HighContrast, Color::Rgb(0, 0, 0)),
    ] {
        for keys in ["", "v", "2<Enter>", " 6", "/rust", "f", "?", "!", "an", "k", "@"] {
            for size in [(120, 40), (40, 12), (19, 4)] {
                let screen = screen(SATURDAY).size(size).theme(theme).keys(keys);
                let buffer = screen.buffer();
                let bare = buffer.content().iter().filter(|cell| matches!(cell.bg, Color::Reset)).count();
                assert_eq!(bare, 0, "{theme:?} {keys} {size:?}\n{}", screen.text());
                assert!(buffer.content().iter().any(|cell| cell.bg == color));
            }
        }
    }
}

#[test]
fn tracks_have_the_colors_of_the_schedule() {
    let day = DAY.replace("track = ", "room = 'Hall'\ntrack = ");
    let colored = day.replace("name = 'Water'", "name = 'Water'\ncolor = '#ff00ff'");
    let unreadable = colored.replace("#ff00ff", "#000010");
    let bar = |text: &str, keys: &str| {
        let screen = Screen::of(text).size((80, 24)).now("2025-02-01T05:00:00Z").keys(keys);
        let buffer = screen.buffer();
        let bars = buffer.content().iter().filter(|cell| cell.symbol() == "▌");
        bars.map(|cell| cell.fg).collect::<Vec<_>>()
    };
    let own = Color::Rgb(0xff, 0, 0xff);
    for keys in ["G", "vG"] {
        assert!(bar(&colored, keys).contains(&own), "{keys}");
        assert!(!bar(&day, keys).contains(&own), "{keys}");
        assert_eq!(bar(&unreadable, keys), bar(&day, keys), "{keys}");
    }
}

#[test]
fn ascii_replaces_every_symbol_of_the_interface() {
    let event = DAY.replace("track = ", "room = 'Hall'\ntrack = ");
    for size in [(120, 40), (80, 24), (40, 12), (19, 4)] {
        for keys in [
            "",
            "v",
            "2",
            "5<Enter>",
            " jm6",
            "/noon",
            "/n<Enter>",
            "f",
            "?",
            ":",
            "!",
            "an",
            "@",
            "jT",
            "p",
            "H",
            "L",
            "G<Enter>",
        ] {
            let plain = Screen::of(&event).size(size).now("2025-02-01T11:30:00Z").keys(keys);
            let ascii = plain.clone().ascii().text();
            let (text, _) = ascii.split_once("\n\n aa").unwrap_or((&ascii, ""));
            assert!(text.is_ascii(), "{keys} {size:?}\n{text}");
            // Nothing moves.
            assert_eq!(ascii.lines().count(), plain.text().lines().count());
        }
    }
    // Letters of a schedule stay.
    let kyrgyz = Screen::of("title = 'Көл «Ысык»'\n").size((80, 24)).ascii().text();
    assert!(kyrgyz.contains("Көл \"Ысык\""), "{kyrgyz}");
}
