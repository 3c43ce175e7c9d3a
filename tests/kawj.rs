//! The conference of the Kyrgyz Association of Women Judges, compared with the report on which it is based.
//!
//! Each Kyrgyz text of `events/kawj-2023.toml` has a row here: its place in the file, the text, and the words
//! of the report. The file converts the words to the nominative and may capitalize the first one; nothing
//! else may differ. Everything missing from the report must be missing from the file.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use toml::{Table, Value};

type Outcome = Result<(), Box<dyn Error>>;

/// Every value of the file by place: `guests.1.position.0.ky`.
type Places = BTreeMap<String, String>;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/events/kawj-2023.toml");
const REPORT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seed/000_16cb1d0f72911673.txt");

struct Row {
    place: &'static str,
    text: &'static str,
    report: &'static str,
}

/// A text that the report has verbatim.
const fn same(place: &'static str, text: &'static str) -> Row {
    Row { place, text, report: text }
}

/// A text that the report has with a case ending or without the capital.
const fn from(place: &'static str, text: &'static str, report: &'static str) -> Row {
    Row { place, text, report }
}

const ROWS: &[Row] = &[
    same(
        "theme.ky",
        "Адамга багытталган мамилени илгерилетүү боюнча сот адилеттиги институттарынын \
         секторлор аралык өз ара аракеттенүүсү",
    ),
    same("guests.0.name.ky", "Осконбаев Эмил Жолдошевич"),
    same("guests.0.position.ky", "Кыргыз Республикасынын Конституциялык сотунун төрагасы"),
    same("guests.1.name.ky", "Жунушпаев Кыдык Карыбаевич"),
    same("guests.1.position.0.ky", "Кыргыз Республикасынын Судьялар кеңешинин төрагасы"),
    same("guests.1.position.1.ky", "Кыргыз Республикасынын Жогорку сотунун судьясы"),
    same("guests.2.name.ky", "Конгантиева Зарема Камбаралиевна"),
    same(
        "guests.2.position.ky",
        "Кыргыз Республикасынын Президентинин Администрациясынын соттор жана прокуратура органдары \
         менен өз ара аракеттенүү бөлүмүнүн башчысынын орун басары",
    ),
    same("guests.3.name.ky", "Баетов Аяз Батыркулович"),
    same("guests.3.position.ky", "Кыргыз Республикасынын юстиция министри"),
    same("guests.4.name.ky", "Дарданов Нурлан Камалбекович"),
    same("guests.4.position.ky", "Президенттин Талас облусундагы ыйгарым укуктуу өкүлү"),
    from("agenda.0.title.ky", "Куттуктоо сөзү", "куттуктоо сөзүндө"),
    from(
        "agenda.1.title.ky",
        "Коомчулуктун ишенимин жогорулатуунун ыкмасы катары сот адилеттиги институттарынын \
         ишмердүүлүгүнө мониторинг жүргүзүү жана баалоо",
        "коомчулуктун ишенимин жогорулатуунун ыкмасы катары сот адилеттиги институттарынын \
         ишмердүүлүгүнө мониторинг жүргүзүү жана баалоо",
    ),
    from(
        "agenda.2.title.ky",
        "Өз ишинде гендердик-багытталган мамилени колдонууда сот адилеттиги институттарынын \
         өз ара аракеттенүү маселелери",
        "өз ишинде гендердик-багытталган мамилени колдонууда сот адилеттиги институттарынын \
         өз ара аракеттенүү маселелерин",
    ),
    from(
        "agenda.3.title.ky",
        "Кызматкерлердин квалификациясын биргелешип жогорулатуу методдору",
        "кызматкерлердин квалификациясын биргелешип жогорулатуу методдорун",
    ),
    from(
        "agenda.4.title.ky",
        "Гендердик зомбулукка каршы күрөшүү боюнча чаралар",
        "гендердик зомбулукка каршы күрөшүү боюнча чараларды",
    ),
    same("organizers.0.name.ky", "«Аялдар-судьяларынын кыргыз ассоциациясы» КУ"),
    from("sponsors.0.name.ky", "ЕККУнун Программалык кеңсеси", "ЕККУнун Программалык кеңсесинин"),
    from("sponsors.1.name.ky", "ПРООН", "ПРООНдун"),
    from("sponsors.1.project.ky", "«Жарык шооласы» демилгеси", "«Жарык шооласы» демилгесинин"),
    from("sponsors.2.name.ky", "USAID", "USAIDдин"),
    from("sponsors.2.project.ky", "«Укук булагы» долбоору", "«Укук булагы» долбоорунун"),
    from("sponsors.3.name.ky", "БУУнун БКБ", "БУУнун БКБнын"),
    same("delegations.0.name.ky", "Кыргыз Республикасынын судьялары"),
    from("delegations.1.name.ky", "Жогорку Кеңеш", "Жогорку Кеңештин"),
    from("delegations.2.name.ky", "Башкы прокуратура", "Башкы прокуратуранын"),
    from("delegations.3.name.ky", "Адвокатура", "Адвокатуранын"),
    from("delegations.4.name.ky", "Акыйкатчы институту", "Акыйкатчы институтунун"),
    from("delegations.5.name.ky", "башка мамлекеттик органдар", "башка мамлекеттик органдардын"),
    from("delegations.6.name.ky", "жарандык коом", "жарандык коомдун"),
    same("delegations.7.name.ky", "Конституциялык соттун судьялары"),
    same("delegations.10.name.ky", "ЕАЭБдин судьялары"),
    same("delegations.13.name.ky", "Кытайдын судьялары"),
];

