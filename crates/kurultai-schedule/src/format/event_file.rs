//! The event file: a conference written by hand, in TOML.
//!
//! A file is read in layers. `statements` splits it into statements, `sections` parses the statements under each header
//! and isolates mistakes, and `document` merges the sections. `schema` defines the tables; `table_reader` reads their
//! values, `references` resolves names, and `read` builds the [`Conference`](crate::model::Conference).
//!
//! `json_schema` describes the format for editors: `schema` collects a `table_schema` of every table, with the
//! `key_forms` of its keys.
//!
//! `write` writes an event file of any conference. `blocks` splits other TOML files that people edit.

mod agenda;
mod allowed;
mod blocks;
mod cycles;
mod document;
mod entity_id;
pub(in crate::format) mod evidence;
mod explain;
mod fixups;
mod header;
mod json_schema;
mod key_forms;
mod open_enum;
mod partial_array;
mod people;
mod plain;
mod read;
mod read_context;
mod record;
mod references;
mod repair;
mod schema;
mod sections;
mod session_times;
pub(in crate::format) mod sheet;
mod spanned;
mod statements;
mod table_reader;
mod table_schema;
mod time_context;
mod value_hints;
mod values;
mod vocabulary;
mod write;

#[cfg(test)]
mod generated_tests;
#[cfg(test)]
mod recovery_tests;

pub use blocks::{Block, FileVocabulary, KeyPosition, blocks, positions};

pub use json_schema::json_schema;
pub use read::read;
pub use repair::{Repaired, repair};
pub(in crate::format) use schema::Keyed;
pub use schema::tables;
pub use values::{date, moment, quoted_date, quoted_duration, quoted_moment};
pub use write::write;
pub use write::{block_text, date_text, quoted, time_text};
