//! JSON with its places, read as far as it goes.
//!
//! `serde_json` gives neither the places of values nor anything of a file that is broken somewhere, and a program that
//! lost one quote must still be shown.

mod emit;
mod lookup;
mod parser;
mod recovery;
mod text;

#[cfg(test)]
mod tests;

use crate::diagnostic::{Diagnostic, Span};
pub(super) use emit::JsonOut;

/// A document, and what is wrong with it.
pub(super) struct Document {
    pub(super) root: Node,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) value: Json,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    /// In the order of the file; a name may come twice.
    Object(Vec<(String, Node)>),
}

/// Reads a document as far as it goes: of what is broken the rest is kept.
pub(super) fn parse(text: &str) -> Document {
    parser::Parser::new(text).read()
}
