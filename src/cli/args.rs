//! Arguments shared by several commands.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use clap::builder::ValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::streams::Streams;
use crate::clock::Clock;
use crate::i18n::{Locale, Message};
use crate::presenter::{Clocks, Presenter};
use kurultai_schedule::format::zone;
use kurultai_schedule::model::{Moment, ViewerTimeZone, Zone};
use kurultai_schedule::text::Lang;

/// The value of `--now`.
#[derive(Debug, Clone, Copy)]
pub(super) enum Now {
    /// A time with an offset from UTC.
    Instant(DateTime<Utc>),
    /// A local time at the venue.
    Local(NaiveDateTime),
}

/// The default of `--width`, independent of the terminal.
const WIDTH: usize = 80;

/// Texts of the help in a language; `None` if they will not be displayed.
#[derive(Clone, Copy)]
pub(super) struct HelpText<'a>(pub(super) Option<&'a Locale>);

impl HelpText<'_> {
    pub(super) fn text(self, message: Message) -> String {
        self.0.map_or_else(|| "_".to_owned(), |locale| locale.text(message))
    }

    /// Creates a command with the options that all commands accept.
    pub(super) fn command(self, name: &'static str, about: Message, examples: Message) -> Command {
        let command = Command::new(name).about(self.text(about)).after_help(self.text(examples));
        command.args(self.common())
    }

    /// Returns the options of all commands. Some have no effect on some commands, so that an alias can set
    /// them for all.
    pub(super) fn common(self) -> [Arg; 5] {
        [self.lang(), self.ui_lang(), self.width(), self.now(), self.times_in()]
    }

    pub(super) fn file(self) -> Arg {
        let file =
            Arg::new("file").value_name(self.text(Message::CliFileName)).help(self.text(Message::CliFile));
        file.required(true).value_parser(value_parser!(PathBuf))
    }

    pub(super) fn files(self) -> Arg {
        let files = Arg::new("files").value_name(self.text(Message::CliFileName));
        let files = files.help(self.text(Message::CliFiles)).required(true);
        files.value_parser(value_parser!(PathBuf)).action(ArgAction::Append).num_args(1..)
    }

    pub(super) fn places(self) -> Arg {
        let places = Arg::new("files").value_name(self.text(Message::CliPlacesName));
        let places = places.help(self.text(Message::CliPlaces)).value_parser(value_parser!(PathBuf));
        places.action(ArgAction::Append).num_args(0..)
    }

    /// Creates an option with a value.
    pub(super) fn option(self, name: &'static str, value: Message, help: Message) -> Arg {
        Arg::new(name).long(name).value_name(self.text(value)).help(self.text(help))
    }

    /// Creates an option without a value.
    pub(super) fn flag(self, name: &'static str, help: Message) -> Arg {
        Arg::new(name).long(name).help(self.text(help)).action(ArgAction::SetTrue)
    }

    fn lang(self) -> Arg {
        self.language("lang", Message::CliLang)
    }

    /// Creates an option with a language code.
    pub(super) fn language(self, name: &'static str, help: Message) -> Arg {
        self.option(name, Message::CliLangName, help).value_parser(language(self))
    }

    /// Creates `--ui-lang`. Its value is read before clap runs, because the help needs it; see `Languages`.
    fn ui_lang(self) -> Arg {
        self.option("ui-lang", Message::CliLangName, Message::CliUiLang).value_parser(language(self))
    }

    fn width(self) -> Arg {
        self.option("width", Message::CliWidthName, Message::CliWidth).value_parser(value_parser!(u16))
    }

    /// Creates `--plan`: a plan file instead of the user's own plan.
    pub(super) fn plan(self) -> Arg {
        let plan = self.option("plan", Message::CliPlanName, Message::CliPlanOther);
        plan.value_parser(value_parser!(PathBuf))
    }

    fn now(self) -> Arg {
        self.option("now", Message::CliNowName, Message::CliNow).value_parser(moment(self))
    }

    /// Creates `--tz`: the time zone of the output.
    fn times_in(self) -> Arg {
        self.option("tz", Message::CliTzName, Message::CliTimesIn).value_parser(own_zone(self))
    }

    /// Creates `--venue-tz`: the time zone of a venue whose schedule has none.
    pub(super) fn venue_tz(self) -> Arg {
        self.option("venue-tz", Message::CliTzName, Message::CliVenueTz).value_parser(venue_zone(self))
    }

    pub(super) fn format(self) -> Arg {
        let format = self.option("format", Message::CliFormatName, Message::CliFormat);
        format.value_parser(["text", "json"]).hide_possible_values(true)
    }
}

