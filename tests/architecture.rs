//! The rules of docs/ARCHITECTURE.md.

#![cfg(test)]

#[path = "architecture/comments.rs"]
mod comments;
#[path = "architecture/graph.rs"]
mod graph;
#[path = "architecture/sources.rs"]
mod sources;

use std::collections::BTreeSet;
use std::fs;

use kurultai::i18n::Locale;
use kurultai::tui::default_keymap;

use graph::{Modules, cycles};
use sources::{CRATES, LIBRARY, all_sources, code, in_crate, is_tests, root, sources};

/// The modules, lowest first: each may use only those above it in this list.
const LAYERS: &[&str] = &[
    "text",
    "markup",
    "diagnostic",
    "model",
    "format",
    "check",
    "index",
    "plan",
    "atomic_file",
    "clock",
    "i18n",
    "keymap",
    "theme",
    "schedule",
    "fetch",
    "config",
    "store",
    "loaded",
    "presenter",
    "tui",
    "cli",
];
/// The modules of the TUI, lowest first: each may use only those above it in this list.
const TUI_LAYERS: &[&str] = &[
    "widget",
    "layout",
    "view_context",
    "conference",
    "panes",
    "layout_cache",
    "event_list",
    "overlay",
    "prompt",
    "app",
    "effect",
    "msg",
    "terminal",
    "view",
    "update",
    "runtime",
];
/// Modules that others may not use although they are lower.
const APART: [(&str, &[&str]); 6] = [
    ("model", &["diagnostic"]),
    ("index", &["diagnostic", "format", "check"]),
    ("plan", &["diagnostic", "format", "check"]),
    ("store", &["i18n", "check", "index", "schedule"]),
    ("keymap", &["diagnostic", "model", "format", "check", "index", "schedule", "presenter"]),
    (
        "theme",
        &["i18n", "diagnostic", "model", "format", "check", "index", "schedule", "presenter", "keymap"],
    ),
];
const MAX_LINES: usize = 600;

fn layer(path: &str) -> Option<&'static str> {
    let name = in_crate(path)?.split(['/', '.']).next()?;
    LAYERS.iter().copied().find(|layer| *layer == name)
}

