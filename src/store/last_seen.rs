//! The last seen edition of each schedule, used to show changes.

use toml::{Table, Value};

use super::fields::{Fields, Writer, key_lines};
use super::{ConferenceKey, Folders, NO_CALLBACK, StoreError, file, session};
use kurultai_schedule::format::event_file::quoted;
use kurultai_schedule::model::{LocalizedText, SessionSnapshot};
use kurultai_schedule::plan::{About, Details, Edition, EditionDetails, Fact, Item, Thing};
use kurultai_schedule::text::{Lang, SafeText};

/// The folder in the state folder.
const FOLDER: &str = "seen";

/// The version of the app that wrote the file. Another version may read more details from the same schedule;
/// in that case, only sessions with their times, rooms and titles are compared.
const RELEASE: &str = env!("CARGO_PKG_VERSION");

/// Returns the last-seen edition; `None` if there is none or the file is damaged.
#[must_use]
pub fn load(folders: &Folders, conference: &ConferenceKey) -> Option<Edition> {
    let content = file::read(&conference.file(&folders.state.join(FOLDER))).ok()?;
    if content.text.is_empty() || !content.is_whole {
        return None;
    }
    read(&content.text)
}

/// Saves an edition as last seen.
///
/// # Errors
/// If the file cannot be written.
pub fn save(folders: &Folders, conference: &ConferenceKey, edition: &Edition) -> Result<(), StoreError> {
    let path = conference.file(&folders.state.join(FOLDER));
    let text = write(conference, edition);
    file::update(&path, NO_CALLBACK, |_| file::NewContent { text, is_lossy: false, value: () }).map(|_| ())
}

fn read(text: &str) -> Option<Edition> {
    let table: Table = text.parse().ok()?;
    let tables = |key| {
        let tables = table.get(key).and_then(Value::as_array);
        tables.into_iter().flatten().filter_map(Value::as_table)
    };
    let session = |table| Some((session::read(&mut Fields::new(table))?, details(table)));
    let (sessions, of_sessions): (Vec<SessionSnapshot>, Vec<Details>) =
        tables("sessions").filter_map(session).unzip();
    let is_ours = table.get("release").and_then(Value::as_str) == Some(RELEASE);
    let things = || tables("things").filter_map(thing).collect();
    let details = is_ours.then(|| EditionDetails { sessions: of_sessions, things: things() });
    Some(Edition { sessions, details })
}

fn thing(table: &Table) -> Option<Thing> {
    let mut fields = Fields::new(table);
    Some(Thing {
        about: About::from_word(table.get("about")?.as_str()?)?,
        guid: fields.line("guid"),
        id: fields.line("id"),
        name: table.get("name").and_then(texts),
        is_in_sessions: fields.flag("in_sessions"),
        details: details(table),
    })
}

fn details(table: &Table) -> Details {
    let facts = table.get("facts").and_then(Value::as_table).into_iter().flatten();
    let fact = |(word, value): (&String, &Value)| {
        let items = value.as_array()?.iter().filter_map(item).collect();
        Some((Fact::from_word(word)?, items))
    };
    facts.filter_map(fact).collect()
}

fn item(value: &Value) -> Option<Item> {
    match value.as_array().map(Vec::as_slice) {
        Some([text, note]) => Some(Item { texts: texts(text)?, note: Some(SafeText::line(note.as_str()?)) }),
        Some(_) => None,
        None => Some(Item { texts: texts(value)?, note: None }),
    }
}

fn texts(value: &Value) -> Option<LocalizedText> {
    match value {
        Value::String(text) => Some(LocalizedText::untagged(SafeText::text(text))),
        Value::Table(texts) => {
            let text = |(lang, text): (&String, &Value)| {
                Some((Lang::parse(lang).ok()?, SafeText::text(text.as_str()?)))
            };
            LocalizedText::translated(texts.iter().filter_map(text))
        }
        _ => None,
    }
}

fn write(conference: &ConferenceKey, edition: &Edition) -> String {
    let mut top = Writer::default();
    top.text("conference", Some(&conference.name()));
    top.text("title", conference.title.as_ref());
    top.value("release", edition.details.as_ref().map(|_| quoted(RELEASE)));
    let mut page = key_lines(&top.0);
    let of_sessions = edition.details.iter().flat_map(|details| &details.sessions).map(Some);
    for (session, details) in edition.sessions.iter().zip(of_sessions.chain(std::iter::repeat(None))) {
        let mut keys = Writer(session::key_values(session));
        keys.value("facts", details.and_then(written));
        page.push_str("\n[[sessions]]\n");
        page.push_str(&key_lines(&keys.0));
    }
    for thing in edition.details.iter().flat_map(|details| &details.things) {
        let mut keys = Writer::default();
        keys.value("about", Some(quoted(thing.about.word())));
        keys.text("guid", thing.guid.as_ref());
        keys.text("id", thing.id.as_ref());
        keys.value("name", thing.name.as_ref().map(written_texts));
        keys.value("in_sessions", thing.is_in_sessions.then(|| "true".to_owned()));
        keys.value("facts", written(&thing.details));
        page.push_str("\n[[things]]\n");
        page.push_str(&key_lines(&keys.0));
    }
    page
}

/// Formats details as an inline table. A value is an array of texts; a text with a note is an array of both.
fn written(details: &Details) -> Option<String> {
    let item = |Item { texts, note }: &Item| match note {
        Some(note) => format!("[{}, {}]", written_texts(texts), quoted(note)),
        None => written_texts(texts),
    };
    let fact = |(fact, items): (&Fact, &Vec<Item>)| {
        format!("{} = [{}]", fact.word(), items.iter().map(item).collect::<Vec<_>>().join(", "))
    };
    let facts: Vec<String> = details.iter().map(fact).collect();
    (!facts.is_empty()).then(|| format!("{{ {} }}", facts.join(", ")))
}

fn written_texts(texts: &LocalizedText) -> String {
    let text = |(lang, text): (Option<&Lang>, &SafeText)| match lang {
        Some(lang) => format!("{lang} = {}", quoted(text)),
        None => quoted(text),
    };
    let written: Vec<String> = texts.iter().map(text).collect();
    if texts.iter().any(|(lang, _)| lang.is_none()) {
        return written.into_iter().next().unwrap_or_default();
    }
    format!("{{ {} }}", written.join(", "))
}
