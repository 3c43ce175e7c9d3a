//! The text of a plan file: TOML that people can read, edit and merge.
//!
//! ```toml
//! format = 1
//! conference = "fosdem-2025"
//! title = "FOSDEM 2025"
//!
//! [[picks]]
//! level = "must"
//! title = "Rust for Linux"
//! date = 2025-02-01
//! start = "09:30"
//! duration = "50m"
//! rooms = ["Janson"]
//! people = ["…"]
//! guid = "…"
//! id = "…"
//! url = "https://…"
//!
//! [[notes]]
//! text = "Ask for the slides."
//! title = "…"
//!
//! [[busy]]
//! date = 2025-02-01
//! start = "12:00"
//! end = "13:00"
//! title = "Lunch"
//!
//! [[muted]]
//! room = "…"
//! ```
//!
//! A session needs a `guid`, `id`, `url` or `title`, or `title = ""` with a day or start. `day` is written if
//! the conference day differs from the date, `end_date` if a busy block ends on a later day. `[[muted]]` has
//! a `room`, a `track` or a session.

mod lists;

use chrono::{NaiveDate, NaiveDateTime};

use super::fields::{Fields, KeyValue, Writer};
use super::list_file::{Entry, ListFile, entries, is_writable};
use super::session::KEYS;
use kurultai_schedule::format::event_file::FileVocabulary;
use kurultai_schedule::model::{BusyBlock, HiddenItem, Note, Pick, Plan, SessionSnapshot};
use kurultai_schedule::text::SafeText;

/// The version of the file format.
const FORMAT: i64 = 1;
const TOP: &[&str] = &["format", "conference", "title"];
const LISTS: &[&str] = &["picks", "notes", "busy", "muted"];
const NAMES: FileVocabulary<'_> = FileVocabulary {
    tables: &[],
    arrays: LISTS,
    keys: &[TOP, KEYS, &["level", "text", "end", "end_date", "room", "track"]],
};

/// A part of a plan file that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damage {
    /// The line, counted from 1.
    pub line: usize,
    /// True if it is not TOML, so that it is dropped when the plan is written.
    pub is_lost: bool,
}

/// Parses a plan. Unreadable entries are skipped.
#[must_use]
pub fn read(text: &str) -> (Plan, Option<Damage>) {
    let former = ExistingFile::new(text);
    (former.plan, former.damage)
}

/// Formats a plan; each list is sorted by time. Preserves comments, unknown content and unchanged entries of
/// `former_text`.
#[must_use]
pub fn write(plan: &Plan, former_text: Option<&str>) -> String {
    ExistingFile::new(former_text.unwrap_or_default()).rewritten(plan.clone()).text
}

/// A parsed plan file.
pub(super) struct ExistingFile<'a> {
    document: ListFile<'a>,
    pub(super) plan: Plan,
    pub(super) damage: Option<Damage>,
}

impl<'a> ExistingFile<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let document = ListFile::new(text, NAMES);
        let ((picks, of_picks), (notes, of_notes)) = (document.entries(), document.entries());
        let ((busy, of_busy), (hidden, of_hidden)) = (document.entries(), document.entries());
        let mut fields = Fields::new(document.top());
        let (conference, title) = (fields.line("conference"), fields.line("title"));
        let of_top = fields.damaged.as_deref().map(|key| document.top_key_offset(key));
        let plan = Plan { conference, title, picks, notes, busy, hidden };
        let odd = [of_top, of_picks, of_notes, of_busy, of_hidden].into_iter().flatten().min();
        let place = document.mistake.map(|at| (at, true)).or_else(|| odd.map(|at| (at, false)));
        let damage = place.map(|(at, is_lost)| Damage { line: document.line(at), is_lost });
        Self { document, plan, damage }
    }

    /// Returns the text with a different plan.
    pub(super) fn rewritten(&self, mut plan: Plan) -> Rewritten {
        sort(&mut plan);
        let is_lossy = self.damage.is_some_and(|damage| damage.is_lost);
        let text = format(&plan, &self.document);
        // Editing TOML text can go wrong, so read the result back.
        if parses_to(&plan, &text) {
            return Rewritten { text, plan, left_out: 0, is_lossy };
        }
        let left_out = remove_unwritable(&mut plan);
        let text = format(&plan, &self.document);
        if parses_to(&plan, &text) {
            return Rewritten { text, plan, left_out, is_lossy };
        }
        Rewritten { text: format(&plan, &ListFile::new("", NAMES)), plan, left_out, is_lossy: true }
    }
}

