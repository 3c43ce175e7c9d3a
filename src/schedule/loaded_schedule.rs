//! [`LoadedSchedule`]: a parsed, checked and indexed file.

use std::borrow::Cow;

use super::contained;
use crate::i18n::MessageArg;
use kurultai_schedule::check;
use kurultai_schedule::diagnostic::{self, Code, Diagnostic, Severity, Source, SourceMap, Span};
use kurultai_schedule::format::{self, Parsed};
use kurultai_schedule::index::Index;
use kurultai_schedule::model::{Conference, Zone};

/// A parsed file: the conference, its index and all diagnostics.
#[derive(Debug, Clone)]
pub struct LoadedSchedule {
    /// The text of the file.
    pub source: Source,
    /// The conference.
    pub conference: Conference,
    /// Lookups in the conference.
    pub index: Index,
    /// Diagnostics of the reader and of the checks, in file order.
    pub diagnostics: Vec<Diagnostic>,
    source_map: SourceMap,
}

impl LoadedSchedule {
    /// Parses and checks a source.
    #[must_use]
    pub fn new(source: Source) -> Self {
        Self::with(source, Vec::new())
    }

    /// Parses bytes of any encoding. `name` is the name of the file.
    #[must_use]
    pub fn decode<'b>(name: &str, bytes: impl Into<Cow<'b, [u8]>>) -> Self {
        Self::decode_as(name, bytes, None)
    }

    /// Parses bytes from a server, which may name their encoding.
    #[must_use]
    pub fn decode_as<'b>(name: &str, bytes: impl Into<Cow<'b, [u8]>>, charset: Option<&str>) -> Self {
        let bytes = bytes.into();
        contained::fail_in_tests(&bytes);
        let (source, diagnostics) = Source::decode_as(name, bytes, charset);
        Self::with(source, diagnostics)
    }

    /// Parses the bytes of a local file, of which more is kept the larger it is.
    #[must_use]
    pub fn decode_local(name: &str, bytes: Vec<u8>) -> Self {
        contained::fail_in_tests(&bytes);
        let (source, diagnostics) = Source::decode_local(name, bytes);
        Self::with(source, diagnostics)
    }

    fn with(source: Source, mut diagnostics: Vec<Diagnostic>) -> Self {
        let Parsed { conference, source_map: places, diagnostics: of_format } = format::read(&source);
        if of_format.iter().any(|diagnostic| diagnostic.code == Code::UnknownFormat) {
            // A file in another format has no other mistakes.
            diagnostics.clear();
        }
        diagnostics.extend(of_format);
        report_limit(&source, &mut diagnostics);
        diagnostics.extend(check::check(&conference, &places));
        diagnostic::sort(&mut diagnostics);
        let index = Index::new(&conference);
        Self { source, conference, index, diagnostics, source_map: places }
    }

    /// Adds the diagnostic of a damaged compressed file, which is unpacked only in part.
    pub(super) fn report_bad_archive(&mut self) {
        let end = self.source.text().len();
        self.diagnostics.push(Diagnostic::new(Code::BadArchive, Span::new(end, end)));
        diagnostic::sort(&mut self.diagnostics);
    }

    /// Sets the time zone of the venue to the one given by the user. Returns false if the schedule has one.
    pub fn set_venue_zone(&mut self, zone: Zone) -> bool {
        let doubts = format::doubts(&self.conference, zone, &self.source_map);
        let is_set = self.conference.set_venue_zone(zone);
        if is_set {
            let is_about_zone = |code| matches!(code, Code::TimesInUtc | Code::NoZone | Code::SeveralZones);
            self.diagnostics.retain(|diagnostic| !is_about_zone(diagnostic.code));
            self.diagnostics.extend(doubts.into_iter().filter(|doubt| !self.source_map.allows(doubt)));
            diagnostic::sort(&mut self.diagnostics);
            self.index = Index::new(&self.conference);
        }
        is_set
    }

    /// Displays a schedule in the viewer's time zone if its own is unknown and its times are instants.
    pub fn set_viewer_zone(&mut self, zone: Zone) {
        if self.conference.zone == Zone::Utc {
            self.conference.set_viewer_zone(zone);
            self.index = Index::new(&self.conference);
        }
    }

    /// Returns the numbers of errors and warnings.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let count =
            |severity| self.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
        (count(Severity::Error), count(Severity::Warning))
    }

    /// Returns the number of errors and warnings together.
    #[must_use]
    pub fn mistakes(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity().is_mistake()).count()
    }

    /// True if a file found in a folder is an event: it has a title, and a date or any content.
    #[must_use]
    pub fn is_event(&self) -> bool {
        self.has_title() && self.has_something()
    }

    /// True if no schedule could be read: another format, an event file without title and content, or a published file
    /// with nothing but a name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.has_something() && (!self.has_title() || self.empty_reason().is_some())
    }

    /// Returns the diagnostic that explains why there are no sessions.
    #[must_use]
    pub fn empty_reason(&self) -> Option<&Diagnostic> {
        self.diagnostics.iter().find(|diagnostic| {
            matches!(diagnostic.code, Code::UnknownFormat | Code::NoSessions | Code::OnlyOthers)
        })
    }

    fn has_title(&self) -> bool {
        let is_other =
            |diagnostic: &Diagnostic| matches!(diagnostic.code, Code::MissingTitle | Code::UnknownFormat);
        !self.diagnostics.iter().any(is_other)
    }

    fn has_something(&self) -> bool {
        let about = &self.conference;
        let has_date = about.dates.start.or(about.dates.end).is_some();
        let lists = [
            about.days.len(),
            about.rooms.len(),
            about.tracks.len(),
            about.people.len(),
            about.sessions.len(),
            about.organizers.len(),
            about.tiers.len(),
            about.sponsors.len(),
            about.delegations.len(),
            about.infos.len(),
        ];
        has_date || about.venue.is_some() || lists.iter().any(|length| *length > 0)
    }

    /// True if the file looks truncated: something is unclosed, and there are fewer sessions than before.
    #[must_use]
    pub fn looks_truncated(&self, former: &LoadedSchedule) -> bool {
        let is_open = |diagnostic: &Diagnostic| {
            matches!(
                diagnostic.code,
                Code::Damaged
                    | Code::Syntax
                    | Code::BrokenComponent
                    | Code::UnclosedText
                    | Code::UnclosedBracket
                    | Code::MissingValue
                    | Code::BrokenHeader
            )
        };
        self.conference.sessions.len() < former.conference.sessions.len()
            && self.diagnostics.iter().any(is_open)
    }

    /// True if no part of a former schedule is left: the file was emptied, truncated or replaced by another
    /// one.
    #[must_use]
    pub fn lost_everything_from(&self, former: &LoadedSchedule) -> bool {
        let sessions = |schedule: &LoadedSchedule| schedule.conference.sessions.len();
        let has_errors = self.counts().0 > 0;
        (former.is_event() && !self.is_event()) || (has_errors && sessions(former) > 0 && sessions(self) == 0)
    }
}

