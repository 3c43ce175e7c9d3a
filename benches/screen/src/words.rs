//! [`Words`]: invented words, names and texts.

/// Syllables of words. Short words are frequent, and the last syllables are rare, as accents are in English texts.
const SYLLABLES: [&str; 48] = [
    "ta", "re", "mo", "li", "su", "ne", "ka", "di", "vo", "pe", "ra", "to", "le", "mi", "nu", "sa", "co",
    "fe", "ga", "bi", "do", "ve", "lu", "pa", "te", "ri", "so", "ma", "ke", "jo", "zi", "hu", "wa", "be",
    "ny", "cha", "sho", "tri", "plo", "gre", "stu", "bla", "qui", "dro", "fle", "né", "zö", "ңа",
];
/// The number of different words.
const WORDS: usize = 20_000;

/// A deterministic source of words.
pub(crate) struct Words(u64);

impl Words {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns a number below the limit (`SplitMix64`).
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or_default()
    }

    /// Adds a word. A few words make up most of a text, as in natural languages.
    fn word(&mut self, text: &mut String) {
        let limit = self.below(WORDS) + 1;
        let limit = self.below(limit) + 1;
        spell(self.below(limit), text);
    }

    /// Returns words that begin with a capital letter, separated by spaces.
    pub(crate) fn capitalized(&mut self, count: usize) -> String {
        let words = (0..count.max(1)).map(|_| {
            let mut word = String::new();
            self.word(&mut word);
            capitalize(&word)
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// Returns the name of a person, a different one for each number.
    pub(crate) fn name(&mut self, number: usize) -> String {
        let mut family = String::new();
        spell(number, &mut family);
        format!("{} {}", self.capitalized(1), capitalize(&family))
    }

    /// Returns a title of three to nine words.
    pub(crate) fn title(&mut self) -> String {
        let mut title = String::new();
        for _ in 0..3 + self.below(7) {
            self.word(&mut title);
            title.push(' ');
        }
        capitalize(title.trim_end())
    }

    /// Returns paragraphs of sentences, of at least `bytes` bytes, without characters that a format escapes except line
    /// feeds and commas.
    pub(crate) fn text(&mut self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 200);
        while text.len() < bytes {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            for _ in 0..3 + self.below(4) {
                self.sentence(&mut text);
            }
            text.truncate(text.trim_end().len());
        }
        text
    }

    fn sentence(&mut self, text: &mut String) {
        let mut sentence = String::new();
        let count = 5 + self.below(14);
        for index in 0..count {
            self.word(&mut sentence);
            let is_pause = index > 2 && self.below(10) == 0;
            sentence.push_str(if index + 1 == count {
                ". "
            } else if is_pause {
                ", "
            } else {
                " "
            });
        }
        text.push_str(&capitalize(&sentence));
    }
}

/// Adds the word with a number. Lower numbers have fewer syllables.
fn spell(mut number: usize, text: &mut String) {
    loop {
        text.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
        if number == 0 {
            break;
        }
    }
}

fn capitalize(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
