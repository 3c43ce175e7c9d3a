//! [`RoundTripLoss`]: where a conference that was written in a format and read back is not the one that was written.

mod align;

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
    let of_event = written.differing(&back.conference).into_iter().map(LossKind::Key);
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

/// Something that has keys in the event file.
trait Keyed {
    /// The keys of which the second thing says something else.
    fn differing(&self, other: &Self) -> Vec<&'static str>;
    /// What it is called.
    fn name(&self) -> Option<LocalizedText>;
    /// Its id, if there is any for such things.
    fn id(&self) -> Option<&SafeText>;
}

fn of_list<T: Keyed>(
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

/// Compares things field by field; one that is not named here does not compile.
macro_rules! keyed {
    ($($type:ident {
        $($field:ident $($key:literal)?,)* $(..$inner:ident,)?
    } but $($ignored:ident)*; name $name:expr; id $id:expr;)+) => {$(
        impl Keyed for $type {
            fn differing(&self, other: &Self) -> Vec<&'static str> {
                let Self { $($field: _,)* $($inner: _,)? $($ignored: _,)* } = self;
                let mut keys = Vec::new();
                $(if self.$field != other.$field {
                    keys.push(keyed!(@key $field $($key)?));
                })*
                $(keys.extend(self.$inner.differing(&other.$inner));)?
                keys.dedup();
                keys
            }

            fn name(&self) -> Option<LocalizedText> {
                let name: fn(&Self) -> Option<LocalizedText> = $name;
                name(self)
            }

            fn id(&self) -> Option<&SafeText> {
                let id: fn(&Self) -> Option<&SafeText> = $id;
                id(self)
            }
        }
    )+};
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
}

keyed! {
    Conference {
        title, id, acronym, subtitle, theme, edition, version, updated, dates "date", zone "timezone", language,
        day_change, venue, url, hashtag, contact, description, topics, links, walking,
    } but clock_from days rooms tracks people sessions organizers tiers sponsors delegations infos;
    name |one| Some(one.title.clone());
    id |one| one.id.as_ref();

    Day { date, title, opens, closes, } but;
    name |one| Some(LocalizedText::untagged(SafeText::line(&one.date.to_string())));
    id |_| None;

    Room { id, name, building, floor, capacity, description, } but;
    name |one| one.name.clone();
    id |one| one.id.as_ref();

    Track { id, name, color, } but;
    name |one| one.name.clone();
    id |one| one.id.as_ref();

    Person {
        name, id, roles, positions "position", organization, country, pronouns, bio, links, attendance, sort_name,
        avatar, guid,
    } but has_mistakes;
    name |one| one.name.clone();
    id |one| one.id.as_ref();

    Session {
        title, subtitle, id, guid, kind, source_type "type", status, attendance, rooms "room", track, languages,
        level, tags, people, part_of, same_as, summary "abstract", description, content_note, url, slides, recording,
        stream, feedback, links, attachments, recording_license, do_not_record, ..times,
    } but has_mistakes;
    name |one| one.title.clone();
    id |one| one.id.as_ref();

    Organizer { name, person, role, organization, url, contact, people, } but;
    name |one| one.name.clone();
    id |_| None;

    Tier { id, name, } but;
    name |one| one.name.clone();
    id |one| one.id.as_ref();

    Sponsor { name, tier, project, url, description, } but;
    name |one| one.name.clone();
    id |_| None;

    Delegation { name, kind, attendance, people, } but;
    name |one| one.name.clone();
    id |_| None;

    Info { title, text, } but;
    name |one| one.title.clone();
    id |_| None;

    Times { date, day "date", start, instant "start", offset "start", duration "duration", end_only "end", all_day, } but shift;
    name |_| None;
    id |_| None;
}
