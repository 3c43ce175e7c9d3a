//! [`TimeAxis`]: the mapping from minutes to rows.

use std::ops::Range;

use super::Row;

/// Possible minutes per row. The largest suitable one is used.
const STEPS: [i64; 4] = [30, 15, 10, 5];
/// Minimum rows of a session of median length: title and speakers.
const USUAL_ROWS: i64 = 3;
/// The longest gap that is not folded into one row.
const MAX_PAUSE: i64 = 60;
/// The duration beyond which a session is shown only until the other sessions of the day end.
const DAY: i64 = 24 * 60;

/// Rows of equal length, except for folded pauses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct TimeAxis {
    step: i64,
    parts: Vec<Part>,
    /// The minute at which sessions longer than a day end.
    close: i64,
}

/// A time without long pauses. A row for a pause follows each part but the last.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// In minutes, aligned to rows.
    from: i64,
    to: i64,
    /// The first row.
    row: usize,
}

impl TimeAxis {
    /// Creates the axis for sessions given by start and end, in minutes.
    pub(super) fn new(spans: &[(i64, Option<i64>)]) -> Self {
        let step = step(spans);
        let ends = || spans.iter().map(|(from, to)| to.unwrap_or(*from).min(from.saturating_add(DAY)));
        let short =
            spans.iter().filter_map(|(from, to)| to.filter(|to| to.saturating_sub(*from) < DAY)).max();
        let close = short.or_else(|| ends().max()).unwrap_or(0);
        let mut scale = Self { step, parts: Vec::new(), close };
        let mut blocks: Vec<(i64, i64)> = spans.iter().map(|(from, to)| scale.block(*from, *to)).collect();
        blocks.sort_unstable();
        for (from, to) in blocks {
            match scale.parts.last_mut() {
                Some(last) if from - last.to <= MAX_PAUSE => last.to = last.to.max(to),
                _ => {
                    let row = if scale.parts.is_empty() { 0 } else { scale.rows() + 1 };
                    scale.parts.push(Part { from, to, row });
                }
            }
        }
        scale
    }

    pub(super) fn step(&self) -> i64 {
        self.step
    }

    pub(super) fn rows(&self) -> usize {
        self.parts.last().map_or(0, |last| last.row + self.count(last.to - last.from))
    }

    /// Returns the rows of a session; at least one.
    pub(super) fn rows_of(&self, from: i64, to: Option<i64>) -> Range<usize> {
        let (from, to) = self.block(from, to);
        let first = self.row_at(from).unwrap_or(0);
        first..first + self.count(to - from)
    }

    /// Returns the row of a minute.
    pub(super) fn row_at(&self, minute: i64) -> Option<usize> {
        let at = self.parts.partition_point(|part| part.from <= minute).checked_sub(1)?;
        let part = &self.parts[at];
        if minute < part.to {
            return Some(part.row + self.count(minute - part.from));
        }
        self.parts.get(at + 1).map(|next| next.row - 1)
    }

    /// Returns the meaning of a row; `None` after the last.
    pub(super) fn row(&self, row: usize) -> Option<Row> {
        let at = self.parts.partition_point(|part| part.row <= row).checked_sub(1)?;
        let part = &self.parts[at];
        let minute = part.from + self.step * i64::try_from(row - part.row).unwrap_or(0);
        if minute < part.to {
            return Some(Row::At(minute));
        }
        self.parts.get(at + 1).map(|next| Row::Pause(next.from - part.to))
    }

    /// Returns the minutes covered by the rows of a session. Both ends are rounded down, so that a session of one row or more
    /// does not touch those it does not overlap.
    fn block(&self, from: i64, to: Option<i64>) -> (i64, i64) {
        let whole = |minute: i64| minute.div_euclid(self.step).saturating_mul(self.step);
        let to = to.unwrap_or(from);
        let to = if to.saturating_sub(from) >= DAY { self.close.clamp(from, from + DAY) } else { to };
        (whole(from), whole(to).max(whole(from) + self.step))
    }

    fn count(&self, minutes: i64) -> usize {
        usize::try_from(minutes / self.step).unwrap_or(0)
    }
}

/// Chooses the minutes per row: at most the shortest session, and few enough for a session of median length to be legible.
fn step(spans: &[(i64, Option<i64>)]) -> i64 {
    let mut starts: Vec<i64> = spans.iter().map(|(from, _)| *from).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut lengths: Vec<i64> = spans.iter().filter_map(|(from, to)| Some((*to)? - from)).collect();
    if lengths.is_empty() {
        // Without any known duration, use the distances between starts.
        lengths = starts.windows(2).map(|pair| pair[1] - pair[0]).collect();
    }
    lengths.sort_unstable();
    let shortest = lengths.first().copied().unwrap_or(60);
    let usual = lengths.get(lengths.len() / 2).copied().unwrap_or(60);
    let suits = |step: &i64| {
        let marks = spans.iter().flat_map(|(from, to)| [Some(*from), *to]).flatten();
        let (mut all, mut whole) = (0, 0);
        for mark in marks {
            all += 1;
            whole += usize::from(mark % step == 0);
        }
        *step <= shortest && step * USUAL_ROWS <= usual && whole * 10 >= all * 9
    };
    STEPS.into_iter().find(suits).unwrap_or(STEPS[STEPS.len() - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(spans: &[(i64, i64)]) -> TimeAxis {
        TimeAxis::new(&spans.iter().map(|(from, to)| (*from, Some(*to))).collect::<Vec<_>>())
    }

    #[test]
    fn a_row_is_as_long_as_the_sessions_allow() {
        assert_eq!(scale(&[(600, 605), (605, 650)]).step(), 5, "as the shortest");
        assert_eq!(scale(&[(600, 630), (630, 660)]).step(), 10, "three rows for a usual one");
        assert_eq!(scale(&[(600, 645), (645, 690)]).step(), 15);
        assert_eq!(scale(&[(600, 625), (625, 650)]).step(), 5, "times that fall on rows");
        assert_eq!(scale(&[(600, 780), (780, 960)]).step(), 30);
        assert_eq!(scale(&[(602, 603)]).step(), 5, "and no less");
        assert_eq!(TimeAxis::new(&[(600, None), (660, None)]).step(), 15, "by what begins");
        assert_eq!(TimeAxis::new(&[]).rows(), 0);
    }

    #[test]
    fn long_pauses_are_one_row() {
        let hour = scale(&[(600, 630), (690, 720)]);
        assert_eq!((hour.step(), hour.rows(), hour.row(5)), (10, 12, Some(Row::At(650))), "an hour is none");
        let pause = scale(&[(600, 630), (900, 930)]);
        let rows: Vec<_> = (0..=pause.rows()).map(|row| pause.row(row)).collect();
        assert_eq!(
            rows[2..],
            [
                Some(Row::At(620)),
                Some(Row::Pause(270)),
                Some(Row::At(900)),
                Some(Row::At(910)),
                Some(Row::At(920)),
                None
            ]
        );
        assert_eq!(
            [pause.row_at(599), pause.row_at(600), pause.row_at(700), pause.row_at(925)],
            [None, Some(0), Some(3), Some(6)]
        );
    }

    #[test]
    fn sessions_over_several_days_end_with_the_day() {
        let scale = scale(&[(600, 9000), (540, 600), (900, 960)]);
        assert_eq!(scale.row(scale.rows() - 1), Some(Row::At(960 - scale.step())));
        assert_eq!(TimeAxis::new(&[(0, Some(9000))]).rows(), 24 * 2);
        assert!(TimeAxis::new(&[(0, Some(30)), (i64::MAX / 2, None)]).rows() < 10);
    }
}
