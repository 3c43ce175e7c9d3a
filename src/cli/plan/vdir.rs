//! `kurultai plan export --to vdir DIR FILE`: writes a folder with one calendar per session, the format of
//! khal and vdirsyncer.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::plan_context::PlannedSchedule;
use crate::cli::export::output;
use crate::cli::streams::Streams;
use crate::i18n::{Locale, Message, MessageArg};
use kurultai_schedule::format::ical;
use kurultai_schedule::model::SessionId;

/// The largest file to read; files of this app are smaller.
const MAX_BYTES: u64 = 1 << 20;

/// Returns the file name for a `UID`, which may contain any character.
fn file_name(uid: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_@.".contains(c);
    let is_name = uid.len() <= 100 && uid.chars().all(is_plain) && !uid.starts_with('.') && !uid.is_empty();
    let name = if is_name { uid.to_owned() } else { ical::owner(&["uid", uid]) };
    format!("{name}.ics")
}

/// Returns the content of each file.
fn calendars(
    plan_context: &PlannedSchedule,
    options: &ical::Options,
    owner: &str,
) -> BTreeMap<String, String> {
    let conference = plan_context.conference();
    let uids = ical::Uids::new(conference);
    let mut files = BTreeMap::new();
    let mut add = |uid: &str, sessions: &[SessionId], options: &ical::Options| {
        let text = ical::write(conference, sessions, options).text;
        if text.contains("\r\nBEGIN:VEVENT\r\n") {
            files.insert(file_name(uid), ical::keep(&text, owner, true));
        }
    };
    for (id, _) in plan_context.picks.sessions() {
        add(uids.session(id.index()), &[id], &ical::Options { busy: &[], ..options.clone() });
    }
    for busy in &plan_context.plan.busy {
        let options = ical::Options { busy: std::slice::from_ref(busy), ..options.clone() };
        add(&uids.busy(busy), &[], &options);
    }
    files
}

/// Writes changed files and removes stale ones; leaves files of others alone. False if a file could not be
/// written.
pub(super) fn write(
    folder: &Path,
    plan_context: &PlannedSchedule,
    options: &ical::Options,
    owner: &str,
    (user_locale, streams): (&Locale, &mut Streams),
) -> bool {
    let mut is_done = true;
    let mut fail = |path: &Path, error: Option<&std::io::Error>| {
        let path = ("path", MessageArg::text(&path.to_string_lossy()));
        let sentence = match error {
            Some(error) => user_locale
                .with(Message::OutputFailed, &[path, ("error", MessageArg::text(&error.to_string()))]),
            None => user_locale.with(Message::PlanVdirForeign, &[path]),
        };
        streams.warn(&sentence);
        is_done = false;
    };
    if let Err(error) = fs::create_dir_all(folder) {
        fail(folder, Some(&error));
        return false;
    }
    let files = calendars(plan_context, options, owner);
    for (name, text) in &files {
        let path = folder.join(name);
        match fs::symlink_metadata(&path) {
            Ok(_) if read_small(&path).is_some_and(|old| old == *text) => continue,
            Ok(_) if !read_small(&path).is_some_and(|old| ical::is_kept_by(&old, owner)) => {
                fail(&path, None);
                continue;
            }
            _ => {}
        }
        if output::write(&path, text, true).is_err() {
            fail(&path, Some(&std::io::ErrorKind::PermissionDenied.into()));
        }
    }
    for path in stale(folder, &files, owner) {
        if let Err(error) = fs::remove_file(&path) {
            fail(&path, Some(&error));
        }
    }
    is_done
}

/// Returns the files of this plan whose sessions are no longer in it.
fn stale(folder: &Path, files: &BTreeMap<String, String>, owner: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_new = |path: &Path| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| files.contains_key(name))
    };
    let paths = entries.map(|entry| entry.path());
    let paths =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "ics") && !is_new(path));
    paths.filter(|path| read_small(path).is_some_and(|text| ical::is_kept_by(&text, owner))).collect()
}

/// Reads a small regular file.
fn read_small(path: &Path) -> Option<String> {
    let about = fs::symlink_metadata(path).ok()?;
    (about.is_file() && about.len() <= MAX_BYTES).then(|| fs::read_to_string(path).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn every_uid_has_a_plain_file_name() {
        assert_eq!(
            file_name("1b4e28ba-2fa1-11d2-883f-0016d3cca427"),
            "1b4e28ba-2fa1-11d2-883f-0016d3cca427.ics"
        );
        assert_eq!(file_name("a@b.example"), "a@b.example.ics");
        for uid in ["", ".", "../x", "https://example.org/1", "ү", "a\0b", &"a".repeat(300)] {
            let name = file_name(uid);
            assert!(
                name.len() == 40
                    && name.split_once(".ics").is_some_and(|(_, end)| end.is_empty())
                    && !name.starts_with('.'),
                "{uid}: {name}"
            );
        }
    }
}
