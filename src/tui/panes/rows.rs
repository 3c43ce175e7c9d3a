//! Rows and links shared by several panes.

use crate::i18n::Message;
use crate::presenter::Presenter;
use crate::theme::TextRole;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{Entry, Line, TEXT_WIDTH};
use kurultai_schedule::model::{Color, Conference, Link, TrackId};
use kurultai_schedule::text::wrap;

/// Returns the heading of a group, with a blank line above it unless it is the first.
pub(super) fn group(head: String, is_first: bool) -> Vec<Entry<PaneItem>> {
    let head = Entry::heading(Line::new(" ", TextRole::Text).add(head, TextRole::Faint));
    if is_first { vec![head] } else { vec![Entry::spacer(), head] }
}

/// Returns the role of a track: its color in the schedule, or one of the theme.
pub(super) fn track_role(conference: &Conference, track: TrackId) -> TextRole {
    let color = conference.track(track).color.map(|Color(red, green, blue)| [red, green, blue]);
    TextRole::track(track.index(), color)
}

/// Returns a row with a name and dim lines below it.
pub(super) fn named_row(item: PaneItem, name: &str, below: &[String], columns: usize) -> Entry<PaneItem> {
    let room = columns.saturating_sub(2).min(TEXT_WIDTH.into());
    let mut lines: Vec<Line> = wrap(name, room)
        .into_iter()
        .map(|line| Line::new(" ", TextRole::Text).add(line, TextRole::Text))
        .collect();
    for text in below {
        let text = wrap(text, room.saturating_sub(2));
        lines.extend(text.into_iter().map(|line| Line::new("   ", TextRole::Text).add(line, TextRole::Dim)));
    }
    Entry::row(item, lines)
}

/// Returns the labels and URLs of links.
pub(super) fn pages<'a>(
    presenter: &Presenter<'a>,
    links: &'a [Link],
) -> impl Iterator<Item = (Option<String>, String)> {
    links.iter().map(|link| (presenter.known(link.label.as_ref()), link.url.to_string()))
}

/// Returns a message instead of an empty list.
pub(super) fn nothing(presenter: &Presenter<'_>, message: Message, columns: usize) -> Vec<Entry<PaneItem>> {
    sentence(&presenter.word(message), columns)
}

/// Returns a sentence instead of a list.
pub(super) fn sentence(text: &str, columns: usize) -> Vec<Entry<PaneItem>> {
    let lines = wrap(text, columns.saturating_sub(2)).into_iter();
    lines.map(|line| Entry::separator(Line::new(" ", TextRole::Text).add(line, TextRole::Dim))).collect()
}
