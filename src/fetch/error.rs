//! [`FetchError`]: a failed download, and its sentence.

use super::Policy;
use super::connection_guard::Refusal;
use super::policy::PolicyError;
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::text::SafeText;

/// A failed download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchError {
    url: SafeText,
    kind: FetchErrorKind,
}

/// The reason for a failed download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchErrorKind {
    /// Not a URL.
    BadAddress,
    /// Not `https`; the value is a suggestion.
    NotHttps(SafeText),
    /// User name or password in the URL.
    UserInfo,
    /// The host is local: this machine or its network.
    NotPublic(SafeText),
    /// A redirect to a URL that the policy forbids.
    Redirect(SafeText),
    /// More redirects than this.
    Redirects(u32),
    /// No connection.
    NoConnection(SafeText),
    /// The time limit was exceeded.
    TimedOut,
    /// The certificate is not trusted.
    Certificate {
        /// The message of the TLS library.
        error: SafeText,
        /// True if the issuer is unknown, so the system's roots may help.
        is_unknown: bool,
    },
    /// An HTTP status other than success.
    Status(u16),
    /// Not HTTP.
    BadAnswer(SafeText),
    /// More bytes than this.
    TooLarge(u64),
    /// The response is incomplete.
    Incomplete,
    /// A web page.
    Page,
    /// Not a schedule.
    NotASchedule,
    /// The reader panicked.
    ReaderPanicked,
}

/// The prefix of `rustls` errors, which `ureq` exposes only as text.
const BAD_CERTIFICATE: &str = "invalid peer certificate: ";
const UNKNOWN_ISSUER: &str = "UnknownIssuer";

impl FetchError {
    /// Creates the error for a URL or an invalid one.
    pub(super) fn new(url: &str, kind: FetchErrorKind) -> Self {
        Self { url: SafeText::line(url), kind }
    }

    /// Returns the reason.
    #[must_use]
    pub fn kind(&self) -> &FetchErrorKind {
        &self.kind
    }

    /// Returns the error as one sentence.
    #[must_use]
    pub fn sentence(&self, locale: &Locale) -> String {
        let with = |message, values: &[(&'static str, MessageArg)]| {
            locale.with(message, &[&[("url", MessageArg::from(&self.url))], values].concat())
        };
        let text = |name, text| [(name, MessageArg::from(text))];
        match &self.kind {
            FetchErrorKind::BadAddress => with(Message::FetchBadAddress, &[]),
            FetchErrorKind::NotHttps(https) => with(Message::FetchNotHttps, &text("https", https)),
            FetchErrorKind::UserInfo => with(Message::FetchUserInfo, &[]),
            FetchErrorKind::NotPublic(host) => with(Message::FetchNotPublic, &text("host", host)),
            FetchErrorKind::Redirect(target) => with(Message::FetchRedirect, &text("target", target)),
            FetchErrorKind::Redirects(count) => {
                with(Message::FetchRedirects, &[("count", MessageArg::Number(i64::from(*count)))])
            }
            FetchErrorKind::NoConnection(error) => with(Message::FetchNoConnection, &text("error", error)),
            FetchErrorKind::TimedOut => with(Message::FetchTimedOut, &[]),
            FetchErrorKind::Certificate { error, .. } => {
                with(Message::FetchCertificate, &text("error", error))
            }
            FetchErrorKind::Status(status) => {
                let what = match status {
                    404 | 410 => "missing",
                    401 | 403 | 407 => "closed",
                    429 => "often",
                    500..=599 => "server",
                    _ => "other",
                };
                let status = MessageArg::text(&status.to_string());
                with(Message::FetchStatus, &[("what", MessageArg::Word(what)), ("status", status)])
            }
            FetchErrorKind::BadAnswer(error) => with(Message::FetchBadAnswer, &text("error", error)),
            FetchErrorKind::TooLarge(largest) => {
                let megabytes = MessageArg::text(&(largest >> 20).to_string());
                with(Message::FetchTooLarge, &[("megabytes", megabytes)])
            }
            FetchErrorKind::Incomplete => with(Message::FetchBrokenOff, &[]),
            FetchErrorKind::Page => with(Message::FetchPage, &[]),
            FetchErrorKind::NotASchedule => with(Message::FetchNoProgram, &[]),
            FetchErrorKind::ReaderPanicked => with(Message::FetchFault, &[]),
        }
    }
}

impl FetchErrorKind {
    /// Classifies an error before or during the response headers.
    pub(super) fn from_request_error(error: ureq::Error, policy: &Policy) -> Self {
        use ureq::Error;

        match error {
            Error::Other(other) => match other.downcast::<Refusal>() {
                Ok(refusal) => Self::from_refusal(&refusal),
                Err(other) => Self::NoConnection(SafeText::line(&other.to_string())),
            },
            Error::RequireHttpsOnly(target) => Self::Redirect(SafeText::line(&target)),
            Error::TooManyRedirects => Self::Redirects(policy.max_redirects),
            Error::Timeout(_) => Self::TimedOut,
            // The requested URL is valid, so this is the URL of a redirect.
            Error::BadUri(_) | Error::Http(_) => Self::BadAnswer(SafeText::line(&error.to_string())),
            Error::Protocol(_) | Error::LargeResponseHeader(..) | Error::RedirectFailed => {
                Self::BadAnswer(SafeText::line(&error.to_string()))
            }
            Error::Io(error) => Self::from_io_error(&error.to_string()),
            Error::HostNotFound | Error::ConnectionFailed | Error::ConnectProxyFailed(_) => {
                Self::NoConnection(SafeText::line(&error.to_string()))
            }
            error => Self::from_io_error(&error.to_string()),
        }
    }

    /// Classifies an error in the response body.
    pub(super) fn from_body_error(error: &ureq::Error) -> Self {
        match error {
            ureq::Error::Timeout(_) => Self::TimedOut,
            _ => Self::Incomplete,
        }
    }

    fn from_refusal(refusal: &Refusal) -> Self {
        let target = SafeText::line(&refusal.target);
        match refusal.refused {
            PolicyError::NotPublic => Self::NotPublic(target),
            // The requested URL was checked before, so this is the URL of a redirect.
            PolicyError::NotHttps | PolicyError::UserInfo => Self::Redirect(target),
        }
    }

    fn from_io_error(error: &str) -> Self {
        match error.split_once(BAD_CERTIFICATE) {
            Some((_, error)) => Self::Certificate {
                error: SafeText::line(error),
                is_unknown: error.starts_with(UNKNOWN_ISSUER),
            },
            None => Self::NoConnection(SafeText::line(error)),
        }
    }
}
