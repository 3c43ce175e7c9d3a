//! What the agenda can be filtered by, with how many sessions there would be.

use super::{Item, Scene};
use crate::index::{Choice, Filter, Key, Query};
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
        // What is no choice may still find something.
        let (typed, mistakes) = Query::read(scene.visit.filtered.narrow());
        let conference = &scene.visit.program.conference;
        let is_query =
            mistakes.is_empty() && Filter::new(&typed, conference, &scene.visit.program.index).1.is_empty();
        let message = if is_query { Message::FacetEnter } else { Message::NoFacet };
        return super::nothing(words, message, *columns);
    }
    let mut entries = Vec::new();
    for (key, choices) in facets {
        // Of one value there is nothing to choose.
        let is_taken = |(_, choice): &(usize, &Choice)| choice.is_chosen || choice.is_excluded;
        if choices.len() == 1 && scene.visit.filtered.is_single(key) && !choices.iter().any(is_taken) {
            continue;
        }
        let (name, written) = (query_key(key, words.locale), format!("{}:", key.word()));
        let head = if name == key.word() { written } else { format!("{name} · {written}") };
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
