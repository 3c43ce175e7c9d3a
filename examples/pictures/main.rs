//! Draws the screenshots of README.md into docs/pictures: `cargo run --example pictures`.
//!
//! Each picture is a screen drawn into a buffer and written as SVG. A test checks that the files are up to
//! date.

mod color;
mod shapes;
mod svg;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kurultai::config::Reminders;
use kurultai::i18n::Locale;
use kurultai::keymap::{Code, Key};
use kurultai::schedule::LoadedSchedule;
use kurultai::theme::{Background, Palette, Theme};
use kurultai::tui::{App, Loaded, Msg, Settings, default_keymap, update, view};
use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::model::ViewerTimeZone;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// A picture and the keys that lead to it.
struct Picture {
    /// The file name in docs/pictures, without extension.
    name: &'static str,
    /// The text for screen readers.
    caption: &'static str,
    event: &'static str,
    size: (u16, u16),
    /// The time, in RFC 3339.
    now: &'static str,
    /// The typed keys; `>` means Enter.
    keys: &'static str,
}

const PICTURES: &[Picture] = &[
    Picture {
        name: "judges",
        caption: "The guests of the judges' conference, with their posts",
        event: "events/kawj-2023.toml",
        size: (108, 26),
        now: "2023-12-01T06:00:00Z",
        keys: "2",
    },
    Picture {
        name: "saturday",
        caption: "The agenda of FOSDEM's Saturday at a quarter past one",
        event: "events/fosdem-2025-saturday.toml",
        size: (108, 26),
        now: "2025-02-01T12:15:00Z",
        keys: "",
    },
    Picture {
        name: "showcase",
        caption: "A panel of the invented assembly about mountains, water and maps, in Kyrgyz",
        event: "events/showcase.toml",
        size: (108, 26),
        now: "2027-05-14T08:20:00Z",
        keys: "kkk",
    },
    Picture {
        name: "timeline",
        caption: "FOSDEM's Saturday as a timeline, with the rooms side by side",
        event: "events/fosdem-2025-saturday.toml",
        size: (108, 26),
        now: "2025-02-01T12:15:00Z",
        keys: "v",
    },
];

impl Picture {
    fn path(&self) -> PathBuf {
        root().join("docs/pictures").join(self.name).with_extension("svg")
    }

    fn draw(&self) -> Result<String, Box<dyn Error>> {
        Ok(svg::draw(&self.screen()?, self.caption))
    }

    /// Returns the screen after all keys. Only this function depends on the library.
    fn screen(&self) -> Result<Buffer, Box<dyn Error>> {
        let text = std::fs::read_to_string(root().join(self.event))?;
        let opened = Loaded::new(Path::new(self.event), LoadedSchedule::new(Source::new(self.event, &text)));
        let theme = Theme::for_palette(Palette::True(Background::Dark));
        let clock = ViewerTimeZone::Named(chrono_tz::Tz::UTC);
        let settings = Settings {
            locale: Arc::new(Locale::english()),
            lang: None,
            theme,
            theme_file: None,
            ascii: false,
            clock,
            reminders: Reminders::default(),
            keymap: default_keymap(),
        };
        let mut app = App::open(self.event.into(), opened, Vec::new(), settings);
        update(&mut app, Msg::Resize(self.size.0, self.size.1));
        update(&mut app, Msg::Tick(self.now.parse()?));
        for key in self.keys.chars() {
            let key = if key == '>' { Key::plain(Code::Enter) } else { Key::char(key) };
            update(&mut app, Msg::Key(key));
        }
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1))?;
        Ok(terminal.draw(|frame| view(&app, frame))?.buffer.clone())
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn main() -> Result<(), Box<dyn Error>> {
    for picture in PICTURES {
        std::fs::write(picture.path(), picture.draw()?)?;
        println!("{}", picture.path().display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pictures_are_what_the_schedule_draws() {
        for picture in PICTURES {
            let kept = std::fs::read_to_string(picture.path()).unwrap_or_default().replace("\r\n", "\n");
            let drawn = picture.draw().unwrap();
            assert!(
                kept == drawn,
                "docs/pictures/{}.svg is not what the program draws now. If the screen changed for a reason, \
                 `cargo run --example pictures` draws it anew; look at it before you commit it.",
                picture.name
            );
        }
    }

    #[test]
    fn the_readme_shows_every_picture_under_its_caption() {
        let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
        for Picture { name, caption, .. } in PICTURES {
            let image = format!("![{caption}](docs/pictures/{name}.svg)");
            assert!(readme.contains(&image), "no {image} in README.md");
        }
        assert_eq!(readme.matches("](docs/pictures/").count(), PICTURES.len());
    }
}
