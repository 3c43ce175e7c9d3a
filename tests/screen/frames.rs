//! Frames as text and as a map of styles.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kurultai::tui::{App, view};
use kurultai_schedule::text::width;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};

/// Returns the screen of an app.
pub(crate) fn draw(app: &App) -> Buffer {
    let (columns, rows) = app.size();
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a test backend never fails");
    let frame = terminal.draw(|frame| view(app, frame)).expect("a test backend never fails");
    frame.buffer.clone()
}

/// Checks that every line of a frame has exactly the width of the frame.
pub(crate) fn assert_frame(buffer: &Buffer, (columns, rows): (u16, u16)) {
    assert_eq!((buffer.area.width, buffer.area.height), (columns, rows));
    for line in lines(buffer) {
        assert_eq!(width(&line), usize::from(columns), "{line:?}");
    }
}

fn lines(buffer: &Buffer) -> Vec<String> {
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            // A wide letter also covers the next cell.
            x += u16::try_from(width(symbol)).unwrap_or(1).max(1);
        }
        lines.push(line);
    }
    lines
}

pub(crate) fn frame(buffer: &Buffer) -> String {
    lines(buffer).iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

pub(crate) fn styles(buffer: &Buffer) -> String {
    let mut letters: BTreeMap<String, char> = BTreeMap::new();
    let mut legend = Vec::new();
    let mut map = String::new();
    for y in 0..buffer.area.height {
        let mut row = String::new();
        for x in 0..buffer.area.width {
            let name = style_name(buffer[(x, y)].style());
            let next = char::from(b'a' + u8::try_from(letters.len()).unwrap_or(25).min(25));
            let letter = if name.is_empty() { ' ' } else { *letters.entry(name.clone()).or_insert(next) };
            if letter == next && !legend.contains(&(letter, name.clone())) && letter != ' ' {
                legend.push((letter, name));
            }
            row.push(letter);
        }
        map.push_str(row.trim_end());
        map.push('\n');
    }
    for (letter, name) in legend {
        writeln!(map, "{letter}: {name}").expect("a string takes all");
    }
    map
}

fn style_name(style: Style) -> String {
    let color = |name: &str, color: Option<Color>| {
        color.filter(|color| *color != Color::Reset).map(|color| format!("{name}={color}"))
    };
    let modifiers = format!("{:?}", style.add_modifier).to_lowercase();
    let modifiers = Some(modifiers).filter(|names| names != "none" && !names.is_empty());
    let parts = [color("fg", style.fg), color("bg", style.bg), modifiers];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