#[test]
fn modules_use_only_lower_layers() {
    let rank = |layer: &str| LAYERS.iter().position(|known| *known == layer);
    let mut wrong = Vec::new();
    for (from, to) in Modules::read().uses() {
        let (Some(own), Some(used)) = (layer(from), layer(to)) else { continue };
        let is_apart = APART.iter().any(|(layer, apart)| *layer == own && apart.contains(&used));
        if used != own && (rank(used) > rank(own) || is_apart) {
            wrong.push(format!("{from} uses {to}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_library_has_no_user_interface() {
    let manifest = fs::read_to_string(root().join(LIBRARY).join("../Cargo.toml")).expect("Cargo.toml");
    for word in ["ratatui", "crossterm", "fluent", "icu_", "ureq", "clap", "kurultai "] {
        let is_dependency = manifest.lines().any(|line| line.starts_with(word));
        assert!(!is_dependency, "{word} in the library");
    }
}

#[test]
fn tui_modules_use_only_lower_ones() {
    let rank = |file: &str| {
        let name = file.strip_prefix("src/tui/")?.split(['/', '.']).next()?;
        TUI_LAYERS.iter().position(|layer| *layer == name)
    };
    let modules = Modules::read();
    let uses = modules.uses();
    let wrong: Vec<_> =
        uses.iter().filter(|(from, to)| rank(from).is_some() && rank(from) < rank(to)).collect();
    assert_eq!(wrong, Vec::<&(&str, &str)>::new());
    for (path, _) in sources("src/tui") {
        assert!(is_tests(&path) || rank(&path).is_some(), "{path} is not in TUI_LAYERS");
    }
}

#[test]
fn files_do_not_use_each_other_in_cycles() {
    assert_eq!(cycles(&Modules::read().uses()), Vec::<Vec<String>>::new());
}

#[test]
fn types_are_implemented_in_their_folder() {
    assert_eq!(Modules::read().foreign_impls(), BTreeSet::new());
}

#[test]
fn every_module_is_in_the_code_map() {
    let map = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).expect("docs/ARCHITECTURE.md");
    for folder in CRATES {
        let lib = fs::read_to_string(root().join(folder).join("lib.rs")).expect("lib.rs");
        for line in lib.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
            let module = line.trim_end_matches(';');
            assert!(LAYERS.contains(&module), "{module} is not in LAYERS");
        }
    }
    for (path, _) in all_sources() {
        let name = in_crate(&path).expect("a source file").trim_end_matches(".rs");
        let (folder, file) = name.split_once('/').unwrap_or(("", name));
        if matches!(name, "lib" | "main") || file.contains('/') {
            continue;
        }
        let row = map.lines().find(|line| line.starts_with(&format!("| `{folder}` |")));
        let part = map
            .split("\n### ")
            .find(|part| CRATES.iter().any(|root| part.starts_with(&format!("`{root}/{folder}`"))));
        let is_named = |text: &str| text.contains(&format!("`{file}`"));
        let is_in_map =
            if folder.is_empty() { is_named(&map) } else { row.into_iter().chain(part).any(is_named) };
        assert!(is_in_map, "{path} is not in the row of its folder in docs/ARCHITECTURE.md");
    }
}

#[test]
fn files_are_short() {
    for (path, text) in ["src", "crates", "tests", "examples", "benches"].into_iter().flat_map(sources) {
        let lines = text.lines().count();
        assert!(lines <= MAX_LINES, "{path} has {lines} lines");
        assert!(!path.ends_with("/utils.rs") && !path.ends_with("/mod.rs"), "{path}: give it a name");
    }
}

#[test]
fn nothing_is_left_to_do() {
    for (path, text) in all_sources() {
        for word in ["todo!", "unimplemented!", "dbg!", "FIXME", "XXX"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
}

/// Returns the string literals of a line of code.
fn literals(line: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut literal: Option<String> = None;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match (&mut literal, c) {
            // A character escape is not a letter.
            (Some(_), '\\') if chars.peek() == Some(&'u') => while chars.next().is_some_and(|c| c != '}') {},
            (Some(text), '\\') => text.extend(chars.next()),
            (Some(text), '"') => {
                literals.push(std::mem::take(text));
                literal = None;
            }
            (Some(text), c) => text.push(c),
            (None, '"') => literal = Some(String::new()),
            (None, '\'') if chars.peek() == Some(&'"') => {
                chars.next();
            }
            (None, '/') if chars.peek() == Some(&'/') => break,
            (None, _) => {}
        }
    }
    literals
}

#[test]
fn texts_of_the_screen_are_in_locales() {
    let mut wrong = Vec::new();
    for (path, text) in
        sources("src").into_iter().filter(|(path, _)| path.starts_with("src/tui") && !is_tests(path))
    {
        for line in code(&text).lines() {
            let is_attribute = line.trim_start().starts_with("#[");
            if is_attribute || line.ends_with("// not UI text") {
                continue;
            }
            for literal in literals(line) {
                // Text in braces is a value: `{name}`.
                let text: String =
                    literal.split('{').map(|part| part.rsplit('}').next().unwrap_or_default()).collect();
                let letters: Vec<char> = text.chars().collect();
                if letters.windows(2).any(|pair| pair.iter().all(|c| c.is_alphabetic())) {
                    wrong.push(format!("{path}: {literal:?}"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn key_codes_colors_and_clocks_are_used_in_few_files() {
    let users: [(&str, &[&str]); 4] = [
        ("KeyCode", &["src/keymap/terminal.rs", "src/keymap/sequence.rs"]),
        (
            "Color::",
            &[
                "src/theme.rs",
                "src/theme/style_spec.rs",
                "crates/kurultai-schedule/src/model/place.rs",
                "crates/kurultai-schedule/src/format/event_file/key_forms.rs",
                "crates/kurultai-schedule/src/format/event_file/table_reader/scalars.rs",
                "crates/kurultai-schedule/src/format/field_parser.rs",
                "crates/kurultai-schedule/src/format/schedule_xml/about.rs",
            ],
        ),
        ("Utc::now", &["src/clock.rs"]),
        ("Local::now", &["src/clock.rs"]),
    ];
    for (path, text) in all_sources().into_iter().filter(|(path, _)| !is_tests(path)) {
        for (word, allowed) in users {
            assert!(allowed.contains(&path.as_str()) || !code(&text).contains(word), "{word} in {path}");
        }
    }
}

#[test]
fn only_tests_create_another_policy() {
    for (path, text) in all_sources() {
        let code = code(&text);
        let makes = code.contains("Policy {") && path != "src/fetch/policy.rs";
        let has_plain =
            code.contains("allow_plain_http_to: Some") || code.contains(".allow_plain_http_to = ");
        assert!(!makes && !has_plain, "another policy in {path}");
    }
}

#[test]
fn there_is_no_shared_mutable_state() {
    for (path, text) in all_sources() {
        let code = code(&text);
        for word in ["Rc<", "RefCell", "thread_local!", "static mut", "lazy_static"] {
            assert!(!code.contains(word), "{word} in {path}");
        }
    }
}

#[test]
fn the_readme_has_every_key() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let locale = Locale::english();
    for (action, keys) in default_keymap().bindings() {
        let what = locale.text(action.message());
        let row = readme.lines().find(|line| line.starts_with('|') && line.contains(&format!("| {what} |")));
        let row = row.unwrap_or_else(|| panic!("no row for {what:?} in README.md"));
        for key in keys {
            assert_ne!(key.to_string(), "Ctrl-J", "a line feed is Enter");
            assert!(row.contains(&format!("`{key}`")), "{key} is not in the row of {what:?}");
        }
    }
}
