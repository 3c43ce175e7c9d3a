//! [`Pointer`]: what the mouse did, and where.

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PointerKind {
    /// The left button went down.
    Press,
    /// The wheel was turned by one notch, towards what is above.
    WheelUp,
    /// The wheel was turned by one notch, towards what is below.
    WheelDown,
}

/// The mouse did something at this place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pointer {
    /// What it did.
    pub kind: PointerKind,
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
}
