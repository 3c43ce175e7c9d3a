//! The schema of the event file: the keys of each table, the model field that each key fills, how its value is
//! read and written, and which values editors accept.
//!
//! Each line has the form `"key" => field: method`. [`TableReader`] reads the value with the method of this
//! name, [`TomlWriter`] writes it with the method of the same name, and [`KeyForms`] has a function of the same
//! name for the JSON Schema; `as` names another method for writing. `else return` drops a table without the
//! value. Several keys before one `=>` fill one field; each names its function for the JSON Schema. `..`
//! precedes the source and the fields without a key. Keys are written in the order of their lines. Comments
//! are the hover texts of editors and have the words of `docs/FORMAT.md`.

use super::allowed::ALLOW;
use super::key_forms::KeyForms;
use super::record::Record;
use super::table_reader::TableReader;
use super::table_schema::TableSchema;
use super::time_context::unknown_conference;
use super::vocabulary::Vocabulary;
use super::write::TomlWriter;
use crate::format::synonyms::table_synonym;
use crate::model::{
    Attachment, Conference, Day, Delegation, Info, Link, Organizer, Participation, Person, Room, Session,
    Sponsor, Tier, Track, Venue, WalkingTimes,
};

/// A part of the model that can be compared key by key.
pub(in crate::format) trait Keyed {
    /// Returns the keys whose values differ; ignores the times of a session.
    fn differing_keys(&self, other: &Self) -> Vec<&'static str>;
}

