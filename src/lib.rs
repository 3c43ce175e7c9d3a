//! `kurultai`: the program of a conference, in the terminal.
//!
//! A file becomes a [`Source`](diagnostic::Source), the source a [`Conference`](model::Conference) and everything that
//! is wrong with it, the conference a screen ([`tui`]) or plain text ([`cli`]). Reading never fails, and what is not
//! known stays unknown.
//!
//! The modules stand in the order in which they may use each other, the lowest first, which is a good order to read
//! them in, too; `docs/ARCHITECTURE.md` says more.

pub mod text;

pub mod markup;

pub mod i18n;

pub mod diagnostic;

pub mod model;

pub mod format;

pub mod check;

pub mod index;

pub mod plan;

pub mod schedule;

pub mod fetch;

pub mod config;

pub mod store;

pub mod presenter;

pub mod keymap;

pub mod theme;

pub mod tui;

pub mod cli;
