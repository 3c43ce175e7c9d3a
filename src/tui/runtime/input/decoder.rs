//! [`Decoder`]: decodes the bytes from a terminal.
//!
//! Terminals send keys, but also replies: to our questions, to questions of earlier programs, and without any
//! question. Complete sequences that are not keys are dropped here, and incomplete ones are given up after a
//! timeout. Therefore a reply is never mistaken for keys and never blocks the next key. Ctrl-C is recognized
//! in the middle of everything except a paste.

use super::background;
use crate::keymap::{Code, Key, Pointer, Pressed, from_bytes, from_char, from_console, from_csi, from_ss3};
use crate::theme::Background;

/// An event decoded from the terminal's bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// A key press.
    Key(Key),
    /// A mouse event.
    Pointer(Pointer),
    /// The beginning of a pasted text, see [`MAX_PASTE`].
    Paste(String),
    /// The background color, in reply to our question.
    Background(Background),
    /// The new background color, reported by the terminal without a question.
    Changed(Background),
    /// The reply to the question that all terminals answer. Replies to earlier questions must have arrived.
    Answered,
}

/// The largest number of characters of a paste to pass on.
pub(super) const MAX_PASTE: usize = 10_000;
/// The largest number of bytes of a sequence to store. Longer ones are never meaningful, but their end must
/// be found.
const MAX_SEQUENCE: usize = 256;
/// The sequence that ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";
const CTRL_C: u8 = 3;
const ESC: u8 = 0x1b;

/// The decoder state.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum State {
    /// Between characters and sequences.
    #[default]
    Ground,
    /// Within a multi-byte character.
    Char { bytes: Vec<u8>, alt: bool },
    /// After one escape, or two.
    Escape { is_second: bool },
    /// After an escape and an intermediate byte, as in `ESC ( B`.
    Designation { first: u8 },
    /// After `ESC [` or its 8-bit form.
    Csi { text: Vec<u8>, alt: bool },
    /// After `ESC [ [`, the prefix of function keys of the Linux console.
    Console,
    /// After `ESC O` or its 8-bit form.
    Ss3 { text: Vec<u8>, alt: bool },
    /// After `ESC [ M`.
    Mouse { bytes: Vec<u8> },
    /// Within a string sequence: OSC, DCS, APC, PM or SOS. `is_ending` is true after an escape in it.
    Text { text: Vec<u8>, is_osc: bool, is_short: bool, is_ending: bool },
    /// Within a paste, after `ending` bytes of the end sequence. `is_late` is true after a pause.
    Paste { text: Vec<u8>, ending: usize, is_late: bool },
}

/// Decodes bytes that may arrive in chunks of any size.
#[derive(Debug, Clone, Default)]
pub(super) struct Decoder {
    state: State,
    /// A sequence that was given up. The next bytes may be the rest of it.
    given_up: Option<State>,
    /// True if the last sequence was interrupted by an invalid byte.
    is_broken: bool,
}

impl Decoder {
    /// True if a sequence is incomplete, so that [`give_up`](Self::give_up) must be called unless more bytes
    /// follow.
    ///
    /// An incomplete character does not count, because the next byte ends it in any case.
    pub(super) fn awaits_more(&self) -> bool {
        match &self.state {
            State::Ground | State::Char { .. } => false,
            State::Paste { is_late, .. } => !is_late,
            _ => true,
        }
    }

    /// Decodes a chunk of bytes and appends the results to `inputs`.
    pub(super) fn feed(&mut self, mut bytes: &[u8], inputs: &mut Vec<Input>) {
        if let Some(state) = self.given_up.take() {
            bytes = self.late(state, bytes, inputs);
        }
        if let State::Paste { is_late: true, .. } = self.state
            && !self.goes_on(bytes)
        {
            self.end_paste(inputs);
        }
        if let State::Paste { is_late, .. } = &mut self.state {
            *is_late = false;
        }
        for byte in bytes {
            self.byte(*byte, inputs);
        }
    }

