//! Changes between two editions of a schedule, case by case.

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::event_file;
use kurultai_schedule::model::{
    Conference, HiddenItem, Note, Pick, Plan, Priority, SessionId, SessionSnapshot,
};
use kurultai_schedule::plan::{About, Change, Edition, ResolvedPlan, SessionMatcher, changes, picked_first};
use kurultai_schedule::text::SafeText;

/// Returns a conference of two days with these sessions, each given as the contents of an inline table.
fn conference(sessions: &[&str]) -> Conference {
    let head = "title = 't'\nlanguage = 'en'\nstart = 2025-02-01\nend = 2025-02-02\n";
    let sessions: Vec<String> = sessions.iter().map(|session| format!("{{ {session} }},\n")).collect();
    let text = format!("{head}agenda = [\n{}]\n", sessions.concat());
    event_file::read(&Source::new("event.toml", &text)).conference
}

fn day(date: Option<chrono::NaiveDate>) -> String {
    date.map_or("-".into(), |date| date.format("%d").to_string())
}

fn show(session: &SessionSnapshot) -> String {
    let start = session.start.map_or("-".into(), |start| start.format("%H:%M").to_string());
    let length = session.length.map_or("?".into(), |length| length.num_minutes().to_string());
    let rooms: Vec<_> = session.rooms.iter().map(ToString::to_string).collect();
    let title = session.title.as_deref().unwrap_or("(none)");
    format!("{title} {} {start} {length} [{}]", day(session.date.or(session.day)), rooms.join(" "))
}

fn describe(change: &Change) -> String {
    let sides: Vec<String> = change.was.iter().chain(&change.is).map(show).collect();
    format!("{:?}: {}", change.fact, sides.join(" -> "))
}

#[track_caller]
fn check(old: &[&str], new: &[&str], expected: &[&str]) {
    let changes = changes(&Edition::of(&conference(old)), &conference(new));
    let of_sessions = changes.iter().filter(|change| change.about == About::Session);
    let descriptions: Vec<String> = of_sessions.map(describe).collect();
    assert_eq!(descriptions, expected);
}

/// Checks the title of each session of a plan in the new edition.
#[track_caller]
fn follow(old: &[&str], new: &[&str], expected: &[Option<&str>]) {
    let (old, new) = (conference(old), conference(new));
    let all: Vec<_> = (0..old.sessions.len()).map(|at| old.snapshot(SessionId::new(at))).collect();
    let found = SessionMatcher::new(&new).find_all(&all);
    let title = |id: SessionId| new.snapshot(id).title.map(|title| title.to_string()).unwrap_or_default();
    let found: Vec<_> = found.into_iter().map(|id| id.map(title)).collect();
    assert_eq!(found.iter().map(Option::as_deref).collect::<Vec<_>>(), expected);
}

const A: &str = "id = 'a', title = 'A', date = 2025-02-01, start = '10:00', end = '10:30', room = 'R'";

#[test]
fn there_is_one_fact_per_change() {
    check(&[A], &[A], &[]);
    let b = "id = 'a', title = 'B', date = 2025-02-02, start = '11:00', end = '12:00', room = 'S', \
             status = 'cancelled'";
    check(
        &[A],
        &[b],
        &[
            "Cancelled: A 01 10:00 30 [R] -> B 02 11:00 60 [S]",
            "Time: A 01 10:00 30 [R] -> B 02 11:00 60 [S]",
            "Rooms: A 01 10:00 30 [R] -> B 02 11:00 60 [S]",
            "Title: A 01 10:00 30 [R] -> B 02 11:00 60 [S]",
        ],
    );
    check(
        &[&A.replace("title", "status = 'cancelled', title")],
        &[A],
        &["Uncancelled: A 01 10:00 30 [R] -> A 01 10:00 30 [R]"],
    );
    check(&[], &[A], &["New: A 01 10:00 30 [R]"]);
    check(&[A], &[], &["Gone: A 01 10:00 30 [R]"]);
}

#[test]
fn a_time_is_announced_put_off_or_taken_back() {
    let (none, day) = ("id = 'a', title = 'A'", "id = 'a', title = 'A', date = 2025-02-01");
    let start = "id = 'a', title = 'A', date = 2025-02-01, start = '10:00'";
    let night = "id = 'a', title = 'A', date = 2025-02-02, start = '01:00', duration = 45";
    check(&[none], &[none], &[]);
    check(&[none], &[day], &["Time: A - - ? [] -> A 01 - ? []"]);
    check(&[day], &[start], &["Time: A 01 - ? [] -> A 01 10:00 ? []"]);
    check(&[start], &[none], &["Time: A 01 10:00 ? [] -> A - - ? []"]);
    // Only the schedule day of a session at night changes.
    let (old, mut new) = (conference(&[night]), conference(&[night]));
    new.sessions[0].times.day = new.sessions[0].times.date;
    assert_eq!(changes(&Edition::of(&old), &new), []);
    new.sessions[0].times.duration = None;
    assert_eq!(changes(&Edition::of(&old), &new).len(), 1);
}

