//! The help: in groups, those of the current pane first, and filtered by typed text.

use kurultai::i18n::Locale;
use kurultai::keymap::Action;
use kurultai::tui::default_keymap;

use super::{JUDGES, SATURDAY};
use crate::harness::{Screen, screen};

/// Returns all lines of the help on a screen that is high enough.
fn all(event: &str, keys: &str) -> Vec<String> {
    let screen = if event.contains('=') { Screen::of(event) } else { screen(event) };
    let mut lines: Vec<String> = Vec::new();
    for line in screen.size((80, 90)).keys(keys).pop_up() {
        match lines.last_mut() {
            // A continuation line.
            Some(last) if line.starts_with("     ") => last.push_str(&format!(" {}", line.trim_start())),
            _ => lines.push(line),
        }
    }
    lines
}

#[test]
fn it_begins_with_this_pane() {
    for (keys, first) in [
        ("", [" In this pane", " Space"]),
        ("v", [" In this pane", " Space"]),
        ("2", [" In this pane", " Enter"]),
        (" 6", [" In this pane", " Space"]),
        ("2<Enter>", [" On this page", " Enter"]),
    ] {
        let lines = screen(SATURDAY).size((80, 24)).keys(keys).keys("?").pop_up();
        let found: Vec<bool> = lines.iter().zip(first).map(|(line, first)| line.starts_with(first)).collect();
        assert_eq!(found, [true, true], "{keys:?}: {lines:#?}");
    }
}

#[test]
fn it_lists_every_action_once() {
    let locale = Locale::english();
    for keys in ["", "v", "2", "5<Enter>", " 6", "/ice<Enter>"] {
        let lines = all(SATURDAY, &format!("{keys}?"));
        for (action, keys) in default_keymap().bindings() {
            let what = locale.text(action.message());
            let of_action: Vec<_> =
                lines.iter().filter(|line| line.ends_with(&format!("  {what}"))).collect();
            assert_eq!(of_action.len(), 1, "{what}: {lines:#?}");
            assert!(keys.iter().all(|key| of_action[0].contains(&key.to_string())), "{of_action:?}");
        }
    }
}

#[test]
fn help_hints_and_messages_name_the_bound_keys() {
    let bound = screen(SATURDAY)
        .size((120, 40))
        .bind(Action::Help, &["ctrl-e"])
        .bind(Action::Timeline, &["w"])
        .bind(Action::ClearFilter, &["ctrl-r"]);
    let last_line = |screen: &Screen| screen.text().trim_end().lines().last().unwrap_or_default().to_owned();
    assert!(last_line(&bound).contains("w timeline"), "{}", last_line(&bound));
    assert!(last_line(&bound).contains("Ctrl-E help"), "{}", last_line(&bound));
    bound.keys("v").shows("`v` does nothing here · Ctrl-E keys").keys("w").shows("w list");
    let lines = bound.size((80, 90)).keys("<C-e>").pop_up();
    let has = |text: &str| lines.iter().any(|line| line.contains(text));
    assert!(has(" w ") && has(" Ctrl-R ") && !has(" v "), "{lines:#?}");
}

/// Checks the actions without an effect, by their text in the help.
#[track_caller]
fn check_without_effect(event: &str, keys: &str, dead: &[&str], alive: &[&str]) {
    let lines = all(event, keys);
    let at = lines.iter().position(|line| line == " No effect here").unwrap_or(lines.len());
    let (above, below) = lines.split_at(at);
    let is_in = |lines: &[String], what: &str| lines.iter().any(|line| line.ends_with(&format!("  {what}")));
    for what in dead {
        assert!(is_in(below, what), "{what} has an effect: {lines:#?}");
    }
    for what in alive {
        assert!(is_in(above, what), "{what} has no effect: {lines:#?}");
    }
}

