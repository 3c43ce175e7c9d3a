//! The sponsors by tier.

use super::context::PaneContext;
use super::rows;
use crate::i18n::Message;
use crate::presenter::Presenter;
use crate::tui::conference::PaneItem;
use crate::tui::widget::{DefinitionList, Entry, Line, Page};
use kurultai_schedule::index::sponsors_by_tier;
use kurultai_schedule::model::SponsorId;

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let (presenter, columns) = (&context.presenter, context.columns);
    let tiers = sponsors_by_tier(presenter.conference);
    if tiers.is_empty() {
        return rows::nothing(presenter, Message::NoSponsors, columns);
    }
    let mut entries = Vec::new();
    for (tier, sponsors) in tiers {
        let is_first = entries.is_empty();
        match tier {
            Some(id) => entries.extend(rows::group(presenter.tier(id), is_first)),
            None if is_first => {}
            // A blank line ends the last tier.
            None => entries.push(Entry::heading(Line::default())),
        }
        for id in sponsors {
            let sponsor = presenter.conference.sponsor(id);
            let project: Vec<String> = presenter.known(sponsor.project.as_ref()).into_iter().collect();
            let name = presenter.name(sponsor.name.as_ref(), None);
            entries.push(rows::named_row(PaneItem::Sponsor(id), &name, &project, columns));
        }
    }
    entries
}

pub(super) fn detail(presenter: &Presenter<'_>, id: SponsorId, page: &mut Page<PaneItem>) {
    let sponsor = presenter.conference.sponsor(id);
    page.title(&presenter.name(sponsor.name.as_ref(), None));
    let mut facts = DefinitionList::default();
    facts.add(presenter.word(Message::LabelTier), sponsor.tier.map(|id| presenter.tier(id)));
    facts.add(presenter.word(Message::LabelProject), presenter.known(sponsor.project.as_ref()));
    facts.addresses(presenter.word(Message::LabelPage), sponsor.url.iter().map(ToString::to_string));
    page.facts(facts);
    if let Some(text) = &sponsor.description {
        page.prose(presenter.text(text));
    }
}
