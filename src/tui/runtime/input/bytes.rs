//! Input as terminal bytes.
//!
//! One thread reads and decodes the bytes, another only detects the timeout of an incomplete sequence, which a thread
//! that blocks on the terminal cannot. Polling with a timeout in one thread does not work on every system.

use std::io;
use std::sync::mpsc::{Receiver, SendError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::decoder::{Decoder, Input};
use crate::clock::Clock;
use crate::tui::runtime::loop_event::LoopEvent;
use crate::tui::terminal::TerminalHandle;

/// The longest time to wait for the rest of an escape sequence, slightly less than a delay that users
/// notice after pressing Escape.
const PATIENCE: Duration = Duration::from_millis(45);
/// The time after which the rest of a sequence is not recognized any more.
const LATE: Duration = Duration::from_secs(1);
/// The largest number of bytes to read at once.
const CHUNK: usize = 1 << 16;

pub(super) fn listen(terminal: TerminalHandle, events: Sender<LoopEvent>) -> io::Result<()> {
    let (incomplete, inbox) = channel();
    let input = Arc::new(Mutex::new(TerminalInput {
        decoder: Decoder::default(),
        events,
        last: Clock::instant(),
        reads: 0,
    }));
    let shared = Arc::clone(&input);
    thread::Builder::new().spawn(move || watch(&inbox, &shared))?;
    thread::Builder::new().spawn(move || {
        let mut buffer = vec![0; CHUNK];
        loop {
            let flow = match read(&terminal, &mut buffer) {
                Ok(bytes) => lock(&input).feed(bytes, &incomplete),
                Err(error) => {
                    // The loop may have ended.
                    drop(lock(&input).events.send(LoopEvent::Failed(error)));
                    break;
                }
            };
            if flow.is_err() {
                break;
            }
        }
    })?;
    Ok(())
}

/// The decoder, shared by the thread that reads and the thread that watches the time.
struct TerminalInput {
    decoder: Decoder,
    events: Sender<LoopEvent>,
    /// The time of the last read.
    last: Instant,
    /// The number of reads.
    reads: u64,
}

/// The loop has ended.
struct Ended;

impl<T> From<SendError<T>> for Ended {
    fn from(_: SendError<T>) -> Self {
        Self
    }
}

impl TerminalInput {
    /// Decodes bytes. Sends the number of the read to `incomplete` if the rest of a sequence is missing.
    fn feed(&mut self, bytes: &[u8], incomplete: &Sender<u64>) -> Result<(), Ended> {
        let now = Clock::instant();
        if now.duration_since(self.last) > LATE {
            self.decoder.forget();
        }
        self.last = now;
        self.reads += 1;
        let mut inputs = Vec::new();
        self.decoder.feed(bytes, &mut inputs);
        self.send(inputs)?;
        if self.decoder.awaits_more() {
            incomplete.send(self.reads)?;
        }
        Ok(())
    }

    /// Decodes an incomplete sequence as it is, unless more was read after this read.
    fn give_up(&mut self, read: u64) -> Result<(), Ended> {
        let mut inputs = Vec::new();
        if read == self.reads {
            self.decoder.give_up(&mut inputs);
        }
        self.send(inputs)
    }

    fn send(&self, inputs: Vec<Input>) -> Result<(), Ended> {
        inputs.into_iter().try_for_each(|input| Ok(self.events.send(event(input))?))
    }
}

/// Locks the decoder. A panic of the other thread ends the process.
fn lock(input: &Mutex<TerminalInput>) -> MutexGuard<'_, TerminalInput> {
    input.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits for the rest of incomplete sequences.
fn watch(incomplete: &Receiver<u64>, input: &Mutex<TerminalInput>) {
    while let Ok(mut read) = incomplete.recv() {
        while let Ok(later) = incomplete.recv_timeout(PATIENCE) {
            read = later;
        }
        if lock(input).give_up(read).is_err() {
            return;
        }
    }
}

/// Waits for bytes and returns them.
///
/// A background process is stopped if it reads, but not if it polls, so poll first. Where a terminal
/// cannot be polled (`/dev/tty` on macOS), the read blocks.
fn read<'a>(terminal: &TerminalHandle, buffer: &'a mut [u8]) -> io::Result<&'a [u8]> {
    let keyboard = terminal.keyboard();
    loop {
        match poll(&mut [PollFd::new(&keyboard, PollFlags::IN)], None) {
            Ok(_) | Err(Errno::INVAL) => {}
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
        }
        match rustix::io::read(keyboard, &mut *buffer) {
            // Reads from a lost terminal return no bytes.
            Ok(0) => return Err(Errno::IO.into()),
            Ok(count) => return Ok(&buffer[..count]),
            // Another process read the bytes from a non-blocking terminal.
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn event(input: Input) -> LoopEvent {
    match input {
        Input::Key(key) => LoopEvent::Key(key),
        Input::Pointer(pointer) => LoopEvent::Pointer(pointer),
        Input::Paste(text) => LoopEvent::Paste(text),
        Input::Background(background) => LoopEvent::Background(background),
        Input::Changed(background) => LoopEvent::BackgroundChanged(background),
        Input::Answered => LoopEvent::Answered,
    }
}
