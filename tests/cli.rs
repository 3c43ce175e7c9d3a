//! The command line: arguments in; stdout, stderr and the exit code out.

#![cfg(test)]

#[path = "cli/check.rs"]
mod check_files;
#[path = "cli/commands.rs"]
mod commands;
#[path = "cli/days.rs"]
mod days;
#[path = "cli/diff.rs"]
mod diff;
#[path = "cli/explain.rs"]
mod explain;
#[path = "cli/export.rs"]
mod export;
#[path = "cli/exported.rs"]
mod exported;
#[path = "cli/fix.rs"]
mod fix;
#[path = "cli/json.rs"]
mod json;
#[path = "cli/library.rs"]
mod library;
#[path = "cli/new.rs"]
mod new;
#[path = "cli/now.rs"]
mod now;
#[path = "cli/places.rs"]
mod places;
#[path = "cli/plan.rs"]
mod plan;
#[path = "cli/prose.rs"]
mod prose;
#[path = "cli/reports.rs"]
mod reports;
#[path = "cli/schema.rs"]
mod schema;
#[path = "cli/search.rs"]
mod search;
#[path = "cli/venue.rs"]
mod venue;
#[path = "cli/waiting.rs"]
mod waiting;

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder for the files of one test, deleted at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("kurultai-cli-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        fs::write(self.0.join(name), bytes).expect("a file");
        self
    }

    /// Runs the app in this folder, which also contains the user's files.
    fn kurultai(&self, arguments: &[&str]) -> RunOutput {
        let mut command = command(arguments);
        at_home(&mut command, &self.0.join(".home")).current_dir(&self.0);
        RunOutput::from(command.output().expect("the program runs"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[derive(Debug, PartialEq)]
struct RunOutput {
    out: String,
    err: String,
    code: Option<i32>,
}

impl From<Output> for RunOutput {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
    }
}

#[track_caller]
fn check(result: &RunOutput, out: &str, err: &str, code: i32) {
    assert_eq!((result.out.as_str(), result.err.as_str(), result.code), (out, err, Some(code)));
}

/// Returns a command that runs the app in an environment without a language and without user files.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kurultai"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).env("LC_ALL", "C");
    at_home(&mut command, &PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("nobody"));
    command
}

/// Sets the folder of the user's files.
fn at_home<'a>(command: &'a mut Command, home: &std::path::Path) -> &'a mut Command {
    let folders = ["DATA", "STATE", "CONFIG", "CACHE"];
    let variables = folders.map(|name| (format!("XDG_{name}_HOME"), home.join(name.to_lowercase())));
    command.envs(variables).env("HOME", home)
}

/// Runs the app in the folder of the project.
fn here(arguments: &[&str]) -> RunOutput {
    RunOutput::from(command(arguments).output().expect("the program runs"))
}

/// Runs the app with this language in the environment.
fn speaking(lang: &str, arguments: &[&str]) -> RunOutput {
    let mut command = command(arguments);
    RunOutput::from(command.env_remove("LC_ALL").env("LANG", lang).output().expect("the program runs"))
}

#[test]
fn unreadable_files_are_reported_in_one_sentence() {
    let folder = Folder::new("unreadable");
    fs::create_dir(folder.0.join("folder")).expect("a folder");
    check(&folder.kurultai(&["show", "no.toml"]), "", "no.toml: no such file.\n", 2);
    check(&folder.kurultai(&["no.toml"]), "", "no.toml: no such file.\n", 2);
    let result = folder.kurultai(&["check", "no.toml", "folder"]);
    check(&result, "", "no.toml: no such file.\nfolder: this is a folder; give an event file in it.\n", 2);
}

#[cfg(unix)]
#[test]
fn devices_links_and_huge_files_are_refused() {
    let folder = Folder::new("devices");
    std::os::unix::fs::symlink("nowhere", folder.0.join("link.toml")).expect("a link");
    let huge = fs::File::create(folder.0.join("huge.toml")).expect("a file");
    huge.set_len(2 << 30).expect("a sparse file");
    check(&folder.kurultai(&["check", "link.toml"]), "", "link.toml: this link leads nowhere.\n", 2);
    check(&folder.kurultai(&["check", "huge.toml"]), "", "huge.toml: too large for a schedule.\n", 2);
    check(&folder.kurultai(&["check", "/dev/zero"]), "", "/dev/zero: too large for a schedule.\n", 2);
}

