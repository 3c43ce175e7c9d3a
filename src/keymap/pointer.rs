//! [`Pointer`]: a mouse event with its position.

/// The kind of a mouse event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PointerKind {
    /// Press of the left button.
    Press,
    /// One notch of the wheel, up.
    WheelUp,
    /// One notch of the wheel, down.
    WheelDown,
}

/// A mouse event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pointer {
    /// The kind of event.
    pub kind: PointerKind,
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
}
