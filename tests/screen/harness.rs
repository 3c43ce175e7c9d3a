//! Runs the app in tests: text and keys in, text out.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use kurultai::config::Reminders;
use kurultai::fetch::{Fetcher, OpenError, Policy};
use kurultai::i18n::Locale;
use kurultai::keymap::{Action, Binding, Key, Keymap};
use kurultai::schedule::{self, LoadedSchedule};
use kurultai::store::SaveResult;
use kurultai::store::last_position::Place;
use kurultai::theme::{Background, BaseTheme, Palette, Theme};
use kurultai::tui::{App, Effect, Loaded, Msg, Settings, StoreJob, default_keymap, update};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::model::{Plan, ViewerTimeZone};
use kurultai_schedule::plan::{Edition, changes};
use kurultai_schedule::text::Lang;
use ratatui::buffer::Buffer;

pub(crate) use crate::frames::{assert_frame, draw, frame};

use crate::frames::styles;
use crate::typed::parse;

/// An app on a screen. Each step returns a new one, so that a test can continue from any step.
#[derive(Clone)]
pub(crate) struct Screen {
    /// The open schedule; without one, the event list is displayed.
    source: Option<Arc<Source>>,
    /// The places of the event list.
    places: Vec<PathBuf>,
    /// The contents of the file when it is reloaded.
    later: Option<&'static str>,
    /// The text that was copied last.
    copied: Arc<Mutex<String>>,
    /// The URL that was opened last.
    opened: Arc<Mutex<String>>,
    cannot_open: bool,
    /// The plan in the user's file before the start.
    former_plan: Plan,
    /// The current plan in the user's file.
    plan: Arc<Mutex<Plan>>,
    /// True if the user's file cannot be written.
    cannot_save: bool,
    /// The contents of the file at the last visit.
    former: Option<&'static str>,
    /// The position at the last visit.
    place: Arc<Mutex<Option<Place>>>,
    /// The calendar that was exported last.
    exported: Arc<Mutex<String>>,
    /// The last alert.
    alerted: Arc<Mutex<String>>,
    size: (u16, u16),
    keymap: Keymap,
    now: DateTime<Utc>,
    clock: ViewerTimeZone,
    palette: Palette,
    theme: BaseTheme,
    ascii: bool,
    lang: Option<Lang>,
    ui: &'static str,
    words: &'static str,
    keys: String,
}

/// Short, because failing property tests print it.
impl fmt::Debug for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Screen").field(&self.source.as_ref().map(|source| source.name())).finish()
    }
}

/// Returns the screen of an event of the project.
pub(crate) fn screen(path: &str) -> Screen {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&file).expect("the event is there");
    Screen { source: Some(Arc::new(Source::new(&file.to_string_lossy(), &text))), ..Screen::of("") }
}

/// Returns the event list of a folder of the project.
pub(crate) fn events(folder: &str) -> Screen {
    Screen::of_places(&[folder])
}

impl Screen {
    /// Returns the event list of these paths of the project.
    pub(crate) fn of_places(paths: &[&str]) -> Self {
        Self { source: None, ..Self::of("") }.places(paths)
    }

    /// Sets the places of the event list: paths of the project.
    pub(crate) fn places(self, paths: &[&str]) -> Self {
        let places = paths.iter().map(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).collect();
        Self { places, ..self }
    }

