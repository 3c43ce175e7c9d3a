//! fosdem
