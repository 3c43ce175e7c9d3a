//! The text that is copied to the clipboard.

use super::{ConferenceState, PaneItem};
use crate::markup;
use crate::presenter::Presenter;
use crate::tui::view_context::ViewContext;
use crate::tui::widget::Target;

impl ConferenceState {
    /// Returns the URL of the selected link or of the current item, or else a line of text about the item.
    pub(in crate::tui) fn text_to_copy(
        &self,
        viewer: &ViewContext,
        link: Option<&Target<PaneItem>>,
    ) -> Option<String> {
        let item = match link {
            Some(Target::Address(address)) => return Some(address.to_string()),
            Some(Target::Detail(item)) => *item,
            None => self.current_item()?,
        };
        let words = self.presenter(viewer);
        match item {
            PaneItem::Gone(at) => {
                let session = &self.plan_context.plan.picks.get(at)?.session;
                return session.url.as_ref().or(session.title.as_ref()).map(ToString::to_string);
            }
            PaneItem::Busy(at) => {
                return self.plan_context.plan.busy.get(at)?.title.as_ref().map(ToString::to_string);
            }
            _ => {}
        }
        Some(url(&words, item).unwrap_or_else(|| summary(&words, item)))
    }
}

fn url(words: &Presenter<'_>, item: PaneItem) -> Option<String> {
    let about = words.conference;
    let url = match item {
        PaneItem::Session(id) => about.session(id).url.as_ref(),
        PaneItem::Person(id) => about.person(id).links.first().map(|link| &link.url),
        PaneItem::Organizer(id) => about.organizer(id).url.as_ref(),
        PaneItem::Sponsor(id) => about.sponsor(id).url.as_ref(),
        PaneItem::Conference => about.url.as_ref(),
        _ => None,
    };
    url.map(ToString::to_string)
}

fn summary(words: &Presenter<'_>, item: PaneItem) -> String {
    let about = words.conference;
    let parts = match item {
        PaneItem::Session(id) => {
            let session = about.session(id);
            let facts = words.when(&session.times).into_iter().chain(words.rooms(session));
            std::iter::once(words.title(session)).chain(facts).collect()
        }
        PaneItem::Person(id) => {
            let person = about.person(id);
            let positions = person.positions.iter().map(|position| words.text(position).to_string());
            std::iter::once(words.person(person)).chain(positions).collect()
        }
        PaneItem::Organizer(id) => vec![words.organizer(about.organizer(id))],
        PaneItem::Sponsor(id) => vec![words.name(about.sponsor(id).name.as_ref(), None)],
        PaneItem::Room(id) => vec![words.room(id)],
        PaneItem::Track(id) => vec![words.track(id)],
        PaneItem::Delegation(id) => vec![words.name(about.delegation(id).name.as_ref(), None)],
        PaneItem::Conference => {
            let title = words.text(&about.title).to_string();
            std::iter::once(title).chain(words.dates(about.known_dates())).collect()
        }
        PaneItem::Info(id) => {
            let info = about.info(id);
            let text = words.known(info.text.as_ref()).map(|text| markup::plain(&text));
            return [words.name(info.title.as_ref(), None)]
                .into_iter()
                .chain(text)
                .collect::<Vec<_>>()
                .join("\n");
        }
        PaneItem::Numbers => return words.entity_counts().join("\n"),
        PaneItem::Gone(_) | PaneItem::Busy(_) | PaneItem::Change(_) | PaneItem::Facet(_) => Vec::new(),
    };
    parts.join(" · ")
}
