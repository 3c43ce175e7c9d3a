//! Long days without a break.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::subject::{ids, title};
use crate::diagnostic::{Code, Diagnostic, MessageArg, SourceMap};
use crate::model::{Conference, Kind, SessionId};

/// The longest time without a break.
const MAX_WITHOUT_BREAK: TimeDelta = TimeDelta::hours(4);
/// The shortest time between sessions that is a break.
const MIN_BREAK: TimeDelta = TimeDelta::minutes(10);

/// Sessions that follow each other without a break.
#[derive(Debug, Clone, Copy)]
struct Block {
    first: SessionId,
    start: NaiveDateTime,
    end: NaiveDateTime,
    sessions: usize,
}

/// Finds blocks of sessions without a break. Days with concurrent sessions are skipped, because their visitors
/// choose their breaks themselves.
pub(super) fn check(conference: &Conference, source_map: &SourceMap) -> Vec<Diagnostic> {
    let mut days: BTreeMap<NaiveDate, Vec<Block>> = BTreeMap::new();
    for id in ids(conference) {
        let session = conference.session(id);
        let is_break = matches!(session.kind, Some(Kind::Break | Kind::Meal | Kind::Social));
        if is_break || session.is_off() || session.times.all_day || session.part_of.is_some() {
            continue;
        }
        let times = &session.times;
        if let (Some(day), Some(start), Some(end)) = (times.day, times.start_datetime(), times.end_datetime())
        {
            days.entry(day).or_default().push(Block { first: id, start, end, sessions: 1 });
        }
    }
    let long = days.into_values().filter_map(longest).filter(|block| {
        // A single session may have breaks of its own.
        block.sessions > 1 && block.end - block.start > MAX_WITHOUT_BREAK
    });
    long.map(|block| {
        let clock = |time: NaiveDateTime| MessageArg::text(&time.format("%H:%M").to_string());
        Diagnostic::new(Code::NoBreak, source_map.start(block.first))
            .with("title", title(conference, block.first))
            .with("start", clock(block.start))
            .with("end", clock(block.end))
    })
    .collect()
}

/// Returns the longest block of a day; `None` if sessions run at the same time.
fn longest(mut sessions: Vec<Block>) -> Option<Block> {
    sessions.sort_by_key(|session| session.start);
    let mut longest: Option<Block> = None;
    let mut sessions = sessions.into_iter();
    let mut block = sessions.next()?;
    for session in sessions {
        if session.start < block.end {
            return None;
        }
        if session.start - block.end >= MIN_BREAK {
            longest = Some(longer(longest, block));
            block = session;
        } else {
            block.end = session.end;
            block.sessions += 1;
        }
    }
    Some(longer(longest, block))
}

fn longer(one: Option<Block>, other: Block) -> Block {
    match one {
        Some(one) if one.end - one.start >= other.end - other.start => one,
        _ => other,
    }
}
