//! Words in labels and file names of links.

/// A list of words, separated by blanks.
pub(super) type Words = &'static str;

pub(super) const RECORDING: Words = "\
    recording recordings recorded aufzeichnung mitschnitt videoaufzeichnung enregistrement grabación \
    registrazione opname запись видеозапись жазуу жазуусу видеожазуу видеожазуусу vod relive";
pub(super) const VIDEO: Words = "video videos youtube vimeo peertube rutube watch vidéo vídeo видео видеосу";
pub(super) const STREAM: Words = "\
    livestream livestreams stream streaming liveübertragung трансляция трансляциясы видеотрансляция стрим \
    эфир";
/// Words that count only with others: “Live video”.
pub(super) const LIVE: Words = "live онлайн прямая прямой түз";
pub(super) const SLIDES: Words = "\
    slides slide slidedeck slideset deck folien foliensatz diapositives diapositivas слайды слайд слайддар \
    слайддары";
/// Words for slides that have other meanings, too.
pub(super) const PRESENTATION: Words =
    "presentation präsentation présentation presentación презентация презентациясы powerpoint";
/// Words that exclude a label.
pub(super) const OTHERS: Words = "\
    subtitle subtitles vtt srt captions transcript trailer teaser demo demonstration previous past last \
    earlier older related similar other another chat channel playlist homepage website license licence \
    lizenz лицензия policy consent template guidelines субтитры канал каналы плейлист";
/// Words that add no meaning.
pub(super) const FILLERS: Words = "\
    link links the of this a our my session talk lecture keynote panel workshop event on to and at for in by \
    as with here from full final official public see view open download online page hosted now is der die \
    das des vom von zum zur vortrag vortrags für auf bei du de la le conférence доклад доклада докладу к на \
    выступления выступлению сессии лекции баяндама баяндаманын сессиянын лекциянын";
/// Words for file formats.
pub(super) const FORMATS: Words = "mp4 m4v webm mkv mov ogv av1 vp8 vp9 h264 h265 hevc aac opus mp3 ogg pdf odp ppt pptx html web file файл";
/// Words for size and quality.
pub(super) const QUALITIES: Words =
    "hd sd high partial part cut edited low quality gb mb kb gib mib гб мб version";

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
    list.split(' ').any(|known| known == word)
}

/// True if a file name means something else: `first_demo.mp4`.
pub(super) fn is_other(name: &str) -> bool {
    has(&words(name), "demo demonstration trailer teaser template subtitles")
}

/// True if a file name means slides: `maps-slides.pdf`.
pub(super) fn is_slides(name: &str) -> bool {
    has(&words(name), SLIDES)
}
