//! The parsed document.

use crate::diagnostic::{Diagnostic, Span};

/// A document and its syntax errors.
pub(in crate::format) struct Document {
    pub(in crate::format) root: Node,
    pub(in crate::format) diagnostics: Vec<Diagnostic>,
}

/// A value with its position.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::format) struct Node {
    pub(in crate::format) span: Span,
    pub(in crate::format) value: Json,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::format) enum Json {
    Null,
    Bool(bool),
    /// A number as written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    /// The members in the order of the file; names may repeat.
    Object(Vec<(String, Node)>),
}