pub(super) fn path(matches: &ArgMatches) -> PathBuf {
    matches.get_one("file").cloned().unwrap_or_default()
}

pub(super) fn paths(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many("files").into_iter().flatten().cloned().collect()
}

pub(super) fn lang(matches: &ArgMatches) -> Option<Lang> {
    matches.get_one("lang").cloned()
}

pub(super) fn width(matches: &ArgMatches) -> usize {
    matches.get_one::<u16>("width").map_or(WIDTH, |width| usize::from(*width).max(1))
}

/// Returns the zone of `--tz`.
pub(super) fn requested_zone(matches: &ArgMatches) -> Option<ViewerTimeZone> {
    matches.get_one("tz").copied()
}

/// Returns the clocks for text output: those of `--tz`, or `None` for the venue's.
pub(super) fn clocks(matches: &ArgMatches) -> Option<Clocks> {
    requested_zone(matches).map(|own| Clocks { own, shows_own: true, moves_days: true })
}

/// Warns if `--tz` has no effect because no start is a known instant.
pub(super) fn warn_unknown_zone(presenter: &Presenter<'_>, streams: &mut Streams) {
    let has_times = presenter.conference.sessions.iter().any(|session| session.times.start.is_some());
    if presenter.clocks.is_some() && has_times && !presenter.has_instants() {
        streams.warn(&presenter.word(Message::TzNoZone));
    }
}

/// Returns the moment of `--now`, in the viewer's zone if the zone of the schedule is unknown.
pub(super) fn requested_moment(matches: &ArgMatches, zone: Zone) -> Option<Moment> {
    matches.contains_id("now").then(|| {
        let own = viewer_zone(matches);
        Moment::at_instant(clock(matches, zone, own).now(), zone, own)
    })
}

/// Returns the zone of `--tz`, or else the system's.
pub(super) fn viewer_zone(matches: &ArgMatches) -> ViewerTimeZone {
    requested_zone(matches).unwrap_or_else(Clock::own)
}

/// Returns the clock for a schedule in `zone`, fixed by `--now`.
pub(super) fn clock(matches: &ArgMatches, zone: Zone, own: ViewerTimeZone) -> Clock {
    // A schedule in UTC does not reveal the zone of the venue.
    let zone = if zone == Zone::Utc { Zone::Unknown } else { zone };
    match matches.get_one("now").copied() {
        None => Clock::System,
        Some(Now::Instant(instant)) => Clock::Fixed(instant),
        Some(Now::Local(local)) => {
            let by_own_clock = || own.instant(local).unwrap_or(local.and_utc());
            Clock::Fixed(zone.instant(local).unwrap_or_else(by_own_clock))
        }
    }
}

/// True for `--format json`.
pub(super) fn is_json(matches: &ArgMatches) -> bool {
    // Without a command, the option does not exist.
    let format = matches.try_get_one::<String>("format").ok().flatten();
    format.is_some_and(|format| format == "json")
}

fn language(help: HelpText<'_>) -> ValueParser {
    let sentence = help.text(Message::CliBadLang);
    ValueParser::new(move |code: &str| Lang::parse(code).map_err(|_| sentence.clone()))
}

fn own_zone(help: HelpText<'_>) -> ValueParser {
    let sentence = help.text(Message::CliBadTz);
    let read = |name: &str| match zone::named(name)? {
        Zone::Named(zone) => Some(ViewerTimeZone::Named(zone)),
        Zone::Fixed(offset) => Some(ViewerTimeZone::Offset(offset)),
        Zone::Utc => Some(ViewerTimeZone::Named(Tz::UTC)),
        Zone::Unknown => None,
    };
    ValueParser::new(move |name: &str| read(name).ok_or_else(|| sentence.clone()))
}

fn venue_zone(help: HelpText<'_>) -> ValueParser {
    let sentence = help.text(Message::CliBadVenueTz);
    let read = |name: &str| zone::named(name).filter(Zone::is_venue_zone);
    ValueParser::new(move |name: &str| read(name).ok_or_else(|| sentence.clone()))
}

fn moment(help: HelpText<'_>) -> ValueParser {
    let sentence = help.text(Message::CliBadNow);
    ValueParser::new(move |text: &str| read_moment(text).ok_or_else(|| sentence.clone()))
}

/// Parses `2025-02-01T11:42`, optionally with a space for the `T`, seconds, or an offset.
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
