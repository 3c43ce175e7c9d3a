//! Values that a query can name: rooms, tracks, tags, … with their sessions.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::index::{Index, Key};
use crate::model::{Conference, LanguagePreference, LocalizedText, PersonId, RoomId, SessionId, TrackId};
use crate::text::{SafeText, fold};

/// A value of a key.
#[derive(Debug, Clone, Default)]
pub(super) struct FacetValue {
    /// The spelling in a query.
    pub(super) value: String,
    /// The name in the viewer's language.
    pub(super) label: String,
    /// The date, for days.
    pub(super) date: Option<NaiveDate>,
    /// All names, folded.
    names: Vec<String>,
    /// Names of the container, folded: the building of a room.
    around: Vec<String>,
    /// The matching sessions.
    pub(super) sessions: Vec<SessionId>,
}

/// All values of a key.
#[derive(Debug, Clone, Default)]
pub(super) struct FacetValues {
    key: Option<Key>,
    pub(super) all: Vec<FacetValue>,
}

impl FacetValues {
    /// Collects the values of a key, in schedule order; none for keys whose values are not names.
    pub(super) fn of(key: Key, conference: &Conference, index: &Index, reading: &LanguagePreference) -> Self {
        let schedule = Program { conference, index, reading, own: conference.reading(None) };
        let all = match key {
            Key::Room => schedule.rooms(),
            Key::Track => schedule.tracks(),
            Key::Speaker => schedule.people(),
            Key::Day => schedule.days(),
            Key::Lang => schedule.gathered(|session, tell| {
                session.languages.iter().for_each(|lang| tell(lang.primary(), None));
            }),
            Key::Kind => schedule.gathered(|session, tell| {
                session.kind.iter().for_each(|kind| tell(kind.word(), None));
            }),
            Key::Tag => schedule.of_texts(|session| session.tags.iter().collect()),
            Key::Type => schedule.of_texts(|session| session.source_type.iter().collect()),
            Key::Level => schedule.of_texts(|session| session.level.iter().collect()),
            Key::Title | Key::After | Key::Before | Key::Is => Vec::new(),
        };
        Self { key: Some(key), all }
    }

