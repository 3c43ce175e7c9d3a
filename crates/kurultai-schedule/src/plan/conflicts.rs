//! [`ConflictChecker`]: conflicts in a plan.

use super::time_span::{TimeSpan, minutes};
use super::{ResolvedPlan, Timetable};
use crate::model::{BusyBlock, Conference, Priority, RoomId, Rooms, SessionId};

/// Finds conflicts in a plan. It is cheap to create; expensive data is in the [`Timetable`].
///
/// ```
/// use kurultai_schedule::diagnostic::Source;
/// use kurultai_schedule::format::event_file;
/// use kurultai_schedule::model::{Priority, Pick, Plan, PlanChange, SessionId};
/// use kurultai_schedule::plan::{ConflictChecker, ConflictKind, Commitment, ResolvedPlan, Timetable};
///
/// let text = "title = 'Two talks'\ndate = 2025-02-01\nagenda = [\n\
///     { title = 'A', start = '10:00', end = '10:30' },\n\
///     { title = 'B', start = '10:20', end = '11:00' },\n]";
/// let conference = event_file::read(&Source::new("event.toml", text)).conference;
/// let (a, b) = (SessionId::new(0), SessionId::new(1));
/// let mut plan = Plan::default();
/// plan.apply(PlanChange::Pick(Pick { session: conference.snapshot(a), priority: Priority::Must }));
///
/// let timetable = Timetable::new(&conference);
/// let picks = ResolvedPlan::new(&plan, &conference);
/// let checker = ConflictChecker::new(&conference, &timetable, &picks, &plan.busy);
/// let conflicts = checker.conflicts(b);
/// assert_eq!(conflicts[0].with, Commitment::Session(a));
/// assert_eq!(conflicts[0].kind, ConflictKind::Overlap { minutes: Some(10) });
/// ```
#[derive(Debug, Clone)]
pub struct ConflictChecker<'a> {
    pub(super) conference: &'a Conference,
    pub(super) timetable: &'a Timetable,
    pub(super) picks: &'a ResolvedPlan,
    pub(super) busy: &'a [BusyBlock],
    busy_spans: Vec<Option<TimeSpan>>,
    /// The commitments, by start.
    parties: Vec<Commitment>,
    /// Their starts, if they are comparable.
    starts: Option<Starts>,
}

/// Sorted starts of the commitments, to find those near a session.
#[derive(Debug, Clone)]
struct Starts {
    are_instants: bool,
    all: Vec<i64>,
    /// The longest duration, in seconds.
    longest: i64,
}

/// Something that takes the user's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Commitment {
    /// A session.
    Session(SessionId),
    /// A busy time: an index into [`Plan::busy`](crate::model::Plan::busy).
    Busy(usize),
}

/// The kind of a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// Both are at the same time.
    Overlap {
        /// The overlap in minutes, rounded up; `None` if an end is not known.
        minutes: Option<u32>,
    },
    /// The time between them is too short for the walk.
    Walk {
        /// The room of the first.
        from: RoomId,
        /// The room of the second.
        to: RoomId,
        /// The walking time in minutes.
        needed: u32,
        /// The available time in whole minutes.
        free: u32,
    },
}

/// A conflict with a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Conflict {
    /// The other commitment.
    pub with: Commitment,
    /// The kind.
    pub kind: ConflictKind,
}

/// The largest number of conflicts reported per session. It keeps a file where all sessions overlap linear.
const MAX_CONFLICTS: usize = 100;

impl<'a> ConflictChecker<'a> {
    /// Creates a checker for the picks and busy times of a plan.
    #[must_use]
    pub fn new(
        conference: &'a Conference,
        timetable: &'a Timetable,
        picks: &'a ResolvedPlan,
        busy: &'a [BusyBlock],
    ) -> Self {
        let busy_spans = busy.iter().map(|busy| TimeSpan::of_busy(conference, busy)).collect();
        let mut checker =
            Self { conference, timetable, picks, busy, busy_spans, parties: Vec::new(), starts: None };
        let sessions = picks.sessions().map(|(id, _)| Commitment::Session(id));
        let parties = sessions.chain((0..busy.len()).map(Commitment::Busy));
        let mut parties: Vec<Commitment> = parties.filter(|party| checker.span(*party).is_some()).collect();
        parties.sort_by_key(|party| checker.span(*party).map(TimeSpan::order));
        checker.starts = Starts::of(parties.iter().filter_map(|party| checker.span(*party)));
        checker.parties = parties;
        checker
    }

    /// Returns the conflicts of a session, picked or not, by time; at most a hundred.
    #[must_use]
    pub fn conflicts(&self, id: SessionId) -> Vec<Conflict> {
        self.found(id).take(MAX_CONFLICTS).collect()
    }

    /// True if a session, picked or not, has a conflict.
    #[must_use]
    pub fn has_conflict(&self, id: SessionId) -> bool {
        self.found(id).next().is_some()
    }

