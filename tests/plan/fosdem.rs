//! A plan for a conference of a thousand sessions.
