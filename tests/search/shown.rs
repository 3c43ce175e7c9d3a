//! Highlighted matches in a text, and excerpts.

use kurultai_schedule::index::{excerpt, marks};
use kurultai_schedule::text::Lang;

use super::{Searched, name, needles};

/// Returns the text with `[` and `]` around matches.
fn marked(text: &str, typed: &str) -> String {
    with_marks(text, marks(text, &needles(typed)))
}

fn with_marks(text: &str, marks: Vec<std::ops::Range<usize>>) -> String {
    let mut shown = String::new();
    let mut end = 0;
    for mark in marks {
        shown += &format!("{}[{}]", &text[end..mark.start], &text[mark.clone()]);
        end = mark.end;
    }
    shown + &text[end..]
}

#[test]
fn matches_are_highlighted_in_place() {
    for (text, typed, expected) in [
        ("Große Straße, Haus 5", "strasse haus", "Große [Straße], [Haus] 5"),
        ("Straße", "s", "[S]tra[ß]e"),
        ("Weiß und Weiss", "weis", "[Weiß] und [Weis]s"),
        ("Өз ара Ёлкин", "оз елкин", "[Өз] ара [Ёлкин]"),
        ("Zoe\u{308} und Zoë", "zoe", "[Zoe\u{308}] und [Zoë]"),
        ("и\u{306}од йод иод", "йод", "[и\u{306}од] [йод] иод"),
        ("ÆRØ", "aero", "[ÆRØ]"),
        ("İstanbul", "i", "[İ]stanbul"),
        ("👩\u{200d}🔬 Rust", "👩", "[👩\u{200d}]🔬 Rust"),
        ("Kubernetes on Kubernetes", "kubernetis", "[Kubernetes] on [Kubernetes]"),
        ("Kubernetes", "kuberneti", "[Kubernetes]"),
        ("Kubernetes or kubernetis", "kubernetis", "Kubernetes or [kubernetis]"),
        ("Осконбаев Эмил", "осконбоев", "[Осконбаев] Эмил"),
        ("anan", "ana nan", "[anan]"),
        ("aaa", "a", "[a][a][a]"),
        ("an open\u{a0}source, open sources", "\"open source\"", "an [open\u{a0}source], open sources"),
        ("Trust", "\"rust\"", "Trust"),
        ("司法会议", "会议", "司法[会议]"),
        (".*[(", ".*[(", "[.*[(]"),
        ("", "a", ""),
        ("a", "", "a"),
    ] {
        assert_eq!(marked(text, typed), expected, "{typed} in {text}");
    }
}

#[test]
fn with_a_schedule_only_intended_words_are_highlighted() {
    let searched = Searched::of(
        "title = 't'\nagenda = [{ title = 'Rust', room = 'Janson' }, { title = 'No trust, just rules' }]\n",
    );
    let marked =
        |text: &str, typed: &str| with_marks(text, searched.index.marker(&needles(typed)).marks(text));
    assert_eq!(marked("Just rules, trust in Rust", "rust"), "Just rules, t[rust] in [Rust]");
    assert_eq!(marked("Just rules", "rust"), "Just rules");
    assert_eq!(marked("Hansen is in Janson", "jansen"), "Hansen is in [Janson]");
    assert_eq!(marked("Jansen is in Janson", "jansen"), "[Jansen] is in [Janson]");
}

#[test]
fn an_excerpt_is_one_line_around_the_first_match() {
    let text = "Where the water comes from,\nand how  the springs were named by those who drank.";
    for (typed, columns, expected) in [
        (
            "springs",
            80,
            Some("Where the water comes from, and how the springs were named by those who drank."),
        ),
        (
            "springs",
            78,
            Some("Where the water comes from, and how the springs were named by those who drank."),
        ),
        ("springs", 40, Some("…how the springs were named by those wh…")),
        ("where", 20, Some("Where the water com…")),
        ("drank", 30, Some("…named by those who drank.")),
        ("drank", 31, Some("…were named by those who drank.")),
        ("springs", 7, Some("…sprin…")),
        ("springs", 1, Some("…")),
        ("springs", 0, None),
        ("rivers", 40, None),
        ("springz", 24, Some("…the springs were named…")),
        // There is an earlier match inside a word, but the start of a word is preferred.
        ("ater who", 20, Some("…by those who drank.")),
        ("wer", 12, Some("…were named…")),
    ] {
        assert_eq!(excerpt(text, &needles(typed), columns).as_deref(), expected, "{typed}, {columns}");
    }
    assert_eq!(excerpt("最高裁判所の会議について", &needles("会議"), 11).as_deref(), Some("…会議につ…"));
}

#[test]
fn an_excerpt_shows_terms_missing_in_the_title() {
    let searched = Searched::event("showcase.toml");
    let conference = &searched.schedule.conference;
    for (typed, lang, expected) in [
        // The name contains all terms.
        ("булактын", "ky", "Ар бир булактын аты бар: "),
        // Missing terms are displayed in the preferred language if possible.
        ("булактын тетрадь", "ru", "Ар бир булактын аты бар: Полевая тетрадь"),
        ("булактын школьной", "ru", "Ар бир булактын аты бар: …со школьной тетради. Теперь…"),
        ("булактын вкус", "en", "Ар бир булактын аты бар: …вкус, температура и тот, кто…"),
        ("field work", "ky", "Ар бир булактын аты бар: field work"),
        // A word of the format is translated for display.
        ("postponed", "ky", "Дрон менен тартылган ашуу: "),
        ("geography", "en", "@Гүлзат Кыраңова: Teacher of geography"),
    ] {
        let needles = needles(typed);
        let item = searched.index.find(&needles)[0].item;
        let reading = conference.reading(Lang::parse(lang).ok());
        let line = searched.index.marker(&needles).line(conference, item, &reading, 30);
        assert_eq!(format!("{}: {}", name(conference, item), line.unwrap_or_default()), expected, "{typed}");
    }
}
