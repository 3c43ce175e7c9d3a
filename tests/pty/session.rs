//! [`Session`]: a terminal with a shell that runs one process, and everything observable from outside.

use std::env;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::ENTER;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// The longest time that anything may take on a slow and busy machine.
const LIMIT: Duration = Duration::from_secs(20);
/// A pause after which an idle process sleeps.
const SLEEPY: Duration = Duration::from_millis(300);
/// The number of polls of states without a notification.
const TRIES: u32 = 2000;
/// The largest emulated screen, regardless of the size that the terminal reports.
const MAX_SCREEN: (u16, u16) = (200, 100);

/// The session leader: a shell with job control, as users have. It runs `$JOB`, reports its status, and then
/// does the same with each line that is typed.
///
/// The trap is necessary because a shell ends when its job dies of SIGINT.
const SHELL: &str = r#"
trap : INT
set -m
eval "$JOB"
echo "status=$?"
while read -r line; do eval "$line"; echo "status=$?"; done
"#;
/// The job: records its process id and becomes the app.
const JOB: &str = r#"sh -c 'echo $$ > "$PIDS"; exec "$@"' sh "$@""#;

/// The process to run, and its terminal.
pub(crate) struct Setup {
    words: Vec<String>,
    leader: String,
    variables: Vec<(String, String)>,
    folder: PathBuf,
    size: (u16, u16),
}

impl Setup {
    /// Prepares this program under a shell with job control, in a terminal of 80 × 24.
    pub(crate) fn new(schedule: &str, arguments: &[&str]) -> Self {
        let words = [&[schedule], arguments].concat().into_iter().map(str::to_owned).collect();
        let variables = vec![("JOB".to_owned(), JOB.to_owned())];
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        Self { words, leader: SHELL.to_owned(), variables, folder, size: (80, 24) }
    }

    /// Sets a shell command to run as the job, where `"$@"` is the program.
    pub(crate) fn job(self, line: &str) -> Self {
        self.variable("JOB", line)
    }

    /// Replaces the shell with job control by this script, where `"$@"` is the program.
    pub(crate) fn leader(mut self, script: &str) -> Self {
        script.clone_into(&mut self.leader);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets the folder, instead of that of the project.
    pub(crate) fn folder(mut self, folder: &Path) -> Self {
        self.folder = folder.to_owned();
        self
    }

    /// Sets the columns and rows of the terminal.
    pub(crate) fn size(mut self, size: (u16, u16)) -> Self {
        self.size = size;
        self
    }

    /// Opens the terminal and starts the shell.
    pub(crate) fn start(self) -> Session {
        let pair = native_pty_system().openpty(pty_size(self.size)).unwrap();
        let pids = note();
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", &self.leader, "sh"]);
        command.args(self.words);
        command.cwd(&self.folder);
        command.env("TERM", "xterm-256color");
        // Tests of other languages set `LC_ALL` themselves.
        command.env("LC_ALL", "C.UTF-8");
        command.env_remove("NO_COLOR");
        command.env_remove("STY");
        command.env_remove("TMUX");
        command.env_remove("RUST_BACKTRACE");
        command.env("PIDS", &pids);
        // Each session has separate user files, empty at first.
        let home = pids.with_extension("home");
        command.env("HOME", &home);
        for folder in ["DATA", "STATE", "CONFIG", "CACHE"] {
            command.env(format!("XDG_{folder}_HOME"), home.join(folder));
        }
        for (name, value) in self.variables {
            command.env(name, value);
        }
        let modes_before = modes(&*pair.master);
        let leader = pair.slave.spawn_command(command).unwrap();
        let shared = Arc::new(Shared::new(self.size));
        let reader = pair.master.try_clone_reader().unwrap();
        let reader = thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.read(reader)
        });
        let writer = Mutex::new(pair.master.take_writer().unwrap());
        let ends = Some(Ends { master: pair.master, writer, reader });
        Session { modes_before, leader, pids, shared, ends }
    }
}