    /// Returns the indices of the values that a text names: by exact name, else by the name of the container, else by
    /// names that contain all its words.
    pub(super) fn named(&self, value: &str) -> Vec<usize> {
        if let Some(days) = self.days(value) {
            return days;
        }
        let value = fold(value);
        let value = if self.key == Some(Key::Lang) {
            value.split(['-', '_']).next().unwrap_or_default().to_owned()
        } else {
            value
        };
        let words: Vec<&str> = value.split_whitespace().collect();
        let has_words = |names: &[String]| {
            names.iter().any(|name| !words.is_empty() && words.iter().all(|word| name.contains(word)))
        };
        let tests: [&dyn Fn(&FacetValue) -> bool; 4] = [
            &|facet_value| facet_value.names.contains(&value),
            &|facet_value| facet_value.around.contains(&value),
            &|facet_value| has_words(&facet_value.names),
            &|facet_value| has_words(&facet_value.around),
        ];
        // Language codes match only as a whole.
        let tests = if self.key == Some(Key::Lang) { &tests[..1] } else { &tests[..] };
        let found = tests.iter().map(|test| {
            let values = self.all.iter().enumerate();
            values.filter(|(_, facet_value)| test(facet_value)).map(|(at, _)| at).collect::<Vec<_>>()
        });
        found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Returns the days that a text names by weekday, date or number; `None` if it is none of these.
    fn days(&self, value: &str) -> Option<Vec<usize>> {
        if self.key != Some(Key::Day) {
            return None;
        }
        let is_meant: Box<dyn Fn(usize, NaiveDate) -> bool> = if let Some(weekday) = weekday(value) {
            Box::new(move |_, date| date.weekday() == weekday)
        } else if let Ok(wanted) = value.parse::<NaiveDate>() {
            Box::new(move |_, date| date == wanted)
        } else {
            let number: usize = value.parse().ok()?;
            Box::new(move |at, _| at + 1 == number)
        };
        let days = self.all.iter().enumerate();
        let is_day = |(at, day): &(usize, &FacetValue)| day.date.is_some_and(|date| is_meant(*at, date));
        Some(days.filter(is_day).map(|(at, _)| at).collect())
    }

    /// Returns the suggestion for an unknown value.
    pub(super) fn nearest(&self, value: &str) -> Option<String> {
        if self.key == Some(Key::Lang) {
            let suggestion = crate::text::Lang::parse(value).err().flatten();
            return suggestion
                .map(str::to_owned)
                .filter(|suggestion| self.all.iter().any(|facet_value| facet_value.value == *suggestion));
        }
        let written = fold(value);
        let days = if self.key == Some(Key::Day) { DAYS.as_slice() } else { &[] };
        if let Some(day) = crate::text::closest_match(&written, days.iter().copied()) {
            return Some(day.to_owned());
        }
        let names = || {
            self.all.iter().flat_map(|facet_value| {
                facet_value.names.iter().map(move |name| (facet_value, name.as_str()))
            })
        };
        // Parts of names count: the last name of a person, the words in the brackets of a room.
        let words = || {
            names().flat_map(|(facet_value, name)| {
                name.split(|c: char| !c.is_alphanumeric()).map(move |word| (facet_value, word))
            })
        };
        let suggestion = crate::text::closest_match(&written, names().chain(words()).map(|(_, name)| name))?;
        names()
            .chain(words())
            .find(|(_, name)| *name == suggestion)
            .map(|(facet_value, _)| facet_value.value.clone())
    }
}

/// The weekdays from Monday, and the two relative days.
const DAYS: [&str; 9] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow"];

/// Weekday names in the interface languages, from Monday: abbreviations, and stems of full names, to which inflections
/// add a few letters (`субботу`, `жекшембиде`).
const WEEKDAYS: [(&[&str], &[&str]); 7] = [
    (&["пн", "пнд", "дүй"], &["понедельник", "дүйшөмбү"]),
    (&["вт", "втр", "шейш", "шей"], &["вторник", "шейшемби"]),
    (&["ср", "срд", "шарш", "шар"], &["сред", "шаршемби"]),
    (&["чт", "чтв", "бейш", "бей"], &["четверг", "бейшемби"]),
    (&["пт", "птн"], &["пятниц", "жума"]),
    (&["сб", "сбт", "ишм", "ишем"], &["суббот", "ишемби"]),
    (&["вс", "вск", "жек", "жекш"], &["воскресень", "жекшемби"]),
];
/// Maximum length of an inflection.
const ENDING: usize = 4;
/// Minimum length of an abbreviated name.
const LEAST: usize = 3;

/// Parses a weekday in an interface language, inflected or abbreviated to three letters or more.
fn weekday(value: &str) -> Option<Weekday> {
    let value = fold(value.trim().trim_end_matches('.'));
    let length = value.chars().count();
    let english = DAYS[..7].iter().position(|day| length >= LEAST && day.starts_with(value.as_str()));
    let is_called = |(short, long): &(&[&str], &[&str])| {
        let is_form = |name: &&str| {
            let name = fold(name);
            let rest = value.strip_prefix(&name).map(|rest| rest.chars().count());
            rest.is_some_and(|rest| rest <= ENDING) || (length >= LEAST && name.starts_with(&value))
        };
        short.iter().any(|name| fold(name) == value) || long.iter().any(is_form)
    };
    let at = english.or_else(|| WEEKDAYS.iter().position(is_called))?;
    Weekday::try_from(u8::try_from(at).ok()?).ok()
}

/// Uses ids as spellings for values whose name is not unique.
fn disambiguate(mut values: Vec<(FacetValue, Option<&SafeText>)>) -> Vec<FacetValue> {
    let mut count: HashMap<String, usize> = HashMap::new();
    for (facet_value, _) in &values {
        *count.entry(fold(&facet_value.value)).or_default() += 1;
    }
    for (facet_value, id) in &mut values {
        let is_shared = count.get(&fold(&facet_value.value)).is_some_and(|count| *count > 1);
        if let Some(id) = id.filter(|_| is_shared) {
            facet_value.value = id.to_string();
        }
    }
    values.into_iter().map(|(facet_value, _)| facet_value).collect()
}

/// A conference and the display language.
struct Program<'a> {
    conference: &'a Conference,
    index: &'a Index,
    reading: &'a LanguagePreference,
    /// The conference's own language, which spellings in queries use.
    own: LanguagePreference,
}

