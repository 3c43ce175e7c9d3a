//! [`Limits`]: how much of a schedule is kept. They count what was read, so that they hold for every format and do not
//! depend on how a file lists it. `Source` bounds the text of a file before it is parsed.

use std::borrow::Cow;

use super::parsed::Parsed;
use crate::diagnostic::{Code, Diagnostic, MessageArg, Source, Span};
use crate::model::{
    Conference, LocalizedText, Participation, PersonId, RoomId, Rooms, Session, SessionId, TextKind, TierId,
    TrackId,
};
use crate::text::SafeText;

/// The bytes of names, tags and titles, each counted as often as something refers to it, above which long ones are cut:
/// exports write the names of its room and of the venue with each session.
const REPEATED_NAMES: usize = 10_000_000;
/// The longest name of a room or track of a published format, in bytes; longer ones are always cut.
const MAX_NAME: usize = 2_000;
/// The length of cut names, in characters.
const CUT_NAME: usize = 200;
/// The end of a cut name, as of other cut texts.
const ELLIPSIS: &str = "[…]";

macro_rules! counted {
    ($($(#[$doc:meta])* $name:ident = $word:literal $limit:literal,)+) => {
        /// A kind of item with a limit.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Counted {
            $($(#[$doc])* $name,)+
        }

        impl Counted {
            const ALL: &[Self] = &[$(Self::$name),+];

            /// Returns its word in diagnostics and its limit, more than any known schedule has.
            fn limit(self) -> (&'static str, usize) {
                match self {
                    $(Self::$name => ($word, $limit),)+
                }
            }
        }
    };
}

counted! {
    Sessions = "sessions" 8_000,
    People = "people" 10_000,
    Rooms = "rooms" 6_500,
    Tracks = "tracks" 5_000,
    Days = "days" 5_000,
    Organizers = "organizers" 5_000,
    Tiers = "tiers" 5_000,
    Sponsors = "sponsors" 5_000,
    Delegations = "delegations" 5_000,
    Infos = "infos" 5_000,
    /// Entries in the lists of people of all sessions, organizers and delegations.
    Participants = "participants" 50_000,
    /// Entries in the lists of rooms of all sessions.
    RoomEntries = "places" 50_000,
    /// Links and attachments of the conference, sessions and people.
    Links = "links" 50_000,
    /// Tags of sessions, topics of the conference, roles and positions of people.
    Tags = "tags" 50_000,
    /// Languages of sessions.
    Languages = "languages" 30_000,
    /// Bytes of texts that sessions repeat from others.
    RepeatedText = "repeated-text" 10_000_000,
}

const KINDS: usize = Counted::ALL.len();

/// The number of items read so far, and the limits that were exceeded.
#[derive(Debug)]
pub(super) struct Limits {
    /// The factor for all limits: more than 1 only for a large local file.
    factor: usize,

    counts: [usize; KINDS],
    /// The first place at which a limit was exceeded.
    exceeded: [Option<Span>; KINDS],
    has_cut_names: bool,
}

impl Limits {
    pub(super) fn new(source: &Source) -> Self {
        let factor = source.limit_factor();
        Self { factor, counts: [0; KINDS], exceeded: [None; KINDS], has_cut_names: false }
    }

    /// Returns the limit of a kind of item.
    fn limit(&self, counted: Counted) -> usize {
        counted.limit().1 * self.factor
    }

    /// True if a list with this number of items may have another one.
    pub(super) fn allow(&mut self, counted: Counted, length: usize, span: Span) -> bool {
        let is_allowed = length < self.limit(counted);
        if !is_allowed {
            self.exceed(counted, span);
        }
        is_allowed
    }

    /// Counts a session and drops what its lists have beyond the limits.
    pub(super) fn session(&mut self, session: &mut Session, span: Span) {
        self.take(Counted::Participants, &mut session.people, span);
        if let Rooms::In(rooms) = &mut session.rooms {
            self.take(Counted::RoomEntries, rooms, span);
        }
        self.take(Counted::Links, &mut session.links, span);
        self.take(Counted::Links, &mut session.attachments, span);
        self.take(Counted::Tags, &mut session.tags, span);
        self.take(Counted::Languages, &mut session.languages, span);
    }

    /// Truncates the lists of a session to the limits, without counting the rest. Call it before cloning a repeated
    /// session.
    pub(super) fn fit(&mut self, session: &mut Session, span: Span) {
        let counts = self.counts;
        self.session(session, span);
        self.counts = counts;
    }

    /// Counts the texts of a session that repeats another one. Returns false if they are too many.
    pub(super) fn repeat(&mut self, session: &Session, span: Span) -> bool {
        let count = &mut self.counts[Counted::RepeatedText as usize];
        *count = count.saturating_add(text_length(session));
        let is_allowed = *count <= Counted::RepeatedText.limit().1 * self.factor;
        if !is_allowed {
            self.exceed(Counted::RepeatedText, span);
        }
        is_allowed
    }

    /// Drops everything beyond the limits.
    pub(super) fn conference(&mut self, conference: &mut Conference, span_of: impl Fn(usize) -> Span) {
        let at = span_of(self.limit(Counted::Sessions));
        self.truncate(Counted::Sessions, &mut conference.sessions, at);
        let whole = Span::default();
        self.truncate(Counted::People, &mut conference.people, whole);
        self.truncate(Counted::Rooms, &mut conference.rooms, whole);
        self.truncate(Counted::Tracks, &mut conference.tracks, whole);
        self.truncate(Counted::Days, &mut conference.days, whole);
        self.truncate(Counted::Organizers, &mut conference.organizers, whole);
        self.truncate(Counted::Tiers, &mut conference.tiers, whole);
        self.truncate(Counted::Sponsors, &mut conference.sponsors, whole);
        self.truncate(Counted::Delegations, &mut conference.delegations, whole);
        self.truncate(Counted::Infos, &mut conference.infos, whole);
        drop_references(conference);

        self.take(Counted::Links, &mut conference.links, whole);
        self.take(Counted::Tags, &mut conference.topics, whole);
        for (index, session) in conference.sessions.iter_mut().enumerate() {
            self.session(session, span_of(index));
        }
        for organizer in &mut conference.organizers {
            self.take(Counted::Participants, &mut organizer.people, whole);
        }
        for delegation in &mut conference.delegations {
            self.take(Counted::Participants, &mut delegation.people, whole);
        }
        for person in &mut conference.people {
            self.take(Counted::Links, &mut person.links, whole);
            self.take(Counted::Tags, &mut person.roles, whole);
            self.take(Counted::Tags, &mut person.positions, whole);
        }
    }

    /// Returns a name, cut if it is longer than [`MAX_NAME`].
    pub(super) fn name<'n>(&mut self, name: &'n str) -> Cow<'n, str> {
        if name.len() <= MAX_NAME {
            return Cow::Borrowed(name);
        }
        self.has_cut_names = true;
        cut(name).map_or(Cow::Borrowed(name), Cow::Owned)
    }

    /// Returns a diagnostic for each limit that was exceeded.
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = Diagnostic> {
        let exceeded = Counted::ALL.iter().zip(self.exceeded);
        let exceeded = exceeded
            .filter_map(|(counted, span)| Some(diagnostic(span?, counted.limit().0, self.limit(*counted))));
        exceeded.chain(self.has_cut_names.then(names_are_cut))
    }

    fn truncate<T>(&mut self, counted: Counted, list: &mut Vec<T>, span: Span) {
        let limit = self.limit(counted);
        if list.len() > limit {
            self.exceed(counted, span);
            list.truncate(limit);
        }
    }

    /// Counts the items of a list and drops those beyond the limit.
    fn take<T>(&mut self, counted: Counted, list: &mut Vec<T>, span: Span) {
        let left = self.limit(counted).saturating_sub(self.counts[counted as usize]);
        if list.len() > left {
            self.exceed(counted, span);
            list.truncate(left);
            list.shrink_to_fit();
        }
        self.counts[counted as usize] += list.len();
    }

    fn exceed(&mut self, counted: Counted, span: Span) {
        self.exceeded[counted as usize].get_or_insert(span);
    }
}

fn diagnostic(span: Span, word: &'static str, limit: usize) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::TooMany, span).with("what", MessageArg::Word(word));
    diagnostic.with("count", MessageArg::count(limit))
}

/// Drops references to items that are not kept.
fn drop_references(conference: &mut Conference) {
    let [sessions, people, rooms] =
        [conference.sessions.len(), conference.people.len(), conference.rooms.len()];
    let [tracks, tiers] = [conference.tracks.len(), conference.tiers.len()];
    let has_person = |id: &PersonId| id.index() < people;
    let has_room = |id: &RoomId| id.index() < rooms;
    let has_session = |id: &SessionId| id.index() < sessions;
    for session in &mut conference.sessions {
        session.people.retain(|one: &Participation| has_person(&one.person));
        if let Rooms::In(rooms) = &mut session.rooms {
            rooms.retain(has_room);
        }
        session.track = session.track.filter(|id: &TrackId| id.index() < tracks);
        session.part_of = session.part_of.filter(has_session);
        session.same_as = session.same_as.filter(has_session);
    }
    for organizer in &mut conference.organizers {
        organizer.person = organizer.person.filter(has_person);
        organizer.people.retain(has_person);
    }
    for delegation in &mut conference.delegations {
        delegation.people.retain(has_person);
    }
    for sponsor in &mut conference.sponsors {
        sponsor.tier = sponsor.tier.filter(|id: &TierId| id.index() < tiers);
    }
}

/// Returns the bytes of the texts of a session.
fn text_length(session: &Session) -> usize {
    let texts = [&session.title, &session.subtitle, &session.summary, &session.description];
    let texts = texts.into_iter().chain([&session.content_note, &session.level]).flatten();
    let names = session.people.iter().filter_map(|one| one.name.as_ref());
    let of_links = session.links.iter().map(|link| link.url.len());
    let of_files = session.attachments.iter().map(|file| file.url.len());
    let of_texts = texts.chain(&session.tags).chain(names).map(length);
    of_texts.chain(of_links).chain(of_files).sum()
}

fn length(text: &LocalizedText) -> usize {
    text.iter().map(|(_, text)| text.len()).sum()
}

/// Cuts all long names and one-line texts if too much of them is repeated.
fn cut_names(conference: &mut Conference, factor: usize) -> Option<Diagnostic> {
    if repeated_names(conference) <= REPEATED_NAMES * factor {
        return None;
    }
    conference.for_each_text_mut(|kind, text| {
        if kind != TextKind::Prose && text.iter().any(|(_, text)| text.chars().nth(CUT_NAME).is_some()) {
            *text = text.map(|text| cut(text).map_or_else(|| text.clone(), |cut| SafeText::line(&cut)));
        }
    });
    Some(names_are_cut())
}

/// Returns the bytes of all names, tags and titles, each counted as often as something refers to it.
fn repeated_names(conference: &Conference) -> usize {
    let of = |name: &Option<LocalizedText>| name.as_ref().map_or(0, length);
    let people: Vec<usize> = conference.people.iter().map(|person| of(&person.name)).collect();
    let tracks: Vec<usize> = conference.tracks.iter().map(|track| of(&track.name)).collect();
    let tiers: Vec<usize> = conference.tiers.iter().map(|tier| of(&tier.name)).collect();
    let titles: Vec<usize> = conference.sessions.iter().map(|session| of(&session.title)).collect();
    let rooms = conference.rooms.iter().map(|room| of(&room.name) + of(&room.building) + of(&room.floor));
    let rooms: Vec<usize> = rooms.collect();
    let of_session = |session: &Session| {
        let participants = session.people.iter().map(|one| people[one.person.index()] + of(&one.name));
        let in_rooms = match &session.rooms {
            Rooms::In(ids) => ids.iter().map(|id| rooms[id.index()]).sum(),
            Rooms::All => 0,
        };
        let related = [session.part_of, session.same_as].into_iter().flatten();
        let own = of(&session.level) + of(&session.source_type);
        own + in_rooms
            + participants.sum::<usize>()
            + session.tags.iter().map(length).sum::<usize>()
            + session.track.map_or(0, |id| tracks[id.index()])
            + related.map(|id| titles[id.index()]).sum::<usize>()
    };
    let of_people = |ids: &[PersonId]| ids.iter().map(|id| people[id.index()]).sum::<usize>();
    let sessions = conference.sessions.iter().map(of_session);
    let organizers = conference
        .organizers
        .iter()
        .map(|one| of_people(&one.people) + one.person.map_or(0, |id| people[id.index()]));
    let delegations = conference.delegations.iter().map(|one| of_people(&one.people));
    let sponsors = conference.sponsors.iter().map(|one| one.tier.map_or(0, |id| tiers[id.index()]));
    let venue = conference.venue.as_ref();
    let of_venue =
        venue.map(|venue| of(&venue.name) + of(&venue.address) + of(&venue.city) + of(&venue.country));
    let of_conference = length(&conference.title) + of_venue.unwrap_or_default();
    let items = sessions.chain(organizers).chain(delegations).chain(sponsors).sum::<usize>();
    items + conference.sessions.len() * of_conference
}

fn names_are_cut() -> Diagnostic {
    diagnostic(Span::default(), "names", CUT_NAME)
}

/// Returns the beginning of a long name.
fn cut(name: &str) -> Option<String> {
    let (end, _) = name.char_indices().nth(CUT_NAME)?;
    Some(format!("{} {ELLIPSIS}", &name[..end]))
}

/// Drops everything of a schedule beyond the limits and reports it.
pub(super) fn keep(parsed: &mut Parsed, source: &Source) {
    let mut limits = Limits::new(source);
    limits.conference(&mut parsed.conference, |index| parsed.source_map.session(index));
    let known = |new: &Diagnostic, known: &[Diagnostic]| {
        known.iter().any(|old| old.code == new.code && old.args == new.args)
    };
    for diagnostic in limits.diagnostics().chain(cut_names(&mut parsed.conference, limits.factor)) {
        // The builder may have dropped more of the same kind.
        if !known(&diagnostic, &parsed.diagnostics) {
            parsed.diagnostics.push(diagnostic);
        }
    }
}
