//! Work whose instructions `just bench-check` counts: `counted PART TIMES`. Without arguments, lists the parts.
//!
//! The caller counts twice, with one repetition more, so that the preparation and what happens only once cancel out.

#[path = "app/opened.rs"]
mod opened;

use std::env;
use std::hint::black_box;

use kurultai::schedule::LoadedSchedule;
use kurultai::tui::{AnsiBackend, view};
use kurultai_bench::{Format, Schedule, Size};
use kurultai_schedule::check;
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::read;
use kurultai_schedule::index::{Index, SearchIndex, SearchTerm};
use kurultai_schedule::markup;
use kurultai_schedule::model::LocalizedText;
use ratatui::Terminal;

const SESSIONS: usize = 1_105;
const COLUMNS: usize = 60;

type Work = Box<dyn FnMut()>;
/// A name and the preparation of its work.
type Part = (&'static str, fn() -> Work);

const PARTS: [Part; 13] = [
    ("read-toml", || reading(Format::Toml)),
    ("read-xml", || reading(Format::Xml)),
    ("read-json", || reading(Format::Json)),
    ("read-ics", || reading(Format::Ical)),
    ("check", checking),
    ("index", indexing),
    ("search-index", search_indexing),
    ("search", searching),
    ("layout", layout),
    ("key-list", || keys("", "jjjjjkkkkk")),
    ("key-detail", || keys("l", "jjjjjkkkkk")),
    ("key-people", || keys("2", "jjjjjkkkkk")),
    ("key-timeline", || keys("v", "jjjjjkkkkkllhh")),
];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let [name, times] = &arguments[..] else {
        println!("program {}", env!("CARGO_BIN_EXE_kurultai"));
        for (name, _) in PARTS {
            println!("part {name}");
        }
        return;
    };
    if let Some((_, prepare)) = PARTS.iter().find(|(known, _)| known == name) {
        let mut work = prepare();
        (0..times.parse().unwrap_or(1)).for_each(|_| work());
    }
}

fn text(format: Format) -> String {
    format.write(&Schedule::new(Size::of(SESSIONS)))
}

fn load() -> LoadedSchedule {
    LoadedSchedule::decode("generated", text(Format::Toml).as_bytes())
}

fn reading(format: Format) -> Work {
    let text = text(format);
    Box::new(move || drop(black_box(read(&Source::decode("generated", text.as_bytes()).0))))
}

fn checking() -> Work {
    let loaded = load();
    let places = read(&loaded.source).source_map;
    Box::new(move || drop(black_box(check::check(&loaded.conference, &places))))
}

fn indexing() -> Work {
    let loaded = load();
    Box::new(move || drop(black_box(Index::new(&loaded.conference))))
}

fn search_indexing() -> Work {
    let loaded = load();
    Box::new(move || drop(black_box(SearchIndex::new(&loaded.conference, &loaded.index))))
}

fn searching() -> Work {
    let loaded = load();
    let index = SearchIndex::new(&loaded.conference, &loaded.index);
    let terms =
        ["r", "re", "rem", "remo"].map(|text| [SearchTerm { text: text.to_owned(), is_exact: false }]);
    Box::new(move || terms.iter().for_each(|terms| drop(black_box(index.find(terms)))))
}

fn layout() -> Work {
    let loaded = load();
    Box::new(move || {
        for session in &loaded.conference.sessions {
            for (_, text) in
                [&session.summary, &session.description].into_iter().flatten().flat_map(LocalizedText::iter)
            {
                drop(black_box(markup::read(text.as_str()).rows(COLUMNS)));
            }
        }
    })
}

/// Opens a view with keys, and presses other keys, each with its frame.
fn keys(opening: &'static str, pressed: &'static str) -> Work {
    let mut app = opened::open(load());
    opened::press(&mut app, opening);
    let mut backend = AnsiBackend::new(std::io::sink());
    backend.resize(opened::SIZE.0, opened::SIZE.1);
    let Ok(mut terminal) = Terminal::new(backend) else { return Box::new(|| ()) };
    Box::new(move || {
        for key in pressed.split("").filter(|key| !key.is_empty()) {
            opened::press(&mut app, key);
            let _ = terminal.draw(|frame| view(&app, frame));
        }
    })
}
