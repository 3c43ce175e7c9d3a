//! Responses that arrive late and in any order: when the file has changed, another event is open, or the user
//! types. Nothing panics, and every line has the width of the frame.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use kurultai::config::{Notify, Reminders};
use kurultai::i18n::Locale;
use kurultai::schedule::{self, LoadedSchedule};
use kurultai::store::{SaveResult, StoreWarning};
use kurultai::theme::{Background, Palette, Theme};
use kurultai::tui::{App, Effect, Loaded, Msg, Settings, StoreJob, default_keymap, update};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::model::{Plan, ViewerTimeZone};
use kurultai_schedule::plan::{Edition, changes};
use kurultai_schedule::text::{Lang, SafeText};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::harness::{assert_frame, draw, frame};
use crate::random::msg;
use crate::typed::parse;

/// Editions of one schedule: of several days and of one, reordered, with fewer sessions, and with none.
const EDITIONS: [&str; 5] = [
    "title = 'T'\nid = 't'\ntimezone = 'UTC'\nlanguages = ['en', 'ru']\nstart = 2025-02-01\nend = 2025-02-03\n\
     rooms = [{ name = 'Hall', building = 'A' }, { name = 'Yard', building = 'B' }]\n\
     agenda = [\n\
     { title = 'One', id = '1', date = 2025-02-01, start = '10:00', end = '10:30', room = 'Hall', track = 'X', people = ['P', 'Q'] },\n\
     { title = 'Two', id = '2', date = 2025-02-01, start = '10:20', end = '11:00', room = 'Yard', track = 'Y' },\n\
     { title = 'Two', id = '4', same_as = '2', date = 2025-02-02, start = '14:00', end = '14:40', room = 'Hall' },\n\
     { title = 'Late', id = '5', day = 2025-02-03, start = '01:00', end = '02:00', people = ['R'] },\n\
     { title = 'Free', id = '6' },\n]\n",
    "title = 'T'\nid = 't'\ntimezone = 'UTC'\ndate = 2025-02-01\nagenda = [\n\
     { title = 'One', id = '9', start = '10:10', end = '10:30' },\n]\n",
    "title = 'T'\nid = 't'\ntimezone = 'UTC'\nstart = 2025-02-01\nend = 2025-02-02\nagenda = [\n\
     { title = 'New', id = '7', date = 2025-02-01, start = '09:00', end = '09:30', room = 'Cellar' },\n\
     { title = 'Two', id = '2', date = 2025-02-02, start = '10:20', end = '11:00', room = 'Yard', track = 'Y' },\n\
     { title = 'One', id = '1', date = 2025-02-01, start = '10:00', end = '10:30', room = 'Hall' },\n]\n",
    "title = 'T'\nid = 't'\ndate = 2025-02-01\n",
    "title = 'T'\nid = 't'\nagenda = [{ title = 'One', id = '1' }, { title = 'Three' }]\n",
];

/// Typed texts.
const TYPED: [&str; 16] = [
    "/one",
    "/two<Enter>",
    "/hall<Enter>",
    "fone<Enter>",
    "froom:hall<Enter>",
    "fis:picked<Enter>",
    "f <Esc>",
    "awater<Enter>",
    "b12:00-13:00 lunch<Enter>",
    "6",
    "T",
    "c",
    "r",
    " ",
    "jm",
    "o<Down><Enter>",
];

#[derive(Debug, Clone)]
enum Step {
    Msg(Msg),
    Type(&'static str),
    /// Execute one of the requested effects now.
    Do(usize),
    /// Change the file.
    Becomes(usize),
    /// Let minutes pass.
    Pass(i64),
    /// Pick the same session and another one in another window.
    Elsewhere,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => msg().prop_map(Step::Msg),
        8 => prop::sample::select(TYPED.to_vec()).prop_map(Step::Type),
        8 => any::<usize>().prop_map(Step::Do),
        2 => (0..EDITIONS.len()).prop_map(Step::Becomes),
        2 => (0_i64..90).prop_map(Step::Pass),
        1 => Just(Step::Elsewhere),
    ]
}

/// Everything outside the app.
struct World {
    edition: usize,
    plan: Plan,
    seen: Option<Edition>,
    asked: Vec<Effect>,
}

impl World {
    fn open(&self, path: &Path) -> Loaded {
        let schedule = if path == Path::new("test.toml") {
            LoadedSchedule::new(Source::new("test.toml", EDITIONS[self.edition]))
        } else {
            schedule::read(path).expect("it is there")
        };
        Loaded { plan: self.plan.clone(), ..Loaded::new(path, schedule) }
    }

