//! [`StorageWorker`]: reads and writes the user's files on threads of its own: the plan on one, all else on another, since nobody
//! who quits waits for that.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::LoopEvent;
use crate::model::PlanChange;
use crate::plan::{Edition, changes};
use crate::store::{self, ConferenceKey, Folders, StoreError, StoreWarning, last_position::Place};
use crate::tui::{Msg, StoreJob};

/// The longest that a signal waits for what is being saved; a disk that answers no more must not keep the process alive.
const PATIENCE: Duration = Duration::from_secs(1);
/// The longest that the end waits for what is no plan: where one was, and what one has seen. Most disks need a tenth of it.
const GRACE: Duration = Duration::from_millis(200);

/// How many errands are not done yet.
#[derive(Debug, Clone, Default)]
pub(super) struct UnsavedChanges(Arc<(Mutex<PendingJobs>, Condvar)>);

#[derive(Debug, Default)]
struct PendingJobs {
    count: usize,
    /// True if nobody else has the file that is written.
    is_alone: bool,
}

impl UnsavedChanges {
    /// Waits until everything is done, but not for ever.
    pub(super) fn wait(&self) {
        self.wait_for(PATIENCE);
    }

    /// True if something is not done yet.
    pub(super) fn is_any(&self) -> bool {
        self.lock().count > 0
    }

    /// True if what is not done waits for another program rather than for the disk.
    pub(super) fn waits_for_another(&self) -> bool {
        !self.lock().is_alone
    }

    fn wait_for(&self, limit: Duration) {
        // Whether it was done in time makes no difference.
        drop(self.0.1.wait_timeout_while(self.lock(), limit, |errands| errands.count > 0));
    }

    fn begin(&self) {
        self.lock().count += 1;
    }

    fn is_alone(&self, is_alone: bool) {
        self.lock().is_alone = is_alone;
    }

