//! Tests of the classification of links.

use super::label::TitleWords;
use super::{Media, classify, classify_link};
use crate::model::{Attachment, Link, LocalizedText, Session};
use crate::text::SafeText;

fn label(label: &str) -> Option<LocalizedText> {
    Some(SafeText::line(label)).filter(|label| !label.is_empty()).map(LocalizedText::untagged)
}

fn titled(text: &str, url: &str, title: &str) -> Option<Media> {
    classify_link(url, label(text).as_ref(), None, &TitleWords::new(label(title).as_ref()))
        .map(|link| link.media)
}

fn media(text: &str, url: &str) -> Option<Media> {
    titled(text, url, "A walk on ice")
}

fn typed(text: &str, url: &str, kind: &str) -> Option<Media> {
    classify_link(url, label(text).as_ref(), Some(kind), &TitleWords::new(None)).map(|link| link.media)
}

fn link(text: &str, url: &str) -> Link {
    Link { label: label(text), url: SafeText::line(url) }
}

fn file(text: &str, url: &str, kind: &str) -> Attachment {
    let source_type = Some(SafeText::line(kind)).filter(|kind| !kind.is_empty());
    Attachment { label: label(text), url: SafeText::line(url), source_type }
}

/// Returns recording, stream and slides of a classified session, then labels and URLs of its links and files.
fn classified(mut session: Session) -> String {
    classify(&mut session);
    let before = session.clone();
    classify(&mut session);
    assert_eq!(session, before);
    let places = [&session.recording, &session.stream, &session.slides];
    let places = places.map(|url| url.as_deref().unwrap_or("-").to_owned());
    let links = session.links.iter().map(|link| (&link.label, &link.url));
    let links = links.chain(session.attachments.iter().map(|file| (&file.label, &file.url)));
    let links = links.map(|(label, url)| {
        let label = label.as_ref().and_then(|label| label.iter().next()).map(|(_, label)| label.as_str());
        format!("{} <{url}>", label.unwrap_or_default())
    });
    places.into_iter().chain(links).collect::<Vec<_>>().join("\n")
}

#[test]
fn conclusive_urls() {
    for url in [
        "https://video.fosdem.org/2025/janson/a.av1.webm",
        "https://video.fosdem.org/2025/janson/a.mp4",
        "https://media.ccc.de/v/38c3-opening",
        "https://streaming.media.ccc.de/38c3/relive/12",
        "https://www.youtube.com/watch?v=abcdefghijk&t=3",
        "HTTPS://youtu.be/abcdefghijk",
        "https://vimeo.com/123456",
        "https://player.vimeo.com/video/123456",
        "https://rutube.ru/video/0123456789abcdef0123456789abcdef/",
        "https://vk.com/video-123_456",
        "https://tube.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
        "https://tube.example/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d",
        "https://example.org/files/Talk.MP4",
    ] {
        assert_eq!(media("", url), Some(Media::Recording), "{url}");
        for text in [
            "Video recording (MP4) - 3.5 MB",
            "Video",
            "Aufzeichnung",
            "Запись доклада",
            "Recording: A walk on ice",
            "Download video (webm, 90M)",
            "MP4 (720p)",
        ] {
            assert_eq!(media(text, url), Some(Media::Recording), "{text} {url}");
        }
        for text in [
            "Demo of the app",
            "Video: how to build a boat",
            "My book",
            "Video from 1999",
            "Past recording",
            "Recording of the Berlin meeting",
            "Our YouTube channel",
            "License of the recording",
            "Slides",
            "Slides of the demo",
        ] {
            assert_eq!(media(text, url), None, "{text} {url}");
        }
    }
    for url in [
        "https://live.fosdem.org/watch/janson",
        "https://streaming.media.ccc.de/38c3/one",
        "https://example.org/live/playlist.m3u8",
        "https://www.youtube.com/live/abcdefghijk",
        "https://www.youtube.com/@club/live",
    ] {
        for text in ["", "Livestream", "Live", "Watch live", "Прямая трансляция", "Түз эфир"]
        {
            assert_eq!(media(text, url), Some(Media::Stream), "{text} {url}");
        }
    }
    for url in [
        "https://example.org/talk.odp",
        "https://example.org/talk.pptx",
        "https://example.org/walk-slides.pdf",
        "https://speakerdeck.com/someone/talk",
        "https://www.slideshare.net/someone/talk",
        "https://slides.com/someone/talk",
        "https://docs.google.com/presentation/d/1Hu/edit?usp=sharing",
    ] {
        for text in ["", "Slides (PDF)", "Presentation", "Презентация", "Слайддар", "Slides: A walk on ice"]
        {
            assert_eq!(media(text, url), Some(Media::Slides), "{text} {url}");
        }
        assert_eq!(media("Template", url), None, "{url}");
    }
}

