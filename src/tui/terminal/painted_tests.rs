//! Whatever frames follow each other, the terminal shows the last one, as it was meant to look.

use proptest::collection::vec;
use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::style::force_color_output;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

use super::renderer::Renderer;

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

/// Some text at a place of a row.
type Word = (u16, String, Style);

fn row() -> impl Strategy<Value = Vec<Word>> {
    let text = prop_oneof![
        4 => "[a-z]{1,5}",
        2 => Just("▌".to_owned()),
        1 => Just("─────".to_owned()),
        2 => " {1,9}",
        1 => Just("日本".to_owned()),
        1 => Just("e\u{301}a".to_owned()),
        // Three columns in one, and a picture of which terminals do not agree how wide it is.
        1 => Just("द्धिa".to_owned()),
        1 => Just("☰a".to_owned()),
    ];
    vec((0..SIZE.0 - 5, text, style()), 0..5)
}

#[derive(Debug, Clone)]
enum Step {
    /// All rows move, and some are written anew.
    Move {
        by: u16,
        is_up: bool,
        anew: Vec<(u16, Vec<Word>)>,
    },
    Anew(Vec<Vec<Word>>),
}

fn rows() -> impl Strategy<Value = Vec<Vec<Word>>> {
    vec(row(), usize::from(SIZE.1))
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..5_u16, any::<bool>(), vec((0..SIZE.1, row()), 0..4))
            .prop_map(|(by, is_up, anew)| Step::Move { by, is_up, anew }),
        1 => rows().prop_map(Step::Anew),
    ]
}

fn frame(rows: &[Vec<Word>]) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    for (y, row) in (0..).zip(rows) {
        for (x, text, style) in row {
            // A wide sign is never half covered, as on our screens.
            if (*x..SIZE.0).take(text.width() + 1).all(|x| frame[(x, y)] == Cell::EMPTY) {
                frame.set_string(*x, y, text, *style);
            }
        }
    }
    frame
}

/// What a cell shows: a blank has no front.
fn seen(cell: &vt100::Cell) -> String {
    if cell.is_wide_continuation() {
        return "the rest of a sign".to_owned();
    }
    let text = if cell.contents().is_empty() { " " } else { cell.contents() };
    let (back, is_under, is_reversed) = (cell.bgcolor(), cell.underline(), cell.inverse());
    if text == " " && !is_under && !is_reversed {
        return format!("blank on {back:?}");
    }
    let (front, is_bold, is_dim, is_italic) = (cell.fgcolor(), cell.bold(), cell.dim(), cell.italic());
    format!("{text:?} {front:?} on {back:?} {is_bold} {is_dim} {is_italic} {is_under} {is_reversed}")
}

/// The screen of a terminal after some bytes, cell by cell.
fn screen(bytes: &[u8]) -> Vec<String> {
    let mut terminal = vt100::Parser::new(SIZE.1.try_into().unwrap(), SIZE.0.try_into().unwrap(), 0);
    terminal.process(bytes);
    let places = (0..SIZE.1).flat_map(|y| (0..SIZE.0).map(move |x| (y, x)));
    places.map(|(y, x)| seen(terminal.screen().cell(y, x).unwrap())).collect()
}

/// A frame written cell by cell, each at its place and with all that it looks like, by a library.
fn whole(frame: &Buffer) -> Vec<u8> {
    // Whatever the environment of the test says of colors.
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
        let (mut rows, mut painter) = (first, Renderer::default());
        let mut bytes = painter.paint(frame(&rows), None).unwrap();
        for step in steps {
            match step {
                Step::Anew(anew) => rows = anew,
                Step::Move { by, is_up, anew } => {
                    let by = usize::from(by);
                    if is_up { rows.rotate_left(by) } else { rows.rotate_right(by) }
                    for (y, row) in anew {
                        rows[usize::from(y)] = row;
                    }
                }
            }
            bytes.extend(painter.paint(frame(&rows), None).unwrap());
            let (is, should) = (screen(&bytes), screen(&whole(&frame(&rows))));
            for (at, (is, should)) in is.iter().zip(&should).enumerate() {
                prop_assert_eq!(is, should, "cell {}", at);
            }
        }
    }
}
