//! Queries: parsing, matching sessions, errors, and completions.

#![cfg(test)]

mod any;
mod corpus;
mod facets;
mod filter;
mod query;
mod typing;

use std::sync::LazyLock;

use chrono::NaiveDateTime;
use kurultai::i18n::Locale;
use kurultai::presenter::query_error;
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::index::{EvalContext, Filter, Index, NoPlan, PlanLookup, Query};
use kurultai_schedule::model::{Conference, Moment, Priority, SessionId};

/// A schedule of two days; each title describes its session.
const PROGRAM: &str = r#"
title = "T"
start = 2025-02-01
end = 2025-02-02
language = "en"
rooms = [
    { id = "a", name = "Aula", building = "Main" },
    { id = "b", name = { en = "Hall B (Möbius)", ru = "Зал Б" }, building = "Main" },
    { id = "c", name = "Cellar" },
]
tracks = [{ name = "Rust" }, { name = "Rust for Linux" }, { name = { en = "Law", ky = "Укук" } }]
people = [{ name = "Ada B" }, { name = "Өмүрбек Ж" }, { id = "x", name = "Jón" }]
[[days]]
date = 2025-02-02
title = "Workshops"
[[agenda]]
title = "nine"
date = 2025-02-01
start = "09:00"
end = "10:00"
room = "Aula"
track = "Rust"
kind = "talk"
languages = ["en-GB"]
tags = ["Java", "c, d"]
speakers = ["Ada B"]
links = [{ label = "Slides", url = "https://example.org/nine.pdf" }]
[[agenda]]
title = "ten"
subtitle = "The café"
date = 2025-02-01
start = "10:00"
end = "11:00"
room = "Aula"
track = "Rust for Linux"
kind = "lightning"
languages = ["de", "ky"]
type = "Devroom"
level = "beginner"
people = [{ person = "Өмүрбек Ж", role = "chair" }]
attendance = "hybrid"
[[agenda]]
title = "open"
date = 2025-02-01
start = "11:00"
room = "b"
track = "Law"
kind = "workshop"
speakers = ["x"]
status = "cancelled"
[[agenda]]
title = "night"
day = 2025-02-01
start = "00:30"
end = "01:30"
room = "Cellar"
recording = "https://example.org/r"
slides = "https://example.org/night.odp"
[[agenda]]
id = "s"
title = "sunday"
date = 2025-02-02
start = "09:30"
end = "10:30"
room = ["Aula", "Hall B (Möbius)"]
track = "Rust"
kind = "talk"
languages = ["en"]
tags = ["java"]
speakers = ["Ada B", "x"]
[[agenda]]
title = "again"
date = 2025-02-02
start = "23:30"
end = "00:15"
same_as = "s"
room = "*"
[[agenda]]
title = "someday"
"#;

fn schedule() -> &'static (Conference, Index) {
    static READ: LazyLock<(Conference, Index)> = LazyLock::new(|| read(PROGRAM));
    &READ
}

fn read(text: &str) -> (Conference, Index) {
    let read = kurultai_schedule::format::event_file::read(&Source::new("test.toml", text));
    let index = Index::new(&read.conference);
    (read.conference, index)
}

fn moment(text: &str) -> Moment {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a moment").into()
}

/// Returns the titles of the sessions that match a query, in schedule order.
fn found(
    query: &Query,
    (conference, index): &(Conference, Index),
    now: Option<&str>,
    standing: &dyn PlanLookup,
) -> String {
    let (filter, _) = Filter::new(query, conference, index);
    let at = EvalContext { now: now.map(moment), plan: standing };
    let ids = (0..conference.sessions.len()).map(SessionId::new).filter(|id| filter.matches(*id, &at));
    let title = |id| {
        let title = conference.session(id).title.as_ref().expect("a title");
        title.get(&conference.reading(None)).to_string()
    };
    ids.map(title).collect::<Vec<_>>().join(" ")
}

/// Returns the errors in a query for a schedule, each with its place.
fn errors(text: &str, lang: &str) -> Vec<String> {
    let (conference, index) = schedule();
    let (query, mut mistakes) = Query::read(text);
    mistakes.extend(Filter::new(&query, conference, index).1);
    let lang = kurultai_schedule::text::Lang::parse(lang).expect("a language");
    let locale = Locale::for_language(&lang).expect("a language of the interface");
    let format_error = |mistake: &kurultai_schedule::index::QueryError| {
        format!("{}–{} {}", mistake.place.start, mistake.place.end, query_error(mistake, &locale))
    };
    mistakes.iter().map(format_error).collect()
}

/// A plan where the first session is a must and the second a maybe, which overlap; the third has a note, the
/// fourth is hidden.
struct SomePlan;

impl PlanLookup for SomePlan {
    fn priority(&self, id: SessionId) -> Option<Priority> {
        [Priority::Must, Priority::Maybe].get(id.index()).copied()
    }

    fn is_hidden(&self, id: SessionId) -> bool {
        id.index() == 3
    }

    fn is_noted(&self, id: SessionId) -> bool {
        id.index() == 2
    }

    fn has_conflict(&self, id: SessionId) -> bool {
        id.index() < 3
    }
}

#[track_caller]
fn finds(text: &str, expected: &str) {
    assert_eq!(found(&Query::read(text).0, schedule(), None, &NoPlan), expected, "{text}");
}
