//! The best feasible part of a plan: which choice is best, and the effort to find it.

use kurultai_schedule::model::{Priority, SessionId};
use kurultai_schedule::plan::Solution;

use super::{Planned, read};

/// Formats the kept picks in order of time; `a>b` if a repeat is used.
fn kept(planned: &Planned, solution: &Solution) -> String {
    let title = |id: SessionId| planned.title(id);
    let kept = solution.kept.iter().map(|kept| {
        if kept.pick == kept.session {
            title(kept.pick).to_owned()
        } else {
            format!("{}>{}", title(kept.pick), title(kept.session))
        }
    });
    kept.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(sessions: &str, picked: &str, expected: &str) {
    let text = format!("title = 't'\nagenda = [\n{}]\n", sessions.replace("on ", "date = 2025-02-0"));
    let planned = Planned::read(&text, picked, Vec::new());
    let solution = planned.checker().solve();
    assert!(solution.is_exact);
    assert_eq!(kept(&planned, &solution), expected);
}

#[test]
fn musts_then_maybes_then_the_earliest() {
    let three = "{ title = 'a', on 1, start = '09:00', end = '10:00' },\n\
                 { title = 'b', on 1, start = '09:30', end = '10:30' },\n\
                 { title = 'c', on 1, start = '10:00', end = '11:00' },\n";
    check(three, "abc", "a c");
    check(three, "aBc", "b");
    check(three, "bc", "b");
    check(three, "BC", "b");
    check(three, "cb", "b");
}

#[test]
fn picks_stay_at_their_time_where_they_can() {
    let repeats = "{ title = 'a', id = 'a', on 2, start = '09:00', end = '10:00' },\n\
                   { title = 'b', on 1, start = '09:00', end = '10:00', same_as = 'a' },\n\
                   { title = 'c', on 2, start = '09:30', end = '10:30' },\n";
    check(repeats, "a", "a");
    check(repeats, "ac", "a>b c");
    // If both are picked, both are wanted.
    check(repeats, "ab", "b a");
    check(repeats, "abC", "b c");
    check(&repeats.replace("same_as", "status = 'cancelled', same_as"), "ac", "a");
    check(&repeats.replace("id = 'a'", "id = 'a', status = 'cancelled'"), "a", "a>b");
    check(&repeats.replace("on 1, start", "start"), "ac", "a");
}

#[test]
fn two_picks_do_not_share_a_repeat() {
    let one = "{ title = 'x', id = 'x', on 1, start = '09:00', end = '10:00' },\n\
               { title = 'a', same_as = 'x', on 2, start = '09:00', end = '10:00' },\n\
               { title = 'b', same_as = 'x', on 2, start = '09:30', end = '10:00' },\n\
               { title = 'c', on 2, start = '09:00', end = '10:00' },\n";
    check(one, "abC", "a>x c");
}

#[test]
fn untimed_picks_are_kept() {
    check(
        "{ title = 'u' },\n{ title = 'w', on 1, all_day = true },\n{ title = 'a', on 1, start = '09:00' },\n",
        "uWa",
        "a u w",
    );
}

/// Returns `count` sessions at times given by `start`, in minutes, each with the duration `length`; every
/// `of` of them are repeats of one session.
fn crowd(count: usize, of: usize, start: impl Fn(usize) -> usize, length: usize) -> Planned {
    let mut text = "title = 't'\nagenda = [\n".to_owned();
    for at in 0..count {
        let minute = start(at);
        let same = if at % of > 0 { format!(", same_as = '{}'", at - at % of) } else { String::new() };
        text += &format!(
            "{{ title = 's', id = '{at}', date = 2025-02-{:02}, start = '{:02}:{:02}', duration = {length}{same} }},\n",
            1 + minute / 1440,
            minute % 1440 / 60,
            minute % 60
        );
    }
    text += "]\n";
    let read = read(&text);
    let priority = |at: usize| if at.is_multiple_of(5) { Priority::Must } else { Priority::Maybe };
    let picks: Vec<_> = (0..count / of).map(|pick| (pick * of, priority(pick))).collect();
    Planned::new(read.conference, &picks, Vec::new())
}

#[test]
fn crowds_are_solved() {
    // All at once; a chain; each pick at three of twenty times.
    let all = crowd(60, 1, |_| 600, 60);
    assert_eq!((all.checker().solve().kept.len(), all.checker().solve().is_exact), (1, true));
    let chain = crowd(60, 1, |at| at * 30, 45);
    assert_eq!((chain.checker().solve().kept.len(), chain.checker().solve().is_exact), (25, true));
    let crowded = crowd(60 * 3, 3, |at| at * 7919 % 20 * 60, 60);
    assert_eq!(crowded.checker().solve().kept.len(), 20);
}

#[test]
fn a_thousand_picks_end() {
    let planned = crowd(1000, 1, |at| at * 7919 % 2000, 45);
    let solution = planned.checker().solve();
    assert_eq!(solution.kept.len() + solution.left_out.len(), 1000);
    assert!(solution.is_exact);
}
