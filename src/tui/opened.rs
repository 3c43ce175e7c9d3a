//! [`Opened`]: a program, and what whoever looks has beside it.

use std::path::Path;
use std::sync::Arc;

use crate::model::Plan;
use crate::program::{self, Program, ReadError};
use crate::store::{self, Folders, Identity, Notice, places::Place};

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
    /// What they should know of their files.
    pub notices: Vec<Notice>,
}

impl Opened {
    /// Reads the program at a path, and what the user has beside it in these folders.
    ///
    /// # Errors
    /// When there is no file that can be read.
    pub fn read(path: &Path, folders: Option<&Folders>) -> Result<Self, ReadError> {
        Ok(Self::of(path, program::read(path)?).with_files(folders))
    }

    /// The same with what the user has beside it in these folders.
    #[must_use]
    pub fn with_files(mut self, folders: Option<&Folders>) -> Self {
        if let Some(folders) = folders {
            (self.plan, self.notices) = store::load_plan(folders, &self.identity);
            self.place = store::places::load(folders, &self.identity);
        }
        self
    }

    /// The program of a path, of which nobody has picked anything.
    #[must_use]
    pub fn of(path: &Path, program: Program) -> Self {
        let identity = Identity::of(&program.conference, path);
        let program = Arc::new(program);
        Self { program, identity, plan: Plan::default(), place: None, notices: Vec::new() }
    }
}
