//! Schedules from URLs: the cached copy is displayed immediately, and replaced by the downloaded one.

use std::net::TcpListener;

use chrono::{DateTime, Utc};
use kurultai::fetch::{FetchError, Fetcher, OpenError, Policy};
use kurultai::schedule::{Found, LoadedSchedule, Summary};
use kurultai::store::StoreWarning;
use kurultai::tui::{App, Arrival, Effect, Loaded, Msg, update};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::text::SafeText;

use crate::frames::{draw, frame};
use crate::harness::Screen;
use crate::typed::parse;

const URL: &str = "https://a.example/schedule.xml";
const KEPT: &str = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'one'\nstart = '10:00'\n\
    [[agenda]]\ntitle = 'two'\nstart = '11:00'\n";
const NEW: &str = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'new'\nstart = '09:00'\n\
    [[agenda]]\ntitle = 'one'\nstart = '10:00'\n[[agenda]]\ntitle = 'two'\nstart = '11:00'\n";
const NOW: &str = "2025-02-01T10:42:00Z";

struct Fetching {
    app: App,
    effects: Vec<Effect>,
}

fn opened(text: &str, fetched_at: &str) -> Box<Loaded> {
    let schedule = LoadedSchedule::new(Source::new(URL, text));
    Box::new(Loaded { fetched_at: Some(at(fetched_at)), ..Loaded::new(URL.as_ref(), schedule) })
}

fn at(time: &str) -> DateTime<Utc> {
    time.parse().expect("a time")
}

/// Returns the error for a port without a listener.
fn no_connection() -> FetchError {
    let plain = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
    let policy = Policy { allow_plain_http_to: Some(plain), uses_proxy: false, ..Policy::public() };
    let fetcher = Fetcher::new(policy, None);
    let address = fetcher.address(&format!("http://{plain}/x")).expect("an address");
    fetcher.newest(&address, at(NOW)).map(|_| ()).expect_err("nobody answers")
}

impl Fetching {
    /// Opens a URL that was cached three days ago.
    fn kept() -> Self {
        let settings = Screen::of(KEPT).settings();
        Self::of(App::open(URL.into(), *opened(KEPT, "2025-01-29T09:00:00Z"), vec![URL.into()], settings))
    }

    /// Opens a URL for the first time.
    fn first() -> Self {
        Self::of(App::fetch(URL.into(), Screen::of(KEPT).settings()))
    }

    fn of(app: App) -> Self {
        let mut fetching = Self { app, effects: Vec::new() };
        fetching.tell(Msg::Resize(80, 24)).tell(Msg::Tick(at(NOW)));
        fetching
    }

    fn tell(&mut self, msg: Msg) -> &mut Self {
        self.effects.extend(update(&mut self.app, msg));
        self
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for msg in parse(keys) {
            self.tell(msg);
        }
        self
    }

    fn comes(&mut self, text: &str) -> &mut Self {
        let arrival = Arrival::New { opened: opened(text, NOW), unkept: None };
        self.tell(Msg::Fetched(URL.into(), Ok(arrival)))
    }

    /// Returns the number of requests since the last call.
    fn asked(&mut self) -> usize {
        let effects = std::mem::take(&mut self.effects);
        effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Fetch(path) if path.as_os_str() == URL))
            .count()
    }

    #[track_caller]
    fn shows(&mut self, text: &str) -> &mut Self {
        let frame = frame(&draw(&self.app));
        assert!(frame.contains(text), "no {text:?} in:\n{frame}");
        self
    }

    #[track_caller]
    fn lacks(&mut self, text: &str) -> &mut Self {
        let frame = frame(&draw(&self.app));
        assert!(!frame.contains(text), "{text:?} in:\n{frame}");
        self
    }
}

#[test]
fn the_cached_schedule_is_displayed_with_its_age_and_replaced() {
    let mut fetching = Fetching::kept();
    fetching.shows("one").shows("as of 3 days ago").shows("Fetching from a.example…");
    assert_eq!(fetching.asked(), 1);
    fetching.tell(Msg::Fetching(URL.into(), 512 << 10, None)).shows("Fetching from a.example… 512 KB");
    fetching.tell(Msg::Fetching(URL.into(), 600 << 10, Some(1 << 20))).shows("… 600 of 1024 KB");
    // Keys work in the meantime, and their messages remain until the next event.
    fetching
        .keys("j")
        .lacks("Fetching")
        .shows("▌11:00")
        .tell(Msg::Fetching(URL.into(), 1, None))
        .shows("1 KB");
    fetching.comes(NEW).shows("▌11:00").shows("new").shows("as of a moment ago");
    fetching.shows("A newer version was fetched.").lacks("Fetching");
    assert_eq!(fetching.asked(), 0, "nobody is asked again");
}

