//! Diagnostics for people.

use std::collections::BTreeMap;

use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter::diagnostic::full;
use crate::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::{Code, Diagnostic};

/// The number of diagnostics per code and file to print in full without `--all`.
const OF_A_KIND: usize = 3;

/// Formats the diagnostics of a file, the first few of each code.
pub(super) fn printed(schedule: &LoadedSchedule, locale: &Locale, columns: usize, all: bool) -> String {
    let mut of_kind: BTreeMap<Code, usize> = BTreeMap::new();
    for diagnostic in &schedule.diagnostics {
        *of_kind.entry(diagnostic.code).or_default() += 1;
    }
    let mut printed: BTreeMap<Code, usize> = BTreeMap::new();
    let mut texts = Vec::new();
    for diagnostic in &schedule.diagnostics {
        let count = printed.entry(diagnostic.code).or_default();
        *count += 1;
        if !all && *count > OF_A_KIND {
            continue;
        }
        let mut text = full(diagnostic, &schedule.source, locale, columns);
        let left = of_kind.get(&diagnostic.code).map_or(0, |all| all.saturating_sub(OF_A_KIND));
        if !all && *count == OF_A_KIND && left > 0 {
            text += &format!("\n{}\n", more(diagnostic, schedule, left, locale));
        }
        texts.push(text);
    }
    texts.join("\n")
}

fn more(diagnostic: &Diagnostic, schedule: &LoadedSchedule, left: usize, locale: &Locale) -> String {
    let values = [
        ("path", MessageArg::from(schedule.source.name())),
        ("code", MessageArg::text(diagnostic.code.as_str())),
        ("count", MessageArg::count(left)),
    ];
    locale.with(Message::CheckMore, &values)
}

pub(super) fn summary(schedule: &LoadedSchedule, locale: &Locale) -> String {
    let (errors, warnings) = schedule.counts();
    let name = MessageArg::from(schedule.source.name());
    let hints = schedule.diagnostics.len() - errors - warnings;
    if errors + warnings == 0 {
        let message = if hints == 0 { Message::CheckFine } else { Message::CheckHints };
        return locale.with(message, &[("path", name), ("count", MessageArg::count(hints))]);
    }
    let errors = locale.with(Message::CheckErrors, &[("count", MessageArg::count(errors))]);
    let warnings = locale.with(Message::CheckWarnings, &[("count", MessageArg::count(warnings))]);
    let values =
        [("path", name), ("errors", MessageArg::text(&errors)), ("warnings", MessageArg::text(&warnings))];
    locale.with(Message::CheckSummary, &values)
}
