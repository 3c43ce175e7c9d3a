//! Truncated JSON files and files with a wrong byte: everything before the damage is displayed.

use std::path::Path;

use kurultai::schedule::LoadedSchedule;
use kurultai_schedule::diagnostic::{Code, Source};
use kurultai_schedule::format::Parsed;

/// The fixtures.
const FILES: [(&str, &str); 6] = [
    ("frab.json", include_str!("frab.json")),
    ("hub.json", include_str!("hub.json")),
    ("pretalx.json", include_str!("pretalx.json")),
    ("grid.json", include_str!("grid.json")),
    ("everything.json", include_str!("everything.json")),
    ("opass.json", include_str!("opass.json")),
];

fn titles(read: &Parsed) -> Vec<String> {
    read.conference.sessions.iter().map(|session| crate::localized(session.title.as_ref())).collect()
}

fn mistakes(read: &Parsed) -> usize {
    read.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::Syntax).count()
}

/// Returns a generator of pseudo-random numbers with a fixed seed.
fn numbers() -> impl FnMut(usize) -> usize {
    let mut state: u64 = 9;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    }
}

/// Returns the sessions that end before a position in the undamaged file and are missing in the damaged one.
fn lost_before(at: usize, whole: &Parsed, read: &Parsed) -> Vec<String> {
    let left = titles(read);
    let titles = titles(whole).into_iter().enumerate();
    let before = titles.filter(|(index, _)| whole.source_map.session(*index).end <= at);
    before.map(|(_, title)| title).filter(|title| !left.contains(title)).collect()
}

/// Changes one byte, `times` times. Returns the cases that lose an earlier session or have several syntax
/// errors.
fn change_bytes(name: &str, text: &str, times: usize) -> Vec<String> {
    let mut number = numbers();
    let whole = crate::read(name, text);
    let mut bad = Vec::new();
    for _ in 0..times {
        let at = number(text.len());
        let mut bytes = text.as_bytes().to_vec();
        bytes[at] = u8::try_from(number(256)).unwrap();
        let (source, _) = Source::decode(name, &bytes);
        let read = kurultai_schedule::format::read(&source);
        let lost = lost_before(at, &whole, &read);
        if !lost.is_empty() || mistakes(&read) > 1 {
            let around = &bytes[at.saturating_sub(30)..(at + 30).min(bytes.len())];
            let around = String::from_utf8_lossy(around);
            bad.push(format!("{name} at {at}, {} mistakes, without {lost:?}: {around}", mistakes(&read)));
        }
    }
    bad
}

#[test]
fn a_wrong_byte_costs_no_earlier_session_and_is_reported_once() {
    for (name, text) in FILES {
        assert_eq!(change_bytes(name, text, 1000), Vec::<String>::new());
    }
}

#[test]
fn a_wrong_byte_of_a_real_schedule_costs_no_earlier_session() {
    for path in ["schedule-json/frab-camp2019.json", "opass/sitcon-2024.json"] {
        if let Some(text) = crate::corpus::text(path) {
            assert_eq!(change_bytes(path, &text, 40), Vec::<String>::new());
        }
    }
}

/// True if there is a diagnostic that an undamaged file cannot have.
fn is_damaged(name: &str, bytes: &[u8]) -> bool {
    const DAMAGE: [Code; 6] =
        [Code::Syntax, Code::Damaged, Code::CutOff, Code::BadBytes, Code::NotUtf8, Code::TooDeep];
    LoadedSchedule::decode(name, bytes).diagnostics.iter().any(|diagnostic| DAMAGE.contains(&diagnostic.code))
}

fn is_strict(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Value>(bytes).is_ok()
}

#[test]
fn json_that_parses_strictly_is_never_damaged() {
    for (name, text) in FILES {
        let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let other = [value.to_string(), serde_json::to_string_pretty(&value).expect("JSON")];
        let escaped: String = value
            .to_string()
            .encode_utf16()
            .map(|unit| match u8::try_from(unit) {
                Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
                _ => format!("\\u{unit:04x}"),
            })
            .collect();
        let spaced = text.replace(',', "\t,\r\n ").replace('/', "\\/");
        for text in other.into_iter().chain([text.to_owned(), escaped]) {
            assert!(is_strict(text.as_bytes()) && !is_damaged(name, text.as_bytes()), "{name}: {text}");
        }
        assert!(!is_strict(spaced.as_bytes()) || !is_damaged(name, spaced.as_bytes()), "{name}: {spaced}");
    }
}

#[test]
fn a_changed_byte_is_damage_only_if_strict_parsing_fails() {
    let (mut number, mut strict) = (numbers(), 0);
    for (name, text) in FILES {
        for _ in 0..300 {
            let mut bytes = text.as_bytes().to_vec();
            let at = number(bytes.len());
            bytes[at] = b" \n,:\"\\{}[]0a-.e\xc3\xa9\0"[number(18)];
            if is_strict(&bytes) {
                strict += 1;
                let around =
                    String::from_utf8_lossy(&bytes[at.saturating_sub(30)..(at + 30).min(bytes.len())]);
                assert!(!is_damaged(name, &bytes), "{name} at {at}: {around}");
            }
        }
    }
    assert!(strict > 100, "{strict}");
}

#[test]
fn real_schedules_that_parse_strictly_are_not_damaged() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let mut folders = vec![folder.clone()];
    let (mut damaged, mut count) = (Vec::new(), 0);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(bytes) = std::fs::read(&path) else { continue };
            if is_strict(&bytes) {
                count += 1;
                damaged.extend(is_damaged("file", &bytes).then_some(path));
            }
        }
    }
    if count == 0 {
        println!("{} has no JSON, so none is tested", folder.display());
    }
    assert_eq!(damaged, Vec::<std::path::PathBuf>::new());
}

#[test]
fn a_truncated_file_keeps_everything_before_the_cut() {
    for (name, text) in FILES {
        let whole = crate::read(name, text);
        for (at, _) in text.char_indices() {
            let read = crate::read(name, &text[..at]);
            assert!(mistakes(&read) <= 1, "{name} at {at}: {:?}", read.diagnostics);
            assert_eq!(lost_before(at, &whole, &read), Vec::<String>::new(), "{name} at {at}");
        }
    }
}
