//! Keys, the mouse and pastes: reads them on threads of its own.

use std::io;
use std::sync::mpsc::Sender;

use super::LoopEvent;
use crate::tui::terminal::TerminalHandle;

#[cfg(unix)]
mod background;
#[cfg(unix)]
mod decoder;
#[cfg(all(test, unix))]
mod decoder_tests;

/// Reads what the terminal sends until the loop has ended.
#[cfg(unix)]
pub(super) fn listen(terminal: TerminalHandle, wakes: Sender<LoopEvent>) -> io::Result<()> {
    bytes::listen(terminal, wakes)
}

/// Reads what the console tells until the loop has ended.
#[cfg(not(unix))]
pub(super) fn listen(_: TerminalHandle, wakes: Sender<LoopEvent>) -> io::Result<()> {
    events::listen(wakes)
}

/// The bytes of a terminal.
///
/// One thread reads them, another one makes sense of them, since only who does not wait for the line can notice that nothing
/// follows. Waiting for the line with a limit, in one thread, is not possible on every system.
#[cfg(unix)]
mod bytes {
    use std::io;
    use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
    use std::thread;
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    use super::decoder::{Decoder, Input};
    use crate::tui::runtime::{Clock, LoopEvent};
    use crate::tui::terminal::TerminalHandle;

    /// So long may an escape be the beginning of a sequence, and a sequence be without its end. It is a little less than what
    /// people notice after the key Escape.
    const PATIENCE: Duration = Duration::from_millis(45);
    /// So long after it the rest of a sequence is still known as such.
    const LATE: Duration = Duration::from_secs(1);
    /// So much is read at once.
    const CHUNK: usize = 1 << 16;

    pub(super) fn listen(terminal: TerminalHandle, wakes: Sender<LoopEvent>) -> io::Result<()> {
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
        thread::Builder::new().spawn(move || decode(&inbox, &wakes))?;
        Ok(())
    }

    /// Returns the bytes that have arrived, as soon as there are any.
    ///
    /// Who reads in the background is stopped, who waits there is not; so nothing is read before it is there. Where a terminal
    /// cannot be waited for, as `/dev/tty` on macOS, reading waits.
    fn read(terminal: &TerminalHandle, buffer: &mut [u8]) -> io::Result<Vec<u8>> {
        let keyboard = terminal.keyboard();
        loop {
            match poll(&mut [PollFd::new(&keyboard, PollFlags::IN)], None) {
                Ok(_) | Err(Errno::INVAL) => {}
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            }
            match rustix::io::read(keyboard, &mut *buffer) {
                // As a terminal reads that is gone.
                Ok(0) => return Err(Errno::IO.into()),
                Ok(count) => return Ok(buffer[..count].to_vec()),
                // Somebody who shares it was quicker, and does not want to wait.
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn decode(inbox: &Receiver<io::Result<Vec<u8>>>, wakes: &Sender<LoopEvent>) {
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
                    // Nobody listens where the program has ended.
                    drop(wakes.send(LoopEvent::Failed(error)));
                    return;
                }
                Err(RecvTimeoutError::Timeout) => decoder.give_up(&mut inputs),
                Err(RecvTimeoutError::Disconnected) => return,
            }
            for wake in inputs.drain(..).map(wake) {
                if wakes.send(wake).is_err() {
                    return;
                }
            }
        }
    }

    fn wake(input: Input) -> LoopEvent {
        match input {
            Input::Key(key) => LoopEvent::Key(key),
            Input::Pointer(pointer) => LoopEvent::Pointer(pointer),
            Input::Paste(text) => LoopEvent::Paste(text),
            Input::Background(background) => LoopEvent::Background(background),
            Input::Changed(background) => LoopEvent::Changed(background),
            Input::Answered => LoopEvent::Answered,
        }
    }
}

/// The events of a console.
#[cfg(not(unix))]
mod events {
    use std::io;
    use std::sync::mpsc::Sender;
    use std::thread;

    use ratatui::crossterm::event::{self, Event};

    use crate::keymap::{from_mouse, from_terminal};
    use crate::tui::runtime::LoopEvent;

    pub(super) fn listen(wakes: Sender<LoopEvent>) -> io::Result<()> {
        thread::Builder::new().spawn(move || {
            loop {
                let wake = match event::read() {
                    Ok(Event::Key(event)) => from_terminal(&event).map(LoopEvent::Key),
                    Ok(Event::Mouse(event)) => from_mouse(&event).map(LoopEvent::Pointer),
                    // A console tells no pastes: they come as keys.
                    Ok(Event::Resize(..)) => Some(LoopEvent::Resized),
                    Ok(_) => None,
                    Err(error) => Some(LoopEvent::Failed(error)),
                };
                let is_failure = matches!(wake, Some(Wake::Failed(_)));
                if wake.is_some_and(|wake| wakes.send(wake).is_err()) || is_failure {
                    break;
                }
            }
        })?;
        Ok(())
    }
}
