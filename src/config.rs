//! What somebody set for themselves, in `config.toml`.
