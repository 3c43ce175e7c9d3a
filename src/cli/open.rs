//! `kurultai [FILE | FOLDER | URL]…`: runs the TUI, or prints text if there is no terminal.

use std::env;
use std::fs;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::{Arg, ArgMatches, Command};

use super::args::{self, HelpText};
use super::command::{CommandContext, Outcome};
use super::places::{around, places};
use super::streams::Streams;
use super::{library, list, show, source, spelling, venue};
use crate::config::{Config, ThemeName};
use crate::fetch::{Fetcher, ScheduleUrl};
use crate::i18n::{Locale, Message, MessageArg};
use crate::loaded::Loaded;
use crate::presenter;
use crate::schedule::PendingRead;
use crate::store::{self, Folders, StoreWarning};
use crate::theme::{Palette, Theme};
use crate::tui::{App, RunError, Settings, default_keymap, run as run_screen};
use kurultai_schedule::model::Zone;
use kurultai_schedule::text::SafeText;

/// The time in which nearly all files are read.
const BLANK: Duration = Duration::from_millis(50);
/// The size in bytes of files that take longer than that, for which the screen is drawn at once.
const LARGE: u64 = 16 << 20;

pub(super) fn arguments(presenter: HelpText<'_>) -> impl Iterator<Item = Arg> {
    let common = presenter.common().map(|option| match option.get_id().as_str() {
        "tz" => option.help(presenter.text(Message::CliTz)),
        _ => option,
    });
    let theme = presenter.option("theme", Message::CliThemeName, Message::CliTheme);
    let ascii = presenter.flag("ascii", Message::CliAscii);
    [presenter.places(), presenter.venue_tz(), theme, ascii].into_iter().chain(common)
}

