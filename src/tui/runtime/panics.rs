//! Panics: the terminal is given back first, then the report is written where it can be read.

use std::any::Any;
use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::process;

use crate::schedule::is_reader_thread;
use crate::text::SafeText;
use crate::tui::terminal::TerminalHandle;

/// The status with which Rust programs end that panicked.
const STATUS: i32 = 101;

/// Makes a panic in any thread, from now on, give the terminal back and end the process.
///
/// The whole process, because the others would go on drawing on the screen of the shell, over the report. A panic in a
/// reader does neither: it is contained, and the app says that the file cannot be read.
pub(super) fn give_back(terminal: TerminalHandle) {
    panic::set_hook(Box::new(move |info| {
        if is_reader_thread() {
            return;
        }
        terminal.leave();
        // There is nowhere to report that standard error is gone.
        drop(io::stderr().lock().write_all(report(info).as_bytes()));
        process::exit(STATUS)
    }));
}

/// Where it happened and what it says, safe to print; with the way there when `RUST_BACKTRACE` asks for it.
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

/// What `panic!` was given: a text as it stands, or one that was put together.
fn reason(payload: &dyn Any) -> &str {
    let fixed = payload.downcast_ref::<&str>().copied();
    fixed.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or_default()
}
