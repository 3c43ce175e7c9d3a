//! Reads files and opens addresses on threads of its own, so that a slow disk or a large program never holds up the screen.

use std::cell::Cell;
use std::env;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::{Clock, Wake, opener};
use crate::fetch::{self, FetchError, Fetcher, OpenError, Refreshed};
use crate::markup::Address;
use crate::program::Found;
use crate::store::Folders;
use crate::text::Clean;
use crate::tui::{Arrival, Hunt, Msg, Opened};

/// What is found is told so often: a list that grew for each of 5,000 files would be busy with nothing else.
const PACE: Duration = Duration::from_millis(100);

/// So often may somebody write their plan to one folder.
const MOST_FILES: usize = 1000;

/// Where programs come from, and what the user has beside them.
#[derive(Debug, Clone)]
pub(super) struct Sources {
    pub(super) folders: Option<Folders>,
    pub(super) fetcher: Fetcher,
}

/// Reads a file, or what was kept of an address, and tells the loop.
pub(super) fn read(path: PathBuf, from: Sources, wakes: &Sender<Wake>) -> io::Result<()> {
    start(wakes, move |tell| {
        let result = Opened::read(&path, from.folders.as_ref(), &from.fetcher).map(Box::new);
        tell(Msg::Read(path, result));
    })
}

/// Asks an address and tells the loop, also how much has come. `now` is how late it is.
pub(super) fn fetch(
    path: PathBuf,
    from: Sources,
    now: DateTime<Utc>,
    wakes: &Sender<Wake>,
) -> io::Result<()> {
    start(wakes, move |tell| {
        let told = Cell::new(None);
        let progress = |bytes, all| {
            let now = Clock::instant();
            if told.get().is_none_or(|told| now.duration_since(told) >= PACE) {
                told.set(Some(now));
                tell(Msg::Fetching(path.clone(), bytes, all));
            }
        };
        let result = fetched(&path, &from, now, &progress);
        tell(Msg::Fetched(path, result));
    })
}

fn fetched(
    path: &Path,
    from: &Sources,
    now: DateTime<Utc>,
    progress: &dyn Fn(u64, Option<u64>),
) -> Result<Arrival, FetchError> {
    let address = from.fetcher.address(fetch::Address::meant(path).unwrap_or_default())?;
    match from.fetcher.refresh(&address, now, progress)? {
        Refreshed::Same => Ok(Arrival::Same(now)),
        Refreshed::New { program, unkept } => {
            let opened = Opened { fetched_at: Some(now), ..Opened::of(path, *program) };
            let opened = Box::new(opened.with_files(from.folders.as_ref()));
            let unkept = unkept.map(|error| Clean::line(&error.to_string()));
            Ok(Arrival::New { opened, unkept })
        }
    }
}

/// Looks for events and tells the loop of them while they are found.
pub(super) fn list(places: Vec<PathBuf>, fetcher: Fetcher, wakes: &Sender<Wake>) -> io::Result<()> {
    start(wakes, move |tell| {
        let batch = Mutex::new(Batch { found: Vec::new(), told: None });
        let lock = || batch.lock().unwrap_or_else(PoisonError::into_inner);
        fetcher.list(&places, |path, found| {
            let mut batch = lock();
            batch.found.push((path, found));
            let now = Clock::instant();
            if batch.told.is_none_or(|told| now.duration_since(told) >= PACE) {
                batch.told = Some(now);
                tell(Msg::Found(std::mem::take(&mut batch.found)));
            }
        });
        tell(Msg::Found(std::mem::take(&mut lock().found)));
        tell(Msg::Listed);
    })
}

/// Looks for something and tells the loop.
pub(super) fn find(hunt: Hunt, wakes: &Sender<Wake>) -> io::Result<()> {
    start(wakes, move |tell| tell(Msg::Caught(hunt.run())))
}

/// Writes a calendar to a new file and tells the loop.
pub(super) fn export(name: String, text: String, wakes: &Sender<Wake>) -> io::Result<()> {
    start(wakes, move |tell| {
        let written = new_file(&name, &text).map_err(|error| error.to_string());
        tell(Msg::Exported(written));
    })
}

/// Writes a file that was not there before, where one is; where that cannot be, in the home folder.
fn new_file(name: &str, text: &str) -> io::Result<PathBuf> {
    let here = env::current_dir().unwrap_or_default();
    in_folder(&here, name, text).or_else(|error| {
        let home = env::home_dir().ok_or(error)?;
        in_folder(&home, name, text)
    })
}

fn in_folder(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    for number in 1..MOST_FILES {
        let number = if number == 1 { String::new() } else { format!("-{number}") };
        let path = folder.join(format!("{name}{number}.ics")); // technical, not shown
        match File::create_new(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Opens an address; the loop is told only when that cannot be done.
pub(super) fn open(address: Address, wakes: &Sender<Wake>) -> io::Result<()> {
    start(wakes, move |tell| {
        if opener::open(&address).is_err() {
            tell(Msg::CannotOpen(address));
        }
    })
}

/// What was found and not told yet.
struct Batch {
    found: Vec<(PathBuf, Found<OpenError>)>,
    /// When something was told last.
    told: Option<Instant>,
}

fn start(wakes: &Sender<Wake>, work: impl FnOnce(&(dyn Fn(Msg) + Sync)) + Send + 'static) -> io::Result<()> {
    let wakes = wakes.clone();
    thread::Builder::new().spawn(move || {
        // When nobody listens any more, the program has ended.
        work(&|msg| drop(wakes.send(Wake::Told(msg))));
    })?;
    Ok(())
}
