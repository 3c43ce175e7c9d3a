//! The people by role, with their positions.

use super::{PaneContext, PaneItem};
use crate::i18n::Message;
use crate::model::{DelegationId, OrganizerId, Person, PersonId, Session};
use crate::presenter::Presenter;
use crate::text::{cut, width};
use crate::theme::Role;
use crate::tui::widget::{DefinitionList, Entry, Line, Page};

/// The least width of a list with sessions beside the names.
const WITH_SESSIONS: usize = 90;
/// The largest width of the sessions.
const SESSIONS: usize = 3;

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let (words, columns) = (&context.presenter, context.columns);
    let groups = words.people_groups();
    if groups.is_empty() {
        return super::nothing(words, Message::NoPeople, columns);
    }
    // Sessions are displayed only if there are no positions, which take the whole width.
    let has_posts = words.conference.people.iter().any(|person| !below_name(words, person).is_empty());
    let has_sessions = columns >= WITH_SESSIONS && !has_posts;
    let mut entries = Vec::new();
    for (role, ids) in groups {
        let is_first = entries.is_empty();
        entries.extend(super::group(words.role_heading(role), is_first));
        entries.extend(ids.into_iter().map(|id| row(words, id, has_sessions, columns)));
    }
    entries
}

fn row(words: &Presenter<'_>, id: PersonId, has_sessions: bool, columns: usize) -> Entry<PaneItem> {
    let person = words.conference.person(id);
    let (name, below) = (words.person(person), below_name(words, person));
    if !has_sessions {
        return super::named_row(PaneItem::Person(id), &name, &below, columns);
    }
    let left = columns * 9 / 20;
    let room = columns.saturating_sub(left + 2);
    let row = super::named_row(PaneItem::Person(id), &name, &below, left);
    row.beside(left, sessions(words, id, room))
}

/// Returns the sessions of a person, for the right of the name.
fn sessions(words: &Presenter<'_>, id: PersonId, columns: usize) -> Vec<Line> {
    let sessions = words.index.of_person(id).iter().take(SESSIONS);
    let lines = sessions.map(|id| {
        let is_one_day = words.index.days().len() == 1;
        let time = if is_one_day { words.start(*id) } else { words.day_and_start(*id) };
        let lead = if time.is_empty() { time } else { format!("{time}  ") };
        let title = words.title(words.conference.session(*id));
        let title = cut(&title, columns.saturating_sub(width(&lead))).into_owned();
        Line::new(lead, Role::Faint).add(title, Role::Dim)
    });
    lines.collect()
}

/// Returns the positions, or else the affiliation.
fn below_name(words: &Presenter<'_>, person: &Person) -> Vec<String> {
    if person.positions.is_empty() {
        return words.known(person.organization.as_ref()).into_iter().collect();
    }
    person.positions.iter().map(|position| words.text(position).to_string()).collect()
}

pub(super) fn detail(context: &PaneContext<'_>, id: PersonId, page: &mut Page<PaneItem>) {
    let words = &context.presenter;
    let person = words.conference.person(id);
    page.title(&words.person(person));
    let mut facts = DefinitionList::default();
    let word = |message| words.word(message);
    facts.add(
        word(Message::LabelMistakes),
        person
            .has_mistakes
            .then(|| format!("{} {}", word(Message::BrokenPerson), word(Message::SeeMistakes))),
    );
    facts.add(word(Message::LabelOtherNames), words.other_names(id));
    facts.add(word(Message::LabelRole), person.roles.iter().map(|role| words.role(role)));
    facts.add(word(Message::LabelPosition), person.positions.iter().map(|text| words.text(text).to_string()));
    facts.add(word(Message::LabelOrganization), words.known(person.organization.as_ref()));
    facts.add(word(Message::LabelCountry), words.known(person.country.as_ref()));
    facts.add(word(Message::LabelPronouns), words.known(person.pronouns.as_ref()));
    facts.add(word(Message::LabelAttendance), person.attendance.map(|how| words.attendance(how)));
    let rooms = |session: &Session| words.rooms(session).into_iter().collect();
    super::sessions::add(context, words.index.of_person(id), &rooms, &mut facts);
    facts.links(word(Message::LabelMemberOf), memberships(words, id));
    facts.pages(word(Message::LabelLink), super::pages(words, &person.links));
    page.facts(facts);
    if let Some(bio) = &person.bio {
        page.prose(words.text(bio));
    }
}

/// Returns the committees and delegations of a person.
fn memberships(words: &Presenter<'_>, id: PersonId) -> Vec<(String, PaneItem)> {
    let conference = words.conference;
    let organizers = conference.organizers.iter().enumerate();
    let organizers = organizers.filter(|(_, one)| one.person == Some(id) || one.people.contains(&id));
    let organizers =
        organizers.map(|(at, one)| (words.organizer(one), PaneItem::Organizer(OrganizerId::new(at))));
    let delegations = conference.delegations.iter().enumerate().filter(|(_, one)| one.people.contains(&id));
    let delegations = delegations
        .map(|(at, one)| (words.name(one.name.as_ref(), None), PaneItem::Delegation(DelegationId::new(at))));
    organizers.chain(delegations).collect()
}
