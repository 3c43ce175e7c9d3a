//! When a session is: `date`, `start`, `duration`, and the day that it is listed under.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::Reading;
use crate::format::clock::{self, Moment};
use crate::format::draft::Told;
use crate::format::xml::Element;
use crate::model::Session;

impl Reading<'_> {
    pub(super) fn when(&mut self, event: &Element<'_>, day: Option<NaiveDate>, session: &mut Session) {
        let written = event.said("start").and_then(Moment::read);
        let start = match written {
            Some(moment) => Some(moment.local.time()),
            None => self.value(event, "start", session, clock::time),
        };
        let date = event.said("date");
        let moment = date.and_then(Moment::read).or(written);
        let moment = moment.or_else(|| {
            let date = date.and_then(clock::date)?;
            Some(Moment { local: date.and_time(start?), offset: None })
        });
        if moment.is_none() {
            self.value(event, "date", session, clock::date);
        }
        let duration = self.value(event, "duration", session, clock::duration);
        let length = duration.or_else(|| until(start?, event.said("end")?));
        let told = Told { day, moment, start, length, is_by_clock: duration.is_none() };
        session.times = self.draft.times(told, event.tag);
    }

    /// What an element says; where it cannot be read, that is said.
    fn value<T>(
        &mut self,
        event: &Element<'_>,
        name: &'static str,
        session: &mut Session,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let element = event.child(name)?;
        let written = element.text()?;
        let value = read(written);
        if value.is_none() {
            self.bad_value(name, written, element.tag);
            session.has_mistakes = true;
        }
        value
    }
}

/// From start to end, over midnight if need be.
fn until(start: NaiveTime, end: &str) -> Option<TimeDelta> {
    let end = Moment::read(end).map(|moment| moment.local.time()).or_else(|| clock::time(end))?;
    let length = end - start;
    Some(if length < TimeDelta::zero() { length + TimeDelta::days(1) } else { length })
}