#[test]
fn files_in_other_encodings_are_read_as_far_as_they_go() {
    let folder = Folder::new("encodings");
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("title = 'Ү'".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    folder
        .file("latin.toml", b"title = 'Caf\xe9'")
        .file("bad.toml", b"title = 'Caf\xff'")
        .file("wide.toml", utf16)
        .file("bom.toml", "\u{feff}title = 'B'");
    let hint = "latin.toml:1:1: hint[guessed-encoding]: The file is not UTF-8 and does not name its encoding; it is read as windows-1252.\n";
    let result = folder.kurultai(&["check", "latin.toml"]);
    assert!(result.out.starts_with(hint), "{}", result.out);
    assert_eq!(result.code, Some(0));
    assert_eq!(folder.kurultai(&["show", "latin.toml"]).out, "Café\n");
    let first =
        "bad.toml:1:13: error[not-utf8]: The file is not valid UTF-8: byte 12 is not part of a character.\n";
    let result = folder.kurultai(&["check", "bad.toml"]);
    assert!(result.out.starts_with(first), "{}", result.out);
    let result = folder.kurultai(&["show", "wide.toml"]);
    assert_eq!(result.out, "Ү\n");
    check(&folder.kurultai(&["check", "bom.toml"]), "", "bom.toml: no problems.\n", 0);
}

#[test]
fn show_is_the_same_with_any_terminal_clock_and_language() {
    let plain = here(&["show", "events/kawj-2023.toml"]);
    assert!(
        plain.out.starts_with("«Аялдар-судьяларынын кыргыз ассоциациясы» КУнун ар жылдык 9-конференциясы\n")
    );
    assert!(!plain.out.contains('\u{1b}'));
    assert_eq!((plain.err.as_str(), plain.code), ("", Some(0)));
    let mut command = command(&["events/kawj-2023.toml", "--now", "2030-01-01T10:00"]);
    command
        .env_remove("LC_ALL")
        .env("LANG", "ru_RU.UTF-8")
        .env("COLUMNS", "40")
        .env("TZ", "Asia/Tokyo")
        .env("NO_COLOR", "1");
    assert_eq!(RunOutput::from(command.output().expect("the program runs")), plain);
}

#[test]
fn show_takes_a_width_and_a_language() {
    let result = here(&["show", "--lang", "ru", "--width", "40", "events/kawj-2023.toml"]);
    assert!(
        result.out.starts_with("IX ежегодная конференция ОО «Кыргызская\nассоциация женщин-судей»\n"),
        "{}",
        result.out
    );
    assert!(result.out.lines().all(|line| kurultai_schedule::text::width(line) <= 40));
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("show-judges", here(&["show", "events/kawj-2023.toml"]).out);
        insta::assert_snapshot!("show-everything", here(&["show", "tests/event_file/everything.toml"]).out);
    });
}

#[test]
fn show_reports_problems_on_stderr() {
    let folder = Folder::new("mistakes");
    folder.file("day.toml", "title = 'T'\n[[agenda]]\ntitle = 'Opening'\nstart = 'soon'\n");
    check(
        &folder.kurultai(&["show", "day.toml"]),
        "T\n\nAgenda\n──────\n  No times announced\n    1  Opening · !\n\n\
         ! Some details of this session could not be read.\n",
        "day.toml: 1 problem in this file; `kurultai check` shows it.\n",
        0,
    );
}

#[test]
fn show_prints_a_kind_once() {
    let folder = Folder::new("kinds");
    let sessions = [("opening", "Opening: a bowl"), ("break", "Breakfast"), ("lightning", "Lightning talks")];
    let text =
        sessions.map(|(kind, title)| format!("[[agenda]]\ntitle = '{title}'\nkind = '{kind}'\n")).concat();
    folder.file("day.toml", format!("title = 'T'\n{text}"));
    let result = folder.kurultai(&["show", "day.toml"]);
    let sessions = "    1  Opening: a bowl\n    2  Breakfast · break\n    3  Lightning talks\n";
    assert_eq!(result.out, format!("T\n\nAgenda\n──────\n  No times announced\n{sessions}"));
}

