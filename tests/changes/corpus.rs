//! Two editions of a published schedule, which are not in the repository. Without them, the tests print a
//! notice and pass.

use std::path::Path;

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format;
use kurultai_schedule::model::{Conference, Pick, Plan, Priority, SessionSnapshot};
use kurultai_schedule::plan::{
    Change, Edition, Fact, ResolvedPlan, SessionMatcher, changes, count, pair_sessions,
};

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
fn changes_of_a_published_schedule() {
    let Some((old, new)) = editions() else { return };
    let former = old.snapshots();
    let common = pair_sessions(&former, &new).into_iter().flatten().count();
    assert_eq!((former.len(), new.sessions.len(), common), (943, 1105, 913));
    let changes = changes(&Edition::of(&old), &new);
    let counts = [
        (Some(Fact::New), 192),
        (Some(Fact::Gone), 30),
        (Some(Fact::Cancelled), 0),
        (Some(Fact::Uncancelled), 0),
        (Some(Fact::Time), 74),
        (Some(Fact::Rooms), 25),
        (Some(Fact::People), 65),
        (Some(Fact::Title), 31),
    ];
    assert_eq!(count(&changes)[..8], counts);
    let first = changes.iter().find(|change| change.fact == Fact::Gone).expect("one is gone");
    assert_eq!(title(first), "Boosting the Developer productivity using APEX in AOSP");
}

#[test]
fn a_plan_for_a_real_schedule_survives_its_next_edition() {
    let Some((old, new)) = editions() else { return };
    let picks = old.snapshots().into_iter().map(|session| Pick { session, priority: Priority::Must });
    let plan = Plan { picks: picks.collect(), ..Plan::default() };
    let now = ResolvedPlan::new(&plan, &old);
    assert_eq!((now.count(), now.missing().count()), (943, 0));
    let later = ResolvedPlan::new(&plan, &new);
    assert_eq!((later.count(), later.missing().count()), (913, 30));
}

/// A plan with only some identifiers finds the same sessions, except for those with a new title, and no
/// others.
#[test]
fn plans_are_matched_by_the_remaining_identifiers() {
    let Some((old, new)) = editions() else { return };
    let former = old.snapshots();
    let right = pair_sessions(&former, &new);
    let followed = SessionMatcher::new(&new);
    for (kept, missed) in [(2, 0), (1, 28), (0, 28)] {
        let less = |session: &SessionSnapshot| SessionSnapshot {
            guid: None,
            id: session.id.clone().filter(|_| kept > 1),
            url: session.url.clone().filter(|_| kept > 0),
            ..session.clone()
        };
        let less: Vec<SessionSnapshot> = former.iter().map(less).collect();
        for found in [followed.find_all(&less), pair_sessions(&less, &new)] {
            let found: Vec<_> = found.iter().zip(&right).collect();
            let wrong = found.iter().filter(|(found, right)| found.is_some() && found != right).count();
            let lost = found.iter().filter(|(found, right)| found.is_none() && right.is_some()).count();
            assert_eq!((wrong, lost), (0, missed), "{kept}");
        }
    }
}
