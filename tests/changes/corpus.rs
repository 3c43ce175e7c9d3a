//! Two editions of a real program. They are their publishers' and are not in the repository; where they are not beside
//! it, the tests of them say so and pass.

use std::path::Path;

use kurultai::diagnostic::Source;
use kurultai::format;
use kurultai::model::{Conference, Level, Pick, Plan};
use kurultai::plan::{Change, Fact, Picks, changes, count, pairs};

fn conference(path: &str) -> Option<Conference> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/frab-xml");
    let text = std::fs::read_to_string(folder.join(path)).ok();
    if text.is_none() {
        println!("{path} is not there, so it is not tested");
    }
    text.map(|text| format::read(&Source::new(path, &text)).conference)
}

fn editions() -> Option<(Conference, Conference)> {
    conference("fosdem-2025.xml").zip(conference("fosdem-2025-pretalx-full.xml"))
}

fn title(change: &Change) -> &str {
    change.known().and_then(|known| known.title.as_deref()).expect("a title")
}

#[test]
fn what_changed_in_a_real_program() {
    let Some((old, new)) = editions() else { return };
    let former = old.remember_all();
    let common = pairs(&former, &new).into_iter().flatten().count();
    assert_eq!((former.len(), new.sessions.len(), common), (943, 1105, 913));
    let changes = changes(&former, &new);
    let counts = [
        (Fact::New, 192),
        (Fact::Gone, 30),
        (Fact::Cancelled, 0),
        (Fact::Uncancelled, 0),
        (Fact::Time, 74),
        (Fact::Rooms, 25),
        (Fact::Title, 31),
    ];
    assert_eq!(count(&changes), counts);
    let first = changes.iter().find(|change| change.fact == Fact::Gone).expect("one is gone");
    assert_eq!(title(first), "Boosting the Developer productivity using APEX in AOSP");
}

#[test]
fn a_plan_for_a_real_program_survives_its_next_edition() {
    let Some((old, new)) = editions() else { return };
    let picks = old.remember_all().into_iter().map(|session| Pick { session, level: Level::Must });
    let plan = Plan { picks: picks.collect(), ..Plan::default() };
    let now = Picks::new(&plan, &old);
    assert_eq!((now.count(), now.gone().count()), (943, 0));
    let later = Picks::new(&plan, &new);
    assert_eq!((later.count(), later.gone().count()), (913, 30));
}

/// Who has only some of the names of a session still finds nearly all of them, and hardly another one.
#[test]
fn a_plan_of_another_format_is_found_by_what_is_left() {
    let Some((old, new)) = editions() else { return };
    let former = old.remember_all();
    let right = pairs(&former, &new);
    let followed = kurultai::plan::Followed::new(&new);
    for (names, kept) in [("id, url", 0), ("url", 1), ("", 2)] {
        let less = |session: &kurultai::model::Remembered| {
            let mut session = session.clone();
            session.guid = None;
            session.id = session.id.filter(|_| kept < 1);
            session.url = session.url.filter(|_| kept < 2);
            session
        };
        let less: Vec<_> = former.iter().map(less).collect();
        let found = followed.find_all(&less);
        let paired = pairs(&less, &new);
        let score = |found: &[Option<kurultai::model::SessionId>]| {
            let is = |test: &dyn Fn(&(_, _)) -> bool| found.iter().zip(&right).filter(test).count();
            (is(&|(found, right)| found == right), is(&|(found, right)| found.is_some() && found != right))
        };
        println!("{names}: {:?} {:?}", score(&found), score(&paired));
        for ((f, r), l) in found.iter().zip(&right).zip(&former) {
            if f != r { println!("{} {:?} {:?} | {:?} {:?}", l.title.as_deref().unwrap(), l.start, f.map(|f| new.remember(f).title), r.map(|f| new.remember(f).title), r.map(|f| new.remember(f).start)); }
        }
    }
}
