//! [`Keeper`]: reads and writes the user's files on a thread of its own, one thing after the other.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::Wake;
use crate::model::PlanChange;
use crate::plan::{Edition, changes};
use crate::store::{self, Folders, Identity, Notice, StoreError, places::Place};
use crate::tui::{Errand, Msg};

/// The longest that a signal waits for what is being saved; a disk that answers no more must not keep the process alive.
const PATIENCE: Duration = Duration::from_secs(1);

/// How many errands are not done yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Undone(Arc<(Mutex<usize>, Condvar)>);

impl Undone {
    /// Waits until everything is done, but not for ever.
    pub(super) fn wait(&self) {
        let (count, changed) = &*self.0;
        let count = count.lock().unwrap_or_else(PoisonError::into_inner);
        // Whether it was done in time makes no difference.
        drop(changed.wait_timeout_while(count, PATIENCE, |count| *count > 0));
    }

    fn begin(&self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) += 1;
    }

    fn end(&self) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.1.notify_all();
    }
}

/// What of the plan could not be saved until now: nothing, or why; and what should be known of what was. It is known for good
/// when the keeper has ended.
#[derive(Debug, Clone, Default)]
pub(super) struct Unsaved(Arc<Mutex<Outcome>>);

#[derive(Debug, Default)]
struct Outcome {
    failure: Option<Failure>,
    notices: Vec<Notice>,
}

/// Why something was not saved; `None` where there is no place for the user's files.
type Failure = Option<StoreError>;

impl Unsaved {
    pub(super) fn get(&self) -> Option<Failure> {
        self.outcome().failure.clone()
    }

    /// The notices of copies that were made and of changes that were left out, each once: the answer to the last keys
    /// comes when there is no screen any more.
    pub(super) fn notices(&self) -> Vec<Notice> {
        self.outcome().notices.clone()
    }

    fn outcome(&self) -> MutexGuard<'_, Outcome> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A change that is saved has with it what could not be saved before.
    fn note(&self, msg: &Msg) {
        let mut outcome = self.outcome();
        match msg {
            Msg::NotSaved(_, _, why) => outcome.failure = Some(why.clone()),
            Msg::Saved(_, saved) => {
                outcome.failure = None;
                for notice in &saved.notices {
                    let is_lasting = matches!(notice, Notice::SetAside { .. } | Notice::LeftOut { .. });
                    if is_lasting && !outcome.notices.contains(notice) {
                        outcome.notices.push(notice.clone());
                    }
                }
            }
            _ => {}
        }
    }
}

/// Does errands in the order in which they are given, so that what was changed last is saved last.
pub(super) struct Keeper {
    errands: Option<Sender<Errand>>,
    undone: Undone,
    unsaved: Unsaved,
    folders: Option<Folders>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// A keeper of the files in these folders; without any, nothing is kept, and every change of a plan says so. Whoever
    /// ends the process sees in `undone` whether something is being saved.
    pub(super) fn new(folders: Option<Folders>, wakes: &Sender<Wake>, undone: Undone) -> io::Result<Self> {
        let (errands, inbox) = channel();
        let (wakes, done) = (wakes.clone(), undone.clone());
        let unsaved = Unsaved::default();
        let (of_thread, known) = (folders.clone(), unsaved.clone());
        let thread = thread::Builder::new().spawn(move || {
            for errand in inbox {
                // When nobody listens any more, the program is ending; what is asked is done all the same.
                let answer = run(errand, of_thread.as_ref());
                if let Some(answer) = &answer {
                    known.note(answer);
                }
                done.end();
                if let Some(msg) = answer {
                    drop(wakes.send(Wake::Told(msg)));
                }
            }
        })?;
        Ok(Self { errands: Some(errands), undone, unsaved, folders, thread: Some(thread) })
    }

    /// What of the plan could not be saved.
    pub(super) fn unsaved(&self) -> Unsaved {
        self.unsaved.clone()
    }

    /// The file of the plan for a conference, which need not exist.
    pub(super) fn plan_path(&self, identity: &Identity) -> Option<PathBuf> {
        Some(store::plan_path(self.folders.as_ref()?, identity))
    }

    /// What is not done yet.
    pub(super) fn undone(&self) -> &Undone {
        &self.undone
    }

    pub(super) fn give(&self, errand: Errand) {
        if let Some(errands) = &self.errands {
            self.undone.begin();
            // The thread lives as long as we do.
            drop(errands.send(errand));
        }
    }
}

/// What was asked last is done before the program ends.
impl Drop for Keeper {
    fn drop(&mut self) {
        self.errands = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so.
            drop(thread.join());
        }
    }
}

/// Does an errand; the answer, where there is one.
fn run(errand: Errand, folders: Option<&Folders>) -> Option<Msg> {
    match errand {
        Errand::Change { identity, changes } => Some(change(folders, identity, changes)),
        Errand::Reread { identity } => {
            let (plan, notices) = store::load_plan(folders?, &identity);
            Some(Msg::Reread(identity, plan, notices))
        }
        Errand::Recall { identity, program } => {
            let folders = folders?;
            let Some(seen) = store::seen::load(folders, &identity) else {
                remember(folders, &identity, &Edition::of(&program.conference));
                return None;
            };
            let new = changes(&seen, &program.conference);
            if new.iter().all(|change| change.fact.is_stamp()) {
                // What makes no difference to people may still help to find sessions again.
                let is = Edition::of(&program.conference);
                if is != seen {
                    remember(folders, &identity, &is);
                }
                return None;
            }
            Some(Msg::Recalled(program, new))
        }
        Errand::Remember { identity, program } => {
            remember(folders?, &identity, &Edition::of(&program.conference));
            None
        }
        Errand::Leave { identity, place } => {
            leave(folders?, &identity, &place);
            None
        }
    }
}

fn change(folders: Option<&Folders>, identity: Identity, changes: Vec<PlanChange>) -> Msg {
    let Some(folders) = folders else { return Msg::NotSaved(identity, changes, None) };
    match store::change(folders, &identity, &changes) {
        Ok(saved) => Msg::Saved(identity, saved),
        Err(error) => Msg::NotSaved(identity, changes, Some(error)),
    }
}

/// That the program could not be remembered costs no more than that less is said the next time.
fn remember(folders: &Folders, identity: &Identity, seen: &Edition) {
    drop(store::seen::save(folders, identity, seen));
}

fn leave(folders: &Folders, identity: &Identity, place: &Place) {
    drop(store::places::save(folders, identity, place));
}
