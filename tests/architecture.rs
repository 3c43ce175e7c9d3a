//! The rules of the house, as docs/ARCHITECTURE.md gives them.

#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

use kurultai::i18n::Locale;
use kurultai::tui::default_keymap;

/// The modules from the lowest to the highest: each may use only those above it in this list.
const LAYERS: [&str; 21] = [
    "atomic_file",
    "text",
    "markup",
    "diagnostic",
    "model",
    "clock",
    "format",
    "check",
    "index",
    "plan",
    "i18n",
    "schedule",
    "fetch",
    "config",
    "store",
    "loaded",
    "presenter",
    "keymap",
    "theme",
    "tui",
    "cli",
];
/// What some may not use although it is above them.
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
const LONGEST: usize = 600;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below a folder, with its text; `/` in every path.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name =
                    path.strip_prefix(root()).expect("in the project").to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no sources in {folder}");
    found
}

/// Whether a file is there for tests alone.
fn is_tests(path: &str) -> bool {
    path.ends_with("tests.rs")
}

/// The part of a file before its tests, without comments.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\n").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

fn layer(path: &str) -> Option<&'static str> {
    let name = path.strip_prefix("src/")?.split(['/', '.']).next()?;
    LAYERS.into_iter().find(|layer| *layer == name)
}

#[test]
fn imports_point_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let Some(own) = layer(&path) else { continue };
        let rank = |layer: &str| LAYERS.iter().position(|known| *known == layer);
        for used in code(&text).split("crate::").skip(1) {
            let used = used.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            let is_apart = APART.iter().any(|(layer, apart)| *layer == own && apart.contains(&used));
            if used != own && (rank(used) > rank(own) || is_apart) {
                wrong.push(format!("{path} uses {used}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The modules of the TUI: each may use only those above it in this list.
const TUI_LAYERS: [&str; 17] = [
    "widget",
    "layout",
    "view_context",
    "loaded",
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

/// Returns the first names of a path or a group of paths: `{a::b, c}` has `a` and `c`.
fn first_names(path: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let name = |path: &'_ str| path.trim().find(|c| !is_name(c)).unwrap_or(path.trim().len());
    let Some(group) = path.strip_prefix('{') else { return vec![&path[..name(path)]] };
    let (mut names, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in group.char_indices() {
        match c {
            ',' | '}' if depth == 0 => {
                let path = group[start..at].trim();
                names.push(&path[..name(path)]);
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[test]
fn tui_imports_point_one_way() {
    let tui = code(&fs::read_to_string(root().join("src/tui.rs")).expect("src/tui.rs"));
    let exports: Vec<(&str, &str)> =
        tui.split("pub use ").skip(1).filter_map(|line| line.split_once("::")).collect();
    let module = |name: &str| {
        let exports_it = |paths: &str| {
            let paths = paths.split(';').next().unwrap_or_default();
            first_names(paths).contains(&name)
        };
        exports
            .iter()
            .find(|(_, paths)| exports_it(paths))
            .map_or(name.to_owned(), |(module, _)| (*module).to_owned())
    };
    let rank = |module: &str| TUI_LAYERS.iter().position(|layer| *layer == module);
    let mut wrong = Vec::new();
    for (path, text) in sources("src/tui").into_iter().filter(|(path, _)| !is_tests(path)) {
        let own = path.trim_start_matches("src/tui/").split(['/', '.']).next().unwrap_or_default();
        let own_rank = rank(own).unwrap_or_else(|| panic!("{own} has no place among the layers"));
        let code = code(&text);
        let mut paths: Vec<&str> = code.split("crate::tui::").skip(1).collect();
        if path.matches('/').count() == 2 {
            paths.extend(code.split("super::").skip(1).filter(|path| !path.starts_with('*')));
        }
        for used in paths.into_iter().flat_map(first_names).map(module) {
            if used != own && rank(&used).is_some_and(|used| used > own_rank) {
                wrong.push(format!("{path} uses {used}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn first_names_of_groups() {
    assert_eq!(first_names("{App, view::{a, b}, runtime};"), ["App", "view", "runtime"]);
    assert_eq!(first_names("conference::Pane;"), ["conference"]);
}

#[test]
fn every_module_is_a_layer_and_in_the_code_map() {
    let map = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).expect("docs/ARCHITECTURE.md");
    let lib = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs");
    for line in lib.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        let module = line.trim_end_matches(';');
        assert!(LAYERS.contains(&module), "{module} has no place among the layers");
    }
    for (path, _) in sources("src") {
        let name = path.trim_start_matches("src/").trim_end_matches(".rs");
        let is_top = name.matches('/').count() < 2 && name != "lib" && name != "main";
        let word = name.rsplit('/').next().unwrap_or_default();
        assert!(!is_top || map.contains(&format!("`{word}`")), "{path} is not in docs/ARCHITECTURE.md");
    }
}

#[test]
fn files_are_short() {
    for (path, text) in ["src", "tests", "examples", "benches"].into_iter().flat_map(sources) {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{path} has {lines} lines");
        assert!(!path.ends_with("/utils.rs") && !path.ends_with("/mod.rs"), "{path}: give it a name");
    }
}

#[test]
fn nothing_is_left_undone() {
    for (path, text) in sources("src") {
        for word in ["todo!", "unimplemented!", "dbg!", "FIXME", "XXX"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
}

/// The string literals of a line of code.
fn literals(line: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut literal: Option<String> = None;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match (&mut literal, c) {
            // A character by its number is no letter.
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
fn words_of_the_screen_stand_in_locales() {
    let mut wrong = Vec::new();
    for (path, text) in
        sources("src").into_iter().filter(|(path, _)| path.starts_with("src/tui") && !is_tests(path))
    {
        for line in code(&text).lines() {
            let is_attribute = line.trim_start().starts_with("#[");
            if is_attribute || line.ends_with("// technical, not shown") {
                continue;
            }
            for literal in literals(line) {
                // What stands in braces is a value: `{name}`.
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
fn keys_colors_and_clocks_have_one_door() {
    let doors: [(&str, &[&str]); 4] = [
        ("KeyCode", &["src/keymap/terminal.rs", "src/keymap/sequence.rs"]),
        (
            "Color::",
            &[
                "src/theme.rs",
                "src/model/place.rs",
                "src/format/event_file/read.rs",
                "src/format/field_parser.rs",
                "src/format/schedule_xml/about.rs",
            ],
        ),
        ("Utc::now", &["src/clock.rs"]),
        ("Local::now", &["src/clock.rs"]),
    ];
    for (path, text) in sources("src").into_iter().filter(|(path, _)| !is_tests(path)) {
        for (word, allowed) in doors {
            assert!(allowed.contains(&path.as_str()) || !code(&text).contains(word), "{word} in {path}");
        }
    }
}

#[test]
fn nothing_but_tests_makes_another_policy() {
    for (path, text) in sources("src") {
        let code = code(&text);
        let makes = code.contains("Policy {") && path != "src/fetch/policy.rs";
        let has_plain =
            code.contains("allow_plain_http_to: Some") || code.contains(".allow_plain_http_to = ");
        assert!(!makes && !has_plain, "another policy in {path}");
    }
}

#[test]
fn the_state_is_shared_with_nobody() {
    for (path, text) in sources("src") {
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
            assert!(row.contains(&format!("`{key}`")), "{key} is not in the row of {what:?}");
        }
    }
}
