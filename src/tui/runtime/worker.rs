//! Reads files on threads of its own, so that a slow disk or a large program never holds up the screen.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::Wake;
use crate::program::{self, Program};
use crate::tui::Msg;

/// Reads a file and tells the loop.
pub(super) fn read(path: PathBuf, wakes: &Sender<Wake>) -> io::Result<()> {
    start(wakes, move |tell| {
        let result = program::read(&path).map(Arc::<Program>::new);
        tell(Msg::Read(path, result));
    })
}

/// Looks for events and tells the loop of each as it is found.
pub(super) fn list(places: Vec<PathBuf>, wakes: &Sender<Wake>) -> io::Result<()> {
    start(wakes, move |tell| {
        program::list(&places, |path, found| tell(Msg::Found(path, found)));
        tell(Msg::Listed);
    })
}

fn start(wakes: &Sender<Wake>, work: impl FnOnce(&(dyn Fn(Msg) + Sync)) + Send + 'static) -> io::Result<()> {
    let wakes = wakes.clone();
    thread::Builder::new().spawn(move || {
        // When nobody listens any more, the program has ended.
        work(&|msg| drop(wakes.send(Wake::Told(msg))));
    })?;
    Ok(())
}
