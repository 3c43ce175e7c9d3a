//! `kurultai plan show` without a file: lists the user's plans.

use std::path::Path;

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::cli::command::{CommandContext, Outcome};
use crate::cli::page::TextWriter;
use crate::cli::{args, library};
use crate::i18n::Message;
use crate::presenter;
use crate::store::{self, StoredPlan};
use kurultai_schedule::model::Priority;
use kurultai_schedule::text::SafeText;

fn listed(stored: &StoredPlan) -> Value {
    let StoredPlan { path, plan, .. } = stored;
    json!({
        "file": file(path).as_str(),
        "title": plan.title.as_deref(),
        "conference": plan.conference.as_deref(),
        "picks": plan.picks.len(),
        "must": plan.picks.iter().filter(|pick| pick.priority == Priority::Must).count(),
        "notes": plan.notes.len(),
        "busy": plan.busy.len(),
        "muted": plan.hidden.len(),
    })
}

fn file(path: &Path) -> SafeText {
    SafeText::line(&path.to_string_lossy())
}

pub(super) fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let locale = &languages.for_text(None, user_locale);
    let Some(folders) = library::folders(locale, streams) else { return Outcome::Failed };
    let plans = store::plans(&folders);
    for notice in plans.iter().flat_map(|kept| &kept.notices) {
        streams.warn(&presenter::store_warning(notice, locale));
    }
    if args::is_json(matches) {
        streams.print(&super::super::json::text(&plans.iter().map(listed).collect()));
    } else {
        let mut page = TextWriter::new(args::width(matches));
        for StoredPlan { path, plan, .. } in &plans {
            let title = plan.title.as_ref().or(plan.conference.as_ref());
            let title = title.map_or_else(|| locale.text(Message::Untitled), ToString::to_string);
            let picks = presenter::plan_count(locale, "picks", plan.picks.len());
            page.block(&format!("{title} · {picks}"), &[file(path).to_string()]);
        }
        streams.print(&page.text);
    }
    if plans.is_empty() {
        streams.warn(&locale.text(Message::PlanNone));
    }
    Outcome::Ok
}
