# Shortcuts for people; nothing needs them. `just` alone lists them.

_list:
    @just --list --unsorted

# Open an event on the screen
run event="events/showcase.toml" *options:
    cargo run --quiet --release -- {{ options }} {{ event }}

# Print an event as plain text
show event="events/showcase.toml" *options:
    cargo run --quiet -- show {{ options }} {{ event }}

# All that must hold before a change lands
check:
    .ci/run

# The tests; a word after it takes those with it in their name
test *options:
    INSTA_UPDATE=no cargo test --quiet {{ options }}

# Take over how screens look and what is said about files now; read `git diff` afterwards
bless:
    INSTA_UPDATE=always cargo test --quiet --test screen --test cli
    BLESS=1 INSTA_UPDATE=always cargo test --quiet --test event_file
    cargo run --quiet --example pictures
    git diff --stat

# Draw the pictures of README.md anew
pictures:
    cargo run --quiet --example pictures

# How long searches take, letter by letter
bench:
    cargo bench --bench search

# The documentation of the code, in a browser
doc:
    cargo doc --workspace --no-deps --document-private-items --open
