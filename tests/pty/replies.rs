//! Replies of the terminal, complete and in chunks, and invalid bytes: they have no effect, and the next key
//! is recognized.

use std::thread;
use std::time::Duration;

use super::session::Session;
use super::{CTRL_C, QUIT, child, children, ends, open};

/// A pause after which an incomplete sequence has been given up.
const GIVEN_UP: Duration = Duration::from_millis(120);
/// A pause in which an incomplete sequence is still awaited.
const AWAITED: Duration = Duration::from_millis(5);

/// Replies, most of which contain letters that would be commands.
const REPLIES: [&str; 26] = [
    "\u{1b}[?997;1n",
    "\u{1b}[?997;2n",
    "\u{1b}[?2026;2$y",
    "\u{1b}[?12;40R",
    "\u{1b}[12;40R",
    "\u{1b}[?62;22c",
    "\u{1b}[>41;390;0c",
    "\u{1b}[0n",
    "\u{1b}[?0u",
    "\u{1b}[8;24;80t",
    "\u{1b}[I",
    "\u{1b}[O",
    "\u{1b}[?1;0;256S",
    "\u{1b}P>|xterm(390)\u{1b}\\",
    "\u{1b}P1$r0;1m\u{1b}\\",
    "\u{1b}P1+r544e=787465726d\u{1b}\\",
    "\u{1b}P!|7E565445\u{1b}\\",
    "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\",
    "\u{1b}]10;rgb:cdcd/d6d6/f4f4\u{7}",
    "\u{1b}]4;1;rgb:cd/00/00\u{7}",
    "\u{1b}]52;c;cXVpdA==\u{7}",
    "\u{1b}_Gi=31;OK\u{1b}\\",
    "\u{1b}^quit\u{1b}\\",
    "\u{1b}Xquit\u{1b}\\",
    "\u{9b}?997;1n",
    "\u{1b}[999999999999999;;;q",
];

fn listening() -> Session {
    let session = child("children::listens").start();
    session.wait_for_text(children::AWAITED);
    session
}

/// Checks the number of inputs so far, and that the last one is this key.
#[track_caller]
fn hears_key(session: &Session, count: usize, key: char) {
    session.wait_for_text(&format!("heard {count}: Key(Key {{ code: Char('{key}')"));
}

#[test]
fn whole_replies_are_not_heard() {
    let session = listening();
    for (at, reply) in REPLIES.into_iter().enumerate() {
        session.type_keys(reply);
        session.type_keys("x");
        hears_key(&session, at + 1, 'x');
    }
}

#[test]
fn replies_in_two_pieces_are_not_heard() {
    let session = listening();
    let mut count = 0;
    for reply in REPLIES {
        for (at, _) in reply.char_indices().skip(1) {
            session.type_keys(&reply[..at]);
            thread::sleep(AWAITED);
            session.type_keys(&reply[at..]);
            session.type_keys("x");
            count += 1;
            hears_key(&session, count, 'x');
        }
    }
}

#[test]
fn half_a_reply_does_not_keep_the_next_key() {
    let session = listening();
    let mut count = 0;
    for reply in REPLIES {
        let half = &reply[..reply.len() / 2];
        if half == "\u{1b}" || half.is_empty() {
            continue;
        }
        session.type_keys(half);
        thread::sleep(GIVEN_UP);
        session.type_keys("j");
        count += 1;
        hears_key(&session, count, 'j');
    }
}

#[test]
fn the_rest_of_a_reply_that_comes_late_is_not_heard() {
    let session = listening();
    for (at, reply) in
        ["\u{1b}[?997;1n", "\u{1b}P>|xterm(390)\u{1b}\\", "\u{1b}]52;c;cXVpdA==\u{7}"].into_iter().enumerate()
    {
        session.type_keys(&reply[..3]);
        thread::sleep(GIVEN_UP);
        session.type_keys(&reply[3..]);
        session.type_keys("x");
        hears_key(&session, at + 1, 'x');
    }
}

#[test]
fn bytes_that_are_nothing_are_not_heard() {
    let session = listening();
    let digits = format!("\u{1b}[{}q", "9".repeat(200_000));
    for (at, junk) in
        [&b"\xff"[..], b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\x9c", b"\x9d11;?\x9c", digits.as_bytes()]
            .into_iter()
            .enumerate()
    {
        session.type_bytes(junk);
        session.type_keys("x");
        hears_key(&session, at + 1, 'x');
    }
    // A paste without an end is over at the next key.
    session.type_keys("\u{1b}[200~abc");
    thread::sleep(GIVEN_UP);
    session.type_keys("x");
    hears_key(&session, 9, 'x');
}

#[test]
fn ctrl_c_ends_it_in_the_middle_of_a_reply() {
    for half in ["\u{1b}[?", "\u{1b}]11;rgb", "\u{1b}P>|", "\u{1b}_G", "\u{1b}[<0;5", "\u{1b}", "\u{1b}O"] {
        let session = open();
        session.type_keys(half);
        session.type_keys(CTRL_C);
        ends(&session, 0);
    }
}

#[test]
fn nothing_on_the_screen_changes_by_a_reply() {
    let session = open();
    // The notice at the start disappears with the first key.
    session.type_keys("?");
    session.wait_for_text("type to filter");
    session.type_keys("?");
    session.wait_for_text("q quit");
    session.wait_until_quiet(Duration::from_millis(100));
    let before = session.look(|output| output.screen().contents());
    session.type_keys(&REPLIES.concat());
    // Open and close the help after them.
    session.type_keys("?");
    session.wait_for_text("type to filter");
    session.type_keys("?");
    session.wait_until("the screen is as it was", |output| output.screen().contents() == before);
    session.type_keys(QUIT);
    ends(&session, 0);
}

#[test]
fn a_letter_of_several_bytes_is_heard_in_pieces() {
    let session = listening();
    for (at, letter) in ['ж', 'ң', '語', '😀'].into_iter().enumerate() {
        let text = letter.to_string();
        for byte in text.as_bytes() {
            session.type_bytes(&[*byte]);
            thread::sleep(AWAITED);
        }
        hears_key(&session, at + 1, letter);
    }
}
