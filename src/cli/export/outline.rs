//! [`Outline`]: a schedule as a localized document, for the Markdown and HTML writers.

mod held;

use super::Job;
use crate::i18n::Message;
use crate::index::{Index, delegations_by_attendance, sponsors_by_tier};
use crate::markup::{self, Markup};
use crate::model::{LocalizedText, Person, SessionId, Status};
use crate::presenter::{LabeledValue, Presenter};

pub(super) use held::representable;

/// A schedule as a document.
pub(super) struct Outline {
    pub(super) title: String,
    /// Lines under the title.
    pub(super) lead: Vec<String>,
    pub(super) facts: Vec<LabeledValue>,
    pub(super) prose: Vec<Markup>,
    pub(super) sections: Vec<Section>,
}

/// A section: a day, the speakers, the sponsors.
pub(super) struct Section {
    pub(super) head: String,
    /// A shorter heading for the navigation.
    pub(super) short: String,
    pub(super) prose: Vec<Markup>,
    pub(super) entries: Vec<Entry>,
}

/// A session, a person, a room.
#[derive(Default)]
pub(super) struct Entry {
    /// Its id in the document.
    pub(super) anchor: String,
    pub(super) head: String,
    pub(super) time: Option<String>,
    /// True if it does not take place.
    pub(super) is_off: bool,
    /// The line under its heading.
    pub(super) marks: Vec<String>,
    pub(super) lines: Vec<String>,
    /// Related entries with their anchors: people of a session, sessions of a person.
    pub(super) others: Vec<(String, String)>,
    pub(super) prose: Vec<Markup>,
    pub(super) facts: Vec<LabeledValue>,
}

/// Builds an outline.
struct Maker<'w, 'a> {
    words: &'w Presenter<'a>,
}

pub(super) fn outline(job: &Job) -> Outline {
    let index = Index::new(job.conference);
    let words = Presenter {
        conference: job.conference,
        index: &index,
        locale: job.locale,
        reading: &job.reading,
        clocks: None,
    };
    Maker { words: &words }.page()
}

impl Maker<'_, '_> {
    fn page(&self) -> Outline {
        let (words, about) = (self.words, self.words.conference);
        let texts = [&about.subtitle, &about.theme].into_iter().flatten();
        let lead = texts.map(|text| words.text(text).to_string());
        let lead = lead
            .chain(words.dates(about.known_dates()))
            .chain(about.venue.iter().flat_map(|venue| words.venue(venue)))
            .chain(words.clock());
        let venue = about.venue.as_ref().and_then(|venue| venue.url.as_ref());
        let pages = words.labeled([
            (Message::LabelPage, about.url.as_ref().map(ToString::to_string)),
            (Message::LabelWhere, venue.map(ToString::to_string)),
        ]);
        let topics: Vec<String> = about.topics.iter().map(|topic| words.text(topic).to_string()).collect();
        let topics = words.labeled([(Message::LabelTopics, Some(topics.join("; ")))]);
        let mut sections = self.days();
        sections.extend(self.people());
        sections.extend(self.supporters());
        sections.extend(about.infos.iter().map(|info| Section {
            head: words.name(info.title.as_ref(), None),
            short: words.name(info.title.as_ref(), None),
            prose: self.prose([info.text.as_ref()]),
            entries: Vec::new(),
        }));
        Outline {
            title: words.text(&about.title).to_string(),
            lead: lead.collect(),
            facts: pages.chain(words.conference_facts()).chain(topics).collect(),
            prose: self.prose([about.description.as_ref()]),
            sections: sections.into_iter().filter(|section| !section.is_empty()).collect(),
        }
    }

    fn days(&self) -> Vec<Section> {
        let words = self.words;
        let day = |day: &crate::index::ScheduleDay| {
            let head = match day.date {
                Some(date) => {
                    let known = words.conference.days.iter().find(|known| known.date == date);
                    let title = known.and_then(|known| words.known(known.title.as_ref()));
                    let hours = known.and_then(|known| match (known.opens, known.closes) {
                        (None, None) => None,
                        (opens, closes) => {
                            let [opens, closes] =
                                [opens, closes].map(|time| time.map(|time| words.locale.time(time)));
                            Some(format!("{}–{}", opens.unwrap_or_default(), closes.unwrap_or_default()))
                        }
                    });
                    [words.locale.full_date(date)]
                        .into_iter()
                        .chain(title)
                        .chain(hours)
                        .collect::<Vec<_>>()
                        .join(" · ")
                }
                None if words.index.days().len() > 1 => words.word(Message::DayNotAnnounced),
                None => words.word(Message::PaneAgenda),
            };
            let entries = day.timed.iter().chain(&day.untimed).map(|id| self.session(*id));
            let short = day.date.map_or_else(|| head.clone(), |date| words.locale.weekday_day(date));
            Section { head, short, prose: Vec::new(), entries: entries.collect() }
        };
        words.index.days().iter().map(day).collect()
    }

