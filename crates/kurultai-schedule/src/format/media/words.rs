//! Words in labels and file names of links.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A list of words, as a bit: a word may be in several lists.
pub(super) type Words = u16;

pub(super) const RECORDING: Words = 1 << 0;
pub(super) const VIDEO: Words = 1 << 1;
pub(super) const STREAM: Words = 1 << 2;
/// Words that count only with others: “Live video”.
pub(super) const LIVE: Words = 1 << 3;
pub(super) const SLIDES: Words = 1 << 4;
/// Words for slides that have other meanings, too.
pub(super) const PRESENTATION: Words = 1 << 5;
/// Words that exclude a label.
pub(super) const OTHERS: Words = 1 << 6;
/// Words that add no meaning.
pub(super) const FILLERS: Words = 1 << 7;
/// Words for file formats.
pub(super) const FORMATS: Words = 1 << 8;
/// Words for size and quality.
pub(super) const QUALITIES: Words = 1 << 9;
/// Words in file names that mean something else.
pub(super) const OTHER_FILES: Words = 1 << 10;

/// The words of each list, separated by blanks.
const LISTS: [(Words, &str); 11] = [
    (
        RECORDING,
        "\
    recording recordings recorded aufzeichnung mitschnitt videoaufzeichnung enregistrement grabación \
    registrazione opname запись видеозапись жазуу жазуусу видеожазуу видеожазуусу vod relive",
    ),
    (VIDEO, "video videos youtube vimeo peertube rutube watch vidéo vídeo видео видеосу"),
    (
        STREAM,
        "\
    livestream livestreams stream streaming liveübertragung трансляция трансляциясы видеотрансляция стрим \
    эфир",
    ),
    (LIVE, "live онлайн прямая прямой түз"),
    (
        SLIDES,
        "\
    slides slide slidedeck slideset deck folien foliensatz diapositives diapositivas слайды слайд слайддар \
    слайддары",
    ),
    (
        PRESENTATION,
        "presentation präsentation présentation presentación презентация презентациясы powerpoint",
    ),
    (
        OTHERS,
        "\
    subtitle subtitles vtt srt captions transcript trailer teaser demo demonstration previous past last \
    earlier older related similar other another chat channel playlist homepage website license licence \
    lizenz лицензия policy consent template guidelines субтитры канал каналы плейлист",
    ),
    (
        FILLERS,
        "\
    link links the of this a our my session talk lecture keynote panel workshop event on to and at for in by \
    as with here from full final official public see view open download online page hosted now is der die \
    das des vom von zum zur vortrag vortrags für auf bei du de la le conférence доклад доклада докладу к на \
    выступления выступлению сессии лекции баяндама баяндаманын сессиянын лекциянын",
    ),
    (
        FORMATS,
        "mp4 m4v webm mkv mov ogv av1 vp8 vp9 h264 h265 hevc aac opus mp3 ogg pdf odp ppt pptx html web file файл",
    ),
    (QUALITIES, "hd sd high partial part cut edited low quality gb mb kb gib mib гб мб version"),
    (OTHER_FILES, "demo demonstration trailer teaser template subtitles"),
];

/// The lists of each word.
static WORDS: LazyLock<HashMap<&str, Words>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (list, text) in LISTS {
        for word in text.split(' ') {
            *words.entry(word).or_default() |= list;
        }
    }
    words
});

/// Splits a text into its words in lower case.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// True if one of the words is in a list.
pub(super) fn has(words: &[String], list: Words) -> bool {
    words.iter().any(|word| is_in(word, list))
}

/// True if a word is in a list.
pub(super) fn is_in(word: &str, list: Words) -> bool {
    WORDS.get(word).is_some_and(|lists| lists & list != 0)
}

/// True if a file name means something else: `first_demo.mp4`.
pub(super) fn is_other(name: &str) -> bool {
    has(&words(name), OTHER_FILES)
}

/// True if a file name means slides: `maps-slides.pdf`.
pub(super) fn is_slides(name: &str) -> bool {
    has(&words(name), SLIDES)
}
