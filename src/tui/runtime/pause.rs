//! [`Pause`]: notices that somebody stopped typing.

use std::time::{Duration, Instant};

/// After so long without a key somebody has stopped typing.
const PAUSE: Duration = Duration::from_millis(700);

/// Remembers when something was typed last, until a pause after it has been told.
#[derive(Debug, Default)]
pub(super) struct Pause {
    typed: Option<Instant>,
}

impl Pause {
    /// Something was typed, pasted or pointed at.
    pub(super) fn typed(&mut self, now: Instant) {
        self.typed = Some(now);
    }

    /// When the pause that follows begins; `None` when it has been told already.
    pub(super) fn begins(&self) -> Option<Instant> {
        self.typed.and_then(|typed| typed.checked_add(PAUSE))
    }

    /// Whether it has begun, once: then it counts as told.
    pub(super) fn has_begun(&mut self, now: Instant) -> bool {
        let has_begun = self.begins().is_some_and(|begin| begin <= now);
        if has_begun {
            self.typed = None;
        }
        has_begun
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::Clock;

    const ALMOST: Duration = PAUSE.saturating_sub(Duration::from_millis(1));

    #[test]
    fn nobody_pauses_who_has_not_typed() {
        let mut pause = Pause::default();
        assert_eq!(pause.begins(), None);
        assert!(!pause.has_begun(Clock::instant() + PAUSE));
    }

    #[test]
    fn a_pause_is_told_once() {
        let (mut pause, start) = (Pause::default(), Clock::instant());
        pause.typed(start);
        assert_eq!(pause.begins(), Some(start + PAUSE));
        assert!(!pause.has_begun(start + ALMOST));
        assert!(pause.has_begun(start + PAUSE));
        assert_eq!(pause.begins(), None);
        assert!(!pause.has_begun(start + 2 * PAUSE));
    }

    #[test]
    fn who_types_on_does_not_pause() {
        let (mut pause, mut now) = (Pause::default(), Clock::instant());
        for _ in 0..10 {
            pause.typed(now);
            now += ALMOST;
            assert!(!pause.has_begun(now));
        }
    }
}
