//! Generates the identifiers that formats require from known properties, so that every export has the same
//! ones.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::model::{Conference, Session};
use crate::text::SafeText;

/// The globally unique ids of a conference.
pub(super) struct StableIds {
    space: Uuid,
    sessions: Vec<String>,
    people: Vec<String>,
}

/// The UUID namespace of all generated ids.
const SPACE: &[u8] = b"kurultai";

impl StableIds {
    /// Computes the ids of all sessions and people.
    ///
    /// Keeps a published id if it is unique. Otherwise generates a UUID (version 5) from the conference and
    /// the session: its id, its URL if unique, or its title and a number. Times, rooms and people do not
    /// matter.
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

    pub(super) fn session(&self, index: usize) -> &str {
        self.sessions.get(index).map_or("", String::as_str)
    }

    /// Returns the unique guid of a person.
    pub(super) fn person(&self, index: usize) -> &str {
        self.people.get(index).map_or("", String::as_str)
    }

    /// Returns the guids of all people, in order.
    pub(super) fn people(&self) -> &[String] {
        &self.people
    }

    /// Returns the id of another item, based on its type and properties.
    pub(super) fn other(&self, parts: &[&str]) -> String {
        made(self.space, parts)
    }
}

/// Returns a guid for each person: the published one, or else one generated from the id, or from the name and
/// a number.
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

pub(super) fn is_uuid(id: &str) -> bool {
    id.len() == 36 && Uuid::try_parse(id).is_ok()
}

/// True for a globally unique id: a UUID, a URL, or a name with a host.
pub(super) fn is_global(id: &str) -> bool {
    is_uuid(id) || id.contains([':', '@'])
}

/// Returns the UUID namespace of a conference, independent of the location of its file.
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
    // NUL occurs in no text, so parts cannot run into each other.
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
    fn an_id_depends_on_the_session_only() {
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