    /// Gives up an incomplete sequence after a timeout. A lone escape becomes a key press.
    pub(super) fn give_up(&mut self, inputs: &mut Vec<Input>) {
        if let State::Paste { is_late, .. } = &mut self.state {
            *is_late = true;
            return;
        }
        let state = std::mem::take(&mut self.state);
        match state {
            State::Escape { is_second } => {
                inputs.extend((0..=usize::from(is_second)).map(|_| Input::Key(Key::plain(Code::Esc))));
            }
            State::Designation { first } => {
                inputs.extend(from_char(char::from(first), true).map(Input::Key));
            }
            _ => {}
        }
        self.given_up = Some(state);
    }

    /// Forgets the sequence that was given up: bytes that arrive later cannot be the rest of it.
    pub(super) fn forget(&mut self) {
        self.given_up = None;
    }

    /// Skips the rest of a sequence that was given up; returns the remaining bytes.
    ///
    /// The bytes are the rest if they end that sequence. A single byte must be one that ends replies;
    /// otherwise it is a key pressed in the meantime.
    fn late<'a>(&mut self, state: State, bytes: &'a [u8], inputs: &mut Vec<Input>) -> &'a [u8] {
        // The escape became a key press. The following bytes are a reply only if they continue like one;
        // otherwise they are the next key.
        let opens = |byte: &u8| matches!(*byte, b'[' | b']' | b'P' | b'X' | b'^' | b'_' | b'\\' | b'(');
        if matches!(state, State::Escape { .. }) && !bytes.first().is_some_and(opens) {
            return bytes;
        }
        let is_end = bytes.first().is_some_and(|byte| ends_reply(&state, *byte));
        let mut trial = Self { state, ..Self::default() };
        let mut found = Vec::new();
        for (at, byte) in bytes.iter().enumerate() {
            trial.byte(*byte, &mut found);
            if trial.is_broken {
                break;
            }
            if trial.state == State::Ground {
                if at == 0 && !is_end {
                    break;
                }
                inputs.append(&mut found);
                return &bytes[at + 1..];
            }
            if matches!(trial.state, State::Paste { .. }) {
                self.state = trial.state;
                return &bytes[at + 1..];
            }
        }
        bytes
    }

    /// True if a paste continues with these bytes after a pause, and they are not a key pressed in the
    /// meantime.
    fn goes_on(&self, bytes: &[u8]) -> bool {
        let State::Paste { ending, .. } = self.state else { return false };
        let has_end = bytes.windows(PASTE_END.len()).any(|part| part == PASTE_END);
        if has_end || (ending > 0 && bytes.first() == PASTE_END.get(ending)) {
            return true;
        }
        let (mut trial, mut found) = (Self::default(), Vec::new());
        for byte in bytes {
            trial.byte(*byte, &mut found);
        }
        !(trial.state == State::Ground && matches!(found[..], [Input::Key(_)]))
    }

    fn byte(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        let is_text = matches!(self.state, State::Paste { .. });
        if byte == CTRL_C && !is_text {
            self.is_broken |= self.state != State::Ground;
            self.state = State::Ground;
            inputs.push(Input::Key(Key::ctrl('c')));
            return;
        }
        match &mut self.state {
            State::Ground => self.begin(byte, false, inputs),
            State::Char { bytes, alt } => {
                if (0x80..0xc0).contains(&byte) {
                    let alt = *alt;
                    bytes.push(byte);
                    if bytes.len() == length(bytes[0]) {
                        let bytes = std::mem::take(bytes);
                        self.state = State::Ground;
                        // Drop invalid UTF-8.
                        if let Some(c) = String::from_utf8(bytes).ok().and_then(|text| text.chars().next()) {
                            self.char(c, alt, inputs);
                        }
                    }
                } else {
                    self.break_off(byte, inputs);
                }
            }
            State::Escape { is_second } => {
                let is_second = *is_second;
                self.after_escape(byte, is_second, inputs);
            }
            State::Designation { .. } => match byte {
                0x20..=0x2f => {}
                0x30..=0x7e => self.state = State::Ground,
                _ => self.break_off(byte, inputs),
            },
            State::Csi { text, alt } => match byte {
                b'[' if text.is_empty() => self.state = State::Console,
                b'M' if text.is_empty() => self.state = State::Mouse { bytes: Vec::new() },
                0x20..=0x3f => keep(text, byte),
                0x40..=0x7e => {
                    let (text, alt) = (std::mem::take(text), *alt);
                    self.state = State::Ground;
                    self.csi(&text, byte, alt, inputs);
                }
                _ => self.break_off(byte, inputs),
            },
            State::Console => match byte {
                0x20..=0x7e => {
                    self.state = State::Ground;
                    inputs.extend(from_console(byte).map(Input::Key));
                }
                _ => self.break_off(byte, inputs),
            },
            State::Ss3 { text, alt } => match byte {
                b'0'..=b';' => keep(text, byte),
                0x20..=0x7e => {
                    inputs.extend(from_ss3(text, byte, *alt).map(Input::Key));
                    self.state = State::Ground;
                }
                _ => self.break_off(byte, inputs),
            },
            State::Mouse { .. } if byte < 0x20 => self.break_off(byte, inputs),
            State::Mouse { bytes } => {
                bytes.push(byte);
                if let [buttons, column, row] = bytes[..] {
                    self.state = State::Ground;
                    inputs.extend(from_bytes([buttons, column, row]).map(Input::Pointer));
                }
            }
            State::Text { .. } => self.in_text(byte, inputs),
            State::Paste { .. } => self.in_paste(byte, inputs),
        }
    }

    /// Handles the first byte of a key, character or sequence.
    fn begin(&mut self, byte: u8, alt: bool, inputs: &mut Vec<Input>) {
        match byte {
            ESC => self.state = State::Escape { is_second: false },
            // A byte from 0x80 cannot begin a character, so it is an 8-bit introducer.
            ..0xa0 => self.char(char::from(byte), alt, inputs),
            0xc2..0xf5 => self.state = State::Char { bytes: vec![byte], alt },
            _ => {}
        }
    }

    /// Handles a complete character or an 8-bit introducer.
    fn char(&mut self, c: char, alt: bool, inputs: &mut Vec<Input>) {
        self.state = match c {
            '\u{9b}' => State::Csi { text: Vec::new(), alt },
            '\u{8f}' => State::Ss3 { text: Vec::new(), alt },
            '\u{9d}' => text(true, true),
            '\u{90}' | '\u{98}' | '\u{9e}' | '\u{9f}' => text(false, true),
            c => {
                inputs.extend(from_char(c, alt).map(Input::Key));
                State::Ground
            }
        };
    }

    fn after_escape(&mut self, byte: u8, is_second: bool, inputs: &mut Vec<Input>) {
        self.state = State::Ground;
        match byte {
            b'[' => self.state = State::Csi { text: Vec::new(), alt: is_second },
            b'O' => self.state = State::Ss3 { text: Vec::new(), alt: is_second },
            b']' => self.state = text(true, false),
            b'P' | b'X' | b'^' | b'_' => self.state = text(false, false),
            // The terminator of a string sequence that was given up.
            b'\\' => {}
            0x20..=0x2f => self.state = State::Designation { first: byte },
            ESC => {
                if is_second {
                    inputs.push(Input::Key(Key::plain(Code::Esc)));
                }
                self.state = State::Escape { is_second: true };
            }
            _ => {
                if is_second {
                    inputs.push(Input::Key(Key::plain(Code::Esc)));
                }
                self.begin(byte, true, inputs);
            }
        }
    }

    fn csi(&mut self, text: &[u8], last: u8, alt: bool, inputs: &mut Vec<Input>) {
        match (text, last) {
            // The sequence is too long to be meaningful.
            _ if text.len() >= MAX_SEQUENCE => {}
            (b"200", b'~') => {
                self.state = State::Paste { text: Vec::new(), ending: 0, is_late: false };
            }
            (b"?997;1", b'n') => inputs.push(Input::Changed(Background::Dark)),
            (b"?997;2", b'n') => inputs.push(Input::Changed(Background::Light)),
            ([b'?', ..], b'c') => inputs.push(Input::Answered),
            _ => inputs.extend(from_csi(text, last, alt).map(|pressed| match pressed {
                Pressed::Key(key) => Input::Key(key),
                Pressed::Pointer(pointer) => Input::Pointer(pointer),
            })),
        }
    }

    fn in_text(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        let State::Text { text, is_osc, is_short, is_ending } = &mut self.state else { return };
        let ends = match byte {
            _ if *is_ending => true,
            ESC => {
                *is_ending = true;
                return;
            }
            0x07 => *is_osc,
            // Otherwise the byte is part of a character.
            0x9c => *is_short,
            // Cancelled by CAN or SUB.
            0x18 | 0x1a => {
                self.state = State::Ground;
                return;
            }
            _ => false,
        };
        if !ends {
            keep(text, byte);
            return;
        }
        if *is_osc {
            inputs.extend(background::read(text).map(Input::Background));
        }
        let is_plain_end = !*is_ending || byte == b'\\';
        self.state = State::Ground;
        if !is_plain_end {
            // Some terminals end the string with only an escape, which then also begins the next sequence.
            self.state = State::Escape { is_second: false };
            self.byte(byte, inputs);
        }
    }

    fn in_paste(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        let State::Paste { text, ending, .. } = &mut self.state else { return };
        if byte == PASTE_END[*ending] {
            *ending += 1;
            if *ending == PASTE_END.len() {
                *ending = 0;
                self.end_paste(inputs);
            }
            return;
        }
        // No character has more than 4 bytes.
        let mut keep =
            |bytes: &[u8]| text.extend(bytes.iter().take((4 * MAX_PASTE).saturating_sub(text.len())));
        keep(&PASTE_END[..*ending]);
        *ending = usize::from(byte == ESC);
        if byte != ESC {
            keep(&[byte]);
        }
    }

    fn end_paste(&mut self, inputs: &mut Vec<Input>) {
        if let State::Paste { text, .. } = std::mem::take(&mut self.state) {
            let text = String::from_utf8_lossy(&text);
            inputs.push(Input::Paste(text.chars().take(MAX_PASTE).collect()));
        }
    }

    /// Handles a byte that is invalid in the current sequence: ends the sequence and begins another with the
    /// byte.
    fn break_off(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        self.state = State::Ground;
        self.is_broken = true;
        // Cancelled by CAN or SUB.
        if !matches!(byte, 0x18 | 0x1a) {
            self.begin(byte, false, inputs);
        }
    }
}

/// True if a single late byte is the end of a reply rather than a key.
fn ends_reply(state: &State, byte: u8) -> bool {
    match state {
        State::Csi { text, .. } => {
            let is_mouse = text.first() == Some(&b'<');
            let ends: &[u8] = if is_mouse { b"Mm" } else { b"cnRtuy~" }; // not UI text
            text.len() < MAX_SEQUENCE && text.iter().any(u8::is_ascii_digit) && ends.contains(&byte)
        }
        State::Text { is_osc, is_ending, .. } => {
            if *is_ending {
                byte == b'\\'
            } else {
                *is_osc && byte == 0x07
            }
        }
        _ => false,
    }
}

/// Returns the initial state of a string sequence.
fn text(is_osc: bool, is_short: bool) -> State {
    State::Text { text: Vec::new(), is_osc, is_short, is_ending: false }
}

fn keep(text: &mut Vec<u8>, byte: u8) {
    if text.len() < MAX_SEQUENCE {
        text.push(byte);
    }
}

/// Returns the length of a UTF-8 character by its first byte.
fn length(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        _ => 2,
    }
}
