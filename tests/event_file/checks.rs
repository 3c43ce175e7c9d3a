//! Sentences of the checks on schedules without syntax errors.

use kurultai::i18n::Locale;
use kurultai::presenter::diagnostic;
use kurultai_schedule::check::check;
use kurultai_schedule::diagnostic::{Code, Source};
use kurultai_schedule::format::event_file;

#[track_caller]
fn lines(text: &str, expected: &[(Code, usize)]) {
    let source = Source::new("test.toml", text);
    let read = event_file::read(&source);
    let found: Vec<_> = check(&read.conference, &read.source_map)
        .iter()
        .map(|diagnostic| (diagnostic.code, source.position(diagnostic.span.start).line))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn texts_that_are_not_shown_to_their_end() {
    let text = |one: &str| one.repeat(30_000);
    let session = format!(
        "title = 't'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'a'\nabstract = \"{}\"\n",
        text("a\\n\\n")
    );
    let person =
        format!("title = 't'\ndate = 2025-02-01\n[[people]]\nname = 'P'\nbio = '{}'\n", text("*a* "));
    let about = format!("title = 't'\ndate = 2025-02-01\ndescription = '''\n{}'''\n", text("- a\n"));
    for (text, line, sentence) in [
        (session, 3, "A text of “a” is cut off: it has more than 20000 lines."),
        (person, 1, "A text of “P” is cut off: it has more than 50000 Markdown or HTML characters."),
        (about, 1, "A text of “t” is cut off: it has more than 20000 lines."),
    ] {
        lines(&text, &[(Code::CutOff, line)]);
        let read = event_file::read(&Source::new("test.toml", &text));
        let diagnostics = check(&read.conference, &read.source_map);
        let sentences: Vec<String> =
            diagnostics.iter().map(|it| diagnostic::sentence(it, &Locale::english())).collect();
        assert_eq!(sentences, [sentence]);
    }
}

#[test]
fn of_very_many_parts_at_once_the_first_and_the_last_are_compared() {
    let part = |title: &str, start: &str, end: &str| {
        format!(
            "[[agenda]]\ntitle = '{title}'\nstart = '{start}'\nend = '{end}'\nroom = 'R'\npart_of = 'w'\n"
        )
    };
    let mut text = "title = 't'\ndate = 2025-02-01\n[[agenda]]\nid = 'w'\ntitle = 'w'\nstart = '09:00'\n\
                    end = '23:00'\nroom = 'R'\n"
        .to_owned();
    for n in 0..300 {
        text += &part(&n.to_string(), "09:00", &format!("{:02}:{:02}", 10 + n / 60, n % 60));
    }
    text += &part("late", "14:58", "15:00");
    let read = event_file::read(&Source::new("test.toml", &text));
    let diagnostics = check(&read.conference, &read.source_map);
    let sentences: Vec<String> =
        diagnostics.iter().map(|it| diagnostic::sentence(it, &Locale::english())).collect();
    let expected = [
        "While “0” is in R, 299 other sessions begin there, “1” first.",
        "When “late” begins, “299” is still in R.",
    ];
    assert_eq!(sentences, expected);
}
