//! A real program, counted. It is its publisher's and is not in the repository; where it is not beside it, the test says so
//! and passes.

use std::path::Path;

use kurultai::index::{Circumstances, Filter, Index, Key, NoPlan, Query};
use kurultai::model::SessionId;

use crate::moment;

#[test]
fn a_large_program_is_counted() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/frab-xml/fosdem-2025-pretalx-full.xml");
    let Ok(bytes) = std::fs::read(&path) else {
        println!("{} is not there, so it is not tested", path.display());
        return;
    };
    let program = kurultai::program::Program::decode("fosdem.xml", &bytes);
    let (conference, index): (_, &Index) = (&program.conference, &program.index);
    let at = Circumstances { now: Some(moment("2025-02-01T11:42")), standing: &NoPlan };
    let count = |text: &str| {
        let (query, mistakes) = Query::read(text);
        let (filter, unknown) = Filter::new(&query, conference, index);
        assert_eq!((mistakes, unknown), (Vec::new(), Vec::new()), "{text}");
        (0..conference.sessions.len()).filter(|id| filter.matches(SessionId::new(*id), &at)).count()
    };
    // Counted in the XML by other means, too.
    for (text, expected) in [
        ("", 1105),
        ("day:sat", 543),
        ("day:sun", 562),
        ("room:janson", 20),
        ("room:ub2", 74),
        ("track:rust", 12),
        ("lang:en", 1105),
        ("rust", 34),
        ("is:now", 30),
        ("is:next", 35),
        ("is:past", 71),
        ("day:sat after:14:00 before:18:00 -is:past room:k", 60),
    ] {
        assert_eq!(count(text), expected, "{text}");
    }
    let (query, _) = Query::read("day:sat room:ub2 lang:en");
    let (filter, _) = Filter::new(&query, conference, index);
    let facets = filter.facets(&query, conference, index, &at, &conference.reading(None));
    let of = |key| facets.iter().find(|facet| facet.key == key).map_or(0, |facet| facet.choices.len());
    assert_eq!([Key::Day, Key::Room, Key::Track, Key::Lang, Key::Type].map(of), [2, 35, 78, 1, 6]);
    let sum = |key| {
        let facet = facets.iter().find(|facet| facet.key == key).expect("the program has it");
        facet.choices.iter().map(|choice| choice.count).sum::<usize>()
    };
    assert_eq!((sum(Key::Day), sum(Key::Room)), (74, 543), "each without what is asked of itself");
}
