//! The part of a conference that a page can represent.

use kurultai_schedule::model::{Conference, LanguagePreference, Link, LocalizedText};

/// Returns the part of a conference that a page in one language represents.
pub(in crate::cli::export) fn representable(
    conference: &Conference,
    reading: &LanguagePreference,
    has_language: bool,
) -> Conference {
    let one = |texts: &mut Option<LocalizedText>| {
        if let Some(texts) = texts.as_mut().filter(|texts| texts.iter().count() > 1) {
            *texts = LocalizedText::untagged(texts.get(reading).clone());
        }
    };
    let title = |texts: &mut LocalizedText| {
        let mut known = Some(texts.clone());
        one(&mut known);
        *texts = known.unwrap_or_else(|| texts.clone());
    };
    let links = |links: &mut Vec<Link>| links.iter_mut().for_each(|link| one(&mut link.label));
    let mut held = conference.clone();
    held.id = None;
    held.acronym = None;
    held.walking = None;
    held.day_change = Conference::new(held.title.clone()).day_change;
    held.language = held.language.filter(|_| has_language);
    title(&mut held.title);
    for text in [&mut held.subtitle, &mut held.theme, &mut held.contact, &mut held.description] {
        one(text);
    }
    held.topics.iter_mut().for_each(title);
    links(&mut held.links);
    if let Some(venue) = &mut held.venue {
        [&mut venue.name, &mut venue.address, &mut venue.city, &mut venue.country].into_iter().for_each(one);
    }
    held.days.iter_mut().for_each(|day| one(&mut day.title));
    for room in &mut held.rooms {
        room.id = room.id.take().filter(|_| room.name.is_none());
        [&mut room.name, &mut room.building, &mut room.floor, &mut room.description]
            .into_iter()
            .for_each(one);
    }
    for track in &mut held.tracks {
        track.id = track.id.take().filter(|_| track.name.is_none());
        track.color = None;
        one(&mut track.name);
    }
    for person in &mut held.people {
        person.id = person.id.take().filter(|_| person.name.is_none());
        (person.guid, person.sort_name, person.avatar) = (None, None, None);
        [
            &mut person.name,
            &mut person.organization,
            &mut person.country,
            &mut person.pronouns,
            &mut person.bio,
        ]
        .into_iter()
        .for_each(one);
        person.positions.iter_mut().for_each(title);
        links(&mut person.links);
    }
    for session in &mut held.sessions {
        (session.id, session.guid, session.times.offset) = (None, None, None);
        [
            &mut session.title,
            &mut session.subtitle,
            &mut session.source_type,
            &mut session.level,
            &mut session.summary,
            &mut session.description,
            &mut session.content_note,
        ]
        .into_iter()
        .for_each(one);
        session.people.iter_mut().for_each(|one_of| one(&mut one_of.name));
        session.tags.iter_mut().for_each(title);
        links(&mut session.links);
        for file in &mut session.attachments {
            one(&mut file.label);
            file.source_type = None;
        }
    }
    for organizer in &mut held.organizers {
        [&mut organizer.name, &mut organizer.role, &mut organizer.organization, &mut organizer.contact]
            .into_iter()
            .for_each(one);
    }
    for tier in &mut held.tiers {
        tier.id = tier.id.take().filter(|_| tier.name.is_none());
        one(&mut tier.name);
    }
    for sponsor in &mut held.sponsors {
        [&mut sponsor.name, &mut sponsor.project, &mut sponsor.description].into_iter().for_each(one);
    }
    held.delegations.iter_mut().for_each(|delegation| one(&mut delegation.name));
    for info in &mut held.infos {
        [&mut info.title, &mut info.text].into_iter().for_each(one);
    }
    held
}
