//! Compares personal names: variants of one name, and lists of names.

use crate::text::fold;

/// Separators between a name and an organization or pronouns.
const MARKS: [&str; 8] = [" (", " [", "（", " - ", " – ", " — ", " | ", ", "];

/// True if two names are variants: trimmed, in different case, abbreviated (`J. Doe`, `Jane Doe`) or extended
/// (`Jane Doe`, `Jane Doe (ACME)`).
pub(super) fn is_variant(one: &str, two: &str) -> bool {
    let (one, two) = (one.trim(), two.trim());
    fold(one) == fold(two) || extends(one, two) || extends(two, one) || is_abbreviated(one, two)
}

/// True if `long` is `short` with an organization or pronouns.
fn extends(long: &str, short: &str) -> bool {
    MARKS.iter().any(|mark| {
        let Some((before, behind)) = long.split_once(mark) else { return false };
        let is_whole = match *mark {
            " (" => behind.ends_with(')'),
            " [" => behind.ends_with(']'),
            "（" => behind.ends_with('）'),
            ", " => !is_several(long),
            _ => true,
        };
        is_whole && !before.trim().is_empty() && fold(before.trim()) == fold(short)
    })
}

/// True if the names differ only in initials.
fn is_abbreviated(one: &str, two: &str) -> bool {
    let separators = [',', '&', '/', ';', '+', '(', '['];
    let joins = |name: &str| {
        name.contains(separators)
            || name.split_whitespace().any(|word| ["and", "und", "et", "y", "и"].contains(&word))
    };
    if joins(one) || joins(two) {
        return false;
    }
    let (one, two) = (words(one), words(two));
    let ([first, between @ .., last], [other_first, other_between @ .., other_last]) = (&one[..], &two[..])
    else {
        return false;
    };
    if !is_initial_of(first, other_first) || !is_initial_of(last, other_last) {
        return false;
    }
    let is_same = |one: &String, two: &String| one == two && one.chars().count() > 1;
    let (same_first, same_last) = (is_same(first, other_first), is_same(last, other_last));
    let are_between = if between.is_empty() || other_between.is_empty() {
        // One of them omits the middle names.
        let others = || between.iter().chain(other_between);
        (same_first && same_last) || others().all(|word| word.chars().count() == 1)
    } else {
        between.len() == other_between.len()
            && between.iter().zip(other_between).all(|(one, two)| is_initial_of(one, two))
    };
    (same_first || same_last) && are_between
}

/// True if one word equals the other or is its initial.
fn is_initial_of(one: &str, two: &str) -> bool {
    let begins = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    one == two || begins(one, two) || begins(two, one)
}

fn words(name: &str) -> Vec<String> {
    let name = fold(name);
    let parts = name.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    parts.map(str::to_owned).collect()
}

/// Returns the initials of the first and last word, without an organization. All variants of a name have the
/// same initials.
pub(super) fn initials(name: &str) -> String {
    let words = words(before_marks(name));
    let first = |word: Option<&String>| word.and_then(|word| word.chars().next());
    first(words.first()).into_iter().chain(first(words.last())).collect()
}

/// Counts the letters of a name without an organization, which are fewer in abbreviations.
pub(super) fn weight(name: &str) -> usize {
    before_marks(name).chars().filter(|c| c.is_alphanumeric()).count()
}

/// Returns a name without an organization or pronouns.
fn before_marks(name: &str) -> &str {
    // Most names have none.
    if !name.contains(['(', '[', '（', '-', '–', '—', '|', ',']) {
        return name;
    }
    let before = MARKS.iter().filter_map(|mark| name.find(mark)).filter(|at| *at > 0).min();
    &name[..before.unwrap_or(name.len())]
}

