//! A server on this machine, which answers as a test says, rightly or not.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use kurultai::fetch::Policy;

/// What is sent, one after the other.
#[derive(Clone)]
pub(super) enum Piece {
    Bytes(Vec<u8>),
    Pause(Duration),
}

/// It answers until the test ends.
pub(super) struct Server {
    pub(super) at: SocketAddr,
    /// What it was asked, head by head.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// One that answers to a path, which it is told with the whole head of the question.
    pub(super) fn new(answer: impl Fn(&str, &str) -> Vec<Piece> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let at = listener.local_addr().expect("an address");
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (heads, answer) = (Arc::clone(&asked), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (heads, answer) = (Arc::clone(&heads), Arc::clone(&answer));
                thread::spawn(move || talk(stream, &heads, &*answer));
            }
        });
        Self { at, asked }
    }

    /// One that gives the same answer to everything.
    pub(super) fn saying(answer: Vec<u8>) -> Self {
        Self::new(move |_, _| vec![Piece::Bytes(answer.clone())])
    }

    /// The address of a path on it.
    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// A policy that lets it be asked, and no other.
    pub(super) fn policy(&self) -> Policy {
        Policy {
            allow_plain_http_to: Some(self.at),
            uses_proxy: false,
            connect_timeout: Duration::from_secs(5),
            total_timeout: Duration::from_secs(20),
            ..Policy::public()
        }
    }

    /// What it was asked until now.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("heads").clone()
    }

    /// The paths of that.
    pub(super) fn paths(&self) -> Vec<String> {
        let path = |head: &String| head.split(' ').nth(1).unwrap_or_default().to_owned();
        self.asked().iter().map(path).collect()
    }
}

fn talk(mut stream: TcpStream, heads: &Mutex<Vec<String>>, answer: &dyn Fn(&str, &str) -> Vec<Piece>) {
    let mut head = String::new();
    let mut reader = BufReader::new(stream.try_clone().expect("the same stream"));
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).unwrap_or_default() == 0 {
            return;
        }
    }
    heads.lock().expect("heads").push(head.clone());
    let path = head.split(' ').nth(1).unwrap_or_default();
    for piece in answer(path, &head) {
        match piece {
            Piece::Pause(time) => thread::sleep(time),
            // Whoever has enough hangs up.
            Piece::Bytes(bytes) => {
                if stream.write_all(&bytes).is_err() {
                    return;
                }
            }
        }
    }
}

/// An answer with these headers, a line each, and the length of its body.
pub(super) fn answer(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let headers: String = headers.lines().flat_map(|line| [line, "\r\n"]).collect();
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// The same in pieces whose length nobody says before.
pub(super) fn chunked(headers: &str, pieces: &[&[u8]]) -> Vec<u8> {
    let headers: String = headers.lines().flat_map(|line| [line, "\r\n"]).collect();
    let mut answer = format!("HTTP/1.1 200 OK\r\n{headers}Transfer-Encoding: chunked\r\n\r\n").into_bytes();
    for piece in pieces {
        answer.extend(format!("{:x}\r\n", piece.len()).bytes());
        answer.extend_from_slice(piece);
        answer.extend(b"\r\n");
    }
    answer.extend(b"0\r\n\r\n");
    answer
}
