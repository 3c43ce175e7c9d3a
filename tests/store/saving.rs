//! Saving a plan: completely or not at all, by several windows at once, over any existing file.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

use kurultai::store::{StoreError, StoreErrorKind, StoreWarning, change, load_plan, plan_file};
use kurultai_schedule::model::{HiddenItem, Note, Plan};

use super::*;

/// Set for child processes of these tests.
const VARIABLE: &str = "KURULTAI_TEST_HOME";

fn ids(plan: &Plan) -> Vec<usize> {
    let id = |pick: &Pick| pick.session.id.as_deref().and_then(|id| id.parse().ok());
    let mut ids: Vec<usize> = plan.picks.iter().filter_map(id).collect();
    ids.sort_unstable();
    ids
}

#[track_caller]
fn save(home: &Home, changes: &[PlanChange]) -> Vec<StoreWarning> {
    let saved = change(&home.folders(), &day(), changes).expect("it is saved");
    let (plan, _) = load_plan(&home.folders(), &day());
    assert_eq!(saved.plan, plan, "what is said to be saved is what is there");
    saved.notices
}

#[test]
fn a_plan_is_saved_and_loaded() {
    let home = Home::new();
    assert_eq!(load_plan(&home.folders(), &day()), (Plan::default(), Vec::new()));
    assert_eq!(save(&home, &[pick("2", "B", 10), pick("1", "A", 9)]), []);
    let (plan, notices) = load_plan(&home.folders(), &day());
    assert_eq!((ids(&plan), notices), (vec![1, 2], Vec::new()));
    assert_eq!((plan.conference.as_deref(), plan.title.as_deref()), (Some("day"), Some("Our day")));
    assert_eq!(home.files("data/plans"), ["day.toml", "day.toml.lock"]);
    save(&home, &[PlanChange::Unpick(session("1", "", 9))]);
    assert_eq!(ids(&load_plan(&home.folders(), &day()).0), [2]);
}

#[test]
fn the_plan_of_the_best_name_that_has_one_is_taken() {
    let home = Home::new();
    save(&home, &[pick("1", "A", 9)]);
    let renamed = ConferenceKey { names: vec![SafeText::line("new-id"), SafeText::line("day")], title: None };
    assert_eq!(ids(&load_plan(&home.folders(), &renamed).0), [1]);
    change(&home.folders(), &renamed, &[pick("2", "B", 10)]).expect("it is saved");
    assert_eq!(ids(&load_plan(&home.folders(), &day()).0), [1, 2]);
    let other = ConferenceKey { names: vec![SafeText::line("../../x")], title: None };
    change(&home.folders(), &other, &[pick("1", "A", 9)]).expect("it is saved");
    assert_eq!(home.files("data/plans").len(), 4);
    assert_eq!(home.files("").len(), 1);
}

/// Adds picks with these numbers, one per save.
fn add(folders: &Folders, numbers: std::ops::Range<usize>) {
    for number in numbers {
        let session =
            SessionSnapshot { id: Some(SafeText::line(&number.to_string())), ..SessionSnapshot::default() };
        let pick = PlanChange::Pick(Pick { session, priority: Priority::Must });
        change(folders, &day(), &[pick]).expect("it is saved");
    }
}

#[test]
fn eight_windows_at_once_lose_nothing() {
    let home = Home::new();
    let folders = home.folders();
    thread::scope(|scope| {
        for window in 0..8 {
            let folders = &folders;
            scope.spawn(move || add(folders, window * 50..(window + 1) * 50));
        }
    });
    assert_eq!(ids(&load_plan(&folders, &day()).0), (0..400).collect::<Vec<_>>());
}

/// Prepares this test binary as a process that saves a hundred picks from this number.
fn writer(home: &Home, first: usize) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.args(["--exact", "saving::saves_a_hundred_picks", "--ignored"]).stdout(Stdio::null());
    command.env(VARIABLE, &home.0).env("FIRST", first.to_string());
    command
}

#[test]
#[ignore = "a child of other tests"]
fn saves_a_hundred_picks() {
    let Some(path) = std::env::var_os(VARIABLE) else { return };
    // The folder belongs to the parent process.
    let home = std::mem::ManuallyDrop::new(Home(path.into()));
    let first: usize = std::env::var("FIRST").expect("a number").parse().expect("a number");
    add(&home.folders(), first..first + 100);
}

#[test]
fn two_processes_at_once_lose_nothing() {
    let home = Home::new();
    let children = [0, 100].map(|first| writer(&home, first).spawn().expect("it runs"));
    for mut child in children {
        assert!(child.wait().expect("it ends").success());
    }
    assert_eq!(ids(&load_plan(&home.folders(), &day()).0), (0..200).collect::<Vec<_>>());
}

