//! Tests with terminal bytes in chunks of any size.

use proptest::prelude::*;

use super::decoder::{Decoder, Input, MAX_PASTE};
use crate::keymap::{Code, Key};
use crate::theme::Background;

/// Replies of terminals, and other sequences that a connection may deliver.
const REPLIES: [&str; 40] = [
    // Modes, colors and sizes, in reply to questions and without them.
    "\u{1b}[?997;1n",
    "\u{1b}[?997;2n",
    "\u{1b}[?2026;2$y",
    "\u{1b}[?1u",
    "\u{1b}[?62;22c",
    "\u{1b}[>41;390;0c",
    "\u{1b}[=0;0c",
    "\u{1b}[0n",
    "\u{1b}[?13n",
    "\u{1b}[12;40R",
    "\u{1b}[?12;40;1R",
    "\u{1b}[8;24;80t",
    "\u{1b}[4;768;1024t",
    "\u{1b}[2;1;1;112;112;1;0x",
    "\u{1b}[?1;0;256S",
    "\u{1b}[I",
    "\u{1b}[O",
    "\u{1b}[48;24;80;768;1024t",
    "\u{1b}[2;2$y",
    "\u{1b}[65;30;113;1;0;1_",
    // DCS: the version, a setting, a capability, the id of the terminal.
    "\u{1b}P>|xterm(390)\u{1b}\\",
    "\u{1b}P1$r0;1m\u{1b}\\",
    "\u{1b}P1+r544e=787465726d\u{1b}\\",
    "\u{1b}P!|7E565445\u{1b}\\",
    "\u{1b}P0+r\u{1b}\\",
    // OSC: colors, the clipboard, the title.
    "\u{1b}]10;rgb:cdcd/d6d6/f4f4\u{1b}\\",
    "\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\",
    "\u{1b}]11;rgb:ffff/ffff/ffff\u{7}",
    "\u{1b}]4;1;rgb:cd/00/00\u{7}",
    "\u{1b}]52;c;cXVpdA==\u{7}",
    "\u{1b}]lquit q\u{1b}\\",
    "\u{1b}]21;background=rgb:ff/ff/ff\u{1b}\\",
    // APC, PM, SOS.
    "\u{1b}_Gi=31;OK\u{1b}\\",
    "\u{1b}_Gi=1;ENOENT:no q\u{1b}\\",
    "\u{1b}^quit\u{1b}\\",
    "\u{1b}Xquit\u{1b}\\",
    // A character set, a stray terminator, a console failure, a run of NUL bytes.
    "\u{1b}(B",
    "\u{1b}\\",
    "\u{1b}[999999999999999999999;;;;q",
    "\u{1b}[200~\u{1b}[201~",
];

fn inputs(pieces: &[&[u8]]) -> Vec<Input> {
    let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
    for piece in pieces {
        decoder.feed(piece, &mut inputs);
    }
    assert!(!decoder.awaits_more(), "{pieces:?}");
    inputs
}

/// Decodes chunks with a pause after each.
fn late(pieces: &[&[u8]]) -> Vec<Input> {
    let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
    for piece in pieces {
        decoder.feed(piece, &mut inputs);
        if decoder.awaits_more() {
            decoder.give_up(&mut inputs);
        }
        assert!(!decoder.awaits_more(), "{pieces:?}");
    }
    inputs
}

fn key(c: char) -> Input {
    Input::Key(Key::char(c))
}

fn plain(code: Code) -> Input {
    Input::Key(Key::plain(code))
}

/// Drops the results of replies.
fn pressed(inputs: Vec<Input>) -> Vec<Input> {
    let is_reply = |input: &Input| {
        matches!(input, Input::Background(_) | Input::Changed(_) | Input::Answered | Input::Paste(_))
    };
    inputs.into_iter().filter(|input| !is_reply(input)).collect()
}

#[test]
fn replies_in_any_chunks_are_not_keys() {
    for reply in REPLIES.map(str::as_bytes) {
        assert_eq!(pressed(inputs(&[reply, b"x"])), [key('x')], "{reply:?}");
        let together = [reply, b"x"].concat();
        assert_eq!(pressed(inputs(&[&together])), [key('x')], "{reply:?}");
        let single: Vec<&[u8]> = together.chunks(1).collect();
        assert_eq!(pressed(inputs(&single)), [key('x')], "{reply:?}");
        for at in 0..reply.len() {
            let (one, other) = reply.split_at(at);
            assert_eq!(pressed(inputs(&[one, other, b"x"])), [key('x')], "{reply:?} {at}");
        }
    }
}

