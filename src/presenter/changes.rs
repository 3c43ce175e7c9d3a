//! Formats changes between two editions of a schedule.

use chrono::{NaiveDate, NaiveTime};

use super::Presenter;
use super::keys::argument;
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::model::{Attendance, Dates, Kind, Role, SessionSnapshot, Status, Times};
use kurultai_schedule::plan::{About, Change, Fact, Item, Section, count, differing};
use kurultai_schedule::text::SafeText;

const SEPARATOR: &str = " · ";

/// The length from which lists are formatted as additions and removals.
const LONG_LIST: usize = 4;

/// Returns the heading of a change: `new time`.
#[must_use]
pub fn change_kind(locale: &Locale, change: &Change) -> String {
    let (about, fact) = (change.about, change.fact);
    let of_session = about == About::Session;
    let message = match fact {
        Fact::New | Fact::Gone | Fact::Cancelled | Fact::Uncancelled | Fact::Time | Fact::Rooms => {
            Message::Change
        }
        Fact::People | Fact::Title if of_session => Message::Change,
        Fact::People => Message::LabelPeople,
        Fact::Theme => Message::LabelTheme,
        Fact::Edition => Message::LabelEdition,
        Fact::Dates => Message::LabelWhen,
        Fact::Venue => Message::LabelWhere,
        Fact::Country => Message::LabelCountry,
        Fact::Status => Message::LabelStatus,
        Fact::Track => Message::LabelTrack,
        Fact::Languages => Message::LabelLanguages,
        Fact::Kind => Message::LabelKind,
        Fact::Type => Message::LabelType,
        Fact::Attendance => Message::LabelAttendance,
        Fact::Level => Message::LabelLevel,
        Fact::Tags => Message::LabelTags,
        Fact::PartOf => Message::LabelPartOf,
        Fact::SameAs => Message::LabelSameAs,
        Fact::Roles | Fact::Role => Message::LabelRole,
        Fact::Person => Message::LabelPerson,
        Fact::Position => Message::LabelPosition,
        Fact::Organization => Message::LabelOrganization,
        Fact::Pronouns => Message::LabelPronouns,
        Fact::Tier => Message::LabelTier,
        Fact::Project => Message::LabelProject,
        Fact::Building => Message::LabelBuilding,
        Fact::Floor => Message::LabelFloor,
        Fact::Capacity => Message::LabelCapacity,
        Fact::Topics => Message::LabelTopics,
        Fact::Hashtag => Message::LabelHashtag,
        Fact::Contact => Message::LabelContact,
        Fact::Url => Message::LabelPage,
        Fact::Slides => Message::LabelSlides,
        Fact::Recording => Message::LabelRecording,
        Fact::Stream => Message::LabelStream,
        Fact::Feedback => Message::LabelFeedback,
        Fact::RecordingLicense => Message::LabelLicense,
        Fact::Links => Message::LabelLink,
        Fact::Version => Message::LabelVersion,
        Fact::Title
        | Fact::Name
        | Fact::Subtitle
        | Fact::Acronym
        | Fact::Address
        | Fact::City
        | Fact::VenueUrl
        | Fact::Timezone
        | Fact::DayChange
        | Fact::Walking
        | Fact::Opens
        | Fact::Closes
        | Fact::Language
        | Fact::DoNotRecord
        | Fact::Color
        | Fact::Attachments
        | Fact::Avatar
        | Fact::ContentNote
        | Fact::Abstract
        | Fact::Description
        | Fact::Bio
        | Fact::Text
        | Fact::Updated => Message::ChangeDetail,
    };
    locale.with(message, &[("fact", MessageArg::Word(fact.word()))])
}

/// Formats the notice about `all` new changes, `own` of which concern picks. `key` lists them.
#[must_use]
pub fn change_notice(locale: &Locale, all: usize, own: usize, key: &str) -> String {
    let message = if own > 0 { Message::NoticeChangesOwn } else { Message::NoticeChanges };
    locale.with(
        message,
        &[("count", MessageArg::count(all)), ("own", MessageArg::count(own)), ("key", argument(key))],
    )
}

/// Counts changes by kind: `192 new, 30 gone, 74 new times`.
#[must_use]
pub fn change_counts(locale: &Locale, changes: &[Change]) -> String {
    let known = count(changes).into_iter().filter(|(_, count)| *count > 0);
    let format_item = |(fact, count): (Option<Fact>, usize)| {
        let word = fact.map_or("other", Fact::word);
        locale.with(
            Message::ChangeCounts,
            &[("fact", MessageArg::Word(word)), ("count", MessageArg::count(count))],
        )
    };
    let parts: Vec<String> = known.map(format_item).collect();
    if parts.is_empty() { locale.text(Message::ChangesNone) } else { parts.join(", ") }
}