#[test]
fn the_displayed_age_grows() {
    let mut fetching = Fetching::kept();
    fetching.comes(KEPT).shows("as of a moment ago");
    assert_eq!(fetching.app.next_tick(), Some(at("2025-02-01T10:43:00Z")));
    fetching.tell(Msg::Tick(at("2025-02-01T10:43:00Z"))).shows("as of 1 minute ago");
    fetching.tell(Msg::Tick(at("2025-02-02T11:43:00Z"))).shows("as of 1 day ago");
    assert_eq!(fetching.app.next_tick(), Some(at("2025-02-03T10:42:00Z")), "and nothing wakes it before");
}

#[test]
fn r_requests_again_and_reports_the_result() {
    let mut fetching = Fetching::kept();
    fetching.asked();
    fetching.tell(Msg::Fetched(URL.into(), Ok(Arrival::Same(at(NOW)))));
    fetching.shows("as of a moment ago").lacks("nothing new").lacks("Fetching");
    fetching.keys("r").shows("Fetching from a.example…").keys("r");
    assert_eq!(fetching.asked(), 1, "once at a time");
    fetching.tell(Msg::Fetched(URL.into(), Ok(Arrival::Same(at(NOW))))).shows("a.example: nothing new.");
    fetching.keys("r").tell(Msg::Fetched(URL.into(), Err(no_connection())));
    fetching.shows("no connection").shows("one");
    assert_eq!(fetching.asked(), 1);
}

#[test]
fn a_response_without_a_schedule_keeps_the_old_one() {
    let mut fetching = Fetching::kept();
    fetching.comes("title = 'T'\ndate = 2025-02-01\nand so on\n").shows("one").shows("as of 3 days ago");
    fetching.shows("The file no longer has a schedule; the previous version is still shown.");
}

#[test]
fn responses_do_not_interrupt_typing() {
    let mut fetching = Fetching::kept();
    fetching
        .keys("jahello")
        .comes(NEW)
        .shows("hello")
        .lacks("new")
        .keys("<Enter>")
        .shows("new")
        .shows("▌11:00");
}

#[test]
fn the_first_download_is_displayed_and_can_be_quit() {
    for quit in ["q", "<C-c>"] {
        let mut fetching = Fetching::first();
        fetching.shows("Fetching https://a.example/schedule.xml for the first time.");
        fetching
            .tell(Msg::Fetching(URL.into(), 2048, Some(4096)))
            .shows("Fetching from a.example… 2 of 4 KB");
        assert_eq!(fetching.asked(), 1);
        fetching.keys(quit);
        assert!(matches!(fetching.effects[..], [Effect::Quit]), "{quit}: {:?}", fetching.effects);
    }
    let mut fetching = Fetching::first();
    fetching.comes(NEW).shows("new").shows("as of a moment ago").lacks("Fetching");
}

#[test]
fn a_failed_first_download_can_be_retried() {
    let mut fetching = Fetching::first();
    fetching.tell(Msg::Fetched(URL.into(), Err(no_connection()))).shows("no connection");
    fetching.keys("<Esc>").asked();
    fetching.tell(Msg::EventsFound(vec![(
        URL.into(),
        Found::Unreadable(OpenError::NotFetched(SafeText::line(URL))),
    )]));
    fetching.tell(Msg::EventsComplete).shows(URL).shows("not fetched yet; Enter fetches it");
    fetching.keys("<Enter>");
    assert!(matches!(fetching.effects[..], [Effect::Read(_)]));
    fetching.tell(Msg::ScheduleRead(URL.into(), Err(OpenError::NotFetched(SafeText::line(URL)))));
    assert_eq!(fetching.asked(), 1);
    fetching.comes(NEW).shows("new");
}

