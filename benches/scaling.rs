//! Shows how time grows with the number of sessions, and measures unusual shapes: `cargo bench --bench scaling`.
//!
//! For each part, prints the time at 100 to 100,000 sessions, and the factor between two sizes divided by that of
//! n log n, which should be about 1. Large caches make small schedules a little faster than that.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use kurultai::schedule::LoadedSchedule;
use kurultai_bench::{Format, Schedule, Size};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::read;
use kurultai_schedule::index::{Index, SearchIndex, SearchTerm, Timeline};
use kurultai_schedule::markup;
use kurultai_schedule::model::{Conference, Pick, Plan, Priority};
use kurultai_schedule::plan::{ConflictChecker, PlanStatus, ResolvedPlan, SessionMatcher, Timetable};

const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];
/// The width of laid-out texts.
const COLUMNS: usize = 60;

fn main() {
    let sizes = SIZES.map(|size| (size, measure(Size::of(size))));
    println!("{:24}{}", "sessions", SIZES.map(|size| format!("{size:>16}")).concat());
    let names: Vec<&str> = sizes[0].1.iter().map(|(name, _)| *name).collect();
    for (at, name) in names.iter().enumerate() {
        let mut line = format!("{name:24}");
        let mut before: Option<(f64, f64)> = None;
        for (size, parts) in &sizes {
            let (time, growth) = (parts[at].1.as_secs_f64(), n_log_n(*size));
            let factor = before.map_or_else(String::new, |(earlier, less)| {
                format!(" {:.1}", time / earlier / (growth / less))
            });
            let _ = write!(line, "{:>16}", format!("{:.2} ms{factor:>5}", time * 1e3));
            before = Some((time, growth));
        }
        println!("{line}");
    }
    println!();
    let usual = Size::of(1_000);
    for (name, size) in [
        ("1,000 sessions", usual),
        ("500 in one slot", Size { sessions: 500, rooms: 500, ..usual }),
        ("a text of 10 MB", Size { first_text: Some(10_000_000), ..usual }),
        ("5,000 rooms", Size { sessions: 5_000, rooms: 5_000, ..usual }),
    ] {
        println!("{name}");
        for (part, time) in measure(size) {
            println!("    {part:20}{:>12.2} ms", time.as_secs_f64() * 1e3);
        }
    }
    println!("300 picks in one slot");
    for (part, time) in clashes() {
        println!("    {part:20}{:>12.2} ms", time.as_secs_f64() * 1e3);
    }
}

#[expect(clippy::cast_precision_loss, reason = "sizes are small")]
fn n_log_n(size: usize) -> f64 {
    let size = size as f64;
    size * size.log2()
}

/// Returns the shortest of three times.
#[expect(clippy::disallowed_methods, reason = "this measures time")]
fn time<T>(work: impl Fn() -> T) -> Duration {
    let once = || {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    };
    once().min(once()).min(once())
}

/// Returns a file with the limits of local files, which grow with its size.
fn local(text: &str) -> Source {
    Source::decode_local("generated", text.as_bytes().to_vec()).0
}

/// Measures each part for a schedule.
fn measure(size: Size) -> Vec<(&'static str, Duration)> {
    let schedule = Schedule::new(size);
    let mut times = Vec::new();
    for (name, format) in [
        ("read TOML", Format::Toml),
        ("read XML", Format::Xml),
        ("read JSON", Format::Json),
        ("read iCalendar", Format::Ical),
    ] {
        let text = format.write(&schedule);
        times.push((name, time(|| read(&local(&text)))));
    }
    let text = Format::Toml.write(&schedule);
    times.push(("load", time(|| LoadedSchedule::new(local(&text)))));
    let loaded = LoadedSchedule::new(local(&text));
    let (conference, index) = (&loaded.conference, &loaded.index);
    if conference.sessions.len() < size.sessions {
        println!("only {} of {} sessions were read", conference.sessions.len(), size.sessions);
    }
    times.push(("index", time(|| Index::new(conference))));
    times.push(("search index", time(|| SearchIndex::new(conference, index))));
    let search = SearchIndex::new(conference, index);
    for (name, word) in
        [("search, one letter", "a"), ("search, a word", "remo"), ("search, a typo", "fristsession")]
    {
        let terms = [SearchTerm { text: word.to_owned(), is_exact: false }];
        times.push((name, time(|| search.find(&terms))));
    }
    let sessions = || conference.sessions.iter();
    let texts =
        || sessions().flat_map(|session| [&session.summary, &session.description].into_iter().flatten());
    let layout = |text: &str| markup::read(text).rows(COLUMNS).len();
    times.push((
        "layout of all texts",
        time(|| texts().flat_map(|text| text.iter().map(|(_, text)| layout(text.as_str()))).sum::<usize>()),
    ));
    if let Some(day) = index.days().first() {
        let times_of = |id| conference.session(id).times;
        times.push(("timeline of a day", time(|| Timeline::new(conference, day, |_| true, times_of))));
    }
    times
}

/// Measures a plan with 300 sessions that take place at the same time.
fn clashes() -> Vec<(&'static str, Duration)> {
    let schedule = Schedule::new(Size { sessions: 300, rooms: 300, first_text: None });
    let loaded = LoadedSchedule::new(local(&Format::Toml.write(&schedule)));
    let conference = &loaded.conference;
    let plan = plan(conference);
    let (timetable, matcher) = (Timetable::new(conference), SessionMatcher::new(conference));
    let picks = || ResolvedPlan::with(&plan, conference, &matcher);
    let resolved = picks();
    let checker = ConflictChecker::new(conference, &timetable, &resolved, &[]);
    vec![
        ("picks", time(picks)),
        ("plan", time(|| PlanStatus::new(conference, &timetable, picks(), &[]))),
        ("best subset", time(|| checker.solve())),
        ("days", time(|| checker.days())),
    ]
}

fn plan(conference: &Conference) -> Plan {
    let pick = |(at, session)| {
        let priority = if usize::is_multiple_of(at, 3) { Priority::Must } else { Priority::Maybe };
        Pick { session, priority }
    };
    Plan { picks: conference.snapshots().into_iter().enumerate().map(pick).collect(), ..Plan::default() }
}
