//! How long it takes from a key to its frame: to answer the key, to draw the screen, and to find out what of it changed.
//!
//! `cargo bench --bench frame`. Behind the name of the program stand the size of the screen, the view and the keys, of which
//! one after another is typed.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use criterion::{Criterion, criterion_group, criterion_main};
use kurultai::config::Reminders;
use kurultai::i18n::Locale;
use kurultai::keymap::{Code, Key};
use kurultai::model::ViewerTimeZone;
use kurultai::schedule::LoadedSchedule;
use kurultai::theme::{Background, Palette, Theme};
use kurultai::tui::{App, Loaded, Msg, Settings, update, view};

/// The whole of FOSDEM 2025, which is its publisher's and not in the repository.
const FOSDEM: &str = "../shared/corpus/frab-xml/fosdem-2025-pretalx-full.xml";
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];
/// The name of a view, the keys that lead there, and those that are measured: there and back.
const WAYS: [(&str, &str, &str); 4] = [
    ("list", "", "jjjjjjjjjjkkkkkkkkkk"),
    ("timeline/down", "v", "jjjjjjjjjjkkkkkkkkkk"),
    ("timeline/right", "v", "llllllllllhhhhhhhhhh"),
    ("timeline/day", "v", "]["),
];

fn settings() -> Settings {
    Settings {
        locale: Arc::new(Locale::english()),
        lang: None,
        theme: Theme::for_palette(Palette::True(Background::Dark)),
        clock: ViewerTimeZone::Named(chrono_tz::Tz::UTC),
        reminders: Reminders::default(),
    }
}

fn press(app: &mut App, key: char) {
    let key = Key { code: Code::Char(key), ctrl: false, alt: false };
    drop(update(app, Msg::Key(key)));
}

fn open(bytes: &[u8], size: (u16, u16)) -> App {
    let path = PathBuf::from("fosdem.xml");
    let opened = Loaded::of(&path, LoadedSchedule::decode("fosdem.xml", bytes));
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
        for (name, way, keys) in WAYS {
            let mut app = open(&bytes, size);
            way.chars().for_each(|key| press(&mut app, key));
            let mut shown = view(&app);
            let (keys, mut typed) = (keys.as_bytes(), 0);
            let name = format!("fosdem/{}x{}/{name}", size.0, size.1);
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| {
                    press(&mut app, char::from(keys[typed % keys.len()]));
                    typed += 1;
                    let next = view(&app);
                    black_box(shown.diff(&next));
                    shown = next;
                });
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    targets = frames
}
criterion_main!(benches);
