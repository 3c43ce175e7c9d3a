//! What `y` copies: the address of what is selected, else what it is in a line.

use super::Visit;
use crate::markup;
use crate::tui::screen::Item;
use crate::tui::viewer::Viewer;
use crate::tui::widget::Target;
use crate::wording::Wording;

impl Visit {
    /// The address of the selected link's target, or of what is shown; else its text. `None` when nothing is selected.
    pub(in crate::tui) fn text_to_copy(&self, viewer: &Viewer) -> Option<String> {
        let link = self.arranged.page.as_ref().and_then(|page| page.target(self.detail.link));
        let item = match link {
            Some(Target::Address(address)) => return Some(address.to_string()),
            Some(Target::Detail(item)) => *item,
            None => self.shown()?,
        };
        let words = self.wording(viewer);
        // What is not the program's is copied as it was known.
        match item {
            Item::Gone(at) => {
                let session = &self.mine.plan.picks.get(at)?.session;
                return session.url.as_ref().or(session.title.as_ref()).map(ToString::to_string);
            }
            Item::Busy(at) => return self.mine.plan.busy.get(at)?.title.as_ref().map(ToString::to_string),
            _ => {}
        }
        Some(address(&words, item).unwrap_or_else(|| line(&words, item)))
    }
}

fn address(words: &Wording<'_>, item: Item) -> Option<String> {
    let about = words.conference;
    let url = match item {
        Item::Session(id) => about.session(id).url.as_ref(),
        Item::Person(id) => about.person(id).links.first().map(|link| &link.url),
        Item::Organizer(id) => about.organizer(id).url.as_ref(),
        Item::Sponsor(id) => about.sponsor(id).url.as_ref(),
        Item::Conference => about.url.as_ref(),
        _ => None,
    };
    url.map(ToString::to_string)
}

fn line(words: &Wording<'_>, item: Item) -> String {
    let about = words.conference;
    let parts = match item {
        Item::Session(id) => {
            let session = about.session(id);
            let facts = words.when(&session.times).into_iter().chain(words.rooms(session));
            std::iter::once(words.title(session)).chain(facts).collect()
        }
        Item::Person(id) => {
            let person = about.person(id);
            let posts = person.positions.iter().map(|position| words.text(position).to_string());
            std::iter::once(words.person(person)).chain(posts).collect()
        }
        Item::Organizer(id) => vec![words.organizer(about.organizer(id))],
        Item::Sponsor(id) => vec![words.name(about.sponsor(id).name.as_ref(), None)],
        Item::Room(id) => vec![words.room(id)],
        Item::Track(id) => vec![words.track(id)],
        Item::Delegation(id) => vec![words.name(about.delegation(id).name.as_ref(), None)],
        Item::Conference => {
            let title = words.text(&about.title).to_string();
            std::iter::once(title).chain(words.dates(about.known_dates())).collect()
        }
        Item::Info(id) => {
            let info = about.info(id);
            let text = words.known(info.text.as_ref()).map(|text| markup::plain(&text));
            return [words.name(info.title.as_ref(), None)]
                .into_iter()
                .chain(text)
                .collect::<Vec<_>>()
                .join("\n");
        }
        Item::Numbers => return words.numbers().join("\n"),
        Item::Gone(_) | Item::Busy(_) | Item::Change(_) | Item::Facet(_) => Vec::new(),
    };
    parts.join(" · ")
}
