//! The query parser.

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveTime;

use super::{Condition, Is, Key, Operand, Query, QueryError, QueryErrorKind, SearchTerm, quotes};
use crate::text::fold;

impl Query {
    /// Parses a query. Mistakes are returned in order; the rest of the query still works.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<QueryError>) {
        let mut reader = Parser {
            chars: text.chars().collect(),
            at: 0,
            query: Self::default(),
            known: HashSet::new(),
            mistakes: Vec::new(),
        };
        while reader.at < reader.chars.len() {
            reader.part();
        }
        (reader.query, reader.mistakes)
    }
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    query: Query,
    /// Values already in the query, and whole conditions of keys that are not merged.
    known: HashSet<(Key, bool, String)>,
    mistakes: Vec<QueryError>,
}

impl Parser {
    /// Parses the next word, phrase or condition.
    fn part(&mut self) {
        let start = self.at;
        let is_negated = self.chars[start] == '-';
        self.at += usize::from(is_negated);
        let Some(c) = self.chars.get(self.at).copied().filter(|c| !c.is_whitespace()) else {
            // A space, or a hyphen without anything after it.
            self.at += usize::from(self.at < self.chars.len());
            return;
        };
        if quotes::opens(c) {
            let (text, end) = quotes::read(&self.chars, self.at);
            self.at = end;
            self.needle(text.trim(), true, is_negated);
            return;
        }
        match self.key() {
            Some(key) => self.condition(key, start, is_negated),
            None => self.word(is_negated),
        }
    }

    fn needle(&mut self, text: &str, is_exact: bool, is_negated: bool) {
        if !text.is_empty() {
            let list = if is_negated { &mut self.query.excluded } else { &mut self.query.required };
            list.push(SearchTerm { text: text.to_owned(), is_exact });
        }
    }

    /// Returns the letters before the next colon.
    fn before_colon(&self) -> Option<String> {
        let rest = &self.chars[self.at..];
        let length = rest.iter().position(|c| !c.is_alphabetic())?;
        (rest[length] == ':').then(|| rest[..length].iter().collect())
    }

    /// Parses a key and its colon.
    fn key(&mut self) -> Option<Key> {
        let word = self.before_colon()?;
        let key = Key::read(&word)?;
        self.at += word.chars().count() + 1;
        Some(key)
    }

    /// Parses a search term, which may be a URL with a colon.
    fn word(&mut self, is_negated: bool) {
        let start = self.at;
        if let Some((written, meant)) =
            self.before_colon().and_then(|word| Key::nearest(&word).map(|key| (word, key)))
        {
            let place = start..start + written.chars().count();
            self.mistake(QueryErrorKind::UnknownKey { written, meant }, place);
        }
        let text = self.until(char::is_whitespace);
        self.needle(&text, false, is_negated);
    }

    /// Consumes the text up to a terminator.
    fn until(&mut self, ends: impl Fn(char) -> bool) -> String {
        let rest = &self.chars[self.at..];
        let length = rest.iter().position(|c| ends(*c)).unwrap_or(rest.len());
        self.at += length;
        rest[..length].iter().collect()
    }

    /// Parses the values of a key.
    fn condition(&mut self, key: Key, start: usize, is_negated: bool) {
        let mut terms: Vec<Operand> = Vec::new();
        let mut is_empty = true;
        loop {
            let begin = self.at;
            let text = if self.chars.get(begin).copied().is_some_and(quotes::opens) {
                let (text, end) = quotes::read(&self.chars, begin);
                self.at = end;
                text
            } else {
                self.until(|c| c.is_whitespace() || c == ',')
            };
            // Aliases are replaced with the canonical word.
            let word = Some(key).filter(|key| *key == Key::Is).and_then(|_| Is::read(text.trim()));
            let text = word.map_or_else(|| text.trim().to_owned(), |is| is.word().to_owned());
            let term = Operand { text, place: begin..self.at };
            if !term.text.is_empty() {
                is_empty = false;
                match wrong(key, &term.text) {
                    Some(wrong) => self.mistake(wrong, term.place),
                    None => terms.push(term),
                }
            }
            if self.chars.get(self.at) != Some(&',') {
                break;
            }
            self.at += 1;
        }
        if is_empty {
            self.mistake(QueryErrorKind::NoValue { key }, start..self.at);
        }
        self.add(key, terms, is_negated);
    }

    /// Adds a condition, merged with an existing one if possible, without duplicates.
    fn add(&mut self, key: Key, mut terms: Vec<Operand>, is_negated: bool) {
        if is_negated || key.has_alternatives() {
            for term in terms {
                if self.known.insert((key, is_negated, fold(&term.text))) {
                    self.query.insert(key, term, is_negated);
                }
            }
            return;
        }
        let mut own = HashSet::new();
        terms.retain(|term| own.insert(fold(&term.text)));
        let condition = Condition { key, values: terms, is_negated };
        if !condition.values.is_empty() && self.known.insert((key, is_negated, fold(&condition.to_string())))
        {
            self.query.conditions.push(condition);
        }
    }

    fn mistake(&mut self, what: QueryErrorKind, place: Range<usize>) {
        self.mistakes.push(QueryError { what, place });
    }
}

/// Validates a value as far as possible without a schedule.
fn wrong(key: Key, value: &str) -> Option<QueryErrorKind> {
    let written = || value.to_owned();
    match key {
        Key::Is if Is::read(value).is_none() => {
            Some(QueryErrorKind::UnknownIs { written: written(), meant: Is::nearest(value) })
        }
        Key::After | Key::Before if time(value).is_none() => {
            Some(QueryErrorKind::BadTime { key, written: written() })
        }
        _ => None,
    }
}

/// Parses a time of day: `14:00`, `9:30`, `14.00`, `14`; `24:00` is midnight.
pub(in crate::index) fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let number = |digits: &str| {
        let is_number = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse::<u32>().ok()).flatten()
    };
    let minutes = number(minute).filter(|_| minute.len() == 2)?;
    match number(hour)? {
        24 if minutes == 0 => Some(NaiveTime::MIN),
        hours => NaiveTime::from_hms_opt(hours, minutes, 0),
    }
}
