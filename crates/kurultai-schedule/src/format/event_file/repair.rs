//! Repairs an event file: applies the fixes that are certain and leaves everything else as it is.

mod edits;

use std::collections::HashMap;
use std::ops::Range;

use self::edits::{Edit, edit};
use super::read::read;
use crate::diagnostic::{Code, Diagnostic, Severity, Source};
use crate::format::Parsed;

/// The number of rounds: a fix may uncover the next mistake of the same statement.
const MAX_ROUNDS: usize = 8;
/// The number of bytes to read again while edits are tried.
const MAX_READ: usize = 256 << 20;

/// The result of repairing an event file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// The new text. Comments, blank lines and everything that is not repaired are those of the old one.
    pub text: String,
    /// The codes of the repaired diagnostics.
    pub codes: Vec<Code>,
}

/// Repairs an event file.
///
/// An edit is kept only if its diagnostic is gone afterwards, no error is new and no session is lost: what an edit
/// does is decided by reading the file again.
///
/// ```
/// use kurultai_schedule::diagnostic::Source;
/// use kurultai_schedule::format::event_file::repair;
///
/// let source = Source::new("day.toml", "title = Our day # in May\n[agenda]\ntitle = \"Opening\"\nstart = 9:30\n");
/// let repaired = repair(&source);
/// assert_eq!(repaired.text, "title = \"Our day\" # in May\n[[agenda]]\ntitle = \"Opening\"\nstart = \"09:30\"\n");
/// assert_eq!(repaired.codes.len(), 3);
/// ```
#[must_use]
pub fn repair(source: &Source) -> Repaired {
    let mut repair =
        Repair { state: State::read(source.text().to_owned()), left: MAX_READ, codes: Vec::new() };
    for _ in 0..MAX_ROUNDS {
        if !repair.round() {
            break;
        }
    }
    Repaired { text: repair.state.text, codes: repair.codes }
}

/// A text and its problems.
struct State {
    text: String,
    diagnostics: Vec<Diagnostic>,
    sessions: usize,
}

impl State {
    fn read(text: String) -> Self {
        let Parsed { diagnostics, conference, .. } = read(&Source::new("", &text));
        Self { text, diagnostics, sessions: conference.sessions.len() }
    }

    /// Returns the number of diagnostics of each code.
    fn counts(&self) -> HashMap<Code, usize> {
        let mut counts = HashMap::new();
        for diagnostic in &self.diagnostics {
            *counts.entry(diagnostic.code).or_default() += 1;
        }
        counts
    }

    /// True if `codes` are repaired in this text, compared with the former one.
    fn repairs(&self, former: &Self, codes: &[Code]) -> bool {
        let mut expected = former.counts();
        for code in codes {
            expected.entry(*code).and_modify(|count| *count = count.saturating_sub(1));
        }
        let is_allowed = |(code, count): (&Code, &usize)| {
            *count <= expected.get(code).copied().unwrap_or(0) || !is_new_problem(*code, codes)
        };
        self.sessions >= former.sessions && self.counts().iter().all(is_allowed)
    }
}

/// True if more diagnostics of a code speak against an edit. A repaired error may uncover what could not be checked
/// before, such as a name that nothing declares.
fn is_new_problem(code: Code, repaired: &[Code]) -> bool {
    let is_error = |code: &Code| code.severity() == Severity::Error;
    repaired.contains(&code) || is_error(&code) || !repaired.iter().any(is_error)
}

struct Repair {
    state: State,
    /// The number of bytes that may still be read.
    left: usize,
    codes: Vec<Code>,
}

impl Repair {
    /// Applies all edits together if each repairs its diagnostic, or else one by one. Returns false if none did.
    fn round(&mut self) -> bool {
        let mut edits: Vec<(Code, Edit)> = Vec::new();
        for diagnostic in &self.state.diagnostics {
            let Some(edit) = edit(&self.state.text, diagnostic) else { continue };
            let is_apart = |(_, other): &(Code, Edit)| !touch(&edit.range, &other.range);
            if edits.iter().rev().take(2).all(is_apart) {
                edits.push((diagnostic.code, edit));
            }
        }
        edits.sort_by_key(|(_, edit)| edit.range.start);
        if edits.is_empty() {
            return false;
        }
        if self.apply(&edits) {
            return true;
        }
        // From the end, so that the positions of the others stay valid.
        let mut is_changed = false;
        for edit in edits.into_iter().rev() {
            is_changed |= self.apply(&[edit]);
        }
        is_changed
    }

    fn apply(&mut self, edits: &[(Code, Edit)]) -> bool {
        let Some(left) = self.left.checked_sub(self.state.text.len()) else { return false };
        self.left = left;
        let Some(text) = edited(&self.state.text, edits.iter().map(|(_, edit)| edit)) else { return false };
        let state = State::read(text);
        let codes: Vec<Code> = edits.iter().map(|(code, _)| *code).collect();
        let is_better = state.repairs(&self.state, &codes);
        if is_better {
            self.state = state;
            self.codes.extend(codes);
        }
        is_better
    }
}

fn touch(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// Returns the text with edits applied; `None` if they overlap.
fn edited<'a>(text: &str, edits: impl Iterator<Item = &'a Edit>) -> Option<String> {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for Edit { range, new } in edits {
        out.push_str(text.get(at..range.start)?);
        out.push_str(new);
        at = range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}
