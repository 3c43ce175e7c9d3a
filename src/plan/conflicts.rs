//! [`ConflictChecker`]: somebody's plan among the times of a program, and what collides in it.

use super::time_span::{TimeSpan, minutes};
use super::{ResolvedPlan, Timetable};
use crate::model::{BusyBlock, Conference, Priority, RoomId, Rooms, SessionId};

/// A plan among the times of a program. Making one costs little; what lasts, the [`Timetable`], is made once.
///
/// ```
/// use kurultai::diagnostic::Source;
/// use kurultai::format::event_file;
/// use kurultai::model::{Priority, Pick, Plan, PlanChange, SessionId};
/// use kurultai::plan::{ConflictChecker, ConflictKind, Commitment, ResolvedPlan, Timetable};
///
/// let text = "title = 'Two talks'\ndate = 2025-02-01\nagenda = [\n\
///     { title = 'A', start = '10:00', end = '10:30' },\n\
///     { title = 'B', start = '10:20', end = '11:00' },\n]";
/// let conference = event_file::read(&Source::new("event.toml", text)).conference;
/// let (a, b) = (SessionId::new(0), SessionId::new(1));
/// let mut plan = Plan::default();
/// plan.apply(PlanChange::Pick(Pick { session: conference.snapshot(a), level: Priority::Must }));
///
/// let timetable = Timetable::new(&conference);
/// let picks = ResolvedPlan::new(&plan, &conference);
/// let calendar = ConflictChecker::new(&conference, &timetable, &picks, &plan.busy);
/// let collisions = calendar.collisions(b);
/// assert_eq!(collisions[0].with, Commitment::Session(a));
/// assert_eq!(collisions[0].clash, ConflictKind::Overlap { minutes: Some(10) });
/// ```
#[derive(Debug, Clone)]
pub struct ConflictChecker<'a> {
    pub(super) conference: &'a Conference,
    pub(super) timetable: &'a Timetable,
    pub(super) picks: &'a ResolvedPlan,
    pub(super) busy: &'a [BusyBlock],
    busy_spans: Vec<Option<TimeSpan>>,
    /// What takes time in the plan, in order of its start.
    parties: Vec<Commitment>,
    /// The starts of these, where all of them are by one clock.
    starts: Option<Starts>,
}

/// When the things of a plan start, by one clock, so that those near a session are found without a look at the others.
#[derive(Debug, Clone)]
struct Starts {
    are_instants: bool,
    all: Vec<i64>,
    /// So many seconds the longest of them takes.
    longest: i64,
}

/// Something that takes somebody's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Commitment {
    /// A session.
    Session(SessionId),
    /// Something else: a place in [`Plan::busy`](crate::model::Plan::busy).
    Busy(usize),
}

/// Why one cannot be in two things in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// Both are at one time.
    Overlap {
        /// How many minutes they share, rounded up; not known where an end is not.
        minutes: Option<u32>,
    },
    /// The time between them is too short for the way.
    Walk {
        /// The room of the first one.
        from: RoomId,
        /// The room of the second one.
        to: RoomId,
        /// How many minutes the way takes.
        needed: u32,
        /// How many whole minutes there are.
        free: u32,
    },
}

/// What something collides with, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Conflict {
    /// With what.
    pub with: Commitment,
    /// How.
    pub clash: ConflictKind,
}

/// So many collisions of one session are told; nobody reads more, and a file in which everything is at once costs no more
/// than its length.
const MOST_COLLISIONS: usize = 100;

impl<'a> ConflictChecker<'a> {
    /// Puts what is picked and what one is busy with, a plan's [`busy`](crate::model::Plan::busy), among the times of the
    /// program.
    #[must_use]
    pub fn new(
        conference: &'a Conference,
        timetable: &'a Timetable,
        picks: &'a ResolvedPlan,
        busy: &'a [BusyBlock],
    ) -> Self {
        let busy_spans = busy.iter().map(|busy| TimeSpan::of_busy(conference, busy)).collect();
        let mut calendar =
            Self { conference, timetable, picks, busy, busy_spans, parties: Vec::new(), starts: None };
        let sessions = picks.sessions().map(|(id, _)| Commitment::Session(id));
        let parties = sessions.chain((0..busy.len()).map(Commitment::Busy));
        let mut parties: Vec<Commitment> = parties.filter(|party| calendar.span(*party).is_some()).collect();
        parties.sort_by_key(|party| calendar.span(*party).map(TimeSpan::order));
        calendar.starts = Starts::of(parties.iter().filter_map(|party| calendar.span(*party)));
        calendar.parties = parties;
        calendar
    }

    /// What a session, picked or not, collides with in the plan, in order of time; of very many the first hundred.
    #[must_use]
    pub fn collisions(&self, id: SessionId) -> Vec<Conflict> {
        self.found(id).take(MOST_COLLISIONS).collect()
    }

    /// Whether a session, picked or not, collides with anything in the plan.
    #[must_use]
    pub fn collides(&self, id: SessionId) -> bool {
        self.found(id).next().is_some()
    }

    fn found(&self, id: SessionId) -> impl Iterator<Item = Conflict> {
        let collision =
            move |with| Some(Conflict { with, clash: self.clash(Commitment::Session(id), with)? });
        self.near(id).iter().copied().filter_map(collision)
    }

    /// What may collide with a session: what is so near to it that the longest thing, or the longest way, could reach it.
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

    /// Whether two things collide, and how; the same whichever is named first.
    ///
    /// They do where they share a moment, or where the time between them is shorter than the conference says that the way
    /// takes. A session and its parts never do, nor does what is cancelled, lasts the whole day or has no time. One of unknown
    /// end collides with what covers its start.
    #[must_use]
    pub fn clash(&self, one: Commitment, other: Commitment) -> Option<ConflictKind> {
        let (one_span, other_span) = (self.span(one)?, self.span(other)?);
        let (mut first, mut second) = one_span.together(other_span);
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

    /// The shortest way from one session to another, in minutes; `None` where it is not known or none has to be made.
    pub(super) fn way(&self, one: SessionId, other: SessionId) -> Option<(u32, RoomId, RoomId)> {
        let walking = self.conference.walking?;
        let (Rooms::In(from), Rooms::In(to)) =
            (&self.conference.session(one).rooms, &self.conference.session(other).rooms)
        else {
            return None;
        };
        // In a session that is in very many rooms one is nowhere in particular.
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

    /// How much a session is wanted; `None` where it is not picked.
    #[must_use]
    pub fn level(&self, id: SessionId) -> Option<Priority> {
        self.picks.level(id)
    }

    /// What one is busy with, by its place.
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
    /// Those of spans in order of their starts; `None` where only some of them are known as instants.
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
