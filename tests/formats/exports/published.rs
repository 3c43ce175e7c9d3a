//! Published schedules and the events of the project, each read once and exported to every format.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::{self, Export, ExportError};
use kurultai_schedule::model::{Conference, LanguagePreference, Zone};

use super::{FORMATS, Facts, Format, read_back, unreported};

/// A published schedule or an event of the project, with its exports.
pub(crate) struct Published {
    /// The path in the corpus or the project.
    pub(crate) path: String,
    /// The schedule.
    pub(crate) conference: Conference,
    /// The schedule in the zone of Brussels, for formats that require a zone, if it has none.
    on_clock: Option<Conference>,
    exports: Vec<(Format, Result<Export, ExportError>)>,
}

impl Published {
    /// Returns the export to a format, or the reason why it is impossible.
    pub(crate) fn export(&self, format: Format) -> Result<&Export, &ExportError> {
        let of_format = self.exports.iter().find(|(known, _)| *known == format);
        of_format.expect("every format").1.as_ref()
    }

    fn new(path: &Path, name: String) -> Option<Self> {
        let text = std::fs::read_to_string(path).ok()?;
        let mut conference = format::read(&Source::new(&name, &text)).conference;
        // A file without sessions is a schema, a list of speakers, or in an unknown format.
        if conference.sessions.is_empty() {
            return None;
        }
        // The flags for mistakes in a file are not compared.
        conference.sessions.iter_mut().for_each(|session| session.has_mistakes = false);
        conference.people.iter_mut().for_each(|person| person.has_mistakes = false);
        let has_offset = conference.sessions.iter().any(|session| session.times.offset.is_some());
        let on_clock = (conference.zone == Zone::Unknown && !has_offset).then(|| {
            let mut on_clock = conference.clone();
            on_clock.set_zone(Zone::Named(chrono_tz::Europe::Brussels));
            on_clock
        });
        let mut published = Self { path: name, conference, on_clock, exports: Vec::new() };
        published.exports = FORMATS.map(|format| (format, format.write(published.exported(format)))).to_vec();
        Some(published)
    }

    /// Returns the schedule that is exported to a format.
    fn exported(&self, format: Format) -> &Conference {
        let on_clock = self.on_clock.as_ref().filter(|_| matches!(format, Format::Json | Format::Xml));
        on_clock.unwrap_or(&self.conference)
    }
}

/// All schedules in order of their paths. They are read and exported once for all tests, on all cores.
pub(crate) static ALL: LazyLock<Vec<Published>> = LazyLock::new(|| {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = project.join("../shared/corpus");
    if !corpus.is_dir() {
        println!("{} is not there, so no published schedule is tested", corpus.display());
    }
    let mut paths = Vec::new();
    files(&project.join("events"), project, &mut paths);
    files(&corpus, &corpus, &mut paths);
    paths.sort();
    let next = AtomicUsize::new(0);
    let some = || {
        let mut all = Vec::new();
        while let Some((path, name)) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
            all.extend(Published::new(path, name.clone()));
        }
        all
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut all: Vec<Published> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(some)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("it ends")).collect()
    });
    all.sort_by(|one, two| one.path.cmp(&two.path));
    all
});

/// Lists the files below a folder with their paths relative to `root`.
fn files(folder: &Path, root: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, root, found);
        } else if let Ok(name) = path.strip_prefix(root) {
            let name = name.display().to_string();
            found.push((path, name));
        }
    }
}

/// Matches the sessions of the file to the exported ones: by all facts, else by title and time, else by trimmed title.
fn pairs(conference: &Conference, back: &Conference) -> Vec<Option<usize>> {
    let reading = conference.reading(None);
    let facts = |of: &Conference, reading: &LanguagePreference| -> Vec<Facts> {
        of.sessions.iter().map(|session| Facts::of(of, session, reading)).collect()
    };
    let (written, read) = (facts(conference, &reading), facts(back, &back.reading(None)));
    let mut pairs = vec![None; written.len()];
    let mut is_free = vec![true; read.len()];
    let keys: [fn(&Facts) -> Facts; 4] = [
        Facts::clone,
        |facts| Facts { people: Vec::new(), rooms: Vec::new(), ..facts.clone() },
        |facts| Facts { title: facts.title.clone(), ..Facts::default() },
        // Some readers trim texts.
        |facts| Facts { title: facts.title.trim().to_owned(), ..Facts::default() },
    ];
    for key in keys {
        let mut places: HashMap<Facts, Vec<usize>> = HashMap::new();
        for (place, facts) in read.iter().enumerate().rev().filter(|(place, _)| is_free[*place]) {
            places.entry(key(facts)).or_default().push(place);
        }
        for (pair, facts) in pairs.iter_mut().zip(&written).filter(|(pair, _)| pair.is_none()) {
            *pair = places.get_mut(&key(facts)).and_then(Vec::pop);
            if let Some(place) = *pair {
                is_free[place] = false;
            }
        }
    }
    pairs
}

#[test]
fn every_loss_is_reported() {
    let mut complaints = Vec::new();
    for published in ALL.iter() {
        for (format, written) in &published.exports {
            let Ok(written) = written else { continue };
            let back = read_back(&written.text);
            let conference = published.exported(*format);
            let pairs = pairs(conference, &back);
            for complaint in unreported(conference, written, &back, &pairs) {
                complaints.push(format!("{} {format:?}: {complaint}", published.path));
            }
        }
    }
    assert_eq!(complaints, Vec::<String>::new(), "{}", complaints.join("\n"));
}
