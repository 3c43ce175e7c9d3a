//! [`FileWatcher`]: tells that a file was saved, by whatever program and in whatever way.
//!
//! Programs write into a file, put another one in its place, or take it away and make it anew. So what is watched are
//! folders: all that have a say in which file is meant, for on the way to it there may be links. What is told is only that
//! something happened to one of the names on that way; what came of it is found out by reading.

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

use super::{Clock, LoopEvent};
use crate::tui::Msg;

/// After so long nobody is writing any more; but while somebody saves again and again, it is told after so long.
const SAVED: Debounce = Debounce { quiet: Duration::from_millis(100), longest: Duration::from_millis(500) };
/// The delay for a file that is gone, lost more than half, or is open for writing: the rest is still to come.
const HALF: Debounce = Debounce { quiet: Duration::from_secs(1), longest: Duration::from_secs(5) };
/// A file is read within this time, also a large one on a slow machine.
const FRESH: TimeDelta = TimeDelta::seconds(5);
/// So many links may lead to a file, as the system has it.
const MOST_LINKS: usize = 40;

/// How long is waited for the end of something.
struct Debounce {
    quiet: Duration,
    longest: Duration,
}

/// Follows one file at a time, on a thread of its own: to ask for the state of a folder may take long where it is far away.
pub(super) struct FileWatcher {
    orders: Sender<Order>,
    file: Option<PathBuf>,
}

/// What the thread hears.
enum Order {
    /// Another file is to be followed, or none; or the same with its folders looked up anew.
    Follow(Option<PathBuf>),
    /// Something happened to one of the names that count. It was written into, and not closed yet, or anything else.
    Touched { is_open: bool },
}

impl FileWatcher {
    /// A follower that tells the loop of a file in these words.
    pub(super) fn new(wakes: &Sender<LoopEvent>, told: fn(PathBuf) -> Msg) -> io::Result<Self> {
        let (orders, inbox) = channel();
        let mut watch = Watch {
            file: None,
            told_length: 0,
            is_open: false,
            names: Arc::default(),
            folders: HashSet::new(),
            watcher: None,
            orders: orders.clone(),
            wakes: wakes.clone(),
            told,
        };
        thread::Builder::new().spawn(move || watch.run(&inbox))?;
        Ok(Self { orders, file: None })
    }

    /// Follows this file, or none.
    pub(super) fn follow(&mut self, file: Option<&Path>) {
        if self.file.as_deref() != file {
            self.file = file.map(PathBuf::from);
            self.again();
        }
    }

    /// Looks up anew where the file is that is followed, since somebody asks for it.
    pub(super) fn again(&self) {
        // The thread lives as long as we do.
        drop(self.orders.send(Order::Follow(self.file.clone())));
    }
}

/// What the thread knows.
struct Watch {
    file: Option<PathBuf>,
    /// How many bytes the file had when it was told last.
    told_length: u64,
    /// True while a program that wrote into the file has not closed it; only known where the system tells that.
    is_open: bool,
    /// All names that count, and the folders that they are in.
    names: Arc<Mutex<HashSet<PathBuf>>>,
    folders: HashSet<PathBuf>,
    /// Made when there is something to watch; `None`, too, where the system lets nobody watch.
    watcher: Option<RecommendedWatcher>,
    orders: Sender<Order>,
    wakes: Sender<LoopEvent>,
    /// What is told of a file.
    told: fn(PathBuf) -> Msg,
}

impl Watch {
    fn run(&mut self, inbox: &Receiver<Order>) {
        while let Ok(order) = inbox.recv() {
            match order {
                Order::Follow(file) => self.follow(file),
                Order::Touched { is_open } => {
                    self.is_open = is_open;
                    self.settle(inbox);
                }
            }
        }
    }

    fn follow(&mut self, file: Option<PathBuf>) {
        self.file = file;
        self.told_length = self.length();
        self.is_open = false;
        self.watch();
        // It may have been saved after it was read and before it was watched.
        if self.is_fresh() {
            drop(self.orders.send(Order::Touched { is_open: false }));
        }
    }

    /// Whether the file was saved within the last moments.
    fn is_fresh(&self) -> bool {
        let saved = self.file.as_ref().and_then(|file| fs::metadata(file).ok()?.modified().ok());
        let age = saved.map(|saved| Clock::System.now() - DateTime::<Utc>::from(saved));
        age.is_some_and(|age| age < FRESH)
    }