/// Formats changes. [`Presenter::conference`] must be the new edition.
impl Presenter<'_> {
    /// Formats a change on one line: `new time · Title · 10:00 → 10:30`.
    #[must_use]
    pub fn change(&self, change: &Change) -> String {
        let kind = change_kind(self.locale, change);
        [kind].into_iter().chain(self.change_parts(change)).collect::<Vec<_>>().join(SEPARATOR)
    }

    /// Formats a change without its kind: `Title · 10:00 → 10:30`.
    #[must_use]
    pub fn change_text(&self, change: &Change) -> String {
        self.change_parts(change).collect::<Vec<_>>().join(SEPARATOR)
    }

    fn change_parts(&self, change: &Change) -> impl Iterator<Item = String> {
        self.change_title(change).into_iter().chain(self.change_detail(change))
    }

    /// Returns the entity of a change, unless the detail names it.
    #[must_use]
    pub fn change_title(&self, change: &Change) -> Option<String> {
        // A new title already names the session.
        let is_told = change.about == About::Session && change.fact == Fact::Title;
        (!is_told).then(|| self.change_name(change)).filter(|name| !name.is_empty())
    }

    /// Returns the name of the changed entity; empty for the conference and for days with a date.
    #[must_use]
    pub fn change_name(&self, change: &Change) -> String {
        match (change.about, change.session, change.date()) {
            (About::Session, Some(id), _) => self.title(self.conference.session(id)),
            (About::Session, None, _) => self.remembered_title(change.was.as_ref()),
            // The heading names them.
            (About::Conference, ..) | (About::Day, _, Some(_)) => String::new(),
            _ => match &change.name {
                Some(name) => name.get(self.reading).to_string(),
                None => self.word(Message::Unnamed),
            },
        }
    }

    /// Returns the heading of a section of changes.
    #[must_use]
    pub fn change_heading(&self, section: Section) -> String {
        let message = match section {
            Section::Day(Some(day)) => return self.locale.weekday_day(day),
            Section::Day(None) => Message::DayNotAnnounced,
            Section::Things(About::Room) => Message::Rooms,
            Section::Things(About::Track) => Message::Tracks,
            Section::Things(About::Person) => Message::PanePeople,
            Section::Things(About::Organizer) => Message::Organizers,
            Section::Things(About::Tier | About::Sponsor) => Message::Sponsors,
            Section::Things(About::Delegation) => Message::Delegations,
            Section::Conference | Section::Things(_) => Message::AboutConference,
        };
        self.word(message)
    }

    /// Returns the start of the changed session; empty if unknown.
    #[must_use]
    pub fn change_start(&self, change: &Change) -> String {
        self.start_of(&self.change_times(change))
    }

    /// Returns the section of a change, by the day in the displayed time zone.
    #[must_use]
    pub fn change_section(&self, change: &Change) -> Section {
        match change.section() {
            Section::Day(_) if change.about == About::Session => {
                Section::Day(self.shown(&self.change_times(change)).day)
            }
            section => section,
        }
    }

    fn change_times(&self, change: &Change) -> Times {
        match (change.session, &change.was) {
            (Some(id), _) => self.conference.session(id).times,
            (None, Some(was)) => self.conference.snapshot_times(was),
            (None, None) => Times::default(),
        }
    }

    /// Formats the old and the new value: `10:00 → 10:30`, `Hall → not announced`; the rooms of a new or
    /// removed session.
    #[must_use]
    pub fn change_detail(&self, change: &Change) -> Option<String> {
        match change.fact {
            Fact::New => self.rooms(self.conference.session(change.session?)),
            Fact::Gone => self.remembered_rooms(change.was.as_ref()?),
            Fact::Cancelled | Fact::Uncancelled => None,
            Fact::Time => {
                let session = self.conference.session(change.session?);
                let is = session.times;
                let was = change.was.as_ref()?;
                // Both must be in the same time zone.
                let was = match is.offset {
                    Some(_) => Times { offset: is.offset, ..snapshot_times(was) },
                    None => self.conference.snapshot_times(was),
                };
                let was = add_details(was, &change.from);
                let with_day = self.shown(&was).day != self.shown(&is).day;
                Some(self.arrow(self.day_and_time(&was, with_day), self.day_and_time(&is, with_day)))
            }
            Fact::Rooms => {
                let session = self.conference.session(change.session?);
                Some(self.arrow(self.remembered_rooms(change.was.as_ref()?), self.rooms(session)))
            }
            // The title may have changed in another language.
            Fact::Title
                if change.about == About::Session && (change.from.is_empty() || change.to.is_empty()) =>
            {
                let [was, is] = [&change.was, &change.is].map(|side| self.remembered_title(side.as_ref()));
                Some(self.arrow(Some(was), Some(is)))
            }
            fact if fact.is_long() => {
                let how = match (change.from.is_empty(), change.to.is_empty()) {
                    (true, _) => "new",
                    (_, true) => "gone",
                    _ => "changed",
                };
                Some(self.locale.with(Message::ChangeText, &[("how", MessageArg::Word(how))]))
            }
            fact => Some(self.values(change, fact)),
        }
    }

    fn values(&self, change: &Change, fact: Fact) -> String {
        let (from, to) = (&change.from, &change.to);
        let is_address = matches!(fact, Fact::Links | Fact::Attachments);
        let is_list = is_address || matches!(fact, Fact::Topics | Fact::Tags);
        let is_long = from.len() > LONG_LIST || to.len() > LONG_LIST;
        if is_list || (is_long && !from.is_empty() && !to.is_empty()) {
            let (gone, new) = differing(from, to);
            let is_known_by = |label: &SafeText| {
                gone.iter().chain(&new).filter(|item| item.note.as_ref() == Some(label)).count() == 1
            };
            // A label is more informative than a URL, unless two links share it.
            let format_item =
                |sign: &str, item: &Item| match item.note.as_ref().filter(|label| is_known_by(label)) {
                    Some(label) if is_address => format!("{sign} {label}"),
                    _ => format!("{sign} {}", self.value(change, item)),
                };
            let (gone, new) = (
                gone.iter().map(|item| format_item("−", item)),
                new.iter().map(|item| format_item("+", item)),
            );
            return gone.chain(new).collect::<Vec<_>>().join(", ");
        }
        let [from, to] = [from, to].map(|items| self.value_of_all(change, items));
        self.arrow(from, to)
    }

    fn value_of_all(&self, change: &Change, items: &[Item]) -> Option<String> {
        if items.is_empty() {
            return None;
        }
        if change.fact == Fact::Dates {
            let date = |note: &str| -> Option<NaiveDate> {
                let item = items.iter().find(|item| item.note.as_deref() == Some(note))?;
                self.text(&item.texts).parse().ok()
            };
            return self.dates(Dates { start: date("start"), end: date("end") });
        }
        Some(items.iter().map(|item| self.value(change, item)).collect::<Vec<_>>().join(", "))
    }

    fn value(&self, change: &Change, item: &Item) -> String {
        let text = item.texts.get(self.reading);
        match change.fact {
            Fact::Kind if change.about == About::Delegation => self.delegation_kind(text),
            Fact::Kind => self.kind(&Kind::from_word(text)),
            Fact::Status => self.status(&Status::from_word(text)),
            Fact::Roles => self.role(&Role::from_word(text)),
            Fact::Attendance => {
                let known = Attendance::WORDS.iter().find(|(word, _)| *word == text.as_str());
                known.map_or_else(|| text.to_string(), |(_, way)| self.attendance(*way))
            }
            Fact::DoNotRecord => self.word(Message::DoNotRecord),
            Fact::Opens | Fact::Closes | Fact::DayChange => {
                let time = NaiveTime::parse_from_str(text, "%H:%M");
                time.map_or_else(|_| text.to_string(), |time| self.locale.time(time))
            }
            Fact::Walking => {
                let minutes = text.parse().map(chrono::TimeDelta::minutes);
                minutes.map_or_else(|_| text.to_string(), |length| self.locale.duration(length))
            }
            fact => match (&item.note, fact) {
                (Some(role), Fact::People) => format!("{text} ({})", self.role(&Role::from_word(role))),
                (Some(label), Fact::Links | Fact::Attachments) => format!("{label}: {text}"),
                _ => text.to_string(),
            },
        }
    }

    fn arrow(&self, from: Option<String>, to: Option<String>) -> String {
        let known = |text: Option<String>| text.unwrap_or_else(|| self.word(Message::ChangeNotAnnounced));
        let values = [("from", MessageArg::text(&known(from))), ("to", MessageArg::text(&known(to)))];
        self.locale.with(Message::ChangeFromTo, &values)
    }

    /// Formats day and time, or the duration: `Sat 1 Feb 10:00–10:25`, `10:00`, `45 min`.
    fn day_and_time(&self, times: &Times, with_day: bool) -> Option<String> {
        let shown = self.shown(times);
        let day = shown
            .day
            .filter(|_| with_day && shown.last_day().is_none())
            .map(|day| self.locale.weekday_day(day));
        let time = if let (Some(start), None) = (shown.start, shown.duration) {
            // Omit the dash of an open end, which would precede the arrow.
            format!("{} {}", self.locale.time(start), Self::day_mark(&shown)).trim_end().to_owned()
        } else {
            let length = || times.duration.map(|length| self.locale.duration(length));
            self.time_of_day(times).or_else(length).unwrap_or_default()
        };
        let parts: Vec<String> = day.into_iter().chain(Some(time).filter(|time| !time.is_empty())).collect();
        Some(parts.join(" ")).filter(|text| !text.is_empty())
    }

    fn remembered_title(&self, session: Option<&SessionSnapshot>) -> String {
        let title = session.and_then(|session| session.title.as_ref()).map(ToString::to_string);
        title.unwrap_or_else(|| self.word(Message::Untitled))
    }

    /// Returns the rooms of a session snapshot.
    pub(crate) fn remembered_rooms(&self, session: &SessionSnapshot) -> Option<String> {
        match &session.rooms[..] {
            [] => None,
            [all] if all.as_str() == "*" => Some(self.word(Message::AllRooms)),
            rooms => Some(rooms.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        }
    }
}

