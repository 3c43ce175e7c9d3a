//! Measures matching a plan with a schedule, which the app does after every pick: `cargo bench --bench plan`.
//!
//! The name of a benchmark consists of the schedule and the number of picks, every third of which is a must.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::model::{Conference, Pick, Plan, Priority};
use kurultai_schedule::plan::{ConflictChecker, PlanStatus, ResolvedPlan, SessionMatcher, Timetable};

/// FOSDEM 2025, which is not in the repository.
const FOSDEM: &str = "../shared/corpus/frab-xml/fosdem-2025-pretalx-full.xml";

/// A plan with sessions from the whole schedule.
fn plan(conference: &Conference, count: usize) -> Plan {
    let all = conference.snapshots();
    let priority = |at: usize| if at.is_multiple_of(3) { Priority::Must } else { Priority::Maybe };
    let pick = |at: usize| Pick { session: all[at * all.len() / count].clone(), priority: priority(at) };
    Plan { picks: (0..count).map(pick).collect(), ..Plan::default() }
}

fn plans(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOSDEM);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            println!("{} is not measured: {error}", path.display());
            return;
        }
    };
    let conference = &LoadedSchedule::decode("fosdem.xml", &bytes).conference;
    criterion.bench_function("fosdem/timetable", |bencher| {
        bencher.iter(|| black_box(Timetable::new(conference)));
    });
    criterion.bench_function("fosdem/followed", |bencher| {
        bencher.iter(|| black_box(SessionMatcher::new(conference)));
    });
    let (timetable, followed) = (Timetable::new(conference), SessionMatcher::new(conference));
    for count in [1, 60, 300, conference.sessions.len()] {
        let plan = plan(conference, count);
        let picks = || ResolvedPlan::with(&plan, conference, &followed);
        criterion.bench_function(&format!("fosdem/{count}/picks"), |bencher| {
            bencher.iter(|| black_box(picks()));
        });
        criterion.bench_function(&format!("fosdem/{count}/planned"), |bencher| {
            bencher.iter(|| black_box(PlanStatus::new(conference, &timetable, picks(), &[])));
        });
        let picks = picks();
        assert_eq!(picks.count(), count);
        let checker = ConflictChecker::new(conference, &timetable, &picks, &[]);
        let solution = checker.solve();
        println!("{count} picks: {} fit, exact: {}", solution.kept.len(), solution.is_exact);
        criterion.bench_function(&format!("fosdem/{count}/solve"), |bencher| {
            bencher.iter(|| black_box(checker.solve()));
        });
        criterion.bench_function(&format!("fosdem/{count}/days"), |bencher| {
            bencher.iter(|| black_box(checker.days()));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(300));
    targets = plans
}
criterion_main!(benches);
