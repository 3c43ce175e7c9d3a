//! [`Message`]: the name of every sentence and word that the interface says.

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)+) => {
        /// A sentence or word of the interface. Its text stands in `locales/*.ftl` under [`Message::id`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the text of a message, in locales/en.ftl, says what it is")]
        pub enum Message {
            $($(#[$doc])* $name,)+
        }

        impl Message {
            /// Every message.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in the word files.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }
        }
    };
}

messages! {
    DateWeekdayDay = "date-weekday-day",
    DateRange = "date-range",
    DurationMinutes = "duration-minutes",
    DurationHours = "duration-hours",
    DurationHoursMinutes = "duration-hours-minutes",
    DidYouMean = "did-you-mean",
    SeverityError = "severity-error",
    SeverityWarning = "severity-warning",
    SeverityHint = "severity-hint",
    SeverityHelp = "severity-help",
}
