//! The text of a plan by days.

use kurultai::i18n::Locale;
use kurultai::presenter::Presenter;
use kurultai_schedule::index::Index;
use kurultai_schedule::plan::Row;
use kurultai_schedule::text::Lang;

use super::Planned;
use super::times::{at, busy};

/// Returns every day with its rows, conflicts and advice, followed by the rejected picks, one per line.
pub(crate) fn plan_lines(planned: &Planned, lang: &str) -> Vec<String> {
    let locale = Locale::for_language(&Lang::parse(lang).unwrap()).unwrap();
    let index = Index::new(&planned.conference);
    let reading = planned.conference.reading(None);
    let wording = Presenter {
        conference: &planned.conference,
        index: &index,
        locale: &locale,
        reading: &reading,
        clocks: None,
    };
    let checker = planned.checker();
    let mut lines = Vec::new();
    for day in checker.days() {
        lines.push(day.date.map_or("no day".into(), |date| locale.weekday_day(date)));
        for row in day.rows {
            match row {
                Row::Session(id, conflicts) => {
                    lines.push(format!("  {} {}", wording.start(id), planned.title(id)));
                    for (conflict, advice) in conflicts {
                        lines.push(format!("    {}", wording.conflict(&checker, conflict)));
                        lines.push(format!("    → {}", wording.advice(advice)));
                    }
                }
                Row::Busy(at) => {
                    let times = wording.busy_times(&planned.plan.busy[at]);
                    lines.push(format!("  {} busy", wording.time_of_day(&times).unwrap_or_default()));
                }
                Row::Free { from, to } => lines.push(format!("  {}", wording.free_time(from, to))),
            }
        }
        let untimed = day.untimed.iter().map(|id| planned.title(*id)).collect::<Vec<_>>();
        if !untimed.is_empty() {
            lines.push(format!("  untimed: {}", untimed.join(" ")));
        }
    }
    let solution = checker.solve();
    lines.extend(solution.kept.iter().filter_map(|kept| wording.other_time_taken(*kept)));
    lines.extend(solution.left_out.iter().map(|(id, why)| wording.rejection(&checker, *id, why)));
    lines
}

#[test]
fn the_plan_is_translated_into_three_languages() {
    let text = "title = 't'\nwalking = { same = 2, other = 8 }\n\
        rooms = [{ name = 'H', building = 'H' }, { name = 'K', building = 'K' }]\nagenda = [\n\
        { title = 'a', date = 2025-02-01, start = '09:00', end = '09:20', room = 'H' },\n\
        { title = 'b', date = 2025-02-01, start = '09:25', end = '10:00', room = 'K' },\n\
        { title = 'c', date = 2025-02-01, start = '09:30', room = 'K' },\n]";
    let planned = Planned::read(text, "aBc", vec![busy(at(1, 12, 0), at(1, 13, 0))]);
    let all_lines = |lang| plan_lines(&planned, lang).join("\n");
    assert_eq!(
        all_lines("en"),
        "Sat 1 Feb\n  09:00 a\n    \
         too close to “b” (must): the walk from H to K takes 8 min, you have 5 min\n    \
         → leave “a” 3 min early\n  09:25 b\n    \
         too close to “a”: the walk from H to K takes 8 min, you have 5 min\n    → leave “a” 3 min early\n    \
         overlaps “c”\n    → leave out “c”: it is only a maybe\n  09:30 c\n    overlaps “b” (must)\n    \
         → leave out “c”: it is only a maybe\n  12:00–13:00 busy\n\
         “a” is left out: too close to “b” (must): the walk from H to K takes 8 min, you have 5 min\n\
         “c” is left out: overlaps “b” (must)"
    );
    assert_eq!(
        all_lines("ru"),
        "сб, 1 февр.\n  09:00 a\n    \
         мало времени на переход («b» (обязательно)): H – K, есть 5 мин, нужно 8 мин\n    \
         → уйти раньше на 3 мин: «a»\n  09:25 b\n    \
         мало времени на переход («a»): H – K, есть 5 мин, нужно 8 мин\n    → уйти раньше на 3 мин: «a»\n    \
         пересекается по времени: «c»\n    → убрать из плана: «c», это лишь «возможно»\n  09:30 c\n    \
         пересекается по времени: «b» (обязательно)\n    → убрать из плана: «c», это лишь «возможно»\n  \
         12:00–13:00 busy\n\
         не вошло в план: «a»; мало времени на переход («b» (обязательно)): H – K, есть 5 мин, нужно 8 мин\n\
         не вошло в план: «c»; пересекается по времени: «b» (обязательно)"
    );
    assert_eq!(
        all_lines("ky"),
        "1-фев., ишм.\n  09:00 a\n    \
         өтүүгө убакыт аз («b» (сөзсүз)): H – K, бар: 5 мүн, керек: 8 мүн\n    \
         → 3 мүн эрте кетүү: «a»\n  09:25 b\n    \
         өтүүгө убакыт аз («a»): H – K, бар: 5 мүн, керек: 8 мүн\n    → 3 мүн эрте кетүү: «a»\n    \
         убактысы кабатталат: «c»\n    → пландан алып салуу: «c», бул «балким» гана\n  09:30 c\n    \
         убактысы кабатталат: «b» (сөзсүз)\n    → пландан алып салуу: «c», бул «балким» гана\n  \
         12:00–13:00 busy\n\
         планга батпай калды: «a»; өтүүгө убакыт аз («b» (сөзсүз)): H – K, бар: 5 мүн, керек: 8 мүн\n\
         планга батпай калды: «c»; убактысы кабатталат: «b» (сөзсүз)"
    );
}
