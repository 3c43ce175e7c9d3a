//! Loads and changes plan files.

use std::fs;
use std::path::{Path, PathBuf};

use super::plan_file::{self, Damage, ExistingFile, Rewritten};
use super::{ConferenceKey, Folders, NO_CALLBACK, StoreError, StoreWarning, WaitCallback, file};
use kurultai_schedule::model::{Plan, PlanChange};
use kurultai_schedule::text::SafeText;

/// The folder in the data folder.
const FOLDER: &str = "plans";

/// The result of a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveResult {
    /// The saved plan, including changes of other processes.
    pub plan: Plan,
    /// Warnings about the file.
    pub notices: Vec<StoreWarning>,
}

/// A plan in the user's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPlan {
    /// Its file.
    pub path: PathBuf,
    /// The part of the plan that could be read.
    pub plan: Plan,
    /// Warnings about the file.
    pub notices: Vec<StoreWarning>,
}

/// Returns the plan file of a conference; it need not exist.
#[must_use]
pub fn plan_path(folders: &Folders, conference: &ConferenceKey) -> PathBuf {
    conference.file(&folders.data.join(FOLDER))
}

/// Loads the plan for a conference; a missing file is an empty plan. Reports unreadable parts.
#[must_use]
pub fn load_plan(folders: &Folders, conference: &ConferenceKey) -> (Plan, Vec<StoreWarning>) {
    load(&plan_path(folders, conference))
}

/// Loads all plans, sorted by file name.
#[must_use]
pub fn plans(folders: &Folders) -> Vec<StoredPlan> {
    let entries = fs::read_dir(folders.data.join(FOLDER)).into_iter().flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    paths.sort();
    let kept = |path: PathBuf| {
        let (plan, notices) = load(&path);
        StoredPlan { path, plan, notices }
    };
    paths.into_iter().map(kept).collect()
}

fn load(path: &Path) -> (Plan, Vec<StoreWarning>) {
    let content = match file::read(path) {
        Ok(content) => content,
        Err(error) => return (Plan::default(), vec![StoreWarning::Unreadable(error)]),
    };
    let (mut plan, damage) = plan_file::read(&content.text);
    plan_file::sort(&mut plan);
    let unreadable = (!content.is_whole).then_some(Damage { line: 1, is_lost: true });
    let notice = damage.or(unreadable).map(|damage| StoreWarning::Damaged {
        path: SafeText::line(&path.to_string_lossy()),
        line: damage.line,
    });
    (plan, notice.into_iter().collect())
}

/// Applies changes to the plan for a conference and saves it. Reads the file again first, to keep the changes
/// of other processes.
///
/// # Errors
/// If the file cannot be read or written. It is then unchanged. Changes that the file format cannot represent are
/// skipped with a warning.
pub fn change(
    folders: &Folders,
    conference: &ConferenceKey,
    changes: &[PlanChange],
) -> Result<SaveResult, StoreError> {
    change_alone(folders, conference, changes, || ())
}

/// Same as [`change`]. Calls `is_alone` once it holds the lock, when only the disk can delay the save.
///
/// # Errors
/// See [`change`].
pub fn change_alone(
    folders: &Folders,
    conference: &ConferenceKey,
    changes: &[PlanChange],
    is_alone: impl FnOnce(),
) -> Result<SaveResult, StoreError> {
    edit_plan(&plan_path(folders, conference), conference, NO_CALLBACK, |plan| {
        is_alone();
        let mut plan = plan.clone();
        for change in changes {
            plan.apply(change.clone());
        }
        plan
    })
}

/// Edits a plan file under its lock.
///
/// # Errors
/// If the file cannot be read or written. It is then unchanged.
pub fn edit_plan(
    path: &Path,
    conference: &ConferenceKey,
    waits: WaitCallback<'_>,
    edit: impl FnOnce(&Plan) -> Plan,
) -> Result<SaveResult, StoreError> {
    let saved = file::update(path, waits, |former| {
        let known = ExistingFile::new(&former.text);
        let mut plan = edit(&known.plan);
        plan.conference = plan.conference.or_else(|| Some(conference.name()));
        plan.title = plan.title.or_else(|| conference.title.clone());
        plan_file::sort(&mut plan);
        let Rewritten { text, plan, left_out, is_lossy } = known.rewritten(plan);
        file::NewContent { text, is_lossy, value: (plan, left_out) }
    });
    let ((plan, left_out), mut notices) = saved?;
    if left_out > 0 {
        notices.insert(
            0,
            StoreWarning::LeftOut { path: SafeText::line(&path.to_string_lossy()), count: left_out },
        );
    }
    Ok(SaveResult { plan, notices })
}
