//! Reading and changing plans: the one for a conference, and those in files that somebody names.

use std::fs;
use std::path::{Path, PathBuf};

use super::plan_file::{self, Damage, ExistingFile, Rewritten};
use super::{ConferenceKey, Folders, IN_SILENCE, StoreError, StoreWarning, Waits, file};
use crate::model::{Plan, PlanChange};
use crate::text::SafeText;

/// The folder of plans, below that of data.
const FOLDER: &str = "plans";

/// A plan that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaveResult {
    /// The plan as it is now: with the changes of other windows, too.
    pub plan: Plan,
    /// What should be known beside.
    pub notices: Vec<StoreWarning>,
}

/// A plan in the user's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPlan {
    /// Its file.
    pub path: PathBuf,
    /// The plan, as far as it can be read.
    pub plan: Plan,
    /// What cannot.
    pub notices: Vec<StoreWarning>,
}

/// The file of the plan for a conference; it need not exist.
#[must_use]
pub fn plan_path(folders: &Folders, conference: &ConferenceKey) -> PathBuf {
    conference.file(&folders.data.join(FOLDER))
}

/// The plan for a conference; empty where there is none. What cannot be read of it is left out and told.
#[must_use]
pub fn load_plan(folders: &Folders, conference: &ConferenceKey) -> (Plan, Vec<StoreWarning>) {
    load(&plan_path(folders, conference))
}

/// All plans that the user has, by the names of their files.
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

/// Does changes to the plan for a conference, and saves it. The plan is read anew before, so that nothing is lost of what
/// another window did.
///
/// # Errors
/// When the file cannot be read or written. Then nothing of it is changed, and whoever asked keeps the changes. A change that
/// no plan can hold is no error: it is left out, which a notice says, and so it is in the way of no other.
pub fn change(
    folders: &Folders,
    conference: &ConferenceKey,
    changes: &[PlanChange],
) -> Result<SaveResult, StoreError> {
    change_alone(folders, conference, changes, || ())
}

/// Does the same, and tells when nobody else has the plan any more, so that from then on only the disk is waited for.
///
/// # Errors
/// As [`change`].
pub fn change_alone(
    folders: &Folders,
    conference: &ConferenceKey,
    changes: &[PlanChange],
    is_alone: impl FnOnce(),
) -> Result<SaveResult, StoreError> {
    edit_plan(&plan_path(folders, conference), conference, IN_SILENCE, |plan| {
        is_alone();
        let mut plan = plan.clone();
        for change in changes {
            plan.apply(change.clone());
        }
        plan
    })
}

/// Puts another plan for a conference in place of the one in a file, made of it as it is when nobody else writes it.
///
/// # Errors
/// When the file cannot be read or written. Then nothing of it is changed.
pub fn edit_plan(
    path: &Path,
    conference: &ConferenceKey,
    waits: Waits<'_>,
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
