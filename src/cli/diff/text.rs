//! Changes for people: a line each, under their days, or what else they are about.

use super::by_section;
use crate::plan::Change;
use crate::presenter::{Presenter, change_counts, change_kind};
use crate::text::{pad, width, wrap};

/// A line that counts, then each change in a line: `10:30  other time  Title · 10:00 → 10:30`. Lines are broken only where
/// somebody says at how many columns.
pub(super) fn text(words: &Presenter<'_>, changes: &[Change], columns: Option<usize>) -> String {
    // Whose clock the times are on is only told where it is not the venue's: a line of counts is what scripts read.
    let clock = words.other_clock().map(|clock| format!(" · {clock}"));
    let mut page = change_counts(words.locale, changes) + &clock.unwrap_or_default() + "\n";
    let kind = |change: &Change| change_kind(words.locale, change);
    let widest = changes.iter().map(|change| width(&kind(change))).max().unwrap_or(0);
    for (section, changes) in by_section(words, changes) {
        page += &format!("\n{section}\n");
        for change in changes {
            let beginning =
                format!("{}  {}  ", pad(&words.change_start(change), 5), pad(&kind(change), widest));
            let said = words.change_text(change);
            let Some(columns) = columns else {
                page += &format!("{beginning}{said}\n");
                continue;
            };
            let indent = width(&beginning);
            let lines = wrap(&said, columns.saturating_sub(indent).max(1));
            for (at, line) in lines.iter().enumerate() {
                let before = if at == 0 { beginning.clone() } else { " ".repeat(indent) };
                page += &format!("{before}{line}\n");
            }
        }
    }
    page
}