#[test]
fn the_rest_of_a_reply_is_no_key_when_it_comes_late() {
    for reply in REPLIES.map(str::as_bytes).into_iter().filter(|reply| reply.len() > 3) {
        // The first byte alone is the Escape key.
        for at in 2..reply.len() {
            let (one, other) = reply.split_at(at);
            let is_end = |byte: u8| b"cnRtuy~\\\x07".contains(&byte);
            // A letter that does not end any known reply is a key.
            if other.len() == 1 && !is_end(other[0]) {
                continue;
            }
            assert_eq!(pressed(late(&[one, other, b"x"])), [key('x')], "{reply:?} {at}");
        }
    }
    assert_eq!(late(&[b"\x1b", b"[?997;1n", b"x"])[..1], [plain(Code::Esc)]);
    assert_eq!(pressed(late(&[b"\x1b", b"[?997;1n", b"x"])), [plain(Code::Esc), key('x')]);
}

#[test]
fn half_a_reply_is_given_up_and_the_next_key_is_heard() {
    for reply in REPLIES.map(str::as_bytes) {
        for at in 2..reply.len() - 1 {
            let heard = pressed(late(&[&reply[..at], b"j", b"k"]));
            // A character after an escape is that key with Alt.
            let is_sign = reply[1] == b'(';
            assert_eq!(&heard[usize::from(is_sign)..], [key('j'), key('k')], "{reply:?} {at}");
        }
    }
}

#[test]
fn ctrl_c_is_heard_in_the_middle_of_everything_but_a_paste() {
    let ctrl_c = Input::Key(Key::ctrl('c'));
    for reply in REPLIES.map(str::as_bytes).into_iter().filter(|reply| !reply.starts_with(b"\x1b[200~")) {
        for at in 0..reply.len() {
            let bytes = [&reply[..at], b"\x03"].concat();
            assert_eq!(inputs(&[&bytes]), std::slice::from_ref(&ctrl_c), "{reply:?} {at}");
            let late = pressed(late(&[&reply[..at], b"\x03"]));
            assert_eq!(late.last(), Some(&ctrl_c), "{reply:?} {at}");
        }
    }
    assert_eq!(inputs(&[b"\x1b[200~a\x03\x1b[201~"]), [Input::Paste("a\u{3}".into())]);
    assert_eq!(late(&[b"\x1b[200~a", b"\x03"]), [Input::Paste("a".into()), ctrl_c]);
}

#[test]
fn bytes_that_are_nothing_do_nothing() {
    for junk in [
        &b"\xff"[..],
        b"\xc3",
        b"\xe2\x82",
        b"\xf0\x9f\x98",
        b"\xed\xa0\x80",
        b"\xc0\xaf",
        b"\xf8\x88\x80\x80\x80",
        b"\x9c",
        b"\x9b?997;1n",
        b"\xc2\x9b?997;1n",
        b"\x9d11;?\x9c",
        b"\x90>|q\x1b\\",
        b"\x9fGq\x9c",
        b"\x1b]11;?\x18",
    ] {
        assert_eq!(pressed(inputs(&[junk, b"x"])), [key('x')], "{junk:?}");
        assert_eq!(pressed(late(&[junk, b"x"])), [key('x')], "{junk:?}");
    }
    let long = [b"\x1b[".to_vec(), vec![b'9'; 200_000]].concat();
    assert_eq!(late(&[&long, b"x"]), [key('x')]);
    assert_eq!(inputs(&[&long, b"~", b"x"]), [key('x')]);
}

