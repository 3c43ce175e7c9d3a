//! Text in, keys, text out.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use kurultai::diagnostic::Source;
use kurultai::keymap::{Code, Key, Pointer, PointerKind};
use kurultai::locale::Locale;
use kurultai::model::OwnClock;
use kurultai::program::{self, Program};
use kurultai::text::{Lang, width};
use kurultai::theme::{Background, Palette, Theme};
use kurultai::tui::{App, Effect, Msg, Settings, update, view};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Style};

/// A program on a screen. Each step gives a new one, so that a test can go on from anywhere.
#[derive(Clone)]
pub(crate) struct Screen {
    /// The program that is open; without one it is the list of events.
    source: Option<Arc<Source>>,
    /// Where events are looked for.
    places: Vec<PathBuf>,
    /// What stands in the file when it is read again.
    later: Option<&'static str>,
    /// What was copied last.
    copied: Arc<Mutex<String>>,
    /// The address that was opened last.
    opened: Arc<Mutex<String>>,
    cannot_open: bool,
    size: (u16, u16),
    now: DateTime<Utc>,
    clock: OwnClock,
    palette: Palette,
    lang: Option<Lang>,
    ui: &'static str,
    words: &'static str,
    keys: String,
}

/// In short: a property that fails prints it.
impl fmt::Debug for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Screen").field(&self.source.as_ref().map(|source| source.name())).finish()
    }
}

/// One of the project's own events.
pub(crate) fn screen(path: &str) -> Screen {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&file).expect("the event is there");
    Screen { source: Some(Arc::new(Source::new(&file.to_string_lossy(), &text))), ..Screen::of("") }
}

/// The list of the events in a folder of the project.
pub(crate) fn events(folder: &str) -> Screen {
    Screen::of_places(&[folder])
}

impl Screen {
    /// The list of the events under these paths of the project.
    pub(crate) fn of_places(paths: &[&str]) -> Self {
        Self { source: None, ..Self::of("") }.places(paths)
    }

    /// Where events are looked for: paths of the project.
    pub(crate) fn places(self, paths: &[&str]) -> Self {
        let places = paths.iter().map(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).collect();
        Self { places, ..self }
    }

    /// An event that stands in the test.
    pub(crate) fn of(text: &str) -> Self {
        let source = Some(Arc::new(Source::new("test.toml", text)));
        let now = DateTime::UNIX_EPOCH;
        Self {
            source,
            places: Vec::new(),
            later: None,
            copied: Arc::default(),
            opened: Arc::default(),
            cannot_open: false,
            size: (80, 24),
            now,
            clock: OwnClock::Named(chrono_tz::Tz::UTC),
            palette: Palette::True(Background::Dark),
            lang: None,
            ui: "en",
            words: "",
            keys: String::new(),
        }
    }

    pub(crate) fn size(self, size: (u16, u16)) -> Self {
        Self { size, ..self }
    }

    /// How late it is, as RFC 3339 writes it.
    pub(crate) fn now(self, now: &str) -> Self {
        Self { now: now.parse().expect("a time"), ..self }
    }

    /// The zone of whoever looks.
    pub(crate) fn tz(self, zone: &str) -> Self {
        Self { clock: OwnClock::Named(zone.parse().expect("a zone")), ..self }
    }

    /// Other words for the interface, in the format of Fluent, in place of the English ones.
    pub(crate) fn words(self, words: &'static str) -> Self {
        Self { words, ..self }
    }

    /// The language of program and interface, as `--lang` sets it.
    pub(crate) fn lang(self, lang: &'static str) -> Self {
        Self { lang: Lang::parse(lang).ok(), ..self }.ui(lang)
    }

    /// The language of the interface alone, as `--ui-lang` sets it.
    pub(crate) fn ui(self, ui: &'static str) -> Self {
        Self { ui, ..self }
    }

    pub(crate) fn without_colors(self) -> Self {
        Self { palette: Palette::Mono, ..self }
    }

