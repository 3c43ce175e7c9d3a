"""A pseudo-terminal for programs that are measured. Standard library only; Linux and macOS."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from typing import NamedTuple

# Colors and styles, which may be inside of a word, and all other sequences, which separate words.
STYLE = re.compile(rb"\x1b\[[0-9;:]*m")
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\^_])|[\x00-\x1f]")
# What a program may ask a terminal, and the answer of a dark one.
ANSWERS = [
    (b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
]
FRAME_END = b"\x1b[?2026l"


class Silent(Exception):
    """A program ended or did not draw what it should have."""


class Answer(NamedTuple):
    """What a program draws after a key: the times to its first and its last output in ms, and how much."""

    first: float
    last: float
    size: int
    frames: int


class Terminal:
    """A program in a terminal of its own. All times are in nanoseconds of the monotonic clock."""

    def __init__(self, command, home, columns=120, rows=40):
        environment = {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", "")}
        clock_out, clock_in = os.pipe()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                size = struct.pack("HHHH", rows, columns, 0, 0)
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                os.set_inheritable(clock_in, False)
                os.write(clock_in, struct.pack("q", time.monotonic_ns()))
                os.execve(command[0], command, environment)
            finally:
                os._exit(127)
        os.close(clock_in)
        self.output = b""
        self.last = None
        self.started = struct.unpack("q", os.read(clock_out, 8))[0]
        os.close(clock_out)

    def read(self, seconds):
        """Reads once and answers questions. Returns False if nothing came."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:  # Linux, if the program has ended
            data = b""
        if not data:
            raise Silent("the program has ended: " + self.text()[-300:])
        self.last = time.monotonic_ns()
        self.output += data
        for question, answer in ANSWERS:
            if question in data:
                os.write(self.fd, answer)
        return True

    def text(self):
        """Returns the words that were drawn since the last call of `forget`."""
        return SEQUENCE.sub(b" ", STYLE.sub(b"", self.output)).decode(errors="replace")

    def forget(self):
        self.output = b""

    def wait_for(self, words, seconds):
        """Waits until the words, or any word, are drawn. Returns the time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.read(max(0, end - time.monotonic())):
                text = self.text()
                if all(word in text for word in words) and text.strip():
                    return self.last
        raise Silent(f"{words} not drawn within {seconds} s: " + self.text()[-300:])

    def settle(self, quiet):
        """Reads until nothing comes for a time. Returns the times of the first and the last output, if any."""
        first = None
        while self.read(quiet):
            first = first or self.last
        return first and (first, self.last)

    def press(self, keys, quiet):
        """Types. Returns the answer, or None if there is none for a time."""
        self.forget()
        start = time.monotonic_ns()
        os.write(self.fd, keys.encode())
        times = self.settle(quiet)
        if not times:
            return None
        first, last = ((at - start) / 1e6 for at in times)
        return Answer(first, last, len(self.output), self.output.count(FRAME_END))

    def peak_mib(self):
        """Returns the peak memory, where the system has /proc."""
        return self._status(f"/proc/{self.pid}/status", "VmHWM") / 1024 or None

    def wake_ups(self):
        """Returns the number of times that a thread was scheduled, where the system has /proc."""
        tasks = f"/proc/{self.pid}/task"
        threads = os.listdir(tasks) if os.path.isdir(tasks) else []
        return sum(self._status(f"{tasks}/{thread}/status", "voluntary_ctxt_switches") for thread in threads)

    @staticmethod
    def _status(path, field):
        try:
            with open(path) as file:
                return next((int(line.split()[1]) for line in file if line.startswith(field)), 0)
        except OSError:
            return 0

    def close(self):
        """Ends the program, which is the only one in this terminal."""
        try:
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)
