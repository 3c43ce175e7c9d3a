//! Plans as text.

use chrono::{Days, NaiveDateTime};
use kurultai::store::plan_file::{Damage, read, write};
use kurultai_schedule::model::{BusyBlock, HiddenItem, Note, Plan};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::*;

fn at(day: u32, hour: u32) -> NaiveDateTime {
    date(day).and_time(time(hour, 0))
}

/// Returns the plan after these changes.
fn changed(plan: &Plan, changes: &[PlanChange]) -> Plan {
    let mut plan = plan.clone();
    for change in changes {
        plan.apply(change.clone());
    }
    plan
}

/// Checks the text of a plan as written by this app.
#[track_caller]
fn check_written(plan: &Plan, text: &str) {
    assert_eq!(write(plan, None), text);
    assert_eq!(write(plan, Some(text)), text);
    assert_eq!(read(text).1, None);
    assert_eq!(write(&read(text).0, None), text);
}

#[test]
fn a_plan_is_written_by_time() {
    let mut plan = Plan {
        conference: Some(SafeText::line("fosdem-2025")),
        title: Some(SafeText::line("FOSDEM 2025")),
        ..Plan::default()
    };
    let night = SessionSnapshot {
        guid: Some(SafeText::line("g")),
        url: Some(SafeText::line("https://a.example/b")),
        date: Some(date(2)),
        start: Some(time(1, 30)),
        people: vec![SafeText::line("A"), SafeText::line("B \"b\"")],
        rooms: Vec::new(),
        is_cancelled: true,
        ..session("2", "Night", 1)
    };
    let text = SafeText::text("Ask for\nthe \"slides\".");
    let changes = [
        PlanChange::Pick(Pick { session: night.clone(), priority: Priority::Maybe }),
        PlanChange::Pick(Pick {
            session: SessionSnapshot { title: Some(SafeText::line("?")), ..SessionSnapshot::default() },
            priority: Priority::Must,
        }),
        pick("1", "Opening", 9),
        PlanChange::Note(Note { session: session("1", "Opening", 9), text }),
        PlanChange::Busy(BusyBlock { start: at(1, 22), end: at(2, 1), title: None }),
        PlanChange::Busy(BusyBlock {
            start: at(1, 12),
            end: at(1, 13),
            title: Some(SafeText::line("Lunch")),
        }),
        PlanChange::Hide(HiddenItem::Session(night)),
        PlanChange::Hide(HiddenItem::Track(SafeText::line("Web"))),
        PlanChange::Hide(HiddenItem::Room(SafeText::line("H.1301"))),
    ];
    plan = changed(&plan, &changes);
    let night = "title = \"Night\"\ndate = 2025-02-02\nstart = \"01:30\"\nduration = \"50m\"\nday = 2025-02-01\npeople = [\"A\", \"B \\\"b\\\"\"]\nguid = \"g\"\nid = \"2\"\nurl = \"https://a.example/b\"\ncancelled = true\n";
    let opening = "title = \"Opening\"\ndate = 2025-02-01\nstart = \"09:00\"\nduration = \"50m\"\nrooms = [\"Hall\"]\nid = \"1\"\n";
    let text = format!(
        "format = 1\nconference = \"fosdem-2025\"\ntitle = \"FOSDEM 2025\"\n\n\
         [[picks]]\nlevel = \"must\"\n{opening}\n[[picks]]\nlevel = \"maybe\"\n{night}\n[[picks]]\nlevel = \"must\"\ntitle = \"?\"\n\n\
         [[notes]]\ntext = \"\"\"\nAsk for\nthe \"slides\".\"\"\"\n{opening}\n\
         [[busy]]\ndate = 2025-02-01\nstart = \"12:00\"\nend = \"13:00\"\ntitle = \"Lunch\"\n\n\
         [[busy]]\ndate = 2025-02-01\nstart = \"22:00\"\nend = \"01:00\"\nend_date = 2025-02-02\n\n\
         [[muted]]\nroom = \"H.1301\"\n\n[[muted]]\ntrack = \"Web\"\n\n[[muted]]\n{night}"
    );
    check_written(&plan, &text);
    assert_eq!(write(&Plan::default(), None), "format = 1\n");
}

