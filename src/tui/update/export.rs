//! Export of the plan as a calendar file.

use std::path::PathBuf;

use crate::i18n::Message;
use crate::tui::Effect;
use crate::tui::app::{App, Notice};
use kurultai_schedule::format::ical;
use kurultai_schedule::model::{Priority, SessionId};

/// The largest length of the conference's name in a file name.
const MAX_NAME: usize = 40;

/// Exports picks and busy blocks as one calendar.
pub(super) fn plan(app: &mut App) -> Vec<Effect> {
    let Some(state) = &app.conference else { return Vec::new() };
    let conference = &state.schedule.conference;
    let sessions: Vec<SessionId> = state.plan_context.status.picks.sessions().map(|(id, _)| id).collect();
    let busy = &state.plan_context.plan.busy;
    let has_date = |id: &SessionId| conference.session(*id).times.date.is_some();
    if busy.is_empty() && !sessions.iter().any(has_date) {
        app.notice = Some(Notice::Sentence(Message::NoticeNothingToExport));
        return Vec::new();
    }
    let reading = state.reading.clone();
    let picks = &state.plan_context.status.picks;
    let planned = |id| ical::Planned {
        is_maybe: picks.priority(id) == Some(Priority::Maybe),
        note: picks.note(id).cloned(),
        minutes: app.viewer.settings.reminders.minutes.into(),
    };
    let locale = app.viewer.locale();
    let options = ical::Options { reading, words: locale, busy, sequence: None, plan: Some(&planned) };
    let text = ical::write(conference, &sessions, &options).text;
    let name = conference.acronym.as_ref().unwrap_or_else(|| conference.title.get(&state.reading));
    let of = state.plan_context.identity.names.first().map_or_else(String::new, ToString::to_string);
    vec![Effect::Export { name: file_name(name), text, of }]
}

/// Returns a file name without extension: `fosdem-2025-plan` for `FOSDEM 2025`. Only ASCII letters and digits remain.
fn file_name(name: &str) -> String {
    let letters = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' });
    let letters: String = letters.collect();
    let words: Vec<&str> = letters.split('-').filter(|word| !word.is_empty()).collect();
    let mut name: String = words.join("-").chars().take(MAX_NAME).collect();
    if !name.is_empty() {
        name.push('-');
    }
    name + "plan" // not UI text
}

/// Reports the result of an export.
pub(super) fn done(app: &mut App, result: Result<PathBuf, String>) {
    let locale = app.viewer.locale();
    app.notice = Some(match result {
        Ok(path) => Notice::Done(locale.quoting(Message::NoticeExported, &path.to_string_lossy())),
        Err(error) => Notice::Failed(locale.quoting(Message::NoticeNotExported, &error)),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_of_conferences() {
        for (conference, name) in
            [("FOSDEM 2025", "fosdem-2025-plan"), ("Күн", "plan"), ("../../x", "x-plan"), ("", "plan")]
        {
            assert_eq!(file_name(conference), name);
        }
        assert_eq!(file_name(&"a".repeat(99)).len(), MAX_NAME + 5);
    }
}
