//! [`Label`]: what the label of a link says of the session that it belongs to.

use std::collections::HashSet;

use super::Media;
use super::address::Address;
use crate::model::LocalizedText;

const RECORDING: &[&str] = &[
    "recording",
    "recordings",
    "recorded",
    "aufzeichnung",
    "mitschnitt",
    "videoaufzeichnung",
    "enregistrement",
    "grabación",
    "registrazione",
    "opname",
    "запись",
    "видеозапись",
    "жазуу",
    "жазуусу",
    "видеожазуу",
    "видеожазуусу",
    "vod",
    "relive",
];
const VIDEO: &[&str] = &[
    "video",
    "videos",
    "youtube",
    "vimeo",
    "peertube",
    "rutube",
    "watch",
    "vidéo",
    "vídeo",
    "видео",
    "видеосу",
];
const STREAM: &[&str] = &[
    "livestream",
    "livestreams",
    "stream",
    "streaming",
    "liveübertragung",
    "трансляция",
    "трансляциясы",
    "видеотрансляция",
    "стрим",
    "эфир",
];
/// A word that says so only beside others: “Live video”.
const LIVE: &[&str] = &["live", "онлайн", "прямая", "прямой", "түз"];
const SLIDES: &[&str] = &[
    "slides",
    "slide",
    "slidedeck",
    "slideset",
    "deck",
    "folien",
    "foliensatz",
    "diapositives",
    "diapositivas",
    "слайды",
    "слайд",
    "слайддар",
    "слайддары",
];
/// A word for slides, and for much else.
const PRESENTATION: &[&str] = &[
    "presentation",
    "präsentation",
    "présentation",
    "presentación",
    "презентация",
    "презентациясы",
    "powerpoint",
];

/// A label with one of these words is about something else.
const OTHERS: &[&str] = &[
    "subtitle",
    "subtitles",
    "vtt",
    "srt",
    "captions",
    "transcript",
    "trailer",
    "teaser",
    "demo",
    "demonstration",
    "previous",
    "past",
    "last",
    "earlier",
    "older",
    "related",
    "similar",
    "other",
    "another",
    "chat",
    "channel",
    "playlist",
    "homepage",
    "website",
    "license",
    "licence",
    "lizenz",
    "лицензия",
    "policy",
    "consent",
    "template",
    "guidelines",
    "субтитры",
    "канал",
    "каналы",
    "плейлист",
];

/// Words that say nothing more.
const FILLERS: &[&str] = &[
    "link",
    "links",
    "the",
    "of",
    "this",
    "a",
    "our",
    "my",
    "session",
    "talk",
    "lecture",
    "keynote",
    "panel",
    "workshop",
    "event",
    "on",
    "to",
    "and",
    "at",
    "for",
    "in",
    "by",
    "as",
    "with",
    "here",
    "from",
    "full",
    "final",
    "official",
    "public",
    "see",
    "view",
    "open",
    "download",
    "online",
    "page",
    "hosted",
    "now",
    "is",
    "der",
    "die",
    "das",
    "des",
    "vom",
    "von",
    "zum",
    "zur",
    "vortrag",
    "vortrags",
    "für",
    "auf",
    "bei",
    "du",
    "de",
    "la",
    "le",
    "conférence",
    "доклад",
    "доклада",
    "докладу",
    "к",
    "на",
    "выступления",
    "выступлению",
    "сессии",
    "лекции",
    "баяндама",
    "баяндаманын",
    "сессиянын",
    "лекциянын",
];

/// Words about the format of a file.
const FORMATS: &[&str] = &[
    "mp4", "m4v", "webm", "mkv", "mov", "ogv", "av1", "vp8", "vp9", "h264", "h265", "hevc", "aac", "opus",
    "mp3", "ogg", "pdf", "odp", "ppt", "pptx", "html", "web", "file", "файл",
];

/// Words about its size and its quality.
const QUALITIES: &[&str] = &[
    "hd", "sd", "high", "partial", "part", "cut", "edited", "low", "quality", "gb", "mb", "kb", "gib", "mib",
    "гб", "мб", "version",
];

