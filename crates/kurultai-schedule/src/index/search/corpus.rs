//! The searchable text of a conference, folded, in one string per field: fast to scan.

use super::Field;
use super::searchable_fields::{FieldText, OtherNames, for_each_field};
use crate::index::{EntityRef, Index};
use crate::markup;
use crate::model::{
    Conference, DelegationId, InfoId, LocalizedText, OrganizerId, PersonId, RoomId, SponsorId, TrackId,
};
use crate::text::fold;

/// All searchable text, in schedule order: sessions by time, then people, organizers, sponsors, rooms, tracks,
/// delegations, the conference itself, and practical information.
#[derive(Debug, Clone, Default)]
pub(super) struct SearchCorpus {
    pub(super) items: Vec<EntityRef>,
    pub(super) names: FieldCorpus,
    pub(super) about: FieldCorpus,
    pub(super) texts: FieldCorpus,
}

/// One field of all entities. Each line is one text in one language, or one block of prose.
#[derive(Debug, Clone, Default)]
pub(super) struct FieldCorpus {
    text: String,
    /// End offset of each entity's text.
    ends: Vec<usize>,
}

impl FieldCorpus {
    /// Returns the text of an entity.
    pub(super) fn text_of(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |last| self.ends[last]);
        &self.text[start..self.ends[at]]
    }

    /// Returns the size in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * size_of::<usize>()
    }

    fn line(&mut self, text: &str) {
        let line = fold(text);
        let line = line.trim_matches(' ');
        if !line.is_empty() {
            let is_first = self.text.len() == self.ends.last().copied().unwrap_or(0);
            self.text.push_str(if is_first { "" } else { "\n" });
            self.text.push_str(line);
        }
    }
}

impl SearchCorpus {
    pub(super) fn new(conference: &Conference, index: &Index) -> Self {
        let mut said = Self { items: items(conference, index), ..Self::default() };
        let names = OtherNames::of(conference);
        for item in &said.items {
            for_each_field(conference, &names, *item, |field, told| match (field, told) {
                (Field::Name, told) => lines(told, |text| said.names.line(text)),
                (Field::About, told) => lines(told, |text| said.about.line(text)),
                (Field::Text, told) => lines(told, |text| {
                    markup::read(text).running().lines().for_each(|block| said.texts.line(block));
                }),
            });
            for zone in [&mut said.names, &mut said.about, &mut said.texts] {
                zone.ends.push(zone.text.len());
            }
        }
        for zone in [&mut said.names, &mut said.about, &mut said.texts] {
            zone.text.shrink_to_fit();
            zone.ends.shrink_to_fit();
        }
        said
    }
}

fn items(conference: &Conference, index: &Index) -> Vec<EntityRef> {
    let days = index.days().iter().flat_map(|day| day.timed.iter().chain(&day.untimed));
    let mut items: Vec<EntityRef> = days.map(|id| EntityRef::Session(*id)).collect();
    items.extend((0..conference.people.len()).map(|at| EntityRef::Person(PersonId::new(at))));
    items.extend((0..conference.organizers.len()).map(|at| EntityRef::Organizer(OrganizerId::new(at))));
    items.extend((0..conference.sponsors.len()).map(|at| EntityRef::Sponsor(SponsorId::new(at))));
    items.extend((0..conference.rooms.len()).map(|at| EntityRef::Room(RoomId::new(at))));
    items.extend((0..conference.tracks.len()).map(|at| EntityRef::Track(TrackId::new(at))));
    items.extend((0..conference.delegations.len()).map(|at| EntityRef::Delegation(DelegationId::new(at))));
    items.push(EntityRef::Conference);
    items.extend((0..conference.infos.len()).map(|at| EntityRef::Info(InfoId::new(at))));
    items
}

/// Calls `line` for each language.
fn lines(told: FieldText, mut line: impl FnMut(&str)) {
    match told {
        FieldText::Word(word) | FieldText::Key(word) => line(word),
        FieldText::LocalizedText(texts) => LocalizedText::iter(texts).for_each(|(_, text)| line(text)),
    }
}
