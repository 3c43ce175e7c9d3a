//! Writes the times of a session so that `session_times` reads back the same [`Times`].

use chrono::{
    Datelike, NaiveDate, NaiveDateTime, NaiveTime, Offset as _, SecondsFormat, TimeDelta, TimeZone, Timelike,
    Utc,
};

use super::text::quoted;
use crate::format::event_file::time_context::{MAX_NIGHT, TimeContext};
use crate::format::event_file::values;
use crate::model::{Times, Zone, calendar_date};

/// Returns the keys and values for the times of a session.
pub(super) fn times(times: &Times, clock: &TimeContext) -> Vec<(&'static str, String)> {
    let with_offset = with_offset(times, clock);
    let mut keys = Vec::new();
    if with_offset.is_none() {
        keys.extend(day(times, clock));
    }
    keys.extend(with_offset.or_else(|| times.start.map(time)).map(|start| ("start", start)));
    match (times.start, times.duration) {
        (Some(start), Some(length)) => keys.extend(end(times, start, length, clock)),
        (Some(_), None) => {}
        (None, length) => {
            keys.extend(times.end_only.map(|end| ("end", time(end))));
            keys.extend(length.and_then(duration).map(|length| ("duration", length)));
        }
    }
    keys.extend(times.all_day.then(|| ("all_day", "true".to_owned())));
    keys
}

/// Returns `date`, or `day` if that differs, or neither if the conference implies it.
fn day(times: &Times, clock: &TimeContext) -> Option<(&'static str, String)> {
    let on_calendar = |day| times.start.map_or(day, |time| calendar_date(day, time, clock.day_change));
    if times.date == clock.only_day.map(on_calendar) {
        return None;
    }
    let of_schedule =
        times.day.filter(|day| times.date != Some(*day) && times.date == Some(on_calendar(*day)));
    let day = || times.day.filter(|_| times.date.is_none()).and_then(date);
    let by_date = || Some(("date", times.date.and_then(date)?));
    of_schedule.and_then(date).or_else(day).map(|day| ("day", day)).or_else(by_date)
}

/// Returns the date, time and offset of a start that the time zone of the conference does not determine.
fn with_offset(times: &Times, clock: &TimeContext) -> Option<String> {
    let utc = Some(Utc.fix()).filter(|_| clock.zone == Zone::Utc);
    let (start, offset) = (times.start_datetime()?, times.offset.or(utc)?);
    // TOML offsets have no seconds.
    if offset.local_minus_utc() % 60 != 0 {
        return None;
    }
    let moment = offset.from_local_datetime(&start).single()?;
    let is_shown = clock.zone.local(moment.to_utc()).is_none_or(|shown| shown == start);
    if !is_shown || !(0..=9999).contains(&moment.year()) {
        return None;
    }
    let written = moment.to_rfc3339_opts(SecondsFormat::AutoSi, false);
    // Without quotes, only whole seconds are read.
    Some(if moment.nanosecond() == 0 { written } else { quoted(&written) })
}

/// Returns the end if it determines the duration, else the duration, else the end with a date.
fn end(
    times: &Times,
    start: NaiveTime,
    length: TimeDelta,
    clock: &TimeContext,
) -> Option<(&'static str, String)> {
    let shown = length.checked_add(&times.shift)?;
    let (end, _) = start.overflowing_add_signed(shown);
    let is_whole = end.nanosecond() == 0;
    let ahead = end - start;
    let is_plain = ahead == shown && ahead > TimeDelta::zero();
    let is_night = shown == ahead + TimeDelta::days(1) && shown <= MAX_NIGHT && ahead <= TimeDelta::zero();
    // The reader takes the first of two instants with the same local time.
    let is_read_back = |end| times.until(end, clock.zone) == Some(length);
    if is_whole && (is_plain || is_night) && times.end_datetime().is_none_or(is_read_back) {
        return Some(("end", time(end)));
    }
    let end = || Some(("end", date_time(times.end_datetime().filter(|_| length > TimeDelta::zero())?)?));
    duration(length).map(|length| ("duration", length)).or_else(end)
}

/// Returns a date such as `2027-05-14`. Years in TOML have four digits.
#[must_use]
pub fn date(date: NaiveDate) -> Option<String> {
    (0..=9999).contains(&date.year()).then(|| date.format("%Y-%m-%d").to_string())
}

fn date_time(moment: NaiveDateTime) -> Option<String> {
    let (hour, minute, second) = (moment.hour(), moment.minute(), moment.second());
    Some(format!("{}T{hour:02}:{minute:02}:{second:02}", date(moment.date())?))
}

/// Returns a time in quotes, `"09:30"`, with seconds if they are not zero.
#[must_use]
pub fn time(time: NaiveTime) -> String {
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    let seconds = if second == 0 { String::new() } else { format!(":{second:02}") };
    quoted(&format!("{hour:02}:{minute:02}{seconds}"))
}

/// Returns a duration in quotes, `"1h30m"`; `None` if the event file cannot represent it.
fn duration(length: TimeDelta) -> Option<String> {
    let minutes = values::minutes(length.num_minutes()).filter(|minutes| *minutes == length)?.num_minutes();
    let part = |number: i64, unit: &str| if number == 0 { String::new() } else { format!("{number}{unit}") };
    Some(quoted(&(part(minutes / 60, "h") + &part(minutes % 60, "m"))))
}