#[test]
fn wrong_arguments_are_exit_code_two() {
    for arguments in [
        &["--nonsense"][..],
        &["show"],
        &["check"],
        &["show", "--lang", "kg", "a"],
        &["--now", "soon", "a"],
        &["export", "a"],
        &["export", "--to", "doc", "a"],
    ] {
        let result = here(arguments);
        assert_eq!((result.out.as_str(), result.code), ("", Some(2)), "{arguments:?}");
        assert!(result.err.starts_with("error: "), "{}", result.err);
    }
}

#[test]
fn help_has_examples() {
    let result = here(&["--help"]);
    assert_eq!((result.err.as_str(), result.code), ("", Some(0)));
    for text in ["kurultai events/kawj-2023.toml", "show", "check", "--now <TIME>"] {
        assert!(result.out.contains(text), "{text}: {}", result.out);
    }
    assert!(here(&["check", "--help"]).out.contains("Exit code: 0 no problems"));
}

#[test]
fn a_file_may_be_named_like_a_command() {
    let folder = Folder::new("named");
    folder.file("check", "title = 'A file'");
    check(&folder.kurultai(&["./check"]), "A file\n", "", 0);
}

#[test]
fn nothing_hostile_reaches_a_stream() {
    let folder = Folder::new("hostile");
    let text = "title = \"a\\u001b]52;c;x\\u0007\\u202E\"\n\"k\\u001b[2J\" = 1\n[[agenda]]\ntitle = \"\\u009b31m\\r\"\nroom = \x1b[31m\n";
    folder.file("\u{1b}]0;x\u{7}.toml", text);
    for command in [&["show"][..], &["check"], &["export", "--to", "toml"]] {
        let result = folder.kurultai(&[command, &["\u{1b}]0;x\u{7}.toml"]].concat());
        for stream in [&result.out, &result.err] {
            assert!(stream.chars().all(|c| c == '\n' || !c.is_control()), "{stream:?}");
            assert!(!stream.contains('\u{202e}'), "{stream:?}");
        }
    }
    let result = folder.kurultai(&["show", "\u{1b}[2J"]);
    check(&result, "", "\u{fffd}[2J: no such file.\n", 2);
    assert!(folder.kurultai(&["--\u{1b}[2J"]).err.chars().all(|c| c == '\n' || !c.is_control()));
}

#[cfg(target_os = "linux")]
#[test]
fn pipes_end_quietly_and_full_disks_do_not() {
    let run = |stdout: Stdio| {
        let mut command = command(&["show", "events/fosdem-2025-saturday.toml"]);
        command.stdout(stdout).stderr(Stdio::piped()).spawn().expect("the program runs")
    };
    let mut child = run(Stdio::piped());
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));

    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let output = run(full.into()).wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty());
}

