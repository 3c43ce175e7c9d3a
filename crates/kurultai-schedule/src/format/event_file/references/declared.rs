//! [`Declared`]: the declared names, prepared for comparison with undeclared ones.

use std::collections::HashMap;

use super::name_heuristics::{same_words, split_names, words};
use crate::text::SafeText;

/// The number of comparisons per file after which names are reported without a suggestion.
const MAX_COMPARISONS: usize = 4_000_000;

#[derive(Default)]
pub(super) struct Declared {
    names: Vec<SafeText>,
    /// The normalized names to compare, filled in before the first comparison.
    forms: Vec<Form>,
    /// The first name with these words.
    by_words: HashMap<Vec<String>, usize>,
    comparisons: usize,
}

struct Form {
    letters: Vec<char>,
    words: Vec<String>,
}

impl Declared {
    pub(super) fn add(&mut self, name: &SafeText) {
        self.names.push(name.clone());
    }

    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Completes the forms and counts the comparisons. Must be called before each comparison.
    pub(super) fn prepare(&mut self) {
        for index in self.forms.len()..self.names.len() {
            let name = &self.names[index];
            let form = Form { letters: letters(name), words: words(name) };
            self.by_words.entry(form.words.clone()).or_insert(index);
            self.forms.push(form);
        }
        self.comparisons = self.comparisons.saturating_add(self.names.len());
    }

    fn forms(&self) -> impl Iterator<Item = (&str, &Form)> {
        let forms = self.names.iter().map(|name| &**name).zip(&self.forms);
        forms.take(if self.comparisons > MAX_COMPARISONS { 0 } else { self.forms.len() })
    }

    /// Returns a declared name that is one edit away, ignoring case. Names with different digits ("Hall 1",
    /// "Hall 2") are different.
    pub(super) fn nearest(&self, name: &str) -> Option<&str> {
        let written = letters(name);
        // Names of one or two letters ("A1", "A2") are all one edit apart.
        let is_long = written.len() > 2;
        let is_near = |known: &[char]| {
            known.len().abs_diff(written.len()) <= 1
                && (*known == written || (is_long && is_one_edit(known, &written)))
        };
        self.forms().find(|(_, form)| is_near(&form.letters)).map(|(name, _)| name)
    }

    /// Returns the only declared person whose name may be a variant of this one: reordered, with initials, a
    /// title, or text in brackets.
    pub(super) fn same_person(&self, name: &str) -> Option<&str> {
        let written = words(name);
        let mut same = self.forms().filter(|(_, form)| same_words(&written, &form.words));
        let (found, _) = same.next()?;
        same.next().is_none().then_some(found)
    }

    /// Returns the names in a text that seems to name several people.
    pub(super) fn several_people(&self, name: &str) -> Option<Vec<String>> {
        split_names(name, |part| self.by_words.contains_key(&words(part)))
    }
}

fn letters(text: &str) -> Vec<char> {
    text.to_lowercase().chars().collect()
}

/// True if two words differ in one letter that is replaced, missing, or swapped with its neighbor.
fn is_one_edit(first: &[char], second: &[char]) -> bool {
    let (short, long) = if first.len() <= second.len() { (first, second) } else { (second, first) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same..], &long[same..]);
    let is_digit = |letters: &[char]| letters.first().is_some_and(char::is_ascii_digit);
    if is_digit(short) || is_digit(long) {
        return false;
    }
    match (short, long) {
        ([_, short @ ..], [_, long @ ..]) if short == long => true,
        ([a, b, short @ ..], [c, d, long @ ..]) if a == d && b == c && short == long => true,
        (short, [_, long @ ..]) => short == long,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_edit_is_a_typo() {
        let near = |first: &str, second: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            let (first, second) = (letters(first), letters(second));
            assert_eq!(is_one_edit(&first, &second), is_one_edit(&second, &first));
            is_one_edit(&first, &second)
        };
        for (first, second) in
            [("janson", "jansen"), ("айжан", "айжна"), ("rust", "rus"), ("rust", "trust"), ("rust", "ruust")]
        {
            assert!(near(first, second), "{first} {second}");
        }
        for (first, second) in
            [("rust", "rust"), ("hall 1", "hall 2"), ("rust", "rost!"), ("ab", "cd"), ("abcd", "badc")]
        {
            assert!(!near(first, second), "{first} {second}");
        }
    }

    fn declared(names: &[&str]) -> Declared {
        let mut declared = Declared::default();
        for name in names {
            declared.add(&SafeText::line(name));
        }
        declared.prepare();
        declared
    }

    const PEOPLE: [&str; 4] = ["Bakyt Osmonov", "Aigul Sadykova", "Anna B. Klein", "Алтынай Осмонова"];

    #[test]
    fn a_person_is_recognized_in_another_form() {
        let declared = declared(&PEOPLE);
        for (written, meant) in [
            ("B. Osmonov", "Bakyt Osmonov"),
            ("B.Osmonov", "Bakyt Osmonov"),
            ("Osmonov B.", "Bakyt Osmonov"),
            ("Osmonov Bakyt", "Bakyt Osmonov"),
            ("Osmonov, Bakyt", "Bakyt Osmonov"),
            ("Dr. Bakyt Osmonov", "Bakyt Osmonov"),
            ("Prof. Dr. Bakyt Osmonov", "Bakyt Osmonov"),
            ("Bakyt Osmonov (host)", "Bakyt Osmonov"),
            ("Klein Anna B.", "Anna B. Klein"),
            ("А. Осмонова", "Алтынай Осмонова"),
        ] {
            assert_eq!(declared.same_person(written), Some(meant), "{written}");
        }
        for written in ["", "B. O.", "Bakyt", "C. Osmonov", "Bakyt Osmonov junior", "Aigul Osmonova"] {
            assert_eq!(declared.same_person(written), None, "{written}");
        }
        let ambiguous = self::declared(&["Bakyt Osmonov", "Bermet Osmonov"]);
        assert_eq!(ambiguous.same_person("B. Osmonov"), None);
    }

    #[test]
    fn several_people_are_distinguished_from_one() {
        let declared = declared(&PEOPLE);
        let several = |text| declared.several_people(text).map(|names| names.join("|"));
        for (written, names) in [
            ("Bakyt Osmonov, Somebody", "Bakyt Osmonov|Somebody"),
            ("Temir Aliev and Gulnara Isaeva", "Temir Aliev|Gulnara Isaeva"),
            ("Temir Aliev; Gulnara Isaeva, Anna Klein", "Temir Aliev|Gulnara Isaeva|Anna Klein"),
            ("Темир Алиев жана Гүлнара Исаева", "Темир Алиев|Гүлнара Исаева"),
        ] {
            assert_eq!(several(written).as_deref(), Some(names), "{written}");
        }
        for written in [
            "Temir Aliev",
            "Osmonov, Temir",
            "Temir Aliev, PhD",
            "Temir Aliev, head of a school",
            "Sandra Anderson",
        ] {
            assert_eq!(several(written), None, "{written}");
        }
    }

    #[test]
    fn comparisons_are_bounded() {
        let names: Vec<String> = (0..1000).map(|number| format!("Person {number}")).collect();
        let mut declared = declared(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let mut comparisons = 1;
        while declared.nearest("Persom 7").is_some() {
            declared.prepare();
            comparisons += 1;
        }
        assert_eq!(comparisons, MAX_COMPARISONS / 1000 + 1);
        assert_eq!(declared.nearest("Person 7"), None);
    }
}