    fn session(&self, id: SessionId) -> Entry {
        let words = self.words;
        let session = words.conference.session(id);
        let status = session.status.iter().filter(|status| **status != Status::Confirmed);
        let marks = status
            .map(|status| words.status(status))
            .chain(words.untold_kind(session))
            .chain(words.rooms(session))
            .chain(session.track.map(|id| words.track(id)))
            .chain(session.attendance.map(|how| words.attendance(how)))
            .chain(session.do_not_record.then(|| words.word(Message::DoNotRecord)));
        let people =
            session.people.iter().map(|one| (words.participant(one), person_anchor(one.person.index())));
        let length = words.length(&session.times);
        let time =
            [words.time_of_day(&session.times), length].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let page = words.labeled([(Message::LabelPage, session.url.as_ref().map(ToString::to_string))]);
        Entry {
            anchor: session_anchor(id),
            head: words.title(session),
            time: Some(time).filter(|time| !time.is_empty()),
            is_off: session.is_off(),
            marks: marks.collect(),
            lines: session.subtitle.iter().map(|text| words.text(text).to_string()).collect(),
            others: people.collect(),
            prose: self
                .prose([&session.content_note, &session.summary, &session.description].map(Option::as_ref)),
            facts: words.session_facts(session).chain(page).chain(words.session_material(session)).collect(),
        }
    }

    fn people(&self) -> Vec<Section> {
        let words = self.words;
        let section = |(role, ids): (Option<&crate::model::Role>, Vec<crate::model::PersonId>)| Section {
            head: words.role_head(role),
            short: words.role_head(role),
            prose: Vec::new(),
            entries: ids.into_iter().map(|id| self.person(id.index(), words.conference.person(id))).collect(),
        };
        words.people_groups().into_iter().map(section).collect()
    }

    fn person(&self, index: usize, person: &Person) -> Entry {
        let words = self.words;
        let lines = person.positions.iter().chain(&person.organization);
        let sessions = words.index.of_person(crate::model::PersonId::new(index)).iter().map(|id| {
            let parts = [words.day_and_start(*id), words.title(words.conference.session(*id))];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            (parts.join(" "), session_anchor(*id))
        });
        Entry {
            anchor: person_anchor(index),
            head: words.person(person),
            lines: lines.map(|text| text.get(words.reading).to_string()).collect(),
            others: sessions.collect(),
            prose: self.prose([person.bio.as_ref()]),
            facts: words.person_facts(crate::model::PersonId::new(index)),
            ..Entry::default()
        }
    }

    fn supporters(&self) -> Vec<Section> {
        let (words, about) = (self.words, self.words.conference);
        let names = |ids: &[crate::model::PersonId]| {
            ids.iter().map(|id| (words.person(about.person(*id)), person_anchor(id.index()))).collect()
        };
        let organizers = about.organizers.iter().map(|one| Entry {
            head: words.organizer(one),
            lines: [&one.role, &one.organization]
                .into_iter()
                .flatten()
                .map(|text| words.text(text).to_string())
                .collect(),
            others: names(&one.people),
            facts: words.organizer_facts(one).collect(),
            ..Entry::default()
        });
        let sponsors = sponsors_by_tier(about).into_iter().flat_map(|(tier, ids)| {
            ids.into_iter().map(move |id| {
                let sponsor = about.sponsor(id);
                Entry {
                    head: words.name(sponsor.name.as_ref(), None),
                    marks: tier
                        .map(|tier| words.tier(tier))
                        .into_iter()
                        .chain(words.known(sponsor.project.as_ref()))
                        .collect(),
                    prose: self.prose([sponsor.description.as_ref()]),
                    facts: words
                        .labeled([(Message::LabelPage, sponsor.url.as_ref().map(ToString::to_string))])
                        .collect(),
                    ..Entry::default()
                }
            })
        });
        let rooms = about.rooms.iter().map(|room| Entry {
            head: words.name(room.name.as_ref(), room.id.as_ref()),
            prose: self.prose([room.description.as_ref()]),
            facts: words.room_facts(room).collect(),
            ..Entry::default()
        });
        let part = |head: String, entries: Vec<Entry>| Section {
            short: head.clone(),
            head,
            prose: Vec::new(),
            entries,
        };
        let mut sections = vec![
            part(words.word(Message::Organizers), organizers.collect()),
            part(words.word(Message::Sponsors), sponsors.collect()),
        ];
        for (way, ids) in delegations_by_attendance(about) {
            let delegations = ids.into_iter().map(|id| {
                let one = about.delegation(id);
                Entry {
                    head: words.name(one.name.as_ref(), None),
                    marks: one.kind.iter().map(|kind| words.delegation_kind(kind)).collect(),
                    others: names(&one.people),
                    ..Entry::default()
                }
            });
            sections.push(part(words.delegations_head(way), delegations.collect()));
        }
        sections.push(part(words.word(Message::Rooms), rooms.collect()));
        sections
    }

    fn prose<'t>(&self, texts: impl IntoIterator<Item = Option<&'t LocalizedText>>) -> Vec<Markup> {
        texts.into_iter().flatten().map(|text| markup::read(text.get(self.words.reading))).collect()
    }
}

impl Section {
    fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.prose.is_empty()
    }
}

fn session_anchor(id: SessionId) -> String {
    format!("session-{}", id.index() + 1)
}

fn person_anchor(index: usize) -> String {
    format!("person-{}", index + 1)
}
