//! `kurultai [FILE | FOLDER | ADDRESS]…`: the screen; where there is no terminal to draw on, the same as text.

use std::env;
use std::ffi::OsString;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::{Arg, ArgMatches};

use super::args::{self, HelpText};
use super::streams::Streams;
use super::{CommandContext, Outcome, library, list, show, source, spelling, venue};
use crate::config::ThemeChoice;
use crate::fetch::{Fetcher, ScheduleUrl};
use crate::i18n::{Locale, Message, MessageArg};
use crate::model::Zone;
use crate::presenter;
use crate::schedule::{Underway, is_standard_input};
use crate::store::{self, Folders};
use crate::theme::{Palette, Theme};
use crate::tui::{App, Loaded, RunError, Settings, default_keymap, run as run_screen};

/// So long the screen may be blank while a file is read; then it is drawn, and says what is being read.
const BLANK: Duration = Duration::from_millis(50);

/// Where events are looked for when nobody says where, beside the library.
const USUAL_PLACE: &str = "events";

pub(super) fn arguments(words: HelpText<'_>) -> impl Iterator<Item = Arg> {
    let common = words.common().map(|option| match option.get_id().as_str() {
        "tz" => option.help(words.say(Message::CliTz)),
        _ => option,
    });
    let theme = words.option("theme", Message::CliThemeName, Message::CliTheme);
    let theme = theme.value_parser(ThemeChoice::WORDS.map(|(word, _)| word)).hide_possible_values(true);
    [words.places(), words.venue_tz(), theme].into_iter().chain(common)
}

pub(super) fn run(matches: &ArgMatches, asked: CommandContext<'_>) -> Outcome {
    let (paths, lang) = (args::paths(matches), args::lang(matches));
    let only = if let [path] = &paths[..] { Some(path).filter(|path| !path.is_dir()) } else { None };
    if let Some(sentence) = paths.first().and_then(|path| misspelled(path, &asked.reader)) {
        asked.streams.warn(&sentence);
        return Outcome::Failed;
    }
    let folders = Folders::find();
    let (config, settings_notices) = folders.as_ref().map(store::load_config).unwrap_or_default();
    if !stdout().is_terminal() || is_dumb() {
        library::tell(&settings_notices, &asked.reader, asked.streams);
        return match only {
            Some(path) => show::print(path, matches, asked),
            None => list::print(&places(&paths), matches, asked),
        };
    }
    let CommandContext { reader, languages, streams } = asked;
    let own = args::own_clock(matches);
    let chosen = matches.get_one::<String>("theme").and_then(|word| ThemeChoice::named(word));
    let palette = Palette::detect(|name| env::var(name).ok());
    let theme = Theme::chosen(chosen.unwrap_or(config.theme), palette, env::var("TERM").ok().as_deref());
    let lang = lang.or_else(|| languages.environment().cloned());
    let locale = Arc::new(reader);
    let reminders = config.reminders;
    let fetcher = source::fetcher();
    let settings = Settings {
        locale: Arc::clone(&locale),
        lang,
        theme,
        clock: own,
        reminders,
        keymap: default_keymap(),
    };
    let mut underway = None;
    let (app, clock) = match only {
        None => (App::show_event_list(places(&paths), settings), args::clock(matches, Zone::Unknown, own)),
        Some(path) if ScheduleUrl::from_path(path).is_some() => {
            match address(path, &fetcher, folders.as_ref(), &locale, streams) {
                Some((path, Some(mut opened))) => {
                    let schedule = Arc::make_mut(&mut opened.schedule);
                    venue::set_or_recall(schedule, &path, matches, folders.as_ref(), &locale, streams);
                    let clock = args::clock(matches, opened.schedule.conference.zone, own);
                    (App::open(path.clone(), opened, vec![path], settings), clock)
                }
                Some((path, None)) => {
                    venue::remember_place(&path, matches, folders.as_ref(), &locale);
                    (App::fetch(path, settings), args::clock(matches, Zone::Unknown, own))
                }
                None => return Outcome::Failed,
            }
        }
        Some(path) => {
            // A time that somebody names is on the clock of the venue, which must be known first.
            let is_needed = matches.contains_id("now") || matches.contains_id("venue-tz");
            let patience = if is_needed { Duration::MAX } else { BLANK };
            match Underway::begin(path.clone()).map(|underway| underway.soon(patience)) {
                Ok(Ok(Ok(mut schedule))) => {
                    venue::set_or_recall(&mut schedule, path, matches, folders.as_ref(), &locale, streams);
                    let opened = Loaded::of(path, schedule).with_files(folders.as_ref());
                    let clock = args::clock(matches, opened.schedule.conference.zone, own);
                    (App::open(path.clone(), opened, around(path), settings), clock)
                }
                Ok(Err(still)) => {
                    underway = Some(still);
                    let app = App::read(path.clone(), around(path), settings);
                    (app, args::clock(matches, Zone::Unknown, own))
                }
                Ok(Ok(Err(error))) | Err(error) => {
                    streams.warn(&error.sentence(&locale));
                    return Outcome::Failed;
                }
            }
        }
    };
    match run_screen(app.with_notices(&settings_notices), clock, folders, fetcher, underway) {
        Ok(notices) => {
            for notice in &notices {
                streams.warn(&presenter::store_notice(notice, &locale));
            }
            Outcome::Ok
        }
        Err(RunError::NoTerminal) => {
            streams.warn(&locale.text(Message::NoTerminal));
            Outcome::Failed
        }
        Err(RunError::Unsaved(error)) => {
            let no_home = || locale.text(Message::NoHome);
            streams.warn(&error.map_or_else(no_home, |error| presenter::store_error(&error, &locale)));
            Outcome::Failed
        }
        Err(RunError::Unfinished) => {
            streams.warn(&locale.text(Message::PlanUnfinished));
            Outcome::Failed
        }
        Err(RunError::Io(error)) => {
            let values = [("error", MessageArg::text(&error.to_string()))];
            streams.warn(&locale.with(Message::TerminalFailed, &values));
            Outcome::Failed
        }
    }
}