#[test]
fn actions_without_effect_come_last() {
    let picks = ["pick or unpick a session", "must or maybe", "add a note to a session"];
    check_without_effect(SATURDAY, "?", &["next day", "back to the list", "next hit"], &picks);
    check_without_effect(SATURDAY, "2?", &picks, &["to the detail", "copy the link or the selection"]);
    check_without_effect(SATURDAY, "/ice<Enter>?", &["next day"], &["next hit", "previous hit"]);
    let days = "title = 'T'\n[[agenda]]\ntitle = 'a'\ndate = 2025-02-01\n[[agenda]]\ntitle = 'b'\ndate = 2025-02-02\n";
    check_without_effect(days, "?", &["go to now"], &["next day", "previous day"]);
    check_without_effect(days, "2?", &["next day", "previous day"], &["next pane"]);
    check_without_effect("title = 'T'\n", "?", &picks, &["quit", "next pane"]);
}

#[test]
fn typing_filters_the_help() {
    let help = screen(SATURDAY).size((80, 24)).keys("?").shows("╭─ Help · type to filter ─");
    let hidden = help.keys("hidden").shows("╭─ Help · hidden▌ ─");
    let first = [" No effect here", " H                 show hidden sessions, or all others"];
    assert_eq!(hidden.pop_up()[..2], first);
    assert!(hidden.pop_up()[2..].iter().all(String::is_empty), "{}", hidden.text());
    // Words in any order and case, keys, and names of groups.
    help.keys("LIST timeline").shows("timeline or list").lacks("next day");
    help.keys("space").shows("pick or unpick a session").lacks("maybe");
    help.keys("view and").shows("next language of the schedule").lacks("suspend");
    let nothing = help.keys("xyzzy");
    assert_eq!(nothing.pop_up()[0], " No key matches “xyzzy”.");
    // The frame does not move.
    for (line, of_nothing) in help.text().lines().zip(nothing.text().lines()).skip(1) {
        assert_eq!(line.find(['│', '╰']), of_nothing.find(['│', '╰']));
    }
}

#[test]
fn letters_are_text_and_esc_clears_before_it_closes() {
    let agenda = screen(SATURDAY).size((80, 24));
    let help = agenda.keys("?");
    // None of these keys is a command here.
    help.keys("qoj/").shows("╭─ Help · qoj/▌ ─");
    help.keys("pick?").shows("╭─ Help · pick?▌ ─");
    help.keys("pick").shows(" Esc clear   ↑↓ scroll   Ctrl-C quit");
    assert_eq!(help.keys("pick<Esc>").picture(), help.picture());
    assert_eq!(help.keys("pick<Esc><Esc>").picture(), agenda.picture());
    assert_eq!(help.keys("pi<BS><BS>").picture(), help.picture());
    assert_eq!(help.keys("<BS>").picture(), help.picture());
    assert_eq!(help.keys("<paste pick>").picture(), help.keys("pick").picture());
    for closes in ["?", "<Esc>", "<Enter>", ",", "pick<Enter>"] {
        assert_eq!(help.keys(closes).picture(), agenda.picture(), "{closes}");
    }
    // In Kyrgyz, by the Kyrgyz text.
    agenda.lang("ky").keys("?планга").shows("· планга▌").shows("сессияны планга кошуу же алып салуу");
}

#[test]
fn it_scrolls() {
    let help = screen(JUDGES).size((40, 8)).keys("?").shows("In this pane");
    assert_eq!(help.keys("<Down><Up>").picture(), help.picture());
    assert_eq!(help.keys("<PgDn><PgUp>").picture(), help.picture());
    assert_eq!(help.keys("<Down><Down>").picture(), help.keys("<wheel-down 20,3><Up>").picture());
    let end = help.keys("<End>").lacks("In this pane");
    assert_eq!(end.keys("<PgDn><Down>").picture(), end.picture());
    assert_eq!(end.keys("<Home>").picture(), help.picture());
    // A new filter scrolls to the top.
    end.keys("day").shows("next day");
}

#[test]
fn on_few_columns_texts_begin_right_after_their_keys() {
    for (lang, first) in [
        ("en", [" Space  pick or unpick a session", " Enter  open; follow a link", " m  must or maybe"]),
        ("ky", [" Space  сессияны планга кошуу же", "    алып салуу", " Enter  тандалганды ачуу; шилтемеге"]),
        ("ru", [" Space  добавить в план или убрать", "    из него", " Enter  открыть выбранное; перейти"]),
    ] {
        let lines = screen(SATURDAY).lang(lang).size((40, 12)).keys("?").pop_up();
        assert_eq!(lines[1..4], first, "{lang}");
    }
    // Nothing is lost on a narrow screen.
    let narrow = screen(SATURDAY).size((40, 60)).keys("?<End>").text();
    assert!(narrow.contains("Ctrl-Z  "), "{narrow}");
}

