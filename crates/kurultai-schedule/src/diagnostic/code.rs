//! [`Code`] and [`Severity`] of diagnostics.

/// The severity of a diagnostic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Content is not displayed, or not as intended.
    Error,
    /// Everything is displayed, but probably not as intended.
    Warning,
    /// A suggestion.
    Hint,
}

impl Severity {
    /// True for errors and warnings.
    #[must_use]
    pub fn is_mistake(self) -> bool {
        self != Self::Hint
    }
}

macro_rules! codes {
    ($($group:literal => $($name:ident = $code:literal $severity:ident,)+)+) => {
        /// The type of a problem. Its message is in `locales/*.ftl`, as `diagnostic-` plus the code.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the sentence of a code, in locales/en.ftl, says what it is")]
        pub enum Code {
            $($($name,)+)+
        }

        impl Code {
            /// All codes.
            pub const ALL: &[Self] = &[$($(Self::$name),+),+];

            /// All codes by what they are about, with the headings of docs/CHECKS.md.
            pub const GROUPS: &[(&str, &[Self])] = &[$(($group, &[$(Self::$name),+])),+];

            /// Returns the printed code, such as `unknown-key`. Codes never change their meaning.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $($(Self::$name => $code,)+)+
                }
            }

            /// Returns the severity.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $($(Self::$name => Severity::$severity,)+)+
                }
            }
        }
    };
}

