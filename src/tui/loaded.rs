//! [`Loaded`]: a program, and what whoever looks has beside it.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::fetch::{Fetcher, OpenError, ScheduleUrl};
use crate::format::zone;
use crate::model::{ClockFrom, Plan, ViewerTimeZone, Zone};
use crate::schedule::{self, LoadedSchedule};
use crate::store::{self, ConferenceKey, Folders, StoreWarning, last_position::Place};
use crate::text::SafeText;

/// A program, and what whoever looks has beside it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The program.
    pub schedule: Arc<LoadedSchedule>,
    /// Which conference it is, for the user's files.
    pub identity: ConferenceKey,
    /// What they picked from it.
    pub plan: Plan,
    /// Where they were in it last.
    pub place: Option<Place>,
    /// When the server last said that this is what it has, where the program comes from an address.
    pub fetched_at: Option<DateTime<Utc>>,
    /// What they should know of their files.
    pub notices: Vec<StoreWarning>,
}

impl Loaded {
    /// Reads the program of a file, or that which was kept of an address, and what the user has beside it in these folders.
    ///
    /// # Errors
    /// When there is no file that can be read, or nothing was kept.
    pub fn read(path: &Path, folders: Option<&Folders>, fetcher: &Fetcher) -> Result<Self, OpenError> {
        let Some(url) = ScheduleUrl::from_path(path) else {
            return Ok(Self::of(path, schedule::read(path)?).with_files(folders));
        };
        let address = fetcher.address(url)?;
        let not_fetched = || OpenError::NotFetched(SafeText::line(address.as_str()));
        let (schedule, fetched_at) = fetcher.kept(&address).ok_or_else(not_fetched)?;
        Ok(Self { fetched_at: Some(fetched_at), ..Self::of(path, schedule) }.with_files(folders))
    }

    /// The same with what the user has beside it in these folders.
    #[must_use]
    pub fn with_files(mut self, folders: Option<&Folders>) -> Self {
        if let Some(folders) = folders {
            (self.plan, self.notices) = store::load_plan(folders, &self.identity);
            self.place = store::last_position::load(folders, &self.identity);
            let venue = store::venues::load(folders, &self.identity).and_then(|name| zone::named(&name));
            let is_known = self.schedule.conference.clock_from != ClockFrom::Schedule;
            if let Some(zone) = venue.filter(|_| !is_known) {
                Arc::make_mut(&mut self.schedule).set_venue(zone);
            }
        }
        self
    }

    /// Shows the schedule on the reader's clock if only its instants are known.
    pub(super) fn for_reader(mut self, own: ViewerTimeZone) -> Self {
        if self.schedule.conference.zone == Zone::Utc {
            Arc::make_mut(&mut self.schedule).set_reader(own.zone());
        }
        self
    }

    /// The program of a path, of which nobody has picked anything.
    #[must_use]
    pub fn of(path: &Path, schedule: LoadedSchedule) -> Self {
        let identity = ConferenceKey::of(&schedule.conference, path);
        let schedule = Arc::new(schedule);
        Self { schedule, identity, plan: Plan::default(), place: None, fetched_at: None, notices: Vec::new() }
    }
}
