//! JSON with source positions: `serde_json` has none, and reads nothing of a truncated file.

mod emit;
mod lookup;
mod node;
mod parser;

#[cfg(test)]
mod tests;

pub(super) use emit::JsonOut;
pub(super) use node::{Document, Json, Node};
pub(super) use parser::parse;
