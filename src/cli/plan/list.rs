//! `kurultai plan show` without a program: which plans there are, from their files alone.

use clap::ArgMatches;
use serde::Serialize;

use super::page::TextWriter;
use crate::cli::{CommandContext, Outcome, args, json, library};
use crate::i18n::Message;
use crate::model::Priority;
use crate::presenter;
use crate::store::{self, StoredPlan};
use crate::text::SafeText;

/// A plan.
#[derive(Debug, Serialize)]
struct Listed {
    file: String,
    title: Option<String>,
    /// Which conference it is for, by the name that the plan gives.
    conference: Option<String>,
    picks: usize,
    /// How many of these must be.
    must: usize,
    notes: usize,
    busy: usize,
    muted: usize,
}

impl Listed {
    fn of(kept: &StoredPlan) -> Self {
        let StoredPlan { path, plan, .. } = kept;
        Self {
            file: SafeText::line(&path.to_string_lossy()).to_string(),
            title: plan.title.as_ref().map(ToString::to_string),
            conference: plan.conference.as_ref().map(ToString::to_string),
            picks: plan.picks.len(),
            must: plan.picks.iter().filter(|pick| pick.level == Priority::Must).count(),
            notes: plan.notes.len(),
            busy: plan.busy.len(),
            muted: plan.muted.len(),
        }
    }
}

pub(super) fn run(matches: &ArgMatches, asked: CommandContext<'_>) -> Outcome {
    let CommandContext { reader, languages, streams } = asked;
    let locale = &languages.for_text(None, reader);
    let Some(folders) = library::folders(locale, streams) else { return Outcome::Failed };
    let plans = store::plans(&folders);
    for notice in plans.iter().flat_map(|kept| &kept.notices) {
        streams.warn(&presenter::store_notice(notice, locale));
    }
    let listed: Vec<Listed> = plans.iter().map(Listed::of).collect();
    if args::is_json(matches) {
        streams.print(&json::text(&listed));
    } else {
        let mut page = TextWriter::new(args::width(matches));
        for plan in &listed {
            let title = plan.title.as_ref().or(plan.conference.as_ref());
            let title = title.cloned().unwrap_or_else(|| locale.text(Message::Untitled));
            let picks = presenter::plan_count(locale, "picks", plan.picks);
            page.block(&format!("{title} · {picks}"), std::slice::from_ref(&plan.file));
        }
        streams.print(&page.text);
    }
    if listed.is_empty() {
        streams.warn(&locale.text(Message::PlanNone));
    }
    Outcome::Ok
}
