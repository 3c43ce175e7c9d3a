//! Finds recordings, live streams and slides among the links and files of a session by their labels, types
//! and URLs. A link that is not clear stays a link.

mod address;
mod kind;
mod label;
#[cfg(test)]
mod tests;
mod words;

use std::cmp::Reverse;

use crate::model::{LocalizedText, Session};
use crate::text::SafeText;

use address::Address;
pub(super) use kind::Media;
use label::{Label, LabelMeaning, TitleWords};

/// Moves links and files of a session to its recording, stream and slides. Removes a link to one of the three
/// from the list if it is evidence of nothing else and its label adds nothing; keeps all other links.
pub(super) fn classify(session: &mut Session) {
    if session.links.is_empty() && session.attachments.is_empty() {
        return;
    }
    let title = TitleWords::new(session.title.as_ref());
    for media in Media::ALL {
        if media.field(session).is_none() {
            *media.field(session) = best(session, media, &title);
        }
    }
    let known: Vec<(Media, SafeText)> =
        Media::ALL.into_iter().filter_map(|media| Some((media, media.field(session).clone()?))).collect();
    let repeats = |url: &SafeText, label: Option<&LocalizedText>, source_type: Option<&str>| {
        let mut fields = known.iter().filter(|(_, known)| known == url).map(|(media, _)| *media).peekable();
        if fields.peek().is_none() || says_more(label, url) {
            return false;
        }
        let link = classify_link(url, label, source_type, &title);
        // A URL alone does not distinguish a stream from a recording.
        link.is_some_and(|link| fields.any(|media| link.weight == 0 || link.media == media))
    };
    session.links.retain(|link| !repeats(&link.url, link.label.as_ref(), None));
    session.attachments.retain(|file| !repeats(&file.url, file.label.as_ref(), file.source_type.as_deref()));
}

/// Returns the link or file with the strongest evidence.
fn best(session: &Session, media: Media, title: &TitleWords) -> Option<SafeText> {
    let files = session.attachments.iter();
    let files = files.map(|file| (&file.url, file.label.as_ref(), file.source_type.as_deref()));
    let links = session.links.iter().map(|link| (&link.url, link.label.as_ref(), None));
    let is_taken = |url: &SafeText| {
        let places = [&session.url, &session.feedback, &session.recording, &session.stream, &session.slides];
        places.into_iter().flatten().any(|known| known == url)
    };
    let candidates =
        files.chain(links).filter(|(url, ..)| !is_taken(url)).filter_map(|(url, label, kind)| {
            let link = classify_link(url, label, kind, title)?;
            Some((url, link)).filter(|(_, link)| link.media == media)
        });
    let rank = |(url, link): &(&SafeText, LinkUse)| (Reverse(link.weight), recording_rank(media, url));
    candidates.min_by_key(rank).map(|(url, _)| url.clone())
}

/// Ranks recordings: pages first, then files by how widely they play. Other media keep their order.
fn recording_rank(media: Media, url: &str) -> usize {
    Address::parse(url).filter(|_| media == Media::Recording).map_or(0, |address| address.rank())
}

/// The classification of a link.
struct LinkUse {
    media: Media,
    /// The strength of the evidence: 2 for a clear label or the type of slides, 1 for a label such as “Video”
    /// or another type, 0 for the URL alone.
    weight: u8,
}

/// Classifies a link. A label may repeat `title`, the title of the session.
fn classify_link(
    url: &str,
    label: Option<&LocalizedText>,
    source_type: Option<&str>,
    title: &TitleWords,
) -> Option<LinkUse> {
    let address = Address::parse(url)?;
    let meaning = Label::new(label, title, &address).meaning();
    if meaning == LabelMeaning::Other(true) || address.is_license() {
        return None;
    }
    let by_type = source_type.and_then(Media::from_type);
    let by_address = address.media();
    let is_page = |media| by_address == Some(media) || address.is_page_of(media);
    let media = match (meaning, by_type, by_address) {
        // The published type of slides is reliable, whatever the label.
        (_, Some(Media::Slides), _) if is_page(Media::Slides) => Media::Slides,
        (LabelMeaning::Nothing, Some(media), _) if is_page(media) && !address.is_named_otherwise() => media,
        (LabelMeaning::Media(said) | LabelMeaning::Maybe(said), Some(media), _)
            if said == media && is_page(media) =>
        {
            media
        }
        // A stream may have the URL of a video page.
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
    let is_plain = matches!(meaning, LabelMeaning::Media(_)) || by_type == Some(Media::Slides);
    Some(LinkUse { media, weight: 1 + u8::from(is_plain) })
}

/// True if a label adds something to the URL and the format.
pub(super) fn says_more(label: Option<&LocalizedText>, url: &str) -> bool {
    let address = Address::parse(url);
    label.is_some_and(|label| label.iter().any(|(_, label)| label::says_more(label, address.as_ref())))
}
