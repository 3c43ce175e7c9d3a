//! Who is in a program: in each of its sessions, and in a list of their own.

use super::{Reading, long};
use crate::diagnostic::{Code, Diagnostic};
use crate::format::xml::Element;
use crate::locale::Value;
use crate::model::{Link, Participation, Person, PersonId, Role, Session, Texts};
use crate::text::Clean;

impl Reading<'_> {
    /// Puts those who are in a session into it, each once. In some files an id is that of an account, which enters
    /// sessions for others (EMF): who is in one is who stands in it.
    pub(super) fn participants(&mut self, event: &Element<'_>, session: &mut Session) {
        let people: Vec<_> = event.all("persons").flat_map(|people| people.all("person")).collect();
        for element in people.into_iter().chain(event.all("person")) {
            let Some(person) = self.person(element) else { continue };
            let name = written_name(element).map(|name| Texts::plain(Clean::line(name)));
            let name = name.filter(|name| self.draft.conference.person(person).name.as_ref() != Some(name));
            let is_known = |one: &Participation| one.person == person && one.name == name;
            if !session.people.iter().any(is_known) {
                session.people.push(Participation { person, role: Some(Role::Speaker), name });
            }
        }
    }

    /// Somebody, by their id where the file has one, else by their name. `None` of whom nothing is said.
    pub(super) fn person(&mut self, element: &Element<'_>) -> Option<PersonId> {
        let name = written_name(element)
            .map(|written| self.name(written, element.tag))
            .filter(|name| !name.is_empty());
        let [id, guid, code] = ["id", "guid", "code"].map(|name| element.attribute(name).map(Clean::line));
        let key = match id.as_ref().or(guid.as_ref()).or(code.as_ref()) {
            // An id is never taken for a name.
            Some(id) => format!("#{id}"),
            None => name.as_ref()?.to_string(),
        };
        if let Some(name) =
            name.as_ref().filter(|name| self.draft.known_person(&key).is_none() && is_several(name))
        {
            let finding = Diagnostic::new(Code::SeveralNames, element.tag);
            self.draft.find(finding.with("name", Value::from(name)));
        }
        let pages = [element.attribute("url"), element.said("url")];
        let person = Person {
            id: id.or(code),
            guid,
            name: name.map(Texts::plain),
            bio: self.bio(element),
            avatar: element
                .said("avatar")
                .or_else(|| element.attribute("avatar"))
                .and_then(|url| self.address(url)),
            links: pages
                .into_iter()
                .flatten()
                .filter_map(|url| self.address(url))
                .take(1)
                .map(link)
                .collect(),
            ..Person::default()
        };
        Some(self.draft.person(&key, person))
    }

    /// The short biography, and the long one where it says something else.
    fn bio(&self, element: &Element<'_>) -> Option<Texts> {
        let [short, extended] =
            ["biography", "extended_biography"].map(|name| long(element, name, self.text));
        match (short, extended) {
            (Some(short), Some(extended)) if short != extended => {
                let text: Vec<_> =
                    [&short, &extended].iter().flat_map(|bio| bio.iter()).map(|(_, text)| &**text).collect();
                Some(Texts::plain(Clean::text(&text.join("\n\n"))))
            }
            (short, extended) => short.or(extended),
        }
    }
}

fn written_name<'e>(element: &'e Element<'_>) -> Option<&'e str> {
    element.said("name").or_else(|| element.attribute("name")).or_else(|| element.text())
}

fn link(url: Clean) -> Link {
    Link { label: None, url }
}

/// Whether a name looks like those of several people: words on both sides of a comma, `and`, `&` or `/` that all
/// begin with a capital. `Jr.` is no name, and neither is what has one word on both sides: a company, or a surname
/// that stands first.
fn is_several(name: &str) -> bool {
    let mut parts = vec![name];
    for mark in [", ", " and ", " & ", " / ", " und ", " et "] {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).collect();
    }
    let words: Vec<Vec<&str>> = parts.iter().map(|part| part.split_whitespace().collect()).collect();
    let is_name = |words: &Vec<&str>| {
        !words.is_empty()
            && words.iter().all(|word| {
                word.chars().next().is_some_and(char::is_uppercase) && !word.contains(char::is_numeric)
            })
    };
    let is_company = words.iter().flatten().any(|word| {
        let word = word.trim_end_matches('.').to_lowercase();
        ["jr", "sr", "phd", "md", "inc", "ltd", "llc", "gmbh", "co", "ag", "friends", "team"]
            .contains(&word.as_str())
    });
    words.len() > 1 && words.iter().all(is_name) && words.iter().any(|words| words.len() > 1) && !is_company
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_several_people() {
        for name in
            ["Ada One, Bea Two", "Ada One & Bea Two", "Ada and Bea Two", "Ada One / Bea Two, Cid Three"]
        {
            assert!(is_several(name), "{name}");
        }
        for name in [
            "Ada One",
            "One, Ada",
            "Ada One, Jr.",
            "Ada One, PhD",
            "Ada One, DG8NGN",
            "Smith & Co",
            "Rust and friends",
            "Ada, ",
        ] {
            assert!(!is_several(name), "{name}");
        }
    }
}
