//! Two editions of one schedule: which sessions are the same, and what has changed.

#![cfg(test)]

mod any;
mod cases;
mod corpus;
mod fields;
mod identities;
