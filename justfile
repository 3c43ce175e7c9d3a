# Optional shortcuts. `just` alone lists them.

_list:
    @just --list --unsorted

# Open an event on the screen
run event="events/showcase.toml" *options:
    cargo run --quiet --release -- {{ options }} {{ event }}

# Print an event as plain text
show event="events/showcase.toml" *options:
    cargo run --quiet -- show {{ options }} {{ event }}

# Everything that a change must pass
check:
    .ci/run

# Run the tests; an argument filters them by name
test *options:
    INSTA_UPDATE=no cargo test --quiet {{ options }}

# Accept changed screens and diagnostics; read `git diff` afterwards
bless:
    INSTA_UPDATE=always cargo test --quiet --test screen --test cli
    BLESS=1 INSTA_UPDATE=always cargo test --quiet --test event_file
    cargo run --quiet --example pictures
    git diff --stat

# Draw the pictures of README.md anew
pictures:
    cargo run --quiet --example pictures

# Measure the parts of the app at four sizes of schedules; an argument filters them by name
bench *options:
    cargo bench --bench sizes -- {{ options }}

# Show how the parts grow with the number of sessions
bench-scaling:
    cargo bench --bench scaling

# Measure the app on a screen beside the smallest ratatui program
bench-screen *options:
    python3 benches/screen/bench.py {{ options }}

# Count the instructions of hot paths, and compare them with the baseline
bench-check:
    python3 benches/instructions.py

# Accept the counted instructions as the new baseline
bench-bless:
    python3 benches/instructions.py --bless

# The documentation of the code, in a browser
doc:
    cargo doc --workspace --no-deps --document-private-items --open
