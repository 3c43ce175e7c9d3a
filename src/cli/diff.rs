//! `kurultai diff OLD NEW`: prints the changes between two editions of a schedule, with `--plan` those to picks.

mod json;
mod markdown;
mod text;

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome, Subcommand};
use super::plan::plan_context::PlanContext;
use super::{source, venue};
use crate::i18n::{Message, MessageArg};
use crate::plan::{self, About, CHOICES, Change, Edition, Fact, changes, is_chosen};
use crate::presenter::Presenter;

pub(super) const COMMAND: Subcommand = Subcommand { name: "diff", command: describe, run };

fn describe(name: &'static str, words: HelpText<'_>) -> Command {
    let file = |place, name, value, help| {
        let file = Arg::new(name).value_name(words.say(value)).help(words.say(help)).display_order(place);
        file.required(true).value_parser(value_parser!(PathBuf))
    };
    let old = file(1, "old", Message::CliDiffOldName, Message::CliDiffOld);
    let new = file(2, "new", Message::CliDiffNewName, Message::CliDiffNew);
    let format = words.option("format", Message::CliFormatName, Message::CliDiffFormat);
    let format = format.value_parser(["text", "json", "md"]).hide_possible_values(true);
    let only = words.option("only", Message::CliDiffOnlyName, Message::CliDiffOnly);
    let width = words.say(Message::CliDiffWidth);
    // Otherwise `--plan OLD NEW` would name a plan.
    let plan = words.plan().help(words.say(Message::CliDiffPlan)).num_args(0..=1).require_equals(true);
    let command = words.command(name, Message::CliDiff, Message::CliDiffExamples);
    command
        .args([old, new, format, plan, only, words.venue_tz()])
        .mut_arg("width", |columns| columns.help(width))
}

fn run(matches: &ArgMatches, asked: CommandContext<'_>) -> Outcome {
    let CommandContext { reader, languages, streams } = asked;
    let only: Vec<&str> = matches.get_one::<String>("only").map(|only| chosen(only)).unwrap_or_default();
    if let Some(unknown) = only.iter().find(|word| !is_known(word)) {
        let values = [("text", MessageArg::text(unknown)), ("known", MessageArg::text(&CHOICES.join(", ")))];
        streams.warn(&languages.for_text(None, reader).with(Message::NoSuchChange, &values));
        return Outcome::Failed;
    }
    let mut read = |name| {
        let named = matches.get_one(name).cloned().unwrap_or_else(PathBuf::new);
        let mut schedule = source::read_schedule(&named, &reader, streams)?;
        venue::set(&mut schedule, matches, &reader, streams);
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
        let Some(mine) = PlanContext::of(new, &path, plan, &reader, streams) else { return Outcome::Failed };
        let is_mine = plan::concern_picks(&changes, &mine.plan, &mine.picks);
        let of_plan = changes.into_iter().zip(is_mine).filter(|(_, is_mine)| *is_mine);
        changes = of_plan.map(|(change, _)| change).collect();
        new = mine.schedule;
    }
    let reading = new.conference.reading(args::lang(matches));
    let locale = &languages.for_text(reading.own.as_ref(), reader);
    let words = Presenter {
        conference: &new.conference,
        index: &new.index,
        locale,
        reading: &reading,
        clocks: args::clocks(matches),
    };
    args::note_unknown_zone(&words, streams);
    streams.print(&match matches.get_one("format").map(String::as_str) {
        Some("json") => super::json::text(&json::answer(&words, &changes)),
        Some("md") => markdown::text(&words, &changes),
        _ => text::text(&words, &changes, matches.get_one::<u16>("width").map(|_| args::width(matches))),
    });
    for schedule in [&old, &new] {
        source::note_mistakes(schedule, locale, streams);
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

/// Groups changes by section, each with its heading.
fn by_section<'a>(words: &Presenter<'_>, changes: &'a [Change]) -> Vec<(String, &'a [Change])> {
    let sections = changes.chunk_by(|one, other| words.change_section(one) == words.change_section(other));
    let head = |section: &[Change]| {
        section.first().map(|change| words.change_head(words.change_section(change))).unwrap_or_default()
    };
    sections.map(|section| (head(section), section)).collect()
}