codes! {
    "Encoding and size" =>
    NotUtf8 = "not-utf8" Error,
    Utf16 = "utf-16" Warning,
    GuessedEncoding = "guessed-encoding" Hint,
    BadBytes = "bad-bytes" Error,
    BadArchive = "bad-archive" Error,
    CutOff = "cut-off" Error,
    TooMany = "too-many" Error,
    "Syntax" =>
    UnclosedText = "unclosed-text" Error,
    UnclosedBracket = "unclosed-bracket" Error,
    MissingEquals = "missing-equals" Error,
    MissingValue = "missing-value" Error,
    ColonForEquals = "colon-for-equals" Error,
    SmartQuotes = "smart-quotes" Error,
    UnquotedText = "unquoted-text" Error,
    ControlCharacter = "control-character" Error,
    QuoteInText = "quote-in-text" Error,
    BadEscape = "bad-escape" Error,
    BadKey = "bad-key" Error,
    AfterValue = "after-value" Error,
    MissingComma = "missing-comma" Error,
    DoubledEquals = "doubled-equals" Error,
    RoundBrackets = "round-brackets" Error,
    OddBlank = "odd-blank" Error,
    NotToml = "not-toml" Error,
    Syntax = "syntax" Error,
    DuplicateKey = "duplicate-key" Error,
    DuplicateTable = "duplicate-table" Error,
    MixedTable = "mixed-table" Error,
    BrokenHeader = "broken-header" Error,
    OneBracket = "one-bracket" Error,
    TwoBrackets = "two-brackets" Error,
    TooDeep = "too-deep" Error,
    ForgottenHeader = "forgotten-header" Error,
    MisspeltTable = "misspelt-table" Error,
    "Values" =>
    BadNumber = "bad-number" Error,
    BadTime = "bad-time" Error,
    TimeRange = "time-range" Error,
    BadDate = "bad-date" Error,
    ImpossibleDate = "impossible-date" Error,
    QuotedDate = "quoted-date" Hint,
    BadDuration = "bad-duration" Error,
    BadUrl = "bad-url" Error,
    BadColor = "bad-color" Error,
    BadZone = "bad-zone" Error,
    BadAttendance = "bad-attendance" Error,
    BadLanguage = "bad-language" Warning,
    WrongType = "wrong-type" Error,
    EmptyText = "empty-text" Warning,
    UnusualWord = "unusual-word" Warning,
    OwnWord = "own-word" Hint,
    HiddenCharacter = "hidden-character" Warning,
    "Keys and tables" =>
    UnknownKey = "unknown-key" Warning,
    UnknownTable = "unknown-table" Warning,
    BelongsAbove = "belongs-above" Error,
    BelongsBelow = "belongs-below" Warning,
    InsideText = "inside-text" Error,
    TopAndEvent = "top-and-event" Error,
    MissingTitle = "missing-title" Error,
    MissingKey = "missing-key" Error,
    NewerFormat = "newer-format" Warning,
    BadAllow = "bad-allow" Warning,
    "Times" =>
    NoDates = "no-dates" Hint,
    EndsBeforeItBegins = "ends-before-it-begins" Error,
    DateConflict = "date-conflict" Error,
    OffsetConflict = "offset-conflict" Warning,
    EndBeforeStart = "end-before-start" Error,
    EndAndDuration = "end-and-duration" Error,
    AllDayWithTime = "all-day-with-time" Warning,
    DuplicateDay = "duplicate-day" Error,
    "References" =>
    DuplicateId = "duplicate-id" Error,
    TwoAccounts = "two-accounts" Warning,
    Ambiguous = "ambiguous-name" Warning,
    NearName = "near-name" Warning,
    SeveralNames = "several-names" Hint,
    AllRooms = "all-rooms" Warning,
    Placeholder = "placeholder" Hint,
    UndeclaredName = "undeclared-name" Hint,
    UnknownSession = "unknown-session" Error,
    CircularSession = "circular-session" Error,
    "Published formats" =>
    UnknownFormat = "unknown-format" Error,
    NoSessions = "no-sessions" Warning,
    OnlyOthers = "only-others" Warning,
    NoTitle = "no-title" Warning,
    NoZone = "no-zone" Hint,
    BadValue = "bad-value" Warning,
    RepeatedId = "repeated-id" Warning,
    UnknownColumn = "unknown-column" Hint,
    UnknownReference = "unknown-reference" Warning,
    ClockConflict = "clock-conflict" Warning,
    DoubtfulOffset = "doubtful-offset" Warning,
    OutsideDay = "outside-day" Warning,
    SharedKey = "shared-key" Warning,
    RoomConflict = "room-conflict" Warning,
    NoLength = "no-length" Warning,
    TooLong = "too-long" Warning,
    PaddedName = "padded-name" Hint,
    LeftOut = "left-out" Hint,
    BrokenComponent = "broken-component" Warning,
    NoCalendarLine = "no-calendar-line" Warning,
    NoStart = "no-start" Warning,
    SharedUid = "shared-uid" Warning,
    OlderVersion = "older-version" Hint,
    RuleNotFollowed = "rule-not-followed" Warning,
    RepeatsOn = "repeats-on" Hint,
    ZoneByRules = "zone-by-rules" Hint,
    ZoneNotFollowed = "zone-not-followed" Warning,
    TimesInUtc = "times-in-utc" Hint,
    SeveralZones = "several-zones" Hint,
    Damaged = "damaged" Error,
    DeadLink = "dead-link" Hint,
    MendedLink = "mended-link" Hint,
    OtherScheme = "other-scheme" Hint,
    NoAddress = "no-address" Hint,
    "The whole schedule" =>
    // Reported by checks, as is `CutOff`. Readers report `SkippedTime` and `RepeatedTime`, which are here because
    // diagnostics at one position are sorted in this order.
    OutsideDates = "outside-dates" Warning,
    RoomOverlap = "room-overlap" Warning,
    SkippedTime = "skipped-time" Warning,
    RepeatedTime = "repeated-time" Hint,
    PersonOverlap = "person-overlap" Warning,
    MissingDate = "missing-date" Warning,
    ShortWalk = "short-walk" Warning,
    OutsideHours = "outside-hours" Warning,
    TooFewSeats = "too-few-seats" Warning,
    SpeakerWithoutSession = "speaker-without-session" Warning,
    UnusedPerson = "unused-person" Hint,
    UnusedRoom = "unused-room" Hint,
    UnusedTrack = "unused-track" Hint,
    DuplicateTitle = "duplicate-title" Hint,
    NoBreak = "no-break" Hint,
    MissingTranslation = "missing-translation" Hint,
    FaintColor = "faint-color" Hint,
}

impl Code {
    /// Returns the code with this name.
    ///
    /// ```
    /// use kurultai_schedule::diagnostic::Code;
    /// assert_eq!(Code::from_name("room-overlap"), Some(Code::RoomOverlap));
    /// assert_eq!(Code::from_name("rooms"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }

    /// Returns the id of its message.
    #[must_use]
    pub fn message_id(self) -> String {
        format!("diagnostic-{}", self.as_str())
    }

    /// Returns the id of the message with its meaning.
    #[must_use]
    pub fn meaning_id(self) -> String {
        format!("meaning-{}", self.as_str())
    }

    /// True if the argument `title` of its message is the title of a session.
    #[must_use]
    pub fn has_session_title(self) -> bool {
        matches!(
            self,
            Self::OutsideDates
                | Self::RoomOverlap
                | Self::PersonOverlap
                | Self::SkippedTime
                | Self::RepeatedTime
                | Self::MissingDate
                | Self::ShortWalk
                | Self::OutsideHours
                | Self::TooFewSeats
                | Self::DuplicateTitle
                | Self::NoBreak
                | Self::MissingTranslation
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_kebab_case_and_unique() {
        let mut codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert!(
            codes
                .iter()
                .all(|code| code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit()))
        );
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Code::ALL.len());
    }
}
