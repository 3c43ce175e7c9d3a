//! [`Folders`]: where the user's own files are.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// What the folders of this program are called.
const NAME: &str = "kurultai";

/// Where the user's own files are. The folders need not exist: they are made when something is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// What they would miss: plans and the library.
    pub data: PathBuf,
    /// What is remembered for them: where they were, what they saw.
    pub state: PathBuf,
    /// What they set.
    pub config: PathBuf,
    /// What can be fetched again.
    pub cache: PathBuf,
}

impl Folders {
    /// The folders of whoever runs this, by the XDG base directory specification; `None` when the environment names no
    /// home.
    #[must_use]
    pub fn find() -> Option<Self> {
        Self::by(|name| env::var_os(name))
    }

    /// The folders that these variables of an environment name.
    #[must_use]
    pub fn by(variable: impl Fn(&str) -> Option<OsString>) -> Option<Self> {
        // By the specification a path that is not absolute counts as none.
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
    fn folders_are_those_of_the_specification() {
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
