//! Truncated, damaged and hostile files.

use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::Code;
use kurultai_schedule::model::{Conference, LanguagePreference};

use super::corpus;

const INVENTED: &str = include_str!("invented.xml");

fn schedule(text: &str) -> LoadedSchedule {
    LoadedSchedule::decode("schedule.xml", text.as_bytes())
}

fn titles(conference: &Conference) -> Vec<Option<String>> {
    let title = |texts: &kurultai_schedule::model::LocalizedText| {
        texts.get(&LanguagePreference::default()).to_string()
    };
    conference.sessions.iter().map(|session| session.title.as_ref().map(title)).collect()
}

fn damages(schedule: &LoadedSchedule) -> usize {
    schedule.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::Damaged).count()
}

/// Generates pseudo-random numbers with a fixed seed.
fn places(below: usize, count: usize) -> impl Iterator<Item = usize> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("31 bits") % below
    })
    .take(count)
}

/// Truncates a file: every session that ends before the cut is complete, and the damage is reported once.
#[track_caller]
fn cut(text: &str, whole: &Conference, at: usize) {
    let bytes = &text.as_bytes()[..at];
    let rest = LoadedSchedule::decode("schedule.xml", bytes);
    let complete = String::from_utf8_lossy(bytes).matches("</event>").count();
    assert!(rest.conference.sessions.len() >= complete, "{at}: {complete}");
    assert_eq!(titles(&rest.conference)[..complete], titles(whole)[..complete], "{at}");
    for (one, two) in rest.conference.sessions.iter().zip(&whole.sessions).take(complete) {
        assert_eq!(
            (one.times.start, &one.people, &one.rooms),
            (two.times.start, &two.people, &two.rooms),
            "{at}"
        );
    }
    assert!(damages(&rest) <= 1, "{at}");
    if complete > 0 && at < text.trim_end().len() {
        assert_eq!(damages(&rest), 1, "{at}");
    }
}

