//! [`run_reader`]: runs a reader on a separate thread, so that a panic affects only one file.

use std::hint::black_box;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;
use std::{io, panic, thread};

const READER: &str = "reader";

/// The stack size of a reader thread: twice the usual size of a main thread.
const STACK: usize = 16 << 20;

/// The number of bytes that are needed to read a large schedule.
const HEAP: usize = 8 << 20;

/// The prefix of files on which the reader panics in unit tests.
pub(super) const FAULTY: &[u8] = b"# panics in a test";

/// The prefix of files on which the reader never returns in unit tests.
const ENDLESS: &[u8] = b"# does not end in a test";

pub(super) fn fail_in_tests(bytes: &[u8]) {
    while cfg!(test) && bytes.starts_with(ENDLESS) {
        thread::park();
    }
    assert!(!cfg!(test) || !bytes.starts_with(FAULTY), "a fault for a test");
}

/// The reason why a reader returned no result.
#[derive(Debug)]
pub enum ReaderPanic {
    /// The reader panicked.
    Panicked,
    /// The reader exceeded its time limit.
    TooSlow,
    /// The system could not start a thread.
    NoThread(io::Error),
}

/// Runs `read` on a thread with a large stack. After `patience`, its result is ignored; the thread is not
/// stopped.
///
/// # Errors
/// If the reader panics, exceeds the limit, or cannot be started.
pub fn run_reader<T: Send + 'static>(
    patience: Option<Duration>,
    read: impl FnOnce() -> T + Send + 'static,
) -> Result<T, ReaderPanic> {
    let (done, result) = channel();
    let work = move || {
        grow_heap();
        // A panic drops the sender, which ends the wait.
        drop(done.send(read()));
    };
    let reader = thread::Builder::new().name(READER.to_owned()).stack_size(STACK);
    reader.spawn(work).map_err(ReaderPanic::NoThread)?;
    let Some(patience) = patience else { return result.recv().map_err(|_| ReaderPanic::Panicked) };
    result.recv_timeout(patience).map_err(|error| match error {
        RecvTimeoutError::Timeout => ReaderPanic::TooSlow,
        RecvTimeoutError::Disconnected => ReaderPanic::Panicked,
    })
}

/// Lets the allocator of a new thread grow once. glibc would otherwise ask the system for each page, which takes nearly a
/// tenth of the time in which a large file is read. Pages that are not used take no memory.
fn grow_heap() {
    // The first allocation is apart from the heap of the thread, and freeing it raises the size of those that are not.
    for size in [HEAP, HEAP / 2] {
        drop(black_box(Vec::<u8>::with_capacity(size)));
    }
}

/// True on a reader thread.
#[must_use]
pub fn is_reader_thread() -> bool {
    thread::current().name() == Some(READER)
}

/// Suppresses panic messages of reader threads on stderr: the caller of [`run_reader`] reports the panic, and
/// the message may contain control sequences from the file.
pub fn silence_reader_panics() {
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !is_reader_thread() {
            others(info);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_and_timeouts_are_errors() {
        assert_eq!(run_reader(None, || (is_reader_thread(), 1 + 1)).ok(), Some((true, 2)));
        assert!(!is_reader_thread());
        assert!(matches!(run_reader::<()>(None, || panic!("fault")), Err(ReaderPanic::Panicked)));
        let patience = Some(Duration::from_secs(60));
        assert_eq!(run_reader(patience, || 3).ok(), Some(3));
        assert!(matches!(run_reader::<()>(patience, || panic!("fault")), Err(ReaderPanic::Panicked)));
        let (release, wait) = channel::<()>();
        let slow = run_reader(Some(Duration::from_millis(1)), move || wait.recv().is_ok());
        assert!(matches!(slow, Err(ReaderPanic::TooSlow)));
        drop(release);
    }

    #[test]
    fn readers_may_recurse_deeply() {
        fn depth(left: usize) -> usize {
            let array = [left; 64];
            if left == 0 { 0 } else { depth(left - 1) + black_box(array)[0].min(1) }
        }
        assert_eq!(run_reader(None, || depth(10_000)).ok(), Some(10_000));
    }
}