    /// What stands in the file by the time at which it is read again.
    pub(crate) fn later(self, text: &'static str) -> Self {
        Self { later: Some(text), ..self }
    }

    /// What was copied by the keys so far.
    pub(crate) fn copied(&self) -> String {
        drop(self.buffer());
        self.copied.lock().expect("no panic").clone()
    }

    /// Nothing can open an address here.
    pub(crate) fn cannot_open(self) -> Self {
        Self { cannot_open: true, ..self }
    }

    /// What was opened by the keys so far.
    pub(crate) fn opened(&self) -> String {
        drop(self.buffer());
        self.opened.lock().expect("no panic").clone()
    }

    /// Types more keys: `jj`, `<Enter>`, `<C-c>`.
    pub(crate) fn keys(&self, keys: &str) -> Self {
        Self { keys: format!("{}{keys}", self.keys), ..self.clone() }
    }

    #[track_caller]
    pub(crate) fn shows(self, text: &str) -> Self {
        let frame = frame(&self.buffer());
        assert!(frame.contains(text), "no {text:?} in:\n{frame}");
        self
    }

    #[track_caller]
    pub(crate) fn lacks(self, text: &str) -> Self {
        let frame = frame(&self.buffer());
        assert!(!frame.contains(text), "{text:?} in:\n{frame}");
        self
    }

    /// The frame alone.
    pub(crate) fn text(&self) -> String {
        frame(&self.buffer())
    }

    /// The frame, and under it a letter for the style of each cell with what the letters mean.
    pub(crate) fn picture(&self) -> String {
        let buffer = self.buffer();
        format!("{}\n{}", frame(&buffer), styles(&buffer))
    }

    /// What the program draws after all that was typed, from its start.
    pub(crate) fn buffer(&self) -> Buffer {
        let mut app = self.app();
        for msg in parse(&self.keys) {
            self.tell(&mut app, msg);
            assert_frame(&view(&app), self.size);
        }
        let buffer = view(&app);
        assert_frame(&buffer, self.size);
        buffer
    }

    /// The program before anything was typed.
    pub(crate) fn app(&self) -> App {
        self.copied.lock().expect("no panic").clear();
        self.opened.lock().expect("no panic").clear();
        let locale = Arc::new(self.locale());
        let theme = Theme::for_palette(self.palette);
        let settings = Settings { locale, lang: self.lang.clone(), theme, clock: self.clock };
        let mut app = match &self.source {
            Some(source) => {
                let program = Arc::new(Program::of(Source::clone(source)));
                App::open(source.name().to_string().into(), program, self.places.clone(), settings)
            }
            None => App::choose(self.places.clone(), settings),
        };
        self.tell(&mut app, Msg::Resize(self.size.0, self.size.1));
        self.tell(&mut app, Msg::Tick(self.now));
        app
    }

    /// Tells the app, and does what it asks for, as the runtime would.
    pub(crate) fn tell(&self, app: &mut App, msg: Msg) {
        for effect in update(app, msg) {
            match effect {
                Effect::Read(path) => {
                    let result = match &self.later {
                        Some(text) => Ok(Program::of(Source::new(&path.to_string_lossy(), text))),
                        None => program::read(&path),
                    };
                    self.tell(app, Msg::Read(path, result.map(Arc::new)));
                }
                Effect::List(places) => {
                    let found = Mutex::new(Vec::new());
                    program::list(&places, |path, what| found.lock().expect("no panic").push((path, what)));
                    self.tell(app, Msg::Found(found.into_inner().expect("no panic")));
                    self.tell(app, Msg::Listed);
                }
                Effect::Copy(text) => *self.copied.lock().expect("no panic") = text,
                Effect::Open(address) if self.cannot_open => self.tell(app, Msg::CannotOpen(address)),
                Effect::Open(address) => *self.opened.lock().expect("no panic") = address.to_string(),
                Effect::Quit | Effect::Suspend => {}
            }
        }
    }
}