/// A terminal with a running process. Dropping it closes the terminal and ends the shell.
pub(crate) struct Session {
    /// The modes of the terminal before the start.
    pub(crate) modes_before: String,
    leader: Box<dyn Child + Send + Sync>,
    /// The file in which the job records its process id.
    pids: PathBuf,
    shared: Arc<Shared>,
    /// The terminal's ends, until it is closed.
    ends: Option<Ends>,
}

/// The ends of the terminal on the side of the user.
struct Ends {
    master: Box<dyn MasterPty + Send>,
    writer: Mutex<Box<dyn Write + Send>>,
    reader: JoinHandle<()>,
}

impl Session {
    /// Types a text.
    pub(crate) fn type_keys(&self, keys: &str) {
        self.type_bytes(keys.as_bytes());
    }

    /// Types bytes, which need not be text.
    pub(crate) fn type_bytes(&self, bytes: &[u8]) {
        let mut writer = self.ends().writer.lock().unwrap();
        writer.write_all(bytes).unwrap();
        writer.flush().unwrap();
    }

    /// Changes the size of the terminal.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let mut output = self.shared.lock();
        let (screen_rows, screen_columns) = emulated((columns, rows));
        output.parser.screen_mut().set_size(screen_rows, screen_columns);
        self.ends().master.resize(pty_size((columns, rows))).unwrap();
    }

    /// Sends a signal to the app, not to its shell.
    pub(crate) fn send(&self, signal: Signal) {
        let pid = std::fs::read_to_string(&self.pids).unwrap().trim().parse().unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    /// Returns the work of each thread of the app: running time, waiting time, number of wakeups.
    pub(crate) fn work(&self) -> Vec<String> {
        let pid = std::fs::read_to_string(&self.pids).unwrap();
        let threads = std::fs::read_dir(format!("/proc/{}/task", pid.trim())).unwrap();
        threads
            .map(|thread| std::fs::read_to_string(thread.unwrap().path().join("schedstat")).unwrap())
            .collect()
    }

    /// Returns the status of the app from the system.
    pub(crate) fn status(&self) -> String {
        let pid = std::fs::read_to_string(&self.pids).unwrap();
        std::fs::read_to_string(format!("/proc/{}/status", pid.trim())).unwrap()
    }

    /// Sends a signal to the session leader.
    pub(crate) fn send_to_leader(&self, signal: Signal) {
        let pid = self.leader.process_id().unwrap().try_into().unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    /// Returns the current modes of the terminal.
    pub(crate) fn modes(&self) -> String {
        modes(&*self.ends().master)
    }

    /// Waits until the screen contains a text. A text that ends with a newline must have been
    /// [`Output::printed`].
    #[track_caller]
    pub(crate) fn wait_for_text(&self, text: &str) {
        self.wait_until(text, |output| {
            if text.ends_with('\n') {
                output.printed().contains(text)
            } else {
                output.screen().contents().contains(text)
            }
        });
    }

    /// Waits until a condition is true.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, is_so: impl Fn(&Output) -> bool) {
        let output = self.shared.lock();
        let waited = self.shared.more.wait_timeout_while(output, LIMIT, |output| !is_so(output));
        let (output, timeout) = waited.unwrap();
        let screen = output.screen().contents();
        assert!(
            !timeout.timed_out(),
            "waited in vain until: {what}\nscreen:\n{screen}\nall: {:?}",
            output.text()
        );
    }

    /// Waits until nothing has been written for this time.
    pub(crate) fn wait_until_quiet(&self, quiet: Duration) {
        let mut output = self.shared.lock();
        for _ in 0..TRIES / 10 {
            let length = output.bytes.len();
            let (now, timeout) = self
                .shared
                .more
                .wait_timeout_while(output, quiet, |output| output.bytes.len() == length)
                .unwrap();
            output = now;
            if timeout.timed_out() {
                return;
            }
        }
        panic!("it never stops writing");
    }

    /// Inspects the output so far.
    #[track_caller]
    pub(crate) fn look<T>(&self, look: impl FnOnce(&Output) -> T) -> T {
        look(&self.shared.lock())
    }

    /// Closes the terminal like a window. The app must draw when the size changes.
    pub(crate) fn close(&mut self) {
        let Some(ends) = self.ends.take() else { return };
        self.shared.is_closing.store(true, Ordering::SeqCst);
        // The reader has its own end, and releases it with the next bytes.
        ends.master.resize(pty_size((60, 18))).unwrap();
        for _ in 0..TRIES {
            if ends.reader.is_finished() {
                // A busy app detects it by itself. A sleeping one is the harder case.
                thread::sleep(SLEEPY);
                return;
            }
            thread::sleep(LIMIT / TRIES);
        }
        panic!("it does not draw anything when its size changes");
    }

    /// Waits for the session leader to end.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        let leader = process(&mut *self.leader);
        for _ in 0..TRIES {
            if let Some(status) = leader.try_wait().unwrap() {
                return status;
            }
            thread::sleep(LIMIT / TRIES);
        }
        panic!("it does not end; screen:\n{}", self.shared.lock().screen().contents());
    }

    fn ends(&self) -> &Ends {
        self.ends.as_ref().unwrap()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The terminal is closed with its leader, and the app ends with its terminal.
        let leader = process(&mut *self.leader);
        drop(leader.kill());
        drop(leader.wait());
        drop(std::fs::remove_file(&self.pids));
    }
}

