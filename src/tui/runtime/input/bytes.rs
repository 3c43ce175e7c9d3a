//! Input as terminal bytes.
//!
//! One thread reads the bytes and another decodes them: only a thread that does not block on the terminal can
//! detect the timeout of an incomplete sequence. Polling with a timeout in one thread does not work on every
//! system.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

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
    let (chunks, inbox) = channel();
    thread::Builder::new().spawn(move || {
        let mut buffer = vec![0; CHUNK];
        loop {
            let chunk = read(&terminal, &mut buffer);
            let is_failure = chunk.is_err();
            if chunks.send(chunk).is_err() || is_failure {
                break;
            }
        }
    })?;
    thread::Builder::new().spawn(move || decode(&inbox, &events))?;
    Ok(())
}

/// Waits for bytes and returns them.
///
/// A background process is stopped if it reads, but not if it polls, so poll first. Where a terminal
/// cannot be polled (`/dev/tty` on macOS), the read blocks.
fn read(terminal: &TerminalHandle, buffer: &mut [u8]) -> io::Result<Vec<u8>> {
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
            Ok(count) => return Ok(buffer[..count].to_vec()),
            // Another process read the bytes from a non-blocking terminal.
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn decode(inbox: &Receiver<io::Result<Vec<u8>>>, events: &Sender<LoopEvent>) {
    let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
    let mut last = Clock::instant();
    loop {
        let chunk = if decoder.awaits_more() {
            inbox.recv_timeout(PATIENCE)
        } else {
            inbox.recv().map_err(RecvTimeoutError::from)
        };
        match chunk {
            Ok(Ok(bytes)) => {
                let now = Clock::instant();
                if now.duration_since(last) > LATE {
                    decoder.forget();
                }
                last = now;
                decoder.feed(&bytes, &mut inputs);
            }
            Ok(Err(error)) => {
                // The loop may have ended.
                drop(events.send(LoopEvent::Failed(error)));
                return;
            }
            Err(RecvTimeoutError::Timeout) => decoder.give_up(&mut inputs),
            Err(RecvTimeoutError::Disconnected) => return,
        }
        for event in inputs.drain(..).map(event) {
            if events.send(event).is_err() {
                return;
            }
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