/// True if a name looks like a list of names: words on both sides of a comma, `and`, `&` or `/`, all
/// capitalized. Exceptions are `Jr.`, acronyms, and single words on both sides (a company, or surname first).
pub(in crate::format) fn is_several(name: &str) -> bool {
    let is_joint = |word| matches!(word, "and" | "und" | "et");
    if !name.contains([',', '&', '/']) && !name.split(' ').any(is_joint) {
        return false;
    }
    let mut parts = vec![name];
    for mark in [", ", " and ", " & ", " / ", " und ", " et "] {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).collect();
    }
    let words: Vec<Vec<&str>> = parts.iter().map(|part| part.split_whitespace().collect()).collect();
    let is_name = |words: &Vec<&str>| {
        !words.is_empty()
            && words.iter().all(|word| {
                word.chars().next().is_some_and(char::is_uppercase) && !word.contains(char::is_numeric)
            })
    };
    let is_capitals = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let is_company = words.iter().flatten().any(|word| {
        let word = word.trim_end_matches('.').to_lowercase();
        ["jr", "sr", "phd", "md", "inc", "ltd", "llc", "gmbh", "co", "ag", "friends", "team"]
            .contains(&word.as_str())
    });
    let is_acronym = words.iter().any(|words| matches!(words[..], [word] if is_capitals(word)));
    words.len() > 1
        && words.iter().all(is_name)
        && words.iter().any(|words| words.len() > 1)
        && !is_company
        && !is_acronym
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_to_write_a_name() {
        for (one, two) in [
            ("Jane Doe", " jane  DOE "),
            ("J. Doe", "Jane Doe"),
            ("J Doe", "Jane Doe"),
            ("Jane D.", "Jane Doe"),
            ("Jane M. Doe", "Jane Doe"),
            ("J. M. Doe", "Jane Mary Doe"),
            ("Jane Mary Doe", "Jane Doe"),
            ("Jane Doe", "Jane Doe (ACME)"),
            ("jane doe", "Jane Doe [she/her]"),
            ("Jane Doe", "Jane Doe - ACME"),
            ("Jane Doe", "Jane Doe | ACME"),
            ("Jane Doe", "Jane Doe, ACME"),
            ("Jane Doe", "Jane Doe, PhD"),
            ("Jané Dœ", "Jane Dœ"),
            ("А. Осмонов", "Алыкул Осмонов"),
            ("山田太郎", "山田太郎（ACME）"),
        ] {
            assert!(is_variant(one, two) && is_variant(two, one), "{one}, {two}");
            assert_eq!(initials(one), initials(two), "{one}, {two}");
        }
    }

    #[test]
    fn names_of_two_people() {
        for (one, two) in [
            ("Jane Doe", "John Doe"),
            ("Jane Doe", "Jane Roe"),
            ("Jane", "Jane Doe"),
            ("J. D.", "Jane Doe"),
            ("J.", "Jane"),
            ("Jane Doe (ACME)", "Jane Doe (Umbrella)"),
            ("Jane Doe", "Jane Doe, John Roe"),
            ("Jane Doe", "Jane Doe & John Roe"),
            ("Jane Doe and Ann Roe", "Jane Roe"),
            ("J. & Doe", "Jane Doe"),
            ("Steering crew", "Steering"),
            ("Jane M. Doe", "Jane K. Doe"),
            ("(TBA)", "TBA"),
            ("", "Jane Doe"),
            ("😀", "🎈"),
        ] {
            assert!(!is_variant(one, two) && !is_variant(two, one), "{one}, {two}");
        }
    }

    #[test]
    fn the_fullest_name_weighs_most() {
        assert!(weight("Jane Doe") > weight("J. Doe"));
        assert_eq!(weight("Jane Doe (ACME)"), weight("Jane Doe"));
    }

    #[test]
    fn names_of_several_people() {
        for name in [
            "Ada One, Bea Two",
            "Ada One & Bea Two",
            "Ada and Bea Two",
            "Ada One / Bea Two, Cid Three",
            "Steve Conner, Derek Woodroffe",
            "Ada Lovelace and Charles Babbage",
        ] {
            assert!(is_several(name), "{name}");
        }
        for name in [
            "Ada One",
            "One, Ada",
            "Ada One, Jr.",
            "Ada One, PhD",
            "Ada One, DG8NGN",
            "Ada One, ACME",
            "Smith & Co",
            "Smith & Sons",
            "Rust and friends",
            "Ada Lovelace (she, her)",
            "Ada, ",
        ] {
            assert!(!is_several(name), "{name}");
        }
    }
}
