//! Written event files: their layout, and that reading them back gives the same conference.

use std::path::Path;

use chrono::Datelike;
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format::{Export, LossKind, RoundTripLoss, event_file};
use kurultai_schedule::model::{Conference, Link, LocalizedText, PersonId, Role, SessionId, Times, TrackId};
use kurultai_schedule::text::{Lang, SafeText};

use super::{EVERYTHING, diagnostics, diagnostics_of_reader};

/// Returns the conference in a text, without the flags for mistakes in the text.
pub(super) fn conference(text: &str) -> Conference {
    let mut conference = event_file::read(&Source::new("event.toml", text)).conference;
    conference.sessions.iter_mut().for_each(|session| session.has_mistakes = false);
    conference.people.iter_mut().for_each(|person| person.has_mistakes = false);
    conference
}

/// Reads a file of the project.
fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("text")
}

/// Reads a text and writes it again; returns the new text and the losses.
fn written(text: &str) -> (String, Vec<RoundTripLoss>) {
    let Export { text, lost } = event_file::write(&conference(text));
    (text, lost)
}

#[track_caller]
fn is_read_back(name: &str, text: &str) {
    let (written, lost) = written(text);
    assert_eq!(lost, [], "{name}");
    assert_eq!(conference(&written), conference(text), "{name}:\n{written}");
}

#[test]
fn every_event_is_read_back_as_it_was() {
    let mut count = 0;
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("events")).expect("events/") {
        let path = entry.expect("an event").path();
        let text = std::fs::read_to_string(&path).expect("text");
        let name = path.display().to_string();
        is_read_back(&name, &text);
        assert_eq!(diagnostics_of_reader(&written(&text).0), "", "{name}");
        count += 1;
    }
    assert!(count >= 3, "{count} events");
}

#[test]
fn a_file_with_every_key_and_one_with_mistakes_are_read_back() {
    is_read_back("everything.toml", EVERYTHING);
    assert_eq!(diagnostics_of_reader(&written(EVERYTHING).0), "");
    let awkward = file("tests/screen/awkward.toml");
    is_read_back("awkward.toml", &awkward);
    // Missing keys are still missing; invalid times are not written.
    let output = diagnostics(&written(&awkward).0);
    assert_eq!(output.matches("error[missing-key]").count(), 2, "{output}");
    // Two sessions share a person in both files.
    assert_eq!(output.matches("warning[person-overlap]").count(), 3, "{output}");
    assert_eq!(output.matches("event.toml:").count(), 5, "{output}");
    assert!(diagnostics(&awkward).contains("error[missing-key]"));
}

#[test]
fn writing_is_idempotent() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        for name in ["events/kawj-2023.toml", "events/minimal.toml", "tests/event_file/everything.toml"] {
            let (text, _) = written(&file(name));
            assert_eq!(written(&text).0, text, "{name} is written anew as it was");
            let stem = Path::new(name).file_stem().expect("a name").to_string_lossy();
            insta::assert_snapshot!(format!("written-{stem}"), text);
        }
    });
}

/// Asserts that a file is written unchanged.
#[track_caller]
fn stays(text: &str) {
    let (written, lost) = written(text);
    assert_eq!((written.as_str(), lost), (text, Vec::new()));
}

#[test]
fn long_texts_have_lines_of_their_own() {
    stays(
        "title = \"T\"\ndescription = \"\"\"\n  One \\\\ \"two\"\n\n'''\\\"\"\"\"\n\n[[info]]\ntitle = \"I\"\ntext = \"a\\tb \\\"c\\\"\"\n",
    );
    // Texts in several languages have a separate table after the other keys.
    stays(
        "title = \"T\"\nwalking = {}\n\n[description]\nky = \"\"\"\nБир\nэки\"\"\"\nen = \"One\"\n\n[[agenda]]\ntitle = \
         \"S\"\ndo_not_record = true\n\n[agenda.abstract]\nen = \"\"\"\na\nb\"\"\"\n\n[agenda.description]\nen = \"\"\"\nc\nd\"\"\"\n\n\
         [[agenda]]\ntitle = \"R\"\n",
    );
    stays("title = \"T\"\n\n[[guests]]\nname = \"G\"\n\n[guests.bio]\nru = \"\"\"\na\nb\"\"\"\n");
}

