//! Changes as JSON; docs/JSON.md describes it.

use serde_json::{Value, json};

use crate::cli::json::{Scope, session, snapshot};
use crate::presenter::Presenter;
use kurultai_schedule::model::LanguagePreference;
use kurultai_schedule::plan::{Change, Fact, Item};

pub(super) fn answer(presenter: &Presenter<'_>, changes: &[Change]) -> Value {
    let reading = presenter.conference.reading(None);
    let scope = Scope { reading: &reading, ..Scope::new(presenter) };
    let fact = |change: &Change| {
        json!({
            "about": change.about.word(),
            "fact": change.fact.word(),
            "name": change.name.as_ref().map(|name| name.get(&reading).as_str()),
            "from": values(change, &change.from, &reading),
            "to": values(change, &change.to, &reading),
            "was": change.was.as_ref().map(|was| snapshot(scope, was)),
            "is": change.session.map(|id| session(scope, id)),
        })
    };
    changes.iter().map(fact).collect()
}

/// The values of a change; `None` if the sessions show them, and for long texts.
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