/// The endings that the words of the report may have: none, genitive, accusative, locative.
const ENDINGS: &[&str] = &["", "нын", "нин", "нун", "дын", "дин", "дун", "тин", "н", "ды", "ндө"];

/// Texts assembled from the report: a place, and words that the report has verbatim.
const WORDS: &[(&str, &str)] = &[
    ("title.ky", "Аялдар-судьяларынын кыргыз ассоциациясы"),
    ("title.ky", "КУнун"),
    ("title.ky", "ар жылдык 9-конференциясы"),
    ("description.ky", "2023-жылдын 1-декабрында"),
    ("description.ky", "ишин баштады"),
    ("description.ky", "жана башка бир катар"),
    ("description.ky", "карашты жана талкуулашты"),
    ("description.ky", "Өзбекстандын, Казакстандын жана ЕАЭБдин судьялары активдүү катышты"),
    ("description.ky", "Америка Кошмо Штаттарынын, Нигериянын жана Кытайдын судьялары"),
    ("description.ky", "онлайн режиминде кошулуп, иш-чараны көп улуттуу тажрыйба жана түрдүү көз караштар"),
    ("agenda.0.abstract.ky", "конференциянын темасы"),
    ("agenda.0.abstract.ky", "сот адилеттиги институттарын"),
    ("agenda.0.abstract.ky", "жарандардын укуктарын коргоо жана сактоо"),
    ("agenda.0.abstract.ky", "белгиледи"),
    ("delegations.8.name.ky", "Өзбекстандын"),
    ("delegations.8.name.ky", "судьялары"),
    ("delegations.9.name.ky", "Казакстандын"),
    ("delegations.9.name.ky", "судьялары"),
    ("delegations.11.name.ky", "Америка Кошмо Штаттарынын"),
    ("delegations.11.name.ky", "судьялары"),
    ("delegations.12.name.ky", "Нигериянын"),
    ("delegations.12.name.ky", "судьялары"),
];

/// The delegations of judges according to the report: all except invited institutions of other kinds.
const JUDGES: &[usize] = &[0, 7, 8, 9, 10, 11, 12, 13];

/// Keys that no place of the file may have, because the report has no such information.
const UNKNOWN: &str = "end date day days duration venue address city country timezone room rooms track tier tiers \
                       organization bio avatar contact url links hashtag";

/// The delegations in order: kind and attendance, empty if the report has no information.
const DELEGATIONS: &[(&str, &str)] = &[
    ("institution", "invited"),
    ("institution", "invited"),
    ("institution", "invited"),
    ("institution", "invited"),
    ("institution", "invited"),
    ("institution", "invited"),
    ("institution", "invited"),
    ("court", ""),
    ("country", ""),
    ("country", ""),
    ("union", ""),
    ("country", "online"),
    ("country", "online"),
    ("country", "online"),
];

const KINDS: &[&str] = &["greeting", "discussion", "discussion", "discussion", "discussion"];

/// Keys of translatable texts, so their values are tables of languages.
const TEXTS: &[&str] = &["title", "theme", "description", "abstract", "name", "position", "project"];
const LANGUAGES: &[&str] = &["ky", "ru", "en"];

fn read() -> Result<Places, Box<dyn Error>> {
    let table = std::fs::read_to_string(FILE)?.parse::<Table>()?;
    let mut places = Places::new();
    collect(&Value::Table(table), "", &mut places);
    Ok(places)
}

fn collect(value: &Value, place: &str, places: &mut Places) {
    let below = |key: &str| if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") };
    match value {
        Value::Table(table) => table.iter().for_each(|(key, value)| collect(value, &below(key), places)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, &below(&index.to_string()), places);
            }
        }
        Value::String(text) => drop(places.insert(place.to_owned(), text.clone())),
        other => drop(places.insert(place.to_owned(), other.to_string())),
    }
}

/// Returns the value at a place, empty if there is none.
fn at<'a>(places: &'a Places, place: &str) -> &'a str {
    places.get(place).map_or("", String::as_str)
}

/// Splits off the last key of a place.
fn split(place: &str) -> (&str, &str) {
    place.rsplit_once('.').unwrap_or(("", place))
}