#[test]
fn a_pipe_is_a_file_like_any_other() {
    if !PathBuf::from("/dev/stdin").exists() {
        std::io::stderr().write_all(b"not run: there is no /dev/stdin here\n").expect("stderr");
        return;
    }
    let mut command = command(&["show", "/dev/stdin"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    child.stdin.take().expect("stdin").write_all(b"title = 'Through a pipe'").expect("it reads");
    assert_eq!(child.wait_with_output().expect("it ends").stdout, b"Through a pipe\n");
}

#[test]
fn show_uses_the_language_of_the_event_or_the_requested_one() {
    let folder = Folder::new("languages");
    let event = "start = 2025-02-01\nend = 2025-02-02\n[[sponsors]]\nname = 'S'\n";
    folder.file("ky.toml", format!("title = 'T'\nlanguage = 'ky'\n{event}"));
    folder.file("kk.toml", format!("title = 'T'\nlanguage = 'kk'\n{event}"));
    let kyrgyz = "T\n2025-ж. 1-фев., ишм. – 2-фев., жек.\n\nКолдоочулар\n───────────\n  S\n";
    let russian = "T\nсб, 1 – вс, 2 февр. 2025\u{202f}г.\n\nПартнёры\n────────\n  S\n";
    let english = "T\nSat 1 – Sun 2 Feb 2025\n\nSponsors\n────────\n  S\n";
    check(&folder.kurultai(&["show", "ky.toml"]), kyrgyz, "", 0);
    check(&folder.kurultai(&["show", "--lang", "ru", "ky.toml"]), russian, "", 0);
    check(&folder.kurultai(&["show", "--lang", "ru", "--ui-lang", "en", "ky.toml"]), english, "", 0);
    check(&folder.kurultai(&["show", "--lang", "kk", "ky.toml"]), kyrgyz, "", 0);
    check(&folder.kurultai(&["show", "kk.toml"]), english, "", 0);
    check(&folder.kurultai(&["--ui-lang=ru", "kk.toml"]), russian, "", 0);
}

#[test]
fn ui_lang_leaves_the_schedule_in_its_own_language() {
    let result = here(&["show", "--ui-lang", "en", "events/kawj-2023.toml"]).out;
    assert!(result.contains("\nGuests\n──────\n  Осконбаев Эмил Жолдошевич\n"), "{result}");
    let result = here(&["show", "--lang", "en", "--ui-lang", "ky", "events/kawj-2023.toml"]).out;
    assert!(result.contains("\nКоноктор\n────────\n  Emil Oskonbaev\n"), "{result}");
}

#[test]
fn check_speaks_english_unless_it_is_asked() {
    let folder = Folder::new("check-languages");
    folder.file("day.toml", "title = 'T'\nedtion = 9\n");
    let check_in = |lang: &[&str]| folder.kurultai(&[&["check", "day.toml"], lang].concat());
    let kyrgyz = "day.toml:2:1: эскертүү[unknown-key]: Иш-чаранын мындай ачкычы болбойт: `edtion`.\n\
        \x20 |\n2 | edtion = 9\n\x20 | ^^^^^^\n\x20 = кеңеш: `edition` эмеспи?\n";
    check(&check_in(&["--lang", "ky"]), kyrgyz, "day.toml: 0 ката, 1 эскертүү.\n", 1);
    let russian = "day.toml:2:1: предупреждение[unknown-key]: У мероприятия нет ключа `edtion`.\n\
        \x20 |\n2 | edtion = 9\n\x20 | ^^^^^^\n\x20 = подсказка: Возможно, `edition`?\n";
    check(&check_in(&["--ui-lang", "ru"]), russian, "day.toml: 0 ошибок, 1 предупреждение.\n", 1);
    let arguments = ["check", "tests/event_file/everything.toml", "no.toml"];
    assert_eq!(speaking("ru_RU.UTF-8", &arguments), here(&arguments));
}

#[test]
fn help_and_usage_errors_are_in_the_users_language() {
    for (result, text) in [
        (speaking("ru_RU.UTF-8", &["--help"]), "Язык только интерфейса: ky, ru, en"),
        (speaking("ru_RU.UTF-8", &["show", "--lang", "ky", "--help"]), "Интерфейстин гана тили: ky, ru, en"),
        (speaking("ru_RU.UTF-8", &["--ui-lang=en", "--help"]), "Language of the interface only: ky, ru, en"),
        (speaking("de_DE.UTF-8", &["--help"]), "Language of the interface only: ky, ru, en"),
    ] {
        assert!(result.out.contains(text), "{text}: {}", result.out);
    }
    let help = speaking("ky_KG.UTF-8", &["--help"]).out;
    assert!(
        help.contains(
            "\nКолдонуу:\n       kurultai [OPTIONS] [ФАЙЛ же ПАПКА]...\n       kurultai <БУЙРУК>\n\nБуйруктар:\n"
        ),
        "{help}"
    );
    assert!(help.contains("\n  -h, --help              Жардамды көрсөтүү\n"), "{help}");
    for (result, text) in [
        (
            speaking("ky_KG.UTF-8", &["show", "--lang", "kg", "a"]),
            "мындай тил коду жок; ky, ru же en деп жазыңыз",
        ),
        (speaking("ky_KG.UTF-8", &["show", "no.toml"]), "no.toml: файл табылган жок."),
        (here(&["show", "--ui-lang", "qq", "a"]), "not a language code; write ky, ru or en"),
    ] {
        assert!(result.err.contains(text), "{text}: {}", result.err);
        assert_eq!(result.code, Some(2));
    }
}
