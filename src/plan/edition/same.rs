//! Compares values as a reader would.

use std::collections::HashMap;

use super::Item;
use crate::model::LocalizedText;
use crate::plan::fingerprint::as_read;

/// Returns the parts that only the first or only the second value has, in their order. The order of parts, blanks, and
/// languages that only one of two texts has make no difference.
#[must_use]
pub fn differing<'a>(one: &'a [Item], two: &'a [Item]) -> (Vec<&'a Item>, Vec<&'a Item>) {
    if one == two {
        return (Vec::new(), Vec::new());
    }
    (only_in(one, two), only_in(two, one))
}

/// True if no part is in one of the two values only.
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
        // Two texts that are the same have at least one in common.
        texts.any(|others| others.iter().any(|other| is_same_item(item, other)))
    };
    these.iter().filter(|item| !is_there(item)).collect()
}

fn is_same_item(one: &Item, two: &Item) -> bool {
    one.note == two.note && is_same_text(&one.texts, &two.texts)
}

/// True if two texts say the same in every language that both have. A text without a language says it in all.
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
