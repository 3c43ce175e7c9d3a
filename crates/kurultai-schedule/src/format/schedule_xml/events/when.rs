//! Reads the times of a session: `date`, `start`, `duration`, and the day that lists it.

use chrono::NaiveDate;

use super::Reading;
use crate::format::time::{self, RawTimes, Timestamp};
use crate::format::xml::Element;
use crate::model::Session;

impl Reading<'_> {
    pub(super) fn when(&mut self, event: &Element<'_>, day: Option<NaiveDate>, session: &mut Session) {
        let written = event.child_text("start").and_then(Timestamp::read);
        let start = match written {
            Some(moment) => Some(moment.local.time().into()),
            None => self.value(event, "start", session, time::hour),
        };
        let date = event.child_text("date");
        let moment = date.and_then(Timestamp::read).or(written);
        let moment = moment.or_else(|| {
            let date = date.and_then(time::date)?;
            let start = start?;
            let date = if start.is_next_day { date.succ_opt()? } else { date };
            Some(Timestamp { local: date.and_time(start.time), offset: None })
        });
        if moment.is_none() {
            self.value(event, "date", session, time::date);
        }
        let length = self.value(event, "duration", session, time::duration);
        let end = event.child_text("end").filter(|_| length.is_none());
        let raw = RawTimes {
            day,
            moment,
            start,
            length,
            end: end.and_then(Timestamp::read),
            end_hour: end.and_then(time::hour),
        };
        session.times = self.builder.times(raw, event.tag);
    }

    /// Parses the text of an element; reports an invalid one.
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
