//! The sponsors by tier.

use super::{PaneContext, PaneItem};
use crate::i18n::Message;
use crate::index::sponsors_by_tier;
use crate::model::SponsorId;
use crate::presenter::Presenter;
use crate::tui::widget::{DefinitionList, Entry, Line, Page};

pub(super) fn list(context: &PaneContext<'_>) -> Vec<Entry<PaneItem>> {
    let (words, columns) = (&context.presenter, context.columns);
    let tiers = sponsors_by_tier(words.conference);
    if tiers.is_empty() {
        return super::nothing(words, Message::NoSponsors, columns);
    }
    let mut entries = Vec::new();
    for (tier, sponsors) in tiers {
        let is_first = entries.is_empty();
        match tier {
            Some(id) => entries.extend(super::group(words.tier(id), is_first)),
            None if is_first => {}
            // A blank line ends the last tier.
            None => entries.push(Entry::heading(Line::default())),
        }
        for id in sponsors {
            let sponsor = words.conference.sponsor(id);
            let project: Vec<String> = words.known(sponsor.project.as_ref()).into_iter().collect();
            let name = words.name(sponsor.name.as_ref(), None);
            entries.push(super::named_row(PaneItem::Sponsor(id), &name, &project, columns));
        }
    }
    entries
}

pub(super) fn detail(words: &Presenter<'_>, id: SponsorId, page: &mut Page<PaneItem>) {
    let sponsor = words.conference.sponsor(id);
    page.title(&words.name(sponsor.name.as_ref(), None));
    let mut facts = DefinitionList::default();
    facts.add(words.word(Message::LabelTier), sponsor.tier.map(|id| words.tier(id)));
    facts.add(words.word(Message::LabelProject), words.known(sponsor.project.as_ref()));
    facts.addresses(words.word(Message::LabelPage), sponsor.url.iter().map(ToString::to_string));
    page.facts(facts);
    if let Some(text) = &sponsor.description {
        page.prose(words.text(text));
    }
}
