//! Property tests with any schedule and any typed text.

use kurultai_schedule::index::{Index, SearchIndex, SearchTerm, excerpt, marks};
use kurultai_schedule::model::{Conference, Info, LocalizedText, Session};
use kurultai_schedule::text::{SafeText, width};
use proptest::prelude::*;

/// Generates texts with any characters, and with characters that are special for searches.
fn text() -> impl Strategy<Value = String> {
    let awkward =
        "[a-cA-C .*\\[(\"'?+^$|\\\\ßİıŁøæё\u{301}\u{306}иЙ\u{200d}👩🔬가\u{3099}か会\u{a0}\n…-]{0,40}";
    prop_oneof![
        any::<String>(),
        awkward,
        "\\PC{0,60}",
        "([а-яёңөү]{1,9} ){0,8}",
        "(kubernetes|kubernetis| )*"
    ]
}

fn needles() -> impl Strategy<Value = Vec<SearchTerm>> {
    let needle = (text(), any::<bool>()).prop_map(|(text, is_exact)| SearchTerm { text, is_exact });
    prop::collection::vec(needle, 0..4)
}

fn index(texts: &[String]) -> SearchIndex {
    let plain = |text: &String| Some(LocalizedText::untagged(SafeText::text(text)));
    let mut conference = Conference::new(LocalizedText::untagged(SafeText::line("t")));
    for text in texts {
        conference.sessions.push(Session {
            title: plain(text),
            description: plain(text),
            ..Session::default()
        });
        conference.infos.push(Info { text: plain(text), ..Info::default() });
    }
    let index = Index::new(&conference);
    SearchIndex::new(&conference, &index)
}

proptest! {
    #[test]
    fn nothing_that_is_typed_breaks_a_search(
        texts in prop::collection::vec(text(), 0..4),
        needles in needles(),
        columns in 0_usize..50,
    ) {
        let index = index(&texts);
        let hits = index.find(&needles);
        prop_assert_eq!(&hits, &index.find(&needles));
        prop_assert!(hits.iter().enumerate().all(|(n, hit)| hits[..n].iter().all(|other| other.item != hit.item)));
        prop_assert!(hits.iter().all(|hit| hit.field <= hit.farthest));
        for text in &texts {
            let of_schedule = index.marker(&needles).marks(text);
            for marks in [marks(text, &needles), of_schedule] {
                let mut end = 0;
                for mark in marks {
                    prop_assert!(mark.start >= end && mark.start < mark.end, "{mark:?}");
                    prop_assert!(text.get(mark.clone()).is_some(), "{mark:?}");
                    end = mark.end;
                }
            }
            if let Some(line) = excerpt(text, &needles, columns) {
                prop_assert!(width(&line) <= columns && !line.contains('\n'), "{line:?}");
            }
        }
    }

    #[test]
    fn a_part_of_a_title_is_found_and_marked(title in "[\\p{Latin}\\p{Cyrillic}\\p{Han} .,]{1,30}", ends in any::<[prop::sample::Index; 2]>()) {
        let title = SafeText::line(&title).to_string();
        let places: Vec<usize> = title.char_indices().map(|(at, _)| at).chain([title.len()]).collect();
        let mut ends = ends.map(|end| *end.get(&places));
        ends.sort_unstable();
        let needle = SearchTerm { text: title[ends[0]..ends[1]].to_owned(), is_exact: false };
        let hits = index(std::slice::from_ref(&title)).find(std::slice::from_ref(&needle));
        let is_seen = kurultai_schedule::text::fold(&needle.text).chars().any(|c| c != ' ');
        // If only the accent of a letter is given, there is nothing to find.
        prop_assert_eq!(!hits.is_empty() && !marks(&title, &[needle]).is_empty(), is_seen);
    }
}
