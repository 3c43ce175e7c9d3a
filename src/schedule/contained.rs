//! [`contained`]: reading on a thread of its own, so that a fault in a reader costs no more than the file.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;
use std::{io, panic, thread};

/// The name of each thread that reads a file.
const READER: &str = "reader";

/// The stack of such a thread. The main thread of a process usually has half of it, other threads an eighth.
const STACK: usize = 16 << 20;

/// The beginning of files at which reading panics, in the tests of this crate.
pub(super) const FAULTY: &[u8] = b"# panics in a test";

/// The beginning of files whose reading does not end, in the tests of this crate.
const ENDLESS: &[u8] = b"# does not end in a test";

/// Panics or does not end at such files in the tests of this crate, as a reader with a fault would.
pub(super) fn fail_in_tests(bytes: &[u8]) {
    while cfg!(test) && bytes.starts_with(ENDLESS) {
        thread::park();
    }
    assert!(!cfg!(test) || !bytes.starts_with(FAULTY), "a fault for a test");
}

/// The reason why nothing came of reading.
#[derive(Debug)]
pub enum ReaderPanic {
    /// The reader panicked.
    Panicked,
    /// It was not done in time.
    TooSlow,
    /// The system has no thread for it.
    NoThread(io::Error),
}

/// Reads something on a thread of its own, with a large stack. What is not read within `patience` is given up: the thread
/// goes on, but its result is dropped.
///
/// # Errors
/// When the reader panicked, was not done in time, or could not be started.
pub fn contained<T: Send + 'static>(
    patience: Option<Duration>,
    read: impl FnOnce() -> T + Send + 'static,
) -> Result<T, ReaderPanic> {
    let (done, result) = channel();
    // The sender is dropped when the thread panics, which ends the wait.
    let work = move || drop(done.send(read()));
    let reader = thread::Builder::new().name(READER.to_owned()).stack_size(STACK);
    reader.spawn(work).map_err(ReaderPanic::NoThread)?;
    let Some(patience) = patience else { return result.recv().map_err(|_| ReaderPanic::Panicked) };
    result.recv_timeout(patience).map_err(|error| match error {
        RecvTimeoutError::Timeout => ReaderPanic::TooSlow,
        RecvTimeoutError::Disconnected => ReaderPanic::Panicked,
    })
}

/// True on a thread that reads a file: a panic there is contained, and the caller of [`contained`] reports it.
#[must_use]
pub fn is_reader() -> bool {
    thread::current().name() == Some(READER)
}

/// Keeps panics of readers off standard error: the caller of [`contained`] reports them, in a sentence. Their own report may
/// quote the file, and with it sequences that drive a terminal. Other panics are reported as before.
pub fn hush_readers() {
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !is_reader() {
            others(info);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_panics_or_takes_too_long_costs_its_own_result() {
        assert_eq!(contained(None, || (is_reader(), 1 + 1)).ok(), Some((true, 2)));
        assert!(!is_reader());
        assert!(matches!(contained::<()>(None, || panic!("fault")), Err(ReaderPanic::Panicked)));
        let patience = Some(Duration::from_secs(60));
        assert_eq!(contained(patience, || 3).ok(), Some(3));
        assert!(matches!(contained::<()>(patience, || panic!("fault")), Err(ReaderPanic::Panicked)));
        let (release, wait) = channel::<()>();
        let slow = contained(Some(Duration::from_millis(1)), move || wait.recv().is_ok());
        assert!(matches!(slow, Err(ReaderPanic::TooSlow)));
        drop(release);
    }

    #[test]
    fn a_reader_may_call_itself_deeply() {
        fn depth(left: usize) -> usize {
            let array = [left; 64];
            if left == 0 { 0 } else { depth(left - 1) + std::hint::black_box(array)[0].min(1) }
        }
        assert_eq!(contained(None, || depth(10_000)).ok(), Some(10_000));
    }
}
