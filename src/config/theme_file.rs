//! [`read_theme`]: reads a theme of the user, `themes/NAME.toml`.
//!
//! ```toml
//! extends = "dark"                          # a theme of the app
//! background = "#1e1e2e"                    # of the whole screen
//! accent = "sky"                            # the color of a role
//! selected = { bg = "#313244", bold = true }
//! tracks = ["#f38ba8", "#a6e3a1"]
//!
//! [palette]
//! sky = "#89dceb"                           # a name for a color
//! ```

use std::collections::BTreeMap;

use kurultai_schedule::diagnostic::{Span, closest_match};
use kurultai_schedule::format::event_file::{FileVocabulary, KeyPosition, blocks, positions};
use kurultai_schedule::text::SafeText;
use toml::Value;

use super::{ConfigError, ConfigErrorKind, at};
use crate::theme::{BaseTheme, Paint, StyleSpec, TRACKS, TextRole, ThemeDefinition};

const EXTENDS: &str = "extends";
const BACKGROUND: &str = "background";
const PALETTE: &str = "palette";
const TRACK_LIST: &str = "tracks";
/// The keys of a role.
const STYLE: [&str; 7] = ["fg", "bg", "bold", "dim", "italic", "underline", "reverse"];

/// Reads a theme. Reports mistakes, each of which costs only its own value.
#[must_use]
pub fn read_theme(text: &str) -> (ThemeDefinition, Vec<ConfigError>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut keys = vec![EXTENDS, BACKGROUND, TRACK_LIST];
    let mut tables = vec![PALETTE];
    let roles = TextRole::NAMES.map(|(name, _)| name);
    keys.extend(roles);
    tables.extend(roles);
    let names = FileVocabulary { tables: &tables, arrays: &[], keys: &[&keys, &STYLE] };
    let mut reader =
        ThemeReader { positions: positions(text, names), colors: BTreeMap::new(), errors: Vec::new() };
    let mut table = toml::Table::new();
    for block in blocks(text, names) {
        if let Some(at) = block.mistake {
            reader.errors.push((Span::new(at, at), ConfigErrorKind::Syntax));
        }
        match &block.path[..] {
            [] => table.extend(block.table),
            [name] => {
                let value = Value::Table(block.table);
                match (table.get_mut(name), value) {
                    (Some(Value::Table(former)), Value::Table(more)) => former.extend(more),
                    (_, value) => drop(table.insert(name.clone(), value)),
                }
            }
            path => reader.unknown(&path.join("."), block.span, keys.iter().copied()),
        }
    }
    let definition = reader.read(&table);
    let mut errors = reader.errors;
    errors.sort_by_key(|(span, _)| span.start);
    (definition, errors.into_iter().map(|(span, kind)| at(text, span, kind)).collect())
}

struct ThemeReader {
    positions: Vec<KeyPosition>,
    /// The named colors.
    colors: BTreeMap<String, Paint>,
    errors: Vec<(Span, ConfigErrorKind)>,
}

impl ThemeReader {
    fn read(&mut self, table: &toml::Table) -> ThemeDefinition {
        let mut definition = ThemeDefinition::default();
        if let Some(value) = table.get(PALETTE) {
            self.palette(value);
        }
        for (key, value) in table {
            match key.as_str() {
                PALETTE => {}
                EXTENDS => {
                    if let Some(base) = value.as_str().and_then(BaseTheme::from_name) {
                        definition.base = base;
                    } else {
                        let lines = BaseTheme::NAMES.map(|(name, _)| format!("{EXTENDS} = \"{name}\""));
                        self.invalid(EXTENDS, None, &lines);
                    }
                }
                BACKGROUND => definition.changes.background = self.color(BACKGROUND, None, value),
                TRACK_LIST => self.tracks(value, &mut definition),
                name => {
                    if let Some(role) = TextRole::from_name(name) {
                        let spec = self.style(name, None, value);
                        definition.changes.roles.insert(role, spec);
                    } else {
                        let known = TextRole::NAMES.map(|(name, _)| name);
                        let known = known.into_iter().chain([EXTENDS, BACKGROUND, TRACK_LIST, PALETTE]);
                        let span = self.name_span(name);
                        self.unknown(name, span, known);
                    }
                }
            }
        }
        definition
    }

    fn palette(&mut self, value: &Value) {
        let Some(table) = value.as_table() else {
            return self.invalid(PALETTE, None, &["[palette]".to_owned()]);
        };
        for (name, value) in table {
            let key = format!("{PALETTE}.{name}");
            match value.as_str().and_then(Paint::parse) {
                Some(paint) => drop(self.colors.insert(name.clone(), paint)),
                None => self.invalid(&key, None, &[format!("{name} = \"#5fb3e6\"")]),
            }
        }
    }

