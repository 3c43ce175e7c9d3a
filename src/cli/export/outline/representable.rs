//! The part of a conference that a page can represent.

use kurultai_schedule::model::{Conference, LanguagePreference};

/// Returns the part of a conference that a page in one language represents.
pub(in crate::cli::export) fn representable(
    conference: &Conference,
    reading: &LanguagePreference,
    has_language: bool,
) -> Conference {
    let mut held = conference.clone();
    held.keep_one_language(reading);
    held.id = None;
    held.acronym = None;
    held.walking = None;
    held.day_change = Conference::new(held.title.clone()).day_change;
    held.language = held.language.filter(|_| has_language);
    for room in &mut held.rooms {
        room.id = room.id.take().filter(|_| room.name.is_none());
    }
    for track in &mut held.tracks {
        track.id = track.id.take().filter(|_| track.name.is_none());
        track.color = None;
    }
    for person in &mut held.people {
        person.id = person.id.take().filter(|_| person.name.is_none());
        (person.guid, person.sort_name, person.avatar) = (None, None, None);
    }
    for session in &mut held.sessions {
        (session.id, session.guid, session.times.offset) = (None, None, None);
        session.attachments.iter_mut().for_each(|file| file.source_type = None);
    }
    for tier in &mut held.tiers {
        tier.id = tier.id.take().filter(|_| tier.name.is_none());
    }
    held
}
