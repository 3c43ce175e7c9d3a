//! Changes as text.

use super::sections::by_section;
use crate::cli::page::TextWriter;
use crate::presenter::{Presenter, change_counts, change_kind};
use kurultai_schedule::plan::Change;
use kurultai_schedule::text::{pad, width};

/// Formats the number of changes and a line for each: `10:30  new time    Title · 10:00 → 10:30`. Wraps only
/// if `columns` is given.
pub(super) fn text(presenter: &Presenter<'_>, changes: &[Change], columns: Option<usize>) -> String {
    // Scripts parse this line, so the venue's clock is not named.
    let clock = presenter.other_clock().map(|clock| format!(" · {clock}"));
    let mut page = TextWriter::new(columns.unwrap_or(usize::MAX));
    page.line(&(change_counts(presenter.locale, changes) + &clock.unwrap_or_default()));
    let kind = |change: &Change| change_kind(presenter.locale, change);
    let widest = changes.iter().map(|change| width(&kind(change))).max().unwrap_or(0);
    for (section, changes) in by_section(presenter, changes) {
        page.blank();
        page.line(&section);
        for change in changes {
            let prefix =
                format!("{}  {}  ", pad(&presenter.change_start(change), 5), pad(&kind(change), widest));
            page.hanging(&prefix, &presenter.change_text(change));
        }
    }
    page.text
}
