//! [`ScreenLayout`]: the geometry of the screen, used by update and view.

use ratatui::layout::{Constraint, Layout, Rect};

use super::widget::TEXT_WIDTH;

/// The smallest usable screen, in columns and rows.
const SMALLEST: (u16, u16) = (20, 5);
/// The width from which the detail is beside the list.
const BESIDE: u16 = 100;
/// The height from which the detail is below the list.
const BELOW: u16 = 30;
/// The largest width of the detail, with margins, scrollbar and rule; the largest width of the list; the
/// largest height of a detail below a list.
const DETAIL: u16 = TEXT_WIDTH + 4;
const LIST: u16 = 170;
const DETAIL_ROWS: u16 = 23;
/// The height from which a rule is above the hints.
const LOWER_RULE: u16 = 20;
/// The height from which a rule is below the tabs.
const UPPER_RULE: u16 = 8;

/// The areas of the screen. Areas for which the screen is too small are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ScreenLayout {
    pub(super) header: Rect,
    pub(super) tabs: Rect,
    pub(super) upper_rule: Option<Rect>,
    /// Everything between the rules.
    pub(super) body: Rect,
    pub(super) split: Split,
    pub(super) lower_rule: Option<Rect>,
    /// The row for a message, on a screen without a rule in that place.
    pub(super) message: Option<Rect>,
    pub(super) hints: Rect,
}

/// The division of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Split {
    /// Side by side, with a rule between.
    Beside { list: Rect, rule: Rect, detail: Rect },
    /// The detail below the list, with a rule between.
    Below { list: Rect, rule: Rect, detail: Rect },
    /// One at a time.
    One(Rect),
}

impl ScreenLayout {
    /// Divides a screen, with or without a message; `None` if it is too small.
    pub(super) fn new((width, height): (u16, u16), has_message: bool) -> Option<Self> {
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let has_upper_rule = height >= UPPER_RULE;
        let has_lower_rule = height >= LOWER_RULE;
        let has_message = has_message && !has_lower_rule;
        let [header, tabs, upper_rule, body, lower_rule, message, hints] = Rect::new(0, 0, width, height)
            .layout(&Layout::vertical([
                Constraint::Length(1),
                Constraint::Length(1),
                Constraint::Length(has_upper_rule.into()),
                Constraint::Fill(1),
                Constraint::Length(has_lower_rule.into()),
                Constraint::Length(has_message.into()),
                Constraint::Length(1),
            ]));
        Some(Self {
            header,
            tabs,
            upper_rule: Some(upper_rule).filter(|_| has_upper_rule),
            body,
            split: Split::new(body, height),
            lower_rule: Some(lower_rule).filter(|_| has_lower_rule),
            message: Some(message).filter(|_| has_message),
            hints,
        })
    }

    /// Returns the area of the list.
    pub(super) fn list(&self) -> Rect {
        match self.split {
            Split::Beside { list, .. } | Split::Below { list, .. } | Split::One(list) => list,
        }
    }

    /// Returns the width of the list's text, without the scrollbar.
    pub(super) fn list_text_width(&self) -> u16 {
        self.list().width.saturating_sub(1)
    }

    /// Returns the area of the detail's text, without margins and scrollbar.
    pub(super) fn detail(&self) -> Rect {
        let detail = self.split.detail();
        Rect { x: detail.x + 1, width: detail.width.saturating_sub(3), ..detail }
    }

    /// Shows list and detail one at a time, because the timeline needs the width.
    pub(super) fn with_single_pane(self) -> Self {
        Self { split: Split::One(self.body), ..self }
    }

    pub(super) fn shows_both(&self) -> bool {
        !matches!(self.split, Split::One(_))
    }
}

impl Split {
    /// Returns the area of the detail.
    pub(super) fn detail(&self) -> Rect {
        match self {
            Self::Beside { detail, .. } | Self::Below { detail, .. } | Self::One(detail) => *detail,
        }
    }

    fn new(body: Rect, height: u16) -> Self {
        let width = body.width;
        if width >= BESIDE {
            // Text and tables have a maximum readable width.
            let left = (width * 13 / 25).max(width.saturating_sub(DETAIL)).min(LIST);
            let [list, rule, detail] = body.layout(&Layout::horizontal(around_rule(left)));
            return Self::Beside { list, rule, detail };
        }
        if height >= BELOW {
            // Most sessions need no more rows, but the list can always use them.
            let upper = (body.height / 2).max(body.height.saturating_sub(DETAIL_ROWS));
            let [list, rule, detail] = body.layout(&Layout::vertical(around_rule(upper)));
            return Self::Below { list, rule, detail };
        }
        Self::One(body)
    }
}

/// The constraints of two parts with a rule between them.
fn around_rule(first: u16) -> [Constraint; 3] {
    [Constraint::Length(first), Constraint::Length(1), Constraint::Fill(1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_inside_and_none_covers_another() {
        for width in [0, 1, 19, 20, 21, 40, 80, 99, 100, 101, 120, 171, 300] {
            for height in (0..=45).chain([60, 100]) {
                for has_message in [false, true] {
                    let Some(layout) = ScreenLayout::new((width, height), has_message) else { continue };
                    let screen = Rect::new(0, 0, width, height);
                    let mut parts = vec![layout.header, layout.tabs, layout.hints];
                    parts.extend(layout.upper_rule);
                    parts.extend(layout.lower_rule);
                    parts.extend(layout.message);
                    match layout.split {
                        Split::Beside { list, rule, detail } | Split::Below { list, rule, detail } => {
                            parts.extend([list, rule, detail]);
                        }
                        Split::One(body) => parts.push(body),
                    }
                    let area: u32 = parts.iter().map(|part| part.area()).sum();
                    assert_eq!(area, screen.area(), "{width}×{height}");
                    assert!(parts.iter().all(|part| screen.intersection(*part) == *part), "{width}×{height}");
                    assert!(layout.list().height > 0 && layout.detail().height > 0, "{width}×{height}");
                }
            }
        }
    }

    #[test]
    fn list_and_detail_share_the_screen() {
        let split = |size| ScreenLayout::new(size, false).map(|layout| layout.split);
        assert!(matches!(split((120, 40)), Some(Split::Beside { .. })));
        assert!(matches!(split((80, 30)), Some(Split::Below { .. })));
        assert!(matches!(split((80, 24)), Some(Split::One(_))));
        assert!(matches!(split((40, 12)), Some(Split::One(_))));
        assert_eq!(split((19, 12)), None);
        assert_eq!(split((40, 4)), None);
    }
}
