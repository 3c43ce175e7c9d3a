//! The data model of a conference: plain data without I/O or UI.
//!
//! A [`Conference`] owns all entities in vectors, in the order of the schedule; they refer to each other by typed indices
//! ([`SessionId`], [`PersonId`], …). `None` or empty means *not known*: no value is ever guessed.
//!
//! A [`Session`] is an `event` in frab and schedule.xml, a `VEVENT` in iCalendar and a `TalkSlot` in pretalx.

mod clock;
mod conference;
mod dates;
mod every_text;
mod id;
mod link;
mod open_enum;
mod organizations;
mod people;
mod place;
mod plan;
mod session;
mod subset;
mod texts;
mod times;

pub use clock::offset_label;
pub use conference::{ClockFrom, Conference, Info, Venue, WalkingTimes};
pub use dates::{Dates, Day};
pub use every_text::TextKind;
pub use id::{DelegationId, InfoId, OrganizerId, PersonId, RoomId, SessionId, SponsorId, TierId, TrackId};
pub use link::Link;
pub use organizations::{Delegation, Organizer, Sponsor, Tier};
pub use people::{Attendance, Participation, Person, Role};
pub use place::{Color, Room, Track};
pub use plan::{BusyBlock, HiddenItem, Note, Pick, Plan, PlanChange, Priority, SessionSnapshot, SnapshotKey};
pub use session::{Attachment, Kind, Rooms, Session, Status};
pub use texts::{LanguagePreference, LocalizedText};
pub use times::{LocalInstants, Moment, Times, ViewerTimeZone, Zone};
pub use times::{calendar_date, schedule_day};
