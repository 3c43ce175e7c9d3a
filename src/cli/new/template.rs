//! The text of a new event file.

use super::answers::Answers;
use crate::i18n::{Locale, Message};
use kurultai_schedule::format::event_file::quoted;
use kurultai_schedule::text::Lang;

/// The keys that are written as comments, each group with the comment above it.
const PEOPLE: &str = "[[speakers]]\nname = \"…\"\norganization = \"…\"\nbio = \"…\"\n";
const SPONSORS: &str = "[[sponsors]]\nname = \"…\"\nurl = \"https://…\"\n";

/// Returns the text: the known facts as lines, all others as comments to fill in.
pub(super) fn template(answers: &Answers, schema: &str, locale: &Locale) -> String {
    let mut text = format!("#:schema ./{schema}\n");
    let mut section = |message, lines: &str| {
        if !text.ends_with("\n\n") && text.contains("title = ") {
            text.push('\n');
        }
        for line in locale.text(message).lines() {
            text += &format!("# {line}\n");
        }
        text.push_str(lines);
    };
    section(Message::NewAbout, &format!("\n{}", top(answers)));
    section(Message::NewRooms, &rooms(&answers.rooms));
    section(Message::NewPeople, &commented(PEOPLE));
    section(Message::NewSessions, &commented(&session(answers)));
    section(Message::NewSponsors, &commented(SPONSORS));
    text
}

/// Returns the keys of the conference.
fn top(answers: &Answers) -> String {
    let mut text = format!("title = {}\n# subtitle = \"…\"\n", quoted(&answers.title));
    match (answers.start, answers.end) {
        (Some(start), Some(end)) if start < end => {
            text += &format!("start = {start}\nend = {end}\n");
        }
        (Some(start), _) => text += &format!("date = {start}\n"),
        (None, _) => text += "# date = 2027-05-14\n",
    }
    let line = |key: &str, value: Option<&str>, example: &str| match value {
        Some(value) => format!("{key} = {}\n", quoted(value)),
        None => format!("# {key} = \"{example}\"\n"),
    };
    text += &line("timezone", answers.zone.as_deref(), "Europe/Berlin");
    text += &line("language", answers.language.as_ref().map(Lang::as_str), "en");
    text += &match &answers.city {
        Some(city) => format!("venue = {{ city = {} }}\n", quoted(city)),
        None => "# venue = { name = \"…\", city = \"…\" }\n".to_owned(),
    };
    text + "# url = \"https://…\"\n"
}

fn rooms(rooms: &[String]) -> String {
    let table = |name: &str| format!("[[rooms]]\nname = {name}\n");
    if rooms.is_empty() {
        return commented(&table("\"…\""));
    }
    let tables: Vec<String> = rooms.iter().map(|room| table(&quoted(room)) + "# capacity = 100\n").collect();
    tables.join("\n")
}

/// Returns an example of a session; it has a day if the conference has several.
fn session(answers: &Answers) -> String {
    let has_days = answers.start.zip(answers.end).is_some_and(|(start, end)| start < end);
    let day = answers.start.filter(|_| has_days).map(|day| format!("date = {day}\n"));
    let room = answers.rooms.first().map_or_else(|| "\"…\"".to_owned(), |room| quoted(room));
    format!(
        "[[agenda]]\ntitle = \"…\"\n{}start = \"09:30\"\nend = \"10:15\"\nroom = {room}\nspeakers = [\"…\"]\nabstract = \"…\"\n",
        day.unwrap_or_default(),
    )
}

fn commented(lines: &str) -> String {
    lines.lines().flat_map(|line| ["# ", line, "\n"]).collect()
}
