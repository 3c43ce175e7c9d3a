//! Decides which soft line breaks of a paragraph to keep.
//!
//! Markdown treats all of them as spaces. But many descriptions were typed into a form by people who do not
//! know Markdown and intend their line breaks. The exception is text wrapped at a margin: its lines have
//! typical lengths, and none has space for the first word of the next.

use crate::text::width;

/// Plausible margins of hard-wrapped text, in columns.
const MARGINS: std::ops::RangeInclusive<usize> = 56..=120;

/// A soft line break with the measures of the lines around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineBreak {
    /// Width of the line before it; 0 for a single word, which may have any width.
    before: usize,
    /// Width of the line after it, measured likewise.
    after: usize,
    first_word: usize,
    /// True if the line after it starts in lower case.
    goes_on: bool,
    /// True if the line after it starts with a list marker.
    is_item: bool,
}

impl LineBreak {
    pub(super) fn between(before: &str, after: &str) -> Self {
        // Quote and list markers count towards the width.
        let wide = |line: &str| if line.trim().contains(' ') { width(line.trim_end()) } else { 0 };
        let (before_width, after_width) = (wide(before), wide(after));
        let after = after.trim_start_matches(['>', ' ', '\t']).trim_end();
        let first_word = after.split(' ').next().unwrap_or_default();
        let first = first_word.chars().next().unwrap_or(' ');
        let is_number = first_word.len() > 1
            && first_word.ends_with([')', '.', ':'])
            && first_word[..first_word.len() - 1].bytes().all(|byte| byte.is_ascii_digit());
        let opens =
            matches!(first, '(' | '[' | '"' | '\'' | '“' | '„' | '«' | '‘' | '*' | '_' | '`' | '<' | '@');
        Self {
            before: before_width,
            after: after_width,
            first_word: width(first_word),
            goes_on: first.is_lowercase(),
            is_item: is_number || !(first.is_alphanumeric() || opens),
        }
    }
}

/// Decides for each soft break if it is kept.
pub(super) fn hard_breaks(breaks: &[LineBreak]) -> Vec<bool> {
    let margin = breaks.iter().flat_map(|one| [one.before, one.after]).max().unwrap_or(0);
    if !MARGINS.contains(&margin) {
        return vec![true; breaks.len()];
    }
    let is_meant = |one: &LineBreak| {
        let had_no_room = one.before == 0 || one.before + 1 + one.first_word > margin;
        let is_nearly_full = one.goes_on && one.before * 3 >= margin * 2;
        one.is_item || !(had_no_room || is_nearly_full)
    };
    breaks.iter().map(is_meant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the paragraph with hard breaks as newlines and soft breaks as spaces.
    fn read(text: &str) -> String {
        let lines: Vec<&str> = text.split('\n').collect();
        let breaks: Vec<LineBreak> =
            lines.windows(2).map(|pair| LineBreak::between(pair[0], pair[1])).collect();
        let mut read = lines[0].to_owned();
        for (line, is_meant) in lines[1..].iter().zip(hard_breaks(&breaks)) {
            read.push_str(if is_meant { "\n" } else { " " });
            read.push_str(line);
        }
        read
    }

    #[test]
    fn lines_wrapped_at_a_margin_are_joined() {
        let text = "It was the first network of computers in a region at war that joined\n\
            all activists for peace, for women, for human rights, and everybody\n\
            else in the region with each other and with the world outside,\n\
            since 1991.";
        assert_eq!(read(text), text.replace('\n', " "));
    }

    #[test]
    fn all_other_line_ends_stay() {
        for text in [
            "Karaoke returns!\nWe aim to keep the first hour family friendly.",
            "Roses are red\nviolets are blue",
            "How did the grants go this year?\nWhat do we want to change for next year?",
            "What to bring\n• a laptop, an SD card, a cable, and whatever else one needs\n• patience\n1. and",
        ] {
            assert_eq!(read(text), text);
        }
        let long = "A line that is much longer than anybody would set by hand, ".repeat(4);
        let text = format!("{long}\n{long}\nand so on");
        assert_eq!(read(&text), text);
    }
}