/// Everything written to the terminal, and the resulting screen.
pub(crate) struct Output {
    bytes: Vec<u8>,
    parser: vt100::Parser,
}

impl Output {
    /// Returns the output as text.
    pub(crate) fn text(&self) -> &str {
        // A frame may be cut within a character for a moment.
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => text,
            Err(error) => std::str::from_utf8(&self.bytes[..error.valid_up_to()]).unwrap(),
        }
    }

    /// Returns the output since the app last took over the terminal, with plain newlines in any mode.
    fn printed(&self) -> String {
        self.text().rsplit(ENTER).next().unwrap_or_default().replace("\r\n", "\n")
    }

    /// Returns the screen.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }
}

/// The state shared by the reader and the test.
struct Shared {
    output: Mutex<Output>,
    /// Notified with each read.
    more: Condvar,
    is_closing: AtomicBool,
}

impl Shared {
    fn new(size: (u16, u16)) -> Self {
        let (rows, columns) = emulated(size);
        let output = Output { bytes: Vec::new(), parser: vt100::Parser::new(rows, columns, 0) };
        Self { output: Mutex::new(output), more: Condvar::new(), is_closing: AtomicBool::new(false) }
    }

    fn lock(&self) -> MutexGuard<'_, Output> {
        self.output.lock().unwrap()
    }

    fn read(&self, mut reader: Box<dyn Read + Send>) {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            let mut output = self.lock();
            output.bytes.extend_from_slice(&buffer[..count]);
            output.parser.process(&buffer[..count]);
            drop(output);
            self.more.notify_all();
            if self.is_closing.load(Ordering::SeqCst) {
                break;
            }
        }
    }
}

/// Returns the path of a file that no other session uses.
fn note() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("pid-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// Returns the process itself, which knows the signal that ended it.
fn process(leader: &mut dyn Child) -> &mut std::process::Child {
    leader.downcast_mut().unwrap()
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// Returns rows and columns of the emulated screen.
fn emulated((columns, rows): (u16, u16)) -> (std::num::NonZeroU16, std::num::NonZeroU16) {
    let rows = rows.clamp(1, MAX_SCREEN.1).try_into().unwrap();
    let columns = columns.clamp(1, MAX_SCREEN.0).try_into().unwrap();
    (rows, columns)
}
