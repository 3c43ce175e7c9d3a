//! The people, by what they are; their posts stand whole under their names.

use super::Item;
use crate::index::people_by_role;
use crate::locale::Message;
use crate::model::{Person, PersonId};
use crate::text::{cut, wrap};
use crate::theme::Role;
use crate::tui::widget::{Entry, Labels, Line, TEXT_WIDTH, prose};
use crate::wording::Wording;

/// How far posts stand in under their names.
const INDENT: usize = 3;

pub(super) fn list(words: &Wording<'_>, columns: usize) -> Vec<Entry<Item>> {
    let groups = people_by_role(words.conference, words.index);
    if groups.is_empty() {
        return super::nothing(words, Message::NoPeople);
    }
    let mut entries = Vec::new();
    for (role, ids) in groups {
        let is_first = entries.is_empty();
        entries.extend(super::group(words.role_head(role), is_first));
        entries.extend(ids.into_iter().map(|id| row(words, id, columns)));
    }
    entries
}

fn row(words: &Wording<'_>, id: PersonId, columns: usize) -> Entry<Item> {
    let person = words.conference.person(id);
    let name = words.person(person);
    let mut lines = vec![Line::new(" ", Role::Text).and(cut(&name, columns.saturating_sub(2)), Role::Text)];
    let room = columns.saturating_sub(INDENT + 1).min(TEXT_WIDTH);
    for text in below_name(words, person) {
        for line in wrap(&text, room) {
            lines.push(Line::new(" ".repeat(INDENT), Role::Text).and(line, Role::Dim));
        }
    }
    Entry::row(Item::Person(id), lines)
}

/// The posts, or where somebody works if no post is known.
fn below_name(words: &Wording<'_>, person: &Person) -> Vec<String> {
    if person.positions.is_empty() {
        return words.known(person.organization.as_ref()).into_iter().collect();
    }
    person.positions.iter().map(|position| words.text(position).to_string()).collect()
}

pub(super) fn detail(words: &Wording<'_>, id: PersonId, columns: usize) -> Vec<Line> {
    let person = words.conference.person(id);
    let mut lines = prose(&words.person(person), columns, Role::Title);
    lines.push(Line::default());
    let mut facts = Labels::default();
    let mut add = |label, values: Vec<String>| facts.add(words.word(label), values);
    let one = |texts: Option<String>| texts.into_iter().collect::<Vec<_>>();
    if person.has_mistakes {
        add(Message::LabelMistakes, vec![words.word(Message::BrokenPerson)]);
    }
    add(Message::LabelRole, person.roles.iter().map(|role| words.role(role)).collect());
    add(Message::LabelPosition, person.positions.iter().map(|text| words.text(text).to_string()).collect());
    add(Message::LabelOrganization, one(words.known(person.organization.as_ref())));
    add(Message::LabelCountry, one(words.known(person.country.as_ref())));
    add(Message::LabelPronouns, one(words.known(person.pronouns.as_ref())));
    add(Message::LabelAttendance, one(person.attendance.map(|how| words.attendance(how))));
    let sessions = words.index.of_person(id).iter();
    add(Message::LabelSessions, sessions.map(|id| words.session_line(*id)).collect());
    for link in &person.links {
        let label = words.known(link.label.as_ref()).unwrap_or_else(|| words.word(Message::LabelLink));
        facts.add_as(label, [link.url.to_string()], Role::Link);
    }
    lines.extend(facts.lines(columns));
    if let Some(bio) = &person.bio {
        lines.push(Line::default());
        lines.extend(prose(words.text(bio), columns, Role::Text));
    }
    lines
}
