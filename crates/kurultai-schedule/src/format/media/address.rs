//! [`Address`]: evidence in the URL of a link.

use super::kind::Media;
use super::words::{is_other, is_slides};
use crate::text::{WEB, split_scheme};

const VIDEO_FILES: &[&str] = &["mp4", "webm", "mkv", "m4v", "mov", "ogv"];
const SLIDE_FILES: &[&str] = &["odp", "pptx", "ppt", "ppsx"];
const IMAGES: &[&str] = &["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico"];
/// Files that are not videos, regardless of their labels.
const DOCUMENTS: &[&str] =
    &["pdf", "vtt", "srt", "txt", "odp", "pptx", "ppt", "ppsx", "zip", "ics", "xml", "json"];

/// Sites whose URLs are conclusive.
const KNOWN_HOSTS: &str = "\
    youtube.com youtube-nocookie.com youtu.be vimeo.com twitch.tv dailymotion.com rutube.ru vk.com \
    vkvideo.ru facebook.com instagram.com t.me media.ccc.de video.fosdem.org live.fosdem.org speakerdeck.com \
    slideshare.net slides.com creativecommons.org";

/// Path prefixes of channels, playlists and users on video sites.
const CHANNELS: &[&str] = &["channel", "channels", "c", "user", "users", "a", "accounts", "video-channels"];

/// The parts of a web URL.
pub(super) struct Address<'a> {
    url: &'a str,
    host: String,
    /// The path without slashes at its ends.
    path: &'a str,
    query: &'a str,
}

impl<'a> Address<'a> {
    pub(super) fn parse(url: &'a str) -> Option<Self> {
        let (_, rest) = split_scheme(url, &WEB)?;
        let rest = rest.split('#').next().unwrap_or_default();
        let (before, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = before.split_once('/').unwrap_or((before, ""));
        let host = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
        let host = host.to_ascii_lowercase();
        let host = host.strip_prefix("www.").or(host.strip_prefix("m.")).unwrap_or(&host).to_owned();
        Some(Self { url, host, path: path.trim_matches('/'), query })
    }

    pub(super) fn url(&self) -> &'a str {
        self.url
    }

    pub(super) fn host(&self) -> &str {
        &self.host
    }