impl Screen {
    fn locale(&self) -> Locale {
        if self.words.is_empty() {
            let ui = Lang::parse(self.ui).expect("a language");
            return Locale::for_language(&ui).expect("a language of the interface");
        }
        let english = include_str!("../../locales/en.ftl");
        Locale::from_words(&format!("{english}\n{}", self.words), "en-GB")
    }
}

/// Every line of a frame has exactly the frame's width.
pub(crate) fn assert_frame(buffer: &Buffer, (columns, rows): (u16, u16)) {
    assert_eq!((buffer.area.width, buffer.area.height), (columns, rows));
    for line in lines(buffer) {
        assert_eq!(width(&line), usize::from(columns), "{line:?}");
    }
}

fn lines(buffer: &Buffer) -> Vec<String> {
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            // A letter of two columns covers the cell after it.
            x += u16::try_from(width(symbol)).unwrap_or(1).max(1);
        }
        lines.push(line);
    }
    lines
}

pub(crate) fn frame(buffer: &Buffer) -> String {
    lines(buffer).iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn styles(buffer: &Buffer) -> String {
    let mut letters: BTreeMap<String, char> = BTreeMap::new();
    let mut legend = Vec::new();
    let mut map = String::new();
    for y in 0..buffer.area.height {
        let mut row = String::new();
        for x in 0..buffer.area.width {
            let name = style_name(buffer[(x, y)].style());
            let next = char::from(b'a' + u8::try_from(letters.len()).unwrap_or(25).min(25));
            let letter = if name.is_empty() { ' ' } else { *letters.entry(name.clone()).or_insert(next) };
            if letter == next && !legend.contains(&(letter, name.clone())) && letter != ' ' {
                legend.push((letter, name));
            }
            row.push(letter);
        }
        map.push_str(row.trim_end());
        map.push('\n');
    }
    for (letter, name) in legend {
        writeln!(map, "{letter}: {name}").expect("a string takes all");
    }
    map
}

fn style_name(style: Style) -> String {
    let color = |name: &str, color: Option<Color>| {
        color.filter(|color| *color != Color::Reset).map(|color| format!("{name}={color}"))
    };
    let modifiers = format!("{:?}", style.add_modifier).to_lowercase();
    let modifiers = Some(modifiers).filter(|names| names != "none" && !names.is_empty());
    let parts = [color("fg", style.fg), color("bg", style.bg), modifiers];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn parse(keys: &str) -> Vec<Msg> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (msg, after) = match name {
            Some((name, after)) => (named(name), after),
            None => (Msg::Key(Key::char(c)), &rest[c.len_utf8()..]),
        };
        parsed.push(msg);
        rest = after;
    }
    parsed
}

/// `<Enter>`, `<C-c>`, `<click 10,5>`, `<wheel-down 10,5>`, `<paste text>`, `<pause>`, `<size 80,24>`.
fn named(name: &str) -> Msg {
    if let Some(c) = name.strip_prefix("C-").and_then(|rest| rest.chars().next()) {
        return Msg::Key(Key::ctrl(c));
    }
    let (word, rest) = name.split_once(' ').unwrap_or((name, ""));
    let pointer = |kind| {
        let (column, row) = rest.split_once(',').expect("column and row");
        let cell = |text: &str| text.parse().expect("a number");
        Msg::Pointer(Pointer { kind, column: cell(column), row: cell(row) })
    };
    Msg::Key(Key::plain(match word {
        "click" => return pointer(PointerKind::Press),
        "wheel-up" => return pointer(PointerKind::WheelUp),
        "wheel-down" => return pointer(PointerKind::WheelDown),
        "paste" => return Msg::Paste(rest.to_owned()),
        "pause" => return Msg::Pause,
        "Enter" => Code::Enter,
        "Esc" => Code::Esc,
        "BS" => Code::Backspace,
        "Tab" => Code::Tab,
        "S-Tab" => Code::BackTab,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "Home" => Code::Home,
        "End" => Code::End,
        other => panic!("no key <{other}>"),
    }))
}
