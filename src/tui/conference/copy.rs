//! Chooses the text to copy to the clipboard.

use super::PaneItem;
use super::state::ConferenceState;
use crate::presenter::Presenter;
use crate::tui::view_context::ViewContext;
use crate::tui::widget::Target;
use kurultai_schedule::markup;
use kurultai_schedule::model::Conference;

impl ConferenceState {
    /// Returns the URL of the selected link or the current item, or else a line of text about the item.
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
        let presenter = self.presenter(viewer);
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
        Some(url(presenter.conference, item).unwrap_or_else(|| summary(&presenter, item)))
    }

    /// Returns the URL of the selected link or the current item.
    pub(in crate::tui) fn web_address(&self, link: Option<&Target<PaneItem>>) -> Option<String> {
        match link {
            Some(Target::Address(address)) => Some(address.to_string()),
            Some(Target::Detail(item)) => url(&self.schedule.conference, *item),
            None => url(&self.schedule.conference, self.current_item()?),
        }
    }
}

fn url(about: &Conference, item: PaneItem) -> Option<String> {
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

fn summary(presenter: &Presenter<'_>, item: PaneItem) -> String {
    let about = presenter.conference;
    let details: Vec<String> = match item {
        PaneItem::Session(id) => {
            let session = about.session(id);
            presenter.when(&session.times).into_iter().chain(presenter.rooms(session)).collect()
        }
        PaneItem::Person(id) => {
            about.person(id).positions.iter().map(|position| presenter.text(position).to_string()).collect()
        }
        PaneItem::Conference => presenter.dates(about.known_dates()).into_iter().collect(),
        PaneItem::Info(id) => {
            let text = presenter.known(about.info(id).text.as_ref()).map(|text| markup::plain(&text));
            return item.name(presenter).into_iter().chain(text).collect::<Vec<_>>().join("\n");
        }
        PaneItem::Numbers => return presenter.entity_counts().join("\n"),
        _ => Vec::new(),
    };
    item.name(presenter).into_iter().chain(details).collect::<Vec<_>>().join(" · ")
}
