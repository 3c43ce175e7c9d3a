//! Reads people, within sessions and in separate lists.

use super::{Reading, long};
use crate::diagnostic::MessageArg;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::format::builder::{Keys, is_several};
use crate::format::xml::Element;
use crate::model::{Link, LocalizedText, Person, Role, Session};
use crate::text::SafeText;

impl Reading<'_> {
    /// Adds the people of a session; skips repeated names.
    pub(super) fn participants(&mut self, event: &Element<'_>, session: &mut Session) {
        let people: Vec<_> = event.all("persons").flat_map(|people| people.all("person")).collect();
        for element in people.into_iter().chain(event.all("person")) {
            let (keys, person) = self.read_person(element);
            let name = person.name.clone();
            let is_new =
                self.builder.add_participant(&mut session.people, &keys, person, Some(Role::Speaker));
            self.several(name.as_ref().filter(|_| is_new == Some(true)), element.tag);
        }
    }

    /// Reads a person of a list.
    pub(super) fn person(&mut self, element: &Element<'_>) {
        let (keys, person) = self.read_person(element);
        let name = person.name.clone();
        let is_new = self.builder.person_or_new(&keys, person).is_some_and(|(_, is_new)| is_new);
        self.several(name.as_ref().filter(|_| is_new), element.tag);
    }

    /// Reports a name that seems to be a list of names.
    fn several(&mut self, name: Option<&LocalizedText>, span: Span) {
        for (_, name) in name.into_iter().flat_map(LocalizedText::iter).filter(|(_, name)| is_several(name)) {
            let diagnostic = Diagnostic::new(Code::SeveralNames, span);
            self.builder.report(diagnostic.with("name", MessageArg::from(name)));
        }
    }

    /// Reads a person and their keys.
    fn read_person(&mut self, element: &Element<'_>) -> (Keys, Person) {
        let name = written_name(element)
            .map(|written| self.name(written, element.tag))
            .filter(|name| !name.is_empty());
        let [id, guid, code] = ["id", "guid", "code"].map(|name| element.attribute(name).map(SafeText::line));
        let keys = Keys::new(guid.clone(), code.clone(), id.clone());
        let page = element.attribute("url").and_then(|url| self.builder.address(url, element.tag));
        let page = page.or_else(|| self.address(element, "url"));
        let avatar = self.address(element, "avatar");
        let avatar = avatar.or_else(|| self.builder.address(element.attribute("avatar")?, element.tag));
        let person = Person {
            id: code.or(id),
            guid,
            name: name.map(LocalizedText::untagged),
            bio: self.bio(element),
            avatar,
            links: page.map(link).into_iter().collect(),
            ..Person::default()
        };
        (keys, person)
    }

    /// Joins the short biography and the long one, if they differ.
    fn bio(&self, element: &Element<'_>) -> Option<LocalizedText> {
        let [short, extended] =
            ["biography", "extended_biography"].map(|name| long(element, name, self.text));
        match (short, extended) {
            (Some(short), Some(extended)) if short != extended => {
                let text: Vec<_> =
                    [&short, &extended].iter().flat_map(|bio| bio.iter()).map(|(_, text)| &**text).collect();
                Some(LocalizedText::untagged(SafeText::text(&text.join("\n\n"))))
            }
            (short, extended) => short.or(extended),
        }
    }
}

fn written_name<'e>(element: &'e Element<'_>) -> Option<&'e str> {
    element.child_text("name").or_else(|| element.attribute("name")).or_else(|| element.text())
}

fn link(url: SafeText) -> Link {
    Link { label: None, url }
}
