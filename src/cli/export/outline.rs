//! [`Outline`]: a schedule as a localized document, for the Markdown and HTML writers.

mod representable;

use crate::i18n::{Locale, Message};
use crate::presenter::{LabeledValue, Presenter};
use kurultai_schedule::format::ExportJob;
use kurultai_schedule::index::{Index, delegations_by_attendance, sponsors_by_tier};
use kurultai_schedule::markup::{self, Markup};
use kurultai_schedule::model::{LocalizedText, Person, SessionId, Status};

pub(super) use representable::representable;

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
struct OutlineBuilder<'w, 'a> {
    presenter: &'w Presenter<'a>,
}

pub(super) fn outline(job: &ExportJob, locale: &Locale) -> Outline {
    let index = Index::new(job.conference);
    let presenter =
        Presenter { conference: job.conference, index: &index, locale, reading: &job.reading, clocks: None };
    OutlineBuilder { presenter: &presenter }.page()
}

impl OutlineBuilder<'_, '_> {
    fn page(&self) -> Outline {
        let (presenter, about) = (self.presenter, self.presenter.conference);
        let texts = [&about.subtitle, &about.theme].into_iter().flatten();
        let lead = texts.map(|text| presenter.text(text).to_string());
        let lead = lead
            .chain(presenter.dates(about.known_dates()))
            .chain(about.venue.iter().flat_map(|venue| presenter.venue(venue)))
            .chain(presenter.clock());
        let venue = about.venue.as_ref().and_then(|venue| venue.url.as_ref());
        let pages = presenter.labeled([
            (Message::LabelPage, about.url.as_ref().map(ToString::to_string)),
            (Message::LabelWhere, venue.map(ToString::to_string)),
        ]);
        let topics: Vec<String> =
            about.topics.iter().map(|topic| presenter.text(topic).to_string()).collect();
        let topics = presenter.labeled([(Message::LabelTopics, Some(topics.join("; ")))]);
        let mut sections = self.days();
        sections.extend(self.people());
        sections.extend(self.supporters());
        sections.extend(about.infos.iter().map(|info| Section {
            head: presenter.name(info.title.as_ref(), None),
            short: presenter.name(info.title.as_ref(), None),
            prose: self.prose([info.text.as_ref()]),
            entries: Vec::new(),
        }));
        Outline {
            title: presenter.text(&about.title).to_string(),
            lead: lead.collect(),
            facts: pages.chain(presenter.conference_facts()).chain(topics).collect(),
            prose: self.prose([about.description.as_ref()]),
            sections: sections.into_iter().filter(|section| !section.is_empty()).collect(),
        }
    }

    fn days(&self) -> Vec<Section> {
        let presenter = self.presenter;
        let day = |day: &kurultai_schedule::index::ScheduleDay| {
            let head = match day.date {
                Some(date) => {
                    let known = presenter.conference.days.iter().find(|known| known.date == date);
                    let title = known.and_then(|known| presenter.known(known.title.as_ref()));
                    let hours = known.and_then(|known| match (known.opens, known.closes) {
                        (None, None) => None,
                        (opens, closes) => {
                            let [opens, closes] =
                                [opens, closes].map(|time| time.map(|time| presenter.locale.time(time)));
                            Some(format!("{}–{}", opens.unwrap_or_default(), closes.unwrap_or_default()))
                        }
                    });
                    [presenter.locale.full_date(date)]
                        .into_iter()
                        .chain(title)
                        .chain(hours)
                        .collect::<Vec<_>>()
                        .join(" · ")
                }
                None if presenter.index.days().len() > 1 => presenter.word(Message::DayNotAnnounced),
                None => presenter.word(Message::PaneAgenda),
            };
            let entries = day.timed.iter().chain(&day.untimed).map(|id| self.session(*id));
            let short = day.date.map_or_else(|| head.clone(), |date| presenter.locale.weekday_day(date));
            Section { head, short, prose: Vec::new(), entries: entries.collect() }
        };
        presenter.index.days().iter().map(day).collect()
    }

    fn session(&self, id: SessionId) -> Entry {
        let presenter = self.presenter;
        let session = presenter.conference.session(id);
        let status = session.status.iter().filter(|status| **status != Status::Confirmed);
        let marks = status
            .map(|status| presenter.status(status))
            .chain(presenter.kind_unless_in_title(session))
            .chain(presenter.rooms(session))
            .chain(session.track.map(|id| presenter.track(id)))
            .chain(session.attendance.map(|how| presenter.attendance(how)))
            .chain(session.do_not_record.then(|| presenter.word(Message::DoNotRecord)));
        let people =
            session.people.iter().map(|one| (presenter.participant(one), person_anchor(one.person.index())));
        let length = presenter.length(&session.times);
        let time = [presenter.time_of_day(&session.times), length]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ");
        let page = presenter.labeled([(Message::LabelPage, session.url.as_ref().map(ToString::to_string))]);
        Entry {
            anchor: session_anchor(id),
            head: presenter.title(session),
            time: Some(time).filter(|time| !time.is_empty()),
            is_off: session.is_off(),
            marks: marks.collect(),
            lines: session.subtitle.iter().map(|text| presenter.text(text).to_string()).collect(),
            others: people.collect(),
            prose: self
                .prose([&session.content_note, &session.summary, &session.description].map(Option::as_ref)),
            facts: presenter
                .session_facts(session)
                .chain(page)
                .chain(presenter.session_material(session))
                .collect(),
        }
    }

