//! Sessions that are on now or next, by room.

use chrono::TimeDelta;

use super::{Index, sort_by_time};
use crate::model::{Conference, Moment, RoomId, Rooms, SessionId, schedule_day};

/// The current and next sessions of a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomNow {
    /// The room; `None` for sessions in all rooms or in unknown ones.
    pub room: Option<RoomId>,
    /// The running sessions, by time.
    pub running: Vec<SessionId>,
    /// The next session on the same schedule day.
    pub next: Option<SessionId>,
}

impl RoomNow {
    /// Selects the running sessions and the next one from a list sorted by time.
    #[must_use]
    pub fn select(
        conference: &Conference,
        room: Option<RoomId>,
        sessions: &[SessionId],
        moment: impl Into<Moment>,
    ) -> Self {
        let moment = moment.into().to_minute();
        let those = || sessions.iter().copied().filter(|id| !conference.session(*id).is_off());
        let running = those().filter(|id| runs(conference, *id, moment)).collect();
        let next = those().find(|id| is_to_come(conference, *id, moment));
        Self { room, running, next }
    }
}

/// Returns the running and the next sessions at a moment: first those in all rooms, if there are any, then those of
/// every room in schedule order, including empty rooms.
///
/// Intervals are half-open. A session of unknown end is on in the minute of its start only, an all-day session for its
/// schedule day. Cancelled and postponed sessions are ignored.
#[must_use]
pub fn now(conference: &Conference, index: &Index, moment: impl Into<Moment>) -> Vec<RoomNow> {
    let moment = moment.into().to_minute();
    let look = |room, sessions: &[SessionId]| RoomNow::select(conference, room, sessions, moment);
    let in_no_room = |id: &SessionId| match &conference.session(*id).rooms {
        Rooms::All => true,
        Rooms::In(rooms) => rooms.is_empty(),
    };
    let mut everywhere: Vec<SessionId> =
        (0..conference.sessions.len()).map(SessionId::new).filter(in_no_room).collect();
    sort_by_time(conference, &mut everywhere);
    let everywhere = look(None, &everywhere);
    let is_any = !everywhere.running.is_empty() || everywhere.next.is_some();
    let rooms = (0..conference.rooms.len()).map(RoomId::new);
    let rooms = rooms.map(|room| look(Some(room), index.of_room(room)));
    is_any.then_some(everywhere).into_iter().chain(rooms).collect()
}

/// Returns the time until a session starts, rounded up to minutes; negative if it has started, `None` if its start is not
/// known.
#[must_use]
pub fn time_until(conference: &Conference, id: SessionId, moment: impl Into<Moment>) -> Option<TimeDelta> {
    let start = conference.session(id).times.begins()?;
    let seconds = conference.moment(moment).until(start).num_seconds();
    TimeDelta::try_minutes(seconds.div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0))
}

fn runs(conference: &Conference, id: SessionId, moment: Moment) -> bool {
    let times = &conference.session(id).times;
    if !times.all_day {
        return times.covers(moment);
    }
    let today = schedule_day(moment.clock.date(), moment.clock.time(), conference.day_change);
    times.is_on(today, conference.day_change)
}

