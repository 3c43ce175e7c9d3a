//! [`TimeAxis`]: which minute stands in which row.

use std::ops::Range;

use super::Row;

/// So many minutes a row can be. The largest that suits a day is taken.
const STEPS: [i64; 4] = [30, 15, 10, 5];
/// A session of usual length has so many rows at least: its title, and who speaks.
const USUAL_ROWS: i64 = 3;
/// Longer than this without any session is folded into one row.
const LONGEST_PAUSE: i64 = 60;
/// What lasts longer than a day is shown until the others of the day end.
const DAY: i64 = 24 * 60;

/// Rows of equally many minutes, but for pauses that are folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct TimeAxis {
    step: i64,
    parts: Vec<Part>,
    /// When what lasts for days is no longer shown.
    close: i64,
}

/// Time without a long pause. After each but the last stands a row for the pause.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    /// In minutes; whole rows.
    from: i64,
    to: i64,
    /// The row with which it begins.
    row: usize,
}

impl TimeAxis {
    /// The scale of a day with sessions from when to when, in minutes.
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
                Some(last) if from - last.to <= LONGEST_PAUSE => last.to = last.to.max(to),
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

    /// The rows of a session; at least one.
    pub(super) fn rows_of(&self, from: i64, to: Option<i64>) -> Range<usize> {
        let (from, to) = self.block(from, to);
        let first = self.row_at(from).unwrap_or(0);
        first..first + self.count(to - from)
    }

    /// The row in which a minute is.
    pub(super) fn row_at(&self, minute: i64) -> Option<usize> {
        let at = self.parts.partition_point(|part| part.from <= minute).checked_sub(1)?;
        let part = &self.parts[at];
        if minute < part.to {
            return Some(part.row + self.count(minute - part.from));
        }
        self.parts.get(at + 1).map(|next| next.row - 1)
    }

    /// What a row stands for; `None` behind the last.
    pub(super) fn row(&self, row: usize) -> Option<Row> {
        let at = self.parts.partition_point(|part| part.row <= row).checked_sub(1)?;
        let part = &self.parts[at];
        let minute = part.from + self.step * i64::try_from(row - part.row).unwrap_or(0);
        if minute < part.to {
            return Some(Row::At(minute));
        }
        self.parts.get(at + 1).map(|next| Row::Pause(next.from - part.to))
    }

    /// The minutes of the rows that a session takes. What is as long as a row or longer keeps apart from all that it does not
    /// overlap, since both of its ends are rounded down.
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

/// How many minutes a row is: no more than the shortest session, so that heights are true, and so few that one of usual
/// length can be read.
fn step(spans: &[(i64, Option<i64>)]) -> i64 {
    let mut starts: Vec<i64> = spans.iter().map(|(from, _)| *from).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut lengths: Vec<i64> = spans.iter().filter_map(|(from, to)| Some((*to)? - from)).collect();
    if lengths.is_empty() {
        // Where nobody knows how long anything takes, what there is to tell apart is when it begins.
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
    fn what_lasts_for_days_ends_with_the_day() {
        let scale = scale(&[(600, 9000), (540, 600), (900, 960)]);
        assert_eq!(scale.row(scale.rows() - 1), Some(Row::At(960 - scale.step())));
        assert_eq!(TimeAxis::new(&[(0, Some(9000))]).rows(), 24 * 2);
        assert!(TimeAxis::new(&[(0, Some(30)), (i64::MAX / 2, None)]).rows() < 10);
    }
}
