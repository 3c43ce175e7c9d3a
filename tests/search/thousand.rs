//! A schedule of more than a thousand sessions, which is not in the repository. Without it, the test prints a
//! notice and passes.

use std::path::Path;

use kurultai::schedule::LoadedSchedule;

use super::Searched;

#[test]
fn in_a_thousand_sessions_the_right_ones_come_first() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/frab-xml/fosdem-2025-pretalx-full.xml");
    let Ok(bytes) = std::fs::read(path) else {
        println!("fosdem-2025-pretalx-full.xml is not there, so it is not tested");
        return;
    };
    let searched = Searched::new(LoadedSchedule::decode("fosdem-2025-pretalx-full.xml", &bytes));
    assert_eq!(searched.schedule.conference.sessions.len(), 1105);
    assert!(searched.index.bytes() < 12 << 20, "{} bytes", searched.index.bytes());

    let names = searched.names("rust");
    let has_word = |name: &String| {
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        words.any(|word| word.eq_ignore_ascii_case("rust"))
    };
    let as_word = names.iter().filter(|name| has_word(name)).count();
    assert!(as_word >= 20 && names.len() > as_word, "{as_word} of {}", names.len());
    assert!(names[..as_word].iter().all(has_word), "{names:#?}");

    // No person there has the name Jansen, and nothing has the name Kubernetis.
    assert_eq!(searched.names("jansen")[0], "in Janson");
    let right = searched.names("kubernetes");
    for typed in ["kubernetis", "kuberneti", "kuberntes"] {
        let names = searched.names(typed);
        assert!(names[0].to_lowercase().contains("kubernetes"), "{names:#?}");
        assert!(names.len() > 5 && names.iter().all(|name| right.contains(name)), "{names:#?}");
    }
}
