//! Measures reading, indexing, searching, layout and drawing at four sizes of generated schedules.
//!
//! `cargo bench --bench sizes`, or only a part: `cargo bench --bench sizes read/toml`. The name of a benchmark consists of
//! the part and the number of sessions.

#[path = "app/opened.rs"]
mod opened;

use std::cell::LazyCell;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use kurultai::schedule::LoadedSchedule;
use kurultai::tui::view;
use kurultai_bench::{Format, Schedule, Size};
use kurultai_schedule::check;
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::read;
use kurultai_schedule::index::{Index, SearchIndex, SearchTerm, Timeline};
use kurultai_schedule::markup;
use kurultai_schedule::model::Conference;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const SIZES: [usize; 4] = [50, 1_105, 12_000, 100_000];
const QUERIES: [&str; 4] = ["a", "remo", "lastsession", "xyzzy"];
/// A name, the keys that open a view, and keys that change it and return to the start.
const VIEWS: [(&str, &str, &str); 6] = [
    ("agenda", "", "jk"),
    ("detail", "l", "jk"),
    ("people", "2", "jk"),
    ("timeline", "v", "jk"),
    ("now", "T", "jk"),
    ("help", "?", "jk"),
];
/// The width of laid-out texts.
const COLUMNS: usize = 60;

fn parts(criterion: &mut Criterion) {
    for size in SIZES {
        let schedule = LazyCell::new(|| Schedule::new(Size::of(size)));
        for format in Format::ALL {
            let text = LazyCell::new(|| format.write(&schedule));
            let name = format!("read/{}/{size}", format.ending());
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| black_box(read(&local(&text))));
            });
        }
        let loaded = LazyCell::new(|| LoadedSchedule::new(local(&Format::Toml.write(&schedule))));
        of_loaded(criterion, &loaded, size);
        draw(criterion, &loaded, size);
    }
}

fn of_loaded(
    criterion: &mut Criterion,
    loaded: &LazyCell<LoadedSchedule, impl FnOnce() -> LoadedSchedule>,
    size: usize,
) {
    criterion.bench_function(&format!("index/{size}"), |bencher| {
        bencher.iter(|| black_box(Index::new(&loaded.conference)));
    });
    criterion.bench_function(&format!("check/{size}"), |bencher| {
        let places = read(&loaded.source).source_map;
        bencher.iter(|| black_box(check::check(&loaded.conference, &places)));
    });
    let make = || SearchIndex::new(&loaded.conference, &loaded.index);
    criterion.bench_function(&format!("search-index/{size}"), |bencher| bencher.iter(|| black_box(make())));
    let index = LazyCell::new(make);
    for query in QUERIES {
        let terms = [SearchTerm { text: query.to_owned(), is_exact: false }];
        criterion.bench_function(&format!("search/{query}/{size}"), |bencher| {
            bencher.iter(|| black_box(index.find(black_box(&terms))));
        });
    }
    criterion.bench_function(&format!("layout/{size}"), |bencher| {
        bencher.iter(|| {
            texts(&loaded.conference).map(|text| markup::read(text).rows(COLUMNS).len()).sum::<usize>()
        });
    });
    criterion.bench_function(&format!("timeline/{size}"), |bencher| {
        let conference = &loaded.conference;
        let Some(day) = loaded.index.days().first() else { return };
        let times = |id| conference.session(id).times;
        bencher.iter(|| black_box(Timeline::new(conference, day, |_| true, times)));
    });
}

/// Returns a file with the limits of local files, which grow with its size.
fn local(text: &str) -> Source {
    Source::decode_local("generated", text.as_bytes().to_vec()).0
}

/// Returns the descriptions of all sessions.
fn texts(conference: &Conference) -> impl Iterator<Item = &str> {
    let sessions = conference.sessions.iter();
    let texts = sessions.flat_map(|session| [&session.summary, &session.description].into_iter().flatten());
    texts.flat_map(|text| text.iter().map(|(_, text)| text.as_str()))
}

fn draw(
    criterion: &mut Criterion,
    loaded: &LazyCell<LoadedSchedule, impl FnOnce() -> LoadedSchedule>,
    size: usize,
) {
    let app = LazyCell::new(|| opened::open(LoadedSchedule::clone(loaded)));
    for (name, opening, keys) in VIEWS {
        criterion.bench_function(&format!("draw/{name}/{size}"), |bencher| {
            let mut app = app.clone();
            opened::press(&mut app, opening);
            let Ok(mut terminal) = Terminal::new(TestBackend::new(opened::SIZE.0, opened::SIZE.1));
            let mut keys = keys.split("").filter(|key| !key.is_empty()).cycle();
            bencher.iter(|| {
                opened::press(&mut app, keys.next().unwrap_or_default());
                terminal.draw(|frame| view(&app, frame)).is_ok()
            });
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(500));
    targets = parts
}
criterion_main!(benches);
