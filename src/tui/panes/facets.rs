//! Values for filtering the agenda, with the number of sessions.

use super::context::PaneContext;
use super::rows;
use crate::i18n::Message;
use crate::presenter::{Presenter, query_key};
use crate::theme::TextRole;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{Entry, Line, Page};
use kurultai_schedule::index::{Choice, Filter, Key, Query};
use kurultai_schedule::text::{cut, width};

/// The largest width of rows, which keeps the number close to the label.
const WIDEST: usize = 60;

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let PaneContext { presenter, columns, .. } = context;
    let facets = context.state.filter.matching_facets();
    if facets.is_empty() {
        // A query without a facet may still be valid.
        let (typed, mistakes) = Query::read(context.state.filter.typed_text());
        let conference = &context.state.schedule.conference;
        let is_query = mistakes.is_empty()
            && Filter::new(&typed, conference, &context.state.schedule.index).1.is_empty();
        let message = if is_query { Message::FacetEnter } else { Message::NoFacet };
        return rows::nothing(presenter, message, *columns);
    }
    let mut entries = Vec::new();
    for (key, choices) in facets {
        // A single value offers no choice.
        let is_taken = |(_, choice): &(usize, &Choice)| choice.is_chosen || choice.is_excluded;
        if choices.len() == 1 && context.state.filter.is_single(key) && !choices.iter().any(is_taken) {
            continue;
        }
        let (name, written) = (query_key(key, presenter.locale), format!("{}:", key.word()));
        let head = if name == key.word() { written } else { format!("{name} · {written}") };
        entries.extend(rows::group(head, entries.is_empty()));
        entries.extend(
            choices.into_iter().map(|(number, choice)| row(presenter, key, number, choice, *columns)),
        );
    }
    entries
}

/// Returns ` ✓ Janson                      32`.
fn row(
    presenter: &Presenter<'_>,
    key: Key,
    number: usize,
    choice: &Choice,
    columns: usize,
) -> Entry<PaneItem> {
    let columns = columns.min(WIDEST);
    let count = choice.count.to_string();
    let room = columns.saturating_sub(width(&count) + 6);
    let (mark, role) = match (choice.is_chosen, choice.is_excluded) {
        (true, _) => ("✓", TextRole::Accent),
        (_, true) => ("✗", TextRole::Warn),
        _ => (" ", if choice.count == 0 { TextRole::Faint } else { TextRole::Text }),
    };
    let label = cut(&presenter.choice(key, choice), room).into_owned();
    let line = Line::new(format!(" {mark} "), role).add(label, role);
    let at = columns.saturating_sub(width(&count) + 1);
    Entry::row(PaneItem::Facet(number), vec![line.pad_to(at).add(count, TextRole::Dim)])
}

/// Explains the query language.
pub(super) fn detail(context: &PaneContext<'_>, page: &mut Page<PaneItem>) {
    page.title(&context.presenter.word(Message::FacetsTitle));
    page.plain(&context.presenter.word(Message::FacetsHelp));
}
