//! The parsed document.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Span};

/// A document and its syntax errors.
pub(in crate::format) struct Document<'t> {
    pub(in crate::format) root: Node<'t>,
    pub(in crate::format) diagnostics: Vec<Diagnostic>,
}

/// A value with its position.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::format) struct Node<'t> {
    pub(in crate::format) span: Span,
    pub(in crate::format) value: Json<'t>,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::format) enum Json<'t> {
    Null,
    Bool(bool),
    /// A number as written.
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    /// The members in the order of the file; names may repeat.
    Object(Vec<(Cow<'t, str>, Node<'t>)>),
}
