//! Changes for programs.
//!
//! The answer is a list of facts in the order of the new program:
//!
//! ```json
//! [{ "about": "session", "fact": "time", "name": null, "from": null, "to": null, "was": { … }, "is": { … } }]
//! ```
//!
//! `about` is the kind of thing: `session`, `conference`, `info`, `day`, `room`, `track`, `person`, `organizer`, `tier`, `sponsor`
//! or `delegation`. `fact` is `new`, `gone`, `cancelled`, `uncancelled`, `time` (another day, start or length), `rooms`, or what the
//! event file calls it. `name` is that of a thing that is no session. `from` and `to` are the values, as lists of texts without
//! order; `null` where the session says them, and for running texts. `was` is the session in the former edition, as far as it is
//! remembered, `null` where it is new; `is` the same session in the new one, `null` where it is gone; both are `null` for all other
//! things. They are as `json::Session` has them, but always in the program's own language. A session with several changes stands
//! there once for each.

use serde_json::{Value, json};

use crate::cli::json::{Scope, remembered, session};
use crate::model::LanguagePreference;
use crate::plan::{Change, Fact, Item};
use crate::presenter::Presenter;

/// The answer of `diff --format json`.
pub(super) fn answer(words: &Presenter<'_>, changes: &[Change]) -> Value {
    let reading = words.conference.reading(None);
    let scope = Scope { reading: &reading, ..Scope::of(words) };
    let fact = |change: &Change| {
        json!({
            "about": change.about.word(),
            "fact": change.fact.word(),
            "name": change.name.as_ref().map(|name| name.get(&reading).as_str()),
            "from": values(change, &change.from, &reading),
            "to": values(change, &change.to, &reading),
            "was": change.was.as_ref().map(|snapshot| remembered(scope, snapshot)),
            "is": change.session.map(|id| session(scope, id)),
        })
    };
    changes.iter().map(fact).collect()
}

/// The texts of a value, each with what belongs to it.
fn values(change: &Change, items: &[Item], reading: &LanguagePreference) -> Option<Vec<String>> {
    let is_in_session = matches!(
        change.fact,
        Fact::New | Fact::Gone | Fact::Cancelled | Fact::Uncancelled | Fact::Time | Fact::Rooms
    );
    let text = |item: &Item| {
        let text = item.texts.get(reading);
        match (&item.note, change.fact) {
            (Some(role), Fact::People) => format!("{text} ({role})"),
            (Some(label), Fact::Links | Fact::Attachments) => format!("{label}: {text}"),
            _ => text.to_string(),
        }
    };
    (!is_in_session && !change.fact.is_long()).then(|| items.iter().map(text).collect())
}