    /// Executes one of the requested effects. Storage jobs are executed in order.
    fn answer(&mut self, which: usize) -> Option<Msg> {
        let mut at = which.checked_rem(self.asked.len())?;
        if matches!(self.asked[at], Effect::Store(_)) {
            at = self.asked.iter().position(|effect| matches!(effect, Effect::Store(_))).unwrap_or(at);
        }
        match self.asked.remove(at) {
            Effect::Read(path) => {
                let result = if path.to_string_lossy().contains("broken") {
                    let nothing = schedule::read(Path::new("nowhere")).map_err(Into::into);
                    nothing.map(|schedule| Box::new(Loaded::new(&path, schedule)))
                } else {
                    Ok(Box::new(self.open(&path)))
                };
                Some(Msg::ScheduleRead(path, result))
            }
            Effect::Search(hunt) => Some(Msg::SearchFinished(hunt.run())),
            Effect::List(_) => Some(Msg::EventsComplete),
            Effect::Export { name, .. } => Some(Msg::Exported(Ok(name.into()))),
            Effect::Store(StoreJob::Change { identity, changes }) if which.is_multiple_of(5) => {
                Some(Msg::NotSaved(identity, changes, None))
            }
            Effect::Store(StoreJob::Change { identity, changes }) => {
                for change in changes {
                    self.plan.apply(change);
                }
                Some(Msg::Saved(identity, SaveResult { plan: self.plan.clone(), notices: Vec::new() }))
            }
            Effect::Store(StoreJob::LoadChanges { schedule, .. }) => {
                let seen = self.seen.get_or_insert_with(|| Edition::of(&schedule.conference));
                let new = changes(seen, &schedule.conference);
                (!new.is_empty()).then_some(Msg::ChangesLoaded(schedule, new))
            }
            Effect::Store(StoreJob::MarkSeen { schedule, .. }) => {
                self.seen = Some(Edition::of(&schedule.conference));
                None
            }
            _ => None,
        }
    }
}

fn settings() -> Settings {
    Settings {
        locale: Arc::new(Locale::for_language(&Lang::parse("en").expect("a language")).expect("ours")),
        lang: None,
        theme: Theme::for_palette(Palette::True(Background::Dark)),
        theme_file: None,
        ascii: false,
        clock: ViewerTimeZone::Named(chrono_tz::Tz::UTC),
        reminders: Reminders { bell: true, notify: Notify::Osc9, ..Reminders::default() },
        keymap: default_keymap(),
    }
}

fn app(world: &World) -> App {
    let path = Path::new("test.toml");
    let places =
        ["events", "tests/screen/events"].map(|path| Path::new(env!("CARGO_MANIFEST_DIR")).join(path));
    App::open(path.into(), world.open(path), places.into(), settings())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn answers_come_late_and_in_any_order(first in 0..EDITIONS.len(), steps in vec(step(), 0..60)) {
        let mut world = World { edition: first, plan: Plan::default(), seen: None, asked: Vec::new() };
        let mut now: DateTime<Utc> = "2025-02-01T09:30:00Z".parse().expect("a time");
        let mut app = app(&world);
        let mut size = (80, 24);
        let mut msgs = vec![Msg::Resize(80, 24), Msg::Tick(now)];
        for step in steps.into_iter().map(Some).chain([None]) {
            for msg in msgs.drain(..) {
                if let Msg::Resize(width, height) = msg {
                    size = (width, height);
                }
                world.asked.extend(update(&mut app, msg));
                assert_frame(&draw(&app), size);
            }
            match step {
                Some(Step::Msg(msg)) => msgs.push(msg),
                Some(Step::Type(keys)) => msgs.extend(parse(keys)),
                Some(Step::Do(which)) => msgs.extend(world.answer(which)),
                Some(Step::Becomes(edition)) => world.edition = edition,
                Some(Step::Pass(minutes)) => {
                    now += TimeDelta::minutes(minutes);
                    msgs.push(Msg::Tick(now));
                }
                Some(Step::Elsewhere) => world.plan.picks.reverse(),
                None => {}
            }
        }
    }
}

/// An app and its world, controlled entirely by the test.
struct Late {
    world: World,
    app: App,
}

impl Late {
    fn of(edition: usize) -> Self {
        let world = World { edition, plan: Plan::default(), seen: None, asked: Vec::new() };
        let app = app(&world);
        let mut late = Self { world, app };
        late.tell(Msg::Resize(80, 24));
        late.tell(Msg::Tick("2025-02-01T09:30:00Z".parse().expect("a time")));
        late
    }

    fn tell(&mut self, msg: Msg) {
        self.world.asked.extend(update(&mut self.app, msg));
    }

    fn keys(&mut self, keys: &str) -> String {
        for msg in parse(keys) {
            self.tell(msg);
        }
        frame(&draw(&self.app))
    }

    /// Executes all requested effects of a kind; returns the responses.
    fn answers(&mut self, is_wanted: fn(&Effect) -> bool) -> Vec<Msg> {
        let (matching, others) = std::mem::take(&mut self.world.asked).into_iter().partition(is_wanted);
        self.world.asked = matching;
        let answers = (0..self.world.asked.len()).filter_map(|_| self.world.answer(1)).collect();
        self.world.asked = others;
        answers
    }

    fn answer(&mut self, is_wanted: fn(&Effect) -> bool) -> String {
        loop {
            let answers = self.answers(is_wanted);
            if answers.is_empty() {
                return frame(&draw(&self.app));
            }
            for msg in answers {
                self.tell(msg);
            }
        }
    }