#[test]
fn long_lists_have_a_line_for_each_value() {
    let long = "a long topic ".repeat(6).trim_end().to_owned();
    stays(&format!("title = \"T\"\ntopics = [\n  \"{long}\",\n  {{ ky = \"{long}\", en = \"x\" }},\n]\n"));
    stays(&format!("title = \"T\"\ntopics = [\"{long} {long}\"]\n"));
}

/// Asserts that the keys of sessions are written unchanged.
#[track_caller]
fn times_stay(top: &str, times: &[&str]) {
    let sessions = times.iter().map(|keys| format!("\n[[agenda]]\ntitle = \"S\"\n{keys}\n"));
    stays(&format!("title = \"T\"\n{top}{}", sessions.collect::<String>()));
}

#[test]
fn times_are_written_unchanged() {
    times_stay(
        "start = 2027-05-14\nend = 2027-05-16\ntimezone = \"Asia/Bishkek\"\n",
        &[
            "date = 2027-05-14",
            "date = 2027-05-14\nstart = \"09:30\"",
            "date = 2027-05-14\nstart = \"09:30\"\nend = \"10:15\"",
            "date = 2027-05-14\nstart = \"09:30:15\"\nend = \"23:59:59\"",
            "date = 2027-05-14\nstart = \"20:00\"\nend = \"00:30\"",
            "day = 2027-05-14\nstart = \"01:30\"\nend = \"04:30\"",
            "date = 2027-05-14\nstart = \"09:00\"\nduration = \"15h\"",
            "date = 2027-05-14\nstart = \"09:00\"\nduration = \"24h\"",
            "date = 2027-05-14\nstart = \"09:00\"\nduration = \"40h30m\"",
            "date = 2027-05-14\nstart = \"09:00\"\nend = 2027-05-16T09:00:30",
            "date = 2027-05-14\nend = \"09:30\"",
            "date = 2027-05-14\nend = \"09:30\"\nduration = \"45m\"",
            "date = 2027-05-14\nall_day = true",
            "start = \"09:30\"\nend = \"10:00\"",
            "all_day = true",
        ],
    );
    // The only day of a conference is not written, not even after midnight.
    times_stay(
        "date = 2027-05-14\nday_change = \"05:00\"\n",
        &[
            "start = \"09:30\"",
            "start = \"04:30\"",
            "day = 2027-05-13\nstart = \"04:00\"",
            "date = 2027-05-15",
        ],
    );
    times_stay(
        "\n[[days]]\ndate = 2027-05-14\n",
        &["start = \"09:30\"", "date = 2027-05-15\nstart = \"09:30\""],
    );
}

#[test]
fn a_start_with_an_offset_is_written_in_the_time_zone_of_the_conference() {
    let text = "title = \"T\"\ntimezone = \"Europe/Brussels\"\n\n[[agenda]]\ntitle = \"S\"\n\
                start = 2025-02-01T09:30:00+06:00\nend = \"05:00\"\n";
    assert_eq!(
        conference(text).sessions[0].times.start.map(|start| start.to_string()),
        Some("04:30:00".into())
    );
    let (shown, lost) = written(text);
    assert!(shown.ends_with("\ndate = 2025-02-01\nstart = \"04:30\"\nend = \"05:00\"\n"), "{shown}");
    assert_eq!(lost, Vec::new());
    // An ambiguous time, and a time without a zone, keep their offset.
    let twice = "title = \"T\"\ntimezone = \"Europe/Brussels\"\n\n[[agenda]]\ntitle = \"S\"\n\
                 start = 2025-10-26T02:30:00+01:00\nend = \"05:00\"\n";
    stays(twice);
    stays(&twice.replace("timezone = \"Europe/Brussels\"\n", ""));
}

#[test]
fn entities_with_only_a_name_need_no_table() {
    stays(
        "title = \"T\"\n\n[[agenda]]\ntitle = \"S\"\nroom = [\"R 1\", \"R 2\"]\ntrack = \"U\"\nspeakers = [\"B\", \"A\"]\npeople = [\"C\"]\n\n[[sponsors]]\nname = \"P\"\ntier = \"Gold\"\n",
    );
    // But a name similar to another one would be reported as a typo, and one without a reference would be
    // lost.
    stays(
        "title = \"T\"\n\n[[people]]\nname = \"Janson\"\n\n[[people]]\nname = \"Jansen\"\n\n[[people]]\nname = \"Somebody\"\n\n[[agenda]]\ntitle = \"S\"\n\
         people = [\"Jansen\", \"Somebody\"]\n",
    );
    // The order would be lost if they are referenced in another order.
    let text = "title = \"T\"\n\n[[rooms]]\nname = \"Second\"\n\n[[rooms]]\nname = \"First\"\n\n[[agenda]]\ntitle = \"S\"\nroom = \"First\"\n\n\
                [[agenda]]\ntitle = \"S\"\nroom = \"Second\"\n";
    stays(text);
}