/// Adds details to times that a snapshot lacks.
fn add_details(times: Times, items: &[Item]) -> Times {
    let rest = |note: &str| items.iter().find(|item| item.note.as_deref() == Some(note));
    let text = |item: &Item| item.texts.iter().next().map(|(_, text)| text.to_string());
    let end = rest("end").and_then(text).and_then(|end| NaiveTime::parse_from_str(&end, "%H:%M").ok());
    Times { end_only: end, all_day: rest("all_day").is_some(), ..times }
}

fn snapshot_times(session: &SessionSnapshot) -> Times {
    let SessionSnapshot { day, date, start, length, .. } = *session;
    Times { day, date, start, duration: length, ..Times::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presenter::Clocks;
    use kurultai_schedule::diagnostic::Source;
    use kurultai_schedule::format::event_file;
    use kurultai_schedule::index::Index;
    use kurultai_schedule::model::ViewerTimeZone;
    use kurultai_schedule::plan::{Edition, changes};
    use kurultai_schedule::text::Lang;

    /// Returns the changes of a session, in the venue's time zone and in that of Bishkek.
    fn format_item(old: &str, new: &str, lang: &str) -> [Vec<String>; 2] {
        let read = |session: &str| {
            let head = "title = 't'\ntimezone = 'Europe/Brussels'\ndate = 2025-02-01\n";
            event_file::read(&Source::new("a.toml", &format!("{head}agenda = [{{ id = 'a', {session} }}]\n")))
                .conference
        };
        let (old, new) = (read(old), read(new));
        let changes = changes(&Edition::of(&old), &new);
        let locale = Locale::for_language(&Lang::parse(lang).unwrap()).unwrap();
        [false, true].map(|shows_own| {
            let clocks =
                Clocks { own: ViewerTimeZone::Named(chrono_tz::Asia::Bishkek), shows_own, moves_days: false };
            let (index, reading) = (Index::new(&new), new.reading(None));
            let clocks = Some(clocks);
            let words =
                Presenter { conference: &new, index: &index, locale: &locale, reading: &reading, clocks };
            changes
                .iter()
                .map(|change| format!("{} {}", words.change_start(change), words.change(change)))
                .collect()
        })
    }

    #[test]
    fn changes_use_the_shown_clock() {
        let (old, new) = ("title = 'A', start = '10:00'", "title = 'A', start = '20:30', duration = 30");
        assert_eq!(
            format_item(old, new, "en"),
            [["20:30 new time · A · 10:00 → 20:30–21:00"], ["01:30 new time · A · 15:00 → 01:30–02:00 +1"]]
        );
        assert_eq!(
            format_item("title = 'A', duration = 45", "title = 'A', duration = 90", "ru")[0],
            [" другое время · A · 45 мин → 1 ч 30 мин",]
        );
    }

    #[test]
    fn changes_are_localized() {
        let (old, new) = ("status = 'cancelled', room = 'Зал'", "title = 'Суу'");
        assert_eq!(
            format_item(old, new, "ky")[0],
            [
                " кайра өтөт · Суу",
                " башка зал · Суу · Зал → жарыяланган эмес",
                " башка аталыш · (аталышы жок) → Суу",
            ]
        );
        assert_eq!(format_item(old, new, "ru")[0][0], " снова состоится · Суу");
    }
}
