//! Property tests: after any sequence of frames, the terminal displays the last one.

use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::style::force_color_output;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

use super::{AnsiBackend, report_covered_cells};

/// Returns the text written to change one frame into another, without the marks of an update.
fn written_between(old: &Buffer, new: &Buffer) -> String {
    let mut backend = AnsiBackend::new(Vec::new());
    backend.resize(old.area.width, old.area.height);
    let mut terminal = Terminal::new(backend).unwrap();
    let mut draw = |next: &Buffer| {
        terminal.draw(|frame| frame.buffer_mut().clone_from(next)).unwrap();
        terminal.backend().writer().len()
    };
    let (begin, end) = (draw(old), draw(new));
    let bytes = terminal.backend().writer()[begin..end].to_vec();
    let text = String::from_utf8(bytes).unwrap();
    text.trim_start_matches("\u{1b}[?2026h").trim_end_matches("\u{1b}[?2026l").to_owned()
}

/// A frame of lines, with the style of some columns of the first one.
fn styled(lines: &[&str], columns: std::ops::Range<u16>, style: Style) -> Buffer {
    let mut frame = Buffer::with_lines(lines.to_vec());
    frame.set_style(Rect::new(columns.start, 0, columns.end - columns.start, 1), style);
    frame
}

#[test]
fn the_end_of_a_row_is_erased_rather_than_overwritten() {
    let check = |old: &str, new: &str, expected: &str| {
        let (old, new) = (Buffer::with_lines([old]), Buffer::with_lines([new]));
        assert_eq!(written_between(&old, &new), expected, "{old:?} → {new:?}");
    };
    check("abcdefgh", "abc     ", "\u{1b}[1;4H\u{1b}[K");
    check("abcdefgh", "        ", "\u{1b}[1H\u{1b}[K");
    check("ab日本語", "ab      ", "\u{1b}[1;3H\u{1b}[K");
    check("abcd    ", "ab      ", "\u{1b}[1;3H  ");
}

#[test]
fn many_blanks_inside_a_row_are_erased() {
    let check = |old: &str, new: &str, expected: &str| {
        let (old, new) = (Buffer::with_lines([old]), Buffer::with_lines([new]));
        assert_eq!(written_between(&old, &new), expected, "{old:?} → {new:?}");
    };
    check("abcdefghijklm|", "a            |", "\u{1b}[1;2H\u{1b}[12X");
    check("abcdefghijkl |", "a            |", "\u{1b}[1;2H\u{1b}[11X");
    check("abcdefghi    |", "a            |", "\u{1b}[1;2H        ");
    // The second half of a wide symbol is erased with the first one, even if the frame has a blank there.
    check("abcdefghijk日|", "a            |", "\u{1b}[1;2H\u{1b}[12X");
    check("abcdefghijk日本", "a            本", "\u{1b}[1;2H\u{1b}[12X");
}

#[test]
fn blanks_with_a_background_are_written() {
    let surface = Style::new().bg(Color::Blue);
    let (old, new) = (styled(&["abcdefgh"], 0..8, surface), styled(&["        "], 0..8, surface));
    assert_eq!(written_between(&old, &new), "\u{1b}[1H\u{1b}[48;5;4m        \u{1b}[m");
}

#[test]
fn what_cannot_be_seen_is_not_written() {
    let plain = Buffer::with_lines(["a    b"]);
    let differing = |style| styled(&["a    b"], 1..5, style);
    for style in [Style::new().fg(Color::Red), Style::new().bold(), Style::new().dim().fg(Color::Blue)] {
        assert_eq!(written_between(&plain, &differing(style)), "");
        assert_eq!(written_between(&differing(style), &plain), "");
    }
    for style in [Style::new().bg(Color::Red), Style::new().underlined(), Style::new().reversed()] {
        assert_ne!(written_between(&plain, &differing(style)), "");
        assert_ne!(written_between(&differing(style), &plain), "");
    }
}