/// Reports the position where reading stopped because of a limit. Removes the syntax errors there, which are
/// a consequence.
fn report_limit(source: &Source, diagnostics: &mut Vec<Diagnostic>) {
    let Some(cut) = source.cut() else { return };
    let last = source.text().trim_end().len();
    let is_of_end = |diagnostic: &Diagnostic| {
        matches!(diagnostic.code, Code::Syntax | Code::Damaged) && diagnostic.span.end >= last
    };
    diagnostics.retain(|diagnostic| !is_of_end(diagnostic));
    let diagnostic = Diagnostic::new(Code::CutOff, Span::new(cut.at, cut.at));
    diagnostics.push(
        diagnostic.with("what", MessageArg::Word(cut.unit)).with("count", MessageArg::count(cut.limit)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use crate::presenter::diagnostic::full;

    #[test]
    fn limits_stop_reading_and_are_reported() {
        let head = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 's'\n";
        let json = "{\"sessions\": [{\"id\": \"a\", \"title\": \"s\", \"startsAt\": \"2025-02-01T10:00:00\"}";
        let xml = "<schedule><conference><title>T</title></conference><day date='2025-02-01'><room name='r'>\
                   <event id='1'><title>s</title></event></room></day>";
        for (name, text, what) in [
            ("a.toml", format!("{head}{}", "\n".repeat(200_001)), "200000 lines"),
            ("a.json", format!("{json}{}", ",1".repeat(80_001)), "80000 values"),
            ("a.xml", format!("{xml}{}", "<a/>".repeat(250_001)), "250000 elements"),
            ("b.toml", format!("{head}{}", "b.".repeat(1_000_001)), "1000000 dots"),
        ] {
            let schedule = LoadedSchedule::new(Source::new(name, &text));
            assert_eq!(schedule.conference.sessions.len(), 1, "{name}");
            let reported =
                |code| schedule.diagnostics.iter().filter(move |diagnostic| diagnostic.code == code);
            let reported: Vec<String> = reported(Code::CutOff)
                .map(|diagnostic| full(diagnostic, &schedule.source, &Locale::english(), 80))
                .collect();
            let sentence = format!("The file is read only up to here: it has more than {what}.");
            assert!(matches!(&reported[..], [reported] if reported.contains(&sentence)), "{reported:?}");
            assert!(
                !schedule
                    .diagnostics
                    .iter()
                    .any(|diagnostic| matches!(diagnostic.code, Code::Syntax | Code::Damaged))
            );
        }
    }
}
