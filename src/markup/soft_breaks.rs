//! Which line ends of a paragraph were meant.
//!
//! Markdown takes all of them for blanks. But half of the texts in programs were typed into a form by people who know
//! nothing of Markdown: there a line end is one. A text that was broken at a margin is the exception, and it shows: its
//! lines are as long as a hand sets them, and none of them had room for the first word of the next.

use crate::text::width;

/// Lines that somebody broke at a margin are not shorter and not longer than this.
const MARGINS: std::ops::RangeInclusive<usize> = 56..=120;

/// A line end: the line before it, and the one behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineBreak {
    /// How wide the line is that ends here; 0 for a single word, which may be any width.
    before: usize,
    /// The same of the line that begins here.
    after: usize,
    first_word: usize,
    /// Whether that line goes on in the middle of a sentence.
    goes_on: bool,
    /// Whether it begins with a sign, as an item of a list does.
    is_item: bool,
}

impl LineBreak {
    /// The line end between two lines.
    pub(super) fn between(before: &str, after: &str) -> Self {
        // Inside of quotes and lists, what stands before the text takes room, too.
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

/// For each line end of a paragraph, whether it was meant.
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

    /// The paragraph with the line ends that were meant, the others as blanks.
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
    fn what_was_broken_at_a_margin_is_joined() {
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