#[test]
fn keys_in_any_chunks_are_recognized() {
    for (bytes, heard) in [
        ("\u{1b}[A", plain(Code::Up)),
        ("\u{1b}OB", plain(Code::Down)),
        ("\u{1b}[5~", plain(Code::PageUp)),
        ("\u{1b}[[A", plain(Code::F(1))),
        ("ж", key('ж')),
        ("ң", key('ң')),
        ("語", key('語')),
        ("😀", key('😀')),
        ("\u{1b}f", Input::Key(Key { code: Code::Char('f'), ctrl: false, alt: true })),
        ("\u{1b}ж", Input::Key(Key { code: Code::Char('ж'), ctrl: false, alt: true })),
        ("\u{1b}\u{1b}[A", Input::Key(Key { code: Code::Up, ctrl: false, alt: true })),
        ("\u{1b}[113;1:1u", key('q')),
    ] {
        for at in 0..bytes.len() {
            let (one, other) = bytes.as_bytes().split_at(at);
            assert_eq!(inputs(&[one, other, b"x"]), [heard.clone(), key('x')], "{bytes:?} {at}");
        }
    }
    // An incomplete character waits for its remaining bytes.
    assert_eq!(late(&["語".as_bytes()[..1].into(), "語".as_bytes()[1..].into()]), [key('語')]);
    assert_eq!(late(&[b"\x1b"]), [plain(Code::Esc)]);
    assert_eq!(late(&[b"\x1b", b"x"]), [plain(Code::Esc), key('x')]);
    assert_eq!(late(&[b"\x1b\x1b"]), [plain(Code::Esc), plain(Code::Esc)]);
    assert_eq!(late(&[b"\x1b[", b"A"]), [key('A')]);
    assert_eq!(inputs(&[b"jk\r\t\x7f"]).len(), 5);
}

#[test]
fn a_paste_is_one_text_however_slow_it_is() {
    let paste = |text: &str| vec![Input::Paste(text.to_owned())];
    let bytes = "\u{1b}[200~Ғылым q\r\n\u{1b}[A\u{1b}[\u{1b}[201~".as_bytes();
    let text = "Ғылым q\r\n\u{1b}[A\u{1b}[";
    let single: Vec<&[u8]> = bytes.chunks(1).collect();
    assert_eq!(inputs(&single), paste(text));
    for at in 8..bytes.len() - 1 {
        let (one, other) = bytes.split_at(at);
        assert_eq!(inputs(&[one, other]), paste(text), "{at}");
        assert_eq!(late(&[one, other]), paste(text), "{at}");
    }
    // A paste without an end is over at the next key.
    assert_eq!(late(&[b"\x1b[200~ab", b"j", b"k"]), [paste("ab"), vec![key('j'), key('k')]].concat());
    let book = ["\u{1b}[200~", &"ә".repeat(MAX_PASTE + 1), "\u{1b}[201~"].concat();
    assert_eq!(inputs(&[book.as_bytes()]), paste(&"ә".repeat(MAX_PASTE)));
}

#[test]
fn the_background_and_its_changes_are_decoded() {
    let told = [Input::Background(Background::Light), Input::Answered, Input::Changed(Background::Dark)];
    let bytes = b"\x1b]11;rgb:ffff/ffff/ffff\x07\x1b[?62;22c\x1b[?997;1n";
    let single: Vec<&[u8]> = bytes.chunks(1).collect();
    assert_eq!(inputs(&single), told);
    // The escape that ends the string also begins the next sequence.
    let bytes = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\x1b[?62;22c\x1b[?997;1n";
    assert_eq!(inputs(&[bytes]), told);
}

/// Keys as bytes: letters of several scripts, digits, Esc and named keys.
const KEYS: [&[u8]; 22] = [
    b"j",
    b"G",
    b"c",
    b"n",
    b"R",
    b"t",
    b"u",
    b"y",
    b"~",
    b"1",
    b"6",
    b"[",
    b"]",
    b"O",
    b"P",
    b" ",
    b"\r",
    b"\x1b",
    b"\x1b[A",
    b"\x1bOB",
    "о".as_bytes(),
    "한".as_bytes(),
];

proptest! {
    /// After 50 ms a sequence is given up, and after 800 ms its rest is still expected. Neither may change a
    /// key.
    #[test]
    fn the_gaps_between_keys_change_nothing(
        keys in prop::collection::vec((prop::sample::select(KEYS.to_vec()), 0..5_usize), 0..40),
    ) {
        let typed = |is_forgotten: &dyn Fn(usize) -> bool| {
            let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
            for (key, gap) in &keys {
                decoder.feed(key, &mut inputs);
                if decoder.awaits_more() {
                    decoder.give_up(&mut inputs);
                }
                if is_forgotten(*gap) {
                    decoder.forget();
                }
            }
            inputs
        };
        let slow = typed(&|_| true);
        prop_assert_eq!(slow.len(), keys.len());
        prop_assert_eq!(&typed(&|_| false), &slow);
        prop_assert_eq!(&typed(&|gap| gap % 2 == 0), &slow);
    }
}
