//! The smallest ratatui program: a list with a selection beside a text. It shows what the libraries alone cost.
//! `j` and `k` move the selection, `q` quits.

use std::io;

use ratatui::Frame;
use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Style, Stylize};
use ratatui::text::Line;
use ratatui::widgets::{Block, List, ListItem, ListState, Paragraph, Wrap};

const ROWS: usize = 1_000;

fn main() -> io::Result<()> {
    let titles: Vec<String> = (1..=ROWS).map(|number| format!("Session {number}")).collect();
    let texts: Vec<String> =
        (1..=ROWS).map(|number| format!("A sentence about session {number}. ").repeat(30)).collect();
    let mut terminal = ratatui::init();
    let (mut selected, mut top) = (0, 0);
    let outcome = loop {
        let drawn = terminal.draw(|frame| draw(frame, &titles, &texts[selected], selected, &mut top));
        match drawn.and_then(|_| next(selected)) {
            Ok(Some(row)) => selected = row,
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    ratatui::restore();
    outcome
}

fn draw(frame: &mut Frame, titles: &[String], text: &str, selected: usize, top: &mut usize) {
    let rows = [Constraint::Length(1), Constraint::Min(0), Constraint::Length(1)];
    let [head, body, foot] = Layout::vertical(rows).areas(frame.area());
    let [left, right] = Layout::horizontal([Constraint::Percentage(50); 2]).areas(body);
    let height = usize::from(left.height.saturating_sub(2)).max(1);
    *top = (*top).clamp((selected + 1).saturating_sub(height), selected);
    let items = titles.iter().skip(*top).take(height).map(|title| ListItem::new(title.as_str()));
    let list = List::new(items).block(Block::bordered()).highlight_style(Style::new().reversed());
    frame.render_widget(Line::from(" Agenda  People ").bold(), head);
    frame.render_stateful_widget(list, left, &mut ListState::default().with_selected(Some(selected - *top)));
    frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }).block(Block::bordered()), right);
    frame.render_widget(Line::from(format!("{}/{ROWS} READY", selected + 1)), foot);
}

/// Waits for a key or a new size. Returns the selected row, or `None` to quit.
fn next(selected: usize) -> io::Result<Option<usize>> {
    loop {
        match event::read()? {
            Event::Key(key) => match key.code {
                KeyCode::Char('q') => return Ok(None),
                KeyCode::Char('j') => return Ok(Some((selected + 1).min(ROWS - 1))),
                KeyCode::Char('k') => return Ok(Some(selected.saturating_sub(1))),
                _ => {}
            },
            Event::Resize(..) => return Ok(Some(selected)),
            _ => {}
        }
    }
}