#[test]
fn invisible_differences_are_not_changes() {
    let old =
        "id = 'a', title = 'On  rivers', speakers = ['P', 'Q'], room = ['R', 'S'], abstract = '<p>x  y</p>'";
    let new = "id = 'a', title = ' On rivers', speakers = ['Q', 'P'], room = ['s', 'R'], abstract = 'x y'";
    check(&[old], &[new], &[]);
    check(
        &[old],
        &[&new.replace("rivers", "Rivers")],
        &["Title: On rivers - - ? [R S] -> On Rivers - - ? [s R]"],
    );
    check(&["title = 'A', room = '*'"], &["title = 'A', room = '*'"], &[]);
    check(&["title = 'A', room = '*'"], &["title = 'A', room = 'R'"], &["Rooms: A - - ? [*] -> A - - ? [R]"]);
    // The zone determines the instant, but the local time is the same.
    let (old, mut new) = (conference(&[A]), conference(&[A]));
    new.zone = kurultai_schedule::model::Zone::Named(chrono_tz::Asia::Bishkek);
    let changes = changes(&Edition::of(&old), &new);
    assert_eq!(changes.iter().map(describe).collect::<Vec<_>>(), ["Timezone: "]);
}

#[test]
fn a_title_is_the_same_in_any_language() {
    let two = "title = { ky = 'Суу', en = 'Water' }, date = 2025-02-01";
    check(&["title = 'water', date = 2025-02-01"], &[two], &["Title: water 01 - ? [] -> Water 01 - ? []"]);
    check(&["title = 'Суу', date = 2025-02-01"], &[two], &[]);
    follow(
        &["title = 'СУУ'", "title = 'Water'", "title = 'Fire'"],
        &[two],
        &[Some("Water"), Some("Water"), None],
    );
}

#[test]
fn changes_are_in_the_order_of_the_new_schedule() {
    let at = |id: &str, day: u8, start: &str| {
        format!("id = '{id}', title = '{id}', date = 2025-02-0{day}, start = '{start}'")
    };
    let old = [at("late", 1, "09:00"), at("gone", 1, "11:00"), at("early", 2, "10:00")];
    let new = [
        at("new", 1, "11:00"),
        at("late", 2, "18:00"),
        at("early", 1, "10:00"),
        "title = 'some time'".into(),
    ];
    let (old, new) = (old.each_ref().map(String::as_str), new.each_ref().map(String::as_str));
    check(
        &old,
        &new,
        &[
            "Time: early 02 10:00 ? [] -> early 01 10:00 ? []",
            "New: new 01 11:00 ? []",
            "Gone: gone 01 11:00 ? []",
            "Time: late 01 09:00 ? [] -> late 02 18:00 ? []",
            "New: some time - - ? []",
        ],
    );
}

#[test]
fn guids_come_before_ids_and_ids_before_titles() {
    // Ids were renumbered.
    follow(
        &["guid = 'x', id = '1', title = 'A'", "guid = 'y', id = '2', title = 'B'"],
        &["guid = 'y', id = '1', title = 'B'", "guid = 'x', id = '2', title = 'A, again'"],
        &[Some("A, again"), Some("B")],
    );
    // The id now belongs to another session.
    follow(&["guid = 'x', id = '1', title = 'A'"], &["guid = 'y', id = '1', title = 'B'"], &[None]);
    follow(&["guid = 'x', id = '1', title = 'A'"], &["guid = 'y', id = '1', title = 'a'"], &[Some("a")]);
    // Another format without guids.
    follow(&["guid = 'x', id = '1', title = 'A'"], &["id = '1', title = 'B'"], &[Some("B")]);
    // Ids were renumbered and there are no guids: titles and people identify the sessions.
    follow(
        &["id = '1', title = 'A'", "id = '2', title = 'B'", "id = '3', title = 'C', speakers = ['P']"],
        &[
            "id = '1', title = 'New'",
            "id = '2', title = 'A'",
            "id = '3', title = 'B'",
            "id = '4', title = 'C', speakers = ['P']",
        ],
        &[Some("A"), Some("B"), Some("C")],
    );
    // A title that returns with other people is another session.
    follow(
        &["id = '1', title = 'Questions', speakers = ['P']"],
        &["id = '1', title = 'Answers', speakers = ['P']", "id = '2', title = 'Questions', speakers = ['Q']"],
        &[Some("Answers")],
    );
}

