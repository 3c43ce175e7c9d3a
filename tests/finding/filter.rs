//! The sessions that match a query.

use kurultai_schedule::index::{Filter, NoPlan, Query, SearchTerm};

use crate::{SomePlan, finds, found, read, schedule};

#[test]
fn texts_are_found_in_titles_and_names() {
    finds("", "nine ten open night sunday again someday");
    finds("NI", "nine night");
    finds("cafe", "ten");
    finds("\"cafe\"", "");
    finds("\"the café\"", "ten");
    finds("омурбек", "ten");
    finds("jon -sunday", "open");
    finds("ada nine", "nine");
    finds("-ni -ten", "open sunday again someday");
    finds("title:cafe", "ten");
    finds("title:ada", "");
}

#[test]
fn rooms_by_name_id_part_and_building() {
    finds("room:Aula", "nine ten sunday");
    finds("room:aula,cellar", "nine ten night sunday");
    finds("room:mobius", "open sunday");
    finds("room:\"зал б\"", "open sunday");
    finds("room:b", "open sunday");
    finds("room:main", "nine ten open sunday");
    finds("room:*", "again");
    finds("-room:aula -room:b", "night again someday");
    finds("room:nowhere", "");
    finds("-room:nowhere", "nine ten open night sunday again someday");
}

#[test]
fn the_whole_name_comes_before_a_part() {
    finds("track:rust", "nine sunday");
    finds("track:\"linux rust\"", "ten");
    finds("track:укук", "open");
    finds("kind:talk", "nine sunday");
    finds("kind:TALK,work", "nine open sunday");
    finds("type:dev level:Beginner", "ten");
    finds("tag:java", "nine sunday");
    finds("tag:\"c, d\"", "nine");
    finds("speaker:ada speaker:омурбек", "nine ten sunday");
    finds("speaker:\"b ada\"", "nine sunday");
}

#[test]
fn tags_by_their_names_in_every_language() {
    let text = "title = 't'\n[[agenda]]\ntitle = 'one'\ntags = [{ zh = '新手適合', en = 'for Beginners' }, 'ink']\n\
        [[agenda]]\ntitle = 'two'\ntags = [{ ky = 'суу', ru = 'вода' }]\n\
        [[agenda]]\ntitle = 'three'\ntags = ['вода', { zh = '新手適合', en = 'for Beginners' }]\n";
    let schedule = read(text);
    let found = |query: &str| found(&Query::read(query).0, &schedule, None, &NoPlan);
    for (query, titles) in [
        ("tag:新手適合", "one three"),
        ("tag:beginners", "one three"),
        ("tag:суу", "two"),
        ("tag:вода", "two three"),
        ("tag:ink", "one"),
        ("tag:fire", ""),
    ] {
        assert_eq!(found(query), titles, "{query}");
    }
}

#[test]
fn languages_without_regions() {
    finds("lang:en", "nine sunday");
    finds("lang:EN-us", "nine sunday");
    finds("lang:e", "");
    finds("lang:ky,de", "ten");
}

#[test]
fn days_by_name_date_and_number() {
    for day in ["sat", "Saturday", "SATUR", "2025-02-01", "1"] {
        finds(&format!("day:{day}"), "nine ten open night");
    }
    for day in ["sun", "2", "workshops", "2025-02-02"] {
        finds(&format!("day:{day}"), "sunday again");
    }
    finds("-day:sat", "sunday again someday");
    let (query, mistakes) = Query::read("day:today");
    assert_eq!(mistakes, []);
    let at = |now| found(&query, schedule(), now, &NoPlan);
    assert_eq!(at(Some("2025-02-02T03:59")), "nine ten open night");
    assert_eq!(at(Some("2025-02-02T04:00")), "sunday again");
    assert_eq!(at(None), "");
    let (query, _) = Query::read("day:tomorrow");
    assert_eq!(found(&query, schedule(), Some("2025-02-01T12:00"), &NoPlan), "sunday again");
}

#[test]
fn hours_go_to_the_change_of_day() {
    finds("after:10:00", "ten open night again");
    finds("after:10.01 before:24:00", "open");
    finds("after:23", "night again");
    finds("after:00:00", "night");
    finds("before:10:00", "nine");
    finds("before:10:30", "nine sunday");
    finds("before:11:00", "nine ten sunday");
    finds("before:11:01", "nine ten open sunday");
    finds("before:00:15", "nine ten open sunday again");
    finds("before:04:00", "nine ten open night sunday again");
    finds("-after:00:00", "nine ten open sunday again someday");
    finds("after:9:00 after:9:30", "ten open night sunday again");
}

