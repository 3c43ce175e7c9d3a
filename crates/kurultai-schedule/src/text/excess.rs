//! [`Excess`]: the limit at which a text is cut.

/// The position at which a text is cut because it has too many parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excess {
    /// Byte offset of the cut.
    pub at: usize,
    /// The counted unit, such as `lines`.
    pub unit: &'static str,
    /// The limit.
    pub limit: usize,
}
