//! The certificate of a server is checked. The test needs `openssl`; without it, it prints a notice and
//! passes.

use std::fs;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

use super::*;

/// A TLS server with a self-signed certificate.
struct OfOpenssl {
    at: SocketAddr,
    child: Child,
    folder: PathBuf,
}

impl OfOpenssl {
    /// Starts the server; `None` without `openssl`.
    fn new() -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("kurultai-tls-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("x"), PROGRAM).expect("a file");
        let openssl = |arguments: &str| {
            let mut command = Command::new("openssl");
            command.args(arguments.split(' ')).current_dir(&folder);
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command
        };
        let at = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
        let names =
            "-subj /CN=a -addext subjectAltName=IP:127.0.0.1 -addext basicConstraints=critical,CA:FALSE";
        let certificate = format!("req -x509 -newkey rsa:2048 -nodes -keyout key -out cert -days 9 {names}");
        let has_certificate = openssl(&certificate).status().is_ok_and(|status| status.success());
        let serving = format!("s_server -accept {at} -key key -cert cert -WWW -quiet");
        let child = openssl(&serving).spawn().ok().filter(|_| has_certificate);
        if child.is_none() {
            let _ = fs::remove_dir_all(&folder);
        }
        Some(Self { at, child: child?, folder })
    }

    fn is_up(&self) -> bool {
        (0..100).any(|_| {
            thread::sleep(Duration::from_millis(50));
            TcpStream::connect(self.at).is_ok()
        })
    }
}

impl Drop for OfOpenssl {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Returns the schedule from such a server, or the error, without the name of the server.
fn fetched_from(at: SocketAddr) -> String {
    let policy = Policy { allow_plain_http_to: Some(at), uses_proxy: false, ..Policy::public() };
    let address = ScheduleUrl::parse(&format!("https://{at}/x"), &policy).expect("an address");
    match fetch(&address, &policy, None, &|_, _| ()) {
        Ok(Fetched::New { bytes, .. }) => String::from_utf8(bytes).expect("text"),
        Ok(Fetched::NotModified) => panic!("nothing was there before"),
        Err(error) => error.sentence(&Locale::english()).replace(&at.to_string(), "server"),
    }
}

/// The variable with the address of the server, for the child process that runs the test below.
const AT: &str = "KURULTAI_TEST_SERVER";

#[test]
fn who_vouches_for_itself_is_not_believed() {
    if let Some(at) = std::env::var(AT).ok().and_then(|at| at.parse().ok()) {
        println!("{}", fetched_from(at));
        return;
    }
    let Some(server) = OfOpenssl::new().filter(OfOpenssl::is_up) else {
        println!("there is no openssl here: nobody looked whether certificates are checked");
        return;
    };
    let sentence = "https://server/x: the server cannot prove its identity (UnknownIssuer).";
    assert_eq!(fetched_from(server.at), sentence);
    // Test with a trusted certificate, as in companies with their own. Trust is set for a whole process.
    let mut again = Command::new(std::env::current_exe().expect("this test"));
    again.args(["certificate::who_vouches_for_itself_is_not_believed", "--exact", "--nocapture"]);
    again.env(AT, server.at.to_string()).env("SSL_CERT_FILE", server.folder.join("cert"));
    let printed = String::from_utf8(again.output().expect("it runs").stdout).expect("text");
    assert!(printed.contains(PROGRAM), "{printed}");
}
