//! Input as Windows console events.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::crossterm::event::{self, Event};

use crate::keymap::{from_mouse, from_terminal};
use crate::tui::runtime::loop_event::LoopEvent;

pub(super) fn listen(events: Sender<LoopEvent>) -> io::Result<()> {
    thread::Builder::new().spawn(move || {
        loop {
            let event = match event::read() {
                Ok(Event::Key(event)) => from_terminal(&event).map(LoopEvent::Key),
                Ok(Event::Mouse(event)) => from_mouse(&event).map(LoopEvent::Pointer),
                // A console reports pastes as keys.
                Ok(Event::Resize(..)) => Some(LoopEvent::Resized),
                Ok(_) => None,
                Err(error) => Some(LoopEvent::Failed(error)),
            };
            let is_failure = matches!(event, Some(LoopEvent::Failed(_)));
            if event.is_some_and(|event| events.send(event).is_err()) || is_failure {
                break;
            }
        }
    })?;
    Ok(())
}
