//! Property tests: any text is a valid query, and formatting a query is unambiguous.

use kurultai_schedule::index::{CompletionContext, Filter, Is, Key, NoPlan, Query};
use proptest::prelude::*;

use crate::{SomePlan, found, schedule};

/// Generates texts that resemble queries.
fn typed() -> impl Strategy<Value = String> {
    let keys = Key::ALL.iter().map(|key| format!("{}:", key.word()));
    let states = Is::ALL.iter().map(|states| states.word().to_owned());
    let more = [
        "-", "\"", "“", "”", "«", "»", "„", ",", ":", " ", " ", "  ", "a", "Aula", "Өм", "14:00", "9", "é",
        "rooom:",
    ];
    let words: Vec<String> = keys.chain(states).chain(more.map(str::to_owned)).collect();
    let part = prop_oneof![4 => prop::sample::select(words), 1 => any::<String>()];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

/// Generates a condition, or a word of the schedule.
fn part() -> impl Strategy<Value = String> {
    let parts = [
        "room:aula",
        "room:main,cellar",
        "room:*",
        "track:rust",
        "lang:en",
        "kind:talk",
        "type:dev",
        "level:beg",
        "tag:java",
        "day:sat",
        "day:today",
        "day:2",
        "after:10:00",
        "before:10:30",
        "speaker:ada",
        "title:n",
        "is:now",
        "is:picked",
        "is:past,next",
        "is:free",
        "room:nowhere",
        "ni",
        "\"ten\"",
        "o",
    ];
    prop::sample::select(parts.map(str::to_owned).to_vec())
}

proptest! {
    #[test]
    fn a_query_is_written_as_it_is_read(text in typed()) {
        let (query, mistakes) = Query::read(&text);
        let written = query.to_string();
        prop_assert_eq!(Query::read(&written).0, query, "{}", written);
        let length = text.chars().count();
        for mistake in mistakes {
            prop_assert!(mistake.place.start <= mistake.place.end && mistake.place.end <= length);
        }
    }

    #[test]
    fn any_value_can_be_chosen(value in "\\PC{0,12}", key in prop::sample::select(Key::ALL.to_vec())) {
        let value = value.trim();
        prop_assume!(!value.is_empty() && key.has_alternatives());
        let mut query = Query::default();
        query.toggle(key, value);
        prop_assert_eq!(Query::read(&query.to_string()), (query.clone(), Vec::new()));
        let text = "x -ro";
        let finished = CompletionContext::at_end(text).with_value(text, key, value);
        prop_assert!(Query::read(&finished).0.excludes(key, value));
        query.toggle(key, value);
        prop_assert!(query.is_empty());
    }

    #[test]
    fn the_typed_word_ends_at_the_end(text in typed()) {
        let typing = CompletionContext::at_end(&text);
        prop_assert_eq!(typing.place.end, text.chars().count());
        prop_assert!(typing.place.start <= typing.place.end);
    }

    #[test]
    fn anything_can_be_looked_up(text in typed()) {
        let (conference, index) = schedule();
        let (_, mistakes) = Filter::new(&Query::read(&text).0, conference, index);
        for mistake in mistakes {
            prop_assert!(mistake.place.end <= text.chars().count() && !mistake.place.is_empty());
        }
    }

    #[test]
    fn a_part_and_its_opposite_share_the_sessions(part in part()) {
        let schedule = schedule();
        let now = Some("2025-02-01T09:40");
        let found_by = |text: &str| found(&Query::read(text).0, schedule, now, &SomePlan);
        let (with, without) = (found_by(&part), found_by(&format!("-{part}")));
        let mut both: Vec<&str> = with.split_whitespace().chain(without.split_whitespace()).collect();
        both.sort_unstable();
        prop_assert_eq!(both, ["again", "night", "nine", "open", "someday", "sunday", "ten"]);
    }

    #[test]
    fn every_part_finds_less(one in part(), other in part()) {
        let schedule = schedule();
        let found_by = |text: &str| found(&Query::read(text).0, schedule, None, &NoPlan);
        let key = |part: &str| part.split_once(':').map(|(key, _)| key.to_owned());
        let are_alternatives = key(&one).is_some_and(|key| Key::read(&key).is_some_and(Key::has_alternatives));
        prop_assume!(key(&one) != key(&other) || !are_alternatives);
        let (one_found, other_found, both) = (found_by(&one), found_by(&other), found_by(&format!("{one} {other}")));
        let expected: Vec<&str> =
            one_found.split_whitespace().filter(|title| other_found.split_whitespace().any(|found_by| found_by == *title)).collect();
        prop_assert_eq!(both, expected.join(" "));
    }
}
