//! Changes for programs.
//!
//! The answer is a list of facts in the order of the new program:
//!
//! ```json
//! [{ "fact": "time", "was": { … }, "is": { … } }]
//! ```
//!
//! `fact` is `new`, `gone`, `cancelled`, `uncancelled`, `time` (another day, start or length), `rooms` or `title`. `was` is the
//! session in the former edition, as far as it is remembered, `null` where it is new; `is` the same session in the new one, `null`
//! where it is gone. Both are as `json::Session` has them, but always in the program's own language. A session with several
//! changes stands there once for each.

use serde::Serialize;

use crate::cli::json::{Scope, Session, text as json};
use crate::plan::Change;
use crate::wording::{Wording, change_word};

#[derive(Serialize)]
struct Told {
    fact: &'static str,
    was: Option<Session>,
    is: Option<Session>,
}

/// All changes as JSON of some lines, which ends with a newline.
pub(super) fn text(words: &Wording<'_>, changes: &[Change]) -> String {
    let reading = words.conference.reading(None);
    let scope = Scope { reading: &reading, ..Scope::of(words) };
    let told = |change: &Change| Told {
        fact: change_word(change.fact),
        was: change.was.as_ref().map(|session| Session::remembered(scope, session)),
        is: change.session.map(|id| Session::of(scope, id)),
    };
    json(&changes.iter().map(told).collect::<Vec<_>>())
}
