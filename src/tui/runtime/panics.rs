//! Handles panics: restores the terminal, then writes the report.

use std::any::Any;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::process;

use crate::schedule::is_reader_thread;
use crate::tui::terminal::TerminalHandle;
use kurultai_schedule::text::SafeText;

/// The exit status of a Rust process that panicked.
const STATUS: i32 = 101;

/// Makes a panic in any thread restore the terminal and end the process.
///
/// It ends the whole process, because other threads would draw over the report. A panic in a reader does not:
/// the app reports that the file cannot be read.
pub(super) fn install_hook(terminal: TerminalHandle) {
    panic::set_hook(Box::new(move |info| {
        if is_reader_thread() {
            return;
        }
        terminal.leave();
        // If standard error fails, the report is lost.
        drop(io::stderr().lock().write_all(report(info).as_bytes()));
        process::exit(STATUS)
    }));
}

/// Returns location and message of a panic, sanitized; with a backtrace if `RUST_BACKTRACE` is set.
fn report(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let reason = reason(info.payload());
    let mut report = format!("{}: {}\n", SafeText::line(&place), SafeText::text(reason));
    let backtrace = Backtrace::capture();
    if backtrace.status() == BacktraceStatus::Captured {
        report.push_str(&SafeText::text(&backtrace.to_string()));
        report.push('\n');
    }
    report
}

/// Returns the message of a panic.
fn reason(payload: &dyn Any) -> &str {
    let fixed = payload.downcast_ref::<&str>().copied();
    fixed.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or_default()
}
