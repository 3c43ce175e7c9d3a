//! What the arguments ask for.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::help::spoken;
use crate::locale::{Locale, Message};
use crate::text::Lang;

/// What is asked for.
pub(super) enum Request {
    Open(Open),
    Show(Show),
    Check(Vec<PathBuf>),
    /// An event file, which is the only format so far.
    Export(PathBuf),
}

/// The screen.
pub(super) struct Open {
    /// Files and folders; none means the usual folders.
    pub(super) paths: Vec<PathBuf>,
    pub(super) lang: Option<Lang>,
    pub(super) now: Option<Now>,
    /// The zone of whoever looks.
    pub(super) tz: Option<Tz>,
    pub(super) width: usize,
}

/// The program as text.
pub(super) struct Show {
    pub(super) path: PathBuf,
    pub(super) lang: Option<Lang>,
    pub(super) width: usize,
}

/// How late it shall be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Now {
    /// At an instant.
    Instant(DateTime<Utc>),
    /// When the venue's clock shows this.
    Local(NaiveDateTime),
}

/// So wide is plain text unless `--width` says otherwise: never what a terminal happens to have.
const WIDTH: usize = 80;

/// Reads the arguments.
///
/// # Errors
/// Help, version, or what is wrong with them.
pub(super) fn parse(
    arguments: impl IntoIterator<Item = OsString>,
    locale: &Locale,
) -> Result<Request, clap::Error> {
    let matches = command(locale).try_get_matches_from(arguments)?;
    Ok(match matches.subcommand() {
        Some(("show", of)) => Request::Show(Show { path: path(of), lang: lang(of), width: width(of) }),
        Some(("check", of)) => Request::Check(paths(of)),
        Some(("export", of)) => Request::Export(path(of)),
        _ => Request::Open(Open {
            paths: paths(&matches),
            lang: lang(&matches),
            now: matches.get_one("now").copied(),
            tz: matches.get_one("tz").copied(),
            width: width(&matches),
        }),
    })
}

fn path(matches: &ArgMatches) -> PathBuf {
    matches.get_one("file").cloned().unwrap_or_default()
}

fn paths(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many("files").into_iter().flatten().cloned().collect()
}

fn lang(matches: &ArgMatches) -> Option<Lang> {
    matches.get_one("lang").cloned()
}

fn width(matches: &ArgMatches) -> usize {
    matches.get_one::<u16>("width").map_or(WIDTH, |width| usize::from(*width).max(1))
}

fn command(locale: &Locale) -> Command {
    let word = |message| locale.text(message);
    let file =
        Arg::new("file").value_name(word(Message::CliFileName)).help(word(Message::CliFile)).required(true);
    let file = file.value_parser(value_parser!(PathBuf));
    let files =
        Arg::new("files").value_name(word(Message::CliFileName)).help(word(Message::CliFiles)).required(true);
    let files = files.value_parser(value_parser!(PathBuf)).action(ArgAction::Append).num_args(1..);
    let places = Arg::new("files").value_name(word(Message::CliPlacesName)).help(word(Message::CliPlaces));
    let places = places.value_parser(value_parser!(PathBuf)).action(ArgAction::Append).num_args(0..);
    let lang =
        Arg::new("lang").long("lang").value_name(word(Message::CliLangName)).help(word(Message::CliLang));
    let lang = lang.value_parser(language(locale));
    // Its value is taken from the arguments before they are read here, since this help needs it: see `Languages`.
    let ui_lang = Arg::new("ui-lang").long("ui-lang").value_name(word(Message::CliLangName));
    let ui_lang = ui_lang.help(word(Message::CliUiLang)).value_parser(language(locale));
    let width =
        Arg::new("width").long("width").value_name(word(Message::CliWidthName)).help(word(Message::CliWidth));
    let width = width.value_parser(value_parser!(u16));
    let now = Arg::new("now").long("now").value_name(word(Message::CliNowName)).help(word(Message::CliNow));
    let now = now.value_parser(moment(locale));
    let tz = Arg::new("tz").long("tz").value_name(word(Message::CliTzName)).help(word(Message::CliTz));
    let tz = tz.value_parser(zone(locale));
    let show = Command::new("show").about(word(Message::CliShow)).after_help(word(Message::CliShowExamples));
    let check =
        Command::new("check").about(word(Message::CliCheck)).after_help(word(Message::CliCheckExamples));
    let to = Arg::new("to").long("to").value_name(word(Message::CliToName)).help(word(Message::CliTo));
    let to = to.required(true).value_parser(["toml"]).hide_possible_values(true);
    let export =
        Command::new("export").about(word(Message::CliExport)).after_help(word(Message::CliExportExamples));
    let kurultai = Command::new("kurultai")
        .version(env!("CARGO_PKG_VERSION"))
        .about(word(Message::CliAbout))
        .after_help(word(Message::CliExamples))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .args([places, lang.clone(), ui_lang.clone(), now, tz, width.clone()])
        .subcommand(show.args([file.clone(), width, lang.clone(), ui_lang.clone()]))
        .subcommand(check.args([files, lang.clone(), ui_lang.clone()]))
        .subcommand(export.args([to, file, lang, ui_lang]));
    spoken(kurultai, locale)
}

fn language(locale: &Locale) -> ValueParser {
    let sentence = locale.text(Message::CliBadLang);
    ValueParser::new(move |code: &str| Lang::parse(code).map_err(|_| sentence.clone()))
}

fn zone(locale: &Locale) -> ValueParser {
    let sentence = locale.text(Message::CliBadTz);
    ValueParser::new(move |name: &str| name.parse::<Tz>().map_err(|_| sentence.clone()))
}

fn moment(locale: &Locale) -> ValueParser {
    let sentence = locale.text(Message::CliBadNow);
    ValueParser::new(move |text: &str| read_moment(text).ok_or_else(|| sentence.clone()))
}

/// `2025-02-01T11:42`, with a blank for the `T`, with seconds, or with an offset from UTC.
fn read_moment(text: &str) -> Option<Now> {
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Some(Now::Instant(instant.to_utc()));
    }
    let text = text.replacen(' ', "T", 1);
    let formats = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
    formats.iter().find_map(|format| NaiveDateTime::parse_from_str(&text, format).ok()).map(Now::Local)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_well_formed() {
        command(&Locale::english()).debug_assert();
    }

    #[test]
    fn moments() {
        for (text, is_read) in [
            ("2025-02-01T11:42", true),
            ("2025-02-01 11:42:30", true),
            ("2025-02-01T11:42:00+01:00", true),
            ("2025-02-30T11:42", false),
            ("11:42", false),
            ("", false),
        ] {
            assert_eq!(read_moment(text).is_some(), is_read, "{text}");
        }
    }
}
