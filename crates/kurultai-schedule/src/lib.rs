//! Conference schedules: read the formats that conferences publish, check and search schedules, plan a visit, and write
//! them again.
//!
//! [`format::read`] recognizes the format of a [`Source`](diagnostic::Source) and returns a
//! [`Parsed`](format::Parsed): a [`Conference`](model::Conference), however incomplete, and
//! [`Diagnostic`](diagnostic::Diagnostic)s with positions. Reading never fails, and missing information is
//! never guessed.
//!
//! ```
//! use kurultai_schedule::diagnostic::Source;
//! use kurultai_schedule::{check, format};
//!
//! let source = Source::new("event.toml", "title = 'Unconference'\n[[agenda]]\ntitle = 'Opening'\n");
//! let parsed = format::read(&source);
//! assert_eq!(parsed.conference.sessions.len(), 1);
//! let diagnostics = check::check(&parsed.conference, &parsed.source_map);
//! ```
//!
//! The modules are listed in order of dependency: each may use only those above it.
//!
//! Three runnable examples are in `examples/`: `read_schedule`, `find_clashes` and `to_icalendar`.

pub mod text;

pub mod markup;

pub mod diagnostic;

pub mod model;

pub mod format;

pub mod check;

pub mod index;

pub mod plan;
