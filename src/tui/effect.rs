//! [`Effect`]: what the screen program asks of the world.

/// What [`update`](super::update()) asks the runtime to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop until the shell brings the program back to the foreground.
    Suspend,
}
