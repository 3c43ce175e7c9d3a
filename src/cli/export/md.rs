//! A schedule as `CommonMark`.

use super::outline;
use super::outline::{Entry, outline};
use crate::i18n::Locale;
use crate::presenter::LabeledValue;
use kurultai_schedule::format::{Export, ExportJob, lost};
use kurultai_schedule::markup::{Block, Kind, LinkUrl, Mark, Markup, Style};

pub(super) fn write(job: &ExportJob, locale: &Locale) -> Export {
    let page = outline(job, locale);
    let mut text = format!("# {}\n", escaped(&page.title));
    for line in &page.lead {
        text += &format!("\n{}  ", escaped(line));
    }
    text = text.trim_end().to_owned() + "\n";
    facts(&page.facts, &mut text);
    page.prose.iter().for_each(|prose| add_prose(prose, &mut text));
    for section in &page.sections {
        text += &format!("\n## {}\n", escaped(&section.head));
        section.prose.iter().for_each(|prose| add_prose(prose, &mut text));
        for one in &section.entries {
            entry(one, &mut text);
        }
    }
    Export { lost: lost(job.conference, outline::representable(job.conference, &job.reading, false)), text }
}

fn entry(entry: &Entry, text: &mut String) {
    let head = if entry.is_off { format!("~~{}~~", escaped(&entry.head)) } else { escaped(&entry.head) };
    let time = entry.time.iter().map(|time| escaped(time));
    *text += &format!("\n### {}\n", time.chain([head]).collect::<Vec<_>>().join(" · "));
    let others: Vec<String> = entry.others.iter().map(|(name, _)| escaped(name)).collect();
    let marks: Vec<String> = entry.marks.iter().map(|mark| escaped(mark)).collect();
    let lines = [Some(marks.join(" · ")), Some(others.join(", "))].into_iter().flatten();
    for line in lines.chain(entry.lines.iter().map(|line| escaped(line))).filter(|line| !line.is_empty()) {
        *text += &format!("\n{line}\n");
    }
    entry.prose.iter().for_each(|prose| add_prose(prose, text));
    facts(&entry.facts, text);
}

fn facts(facts: &[LabeledValue], text: &mut String) {
    if !facts.is_empty() {
        text.push('\n');
    }
    for LabeledValue { label, value } in facts {
        let value = match LinkUrl::read(value) {
            Some(address) => format!("<{}>", address.as_str()),
            None => escaped(value),
        };
        *text += &format!("- {}: {value}\n", escaped(label));
    }
}

fn add_prose(prose: &Markup, text: &mut String) {
    for block in &prose.blocks {
        let quote = "> ".repeat(block.quote);
        let (mut first, mut hang) = (String::new(), String::new());
        if let Some(item) = block.item {
            let mark = match item.mark {
                Mark::Bullet => "- ".to_owned(),
                Mark::Number(number) => format!("{}. ", number.min(999_999_999)),
            };
            let indent = "   ".repeat(item.depth.saturating_sub(1));
            hang = format!("{indent}{}", " ".repeat(mark.len()));
            first = if item.begins { indent + &mark } else { hang.clone() };
        }
        text.push('\n');
        for (at, line) in self::block(block, prose).lines().enumerate() {
            let before = if at == 0 { &first } else { &hang };
            *text += &format!("{quote}{before}{line}\n");
        }
    }
}

fn block(block: &Block, prose: &Markup) -> String {
    match block.kind {
        Kind::Rule => "---".to_owned(),
        Kind::Code => {
            let code: String = block.spans.iter().map(|span| span.text.as_str()).collect();
            let fence = "`".repeat(longest_ticks(&code).max(2) + 1);
            format!("{fence}\n{}\n{fence}", code.trim_end_matches('\n'))
        }
        Kind::Heading => format!("**{}**", escaped(&plain(block))),
        Kind::Paragraph => spans(block, prose).replace('\n', "  \n"),
    }
}

fn plain(block: &Block) -> String {
    block.spans.iter().map(|span| span.text.as_str()).collect::<String>().replace('\n', " ").trim().to_owned()
}

fn spans(block: &Block, prose: &Markup) -> String {
    let mut text = String::new();
    let mut following = block.spans.iter().map(|span| span.link).skip(1);
    let mut open: Option<usize> = None;
    for span in &block.spans {
        let next = following.next().flatten();
        let link = span.link.filter(|link| *link < prose.links.len());
        if link.is_some() && open != link {
            text.push('[');
            open = link;
        }
        // Emphasis must touch its words.
        let core = span.text.trim();
        let at = span.text.len() - span.text.trim_start().len();
        let (before, after) = (&span.text[..at], &span.text[(at + core.len()).min(span.text.len())..]);
        let core = match span.style {
            _ if core.is_empty() => String::new(),
            Style::Plain => escaped(core),
            Style::Strong => format!("**{}**", escaped(core)),
            Style::Emphasis => format!("*{}*", escaped(core)),
            Style::Code => {
                let ticks = "`".repeat(longest_ticks(core) + 1);
                format!("{ticks} {} {ticks}", core.replace('\n', " "))
            }
        };
        text += &format!("{before}{core}{after}");
        if let Some(address) = link.filter(|_| next != link).and_then(|link| prose.links.get(link)) {
            text += &format!("](<{}>)", address.as_str());
            open = None;
        }
    }
    text
}

/// Returns the length of the longest run of backticks.
fn longest_ticks(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Escapes markup, entities and URLs.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_start = true;
    for c in text.chars() {
        let is_needed = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' | '@' => true,
            '#' | '+' | '-' | '=' | '!' => is_start,
            '.' | ')' => out.ends_with(|c: char| c.is_ascii_digit()),
            _ => false,
        };
        // Bare URLs are autolinked.
        let is_address =
            c == ':' && ["http", "https", "javascript"].iter().any(|scheme| out.ends_with(scheme));
        if is_needed || is_address {
            out.push('\\');
        }
        out.push(c);
        is_start = c == '\n' || (is_start && c == ' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurultai_schedule::markup;

    fn prose(text: &str) -> String {
        let mut out = String::new();
        add_prose(&markup::read(text), &mut out);
        out
    }

    #[test]
    fn markup_in_texts_is_escaped() {
        assert_eq!(
            escaped("<b>a</b> *b* `c` [d](e) | &amp; _f_"),
            "\\<b\\>a\\</b\\> \\*b\\* \\`c\\` \\[d\\](e) \\| \\&amp; \\_f\\_"
        );
        assert_eq!(escaped("# a\n- b\n1. c\n+ d"), "\\# a\n\\- b\n1\\. c\n\\+ d");
        assert_eq!(escaped("C++ - a-b, https://x"), "C++ - a-b, https\\://x");
    }

    #[test]
    fn descriptions_keep_markup_without_scripts() {
        assert_eq!(prose("A **b** [c](https://example.org/)."), "\nA **b** [c](<https://example.org/>).\n");
        assert_eq!(prose("[x](javascript:alert(1))").matches("](").count(), 0);
        assert!(!prose("<script>alert(1)</script> a <img src=x onerror=y>").contains("<i"));
        assert_eq!(prose("- a\n- b"), "\n- a\n\n- b\n");
        assert_eq!(prose("`` a`b ``"), "\n`` a`b ``\n");
    }
}
