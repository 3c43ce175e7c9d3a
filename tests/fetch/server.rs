//! A local server with responses defined by the test, valid or not.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use kurultai::fetch::Policy;

/// A part of a response.
#[derive(Clone)]
pub(super) enum Piece {
    Bytes(Vec<u8>),
    Pause(Duration),
}

/// A server that runs until the test ends.
pub(super) struct Server {
    pub(super) at: SocketAddr,
    /// The header of each request so far.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Creates a server. `answer` gets the path and the whole header of the request.
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

    /// Creates a server with the same response to every request.
    pub(super) fn saying(answer: Vec<u8>) -> Self {
        Self::new(move |_, _| vec![Piece::Bytes(answer.clone())])
    }

    /// Returns the URL of a path on the server.
    pub(super) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// Returns a policy that allows only this server.
    pub(super) fn policy(&self) -> Policy {
        Policy {
            allow_plain_http_to: Some(self.at),
            uses_proxy: false,
            connect_timeout: Duration::from_secs(5),
            total_timeout: Duration::from_secs(20),
            ..Policy::public()
        }
    }

    /// Returns the headers of all requests so far.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("heads").clone()
    }

    /// Returns the paths of all requests so far.
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
            // The client may close the connection early.
            Piece::Bytes(bytes) => {
                if stream.write_all(&bytes).is_err() {
                    return;
                }
            }
        }
    }
}

/// Returns a response with these headers, one per line, and the length of its body.
pub(super) fn answer(status: &str, headers: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let headers: String = headers.lines().flat_map(|line| [line, "\r\n"]).collect();
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// Returns a response in chunks without a declared length.
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
