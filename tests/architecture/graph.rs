//! The modules of both crates as one tree, and which file uses items of which.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::{LIBRARY, all_sources, code, in_crate, is_tests};

/// A path that a `use` statement binds to a name.
#[derive(Debug)]
struct Import {
    path: Vec<String>,
    name: String,
    is_public: bool,
}

#[derive(Debug)]
struct Module {
    file: String,
    imports: Vec<Import>,
    /// Production code without `use` and `mod` statements.
    body: String,
}

/// The modules by path, such as `model::plan`; the crate itself is the empty path.
pub(crate) struct Modules(BTreeMap<Vec<String>, Module>);

/// The item or module that a path leads to.
#[derive(Debug, PartialEq)]
enum Target {
    Module(Vec<String>),
    /// An item, by the module that defines it.
    Item(Vec<String>),
}

impl Modules {
    pub(crate) fn read() -> Self {
        let mut modules = BTreeMap::new();
        for (file, text) in all_sources().into_iter().filter(|(file, _)| !is_tests(file)) {
            let name = in_crate(&file).expect("a source file").trim_end_matches(".rs");
            // The root of the library only declares its modules.
            let is_root = name == "main" || (name == "lib" && file.starts_with(LIBRARY));
            if !is_root {
                let path = if name == "lib" { Vec::new() } else { segments(&name.replace('/', "::")) };
                let (imports, body) = split_imports(&code(&text));
                modules.insert(path, Module { file, imports, body });
            }
        }
        Self(modules)
    }

    /// Returns the pairs of a file and a file whose items it uses.
    pub(crate) fn uses(&self) -> BTreeSet<(&str, &str)> {
        let mut uses = BTreeSet::new();
        for (path, module) in &self.0 {
            for target in self.targets(path, module) {
                let file = self.0[&target].file.as_str();
                if file != module.file {
                    uses.insert((module.file.as_str(), file));
                }
            }
        }
        uses
    }

    /// Returns the inherent implementations of types of other folders, as pairs of file and type.
    pub(crate) fn foreign_impls(&self) -> BTreeSet<(&str, String)> {
        let mut found = BTreeSet::new();
        for (path, module) in &self.0 {
            for line in module.body.lines().filter(|line| line.starts_with("impl")) {
                let Some(name) = inherent_type(line) else { continue };
                let mut full = path.clone();
                full.push(name.to_owned());
                let Some(Target::Item(defined)) = self.resolve(&full, 0) else { continue };
                let folder = |path: &[String]| path[..path.len().saturating_sub(1)].to_vec();
                let is_near = folder(path) == folder(&defined)
                    || path.starts_with(&defined)
                    || *path == folder(&defined);
                if !is_near {
                    found.insert((module.file.as_str(), name.to_owned()));
                }
            }
        }
        found
    }

    /// Returns the modules that define what a module uses.
    fn targets(&self, path: &[String], module: &Module) -> BTreeSet<Vec<String>> {
        let mut targets = BTreeSet::new();
        let mut names: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (child, _) in self.0.iter().filter(|(child, _)| child.len() == path.len() + 1) {
            if child.starts_with(path) {
                names.insert(&child[path.len()], child.clone());
            }
        }
        for import in &module.imports {
            let target = self.absolute(path, &import.path).and_then(|full| self.resolve(&full, 0));
            match target {
                Some(Target::Module(full)) => {
                    names.insert(&import.name, full);
                }
                Some(Target::Item(full)) if !import.is_public || has_word(&module.body, &import.name) => {
                    targets.insert(full);
                }
                _ => {}
            }
        }
        for used in paths(&module.body) {
            let full = match names.get(used[0].as_str()) {
                Some(module) => Some([module.as_slice(), &used[1..]].concat()),
                None if matches!(used[0].as_str(), "crate" | "kurultai_schedule" | "super" | "self") => {
                    self.absolute(path, &used)
                }
                None => None,
            };
            if let Some(Target::Item(full)) = full.and_then(|full| self.resolve(&full, 0)) {
                targets.insert(full);
            }
        }
        targets
    }

    /// Returns the path from the root; `None` for crates of others.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" | "kurultai_schedule" => Some(rest.to_vec()),
            "self" => Some([module, rest].concat()),
            "super" => {
                let parent = &module[..module.len().checked_sub(1)?];
                match rest.first().map(String::as_str) {
                    Some("super") => self.absolute(parent, rest),
                    _ => Some([parent, rest].concat()),
                }
            }
            _ => {
                let full = [module, path].concat();
                self.0.contains_key(&full[..=module.len()]).then_some(full)
            }
        }
    }

    /// Follows modules and re-exports.
    fn resolve(&self, path: &[String], depth: usize) -> Option<Target> {
        let length = (0..=path.len()).rev().find(|length| self.0.contains_key(&path[..*length]))?;
        let (module, rest) = path.split_at(length);
        let Some((name, rest)) = rest.split_first() else { return Some(Target::Module(module.to_vec())) };
        let import = self.0[module].imports.iter().find(|import| import.name == *name);
        let reexported = import.filter(|_| depth < 8).and_then(|import| {
            let full = [self.absolute(module, &import.path)?.as_slice(), rest].concat();
            self.resolve(&full, depth + 1)
        });
        match (reexported, import) {
            (None, Some(_)) => None,
            (Some(target), _) => Some(target),
            (None, None) => Some(Target::Item(module.to_vec())),
        }
    }
}

