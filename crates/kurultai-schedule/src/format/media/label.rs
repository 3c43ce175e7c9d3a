//! [`Label`]: evidence in the label of a link.

use std::collections::HashSet;

use super::address::Address;
use super::kind::Media;
use super::words::{
    FILLERS, FORMATS, LIVE, OTHERS, PRESENTATION, QUALITIES, RECORDING, SLIDES, STREAM, VIDEO, Words, is_in,
    words,
};
use crate::model::LocalizedText;

/// The kind of media named by a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelMeaning {
    Nothing,
    Media(Media),
    /// This kind, or another meaning of the word: a video, a presentation.
    Maybe(Media),
    /// Slides, possibly of another session.
    SomeSlides,
    /// Something else; true if it is none of the three media.
    Other(bool),
}

/// All words that say what a link is, or nothing.
const KNOWN: Words = RECORDING | VIDEO | STREAM | LIVE | SLIDES | PRESENTATION | FILLERS | FORMATS;

/// The words of a session title, which a label may repeat.
pub(super) struct TitleWords(HashSet<String>);

impl TitleWords {
    pub(super) fn new(title: Option<&LocalizedText>) -> Self {
        Self(title.into_iter().flat_map(LocalizedText::iter).flat_map(|(_, title)| words(title)).collect())
    }
}

/// The label of a link in all its languages.
pub(super) struct Label<'a> {
    texts: Option<&'a LocalizedText>,
    title: &'a TitleWords,
    /// The words of the host.
    site: Vec<String>,
    url: &'a str,
}

impl<'a> Label<'a> {
    pub(super) fn new(
        label: Option<&'a LocalizedText>,
        title: &'a TitleWords,
        address: &Address<'a>,
    ) -> Self {
        let site = if label.is_some() { words(address.host()) } else { Vec::new() };
        Self { texts: label, title, site, url: address.url() }
    }

    /// Returns the meaning in any language; one language that excludes it is enough.
    pub(super) fn meaning(&self) -> LabelMeaning {
        let all: Vec<LabelMeaning> = self
            .texts
            .into_iter()
            .flat_map(LocalizedText::iter)
            .map(|(_, label)| self.meaning_in(label))
            .collect();
        let is_other = all.contains(&LabelMeaning::Other(true));
        let media = all
            .iter()
            .copied()
            .find(|meaning| matches!(meaning, LabelMeaning::Media(_) | LabelMeaning::Maybe(_)));
        if is_other {
            LabelMeaning::Other(true)
        } else {
            media.or(all.first().copied()).unwrap_or(LabelMeaning::Nothing)
        }
    }

    fn meaning_in(&self, label: &str) -> LabelMeaning {
        // A URL or file name is not a label.
        let is_name = !label.contains(char::is_whitespace) && self.url.ends_with(label);
        if label.contains("://") || is_name {
            return LabelMeaning::Nothing;
        }
        let words = words(label);
        let has = |list: Words| super::words::has(&words, list);
        // Another year means another session.
        let is_year = |word: &String| {
            word.len() == 4
                && (word.starts_with("19") || word.starts_with("20"))
                && word.parse::<u16>().is_ok()
        };
        let is_elsewhere = words
            .iter()
            .any(|word| is_year(word) && !self.url.contains(word) && !self.title.0.contains(word));
        if has(OTHERS) || is_elsewhere {
            return if has(SLIDES) { LabelMeaning::SomeSlides } else { LabelMeaning::Other(true) };
        }
        let is_plain =
            |word: &&String| is_in(word, KNOWN | QUALITIES) || word.starts_with(|c: char| c.is_ascii_digit());
        let others = || words.iter().filter(|word| !is_plain(word) && !self.site.contains(word));
        // “Video: how to build a boat” is another video.
        if others().any(|word| !self.title.0.contains(word)) {
            return LabelMeaning::Other(false);
        }
        // A video with the title of the session may be an older one about the same topic.
        let is_titled = others().next().is_some();
        match () {
            // A page with slides and a video: the URL decides.
            () if has(SLIDES) && (has(RECORDING) || has(VIDEO)) => LabelMeaning::Nothing,
            () if has(SLIDES) => LabelMeaning::Media(Media::Slides),
            () if has(RECORDING) => LabelMeaning::Media(Media::Recording),
            () if has(STREAM) || (has(LIVE) && has(VIDEO)) => LabelMeaning::Media(Media::Stream),
            () if has(LIVE) => LabelMeaning::Maybe(Media::Stream),
            () if has(VIDEO) && !has(PRESENTATION) && !is_titled => LabelMeaning::Maybe(Media::Recording),
            () if has(PRESENTATION) && !has(VIDEO) && !is_titled => LabelMeaning::Maybe(Media::Slides),
            // A format alone: “MP4 (720p)”.
            () if has(FORMATS) => LabelMeaning::Nothing,
            () => LabelMeaning::Other(false),
        }
    }
}

/// True if a label adds something to the URL and the format.
pub(super) fn says_more(label: &str, address: Option<&Address<'_>>) -> bool {
    let site: Vec<String> = address.map(|address| words(address.host())).unwrap_or_default();
    let is_known = |word: &String| is_in(word, KNOWN) || site.contains(word);
    let is_name = address.is_some_and(|address| address.url().ends_with(label));
    !is_name && !words(label).iter().all(is_known)
}
