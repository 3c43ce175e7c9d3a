//! The schema of the event file: the keys of each table, the model field that each key fills, and how its
//! value is read and written.
//!
//! Each line has the form `"key" => field: method`. [`TableReader`] reads the value with the method of this
//! name and [`TomlWriter`] writes it with the method of the same name; `as` names another method for writing.
//! `else return` drops a table without the value. Several keys before one `=>` fill one field. `..` precedes
//! the source and the fields without a key. Keys are written in the order of their lines.

use super::record::Record;
use super::synonyms::table_synonym;
use super::table_reader::TableReader;
use super::time_context::unknown_conference;
use super::vocabulary::Vocabulary;
use super::write::TomlWriter;
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
    ($($record:ident {
        $(keys $($other:literal)+;)?
        $($($key:literal)+ => $field:ident: $read:ident $(as $write:ident)? $(else $return:ident)?,)+
        $(..$rest:expr; $($unmapped:ident)+)?
    })+) => {$(
        impl Record for $record {
            const KEYS: &'static [&'static str] = &[$($($other,)+)? $($($key,)+)+];

            fn read(reader: &mut TableReader<'_, '_>) -> Option<Self> {
                $(let $field = tables!(@read reader $read $($key)+);)+
                $($(let $field = tables!(@$return $field);)?)+
                Some(Self { $($field,)+ $(..$rest)? })
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
    Conference {
        keys "format";
        "title" => title: title,
        "id" => id: text,
        "acronym" => acronym: text,
        "subtitle" => subtitle: localized,
        "theme" => theme: localized,
        "edition" => edition: number,
        "version" => version: text_or_number as text,
        "updated" => updated: text_or_datetime,
        "date" "start" "end" => dates: dates,
        "timezone" => zone: zone,
        "language" => language: language,
        "day_change" => day_change: day_change,
        "venue" => venue: table,
        "url" => url: url,
        "hashtag" => hashtag: text,
        "contact" => contact: localized,
        "description" => description: prose,
        "topics" => topics: localized_list,
        "links" => links: links,
        "walking" => walking: table,
        ..unknown_conference();
        clock_from days rooms tracks people sessions organizers tiers sponsors delegations infos
    }
    Venue {
        "name" => name: localized,
        "address" => address: localized,
        "city" => city: localized,
        "country" => country: localized,
        "url" => url: url,
    }
    WalkingTimes {
        "same" => same: number,
        "other" => other: number,
    }
    Link {
        "label" => label: localized,
        "url" => url: required_url else return,
    }
    Day {
        "date" => date: required_date else return,
        "title" => title: localized,
        "opens" => opens: time,
        "closes" => closes: time,
    }
    Room {
        "id" => id: text as id,
        "name" => name: localized,
        "building" => building: localized,
        "floor" => floor: localized_or_number as localized,
        "capacity" => capacity: number,
        "description" => description: prose,
    }
    Track {
        "id" => id: text as id,
        "name" => name: localized,
        "color" => color: color,
    }
    Person {
        "name" => name: required as localized,
        "id" => id: text as id,
        "roles" => roles: roles,
        "position" => positions: localized_list as localized_or_list,
        "organization" => organization: localized,
        "country" => country: localized,
        "pronouns" => pronouns: localized,
        "bio" => bio: prose,
        "links" => links: links,
        "attendance" => attendance: attendance,
        "sort_name" => sort_name: text,
        "avatar" => avatar: text,
        "guid" => guid: text,
        ..Person::default(); has_mistakes
    }
    Session {
        "title" => title: required as localized,
        "subtitle" => subtitle: localized,
        "id" => id: text as id,
        "guid" => guid: text,
        "kind" => kind: open_enum,
        "type" => source_type: localized,
        "status" => status: open_enum,
        "attendance" => attendance: attendance,
        "date" "day" "start" "end" "duration" "all_day" => times: times,
        "room" => rooms: rooms,
        "track" => track: reference,
        "languages" => languages: languages,
        "level" => level: localized,
        "tags" => tags: localized_list,
        "people" "speakers" => people: participations,
        "part_of" => part_of: related_session,
        "same_as" => same_as: related_session,
        "abstract" => summary: prose,
        "description" => description: prose,
        "content_note" => content_note: prose,
        "url" => url: url,
        "slides" => slides: url,
        "recording" => recording: url,
        "stream" => stream: url,
        "feedback" => feedback: url,
        "links" => links: links,
        "attachments" => attachments: tables as attachments,
        "recording_license" => recording_license: text,
        "do_not_record" => do_not_record: flag,
        ..Session::default(); has_mistakes
    }
    Participation {
        "person" => person: required_reference else return,
        "role" => role: open_enum,
        "written" => name: localized,
    }
    Attachment {
        "label" => label: localized,
        "url" => url: required_url else return,
        "type" => source_type: text,
    }
    Organizer {
        "name" => name: name_or_person as localized,
        "person" => person: reference,
        "role" => role: localized,
        "organization" => organization: localized,
        "url" => url: url,
        "contact" => contact: localized,
        "people" => people: references,
    }
    Tier {
        "id" => id: text as id,
        "name" => name: localized,
    }
    Sponsor {
        "name" => name: required as localized,
        "tier" => tier: reference,
        "project" => project: localized,
        "url" => url: url,
        "description" => description: prose,
    }
    Delegation {
        "name" => name: required as localized,
        "kind" => kind: delegation_kind as text,
        "attendance" => attendance: attendance,
        "people" => people: references,
    }
    Info {
        "title" => title: required as localized,
        "text" => text: prose,
    }
}

/// The tables in double brackets with their keys. `[[guests]]` and `[[speakers]]` are people, `[[sessions]]`
/// is the agenda.
pub(super) const ARRAYS: [(&str, &[&str]); 13] = [
    ("people", Person::KEYS),
    ("guests", Person::KEYS),
    ("speakers", Person::KEYS),
    ("days", Day::KEYS),
    ("rooms", Room::KEYS),
    ("tracks", Track::KEYS),
    ("agenda", Session::KEYS),
    ("sessions", Session::KEYS),
    ("organizers", Organizer::KEYS),
    ("tiers", Tier::KEYS),
    ("sponsors", Sponsor::KEYS),
    ("delegations", Delegation::KEYS),
    ("info", Info::KEYS),
];

pub(super) const ARRAY_NAMES: [&str; ARRAYS.len()] = {
    let mut names = [""; ARRAYS.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = ARRAYS[index].0;
        index += 1;
    }
    names
};

/// All keys that may begin a line.
const LINE_KEYS: [&[&str]; 13] = [
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
];

/// The names in the event file, for the statement scanner.
pub(super) const KNOWN: Vocabulary<'_> = Vocabulary {
    tables: &["event", "venue", "walking"],
    arrays: &ARRAY_NAMES,
    keys: &LINE_KEYS,
    synonym: table_synonym,
};

/// True for keys that only the conference has. In another table they are misplaced rather than unknown.
pub(super) fn is_top_only(key: &str) -> bool {
    Conference::KEYS.contains(&key) && ARRAYS.iter().all(|(_, keys)| !keys.contains(&key))
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
    top.into_iter().chain(ARRAYS).chain(inner)
}