#[test]
fn messages_name_the_bound_keys() {
    let lines = |screen: &Screen| screen.text();
    let plan = screen(JUDGES).size((80, 24)).bind(Action::Pick, &["x"]).keys("6");
    plan.shows("Nothing picked yet. x picks a session.");
    let unbound = plan.bind(Action::Pick, &[]);
    unbound.shows("Nothing picked yet.").lacks("picks a session");
    unbound.lang("ky").shows("План бош.").lacks("тандайт");
    let broken = "title = 'T'\n[[agenda]]\ntitle = 'a'\nstart = 9:30\n";
    let damaged = Screen::of(broken).later(broken).size((100, 30)).bind(Action::Problems, &["f9"]);
    damaged.keys("<Enter>").shows("Press F9 to see").shows("F9 1");
    damaged.keys("r").shows("This file has 1 problem; press F9 to see it.");
    let none = damaged.bind(Action::Problems, &[]);
    none.keys("r").shows("This file has 1 problem. ─");
    none.keys("<Enter>").shows("See the problems of").lacks("Press");
    none.lang("ru").keys("r").shows("В этом файле 1 ошибка. ─");
    let filtered = screen(SATURDAY).size((80, 24)).bind(Action::ClearFilter, &["ctrl-r", "R"]);
    filtered
        .keys("fafter:23:30<Enter><Enter>")
        .shows("Nothing on this day is shown. Ctrl-R shows")
        .shows("Ctrl-R all");
    let folded = screen(SATURDAY).now("2025-02-01T13:00:00Z").bind(Action::FoldPast, &["g p"]).keys("gp");
    assert!(lines(&folded).contains("into one line; g p shows them again."), "{}", lines(&folded));
    let unknown = Screen::of("title = 'T'").bind(Action::Help, &[]).keys("@");
    assert!(lines(&unknown).contains("`@` does nothing here ─"), "{}", lines(&unknown));
}

#[test]
fn the_keys_after_the_first_of_two_are_listed() {
    let bound = screen(SATURDAY).size((80, 24)).bind(Action::Last, &["g e"]).bind(Action::First, &["g g"]);
    let waiting = bound.keys("g").shows("╭ g … ─").shows(" e  last row ").shows(" g  first row ");
    assert_eq!(waiting.keys("<Esc>").picture(), bound.picture());
    waiting.keys("x").shows("`g x` does nothing here").lacks("last row");
    assert_eq!(waiting.keys("e").picture(), screen(SATURDAY).size((80, 24)).keys("G").picture());
    assert_eq!(bound.keys("пу").picture(), waiting.keys("e").picture());
    assert_eq!(bound.keys("g<click 5,9>").lacks("last row").picture(), bound.keys("<click 5,9>").picture());
    // The help and small screens.
    bound.keys("?last row").shows(" g e               last row");
    bound.size((20, 5)).keys("g").shows("g …");
}

#[test]
fn rebound_keys_work_under_cyrillic_layouts_and_in_fields() {
    let agenda = screen(SATURDAY).size((80, 24));
    let bound =
        agenda.clone().bind(Action::Search, &["w"]).bind(Action::Back, &["x"]).bind(Action::Open, &["o"]);
    assert_eq!(bound.keys("цrust").picture(), bound.keys("wrust").picture());
    // In the input line, letters are text, and Enter and Esc keep their meaning.
    bound.keys("wx").shows(" / x▌");
    assert_eq!(bound.keys("w<Esc>").picture(), bound.picture());
    assert_eq!(bound.keys("?<Esc>").picture(), bound.picture());
    bound.keys("wrust").shows("Enter open   Esc close");
    bound.keys("?").shows("Esc close");
    bound.keys("o").shows("x back");
    bound.keys("<Enter>").shows("`Enter` does nothing here");
}
