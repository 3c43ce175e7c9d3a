//! Measures building a search index, and searching after each typed letter: `cargo bench --bench search`.
//!
//! The name of a benchmark consists of the schedule and the text typed so far.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::index::{SearchIndex, SearchTerm};

const TYPED: [&str; 6] = ["kubernetes", "jansen", "осконбоев", "a", "e r o", "\"open source\""];

/// Returns the available schedules. FOSDEM 2025 is not in the repository.
fn schedules() -> Vec<(&'static str, LoadedSchedule)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths: [(&str, PathBuf); 2] = [
        ("saturday", root.join("events/fosdem-2025-saturday.toml")),
        ("fosdem", root.join("../shared/corpus/frab-xml/fosdem-2025-pretalx-full.xml")),
    ];
    let read = |(name, path): (&'static str, PathBuf)| match fs::read(&path) {
        Ok(bytes) => Some((name, LoadedSchedule::decode(&path.to_string_lossy(), &bytes))),
        Err(error) => {
            println!("{} is not measured: {error}", path.display());
            None
        }
    };
    paths.into_iter().filter_map(read).collect()
}

/// Returns the search terms of a typed text.
fn needles(typed: &str) -> Vec<SearchTerm> {
    match typed.strip_prefix('"') {
        Some(phrase) => vec![SearchTerm { text: phrase.trim_end_matches('"').to_owned(), is_exact: true }],
        None => typed.split(' ').map(|word| SearchTerm { text: word.to_owned(), is_exact: false }).collect(),
    }
}

/// Returns the prefixes of a text.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().map(|(at, c)| &text[..at + c.len_utf8()])
}

fn search(criterion: &mut Criterion) {
    for (name, schedule) in schedules() {
        let make = || SearchIndex::new(&schedule.conference, &schedule.index);
        let index = make();
        let sessions = schedule.conference.sessions.len();
        println!("{name}: {sessions} sessions, {} KB to search in", index.bytes() / 1024);
        criterion.bench_function(&format!("{name}/make"), |bencher| bencher.iter(|| black_box(make())));
        for typed in TYPED.iter().flat_map(|text| beginnings(text)) {
            let needles = needles(typed);
            criterion.bench_function(&format!("{name}/{typed}"), |bencher| {
                bencher.iter(|| black_box(index.find(black_box(&needles))));
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(300));
    targets = search
}
criterion_main!(benches);