    /// Returns the screen of an event given as text.
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
            former_plan: Plan::default(),
            plan: Arc::default(),
            cannot_save: false,
            former: None,
            place: Arc::default(),
            exported: Arc::default(),
            alerted: Arc::default(),
            size: (80, 24),
            keymap: default_keymap(),
            now,
            clock: ViewerTimeZone::Named(chrono_tz::Tz::UTC),
            palette: Palette::True(Background::Dark),
            theme: BaseTheme::Auto,
            ascii: false,
            lang: None,
            ui: "en",
            words: "",
            keys: String::new(),
        }
    }

    pub(crate) fn size(self, size: (u16, u16)) -> Self {
        Self { size, ..self }
    }

    /// Replaces the keys of an action.
    pub(crate) fn bind(mut self, action: Action, keys: &[&str]) -> Self {
        let keys: Vec<Binding> = keys.iter().map(|key| key.parse().expect("a key")).collect();
        self.keymap.bind(action, &keys);
        self
    }

    /// Sets the current time, in RFC 3339.
    pub(crate) fn now(self, now: &str) -> Self {
        Self { now: now.parse().expect("a time"), ..self }
    }

    /// Sets the time zone of the user.
    pub(crate) fn tz(self, zone: &str) -> Self {
        Self { clock: ViewerTimeZone::Named(zone.parse().expect("a zone")), ..self }
    }

    /// Overrides messages of the interface, in Fluent format.
    pub(crate) fn words(self, words: &'static str) -> Self {
        Self { words, ..self }
    }

    /// Sets the language of schedule and interface, like `--lang`.
    pub(crate) fn lang(self, lang: &'static str) -> Self {
        Self { lang: Lang::parse(lang).ok(), ..self }.ui(lang)
    }

    /// Sets the language of the interface, like `--ui-lang`.
    pub(crate) fn ui(self, ui: &'static str) -> Self {
        Self { ui, ..self }
    }

    pub(crate) fn ascii(self) -> Self {
        Self { ascii: true, ..self }
    }

    pub(crate) fn theme(self, theme: BaseTheme) -> Self {
        Self { theme, ..self }
    }

    pub(crate) fn without_colors(self) -> Self {
        Self { palette: Palette::Mono, ..self }
    }

    pub(crate) fn sixteen_colors(self) -> Self {
        Self { palette: Palette::Basic(Background::Dark), ..self }
    }

    /// Sets the contents of the file when it is reloaded.
    pub(crate) fn later(self, text: &'static str) -> Self {
        Self { later: Some(text), ..self }
    }

    /// Returns the text copied by the keys so far.
    pub(crate) fn copied(&self) -> String {
        drop(self.buffer());
        self.copied.lock().expect("no panic").clone()
    }

    /// Makes all attempts to open a URL fail.
    pub(crate) fn cannot_open(self) -> Self {
        Self { cannot_open: true, ..self }
    }

    /// Returns the plan in the user's file after the keys so far.
    pub(crate) fn saved(&self) -> Plan {
        drop(self.buffer());
        self.plan()
    }

    /// Makes all saves fail.
    pub(crate) fn cannot_save(self) -> Self {
        Self { cannot_save: true, ..self }
    }

    /// Sets the contents of the file at the last visit.
    pub(crate) fn former(self, text: &'static str) -> Self {
        Self { former: Some(text), ..self }
    }

    /// Returns the app, opened again after the keys so far.
    pub(crate) fn opened_again(&self) -> Self {
        drop(self.keys("<C-c>").buffer());
        Self {
            keys: String::new(),
            former_plan: self.plan(),
            place: Arc::new(Mutex::new(self.place())),
            ..self.clone()
        }
    }

    /// Returns the app, opened again after the keys so far with another file.
    pub(crate) fn becomes(&self, text: &str) -> Self {
        Self { source: Some(Arc::new(Source::new("test.toml", text))), ..self.clone() }
    }

    /// Returns the calendar exported by the keys so far.
    pub(crate) fn exported(&self) -> String {
        drop(self.buffer());
        self.exported.lock().expect("no panic").clone()
    }

    /// Returns the last alert.
    pub(crate) fn alerted(&self) -> String {
        drop(self.buffer());
        self.alerted.lock().expect("no panic").clone()
    }

    fn place(&self) -> Option<Place> {
        self.place.lock().expect("no panic").clone()
    }

    fn with_mine(&self, path: &Path, schedule: LoadedSchedule) -> Loaded {
        Loaded { plan: self.plan(), place: self.place(), ..Loaded::new(path, schedule) }
    }

    /// Runs a storage job in memory.
    fn keep(&self, app: &mut App, errand: StoreJob) {
        match errand {
            StoreJob::Change { identity, changes } if self.cannot_save => {
                self.tell(app, Msg::NotSaved(identity, changes, None));
            }
            StoreJob::Change { identity, changes } => {
                let plan = {
                    let mut plan = self.plan.lock().expect("no panic");
                    for change in changes {
                        plan.apply(change);
                    }
                    plan.clone()
                };
                self.tell(app, Msg::Saved(identity, SaveResult { plan, notices: Vec::new() }));
            }
            StoreJob::LoadChanges { schedule, .. } => {
                let Some(former) = self.former else { return };
                let former = LoadedSchedule::new(Source::new("former.toml", former));
                let new = changes(&Edition::of(&former.conference), &schedule.conference);
                if !new.is_empty() {
                    self.tell(app, Msg::ChangesLoaded(schedule, new));
                }
            }
            StoreJob::ReloadPlan { identity } => {
                self.tell(app, Msg::PlanReloaded(identity, self.plan(), Vec::new()));
            }
            StoreJob::SavePosition { place, .. } => *self.place.lock().expect("no panic") = Some(place),
            StoreJob::MarkSeen { .. } | StoreJob::ReloadTheme(_) => {}
        }
    }

    fn plan(&self) -> Plan {
        self.plan.lock().expect("no panic").clone()
    }

    /// Returns the URL opened by the keys so far.
    pub(crate) fn opened(&self) -> String {
        drop(self.buffer());
        self.opened.lock().expect("no panic").clone()
    }

    /// Types more keys: `jj`, `<Enter>`, `<C-c>`.
    pub(crate) fn keys(&self, keys: &str) -> Self {
        Self { keys: format!("{}{keys}", self.keys), ..self.clone() }
    }

    #[track_caller]
    pub(crate) fn shows(&self, text: &str) -> Self {
        let frame = frame(&self.buffer());
        assert!(frame.contains(text), "no {text:?} in:\n{frame}");
        self.clone()
    }

    #[track_caller]
    pub(crate) fn lacks(&self, text: &str) -> Self {
        let frame = frame(&self.buffer());
        assert!(!frame.contains(text), "{text:?} in:\n{frame}");
        self.clone()
    }

    /// Returns the text of the frame.
    pub(crate) fn text(&self) -> String {
        frame(&self.buffer())
    }

    /// Returns the lines inside the frame of a pop-up.
    pub(crate) fn pop_up(&self) -> Vec<String> {
        let inside = |line: &str| {
            let (_, rest) = line.split_once('│')?;
            let (inside, _) = rest.rsplit_once('│')?;
            Some(inside.trim_end_matches(['▐', ' ']).to_owned())
        };
        self.text().lines().filter_map(inside).collect()
    }

    /// Returns the frame, followed by a letter for the style of each cell and the meanings of the letters.
    pub(crate) fn picture(&self) -> String {
        let buffer = self.buffer();
        format!("{}\n{}", frame(&buffer), styles(&buffer))
    }

    /// Runs the app from its start with all keys so far, and returns the frame.
    pub(crate) fn buffer(&self) -> Buffer {
        let mut app = self.app();
        for msg in parse(&self.keys) {
            self.tell(&mut app, msg);
            assert_frame(&draw(&app), self.size);
        }
        let buffer = draw(&app);
        assert_frame(&buffer, self.size);
        buffer
    }

    /// Returns the frame half a minute after the start, with this gap between the keys.
    pub(crate) fn with_gaps(&self, keys: &[Key], gap: TimeDelta) -> Buffer {
        // Ignore a position saved by an earlier run.
        let mut app = Self { place: Arc::default(), ..self.clone() }.app();
        for (at, key) in (1..).zip(keys) {
            self.tell(&mut app, Msg::Tick(self.now + gap * at));
            self.tell(&mut app, Msg::Key(*key));
        }
        self.tell(&mut app, Msg::Tick(self.now + TimeDelta::seconds(30)));
        draw(&app)
    }

    /// Returns the app before the first key.
    pub(crate) fn app(&self) -> App {
        self.copied.lock().expect("no panic").clear();
        self.opened.lock().expect("no panic").clear();
        *self.plan.lock().expect("no panic") = self.former_plan.clone();
        let settings = self.settings();
        let mut app = match &self.source {
            Some(source) => {
                let path = PathBuf::from(source.name().to_string());
                let opened = self.with_mine(&path, LoadedSchedule::new(Source::clone(source)));
                App::open(path, opened, self.places.clone(), settings)
            }
            None => App::with_event_list(self.places.clone(), settings),
        };
        self.tell(&mut app, Msg::Resize(self.size.0, self.size.1));
        self.tell(&mut app, Msg::Tick(self.now));
        app
    }

    /// Sends a message to the app and executes its effects, like the runtime.
    pub(crate) fn tell(&self, app: &mut App, msg: Msg) {
        for effect in update(app, msg) {
            match effect {
                Effect::Read(path) => {
                    let result = match &self.later {
                        Some(text) => Ok(LoadedSchedule::new(Source::new(&path.to_string_lossy(), text))),
                        None => schedule::read(&path).map_err(OpenError::from),
                    };
                    let opened = result.map(|schedule| Box::new(self.with_mine(&path, schedule)));
                    self.tell(app, Msg::ScheduleRead(path, opened));
                }
                Effect::List(places) => {
                    let found = Mutex::new(Vec::new());
                    nobody().list(&places, |path, what| found.lock().expect("no panic").push((path, what)));
                    self.tell(app, Msg::EventsFound(found.into_inner().expect("no panic")));
                    self.tell(app, Msg::EventsComplete);
                }
                Effect::Copy(text) => *self.copied.lock().expect("no panic") = text,
                Effect::Open(address) if self.cannot_open => self.tell(app, Msg::CannotOpen(address)),
                Effect::Open(address) => *self.opened.lock().expect("no panic") = address.to_string(),
                Effect::Search(hunt) => self.tell(app, Msg::SearchFinished(hunt.run())),
                Effect::Store(errand) => self.keep(app, errand),
                Effect::Export { name, text, .. } => {
                    *self.exported.lock().expect("no panic") = text;
                    self.tell(app, Msg::Exported(Ok(format!("{name}.ics").into())));
                }
                Effect::Alert { text, .. } => *self.alerted.lock().expect("no panic") = text,
                Effect::Quit | Effect::Suspend | Effect::Watch | Effect::Fetch(_) => {}
            }
        }
    }
}

/// Returns a fetcher without cache that sends no requests.
fn nobody() -> Fetcher {
    Fetcher::new(Policy::public(), None)
}

impl Screen {
    /// Returns the settings of the app.
    pub(crate) fn settings(&self) -> Settings {
        let reminders = Reminders { bell: true, ..Reminders::default() };
        let (locale, theme) = (Arc::new(self.locale()), Theme::new(self.theme.into(), self.palette, None));
        Settings {
            locale,
            lang: self.lang.clone(),
            theme,
            theme_file: None,
            ascii: self.ascii,
            clock: self.clock,
            reminders,
            keymap: self.keymap.clone(),
        }
    }

    fn locale(&self) -> Locale {
        if self.words.is_empty() {
            let ui = Lang::parse(self.ui).expect("a language");
            return Locale::for_language(&ui).expect("a language of the interface");
        }
        let english = include_str!("../../locales/en.ftl");
        // Insert them among the messages for the screen, which are parsed first.
        let head = "\n## The command line\n";
        Locale::from_words(&english.replacen(head, &format!("\n{}{head}", self.words), 1), "en-GB")
    }
}
