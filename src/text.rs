//! Text that is safe to show, and how it is measured and broken into lines.
//!
//! Everything that a file, a path or a terminal says passes through [`SafeText`] before it is kept, so no other
//! module has to think about escape sequences, overrides of the writing direction or towers of accents.

mod clean;
pub mod encoding;
mod fold;
mod language;
mod scheme;
mod suggest;
mod width;
mod wrap;

pub use clean::{Cleaned, SafeText};
pub use fold::{Folded, fold};
pub use language::Lang;
pub use scheme::{is_link, is_web, small_scheme, split_scheme, without_scheme};
pub use suggest::closest_match;
pub use width::{cut, is_single_width, pad, width};
pub use wrap::{lines, wrap};
