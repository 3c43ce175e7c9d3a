//! What people write for the words of the format: words that are as good, and those of their own language.

use super::schema::Record;
use super::spanned::{Kind, Value};
use crate::model::{Conference, Session};

/// Written keys, each with what may be meant; the first one that a table has is.
const KEYS: &[(&[&str], &[&str])] = &[
    (&["titel", "name", "heading", "topic", "название", "тема", "аталышы", "темасы"], &["title", "name"]),
    (&["title", "имя", "аты", "full_name", "fullname", "vorname", "nachname"], &["name", "title"]),
    (&["name", "speaker", "who", "имя", "аты"], &["person"]),
    (
        &[
            "speaker",
            "speeker",
            "speekers",
            "sprecher",
            "referent",
            "referenten",
            "presenter",
            "presenters",
            "by",
            "lecturer",
        ],
        &["speakers"],
    ),
    (&["докладчик", "докладчики", "спикер", "баяндамачы", "баяндамачылар"], &["speakers"]),
    (&["participants", "persons", "members", "участники", "катышуучулар"], &["people"]),
    (
        &["raum", "saal", "ort", "location", "place", "hall", "where", "зал", "место", "жер", "жери"],
        &["room", "venue", "address"],
    ),
    (
        &["beginn", "begin", "begins", "von", "from", "start_time", "starts", "начало", "башталышы"],
        &["start"],
    ),
    (&["ende", "bis", "until", "to", "ends", "end_time", "finish", "конец", "окончание", "аягы"], &["end"]),
    (&["datum", "tag", "day", "when", "дата", "день", "күнү"], &["date", "start"]),
    (&["dauer", "length", "minutes", "длительность", "узактыгы"], &["duration"]),
    (&["art", "typ", "category", "format", "вид", "тип", "түрү"], &["kind"]),
    (
        &["sprache", "language", "lang", "languages", "язык", "языки", "тили", "тил"],
        &["languages", "language"],
    ),
    (&["time_zone", "tz", "zone", "zeitzone"], &["timezone"]),
    (
        &["description", "about", "beschreibung", "text", "summary", "описание"],
        &["abstract", "bio", "text", "description"],
    ),
    (&["web", "website", "homepage", "link", "page", "site", "сайт"], &["url", "links"]),
    (&["email", "e-mail", "mail", "phone", "telephone", "телефон"], &["contact"]),
    (&["topic", "themes", "topics"], &["topics", "tags"]),
    (&["job", "post", "function", "должность", "кызматы", "role"], &["position", "roles", "role"]),
    (&["company", "affiliation", "organisation", "institution", "организация", "уюм"], &["organization"]),
    (&["online", "mode", "participation"], &["attendance"]),
    (&["level", "category", "class", "package"], &["tier"]),
    (&["seats", "size", "places"], &["capacity"]),
    (&["motto", "slogan", "leitthema"], &["theme"]),
];

/// Written headers, each with the table that is meant.
const TABLES: &[(&str, &[&str])] = &[
    (
        "agenda",
        &[
            "talk",
            "talks",
            "program",
            "programm",
            "programme",
            "schedule",
            "timetable",
            "item",
            "items",
            "lecture",
            "lectures",
            "presentation",
            "presentations",
            "slot",
            "slots",
            "vortrag",
            "workshop",
            "workshops",
        ],
    ),
    ("people", &["person", "persons", "participants", "participant", "personen", "moderators"]),
    ("speakers", &["sprecher", "referenten", "presenters", "presenter"]),
    ("guests", &["gast", "gäste", "gaeste", "invited"]),
    ("rooms", &["hall", "halls", "location", "locations", "raum", "räume", "raeume"]),
    ("days", &["tag", "tage"]),
    ("organizers", &["organisers", "organiser", "committee", "committees", "team", "hosts", "veranstalter"]),
    ("sponsors", &["supporters", "supporter", "partners", "partner", "sponsoren"]),
    ("info", &["infos", "information", "wifi", "faq", "practical"]),
    ("delegations", &["countries", "institutions", "delegationen"]),
];

/// Written words, by the key, each with the known word that says the same.
const WORDS: &[(&str, &str, &[&str])] = &[
    (
        "kind",
        "meal",
        &["lunch", "dinner", "breakfast", "supper", "banquet", "mittagessen", "обед", "ужин", "түшкү тамак"],
    ),
    (
        "kind",
        "break",
        &["coffee", "coffee break", "tea", "tea break", "pause", "recess", "перерыв", "тыныгуу"],
    ),
    ("kind", "social", &["party", "reception", "concert", "get-together", "networking"]),
    ("kind", "talk", &["lecture", "presentation", "speech", "vortrag", "доклад", "баяндама"]),
    ("kind", "discussion", &["roundtable", "round table", "debate", "круглый стол"]),
    ("kind", "panel", &["panel discussion", "podium"]),
    ("kind", "greeting", &["welcome", "begrüßung", "приветствие", "куттуктоо"]),
    ("kind", "workshop", &["tutorial", "training", "masterclass", "мастер-класс"]),
    ("kind", "tour", &["excursion", "trip", "visit", "führung", "экскурсия"]),
    ("kind", "ceremony", &["award", "awards", "award ceremony"]),
    ("kind", "opening", &["eröffnung", "открытие", "ачылыш", "ачылышы"]),
    ("kind", "closing", &["end", "abschluss", "закрытие", "жабылыш", "жабылышы"]),
    ("kind", "lightning", &["lightning talk", "lightning talks", "short talk"]),
    ("role", "moderator", &["moderation", "facilitator", "модератор"]),
    ("role", "speaker", &["presenter", "lecturer", "talk", "referent", "докладчик", "спикер", "баяндамачы"]),
    ("role", "chair", &["chairman", "chairwoman", "chairperson", "vorsitz", "председатель", "төрага"]),
    (
        "role",
        "host",
        &["master of ceremonies", "mc", "presenter of the evening", "ведущий", "ведущая", "алып баруучу"],
    ),
    ("role", "guest", &["guest of honour", "guest of honor", "гость", "конок"]),
    ("role", "organizer", &["organiser", "staff", "организатор", "уюштуруучу"]),
    (
        "status",
        "cancelled",
        &[
            "cancel",
            "off",
            "abgesagt",
            "отменено",
            "отменена",
            "отменён",
            "жокко чыгарылды",
            "жокко чыгарылган",
        ],
    ),
    (
        "status",
        "postponed",
        &["moved", "delayed", "later", "verschoben", "перенесено", "перенесена", "жылдырылды"],
    ),
    ("status", "tentative", &["tbc", "tbd", "maybe", "planned", "draft", "unconfirmed"]),
    ("status", "confirmed", &["ok", "yes", "final", "fixed", "true"]),
];

