//! Excerpts of text around search matches.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::highlight::Mark;
use super::searchable_fields::{FieldText, OtherNames, for_each_field};
use super::{Field, Highlighter, SearchTerm};
use crate::index::EntityRef;
use crate::markup;
use crate::model::{Conference, LanguagePreference};
use crate::text::{Folded, SafeText, cut, fold, width};

impl Highlighter {
    /// Returns one line of at most `columns` from a text, around the first match at the start of a word, or else the first
    /// match; `…` marks cuts. `None` without a match.
    #[must_use]
    pub fn excerpt(&self, text: &str, columns: usize) -> Option<String> {
        let marks: Vec<&Mark> = self.each().iter().collect();
        excerpt_of(text, &marks, columns)
    }

    /// Returns an excerpt that shows the terms missing from an entity's name, from the text with the most of them. The
    /// viewer's language comes before others, fields before prose. `None` if the name contains all terms.
    #[must_use]
    pub fn line(
        &self,
        conference: &Conference,
        item: EntityRef,
        reading: &LanguagePreference,
        columns: usize,
    ) -> Option<String> {
        let mut names = Vec::new();
        let mut read: Vec<(Field, &str)> = Vec::new();
        let mut others = Vec::new();
        for_each_field(conference, &OtherNames::of_item(conference, item), item, |field, told| {
            match (field, told) {
                (Field::Name, FieldText::LocalizedText(texts)) => {
                    names.extend(texts.iter().map(|(_, text)| text.as_str()));
                }
                (Field::Name, FieldText::Word(word)) => names.push(word),
                (field, FieldText::Word(word)) => read.push((field, word)),
                (field, FieldText::LocalizedText(texts)) => {
                    let own = texts.get(reading).as_str();
                    let rest =
                        texts.iter().map(|(_, text)| SafeText::as_str(text)).filter(|text| *text != own);
                    others.extend(rest.map(|text| (field, text)));
                    read.push((field, own));
                }
                (_, FieldText::Key(_)) => {}
            }
        });
        let names: Vec<String> = names.into_iter().map(fold).collect();
        let is_shown = |mark: &Mark| names.iter().any(|name| mark.is_in(name));
        let missing: Vec<&Mark> = self.each().iter().filter(|mark| !is_shown(mark)).collect();
        let mut best: Option<(usize, String)> = None;
        for (field, text) in read.into_iter().chain(others) {
            let text = if field == Field::Text { markup::read(text).running() } else { text.to_owned() };
            let folded = fold(&text);
            let count = missing.iter().filter(|mark| mark.is_in(&folded)).count();
            if count > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((count, text));
            }
        }
        excerpt_of(&best?.1, &missing, columns)
    }
}

fn excerpt_of(text: &str, marks: &[&Mark], columns: usize) -> Option<String> {
    let line: Vec<&str> = text.split_whitespace().collect();
    let line = line.join(" ");
    let folded = Folded::new(&line);
    let places = marks.iter().flat_map(|mark| mark.places(folded.as_str()));
    let place = places.min_by_key(|place| (!place.begins_a_word, place.part.start))?;
    let shown = around(&line, &folded.original(place.part), columns);
    (columns > 0).then(|| cut(&shown, columns).into_owned())
}

/// Returns the part of a line around a match, with about a third of the width before it.
fn around(line: &str, place: &Range<usize>, columns: usize) -> String {
    let (before, behind) = (&line[..place.start], &line[place.end..]);
    let room = columns.saturating_sub(width(&line[place.clone()]));
    let has_room_for = |text: &str, room: usize| {
        let mut used = 0;
        text.graphemes(true).all(|grapheme| {
            used += width(grapheme);
            used <= room
        })
    };
    if has_room_for(before, room / 3) {
        return line.to_owned();
    }
    // Space not needed after the match is available before it.
    let mut needed = 0;
    for grapheme in behind.graphemes(true) {
        needed += width(grapheme);
        if needed > room {
            break;
        }
    }
    let mut left = room.saturating_sub(needed).max(room / 3);
    if has_room_for(before, left) {
        return line.to_owned();
    }
    left = left.saturating_sub(1);
    let mut start = before.len();
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        let Some(rest) = left.checked_sub(width(grapheme)) else { break };
        left = rest;
        start = at;
    }
    // Cut at a space if possible.
    let is_cut = !before[..start].ends_with(' ');
    let blank = before[start..].find(' ').filter(|_| is_cut);
    format!("…{}", &line[blank.map_or(start, |blank| start + blank + 1)..])
}

/// Returns an excerpt, see [`Highlighter::excerpt`].
///
/// ```
/// use kurultai_schedule::index::{SearchTerm, excerpt};
/// let needles = [SearchTerm { text: "springs".to_owned(), is_exact: false }];
/// let text = "Where the water comes from,\nand how the springs were named.";
/// assert_eq!(excerpt(text, &needles, 30).as_deref(), Some("…how the springs were named."));
/// assert_eq!(excerpt("Nothing of it", &needles, 30), None);
/// ```
#[must_use]
pub fn excerpt(text: &str, needles: &[SearchTerm], columns: usize) -> Option<String> {
    Highlighter::new(needles).excerpt(text, columns)
}
