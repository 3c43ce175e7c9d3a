#!/usr/bin/env python3
"""Measures the app on a screen beside the smallest ratatui program, and prints a table of medians and ratios.

    benches/screen/bench.py [--runs 5] [--quick] [--program FILE]

Builds both programs, generates the schedules, and runs the two by turns (A B A B), each in a fresh pseudo-terminal of
120 x 40 cells with an empty home folder, so that a machine that becomes slower or faster affects both. Compare ratios
of one run only. Needs Rust and Python 3.9, nothing else; memory and wake-ups are measured on Linux.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from terminal import Silent, Terminal

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CORPUS = os.path.join(ROOT, "..", "shared", "corpus")
FORMATS = ["toml", "xml", "json", "ics"]
MARKS = ["FIRSTSESSION", "FIRSTABSTRACT"]
# The pause after which a key counts as answered, and the longer one in which late results must come, in seconds.
QUIET, LATE = 0.03, 0.25
KEYS = 30
BURST = 1000
QUERIES = ["remo", "lastse", "gabi ta"]


class Samples:
    """Measured values by name."""

    def __init__(self):
        self.values = {}

    def add(self, name, value):
        if value is not None:
            self.values.setdefault(name, []).append(value)

    def median(self, name):
        values = self.values.get(name)
        return statistics.median(values) if values else None


def keys(terminal, samples, name, typed, quiet=QUIET):
    """Measures keys one by one. A key without an answer is only counted."""
    answers = [terminal.press(key, quiet) for key in typed]
    answered = [answer for answer in answers if answer]
    for answer in answered:
        samples.add(name, answer.last)
        samples.add(name + " echo", answer.first)
        samples.add(name + " bytes", answer.size)
    samples.add(name + " silent", len(answers) - len(answered))


def screen(command, words, samples, parts, patience=60):
    """Runs a program once, and measures the given parts."""
    home = tempfile.mkdtemp(prefix="kurultai-bench-")
    terminal = Terminal(command, home)
    try:
        samples.add("something", (terminal.wait_for([], patience) - terminal.started) / 1e6)
        is_drawn = all(word in terminal.text() for word in words)
        drawn = terminal.last if is_drawn else terminal.wait_for(words, patience)
        samples.add("frame", (drawn - terminal.started) / 1e6)
        terminal.settle(LATE)
        samples.add("memory", terminal.peak_mib())
        for part in parts:
            PARTS[part](terminal, samples)
        samples.add("memory at the end", terminal.peak_mib())
    finally:
        terminal.close()
        shutil.rmtree(home, ignore_errors=True)


def idle(terminal, samples):
    terminal.settle(1)
    before = terminal.wake_ups()
    samples.add("idle bytes", 1 if terminal.settle(2) else 0)
    samples.add("idle", terminal.wake_ups() - before if before else None)


def in_list(terminal, samples):
    keys(terminal, samples, "list", "j" * KEYS + "k" * KEYS)


def in_short_list(terminal, samples):
    keys(terminal, samples, "list", "jk" * KEYS)


def in_people(terminal, samples):
    terminal.press("2", LATE)
    keys(terminal, samples, "people", "j" * KEYS)
    terminal.press("1", LATE)


def in_detail(terminal, samples):
    terminal.press("l", LATE)
    keys(terminal, samples, "detail", "jk" * (KEYS // 2))
    terminal.press("h", LATE)


def in_timeline(terminal, samples):
    terminal.press("v", LATE)
    keys(terminal, samples, "timeline", "jjjjkkkk" * (KEYS // 8) + "llllhhhh" * (KEYS // 8))
    terminal.press("v", LATE)


def burst(terminal, samples):
    answer = terminal.press("j" * BURST, LATE)
    if answer:
        samples.add("burst", answer.last)
        samples.add("burst frames", answer.frames)


def search(terminal, samples):
    for query in QUERIES:
        terminal.press("/", LATE)
        for letter in query:
            keys(terminal, samples, "search", letter, LATE)
        terminal.press("\x1b", LATE)


PARTS = {
    "idle": idle,
    "list": in_list,
    "short list": in_short_list,
    "people": in_people,
    "detail": in_detail,
    "timeline": in_timeline,
    "burst": burst,
    "search": search,
}


def take_precedence():
    """Runs before all usual processes from now on, if the system permits it, so that other work disturbs less."""
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(10))
        return True
    except (AttributeError, OSError):
        return False


def build(arguments):
    """Builds both programs and the generator. Returns their paths."""

    def cargo(*options):
        subprocess.run(["cargo", "build", "--locked", "--quiet", *options], cwd=ROOT, check=True)

    target = os.environ.get("CARGO_TARGET_DIR") or os.path.join(ROOT, "target")
    cargo("--profile", "floor", "--package", "kurultai-bench")
    program = arguments.program
    if not program:
        cargo("--release", "--bin", "kurultai")
        program = os.path.join(target, "release", "kurultai")
    folder = os.path.join(target, "floor")
    return os.path.abspath(program), os.path.join(folder, "floor"), os.path.join(folder, "generate")


def data(generate, folder, quick):
    """Writes the schedules. Returns rows: a name, the path, words of the complete frame, parts, and runs (None: all)."""

    def generated(format, sessions, name=None):
        path = os.path.join(folder, name or f"{sessions}.{format}")
        subprocess.run([generate, format, str(sessions), path], check=True)
        return path

    every = ["idle", "list", "people", "detail", "timeline", "search", "burst"]
    rows = [
        ("example conference", os.path.join(ROOT, "events", "kawj-2023.toml"), ["жогорулатуунун", "чакырарын"], ["short list"], None),
        ("91 sessions", os.path.join(ROOT, "events", "fosdem-2025-saturday.toml"), ["Augurs:", "Richard"], ["list"], None),
    ]
    for format in FORMATS:
        parts = every if format == "toml" else ["list"]
        rows.append((f"1,105 sessions, {format}", generated(format, 1105), MARKS, parts, None))
    published = os.path.join(CORPUS, "frab-xml", "fosdem-2025-pretalx-full.xml")
    if os.path.exists(published):
        rows.append(("FOSDEM 2025, XML", published, ["MapTCHA,", "(matrix.to)"], ["list", "people", "timeline", "search"], None))
    else:
        print(f"FOSDEM 2025 is not measured: {published} does not exist.", file=sys.stderr)
    if not quick:
        events = os.path.join(folder, "events")
        os.mkdir(events)
        for number in range(20):
            generated(FORMATS[number % 4], 600, os.path.join("events", f"{number:02}.{FORMATS[number % 4]}"))
        rows.append(("folder of 20 schedules, 12,000 sessions", events, ["schedule"], [], None))
        rows.append(("12,000 sessions, toml", generated("toml", 12000), MARKS, every, 2))
        rows.append(("100,000 sessions, toml", generated("toml", 100000), MARKS, every, 2))
    return rows


# The measured values of a row: the name in the table, the name of the sample, its unit, and the floor's sample.
COLUMNS = [
    ("something on the screen", "something", "ms", "frame"),
    ("first complete frame", "frame", "ms", "frame"),
    ("key to frame, list", "list", "ms", "list"),
    ("key to frame, people", "people", "ms", "list"),
    ("key to frame, detail", "detail", "ms", "list"),
    ("key to frame, timeline", "timeline", "ms", "list"),
    ("burst of 1,000 keys", "burst", "ms", "burst"),
    ("frames in the burst", "burst frames", "", None),
    ("search, typed letter", "search echo", "ms", "list"),
    ("search, hits of a letter", "search", "ms", "list"),
    ("bytes per key, list and detail", "list bytes", "bytes", "list bytes"),
    ("keys without an answer", "list silent", "", None),
    ("peak memory, loaded", "memory", "MiB", "memory"),
    ("peak memory, at the end", "memory at the end", "MiB", "memory"),
    ("wake-ups in 2 idle seconds", "idle", "", None),
]


def show(value, unit):
    if value is None:
        return "–"
    digits = 2 if unit == "ms" and value < 10 else 1 if unit in ("ms", "MiB") else 0
    return f"{value:,.{digits}f} {unit}".strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="runs of each program and file")
    parser.add_argument("--quick", action="store_true", help="only schedules of up to 1,105 sessions")
    parser.add_argument("--program", help="a built program, instead of the release profile of this folder")
    arguments = parser.parse_args()
    program, floor, generate = build(arguments)
    begun = time.monotonic()
    order = "with real-time priority" if take_precedence() else "without real-time priority"
    print("| file | what | kurultai | floor | ratio |\n| --- | --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory(prefix="kurultai-bench-") as folder:
        for name, path, words, parts, runs in data(generate, folder, arguments.quick):
            own, base = Samples(), Samples()
            try:
                for _ in range(min(runs or arguments.runs, arguments.runs)):
                    screen([program, path], words, own, parts)
                    screen([floor], ["READY"], base, ["list"] + (["burst"] if "burst" in parts else []))
            except Silent as error:
                print(f"{name} is not measured: {' '.join(str(error).split())}", file=sys.stderr)
                continue
            size = os.path.getsize(path) / 1e3 if os.path.isfile(path) else 0
            shown = f"{size / 1e3:.1f} MB" if size >= 1e3 else f"{size:.0f} kB"
            title = f"{name}, {shown}" if size else name
            for label, sample, unit, other in COLUMNS:
                value, reference = own.median(sample), base.median(other) if other else None
                if value is None or (sample == "list silent" and not value) or (sample == "something" and value > 0.9 * own.median("frame")):
                    continue
                ratio = f"{value / reference:.1f} ×" if reference else "–"
                print(f"| {title} | {label} | {show(value, unit)} | {show(reference, unit)} | {ratio} |", flush=True)
                title = ""
    sizes = [os.path.getsize(path) / 1e6 for path in (program, floor)]
    print(f"| | binary | {sizes[0]:.1f} MB | {sizes[1]:.1f} MB | {sizes[0] / sizes[1]:.1f} × |")
    print(f"\n{arguments.runs} runs {order} in {time.monotonic() - begun:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
