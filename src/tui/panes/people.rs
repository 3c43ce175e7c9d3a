//! The people by role, with their positions.

use super::context::PaneContext;
use super::rows;
use crate::i18n::Message;
use crate::presenter::Presenter;
use crate::theme::TextRole;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{DefinitionList, Entry, Line, Page};
use kurultai_schedule::model::{DelegationId, OrganizerId, Person, PersonId, Session};
use kurultai_schedule::text::{cut, width};

/// The smallest width of a list with sessions beside the names.
const WITH_SESSIONS: usize = 90;
/// The largest number of sessions beside a name.
const SESSIONS: usize = 3;

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let (presenter, columns) = (&context.presenter, context.columns);
    let groups = presenter.people_groups();
    if groups.is_empty() {
        return rows::nothing(presenter, Message::NoPeople, columns);
    }
    // Show sessions only if there are no positions, which need the whole width.
    let has_posts =
        presenter.conference.people.iter().any(|person| !below_name(presenter, person).is_empty());
    let has_sessions = columns >= WITH_SESSIONS && !has_posts;
    let mut entries = Vec::new();
    for (role, ids) in groups {
        let is_first = entries.is_empty();
        entries.extend(rows::group(presenter.role_heading(role), is_first));
        entries.extend(ids.into_iter().map(|id| row(presenter, id, has_sessions, columns)));
    }
    entries
}

fn row(presenter: &Presenter<'_>, id: PersonId, has_sessions: bool, columns: usize) -> Entry<PaneItem> {
    let person = presenter.conference.person(id);
    let (name, below) = (presenter.person(person), below_name(presenter, person));
    if !has_sessions {
        return rows::named_row(PaneItem::Person(id), &name, &below, columns);
    }
    let left = columns * 9 / 20;
    let room = columns.saturating_sub(left + 2);
    let row = rows::named_row(PaneItem::Person(id), &name, &below, left);
    row.beside(left, sessions(presenter, id, room))
}

/// Returns the sessions of a person, displayed to the right of the name.
fn sessions(presenter: &Presenter<'_>, id: PersonId, columns: usize) -> Vec<Line> {
    let sessions = presenter.index.of_person(id).iter().take(SESSIONS);
    let lines = sessions.map(|id| {
        let is_one_day = presenter.index.days().len() == 1;
        let time = if is_one_day { presenter.start(*id) } else { presenter.day_and_start(*id) };
        let lead = if time.is_empty() { time } else { format!("{time}  ") };
        let title = presenter.title(presenter.conference.session(*id));
        let title = cut(&title, columns.saturating_sub(width(&lead))).into_owned();
        Line::new(lead, TextRole::Faint).add(title, TextRole::Dim)
    });
    lines.collect()
}

/// Returns the positions, or else the affiliation.
fn below_name(presenter: &Presenter<'_>, person: &Person) -> Vec<String> {
    if person.positions.is_empty() {
        return presenter.known(person.organization.as_ref()).into_iter().collect();
    }
    person.positions.iter().map(|position| presenter.text(position).to_string()).collect()
}

pub(super) fn detail(context: &PaneContext<'_>, id: PersonId, page: &mut Page<PaneItem>) {
    let presenter = &context.presenter;
    let person = presenter.conference.person(id);
    page.title(&presenter.person(person));
    let mut facts = DefinitionList::default();
    let word = |message| presenter.word(message);
    facts.add(
        word(Message::LabelMistakes),
        person.has_mistakes.then(|| format!("{} {}", word(Message::BrokenPerson), context.see_mistakes())),
    );
    facts.add(word(Message::LabelOtherNames), presenter.other_names(id));
    facts.add(word(Message::LabelRole), person.roles.iter().map(|role| presenter.role(role)));
    facts.add(
        word(Message::LabelPosition),
        person.positions.iter().map(|text| presenter.text(text).to_string()),
    );
    facts.add(word(Message::LabelOrganization), presenter.known(person.organization.as_ref()));
    facts.add(word(Message::LabelCountry), presenter.known(person.country.as_ref()));
    facts.add(word(Message::LabelPronouns), presenter.known(person.pronouns.as_ref()));
    facts.add(word(Message::LabelAttendance), person.attendance.map(|how| presenter.attendance(how)));
    let rooms = |session: &Session| presenter.rooms(session).into_iter().collect();
    super::sessions::add(context, presenter.index.of_person(id), &rooms, &mut facts);
    facts.links(word(Message::LabelMemberOf), memberships(presenter, id));
    facts.pages(word(Message::LabelLink), rows::pages(presenter, &person.links));
    page.facts(facts);
    if let Some(bio) = &person.bio {
        page.prose(presenter.text(bio));
    }
}

/// Returns the committees and delegations of a person.
fn memberships(presenter: &Presenter<'_>, id: PersonId) -> Vec<(String, PaneItem)> {
    let conference = presenter.conference;
    let organizers = conference.organizers.iter().enumerate();
    let organizers = organizers.filter(|(_, one)| one.person == Some(id) || one.people.contains(&id));
    let organizers =
        organizers.map(|(at, one)| (presenter.organizer(one), PaneItem::Organizer(OrganizerId::new(at))));
    let delegations = conference.delegations.iter().enumerate().filter(|(_, one)| one.people.contains(&id));
    let delegations = delegations.map(|(at, one)| {
        (presenter.name(one.name.as_ref(), None), PaneItem::Delegation(DelegationId::new(at)))
    });
    organizers.chain(delegations).collect()
}
