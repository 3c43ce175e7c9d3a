//! The user's files: their contents, and that nothing in them is lost.

#![cfg(test)]

mod library;
mod plan_text;
mod remembered;
mod saving;
mod themes;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use kurultai::store::{ConferenceKey, Folders};
use kurultai_schedule::model::{Pick, PlanChange, Priority, SessionSnapshot};
use kurultai_schedule::text::SafeText;

/// A home folder for one test, deleted at its end.
struct Home(PathBuf);

impl Home {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("kurultai-store-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        let path = std::env::temp_dir().canonicalize().expect("a folder").join(name);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn folders(&self) -> Folders {
        let folder = |name| self.0.join(name);
        Folders {
            data: folder("data"),
            state: folder("state"),
            config: folder("config"),
            cache: folder("cache"),
        }
    }

    /// Returns the path of the plan for [`day`].
    fn plan(&self) -> PathBuf {
        self.0.join("data/plans/day.toml")
    }

    /// Writes the plan file.
    fn write_plan(&self, bytes: impl AsRef<[u8]>) {
        fs::create_dir_all(self.0.join("data/plans")).expect("a folder");
        fs::write(self.plan(), bytes).expect("a file");
    }

    fn read(&self, path: impl AsRef<Path>) -> String {
        fs::read_to_string(self.0.join(path)).expect("a file")
    }

    /// Returns the names of the files in a folder, sorted.
    fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.0.join(folder)).expect("a folder");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Returns the key of a conference.
fn day() -> ConferenceKey {
    ConferenceKey { names: vec![SafeText::line("day")], title: Some(SafeText::line("Our day")) }
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 2, day).expect("a date")
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time")
}

fn session(id: &str, title: &str, hour: u32) -> SessionSnapshot {
    SessionSnapshot {
        id: Some(SafeText::line(id)),
        title: Some(SafeText::line(title)),
        day: Some(date(1)),
        date: Some(date(1)),
        start: Some(time(hour, 0)),
        length: TimeDelta::try_minutes(50),
        rooms: vec![SafeText::line("Hall")],
        ..SessionSnapshot::default()
    }
}

fn pick(id: &str, title: &str, hour: u32) -> PlanChange {
    PlanChange::Pick(Pick { session: session(id, title, hour), priority: Priority::Must })
}