fn loss(table: &'static str, name: &str, lost: LossKind) -> RoundTripLoss {
    RoundTripLoss { table, name: SafeText::line(name), lost }
}

#[test]
fn people_with_the_same_name_get_ids_for_references() {
    let mut twins = conference(
        "title = \"T\"\npeople = [{ name = \"Ann O'Hara\", id = \"a\" }, { name = \"Ann O'Hara\" }, { name = \"Ann O'Hara\", id = \"ann-o-hara\" }]\nagenda = [{ title = \"S\", speakers = \"a\" }, { title = \"R\" }]\n",
    );
    let (first, mut second) = (twins.sessions[0].clone(), twins.sessions[0].clone());
    second.people[0].person = PersonId::new(1);
    twins.sessions = vec![first, second];
    twins.sessions[0].part_of = Some(SessionId::new(1));
    let written = event_file::write(&twins);
    let expected = [
        loss("people", "Ann O'Hara", LossKind::Id(SafeText::line("ann-o-hara-2"))),
        loss("agenda", "S", LossKind::Id(SafeText::line("s"))),
    ];
    assert_eq!(written.lost, expected);
    assert_eq!(diagnostics_of_reader(&written.text), "");
}

#[test]
fn a_made_id_is_not_the_name_of_another_track() {
    let mut twins = conference(
        "title = \"T\"\ntracks = [{ name = \"To be or\" }, { name = \"To be or\" }]\n\
         agenda = [{ title = \"S\", track = \"To be or\" }, { title = \"R\", track = \"to-be-or\" }]\n",
    );
    twins.sessions[0].track = Some(TrackId::new(1));
    let written = event_file::write(&twins);
    assert_eq!(written.lost, [loss("tracks", "To be or", LossKind::Id(SafeText::line("to-be-or-2")))]);
    assert_eq!(conference(&written.text).sessions, twins.sessions);
}

#[test]
fn losses_are_reported() {
    let mut event = conference(
        "title = \"T\"\ndate = 2027-05-14\n[[days]]\ndate = 2027-05-14\n[[agenda]]\ntitle = \"S\"\nid = \"s\"\n[[agenda]]\nid = \"r\"\n",
    );
    event.url = Some(SafeText::line("//example.org"));
    event.subtitle = Some(LocalizedText::untagged(SafeText::text("two\nlines")));
    let kyrgyz = |text| (Lang::parse("ky").expect("a language"), SafeText::line(text));
    event.theme = LocalizedText::translated([kyrgyz("one"), kyrgyz("two")]);
    event.dates.end = event.dates.start.and_then(|day| day.pred_opt());
    event.days.push(event.days[0].clone());
    event.sessions[0].links = vec![Link { label: None, url: SafeText::line("example.org") }];
    event.sessions[0].part_of = Some(SessionId::new(1));
    event.sessions[1].part_of = Some(SessionId::new(0));
    event.sessions[1].times = Times::default();
    event.sessions[1].summary = Some(LocalizedText::untagged(SafeText::line("")));
    let written = event_file::write(&event);
    let expected = [
        loss("event", "T", LossKind::Key("subtitle")),
        loss("event", "T", LossKind::Key("theme")),
        loss("event", "T", LossKind::Key("date")),
        loss("event", "T", LossKind::Key("url")),
        loss("days", "2027-05-14", LossKind::All),
        loss("agenda", "S", LossKind::Key("links")),
        loss("agenda", "2", LossKind::Key("part_of")),
        loss("agenda", "2", LossKind::Key("abstract")),
    ];
    assert_eq!(written.lost, expected, "{}", written.text);
    // They are omitted, which is not a mistake in the file.
    let output = diagnostics(&written.text);
    assert_eq!(
        (output.matches("event.toml:").count(), output.contains("missing-key")),
        (1, true),
        "{output}"
    );
}

