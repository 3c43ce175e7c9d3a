//! The plan by days, in words.

use kurultai::index::Index;
use kurultai::locale::Locale;
use kurultai::model::Busy;
use kurultai::plan::Row;
use kurultai::text::Lang;
use kurultai::wording::Wording;

use super::Planned;

/// Every day with its rows, collisions and advice, and what is left out in the end; each in a line.
pub(crate) fn say(planned: &Planned, lang: &str) -> Vec<String> {
    let locale = Locale::for_language(&Lang::parse(lang).unwrap()).unwrap();
    let index = Index::new(&planned.conference);
    let reading = planned.conference.reading(None);
    let wording = Wording {
        conference: &planned.conference,
        index: &index,
        locale: &locale,
        reading: &reading,
        clocks: None,
    };
    let calendar = planned.calendar();
    let mut lines = Vec::new();
    for day in calendar.days() {
        lines.push(day.date.map_or("no day".into(), |date| locale.weekday_day(date)));
        for row in day.rows {
            match row {
                Row::Session(id, collisions) => {
                    lines.push(format!("  {} {}", wording.start(id), planned.title(id)));
                    for (collision, advice) in collisions {
                        lines.push(format!("    {}", wording.collision(&calendar, collision)));
                        lines.push(format!("    → {}", wording.advice(advice)));
                    }
                }
                Row::Busy(at) => {
                    let Busy { start, end, .. } = &planned.plan.busy[at];
                    lines.push(format!("  {}–{} busy", start.format("%H:%M"), end.format("%H:%M")));
                }
                Row::Gap { from, to } => lines.push(format!("  {}", wording.free_time(from, to))),
            }
        }
        let untimed = day.untimed.iter().map(|id| planned.title(*id)).collect::<Vec<_>>();
        if !untimed.is_empty() {
            lines.push(format!("  untimed: {}", untimed.join(" ")));
        }
    }
    let solution = calendar.solve();
    lines.extend(solution.kept.iter().filter_map(|kept| wording.moved(*kept)));
    lines.extend(solution.left_out.iter().map(|(id, why)| wording.left_out(&calendar, *id, why)));
    lines
}
