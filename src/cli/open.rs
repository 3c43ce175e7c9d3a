//! `kurultai FILE`: the screen; where there is no terminal to draw on, what `show` prints.

use std::env;
use std::io::{IsTerminal, stdout};
use std::sync::Arc;

use super::args::{Now, Open, Show};
use super::streams::Streams;
use super::{Outcome, show};
use crate::locale::{Locale, Message, Value};
use crate::model::Conference;
use crate::program;
use crate::text::Lang;
use crate::theme::{Palette, Theme};
use crate::tui::{App, Clock, RunError, Settings, run as run_screen};

pub(super) fn run(request: Open, locale: Locale, streams: &mut Streams) -> Outcome {
    if !stdout().is_terminal() || is_dumb() {
        let Open { path, lang, width, .. } = request;
        return show::run(&Show { path, lang, width }, &locale, streams);
    }
    let program = match program::read(&request.path) {
        Ok(program) => program,
        Err(error) => {
            streams.note(&error.sentence(&locale));
            return Outcome::Failed;
        }
    };
    let utc_offset = Clock::local_offset();
    let clock = clock(request.now, &program.conference, utc_offset);
    let lang = request.lang.or_else(|| of_environment(&program.conference));
    let theme = Theme::for_palette(Palette::detect(|name| env::var(name).ok()));
    let locale = Arc::new(locale);
    let settings = Settings { locale: Arc::clone(&locale), lang, theme, utc_offset };
    match run_screen(App::new(Arc::new(program), settings), clock) {
        Ok(()) => Outcome::Fine,
        Err(RunError::NoTerminal) => {
            streams.note(&locale.text(Message::NoTerminal));
            Outcome::Failed
        }
        Err(RunError::Io(error)) => {
            let values = [("error", Value::text(&error.to_string()))];
            streams.note(&locale.with(Message::TerminalFailed, &values));
            Outcome::Failed
        }
    }
}

/// A terminal that can only print.
fn is_dumb() -> bool {
    env::var("TERM").map_or(cfg!(unix), |term| term.is_empty() || term == "dumb")
}

fn clock(now: Option<Now>, conference: &Conference, utc_offset: i32) -> Clock {
    match now {
        None => Clock::System,
        Some(Now::Instant(instant)) => Clock::Fixed(instant),
        Some(Now::Local(local)) => {
            let by_zone = conference.zone.instant(local);
            let offset = chrono::TimeDelta::seconds(utc_offset.into());
            let by_own_clock = || local.checked_sub_signed(offset).unwrap_or(local).and_utc();
            Clock::Fixed(by_zone.unwrap_or_else(by_own_clock))
        }
    }
}

/// The reader's language by the variables of their environment, if the program has it.
fn of_environment(conference: &Conference) -> Option<Lang> {
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))?;
    let code = value.split(['.', '@']).next().unwrap_or_default();
    let lang = Lang::parse(code).ok()?;
    let has = |known: &Lang| known.primary() == lang.primary();
    conference.title.iter().any(|(known, _)| known.is_some_and(has)).then_some(lang)
}
