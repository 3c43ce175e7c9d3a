//! The values to filter by, with the resulting numbers of sessions.

use kurultai::i18n::Locale;
use kurultai::presenter::{Presenter, query_key};
use kurultai_schedule::index::{EvalContext, Facet, Filter, Key, NoPlan, PlanLookup, Query};
use kurultai_schedule::text::Lang;

use crate::{SomePlan, found, moment, schedule};

fn facets(text: &str, now: Option<&str>, standing: &dyn PlanLookup) -> Vec<Facet> {
    let (conference, index) = schedule();
    let (query, _) = Query::read(text);
    let (filter, _) = Filter::new(&query, conference, index);
    let at = EvalContext { now: now.map(moment), plan: standing };
    filter.facets(&query, conference, index, &at, &conference.reading(None))
}

/// Returns the choices of a key: `*` before a chosen value, `-` before an excluded one.
fn choices(facets: &[Facet], key: Key) -> String {
    let choices_of = facets.iter().filter(|facet| facet.key == key).flat_map(|facet| &facet.choices);
    let marked = choices_of.map(|choice| {
        let mark = if choice.is_chosen {
            "*"
        } else if choice.is_excluded {
            "-"
        } else {
            ""
        };
        format!("{mark}{} {}", choice.value, choice.count)
    });
    marked.collect::<Vec<_>>().join(", ")
}

#[test]
fn everything_that_the_schedule_has() {
    let facets = facets("", Some("2025-02-01T09:10"), &SomePlan);
    let keys: Vec<Key> = facets.iter().map(|facet| facet.key).collect();
    assert_eq!(
        keys,
        [Key::Day, Key::Is, Key::Track, Key::Room, Key::Kind, Key::Type, Key::Lang, Key::Level, Key::Tag]
    );
    let choices_of = |key| choices(&facets, key);
    assert_eq!(choices_of(Key::Day), "2025-02-01 4, 2025-02-02 2");
    assert_eq!(
        choices_of(Key::Is),
        "now 1, next 2, picked 2, must 1, maybe 1, collides 2, free 4, noted 1, hidden 1, online 1, recorded 1, \
         slides 2, repeated 2, cancelled 1"
    );
    assert_eq!(choices_of(Key::Track), "Rust 2, Rust for Linux 1, Law 1");
    assert_eq!(choices_of(Key::Room), "Aula 3, Hall B (Möbius) 2, Cellar 1");
    assert_eq!(choices_of(Key::Kind), "talk 2, lightning 1, workshop 1");
    assert_eq!(choices_of(Key::Lang), "en 2, de 1, ky 1");
    assert_eq!(choices_of(Key::Tag), "Java 2, c, d 1");
}

#[test]
fn alternatives_of_a_key_do_not_hide_each_other() {
    let facets = facets("room:mobius track:rust -kind:work is:repeated", None, &NoPlan);
    let choices_of = |key| choices(&facets, key);
    assert_eq!(choices_of(Key::Room), "Aula 1, *mobius 1, Cellar 0");
    assert_eq!(choices_of(Key::Track), "*rust 1, Rust for Linux 0, Law 0");
    assert_eq!(choices_of(Key::Kind), "talk 1, lightning 0, -work 0");
    assert_eq!(choices_of(Key::Is), "online 0, recorded 0, slides 0, *repeated 1, cancelled 0");
    assert_eq!(choices_of(Key::Day), "2025-02-01 0, 2025-02-02 1");
}

#[test]
fn values_can_be_removed_as_spelled_in_the_query() {
    let facets = facets("day:today,sunday -lang:en-GB", Some("2025-02-01T09:10"), &NoPlan);
    assert_eq!(choices(&facets, Key::Day), "*today 3, *sunday 1");
    assert_eq!(choices(&facets, Key::Lang), "de 1, ky 1, -en-GB 0");
}

#[test]
fn counts_equal_the_numbers_of_matches() {
    let schedule = schedule();
    let now = Some("2025-02-01T09:10");
    for text in [
        "",
        "rust",
        "room:aula",
        "day:sat -tag:java",
        "is:free",
        "room:a kind:talk lang:en,de",
        "room:cellar kind:talk",
        "ni -ten",
    ] {
        for facet in facets(text, now, &SomePlan) {
            for choice in facet.choices.iter().filter(|choice| !choice.is_chosen && !choice.is_excluded) {
                let (mut query, _) = Query::read(text);
                // Beside the other values of its key, it adds its own sessions; the ones that it would match
                // alone do not count.
                query.conditions.retain(|condition| {
                    condition.key != facet.key || condition.is_negated || !facet.key.has_alternatives()
                });
                query.toggle(facet.key, &choice.value);
                let found = found(&query, schedule, now, &SomePlan);
                assert_eq!(found.split_whitespace().count(), choice.count, "{query}");
            }
        }
    }
}

#[test]
fn choices_are_called_in_the_readers_words() {
    let (conference, index) = schedule();
    let reading = conference.reading(Lang::parse("ky").ok());
    let facets = {
        let query = Query::default();
        let (filter, _) = Filter::new(&query, conference, index);
        let at = EvalContext { now: None, plan: &SomePlan };
        filter.facets(&query, conference, index, &at, &reading)
    };
    let locale = Locale::for_language(&Lang::parse("ky").expect("a language")).expect("it is there");
    let words = Presenter { conference, index, locale: &locale, reading: &reading, clocks: None };
    let choices_of = |key| {
        let facet = facets.iter().find(|facet| facet.key == key).expect("the program has it");
        let names: Vec<String> = facet.choices.iter().map(|choice| words.choice(key, choice)).collect();
        format!("{}: {}", query_key(key, &locale), names.join(", "))
    };
    assert_eq!(choices_of(Key::Day), "күн: 1-фев., ишм., 2-фев., жек. · Workshops");
    assert_eq!(choices_of(Key::Track), "багыт: Rust, Rust for Linux, Укук");
    assert_eq!(choices_of(Key::Kind), "түр: баяндама, кыска баяндама, практикум");
    assert_eq!(choices_of(Key::Lang), "тил: англисче, немисче, кыргызча");
    assert!(choices_of(Key::Is).starts_with("абалы: тандалды, сөзсүз, балким, "));
}
