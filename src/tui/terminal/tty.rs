//! [`Tty`]: the two ends of the terminal, the one that keys come from and the one that frames go to.

#[cfg(not(unix))]
pub(super) use elsewhere::Tty;
#[cfg(unix)]
pub(super) use unix::Tty;

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::io::{self, ErrorKind, IsTerminal, Write};
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;

    /// The terminal that controls this process, whatever its standard input is.
    const CONTROLLING: &str = "/dev/tty"; // technical, not shown
    /// How long a line that takes no bytes is given before we leave without a word.
    const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 300_000_000 };

    /// The ends of the terminal, held open for as long as the program runs.
    #[derive(Debug)]
    pub(in crate::tui::terminal) struct Tty {
        keyboard: OwnedFd,
        screen: File,
    }

    impl Tty {
        /// The keyboard is the one that crossterm will read: standard input, or the controlling terminal when that
        /// is something else. The screen is standard output, and a terminal.
        pub(in crate::tui::terminal) fn find() -> Option<Self> {
            if !io::stdout().is_terminal() {
                return None;
            }
            let keyboard = if io::stdin().is_terminal() {
                io::stdin().as_fd().try_clone_to_owned().ok()?
            } else {
                File::options().read(true).write(true).open(CONTROLLING).ok()?.into()
            };
            let screen = io::stdout().as_fd().try_clone_to_owned().ok()?;
            Some(Self { keyboard, screen: screen.into() })
        }

        /// A terminal that is only this file.
        #[cfg(test)]
        pub(in crate::tui::terminal) fn over(screen: OwnedFd) -> io::Result<Self> {
            Ok(Self { keyboard: screen.try_clone()?, screen: screen.into() })
        }

        pub(in crate::tui::terminal) fn keyboard(&self) -> BorrowedFd<'_> {
            self.keyboard.as_fd()
        }

        /// Whether the shell has given the terminal to us; without job control there is nobody else to give it to.
        ///
        /// `in_doubt` is the answer when the terminal belongs to a job that has ended, or to one that we cannot see.
        pub(in crate::tui::terminal) fn is_foreground(&self, in_doubt: bool) -> bool {
            match rustix::termios::tcgetpgrp(&self.keyboard) {
                Ok(foreground) => foreground == rustix::process::getpgrp(),
                Err(Errno::OPNOTSUPP) => in_doubt,
                Err(_) => true,
            }
        }

        /// Writes all bytes, in one call unless the line is slower than we are.
        ///
        /// Whoever shares our standard output may have made it non-blocking; then a full line is waited for here,
        /// since half an escape sequence would spoil the screen.
        pub(in crate::tui::terminal) fn write(&self, mut bytes: &[u8]) -> io::Result<()> {
            while !bytes.is_empty() {
                match (&self.screen).write(bytes) {
                    Ok(0) => return Err(ErrorKind::WriteZero.into()),
                    Ok(count) => bytes = &bytes[count..],
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(error) if error.kind() == ErrorKind::WouldBlock => {
                        self.wait_until_writable(None)?;
                    }
                    Err(error) => return Err(error),
                }
            }
            Ok(())
        }

        /// Whether the line takes bytes now or very soon.
        pub(in crate::tui::terminal) fn takes_bytes(&self) -> bool {
            self.wait_until_writable(Some(&PATIENCE)).unwrap_or(false)
        }

        fn wait_until_writable(&self, limit: Option<&Timespec>) -> io::Result<bool> {
            loop {
                match poll(&mut [PollFd::new(&self.screen, PollFlags::OUT)], limit) {
                    Ok(ready) => return Ok(ready > 0),
                    Err(Errno::INTR) => {}
                    Err(error) => return Err(error.into()),
                }
            }
        }
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io::{self, IsTerminal, Write};

    /// The standard streams, when both are terminals.
    #[derive(Debug)]
    pub(in crate::tui::terminal) struct Tty;

    impl Tty {
        pub(in crate::tui::terminal) fn find() -> Option<Self> {
            (io::stdin().is_terminal() && io::stdout().is_terminal()).then_some(Self)
        }

        #[expect(clippy::unused_self, reason = "the same shape as where there is job control")]
        pub(in crate::tui::terminal) fn is_foreground(&self, _in_doubt: bool) -> bool {
            true
        }

        #[expect(clippy::unused_self, reason = "the same shape as where there are file descriptors")]
        pub(in crate::tui::terminal) fn write(&self, bytes: &[u8]) -> io::Result<()> {
            let mut screen = io::stdout().lock();
            screen.write_all(bytes)?;
            screen.flush()
        }

        #[expect(clippy::unused_self, reason = "the same shape as where there is a line to ask")]
        pub(in crate::tui::terminal) fn takes_bytes(&self) -> bool {
            true
        }
    }
}
