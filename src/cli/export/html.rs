//! A schedule as one self-contained HTML page, without scripts.

use super::outline;
use super::outline::{Entry, Section, outline};
use crate::i18n::Locale;
use crate::presenter::LabeledValue;
use kurultai_schedule::format::{Export, ExportJob, lost};
use kurultai_schedule::markup::{Block, Kind, LinkUrl, Mark, Markup, Style};

/// Styles for light, dark and print.
const LOOK: &str = include_str!("html/page.css");

pub(super) fn write(job: &ExportJob, locale: &Locale) -> Export {
    let page = outline(job, locale);
    let languages = job.conference.language.clone().into_iter().collect::<Vec<_>>();
    let shown = job.reading.wanted.as_ref().or(job.reading.choose(&languages));
    let lang = shown.map(|lang| format!(" lang=\"{}\"", escaped(lang.as_str()))).unwrap_or_default();
    let title = escaped(&page.title);
    let mut text = format!(
        "<!DOCTYPE html>\n<html{lang}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>\n{LOOK}</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">{title}</h1>\n"
    );
    for line in &page.lead {
        text += &format!("<p class=\"lead\" dir=\"auto\">{}</p>\n", escaped(line));
    }
    facts(&page.facts, &mut text);
    page.prose.iter().for_each(|prose| add_prose(prose, &mut text));
    text += "</header>\n<nav>\n";
    for (index, section) in page.sections.iter().enumerate() {
        text += &format!("<a href=\"#part-{}\">{}</a>\n", index + 1, escaped(&section.short));
    }
    text += "</nav>\n<main>\n";
    for (index, part) in page.sections.iter().enumerate() {
        section(index, part, &mut text);
    }
    text += "</main>\n</body>\n</html>\n";
    Export { lost: lost(job.conference, outline::representable(job.conference, &job.reading, true)), text }
}

fn section(index: usize, section: &Section, text: &mut String) {
    *text +=
        &format!("<section id=\"part-{}\">\n<h2 dir=\"auto\">{}</h2>\n", index + 1, escaped(&section.head));
    section.prose.iter().for_each(|prose| add_prose(prose, text));
    for one in &section.entries {
        entry(one, text);
    }
    *text += "</section>\n";
}

fn entry(entry: &Entry, text: &mut String) {
    let anchor =
        if entry.anchor.is_empty() { String::new() } else { format!(" id=\"{}\"", escaped(&entry.anchor)) };
    let off = if entry.is_off { " class=\"off\"" } else { "" };
    *text += &format!("<article{anchor}{off}>\n");
    if let Some(time) = &entry.time {
        // `1 h 30 min` must not wrap.
        let parts: Vec<String> = time.split(" · ").map(|part| part.replace(' ', "\u{a0}")).collect();
        *text += &format!("<p class=\"time\">{}</p>\n", escaped(&parts.join(" · ")));
    }
    *text += &format!("<h3 dir=\"auto\">{}</h3>\n", escaped(&entry.head));
    if !entry.marks.is_empty() {
        *text += &format!("<p class=\"marks\" dir=\"auto\">{}</p>\n", escaped(&entry.marks.join(" · ")));
    }
    for line in &entry.lines {
        *text += &format!("<p dir=\"auto\">{}</p>\n", escaped(line));
    }
    if !entry.others.is_empty() {
        let links = entry.others.iter();
        let links = links
            .map(|(name, anchor)| format!("<li><a href=\"#{}\">{}</a></li>", escaped(anchor), escaped(name)));
        *text += &format!("<ul class=\"others\" dir=\"auto\">{}</ul>\n", links.collect::<String>());
    }
    entry.prose.iter().for_each(|prose| add_prose(prose, text));
    facts(&entry.facts, text);
    *text += "</article>\n";
}

fn facts(facts: &[LabeledValue], text: &mut String) {
    if facts.is_empty() {
        return;
    }
    *text += "<dl>\n";
    for LabeledValue { label, value } in facts {
        let shown = escaped(value);
        let value = match LinkUrl::read(value) {
            Some(address) => format!("<a href=\"{}\">{shown}</a>", escaped(address.as_str())),
            None => shown,
        };
        *text += &format!("<div><dt>{}</dt><dd dir=\"auto\">{value}</dd></div>\n", escaped(label));
    }
    *text += "</dl>\n";
}

