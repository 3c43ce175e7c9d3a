//! How what is looked for sits in a text: as the whole of it, as words of it, somewhere inside.

use memchr::memmem::Finder;

/// Signs before a title or behind it that are not counted: quotes, brackets.
const SIGNS: usize = 4;

/// How what is looked for sits in a line, the best first. Whole words come before beginnings of words: who types `rust`
/// means Rust before Rustls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The line says that and nothing else.
    Whole,
    /// It begins with that, in whole words.
    FirstWord,
    /// It has that, in whole words.
    Word,
    /// It begins with that.
    First,
    /// A word of it begins with that.
    Begins,
    /// Somewhere in a word.
    Inside,
}

impl Fit {
    /// The same where no line is a title: what a line begins with is a word of it like any other.
    pub(super) fn within(self) -> Self {
        match self {
            Self::Whole | Self::FirstWord | Self::Word => Self::Word,
            Self::First | Self::Begins => Self::Begins,
            Self::Inside => Self::Inside,
        }
    }
}

/// A text that is looked for: a word, or a phrase that is meant exactly.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) folded: String,
    pub(super) is_exact: bool,
    finder: Finder<'static>,
}

impl Wanted {
    pub(super) fn new(folded: &str, is_exact: bool) -> Self {
        let finder = Finder::new(folded.as_bytes()).into_owned();
        Self { folded: folded.to_owned(), is_exact, finder }
    }

    /// Where it stands in a folded text, from left to right, none over another.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, Fit)> + 'a {
        let found = self.finder.find_iter(text.as_bytes());
        let fits = found.map(|start| (start, self.fit(text, start)));
        fits.filter(|(_, fit)| !self.is_exact || matches!(fit, Fit::Whole | Fit::FirstWord | Fit::Word))
    }

    /// Whether it stands anywhere in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.places(text).next().is_some()
    }

    /// How it sits in a text at best; not looked for any further once it is as good as `enough`.
    pub(super) fn best(&self, text: &str, enough: Fit) -> Option<Fit> {
        let mut best: Option<Fit> = None;
        for (_, fit) in self.places(text) {
            best = Some(best.map_or(fit, |best| best.min(fit)));
            if fit <= enough {
                break;
            }
        }
        best
    }

    fn fit(&self, text: &str, start: usize) -> Fit {
        let (before, behind) = (&text[..start], &text[start + self.folded.len()..]);
        let mut own = self.folded.chars();
        let (first, last) = (own.next(), own.next_back().or(self.folded.chars().next()));
        let begins = is_edge(before.chars().next_back(), first);
        let ends = is_edge(last, behind.chars().next());
        let is_first = begins && is_end(before.chars().rev());
        match (is_first, begins, ends) {
            (true, _, true) if is_end(behind.chars()) => Fit::Whole,
            (true, _, true) => Fit::FirstWord,
            (_, true, true) => Fit::Word,
            (true, ..) => Fit::First,
            (_, true, _) => Fit::Begins,
            _ => Fit::Inside,
        }
    }
}

/// Whether a line ends here but for a few signs.
fn is_end(mut chars: impl Iterator<Item = char>) -> bool {
    for _ in 0..=SIGNS {
        match chars.next() {
            None | Some('\n') => return true,
            Some(c) if is_of_word(c) => return false,
            Some(_) => {}
        }
    }
    false
}

/// Whether no word goes on from one character to the other.
fn is_edge(before: Option<char>, behind: Option<char>) -> bool {
    let (Some(before), Some(behind)) = (before, behind) else { return true };
    !is_of_word(before) || !is_of_word(behind) || has_no_blanks(before) || has_no_blanks(behind)
}

/// Whether words are made of a character.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_ascii() && unicode_normalization::char::is_combining_mark(c))
}

/// Whether a character is of a script that puts no blanks between words, or hangs endings on them as Korean does.
pub(super) fn has_no_blanks(c: char) -> bool {
    matches!(u32::from(c), 0xE00..=0xEFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x2E80..=0x9FFF | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// The words of a folded text with their places: what stands between blanks, without the signs around it; where signs
/// stand inside, also the parts between these.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    runs(text, |c| !c.is_whitespace()).flat_map(|(start, token)| {
        let start = start + token.len() - token.trim_start_matches(|c| !is_of_word(c)).len();
        let token = token.trim_matches(|c| !is_of_word(c));
        let parts = runs(token, is_of_word).filter(|(_, part)| part.len() < token.len());
        let parts = parts.map(move |(at, part)| (start + at, part));
        (!token.is_empty()).then_some((start, token)).into_iter().chain(parts)
    })
}

/// The parts of a text that are made of certain characters, with their places.
fn runs(text: &str, is_in: fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_in)?;
        at = text[start..].find(|c| !is_in(c)).map_or(text.len(), |len| start + len);
        Some((start, &text[start..at]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn best(wanted: &str, text: &str) -> Option<Fit> {
        Wanted::new(&fold(wanted), false).best(&fold(text), Fit::Whole)
    }

    #[test]
    fn the_best_place_counts() {
        for (wanted, text, fit) in [
            ("rust", "Rust", Some(Fit::Whole)),
            ("rust", "«Rust»", Some(Fit::Whole)),
            ("rust", "Rust, why?", Some(Fit::FirstWord)),
            ("rust", "Trust in Rust", Some(Fit::Word)),
            ("rust", "Rustls", Some(Fit::First)),
            ("rust", "On rustls", Some(Fit::Begins)),
            ("rust", "Trust", Some(Fit::Inside)),
            ("c++", "Modern C++", Some(Fit::Word)),
            ("会议", "司法会议室", Some(Fit::Word)),
            ("go", "Python", None),
            (".*[(", "a .*[( b", Some(Fit::Word)),
        ] {
            assert_eq!(best(wanted, text), fit, "{wanted} in {text}");
        }
    }

    #[test]
    fn what_is_meant_exactly_is_whole_words() {
        let exact = Wanted::new("rust", true);
        let places = |text| exact.places(text).map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(places("trust rustls rust-lang"), [13]);
        assert_eq!(places("rusty"), [0; 0]);
    }

    #[test]
    fn words_stand_between_blanks_and_between_signs() {
        let found: Vec<_> = words("«жан-поль», e.g. -- x").collect();
        let expected =
            [(2, "жан-поль"), (2, "жан"), (9, "поль"), (20, "e.g"), (20, "e"), (22, "g"), (28, "x")];
        assert_eq!(found, expected);
    }
}
