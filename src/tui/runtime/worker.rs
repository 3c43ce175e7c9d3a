//! Reads files and opens addresses on threads of its own, so that a slow disk or a large program never holds up the screen.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::{Clock, Wake, opener};
use crate::markup::Address;
use crate::program::{self, Found, Program};
use crate::tui::Msg;

/// What is found is told so often: a list that grew for each of 5,000 files would be busy with nothing else.
const PACE: Duration = Duration::from_millis(100);

/// Reads a file and tells the loop.
pub(super) fn read(path: PathBuf, wakes: &Sender<Wake>) -> io::Result<()> {
    start(wakes, move |tell| {
        let result = program::read(&path).map(Arc::<Program>::new);
        tell(Msg::Read(path, result));
    })
}

/// Looks for events and tells the loop of them while they are found.
pub(super) fn list(places: Vec<PathBuf>, wakes: &Sender<Wake>) -> io::Result<()> {
    start(wakes, move |tell| {
        let batch = Mutex::new(Batch { found: Vec::new(), told: None });
        let lock = || batch.lock().unwrap_or_else(PoisonError::into_inner);
        program::list(&places, |path, found| {
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
    found: Vec<(PathBuf, Found)>,
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
