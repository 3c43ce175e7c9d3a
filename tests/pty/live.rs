//! The app follows its file, whichever program saves it and in whichever way.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::frames::sleeps;
use super::session::{Session, Setup};
use super::{PROGRAM, QUIT, ends};

/// Creates a folder for one test.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("live-{test}"));
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Returns a schedule with three sessions, one of which has this title.
fn event(name: &str) -> String {
    let session = |title: &str| format!("[[agenda]]\ntitle = '{title}'\nstart = '10:00'\n");
    let sessions = [session("first"), session(name), session("last")];
    format!("title = 'T'\ndate = 2025-02-01\n{}", sessions.concat())
}

/// Opens the app in a folder above, so that messages do not depend on the length of the path.
fn open(folder: &Path, name: &str) -> Session {
    let session = Setup::new(PROGRAM, &[name]).folder(folder).start();
    session.wait_for_text("Agenda");
    // Saves in the moment when the watcher starts are not detected.
    session.wait_until_quiet(Duration::from_millis(500));
    session
}

fn quit(session: &Session) {
    session.type_keys(QUIT);
    ends(session, 0);
}

/// A way to save a text: its name, which the text also contains, and the function.
type Way<'a> = (&'a str, &'a dyn Fn(&str));

#[test]
fn every_way_to_save_is_seen() {
    let folder = folder("ways");
    let (file, other) = (folder.join("event.toml"), folder.join("other"));
    fs::write(&file, event("zero")).unwrap();
    let session = open(&folder, "event.toml");
    let ways: [Way<'_>; 8] = [
        ("written-in-place", &|text| fs::write(&file, text).unwrap()),
        ("renamed-over", &|text| {
            fs::write(&other, text).unwrap();
            fs::rename(&other, &file).unwrap();
        }),
        ("deleted-and-made", &|text| {
            fs::remove_file(&file).unwrap();
            thread::sleep(Duration::from_millis(300));
            fs::write(&file, text).unwrap();
        }),
        ("put-aside-first", &|text| {
            fs::rename(&file, folder.join("event.toml~")).unwrap();
            fs::write(&file, text).unwrap();
        }),
        ("truncated-and-slow", &|text| {
            let mut slow = File::create(&file).unwrap();
            for piece in text.as_bytes().chunks(20) {
                slow.write_all(piece).unwrap();
                slow.flush().unwrap();
                thread::sleep(Duration::from_millis(60));
            }
        }),
        ("written-with-pauses", &|text| {
            let mut slow = File::create(&file).unwrap();
            // Longer than the quiet time for a file that is not known to be open; only Linux reports that.
            let pause = if cfg!(target_os = "linux") { 400 } else { 0 };
            for piece in text.as_bytes().chunks(text.len() / 4) {
                slow.write_all(piece).unwrap();
                thread::sleep(Duration::from_millis(pause));
            }
        }),
        ("copied", &|text| {
            fs::write(&other, text).unwrap();
            assert!(Command::new("cp").args([&other, &file]).status().unwrap().success());
        }),
        ("edited-by-sed", &|text| {
            let name = text.split('\'').nth(7).unwrap();
            let edit = format!("s/copied/{name}/");
            assert!(Command::new("sed").args(["-i", &edit]).arg(&file).status().unwrap().success());
        }),
    ];
    for (name, save) in ways {
        save(&event(name));
        session.wait_for_text(name);
        session.look(|output| assert!(output.screen().contents().contains("last"), "{name}"));
    }
    // The app never displayed a part of it, or that it was missing for a moment.
    session.look(|output| {
        let text = output.text();
        assert!(
            !text.contains("previous version") && !text.contains("problem"),
            "something was told: {text}"
        );
    });
    sleeps(&session);
    quit(&session);
}

#[test]
fn symlinks_are_followed() {
    let folder = folder("links");
    for name in ["one", "two"] {
        fs::create_dir_all(folder.join(name)).unwrap();
        fs::write(folder.join(name).join("event.toml"), event(name)).unwrap();
    }
    symlink("one", folder.join("now")).unwrap();
    symlink("now/event.toml", folder.join("link.toml")).unwrap();
    let session = open(&folder, "link.toml");
    session.wait_for_text("one");
    // The target of the links is replaced.
    fs::write(folder.join("new"), event("replaced")).unwrap();
    fs::rename(folder.join("new"), folder.join("one/event.toml")).unwrap();
    session.wait_for_text("replaced");
    // A link on the path is changed, as when switching from one edition to the next.
    symlink("two", folder.join("next")).unwrap();
    fs::rename(folder.join("next"), folder.join("now")).unwrap();
    session.wait_for_text("two");
    // From now on, only the new target counts.
    fs::write(folder.join("two/event.toml"), event("edited")).unwrap();
    session.wait_for_text("edited");
    quit(&session);
}