fn is_to_come(conference: &Conference, id: SessionId, moment: Moment) -> bool {
    let times = &conference.session(id).times;
    let today = schedule_day(moment.clock.date(), moment.clock.time(), conference.day_change);
    times.day == Some(today) && times.begins().is_some_and(|start| moment.is_before(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::format::event_file;

    const PROGRAM: &str = "title = 't'\nlanguage = 'en'\nstart = 2025-02-01\nend = 2025-02-02\n\
        rooms = [{ name = 'Hall' }, { name = 'Yard' }, { name = 'Shed' }]\n\
        agenda = [\n\
        { title = 'b', date = 2025-02-01, start = '10:30', end = '11:00', room = 'Hall' },\n\
        { title = 'a', date = 2025-02-01, start = '10:00', end = '10:30', room = 'Hall' },\n\
        { title = 'a2', date = 2025-02-01, start = '10:10', end = '10:40', room = ['Hall', 'Yard'] },\n\
        { title = 'off', date = 2025-02-01, start = '10:00', end = '12:00', room = 'Yard', status = 'cancelled' },\n\
        { title = 'open', date = 2025-02-01, start = '12:00', room = 'Yard' },\n\
        { title = 'night', day = 2025-02-01, start = '01:00', duration = 60, room = 'Hall' },\n\
        { title = 'lunch', date = 2025-02-01, start = '11:00', end = '12:00', room = '*' },\n\
        { title = 'nowhere', date = 2025-02-01, start = '11:30', end = '12:30' },\n\
        { title = 'art', date = 2025-02-01, all_day = true, room = 'Shed' },\n\
        { title = 'early', date = 2025-02-02, start = '06:00', end = '07:00', room = 'Hall' },\n\
        ]\n";

    /// Formats each room that has sessions as `room: running, then next`.
    fn say(day: u32, hour: u32, minute: u32) -> Vec<String> {
        let conference = event_file::read(&Source::new("a.toml", PROGRAM)).conference;
        let moment = chrono::NaiveDate::from_ymd_opt(2025, 2, day).unwrap().and_hms_opt(hour, minute, 30);
        let rooms = now(&conference, &Index::new(&conference), moment.unwrap());
        let reading = conference.reading(None);
        let title =
            |id: &SessionId| conference.session(*id).title.as_ref().unwrap().get(&reading).to_string();
        let name = |id: RoomId| conference.room(id).name.as_ref().unwrap().get(&reading).to_string();
        let is_any = |room: &RoomNow| !room.running.is_empty() || room.next.is_some();
        let say = |room: RoomNow| {
            let running: Vec<_> = room.running.iter().map(title).collect();
            let next = room.next.as_ref().map_or("-".into(), title);
            format!("{}: {}, then {next}", room.room.map_or("*".into(), name), running.join(" "))
        };
        rooms.into_iter().filter(is_any).map(say).collect()
    }

    #[test]
    fn running_and_next_sessions_are_found() {
        let shed = "Shed: art, then -";
        let all = "*: , then lunch";
        assert_eq!(say(1, 9, 0), [all, "Hall: , then a", "Yard: , then a2", shed]);
        assert_eq!(say(1, 10, 15), [all, "Hall: a a2, then b", "Yard: a2, then open", shed]);
        // At half past, one session has ended and the other has begun.
        assert_eq!(say(1, 10, 30), [all, "Hall: a2 b, then night", "Yard: a2, then open", shed]);
        assert_eq!(
            say(1, 11, 30),
            ["*: lunch nowhere, then -", "Hall: , then night", "Yard: , then open", shed]
        );
        // Its duration is unknown.
        assert_eq!(say(1, 12, 0), ["*: nowhere, then -", "Hall: , then night", "Yard: open, then -", shed]);
        assert_eq!(say(1, 12, 1), ["*: nowhere, then -", "Hall: , then night", shed]);
    }

    #[test]
    fn the_night_belongs_to_the_evening_before() {
        assert_eq!(say(2, 0, 30), ["Hall: , then night", "Shed: art, then -"]);
        assert_eq!(say(2, 1, 0), ["Hall: night, then -", "Shed: art, then -"]);
        assert_eq!(say(2, 4, 0), ["Hall: , then early"]);
        assert_eq!(say(3, 12, 0), [] as [&str; 0]);
    }

    #[test]
    fn how_long_it_is_until_then() {
        let zoned =
            PROGRAM.replace("start = 2025-02-01\n", "start = 2025-02-01\ntimezone = 'Europe/Brussels'\n");
        for text in [PROGRAM, &zoned] {
            let conference = event_file::read(&Source::new("a.toml", text)).conference;
            let until = |hour, minute, second| {
                let day = chrono::NaiveDate::from_ymd_opt(2025, 2, 1).unwrap();
                let moment = day.and_hms_opt(hour, minute, second).unwrap();
                time_until(&conference, SessionId::new(0), moment).map(|wait| wait.num_minutes())
            };
            assert_eq!(
                [until(10, 18, 0), until(10, 18, 1), until(10, 17, 59)],
                [Some(12), Some(12), Some(13)]
            );
            assert_eq!([until(10, 30, 0), until(10, 45, 0)], [Some(0), Some(-15)]);
        }
    }

    #[test]
    fn clocks_that_are_put_forward_shorten_the_wait() {
        let text = "title = 't'\ntimezone = 'Europe/Brussels'\ndate = 2025-03-30\n\
            agenda = [{ title = 'a', date = 2025-03-30, start = '03:30' }]\n";
        let conference = event_file::read(&Source::new("a.toml", text)).conference;
        let moment = chrono::NaiveDate::from_ymd_opt(2025, 3, 30).unwrap().and_hms_opt(1, 30, 0).unwrap();
        let wait = time_until(&conference, SessionId::new(0), moment);
        assert_eq!(wait, Some(TimeDelta::minutes(60)));
    }
}