/// Counts the items of a list of tables.
fn count(places: &Places, list: &str) -> usize {
    let item = |place: &str| place.strip_prefix(list)?.strip_prefix('.')?.split('.').next()?.parse().ok();
    places.keys().filter_map(|place| item(place)).collect::<BTreeSet<usize>>().len()
}

/// True if a text contains these whole words.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + words.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

#[test]
fn the_kyrgyz_texts_are_those_of_the_report() -> Outcome {
    let places = read()?;
    for Row { place, text, report } in ROWS {
        assert_eq!(at(&places, place), *text, "{place}: the file differs from its row");
        let (stem, words) = (text.to_lowercase(), report.to_lowercase());
        let ending = words.strip_prefix(&stem);
        assert!(
            ending.is_some_and(|ending| ENDINGS.contains(&ending)),
            "{place}: “{report}” is not “{text}” with a case ending"
        );
    }
    for (place, words) in WORDS {
        assert!(has_words(at(&places, place), words), "{place}: “{words}” is missing");
    }
    Ok(())
}

#[test]
fn no_kyrgyz_text_is_without_a_row() -> Outcome {
    for (place, text) in read()?.iter().filter(|(place, _)| split(place).1 == "ky") {
        let known = ROWS.iter().any(|row| row.place == place) || WORDS.iter().any(|words| words.0 == place);
        assert!(known, "{place}: “{text}” has no row, so nothing says where it comes from");
    }
    Ok(())
}

#[test]
fn every_text_has_three_languages() -> Outcome {
    let places = read()?;
    for place in places.keys() {
        let (parent, key) = split(place);
        assert!(!TEXTS.contains(&key), "{place}: a text without languages");
        if LANGUAGES.contains(&key) {
            for language in LANGUAGES {
                let text = at(&places, &format!("{parent}.{language}"));
                assert!(!text.trim().is_empty(), "{parent}: no text in {language}");
            }
        }
    }
    Ok(())
}

#[test]
fn what_the_report_leaves_open_stays_open() -> Outcome {
    let places = read()?;
    for place in places.keys() {
        let unknown = place.split('.').find(|key| UNKNOWN.split(' ').any(|word| word == *key));
        assert_eq!(unknown, None, "{place}: the report does not say this");
        let (parent, key) = split(place);
        assert!(key != "start" || parent.is_empty(), "{place}: the report has no times");
        assert!(
            key != "attendance" || parent.starts_with("delegations."),
            "{place}: the report does not say how"
        );
    }
    for (index, (kind, attendance)) in DELEGATIONS.iter().enumerate() {
        let place = format!("delegations.{index}");
        assert_eq!(at(&places, &format!("{place}.kind")), *kind, "{place}: kind");
        assert_eq!(at(&places, &format!("{place}.attendance")), *attendance, "{place}: attendance");
    }
    Ok(())
}

#[test]
fn that_the_delegations_are_judges_stands_in_each_language() -> Outcome {
    let places = read()?;
    for index in 0..DELEGATIONS.len() {
        for (language, word) in [("ky", "судьялары"), ("ru", "судьи"), ("en", "judges")] {
            let name = at(&places, &format!("delegations.{index}.name.{language}"));
            assert_eq!(
                has_words(name, word),
                JUDGES.contains(&index),
                "delegations.{index}.name.{language}: {name}"
            );
        }
    }
    Ok(())
}

#[test]
fn the_schedule_has_what_the_report_names() -> Outcome {
    let places = read()?;
    assert_eq!(at(&places, "start"), "2023-12-01", "start: the day on which it began");
    assert_eq!(at(&places, "edition"), "9", "edition: 9-конференциясы");
    assert_eq!(at(&places, "agenda.0.speakers.0"), "oskonbaev", "agenda.0: who gave the greeting");
    assert_eq!(at(&places, "guests.0.id"), "oskonbaev", "guests.0: the id that the greeting names");
    for (index, kind) in KINDS.iter().enumerate() {
        assert_eq!(at(&places, &format!("agenda.{index}.kind")), *kind, "agenda.{index}: kind");
    }
    let lists = [("guests", 5), ("agenda", 5), ("organizers", 1), ("sponsors", 4), ("delegations", 14)];
    for (list, length) in lists {
        assert_eq!(count(&places, list), length, "{list}: how many the report names");
    }
    let speakers = places.keys().filter(|place| place.contains(".speakers.") || place.contains(".people."));
    assert_eq!(speakers.count(), 1, "agenda: only the greeting has a speaker");
    Ok(())
}

#[test]
fn the_words_occur_in_the_report() -> Outcome {
    if !std::fs::exists(REPORT)? {
        eprintln!("not run: the report is not at hand, so its words were not looked up in it");
        return Ok(());
    }
    let report = std::fs::read_to_string(REPORT)?;
    let rows = ROWS.iter().map(|row| (row.place, row.report));
    for (place, words) in rows.chain(WORDS.iter().copied()) {
        assert!(has_words(&report, words), "{place}: “{words}” is not in the report");
    }
    Ok(())
}