    /// Changes and reloads the file.
    fn becomes(&mut self, edition: usize) -> String {
        self.world.edition = edition;
        self.answer(|effect| matches!(effect, Effect::Read(_)))
    }
}

#[test]
fn outdated_hits_are_not_displayed() {
    let mut late = Late::of(0);
    late.keys("r/two");
    let found = late.answers(|effect| matches!(effect, Effect::Search(_)));
    late.becomes(1);
    for msg in found {
        late.tell(msg);
    }
    let shown = late.keys("ftwo<Enter><Enter>");
    assert!(shown.contains("Nothing on this day is shown"), "{shown}");
}

#[test]
fn one_goes_back_from_a_pane_without_a_number_to_where_one_is_now() {
    let mut late = Late::of(0);
    late.keys("r]]T");
    assert!(late.becomes(1).contains("Now and next"));
    let back = late.keys("<Esc>");
    assert!(back.contains("▌10:10–10:30     One"), "{back}");
}

#[test]
fn changes_are_those_of_the_displayed_edition() {
    let mut late = Late::of(2);
    late.world.seen = Some(Edition::of(&late.world.open(Path::new("test.toml")).schedule.conference));
    late.keys("r");
    late.becomes(0);
    let new = late.answers(|effect| matches!(effect, Effect::Store(_)));
    late.keys("r");
    late.becomes(1);
    for msg in new {
        late.tell(msg);
    }
    let shown = late.keys("c");
    assert!(shown.contains("Nothing new"), "{shown}");
    late.answer(|effect| matches!(effect, Effect::Store(_)));
    let shown = late.keys("c");
    assert!(shown.contains(" new time    10:00–10:30 → 10:10–10:30\n"), "{shown}");
}

#[test]
fn a_damaged_plan_is_reported_when_an_event_is_opened() {
    let world = World { edition: 1, plan: Plan::default(), seen: None, asked: Vec::new() };
    let path = SafeText::line("plans/t.toml");
    let opened = Loaded {
        notices: vec![StoreWarning::Damaged { path, line: 3 }],
        ..world.open(Path::new("test.toml"))
    };
    let shown = |mut late: Late| {
        late.tell(Msg::Resize(120, 24));
        late.keys("")
    };
    let sentence = "plans/t.toml";
    let late = Late { app: App::open("test.toml".into(), opened.clone(), Vec::new(), settings()), world };
    let text = shown(late);
    assert!(text.contains(sentence), "{text}");
    let mut late = Late::of(1);
    late.keys("r");
    late.tell(Msg::ScheduleRead("test.toml".into(), Ok(Box::new(opened))));
    let text = shown(late);
    assert!(text.contains(sentence), "{text}");
}

#[test]
fn enter_waits_for_pending_hits() {
    let mut late = Late::of(0);
    assert!(late.keys("/late<Enter>").contains("Found"));
    let shown = late.answer(|effect| matches!(effect, Effect::Search(_)));
    assert!(shown.contains(" Late\n") && shown.contains("hit 1 of 1"), "{shown}");
    late.keys("<Esc>/two<Enter>");
    let shown = late.answer(|effect| matches!(effect, Effect::Search(_)));
    assert!(shown.contains(" Two\n") && shown.contains("hit 1 of 2"), "{shown}");
}

#[test]
fn a_reminder_takes_no_other_warning_away() {
    let mut late = Late::of(2);
    late.keys("]] ");
    late.tell(Msg::Tick("2025-02-02T10:00:00Z".parse().expect("a time")));
    let why = schedule::read(Path::new("nowhere")).expect_err("no such file");
    late.keys("r");
    late.tell(Msg::ScheduleRead("test.toml".into(), Err(why.into())));
    assert!(late.keys("").contains("shown"));
    late.tell(Msg::Tick("2025-02-02T10:15:00Z".parse().expect("a time")));
    assert!(late.keys("").contains("shown"));
    let after = late.keys("<Left>");
    assert!(after.contains("In 5 min: Two") && !after.contains("shown"), "{after}");
}

#[test]
fn a_typed_letter_is_shown_before_its_hits() {
    let mut late = Late::of(0);
    let is_search = |effect: &Effect| matches!(effect, Effect::Search(_));
    late.keys("/t");
    let hits = |shown: &str| shown.lines().skip(4).take(6).map(str::to_owned).collect::<Vec<_>>();
    let first = late.answer(is_search);
    assert!(first.contains("Sessions 3") && first.contains(" / t▌"), "{first}");
    let typed = late.keys("wo");
    assert!(typed.contains(" / two▌  …"), "{typed}");
    assert_eq!(hits(&typed), hits(&first));
    let second = late.answer(is_search);
    assert!(second.contains("Sessions 2"), "{second}");
    // A time needs no hits.
    let timed = late.keys("<BS><BS><BS>10:0");
    assert!(!timed.contains("Enter goes to"), "{timed}");
    let timed = late.keys("5");
    assert!(timed.contains("Enter goes to Sat 1 Feb, 10:05."), "{timed}");
}