/// The key of a table that is meant by another word.
pub(super) fn key_synonym(written: &str, keys: &[&'static str]) -> Option<&'static str> {
    let written = written.to_lowercase();
    let wishes = KEYS.iter().filter(|(words, _)| words.contains(&written.as_str()));
    let mut meant = wishes.flat_map(|(_, meant)| *meant).copied();
    meant.find(|meant| keys.contains(meant))
}

/// The table that is meant by another word.
pub(super) fn table_synonym(written: &str) -> Option<&'static str> {
    let written = written.to_lowercase();
    TABLES.iter().find(|(_, words)| words.contains(&written.as_str())).map(|(table, _)| *table)
}

/// The known word of a key that says the same.
pub(super) fn value_synonym(key: &str, written: &str) -> Option<&'static str> {
    let key = if key == "roles" { "role" } else { key };
    let written = written.to_lowercase();
    let mut words = WORDS.iter().filter(|(of, ..)| *of == key);
    words.find(|(.., words)| words.contains(&written.as_str())).map(|(_, word, _)| *word)
}

/// What to write for a key that no table has, where it takes more than another key.
pub(super) fn suggested_line(written: &str, value: &Value, keys: &[&str]) -> Option<String> {
    let written = written.to_lowercase();
    let has = |key: &str| keys.contains(&key);
    let text = match &value.kind {
        Kind::Text(text) if text.len() <= 60 && !text.contains(['"', '\n', '\\']) => text,
        _ => "…",
    };
    let role = written.strip_suffix('s').unwrap_or(&written);
    let role = value_synonym("role", role).unwrap_or(role);
    let is_role = ["moderator", "chair", "panelist", "host"].contains(&role);
    match written.as_str() {
        "time" | "время" | "убактысы" | "uhrzeit" if has("start") && has("room") => {
            Some(match text.split_once(['-', '–']) {
                Some((from, to)) => {
                    format!("start = \"{}\", end = \"{}\"", from.trim(), to.trim()).replace(", ", "`, `")
                }
                None => format!("start = \"{text}\""),
            })
        }
        _ if is_role && has("people") && has("room") => {
            Some(format!("people = [{{ person = \"{text}\", role = \"{role}\" }}]"))
        }
        "cancelled" | "canceled" | "postponed" | "tentative" | "confirmed" if has("status") => {
            Some(format!("status = \"{}\"", written.replace("canceled", "cancelled")))
        }
        "online" | "hybrid" | "invited" if has("attendance") => Some(format!("attendance = \"{written}\"")),
        "city" | "country" | "address" | "location" | "place" | "ort" | "stadt" | "город" | "шаары"
            if has("venue") =>
        {
            let key =
                if ["country", "address"].contains(&written.as_str()) { written.as_str() } else { "city" };
            Some(format!("venue = {{ {key} = \"{text}\" }}"))
        }
        "wifi" | "wi-fi" | "wlan" if has("venue") => Some("[[info]]".to_owned()),
        "committee" | "organizer" | "organiser" | "организатор" if has("venue") => {
            Some("[[organizers]]".to_owned())
        }
        _ => translated(&written, keys),
    }
}

/// `title_ky`, and `ky` below a title: a table of languages is meant.
fn translated(written: &str, keys: &[&str]) -> Option<String> {
    let (key, lang) = written.rsplit_once(['_', '-']).unwrap_or(("title", written));
    let is_lang = ["ky", "ru", "en", "kg", "kk", "uz", "tr", "de", "fr", "zh"].contains(&lang);
    let key = keys.iter().find(|known| **known == key).filter(|_| is_lang)?;
    Some(format!("{key} = {{ {lang} = \"…\", … = \"…\" }}"))
}

/// Whether a key of the top is one that sessions alone have.
pub(super) fn is_of_a_session(key: &str) -> bool {
    Session::KEYS.contains(&key) && !Conference::KEYS.contains(&key)
}

#[cfg(test)]
mod tests {
    use super::super::schema;
    use super::*;

    #[test]
    fn what_is_meant_is_known() {
        for (_, meant) in KEYS {
            let is_key = |key: &&str| {
                schema::ARRAYS.iter().any(|(_, keys)| keys.contains(key)) || Conference::KEYS.contains(key)
            };
            assert!(
                meant.iter().all(|key| is_key(key) || *key == "person" || *key == "address"),
                "{meant:?}"
            );
        }
        for (table, words) in TABLES {
            assert!(schema::ARRAY_NAMES.contains(table), "{table}");
            assert!(words.iter().all(|word| !schema::ARRAY_NAMES.contains(word)), "{words:?}");
        }
    }
}
