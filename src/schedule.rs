//! [`LoadedSchedule`]: a conference with all that was made of it once, and how one is read from a path.

mod contained;
mod folder;
mod load;

use crate::check;
use crate::diagnostic::{self, Code, Diagnostic, Severity, Source, SourceMap, Span};
use crate::format::{self, Parsed};
use crate::i18n::MessageArg;
use crate::index::Index;
use crate::model::{Conference, Zone};

pub use contained::{ReaderPanic, contained, hush_readers, is_reader};
pub use folder::{Found, Summary, list, open};
pub use load::{ReadError, Underway, is_standard_input, read, source};

/// A file that was read: the conference in it, and everything that is wrong with it.
#[derive(Debug, Clone)]
pub struct LoadedSchedule {
    /// The file.
    pub source: Source,
    /// The conference.
    pub conference: Conference,
    /// What is looked up in it.
    pub index: Index,
    /// What is wrong with the file and with the program in it, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The spans of the sessions in the file.
    source_map: SourceMap,
}

impl LoadedSchedule {
    /// The program in a file, looked over.
    #[must_use]
    pub fn of(source: Source) -> Self {
        Self::with(source, Vec::new())
    }

    /// The same of the bytes of a file with this name, whatever their encoding.
    #[must_use]
    pub fn decode(name: &str, bytes: &[u8]) -> Self {
        Self::decode_as(name, bytes, None)
    }

    /// Reads bytes that came from a server, which may name their encoding.
    #[must_use]
    pub fn decode_as(name: &str, bytes: &[u8], charset: Option<&str>) -> Self {
        contained::fail_in_tests(bytes);
        let (source, diagnostics) = Source::decode_as(name, bytes, charset);
        Self::with(source, diagnostics)
    }

    fn with(source: Source, mut diagnostics: Vec<Diagnostic>) -> Self {
        let Parsed { conference, source_map: places, diagnostics: of_format } = format::read(&source);
        if of_format.iter().any(|diagnostic| diagnostic.code == Code::UnknownFormat) {
            // Whatever its bytes are, that it is no schedule is all there is to say.
            diagnostics.clear();
        }
        diagnostics.extend(of_format);
        cut_off(&source, &mut diagnostics);
        diagnostics.extend(check::check(&conference, &places));
        diagnostic::sort(&mut diagnostics);
        let index = Index::new(&conference);
        Self { source, conference, index, diagnostics, source_map: places }
    }

    /// Shows the program on the clock that the user says the venue has; false, and nothing changed, where the schedule says
    /// it.
    pub fn set_venue(&mut self, zone: Zone) -> bool {
        let doubts = format::doubts(&self.conference, zone, &self.source_map);
        let is_set = self.conference.set_venue(zone);
        if is_set {
            let is_about_zone = |code| matches!(code, Code::TimesInUtc | Code::NoZone | Code::SeveralZones);
            self.diagnostics.retain(|diagnostic| !is_about_zone(diagnostic.code));
            self.diagnostics.extend(doubts);
            diagnostic::sort(&mut self.diagnostics);
            self.index = Index::new(&self.conference);
        }
        is_set
    }

    /// Shows the program on the reader's own clock where no more is known than instants.
    pub fn set_reader(&mut self, zone: Zone) {
        if self.conference.zone == Zone::Utc {
            self.conference.set_reader(zone);
            self.index = Index::new(&self.conference);
        }
    }

    /// How many findings are errors, and how many warnings.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let count =
            |severity| self.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
        (count(Severity::Error), count(Severity::Warning))
    }

    /// How many mistakes the file has: errors and warnings, not hints.
    #[must_use]
    pub fn mistakes(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity().is_mistake()).count()
    }

    /// Whether a file that nobody named is an event: it has a title, and a date or anything that a program consists of.
    #[must_use]
    pub fn is_event(&self) -> bool {
        self.has_title() && self.has_something()
    }

    /// True if nothing of a schedule could be read: a file in another format, an event file without a title and anything
    /// else, or a published file that has no sessions and says nothing of the conference but its name.
    #[must_use]
    pub fn is_none(&self) -> bool {
        !self.has_something() && (!self.has_title() || self.why_none().is_some())
    }

    /// The diagnostic that says why there are no sessions to show.
    #[must_use]
    pub fn why_none(&self) -> Option<&Diagnostic> {
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

    /// True if something in it is open at its end, as in a file that was cut off, and it has fewer sessions than a former
    /// program.
    #[must_use]
    pub fn is_broken_off(&self, former: &LoadedSchedule) -> bool {
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

    /// Whether what came in place of a former program has nothing left of it: it was emptied, broke off, or is something else.
    #[must_use]
    pub fn lost_everything_from(&self, former: &LoadedSchedule) -> bool {
        let sessions = |schedule: &LoadedSchedule| schedule.conference.sessions.len();
        let has_errors = self.counts().0 > 0;
        (former.is_event() && !self.is_event()) || (has_errors && sessions(former) > 0 && sessions(self) == 0)
    }
}

/// Says where reading stopped before the end of the file. What is wrong with the end that it has now is not its own fault.
fn cut_off(source: &Source, diagnostics: &mut Vec<Diagnostic>) {
    let Some(cut) = source.cut() else { return };
    let last = source.text().trim_end().len();
    let is_of_end = |diagnostic: &Diagnostic| {
        matches!(diagnostic.code, Code::Syntax | Code::Damaged) && diagnostic.span.end >= last
    };
    diagnostics.retain(|diagnostic| !is_of_end(diagnostic));
    let diagnostic = Diagnostic::new(Code::CutOff, Span::new(cut.at, cut.at));
    diagnostics
        .push(diagnostic.with("what", MessageArg::Word(cut.what)).with("count", MessageArg::count(cut.most)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use crate::presenter::diagnostic::full;

    #[test]
    fn a_file_with_too_much_in_it_is_read_up_to_there_and_that_is_said() {
        let head = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 's'\n";
        let json = "{\"sessions\": [{\"id\": \"a\", \"title\": \"s\", \"startsAt\": \"2025-02-01T10:00:00\"}";
        let xml = "<schedule><conference><title>T</title></conference><day date='2025-02-01'><room name='r'>\
                   <event id='1'><title>s</title></event></room></day>";
        for (name, text, what) in [
            ("a.toml", format!("{head}{}", "\n".repeat(200_001)), "200000 lines"),
            ("a.json", format!("{json}{}", ",1".repeat(100_001)), "100000 values"),
            ("a.xml", format!("{xml}{}", "<a/>".repeat(250_001)), "250000 elements"),
            ("b.toml", format!("{head}{}", "b.".repeat(1_000_001)), "1000000 dots"),
        ] {
            let schedule = LoadedSchedule::of(Source::new(name, &text));
            assert_eq!(schedule.conference.sessions.len(), 1, "{name}");
            let said = |code| schedule.diagnostics.iter().filter(move |diagnostic| diagnostic.code == code);
            let said: Vec<String> = said(Code::CutOff)
                .map(|diagnostic| full(diagnostic, &schedule.source, &Locale::english(), 80))
                .collect();
            let sentence = format!("The file is read up to here only: it has more than {what}.");
            assert!(matches!(&said[..], [said] if said.contains(&sentence)), "{said:?}");
            assert!(
                !schedule
                    .diagnostics
                    .iter()
                    .any(|diagnostic| matches!(diagnostic.code, Code::Syntax | Code::Damaged))
            );
        }
    }
}
