//! Finds and summarizes the events in files and folders.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{fs, io, thread};

use chrono::{DateTime, Utc};

use super::{LoadedSchedule, ReadError, load, read};
use kurultai_schedule::diagnostic::Diagnostic;
use kurultai_schedule::model::{Dates, LanguagePreference, LocalizedText, Zone};
use kurultai_schedule::text::Lang;

/// The size limit of files that are found in folders.
const MAX_BYTES: u64 = 16 << 20;

/// File name extensions of event files and published schedules.
const ENDINGS: &[&str] = &["toml", "xml", "json", "ics", "csv"];

/// The result for one path.
#[derive(Debug, Clone)]
pub enum Found<E = ReadError> {
    /// A schedule.
    Event(Box<Summary>),
    /// A file from the arguments that cannot be read.
    Unreadable(E),
    /// A file in a folder that is not a schedule.
    NotAnEvent,
}

/// The properties for the event list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The title.
    pub title: LocalizedText,
    /// The dates.
    pub dates: Dates,
    /// The time zone.
    pub zone: Zone,
    /// The city of the venue.
    pub city: Option<LocalizedText>,
    /// The language of untagged texts.
    pub language: Option<Lang>,
    /// The number of sessions.
    pub sessions: usize,
    /// The number of errors and warnings.
    pub mistakes: usize,
    /// The first error or warning, with its line.
    pub first: Option<(usize, Diagnostic)>,
    /// The time of the server's last answer, for a schedule from a URL.
    pub fetched_at: Option<DateTime<Utc>>,
}

impl Summary {
    /// Summarizes a schedule.
    #[must_use]
    pub fn new(schedule: &LoadedSchedule) -> Self {
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

    /// Returns the language preference of a viewer who wants `wanted`.
    #[must_use]
    pub fn reading(&self, wanted: Option<Lang>) -> LanguagePreference {
        LanguagePreference { wanted, own: self.language.clone() }
    }
}

/// Summarizes the given files and the events in the given folders in parallel. Calls `tell` once for each
/// file, from any thread and in any order.
pub fn list(places: &[PathBuf], tell: impl Fn(PathBuf, Found) + Sync) {
    each(&files(places), |_, file| tell(file.path.clone(), file.look()));
}

/// Loads the given files and the events in the given folders, and calls `work` with each, in parallel.
/// Results are in the order of the places, and by name within a folder. Skips other files in folders.
pub fn open<T: Send>(
    places: &[PathBuf],
    work: impl Fn(&Path, LoadedSchedule) -> T + Sync,
) -> Vec<(PathBuf, Result<T, ReadError>)> {
    let done = Mutex::new(Vec::new());
    each(&files(places), |at, file| {
        if let Some(schedule) = file.open() {
            let worked = schedule.map(|schedule| work(&file.path, schedule));
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, (file.path.clone(), worked)));
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, worked)| worked).collect()
}

/// Calls `work` with the index of each file, in parallel.
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

struct Candidate {
    path: PathBuf,
    /// True if the user named it, so that errors must be reported.
    is_named: bool,
    /// True if it is the only one, so that reading may block.
    is_alone: bool,
}

impl Candidate {
    fn look(&self) -> Found {
        match self.open() {
            Some(Ok(schedule)) => Found::Event(Box::new(Summary::new(&schedule))),
            Some(Err(error)) => Found::Unreadable(error),
            None => Found::NotAnEvent,
        }
    }

    /// Reads the schedule; `None` for a file in a folder that is not a schedule.
    fn open(&self) -> Option<Result<LoadedSchedule, ReadError>> {
        // A hand-written event file is never this large.
        let is_large = || fs::metadata(&self.path).is_ok_and(|file| file.len() > MAX_BYTES);
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
        // An unreadable folder is reported like an unreadable file.
        Err(_) => vec![Candidate { path: folder.clone(), is_named: true, is_alone: false }],
    });
    let is_new = |file: &Candidate| seen.insert(file.path.canonicalize().unwrap_or(file.path.clone()));
    named.chain(found).filter(is_new).collect()
}

/// Returns the visible files with a known extension in a folder, sorted by name.
fn event_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let is_hidden =
        |path: &Path| path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    let is_of = |path: &Path, ending: &str| {
        path.extension().is_some_and(|worked| worked.eq_ignore_ascii_case(ending))
    };
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

    /// Formats a line for each result.
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
    fn folders_list_events_and_other_files() {
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
    fn pipes_among_files_are_refused() {
        let folder = std::env::temp_dir().join(format!("kurultai-folder-pipe-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        // Opening the pipe would block, because it has no writer.
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
        let expected = "this is a pipe or a device, which can be read only if it is given alone.";
        assert_eq!(sentence, format!("{}: {expected}", pipe.display()));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_panicking_reader_costs_one_file() {
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
    fn without_places_nothing_is_found() {
        assert_eq!(found(&[]), Vec::<String>::new());
    }
}
