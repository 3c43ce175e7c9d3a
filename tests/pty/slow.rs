//! A slow disk, and its effect on quitting.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

use super::live::folder;
use super::session::{Session, Setup};
use super::{PROGRAM, QUIT, ends};

/// A replacement of `fsync` that waits until the file named by `GATE` is deleted, like a slow disk.
const SLOW: &str = r#"
#include <stdlib.h>
#include <unistd.h>
int fsync(int fd) {
    const char *gate = getenv("GATE");
    while (gate && access(gate, F_OK) == 0) usleep(10000);
    return 0;
}
"#;

/// Compiles the replacement in a folder. `None` without a compiler, with a notice.
fn slow_disk(folder: &Path) -> Option<String> {
    let (source, library) = (folder.join("slow.c"), folder.join("slow.so"));
    fs::write(&source, SLOW).unwrap();
    let built = Command::new("cc").args(["-shared", "-fPIC", "-o"]).args([&library, &source]).status();
    if built.is_ok_and(|status| status.success()) {
        return Some(library.to_string_lossy().into_owned());
    }
    println!("No C compiler: the slow disk is not tried.");
    None
}

/// Quits the app while its disk is slow; returns it with the gate.
fn quit_while_slow(folder: &Path, lang: &str) -> Option<Session> {
    fs::write(
        folder.join("event.toml"),
        "title = 'T'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'first'\nstart = '10:00'\n",
    )
    .unwrap();
    let library = slow_disk(folder)?;
    let gate = folder.join("gate");
    File::create(&gate).unwrap();
    let setup = Setup::new(PROGRAM, &["--ui-lang", lang, "event.toml"]).folder(folder);
    let setup = setup.variable("XDG_DATA_HOME", &folder.join("data").to_string_lossy());
    let setup = setup.variable("LD_PRELOAD", &library).variable("GATE", &gate.to_string_lossy());
    let session = setup.start();
    session.wait_for_text("10:00");
    session.type_keys(" ");
    session.wait_for_text("★");
    session.type_keys(QUIT);
    Some(session)
}

/// Returns the text of all plans that were written.
fn plans(folder: &Path) -> String {
    let files = fs::read_dir(folder.join("data/kurultai/plans")).into_iter().flatten();
    let paths = files.map(|entry| entry.unwrap().path());
    let plans = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    plans.map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// Returns the words on the screen, independent of lines and of the rule beside them.
fn words(session: &Session) -> String {
    let text = session.look(|output| output.screen().contents().replace('─', " "));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_user_who_quits_is_told_that_the_disk_is_slow_and_the_plan_is_saved() {
    let sentences = [
        ("en", "The disk is slow. kurultai quits once your plan is saved; q quits without saving."),
        ("ky", "Диск жай. План сакталганда kurultai жабылат; q сактабай жабат."),
        ("ru", "Диск медленный. kurultai закроется, когда план будет сохранён; q закроет без сохранения."),
    ];
    for (lang, sentence) in sentences {
        let folder = folder(&format!("slow-{lang}"));
        let Some(session) = quit_while_slow(&folder, lang) else { return };
        session.wait_for_text(sentence.split('.').next().unwrap());
        assert!(words(&session).contains(sentence), "{}", words(&session));
        // Keys other than the one that quits have no effect.
        session.type_keys("?");
        assert_eq!(plans(&folder), "", "saved before the disk was done");
        fs::remove_file(folder.join("gate")).unwrap();
        ends(&session, 0);
        assert!(plans(&folder).contains("title = \"first\""), "{}", plans(&folder));
    }
}

#[test]
fn a_user_who_quits_again_does_not_wait_for_a_slow_disk() {
    let folder = folder("slow-twice");
    let Some(session) = quit_while_slow(&folder, "en") else { return };
    session.wait_for_text("The disk is slow");
    session.type_keys(QUIT);
    ends(&session, 2);
    session.look(|output| {
        let after = output.text().rsplit("[?1049l").next().unwrap().to_owned();
        assert!(after.contains("The last changes to your plan were not saved"), "{after}");
    });
}