impl Program<'_> {
    /// Creates a value from an id and names in all languages; `None` without either.
    fn facet_value(
        &self,
        name: Option<&LocalizedText>,
        id: Option<&SafeText>,
        sessions: &[SessionId],
    ) -> Option<FacetValue> {
        let value = name.map(|name| name.get(&self.own)).or(id)?;
        let label = name.map(|name| name.get(self.reading)).or(id)?;
        let names = name.into_iter().flat_map(LocalizedText::iter).map(|(_, name)| name).chain(id);
        Some(FacetValue {
            value: value.to_string(),
            label: label.to_string(),
            names: names.map(|name| fold(name)).collect(),
            sessions: sessions.to_vec(),
            ..FacetValue::default()
        })
    }

    fn rooms(&self) -> Vec<FacetValue> {
        let rooms = self.conference.rooms.iter().enumerate();
        let values = rooms.filter_map(|(at, room)| {
            let sessions = self.index.of_room(RoomId::new(at));
            let facet_value = self.facet_value(room.name.as_ref(), room.id.as_ref(), sessions)?;
            let around =
                room.building.iter().flat_map(LocalizedText::iter).map(|(_, text)| fold(text)).collect();
            Some((FacetValue { around, ..facet_value }, room.id.as_ref()))
        });
        disambiguate(values.collect())
    }

    fn tracks(&self) -> Vec<FacetValue> {
        let tracks = self.conference.tracks.iter().enumerate();
        let values = tracks.filter_map(|(at, track)| {
            let sessions = self.index.of_track(TrackId::new(at));
            Some((self.facet_value(track.name.as_ref(), track.id.as_ref(), sessions)?, track.id.as_ref()))
        });
        disambiguate(values.collect())
    }

    /// Collects the people, including their names in sessions.
    fn people(&self) -> Vec<FacetValue> {
        let mut others: HashMap<PersonId, Vec<String>> = HashMap::new();
        for participation in self.conference.sessions.iter().flat_map(|session| &session.people) {
            let names = participation.name.iter().flat_map(LocalizedText::iter).map(|(_, name)| fold(name));
            others.entry(participation.person).or_default().extend(names);
        }
        let people = self.conference.people.iter().enumerate();
        let values = people.filter_map(|(at, person)| {
            let id = PersonId::new(at);
            let mut facet_value =
                self.facet_value(person.name.as_ref(), person.id.as_ref(), self.index.of_person(id))?;
            facet_value.names.extend(others.remove(&id).unwrap_or_default());
            Some(facet_value)
        });
        values.collect()
    }

    fn days(&self) -> Vec<FacetValue> {
        let days = self.index.days().iter().filter_map(|day| {
            let date = day.date?;
            let listed_day = self.conference.days.iter().find(|listed_day| listed_day.date == date);
            let title = listed_day.and_then(|listed_day| listed_day.title.as_ref());
            let facet_value = FacetValue {
                value: date.to_string(),
                label: title.map_or_else(|| date.to_string(), |title| title.get(self.reading).to_string()),
                date: Some(date),
                names: title
                    .into_iter()
                    .flat_map(LocalizedText::iter)
                    .map(|(_, title)| fold(title))
                    .collect(),
                sessions: day.listed().chain(day.untimed.iter().copied()).collect(),
                ..FacetValue::default()
            };
            Some(facet_value)
        });
        days.collect()
    }

    /// Collects the distinct words that sessions have, in order of appearance.
    fn gathered(
        &self,
        each: impl Fn(&crate::model::Session, &mut dyn FnMut(&str, Option<&LocalizedText>)),
    ) -> Vec<FacetValue> {
        let mut values: Vec<FacetValue> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for (at, session) in self.conference.sessions.iter().enumerate() {
            let id = SessionId::new(at);
            each(session, &mut |value, texts| {
                let folded = fold(value);
                let place = *places.entry(folded.clone()).or_insert_with(|| {
                    let label =
                        texts.map_or_else(|| value.to_owned(), |texts| texts.get(self.reading).to_string());
                    values.push(FacetValue { value: value.to_owned(), label, ..FacetValue::default() });
                    values.len() - 1
                });
                let facet_value = &mut values[place];
                let names = texts.into_iter().flat_map(LocalizedText::iter).map(|(_, text)| fold(text));
                for name in [folded].into_iter().chain(names) {
                    if !facet_value.names.contains(&name) {
                        facet_value.names.push(name);
                    }
                }
                if facet_value.sessions.last() != Some(&id) {
                    facet_value.sessions.push(id);
                }
            });
        }
        values
    }

    fn of_texts(&self, of: impl Fn(&crate::model::Session) -> Vec<&LocalizedText>) -> Vec<FacetValue> {
        self.gathered(|session, tell| {
            for texts in of(session) {
                tell(texts.get(&self.own), Some(texts));
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_by_their_names_in_every_language_of_the_interface() {
        let names = [
            (Weekday::Mon, "mon Monday пн Пн. понедельник понедельника дүй дүйшөмбү дуйшомбу дүйшөмбүдө"),
            (Weekday::Tue, "tue вт вторник шейш. шейшемби"),
            (Weekday::Wed, "weds ср среда среду шарш шаршембиде"),
            (Weekday::Thu, "thurs чт четверг четвергам бейшемби"),
            (Weekday::Fri, "fri пт пятницу жума жумада"),
            (Weekday::Sat, "sat сб СБ субботу суб ишм. ишемби"),
            (Weekday::Sun, "sun вс Вс. воскресенье воскресеньям вос жек жекшемби жекшембиде"),
        ];
        for (day, names) in names {
            for name in names.split(' ').filter(|name| *name != "weds") {
                assert_eq!(weekday(name), Some(day), "{name}");
            }
        }
        for name in ["", "s", "су", "в", "2025-02-01", "1", "sunflower", "вс1", "всё", "среднийдень"]
        {
            assert_eq!(weekday(name), None, "{name}");
        }
    }
}
