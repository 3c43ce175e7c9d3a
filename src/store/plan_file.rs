//! A plan as text: TOML that a person can read, edit and merge.
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
//! Of a session at least one of `guid`, `id`, `url` and `title` is there, or `title = ""` with a day or a start. `day` stands where the program day is another one
//! than the date, `end_date` where a busy time ends on a later day, and `[[muted]]` has a `room`, a `track` or a session.

mod lists;

use chrono::{NaiveDate, NaiveDateTime};

use super::fields::{Fields, Writer, Written};
use super::list_file::{Entry, ListFile, can_be_written, entries};
use super::session::KEYS;
use crate::format::event_file::FileVocabulary;
use crate::model::{BusyBlock, HiddenSession, Note, Pick, Plan, SessionSnapshot};
use crate::text::SafeText;

/// The format of this file that is written.
const FORMAT: i64 = 1;
const TOP: &[&str] = &["format", "conference", "title"];
const LISTS: &[&str] = &["picks", "notes", "busy", "muted"];
const NAMES: FileVocabulary<'_> = FileVocabulary {
    tables: &[],
    arrays: LISTS,
    keys: &[TOP, KEYS, &["level", "text", "end", "end_date", "room", "track"]],
};

/// A place in a plan that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damage {
    /// The line, counted from 1; that of its header, where it is an entry that says too little.
    pub line: usize,
    /// Whether it is no TOML, so that what stands there goes when the plan is written. All else stays.
    pub is_lost: bool,
}

/// Reads a plan; what cannot be read costs the entry that it is in, or less. Never fails.
#[must_use]
pub fn read(text: &str) -> (Plan, Option<Damage>) {
    let former = ExistingFile::new(text);
    (former.plan, former.damage)
}

/// Writes a plan, each list by time. Of the former text everything stays that is not changed: comments, keys and tables
/// that are not known, entries that cannot be understood; so does how an entry is written that is still the same.
#[must_use]
pub fn write(plan: &Plan, former_text: Option<&str>) -> String {
    ExistingFile::new(former_text.unwrap_or_default()).rewritten(plan.clone()).text
}

/// A plan that was read, to be written again.
pub(super) struct ExistingFile<'a> {
    document: ListFile<'a>,
    pub(super) plan: Plan,
    pub(super) damage: Option<Damage>,
}

impl<'a> ExistingFile<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let document = ListFile::new(text, NAMES);
        let ((picks, of_picks), (notes, of_notes)) = (document.entries(), document.entries());
        let ((busy, of_busy), (muted, of_muted)) = (document.entries(), document.entries());
        let mut fields = Fields::new(document.top());
        let (conference, title) = (fields.line("conference"), fields.line("title"));
        let of_top = fields.damaged.as_deref().map(|key| document.place_at_top(key));
        let plan = Plan { conference, title, picks, notes, busy, muted };
        let odd = [of_top, of_picks, of_notes, of_busy, of_muted].into_iter().flatten().min();
        let place = document.mistake.map(|at| (at, true)).or_else(|| odd.map(|at| (at, false)));
        let damage = place.map(|(at, is_lost)| Damage { line: document.line(at), is_lost });
        Self { document, plan, damage }
    }

    /// The text with another plan.
    pub(super) fn rewritten(&self, mut plan: Plan) -> Rewritten {
        sort(&mut plan);
        let is_lossy = self.damage.is_some_and(|damage| damage.is_lost);
        let text = written(&plan, &self.document);
        // What was put together of two texts is right when it says what the plan says.
        if is_it(&plan, &text) {
            return Rewritten { text, plan, left_out: 0, is_lossy };
        }
        let left_out = leave_out(&mut plan);
        let text = written(&plan, &self.document);
        if is_it(&plan, &text) {
            return Rewritten { text, plan, left_out, is_lossy };
        }
        Rewritten { text: written(&plan, &ListFile::new("", NAMES)), plan, left_out, is_lossy: true }
    }
}

/// A plan that was put into the text of a former one.
pub(super) struct Rewritten {
    pub(super) text: String,
    /// The plan in that text.
    pub(super) plan: Plan,
    /// The number of plan entries that cannot be written.
    pub(super) left_out: usize,
    /// True if something of the former text is not in it that nobody changed.
    pub(super) is_lossy: bool,
}

/// Takes out of a plan what would not be read back as it is, and gives the number of these entries.
fn leave_out(plan: &mut Plan) -> usize {
    fn keep<T: Entry>(entries: &mut Vec<T>) -> usize {
        let before = entries.len();
        entries.retain(can_be_written);
        before - entries.len()
    }
    keep(&mut plan.picks) + keep(&mut plan.notes) + keep(&mut plan.busy) + keep(&mut plan.muted)
}

fn written(plan: &Plan, former: &ListFile<'_>) -> String {
    let mut rewriting = former.rewrite();
    rewriting.list(&plan.picks);
    rewriting.list(&plan.notes);
    rewriting.list(&plan.busy);
    rewriting.list(&plan.muted);
    let mut fields = Fields::new(former.top());
    let (conference, title) = (fields.line("conference"), fields.line("title"));
    // A file of a later format stays one.
    let known = top(conference.as_ref(), title.as_ref(), fields.has("format"));
    rewriting.finish(&known, &top(plan.conference.as_ref(), plan.title.as_ref(), true), LISTS)
}

fn top(conference: Option<&SafeText>, title: Option<&SafeText>, has_format: bool) -> Vec<Written> {
    let mut keys = Writer::default();
    keys.value("format", has_format.then(|| FORMAT.to_string()));
    keys.text("conference", conference);
    keys.text("title", title);
    keys.0
}

/// Whether a text is TOML and says what a plan says.
fn is_it(plan: &Plan, text: &str) -> bool {
    let Ok(table) = text.parse::<toml::Table>() else { return false };
    let mut fields = Fields::new(&table);
    let (conference, title) = (fields.line("conference"), fields.line("title"));
    let (picks, notes) = (entries(&table), entries(&table));
    let (busy, muted) = (entries(&table), entries(&table));
    let mut read = Plan { conference, title, picks, notes, busy, muted };
    sort(&mut read);
    read == *plan
}

/// Puts each list in the order of time.
pub(super) fn sort(plan: &mut Plan) {
    plan.picks.sort_by_cached_key(|pick| (when(&pick.session), pick.session.title.clone()));
    plan.notes.sort_by_cached_key(|note| (when(&note.session), note.session.title.clone()));
    plan.busy.sort_by_cached_key(|busy| (busy.start, busy.end, busy.title.clone()));
    plan.muted.sort_by_cached_key(|muted| match muted {
        HiddenSession::Room(name) => (0, When::default(), Some(name.clone())),
        HiddenSession::Track(name) => (1, When::default(), Some(name.clone())),
        HiddenSession::Session(session) => (2, when(session), session.title.clone()),
    });
}

/// Sessions without a date come last.
type When = (bool, Option<NaiveDate>, Option<NaiveDateTime>);

fn when(session: &SessionSnapshot) -> When {
    (session.date.is_none(), session.date, session.starts())
}