#[test]
fn the_list_has_urls_with_their_age_and_opens_the_cache() {
    let settings = Screen::of(KEPT).settings();
    let mut fetching = Fetching::of(App::with_event_list(vec![URL.into()], settings));
    let summary =
        Summary { fetched_at: Some(at("2025-01-29T09:00:00Z")), ..Summary::new(&opened(KEPT, NOW).schedule) };
    fetching
        .tell(Msg::EventsFound(vec![(URL.into(), Found::Event(Box::new(summary)))]))
        .tell(Msg::EventsComplete);
    fetching.shows("2 sessions").shows("as of 3 days ago · https://a.example/").keys("<Enter>");
    assert_eq!(fetching.asked(), 0, "what was kept is read first");
    fetching.tell(Msg::ScheduleRead(URL.into(), Ok(opened(KEPT, "2025-01-29T09:00:00Z"))));
    fetching.shows("one").shows("as of 3 days ago");
    assert_eq!(fetching.asked(), 1);
}

#[test]
fn errors_in_user_files_are_displayed_after_the_download() {
    let notices = [StoreWarning::Damaged { path: SafeText::line("plan.toml"), line: 3 }];
    let sentence = "plan.toml: line 3 has an entry that cannot be read";
    let settings = Screen::of(KEPT).settings();
    let mut fetching = Fetching::of(App::fetch(URL.into(), settings).with_notices(&notices));
    fetching.comes(NEW).shows("new").shows(sentence).keys("j").lacks(sentence);
    let settings = Screen::of(KEPT).settings();
    let kept = App::open(URL.into(), *opened(KEPT, "2025-01-29T09:00:00Z"), vec![URL.into()], settings);
    let mut fetching = Fetching::of(kept.with_notices(&notices));
    fetching.shows("Fetching from a.example…").comes(KEPT).shows(sentence);
}

#[test]
fn a_file_that_is_still_being_read_is_named_and_q_quits() {
    let reading = || {
        let settings = Screen::of(KEPT).settings();
        let mut reading = Fetching::of(App::read("large.toml".into(), vec!["large.toml".into()], settings));
        reading.shows("Reading large.toml…");
        assert!(matches!(&reading.effects[..], [Effect::Read(path)] if path.ends_with("large.toml")));
        reading
    };
    let mut quits = reading();
    quits.keys("q");
    assert!(matches!(quits.effects.last(), Some(Effect::Quit)));
    let schedule = LoadedSchedule::new(Source::new("large.toml", KEPT));
    let opened = Box::new(Loaded::new("large.toml".as_ref(), schedule));
    reading().tell(Msg::ScheduleRead("large.toml".into(), Ok(opened))).shows("one").lacks("Reading");
    let error = kurultai::schedule::read("gone.toml".as_ref()).unwrap_err();
    let mut gone = reading();
    gone.tell(Msg::ScheduleRead("large.toml".into(), Err(error.into()))).shows("no such file");
    assert!(matches!(gone.effects.last(), Some(Effect::List(_))));
}

#[test]
fn escape_cancels_reading_and_the_first_download() {
    let settings = Screen::of(KEPT).settings();
    let mut reading = Fetching::of(App::read("large.toml".into(), vec!["large.toml".into()], settings));
    reading.shows("Reading large.toml…").shows("Esc cancel").keys("<Esc>");
    reading.shows("Cancelled.").lacks("Reading large.toml").lacks("Esc cancel");
    assert!(matches!(reading.effects.last(), Some(Effect::List(_))), "the event list is read instead");
    let schedule = LoadedSchedule::new(Source::new("large.toml", KEPT));
    let late = Box::new(Loaded::new("large.toml".as_ref(), schedule));
    reading.tell(Msg::ScheduleRead("large.toml".into(), Ok(late))).lacks("one");

    let mut first = Fetching::first();
    first.shows("Fetching").shows("Esc cancel").keys("<Esc>").shows("Cancelled.").comes(NEW).lacks("new");

    // From the event list, the list stays.
    let settings = Screen::of(KEPT).settings();
    let mut chosen = Fetching::of(App::with_event_list(vec!["events".into()], settings));
    let summary = Summary::new(&opened(KEPT, NOW).schedule);
    chosen
        .tell(Msg::EventsFound(vec![("a.toml".into(), Found::Event(Box::new(summary)))]))
        .tell(Msg::EventsComplete)
        .keys("<Enter>")
        .shows("Reading…")
        .keys("<Esc>")
        .shows("Cancelled.")
        .shows("2 sessions");
    let effects = chosen.effects.len();
    let schedule = LoadedSchedule::new(Source::new("a.toml", KEPT));
    chosen.tell(Msg::ScheduleRead("a.toml".into(), Ok(Box::new(Loaded::new("a.toml".as_ref(), schedule)))));
    chosen.lacks("one").keys("<Enter>");
    assert!(chosen.effects.len() > effects, "it can be opened again");
}
