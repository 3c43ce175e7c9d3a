//! [`Tty`]: the input and the output of the terminal.

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

    /// The controlling terminal of this process, independent of its standard input.
    const CONTROLLING: &str = "/dev/tty"; // not UI text
    /// The time to wait for a blocked connection when restoring the terminal.
    const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 300_000_000 };

    /// The input and the output of the terminal, open while the process runs.
    #[derive(Debug)]
    pub(in crate::tui::terminal) struct Tty {
        keyboard: OwnedFd,
        screen: File,
    }

    impl Tty {
        /// Returns the terminal of this process. The input is the same as that of crossterm: standard input,
        /// or the controlling terminal if that is not a terminal. The output is standard output, which must
        /// be a terminal.
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

        /// Creates a terminal from a file.
        #[cfg(test)]
        pub(in crate::tui::terminal) fn over(screen: OwnedFd) -> io::Result<Self> {
            Ok(Self { keyboard: screen.try_clone()?, screen: screen.into() })
        }

        pub(in crate::tui::terminal) fn keyboard(&self) -> BorrowedFd<'_> {
            self.keyboard.as_fd()
        }

        /// True if the process is in the foreground, as always without job control.
        ///
        /// Returns `if_unknown` if the terminal belongs to a job that has ended or is not visible.
        pub(in crate::tui::terminal) fn is_foreground(&self, if_unknown: bool) -> bool {
            match rustix::termios::tcgetpgrp(&self.keyboard) {
                Ok(foreground) => foreground == rustix::process::getpgrp(),
                Err(Errno::OPNOTSUPP) => if_unknown,
                Err(_) => true,
            }
        }

        /// Writes all bytes, in one call unless the connection is slow.
        ///
        /// Another process that shares standard output may have made it non-blocking. In that case, waits
        /// until it accepts bytes, because half an escape sequence would corrupt the screen.
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

        /// True if the connection accepts bytes now or very soon.
        pub(in crate::tui::terminal) fn is_writable(&self) -> bool {
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

    /// The standard streams, if both are terminals.
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
        pub(in crate::tui::terminal) fn is_writable(&self) -> bool {
            true
        }
    }
}
