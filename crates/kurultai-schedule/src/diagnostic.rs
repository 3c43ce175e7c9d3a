//! Problems in files: [`Diagnostic`], with its [`Code`], [`Span`] and [`Source`].
//!
//! A diagnostic is data. Its message is in `locales/*.ftl`, as `diagnostic-` plus the code; `presenter::diagnostic`
//! renders it.

mod code;
mod limits;
mod message_arg;
mod source;
mod source_map;
mod span;

pub use code::{Code, Severity};
pub use message_arg::{MessageArg, MessageArgs};
pub use source::Source;
pub use source_map::{DeclaredSpans, SourceMap};
pub use span::{Position, Span};

pub use crate::text::closest_match;

/// A problem in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The type of the problem.
    pub code: Code,
    /// The location; an empty span at 0 for the whole file.
    pub span: Span,
    /// The arguments of its message.
    pub args: Vec<(&'static str, MessageArg)>,
}

impl Diagnostic {
    /// Creates a diagnostic without arguments.
    #[must_use]
    pub fn new(code: Code, span: Span) -> Self {
        Self { code, span, args: Vec::new() }
    }

    /// Adds an argument to the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: MessageArg) -> Self {
        self.args.push((name, value));
        self
    }

    /// Adds a suggestion ("did you mean"), if there is one.
    #[must_use]
    pub fn meant(self, meant: Option<&str>) -> Self {
        match meant {
            Some(meant) => self.with("meant", MessageArg::text(meant)),
            None => self,
        }
    }

    /// Adds the corrected line, displayed instead of the code's help.
    #[must_use]
    pub fn replacement(self, text: &str) -> Self {
        self.with("write", MessageArg::text(text))
    }

    /// Adds the allowed values, displayed instead of the code's help.
    #[must_use]
    pub fn allowed_values(self, words: &[&str]) -> Self {
        self.with("words", MessageArg::text(&words.join(", ")))
    }

    /// Returns the severity of the code.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Sorts diagnostics by position, then code, and removes duplicates.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    diagnostics.dedup();
}
