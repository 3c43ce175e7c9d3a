//! The diagnostics of the file, in the format of `check`.

use crate::fetch::OpenError;
use crate::i18n::{Locale, Message};
use crate::presenter::diagnostic::full;
use crate::schedule::LoadedSchedule;
use crate::theme::TextRole;
use crate::tui::conference::{ConferenceState, ReloadError};
use crate::tui::widget::Line;
use kurultai_schedule::diagnostic::Severity;
use kurultai_schedule::text::wrap;

/// The largest width.
pub(super) const WIDTH: u16 = 104;
const TITLE: Message = Message::Problems;
/// The largest number of listed diagnostics.
const MAX_LISTED: usize = 200;

/// Returns title and lines for the current contents of the file; the displayed schedule may be older.
pub(super) fn of_file(
    locale: &Locale,
    state: Option<&ConferenceState>,
    columns: usize,
) -> (String, Vec<Line>) {
    let Some(state) = state else { return sheet(locale, None, columns) };
    let (title, mut lines) = match &state.reload_error {
        None => return sheet(locale, Some(&state.schedule), columns),
        Some(ReloadError::Incomplete(schedule)) => sheet(locale, Some(schedule), columns),
        Some(ReloadError::Unreadable(error)) => unreadable(locale, error, columns),
    };
    let former = wrap(&locale.text(Message::MistakesOfFile), columns).into_iter();
    let former = former.map(|line| Line::new(" ", TextRole::Text).add(line, TextRole::Dim));
    lines.splice(0..0, former.chain([Line::new(" ", TextRole::Text)]));
    (title, lines)
}

/// Returns title and lines for an unreadable file.
pub(super) fn unreadable(locale: &Locale, error: &OpenError, columns: usize) -> (String, Vec<Line>) {
    let lines = wrap(&error.sentence(locale), columns).into_iter();
    (locale.text(TITLE), lines.map(|line| Line::new(" ", TextRole::Text).add(line, TextRole::Text)).collect())
}

/// Returns title and lines for a schedule.
fn sheet(locale: &Locale, schedule: Option<&LoadedSchedule>, columns: usize) -> (String, Vec<Line>) {
    let title = locale.text(TITLE);
    let Some(schedule) = schedule.filter(|schedule| !schedule.diagnostics.is_empty()) else {
        return (
            title,
            vec![Line::new(" ", TextRole::Text).add(locale.text(Message::NoProblems), TextRole::Dim)],
        );
    };
    let mut lines = Vec::new();
    let mut add = |text: &str, role| {
        let wrapped = wrap(text, columns).into_iter();
        lines.extend(wrapped.map(|line| Line::new(" ", TextRole::Text).add(line, role)));
    };
    for diagnostic in schedule.diagnostics.iter().take(MAX_LISTED) {
        let role = match diagnostic.severity() {
            Severity::Error => TextRole::Bad,
            Severity::Warning => TextRole::Warn,
            Severity::Hint => TextRole::Text,
        };
        let text = full(diagnostic, &schedule.source, locale, columns);
        for (n, line) in text.lines().enumerate() {
            add(line, if n == 0 { role } else { TextRole::Dim });
        }
        add("", TextRole::Text);
    }
    let more = schedule.diagnostics.len().saturating_sub(MAX_LISTED);
    if more > 0 {
        add(&locale.count(Message::CheckMore, more), TextRole::Dim);
    } else {
        lines.pop();
    }
    (title, lines)
}
