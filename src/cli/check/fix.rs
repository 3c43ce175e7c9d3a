//! `check --fix`: shows the fixes that are certain as a diff, and writes them.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;

use similar::TextDiff;

use crate::atomic_file::{self, IfExists};
use crate::cli::question;
use crate::cli::streams::{Streams, warn_now};
use crate::i18n::{Locale, Message, MessageArg};
use crate::schedule::LoadedSchedule;
use kurultai_schedule::format::event_file::{Repaired, repair};
use kurultai_schedule::text::SafeText;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The result of a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fixed {
    /// The file has a new content.
    Written,
    /// The file is unchanged, because nothing is certain or the user declined.
    Nothing,
    /// The file cannot be repaired or written; that is reported.
    Failed,
}

/// Repairs an event file and prints what it did, on stdout only if `is_text`: other formats have nothing else there.
/// Asks first if there is a terminal to answer.
pub(super) fn fix(
    path: &Path,
    schedule: &LoadedSchedule,
    locale: &Locale,
    is_text: bool,
    streams: &mut Streams,
) -> Fixed {
    let report = |message, streams: &mut Streams| {
        streams.warn(&locale.with(message, &[("path", MessageArg::from(schedule.source.name()))]));
    };
    if !path.extension().and_then(OsStr::to_str).is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
        report(Message::FixOnlyEventFiles, streams);
        return Fixed::Failed;
    }
    let former = schedule.source.text();
    let Some(mark) = byte_order_mark(path, former) else {
        report(Message::FixOnlyUtf8, streams);
        return Fixed::Failed;
    };
    let Repaired { text, codes } = repair(&schedule.source);
    if codes.is_empty() {
        report(Message::FixNothing, streams);
        return Fixed::Nothing;
    }
    let diff = diff(schedule.source.name(), former, &text);
    if question::is_possible() {
        let question =
            locale.with(Message::FixQuestion, &[("path", MessageArg::from(schedule.source.name()))]);
        warn_now(&diff);
        if !question::ask(&question).is_some_and(|answer| is_yes(&answer)) {
            report(Message::FixDeclined, streams);
            return Fixed::Nothing;
        }
    } else if is_text {
        streams.print(&diff);
    } else {
        streams.warn(diff.trim_end());
    }
    let values = ("path", MessageArg::from(schedule.source.name()));
    match write(path, &format!("{mark}{text}")) {
        Ok(()) => {
            streams
                .warn(&locale.with(Message::FixDone, &[values, ("count", MessageArg::count(codes.len()))]));
            Fixed::Written
        }
        Err(error) => {
            let error = ("error", MessageArg::text(&error.to_string()));
            streams.warn(&locale.with(Message::OutputFailed, &[values, error]));
            Fixed::Failed
        }
    }
}

/// Returns the byte order mark of the file, or an empty text; `None` if its bytes are not those of the text, because
/// it is in another encoding, compressed or was changed meanwhile.
fn byte_order_mark(path: &Path, text: &str) -> Option<&'static str> {
    let bytes = fs::read(path).ok()?;
    let (mark, rest) = match bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()) {
        Some(rest) => (BYTE_ORDER_MARK, rest),
        None => ("", &bytes[..]),
    };
    (rest == text.as_bytes()).then_some(mark)
}

/// Replaces the content of a file, or of the file that a link leads to.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    atomic_file::write(&path, text.as_bytes(), Some(permissions), IfExists::Replace)
}

/// Returns the differences as a unified diff.
fn diff(name: &SafeText, former: &str, text: &str) -> String {
    let diff = TextDiff::from_lines(former, text);
    let mut unified = diff.unified_diff();
    let printed = unified.context_radius(1).header(name, name).to_string();
    format!("{}\n", SafeText::verbatim(&printed))
}

/// True if the answer is "yes" in a language of the interface: y, ооба, да.
fn is_yes(answer: &str) -> bool {
    answer.to_lowercase().starts_with(['y', 'о', 'д'])
}
