//! Measures time and bytes from a key to its frame: update, view, and the bytes for the terminal.
//!
//! `cargo bench --bench frame`. The name of a benchmark consists of the conference, the size of the screen,
//! the view and the keys.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use criterion::{Criterion, criterion_group, criterion_main};
use kurultai::config::Reminders;
use kurultai::i18n::Locale;
use kurultai::keymap::{Code, Key};
use kurultai::schedule::LoadedSchedule;
use kurultai::theme::{Background, Palette, Theme};
use kurultai::tui::{AnsiBackend, App, Loaded, Msg, Settings, default_keymap, update, view};
use kurultai_schedule::model::ViewerTimeZone;
use ratatui::Terminal;

/// All of FOSDEM 2025, which is not in the repository.
const FOSDEM: &str = "../shared/corpus/frab-xml/fosdem-2025-pretalx-full.xml";
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];
/// Name, keys that open the view, and measured keys, which return to the starting point.
const VIEWS: [(&str, &str, &str); 4] = [
    ("list", "", "jjjjjjjjjjkkkkkkkkkk"),
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

fn settings() -> Settings {
    Settings {
        locale: Arc::new(Locale::english()),
        lang: None,
        theme: Theme::for_palette(Palette::True(Background::Dark)),
        theme_file: None,
        ascii: false,
        clock: ViewerTimeZone::Named(chrono_tz::Tz::UTC),
        reminders: Reminders::default(),
        keymap: default_keymap(),
    }
}

fn press(app: &mut App, key: char) {
    let key = Key { code: Code::Char(key), ctrl: false, alt: false };
    drop(update(app, Msg::Key(key)));
}

fn open(bytes: &[u8], size: (u16, u16)) -> App {
    let path = PathBuf::from("fosdem.xml");
    let opened = Loaded::new(&path, LoadedSchedule::decode("fosdem.xml", bytes));
    let mut app = App::open(path, opened, Vec::new(), settings());
    drop(update(&mut app, Msg::Resize(size.0, size.1)));
    drop(update(&mut app, Msg::Tick(DateTime::UNIX_EPOCH)));
    app
}

fn frames(criterion: &mut Criterion) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOSDEM);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            println!("{} is not measured: {error}", path.display());
            return;
        }
    };
    for size in SIZES {
        for (name, opening, keys) in VIEWS {
            let mut app = open(&bytes, size);
            opening.chars().for_each(|key| press(&mut app, key));
            let mut backend = AnsiBackend::new(Output::default());
            backend.resize(size.0, size.1);
            let Ok(mut terminal) = Terminal::new(backend) else { continue };
            let keys = keys.as_bytes();
            let mut typed = 0;
            let name = format!("fosdem/{}x{}/{name}", size.0, size.1);
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| {
                    press(&mut app, char::from(keys[typed % keys.len()]));
                    typed += 1;
                    terminal.draw(|frame| view(&app, frame)).is_ok()
                });
            });
            let Output { bytes, writes } = terminal.backend().writer();
            println!("{name}: {} bytes per frame", bytes / writes.max(&1));
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    targets = frames
}
criterion_main!(benches);