pub(super) fn run(
    matches: &ArgMatches,
    kurultai: impl FnOnce() -> Command,
    context: CommandContext<'_>,
) -> Outcome {
    let (paths, lang) = (args::paths(matches), args::lang(matches));
    let only = if let [path] = &paths[..] { Some(path).filter(|path| !path.is_dir()) } else { None };
    if let Some(sentence) =
        paths.first().and_then(|path| spelling::meant_file(path, kurultai, &context.user_locale))
    {
        context.streams.warn(&sentence);
        return Outcome::Failed;
    }
    let has_screen = stdout().is_terminal() && !is_dumb();
    // The file is read while the settings are.
    let is_read = |path: &&PathBuf| has_screen && ScheduleUrl::from_path(path).is_none();
    let started = only.filter(is_read).map(|path| PendingRead::start(path.clone()));
    let folders = Folders::find();
    let keymap = default_keymap();
    let (config, mut settings_notices) = match &folders {
        Some(folders) => store::load_config(folders, keymap),
        None => (Config::new(keymap), Vec::new()),
    };
    if !has_screen {
        library::warn_all(&settings_notices, &context.user_locale, context.streams);
        return match only {
            Some(path) => show::print(path, matches, context),
            None => list::print(&places(&paths), matches, context),
        };
    }
    let CommandContext { user_locale, languages, streams } = context;
    let own = args::viewer_zone(matches);
    let name = matches.get_one::<String>("theme");
    let (theme, theme_file) = match theme(name, &config.theme, folders.as_ref()) {
        Ok((theme, file, notices)) => {
            settings_notices.extend(notices);
            (theme, file)
        }
        Err(meant) => {
            let name = name.map(String::as_str).unwrap_or_default();
            streams.warn(&presenter::no_theme(name, meant.as_ref(), &user_locale));
            return Outcome::Failed;
        }
    };
    let is_needed = config.ascii.unwrap_or_else(|| needs_ascii(|name| env::var(name).ok()));
    let ascii = matches.get_flag("ascii") || is_needed;
    let lang = lang.or_else(|| languages.environment().cloned());
    let locale = Arc::new(user_locale);
    let reminders = config.reminders;
    let fetcher = source::fetcher();
    let settings = Settings {
        locale: Arc::clone(&locale),
        lang,
        theme,
        theme_file,
        ascii,
        clock: own,
        reminders,
        keymap: config.keymap,
    };
    let mut underway = None;
    let (app, clock) = match only {
        None => (App::with_event_list(places(&paths), settings), args::clock(matches, Zone::Unknown, own)),
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
            // `--now` is local time at the venue, so the file must be read first.
            let is_needed = matches.contains_id("now") || matches.contains_id("venue-tz");
            let patience = if is_needed { Duration::MAX } else { patience(path) };
            let started = started.unwrap_or_else(|| PendingRead::start(path.clone()));
            match started.map(|underway| underway.wait_for(patience)) {
                Ok(Ok(Ok(mut schedule))) => {
                    venue::set_or_recall(&mut schedule, path, matches, folders.as_ref(), &locale, streams);
                    let opened = Loaded::new(path, schedule).with_files(folders.as_ref());
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
    let result = run_screen(app.with_notices(&settings_notices), clock, folders, fetcher, underway);
    ended(result, &locale, streams)
}

/// Returns the theme with this name, or else that of the settings, with its file and mistakes in it. `Err` has the closest
/// name.
fn theme(
    name: Option<&String>,
    configured: &ThemeName,
    folders: Option<&Folders>,
) -> Result<(Theme, Option<PathBuf>, Vec<StoreWarning>), Option<SafeText>> {
    let (theme, notices) = match name {
        Some(name) => store::load_theme(folders, name)?,
        None => store::configured_theme(folders, configured),
    };
    let palette = Palette::detect(|name| env::var(name).ok());
    let theme_of = Theme::new(theme.definition, palette, env::var("TERM").ok().as_deref());
    Ok((theme_of, theme.file, notices))
}

/// True if the environment is one of a terminal with few symbols: the Linux console, or the locale `C` or `POSIX`.
fn needs_ascii(variable: impl Fn(&str) -> Option<String>) -> bool {
    let variable = |name: &str| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    let is_posix = locale.is_some_and(|locale| locale == "C" || locale == "POSIX");
    is_posix || variable("TERM").is_some_and(|terminal| terminal == "linux")
}

/// Reports the end of the screen.
fn ended(result: Result<Vec<StoreWarning>, RunError>, locale: &Locale, streams: &mut Streams) -> Outcome {
    match result {
        Ok(notices) => {
            for notice in &notices {
                streams.warn(&presenter::store_warning(notice, locale));
            }
            Outcome::Ok
        }
        Err(RunError::NoTerminal) => {
            streams.warn(&locale.text(Message::NoTerminal));
            Outcome::Failed
        }
        Err(RunError::Unsaved(error)) => {
            let no_home = || locale.text(Message::NoHome);
            streams.warn(&error.map_or_else(no_home, |error| presenter::store_error(&error, locale)));
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

/// Returns the time to wait for a file before drawing the screen without it.
fn patience(path: &Path) -> Duration {
    let is_large = fs::metadata(path).is_ok_and(|file| file.len() > LARGE);
    if is_large { Duration::ZERO } else { BLANK }
}

/// Normalizes a URL and reads its cached schedule; reports an invalid URL.
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

/// True if the terminal supports only printing.
fn is_dumb() -> bool {
    env::var("TERM").map_or(cfg!(unix), |term| term.is_empty() || term == "dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides_about_symbols() {
        let needs = |pairs: &[(&str, &str)]| {
            needs_ascii(|name| {
                pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(needs(&[("LC_ALL", "C")]));
        assert!(needs(&[("LC_ALL", ""), ("LANG", "POSIX")]));
        assert!(needs(&[("TERM", "linux"), ("LANG", "en_US.UTF-8")]));
        assert!(!needs(&[("LC_ALL", "C.UTF-8"), ("LANG", "C")]));
        assert!(!needs(&[("LANG", "ky_KG.UTF-8"), ("TERM", "xterm-256color")]));
        assert!(!needs(&[]));
    }
}
