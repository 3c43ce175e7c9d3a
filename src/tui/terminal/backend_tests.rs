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
