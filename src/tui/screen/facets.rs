//! What the agenda can be filtered by, with how many sessions there would be.

use super::{Item, Scene};
use crate::index::{Choice, Key};
use crate::locale::Message;
use crate::text::{cut, width};
use crate::theme::Role;
use crate::tui::widget::{Entry, Line, Page};
use crate::wording::{Wording, query_key};

/// Wider than this no row is: eyes would lose the number at its end.
const WIDEST: usize = 60;

pub(super) fn list(scene: &Scene<'_>) -> Vec<Entry<Item>> {
    let Scene { words, columns, .. } = scene;
    let facets = scene.visit.filtered.narrowed();
    if facets.is_empty() {
        return super::nothing(words, Message::NoFacet, *columns);
    }
    let mut entries = Vec::new();
    for (key, choices) in facets {
        // What every session has tells none apart.
        let all = words.conference.sessions.len();
        let is_told =
            |(_, choice): &(usize, &Choice)| choice.is_chosen || choice.is_excluded || choice.count < all;
        if !choices.iter().any(is_told) {
            continue;
        }
        let head = format!("{} · {}:", query_key(key, words.locale), key.word());
        entries.extend(super::group(head, entries.is_empty()));
        entries.extend(choices.into_iter().map(|(number, choice)| row(words, key, number, choice, *columns)));
    }
    entries
}

/// ` ✓ Janson                      32`
fn row(words: &Wording<'_>, key: Key, number: usize, choice: &Choice, columns: usize) -> Entry<Item> {
    let columns = columns.min(WIDEST);
    let count = choice.count.to_string();
    let room = columns.saturating_sub(width(&count) + 6);
    let (mark, role) = match (choice.is_chosen, choice.is_excluded) {
        (true, _) => ("✓", Role::Accent),
        (_, true) => ("✗", Role::Warn),
        _ => (" ", if choice.count == 0 { Role::Faint } else { Role::Text }),
    };
    let label = cut(&words.choice(key, choice), room).into_owned();
    let line = Line::new(format!(" {mark} "), role).and(label, role);
    let at = columns.saturating_sub(width(&count) + 1);
    Entry::row(Item::Facet(number), vec![line.to(at).and(count, Role::Dim)])
}

/// How conditions are written, beside the list of them.
pub(super) fn detail(scene: &Scene<'_>, page: &mut Page<Item>) {
    page.title(&scene.words.word(Message::FacetsTitle));
    page.plain(&scene.words.word(Message::FacetsHelp));
}
