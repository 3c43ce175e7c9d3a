//! Changes since the last visit, those of picks first. Several changes of one entity are listed below its
//! name.

use super::context::PaneContext;
use super::rows;
use crate::i18n::Message;
use crate::presenter::{change_counts, change_kind};
use crate::theme::TextRole;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{Entry, Line, Page};
use kurultai_schedule::plan::{Change, Fact};
use kurultai_schedule::text::{cut, width, wrap};

/// The largest number of changes in the list.
const MAX_ROWS: usize = 1000;

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let presenter = &context.presenter;
    let plan_context = &context.state.plan_context;
    let counts =
        wrap(&change_counts(presenter.locale, &plan_context.changes), context.columns.saturating_sub(2));
    let mark = |text| Entry::separator(Line::new(" ", TextRole::Text).add(text, TextRole::Dim));
    let mut entries: Vec<Entry<PaneItem>> = counts.into_iter().map(mark).collect();
    let shown = &plan_context.changes[..plan_context.changes.len().min(MAX_ROWS)];
    let rows = Rows::new(context, shown);
    let mut head = None;
    let mut at = 0;
    for of_one in shown.chunk_by(Change::is_of_same) {
        let Some(first) = of_one.first() else { continue };
        let is_own = at < plan_context.pick_changes;
        let of_change = Some((!is_own).then(|| presenter.change_section(first)));
        if of_change != head {
            head = of_change;
            let text = match of_change.flatten() {
                None => presenter.word(Message::ChangesInPlan),
                Some(section) => presenter.change_heading(section),
            };
            entries.extend(rows::group(text, false));
        }
        if let [change] = of_one {
            entries.push(rows.alone(context, at, change));
        } else {
            entries.extend(rows.title(context, first));
            let places = at..;
            entries.extend(places.zip(of_one).map(|(at, change)| rows.below(context, at, change)));
        }
        at += of_one.len();
    }
    entries
}

/// The columns of rows: the kind of change on the left, the rest beside it if there is space.
struct Rows {
    columns: usize,
    is_wide: bool,
    /// The column where the rest begins.
    indent: usize,
}

impl Rows {
    fn new(context: &PaneContext<'_>, changes: &[Change]) -> Self {
        let kinds = changes.iter().map(|change| width(&change_kind(context.presenter.locale, change)));
        let kind_width = kinds.max().unwrap_or(0);
        let is_wide = context.columns >= kind_width + 34;
        Self { columns: context.columns, is_wide, indent: if is_wide { kind_width + 3 } else { 3 } }
    }

    /// Returns the row of the only change of an entity: ` moved       10:30  Title · 10:00 → 10:30`.
    fn alone(&self, context: &PaneContext<'_>, at: usize, change: &Change) -> Entry<PaneItem> {
        let presenter = &context.presenter;
        let kind =
            Line::new(" ", TextRole::Text).add(change_kind(presenter.locale, change), role(change.fact));
        let mut lines = Vec::new();
        let mut before = if self.is_wide {
            kind.pad_to(self.indent)
        } else {
            lines.push(kind);
            Line::default().pad_to(self.indent)
        };
        // Omit the start if that is what changed.
        let start = Some(presenter.change_start(change));
        let start = start.filter(|start| change.fact != Fact::Time && !start.is_empty());
        let text = start.into_iter().chain([presenter.change_text(change)]).collect::<Vec<_>>().join("  ");
        for line in wrap(&text, self.columns.saturating_sub(self.indent + 1).max(1)) {
            lines.push(std::mem::take(&mut before).add(line, TextRole::Text));
            before = Line::default().pad_to(self.indent);
        }
        Entry::row(PaneItem::Change(at), lines)
    }

    /// Returns the name of the entity as a row above its changes, unless it is in the heading.
    fn title(&self, context: &PaneContext<'_>, change: &Change) -> Option<Entry<PaneItem>> {
        let presenter = &context.presenter;
        let name = Some(presenter.change_name(change)).filter(|name| !name.is_empty())?;
        let start = Some(presenter.change_start(change)).filter(|start| !start.is_empty());
        let text = start.into_iter().chain([name]).collect::<Vec<_>>().join("  ");
        let indent = if self.is_wide { self.indent } else { 1 };
        let text = cut(&text, self.columns.saturating_sub(indent + 1).max(1)).into_owned();
        Some(Entry::separator(Line::default().pad_to(indent).add(text, TextRole::Text)))
    }

    /// Returns one of several changes of an entity on one line: ` new room    Hall → Yard`.
    fn below(&self, context: &PaneContext<'_>, at: usize, change: &Change) -> Entry<PaneItem> {
        let presenter = &context.presenter;
        let kind = change_kind(presenter.locale, change);
        let detail = presenter.change_detail(change).unwrap_or_default();
        let line = if self.is_wide {
            Line::new(" ", TextRole::Text).add(kind, role(change.fact)).pad_to(self.indent + 2)
        } else {
            Line::new("   ", TextRole::Text).add(kind, role(change.fact)).add("  ", TextRole::Text)
        };
        let room = self.columns.saturating_sub(line.width() + 1).max(1);
        Entry::row(PaneItem::Change(at), vec![line.add(cut(&detail, room).into_owned(), TextRole::Text)])
    }
}

fn role(fact: Fact) -> TextRole {
    match fact {
        Fact::New | Fact::Uncancelled => TextRole::Accent,
        Fact::Gone | Fact::Cancelled => TextRole::Warn,
        _ => TextRole::Text,
    }
}

pub(super) fn detail(context: &PaneContext<'_>, at: usize, page: &mut Page<PaneItem>) {
    let (presenter, changes) = (&context.presenter, &context.state.plan_context.changes);
    let Some(change) = changes.get(at) else { return };
    let of_same = changes.iter().filter(|other| *other == change || other.is_of_same(change));
    let lines = of_same.map(|change| {
        let kind = change_kind(presenter.locale, change);
        presenter.change_detail(change).map_or_else(|| kind.clone(), |detail| format!("{kind}: {detail}"))
    });
    let lines = lines.collect::<Vec<_>>().join("\n");
    if let Some(id) = change.session {
        if change.fact != Fact::New {
            page.plain(&lines);
            page.plain("");
        }
        super::agenda::detail(context, id, page);
        return;
    }
    let name = Some(presenter.change_name(change)).filter(|name| !name.is_empty());
    page.title(&name.unwrap_or_else(|| presenter.change_heading(change.section())));
    page.plain(&lines);
}