/// Changes single bytes: every other session is unchanged.
#[track_caller]
fn change(text: &str, changes: impl Iterator<Item = (usize, u8)>) {
    let whole = schedule(text).conference;
    let mut wrong = Vec::new();
    for (at, byte) in changes {
        let mut bytes = text.as_bytes().to_owned();
        bytes[at] = byte;
        let rest = LoadedSchedule::decode("schedule.xml", &bytes);
        // The first bytes identify the kind of file.
        let is_first = at < text.find("<schedule").expect("a schedule") + 10;
        let remaining = titles(&rest.conference);
        let lost = titles(&whole).into_iter().filter(|title| !remaining.contains(title)).count();
        let sessions = rest.conference.sessions.len();
        if damages(&rest) > 1 || !is_first && (lost > 1 || sessions + 1 < whole.sessions.len()) {
            let around = String::from_utf8_lossy(&bytes[at.saturating_sub(40)..(at + 40).min(bytes.len())]);
            wrong.push(format!("{at} {byte}: {lost} of {sessions} are lost in {around}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn cut_off_anywhere() {
    let whole = schedule(INVENTED).conference;
    (0..INVENTED.len()).step_by(3).for_each(|at| cut(INVENTED, &whole, at));
}

#[test]
fn a_byte_changed_anywhere() {
    let bytes = places(256, 1000).map(|byte| byte.to_le_bytes()[0]);
    change(INVENTED, places(INVENTED.len(), 1000).zip(bytes));
    // Markup characters cause the most damage, both when added and when overwritten.
    let marks = b"<>/\"'&!?-[] x".iter().cycle().copied();
    change(INVENTED, places(INVENTED.len(), 1000).zip(marks));
    change(INVENTED, marks_of(INVENTED).into_iter().map(|at| (at, b'x')));
}

/// Returns the positions of markup characters.
fn marks_of(text: &str) -> Vec<usize> {
    text.bytes().enumerate().filter(|(_, byte)| b"<>/\"".contains(byte)).map(|(at, _)| at).collect()
}

#[test]
fn damage_in_a_file_that_was_published() {
    let Some(bytes) = corpus::bytes("frab-xml/34c3-2017.xml") else { return };
    let text = String::from_utf8(bytes).expect("UTF-8");
    let whole = schedule(&text).conference;
    places(text.len(), 15).for_each(|at| cut(&text, &whole, at));
    let marks = marks_of(&text);
    change(&text, places(marks.len(), 20).map(|at| (marks[at], b'x')));
}

#[test]
fn lost_tags_are_repaired() {
    let schedule = |events: &str| {
        let text = format!(
            "<schedule><conference><title>t</title></conference><day date='2025-02-01'><room name='R'>{events}"
        );
        let schedule = schedule(&(text + "</room></day></schedule>"));
        assert_eq!(damages(&schedule), 1, "{events}");
        let starts: Vec<_> =
            schedule.conference.sessions.iter().map(|one| one.times.start.is_some()).collect();
        (titles(&schedule.conference), starts)
    };
    let both = (vec![Some("a".to_owned()), Some("b".to_owned())], vec![true, true]);
    let b = "<event id='2'><title>b</title><start>10:00</start></event>";
    for event in [
        "<event id='1'><title>a<start>09:00</start></event>",
        "<event id='1'><title>a</titel><start>09:00</start></event>",
        "<event id='1'><titlx>a</title><start>09:00</start></event>",
        "<event id='1'><title>a</title><start>09:00</start>",
        "<event id='1'><title>a</title><start>09:00</event>",
        "event id='1'><title>a</title><start>09:00</start></event>",
        "<evxnt id='1'><title>a</title><start>09:00</start></event>",
        "<event id='1><title>a</title><start>09:00</start></event>",
        "<event id='1'><persons><person>p</person><title>a</title><start>09:00</start></event>",
        "<event id='1'><!-- note -><title>a</title><start>09:00</start></event><!-- two -->",
        "<event id='1'><title><![CDATA[a]></title><start>09:00</start></event><![CDATA[ ]]>",
    ] {
        let (found, starts) = schedule(&format!("{event}{b}"));
        let found = found.into_iter().map(|title| title.map(|title| title.replace("]>", ""))).collect();
        assert_eq!((found, starts), both, "{event}");
    }
}

#[test]
fn hostile_files_are_harmless() {
    let laugh = |n: usize| format!("<!ENTITY l{n} \"&l{0};&l{0};&l{0};\">", n - 1);
    let laughs: Vec<String> = (1..10).map(laugh).collect();
    let laughs = laughs.concat();
    let laughs =
        format!("<!DOCTYPE s [<!ENTITY l0 \"lol\">{laughs}<!ENTITY x SYSTEM 'file:///etc/passwd'>]>");
    let title = |text: &str| {
        let head = "<conference><title>";
        let text = format!(
            "{laughs}<schedule>{head}{text}</title></conference><day><event><title>e</title></event></day></schedule>"
        );
        let schedule = schedule(&text);
        assert_eq!(titles(&schedule.conference), [Some("e".to_owned())]);
        schedule.conference.title.get(&LanguagePreference::default()).to_string()
    };
    assert_eq!(title("&l9; &x; &nbsp;a"), "&l9; &x; \u{a0}a");
    assert_eq!(
        title("a&#0;&#x1b;[31m & b &#xD800; &#99999999;"),
        "a\u{fffd}\u{fffd}[31m & b \u{fffd} \u{fffd}"
    );
    // All of these must take linear time; the test would not end with quadratic time.
    title(&"<a>".repeat(100_000));
    title(&"<a \"".repeat(50_000));
    title(&"<a '<b \"".repeat(20_000));
    title(&"<!--".repeat(50_000));
    title(&"<![CDATA[".repeat(20_000));
    title(&"<?".repeat(50_000));
    title(&"<![".repeat(50_000));
    title(&"</a>".repeat(50_000));
    title(&"</event>".repeat(50_000));
    title(&"&".repeat(100_000));
    title(&format!("<b {}/>", "a='b' ".repeat(80_000)));
    title(&format!("<b a='{}'/>", "x".repeat(1_000_000)));
}
