//! Reading and changing the plan for a conference.

use super::plan_text::{self, Damage, Former};
use super::{Folders, Identity, Notice, StoreError, file};
use crate::model::{Plan, PlanChange};
use crate::text::Clean;

/// The folder of plans, below that of data.
const FOLDER: &str = "plans";

/// A plan that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The plan as it is now: with the changes of other windows, too.
    pub plan: Plan,
    /// What should be known beside.
    pub notices: Vec<Notice>,
}

/// The plan for a conference; empty where there is none. What cannot be read of it is left out and told.
#[must_use]
pub fn load_plan(folders: &Folders, conference: &Identity) -> (Plan, Vec<Notice>) {
    let path = conference.file(&folders.data.join(FOLDER));
    let content = match file::read(&path) {
        Ok(content) => content,
        Err(error) => return (Plan::default(), vec![Notice::Unreadable(error)]),
    };
    let (mut plan, damage) = plan_text::read(&content.text);
    plan_text::sort(&mut plan);
    let unreadable = (!content.is_whole).then_some(Damage { line: 1, is_lost: true });
    let notice = damage
        .or(unreadable)
        .map(|damage| Notice::Damaged { path: Clean::line(&path.to_string_lossy()), line: damage.line });
    (plan, notice.into_iter().collect())
}

/// Does changes to the plan for a conference, and saves it. The plan is read anew before, so that nothing is lost of what
/// another window did.
///
/// # Errors
/// When the file cannot be read or written. Then nothing of it is changed, and whoever asked keeps the changes.
pub fn change(folders: &Folders, conference: &Identity, changes: &[PlanChange]) -> Result<Saved, StoreError> {
    let path = conference.file(&folders.data.join(FOLDER));
    let (plan, notices) = file::update(&path, |former| {
        let known = Former::new(&former.text);
        let mut plan = known.plan.clone();
        for change in changes {
            plan.apply(change.clone());
        }
        plan.conference = plan.conference.or_else(|| Some(conference.name()));
        plan.title = plan.title.or_else(|| conference.title.clone());
        plan_text::sort(&mut plan);
        let (text, is_lossy) = known.rewritten(&plan);
        file::New { text, is_lossy, value: plan }
    })?;
    Ok(Saved { plan, notices })
}