#[test]
fn a_folder_that_goes_and_comes_back_is_followed_again() {
    let folder = folder("moved");
    let inner = folder.join("inner");
    fs::create_dir_all(&inner).unwrap();
    fs::write(inner.join("event.toml"), event("before")).unwrap();
    let session = open(&folder, "inner/event.toml");
    fs::rename(&inner, folder.join("elsewhere")).unwrap();
    session.wait_for_text("inner/event.toml: no such file.");
    session.look(|output| assert!(output.screen().contents().contains("before")));
    fs::create_dir_all(&inner).unwrap();
    fs::write(inner.join("event.toml"), event("after")).unwrap();
    session.wait_for_text("after");
    fs::write(inner.join("event.toml"), event("again")).unwrap();
    session.wait_for_text("again");
    quit(&session);
}

#[test]
fn a_broken_file_leaves_the_last_good_schedule() {
    let folder = folder("broken");
    let file = folder.join("event.toml");
    fs::write(&file, event("good")).unwrap();
    let session = open(&folder, "event.toml");
    fs::write(&file, "title = 'T'\n[[agenda]]\ntitle = 'go").unwrap();
    session.wait_for_text("The file has new problems");
    session.look(|output| assert!(output.screen().contents().contains("last")));
    session.type_keys("!");
    session.wait_for_text("The previous version of the schedule is shown.");
    session.wait_for_text("title = 'go");
    session.type_keys("\u{1b}");
    fs::write(&file, event("mended")).unwrap();
    session.wait_for_text("mended");
    quit(&session);
}

#[test]
fn the_plan_is_followed_as_other_windows_and_editors_change_it() {
    let folder = folder("plan");
    fs::write(folder.join("event.toml"), event("second")).unwrap();
    let data = folder.join("data");
    // A missing folder is not watched, since every file in its parent would wake the app.
    fs::create_dir_all(data.join("kurultai/plans")).unwrap();
    let open = || {
        let setup = Setup::new(PROGRAM, &["event.toml"]).folder(&folder);
        let session = setup.variable("XDG_DATA_HOME", data.to_str().unwrap()).start();
        session.wait_for_text("Agenda");
        session.wait_until_quiet(Duration::from_millis(500));
        session
    };
    let (one, other) = (open(), open());
    one.type_keys("6");
    one.wait_for_text("Nothing");
    other.type_keys(" ");
    one.wait_for_text("★ first");
    // Edit the existing file by hand.
    let plan = fs::read_dir(data.join("kurultai/plans")).unwrap();
    let plan =
        plan.map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some_and(|e| e == "toml"));
    let plan = plan.unwrap();
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, text + "\n[[picks]]\ntitle = 'last'\n").unwrap();
    one.wait_for_text("★ last");
    other.type_keys("6");
    other.wait_for_text("★ last");
    sleeps(&one);
    quit(&one);
    quit(&other);
}

#[test]
fn unsaved_changes_are_reported_at_the_end() {
    let folder = folder("unsaved");
    fs::write(folder.join("event.toml"), event("second")).unwrap();
    // The folder is missing, and cannot be created.
    let data = folder.join("data");
    fs::write(&data, "").unwrap();
    let setup = Setup::new(PROGRAM, &["event.toml"]).folder(&folder);
    let session = setup.variable("XDG_DATA_HOME", data.to_str().unwrap()).start();
    session.wait_for_text("Agenda");
    session.type_keys(" ");
    session.wait_for_text("until you quit");
    session.type_keys(QUIT);
    ends(&session, 2);
    session.look(|output| {
        let after = output.text().rsplit("[?1049l").next().unwrap().to_owned();
        assert!(after.contains("nothing was saved"), "{after}");
    });
}

