//! Merges imported entries into the user's plan.

use kurultai_schedule::model::{Conference, HiddenItem, Pick, Plan, Priority, SessionId, SessionSnapshot};
use kurultai_schedule::plan::{ResolvedPlan, SessionMatcher, merge};

/// The contents of imported files.
#[derive(Debug, Clone, Default)]
pub(super) struct Imported {
    /// From plan files.
    pub(super) plan: Plan,
    /// From calendars, with the priority of new picks. Existing picks keep theirs, because most calendars
    /// have none.
    pub(super) listed: Vec<(SessionId, Priority)>,
}

impl Imported {
    pub(super) fn add(&mut self, other: Self) {
        self.plan.picks.extend(other.plan.picks);
        self.plan.notes.extend(other.plan.notes);
        self.plan.busy.extend(other.plan.busy);
        self.plan.hidden.extend(other.plan.hidden);
        self.listed.extend(other.listed);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.plan.is_empty() && self.listed.is_empty()
    }
}

/// The number of new entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct PlanMerge {
    pub(super) picks: usize,
    /// Picks raised from maybe to must.
    pub(super) raised: usize,
    pub(super) notes: usize,
    pub(super) busy: usize,
    pub(super) hidden: usize,
}

/// Merges a plan with imported entries. A session in both is kept once, with the identity that it has in the
/// user's plan.
pub(super) fn union(
    own: &Plan,
    taken: &Imported,
    conference: &Conference,
    matcher: &SessionMatcher,
) -> (Plan, PlanMerge) {
    let names = Names { own, picks: ResolvedPlan::with(own, conference, matcher), conference };
    let listed = taken.listed.iter().map(|(id, priority)| Pick {
        session: names.of(*id),
        priority: names.picks.priority(*id).unwrap_or(*priority),
    });
    let listed: Vec<Pick> = listed.collect();
    let mut taken = taken.plan.clone();
    names.rename(&mut taken.picks, |pick| &mut pick.session, matcher);
    names.rename(&mut taken.notes, |note| &mut note.session, matcher);
    let is_session = |hidden: &HiddenItem| matches!(hidden, HiddenItem::Session(_));
    let (sessions, places): (Vec<HiddenItem>, Vec<HiddenItem>) =
        taken.hidden.into_iter().partition(is_session);
    let mut sessions: Vec<SessionSnapshot> = sessions
        .into_iter()
        .filter_map(|hidden| if let HiddenItem::Session(session) = hidden { Some(session) } else { None })
        .collect();
    names.rename(&mut sessions, |session| session, matcher);
    taken.hidden = sessions.into_iter().map(HiddenItem::Session).chain(places).collect();
    // A plan file has priorities, a calendar does not.
    let is_imported = |pick: &Pick| {
        taken.picks.iter().any(|imported_pick| imported_pick.session.key() == pick.session.key())
    };
    let listed: Vec<Pick> = listed.into_iter().filter(|pick| !is_imported(pick)).collect();
    taken.picks.extend(listed);
    // The user's plan keeps its own conference.
    (taken.conference, taken.title) = (None, None);
    let before = merge(own, &Plan::default());
    let after = merge(&before, &taken);
    let musts = |plan: &Plan| {
        let musts = plan.picks.iter().filter(|pick| pick.priority == Priority::Must);
        musts.map(|pick| pick.session.clone()).collect::<Vec<_>>()
    };
    let was_maybe = |session: &&SessionSnapshot| {
        before
            .picks
            .iter()
            .any(|pick| pick.priority == Priority::Maybe && pick.session.key() == session.key())
    };
    let more = |after: usize, before: usize| after.saturating_sub(before);
    let new = PlanMerge {
        picks: more(after.picks.len(), before.picks.len()),
        raised: musts(&after).iter().filter(was_maybe).count(),
        notes: more(after.notes.len(), before.notes.len()),
        busy: more(after.busy.len(), before.busy.len()),
        hidden: more(after.hidden.len(), before.hidden.len()),
    };
    // Without new entries, the plan must not change at all.
    if new == PlanMerge::default() { (own.clone(), new) } else { (after, new) }
}

/// Maps sessions to the identities that they have in the user's plan.
struct Names<'a> {
    own: &'a Plan,
    picks: ResolvedPlan,
    conference: &'a Conference,
}

impl Names<'_> {
    fn rename<T>(
        &self,
        things: &mut [T],
        session: fn(&mut T) -> &mut SessionSnapshot,
        matcher: &SessionMatcher,
    ) {
        let sessions: Vec<SessionSnapshot> = things.iter_mut().map(|thing| session(thing).clone()).collect();
        for (thing, found) in things.iter_mut().zip(matcher.find_all(&sessions)) {
            if let Some(id) = found {
                *session(thing) = self.of(id);
            }
        }
    }

    fn of(&self, id: SessionId) -> SessionSnapshot {
        let own = self.picks.names(self.own, id).next().cloned();
        own.unwrap_or_else(|| self.conference.snapshot(id))
    }
}
