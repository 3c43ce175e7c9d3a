//! [`FileWatcher`]: detects that a file was saved, by any program and in any way.
//!
//! Programs write into a file, replace it, or delete and recreate it. Therefore the folders are watched: all
//! of those on the path to the file, which may contain symlinks. An event only means that one of the names on
//! the path was touched; the file must be read to find out more.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::loop_event::LoopEvent;
use crate::clock::Clock;
use crate::tui::Msg;

/// The quiet time after which a file counts as saved, and the maximum delay if it is saved repeatedly.
const SAVED: Debounce = Debounce { quiet: Duration::from_millis(100), longest: Duration::from_millis(500) };
/// The limits for a file that is missing, has lost more than half of its size, or is open for writing:
/// the rest is probably still to come.
const PARTIAL: Debounce = Debounce { quiet: Duration::from_secs(1), longest: Duration::from_secs(5) };
/// The time in which even a large file is read on a slow machine.
const RECENT: TimeDelta = TimeDelta::seconds(5);
/// The largest number of symlinks on a path, as in the kernel.
const MAX_LINKS: usize = 40;

/// The delays for combining several events.
struct Debounce {
    quiet: Duration,
    longest: Duration,
}

/// Watches one file at a time on a separate thread, because network folders may be slow.
pub(super) struct FileWatcher {
    requests: Sender<Request>,
    file: Option<PathBuf>,
}

/// A message to the thread.
enum Request {
    /// Watch another file or none, or look up the folders of the current file again.
    Follow(Option<PathBuf>),
    /// A watched name was touched. `is_open` is true if it was written to and not yet closed.
    Touched { is_open: bool },
}

impl FileWatcher {
    /// Creates a watcher that sends these messages to the loop.
    pub(super) fn new(events: &Sender<LoopEvent>, message: fn(PathBuf) -> Msg) -> io::Result<Self> {
        let (requests, inbox) = channel();
        let mut watch = Watch {
            file: None,
            reported_length: 0,
            is_open: false,
            names: Arc::default(),
            folders: HashSet::new(),
            watcher: None,
            requests: requests.clone(),
            events: events.clone(),
            message,
        };
        thread::Builder::new().spawn(move || watch.run(&inbox))?;
        Ok(Self { requests, file: None })
    }

    /// Watches a file or none.
    pub(super) fn follow(&mut self, file: Option<&Path>) {
        if self.file.as_deref() != file {
            self.file = file.map(PathBuf::from);
            self.refresh();
        }
    }

    /// Looks up the path of the file again.
    pub(super) fn refresh(&self) {
        // The thread outlives the watcher.
        drop(self.requests.send(Request::Follow(self.file.clone())));
    }
}

/// The state of the thread.
struct Watch {
    file: Option<PathBuf>,
    /// The length of the file at the last message.
    reported_length: u64,
    /// True while a program that wrote to the file has not closed it, which only some systems report.
    is_open: bool,
    /// All watched names with their folders.
    names: Arc<Mutex<HashSet<PathBuf>>>,
    folders: HashSet<PathBuf>,
    /// Created on demand. Also `None` if the system does not support watching.
    watcher: Option<RecommendedWatcher>,
    requests: Sender<Request>,
    events: Sender<LoopEvent>,
    message: fn(PathBuf) -> Msg,
}

impl Watch {
    fn run(&mut self, inbox: &Receiver<Request>) {
        while let Ok(request) = inbox.recv() {
            match request {
                Request::Follow(file) => self.follow(file),
                Request::Touched { is_open } => {
                    self.is_open = is_open;
                    self.settle(inbox);
                }
            }
        }
    }

    fn follow(&mut self, file: Option<PathBuf>) {
        self.file = file;
        self.reported_length = self.length();
        self.is_open = false;
        self.watch();
        // It may have been saved between reading it and watching it.
        if self.is_recent() {
            drop(self.requests.send(Request::Touched { is_open: false }));
        }
    }

    /// True if the file was saved a moment ago.
    fn is_recent(&self) -> bool {
        let saved = self.file.as_ref().and_then(|file| fs::metadata(file).ok()?.modified().ok());
        let age = saved.map(|saved| Clock::System.now() - DateTime::<Utc>::from(saved));
        age.is_some_and(|age| age < RECENT)
    }

