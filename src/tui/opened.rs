//! [`Opened`]: a program, and what whoever looks has beside it.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::fetch::{Address, Fetcher, OpenError};
use crate::format::zone;
use crate::model::{ClockFrom, OwnClock, Plan, Zone};
use crate::program::{self, Program};
use crate::store::{self, Folders, Identity, Notice, places::Place};
use crate::text::Clean;

/// A program, and what whoever looks has beside it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The program.
    pub program: Arc<Program>,
    /// Which conference it is, for the user's files.
    pub identity: Identity,
    /// What they picked from it.
    pub plan: Plan,
    /// Where they were in it last.
    pub place: Option<Place>,
    /// When the server last said that this is what it has, where the program comes from an address.
    pub fetched_at: Option<DateTime<Utc>>,
    /// What they should know of their files.
    pub notices: Vec<Notice>,
}

impl Opened {
    /// Reads the program of a file, or that which was kept of an address, and what the user has beside it in these folders.
    ///
    /// # Errors
    /// When there is no file that can be read, or nothing was kept.
    pub fn read(path: &Path, folders: Option<&Folders>, fetcher: &Fetcher) -> Result<Self, OpenError> {
        let Some(url) = Address::meant(path) else {
            return Ok(Self::of(path, program::read(path)?).with_files(folders));
        };
        let address = fetcher.address(url)?;
        let not_fetched = || OpenError::NotFetched(Clean::line(address.as_str()));
        let (program, fetched_at) = fetcher.kept(&address).ok_or_else(not_fetched)?;
        Ok(Self { fetched_at: Some(fetched_at), ..Self::of(path, program) }.with_files(folders))
    }

    /// The same with what the user has beside it in these folders.
    #[must_use]
    pub fn with_files(mut self, folders: Option<&Folders>) -> Self {
        if let Some(folders) = folders {
            (self.plan, self.notices) = store::load_plan(folders, &self.identity);
            self.place = store::places::load(folders, &self.identity);
            let venue = store::venues::load(folders, &self.identity).and_then(|name| zone::named(&name));
            let is_known = self.program.conference.clock_from != ClockFrom::Schedule;
            if let Some(zone) = venue.filter(|_| !is_known) {
                Arc::make_mut(&mut self.program).set_venue(zone);
            }
        }
        self
    }

    /// Shows the schedule on the reader's clock if only its instants are known.
    pub(super) fn for_reader(mut self, own: OwnClock) -> Self {
        if self.program.conference.zone == Zone::Utc {
            Arc::make_mut(&mut self.program).set_reader(own.zone());
        }
        self
    }

    /// The program of a path, of which nobody has picked anything.
    #[must_use]
    pub fn of(path: &Path, program: Program) -> Self {
        let identity = Identity::of(&program.conference, path);
        let program = Arc::new(program);
        Self { program, identity, plan: Plan::default(), place: None, fetched_at: None, notices: Vec::new() }
    }
}