#[test]
fn bold_is_turned_off_without_repeating_colors() {
    let old = Buffer::with_lines(["    "]);
    let color = Style::new().fg(Color::Rgb(1, 2, 3));
    let frame = |first: Style, rest: Style| {
        let mut frame = styled(&["abcd"], 0..2, first);
        frame.set_style(Rect::new(2, 0, 2, 1), rest);
        frame
    };
    let check = |first, rest, expected: &str| {
        assert_eq!(written_between(&old, &frame(first, rest)), expected);
    };
    check(color.bold(), color, "\u{1b}[1H\u{1b}[1;38;2;1;2;3mab\u{1b}[22mcd\u{1b}[m");
    check(color.dim(), color, "\u{1b}[1H\u{1b}[2;38;2;1;2;3mab\u{1b}[22mcd\u{1b}[m");
    check(color.bold().dim(), color.dim(), "\u{1b}[1H\u{1b}[1;2;38;2;1;2;3mab\u{1b}[22;2mcd\u{1b}[m");
    // To turn all off is shorter if little is left.
    check(color.bold(), Style::new().italic(), "\u{1b}[1H\u{1b}[1;38;2;1;2;3mab\u{1b}[0;3mcd\u{1b}[m");
    // Other modifiers are not turned off one by one.
    let reset = "\u{1b}[1H\u{1b}[4;38;2;1;2;3mab\u{1b}[0;38;2;1;2;3mcd\u{1b}[m";
    check(color.underlined(), color, reset);
}

#[test]
fn the_first_column_takes_few_bytes() {
    let check = |old: [&str; 3], new: [&str; 3], expected: &str| {
        let (old, new) = (Buffer::with_lines(old), Buffer::with_lines(new));
        assert_eq!(written_between(&old, &new), expected, "{new:?}");
    };
    check(["a.", "a.", "a."], ["b.", "b.", "a."], "\u{1b}[1Hb\r\nb");
    check(["a.", "a.", "a."], ["a.", "a.", "b."], "\u{1b}[3Hb");
    check(["a.", "a.", "a."], ["b.", "a.", "b."], "\u{1b}[1Hb\u{1b}[3Hb");
    // After the last column terminals disagree about the row of the cursor.
    check(["a.", "a.", "a."], ["a!", "b.", "a."], "\u{1b}[1;2H!\u{1b}[2Hb");
}

const SIZE: (u16, u16) = (24, 12);

fn style() -> impl Strategy<Value = Style> {
    let color = || {
        prop_oneof![
            4 => Just(Color::Reset),
            1 => Just(Color::Red),
            1 => Just(Color::White),
            1 => Just(Color::Indexed(137)),
            1 => Just(Color::Rgb(1, 22, 133)),
        ]
    };
    let modifier = prop_oneof![
        4 => Just(Modifier::empty()),
        1 => Just(Modifier::BOLD),
        1 => Just(Modifier::DIM),
        1 => Just(Modifier::REVERSED),
        1 => Just(Modifier::ITALIC | Modifier::UNDERLINED),
        1 => Just(Modifier::BOLD | Modifier::UNDERLINED),
    ];
    (color(), prop_oneof![4 => Just(Color::Reset), 1 => color()], modifier)
        .prop_map(|(front, back, modifier)| Style::new().fg(front).bg(back).add_modifier(modifier))
}

/// A text with its column.
type Word = (u16, String, Style);
/// Words, and the background of the whole row, as in selected rows.
type Row = (Vec<Word>, Option<Color>);

fn row() -> impl Strategy<Value = Row> {
    let text = prop_oneof![
        4 => "[a-z]{1,5}",
        2 => Just("▌".to_owned()),
        1 => Just("─────".to_owned()),
        2 => " {1,9}",
        1 => Just("日本".to_owned()),
        1 => Just("e\u{301}a".to_owned()),
        // A cluster of three columns, and a pictograph of ambiguous width.
        1 => Just("द्धिa".to_owned()),
        1 => Just("☰a".to_owned()),
    ];
    let background = prop_oneof![4 => Just(None), 1 => Just(Some(Color::Blue))];
    (vec((0..SIZE.0 - 5, text, style()), 0..5), background)
}

