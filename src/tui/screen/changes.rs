//! What is new in the program since it was last looked at: a line a fact, what is picked first.

use super::{Item, Scene};
use crate::locale::Message;
use crate::plan::{Change, Fact};
use crate::text::{width, wrap};
use crate::theme::Role;
use crate::tui::widget::{Entry, Line, Page};
use crate::wording::{change_counts, change_kind};

/// So many are listed; the first of them are what matters.
const MOST: usize = 1000;

pub(super) fn list(scene: &Scene<'_>) -> Vec<Entry<Item>> {
    let words = &scene.words;
    let mine = &scene.visit.mine;
    let counts = wrap(&change_counts(words.locale, &mine.changes), scene.columns.saturating_sub(2));
    let mark = |text| Entry::mark(Line::new(" ", Role::Text).and(text, Role::Dim));
    let mut entries: Vec<Entry<Item>> = counts.into_iter().map(mark).collect();
    let mut head = None;
    for (at, change) in mine.changes.iter().enumerate().take(MOST) {
        let of_change =
            Some((at < mine.own_changes, change.day())).map(|(own, day)| (own, day.filter(|_| !own)));
        if of_change != head {
            head = of_change;
            let text = match of_change {
                Some((true, _)) => words.word(Message::ChangesInPlan),
                Some((_, Some(day))) => words.locale.weekday_day(day),
                _ => words.word(Message::DayNotAnnounced),
            };
            entries.extend(super::group(text, false));
        }
        entries.push(row(scene, at, change));
    }
    entries
}

/// ` moved       10:30  Title: 10:00 → 10:30`
fn row(scene: &Scene<'_>, at: usize, change: &Change) -> Entry<Item> {
    let words = &scene.words;
    let kinds = Fact::ALL.map(|fact| width(&change_kind(words.locale, fact)));
    let kind_width = kinds.into_iter().max().unwrap_or(0);
    let role = match change.fact {
        Fact::New | Fact::Uncancelled => Role::Accent,
        Fact::Gone | Fact::Cancelled => Role::Warn,
        Fact::Time | Fact::Rooms | Fact::Title => Role::Text,
    };
    let kind = Line::new(" ", Role::Text).and(change_kind(words.locale, change.fact), role);
    let is_wide = scene.columns >= kind_width + 34;
    let indent = if is_wide { kind_width + 3 } else { 3 };
    let room = scene.columns.saturating_sub(indent + 1).max(1);
    let mut lines = Vec::new();
    let mut before = if is_wide {
        kind.to(indent)
    } else {
        lines.push(kind);
        Line::default().to(indent)
    };
    // When it is, where that is not what changed.
    let start =
        Some(words.change_start(change)).filter(|start| change.fact != Fact::Time && !start.is_empty());
    let text = start.into_iter().chain([words.change_text(change)]).collect::<Vec<_>>().join("  ");
    for line in wrap(&text, room) {
        lines.push(std::mem::take(&mut before).and(line, Role::Text));
        before = Line::default().to(indent);
    }
    Entry::row(Item::Change(at), lines)
}

pub(super) fn detail(scene: &Scene<'_>, at: usize, page: &mut Page<Item>) {
    let Some(change) = scene.visit.mine.changes.get(at) else { return };
    if let Some(id) = change.session {
        super::agenda::detail(scene, id, page);
        return;
    }
    page.title(&scene.words.change_title(change));
    page.plain(&scene.words.change(change));
}
