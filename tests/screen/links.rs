//! Prose on the screen: styles of markup, and external links.

use std::time::{Duration, Instant};

use super::SATURDAY;
use crate::harness::{Screen, screen};

/// An invented session in Markdown.
const MARKDOWN: &str = r#"
title = "Day of Water"
[[agenda]]
title = "What a water master measures"
room = "Great Hall"
url = "https://example.org/water/master"
description = """
A *mirap* shares the water of a canal among **forty** gardens. See [the map of all canals](https://maps.example.net/canals?of=water) \
or write to <salam@example.org>.

## What to bring

1. A stick with marks; `mirap --measure` prints one
2. Boots:
   - high ones, since the water of May is cold and the canal is deeper than it looks from the road
   - not new

> Who has no stick has no water.

```
0900  upper gardens
1300  lower gardens
```
"""
"#;

fn at(size: (u16, u16)) -> Screen {
    Screen::of(MARKDOWN).size(size).keys("<Enter>")
}

fn page(text: &str) -> Screen {
    Screen::of(&format!("title = 'T'\ndescription = '''{text}'''\n")).size((80, 24)).keys("5<Enter>")
}

/// Clicks on the beginning of a text.
fn click(screen: &Screen, text: &str) -> Screen {
    let frame = screen.text();
    let found = frame.lines().enumerate().find_map(|(row, line)| Some((line.find(text)?, row, line)));
    let (byte, row, line) = found.unwrap_or_else(|| panic!("no {text:?} in:\n{frame}"));
    screen.keys(&format!("<click {},{row}>", line[..byte].chars().count()))
}

#[test]
fn marks_have_looks() {
    for (size, name) in [((80, 24), "80x24"), ((120, 40), "120x40"), ((40, 12), "40x12")] {
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("markdown-{name}"), at(size).keys("j").picture());
        });
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("markdown-mono-80x24", at((80, 24)).without_colors().keys("j").picture());
    });
}

#[test]
fn the_hints_show_the_host_of_a_link() {
    let room = at((80, 24)).shows("Enter follow");
    assert_eq!(room.opened(), "");
    let map = room.keys("j").shows("Enter opens maps.example.net ");
    assert_eq!(map.opened(), "");
    let opened = map.keys("<Enter>").shows("Opening maps.example.net…");
    assert_eq!(opened.opened(), "https://maps.example.net/canals?of=water");
    let letter = map.keys("j").shows("Enter writes to salam@example.org ");
    assert_eq!(letter.keys("<Enter>").opened(), "mailto:salam@example.org");
    let page = room.keys("G").shows("Enter opens example.org ");
    assert_eq!(page.keys("<Enter>").opened(), "https://example.org/water/master");
    assert_eq!(map.keys("<Enter><Right>").picture(), map.picture(), "one stays where one was");
}

#[test]
fn the_selected_link_is_copied() {
    assert_eq!(at((80, 24)).keys("jy").copied(), "https://maps.example.net/canals?of=water");
}

#[test]
fn a_click_shows_where_a_link_leads_before_another_one_opens_it() {
    let screen = at((80, 24));
    let clicked = click(&screen, "the map of all").shows("Enter opens maps.example.net ");
    assert_eq!(clicked.opened(), "");
    assert_eq!(click(&clicked, "the map of all").opened(), "https://maps.example.net/canals?of=water");
    assert_eq!(click(&clicked, "Enter opens").opened(), "https://maps.example.net/canals?of=water");
    click(&clicked, "A mirap shares").shows("Enter opens maps.example.net ");
    assert_eq!(click(&clicked.keys("<PgDn>"), "https://example.org").opened(), "");
}

#[test]
fn the_text_of_a_link_does_not_hide_its_host() {
    page("[https://bank.example](https://evil.example/)").shows("Enter opens evil.example ");
    page("[x](https://bank.example@evil.example/)").shows("Enter opens evil.example ");
    let long = format!("[x](https://bank.example.{}evil.example/)", "x.".repeat(100));
    page(&long).shows(".x.evil.example ").shows("Enter opens …").shows("q quit");
    page(&long).size((30, 12)).shows(".x.evil.example\n").shows("Enter opens …").lacks("quit");
    page("[x](javascript:alert)").lacks("Enter").keys("<Enter>").shows("x");
}

#[test]
fn where_nothing_can_be_opened_the_address_is_copied() {
    let screen = page("https://example.org/a").cannot_open().keys("<Enter>");
    assert_eq!(screen.copied(), "https://example.org/a");
    screen.shows("No browser here; sent to the clipboard: https://example.org/a");
}

#[test]
fn an_address_of_several_lines_is_one_link() {
    let address = format!("https://example.org/{}", "abcdefghi/".repeat(12));
    let screen = page(&format!("See {address} there."));
    assert_eq!(screen.text().matches('▌').count(), 2, "{}", screen.text());
    for row in 5..7 {
        assert_eq!(screen.keys(&format!("<click 8,{row}>")).opened(), address, "row {row}");
    }
    assert_eq!(screen.keys("<click 78,6><click 78,6>").opened(), "", "behind its end there is none");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "it measures how long something takes")]
fn a_huge_text_is_read_once() {
    let text = "word [link](https://example.org) ".repeat(20_000);
    let event = format!("title = 'T'\ndescription = '''{text}'''\n");
    Screen::of(&event).keys("5<Enter>").shows("Enter opens example.org").keys("GG<PgUp>").shows("▌link");
    let begun = Instant::now();
    Screen::of(&event).keys("5<Enter>").keys(&"<PgDn>".repeat(200)).shows("link");
    // Parsing or wrapping the text for each key would take minutes.
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[test]
fn no_address_of_an_event_of_ours_is_lost() {
    screen("events/showcase.toml").size((80, 24)).keys("5<Enter>").shows("Enter opens ");
}

#[test]
fn an_address_is_shown_as_a_qr_code() {
    let session = screen(SATURDAY).size((80, 30));
    let code = session.keys("Q").shows("╭─ Scan to open ─").shows("█▀▀▀▀▀█");
    assert_eq!(code.keys("<Esc>").picture(), session.picture());
    assert_eq!(code.keys("Q").picture(), session.picture());
    // Black on white, and a small window.
    let light = code.buffer().content().iter().filter(|cell| cell.bg == ratatui::style::Color::White).count();
    assert!(light > 500, "{light} light cells");
    session.clone().size((40, 12)).keys("Q").shows("The QR code is larger than this");
    session.clone().ascii().size((120, 60)).keys("Q").shows("+- Scan to open -").lacks("▄");
    // The selected link rather than the session.
    assert_ne!(session.keys("<Enter>Q").picture(), code.picture());
    Screen::of("title = 'T'\n[[agenda]]\ntitle = 'a'\n").keys("Q").shows("The selection has no web address.");
}