/// Says the same of arguments that cannot be read, such as `exprot --to ics f`: of the first that is no option.
pub(super) fn no_command(arguments: &[OsString], locale: &Locale) -> Option<String> {
    let word = spelling::first_word(arguments, &super::command(None))?;
    misspelled(Path::new(word), locale)
}

/// Says which command was probably meant by the first argument, where it is neither a command nor a file nor an address.
fn misspelled(path: &Path, locale: &Locale) -> Option<String> {
    let written = path.to_str()?;
    let is_something = is_standard_input(path) || path.symlink_metadata().is_ok();
    if is_something || ScheduleUrl::from_path(path).is_some() {
        return None;
    }
    let meant = spelling::meant(written)?;
    let values = [("name", MessageArg::text(written)), ("meant", MessageArg::text(meant))];
    Some(locale.with(Message::NoSuchCommand, &values))
}

/// An address in the one way to write it, and what was kept of it; what is no address is noted.
fn address(
    named: &Path,
    fetcher: &Fetcher,
    folders: Option<&Folders>,
    locale: &Locale,
    streams: &mut Streams,
) -> Option<(PathBuf, Option<Loaded>)> {
    let address = fetcher.address(ScheduleUrl::from_path(named).unwrap_or_default());
    let address = address.map_err(|error| streams.warn(&error.sentence(locale))).ok()?;
    let path = PathBuf::from(address.as_str());
    let opened = Loaded::read(&path, folders, fetcher).ok();
    Some((path, opened))
}

/// The places that somebody named, else the usual ones: `./events`, and the files of the library.
pub(super) fn places(paths: &[PathBuf]) -> Vec<PathBuf> {
    if !paths.is_empty() {
        return paths.to_vec();
    }
    let folder = Some(PathBuf::from(USUAL_PLACE)).filter(|folder| folder.is_dir());
    folder.into_iter().chain(library::events().into_iter().map(|event| event.path)).collect()
}

/// A file that somebody named, and what else there is: what stands beside it, and the library.
fn around(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let beside = folder.map_or_else(|| PathBuf::from("."), PathBuf::from);
    let library = library::events().into_iter().map(|event| event.path);
    // Standard input and pipes are there once.
    let named = Some(path.to_owned()).filter(|path| !is_standard_input(path) && path.is_file());
    named.into_iter().chain([beside]).chain(library).collect()
}

/// A terminal that can only print.
fn is_dumb() -> bool {
    env::var("TERM").map_or(cfg!(unix), |term| term.is_empty() || term == "dumb")
}
