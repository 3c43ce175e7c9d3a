//! [`StorageWorker`]: reads and writes the user's files on two threads: one for the plan, and one for all
//! other files. At the end, the process waits only for the first.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::loop_event::LoopEvent;
use crate::store::{self, ConferenceKey, Folders, StoreError, StoreWarning, last_position::Place};
use crate::tui::{Msg, StoreJob};
use kurultai_schedule::model::PlanChange;
use kurultai_schedule::plan::{Edition, changes};

/// The time that a signal waits for pending saves, limited because a disk may hang.
const PATIENCE: Duration = Duration::from_secs(1);
/// The time that the end of the process waits for files other than the plan. Most disks need a tenth of it.
const GRACE: Duration = Duration::from_millis(200);

/// The number of pending jobs.
#[derive(Debug, Clone, Default)]
pub(super) struct UnsavedChanges(Arc<(Mutex<PendingJobs>, Condvar)>);

#[derive(Debug, Default)]
struct PendingJobs {
    count: usize,
    /// True if no other process holds the lock on the file.
    is_alone: bool,
}

impl UnsavedChanges {
    /// Waits until all jobs are done, up to a limit.
    pub(super) fn wait(&self) {
        self.wait_for(PATIENCE);
    }

    /// True if a job is pending.
    pub(super) fn is_any(&self) -> bool {
        self.lock().count > 0
    }

    /// True if a pending job waits for another process rather than for the disk.
    pub(super) fn waits_for_another(&self) -> bool {
        !self.lock().is_alone
    }

