//! Files in no known format: identifies the kind of file.

use super::json::{Document, Json, Node};
use super::parsed::Parsed;
use crate::diagnostic::{Code, Diagnostic, MessageArg, Source, SourceMap, Span};
use crate::model::{Conference, LocalizedText};
use crate::text::SafeText;

/// Signatures of binary files after decoding, where invalid UTF-8 may have become U+FFFD or a letter.
const MAGIC: [(&str, &str); 8] = [
    ("%PDF", "pdf"),
    ("PK\u{3}\u{4}", "zip"),
    ("GIF8", "image"),
    ("\u{fffd}PNG", "image"),
    ("\u{fffd}\u{fffd}\u{fffd}\u{fffd}\0\u{10}JFIF", "image"),
    ("\u{fffd}\u{fffd}\u{11}\u{871}\u{1a}", "zip"),
    ("SQLite format 3", "binary"),
    ("{\\rtf", "rtf"),
];
/// The number of characters to examine.
const HEAD: usize = 100_000;

/// Returns an empty conference named after the file, and a diagnostic with the kind of file.
pub(super) fn read(source: &Source, json: Option<&Document>) -> Parsed {
    let name = source.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let kind = json.map_or_else(|| kind(source.text()), |document| kind_of_json(&document.root));
    let unknown = Diagnostic::new(Code::UnknownFormat, Span::default()).with("kind", MessageArg::Word(kind));
    let diagnostics = json.map(|document| document.diagnostics.iter().cloned()).into_iter().flatten();
    Parsed {
        conference: Conference::new(LocalizedText::untagged(SafeText::line(name))),
        source_map: SourceMap::default(),
        diagnostics: [unknown].into_iter().chain(diagnostics).collect(),
    }
}

/// Returns the kind of a binary file by its signature.
pub(super) fn magic(text: &str) -> Option<&'static str> {
    MAGIC.iter().find(|(start, _)| text.starts_with(start)).map(|(_, kind)| *kind)
}

/// Returns the kind of a text other than JSON.
fn kind(text: &str) -> &'static str {
    let head: String = text.chars().take(HEAD).collect();
    let text = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if let Some(kind) = magic(text) {
        kind
    } else if text.is_empty() {
        "empty"
    } else if text.contains('\0') {
        "binary"
    } else if text.starts_with('<') {
        kind_of_xml(text)
    } else if is_yaml(text) {
        "yaml"
    } else if is_table(text) {
        "csv"
    } else {
        "text"
    }
}

fn kind_of_xml(text: &str) -> &'static str {
    let lower = text.to_ascii_lowercase();
    let has = |tags: &[&str]| tags.iter().any(|tag| lower.contains(tag));
    if has(&["<vcalendar", ":vcalendar"]) {
        "xcal"
    } else if has(&["<!doctype html", "<html", "<head>", "<body"]) {
        "html"
    } else if has(&["<rss", "<feed", "<rdf:rdf"]) {
        "feed"
    } else {
        "xml"
    }
}

/// True if most lines are keys with a colon, or list items.
fn is_yaml(text: &str) -> bool {
    let lines =
        text.lines().take(200).filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let is_key = |line: &str| {
        let line = line.trim();
        let line = line.strip_prefix("- ").unwrap_or(line);
        let Some((key, value)) = line.split_once(':') else { return false };
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '\'');
        !key.is_empty() && key.chars().all(is_name) && (value.is_empty() || value.starts_with(' '))
    };
    let (mut all, mut ours, mut keys) = (0_usize, 0_usize, 0_usize);
    for line in lines {
        all += 1;
        let is_key = is_key(line);
        let is_part = line.starts_with([' ', '-', '%']) || line.trim() == "---";
        keys += usize::from(is_key);
        ours += usize::from(is_key || is_part);
    }
    keys > 0 && ours * 5 >= all * 4
}

/// True if the first lines have the same number of separators, outside quotes.
fn is_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(5).collect();
    let count = |line: &str, separator: char| {
        let mut is_quoted = false;
        let is_separator = |c: &char| {
            is_quoted ^= *c == '"';
            *c == separator && !is_quoted
        };
        line.chars().filter(is_separator).count()
    };
    let is_even = |separator: char| {
        let fields = lines.first().map_or(0, |first| count(first, separator));
        let same = lines.iter().filter(|line| count(line, separator) == fields).count();
        fields > 0 && same * 3 >= lines.len() * 2
    };
    lines.len() > 1 && [',', ';', '\t', '|'].into_iter().any(is_even)
}

/// Returns the kind of a JSON document by keys that only one format has.
fn kind_of_json(root: &Node) -> &'static str {
    let has = |node: &Node, names: &[&str]| names.iter().any(|name| node.get(name).is_some());
    let all = |node: &Node, names: &[&str]| names.iter().all(|name| node.get(name).is_some());
    let items: Vec<&Node> = root.items().iter().chain(lists(root)).take(200).collect();
    let any = |test: &dyn Fn(&Node) -> bool| items.iter().any(|item| test(item));
    if root.items().first().and_then(Node::as_text).is_some_and(|name| name.eq_ignore_ascii_case("vcalendar"))
    {
        "jcal"
    } else if root.text("_type") == Some("HTTPAPIResult") || any(&|item| has(item, &["_type", "_fossil"])) {
        "indico"
    } else if root.get("schedule").is_some_and(|schedule| {
        let days = schedule.members().iter().map(|(_, day)| day).chain(schedule.items());
        days.into_iter().any(|day| has(day, &["timeslots"]))
    }) {
        "hoverboard"
    } else if any(&|item| has(item, &["microlocation", "session-type", "starts-at"]))
        || any(&|item| all(item, &["session_type", "start_time"]))
    {
        "open-event"
    } else if any(&|item| all(item, &["start_date", "end_date", "venue"])) {
        "emf"
    } else if any(&|item| {
        has(item, &["start", "starts", "begin", "startsAt", "start_time", "startTime", "time"])
    }) {
        "times"
    } else if any(&|item| has(item, &["bio", "biography", "tagLine", "fullName", "public_name", "avatar"])) {
        "people"
    } else if has(root, &["rooms", "tracks", "sponsors", "sessions"])
        || any(&|item| has(item, &["name", "title"]))
    {
        "parts"
    } else if matches!(&root.value, Json::Object(members) if members.is_empty())
        || root.value == Json::List(Vec::new())
    {
        "nothing"
    } else {
        "json"
    }
}

/// Returns the items of the lists and tables in an object.
fn lists<'d>(root: &'d Node<'d>) -> impl Iterator<Item = &'d Node<'d>> {
    root.members().iter().flat_map(|(_, node)| {
        let members = node.members().iter().map(|(_, node)| node).filter(|node| !node.members().is_empty());
        node.items().iter().chain(members)
    })
}
