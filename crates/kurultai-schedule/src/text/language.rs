//! [`Lang`]: a language tag.

use std::cmp::Ordering;
use std::fmt;

/// Two-letter codes, sorted, for binary search.
const ISO_639_1: &str = "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
    dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
    ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne \
    ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv \
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Country codes that are often written instead of a language code. `kg` is also a language (Kongo), but in event files
/// it has always been a mistake for Kyrgyz.
const COUNTRIES: [(&str, &str); 17] = [
    ("kg", "ky"),
    ("kz", "kk"),
    ("tj", "tg"),
    ("tm", "tk"),
    ("by", "be"),
    ("ua", "uk"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("jp", "ja"),
    ("cn", "zh"),
    ("tw", "zh-TW"),
    ("kp", "ko"),
    ("gb", "en"),
    ("us", "en"),
    ("at", "de"),
    ("ge", "ka"),
];

/// A BCP 47 language tag: `ky`, `en-GB`, `zh-Hant`.
///
/// ```
/// use kurultai_schedule::text::Lang;
/// assert_eq!(Lang::parse("ky").map(|lang| lang.to_string()), Ok("ky".to_owned()));
/// assert_eq!(Lang::parse("kg"), Err(Some("ky")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Box<str>);

impl Lang {
    /// Parses a tag: an ISO 639-1 code or three letters (ISO 639-3, not validated), then subtags.
    ///
    /// # Errors
    /// Returns the probably intended code, if there is one, when `code` is not a language tag.
    pub fn parse(code: &str) -> Result<Self, Option<&'static str>> {
        let code = code.replace('_', "-");
        let mut subtags = code.split('-');
        let primary = subtags.next().unwrap_or_default().to_ascii_lowercase();
        if let Some((_, meant)) = COUNTRIES.iter().find(|(country, _)| *country == primary) {
            return Err(Some(meant));
        }
        let is_known = match primary.len() {
            2 => is_of_iso_639_1(&primary),
            3 => primary.bytes().all(|byte| byte.is_ascii_lowercase()),
            _ => false,
        };
        let mut tag = primary;
        for subtag in subtags {
            if !(1..=8).contains(&subtag.len()) || !subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return Err(None);
            }
            tag.push('-');
            tag.push_str(&canonical(subtag));
        }
        if is_known { Ok(Self(tag.into())) } else { Err(None) }
    }

    /// Returns the tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the primary subtag: `zh` for `zh-Hant`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

/// Binary search in [`ISO_639_1`]: every text of a file may have a language tag.
fn is_of_iso_639_1(code: &str) -> bool {
    let codes = ISO_639_1.as_bytes();
    let (mut low, mut high) = (0, codes.len().div_ceil(3));
    while low < high {
        let middle = usize::midpoint(low, high);
        match codes[middle * 3..middle * 3 + 2].cmp(code.as_bytes()) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return true,
        }
    }
    false
}

/// Normalizes the case of a subtag: scripts as `Hant`, regions as `TW`, others in lower case.
fn canonical(subtag: &str) -> String {
    match subtag.len() {
        2 => subtag.to_ascii_uppercase(),
        4 if subtag.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            let lower = subtag.to_ascii_lowercase();
            let (first, rest) = lower.split_at(1);
            first.to_ascii_uppercase() + rest
        }
        _ => subtag.to_ascii_lowercase(),
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_bcp_47_writes_them() {
        for (code, read) in [("ky", "ky"), ("EN_gb", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"), ("sah", "sah")] {
            assert_eq!(Lang::parse(code).map(|lang| lang.to_string()), Ok(read.to_owned()));
        }
    }

    #[test]
    fn every_code_is_found_and_no_other() {
        let codes: Vec<&str> = ISO_639_1.split(' ').collect();
        assert!(codes.is_sorted(), "in order, so that halves can be left out");
        for first in 'a'..='z' {
            for second in 'a'..='z' {
                let code = format!("{first}{second}");
                assert_eq!(is_of_iso_639_1(&code), codes.contains(&code.as_str()), "{code}");
            }
        }
    }

    #[test]
    fn invalid_language_codes_are_rejected() {
        for (code, meant) in [
            ("kg", Some("ky")),
            ("jp-JP", Some("ja")),
            ("qq", None),
            ("Kyrgyz", None),
            ("", None),
            ("en-", None),
        ] {
            assert_eq!(Lang::parse(code), Err(meant), "{code}");
        }
    }
}