#[derive(Debug, Clone)]
enum Step {
    /// All rows move, and some are replaced.
    Move {
        by: u16,
        is_up: bool,
        replaced: Vec<(u16, Row)>,
    },
    Replace(Vec<Row>),
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    vec(row(), usize::from(SIZE.1))
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..5_u16, any::<bool>(), vec((0..SIZE.1, row()), 0..4))
            .prop_map(|(by, is_up, replaced)| Step::Move { by, is_up, replaced }),
        1 => rows().prop_map(Step::Replace),
    ]
}

fn frame(rows: &[Row]) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    for (y, (words, background)) in (0..).zip(rows) {
        for (x, text, style) in words {
            // As in our frames, wide symbols are never half covered.
            if (*x..SIZE.0).take(text.width() + 1).all(|x| frame[(x, y)] == Cell::EMPTY) {
                frame.set_string(*x, y, text, *style);
            }
        }
        if let Some(background) = background {
            frame.set_style(Rect::new(0, y, SIZE.0, 1), Style::new().bg(*background));
        }
    }
    frame
}

/// Describes the appearance of a cell; a blank has no foreground.
fn appearance(cell: &vt100::Cell) -> String {
    if cell.is_wide_continuation() {
        return "second half".to_owned();
    }
    let text = if cell.contents().is_empty() { " " } else { cell.contents() };
    let (back, is_under, is_reversed) = (cell.bgcolor(), cell.underline(), cell.inverse());
    if text == " " && !is_under && !is_reversed {
        return format!("blank on {back:?}");
    }
    let (front, is_bold, is_dim, is_italic) = (cell.fgcolor(), cell.bold(), cell.dim(), cell.italic());
    format!("{text:?} {front:?} on {back:?} {is_bold} {is_dim} {is_italic} {is_under} {is_reversed}")
}

/// Returns the cells of a terminal after some bytes.
fn screen(bytes: &[u8]) -> Vec<String> {
    let mut terminal = vt100::Parser::new(SIZE.1.try_into().unwrap(), SIZE.0.try_into().unwrap(), 0);
    terminal.process(bytes);
    let places = (0..SIZE.1).flat_map(|y| (0..SIZE.0).map(move |x| (y, x)));
    places.map(|(y, x)| appearance(terminal.screen().cell(y, x).unwrap())).collect()
}

/// Writes a frame with crossterm, each cell with its position and full style.
fn reference(frame: &Buffer) -> Vec<u8> {
    // The environment of the test may disable colors.
    force_color_output(true);
    let mut bytes = Vec::new();
    for y in 0..SIZE.1 {
        let mut x = 0;
        while x < SIZE.0 {
            let cell = &frame[(x, y)];
            CrosstermBackend::new(&mut bytes).draw(std::iter::once((x, y, cell))).unwrap();
            x += u16::try_from(cell.symbol().width().max(1)).unwrap();
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_terminal_shows_the_last_frame(first in rows(), steps in vec(step(), 1..6)) {
        let mut rows = first;
        let mut backend = AnsiBackend::new(Vec::new());
        backend.resize(SIZE.0, SIZE.1);
        let mut terminal = Terminal::new(backend).unwrap();
        let mut draw = |rows: &[Row]| {
            terminal
                .draw(|target| {
                    target.buffer_mut().clone_from(&frame(rows));
                    report_covered_cells(target.buffer_mut());
                })
                .unwrap();
            screen(terminal.backend().writer())
        };
        draw(&rows);
        for step in steps {
            match step {
                Step::Replace(replaced) => rows = replaced,
                Step::Move { by, is_up, replaced } => {
                    let by = usize::from(by);
                    if is_up { rows.rotate_left(by) } else { rows.rotate_right(by) }
                    for (y, row) in replaced {
                        rows[usize::from(y)] = row;
                    }
                }
            }
            let (actual, expected) = (draw(&rows), screen(&reference(&frame(&rows))));
            for (at, (actual, expected)) in actual.iter().zip(&expected).enumerate() {
                prop_assert_eq!(actual, expected, "cell {}", at);
            }
        }
    }
}
