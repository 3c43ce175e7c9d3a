#!/usr/bin/env python3
"""Counts the instructions of hot paths with valgrind, and compares them with benches/instructions.txt.

    benches/instructions.py           exit status 1 if a count is more than 3 % above its baseline
    benches/instructions.py --bless   accepts the counts as the new baseline

Counts hardly depend on the machine's load, but on the processor's architecture and on the version of Rust, which
the baseline names.
"""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BASELINE = os.path.join(ROOT, "benches", "instructions.txt")
TOLERANCE = 0.03
EXAMPLE = os.path.join(ROOT, "events", "kawj-2023.toml")
# What the whole program does once, from its start to its end.
RUNS = {"run-version": ["--version"], "run-check": ["check", EXAMPLE], "run-show": ["show", EXAMPLE]}


def output(*command):
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def machine():
    return f"{platform.machine()}, {output('rustc', '--version').strip()}"


def build():
    """Builds the program and the benchmark. Returns the path of the benchmark."""
    messages = output("cargo", "bench", "--locked", "--quiet", "--no-run", "--bench", "counted", "--message-format=json")
    artifacts = [json.loads(line) for line in messages.splitlines() if line.startswith("{")]
    return next(a["executable"] for a in artifacts if a.get("executable") and a["target"]["name"] == "counted")


def count(*command):
    """Returns the instructions of a command, in all of its threads."""
    with tempfile.TemporaryDirectory() as home:
        valgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command]
        environment = {"HOME": home, "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
        run = subprocess.run(valgrind, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if not found:
        sys.exit(f"valgrind could not run {' '.join(command)}: {run.stderr.strip()[-500:]}")
    return int(found[1])


def measure():
    counted = build()
    listed = [line.split(" ", 1) for line in output(counted).splitlines()]
    parts = [name for kind, name in listed if kind == "part"]
    program = next(name for kind, name in listed if kind == "program")
    for name in parts:
        yield name, count(counted, name, "2") - count(counted, name, "1")
    for name, arguments in RUNS.items():
        yield name, count(program, *arguments)


def baseline():
    """Returns the machine and the counts of the baseline."""
    if not os.path.exists(BASELINE):
        return None, {}
    with open(BASELINE) as file:
        lines = file.read().splitlines()
    return lines[0].lstrip("# "), {name: int(number) for name, number in (line.split() for line in lines[1:])}


def main():
    if not shutil.which("valgrind"):
        sys.exit("valgrind is not installed, so instructions cannot be counted; install the package valgrind.")
    known_machine, known = baseline()
    here = machine()
    if known and known_machine != here:
        print(f"The baseline was counted on another machine ({known_machine}; here: {here}), so counts may differ.")
    counts, slower = {}, []
    for name, number in measure():
        counts[name] = number
        before = known.get(name)
        change = f"{number / before - 1:+8.1%}" if before else "     new"
        print(f"{name:14} {number:>14,} {change}", flush=True)
        if before and number > before * (1 + TOLERANCE):
            slower.append(name)
    if "--bless" in sys.argv:
        with open(BASELINE, "w") as file:
            file.write(f"# {here}\n" + "".join(f"{name} {number}\n" for name, number in counts.items()))
    elif slower:
        sys.exit(f"More than {TOLERANCE:.0%} above the baseline: {', '.join(slower)}. If it is meant, run just bench-bless.")


if __name__ == "__main__":
    main()
