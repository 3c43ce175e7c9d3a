//! Opens URLs in the user's browser.
//!
//! The URL is an argument of a command, never part of a shell script, and has been checked by
//! [`LinkUrl::read`]. The command has no access to our terminal.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::clock::Clock;
use kurultai_schedule::markup::LinkUrl;

/// The time in which a failing command counts as not started.
const START_TIME: Duration = Duration::from_secs(5);

/// Browsers that need the terminal.
const TERMINAL_BROWSERS: [&str; 8] =
    ["browsh", "carbonyl", "chawan", "elinks", "links", "links2", "lynx", "w3m"]; // not UI text

/// A command and its arguments. The URL is appended or replaces `%s`.
type CommandLine = Vec<String>;

/// Opens a URL and waits for the command, which would otherwise remain a zombie. Fails if no command could be
/// started, or if all failed immediately.
pub(super) fn open(address: &LinkUrl) -> io::Result<()> {
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let mut failure = io::ErrorKind::NotFound.into();
    for words in openers(variable, env::consts::OS) {
        let start_time = Clock::instant();
        match command(&words, address.as_str()).and_then(|mut command| start(&mut command)?.wait()) {
            Ok(status) if status.success() || start_time.elapsed() > START_TIME => return Ok(()),
            Ok(_) => failure = io::ErrorKind::Other.into(),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

/// Starts a command without our signal mask.
fn start(command: &mut Command) -> io::Result<Child> {
    #[cfg(unix)]
    let _let_through = super::signals::unblock();
    command.spawn()
}

/// Returns the commands to try, best first: `BROWSER`, which remote development tools set to reach the user's
/// desktop, then those of the desktop, unless it is remote.
fn openers(variable: impl Fn(&str) -> Option<String>, system: &str) -> Vec<CommandLine> {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<CommandLine>();
    let named = variable("BROWSER").unwrap_or_default(); // not UI text
    let separator = if system == "windows" { ';' } else { ':' }; // not UI text
    let mut openers: Vec<CommandLine> = named.split(separator).map(words).collect();
    openers.retain(|words| words.first().is_some_and(|program| !needs_terminal(program)));
    let is_set = |names: &[&str]| names.iter().any(|name| variable(name).is_some());
    let is_far_away = is_set(&["SSH_CONNECTION", "SSH_TTY"]); // not UI text
    if is_far_away {
        return openers;
    }
    let desktop: &[&str] = match system {
        "macos" => &["/usr/bin/open"],                                 // not UI text
        "windows" => &["rundll32.exe url.dll,FileProtocolHandler"],    // not UI text
        "android" => &["termux-open-url"],                             // not UI text
        _ if is_set(&["WSL_DISTRO_NAME"]) => &["wslview", "xdg-open"], // not UI text
        _ if is_set(&["DISPLAY", "WAYLAND_DISPLAY"]) => &["xdg-open"], // not UI text
        _ => &[],
    };
    openers.extend(desktop.iter().map(|line| words(line)));
    openers
}

fn needs_terminal(program: &str) -> bool {
    let name = Path::new(program).file_stem().and_then(OsStr::to_str);
    name.is_some_and(|name| TERMINAL_BROWSERS.contains(&name))
}

fn command(words: &[String], address: &str) -> io::Result<Command> {
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(program);
    let mut has_placeholder = false;
    for argument in arguments {
        has_placeholder |= argument.contains("%s");
        command.arg(argument.replace("%s", address));
    }
    if !has_placeholder {
        command.arg(address);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // In a separate process group, a browser survives the end of the terminal.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(system: &str, variables: &[(&str, &str)], expected: &[&str]) {
        let variable = |name: &str| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let found: Vec<String> = openers(variable, system).iter().map(|words| words.join(" ")).collect();
        assert_eq!(found, expected, "{system} {variables:?}");
    }

    #[test]
    fn a_local_desktop_has_an_opener_and_a_remote_one_has_none() {
        check("linux", &[("DISPLAY", ":0")], &["xdg-open"]);
        check("linux", &[("WAYLAND_DISPLAY", "wayland-0")], &["xdg-open"]);
        check("linux", &[], &[]);
        check("linux", &[("DISPLAY", "localhost:10.0"), ("SSH_CONNECTION", "1 2 3 4")], &[]);
        check("linux", &[("WSL_DISTRO_NAME", "Debian")], &["wslview", "xdg-open"]);
        check("freebsd", &[("DISPLAY", ":0")], &["xdg-open"]);
        check("macos", &[], &["/usr/bin/open"]);
        check("macos", &[("SSH_TTY", "/dev/ttys000")], &[]);
        check("windows", &[], &["rundll32.exe url.dll,FileProtocolHandler"]);
    }

    #[test]
    fn browser_comes_first_and_terminal_browsers_are_skipped() {
        check("linux", &[("BROWSER", "firefox"), ("DISPLAY", ":0")], &["firefox", "xdg-open"]);
        check(
            "linux",
            &[("BROWSER", "/usr/bin/w3m:lynx -x:chromium --new-window %s")],
            &["chromium --new-window %s"],
        );
        check("linux", &[("BROWSER", "/opt/browser.sh"), ("SSH_TTY", "/dev/pts/0")], &["/opt/browser.sh"]);
    }

    #[test]
    fn an_address_is_one_argument() {
        let address = "https://a.example/;reboot?$(x)&y='z";
        let arguments = |words: &[&str]| {
            let words: CommandLine = words.iter().map(|word| (*word).to_owned()).collect();
            let command = command(&words, address).unwrap();
            command.get_args().map(|argument| argument.to_string_lossy().into_owned()).collect::<Vec<_>>()
        };
        assert_eq!(arguments(&["browser", "--new"]), ["--new", address]);
        assert_eq!(arguments(&["browser", "--url=%s", "-x"]), [&format!("--url={address}"), "-x"]);
    }
}
