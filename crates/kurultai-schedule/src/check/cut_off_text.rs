//! Texts that are too long to be displayed completely.

use std::iter;

use super::subject::{ids, title};
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap, Span};
use crate::markup;
use crate::model::{Conference, LocalizedText};

/// Finds texts over the limits of [`markup::excess`].
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let of_sessions = ids(conference).flat_map(|id| {
        let session = conference.session(id);
        let texts = [&session.summary, &session.description, &session.content_note];
        let diagnostic = move |texts| diagnostic(texts, source_map.title(id), || title(conference, id));
        texts.into_iter().flatten().filter_map(diagnostic)
    });
    let about = iter::once((Some(&conference.title), &conference.description));
    let people = conference.people.iter().map(|person| (person.name.as_ref(), &person.bio));
    let rooms = conference.rooms.iter().map(|room| (room.name.as_ref(), &room.description));
    let sponsors = conference.sponsors.iter().map(|sponsor| (sponsor.name.as_ref(), &sponsor.description));
    let infos = conference.infos.iter().map(|info| (info.title.as_ref(), &info.text));
    let reading = conference.reading(None);
    let others = about.chain(people).chain(rooms).chain(sponsors).chain(infos);
    let of_others = others.filter_map(|(name, texts)| {
        let name = || name.map_or_else(|| MessageArg::text("?"), |name| MessageArg::from(name.get(&reading)));
        diagnostic(texts.as_ref()?, Span::default(), name)
    });
    of_sessions.chain(of_others).collect()
}

fn diagnostic(texts: &LocalizedText, span: Span, name: impl Fn() -> MessageArg) -> Option<Diagnostic> {
    let excess = texts.iter().find_map(|(_, text)| markup::excess(text))?;
    let what = if excess.unit == "lines" { "text-lines" } else { "text-marks" };
    let diagnostic = Diagnostic::new(Code::CutOff, span).with("what", MessageArg::Word(what));
    Some(diagnostic.with("count", MessageArg::count(excess.limit)).with("title", name()))
}
