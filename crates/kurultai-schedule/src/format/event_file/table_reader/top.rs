//! Values that only the conference has.

use chrono::NaiveTime;
use chrono_tz::{TZ_VARIANTS, Tz};

use super::TableReader;
use crate::diagnostic::{Code, Diagnostic, MessageArg, closest_match};
use crate::format::event_file::time_context::unknown_conference;
use crate::format::zone;
use crate::model::{Dates, LocalizedText, Zone};

/// The newest version of the format.
const FORMAT: u32 = 1;

impl TableReader<'_, '_> {
    pub(crate) fn format_version(&mut self) {
        if self.number("format").is_some_and(|format| format != FORMAT) {
            let diagnostic = Diagnostic::new(Code::NewerFormat, self.span("format"));
            self.report(diagnostic.with("known", MessageArg::Number(FORMAT.into())));
        }
    }

    /// Reads the title. The fallbacks are the acronym, the id and the file name.
    pub(crate) fn title(&mut self, key: &'static str) -> LocalizedText {
        let (title, is_missing) = self.localized_or_missing(key);
        if let Some(title) = title {
            return title;
        }
        let substitute = self.text("acronym").or_else(|| self.text("id"));
        let substitute = substitute.unwrap_or_else(|| self.context.file_stem.clone());
        if is_missing && !self.is_lost(key) {
            let diagnostic = Diagnostic::new(Code::MissingTitle, self.span(key));
            self.report(diagnostic.with("title", MessageArg::from(&substitute)));
        }
        LocalizedText::untagged(substitute)
    }

    /// Reads `date`, or `start` and `end`.
    pub(crate) fn dates(&mut self) -> Dates {
        let (date, start, end) = (self.date("date"), self.date("start"), self.date("end"));
        if let Some(date) = date {
            let only = Dates { start: Some(date), end: Some(date) };
            let given = Dates { start: start.or(Some(date)), end: end.or(Some(date)) };
            if given == only {
                return only;
            }
            let diagnostic = Diagnostic::new(Code::DateConflict, self.span("date"));
            self.report(diagnostic.with("key", MessageArg::Word("date")));
        }
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            self.report(Diagnostic::new(Code::EndsBeforeItBegins, self.span("end")));
            return Dates { start, end: None };
        }
        Dates { start, end }
    }

    pub(crate) fn zone(&mut self, key: &'static str) -> Zone {
        let Some(name) = self.text(key) else { return Zone::Unknown };
        match zone::named(&name) {
            // In a hand-written file, `UTC` means that the venue is on UTC.
            Some(Zone::Utc) => return Zone::Named(Tz::UTC),
            Some(zone) => return zone,
            None => {}
        }
        // `Etc/GMT+6` is six hours behind UTC, unlike `GMT+6` elsewhere.
        let is_place = |zone: &&str| zone.contains('/') && !zone.starts_with("Etc/");
        let similar = closest_match(&name, TZ_VARIANTS.iter().map(|zone| zone.name()).filter(is_place));
        let diagnostic = Diagnostic::new(Code::BadZone, self.span(key));
        self.report(diagnostic.with("value", MessageArg::from(&name)).meant(similar));
        Zone::Unknown
    }

    pub(crate) fn day_change(&mut self, key: &'static str) -> NaiveTime {
        self.time(key).unwrap_or_else(|| unknown_conference().day_change)
    }
}