/// Returns the cycles: sets of files that use each other, directly or not.
pub(crate) fn cycles(uses: &BTreeSet<(&str, &str)>) -> Vec<Vec<String>> {
    let mut next: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in uses {
        next.entry(from).or_default().push(to);
    }
    let reachable = |start: &str| {
        let mut seen = BTreeSet::new();
        let mut open = next.get(start).cloned().unwrap_or_default();
        while let Some(file) = open.pop() {
            if seen.insert(file) {
                open.extend(next.get(file).into_iter().flatten());
            }
        }
        seen
    };
    let reachable: BTreeMap<&str, BTreeSet<&str>> =
        next.keys().map(|file| (*file, reachable(file))).collect();
    let cycle = |file: &str| -> Vec<String> {
        let back = reachable[file]
            .iter()
            .filter(|other| reachable.get(*other).is_some_and(|all| all.contains(file)));
        back.map(|file| (*file).to_owned()).collect()
    };
    let cycles: BTreeSet<Vec<String>> =
        next.keys().map(|file| cycle(file)).filter(|files| !files.is_empty()).collect();
    cycles.into_iter().collect()
}

/// Returns the type of `impl Type {`, without `impl Trait for Type`.
fn inherent_type(line: &str) -> Option<&str> {
    let mut rest = line.strip_prefix("impl")?;
    if rest.starts_with('<') {
        let mut depth = 0;
        let end = rest.find(|c| {
            depth += i32::from(c == '<') - i32::from(c == '>');
            depth == 0
        })?;
        rest = &rest[end + 1..];
    }
    if rest.contains(" for ") {
        return None;
    }
    let rest = rest.trim_start();
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())
}

fn segments(path: &str) -> Vec<String> {
    path.split("::").map(|segment| segment.trim().to_owned()).filter(|segment| !segment.is_empty()).collect()
}

/// Separates `use` statements from other code, and drops `mod` statements.
fn split_imports(code: &str) -> (Vec<Import>, String) {
    let (mut imports, mut body) = (Vec::new(), String::new());
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let trimmed = line.trim_start();
        let visibility = ["pub use ", "pub(super) use ", "pub(crate) use "];
        let public = visibility.into_iter().find_map(|prefix| trimmed.strip_prefix(prefix));
        let in_path =
            trimmed.strip_prefix("pub(in ").and_then(|rest| rest.split_once(") use ")).map(|(_, rest)| rest);
        let Some(start) = public.or(in_path).or_else(|| trimmed.strip_prefix("use ")) else {
            let is_declaration = trimmed.ends_with(';') && has_word(trimmed, "mod");
            if !is_declaration {
                body.push_str(line);
                body.push('\n');
            }
            continue;
        };
        let mut statement = start.to_owned();
        while !statement.contains(';') {
            let Some(line) = lines.next() else { break };
            statement.push_str(line);
        }
        let is_public = !trimmed.starts_with("use ");
        flatten(&[], statement.split(';').next().unwrap_or_default(), is_public, &mut imports);
    }
    (imports, body)
}

/// Adds the paths of a `use` tree, such as `crate::{a, b::{self, c as d}}`.
fn flatten(prefix: &[String], tree: &str, is_public: bool, imports: &mut Vec<Import>) {
    let tree = tree.trim();
    if let Some((start, group)) = tree.split_once('{') {
        let prefix = [prefix, &segments(start)].concat();
        let group = group.rsplit_once('}').map_or(group, |(group, _)| group);
        let mut depth = 0;
        let parts = group.split(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0 && c == ','
        });
        for part in parts.filter(|part| !part.trim().is_empty()) {
            flatten(&prefix, part, is_public, imports);
        }
        return;
    }
    let (path, alias) =
        tree.split_once(" as ").map_or((tree, None), |(path, alias)| (path, Some(alias.trim())));
    let mut path = [prefix, &segments(path)].concat();
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    let name = alias.map(str::to_owned).or_else(|| path.last().cloned()).unwrap_or_default();
    imports.push(Import { path, name, is_public });
}

/// Returns the paths in code that have at least two segments: `a::b::c`.
fn paths(code: &str) -> Vec<Vec<String>> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    for part in code.split(|c| !is_word(c) && c != ':') {
        let path = segments(part.trim_matches(':'));
        if path.len() > 1 && part.contains("::") {
            found.push(path);
        }
    }
    found
}

fn has_word(code: &str, word: &str) -> bool {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|part| part == word)
}

#[test]
fn use_trees_are_flattened() {
    let code = "use crate::{tui, cli::{self, args as arguments}};\npub use super::a::B;\nfn f() { crate::x::y(); }\n";
    let (imports, body) = split_imports(code);
    let flat: Vec<String> =
        imports.iter().map(|import| format!("{} = {}", import.name, import.path.join("::"))).collect();
    assert_eq!(
        flat,
        ["tui = crate::tui", "cli = crate::cli", "arguments = crate::cli::args", "B = super::a::B"]
    );
    assert_eq!(paths(&body), [["crate", "x", "y"]]);
}

#[test]
fn cycles_are_found() {
    let uses = BTreeSet::from([("a", "b"), ("b", "c"), ("c", "b"), ("d", "d2"), ("d2", "e"), ("e", "d")]);
    assert_eq!(cycles(&uses), [vec!["b", "c"], vec!["d", "d2", "e"]]);
}