    fn tracks(&mut self, value: &Value, definition: &mut ThemeDefinition) {
        let items = value.as_array().filter(|items| items.len() <= TRACKS);
        let Some(items) = items else {
            return self.invalid(TRACK_LIST, None, &["tracks = [\"#e69f00\", \"#56b4e9\"]".to_owned()]);
        };
        for (number, item) in items.iter().enumerate() {
            let spec = self.style(TRACK_LIST, Some(number), item);
            definition.changes.roles.insert(TextRole::track(number, None), spec);
        }
    }

    /// Reads the style of a role: a color, or a table. `item` is its number in the list of tracks.
    fn style(&mut self, key: &str, item: Option<usize>, value: &Value) -> StyleSpec {
        let mut spec = StyleSpec::default();
        let Some(table) = value.as_table() else {
            spec.fg = self.color(key, item, value);
            return spec;
        };
        for (name, value) in table {
            let full = format!("{key}.{name}");
            let switch = match name.as_str() {
                "fg" => {
                    spec.fg = self.color(&full, item, value);
                    continue;
                }
                "bg" => {
                    spec.bg = self.color(&full, item, value);
                    continue;
                }
                "bold" => &mut spec.bold,
                "dim" => &mut spec.dim,
                "italic" => &mut spec.italic,
                "underline" => &mut spec.underline,
                "reverse" => &mut spec.reverse,
                _ => {
                    let span = self.name_span(&full);
                    let known: Vec<String> = STYLE.iter().map(|name| format!("{key}.{name}")).collect();
                    self.unknown(&full, span, known.iter().map(String::as_str));
                    continue;
                }
            };
            *switch = value.as_bool();
            if switch.is_none() {
                self.invalid(&full, item, &[format!("{name} = true"), format!("{name} = false")]);
            }
        }
        spec
    }

    fn color(&mut self, key: &str, item: Option<usize>, value: &Value) -> Option<Paint> {
        let named = value.as_str().and_then(|name| self.colors.get(name).copied());
        let number = || Paint::parse(&u8::try_from(value.as_integer()?).ok()?.to_string());
        let paint = named.or_else(|| Paint::parse(value.as_str()?)).or_else(number);
        if paint.is_none() {
            let name = key.rsplit('.').next().unwrap_or_default();
            let line = |color: &str| match item {
                Some(_) if name == TRACK_LIST => format!("\"{color}\""),
                _ => format!("{name} = \"{color}\""),
            };
            self.invalid(key, item, &["#5fb3e6", "light-blue", "75"].map(line));
        }
        paint
    }

    fn invalid(&mut self, key: &str, item: Option<usize>, lines: &[String]) {
        let position = self.positions.iter().find(|position| position.key == key);
        // A table in a list has no position of its own.
        let list = || self.positions.iter().find(|position| item.is_some() && position.key == TRACK_LIST);
        let span = position.or_else(list).map(|position| {
            item.and_then(|item| position.items.get(item)).copied().unwrap_or(position.value)
        });
        let write = lines.iter().map(|line| SafeText::line(line)).collect();
        let kind = ConfigErrorKind::Value { key: SafeText::line(key), write };
        self.errors.push((span.unwrap_or(Span::new(0, 0)), kind));
    }

    fn name_span(&self, key: &str) -> Span {
        let below = format!("{key}.");
        let is_it = |position: &&KeyPosition| position.key == key || position.key.starts_with(&below);
        self.positions.iter().find(is_it).map_or(Span::new(0, 0), |position| position.name)
    }

