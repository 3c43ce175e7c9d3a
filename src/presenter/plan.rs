//! Formats conflicts, advice and solutions of a plan.

use chrono::TimeDelta;

use super::Presenter;
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::model::{BusyBlock, Moment, Priority, SessionId, Times};
use kurultai_schedule::plan::{
    Advice, Assignment, Commitment, Conflict, ConflictChecker, ConflictKind, Reason, Rejection,
};

/// Formats a number of plan entries. `what` is `picks`, `maybe`, `raised`, `notes`, `busy` or `muted`.
#[must_use]
pub fn plan_count(locale: &Locale, what: &'static str, count: usize) -> String {
    locale.with(Message::PlanCount, &[("what", MessageArg::Word(what)), ("count", MessageArg::count(count))])
}

impl Presenter<'_> {
    /// Formats a conflict: `overlaps “X” by 20 min`, `too close to “X”: the walk from A to B takes 8 min, you have
    /// 5 min`.
    #[must_use]
    pub fn conflict(&self, checker: &ConflictChecker<'_>, conflict: Conflict) -> String {
        let other = ("other", MessageArg::text(&self.commitment(checker, conflict.with)));
        match conflict.kind {
            ConflictKind::Overlap { minutes: None } => {
                self.locale.with(Message::ConflictOverlapUnknown, &[other])
            }
            ConflictKind::Overlap { minutes: Some(minutes) } => {
                let values = [other, ("length", self.minutes_arg(minutes))];
                self.locale.with(Message::ConflictOverlap, &values)
            }
            ConflictKind::Walk { from, to, needed, free } => {
                let values = [
                    other,
                    ("free", self.minutes_arg(free)),
                    ("needed", self.minutes_arg(needed)),
                    ("from", MessageArg::text(&self.room(from))),
                    ("to", MessageArg::text(&self.room(to))),
                ];
                self.locale.with(Message::ConflictWalk, &values)
            }
        }
    }

    /// Formats a conflict for a line that may be truncated: `20 min overlap with X`.
    #[must_use]
    pub fn short_conflict(&self, checker: &ConflictChecker<'_>, conflict: Conflict) -> String {
        let title = match conflict.with {
            Commitment::Session(id) => self.title(self.conference.session(id)),
            Commitment::Busy(_) => self.commitment(checker, conflict.with),
        };
        let title = ("title", MessageArg::text(&title));
        match conflict.kind {
            ConflictKind::Overlap { minutes: Some(minutes) } => {
                let length = self.locale.duration(TimeDelta::minutes(minutes.into()));
                self.locale.with(Message::ConflictShort, &[("length", MessageArg::text(&length)), title])
            }
            ConflictKind::Overlap { minutes: None } => self.locale.with(Message::ConflictShortOpen, &[title]),
            ConflictKind::Walk { needed, free, .. } => {
                let values = [
                    ("free", MessageArg::Number(free.into())),
                    ("needed", MessageArg::Number(needed.into())),
                    title,
                ];
                self.locale.with(Message::ConflictShortWalk, &values)
            }
        }
    }

    /// Formats a commitment: `“X”`, `“X” (must)`, `“Lunch” (your own time)`, `your own time 12:00–13:00`.
    #[must_use]
    pub fn commitment(&self, checker: &ConflictChecker<'_>, party: Commitment) -> String {
        match party {
            Commitment::Session(id) => {
                let message = match checker.priority(id) {
                    Some(Priority::Must) => Message::PartyMust,
                    _ => Message::PartySession,
                };
                self.locale.with(message, &[self.title_arg(id)])
            }
            Commitment::Busy(at) => {
                let busy = checker.busy(at);
                if let Some(title) = busy.and_then(|busy| busy.title.as_ref()) {
                    return self.locale.with(Message::PartyBusy, &[("title", MessageArg::from(title))]);
                }
                let time = busy.and_then(|busy| self.time_of_day(&self.busy_times(busy))).unwrap_or_default();
                self.locale.with(Message::PartyOwnTime, &[("time", MessageArg::text(&time))])
            }
        }
    }

    /// Returns the times of a busy block, with the calendar day of its start as schedule day, so that no day is marked.
    #[must_use]
    pub fn busy_times(&self, busy: &BusyBlock) -> Times {
        let times = busy.times(self.conference);
        Times { day: times.date, ..times }
    }

    /// Formats advice on a conflict: `leave out “X”: it is only a maybe`.
    #[must_use]
    pub fn advice(&self, advice: Advice) -> String {
        match advice {
            Advice::Repeat { of, at } => self.repetition(Message::AdviceRepeat, of, at),
            Advice::LeaveEarly { session, minutes } => {
                self.minutes_advice(Message::AdviceLeaveEarly, session, minutes)
            }
            Advice::ComeLate { session, minutes } => {
                self.minutes_advice(Message::AdviceComeLate, session, minutes)
            }
            Advice::Leave { session, because } => self.leave_advice(Message::AdviceLeave, session, because),
            Advice::Choose => self.word(Message::AdviceChoose),
        }
    }

    /// Formats advice on one of several conflicts, listed below the pick: `leave it out: it is only a maybe`.
    #[must_use]
    pub fn advice_below(&self, pick: SessionId, conflicts: usize, advice: Advice) -> String {
        match advice {
            Advice::Choose if conflicts > 1 => self.word(Message::AdviceChooseSeveral),
            _ if advice.subject() != Some(pick) => self.advice(advice),
            Advice::Repeat { of, at } => self.repetition(Message::AdviceHereRepeat, of, at),
            Advice::LeaveEarly { session, minutes } => {
                self.minutes_advice(Message::AdviceHereLeaveEarly, session, minutes)
            }
            Advice::ComeLate { session, minutes } => {
                self.minutes_advice(Message::AdviceHereComeLate, session, minutes)
            }
            Advice::Leave { session, because } => {
                self.leave_advice(Message::AdviceHereLeave, session, because)
            }
            Advice::Choose => self.advice(advice),
        }
    }

    fn minutes_advice(&self, message: Message, session: SessionId, minutes: u32) -> String {
        self.locale.with(message, &[self.title_arg(session), ("length", self.minutes_arg(minutes))])
    }

    fn leave_advice(&self, message: Message, session: SessionId, because: Reason) -> String {
        let because = MessageArg::Word(match because {
            Reason::OnlyMaybe => "maybe",
            Reason::Busy => "busy",
            Reason::MoreFits => "fits",
        });
        self.locale.with(message, &[self.title_arg(session), ("because", because)])
    }

    /// Formats free time: `45 min free`.
    #[must_use]
    pub fn free_time(&self, from: Moment, to: Moment) -> String {
        let length = MessageArg::text(&self.locale.duration(from.until(to)));
        self.locale.with(Message::FreeTime, &[("length", length)])
    }

    /// Formats the reason for a rejected pick: `“X” is left out: overlaps “Y” (must) by 20 min`.
    #[must_use]
    pub fn rejection(&self, checker: &ConflictChecker<'_>, pick: SessionId, why: &Rejection) -> String {
        let why = match why {
            Rejection::Conflicts(with) => {
                with.iter().map(|with| self.conflict(checker, *with)).collect::<Vec<_>>().join("; ")
            }
            Rejection::NotHeld => {
                let status = self.conference.session(pick).status.as_ref();
                status.map(|status| self.status(status)).unwrap_or_default()
            }
        };
        self.locale.with(Message::SolutionLeftOut, &[self.title_arg(pick), ("why", MessageArg::text(&why))])
    }

    /// Formats the notice that the solution uses a repeat of a pick: `“X” is moved to its repeat: Sun 2 Feb 14:00,
    /// Janson`.
    #[must_use]
    pub fn other_time_taken(&self, kept: Assignment) -> Option<String> {
        let is_moved = kept.pick != kept.session;
        is_moved.then(|| self.repetition(Message::SolutionMoved, kept.pick, kept.session))
    }

    fn repetition(&self, message: Message, of: SessionId, at: SessionId) -> String {
        let rooms = self.rooms(self.conference.session(at));
        let when = Some(self.day_and_start(at)).into_iter().chain(rooms).collect::<Vec<_>>().join(", ");
        self.locale.with(message, &[self.title_arg(of), ("when", MessageArg::text(&when))])
    }

    fn title_arg(&self, id: SessionId) -> (&'static str, MessageArg) {
        ("title", MessageArg::text(&self.title(self.conference.session(id))))
    }

    fn minutes_arg(&self, minutes: u32) -> MessageArg {
        MessageArg::text(&self.locale.duration(TimeDelta::minutes(minutes.into())))
    }
}
