//! What a conference is: plain data that knows no file, no screen and no clock.
//!
//! A [`Conference`] owns everything in vectors, in the order of the program; one thing names another by an id that is
//! its place there ([`SessionId`], [`PersonId`], …). Whatever is `None` or empty is *not known*: nothing here is ever
//! filled in by a guess.
//!
//! The words are the field's. What this program calls a [`Session`] is an `event` in frab and in `schedule.xml`, a
//! `VEVENT` in iCalendar and a `TalkSlot` in pretalx; *event* alone means the whole conference when people speak, and
//! is no type here.

mod clock;
mod conference;
mod dates;
mod id;
mod open_enum;
mod organizations;
mod people;
mod place;
mod plan;
mod session;
mod subset;
mod texts;
mod times;

pub use clock::{ClockFrom, offset_label};
pub use conference::{Conference, Info, Link, Venue, WalkingTimes};
pub use dates::{Dates, Day};
pub use id::{DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, TierId, TrackId};
pub use organizations::{Delegation, Organizer, Sponsor, Tier};
pub use people::{Attendance, Participation, Person, Role};
pub use place::{Color, Room, Track};
pub use plan::{
    BusyBlock, HiddenSession, Note, Pick, Plan, PlanChange, Priority, SessionSnapshot, SnapshotKey,
};
pub use session::{Attachment, Kind, Rooms, Session, Status};
pub use texts::{LanguagePreference, LocalizedText};
pub use times::{Moment, Shown, Times, ViewerTimeZone, Zone};
pub(crate) use times::{calendar_date, schedule_day};
