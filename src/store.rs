//! The user's own files: plans, the library, where one was last; read and written whole, by several windows at once.
