//! From the text of a file to a conference: one folder per format.

use crate::diagnostic::{Diagnostic, Places};
use crate::model::Conference;

pub mod toml;

/// What reading a source gives: always a conference, however much of it could be read.
#[derive(Debug, Clone)]
pub struct Read {
    /// The conference.
    pub conference: Conference,
    /// Where its sessions stand in the source.
    pub places: Places,
    /// What is wrong with the source, in its order.
    pub findings: Vec<Diagnostic>,
}