    fn parts(&self) -> Vec<&'a str> {
        self.path.split('/').collect()
    }

    fn name(&self) -> &'a str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    fn extension(&self) -> Option<String> {
        let (before, extension) = self.name().rsplit_once('.')?;
        let is_short = extension.len() <= 5 && extension.chars().all(|c| c.is_ascii_alphanumeric());
        (is_short && !before.is_empty()).then(|| extension.to_ascii_lowercase())
    }

    fn is_file(&self, of: &[&str]) -> bool {
        self.extension().is_some_and(|extension| of.contains(&extension.as_str()))
    }

    pub(super) fn is_image(&self) -> bool {
        self.is_file(IMAGES)
    }

    /// True for slides and text documents.
    pub(super) fn is_document(&self) -> bool {
        self.is_file(SLIDE_FILES) || self.is_file(&["pdf", "key"])
    }

    /// True for a license.
    pub(super) fn is_license(&self) -> bool {
        let is_license = |part: &&str| {
            ["license", "licenses", "licence", "licences"].contains(&part.to_ascii_lowercase().as_str())
        };
        self.parts().iter().any(is_license)
    }

    /// True if the file name means something else, such as a demo or a template.
    pub(super) fn is_named_otherwise(&self) -> bool {
        !self.is_known() && is_other(self.name())
    }

    fn is_known(&self) -> bool {
        let is_of =
            |host| self.host.strip_suffix(host).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        KNOWN_HOSTS.split(' ').any(is_of)
    }

    /// Ranks recordings: pages first, then files by how widely they play.
    pub(super) fn rank(&self) -> usize {
        let place = |extension: &str| VIDEO_FILES.iter().position(|known| *known == extension);
        self.extension().map_or(0, |extension| 1 + place(&extension).unwrap_or(VIDEO_FILES.len()))
    }

    /// True if a page with a matching label is plausible: not a home page, channel or list, and not on a site
    /// whose URLs are conclusive.
    pub(super) fn is_page_of(&self, media: Media) -> bool {
        let parts = self.parts();
        let is_channel = match parts.as_slice() {
            ["playlist" | "playlists", ..] | ["w" | "videos"] | ["w", "p", ..] | [] => true,
            [first, _, ..] if CHANNELS.contains(first) => true,
            [first, ..] => first.starts_with('@'),
        };
        let is_language = |part: &str| {
            part.is_empty() || (part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()))
        };
        let is_first = match parts.as_slice() {
            [one] => is_language(one) || matches!(*one, "home" | "index.html" | "index.htm" | "index.php"),
            _ => false,
        };
        let is_list = media == Media::Recording
            && matches!(self.name(), "recordings" | "videos" | "video" | "media" | "vod" | "aufzeichnungen");
        // Live streams on Twitch are at the URL of the channel.
        let is_live = media == Media::Stream && self.host == "twitch.tv" && !self.path.is_empty();
        let fits = match media {
            Media::Recording | Media::Stream => !self.is_file(DOCUMENTS) && !self.is_image(),
            Media::Slides => !self.is_image() && !self.is_file(VIDEO_FILES),
        };
        fits && (is_live || !(is_first || is_channel || is_list || self.is_known()))
    }

    /// Returns the kind of media implied by the URL alone.
    pub(super) fn media(&self) -> Option<Media> {
        let is_id = |id: &str, from: usize| {
            id.len() >= from && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        };
        let is_number = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        let has_video = || self.query.split('&').any(|part| part.starts_with("v=") && part.len() > 8);
        let parts = self.parts();
        let by_host = match (self.host.as_str(), parts.as_slice()) {
            ("live.fosdem.org", ["watch", room]) if !room.is_empty() => Some(Media::Stream),
            ("streaming.media.ccc.de", [_, "relive", _]) => Some(Media::Recording),
            ("streaming.media.ccc.de", [_, room]) if *room != "relive" => Some(Media::Stream),
            ("media.ccc.de", ["v", talk]) if !talk.is_empty() => Some(Media::Recording),
            ("youtube.com", ["live", id]) if is_id(id, 8) => Some(Media::Stream),
            ("youtube.com", [_, "live"] | ["c" | "channel" | "user", _, "live"]) => Some(Media::Stream),
            ("youtube.com" | "facebook.com", ["watch"]) => has_video().then_some(Media::Recording),
            ("youtube.com" | "youtube-nocookie.com", ["embed" | "shorts" | "v", id])
                if is_id(id, 8) && !matches!(*id, "videoseries" | "live_stream") =>
            {
                Some(Media::Recording)
            }
            ("youtu.be", [id]) if is_id(id, 8) => Some(Media::Recording),
            ("vimeo.com", ["event", id]) if is_number(id) => Some(Media::Stream),
            ("vimeo.com", [id] | [id, _] | ["channels", _, id]) if is_number(id) => Some(Media::Recording),
            ("player.vimeo.com", ["video", id]) if is_number(id) => Some(Media::Recording),
            ("twitch.tv", ["videos", id]) if is_number(id) => Some(Media::Recording),
            ("dailymotion.com", ["video", id]) if is_id(id, 5) => Some(Media::Recording),
            ("rutube.ru", ["video", id]) if is_id(id, 20) => Some(Media::Recording),
            ("vk.com" | "vkvideo.ru", [id]) if id.starts_with("video-") && id.contains('_') => {
                Some(Media::Recording)
            }
            ("facebook.com", [_, "videos", id]) if is_number(id) => Some(Media::Recording),
            ("speakerdeck.com" | "slideshare.net" | "slides.com", [_, deck]) if !deck.is_empty() => {
                Some(Media::Slides)
            }
            ("slideshare.net", ["slideshow", ..]) | ("docs.google.com", ["presentation", "d", _, ..]) => {
                Some(Media::Slides)
            }
            // PeerTube, on any host.
            (_, ["w", id] | ["videos", "watch" | "embed", id]) if is_id(id, 20) => Some(Media::Recording),
            _ => None,
        };
        by_host.or_else(|| match () {
            () if self.is_file(&["m3u8"]) => Some(Media::Stream),
            () if self.is_file(VIDEO_FILES) => Some(Media::Recording),
            () if self.is_file(SLIDE_FILES) => Some(Media::Slides),
            () if self.is_document() && is_slides(self.name()) => Some(Media::Slides),
            () => None,
        })
    }
}
