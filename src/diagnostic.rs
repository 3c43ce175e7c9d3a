//! What is wrong with a file: [`Source`] and [`Span`] say where, [`Code`] says what, [`Diagnostic`] says both.
//!
//! A diagnostic is data: `presenter::diagnostic` turns it into sentences, which `locales/*.ftl` have under `diagnostic-`
//! and the code.

mod code;
mod limits;
mod message_arg;
mod source;
mod source_map;

pub use code::{Code, Severity};
pub use limits::Cut;
pub use message_arg::{MessageArg, MessageArgs};
pub use source::{Position, Source, Span};
pub use source_map::SourceMap;

pub use crate::text::closest_match;

/// One finding in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// Where; an empty span at 0 when it is the whole file.
    pub span: Span,
    /// The values of its sentence.
    pub args: Vec<(&'static str, MessageArg)>,
}

impl Diagnostic {
    /// A finding at a place.
    #[must_use]
    pub fn new(code: Code, span: Span) -> Self {
        Self { code, span, args: Vec::new() }
    }

    /// The same with a value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: MessageArg) -> Self {
        self.args.push((name, value));
        self
    }

    /// The same with what was probably meant, if that is known.
    #[must_use]
    pub fn meant(self, meant: Option<&str>) -> Self {
        match meant {
            Some(meant) => self.with("meant", MessageArg::text(meant)),
            None => self,
        }
    }

    /// The same with what to write instead, as the file would have it; it is said in place of the help of the code.
    #[must_use]
    pub fn replacement(self, text: &str) -> Self {
        self.with("write", MessageArg::text(text))
    }

    /// The same with all that may stand there; it is said in place of the help of the code.
    #[must_use]
    pub fn allowed_values(self, words: &[&str]) -> Self {
        self.with("words", MessageArg::text(&words.join(", ")))
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Puts findings in the order of the file, those of one place in the order of their codes, each once.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    diagnostics.dedup();
}