/// The kind of media that a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelMeaning {
    Nothing,
    Media(Media),
    /// This, or something else of that name: a video, a presentation, something that is live.
    Maybe(Media),
    /// Slides, maybe of something else.
    SomeSlides,
    /// Something else; true if it is plainly none of the session's recording, stream and slides.
    Other(bool),
}

/// The words of the title of a session, which the labels of its links may repeat.
pub(super) struct TitleWords(HashSet<String>);

impl TitleWords {
    pub(super) fn of(title: Option<&LocalizedText>) -> Self {
        Self(title.into_iter().flat_map(LocalizedText::iter).flat_map(|(_, title)| words(title)).collect())
    }
}

/// The label of a link, in all its languages.
pub(super) struct Label<'a> {
    texts: Option<&'a LocalizedText>,
    title: &'a TitleWords,
    /// The words of the site that it leads to.
    site: Vec<String>,
    url: &'a str,
}

impl<'a> Label<'a> {
    pub(super) fn of(label: Option<&'a LocalizedText>, title: &'a TitleWords, address: &Address<'a>) -> Self {
        let site = if label.is_some() { words(address.host()) } else { Vec::new() };
        Self { texts: label, title, site, url: address.url() }
    }

    /// Returns the kind that it names in one of its languages; a contradiction in one of them counts for all.
    pub(super) fn said(&self) -> LabelMeaning {
        let all: Vec<LabelMeaning> = self
            .texts
            .into_iter()
            .flat_map(LocalizedText::iter)
            .map(|(_, label)| self.said_in(label))
            .collect();
        let is_other = all.contains(&LabelMeaning::Other(true));
        let media =
            all.iter().copied().find(|said| matches!(said, LabelMeaning::Media(_) | LabelMeaning::Maybe(_)));
        if is_other {
            LabelMeaning::Other(true)
        } else {
            media.or(all.first().copied()).unwrap_or(LabelMeaning::Nothing)
        }
    }

    fn said_in(&self, label: &str) -> LabelMeaning {
        // An address, or the name of a file, is no label of a link that leads there.
        let is_name = !label.contains(char::is_whitespace) && self.url.ends_with(label);
        if label.contains("://") || is_name {
            return LabelMeaning::Nothing;
        }
        let words = words(label);
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        // Another year is that of another session.
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
        let is_plain = |word: &&String| {
            [RECORDING, VIDEO, STREAM, LIVE, SLIDES, PRESENTATION, FILLERS, FORMATS, QUALITIES]
                .iter()
                .any(|known| known.contains(&word.as_str()))
                || word.starts_with(|c: char| c.is_ascii_digit())
        };
        let others = || words.iter().filter(|word| !is_plain(word) && !self.site.contains(word));
        // “Video: how to build a boat” is another video, and “Recording of the Berlin meeting” another recording.
        if others().any(|word| !self.title.0.contains(word)) {
            return LabelMeaning::Other(false);
        }
        // A video with the title of the session may be about the same, and older.
        let is_titled = others().next().is_some();
        match () {
            // Of slides and a video on one page the address may say which it is.
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

/// True if a label says more than what a link leads to, and in which format.
pub(super) fn says_more(label: &str, address: Option<&Address<'_>>) -> bool {
    let site: Vec<String> = address.map(|address| words(address.host())).unwrap_or_default();
    let is_known = |word: &String| {
        [RECORDING, VIDEO, STREAM, LIVE, SLIDES, PRESENTATION, FILLERS, FORMATS]
            .iter()
            .any(|known| known.contains(&word.as_str()))
            || site.contains(word)
    };
    let is_name = address.is_some_and(|address| address.url().ends_with(label));
    !is_name && !words(label).iter().all(is_known)
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// True if the name of a file says that it is something else: `first_demo.mp4`.
pub(super) fn is_other(name: &str) -> bool {
    let others = ["demo", "demonstration", "trailer", "teaser", "template", "subtitles"];
    words(name).iter().any(|word| others.contains(&word.as_str()))
}

/// True if the name of a file says that it is slides: `maps-slides.pdf`.
pub(super) fn is_slides(name: &str) -> bool {
    words(name).iter().any(|word| SLIDES.contains(&word.as_str()))
}
