//! [`Folders`]: the locations of the user's files.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

const NAME: &str = "kurultai";

/// The locations of the user's files. Missing folders are created by the first save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Plans and the library.
    pub data: PathBuf,
    /// Last positions and last-seen schedules.
    pub state: PathBuf,
    /// Settings.
    pub config: PathBuf,
    /// Downloads.
    pub cache: PathBuf,
}

impl Folders {
    /// Returns the folders of the XDG base directory specification; `None` if the environment has no home.
    #[must_use]
    pub fn find() -> Option<Self> {
        Self::by(|name| env::var_os(name))
    }

    /// Returns the folders for the given environment variables.
    #[must_use]
    pub fn by(variable: impl Fn(&str) -> Option<OsString>) -> Option<Self> {
        // The specification ignores relative paths.
        let path = |name: &str| variable(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = path("HOME").or_else(|| path("USERPROFILE"));
        let folder = |name: &str, usual: &str, windows: &str| {
            let base = path(name).or_else(|| path(windows).filter(|_| cfg!(windows)));
            let base = base.or_else(|| Some(home.as_ref()?.join(usual)))?;
            Some(base.join(NAME))
        };
        Some(Self {
            data: folder("XDG_DATA_HOME", ".local/share", "APPDATA")?,
            state: folder("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA")?,
            config: folder("XDG_CONFIG_HOME", ".config", "APPDATA")?,
            cache: folder("XDG_CACHE_HOME", ".cache", "LOCALAPPDATA")?,
        })
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(variables: &[(&str, &str)], expected: Option<[&str; 4]>) {
        let value =
            |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into());
        let folders = Folders::by(value).map(|of| [of.data, of.state, of.config, of.cache]);
        assert_eq!(folders, expected.map(|paths| paths.map(PathBuf::from)));
    }

    #[test]
    fn folders_follow_the_xdg_specification() {
        let usual = [
            "/h/.local/share/kurultai",
            "/h/.local/state/kurultai",
            "/h/.config/kurultai",
            "/h/.cache/kurultai",
        ];
        check(&[("HOME", "/h")], Some(usual));
        check(&[("HOME", "/h"), ("XDG_DATA_HOME", ""), ("XDG_STATE_HOME", "here")], Some(usual));
        let named = [
            ("XDG_DATA_HOME", "/d"),
            ("XDG_STATE_HOME", "/s"),
            ("XDG_CONFIG_HOME", "/c"),
            ("XDG_CACHE_HOME", "/x"),
        ];
        let folders = ["/d/kurultai", "/s/kurultai", "/c/kurultai", "/x/kurultai"];
        check(&named, Some(folders));
        check(&[&named[..], &[("HOME", "/h")]].concat(), Some(folders));
    }

    #[test]
    fn without_a_home_there_are_none() {
        check(&[], None);
        check(&[("HOME", "")], None);
        check(&[("HOME", "home"), ("XDG_DATA_HOME", "/d")], None);
    }
}
