//! Comparison of values as seen by a reader.

use std::collections::HashMap;

use super::Item;
use crate::model::LocalizedText;
use crate::plan::fingerprint::as_read;

/// Returns the elements that are in only one of two values. Order, white space, and languages of only one text are ignored.
#[must_use]
pub fn differing<'a>(one: &'a [Item], two: &'a [Item]) -> (Vec<&'a Item>, Vec<&'a Item>) {
    if one == two {
        return (Vec::new(), Vec::new());
    }
    (only_in(one, two), only_in(two, one))
}

/// True if two values have the same elements.
pub(in crate::plan) fn are_same(one: &[Item], two: &[Item]) -> bool {
    let (one, two) = differing(one, two);
    one.is_empty() && two.is_empty()
}

fn only_in<'a>(these: &'a [Item], others: &[Item]) -> Vec<&'a Item> {
    let mut by_text: HashMap<String, Vec<&Item>> = HashMap::new();
    for other in others {
        for (_, text) in other.texts.iter() {
            by_text.entry(as_read(text)).or_default().push(other);
        }
    }
    let is_there = |item: &&Item| {
        let mut texts = item.texts.iter().filter_map(|(_, text)| by_text.get(&as_read(text)));
        // Equal texts have at least one version in common.
        texts.any(|others| others.iter().any(|other| is_same_item(item, other)))
    };
    these.iter().filter(|item| !is_there(item)).collect()
}

fn is_same_item(one: &Item, two: &Item) -> bool {
    one.note == two.note && is_same_text(&one.texts, &two.texts)
}

/// True if two texts are equal in every common language. An untagged text is compared with all versions.
fn is_same_text(one: &LocalizedText, two: &LocalizedText) -> bool {
    let in_all = |texts: &LocalizedText| texts.iter().any(|(lang, _)| lang.is_none());
    let mut has_common = false;
    let mut is_same = true;
    let mut is_any_same = false;
    for (lang, text) in one.iter() {
        for (other, other_text) in two.iter() {
            let is_equal = text == other_text || as_read(text) == as_read(other_text);
            is_any_same |= is_equal;
            if lang == other {
                has_common = true;
                is_same &= is_equal;
            }
        }
    }
    if in_all(one) || in_all(two) || !has_common { is_any_same } else { is_same }
}