    /// Waits until whoever writes has ended, and tells.
    fn settle(&mut self, inbox: &Receiver<Order>) {
        let begun = Clock::instant();
        loop {
            let is_half = self.is_half();
            let Debounce { quiet, longest } = if is_half { HALF } else { SAVED };
            let left = longest.saturating_sub(begun.elapsed());
            match inbox.recv_timeout(quiet.min(left)) {
                Ok(Order::Touched { is_open }) => {
                    self.is_open = is_open;
                    let is_late = begun.elapsed() >= HALF.longest;
                    if left.is_zero() && (is_late || is_half == self.is_half()) {
                        break;
                    }
                }
                Ok(Order::Follow(file)) if file != self.file => return self.follow(file),
                // It may have become half of itself while nothing was told of it yet.
                Err(RecvTimeoutError::Timeout) if is_half || !self.is_half() => break,
                Ok(Order::Follow(_)) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        // What happens from here on is told, and what happened until now is read.
        self.watch();
        self.told_length = self.length();
        if let Some(file) = &self.file {
            // When nobody listens any more, the program has ended.
            drop(self.wakes.send(LoopEvent::Told((self.told)(file.clone()))));
        }
    }

    /// True if the rest of the file is most likely still to come.
    fn is_half(&self) -> bool {
        self.is_open || self.length() < self.told_length / 2
    }

    fn length(&self) -> u64 {
        let file = self.file.as_ref().and_then(|file| fs::metadata(file).ok());
        file.map_or(0, |file| file.len())
    }

    /// Watches every folder that has a say. One that is watched already is asked for again: it may be another one by now.
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
        // What cannot be watched is not followed; whoever looks can still have it read.
        for folder in self.folders.difference(&folders) {
            drop(watcher.unwatch(folder));
        }
        for folder in &folders {
            drop(watcher.watch(folder, RecursiveMode::NonRecursive));
        }
        self.folders = folders;
    }

    fn watcher(&self) -> Option<RecommendedWatcher> {
        let (names, orders) = (Arc::clone(&self.names), self.orders.clone());
        let tell = move |event: notify::Result<Event>| {
            // That something was missed may mean anything.
            let Ok(event) = event else { return };
            let counts = event.need_rescan()
                || (changes(event.kind) && {
                    let names = lock(&names);
                    event.paths.iter().any(|path| names.contains(path))
                });
            if counts {
                drop(orders.send(Order::Touched { is_open: leaves_open(event.kind) }));
            }
        };
        notify::recommended_watcher(tell).ok()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether something may have changed: to read a file, as we do, changes nothing.
fn changes(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// True if a program has written into the file and will close it, which is told, too: only inotify does so.
fn leaves_open(kind: EventKind) -> bool {
    let is_told = cfg!(any(target_os = "linux", target_os = "android")); // technical, not shown
    is_told && matches!(kind, EventKind::Modify(ModifyKind::Data(_)))
}

/// All that decides which file a path means: its own name and those of the links on the way to it, each in the folder in
/// which it really is. What is missing on the way ends it.
fn names(path: &Path) -> Vec<(PathBuf, OsString)> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    // What is still to be gone, the next at the end.
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
        let target = fs::read_link(&next).ok().filter(|_| links < MOST_LINKS);
        let is_there = next.symlink_metadata().is_ok();
        if target.is_some() || ahead.is_empty() || !is_there {
            found.push((here.clone(), step));
        }
        match target {
            // An absolute one leads away from here, as pushing its root does.
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
    fn what_was_saved_before_it_was_watched_is_told() {
        let file = std::env::temp_dir().join(format!("kurultai-fresh-{}", std::process::id()));
        let told_after = |age: Duration| {
            let saved = SystemTime::from(Clock::System.now()).checked_sub(age).unwrap();
            File::create(&file).unwrap().set_modified(saved).unwrap();
            let (wakes, inbox) = channel();
            let mut follower = FileWatcher::new(&wakes, Msg::Changed).unwrap();
            follower.follow(Some(&file));
            match inbox.recv_timeout(Duration::from_secs(1)) {
                Ok(LoopEvent::Told(Msg::Changed(path))) => Some(path),
                _ => None,
            }
        };
        assert_eq!(told_after(Duration::ZERO), Some(file.clone()));
        assert_eq!(told_after(Duration::from_secs(60)), None);
        fs::remove_file(file).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn every_link_on_the_way_counts_and_what_is_missing_ends_it() {
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
        assert_eq!(names("loop").len(), MOST_LINKS + 1);
        fs::remove_dir_all(root).unwrap();
    }
}
