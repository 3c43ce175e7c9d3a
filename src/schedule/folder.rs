//! From files and folders to the events in them, without keeping more of each than a list shows.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{fs, io, thread};

use chrono::{DateTime, Utc};

use super::{LoadedSchedule, ReadError, load, read};
use crate::diagnostic::Diagnostic;
use crate::model::{Dates, LanguagePreference, LocalizedText, Zone};
use crate::text::Lang;

/// A file of a folder that is larger than this is no event.
const LARGEST: u64 = 16 << 20;

/// Event files, and what programs publish.
const ENDINGS: [&str; 4] = ["toml", "xml", "json", "ics"];

/// What was found in a place; of what cannot be read, why.
#[derive(Debug, Clone)]
pub enum Found<E = ReadError> {
    /// An event.
    Event(Box<Summary>),
    /// Nothing that can be read, although somebody named it.
    Unreadable(E),
    /// A file of a folder that is no event.
    NotAnEvent,
}

/// As much of an event as a list of events says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What it is called.
    pub title: LocalizedText,
    /// When it is.
    pub dates: Dates,
    /// Whose clock its times are.
    pub zone: Zone,
    /// In which city it is.
    pub city: Option<LocalizedText>,
    /// The language of its plain texts.
    pub language: Option<Lang>,
    /// How many sessions it has.
    pub sessions: usize,
    /// How many mistakes its file has.
    pub mistakes: usize,
    /// The first of them, with its line.
    pub first: Option<(usize, Diagnostic)>,
    /// When its server last said that this is what it has, where it comes from one.
    pub fetched_at: Option<DateTime<Utc>>,
}

impl Summary {
    /// What a list says of a program.
    #[must_use]
    pub fn of(schedule: &LoadedSchedule) -> Self {
        let conference = &schedule.conference;
        let first = schedule.diagnostics.iter().find(|diagnostic| diagnostic.severity().is_mistake());
        let line = |diagnostic: &Diagnostic| schedule.source.position(diagnostic.span.start).line;
        Self {
            title: conference.title.clone(),
            dates: conference.known_dates(),
            zone: conference.zone,
            city: conference.venue.as_ref().and_then(|venue| venue.city.clone()),
            language: conference.language.clone(),
            sessions: conference.sessions.len(),
            mistakes: schedule.mistakes(),
            first: first.map(|diagnostic| (line(diagnostic), diagnostic.clone())),
            fetched_at: None,
        }
    }

    /// The reading of somebody who wants `wanted`.
    #[must_use]
    pub fn reading(&self, wanted: Option<Lang>) -> LanguagePreference {
        LanguagePreference { wanted, own: self.language.clone() }
    }
}

/// Reads these files, and of folders the event files in them, several at a time. Each path is told with what was found
/// as soon as it is known, from any thread and in any order; paths that several places lead to are told once.
pub fn list(places: &[PathBuf], tell: impl Fn(PathBuf, Found) + Sync) {
    each(&files(places), |_, file| tell(file.path.clone(), file.look()));
}

/// Reads these files, and of folders the events in them, and does something with each program, several at a time: what comes
/// of it stands in the order of the places, that of a folder by name. What is no event although nobody named it is left out.
pub fn open<T: Send>(
    places: &[PathBuf],
    work: impl Fn(&Path, LoadedSchedule) -> T + Sync,
) -> Vec<(PathBuf, Result<T, ReadError>)> {
    let done = Mutex::new(Vec::new());
    each(&files(places), |at, file| {
        if let Some(schedule) = file.open() {
            let of = schedule.map(|schedule| work(&file.path, schedule));
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, (file.path.clone(), of)));
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, of)| of).collect()
}

/// Does something with each file, several at a time; each is told with its number.
fn each(files: &[Candidate], work: impl Fn(usize, &Candidate) + Sync) {
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = files.get(at) else { break };
            work(at, file);
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(files.len());
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
}

/// A file to look into.
struct Candidate {
    path: PathBuf,
    /// Whether somebody named it, so that it must be answered for.
    is_named: bool,
    /// True if it is the only one, so that nothing else waits for it.
    is_alone: bool,
}

impl Candidate {
    fn look(&self) -> Found {
        match self.open() {
            Some(Ok(schedule)) => Found::Event(Box::new(Summary::of(&schedule))),
            Some(Err(error)) => Found::Unreadable(error),
            None => Found::NotAnEvent,
        }
    }

    /// The program in it; `None` where it is none and nobody named it.
    fn open(&self) -> Option<Result<LoadedSchedule, ReadError>> {
        // What nobody named and nobody can have written by hand is not worth the time and the memory.
        let is_large = || fs::metadata(&self.path).is_ok_and(|file| file.len() > LARGEST);
        if !self.is_named && is_large() {
            return None;
        }
        let pipe = load::refuse_pipe(&self.path).filter(|_| !self.is_alone);
        match pipe.map_or_else(|| read(&self.path), Err) {
            Ok(schedule) => (self.is_named || schedule.is_event()).then_some(Ok(schedule)),
            Err(error) => (self.is_named || error.is_fault()).then_some(Err(error)),
        }
    }
}