    fn found(&self, id: SessionId) -> impl Iterator<Item = Conflict> {
        let conflict =
            move |with| Some(Conflict { with, kind: self.conflict_kind(Commitment::Session(id), with)? });
        self.near(id).iter().copied().filter_map(conflict)
    }

    /// Returns the commitments close enough to conflict, given the longest duration and walk.
    fn near(&self, id: SessionId) -> &[Commitment] {
        let Some(span) = self.timetable.span(id) else { return &[] };
        let Some(starts) = self.starts.as_ref().filter(|starts| starts.are_instants == span.has_instant())
        else {
            return &self.parties;
        };
        let walking = self.conference.walking;
        let way = walking.and_then(|walking| walking.same.max(walking.other)).unwrap_or(0);
        let way = i64::from(way) * 60;
        let first = span.order().saturating_sub(starts.longest).saturating_sub(way);
        let last = span.order().saturating_add(span.length().unwrap_or(0)).saturating_add(way);
        let from = starts.all.partition_point(|start| *start < first);
        let to = starts.all.partition_point(|start| *start <= last);
        self.parties.get(from..to).unwrap_or(&[])
    }

    /// Returns the conflict between two commitments; symmetric.
    ///
    /// Two commitments conflict if they overlap, or if the time between them is shorter than the walk.
    /// Sessions never conflict with their parts; cancelled, all-day and untimed sessions never conflict. A
    /// session without an end conflicts with commitments at its start.
    #[must_use]
    pub fn conflict_kind(&self, one: Commitment, other: Commitment) -> Option<ConflictKind> {
        let (one_span, other_span) = (self.span(one)?, self.span(other)?);
        let (mut first, mut second) = one_span.on_one_clock(other_span);
        let sessions = match (one, other) {
            (Commitment::Session(one), Commitment::Session(other)) => Some((one, other)),
            _ => None,
        };
        let never = one == other
            || matches!((one, other), (Commitment::Busy(_), Commitment::Busy(_)))
            || sessions.is_some_and(|(one, other)| self.timetable.are_whole_and_part(one, other));
        if never {
            return None;
        }
        if first.overlaps(second) {
            let shared = first.end.zip(second.end);
            let shared = shared.map(|ends| ends.0.min(ends.1) - first.start.max(second.start));
            return Some(ConflictKind::Overlap { minutes: shared.map(minutes) });
        }
        let (mut from, mut to) = sessions?;
        if second.start < first.start {
            (first, second) = (second, first);
            (from, to) = (to, from);
        }
        let free = second.start - first.end?;
        let (needed, from, to) = self.way(from, to)?;
        let free_minutes = u32::try_from(free / 60).unwrap_or(u32::MAX);
        (free < i64::from(needed) * 60).then_some(ConflictKind::Walk { from, to, needed, free: free_minutes })
    }

    /// Returns the shortest walk between two sessions, in minutes; `None` if unknown or unnecessary.
    pub(super) fn way(&self, one: SessionId, other: SessionId) -> Option<(u32, RoomId, RoomId)> {
        let walking = self.conference.walking?;
        let (Rooms::In(from), Rooms::In(to)) =
            (&self.conference.session(one).rooms, &self.conference.session(other).rooms)
        else {
            return None;
        };
        // A session in very many rooms has no location to walk to.
        if from.len().saturating_mul(to.len()) > 64 {
            return None;
        }
        let mut shortest: Option<(u32, RoomId, RoomId)> = None;
        for (from, to) in from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to))) {
            let buildings = self.timetable.building(from).zip(self.timetable.building(to));
            let needed = match buildings {
                _ if from == to => return None,
                Some((one, other)) if one == other => walking.same?,
                Some(_) => walking.other?,
                None => return None,
            };
            if shortest.is_none_or(|(least, ..)| needed < least) {
                shortest = Some((needed, from, to));
            }
        }
        shortest
    }

    /// Returns the priority of a picked session.
    #[must_use]
    pub fn priority(&self, id: SessionId) -> Option<Priority> {
        self.picks.priority(id)
    }

    /// Returns a busy time by index.
    #[must_use]
    pub fn busy(&self, at: usize) -> Option<&'a BusyBlock> {
        self.busy.get(at)
    }

    pub(super) fn span(&self, party: Commitment) -> Option<&TimeSpan> {
        match party {
            Commitment::Session(id) => self.timetable.span(id),
            Commitment::Busy(at) => self.busy_spans.get(at)?.as_ref(),
        }
    }
}

impl Starts {
    /// Creates the starts from sorted spans; `None` if only some have instants.
    fn of<'a>(spans: impl Iterator<Item = &'a TimeSpan>) -> Option<Self> {
        let mut starts = Self { are_instants: false, all: Vec::new(), longest: 0 };
        for span in spans {
            if starts.all.is_empty() {
                starts.are_instants = span.has_instant();
            }
            if starts.are_instants != span.has_instant() {
                return None;
            }
            starts.all.push(span.order());
            starts.longest = starts.longest.max(span.length().unwrap_or(0));
        }
        Some(starts)
    }
}
