//! The file is saved while its schedule is displayed.

use kurultai::schedule::{self, LoadedSchedule};
use kurultai::tui::{App, Effect, Loaded, Msg, update};
use kurultai_schedule::diagnostic::Source;

use crate::frames::{draw, frame};
use crate::harness::Screen;
use crate::typed::parse;

const BEFORE: &str = "title = 'T'\ndate = 2025-02-01\n\
    [[agenda]]\ntitle = 'one'\nstart = '10:00'\n[[agenda]]\ntitle = 'two'\nstart = '11:00'\n\
    [[agenda]]\ntitle = 'three'\nstart = '12:00'\n";
const LATER: &str = "title = 'T'\ndate = 2025-02-01\n\
    [[agenda]]\ntitle = 'new'\nstart = '09:00'\n[[agenda]]\ntitle = 'one'\nstart = '10:00'\n\
    [[agenda]]\ntitle = 'two'\nstart = '11:30'\n[[agenda]]\ntitle = 'three'\nstart = '12:00'\n";
/// The first schedule with a comment.
const REMARK: &str = "# a remark\ntitle = 'T'\ndate = 2025-02-01\n\
    [[agenda]]\ntitle = 'one'\nstart = '10:00'\n[[agenda]]\ntitle = 'two'\nstart = '11:00'\n\
    [[agenda]]\ntitle = 'three'\nstart = '12:00'\n";
/// The second session is incomplete.
const HALF: &str =
    "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'one'\nstart = '10:00'\n[[agenda]]\ntitle = 'tw";
/// All sessions, with a mistake in one.
const SLIP: &str = "title = 'T'\ndate = 2025-02-01\n\
    [[agenda]]\ntitle = 'one'\nstart = '10:00'\n[[agenda]]\ntitle = 'two'\nstart = 'noon'\n\
    [[agenda]]\ntitle = 'three'\nstart = '12:00'\n";

/// An app and the contents of its file.
struct Live {
    app: App,
    file: &'static str,
}

impl Live {
    fn open(file: &'static str) -> Self {
        Self { app: Screen::of(file).app(), file }
    }

    fn tell(&mut self, msg: Msg) -> &mut Self {
        Screen::of(self.file).later(self.file).tell(&mut self.app, msg);
        self
    }

    fn save(&mut self, file: &'static str) -> &mut Self {
        self.file = file;
        self.tell(Msg::ScheduleFileChanged("test.toml".into()))
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for msg in parse(keys) {
            self.tell(msg);
        }
        self
    }

    fn frame(&self) -> String {
        frame(&draw(&self.app))
    }

    #[track_caller]
    fn shows(&mut self, text: &str) -> &mut Self {
        assert!(self.frame().contains(text), "no {text:?} in:\n{}", self.frame());
        self
    }

    #[track_caller]
    fn lacks(&mut self, text: &str) -> &mut Self {
        assert!(!self.frame().contains(text), "{text:?} in:\n{}", self.frame());
        self
    }
}

#[test]
fn saves_are_displayed_at_the_same_position() {
    let mut live = Live::open(BEFORE);
    live.keys("j").shows("▌11:00           two").save(LATER);
    live.shows("▌11:30           two").shows("09:00           new").shows("File reloaded.");
}

#[test]
fn invisible_changes_are_not_reported() {
    let mut live = Live::open(BEFORE);
    let before = live.keys("j").frame();
    live.save(BEFORE);
    assert_eq!(live.frame(), before, "the same again");
    live.save(REMARK);
    assert_eq!(live.frame(), before, "a remark");
}

#[test]
fn a_new_mistake_is_reported_and_its_correction() {
    let mut live = Live::open(BEFORE);
    live.save(SLIP).shows("This file has 1 problem; press ! to see it.").keys("!").shows("noon");
    live.save(BEFORE).shows("No problems").keys("<Esc>").lacks("problem");
    live.save(SLIP).save(BEFORE).shows("File reloaded.");
}

#[test]
fn a_half_written_file_leaves_the_schedule_and_its_mistakes_can_be_seen() {
    let mut live = Live::open(BEFORE);
    live.keys("jj")
        .save(HALF)
        .shows("▌12:00           three")
        .shows("The file has new problems and fewer sessions");
    live.keys("k").shows("▌11:00           two").shows("! the file has problems").keys("j");
    live.keys("!").shows("The previous version of the schedule is shown.").shows("title = 'tw").keys("<Esc>");
    // Reported once, until the file changes.
    live.save(HALF).shows("! the file has problems");
    live.save("").shows("The file no longer has a schedule").shows("three");
    // The open list of problems follows the file.
    live.keys("!").lacks("title = 'tw").save(HALF).shows("title = 'tw").save(LATER).shows("No problems");
    live.keys("<Esc>").shows("▌12:00           three").shows("09:00           new").lacks("! the file");
}

