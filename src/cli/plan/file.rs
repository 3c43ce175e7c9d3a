//! Plan files named on the command line.

use std::path::Path;

use crate::cli::streams::Streams;
use crate::i18n::{Locale, Message, MessageArg};
use crate::presenter;
use crate::schedule::{self, ReadError};
use crate::store::{StoreWarning, plan_file};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::model::Plan;

/// The lists of a plan file.
const LISTS: [&str; 4] = ["[[picks]]", "[[notes]]", "[[busy]]", "[[muted]]"];

/// A file that may be a plan.
pub(super) enum Found {
    /// A plan, with a warning if part of it is unreadable.
    Plan(Plan, Option<StoreWarning>),
    /// Any other file.
    Other(Source),
}

/// Reads a file. A plan is recognized by its content.
pub(super) fn find(path: &Path) -> Result<Found, ReadError> {
    let source = schedule::source(path)?;
    let text = source.text();
    let (plan, damage) = plan_file::read(text);
    let has_list = || text.lines().any(|line| LISTS.contains(&line.trim()));
    let is_plan = !plan.is_empty() || plan.conference.is_some() || text.trim().is_empty() || has_list();
    if !is_plan {
        return Ok(Found::Other(source));
    }
    let notice =
        damage.map(|damage| StoreWarning::Damaged { path: source.name().clone(), line: damage.line });
    Ok(Found::Plan(plan, notice))
}

/// Reads a plan file and reports unreadable parts; `None` if it is not a plan.
pub(super) fn plan(path: &Path, locale: &Locale, streams: &mut Streams) -> Option<Plan> {
    let (plan, notice) = known(path, locale, streams)?;
    if let Some(notice) = notice {
        streams.warn(&presenter::store_warning(&notice, locale));
    }
    Some(plan)
}

/// True if a file is a plan; otherwise reports it.
pub(super) fn is_plan(path: &Path, locale: &Locale, streams: &mut Streams) -> bool {
    known(path, locale, streams).is_some()
}

fn known(path: &Path, locale: &Locale, streams: &mut Streams) -> Option<(Plan, Option<StoreWarning>)> {
    let sentence = match find(path) {
        Ok(Found::Plan(plan, notice)) => return Some((plan, notice)),
        Ok(Found::Other(source)) => {
            locale.with(Message::PlanIsNone, &[("path", MessageArg::from(source.name()))])
        }
        Err(error) => error.sentence(locale),
    };
    streams.warn(&sentence);
    None
}