macro_rules! tables {
    (@differ $keys:ident $differs:expr, times $($key:literal)+) => {};
    (@differ $keys:ident $differs:expr, $read:ident $key:literal $($other:literal)*) => {
        if $differs {
            $keys.push($key);
        }
    };
    (@return $value:ident) => { $value? };
    (@read $reader:ident $method:ident $key:literal) => { $reader.$method($key) };
    (@read $reader:ident $method:ident $($key:literal)+) => { $reader.$method() };
    (@write $writer:ident $value:expr, $read:ident as $method:ident; $($key:literal)+) => {
        tables!(@write $writer $value, $method; $($key)+)
    };
    (@write $writer:ident $value:expr, $method:ident; $key:literal) => { $writer.$method($key, $value) };
    (@write $writer:ident $value:expr, $method:ident; $($key:literal)+) => { $writer.$method($value) };
    (@name $read:ident: $form:ident) => { stringify!($form) };
    (@name $read:ident:) => { stringify!($read) };
    (@form $read:ident: $form:ident $of:expr) => { KeyForms::$form($of) };
    (@form $read:ident: $of:expr) => { KeyForms::$read($of) };
    ($($(#[doc = $about:literal])+ $record:ident {
        $(keys $($(#[doc = $other_doc:literal])+ $other:literal: $other_form:ident)+;)?
        $($($(#[doc = $doc:literal])+ $key:literal $(: $form:ident)?)+
            => $field:ident: $read:ident $(as $write:ident)? $(else $return:ident)?,)+
        $(..$rest:expr; $($unmapped:ident)+)?
    })+) => {$(
        impl Record for $record {
            const KEYS: &'static [&'static str] = &[$($($other,)+)? $($($key,)+)+];

            const FORMS: &'static [(&'static str, &'static str)] =
                &[$($(($other, stringify!($other_form)),)+)? $($(($key, tables!(@name $read: $($form)?)),)+)+];

            fn read(reader: &mut TableReader<'_, '_>) -> Option<Self> {
                $(let $field = tables!(@read reader $read $($key)+);)+
                $($(let $field = tables!(@$return $field);)?)+
                Some(Self { $($field,)+ $(..$rest)? })
            }

            fn schema() -> TableSchema {
                let mut table = TableSchema::new(&[$($about),+]);
                $($(table.key($other, &[$($other_doc),+], KeyForms::$other_form(|record: &Self| record));)+)?
                table.allow();
                $($(table.key(
                    $key,
                    &[$($doc),+],
                    tables!(@form $read: $($form)? |record: &Self| &record.$field),
                );)+)+
                table
            }

            fn write(&self, writer: &mut TomlWriter<'_>) {
                $(tables!(@write writer &self.$field, $read $(as $write)?; $($key)+);)+
            }
        }

        impl Keyed for $record {
            fn differing_keys(&self, other: &Self) -> Vec<&'static str> {
                // A new field must have a key or be listed among the fields without one.
                let Self { $($field: _,)+ $($($unmapped: _,)+)? } = self;
                let mut keys = Vec::new();
                $(tables!(@differ keys self.$field != other.$field, $read $($key)+);)+
                keys
            }
        }
    )+};
}

tables! {
    /// The conference. All texts can be tables of languages.
    Conference {
        keys
        /// The version of this format; so far always 1.
        "format": number;
        /// The title; without it, the acronym, the id or the file name is shown.
        "title" => title: title,
        /// A short name that no other conference has.
        "id" => id: text,
        /// The abbreviation.
        "acronym" => acronym: text,
        /// A second line below the title.
        "subtitle" => subtitle: localized,
        /// The theme of this edition.
        "theme" => theme: localized,
        /// 4 for the fourth conference of a series.
        "edition" => edition: number,
        /// The version of the schedule.
        "version" => version: text_or_number as text,
        /// The time of the last change of the schedule.
        "updated" => updated: text_or_datetime,
        /// The day, if there is only one.
        "date": date
        /// The first day; without `end`, the last day is unknown.
        "start": date
        /// The last day.
        "end": date => dates: dates,
        /// The time zone, by its IANA name or another known one (`Berlin`, `UTC+6`); without it, times are
        /// the venue's local times.
        "timezone" => zone: zone,
        /// The language of texts without one.
        "language" => language: language,
        /// The time at which a day of the schedule begins; default `"04:00"`.
        "day_change" => day_change: day_change,
        /// The place.
        "venue" => venue: table,
        /// Its web page.
        "url" => url: url,
        /// The hashtag.
        "hashtag" => hashtag: text,
        /// The way to reach the organizers.
        "contact" => contact: localized,
        /// A description.
        "description" => description: prose,
        /// The topics.
        "topics" => topics: localized_list,
        /// Other pages.
        "links" => links: links,
        /// Walking times in minutes.
        "walking" => walking: table,
        ..unknown_conference();
        clock_from days rooms tracks people sessions organizers tiers sponsors delegations infos
    }
    /// The place.
    Venue {
        /// The building.
        "name" => name: localized,
        /// Street and number.
        "address" => address: localized,
        /// The city, shown in the first line of the screen.
        "city" => city: localized,
        /// The country.
        "country" => country: localized,
        /// Its web page.
        "url" => url: url,
    }
    /// Walking times in minutes.
    WalkingTimes {
        /// Minutes between rooms of the same building.
        "same" => same: number,
        /// Minutes between two buildings.
        "other" => other: number,
    }
    /// A link: an address with a label.
    Link {
        /// The text of the link; default: the address.
        "label" => label: localized,
        /// The target.
        "url" => url: required_url else return,
    }
    /// A day of the schedule.
    Day {
        /// The day.
        "date" => date: required_date else return,
        /// Its title.
        "title" => title: localized,
        /// The opening of the doors.
        "opens" => opens: time,
        /// The closing of the doors.
        "closes" => closes: time,
    }
    /// A room. Sessions refer to it by its id or name.
    Room {
        /// The name that sessions use; this or `name` is needed.
        "id": id_or_name => id: text as id,
        /// The name on its door.
        "name" => name: localized,
        /// Its building.
        "building" => building: localized,
        /// Its floor.
        "floor" => floor: localized_or_number as localized,
        /// The number of people who fit in.
        "capacity" => capacity: number,
        /// The way to it, and its equipment.
        "description" => description: prose,
    }
    /// A track: a theme of many sessions.
    Track {
        /// The name that sessions use; this or `name` is needed.
        "id": id_or_name => id: text as id,
        /// Its name.
        "name" => name: localized,
        /// Its color, `"#rrggbb"` or a name.
        "color" => color: color,
    }
    /// A person.
    Person {
        /// The name as it should be displayed.
        "name" => name: required as localized,
        /// The name that sessions and others use.
        "id" => id: text as id,
        /// Their roles at the conference.
        "roles" => roles: roles,
        /// Their positions.
        "position" => positions: localized_list as localized_or_list,
        /// The organization they work for.
        "organization" => organization: localized,
        /// The country they come from.
        "country" => country: localized,
        /// Their pronouns.
        "pronouns" => pronouns: localized,
        /// A biography.
        "bio" => bio: prose,
        /// Their web pages.
        "links" => links: links,
        /// Their way to take part.
        "attendance" => attendance: attendance,
        /// The name to sort by.
        "sort_name" => sort_name: text,
        /// A picture.
        "avatar" => avatar: text,
        /// A globally unique id from another app.
        "guid" => guid: text,
        ..Person::default(); has_mistakes
    }
    /// A session.
    Session {
        /// The title.
        "title" => title: required as localized,
        /// A second line below the title.
        "subtitle" => subtitle: localized,
        /// The name that `part_of` and `same_as` use.
        "id" => id: text as id,
        /// A globally unique id from another app.
        "guid" => guid: text,
        /// The kind of session.
        "kind" => kind: open_enum,
        /// The conference's own name for the kind.
        "type" => source_type: localized,
        /// The state of the session.
        "status" => status: open_enum,
        /// The way to take part.
        "attendance" => attendance: attendance,
        /// The calendar date on which it begins.
        "date": date
        /// Instead of `date`: the day of the schedule, which ends at `day_change`.
        "day": date
        /// The time at which it begins.
        "start": moment
        /// The time at which it ends.
        "end": moment
        /// Instead of `end`: the time it takes.
        "duration": duration
        /// It lasts the whole day.
        "all_day": flag => times: times,
        /// The rooms; `"*"` means everywhere.
        "room" => rooms: rooms,
        /// Its track.
        "track" => track: reference,
        /// The spoken languages.
        "languages" => languages: languages,
        /// The level.
        "level" => level: localized,
        /// Tags.
        "tags" => tags: localized_list,
        /// The others who take part.
        "people": participations
        /// The speakers.
        "speakers": references => people: participations,
        /// The session that contains this one, such as a paper or a lightning talk; the two do not
        /// conflict.
        "part_of" => part_of: related_session,
        /// The session that this one repeats.
        "same_as" => same_as: related_session,
        /// A short description.
        "abstract" => summary: prose,
        /// A long description.
        "description" => description: prose,
        /// A warning about its content.
        "content_note" => content_note: prose,
        /// Its web page.
        "url" => url: url,
        /// Its slides.
        "slides" => slides: url,
        /// Its recording.
        "recording" => recording: url,
        /// Its live stream.
        "stream" => stream: url,
        /// Its feedback form.
        "feedback" => feedback: url,
        /// Other pages.
        "links" => links: links,
        /// Files.
        "attachments" => attachments: tables as attachments,
        /// The license of the recording.
        "recording_license" => recording_license: text,
        /// The speakers do not want to be recorded.
        "do_not_record" => do_not_record: flag,
        ..Session::default(); has_mistakes
    }
    /// A person who takes part in a session.
    Participation {
        /// The person.
        "person" => person: required_reference else return,
        /// Their role in this session.
        "role" => role: open_enum,
        /// The name as this session writes it, if different.
        "written" => name: localized,
    }
    /// A file of a session.
    Attachment {
        /// The text of the link; default: the address.
        "label" => label: localized,
        /// The target.
        "url" => url: required_url else return,
        /// Its media type.
        "type" => source_type: text,
    }
    /// An organizer: an organization, a committee or a person.
    Organizer {
        /// An organization or a committee; this or `person` is needed.
        "name" => name: name_or_person as localized,
        /// A person who organizes the conference.
        "person" => person: reference,
        /// Their task.
        "role" => role: localized,
        /// The organization they belong to.
        "organization" => organization: localized,
        /// Their web page.
        "url" => url: url,
        /// The way to reach them.
        "contact" => contact: localized,
        /// The members.
        "people" => people: references,
    }
    /// A tier of sponsors, from the highest to the lowest.
    Tier {
        /// The name that sponsors use; this or `name` is needed.
        "id": id_or_name => id: text as id,
        /// Its name.
        "name" => name: localized,
    }
    /// A sponsor.
    Sponsor {
        /// The sponsor.
        "name" => name: required as localized,
        /// Its tier.
        "tier" => tier: reference,
        /// The project through which it supports the conference.
        "project" => project: localized,
        /// Its web page.
        "url" => url: url,
        /// A description.
        "description" => description: prose,
    }
    /// A delegation.
    Delegation {
        /// The delegation.
        "name" => name: required as localized,
        /// Its kind.
        "kind" => kind: delegation_kind as text,
        /// Its way to take part.
        "attendance" => attendance: attendance,
        /// Its members.
        "people" => people: references,
    }
    /// Useful information: Wi-Fi, directions, a code of conduct.
    Info {
        /// The topic.
        "title" => title: required as localized,
        /// The information.
        "text" => text: prose,
    }
}

/// A table in double brackets.
pub(super) struct TableArray {
    pub(super) name: &'static str,
    pub(super) keys: &'static [&'static str],
    forms: &'static [(&'static str, &'static str)],
    /// The name of its JSON Schema, which arrays of the same record share.
    pub(super) definition: &'static str,
    /// A sentence about all tables of the name.
    pub(super) about: &'static str,
    pub(super) schema: fn() -> TableSchema,
}

impl TableArray {
    const fn of<T: Record>(name: &'static str, definition: &'static str, about: &'static str) -> Self {
        Self { name, keys: T::KEYS, forms: T::FORMS, definition, about, schema: T::schema }
    }
}

/// The tables in double brackets. `[[guests]]` and `[[speakers]]` are people, `[[sessions]]` is the agenda.
pub(super) const ARRAYS: &[TableArray] = &[
    TableArray::of::<Person>("people", "person", "People, with any role or none."),
    TableArray::of::<Person>("guests", "person", "People with the role guest."),
    TableArray::of::<Person>("speakers", "person", "People with the role speaker."),
    TableArray::of::<Day>("days", "day", "Titles of days. Sessions give their day with `date`."),
    TableArray::of::<Room>("rooms", "room", "Rooms."),
    TableArray::of::<Track>("tracks", "track", "Tracks: themes of many sessions."),
    TableArray::of::<Session>("agenda", "session", "The sessions, in the order of the schedule."),
    TableArray::of::<Session>("sessions", "session", "The sessions; another name for `agenda`."),
    TableArray::of::<Organizer>("organizers", "organizer", "Organizations, committees and people."),
    TableArray::of::<Tier>("tiers", "tier", "Tiers of sponsors, from the highest to the lowest."),
    TableArray::of::<Sponsor>("sponsors", "sponsor", "Sponsors, shown in the order of their tiers."),
    TableArray::of::<Delegation>("delegations", "delegation", "Delegations."),
    TableArray::of::<Info>("info", "info", "Wi-Fi, directions, a code of conduct, emergencies."),
];

pub(super) const ARRAY_NAMES: [&str; ARRAYS.len()] = {
    let mut names = [""; ARRAYS.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = ARRAYS[index].name;
        index += 1;
    }
    names
};

/// All keys that may begin a line.
const LINE_KEYS: &[&[&str]] = &[
    Conference::KEYS,
    Person::KEYS,
    Day::KEYS,
    Room::KEYS,
    Track::KEYS,
    Session::KEYS,
    Organizer::KEYS,
    Tier::KEYS,
    Sponsor::KEYS,
    Delegation::KEYS,
    Info::KEYS,
    Venue::KEYS,
    WalkingTimes::KEYS,
    &[ALLOW],
];

/// The names in the event file, for the statement scanner.
pub(super) const KNOWN: Vocabulary<'_> = Vocabulary {
    tables: &["event", "venue", "walking"],
    arrays: &ARRAY_NAMES,
    keys: LINE_KEYS,
    has_form,
    synonym: table_synonym,
};

/// True for keys with this function in [`KeyForms`], in any table.
fn has_form(key: &str, form: &str) -> bool {
    let top = [Conference::FORMS, Venue::FORMS, WalkingTimes::FORMS].into_iter();
    top.chain(ARRAYS.iter().map(|array| array.forms)).flatten().any(|known| *known == (key, form))
}

/// True for keys that only the conference has. In another table they are misplaced rather than unknown.
pub(super) fn is_top_only(key: &str) -> bool {
    Conference::KEYS.contains(&key) && ARRAYS.iter().all(|array| !array.keys.contains(&key))
}

/// True for keys that only sessions have.
pub(super) fn is_session_key(key: &str) -> bool {
    Session::KEYS.contains(&key) && !Conference::KEYS.contains(&key)
}

/// Returns the name and the keys of every table in the event file.
///
/// `event` is the conference itself: the top of the file or `[event]`. A nested table has a dotted name;
/// `links` may be in several tables.
///
/// ```
/// let tables: Vec<_> = kurultai_schedule::format::event_file::tables().collect();
/// assert!(tables.contains(&("tiers", &["id", "name"])));
/// assert!(tables.contains(&("agenda.people", &["person", "role", "written"])));
/// ```
pub fn tables() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    let top = [
        ("event", Conference::KEYS),
        ("venue", Venue::KEYS),
        ("walking", WalkingTimes::KEYS),
        ("links", Link::KEYS),
    ];
    let inner = [("agenda.people", Participation::KEYS), ("agenda.attachments", Attachment::KEYS)];
    top.into_iter().chain(ARRAYS.iter().map(|array| (array.name, array.keys))).chain(inner)
}