    /// Waits for the end of writing, then sends the message.
    fn settle(&mut self, inbox: &Receiver<Request>) {
        let begun = Clock::instant();
        loop {
            let is_partial = self.is_partial();
            let Debounce { quiet, longest } = if is_partial { PARTIAL } else { SAVED };
            let left = longest.saturating_sub(begun.elapsed());
            match inbox.recv_timeout(quiet.min(left)) {
                Ok(Request::Touched { is_open }) => {
                    self.is_open = is_open;
                    let is_late = begun.elapsed() >= PARTIAL.longest;
                    if left.is_zero() && (is_late || is_partial == self.is_partial()) {
                        break;
                    }
                }
                Ok(Request::Follow(file)) if file != self.file => return self.follow(file),
                // It may have become smaller in the meantime.
                Err(RecvTimeoutError::Timeout) if is_partial || !self.is_partial() => break,
                Ok(Request::Follow(_)) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        // Changes after this line are reported; earlier changes are read.
        self.watch();
        self.reported_length = self.length();
        if let Some(file) = &self.file {
            // The loop may have ended.
            drop(self.events.send(LoopEvent::Message((self.message)(file.clone()))));
        }
    }

    /// True if the rest of the file is probably still to come.
    fn is_partial(&self) -> bool {
        self.is_open || self.length() < self.reported_length / 2
    }

    fn length(&self) -> u64 {
        let file = self.file.as_ref().and_then(|file| fs::metadata(file).ok());
        file.map_or(0, |file| file.len())
    }

    /// Watches every folder on the path, including those already watched, which may have been replaced.
    fn watch(&mut self) {
        let names = self.file.as_deref().map(names).unwrap_or_default();
        let folders: HashSet<PathBuf> = names.iter().map(|(folder, _)| folder.clone()).collect();
        *lock(&self.names) = names
            .into_iter()
            .map(|(folder, name)| folder.join(name))
            .chain(folders.iter().cloned())
            .collect();
        if self.watcher.is_none() && !folders.is_empty() {
            self.watcher = self.watcher();
        }
        let Some(watcher) = &mut self.watcher else { return };
        // Skip a folder that cannot be watched; the user can still reload the file.
        for folder in self.folders.difference(&folders) {
            drop(watcher.unwatch(folder));
        }
        for folder in &folders {
            drop(watcher.watch(folder, RecursiveMode::NonRecursive));
        }
        self.folders = folders;
    }

    fn watcher(&self) -> Option<RecommendedWatcher> {
        let (names, requests) = (Arc::clone(&self.names), self.requests.clone());
        let handler = move |event: notify::Result<Event>| {
            // If events were missed, assume a change.
            let Ok(event) = event else { return };
            let is_relevant = event.need_rescan()
                || (changes(event.kind) && {
                    let names = lock(&names);
                    event.paths.iter().any(|path| names.contains(path))
                });
            if is_relevant {
                drop(requests.send(Request::Touched { is_open: leaves_open(event.kind) }));
            }
        };
        notify::recommended_watcher(handler).ok()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// True if an event may be a change, rather than a read.
fn changes(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// True if a program has written to the file and will close it, which only inotify reports.
fn leaves_open(kind: EventKind) -> bool {
    let reports_close = cfg!(any(target_os = "linux", target_os = "android")); // not UI text
    reports_close && matches!(kind, EventKind::Modify(ModifyKind::Data(_)))
}

/// Returns every name that determines the meaning of a path: its own and those of symlinks on the path, each
/// with its real folder. Ends at the first missing one.
fn names(path: &Path) -> Vec<(PathBuf, OsString)> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    // The remaining steps in reverse order.
    let steps = |path: &Path| {
        path.components().rev().map(|step| step.as_os_str().to_owned()).collect::<Vec<OsString>>()
    };
    let (mut ahead, mut here, mut found, mut links) = (steps(&path), PathBuf::new(), Vec::new(), 0);
    while let Some(step) = ahead.pop() {
        match Path::new(&step).components().next() {
            Some(Component::Normal(_)) => {}
            Some(Component::ParentDir) => {
                here.pop();
                continue;
            }
            Some(Component::Prefix(_) | Component::RootDir) => {
                here.push(step);
                continue;
            }
            Some(Component::CurDir) | None => continue,
        }
        let next = here.join(&step);
        let target = fs::read_link(&next).ok().filter(|_| links < MAX_LINKS);
        let is_there = next.symlink_metadata().is_ok();
        if target.is_some() || ahead.is_empty() || !is_there {
            found.push((here.clone(), step));
        }
        match target {
            // Pushing the root of an absolute target replaces the path.
            Some(target) => {
                links += 1;
                ahead.extend(steps(&target));
            }
            None if !is_there => break,
            None => here = next,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn a_save_before_watching_is_reported() {
        let file = std::env::temp_dir().join(format!("kurultai-fresh-{}", std::process::id()));
        let told_after = |age: Duration| {
            let saved = SystemTime::from(Clock::System.now()).checked_sub(age).unwrap();
            File::create(&file).unwrap().set_modified(saved).unwrap();
            let (events, inbox) = channel();
            let mut follower = FileWatcher::new(&events, Msg::ScheduleFileChanged).unwrap();
            follower.follow(Some(&file));
            match inbox.recv_timeout(Duration::from_secs(1)) {
                Ok(LoopEvent::Message(Msg::ScheduleFileChanged(path))) => Some(path),
                _ => None,
            }
        };
        assert_eq!(told_after(Duration::ZERO), Some(file.clone()));
        assert_eq!(told_after(Duration::from_secs(60)), None);
        fs::remove_file(file).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn every_link_on_the_path_is_watched_up_to_a_missing_name() {
        use std::os::unix::fs::symlink;

        let root = std::env::temp_dir().join(format!("kurultai-names-{}", std::process::id()));
        drop(fs::remove_dir_all(&root));
        fs::create_dir_all(root.join("a/b")).unwrap();
        let root = root.canonicalize().unwrap();
        fs::write(root.join("a/b/file"), "").unwrap();
        symlink("a", root.join("folder")).unwrap();
        symlink("../a/./b/file", root.join("a/relative")).unwrap();
        symlink(root.join("a/relative"), root.join("absolute")).unwrap();
        symlink("loop", root.join("loop")).unwrap();
        let names = |path: &str| {
            let names = names(&root.join(path)).into_iter().map(|(folder, name)| folder.join(name));
            let names = names.map(|path| path.strip_prefix(&root).unwrap().to_string_lossy().into_owned());
            names.collect::<Vec<_>>()
        };
        assert_eq!(names("a/b/file"), ["a/b/file"]);
        assert_eq!(names("a/b/../b/./file"), ["a/b/file"]);
        assert_eq!(names("a/b/none"), ["a/b/none"]);
        assert_eq!(names("a/none/file"), ["a/none"]);
        assert_eq!(names("folder/b/file"), ["folder", "a/b/file"]);
        assert_eq!(names("absolute"), ["absolute", "a/relative", "a/b/file"]);
        assert_eq!(names("folder/relative"), ["folder", "a/relative", "a/b/file"]);
        assert_eq!(names("loop").len(), MAX_LINKS + 1);
        fs::remove_dir_all(root).unwrap();
    }
}