    fn people(&self) -> Vec<Section> {
        let presenter = self.presenter;
        let section = |(role, ids): (
            Option<&kurultai_schedule::model::Role>,
            Vec<kurultai_schedule::model::PersonId>,
        )| Section {
            head: presenter.role_heading(role),
            short: presenter.role_heading(role),
            prose: Vec::new(),
            entries: ids
                .into_iter()
                .map(|id| self.person(id.index(), presenter.conference.person(id)))
                .collect(),
        };
        presenter.people_groups().into_iter().map(section).collect()
    }

    fn person(&self, index: usize, person: &Person) -> Entry {
        let presenter = self.presenter;
        let lines = person.positions.iter().chain(&person.organization);
        let sessions =
            presenter.index.of_person(kurultai_schedule::model::PersonId::new(index)).iter().map(|id| {
                let parts =
                    [presenter.day_and_start(*id), presenter.title(presenter.conference.session(*id))];
                let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                (parts.join(" "), session_anchor(*id))
            });
        Entry {
            anchor: person_anchor(index),
            head: presenter.person(person),
            lines: lines.map(|text| text.get(presenter.reading).to_string()).collect(),
            others: sessions.collect(),
            prose: self.prose([person.bio.as_ref()]),
            facts: presenter.person_facts(kurultai_schedule::model::PersonId::new(index)),
            ..Entry::default()
        }
    }

    fn supporters(&self) -> Vec<Section> {
        let (presenter, about) = (self.presenter, self.presenter.conference);
        let names = |ids: &[kurultai_schedule::model::PersonId]| {
            ids.iter().map(|id| (presenter.person(about.person(*id)), person_anchor(id.index()))).collect()
        };
        let organizers = about.organizers.iter().map(|one| Entry {
            head: presenter.organizer(one),
            lines: [&one.role, &one.organization]
                .into_iter()
                .flatten()
                .map(|text| presenter.text(text).to_string())
                .collect(),
            others: names(&one.people),
            facts: presenter.organizer_facts(one).collect(),
            ..Entry::default()
        });
        let sponsors = sponsors_by_tier(about).into_iter().flat_map(|(tier, ids)| {
            ids.into_iter().map(move |id| {
                let sponsor = about.sponsor(id);
                Entry {
                    head: presenter.name(sponsor.name.as_ref(), None),
                    marks: tier
                        .map(|tier| presenter.tier(tier))
                        .into_iter()
                        .chain(presenter.known(sponsor.project.as_ref()))
                        .collect(),
                    prose: self.prose([sponsor.description.as_ref()]),
                    facts: presenter
                        .labeled([(Message::LabelPage, sponsor.url.as_ref().map(ToString::to_string))])
                        .collect(),
                    ..Entry::default()
                }
            })
        });
        let rooms = about.rooms.iter().map(|room| Entry {
            head: presenter.name(room.name.as_ref(), room.id.as_ref()),
            prose: self.prose([room.description.as_ref()]),
            facts: presenter.room_facts(room).collect(),
            ..Entry::default()
        });
        let part = |head: String, entries: Vec<Entry>| Section {
            short: head.clone(),
            head,
            prose: Vec::new(),
            entries,
        };
        let mut sections = vec![
            part(presenter.word(Message::Organizers), organizers.collect()),
            part(presenter.word(Message::Sponsors), sponsors.collect()),
        ];
        for (way, ids) in delegations_by_attendance(about) {
            let delegations = ids.into_iter().map(|id| {
                let one = about.delegation(id);
                Entry {
                    head: presenter.name(one.name.as_ref(), None),
                    marks: one.kind.iter().map(|kind| presenter.delegation_kind(kind)).collect(),
                    others: names(&one.people),
                    ..Entry::default()
                }
            });
            sections.push(part(presenter.delegations_heading(way), delegations.collect()));
        }
        sections.push(part(presenter.word(Message::Rooms), rooms.collect()));
        sections
    }

    fn prose<'t>(&self, texts: impl IntoIterator<Item = Option<&'t LocalizedText>>) -> Vec<Markup> {
        texts.into_iter().flatten().map(|text| markup::read(text.get(self.presenter.reading))).collect()
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