#[test]
fn labels_classify_other_pages() {
    assert_eq!(media("Slides (PDF)", "https://example.org/talk.pdf"), Some(Media::Slides));
    assert_eq!(media("Presentation", "https://example.org/talk.pdf"), Some(Media::Slides));
    assert_eq!(media("Talk slides", "https://example.org/talks/1/"), Some(Media::Slides));
    assert_eq!(media("Recording", "https://example.org/talks/1"), Some(Media::Recording));
    assert_eq!(media("Жазуу", "https://example.org/talks/1"), Some(Media::Recording));
    assert_eq!(media("Livestream", "https://example.org/rooms/hall"), Some(Media::Stream));
    assert_eq!(media("Livestream", "https://youtu.be/abcdefghijk"), Some(Media::Stream));
    assert_eq!(media("Livestream", "https://twitch.tv/club"), Some(Media::Stream));
    assert_eq!(media("Slides and video", "https://youtu.be/abcdefghijk"), Some(Media::Recording));
    for text in
        ["Presentation", "Video", "Live music", "Slides", "RGBDS-live", "How we draw slides with Rust"]
    {
        let expected = (text == "Slides").then_some(Media::Slides);
        assert_eq!(media(text, "https://example.org/page"), expected, "{text}");
    }
    assert_eq!(media("", "https://example.org/talk.pdf"), None);
    assert_eq!(titled("Recording: Ink", "https://example.org/a.mp4", "Ink"), Some(Media::Recording));
    assert_eq!(titled("Recording: Ink", "https://example.org/a.mp4", "Oak"), None);
    assert_eq!(titled("Video: Ink", "https://youtu.be/abcdefghijk", "Ink"), None);
}

#[test]
fn a_homepage_a_channel_and_a_license_are_none() {
    for url in [
        "https://youtube.com/@channel",
        "https://www.youtube.com/channel/UCabcdefgh",
        "https://www.youtube.com/c/club",
        "https://www.youtube.com/playlist?list=abcdefghijk",
        "https://www.youtube.com/embed/videoseries?list=abcdefghijk",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/",
        "https://media.ccc.de/",
        "https://media.ccc.de/c/38c3",
        "https://video.fosdem.org/",
        "https://vimeo.com/someone",
        "https://t.me/club",
        "https://live.fosdem.org/",
        "https://tube.example/c/club/videos",
        "https://tube.example/a/club",
        "https://tube.example/w/",
        "https://tube.example/w/p/kkGMgK9ZtnKfYAgnEtQxbv",
        "https://creativecommons.org/licenses/by/4.0/",
        "https://example.org/licenses/video",
        "https://speakerdeck.com/someone",
        "https://example.org",
        "https://example.org/en/",
        "https://video.fosdem.org/2025/janson/a.vtt",
        "mailto:video@example.org",
    ] {
        for text in ["", "Video", "Recording", "Livestream"] {
            assert_eq!(media(text, url), None, "{text} {url}");
            assert_eq!(typed(text, url, "video"), None, "{text} {url}");
        }
    }
    assert_eq!(media("Recording", "https://twitch.tv/club"), None);
    assert_eq!(media("Recordings", "https://example.org/2025/recordings"), None);
    assert_eq!(media("Recording license", "https://example.org/a.mp4"), None);
    assert_eq!(media("Video recording subtitle file (VTT)", "https://video.fosdem.org/2025/a/b.vtt"), None);
}

#[test]
fn types_classify() {
    assert_eq!(typed("Maps in detail", "https://example.org/a.pdf", "slides"), Some(Media::Slides));
    assert_eq!(typed("", "https://example.org/a", "SLIDES"), Some(Media::Slides));
    assert_eq!(typed("", "https://example.org/a", "video/mp4"), Some(Media::Recording));
    assert_eq!(typed("Recording", "https://example.org/a", "video"), Some(Media::Recording));
    assert_eq!(typed("Slides of the demo", "https://example.org/a.pdf", "slides"), Some(Media::Slides));
    assert_eq!(typed("Demo code", "https://example.org/a.zip", "slides"), None);
    assert_eq!(typed("Maps", "https://example.org/a.mp4", "slides"), None);
    assert_eq!(typed("Logo", "https://example.org/a.png", "slides"), None);
    assert_eq!(typed("Ink in water", "https://example.org/a.mp4", "video"), None);
    assert_eq!(typed("", "https://example.org/first_demo.mp4", "video"), None);
    let vnd = "application/vnd.oasis.opendocument.presentation";
    assert_eq!(typed("", "https://example.org/a", vnd), Some(Media::Slides));
}

