//! Published schedules, which are not in the repository. Without them, tests print a notice and pass.

use std::fs;
use std::path::{Path, PathBuf};

use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::index::Index;
use kurultai_schedule::model::Conference;

/// Returns a file of the corpus.
pub(crate) fn bytes(name: &str) -> Option<Vec<u8>> {
    let path = folder().join(name);
    let bytes = fs::read(&path).ok();
    if bytes.is_none() {
        println!("{} is not there: nothing was tested with it", path.display());
    }
    bytes
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus")
}

/// Returns a schedule of the corpus.
pub(crate) fn schedule(name: &str) -> Option<LoadedSchedule> {
    bytes(name).map(|bytes| LoadedSchedule::decode(name, &bytes))
}

/// The numbers of items in a schedule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) sessions: usize,
    pub(crate) people: usize,
    /// The rooms in use, and all rooms.
    pub(crate) rooms: (usize, usize),
    /// The tracks in use.
    pub(crate) tracks: usize,
    /// The days in use.
    pub(crate) days: usize,
}

impl Counts {
    pub(crate) fn of(conference: &Conference, index: &Index) -> Self {
        let used =
            |lists: usize, is_used: &dyn Fn(usize) -> bool| (0..lists).filter(|at| is_used(*at)).count();
        let rooms = used(conference.rooms.len(), &|at| {
            !index.of_room(kurultai_schedule::model::RoomId::new(at)).is_empty()
        });
        let tracks = used(conference.tracks.len(), &|at| {
            !index.of_track(kurultai_schedule::model::TrackId::new(at)).is_empty()
        });
        let days = index.days().iter().filter(|day| day.date.is_some());
        Self {
            sessions: conference.sessions.len(),
            people: conference.people.len(),
            rooms: (rooms, conference.rooms.len()),
            tracks,
            days: days.filter(|day| day.timed.len() + day.untimed.len() > 0).count(),
        }
    }
}