    fn wait_for(&self, limit: Duration) {
        // A timeout has the same result.
        drop(self.0.1.wait_timeout_while(self.lock(), limit, |jobs| jobs.count > 0));
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

/// Changes of the plan that could not be saved, and warnings about saved ones. Final when no job is pending.
#[derive(Debug, Clone, Default)]
pub(super) struct Unsaved(Arc<Mutex<Outcome>>);

#[derive(Debug, Default)]
struct Outcome {
    failure: Option<Failure>,
    notices: Vec<StoreWarning>,
}

/// The reason for a failed save; `None` if there is no folder for the user's files.
type Failure = Option<StoreError>;

impl Unsaved {
    pub(super) fn get(&self) -> Option<Failure> {
        self.outcome().failure.clone()
    }

    /// Returns the warnings about copies and omitted changes, each once. The screen may be gone when the
    /// results of the last keys arrive.
    pub(super) fn notices(&self) -> Vec<StoreWarning> {
        self.outcome().notices.clone()
    }

    fn outcome(&self) -> MutexGuard<'_, Outcome> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A later save includes the earlier changes that failed.
    fn record(&self, msg: &Msg) {
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

/// Executes jobs in order, so that the last change is saved last.
pub(super) struct StorageWorker {
    plan: Sender<StoreJob>,
    others: Sender<StoreJob>,
    pending: UnsavedChanges,
    others_pending: UnsavedChanges,
    /// The jobs that wait until a frame is drawn.
    later: Vec<StoreJob>,
    unsaved: Unsaved,
    folders: Option<Folders>,
}

impl StorageWorker {
    /// Creates a worker for the files in these folders; without folders every change of a plan fails.
    /// `pending` counts the pending jobs for the plan.
    pub(super) fn new(
        folders: Option<Folders>,
        events: &Sender<LoopEvent>,
        pending: UnsavedChanges,
    ) -> io::Result<Self> {
        let ((plan, of_plan), (others, of_others)) = (channel(), channel());
        let (others_pending, unsaved) = (UnsavedChanges::default(), Unsaved::default());
        let start = |inbox: Receiver<StoreJob>, pending: &UnsavedChanges| {
            let (folders, events) = (folders.clone(), events.clone());
            let (pending, unsaved) = (pending.clone(), unsaved.clone());
            thread::Builder::new().spawn(move || work(inbox, folders.as_ref(), &events, &pending, &unsaved))
        };
        start(of_plan, &pending)?;
        start(of_others, &others_pending)?;
        Ok(Self { plan, others, pending, others_pending, later: Vec::new(), unsaved, folders })
    }

    /// Returns the changes of the plan that could not be saved.
    pub(super) fn unsaved(&self) -> Unsaved {
        self.unsaved.clone()
    }

    /// Returns the path of a conference's plan, which may not exist.
    pub(super) fn plan_path(&self, identity: &ConferenceKey) -> Option<PathBuf> {
        Some(store::plan_path(self.folders.as_ref()?, identity))
    }

    /// Returns the pending changes of the plan.
    pub(super) fn pending(&self) -> &UnsavedChanges {
        &self.pending
    }

    /// Starts a job. Comparing a schedule with the last seen one takes as long as reading it, and waits for the frame.
    pub(super) fn submit(&mut self, job: StoreJob) {
        if matches!(job, StoreJob::LoadChanges { .. }) {
            self.later.push(job);
        } else {
            self.start_waiting();
            self.start(job);
        }
    }

    /// Starts the jobs that wait for a frame.
    pub(super) fn start_waiting(&mut self) {
        for job in std::mem::take(&mut self.later) {
            self.start(job);
        }
    }

    fn start(&self, job: StoreJob) {
        let (jobs, pending) = match job {
            StoreJob::Change { .. } | StoreJob::ReloadPlan { .. } => (&self.plan, &self.pending),
            StoreJob::LoadChanges { .. }
            | StoreJob::MarkSeen { .. }
            | StoreJob::SavePosition { .. }
            | StoreJob::ReloadTheme(_) => (&self.others, &self.others_pending),
        };
        if is_awaited(&job) {
            pending.begin();
        }
        // The threads outlive the worker.
        drop(jobs.send(job));
    }
}

/// Waits briefly for other pending jobs, which are lost on a slow disk.
impl Drop for StorageWorker {
    fn drop(&mut self) {
        self.start_waiting();
        self.others_pending.wait_for(GRACE);
    }
}

/// True if the end of the process waits for the job; reading does not count.
fn is_awaited(job: &StoreJob) -> bool {
    !matches!(job, StoreJob::ReloadPlan { .. } | StoreJob::ReloadTheme(_))
}

fn work(
    inbox: Receiver<StoreJob>,
    folders: Option<&Folders>,
    events: &Sender<LoopEvent>,
    pending: &UnsavedChanges,
    unsaved: &Unsaved,
) {
    for job in inbox {
        let is_awaited = is_awaited(&job);
        pending.is_alone(false);
        // Run the job even if the loop has ended.
        let answer = run(job, folders, pending);
        if let Some(answer) = &answer {
            unsaved.record(answer);
        }
        if is_awaited {
            pending.end();
        }
        if let Some(msg) = answer {
            drop(events.send(LoopEvent::Message(msg)));
        }
    }
}

/// Executes a job and returns its result, if any.
fn run(job: StoreJob, folders: Option<&Folders>, pending: &UnsavedChanges) -> Option<Msg> {
    match job {
        StoreJob::Change { identity, changes } => Some(change(folders, identity, changes, pending)),
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
                // Save even invisible differences: they may help to match sessions.
                let current = Edition::of(&schedule.conference);
                if current != seen {
                    remember(folders, &identity, &current);
                }
                return None;
            }
            Some(Msg::ChangesLoaded(schedule, new))
        }
        StoreJob::MarkSeen { identity, schedule } => {
            remember(folders?, &identity, &Edition::of(&schedule.conference));
            None
        }
        StoreJob::ReloadTheme(path) => {
            let (definition, notices) = store::load_theme_file(&path);
            Some(Msg::ThemeReloaded(definition, notices))
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
    pending: &UnsavedChanges,
) -> Msg {
    let Some(folders) = folders else { return Msg::NotSaved(identity, changes, None) };
    match store::change_alone(folders, &identity, &changes, || pending.is_alone(true)) {
        Ok(saved) => Msg::Saved(identity, saved),
        Err(error) => Msg::NotSaved(identity, changes, Some(error)),
    }
}

/// Saves the last seen edition. If this fails, fewer changes are shown next time.
fn remember(folders: &Folders, identity: &ConferenceKey, seen: &Edition) {
    drop(store::last_seen::save(folders, identity, seen));
}

fn leave(folders: &Folders, identity: &ConferenceKey, place: &Place) {
    drop(store::last_position::save(folders, identity, place));
}
