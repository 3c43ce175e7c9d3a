//! `kurultai`: conference schedules in the terminal.
//!
//! A file becomes a [`Source`](diagnostic::Source), the source a [`Conference`](model::Conference) and diagnostics, the
//! conference a screen ([`tui`]) or plain text ([`cli`]). Parsing never fails, and unknown facts stay unknown.
//!
//! The modules are listed bottom up: each may import only those above it. See `docs/ARCHITECTURE.md`.

pub mod atomic_file;

pub mod text;

pub mod markup;

pub mod i18n;

pub mod diagnostic;

pub mod model;

pub mod clock;

pub mod format;

pub mod check;

pub mod index;

pub mod plan;

pub mod schedule;

pub mod fetch;

pub mod config;

pub mod store;

pub mod loaded;

pub mod presenter;

pub mod keymap;

pub mod theme;

pub mod tui;

pub mod cli;
