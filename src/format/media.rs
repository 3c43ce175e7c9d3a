//! Recordings, live streams and slides among the links and files of a session: told by what their labels say, by their types
//! and by their addresses. A link of which this is not plain stays a link.

mod address;
mod label;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use crate::model::{LocalizedText, Session};
use crate::text::SafeText;

use address::Address;
use label::{Label, LabelMeaning, TitleWords};

/// A link of a session that has a place of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Media {
    Recording,
    Stream,
    Slides,
}

impl Media {
    const ALL: [Self; 3] = [Self::Recording, Self::Stream, Self::Slides];

    /// The label that it has in formats without a place for it. It says no more than this.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Recording => "Recording",
            Self::Stream => "Livestream",
            Self::Slides => "Slides",
        }
    }

    /// The media that a published type names: `slides`, `video/mp4`.
    pub(super) fn of_type(written: &str) -> Option<Self> {
        match written.trim().to_lowercase().as_str() {
            "slides" | "slide" | "presentation" => Some(Self::Slides),
            "video" | "recording" => Some(Self::Recording),
            "stream" | "livestream" => Some(Self::Stream),
            kind if kind.contains("presentation") || kind.contains("powerpoint") => Some(Self::Slides),
            kind if kind.starts_with("video/") => Some(Self::Recording),
            _ => None,
        }
    }

    /// The type of its links in formats that have none for it.
    pub(super) const TYPE: &str = "media";

    /// Takes a link of a schedule of our own into its place, if it was written for that.
    pub(super) fn claim(
        session: &mut Session,
        kind: Option<&str>,
        label: Option<&LocalizedText>,
        url: &SafeText,
    ) -> bool {
        let Some(media) =
            label.and_then(|label| Self::ALL.into_iter().find(|it| label.has_version(it.label())))
        else {
            return false;
        };
        let is_meant = kind.is_some_and(|kind| kind == Self::TYPE || Self::of_type(kind) == Some(media));
        let place = media.place(session);
        let is_free = is_meant && place.is_none();
        if is_free {
            *place = Some(url.clone());
        }
        is_free
    }

    fn place(self, session: &mut Session) -> &mut Option<SafeText> {
        match self {
            Self::Recording => &mut session.recording,
            Self::Stream => &mut session.stream,
            Self::Slides => &mut session.slides,
        }
    }
}

/// Gives a session its recording, its stream and its slides where only its links and files have them. A link that is shown as
/// one of these stays among the links only where its label says more.
pub(super) fn classify(session: &mut Session) {
    if session.links.is_empty() && session.attachments.is_empty() {
        return;
    }
    let title = TitleWords::of(session.title.as_ref());
    for media in Media::ALL {
        if media.place(session).is_none() {
            *media.place(session) = best(session, media, &title);
        }
    }
    let known: Vec<SafeText> =
        [&session.recording, &session.stream, &session.slides].into_iter().flatten().cloned().collect();
    let stays = |url: &SafeText, label: Option<&LocalizedText>| !known.contains(url) || says_more(label, url);
    session.links.retain(|link| stays(&link.url, link.label.as_ref()));
    session.attachments.retain(|file| stays(&file.url, file.label.as_ref()));
}

/// The link or file that is most plainly the recording, the stream or the slides of a session.
fn best(session: &Session, media: Media, title: &TitleWords) -> Option<SafeText> {
    let files = session.attachments.iter();
    let files = files.map(|file| (&file.url, file.label.as_ref(), file.source_type.as_deref()));
    let links = session.links.iter().map(|link| (&link.url, link.label.as_ref(), None));
    let is_taken = |url: &SafeText| {
        let places = [&session.url, &session.feedback, &session.recording, &session.stream, &session.slides];
        places.into_iter().flatten().any(|known| known == url)
    };
    let told = files.chain(links).filter(|(url, ..)| !is_taken(url)).filter_map(|(url, label, kind)| {
        let told = of(url, label, kind, title)?;
        Some((url, told)).filter(|(_, told)| told.media == media)
    });
    let rank = |(url, told): &(&SafeText, LinkUse)| (Reverse(told.weight), if_recording(media, url));
    told.min_by_key(rank).map(|(url, _)| url.clone())
}

/// A page before a file, and the file that most devices play before others. Of slides the first count.
fn if_recording(media: Media, url: &str) -> usize {
    Address::of(url).filter(|_| media == Media::Recording).map_or(0, |address| address.rank())
}

/// A link that was told.
struct LinkUse {
    media: Media,
    /// The strength of the evidence: 2 for its label or the type of slides, 1 for a label such as “Video” or a type, 0 for its address alone.
    weight: u8,
}

/// Tells what a link of a session is. `title` is that of the session: a label may repeat it.
fn of(
    url: &str,
    label: Option<&LocalizedText>,
    source_type: Option<&str>,
    title: &TitleWords,
) -> Option<LinkUse> {
    let address = Address::of(url)?;
    let said = Label::of(label, title, &address).said();
    if said == LabelMeaning::Other(true) || address.is_license() {
        return None;
    }
    let by_type = source_type.and_then(Media::of_type);
    let by_address = address.media();
    let is_page = |media| by_address == Some(media) || address.is_page_of(media);
    let media = match (said, by_type, by_address) {
        // Publishers say of a file that it is the slides, whatever its label is.
        (_, Some(Media::Slides), _) if is_page(Media::Slides) => Media::Slides,
        (LabelMeaning::Nothing, Some(media), _) if is_page(media) && !address.is_named_otherwise() => media,
        (LabelMeaning::Media(said) | LabelMeaning::Maybe(said), Some(media), _)
            if said == media && is_page(media) =>
        {
            media
        }
        // A stream is a video page, too.
        (
            LabelMeaning::Media(Media::Stream) | LabelMeaning::Maybe(Media::Stream),
            _,
            Some(Media::Recording),
        ) => Media::Stream,
        (LabelMeaning::Media(said) | LabelMeaning::Maybe(said), None, Some(media)) if said == media => media,
        (LabelMeaning::Media(said), None, None) if is_page(said) => said,
        (LabelMeaning::Maybe(Media::Slides), None, None) if address.is_document() => Media::Slides,
        (LabelMeaning::Nothing, None, Some(media)) if !address.is_named_otherwise() => {
            return Some(LinkUse { media, weight: 0 });
        }
        _ => return None,
    };
    let is_plain = matches!(said, LabelMeaning::Media(_)) || by_type == Some(Media::Slides);
    Some(LinkUse { media, weight: 1 + u8::from(is_plain) })
}

/// True if a label says more than what a link leads to, and in which format.
pub(super) fn says_more(label: Option<&LocalizedText>, url: &str) -> bool {
    let address = Address::of(url);
    label.is_some_and(|label| label.iter().any(|(_, label)| label::says_more(label, address.as_ref())))
}
