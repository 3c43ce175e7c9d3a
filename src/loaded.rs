//! [`Loaded`]: a schedule with the user's data for it.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::fetch::{Fetcher, OpenError, ScheduleUrl};
use crate::schedule::{self, LoadedSchedule};
use crate::store::{self, ConferenceKey, Folders, StoreWarning, last_position::Place};
use kurultai_schedule::format::zone;
use kurultai_schedule::model::{ClockFrom, Plan, ViewerTimeZone, Zone};
use kurultai_schedule::text::SafeText;

/// A schedule with the user's data for it.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The schedule.
    pub schedule: Arc<LoadedSchedule>,
    /// The key of the conference in the user's files.
    pub identity: ConferenceKey,
    /// The user's plan.
    pub plan: Plan,
    /// The last position on the screen.
    pub place: Option<Place>,
    /// The time of the server's last answer, for a schedule from a URL.
    pub fetched_at: Option<DateTime<Utc>>,
    /// Warnings about the user's files.
    pub notices: Vec<StoreWarning>,
}

impl Loaded {
    /// Reads a file or the cached schedule of a URL, with the user's data from `folders`.
    ///
    /// # Errors
    /// If the file cannot be read, or nothing is cached.
    pub fn read(path: &Path, folders: Option<&Folders>, fetcher: &Fetcher) -> Result<Self, OpenError> {
        let Some(url) = ScheduleUrl::from_path(path) else {
            return Ok(Self::new(path, schedule::read(path)?).with_files(folders));
        };
        let address = fetcher.address(url)?;
        let not_fetched = || OpenError::NotFetched(SafeText::line(address.as_str()));
        let (schedule, fetched_at) = fetcher.cached(&address).ok_or_else(not_fetched)?;
        Ok(Self { fetched_at: Some(fetched_at), ..Self::new(path, schedule) }.with_files(folders))
    }

    /// Adds the user's data from `folders`.
    #[must_use]
    pub fn with_files(mut self, folders: Option<&Folders>) -> Self {
        if let Some(folders) = folders {
            (self.plan, self.notices) = store::load_plan(folders, &self.identity);
            self.place = store::last_position::load(folders, &self.identity);
            let venue = store::venues::load(folders, &self.identity).and_then(|name| zone::named(&name));
            let is_known = self.schedule.conference.clock_from != ClockFrom::Schedule;
            if let Some(zone) = venue.filter(|_| !is_known) {
                Arc::make_mut(&mut self.schedule).set_venue_zone(zone);
            }
        }
        self
    }

    /// Displays the schedule in the viewer's time zone if only its instants are known.
    pub(crate) fn for_viewer(mut self, own: ViewerTimeZone) -> Self {
        if self.schedule.conference.zone == Zone::Utc {
            Arc::make_mut(&mut self.schedule).set_viewer_zone(own.zone());
        }
        self
    }

    /// Creates a schedule without user data.
    #[must_use]
    pub fn new(path: &Path, schedule: LoadedSchedule) -> Self {
        let identity = ConferenceKey::new(&schedule.conference, path);
        let schedule = Arc::new(schedule);
        Self { schedule, identity, plan: Plan::default(), place: None, fetched_at: None, notices: Vec::new() }
    }
}
