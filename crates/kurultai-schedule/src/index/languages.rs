//! Languages of a schedule, and which of them are complete.

use std::collections::{HashMap, HashSet};

use crate::model::{Conference, LocalizedText};
use crate::text::Lang;

/// The languages of a schedule, its own first, then in order of appearance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Languages {
    pub(super) all: Vec<Lang>,
    /// For each language, true if every translated or prose text has it.
    is_complete: Vec<bool>,
}

impl Languages {
    pub(super) fn new(conference: &Conference) -> Self {
        let mut all: Vec<Lang> = Vec::new();
        let mut known = HashSet::new();
        let mut has_plain = false;
        for_each_text(conference, &mut |texts, _| {
            for (lang, _) in texts.iter() {
                match lang {
                    None => has_plain = true,
                    Some(lang) if known.contains(lang) => {}
                    Some(lang) => {
                        known.insert(lang.clone());
                        all.push(lang.clone());
                    }
                }
            }
        });
        if let Some(own) = &conference.language {
            let known = all.iter().position(|lang| lang.primary() == own.primary());
            match known {
                Some(at) => all[..=at].rotate_right(1),
                None if has_plain => all.insert(0, own.clone()),
                None => {}
            }
        }
        let own = conference.language.as_ref();
        let numbers: HashMap<&str, usize> = all.iter().map(Lang::primary).zip(0..).collect();
        // The number of texts in each language, and the number of the last one counted.
        let mut count = 0_usize;
        let mut counts = vec![(0_usize, 0_usize); all.len()];
        for_each_text(conference, &mut |texts, is_name| {
            let is_plain = texts.iter().all(|(lang, _)| lang.is_none());
            // A name without translations is the same in every language.
            if is_plain && is_name {
                return;
            }
            count += 1;
            for (lang, _) in texts.iter() {
                let number = lang.or(own).and_then(|lang| numbers.get(lang.primary()));
                if let Some((in_language, last)) = number.and_then(|number| counts.get_mut(*number))
                    && *last != count
                {
                    *in_language += 1;
                    *last = count;
                }
            }
        });
        let number = |lang: &Lang| numbers.get(lang.primary()).and_then(|number| counts.get(*number));
        let is_complete = all.iter().map(|lang| number(lang).is_some_and(|(found, _)| *found == count));
        let is_complete = is_complete.collect();
        Self { all, is_complete }
    }

    /// True if no text falls back to another language.
    pub(super) fn is_complete(&self, lang: &Lang) -> bool {
        self.all.iter().zip(&self.is_complete).any(|(known, is_complete)| known == lang && *is_complete)
    }
}

/// Calls `tell` for every text, with true for names.
fn for_each_text(conference: &Conference, tell: &mut impl FnMut(&LocalizedText, bool)) {
    let about = conference;
    let mut read = |texts: &[&Option<LocalizedText>]| {
        texts.iter().copied().flatten().for_each(|texts| tell(texts, false));
    };
    read(&[&Some(about.title.clone()), &about.subtitle, &about.theme, &about.description]);
    for session in &about.sessions {
        let texts = [&session.title, &session.subtitle, &session.summary, &session.description];
        read(&texts);
        read(&[&session.content_note]);
    }
    for info in &about.infos {
        read(&[&info.title, &info.text]);
    }
    for person in &about.people {
        read(&[&person.bio]);
    }
    about.days.iter().for_each(|day| read(&[&day.title]));
    about.topics.iter().chain(about.people.iter().flat_map(|person| &person.positions)).for_each(|texts| {
        tell(texts, false);
    });
    let mut named = |texts: &[&Option<LocalizedText>]| {
        texts.iter().copied().flatten().for_each(|texts| tell(texts, true));
    };
    if let Some(venue) = &about.venue {
        named(&[&venue.name, &venue.address, &venue.city, &venue.country]);
    }
    named(&[&about.contact]);
    for person in &about.people {
        named(&[&person.name, &person.organization, &person.country, &person.pronouns]);
    }
    for room in &about.rooms {
        named(&[&room.name, &room.building, &room.floor, &room.description]);
    }
    about.tracks.iter().for_each(|track| named(&[&track.name]));
    about.sessions.iter().for_each(|session| named(&[&session.source_type, &session.level]));
    for organizer in &about.organizers {
        named(&[&organizer.name, &organizer.role, &organizer.organization, &organizer.contact]);
    }
    about.tiers.iter().for_each(|tier| named(&[&tier.name]));
    for sponsor in &about.sponsors {
        named(&[&sponsor.name, &sponsor.project, &sponsor.description]);
    }
    about.delegations.iter().for_each(|delegation| named(&[&delegation.name]));
    about.sessions.iter().flat_map(|session| &session.tags).for_each(|texts| tell(texts, true));
}
