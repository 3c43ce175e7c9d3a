//! Text primitives: sanitizing, decoding, display width, wrapping, case folding, language tags.
//!
//! All text from files, paths and terminals becomes a [`SafeText`] before it is stored, so no other module has to deal
//! with escape sequences, bidi overrides or stacked combining marks.

mod clean;
pub mod encoding;
mod excess;
mod fold;
mod hash;
mod language;
mod scheme;
mod suggest;
mod width;
mod wrap;

pub use clean::{Cleaned, SafeText};
pub use excess::Excess;
pub use fold::{Folded, fold};
pub use hash::fnv1a;
pub use language::Lang;
pub use scheme::{LINKS, WEB, any_scheme, is_link, is_web, small_scheme, split_scheme, without_scheme};
pub use suggest::closest_match;
pub use width::{cut, is_single_width, pad, width};
pub use wrap::{lines, wrap};
