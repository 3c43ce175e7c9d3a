//! [`Number`]: digits before a motion, as in `10j`.
//!
//! Some digits open panes, too. A pane is opened at once; when another digit follows before a pause, both may have been a
//! number, and a motion that follows makes them one: then one is taken back to where one was before the first digit.

use super::visit::{Pane, Spot};

/// Nobody counts further.
const LARGEST: usize = 999;

/// The digits that were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    value: usize,
    digits: usize,
    /// Where one was before the first digit, as long as every digit may have meant a pane.
    back: Option<Spot>,
}

/// What a digit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A part of a number, and nothing else.
    Digit,
    /// Perhaps a pane: it is opened.
    Pane,
}

impl Number {
    /// The number with another digit, and what that was. `spot` is where one is.
    pub(super) fn push(
        number: Option<Self>,
        digit: usize,
        spot: impl FnOnce() -> Spot,
    ) -> Option<(Self, Meaning)> {
        let is_pane = (1..=Pane::TABS.len()).contains(&digit);
        let Some(number) = number else {
            if digit == 0 {
                return None;
            }
            let back = is_pane.then(spot);
            let meaning = if is_pane { Meaning::Pane } else { Meaning::Digit };
            return Some((Self { value: digit, digits: 1, back }, meaning));
        };
        let value = (number.value * 10 + digit).min(LARGEST);
        let meaning = if is_pane && number.back.is_some() { Meaning::Pane } else { Meaning::Digit };
        Some((Self { value, digits: number.digits + 1, back: number.back }, meaning))
    }

    /// Where one was before the first digit, if panes were opened meanwhile. Asked once it is sure that none was meant.
    pub(super) fn take_back(&mut self) -> Option<Spot> {
        self.back.take()
    }

    /// Whether every digit may have meant a pane.
    pub(super) fn may_be_panes(&self) -> bool {
        self.back.is_some()
    }

    /// How often a motion is done; `None` for the one digit that opened a pane.
    pub(super) fn times(&self) -> Option<usize> {
        (self.digits > 1 || self.back.is_none()).then_some(self.value)
    }

    /// As the screen shows it; nothing where it is rather a pane.
    pub(super) fn shown(&self) -> String {
        self.times().map(|times| times.to_string()).unwrap_or_default()
    }
}
