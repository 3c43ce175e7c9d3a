//! `kurultai diff OLD NEW`: prints the changes between two editions of a schedule, with `--plan` those to picks.

mod json;
mod markdown;
mod sections;
mod text;

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::plan::plan_context::PlannedSchedule;
use super::{source, venue};
use crate::i18n::{Message, MessageArg};
use crate::presenter::Presenter;
use kurultai_schedule::plan::{self, About, CHOICES, Edition, Fact, changes, is_chosen};

pub(super) const COMMAND: Subcommand = Subcommand { name: "diff", command, run };

fn command(name: &'static str, help: HelpText<'_>) -> Command {
    let file = |place, name, value, text| {
        let file = Arg::new(name).value_name(help.text(value)).help(help.text(text)).display_order(place);
        file.required(true).value_parser(value_parser!(PathBuf))
    };
    let old = file(1, "old", Message::CliDiffOldName, Message::CliDiffOld);
    let new = file(2, "new", Message::CliDiffNewName, Message::CliDiffNew);
    let format = help.option("format", Message::CliFormatName, Message::CliDiffFormat);
    let format = format.value_parser(["text", "json", "md"]).hide_possible_values(true);
    let only = help.option("only", Message::CliDiffOnlyName, Message::CliDiffOnly);
    let width = help.text(Message::CliDiffWidth);
    // Otherwise `--plan OLD NEW` would name a plan.
    let plan = help.plan().help(help.text(Message::CliDiffPlan)).num_args(0..=1).require_equals(true);
    let command = help.command(name, Message::CliDiff, Message::CliDiffExamples);
    command
        .args([old, new, format, plan, only, help.venue_tz()])
        .mut_arg("width", |columns| columns.help(width))
}

fn run(matches: &ArgMatches, context: CommandContext<'_>) -> Outcome {
    let CommandContext { user_locale, languages, streams } = context;
    let only: Vec<&str> = matches.get_one::<String>("only").map(|only| chosen(only)).unwrap_or_default();
    if let Some(unknown) = only.iter().find(|word| !is_known(word)) {
        let values = [("text", MessageArg::text(unknown)), ("known", MessageArg::text(&CHOICES.join(", ")))];
        streams.warn(&languages.for_text(None, user_locale).with(Message::NoSuchChange, &values));
        return Outcome::Failed;
    }
    let mut read = |name| {
        let named = matches.get_one(name).cloned().unwrap_or_else(PathBuf::new);
        let mut schedule = source::read_schedule(&named, &user_locale, streams)?;
        venue::set(&mut schedule, matches, &user_locale, streams);
        Some(schedule)
    };
    // Errors in both files are reported.
    let (Some(old), Some(mut new)) = (read("old"), read("new")) else { return Outcome::Failed };
    let mut changes = changes(&Edition::of(&old.conference), &new.conference);
    if !only.is_empty() {
        changes.retain(|change| {
            only.iter().any(|word| is_chosen(word, change.about, change.fact) == Some(true))
        });
    }
    if matches.contains_id("plan") {
        let path = matches.get_one("new").cloned().unwrap_or_else(PathBuf::new);
        let plan = matches.get_one("plan");
        let Some(mine) = PlannedSchedule::new(new, &path, plan, &user_locale, streams) else {
            return Outcome::Failed;
        };
        let is_mine = plan::concern_picks(&changes, &mine.plan, &mine.picks);
        let of_plan = changes.into_iter().zip(is_mine).filter(|(_, is_mine)| *is_mine);
        changes = of_plan.map(|(change, _)| change).collect();
        new = mine.schedule;
    }
    let reading = new.conference.reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), user_locale);
    let presenter = Presenter {
        conference: &new.conference,
        index: &new.index,
        locale,
        reading: &reading,
        clocks: args::clocks(matches),
    };
    args::warn_unknown_zone(&presenter, streams);
    streams.print(&match matches.get_one("format").map(String::as_str) {
        Some("json") => super::json::text(&json::answer(&presenter, &changes)),
        Some("md") => markdown::text(&presenter, &changes),
        _ => text::text(&presenter, &changes, matches.get_one::<u16>("width").map(|_| args::width(matches))),
    });
    for schedule in [&old, &new] {
        source::warn_mistakes(schedule, locale, streams);
    }
    if changes.is_empty() { Outcome::Ok } else { Outcome::Problems }
}

/// The comma-separated words of `--only`.
fn chosen(only: &str) -> Vec<&str> {
    only.split(',').map(str::trim).filter(|word| !word.is_empty()).collect()
}

fn is_known(word: &str) -> bool {
    is_chosen(word, About::Session, Fact::Time).is_some()
}