/// Formats a description. Lists and quotes are indented by class, not nested.
fn add_prose(prose: &Markup, text: &mut String) {
    *text += "<div class=\"prose\" dir=\"auto\">\n";
    for block in &prose.blocks {
        let depth = block.quote + block.item.map_or(0, |item| item.depth);
        let class = if block.quote > 0 { "quote in" } else { "in" };
        let depth = depth.min(6);
        let attributes = if depth > 0 { format!(" class=\"{class}{depth}\"") } else { String::new() };
        let mark = match block.item {
            Some(item) if item.begins => match item.mark {
                Mark::Bullet => "<span class=\"mark\">•</span> ".to_owned(),
                Mark::Number(number) => format!("<span class=\"mark\">{number}.</span> "),
            },
            _ => String::new(),
        };
        let inline = spans(block, prose);
        *text += &match block.kind {
            Kind::Rule => "<hr>\n".to_owned(),
            Kind::Code => format!("<pre{attributes}>{inline}</pre>\n"),
            Kind::Heading => format!("<h4{attributes}>{mark}{inline}</h4>\n"),
            Kind::Paragraph => format!("<p{attributes}>{mark}{}</p>\n", inline.replace('\n', "<br>\n")),
        };
    }
    *text += "</div>\n";
}

fn spans(block: &Block, prose: &Markup) -> String {
    let span = |span: &kurultai_schedule::markup::Span| {
        let text = escaped(&span.text);
        let text = match span.style {
            _ if block.kind == Kind::Code => text,
            Style::Plain => text,
            Style::Strong => format!("<strong>{text}</strong>"),
            Style::Emphasis => format!("<em>{text}</em>"),
            Style::Code => format!("<code>{text}</code>"),
        };
        match span.link.and_then(|link| prose.links.get(link)) {
            Some(address) => format!("<a href=\"{}\">{text}</a>", escaped(address.as_str())),
            None => text,
        }
    };
    block.spans.iter().map(span).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use kurultai_schedule::format::CalendarScope;
    use kurultai_schedule::markup;

    fn page(text: &str) -> String {
        let conference = kurultai_schedule::format::event_file::read(
            &kurultai_schedule::diagnostic::Source::new("", text),
        )
        .conference;
        let reading = conference.reading(None);
        let locale = Locale::english();
        let calendar =
            CalendarScope { schedule: &conference, sessions: &[], busy: &[], planned: &BTreeMap::new() };
        write(&ExportJob { conference: &conference, calendar, reading, words: &locale }, &locale).text
    }

    #[test]
    fn links_have_targets_and_ids_are_unique() {
        for text in [
            include_str!("../../../events/showcase.toml"),
            include_str!("../../../events/kawj-2023.toml"),
            include_str!("../../../events/fosdem-2025-saturday.toml"),
            include_str!("../../../events/minimal.toml"),
        ] {
            let page = page(text);
            let values = |key: &str| -> Vec<String> {
                let key = format!("{key}=\"");
                let parts = page.split(&key).skip(1);
                parts.filter_map(|part| Some(part.split_once('"')?.0.to_owned())).collect()
            };
            let ids = values(" id");
            let names: std::collections::HashSet<&String> = ids.iter().collect();
            assert_eq!(names.len(), ids.len());
            for link in values(" href") {
                let is_known = link.strip_prefix('#').is_some_and(|id| names.contains(&id.to_owned()));
                assert!(is_known || kurultai_schedule::text::is_link(&link), "{link}");
            }
            assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
        }
    }

    #[test]
    fn every_field_is_escaped() {
        let everything = include_str!("../../../tests/event_file/everything.toml");
        // Every quoted value begins with a tag.
        let hostile = page(&everything.replace(" = \"", " = \"<script>'x' "));
        assert!(!hostile.contains("<script") && !hostile.contains("src="), "{hostile}");
        assert!(hostile.contains("&lt;script&gt;&#39;x&#39; "), "{hostile}");
    }

    #[test]
    fn scripts_are_escaped() {
        let mut text = String::new();
        add_prose(
            &markup::read(
                "a <script>alert(1)</script> [b](javascript:x) **c** [d](https://example.org/?a=\"&b='c)",
            ),
            &mut text,
        );
        assert!(!text.contains("<script") && !text.contains("href=\"javascript"), "{text}");
        assert!(text.contains("<strong>c</strong>"), "{text}");
        assert_eq!(escaped("<a href='x' b=\"y\">&"), "&lt;a href=&#39;x&#39; b=&quot;y&quot;&gt;&amp;");
    }
}
