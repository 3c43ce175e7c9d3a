//! [`RoundTripLoss`]: where a conference that was written in a format and read back is not the one that was written.

mod align;

use super::event_file::Keyed;
use crate::model::{
    Conference, Day, Delegation, Info, LanguagePreference, LocalizedText, Organizer, Person, Room, Session,
    Sponsor, Tier, Times, Track,
};
use crate::text::SafeText;
pub(super) use align::ReadBack;

/// A conference in the format of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The file.
    pub text: String,
    /// In what the conference in the file is another one, in the order of an event file. Whether something could not be
    /// read is not compared: what is written is there.
    pub lost: Vec<RoundTripLoss>,
}

/// Something that a format does not hold as the conference had it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundTripLoss {
    /// The table of the event file of which it is said: `agenda`, or `event` for the conference itself.
    pub table: &'static str,
    /// What the thing is called that this table is about.
    pub name: SafeText,
    /// What is lost of it.
    pub lost: LossKind,
}

/// What is lost of a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LossKind {
    /// The thing as a whole.
    All,
    /// What this key would say.
    Key(&'static str),
    /// That it had no such id: others name it, and nothing that was known of it is enough for that.
    Id(SafeText),
}

/// What is lost in a format that says no more of a conference than `held`, in which everything stands in its place.
#[must_use]
pub fn lost(conference: &Conference, held: Conference) -> Vec<RoundTripLoss> {
    diff(conference, &ReadBack::holding(held, std::collections::HashSet::new()))
}

/// Everything in which the conference that was read back differs, in the order of an event file. Whether something could
/// not be read is no fact of a program, and does not count.
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

/// A record of the event file that losses are reported of.
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
