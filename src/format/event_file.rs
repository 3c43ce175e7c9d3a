//! The event file: a conference written by hand, in TOML.
//!
//! A file is read in layers, each in a module: `scan` finds where statements end, `sections` reads what stands under
//! each header and finds what a mistake costs, `document` puts the sections together as TOML says. `fields` reads the
//! keys of one table as what they are meant to be, `names` finds out what a name means, and `read` makes a
//! [`Conference`](crate::model::Conference) of it all, with `people`, `agenda`, `when` and `supporters`.
//!
//! `write` goes the other way: it makes an event file of any conference. `blocks` is for other files that people write.

mod agenda;
mod blocks;
mod document;
pub(in crate::format) mod evidence;
mod explain;
mod fixups;
mod header;
mod partial_array;
mod people;
mod read;
mod references;
mod schema;
mod sections;
mod session_times;
mod spanned;
mod statements;
mod synonyms;
mod table_reader;
mod value_hints;
mod values;
mod vocabulary;
mod write;

#[cfg(test)]
mod generated_tests;
#[cfg(test)]
mod recovery_tests;

pub(crate) use blocks::{Block, FileVocabulary, blocks};

pub use read::read;
pub use schema::tables;
pub(crate) use values::{date, moment, quoted_date, quoted_duration, quoted_moment};
pub use write::write;
pub(crate) use write::{block_text, date_text, quoted, time_text};
