//! [`RoundTripLoss`]: the differences between a conference and its export, read back.

mod align;

use super::event_file::Keyed;
use crate::model::{
    Conference, Day, Delegation, Info, LanguagePreference, LocalizedText, Organizer, Person, Room, Session,
    Sponsor, Tier, Times, Track,
};
use crate::text::SafeText;
pub(super) use align::ReadBack;

/// An exported conference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The file.
    pub text: String,
    /// The differences in the order of an event file. Mistakes in the source are not compared.
    pub lost: Vec<RoundTripLoss>,
}

/// Information that the format cannot represent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundTripLoss {
    /// The table in an event file: `agenda`, or `event` for the conference itself.
    pub table: &'static str,
    /// The name of the item.
    pub name: SafeText,
    /// The lost part.
    pub lost: LossKind,
}

/// The part of an item that is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LossKind {
    /// The whole item.
    All,
    /// The value of a key.
    Key(&'static str),
    /// A generated id, because the format needs one for references.
    Id(SafeText),
}

/// Returns the differences between a conference and `held`, the part that a format represents, with all items
/// at the same indices.
#[must_use]
pub fn lost(conference: &Conference, held: Conference) -> Vec<RoundTripLoss> {
    diff(conference, &ReadBack::holding(held, std::collections::HashSet::new()))
}

/// Returns the differences in the order of an event file. Mistakes in the source are not compared.
pub(super) fn diff(written: &Conference, back: &ReadBack) -> Vec<RoundTripLoss> {
    let reading = written.reading(None);
    let name = written.title.get(&reading).clone();
    let of_event = written.differing_keys(&back.conference).into_iter().map(LossKind::Key);
    let mut losses: Vec<RoundTripLoss> =
        of_event.map(|lost| RoundTripLoss { table: "event", name: name.clone(), lost }).collect();
    let (one, two) = (written, &back.conference);
    losses.extend(of_list("days", &one.days, &two.days, back, &reading));
    losses.extend(of_list("rooms", &one.rooms, &two.rooms, back, &reading));
    losses.extend(of_list("tracks", &one.tracks, &two.tracks, back, &reading));
    losses.extend(of_list("people", &one.people, &two.people, back, &reading));
    losses.extend(of_list("agenda", &one.sessions, &two.sessions, back, &reading));
    losses.extend(of_list("organizers", &one.organizers, &two.organizers, back, &reading));
    losses.extend(of_list("tiers", &one.tiers, &two.tiers, back, &reading));
    losses.extend(of_list("sponsors", &one.sponsors, &two.sponsors, back, &reading));
    losses.extend(of_list("delegations", &one.delegations, &two.delegations, back, &reading));
    losses.extend(of_list("info", &one.infos, &two.infos, back, &reading));
    losses
}

/// A record of the event file whose losses are reported.
trait Listed: Keyed {
    fn name(&self) -> Option<LocalizedText>;
    fn id(&self) -> Option<&SafeText>;

    /// Returns the keys with different values.
    fn differing(&self, other: &Self) -> Vec<&'static str> {
        self.differing_keys(other)
    }
}

fn of_list<T: Listed>(
    table: &'static str,
    written: &[T],
    read: &[T],
    back: &ReadBack,
    reading: &LanguagePreference,
) -> Vec<RoundTripLoss> {
    let mut losses = Vec::new();
    for (index, one) in written.iter().enumerate() {
        let number = || SafeText::line(&(index + 1).to_string());
        let name = one.name().map_or_else(number, |name| name.get(reading).clone());
        let lost = match read.get(index).filter(|_| back.has(table, index)) {
            None => vec![LossKind::All],
            Some(two) => {
                let lost = |key| match two.id() {
                    Some(id) if key == "id" && back.names_by_id => LossKind::Id(id.clone()),
                    _ => LossKind::Key(key),
                };
                one.differing(two).into_iter().map(lost).collect()
            }
        };
        losses.extend(lost.into_iter().map(|lost| RoundTripLoss { table, name: name.clone(), lost }));
    }
    losses
}

macro_rules! listed {
    ($($type:ident: $name:expr, $id:expr $(, and $more:expr)?;)+) => {$(
        impl Listed for $type {
            fn name(&self) -> Option<LocalizedText> {
                let name: fn(&Self) -> Option<LocalizedText> = $name;
                name(self)
            }

            fn id(&self) -> Option<&SafeText> {
                let id: fn(&Self) -> Option<&SafeText> = $id;
                id(self)
            }

            $(fn differing(&self, other: &Self) -> Vec<&'static str> {
                let mut keys = self.differing_keys(other);
                keys.extend($more(self, other));
                keys
            })?
        }
    )+};
}

listed! {
    Day: |day| Some(LocalizedText::untagged(SafeText::line(&day.date.to_string()))), |_| None;
    Room: |room| room.name.clone(), |room| room.id.as_ref();
    Track: |track| track.name.clone(), |track| track.id.as_ref();
    Person: |person| person.name.clone(), |person| person.id.as_ref();
    Session: |session| session.title.clone(), |session| session.id.as_ref(), and differing_times;
    Organizer: |organizer| organizer.name.clone(), |_| None;
    Tier: |tier| tier.name.clone(), |tier| tier.id.as_ref();
    Sponsor: |sponsor| sponsor.name.clone(), |_| None;
    Delegation: |delegation| delegation.name.clone(), |_| None;
    Info: |info| info.title.clone(), |_| None;
}

fn differing_times(session: &Session, other: &Session) -> Vec<&'static str> {
    let Times { date, day, start, instant, offset, duration, end_only, all_day, shift: _ } = session.times;
    let other = other.times;
    let differs = [
        ("date", (date, day) != (other.date, other.day)),
        ("start", (start, instant, offset) != (other.start, other.instant, other.offset)),
        ("duration", duration != other.duration),
        ("end", end_only != other.end_only),
        ("all_day", all_day != other.all_day),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(key, _)| key).collect()
}