#[test]
fn a_process_killed_while_saving_leaves_a_whole_file() {
    let home = Home::new();
    save(&home, &[pick("999", "T", 9)]);
    for round in 0..20 {
        let mut child = writer(&home, 0).spawn().expect("it runs");
        thread::sleep(std::time::Duration::from_millis(5 + 7 * round));
        child.kill().expect("it is killed");
        child.wait().expect("it ends");
        let (text, damage) = plan_file::read(&home.read("data/plans/day.toml"));
        assert_eq!(damage, None);
        let ids = ids(&text);
        // Each file is one that was saved: it has the first picks without gaps.
        assert_eq!(ids, (0..ids.len() - 1).chain([999]).collect::<Vec<_>>());
    }
    // The lock of a dead process does not block others, and its incomplete file is removed.
    save(&home, &[pick("1000", "T", 9)]);
    assert_eq!(home.files("data/plans"), ["day.toml", "day.toml.lock"]);
}

#[test]
fn leftovers_of_dead_processes_do_not_block() {
    let home = Home::new();
    home.write_plan("[[picks]]\nid = '1'\n");
    fs::write(home.0.join("data/plans/day.toml.tmp"), "half").expect("a file");
    fs::write(home.0.join("data/plans/day.toml.lock"), "12345").expect("a file");
    assert_eq!(save(&home, &[pick("2", "B", 10)]), []);
    assert_eq!(home.files("data/plans"), ["day.toml", "day.toml.lock"]);
}

/// Checks the warnings about a damaged plan when it is read; then the warnings and the copy when it is saved.
#[track_caller]
fn check_damaged(bytes: &[u8], line: usize, read: &[usize]) {
    let home = Home::new();
    home.write_plan(bytes);
    let path = SafeText::line(&home.plan().to_string_lossy());
    let (plan, notices) = load_plan(&home.folders(), &day());
    assert_eq!(
        (ids(&plan), notices),
        (read.to_vec(), vec![StoreWarning::Damaged { path: path.clone(), line }])
    );
    assert_eq!(home.files("data/plans"), ["day.toml"], "reading changes nothing");
    let copy = SafeText::line(&format!("{path}.damaged-1"));
    assert_eq!(save(&home, &[pick("1000", "T", 9)]), [StoreWarning::SetAside { path, copy }]);
    assert_eq!(fs::read(home.0.join("data/plans/day.toml.damaged-1")).expect("a copy"), bytes);
    let (plan, notices) = load_plan(&home.folders(), &day());
    assert_eq!((ids(&plan), notices), ([read, &[1000]].concat(), Vec::new()));
}

#[test]
fn a_damaged_file_is_copied_and_its_readable_part_used() {
    let picks = (0..9)
        .map(|id| format!("[[picks]]\nlevel = \"must\"\nid = \"{id}\"\n\n"))
        .collect::<Vec<_>>()
        .concat();
    check_damaged(&picks.as_bytes()[..100], 11, &[0, 1]);
    check_damaged(
        format!("{}id = 'twice'\n", picks.replace("\n\n[", "\n[")).as_bytes(),
        29,
        &[0, 1, 2, 3, 4, 5, 6, 7, 8],
    );
    check_damaged(&[0; 4096], 1, &[]);
    check_damaged(b"\x7fELF\x02\x01\x01\xff\xfe\n\xc3\x28", 1, &[]);
    check_damaged(b"[[picks]]\nid = '1'\ntitle = 'Caf\xe9'\n", 1, &[1]);
    // Valid TOML in another layout than this app's.
    let home = Home::new();
    home.write_plan("picks = [{ id = '1' }, { id = '2', seat = 5 }]   # short\n");
    assert_eq!((ids(&load_plan(&home.folders(), &day()).0), save(&home, &[]).len()), (vec![1, 2], 1));
    assert_eq!(ids(&load_plan(&home.folders(), &day()).0), [1, 2]);
    let mut half = picks.into_bytes();
    half.resize(half.len() + 512, 0);
    check_damaged(&half, 37, &[0, 1, 2, 3, 4, 5, 6, 7, 8]);
}

#[test]
fn a_huge_file_is_set_aside_unread() {
    let home = Home::new();
    home.write_plan("");
    fs::File::options()
        .write(true)
        .open(home.plan())
        .expect("a file")
        .set_len(100 << 20)
        .expect("it is sparse");
    let path = SafeText::line(&home.plan().to_string_lossy());
    assert_eq!(load_plan(&home.folders(), &day()).1, [StoreWarning::Damaged { path: path.clone(), line: 1 }]);
    let copy = SafeText::line(&format!("{path}.damaged-1"));
    assert_eq!(save(&home, &[pick("1", "T", 9)]), [StoreWarning::SetAside { path, copy }]);
    assert_eq!(fs::metadata(home.0.join("data/plans/day.toml.damaged-1")).expect("a copy").len(), 100 << 20);
}

