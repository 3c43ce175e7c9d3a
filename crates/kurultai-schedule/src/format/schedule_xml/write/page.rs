//! [`XmlWriter`]: writes escaped and indented XML, one element per line.

/// A document being written.
pub(super) struct XmlWriter {
    text: String,
    depth: usize,
}

type Attributes<'a> = &'a [(&'a str, Option<&'a str>)];

impl XmlWriter {
    pub(super) fn new() -> Self {
        Self { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 0 }
    }

    /// Begins an element with children.
    pub(super) fn begin(&mut self, name: &str, attributes: Attributes) {
        self.tag(name, attributes);
        self.text.push_str(">\n");
        self.depth += 1;
    }

    pub(super) fn end(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        self.text += &format!("</{name}>\n");
    }

    /// Writes an empty element.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.tag(name, attributes);
        self.text.push_str("/>\n");
    }

    /// Writes an element with text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.with(name, &[], text);
    }

    /// Writes an element with text, unless that is `None`.
    pub(super) fn known(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// Writes an element with attributes and text.
    pub(super) fn with(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.tag(name, attributes);
        self.text.push('>');
        escape(text, &mut self.text);
        self.text += &format!("</{name}>\n");
    }

    /// Returns the whole document.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn tag(&mut self, name: &str, attributes: Attributes) {
        self.indent();
        self.text += &format!("<{name}");
        for (key, value) in attributes {
            let Some(value) = value else { continue };
            self.text += &format!(" {key}=\"");
            escape(value, &mut self.text);
            self.text.push('"');
        }
    }

    fn indent(&mut self) {
        self.text.push_str(&"  ".repeat(self.depth));
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            // XML 1.0 allows no other control characters and no noncharacters.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                out.push(char::REPLACEMENT_CHARACTER);
            }
            c => out.push(c),
        }
    }
}
