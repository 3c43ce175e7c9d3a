//! [`Answers`]: the facts about a new event, from options or from questions.

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::cli::question;
use crate::clock::Clock;
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::event_file::{self, repair};
use kurultai_schedule::format::zone;
use kurultai_schedule::model::{ViewerTimeZone, Zone};
use kurultai_schedule::text::Lang;

/// The facts about a new event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answers {
    pub(super) title: String,
    pub(super) start: Option<NaiveDate>,
    pub(super) end: Option<NaiveDate>,
    pub(super) city: Option<String>,
    pub(super) rooms: Vec<String>,
    /// The name of the time zone.
    pub(super) zone: Option<String>,
    pub(super) language: Option<Lang>,
}

impl Answers {
    /// Takes the options, and asks for the others if there is a terminal.
    ///
    /// # Errors
    /// A message for the user, if the title is missing, the dates contradict each other, or the input ends.
    pub(super) fn collect(matches: &ArgMatches, locale: &Locale) -> Result<Self, Message> {
        let text = |name: &str| matches.get_one::<String>(name).cloned();
        let rooms = matches.get_many::<String>("room").unwrap_or_default().cloned().collect();
        let options = Self {
            title: text("title").unwrap_or_default(),
            start: matches.get_one::<NaiveDate>("start").copied(),
            end: matches.get_one::<NaiveDate>("end").copied(),
            city: text("city"),
            rooms,
            zone: matches.get_one::<Zone>("venue-tz").and_then(Zone::name),
            language: matches.get_one::<Lang>("language").cloned(),
        };
        let answers = if options.title.trim().is_empty() && question::is_possible() {
            options.asked(locale)?
        } else {
            options
        };
        if answers.title.trim().is_empty() {
            return Err(Message::NewNoTitle);
        }
        match (answers.start, answers.end) {
            (Some(start), Some(end)) if end < start => Err(Message::NewEndBeforeStart),
            (None, Some(_)) => Err(Message::NewEndBeforeStart),
            _ => Ok(answers),
        }
    }

    /// Asks for everything that is not known.
    fn asked(mut self, locale: &Locale) -> Result<Self, Message> {
        while self.title.is_empty() {
            self.title = ask(&locale.text(Message::NewAskTitle))?;
        }
        if self.start.is_none() {
            self.start = ask_date(locale, Message::NewAskStart, None)?;
        }
        if let (Some(start), None) = (self.start, self.end) {
            self.end = ask_date(locale, Message::NewAskEnd, Some(start))?;
        }
        if self.city.is_none() {
            self.city = Some(ask(&locale.text(Message::NewAskCity))?).filter(|city| !city.is_empty());
        }
        if self.rooms.is_empty() {
            let rooms = ask(&locale.text(Message::NewAskRooms))?;
            let rooms = rooms.split(',').map(str::trim).filter(|room| !room.is_empty());
            self.rooms = rooms.map(str::to_owned).collect();
        }
        if self.zone.is_none() {
            self.zone = Some(ask_zone(locale)?);
        }
        if self.language.is_none() {
            self.language = Some(ask_language(locale)?);
        }
        Ok(self)
    }
}

/// Asks a question; an error if the input ends.
fn ask(question: &str) -> Result<String, Message> {
    question::ask(question).ok_or(Message::NewCancelled)
}

/// Asks for a date that is not before `first`, until there is one or the answer is empty.
fn ask_date(
    locale: &Locale,
    message: Message,
    first: Option<NaiveDate>,
) -> Result<Option<NaiveDate>, Message> {
    let mut question = locale.text(message);
    loop {
        let answer = ask(&question)?;
        if answer.is_empty() {
            return Ok(None);
        }
        match date(&answer).filter(|date| first.is_none_or(|first| first <= *date)) {
            Some(date) => return Ok(Some(date)),
            None => question = locale.text(Message::NewBadDate),
        }
    }
}

/// Asks for the name of a time zone; that of the system is the default.
fn ask_zone(locale: &Locale) -> Result<String, Message> {
    let own = match Clock::own() {
        ViewerTimeZone::Named(zone) => zone.name().to_owned(),
        ViewerTimeZone::Offset(offset) => offset.to_string(),
    };
    let question = locale.with(Message::NewAskZone, &[("own", MessageArg::text(&own))]);
    loop {
        let answer = ask(&question)?;
        if answer.is_empty() {
            return Ok(own);
        }
        if let Some(name) = zone::named(&answer).filter(Zone::is_venue_zone).and_then(|zone| zone.name()) {
            return Ok(name);
        }
    }
}

/// Asks for the language of the texts; that of the interface is the default.
fn ask_language(locale: &Locale) -> Result<Lang, Message> {
    let question = locale.with(Message::NewAskLang, &[("own", MessageArg::text(locale.code()))]);
    loop {
        let answer = ask(&question)?;
        let code = if answer.is_empty() { locale.code() } else { &answer };
        if let Ok(language) = Lang::parse(code) {
            return Ok(language);
        }
    }
}

/// Parses a date as people write it: `2027-05-14`, `14.05.2027`, `14 May 2027`.
pub(super) fn date(text: &str) -> Option<NaiveDate> {
    if text.contains(['\n', '#', '=']) {
        return None;
    }
    let repaired = repair(&Source::new("", &format!("title = \"T\"\ndate = {text}\n")));
    event_file::read(&Source::new("", &repaired.text)).conference.dates.only_day()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let expected = NaiveDate::from_ymd_opt(2027, 5, 14);
        for text in ["2027-05-14", "14.05.2027", "14 May 2027", "14 мая 2027", "\"2027-05-14\""] {
            assert_eq!(date(text), expected, "{text}");
        }
        for text in ["", "tomorrow", "03/04/2027", "2027-05-32", "2027-05-14\ntitle = 'x'", "2027-05-14 # x"]
        {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