#[test]
fn a_link_moves_unless_its_label_says_more() {
    let links = vec![
        link("Video recording (WebM) - 3 MB", "https://example.org/a.webm"),
        link("Video recording", "https://example.org/a.mp4"),
        link("Slides", "https://example.org/a.pdf"),
        link("Code", "https://example.org/code"),
    ];
    assert_eq!(
        classified(Session { links, ..Session::default() }),
        "https://example.org/a.mp4\n-\nhttps://example.org/a.pdf\n\
         Video recording (WebM) - 3 MB <https://example.org/a.webm>\nCode <https://example.org/code>"
    );
    let links = vec![link("Video recording (MP4) - 3 MB", "https://example.org/a.mp4")];
    assert_eq!(
        classified(Session { links, ..Session::default() }),
        "https://example.org/a.mp4\n-\n-\nVideo recording (MP4) - 3 MB <https://example.org/a.mp4>"
    );
    let attachments = vec![
        file("a.pdf", "https://example.org/a.pdf", "slides"),
        file("Slides (PDF)", "https://example.org/b.pdf", "slides"),
    ];
    assert_eq!(
        classified(Session { attachments, ..Session::default() }),
        "-\n-\nhttps://example.org/a.pdf\nSlides (PDF) <https://example.org/b.pdf>"
    );
}

#[test]
fn a_recording_counts_more_than_a_video() {
    let links = vec![
        link("Video on YouTube", "https://youtu.be/abcdefghijk"),
        link("Recording", "https://example.org/a.mp4"),
    ];
    assert_eq!(
        classified(Session { links, ..Session::default() }),
        "https://example.org/a.mp4\n-\n-\nVideo on YouTube <https://youtu.be/abcdefghijk>"
    );
}

#[test]
fn given_fields_win_over_links() {
    let url = |url: &str| Some(SafeText::line(url));
    let links = vec![
        link("", "https://youtu.be/abcdefghijk"),
        link("Recording", "https://example.org/a.mp4"),
        link("", "https://media.ccc.de/v/walk"),
    ];
    let session =
        Session { links: links.clone(), stream: url("https://youtu.be/abcdefghijk"), ..Session::default() };
    assert_eq!(
        classified(session),
        "https://example.org/a.mp4\nhttps://youtu.be/abcdefghijk\n-\n <https://media.ccc.de/v/walk>"
    );
    let session = Session { links, recording: url("https://example.org/b.mp4"), ..Session::default() };
    assert!(classified(session).starts_with("https://example.org/b.mp4\n-\n-\n"));
}

#[test]
fn a_link_that_would_be_another_field_or_none_is_kept() {
    let url = |url: &str| Some(SafeText::line(url));
    let (page, video) = ("https://example.org/walk", "https://youtu.be/abcdefghijk");
    let links = ["", "Page", "!", "Slides", "Recording"].map(|text| link(text, page));
    let session = Session { links: links.to_vec(), recording: url(page), ..Session::default() };
    assert_eq!(
        classified(session),
        format!("{page}\n-\n-\n <{page}>\nPage <{page}>\n! <{page}>\nSlides <{page}>")
    );
    let links = ["", "Slides", "Livestream", "Recording"].map(|text| link(text, video));
    let session = Session { links: links.to_vec(), recording: url(video), ..Session::default() };
    assert_eq!(classified(session), format!("{video}\n-\n-\nSlides <{video}>\nLivestream <{video}>"));
    // One page may be several things.
    let links = vec![link("Recording", "https://example.org/a"), link("Handout", "https://example.org/a")];
    assert_eq!(
        classified(Session { links, ..Session::default() }),
        "https://example.org/a\n-\n-\nHandout <https://example.org/a>"
    );
    let attachments = vec![file("", "https://example.org/a.pdf", "application/pdf")];
    let session = Session { attachments, slides: url("https://example.org/a.pdf"), ..Session::default() };
    assert_eq!(classified(session), "-\n-\nhttps://example.org/a.pdf\n <https://example.org/a.pdf>");
}