#[test]
fn a_session_without_a_date_is_a_loss_in_a_conference_of_one_day() {
    let mut event = conference("title = \"T\"\ndate = 2027-05-14\nagenda = [{ title = \"S\" }]\n");
    event.sessions[0].times = Times::default();
    assert_eq!(event_file::write(&event).lost, [loss("agenda", "S", LossKind::Key("date"))]);
}

#[test]
fn two_people_with_one_id_stay_separate() {
    let mut event = conference("title = \"T\"\nguests = [{ name = \"A\", id = \"a\" }, { name = \"B\" }]\n");
    event.people[1].id = event.people[0].id.clone();
    event.people[1].roles = vec![Role::Speaker];
    let written = event_file::write(&event);
    assert_eq!((&written.lost, conference(&written.text)), (&vec![], event));
}

#[test]
fn links_to_the_same_page_as_another_key_are_kept() {
    for (key, url) in [
        ("recording", "http://y"),
        ("slides", "https://example.org/materials"),
        ("stream", "https://example.org/video"),
        ("recording", "mailto:ada@example.org"),
    ] {
        for links in [
            format!("links = [\"{url}\"]"),
            format!("links = [{{ label = \"!\", url = \"{url}\" }}]"),
            format!("links = [\"{url}\", {{ label = \"Video\", url = \"{url}\" }}]"),
            format!("attachments = [{{ url = \"{url}\", type = \"text/html\" }}]"),
        ] {
            let text = format!("title = \"T\"\n\n[[agenda]]\ntitle = \"S\"\n{key} = \"{url}\"\n{links}\n");
            let session = &conference(&text).sessions[0];
            let count = links.matches(url).count();
            assert_eq!(session.links.len() + session.attachments.len(), count, "{text}");
            is_read_back(&links, &text);
        }
    }
}

#[test]
fn keys_are_in_the_order_of_the_documentation() {
    let page = file("docs/FORMAT.md");
    let (_, reference) = page.split_once("\n## Reference\n").expect("a reference");
    let order = |table: &str| -> Vec<&str> {
        let of = reference.split("\n### ").find(|section| {
            section.lines().next().is_some_and(|heading| heading.contains(&format!("[{table}]")))
        });
        let rows = of.unwrap_or_else(|| panic!("no table {table}")).lines();
        rows.filter_map(|line| Some(line.strip_prefix("| `")?.split_once('`')?.0)).collect()
    };
    for name in ["events/showcase.toml", "tests/event_file/everything.toml"] {
        let (text, _) = written(&file(name));
        let (mut table, mut last) = ("event", 0);
        for line in text.lines() {
            if let Some(header) = line.strip_prefix('[') {
                (table, last) = (header.trim_matches(['[', ']']), 0);
            } else if let Some((key, _)) = line.split_once(" = ").filter(|_| order_is_known(table)) {
                let Some(at) = order(table).iter().position(|known| *known == key) else { continue };
                assert!(at >= last, "{name}: `{key}` of `{table}`");
                last = at;
            }
        }
    }
}

/// True for tables of the format; the keys of other tables are languages.
fn order_is_known(table: &str) -> bool {
    event_file::tables().any(|(name, _)| name == table)
}

#[test]
fn a_skipped_time_is_on_the_day_on_which_it_is_displayed() {
    // Clocks go from 02:00 to 03:00 in Brussels, and from 02:00 to 03:00 in New York.
    for (zone, date, change, start, shown, day) in [
        ("Europe/Brussels", "2025-03-30", "03:00", "02:30", "03:30", 30),
        ("Europe/Brussels", "2025-03-30", "03:00", "02:00", "03:00", 30),
        ("Europe/Brussels", "2025-03-30", "04:00", "02:30", "03:30", 29),
        ("America/New_York", "2025-03-09", "02:45", "02:15", "03:15", 9),
    ] {
        let event = conference(&format!(
            "title = 'T'\ntimezone = '{zone}'\nday_change = {change}\n[[agenda]]\ntitle = 's'\ndate = {date}\nstart = {start}\n"
        ));
        let times = &event.sessions[0].times;
        let found =
            (times.start.map(|start| start.format("%H:%M").to_string()), times.day.map(|day| day.day()));
        assert_eq!(found, (Some(shown.to_owned()), Some(day)), "{zone} {change} {start}");
        let written = event_file::write(&event);
        assert_eq!(written.lost, []);
        assert_eq!(conference(&written.text), event);
    }
}
