//! A plan for a conference of a thousand sessions, if its schedule is available.

use std::path::Path;

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format;
use kurultai_schedule::model::{Priority, SessionId};
use kurultai_schedule::plan::{Commitment, Row};

use super::Planned;

#[test]
fn everything_of_fosdem_is_a_plan() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/frab-xml/fosdem-2025-pretalx-full.xml");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("{} is not there, so it is not tested", path.display());
        return;
    };
    let conference = format::read(&Source::new("fosdem.xml", &text)).conference;
    let count = conference.sessions.len();
    assert_eq!(count, 1105);
    let priority = |at: usize| if at.is_multiple_of(7) { Priority::Must } else { Priority::Maybe };
    for every in [5, 20] {
        let picks: Vec<_> = (0..count).step_by(every).map(|at| (at, priority(at))).collect();
        let planned = Planned::new(conference.clone(), &picks, Vec::new());
        let checker = planned.checker();
        let solution = checker.solve();
        assert!(solution.is_exact);
        assert_eq!(solution.kept.len() + solution.left_out.len(), picks.len());
        for (at, one) in solution.kept.iter().enumerate() {
            for other in &solution.kept[..at] {
                assert_eq!(
                    checker
                        .conflict_kind(Commitment::Session(one.session), Commitment::Session(other.session)),
                    None
                );
            }
        }
        let collide = (0..count).filter(|at| checker.has_conflict(SessionId::new(*at))).count();
        let days = checker.days();
        let sessions = days.iter().flat_map(|day| &day.rows).filter(|row| matches!(row, Row::Session(..)));
        assert!(collide > count / 2, "{collide}");
        assert_eq!(sessions.count() + days.iter().map(|day| day.untimed.len()).sum::<usize>(), picks.len());
    }
}
