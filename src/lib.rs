//! `kurultai`: conference schedules in the terminal.
//!
//! Schedules are read, checked and indexed by [`kurultai_schedule`]; this crate shows them on a screen ([`tui`]) or prints
//! them ([`cli`]), and keeps the user's files ([`store`]).
//!
//! The modules are listed bottom-up: each may import only those above it. See `docs/ARCHITECTURE.md`.

pub mod atomic_file;

pub mod i18n;

pub mod clock;

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
