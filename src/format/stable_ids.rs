//! Identifiers that formats demand, and that a conference may not have: made of what is known, so that they stay the same
//! from export to export.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::model::{Conference, Session};
use crate::text::SafeText;

/// The globally unique ids of a conference's things.
pub(super) struct StableIds {
    space: Uuid,
    sessions: Vec<String>,
    people: Vec<String>,
}

/// Under this name stand all ids that are made: the UUID of `kurultai` among the names of hosts.
const SPACE: &[u8] = b"kurultai";

impl StableIds {
    /// The ids of all sessions. One that is published is kept where it is an identity; else one is made (a UUID of version 5) of the
    /// conference's identity and of the session's: its id, its page if no other has it, or its title, and which of several
    /// with this title it is. When a session is, where, and who is in it makes no difference.
    pub(super) fn new(conference: &Conference, is_published: fn(&str) -> bool) -> Self {
        let space = space(conference);
        let mut pages: HashMap<&SafeText, usize> = HashMap::new();
        for url in conference.sessions.iter().filter_map(|session| session.url.as_ref()) {
            *pages.entry(url).or_default() += 1;
        }
        let published: HashSet<&str> = conference
            .sessions
            .iter()
            .filter_map(|session| session.guid.as_deref())
            .filter(|guid| is_published(guid))
            .collect();
        let mut taken: HashSet<String> = HashSet::new();
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let mut id = |session: &Session| {
            if let Some(guid) = session.guid.as_deref().filter(|guid| published.contains(guid))
                && taken.insert(guid.to_owned())
            {
                return guid.to_owned();
            }
            let name = name(session, conference, |url| pages.get(url) == Some(&1));
            let number = numbers.entry(name.clone()).or_default();
            loop {
                *number += 1;
                let id = made(space, &["session", &name, &number.to_string()]);
                if taken.insert(id.clone()) {
                    return id;
                }
            }
        };
        let sessions = conference.sessions.iter().map(&mut id).collect();
        Self { space, sessions, people: people(space, conference) }
    }

    /// The id of the session at a place.
    pub(super) fn session(&self, index: usize) -> &str {
        self.sessions.get(index).map_or("", String::as_str)
    }

    /// The guid of the person at a place, which no other person has.
    pub(super) fn person(&self, index: usize) -> &str {
        self.people.get(index).map_or("", String::as_str)
    }

    /// The guids of all people, in their order.
    pub(super) fn people(&self) -> &[String] {
        &self.people
    }

    /// The id of something else, by what it is and what is known of it.
    pub(super) fn other(&self, parts: &[&str]) -> String {
        made(self.space, parts)
    }
}

/// A guid for each person: the published one, else one that is made of their id, or their name and their place among those who
/// have it.
fn people(space: Uuid, conference: &Conference) -> Vec<String> {
    let reading = conference.reading(None);
    let mut taken: HashSet<String> = HashSet::new();
    let mut numbers: HashMap<(Option<&SafeText>, &str), usize> = HashMap::new();
    let mut guids = Vec::with_capacity(conference.people.len());
    for person in &conference.people {
        let published = person.guid.as_deref().filter(|guid| is_uuid(guid)).map(str::to_owned);
        let of_id = person.id.as_ref().map(|id| made(space, &["person id", id]));
        let name = person.name.as_ref().map_or("", |name| name.get(&reading).as_str());
        let number = numbers.entry((person.id.as_ref(), name)).or_default();
        let mut numbered = || {
            let text = number.to_string();
            *number += 1;
            match &person.id {
                Some(id) => made(space, &["person", name, &text, id]),
                None => made(space, &["person", name, &text]),
            }
        };
        let mut guid = published.or(of_id).unwrap_or_else(&mut numbered);
        while !taken.insert(guid.clone()) {
            guid = numbered();
        }
        guids.push(guid);
    }
    guids
}

/// Whether this is a UUID.
pub(super) fn is_uuid(id: &str) -> bool {
    id.len() == 36 && Uuid::try_parse(id).is_ok()
}

/// Whether something that is called a globally unique id is one: a UUID, an address, or a name at a host.
pub(super) fn is_global(id: &str) -> bool {
    is_uuid(id) || id.contains([':', '@'])
}

/// What the ids of one conference are made in. Where its file lies makes no difference.
fn space(conference: &Conference) -> Uuid {
    let identity = conference.identities("").into_iter().find(|identity| !identity.is_empty());
    let title = || conference.title.iter().next().map(|(_, title)| title.clone());
    let identity = identity.or_else(title).unwrap_or_default();
    Uuid::new_v5(&Uuid::new_v5(&Uuid::NAMESPACE_DNS, SPACE), identity.as_bytes())
}

fn name(session: &Session, conference: &Conference, is_own: impl Fn(&SafeText) -> bool) -> String {
    let by = |what: &str, text: &SafeText| format!("{what} {text}");
    let guid = session.guid.as_ref().map(|guid| by("guid", guid));
    let id = || session.id.as_ref().map(|id| by("id", id));
    let url = || session.url.as_ref().filter(|url| is_own(url)).map(|url| by("url", url));
    let title = || {
        let title = session.title.as_ref()?;
        Some(by("title", title.get(&conference.reading(None))))
    };
    guid.or_else(id).or_else(url).or_else(title).unwrap_or_default()
}

fn made(space: Uuid, parts: &[&str]) -> String {
    // No text that is shown holds this character, so parts cannot run into each other.
    Uuid::new_v5(&space, parts.join("\0").as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::format::event_file;

    fn ids(text: &str) -> Vec<String> {
        let conference = event_file::read(&Source::new("", text)).conference;
        let ids = StableIds::new(&conference, is_global);
        (0..conference.sessions.len()).map(|index| ids.session(index).to_owned()).collect()
    }

    #[test]
    fn an_id_depends_on_what_the_session_is_alone() {
        let one = ids("title = 'T'\n[[agenda]]\ntitle = 'A'\nstart = '09:00'\n[[agenda]]\ntitle = 'A'\n");
        assert_eq!(one[0], "ca671be7-8a96-5c02-be9a-7304c391e234");
        assert_ne!(one[0], one[1]);
        let two = ids("title = 'T'\n[[agenda]]\ntitle = 'B'\n[[agenda]]\ntitle = 'A'\nroom = 'R'\n");
        assert_eq!(two[1], one[0]);
        let three = ids("title = 'T'\nid = 't'\n[[agenda]]\ntitle = 'A'\n");
        assert_ne!(three[0], one[0]);
        let renamed =
            ids("title = 'T'\n[[agenda]]\ntitle = 'A'\nid = 'a'\n[[agenda]]\ntitle = 'B'\nid = 'b'\n");
        let again =
            ids("title = 'T'\n[[agenda]]\ntitle = 'C'\nid = 'b'\n[[agenda]]\ntitle = 'D'\nid = 'a'\n");
        assert_eq!((&renamed[0], &renamed[1]), (&again[1], &again[0]));
    }

    #[test]
    fn a_published_id_is_kept_once() {
        let guid = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";
        let all = ids(&format!(
            "title = 'T'\nagenda = [{{ guid = '{guid}' }}, {{ guid = '{guid}' }}, {{ guid = 'x' }}, {{ guid = 'x@y' }}]\n"
        ));
        assert_eq!((all[0].as_str(), all[3].as_str()), (guid, "x@y"));
        assert!(all[1] != guid && is_uuid(&all[1]) && is_uuid(&all[2]));
    }
}
