//! Titles in the rows of lists, on at most two lines.

use kurultai_schedule::text::{cut, lines, width, wrap};

/// Wraps a title to at most two lines of `first` and `others` columns; truncates the rest.
pub(super) fn title_rows(title: &str, first: usize, others: usize) -> Vec<String> {
    let title = title.replace('\t', " ");
    let places = lines(&title, first);
    let (Some(head), true) = (places.first(), places.len() > 1) else {
        return wrap(&title, first);
    };
    let rest = title[head.end..].split_whitespace().collect::<Vec<_>>().join(" ");
    vec![title[head.clone()].to_owned(), cut(&rest, others).into_owned()]
}

/// Returns the largest width of a room at the right of a row.
pub(super) fn room_columns(columns: usize) -> usize {
    columns * 2 / 5
}

/// Returns the width of a title beside a text at the right edge of a row.
pub(super) fn title_width(columns: usize, before: usize, text: &str) -> usize {
    let gap = if text.is_empty() { 1 } else { 3 };
    columns.saturating_sub(before + width(text) + gap).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_line_has_its_own_width() {
        let rows = |title: &str| title_rows(title, 10, 20);
        assert_eq!(rows("short"), ["short"]);
        assert_eq!(rows("a title of two lines here"), ["a title of", "two lines here"]);
        assert_eq!(rows("a title of more than two lines here"), ["a title of", "more than two lines…"]);
        assert_eq!(rows("unbreakable-words-are-broken-anyway").len(), 2);
        assert_eq!(rows("日本語の題名はどこでも折れます")[0], "日本語の題");
        assert_eq!(title_width(40, 10, ""), 29);
        assert_eq!(title_width(40, 10, "Hall"), 23);
        assert_eq!(title_width(5, 10, "Hall"), 1);
    }
}