/// The new text of a plan file.
pub(super) struct Rewritten {
    pub(super) text: String,
    /// The plan in that text.
    pub(super) plan: Plan,
    /// The number of entries that the format cannot represent.
    pub(super) left_out: usize,
    /// True if the new text lacks other content of the old one.
    pub(super) is_lossy: bool,
}

/// Removes entries that do not survive writing and reading; returns their number.
fn remove_unwritable(plan: &mut Plan) -> usize {
    fn keep<T: Entry>(entries: &mut Vec<T>) -> usize {
        let before = entries.len();
        entries.retain(is_writable);
        before - entries.len()
    }
    keep(&mut plan.picks) + keep(&mut plan.notes) + keep(&mut plan.busy) + keep(&mut plan.hidden)
}

fn format(plan: &Plan, former: &ListFile<'_>) -> String {
    let mut rewriting = former.rewrite();
    rewriting.list(&plan.picks);
    rewriting.list(&plan.notes);
    rewriting.list(&plan.busy);
    rewriting.list(&plan.hidden);
    let mut fields = Fields::new(former.top());
    let (conference, title) = (fields.line("conference"), fields.line("title"));
    // A file in a later format keeps its version number.
    let known = top(conference.as_ref(), title.as_ref(), fields.has("format"));
    rewriting.finish(&known, &top(plan.conference.as_ref(), plan.title.as_ref(), true), LISTS)
}

fn top(conference: Option<&SafeText>, title: Option<&SafeText>, has_format: bool) -> Vec<KeyValue> {
    let mut keys = Writer::default();
    keys.value("format", has_format.then(|| FORMAT.to_string()));
    keys.text("conference", conference);
    keys.text("title", title);
    keys.0
}

/// True if a text parses to a plan.
fn parses_to(plan: &Plan, text: &str) -> bool {
    let Ok(table) = text.parse::<toml::Table>() else { return false };
    let mut fields = Fields::new(&table);
    let (conference, title) = (fields.line("conference"), fields.line("title"));
    let (picks, notes) = (entries(&table), entries(&table));
    let (busy, hidden) = (entries(&table), entries(&table));
    let mut read = Plan { conference, title, picks, notes, busy, hidden };
    sort(&mut read);
    read == *plan
}

/// Sorts each list by time.
pub(super) fn sort(plan: &mut Plan) {
    plan.picks.sort_by_cached_key(|pick| (sort_key(&pick.session), pick.session.title.clone()));
    plan.notes.sort_by_cached_key(|note| (sort_key(&note.session), note.session.title.clone()));
    plan.busy.sort_by_cached_key(|busy| (busy.start, busy.end, busy.title.clone()));
    plan.hidden.sort_by_cached_key(|hidden| match hidden {
        HiddenItem::Room(name) => (0, SortKey::default(), Some(name.clone())),
        HiddenItem::Track(name) => (1, SortKey::default(), Some(name.clone())),
        HiddenItem::Session(session) => (2, sort_key(session), session.title.clone()),
    });
}

/// The sort key. Sessions without a date come last.
type SortKey = (bool, Option<NaiveDate>, Option<NaiveDateTime>);

fn sort_key(session: &SessionSnapshot) -> SortKey {
    (session.date.is_none(), session.date, session.start_datetime())
}