#[test]
fn damaged_files_do_not_take_the_place_of_each_other() {
    let home = Home::new();
    for (bytes, copies) in [("a", 1), ("b", 2), ("a", 2), ("c", 3)] {
        home.write_plan(bytes);
        save(&home, &[pick("1", "T", 9)]);
        assert_eq!(home.files("data/plans").iter().filter(|name| name.contains("damaged")).count(), copies);
    }
}

#[test]
fn a_save_that_changes_nothing_writes_nothing() {
    let home = Home::new();
    save(&home, &[pick("1", "T", 9)]);
    let before = fs::metadata(home.plan()).expect("a file").modified().expect("a time");
    save(&home, &[pick("1", "T", 9)]);
    assert_eq!(fs::metadata(home.plan()).expect("a file").modified().expect("a time"), before);
}

#[track_caller]
fn refused(home: &Home) -> StoreError {
    change(&home.folders(), &day(), &[pick("1", "T", 9)]).expect_err("it is not saved")
}

#[test]
fn a_folder_in_place_of_the_plan_is_reported() {
    let home = Home::new();
    fs::create_dir_all(home.plan()).expect("a folder");
    let (plan, notices) = load_plan(&home.folders(), &day());
    let error = refused(&home);
    assert_eq!((error.kind, plan.is_empty()), (StoreErrorKind::NotAFile, true));
    assert_eq!(notices, [StoreWarning::Unreadable(error)]);
    let home = Home::new();
    fs::write(home.0.join("data"), "").expect("a file");
    assert_eq!(refused(&home).kind, StoreErrorKind::NotAFile);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").permissions().mode() & 0o7777
    }

    #[test]
    fn plans_are_readable_only_for_the_user_by_default() {
        let home = Home::new();
        save(&home, &[pick("1", "T", 9)]);
        assert_eq!((mode(&home.plan()), mode(&home.0.join("data/plans"))), (0o600, 0o700));
        fs::set_permissions(home.plan(), fs::Permissions::from_mode(0o640)).expect("a mode");
        save(&home, &[pick("2", "T", 9)]);
        assert_eq!(mode(&home.plan()), 0o640);
        fs::set_permissions(home.plan(), fs::Permissions::from_mode(0o444)).expect("a mode");
        let before = home.read("data/plans/day.toml");
        let error = change(&home.folders(), &day(), &[pick("3", "T", 9)]).expect_err("it is not saved");
        assert_eq!((error.kind, home.read("data/plans/day.toml")), (StoreErrorKind::NotAllowed, before));
        assert_eq!(home.files("data/plans"), ["day.toml", "day.toml.lock"]);
    }

    #[test]
    fn a_link_stays_a_link() {
        let home = Home::new();
        fs::create_dir_all(home.0.join("dotfiles")).expect("a folder");
        home.write_plan("");
        fs::remove_file(home.plan()).expect("no file");
        symlink("../../dotfiles/plan.toml", home.plan()).expect("a link");
        for id in ["1", "2"] {
            save(&home, &[pick(id, "T", 9)]);
            assert!(home.plan().is_symlink());
        }
        assert_eq!(ids(&plan_file::read(&home.read("dotfiles/plan.toml")).0), [1, 2]);
        assert_eq!(home.files("dotfiles"), ["plan.toml"]);
        fs::remove_file(home.plan()).expect("no file");
        symlink("day.toml", home.plan()).expect("a link");
        assert_eq!(refused(&home).kind, StoreErrorKind::Other, "a link to itself");
    }

    #[test]
    fn failed_writes_are_reported_and_change_nothing() {
        let home = Home::new();
        save(&home, &[pick("7", "T", 9)]);
        let folder = home.0.join("data/plans");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).expect("a mode");
        let is_root = fs::write(folder.join("probe"), "").is_ok();
        if is_root {
            std::io::stderr()
                .write_all(b"not run: whoever runs this may write everywhere\n")
                .expect("stderr");
        } else {
            assert_eq!(refused(&home).kind, StoreErrorKind::NotAllowed);
            assert_eq!(ids(&load_plan(&home.folders(), &day()).0), [7]);
        }
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).expect("a mode");
    }

    #[test]
    fn a_pipe_does_not_block() {
        let home = Home::new();
        home.write_plan("");
        fs::remove_file(home.plan()).expect("no file");
        let made = Command::new("mkfifo").arg(home.plan()).status();
        if !made.is_ok_and(|status| status.success()) {
            std::io::stderr().write_all(b"not run: there is no mkfifo here\n").expect("stderr");
            return;
        }
        assert!(matches!(load_plan(&home.folders(), &day()).1[..], [StoreWarning::Unreadable(_)]));
        assert_eq!(refused(&home).kind, StoreErrorKind::NotAFile);
    }
}

