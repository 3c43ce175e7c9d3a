//! [`Link`]: a link to a web page.

use super::LocalizedText;
use crate::text::SafeText;

/// A link to a web page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    /// The link text.
    pub label: Option<LocalizedText>,
    /// The target.
    pub url: SafeText,
}