    fn unknown<'a>(&mut self, key: &str, span: Span, known: impl IntoIterator<Item = &'a str>) {
        let meant = closest_match(key, known).map(SafeText::line);
        self.errors.push((span, ConfigErrorKind::Unknown { key: SafeText::line(key), meant }));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Style};

    use super::*;
    use crate::theme::{Background, Palette, Theme};

    fn theme(text: &str) -> Theme {
        let (definition, errors) = read_theme(text);
        assert_eq!(errors, []);
        Theme::new(definition, Palette::True(Background::Dark), None)
    }

    /// Returns the line and the column of each mistake with its key.
    fn mistakes(text: &str) -> Vec<String> {
        let describe = |error: ConfigError| {
            let what = match error.kind {
                ConfigErrorKind::Syntax => "?".to_owned(),
                ConfigErrorKind::Unknown { key, meant } => {
                    format!("{key}? {}", meant.as_deref().unwrap_or("-"))
                }
                ConfigErrorKind::Value { key, .. } => key.to_string(),
                other => format!("{other:?}"),
            };
            format!("{}:{} {what}", error.line, error.column)
        };
        read_theme(text).1.into_iter().map(describe).collect()
    }

    #[test]
    fn a_theme_changes_parts_of_another() {
        let dracula = theme(
            "extends = 'dark'\nbackground = '#282a36'\ntext = '#f8f8f2'\naccent = 'pink'\nlink = { fg = 117, underline = true }\n\
             tracks = ['pink', { fg = '#50fa7b', dim = true }]\n[palette]\npink = '#ff79c6'\n[selected]\nbg = '#44475a'\nbold = false\n",
        );
        let rgb = |rgb: u32| Some(Color::from_u32(rgb));
        assert_eq!((dracula.screen().fg, dracula.screen().bg), (rgb(0x00f8_f8f2), rgb(0x0028_2a36)));
        let accent = dracula.style(TextRole::Accent);
        // Bold comes from the theme of the app.
        assert_eq!(accent, Style::new().fg(Color::Rgb(0xff, 0x79, 0xc6)).bold());
        assert_eq!(dracula.style(TextRole::Link), Style::new().fg(Color::Indexed(117)).underlined());
        assert_eq!(dracula.style(TextRole::Selected), Style::new().bg(Color::Rgb(0x44, 0x47, 0x5a)));
        assert_eq!(dracula.style(TextRole::Track(0)).fg, rgb(0x00ff_79c6));
        assert_eq!(dracula.style(TextRole::Track(1)), Style::new().fg(Color::Rgb(0x50, 0xfa, 0x7b)).dim());
        let dark = Theme::new(BaseTheme::Dark.into(), Palette::True(Background::Dark), None);
        assert_eq!(dracula.style(TextRole::Track(2)), dark.style(TextRole::Track(2)));
        assert_eq!(theme("").style(TextRole::Dim), dark.style(TextRole::Dim));
        assert_eq!(theme("extends = 'gruvbox-dark'\n").screen().bg, rgb(0x0028_2828));
        // Dotted keys and the byte order mark of some editors.
        assert_eq!(theme("\u{feff}accent.fg = 'red'\n").style(TextRole::Accent).fg, Some(Color::Red));
    }

    #[test]
    fn a_mistake_costs_its_own_value() {
        let text = "extends = 'darc'\nacent = 'red'\naccent = 'reddish'\nlink = { fg = 'blue', bolt = true, bold = 1 }\n\
                    tracks = ['red', 'x', { fg = '#12' }]\n[selected]\nbg = '#44475'\nbold = true\n[marker]\nfg 'x'\n";
        assert_eq!(
            mistakes(text),
            [
                "1:11 extends",
                "2:1 acent? accent",
                "3:10 accent",
                "4:23 link.bolt? link.bold",
                "4:43 link.bold",
                "5:18 tracks",
                "5:23 tracks.fg",
                "7:6 selected.bg",
                "10:1 ?",
            ]
        );
        let (definition, _) = read_theme(text);
        let theme = Theme::new(definition, Palette::True(Background::Dark), None);
        assert_eq!(theme.style(TextRole::Link).fg, Some(Color::Blue));
        assert_eq!(theme.style(TextRole::Track(0)).fg, Some(Color::Red));
        let dark = Theme::for_palette(Palette::True(Background::Dark));
        assert_eq!(theme.style(TextRole::Accent), dark.style(TextRole::Accent));
        assert_eq!(theme.style(TextRole::Selected), dark.style(TextRole::Selected));
    }

    #[test]
    fn values_of_other_types_are_mistakes() {
        for (text, expected) in [
            ("extends = 5", "1:11 extends"),
            ("palette = 'x'", "1:11 palette"),
            ("[palette]\nsky = 'sky'", "2:7 palette.sky"),
            ("tracks = 'red'", "1:10 tracks"),
            ("tracks = [1, 2, 3, 4, 5, 6, 7, 8, 9]", "1:10 tracks"),
            ("accent = 300", "1:10 accent"),
            ("accent = 'reset'", "1:10 accent"),
            ("background = { fg = 'red' }", "1:1 background"),
            ("[a.b]\nx = 1", "1:1 a.b? -"),
            ("selected-quiet = 'red'", "1:1 selected-quiet? selected_quiet"),
        ] {
            assert_eq!(mistakes(text), [expected], "{text}");
        }
        assert_eq!(mistakes("\0\0"), ["1:1 ?"]);
    }
}
