//! Two editions of one program: which sessions are the same, and what is different.

#![cfg(test)]

mod any;
mod cases;
mod corpus;
mod fields;
mod identities;
