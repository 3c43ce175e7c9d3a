//! [`FetchError`]: why nothing was fetched, in a sentence.

use super::connection_guard::Refusal;
use super::policy::PolicyError;
use super::{Policy, ScheduleUrl};
use crate::i18n::{Locale, Message, MessageArg};
use crate::text::SafeText;

/// Why nothing was fetched from an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchError {
    url: SafeText,
    why: FetchErrorKind,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchErrorKind {
    /// It cannot be an address.
    BadAddress,
    /// It is an address, but not of https; this is what would be.
    NotHttps(SafeText),
    /// There is a name or a password in the address.
    UserInfo,
    /// It is on this machine, or in its network: this host.
    NotPublic(SafeText),
    /// The server leads on to an address that is not followed.
    Redirect(SafeText),
    /// It leads on more often than this.
    Redirects(u32),
    /// No server could be talked to.
    NoConnection(SafeText),
    /// It took too long.
    TimedOut,
    /// Nobody who is believed vouches for the server.
    Certificate {
        /// What is wrong with its certificate.
        error: SafeText,
        /// Whether somebody vouches whom Mozilla does not know.
        is_unknown: bool,
    },
    /// The server answered with this status in place of a program.
    Status(u16),
    /// The answer is not HTTP.
    BadAnswer(SafeText),
    /// It is larger than so many bytes.
    TooLarge(u64),
    /// Not all of the answer came.
    BrokenOff,
    /// What came is a page for browsers.
    Page,
    /// What came is no program.
    NoProgram,
    /// The reader of what came panicked.
    Fault,
}

/// What `rustls` says of certificates; it is said in no other way by the client that hides it.
const BAD_CERTIFICATE: &str = "invalid peer certificate: ";
const UNKNOWN_ISSUER: &str = "UnknownIssuer";

impl FetchError {
    pub(super) fn new(address: &ScheduleUrl, why: FetchErrorKind) -> Self {
        Self { url: SafeText::line(address.as_str()), why }
    }

    /// The same of what is no address that could be fetched.
    pub(super) fn of_text(text: &str, why: FetchErrorKind) -> Self {
        Self { url: SafeText::line(text), why }
    }

    /// What went wrong.
    #[must_use]
    pub fn why(&self) -> &FetchErrorKind {
        &self.why
    }

    /// One sentence that says what, where and what to do.
    #[must_use]
    pub fn sentence(&self, locale: &Locale) -> String {
        let with = |message, values: &[(&'static str, MessageArg)]| {
            locale.with(message, &[&[("url", MessageArg::from(&self.url))], values].concat())
        };
        let text = |name, text| [(name, MessageArg::from(text))];
        match &self.why {
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
            FetchErrorKind::BrokenOff => with(Message::FetchBrokenOff, &[]),
            FetchErrorKind::Page => with(Message::FetchPage, &[]),
            FetchErrorKind::NoProgram => with(Message::FetchNoProgram, &[]),
            FetchErrorKind::Fault => with(Message::FetchFault, &[]),
        }
    }
}

impl FetchErrorKind {
    /// Why there is no answer to a question that was asked by this policy.
    pub(super) fn of(error: ureq::Error, policy: &Policy) -> Self {
        use ureq::Error;

        match error {
            Error::Other(other) => match other.downcast::<Refusal>() {
                Ok(refusal) => Self::refused(&refusal),
                Err(other) => Self::NoConnection(SafeText::line(&other.to_string())),
            },
            Error::RequireHttpsOnly(target) => Self::Redirect(SafeText::line(&target)),
            Error::TooManyRedirects => Self::Redirects(policy.redirects),
            Error::Timeout(_) => Self::TimedOut,
            // The address itself can be asked for, so it is one that the server leads on to.
            Error::BadUri(_) | Error::Http(_) => Self::BadAnswer(SafeText::line(&error.to_string())),
            Error::Protocol(_) | Error::LargeResponseHeader(..) | Error::RedirectFailed => {
                Self::BadAnswer(SafeText::line(&error.to_string()))
            }
            Error::Io(error) => Self::of_io(&error.to_string()),
            Error::HostNotFound | Error::ConnectionFailed | Error::ConnectProxyFailed(_) => {
                Self::NoConnection(SafeText::line(&error.to_string()))
            }
            error => Self::of_io(&error.to_string()),
        }
    }

    /// Why an answer that began did not come to its end.
    pub(super) fn of_body(error: &ureq::Error) -> Self {
        match error {
            ureq::Error::Timeout(_) => Self::TimedOut,
            _ => Self::BrokenOff,
        }
    }

    fn refused(refusal: &Refusal) -> Self {
        let target = SafeText::line(&refusal.target);
        match refusal.refused {
            PolicyError::NotPublic => Self::NotPublic(target),
            // The address itself was looked at before anything was asked.
            PolicyError::NotHttps | PolicyError::UserInfo => Self::Redirect(target),
        }
    }

    fn of_io(error: &str) -> Self {
        match error.split_once(BAD_CERTIFICATE) {
            Some((_, error)) => Self::Certificate {
                error: SafeText::line(error),
                is_unknown: error.starts_with(UNKNOWN_ISSUER),
            },
            None => Self::NoConnection(SafeText::line(error)),
        }
    }
}