#[test]
fn a_copy_of_a_damaged_plan_is_reported_at_the_end() {
    let folder = folder("damaged");
    fs::write(folder.join("event.toml"), event("second")).unwrap();
    let data = folder.join("data");
    let open = || {
        let setup = Setup::new(PROGRAM, &["event.toml"]).folder(&folder);
        let session = setup.variable("XDG_DATA_HOME", data.to_str().unwrap()).start();
        session.wait_for_text("Agenda");
        session.type_keys(" ");
        session.wait_for_text("plan:");
        session.type_keys(QUIT);
        ends(&session, 0);
        session.look(|output| output.text().rsplit("[?1049l").next().unwrap().to_owned())
    };
    assert!(!open().contains("was kept as"));
    let plans = fs::read_dir(data.join("kurultai/plans")).unwrap().map(|entry| entry.unwrap().path());
    let plan =
        plans.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "toml")).unwrap();
    fs::write(&plan, "[[picks]]\ntitle = \"unclosed\n").unwrap();
    let after = open();
    assert!(after.contains("part of it could not be read; the original file was kept as"), "{after}");
}

/// Starts the app with a plan that another process is writing while the lock exists.
fn held(test: &str) -> (Session, File) {
    let folder = folder(test);
    fs::write(folder.join("event.toml"), event("second")).unwrap();
    let data = folder.join("data");
    let setup = Setup::new(PROGRAM, &["event.toml"]).folder(&folder);
    let session = setup.variable("XDG_DATA_HOME", data.to_str().unwrap()).start();
    session.wait_for_text("Agenda");
    session.type_keys(" ");
    session.wait_for_text("★");
    let locks = || fs::read_dir(data.join("kurultai/plans")).into_iter().flatten();
    let lock = loop {
        let mut paths = locks().map(|entry| entry.unwrap().path());
        if let Some(path) = paths.find(|path| path.extension().is_some_and(|ending| ending == "lock")) {
            break File::options().write(true).open(path).unwrap();
        }
        thread::sleep(Duration::from_millis(10));
    };
    lock.lock().unwrap();
    session.type_keys("j ");
    session.type_keys(QUIT);
    (session, lock)
}

#[test]
fn quitting_with_a_locked_plan_waits_with_a_notice() {
    let (session, lock) = held("held");
    session.wait_for_text("Another program is writing your plan");
    // All other keys are ignored.
    session.type_keys("?");
    lock.unlock().unwrap();
    ends(&session, 0);
    session.look(|output| assert!(!output.text().contains("type to filter"), "the help"));
}

#[test]
fn quitting_twice_does_not_wait() {
    let (session, _lock) = held("held-twice");
    session.wait_for_text("Another program is writing your plan");
    session.type_keys(QUIT);
    ends(&session, 2);
    session.look(|output| {
        let after = output.text().rsplit("[?1049l").next().unwrap().to_owned();
        assert!(after.contains("The last changes to your plan were not saved"), "{after}");
    });
}

/// Returns the memory of the app in kB.
#[cfg(target_os = "linux")]
fn memory(session: &Session) -> u64 {
    let status = session.status();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_hundred_saves_a_second_do_no_harm() {
    let folder = folder("often");
    let file = folder.join("event.toml");
    fs::write(&file, event("before")).unwrap();
    let session = open(&folder, "event.toml");
    let (before, frames) =
        (memory(&session), session.look(|output| output.text().matches("[?2026h").count()));
    for number in 0..300 {
        fs::write(&file, event(&format!("save {number}"))).unwrap();
        thread::sleep(Duration::from_millis(10));
    }
    session.wait_for_text("save 299");
    sleeps(&session);
    let frames = session.look(|output| output.text().matches("[?2026h").count()) - frames;
    // Each read draws up to three times.
    assert!((2..150).contains(&frames), "{frames} frames of 300 saves");
    let grown = memory(&session).saturating_sub(before);
    assert!(grown < 16_000, "{grown} kB more");
    quit(&session);
}

#[test]
fn nothing_wakes_it_but_its_own_file() {
    let folder = folder("idle");
    let file = folder.join("event.toml");
    fs::write(&file, event("before")).unwrap();
    let session = open(&folder, "event.toml");
    sleeps(&session);
    let drawn = session.look(|output| output.text().len());
    for number in 0..20 {
        fs::write(folder.join(format!("other-{number}")), event("other")).unwrap();
        drop(fs::read(&file).unwrap());
    }
    session.wait_until_quiet(Duration::from_millis(500));
    assert_eq!(session.look(|output| output.text().len()), drawn);
    quit(&session);
}