/// Returns a session without a title, at this hour and in this room.
fn untitled(hour: u32, room: &str) -> SessionSnapshot {
    SessionSnapshot {
        day: Some(date(1)),
        date: Some(date(1)),
        start: Some(time(hour, 0)),
        rooms: vec![SafeText::line(room)],
        ..SessionSnapshot::default()
    }
}

#[test]
fn sessions_without_a_name_are_saved_by_day_start_and_room() {
    let home = Home::new();
    let pick = |session| PlanChange::Pick(Pick { session, priority: Priority::Must });
    assert_eq!(save(&home, &[pick(untitled(10, "Hall")), pick(untitled(10, "Attic"))]), []);
    let no_start = SessionSnapshot { start: None, rooms: Vec::new(), ..untitled(9, "Hall") };
    assert_eq!(save(&home, &[pick(no_start), PlanChange::Unpick(untitled(10, "Hall"))]), []);
    let note = Note { session: untitled(10, "Attic"), text: SafeText::line("Early") };
    assert_eq!(
        save(&home, &[PlanChange::Note(note), PlanChange::Hide(HiddenItem::Session(untitled(8, "Hall")))]),
        []
    );
    let entry = |rest: &str| format!("title = \"\"\ndate = 2025-02-01\n{rest}");
    let expected = format!(
        "format = 1\nconference = \"day\"\ntitle = \"Our day\"\n\n[[picks]]\nlevel = \"must\"\n{}\n[[picks]]\nlevel = \"must\"\n{}\n\
         [[notes]]\ntext = \"Early\"\n{}\n[[muted]]\n{}",
        entry(""),
        entry("start = \"10:00\"\nrooms = [\"Attic\"]\n"),
        entry("start = \"10:00\"\nrooms = [\"Attic\"]\n"),
        entry("start = \"08:00\"\nrooms = [\"Hall\"]\n"),
    );
    assert_eq!(home.read("data/plans/day.toml"), expected);
    assert_eq!(home.files("data/plans"), ["day.toml", "day.toml.lock"]);
}

#[test]
fn a_change_that_cannot_be_saved_is_left_out_and_nothing_else() {
    let text = "# mine\nconference = \"day\"\ntitle = \"Our day\"\nformat = 1\n\n[[picks]]\nid = \"1\" # first\nmine = 3\n\n[own]\nx = 1\n";
    let nothing = PlanChange::Pick(Pick { session: SessionSnapshot::default(), priority: Priority::Must });
    let far = SessionSnapshot { date: NaiveDate::from_ymd_opt(12_025, 1, 1), ..session("7", "Far", 9) };
    let far = PlanChange::Pick(Pick { session: far, priority: Priority::Must });
    for (former, bad) in [("", &nothing), (text, &nothing), (text, &far)] {
        let home = Home::new();
        if !former.is_empty() {
            home.write_plan(former);
        }
        let notices = save(&home, &[bad.clone(), pick("2", "B", 10)]);
        let path = SafeText::line(&home.plan().to_string_lossy());
        assert_eq!(notices, [StoreWarning::LeftOut { path, count: 1 }]);
        let expected = if former.is_empty() { vec![2] } else { vec![1, 2] };
        assert_eq!(ids(&load_plan(&home.folders(), &day()).0), expected);
        assert_eq!(home.files("data/plans"), ["day.toml", "day.toml.lock"], "no copy of what is not lost");
        let now = home.read("data/plans/day.toml");
        let remaining =
            ["# mine\nconference = \"day\"", "[[picks]]\nid = \"1\" # first\nmine = 3\n", "[own]\nx = 1\n"];
        assert!(former.is_empty() || remaining.iter().all(|remaining| now.contains(remaining)), "{now}");
        assert_eq!(save(&home, &[pick("3", "C", 11)]), [], "nothing is in its way");
    }
}

#[test]
fn a_name_that_is_missing_by_mistake_makes_no_pick() {
    let home = Home::new();
    let text = "[[picks]]\ntitel = \"A\"\ndate = 2025-02-01\nstart = \"10:00\"\n";
    home.write_plan(text);
    let (plan, notices) = load_plan(&home.folders(), &day());
    assert_eq!((plan.picks.len(), notices.len()), (0, 1));
    save(&home, &[pick("2", "B", 10)]);
    assert!(home.read("data/plans/day.toml").contains(text));
}
