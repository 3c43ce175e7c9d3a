//! Reads files and opens URLs on separate threads, so that a slow disk or a large schedule never blocks the
//! screen.

use std::cell::Cell;
use std::env;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::loop_event::LoopEvent;
use super::opener;
use crate::clock::Clock;
use crate::fetch::{self, FetchError, Fetcher, OpenError, Refresh};
use crate::schedule::{Found, PendingRead};
use crate::store::Folders;
use crate::tui::{Arrival, Loaded, Msg, SearchRequest};
use kurultai_schedule::format::ical;
use kurultai_schedule::markup::LinkUrl;
use kurultai_schedule::text::SafeText;

/// The interval of progress reports, because one for each of 5,000 files would be too many.
const REPORT_INTERVAL: Duration = Duration::from_millis(100);

/// The largest number of exported files with the same name in a folder.
const MAX_FILES: usize = 1000;
/// The size limit for replacing an exported plan.
const MAX_SIZE: u64 = 16 << 20;

/// The sources of schedules and the user's files.
#[derive(Debug, Clone)]
pub(super) struct Sources {
    pub(super) folders: Option<Folders>,
    pub(super) fetcher: Fetcher,
    /// The file that began to be read before the screen was set up.
    pub(super) underway: Arc<Mutex<Option<PendingRead>>>,
}

/// Reads a file, or the cached copy of a URL.
pub(super) fn read(path: PathBuf, sources: Sources, events: &Sender<LoopEvent>) -> io::Result<()> {
    start(events, move |send| {
        let mut underway = sources.underway.lock().unwrap_or_else(PoisonError::into_inner);
        let underway = underway.take_if(|underway| underway.path() == path);
        let folders = sources.folders.as_ref();
        let result = match underway {
            Some(underway) => underway
                .wait()
                .map(|schedule| Loaded::new(&path, schedule).with_files(folders))
                .map_err(OpenError::from),
            None => Loaded::read(&path, folders, &sources.fetcher),
        };
        send(Msg::ScheduleRead(path, result.map(Box::new)));
    })
}

/// Downloads a URL and reports progress. `now` is the current time.
pub(super) fn fetch(
    path: PathBuf,
    sources: Sources,
    now: DateTime<Utc>,
    events: &Sender<LoopEvent>,
) -> io::Result<()> {
    start(events, move |send| {
        let reported = Cell::new(None);
        let progress = |bytes, all| {
            let now = Clock::instant();
            if reported.get().is_none_or(|reported| now.duration_since(reported) >= REPORT_INTERVAL) {
                reported.set(Some(now));
                send(Msg::Fetching(path.clone(), bytes, all));
            }
        };
        let result = fetched(&path, &sources, now, &progress);
        send(Msg::Fetched(path, result));
    })
}

fn fetched(
    path: &Path,
    sources: &Sources,
    now: DateTime<Utc>,
    progress: &dyn Fn(u64, Option<u64>),
) -> Result<Arrival, FetchError> {
    let address = sources.fetcher.address(fetch::ScheduleUrl::from_path(path).unwrap_or_default())?;
    match sources.fetcher.refresh(&address, now, progress)? {
        Refresh::Unchanged => Ok(Arrival::Same(now)),
        Refresh::New { schedule, unkept } => {
            let opened = Loaded { fetched_at: Some(now), ..Loaded::new(path, *schedule) };
            let opened = Box::new(opened.with_files(sources.folders.as_ref()));
            let unkept = unkept.map(|error| SafeText::line(&error.to_string()));
            Ok(Arrival::New { opened, unkept })
        }
    }
}

/// Searches folders for schedules and reports them in batches.
pub(super) fn list(places: Vec<PathBuf>, fetcher: Fetcher, events: &Sender<LoopEvent>) -> io::Result<()> {
    start(events, move |send| {
        let batch = Mutex::new(Batch { found: Vec::new(), reported: None });
        let lock = || batch.lock().unwrap_or_else(PoisonError::into_inner);
        fetcher.list(&places, |path, found| {
            let mut batch = lock();
            batch.found.push((path, found));
            let now = Clock::instant();
            if batch.reported.is_none_or(|reported| now.duration_since(reported) >= REPORT_INTERVAL) {
                batch.reported = Some(now);
                send(Msg::EventsFound(std::mem::take(&mut batch.found)));
            }
        });
        send(Msg::EventsFound(std::mem::take(&mut lock().found)));
        send(Msg::EventsComplete);
    })
}

/// Runs a search.
pub(super) fn search(request: SearchRequest, events: &Sender<LoopEvent>) -> io::Result<()> {
    start(events, move |send| send(Msg::SearchFinished(request.run())))
}

