//! Changes as Markdown.

use super::sections::by_section;
use crate::presenter::{Presenter, change_counts, change_kind};
use kurultai_schedule::plan::Change;
use kurultai_schedule::text::is_web;

/// Formats a title, the number of changes, and a list per section.
pub(super) fn text(presenter: &Presenter<'_>, changes: &[Change]) -> String {
    let title = presenter.text(&presenter.conference.title);
    let counts = [change_counts(presenter.locale, changes)];
    let counts: Vec<String> = counts.into_iter().chain(presenter.other_clock()).collect();
    let mut page = format!("# {}\n\n{}\n", escape(title), escape(&counts.join(" · ")));
    for (section, changes) in by_section(presenter, changes) {
        page += &format!("\n## {}\n\n", escape(&section));
        for change in changes {
            let start = Some(presenter.change_start(change)).filter(|start| !start.is_empty());
            let kind = format!("**{}**", escape(&change_kind(presenter.locale, change)));
            let beginning: Vec<String> = start.into_iter().chain([kind]).collect();
            let detail = presenter.change_detail(change).map(|detail| escape(&detail));
            let parts: Vec<String> = match (presenter.change_title(change), detail) {
                (None, Some(detail)) => vec![linked(presenter, change, detail)],
                (title, detail) => {
                    let title = title.map(|title| linked(presenter, change, escape(&title)));
                    title.into_iter().chain(detail).collect()
                }
            };
            if parts.is_empty() {
                page += &format!("- {}\n", beginning.join(" "));
                continue;
            }
            page += &format!("- {}: {}\n", beginning.join(" "), parts.join(" · "));
        }
    }
    page
}

/// Links a text to the page of the session, if its URL needs no escaping.
fn linked(presenter: &Presenter<'_>, change: &Change, text: String) -> String {
    let url = change.session.and_then(|id| presenter.conference.session(id).url.as_ref());
    let is_plain =
        |url: &str| is_web(url) && !url.contains(|c: char| c.is_whitespace() || "()<>[]\\".contains(c));
    match url.filter(|url| is_plain(url)) {
        Some(url) => format!("[{text}]({url})"),
        None => text,
    }
}

/// Escapes Markdown syntax.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|~&$@!".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_escaped() {
        assert_eq!(escape("C# & *_why_* [x](y) <b>"), r"C\# \& \*\_why\_\* \[x\](y) \<b\>");
        assert_eq!(escape("Суу, 10:00 → 10:30"), "Суу, 10:00 → 10:30");
    }
}