fn files(places: &[PathBuf]) -> Vec<Candidate> {
    let mut seen = HashSet::new();
    let named = places.iter().filter(|place| !place.is_dir());
    let named =
        named.map(|path| Candidate { path: path.clone(), is_named: true, is_alone: places.len() == 1 });
    let folders = places.iter().filter(|place| place.is_dir());
    let found = folders.flat_map(|folder| match event_files(folder) {
        Ok(files) => {
            files.into_iter().map(|path| Candidate { path, is_named: false, is_alone: false }).collect()
        }
        // A folder that cannot be looked into is answered for like a file that cannot be read.
        Err(_) => vec![Candidate { path: folder.clone(), is_named: true, is_alone: false }],
    });
    let is_new = |file: &Candidate| seen.insert(file.path.canonicalize().unwrap_or(file.path.clone()));
    named.chain(found).filter(is_new).collect()
}

/// The files in a folder that may be events by how their names end, by name; hidden ones and what only looks like a file are left out.
fn event_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let is_hidden =
        |path: &Path| path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    let is_of =
        |path: &Path, ending: &str| path.extension().is_some_and(|of| of.eq_ignore_ascii_case(ending));
    let may_be_event = |path: &Path| ENDINGS.iter().any(|ending| is_of(path, ending));
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<_> =
        paths.filter(|path| may_be_event(path) && !is_hidden(path) && path.is_file()).collect();
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in these places, a line each.
    fn found(places: &[PathBuf]) -> Vec<String> {
        let lines = Mutex::new(Vec::new());
        list(places, |path, found| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let what = match found {
                Found::Event(event) => format!("{} {}", event.sessions, event.mistakes),
                Found::Unreadable(_) => "unreadable".to_owned(),
                Found::NotAnEvent => "other".to_owned(),
            };
            lines.lock().unwrap().push(format!("{name}: {what}"));
        });
        let mut lines = lines.into_inner().unwrap();
        lines.sort();
        lines
    }

    #[test]
    fn a_folder_is_its_events_and_counts_the_rest() {
        let folder = std::env::temp_dir().join(format!("kurultai-folder-{}", std::process::id()));
        fs::create_dir_all(folder.join("folder.toml")).unwrap();
        let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
        write("a.toml", "title = 'A'\ndate = 2025-02-01\n[[agenda]]\ntitle = 's'\nstart = 'noon'\n");
        write("b.TOML", "title = 'B'\n[[agenda]]\ntitle = 's'\n[[agenda]]\ntitle = 't'\n");
        write("title.toml", "title = 'A blog'\n[author]\nname = 'x'\n");
        write("Cargo.toml", "[package]\nname = 'x'\n");
        write(".hidden.toml", "title = 'H'\ndate = 2025-02-01\n");
        write("notes.txt", "title = 'T'\ndate = 2025-02-01\n");
        write("bytes.toml", "\u{0}\u{1}title");
        write("package.json", "{\"name\": \"x\", \"title\": \"y\"}");
        write("page.xml", "<html><title>T</title></html>");
        write("day.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:s\nEND:VEVENT\nEND:VCALENDAR\n");
        let events = [
            "Cargo.toml: other",
            "a.toml: 1 1",
            "b.TOML: 2 0",
            "bytes.toml: other",
            "day.ics: 1 1",
            "package.json: other",
            "page.xml: other",
            "title.toml: other",
        ];
        assert_eq!(found(std::slice::from_ref(&folder)), events);
        let named =
            [folder.join("title.toml"), folder.join("gone.toml"), folder.join("a.toml"), folder.clone()];
        let expected = [
            "Cargo.toml: other",
            "a.toml: 1 1",
            "b.TOML: 2 0",
            "bytes.toml: other",
            "day.ics: 1 1",
            "gone.toml: unreadable",
            "package.json: other",
            "page.xml: other",
            "title.toml: 0 1",
        ];
        assert_eq!(found(&named), expected, "a file that is named is shown, and each once");
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_among_several_is_refused_and_not_opened() {
        let folder = std::env::temp_dir().join(format!("kurultai-folder-pipe-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        // Whoever opens it waits for ever: nobody writes.
        let pipe = folder.join("pipe.toml");
        drop(fs::remove_file(&pipe));
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        std::os::unix::fs::symlink(&pipe, folder.join("link.ics")).unwrap_or_default();
        fs::write(folder.join("a.toml"), "title = 'A'\n[[agenda]]\ntitle = 's'\n").unwrap();
        assert_eq!(found(std::slice::from_ref(&folder)), ["a.toml: 1 0"]);
        let named = [folder.join("a.toml"), pipe.clone(), folder.join("link.ics"), "/dev/zero".into()];
        assert_eq!(
            found(&named),
            ["a.toml: 1 0", "pipe.toml: unreadable", "zero: unreadable"].map(str::to_owned).to_vec()
        );
        let sentence = load::refuse_pipe(&pipe).unwrap().sentence(&crate::i18n::Locale::english());
        let expected = "this is a pipe or a device; such a thing is read only where it is named alone.";
        assert_eq!(sentence, format!("{}: {expected}", pipe.display()));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_whose_reader_fails_is_told_and_the_others_are_read() {
        let folder = std::env::temp_dir().join(format!("kurultai-folder-fault-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let write = |name: &str, text: &[u8]| fs::write(folder.join(name), text).unwrap();
        write("a.toml", b"title = 'A'\n[[agenda]]\ntitle = 's'\n");
        write("b.toml", crate::schedule::contained::FAULTY);
        write("c.toml", b"title = 'C'\n[[agenda]]\ntitle = 's'\n");
        assert_eq!(
            found(std::slice::from_ref(&folder)),
            ["a.toml: 1 0", "b.toml: unreadable", "c.toml: 1 0"]
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_folder_that_is_not_there_has_nothing() {
        assert_eq!(found(&[]), Vec::<String>::new());
    }
}