#[test]
fn then_pages_and_then_titles() {
    follow(&["url = 'https://c/a', title = 'A'"], &["url = 'https://c/a', title = 'B'"], &[Some("B")]);
    // A page shared by all sessions identifies none.
    follow(
        &["url = 'https://c', title = 'A'", "url = 'https://c', title = 'B'"],
        &["url = 'https://c', title = 'C'", "url = 'https://c', title = 'B'"],
        &[None, Some("B")],
    );
    follow(
        &["url = 'https://c', title = 'A'"],
        &["url = 'https://c', title = 'C'", "url = 'https://c', title = 'D'"],
        &[None],
    );
    let lunch = |day: u8, start: &str| format!("title = 'Lunch', date = 2025-02-0{day}, start = '{start}'");
    let (one, other, later) = (lunch(1, "12:00"), lunch(2, "12:00"), lunch(1, "13:00"));
    let named = |title: &str, who: &str| format!("title = '{title}', speakers = ['{who}']");
    follow(&[&one, &other], &[&other, &later], &[Some("Lunch"), Some("Lunch")]);
    check(&[&one, &other], &[&other, &later], &["Time: Lunch 01 12:00 ? [] -> Lunch 01 13:00 ? []"]);
    // Both were moved to a later time; the day distinguishes them.
    let both = [lunch(2, "13:00"), lunch(1, "13:00")];
    check(
        &[&one, &other],
        &both.each_ref().map(String::as_str),
        &[
            "Time: Lunch 01 12:00 ? [] -> Lunch 01 13:00 ? []",
            "Time: Lunch 02 12:00 ? [] -> Lunch 02 13:00 ? []",
        ],
    );
    // Only the durations distinguish them.
    let long = [30, 60].map(|minutes| format!("{one}, duration = {minutes}"));
    check(&[&long[0], &long[1]], &[&long[1], &long[0]], &[]);
    // One of two lunches was removed; the other must not match both.
    follow(&[&one, &other], &[&other], &[None, Some("Lunch")]);
    check(&[&one, &other], &[&other], &["Gone: Lunch 01 12:00 ? []"]);
    follow(
        &[&named("Posters", "P"), &named("Posters", "Q")],
        &[&named("POSTERS", "Q"), &named("posters", "P")],
        &[Some("posters"), Some("POSTERS")],
    );
}

#[test]
fn ids_that_several_sessions_share_tell_nothing() {
    let twice = [
        "guid = 'x', title = 'Solder', date = 2025-02-01, start = '10:00'",
        "guid = 'x', title = 'Solder', date = 2025-02-01, start = '16:00'",
        "guid = 'x', title = 'Weld', date = 2025-02-01, start = '16:00'",
    ];
    let conference = conference(&twice);
    let followed = SessionMatcher::new(&conference);
    for at in 0..3 {
        let id = SessionId::new(at);
        // Picking one of them must not mark the other.
        let session = conference.snapshot(id);
        assert_eq!(session.guid, None);
        let plan = Plan { picks: vec![Pick { session, priority: Priority::Must }], ..Plan::default() };
        assert_eq!(
            ResolvedPlan::new(&plan, &conference).sessions().collect::<Vec<_>>(),
            [(id, Priority::Must)]
        );
        // With the guid, the session with the most properties in common is found.
        assert_eq!(followed.find(&conference.snapshots()[at]), Some(id));
    }
    check(&twice, &[twice[2], twice[1], twice[0]], &[]);
    check(&twice, &[twice[2], twice[1]], &["Gone: Solder 01 10:00 ? []"]);
}

#[test]
fn a_session_that_is_split_cancelled_and_given_again() {
    let whole = "guid = 'x', title = 'Workshop', date = 2025-02-01, start = '10:00', duration = 120";
    let half = "guid = 'x', title = 'Workshop, 1', date = 2025-02-01, start = '10:00', duration = 60";
    let rest = "guid = 'y', title = 'Workshop, 2', date = 2025-02-01, start = '11:00', duration = 60";
    let cancelled = &whole.replace("title", "status = 'cancelled', title");
    check(
        &[whole],
        &[half, rest],
        &[
            "Time: Workshop 01 10:00 120 [] -> Workshop, 1 01 10:00 60 []",
            "Title: Workshop 01 10:00 120 [] -> Workshop, 1 01 10:00 60 []",
            "New: Workshop, 2 01 11:00 60 []",
        ],
    );
    // Guids are lost, the title is kept.
    follow(&[whole], &["title = 'Workshop', date = 2025-02-02"], &[Some("Workshop")]);
    let plan = |edition: &Conference| Plan {
        picks: vec![Pick { session: edition.snapshot(SessionId::new(0)), priority: Priority::Maybe }],
        ..Plan::default()
    };
    let plan = plan(&conference(&[whole]));
    for (edition, found) in
        [(vec![cancelled.as_str()], 1), (vec![], 0), (vec![rest], 0), (vec![rest, whole], 1)]
    {
        let picks = ResolvedPlan::new(&plan, &conference(&edition));
        assert_eq!((picks.count(), picks.missing().count()), (found, 1 - found), "{edition:?}");
    }
}