#[test]
fn hand_written_plans_are_read() {
    let text = "[[picks]]\ntitle = 'A'\n\n[[picks]]\nlevel = 'maybe'\nid = 42\nrooms = 'Hall'\ndate = '2025-02-01'\nstart = 09:30:00\nduration = 90\n\
        [[busy]]\ndate = 2025-02-01\nstart = '22:00'\nend = '01:00'\n";
    let (plan, damage) = read(text);
    assert_eq!(damage, None);
    let first = &plan.picks[0];
    assert_eq!((first.priority, first.session.title.as_deref()), (Priority::Must, Some("A")));
    let second = &plan.picks[1].session;
    assert_eq!((second.id.as_deref(), second.rooms.len(), second.day), (Some("42"), 1, Some(date(1))));
    assert_eq!(second.end_datetime(), Some(date(1).and_time(time(11, 0))));
    assert_eq!(plan.busy, [BusyBlock { start: at(1, 22), end: at(2, 1), title: None }]);
}

/// A file written by hand: comments, unknown keys and tables, and an entry without contents.
const THEIRS: &str = "\u{feff}# My plan.
# Do not touch.

format = 2       # of later
conference = 'day'
mood = \"good\"

# Saturday ------

# with Aisuluu
[[picks]]
level = 'must'   # really
title = 'Late'
id = '3'
date = 2025-02-01
start = '15:00'
seats = [1, 2]   # ours

  [picks.travel]
  by = 'tram'

# the first
[[picks]]
  level = \"maybe\"
  title = 'Early'
  id = '1'
  date = 2025-02-01
  start = '09:00'

[[picks]]
level = 'must'
# says nothing yet

[weather]
rain = true

[[friends]]
name = 'A'
# the end
";