/// Writes a calendar to a file; replaces an earlier one of the same plan.
pub(super) fn export(name: String, text: String, of: String, events: &Sender<LoopEvent>) -> io::Result<()> {
    start(events, move |send| {
        let data = Folders::find().map(|folders| folders.data).unwrap_or_default();
        let owner = ical::owner(&[&of, &data.to_string_lossy()]);
        let text = ical::keep(&text, &owner, false);
        let written = write_calendar(&name, &text, &owner).map_err(|error| error.to_string());
        send(Msg::Exported(written));
    })
}

/// Writes a file to the current folder, or else to the home folder.
fn write_calendar(name: &str, text: &str, owner: &str) -> io::Result<PathBuf> {
    let here = env::current_dir().unwrap_or_default();
    write_in_folder(&here, name, text, owner).or_else(|error| {
        let home = env::home_dir().ok_or(error)?;
        write_in_folder(&home, name, text, owner)
    })
}

/// Writes a file under the first name that is unused or belongs to the same owner.
fn write_in_folder(folder: &Path, name: &str, text: &str, owner: &str) -> io::Result<PathBuf> {
    for number in 1..MAX_FILES {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let path = folder.join(format!("{name}{number}.ics")); // not UI text
        match File::create_new(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if is_owned(&path, owner) {
                    replace(&path, text)?;
                    return Ok(path);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// True if a regular file is a calendar of the same plan.
fn is_owned(path: &Path, owner: &str) -> bool {
    let is_small = |about: fs::Metadata| about.is_file() && about.len() <= MAX_SIZE;
    fs::symlink_metadata(path).is_ok_and(is_small)
        && fs::read_to_string(path).is_ok_and(|text| ical::is_kept_by(&text, owner))
}

/// Replaces a file atomically.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let beside = path.with_extension(std::process::id().to_string());
    let mut file = File::create_new(&beside)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    let placed = written.and_then(|()| fs::rename(&beside, path));
    if placed.is_err() {
        // A leftover temporary file is not worth an error.
        let _ = fs::remove_file(&beside);
    }
    placed
}

/// Opens a URL; reports only a failure.
pub(super) fn open(address: LinkUrl, events: &Sender<LoopEvent>) -> io::Result<()> {
    start(events, move |send| {
        if opener::open(&address).is_err() {
            send(Msg::CannotOpen(address));
        }
    })
}

/// Schedules that were found but not reported yet.
struct Batch {
    found: Vec<(PathBuf, Found<OpenError>)>,
    /// The time of the last report.
    reported: Option<Instant>,
}

fn start(
    events: &Sender<LoopEvent>,
    work: impl FnOnce(&(dyn Fn(Msg) + Sync)) + Send + 'static,
) -> io::Result<()> {
    let events = events.clone();
    thread::Builder::new().spawn(move || {
        // The loop may have ended.
        work(&|msg| drop(events.send(LoopEvent::Message(msg))));
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader};
    use std::net::{SocketAddr, TcpListener, TcpStream};
    use std::sync::mpsc::{Receiver, channel};

    use super::*;
    use crate::fetch::{Cache, FetchErrorKind, Policy};

    #[test]
    fn a_plan_is_written_over_its_own_file_and_over_no_other() {
        let folder = env::temp_dir().join(format!("kurultai-export-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let calendar =
            |what: &str| format!("BEGIN:VCALENDAR\r\nPRODID:-//kurultai//kurultai//EN\r\nX-WHAT:{what}\r\n");
        let export = |what: &str, owner: &str| {
            let path = write_in_folder(&folder, "t-plan", &ical::keep(&calendar(what), owner, false), owner)
                .unwrap();
            path.file_name().unwrap().to_str().unwrap().to_owned()
        };
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        assert_eq!(export("one", "me"), "t-plan.ics");
        assert_eq!(export("two", "me"), "t-plan.ics");
        assert!(read("t-plan.ics").contains("X-WHAT:two"));
        // Another user's plan for the same conference, an exported schedule, and an unrelated file with this
        // name.
        assert_eq!(export("three", "friend"), "t-plan-2.ics");
        fs::write(folder.join("t-plan.ics"), calendar("schedule")).unwrap();
        fs::write(folder.join("t-plan-3.ics"), "mine\n").unwrap();
        assert_eq!(export("four", "me"), "t-plan-4.ics");
        assert_eq!(export("five", "me"), "t-plan-4.ics");
        assert_eq!((read("t-plan.ics"), read("t-plan-3.ics")), (calendar("schedule"), "mine\n".to_owned()));
        assert!(
            read("t-plan-2.ics").contains("X-WHAT:three") && read("t-plan-4.ics").contains("X-WHAT:five")
        );
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 4);
        fs::remove_dir_all(&folder).unwrap();
    }

    const PROGRAM: &str = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'one'\n";
    const OTHER: &str = "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'two'\n";

    /// Starts a server with these responses in order.
    fn serve(answers: Vec<(&'static str, String)>) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let plain = listener.local_addr().unwrap();
        thread::spawn(move || {
            for ((status, body), stream) in answers.into_iter().zip(listener.incoming()) {
                answer(stream.unwrap(), status, &body);
            }
        });
        plain
    }

    fn answer(mut stream: TcpStream, status: &str, body: &str) {
        let lines = BufReader::new(stream.try_clone().unwrap()).lines();
        lines.take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty())).for_each(drop);
        let length = body.len();
        write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}")
            .unwrap();
    }

    /// Returns all messages until the request ends.
    fn reported(inbox: &Receiver<LoopEvent>) -> Vec<Msg> {
        let mut reported = Vec::new();
        while !matches!(reported.last(), Some(Msg::Fetched(..) | Msg::ScheduleRead(..))) {
            let LoopEvent::Message(msg) = inbox.recv().unwrap() else { panic!("something else") };
            reported.push(msg);
        }
        reported
    }

    fn titles(msg: &Msg) -> Vec<String> {
        let (Msg::Fetched(_, Ok(Arrival::New { opened, .. })) | Msg::ScheduleRead(_, Ok(opened))) = msg
        else {
            panic!("{msg:?}")
        };
        let conference = &opened.schedule.conference;
        let title = |texts: &kurultai_schedule::model::LocalizedText| {
            texts.get(&conference.reading(None)).to_string()
        };
        conference.sessions.iter().filter_map(|session| session.title.as_ref().map(title)).collect()
    }

    #[test]
    fn a_url_is_fetched_and_then_cached() {
        let large = format!("{OTHER}{}", "# as large as a program may be\n".repeat(9000));
        let answers = vec![
            ("200 OK", PROGRAM.to_owned()),
            ("200 OK", PROGRAM.to_owned()),
            ("200 OK", "<!DOCTYPE html><title>Log in</title>".to_owned()),
            ("500 Broken", String::new()),
            ("200 OK", large),
        ];
        let plain = serve(answers);
        let folder = env::temp_dir().join(format!("kurultai-worker-{}", std::process::id()));
        let policy = Policy { allow_plain_http_to: Some(plain), uses_proxy: false, ..Policy::public() };
        let fetcher = Fetcher::new(policy, Some(Cache::new(folder.clone())));
        let sources = Sources { folders: None, fetcher, underway: Arc::default() };
        let path = PathBuf::from(format!("http://{plain}/program"));
        let (events, inbox) = channel();
        let read = || {
            read(path.clone(), sources.clone(), &events).unwrap();
            reported(&inbox).pop().unwrap()
        };
        let fetch = |now: &str| {
            fetch(path.clone(), sources.clone(), now.parse().unwrap(), &events).unwrap();
            reported(&inbox)
        };
        let at = |time: &str| Some(time.parse::<DateTime<Utc>>().unwrap());
        assert!(matches!(read(), Msg::ScheduleRead(_, Err(OpenError::NotFetched(_)))));
        let first = fetch("2025-02-01T10:00:00Z");
        assert!(matches!(first[0], Msg::Fetching(_, bytes, Some(all)) if bytes == all), "{first:?}");
        assert_eq!(titles(&first[1]), ["one"]);
        let Msg::ScheduleRead(_, Ok(kept)) = read() else { panic!("nothing kept") };
        assert_eq!(
            (kept.fetched_at, kept.schedule.conference.sessions.len()),
            (at("2025-02-01T10:00:00Z"), 1)
        );
        // An unchanged schedule, a login page and an error; each keeps the cached copy.
        let same = fetch("2025-02-01T11:00:00Z").pop().unwrap();
        assert!(
            matches!(same, Msg::Fetched(_, Ok(Arrival::Same(now))) if Some(now) == at("2025-02-01T11:00:00Z"))
        );
        for why in [FetchErrorKind::Page, FetchErrorKind::Status(500)] {
            let failed = fetch("2025-02-01T12:00:00Z").pop().unwrap();
            assert!(matches!(&failed, Msg::Fetched(_, Err(error)) if *error.kind() == why), "{failed:?}");
            assert_eq!(titles(&read()), ["one"]);
        }
        let last = fetch("2025-02-01T13:00:00Z");
        assert_eq!(titles(last.last().unwrap()), ["two"]);
        assert!(last.len() < 10, "progress is told at a pace: {}", last.len());
        fs::remove_dir_all(folder).unwrap();
    }
}