#[test]
fn mine_come_first_also_where_they_are_gone() {
    let at =
        |id: &str, start: &str| format!("id = '{id}', title = '{id}', date = 2025-02-01, start = '{start}'");
    let old = [at("a", "09:00"), at("b", "10:00"), at("c", "11:00"), at("d", "12:00")];
    let old = conference(&old.each_ref().map(String::as_str));
    let new = [at("a", "09:30"), at("d", "12:30")];
    let new = conference(&new.each_ref().map(String::as_str));
    // Picked when only the title of the second was known.
    let only_title = SessionSnapshot { title: Some(SafeText::line("c")), ..SessionSnapshot::default() };
    let pick = |session| Pick { session, priority: Priority::Must };
    let plan =
        Plan { picks: vec![pick(only_title), pick(old.snapshot(SessionId::new(3)))], ..Plan::default() };
    let picks = ResolvedPlan::new(&plan, &new);
    let (changes, mine) = picked_first(changes(&Edition::of(&old), &new), &plan, &picks);
    assert_eq!(mine, 2);
    assert_eq!(
        changes.iter().map(describe).collect::<Vec<_>>(),
        [
            "Gone: c 01 11:00 ? []",
            "Time: d 01 12:00 ? [] -> d 01 12:30 ? []",
            "Time: a 01 09:00 ? [] -> a 01 09:30 ? []",
            "Gone: b 01 10:00 ? []",
        ]
    );
}

#[test]
fn picks_notes_and_hidden_sessions_follow_the_schedule() {
    let schedule = "title = 't'\nlanguage = 'en'\n\
        rooms = [{ name = { en = 'Hall', ky = 'Зал' } }, { name = 'Yard' }]\n\
        tracks = [{ name = { en = 'Water', ky = 'Суу' } }]\n\
        agenda = [\n\
        { id = '0', title = 'A', room = 'Hall' },\n{ id = '1', title = 'A', room = ['Hall', 'Yard'], same_as = '0' },\n\
        { id = '2', title = 'B', room = 'Yard', track = 'Water' },\n{ id = '3', title = 'Lunch', room = '*' },\n\
        { id = '4', title = 'C' },\n]\n";
    let conference = event_file::read(&Source::new("event.toml", schedule)).conference;
    let snapshot_at = |at| conference.snapshot(SessionId::new(at));
    let pick = |at, priority| Pick { session: snapshot_at(at), priority };
    // The plan was merged with one from a copy of the schedule without ids.
    let merged = SessionSnapshot { id: None, ..snapshot_at(2) };
    let note = |session, text| Note { session, text: SafeText::text(text) };
    let mut plan = Plan {
        picks: vec![pick(0, Priority::Maybe), pick(1, Priority::Must), pick(2, Priority::Maybe)],
        notes: vec![note(snapshot_at(2), "one"), note(merged.clone(), "two"), note(snapshot_at(4), "three")],
        hidden: ["Зал", "yard"].map(|name| HiddenItem::Room(SafeText::line(name))).to_vec(),
        ..Plan::default()
    };
    plan.picks.push(Pick { session: merged, priority: Priority::Must });
    let hidden = |plan: &Plan| -> Vec<usize> {
        let picks = ResolvedPlan::new(plan, &conference);
        let hidden: Vec<usize> = (0..5).filter(|at| picks.is_hidden(SessionId::new(*at))).collect();
        assert_eq!(picks.hidden().iter().map(|id| id.index()).collect::<Vec<_>>(), hidden);
        hidden
    };
    let picks = ResolvedPlan::new(&plan, &conference);
    let priorities: Vec<_> = picks.sessions().map(|(id, priority)| (id.index(), priority)).collect();
    assert_eq!(priorities, [(0, Priority::Maybe), (1, Priority::Must), (2, Priority::Must)]);
    assert_eq!(picks.note(SessionId::new(2)).map(SafeText::as_str), Some("one\ntwo"));
    assert_eq!(picks.note(SessionId::new(4)).map(SafeText::as_str), Some("three"));
    assert_eq!(picks.names(&plan, SessionId::new(2)).count(), 2);
    // Picked sessions are never hidden, nor are those in all rooms.
    assert_eq!(hidden(&plan), [] as [usize; 0]);
    plan.picks.clear();
    assert_eq!(hidden(&plan), [0, 1, 2]);
    plan.hidden.remove(1);
    assert_eq!(hidden(&plan), [0]);
    plan.hidden = vec![
        HiddenItem::Track(SafeText::line("СУУ")),
        HiddenItem::Session(snapshot_at(4)),
        HiddenItem::Session(SessionSnapshot::default()),
    ];
    assert_eq!(hidden(&plan), [2, 4]);
}