#[test]
fn unknown_content_is_preserved() {
    let (plan, damage) = read(THEIRS);
    assert_eq!(damage, Some(Damage { line: 30, is_lost: false }));
    let same = write(&plan, Some(THEIRS));
    for line in THEIRS.trim_start_matches('\u{feff}').lines().filter(|line| !line.is_empty()) {
        let count = |text: &str| text.lines().filter(|known| *known == line).count();
        assert_eq!(count(&same), count(THEIRS.trim_start_matches('\u{feff}')), "{line}: {same}");
    }
    assert_eq!(write(&plan, Some(&same)), same, "writing again changes nothing");
    assert_eq!(
        read(&same).0.picks.iter().map(|pick| pick.session.title.as_deref()).collect::<Vec<_>>(),
        [Some("Early"), Some("Late")]
    );

    let mut later = session("3", "Late", 15);
    (later.length, later.rooms) = (None, vec![SafeText::line("Hall")]);
    let plan = changed(
        &plan,
        &[
            PlanChange::Pick(Pick { session: later, priority: Priority::Maybe }),
            PlanChange::Unpick(session("1", "", 9)),
        ],
    );
    let text = write(&plan, Some(&same));
    let expected = "# My plan.
# Do not touch.

format = 2       # of later
conference = 'day'
mood = \"good\"

# Saturday ------

# with Aisuluu
[[picks]]
level = \"maybe\"   # really
title = 'Late'
id = '3'
date = 2025-02-01
start = '15:00'
seats = [1, 2]   # ours
rooms = [\"Hall\"]

  [picks.travel]
  by = 'tram'

[[picks]]
level = 'must'
# says nothing yet

[weather]
rain = true

[[friends]]
name = 'A'
# the end
";
    assert_eq!(text, expected);
}

#[test]
fn separate_comments_outlive_the_entry_below() {
    let text = "# top\n\n[[picks]]\nid = '1'\n\n# Sunday\n\n# mine\n[[picks]]\nid = '2'\n\n# Monday\n\n[[picks]]\nid = '3'\n\n# tail\n";
    let gone = |ids: &[&str]| {
        let unpicked: Vec<_> = ids.iter().map(|id| PlanChange::Unpick(session(id, "", 9))).collect();
        write(&changed(&read(text).0, &unpicked), Some(text))
    };
    assert_eq!(gone(&[]), text.replacen("# top\n", "# top\n\nformat = 1\n", 1));
    assert_eq!(
        gone(&["2"]),
        "# top\n\nformat = 1\n\n[[picks]]\nid = '1'\n\n# Sunday\n\n# Monday\n\n[[picks]]\nid = '3'\n\n# tail\n"
    );
    assert_eq!(gone(&["1", "2", "3"]), "# top\n\nformat = 1\n\n# Sunday\n\n# Monday\n\n# tail\n");
}

#[test]
fn a_mistake_costs_its_own_entry_or_less() {
    let titles = |text: &str| {
        let (plan, damage) = read(text);
        let titles = plan.picks.iter().map(|pick| pick.session.title.as_deref().unwrap_or("-").to_owned());
        (titles.collect::<Vec<_>>().join(" "), damage.map(|damage| (damage.line, damage.is_lost)))
    };
    let pick = |title: &str, more: &str| format!("[[picks]]\ntitle = '{title}'\n{more}\n");
    let around = |damaged: &str| pick("A", "") + damaged + &pick("Z", "");
    for (damaged, read, damage) in [
        (pick("B", "date = 'soon'"), "A B Z", (6, false)),
        (pick("B", "level = 'perhaps'"), "A B Z", (6, false)),
        (pick("B", "start = 2025-02-30"), "A B Z", (6, true)),
        (pick("B", "start = "), "A B Z", (6, true)),
        (pick("B", "id = \"x"), "A B Z", (6, true)),
        ("[[picks]]\nlevel = 'must'\n".to_owned(), "A Z", (4, false)),
        (
            format!("<<<<<<< ours\n{}=======\n{}>>>>>>> theirs\n", pick("B", ""), pick("C", "")),
            "A B C Z",
            (4, true),
        ),
        ("picks = 3\n".to_owned(), "A Z", (3, false)),
    ] {
        let (found, at) = titles(&around(&damaged));
        assert_eq!(found, read, "{damaged}");
        if damaged != "picks = 3\n" {
            assert_eq!(at, Some(damage), "{damaged}");
        }
    }
    assert_eq!(titles("picks = 3\n[[picks]]\ntitle = 'A'\n").0, "A");
    assert_eq!(titles("[picks]\ntitle = 'A'\n").0, "");
    assert_eq!(titles(&"\0".repeat(1000)), (String::new(), Some((1, true))));
    assert_eq!(titles(&pick("A\u{1b}[2J", "")).1, Some((2, true)));
    assert_eq!(titles("[[picks]]\ntitle = \"A\\u001b[2J\"\n"), ("A\u{fffd}[2J".to_owned(), None));
}

#[test]
fn of_a_damaged_plan_the_rest_is_written() {
    let text =
        "[[picks]]\ntitle = 'A'\nid = \"x\nurl = 'https://a.example'\n\n[[picks]]\ntitle = 'B'   # b\n";
    let (plan, damage) = read(text);
    assert_eq!(damage, Some(Damage { line: 3, is_lost: true }));
    let expected = "format = 1\n\n[[picks]]\nlevel = \"must\"\ntitle = \"A\"\nurl = \"https://a.example\"\n\n[[picks]]\ntitle = 'B'   # b\n";
    assert_eq!(write(&plan, Some(text)), expected);
}

fn line() -> impl Strategy<Value = SafeText> {
    let raw = prop_oneof!["[a-z]{1,3}", "\\PC{1,8}", "[\"'\\\\#=\\[\\]\u{1b}\n\t ]{1,6}x"];
    raw.prop_map(|raw| SafeText::line(&raw)).prop_filter("something", |text| !text.is_empty())
}

fn note() -> impl Strategy<Value = SafeText> {
    let raw = prop_oneof![
        any::<String>(),
        "[\"'\\\\\n\t a\\[\\]#=]{1,12}",
        Just("\n[[picks]]\nid = \"x\"\n".to_owned())
    ];
    raw.prop_map(|raw| SafeText::text(&raw)).prop_filter("something", |text| !text.is_empty())
}

prop_compose! {
    fn remembered()(
        (guid, id, url, title) in (of(line()), of(line()), of(line()), line()),
        people in vec(line(), 0..3), rooms in vec(line(), 0..3),
        moment in of((0_u32..20, of((0_u32..24, 0_u32..60)))), is_night in any::<bool>(),
        minutes in of(1_i64..2000), is_cancelled in any::<bool>(),
    ) -> SessionSnapshot {
        let date = moment.map(|(days, _)| date(1) + Days::new(days.into()));
        let day = date.map(|date| if is_night { date - Days::new(1) } else { date });
        let start = moment.and_then(|(_, start)| start).map(|(hour, minute)| time(hour, minute));
        let length = minutes.and_then(TimeDelta::try_minutes);
        SessionSnapshot { guid, id, url, title: Some(title), people, day, date, start, length, rooms, is_cancelled }
    }
}

fn change() -> impl Strategy<Value = PlanChange> {
    let priority = prop_oneof![Just(Priority::Must), Just(Priority::Maybe)];
    let busy = (0_u32..30, 1_u32..40, of(line())).prop_map(|(start, length, title)| {
        let start = at(1, 0) + TimeDelta::hours(start.into());
        BusyBlock { start, end: start + TimeDelta::hours(length.into()), title }
    });
    let hidden = prop_oneof![
        line().prop_map(HiddenItem::Room),
        line().prop_map(HiddenItem::Track),
        remembered().prop_map(HiddenItem::Session)
    ];
    prop_oneof![
        (remembered(), priority).prop_map(|(session, priority)| PlanChange::Pick(Pick { session, priority })),
        (remembered(), note()).prop_map(|(session, text)| PlanChange::Note(Note { session, text })),
        busy.prop_map(PlanChange::Busy),
        hidden.prop_map(PlanChange::Hide),
        remembered().prop_map(PlanChange::Unpick),
    ]
}

/// Returns the plan with sorted lists.
fn sorted(mut plan: Plan) -> Plan {
    plan.picks.sort();
    plan.notes.sort();
    plan.busy.sort();
    plan.hidden.sort();
    plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn written_plans_are_read_back(changes in vec(change(), 0..8)) {
        let text = write(&changed(&Plan::default(), &changes), None);
        let (plan, damage) = read(&text);
        prop_assert_eq!(damage, None);
        prop_assert_eq!(sorted(plan.clone()), sorted(changed(&Plan::default(), &changes)));
        prop_assert_eq!(&write(&plan, None), &text, "writing is the same each time");
        prop_assert_eq!(&write(&plan, Some(&text)), &text);
    }

    #[test]
    fn comments_survive_every_change(before in vec(change(), 1..5), after in vec(change(), 1..5)) {
        let former = changed(&Plan::default(), &before);
        let text = write(&former, None).replace("\n\n[[", "\n\n# alone\n\n[[");
        let text = format!("# top\n\n{text}\n[own]\nx = 1 # y\n\n# tail\n");
        let plan = changed(&former, &after);
        let written = write(&plan, Some(&text));
        let sorted = read(&write(&plan, None)).0;
        prop_assert_eq!(read(&written).0, sorted);
        let count = |text: &str| text.lines().filter(|line| *line == "# alone").count();
        prop_assert!(written.starts_with("# top\n\n") && written.ends_with("\n[own]\nx = 1 # y\n\n# tail\n"));
        prop_assert_eq!(count(&written), count(&text));
        prop_assert_eq!(write(&plan, Some(&written)), written, "writing is the same each time");
    }

    #[test]
    fn no_text_is_too_much(text in prop_oneof![
        any::<String>(),
        vec(prop_oneof![Just("[[picks]]\n"), Just("title = \"x\"\n"), Just("[[notes]]\n"), Just("text = \"\"\"\n"),
            Just("id = 'y\n"), Just("[picks.a]\n"), Just("# c\n"), Just("\n"), Just("<<<<\n"), Just("[other]\n"), Just("a = [\n")], 0..14)
            .prop_map(|lines| lines.concat()),
    ]) {
        let (plan, _) = read(&text);
        let written = write(&plan, Some(&text));
        prop_assert_eq!(sorted(read(&written).0), sorted(plan.clone()));
        prop_assert!(written.parse::<toml::Table>().is_ok(), "{}", written);
        prop_assert_eq!(write(&plan, Some(&written)), written);
    }
}
