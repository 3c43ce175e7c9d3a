//! Removes HTML from the single-line texts of published schedules: `Q&amp;A`, `<em>Rust</em>`.
//! [`crate::markup`] handles prose. Texts in event files are literal.

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::escape::resolve_html5_entity;

use super::xml::INLINE;
use crate::model::{Conference, TextKind};
use crate::text::SafeText;

/// The length of the longest entity name.
const MAX_ENTITY: usize = 32;

/// Decodes the entities and removes the tags in all one-line texts of a conference.
pub(super) fn tidy(conference: &mut Conference) {
    conference.for_each_text_mut(|kind, texts| {
        if kind != TextKind::Prose {
            texts.change(line);
        }
    });
}

/// Returns a text with decoded entities and without tags; `None` if it has neither.
fn line(text: &SafeText) -> Option<SafeText> {
    if !text.contains(['&', '<']) {
        return None;
    }
    let bare = without_tags(text);
    let decoded = decoded(&bare);
    // Markup may have been escaped twice.
    let bare = if decoded == bare { decoded } else { without_tags(&decoded).into_owned().into() };
    let bare = SafeText::line(&bare);
    (bare != *text && !bare.is_empty()).then_some(bare)
}

/// Decodes entities: `&amp;`, `&#43;`, `&#x2B;`.
fn decoded(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        out.push_str(before);
        let end = entity.bytes().take(MAX_ENTITY + 2).position(|byte| byte == b';');
        let name = end.and_then(|end| entity.get(1..end));
        if let (Some(end), Some(character)) = (end, name.and_then(character)) {
            out.push_str(&character);
            rest = &entity[end + 1..];
        } else {
            out.push('&');
            rest = &entity[1..];
        }
    }
    if rest.len() == text.len() {
        return text.into();
    }
    out.push_str(rest);
    out.into()
}

fn character(name: &str) -> Option<Cow<'static, str>> {
    let Some(number) = name.strip_prefix('#') else { return resolve_html5_entity(name).map(Cow::from) };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| *c != '\0').map(|c| c.to_string().into())
}

struct Tag {
    start: usize,
    end: usize,
    /// True for `</em>`.
    is_end: bool,
    name: String,
}

/// Removes pairs of tags, and replaces `<br>` by a space. Keeps `Vec<T>` and a single `<b>`.
fn without_tags(text: &str) -> Cow<'_, str> {
    let mut open: HashMap<String, Vec<(usize, usize)>> = HashMap::new();
    let mut gone: Vec<(usize, usize, &str)> = Vec::new();
    let mut from = 0;
    while let Some(tag) = tag(text, from) {
        from = tag.end;
        let place = (tag.start, tag.end);
        if tag.name == "br" {
            gone.push((place.0, place.1, " "));
        } else if tag.name != "p" && !INLINE.contains(&tag.name.as_str()) {
        } else if !tag.is_end {
            open.entry(tag.name).or_default().push(place);
        } else if let Some(begin) = open.get_mut(&tag.name).and_then(Vec::pop) {
            gone.extend([(begin.0, begin.1, ""), (place.0, place.1, "")]);
        }
    }
    if gone.is_empty() {
        return text.into();
    }
    gone.sort_unstable();
    let mut out = String::new();
    let mut at = 0;
    for (start, end, instead) in gone {
        out.push_str(&text[at..start]);
        out.push_str(instead);
        at = end;
    }
    out.push_str(&text[at..]);
    out.into()
}

/// Finds the next tag.
fn tag(text: &str, mut from: usize) -> Option<Tag> {
    loop {
        let start = from + text.get(from..)?.find('<')?;
        from = start + 1;
        let inside = &text[from..];
        let Some(length) = inside.find(['<', '>']) else { continue };
        if inside.as_bytes()[length] == b'<' {
            continue;
        }
        let inside = &inside[..length];
        let (is_end, name) = inside.strip_prefix('/').map_or((false, inside), |name| (true, name));
        let name = name.split([' ', '/']).next().unwrap_or_default().to_ascii_lowercase();
        if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Some(Tag { start, end: from + length + 1, is_end, name });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_complete_entities_and_paired_tags_are_removed() {
        for (text, expected) in [
            ("Q&amp;A: Rust &lt;3 C&#43;&#43;", "Q&A: Rust <3 C++"),
            ("Caf&eacute; &#x2014; caf&#233;&nbsp;x", "Café — café\u{a0}x"),
            ("<em>Rust</em> and <STRONG class=\"x\">C</STRONG>", "Rust and C"),
            ("&lt;em&gt;Rust&lt;/em&gt;", "Rust"),
            ("One<br/>two<br>three", "One two three"),
            ("<a href='https://example.org/?a&amp;b'>Page</a>", "Page"),
            ("&amp;amp;", "&amp;"),
            ("<i><b>x</b></i>", "x"),
        ] {
            assert_eq!(line(&SafeText::line(text)), Some(SafeText::line(expected)), "{text}");
        }
        for text in [
            "AT&T; R&D",
            "a & b; c",
            "&unknown;",
            "&amp",
            "&#;",
            "&#xD800;",
            "&#0;",
            "Vec<T> and Option<b>",
            "The <b> element",
            "a < b > c",
            "</em>",
            "<em></em>",
            "1 << 2 >> 3",
            "<script>x</script>",
            "&",
            "<",
            "plain",
        ] {
            assert_eq!(line(&SafeText::line(text)), None, "{text}");
        }
    }
}