#[test]
fn a_file_that_is_gone_leaves_the_schedule_and_may_come_back() {
    let mut live = Live::open(BEFORE);
    let error = || schedule::read("/no/file".as_ref()).map(|_| ()).unwrap_err();
    assert_eq!(reads(&update(&mut live.app, Msg::ScheduleFileChanged("test.toml".into()))), 1);
    live.tell(Msg::ScheduleRead("test.toml".into(), Err(error().into())));
    live.shows("/no/file: no such file. The previous version is still shown.").shows("three");
    live.keys("j").shows("! the file has problems").keys("!").shows("/no/file: no such file.");
    live.save(BEFORE).keys("<Esc>").lacks("! the file").shows("▌11:00           two");
}

#[test]
fn a_long_sentence_takes_the_rows_that_it_needs_until_the_next_key() {
    let mut live = Live::open(BEFORE);
    live.tell(Msg::Resize(50, 12)).save(HALF);
    let rows: Vec<String> = live.frame().lines().map(|row| row.trim_end().to_owned()).collect();
    assert_eq!(
        rows[8..],
        [
            " 12:00     three",
            " The file has new problems and fewer sessions;",
            " the previous version is still shown.",
            " ! the file has problems   ? help   q quit",
        ]
    );
    live.keys("j").lacks("fewer sessions").shows("! the file has problems");
    // If there is a rule above the hints, the sentence begins in it.
    live.tell(Msg::Resize(50, 22)).save("").save(HALF);
    let rows: Vec<String> = live.frame().lines().map(|row| row.trim_end().to_owned()).collect();
    assert_eq!(rows[18], "");
    assert_eq!(rows[19], " The file has new problems and fewer sessions; ───");
    assert_eq!(rows[20], " the previous version is still shown.");
    assert_eq!(rows[21], " ! the file has problems   ? help   q quit");
    // A click on the message only removes it.
    let selected = live.frame().lines().position(|row| row.starts_with('▌'));
    live.keys("<click 5,20>").lacks("fewer sessions");
    assert_eq!(live.frame().lines().position(|row| row.starts_with('▌')), selected);
    // It never takes more than a quarter of the screen.
    live.tell(Msg::Resize(20, 8)).save("").save(HALF).shows(" problems and fewe…");
    live.tell(Msg::Resize(20, 5)).save("").save(HALF).shows(" The file has new…");
}

#[test]
fn standard_input_is_not_read_again() {
    let screen = Screen::of(BEFORE);
    let opened = Loaded::new("-".as_ref(), LoadedSchedule::new(Source::new("<stdin>", BEFORE)));
    let mut app = App::open("-".into(), opened, Vec::new(), screen.settings());
    screen.tell(&mut app, Msg::Resize(80, 24));
    assert_eq!(app.followed(), None);
    for msg in parse("r") {
        assert_eq!(reads(&update(&mut app, msg)), 0);
    }
    let frame = frame(&draw(&app));
    assert!(frame.contains("Standard input cannot be read a second time."), "{frame}");
    assert!(frame.contains("three"), "{frame}");
}

fn reads(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::Read(_))).count()
}

#[test]
fn one_read_runs_at_a_time_and_the_last_state_is_displayed() {
    let mut app = Screen::of(BEFORE).app();
    let changed = || Msg::ScheduleFileChanged("test.toml".into());
    let read = |text: &str| {
        let source = Source::new("test.toml", text);
        let opened = Loaded::new("test.toml".as_ref(), LoadedSchedule::new(source));
        Msg::ScheduleRead("test.toml".into(), Ok(Box::new(opened)))
    };
    let started: usize = (0..100).map(|_| reads(&update(&mut app, changed()))).sum();
    assert_eq!(started, 1);
    assert_eq!(reads(&update(&mut app, read(BEFORE))), 1, "once more for all that were saved meanwhile");
    assert_eq!(reads(&update(&mut app, read(LATER))), 0);
    assert!(frame(&draw(&app)).contains("new"));
    // Another file is ignored.
    assert_eq!(reads(&update(&mut app, Msg::ScheduleFileChanged("other.toml".into()))), 0);
}

#[test]
fn reloads_do_not_interrupt_typing() {
    let mut live = Live::open(BEFORE);
    live.keys("jahello").save(LATER).shows("hello").lacks("new").keys("<Enter>").shows("new").shows("▌11:30");
    live.keys("<Enter>").shows("hello");
}

#[test]
fn standard_input_and_addresses_are_not_followed() {
    for (path, is_followed) in
        [("a.toml", true), ("-", false), ("https://a.example/x", false), ("./https:/x", true)]
    {
        let opened = Loaded::new(path.as_ref(), LoadedSchedule::new(Source::new(path, BEFORE)));
        let app = App::open(path.into(), opened, Vec::new(), Screen::of(BEFORE).settings());
        assert_eq!(app.followed().is_some(), is_followed, "{path}");
    }
}
