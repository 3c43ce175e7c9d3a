//! Summarizes losses by kind: `Not in a calendar: tiers (2), posts (2), capacity (1).`

use std::collections::HashSet;

use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::format::{LossKind, RoundTripLoss};
use kurultai_schedule::text::SafeText;

/// The number of missing sessions to name.
const NAMED: usize = 3;

/// The losses of one kind.
#[derive(Default)]
struct Kind<'a> {
    table: &'a str,
    /// The lost key; `None` if whole entities are lost.
    key: Option<&'a str>,
    /// The names of the entities.
    names: Vec<&'a SafeText>,
}

/// Returns a sentence about losses and one about generated ids.
pub(super) fn sentences(lost: &[&RoundTripLoss], format: &'static str, locale: &Locale) -> Vec<String> {
    let mut kinds: Vec<Kind> = Vec::new();
    let mut made: Vec<Kind> = Vec::new();
    for loss in lost {
        let (kinds, key) = match &loss.lost {
            LossKind::All => (&mut kinds, None),
            LossKind::Key(key) => (&mut kinds, Some(*key)),
            LossKind::Id(_) => (&mut made, None),
        };
        let known = kinds.iter_mut().find(|kind| kind.table == loss.table && kind.key == key);
        match known {
            Some(kind) => kind.names.push(&loss.name),
            None => kinds.push(Kind { table: loss.table, key, names: vec![&loss.name] }),
        }
    }
    // A key that occurs in several tables is displayed with its table.
    let (mut seen, mut shared) = (HashSet::new(), HashSet::new());
    for key in kinds.iter().filter_map(|kind| kind.key) {
        if !seen.insert(key) {
            shared.insert(key);
        }
    }
    let summarize = |kinds: &[Kind]| {
        let presenter: Vec<String> = kinds.iter().map(|kind| kind.format(&shared, locale)).collect();
        MessageArg::text(&presenter.join(", "))
    };
    let format = ("format", MessageArg::Word(format));
    let mut sentences = Vec::new();
    if !kinds.is_empty() {
        sentences.push(locale.with(Message::ExportNotIn, &[format, ("what", summarize(&kinds))]));
    }
    if !made.is_empty() {
        sentences.push(locale.with(Message::ExportMadeIds, &[("what", summarize(&made))]));
    }
    sentences
}

impl Kind<'_> {
    /// Formats `tiers (2)`, `capacity (1)`, `sessions (2: “A”, “B”)`.
    fn format(&self, shared: &HashSet<&str>, locale: &Locale) -> String {
        let word = |word: &str| locale.with(Message::ExportWord, &[("word", MessageArg::text(word))]);
        let table = match self.table {
            "agenda" => word("sessions"),
            table => word(table),
        };
        let what = match self.key {
            None => table,
            Some(key) if shared.contains(key) => format!("{table}: {}", word(key)),
            Some(key) => word(key),
        };
        let count = self.names.len();
        if self.table == "agenda" && self.key.is_none() {
            let quoted =
                |name: &&SafeText| locale.with(Message::ExportName, &[("name", MessageArg::from(*name))]);
            let titles: Vec<String> = self.names.iter().take(NAMED).map(quoted).collect();
            let more = if count > NAMED { ", …" } else { "" };
            return format!("{what} ({count}: {}{more})", titles.join(", "));
        }
        format!("{what} ({count})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loss(table: &'static str, name: &str, lost: LossKind) -> RoundTripLoss {
        RoundTripLoss { table, name: SafeText::line(name), lost }
    }

    fn summarize(lost: &[RoundTripLoss], format: &'static str) -> Vec<String> {
        sentences(&lost.iter().collect::<Vec<_>>(), format, &Locale::english())
    }

    #[test]
    fn losses_are_grouped_by_kind() {
        let lost = [
            loss("event", "T", LossKind::Key("date")),
            loss("rooms", "Yurt", LossKind::Key("capacity")),
            loss("people", "Ada", LossKind::Key("position")),
            loss("people", "Bea", LossKind::Key("position")),
            loss("tiers", "Gold", LossKind::All),
            loss("tiers", "Silver", LossKind::All),
        ];
        assert_eq!(
            summarize(&lost, "ics"),
            ["Not in a calendar: dates (1), capacity (1), positions (2), tiers (2)."]
        );
        assert_eq!(summarize(&lost[1..2], "csv"), ["Not in a CSV file: capacity (1)."]);
        assert_eq!(summarize(&[], "csv"), Vec::<String>::new());
    }

    #[test]
    fn keys_of_several_tables_are_qualified() {
        let lost = [
            loss("rooms", "Yurt", LossKind::Key("description")),
            loss("agenda", "A", LossKind::Key("description")),
            loss("agenda", "B", LossKind::Key("description")),
            loss("agenda", "B", LossKind::Key("level")),
        ];
        let expected = "Not in an XML file: rooms: description (1), sessions: description (2), level (1).";
        assert_eq!(summarize(&lost, "xml"), [expected]);
    }

    #[test]
    fn missing_sessions_are_named() {
        let all =
            |names: &[&str]| names.iter().map(|name| loss("agenda", name, LossKind::All)).collect::<Vec<_>>();
        assert_eq!(summarize(&all(&["A", "B"]), "ics"), ["Not in a calendar: sessions (2: “A”, “B”)."]);
        let many = all(&["A", "B", "C", "D"]);
        assert_eq!(summarize(&many, "ics"), ["Not in a calendar: sessions (4: “A”, “B”, “C”, …)."]);
    }

    #[test]
    fn generated_ids_are_reported() {
        let lost = [
            loss("people", "Ada", LossKind::Id(SafeText::line("ada"))),
            loss("people", "Ada", LossKind::Key("guid")),
        ];
        assert_eq!(
            summarize(&lost, "toml"),
            [
                "Not in an event file: guid (1).",
                "Given new ids, because their names do not identify them: people (1)."
            ]
        );
    }
}