    fn end(&self) {
        self.lock().count -= 1;
        self.0.1.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, PendingJobs> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What of the plan could not be saved until now: nothing, or why; and what should be known of what was. It is known for good
/// when nothing is undone any more.
#[derive(Debug, Clone, Default)]
pub(super) struct Unsaved(Arc<Mutex<Outcome>>);

#[derive(Debug, Default)]
struct Outcome {
    failure: Option<Failure>,
    notices: Vec<StoreWarning>,
}

/// Why something was not saved; `None` where there is no place for the user's files.
type Failure = Option<StoreError>;

impl Unsaved {
    pub(super) fn get(&self) -> Option<Failure> {
        self.outcome().failure.clone()
    }

    /// The notices of copies that were made and of changes that were left out, each once: the answer to the last keys
    /// comes when there is no screen any more.
    pub(super) fn notices(&self) -> Vec<StoreWarning> {
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
                    let is_lasting =
                        matches!(notice, StoreWarning::SetAside { .. } | StoreWarning::LeftOut { .. });
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
pub(super) struct StorageWorker {
    /// Those of the plan.
    plan: Sender<StoreJob>,
    /// All others.
    others: Sender<StoreJob>,
    undone: UnsavedChanges,
    others_undone: UnsavedChanges,
    unsaved: Unsaved,
    folders: Option<Folders>,
}

impl StorageWorker {
    /// A keeper of the files in these folders; without any, nothing is kept, and every change of a plan says so. Whoever
    /// ends the process sees in `undone` whether the plan is being saved.
    pub(super) fn new(
        folders: Option<Folders>,
        wakes: &Sender<LoopEvent>,
        undone: UnsavedChanges,
    ) -> io::Result<Self> {
        let ((plan, of_plan), (others, of_others)) = (channel(), channel());
        let (others_undone, unsaved) = (UnsavedChanges::default(), Unsaved::default());
        let start = |inbox: Receiver<StoreJob>, undone: &UnsavedChanges| {
            let (folders, wakes) = (folders.clone(), wakes.clone());
            let (undone, unsaved) = (undone.clone(), unsaved.clone());
            thread::Builder::new().spawn(move || work(inbox, folders.as_ref(), &wakes, &undone, &unsaved))
        };
        start(of_plan, &undone)?;
        start(of_others, &others_undone)?;
        Ok(Self { plan, others, undone, others_undone, unsaved, folders })
    }

    /// What of the plan could not be saved.
    pub(super) fn unsaved(&self) -> Unsaved {
        self.unsaved.clone()
    }

    /// The file of the plan for a conference, which need not exist.
    pub(super) fn plan_path(&self, identity: &ConferenceKey) -> Option<PathBuf> {
        Some(store::plan_path(self.folders.as_ref()?, identity))
    }

    /// The plan's changes that are not saved yet.
    pub(super) fn undone(&self) -> &UnsavedChanges {
        &self.undone
    }

    pub(super) fn give(&self, errand: StoreJob) {
        let (errands, undone) = match errand {
            StoreJob::Change { .. } | StoreJob::ReloadPlan { .. } => (&self.plan, &self.undone),
            StoreJob::LoadChanges { .. } | StoreJob::MarkSeen { .. } | StoreJob::SavePosition { .. } => {
                (&self.others, &self.others_undone)
            }
        };
        if counts(&errand) {
            undone.begin();
        }
        // The threads live as long as we do.
        drop(errands.send(errand));
    }
}

/// What else was asked last is done before the program ends, unless the disk is slow: then it is as it was before.
impl Drop for StorageWorker {
    fn drop(&mut self) {
        self.others_undone.wait_for(GRACE);
    }
}

/// True if somebody may wait for an errand: who only reads is waited for by nobody.
fn counts(errand: &StoreJob) -> bool {
    !matches!(errand, StoreJob::ReloadPlan { .. })
}

fn work(
    inbox: Receiver<StoreJob>,
    folders: Option<&Folders>,
    wakes: &Sender<LoopEvent>,
    undone: &UnsavedChanges,
    unsaved: &Unsaved,
) {
    for errand in inbox {
        let counts = counts(&errand);
        undone.is_alone(false);
        // When nobody listens any more, the program is ending; what is asked is done all the same.
        let answer = run(errand, folders, undone);
        if let Some(answer) = &answer {
            unsaved.note(answer);
        }
        if counts {
            undone.end();
        }
        if let Some(msg) = answer {
            drop(wakes.send(LoopEvent::Told(msg)));
        }
    }
}

/// Does an errand; the answer, where there is one.
fn run(errand: StoreJob, folders: Option<&Folders>, undone: &UnsavedChanges) -> Option<Msg> {
    match errand {
        StoreJob::Change { identity, changes } => Some(change(folders, identity, changes, undone)),
        StoreJob::ReloadPlan { identity } => {
            let (plan, notices) = store::load_plan(folders?, &identity);
            Some(Msg::PlanReloaded(identity, plan, notices))
        }
        StoreJob::LoadChanges { identity, schedule } => {
            let folders = folders?;
            let Some(seen) = store::last_seen::load(folders, &identity) else {
                remember(folders, &identity, &Edition::of(&schedule.conference));
                return None;
            };
            let new = changes(&seen, &schedule.conference);
            if new.iter().all(|change| change.fact.is_stamp()) {
                // What makes no difference to people may still help to find sessions again.
                let is = Edition::of(&schedule.conference);
                if is != seen {
                    remember(folders, &identity, &is);
                }
                return None;
            }
            Some(Msg::ChangesLoaded(schedule, new))
        }
        StoreJob::MarkSeen { identity, schedule } => {
            remember(folders?, &identity, &Edition::of(&schedule.conference));
            None
        }
        StoreJob::SavePosition { identity, place } => {
            leave(folders?, &identity, &place);
            None
        }
    }
}

fn change(
    folders: Option<&Folders>,
    identity: ConferenceKey,
    changes: Vec<PlanChange>,
    undone: &UnsavedChanges,
) -> Msg {
    let Some(folders) = folders else { return Msg::NotSaved(identity, changes, None) };
    match store::change_alone(folders, &identity, &changes, || undone.is_alone(true)) {
        Ok(saved) => Msg::Saved(identity, saved),
        Err(error) => Msg::NotSaved(identity, changes, Some(error)),
    }
}

/// That the program could not be remembered costs no more than that less is said the next time.
fn remember(folders: &Folders, identity: &ConferenceKey, seen: &Edition) {
    drop(store::last_seen::save(folders, identity, seen));
}

fn leave(folders: &Folders, identity: &ConferenceKey, place: &Place) {
    drop(store::last_position::save(folders, identity, place));
}
