//! Measures time and bytes from a key to its frame: update, view, and the bytes for the terminal.
//!
//! `cargo bench --bench frame`. The name of a benchmark consists of the schedule, the size of the screen, and the view
//! with its keys.

#[path = "app/opened.rs"]
mod opened;

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use kurultai::schedule::LoadedSchedule;
use kurultai::tui::{AnsiBackend, Msg, update, view};
use kurultai_bench::{Format, Schedule, Size};
use ratatui::Terminal;

/// All of FOSDEM 2025, which is not in the repository.
const FOSDEM: &str = "../shared/corpus/frab-xml/fosdem-2025-pretalx-full.xml";
/// The number of sessions of the generated schedule.
const SESSIONS: usize = 1_105;
const SIZES: [(u16, u16); 2] = [(80, 24), opened::SIZE];
/// Name, keys that open the view, and measured keys, which return to the starting point.
const VIEWS: [(&str, &str, &str); 8] = [
    ("list", "", "jjjjjjjjjjkkkkkkkkkk"),
    ("list/day", "", "]["),
    ("list/pick", "", "  "),
    ("detail", "l", "jjjjjjjjjjkkkkkkkkkk"),
    ("people", "2", "jjjjjjjjjjkkkkkkkkkk"),
    ("timeline/down", "v", "jjjjjjjjjjkkkkkkkkkk"),
    ("timeline/right", "v", "llllllllllhhhhhhhhhh"),
    ("timeline/day", "v", "]["),
];

/// Counts the written bytes.
#[derive(Default)]
struct Output {
    bytes: usize,
    writes: usize,
}

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes += bytes.len();
        self.writes += 1;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the schedules with their names.
fn schedules() -> Vec<(&'static str, LoadedSchedule)> {
    let text = Format::Toml.write(&Schedule::new(Size::of(SESSIONS)));
    let mut schedules = vec![("generated", LoadedSchedule::decode("generated.toml", text.as_bytes()))];
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOSDEM);
    match fs::read(&path) {
        Ok(bytes) => schedules.push(("fosdem", LoadedSchedule::decode("fosdem.xml", &bytes))),
        Err(error) => println!("{} is not measured: {error}", path.display()),
    }
    schedules
}

fn frames(criterion: &mut Criterion) {
    for (schedule, loaded) in schedules() {
        for size in SIZES {
            for (view_name, opening, keys) in VIEWS {
                let mut app = opened::open(loaded.clone());
                drop(update(&mut app, Msg::Resize(size.0, size.1)));
                opened::press(&mut app, opening);
                let mut backend = AnsiBackend::new(Output::default());
                backend.resize(size.0, size.1);
                let Ok(mut terminal) = Terminal::new(backend) else { continue };
                let mut keys = keys.split("").filter(|key| !key.is_empty()).cycle();
                let name = format!("{schedule}/{}x{}/{view_name}", size.0, size.1);
                criterion.bench_function(&name, |bencher| {
                    bencher.iter(|| {
                        opened::press(&mut app, keys.next().unwrap_or_default());
                        terminal.draw(|frame| view(&app, frame)).is_ok()
                    });
                });
                let Output { bytes, writes } = terminal.backend().writer();
                println!("{name}: {} bytes per frame", bytes / writes.max(&1));
            }
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    targets = frames
}
criterion_main!(benches);