#[test]
fn states_from_the_schedule() {
    finds("is:online", "ten");
    finds("is:cancelled", "open");
    finds("is:recorded", "night");
    finds("is:streamed", "");
    finds("is:slides", "nine night");
    finds("is:slides -is:recorded", "nine");
    finds("is:repeated", "sunday again");
    finds("is:repeated is:online", "");
    finds("is:repeated,online", "ten sunday again");
    finds("is:now,next,past", "");
}

#[test]
fn running_next_and_past_sessions() {
    let at = |text: &str, now| found(&Query::read(text).0, schedule(), Some(now), &NoPlan);
    assert_eq!(at("is:now", "2025-02-01T09:59"), "nine");
    assert_eq!(at("is:now", "2025-02-01T10:00"), "ten");
    assert_eq!(at("is:now", "2025-02-01T11:00"), "", "what is cancelled does not run");
    assert_eq!(at("is:now", "2025-02-02T01:00"), "night");
    assert_eq!(at("is:next", "2025-01-31T12:00"), "nine night");
    assert_eq!(at("is:next", "2025-02-01T09:00"), "ten night");
    assert_eq!(at("is:next", "2025-02-02T01:00"), "sunday again");
    assert_eq!(at("is:past", "2025-02-01T10:00"), "nine");
    assert_eq!(at("is:past", "2025-02-01T20:00"), "nine ten", "when the other ended is not known");
    assert_eq!(at("is:past", "2025-02-02T04:00"), "nine ten open night");
    assert_eq!(at("-is:past", "2025-02-02T04:00"), "sunday again someday");
}

#[test]
fn sessions_that_start_together_are_next_together() {
    let session =
        |title: &str, start: &str| format!("[[agenda]]\ntitle = '{title}'\nstart = '{start}'\nroom = 'R'\n");
    let sessions =
        [session("a", "09:00"), session("b", "10:00"), session("c", "10:00"), session("d", "11:00")];
    let schedule = read(&format!("title = 'T'\ndate = 2025-02-01\n{}", sessions.concat()));
    let at = |now| found(&Query::read("is:next").0, &schedule, Some(now), &NoPlan);
    assert_eq!([at("2025-02-01T08:00"), at("2025-02-01T09:00"), at("2025-02-01T10:00")], ["a", "b c", "d"]);
}

#[test]
fn states_from_the_plan() {
    let planned = |text: &str| found(&Query::read(text).0, schedule(), None, &SomePlan);
    assert_eq!(planned("is:picked"), "nine ten");
    assert_eq!(planned("is:must"), "nine");
    assert_eq!(planned("is:maybe"), "ten");
    assert_eq!(planned("is:noted"), "open");
    assert_eq!(planned("is:muted"), "night");
    assert_eq!(planned("is:collides"), "nine ten");
    assert_eq!(planned("is:free -is:muted"), "sunday again someday");
}

#[test]
fn queries_know_if_they_depend_on_the_time() {
    let (conference, index) = schedule();
    let filter = |text: &str| Filter::new(&Query::read(text).0, conference, index).0;
    for (text, needs_clock) in [
        ("is:now", true),
        ("-is:past", true),
        ("day:today", true),
        ("is:picked after:9", false),
        ("x", false),
    ] {
        assert_eq!(filter(text).needs_clock(), needs_clock, "{text}");
        assert!(!filter(text).is_empty());
    }
    assert!(filter("").is_empty());
}

#[test]
fn another_search_finds_the_texts() {
    let (conference, index) = schedule();
    let (query, _) = Query::read("a b -c -d day:1");
    let mut requests = Vec::new();
    let (filter, _) = Filter::with_search(&query, conference, index, |needles: &[SearchTerm]| {
        requests.push(needles.iter().map(|needle| needle.text.clone()).collect::<Vec<_>>().join(" "));
        let at = requests.len();
        (0..conference.sessions.len())
            .map(|id| at == 1 && id != 3 || at == 2 && id == 0 || at == 3 && id == 1)
            .collect()
    });
    let at = kurultai_schedule::index::EvalContext { now: None, plan: &NoPlan };
    let ids = (0..7).map(kurultai_schedule::model::SessionId::new);
    assert_eq!(
        ids.filter(|id| filter.matches(*id, &at))
            .map(kurultai_schedule::model::SessionId::index)
            .collect::<Vec<_>>(),
        [2]
    );
    assert_eq!(requests, ["a b", "c", "d"]);
}
