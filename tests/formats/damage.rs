//! Files that were cut off, or in which one byte is another: everything that is whole is shown.

use kurultai::diagnostic::{Code, Source};
use kurultai::format::Read;

/// The fixtures, and how often each is damaged.
const FILES: [(&str, &str); 6] = [
    ("frab.json", include_str!("frab.json")),
    ("hub.json", include_str!("hub.json")),
    ("pretalx.json", include_str!("pretalx.json")),
    ("grid.json", include_str!("grid.json")),
    ("everything.json", include_str!("everything.json")),
    ("opass.json", include_str!("opass.json")),
];

fn titles(read: &Read) -> Vec<String> {
    read.conference.sessions.iter().map(|session| crate::say(session.title.as_ref())).collect()
}

fn mistakes(read: &Read) -> usize {
    read.findings.iter().filter(|finding| finding.code == Code::Syntax).count()
}

/// Numbers that look random and are the same in every run.
fn numbers() -> impl FnMut(usize) -> usize {
    let mut state: u64 = 9;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    }
}

/// Sessions that are lost although the damaged byte is not in them.
fn lost(whole: &Read, read: &Read, at: usize) -> Vec<String> {
    let left = titles(read);
    let outside = |index: &usize| {
        let span = whole.places.session(*index);
        at < span.start || span.end <= at
    };
    let titles = titles(whole).into_iter().enumerate().filter(|(index, _)| outside(index));
    titles.map(|(_, title)| title).filter(|title| !title.is_empty() && !left.contains(title)).collect()
}

/// Changes one byte, so often, and says where that costs a session that it does not stand in, or is said twice.
fn change_bytes(name: &str, text: &str, times: usize) -> Vec<String> {
    let mut number = numbers();
    let whole = crate::read(name, text);
    let mut bad = Vec::new();
    for _ in 0..times {
        let at = number(text.len());
        let mut bytes = text.as_bytes().to_vec();
        bytes[at] = u8::try_from(number(256)).unwrap();
        let (source, _) = Source::decode(name, &bytes);
        let read = kurultai::format::read(&source);
        let lost = lost(&whole, &read, at);
        if !lost.is_empty() || mistakes(&read) > 1 {
            let around = &bytes[at.saturating_sub(30)..(at + 30).min(bytes.len())];
            let around = String::from_utf8_lossy(around);
            bad.push(format!("{name} at {at}, {} mistakes, without {lost:?}: {around}", mistakes(&read)));
        }
    }
    bad
}

#[test]
fn one_byte_that_is_another_costs_no_other_session() {
    for (name, text) in FILES {
        assert_eq!(change_bytes(name, text, 1000), Vec::<String>::new());
    }
}

#[test]
fn one_byte_of_a_real_program_costs_no_other_session() {
    for path in ["schedule-json/frab-camp2019.json", "opass/sitcon-2024.json"] {
        if let Some(text) = crate::corpus::text(path) {
            assert_eq!(change_bytes(path, &text, 40), Vec::<String>::new());
        }
    }
}

#[test]
fn a_file_that_is_cut_off_has_what_stands_before() {
    for (name, text) in FILES {
        let whole = crate::read(name, text);
        let sessions = titles(&whole);
        for (at, _) in text.char_indices() {
            let read = crate::read(name, &text[..at]);
            assert!(mistakes(&read) <= 1, "{name} at {at}: {:?}", read.findings);
            let before = (0..sessions.len()).filter(|index| whole.places.session(*index).end <= at);
            let expected: Vec<&String> = before.map(|index| &sessions[index]).collect();
            let left = titles(&read);
            assert!(expected.iter().all(|title| left.contains(title)), "{name} at {at}: {left:?}");
        }
    }
}
