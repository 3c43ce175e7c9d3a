//! [`Event`]: a schedule at a moment.

use std::path::Path;

use crate::cli::user_plan::UserPlan;
use crate::schedule::LoadedSchedule;
use crate::store::Folders;
use kurultai_schedule::index::{RoomNow, now};
use kurultai_schedule::model::{LocalizedText, Moment, RoomId};
use kurultai_schedule::plan::PlanNow;
use kurultai_schedule::text::{SafeText, fold};

/// An event at a moment.
pub(super) struct Event {
    pub(super) file: SafeText,
    pub(super) schedule: LoadedSchedule,
    /// The moment, in local time at the venue.
    pub(super) moment: Moment,
    /// The user's plan for the event.
    pub(super) own: UserPlan,
    /// Running and next picks, unless `--room` is given.
    pub(super) plan_now: PlanNow,
    /// The selected rooms with a running or next session.
    pub(super) rooms: Vec<RoomNow>,
}

impl Event {
    pub(super) fn new(
        schedule: LoadedSchedule,
        path: &Path,
        moment: Moment,
        room: Option<&String>,
        folders: Option<&Folders>,
    ) -> Self {
        let own = UserPlan::load(folders, &schedule, path);
        let (conference, index) = (&schedule.conference, &schedule.index);
        let mut rooms = now(conference, index, moment);
        rooms.retain(|of| {
            matches_room(&schedule, of.room, room) && (!of.running.is_empty() || of.next.is_some())
        });
        let of_plan = match room {
            None => PlanNow::at_moment(conference, index, &own.status.picks, moment),
            Some(_) => PlanNow::default(),
        };
        Self {
            file: SafeText::line(&path.to_string_lossy()),
            schedule,
            moment,
            own,
            plan_now: of_plan,
            rooms,
        }
    }

    pub(super) fn has_room(&self, context: Option<&String>) -> bool {
        let rooms = (0..self.schedule.conference.rooms.len()).map(RoomId::new);
        rooms.map(Some).any(|room| matches_room(&self.schedule, room, context))
    }
}

/// True if the name of a room or building contains the value of `--room`, in any language.
fn matches_room(schedule: &LoadedSchedule, room: Option<RoomId>, context: Option<&String>) -> bool {
    let Some(context) = context.map(|context| fold(context.trim())) else { return true };
    let Some(room) = room.map(|id| schedule.conference.room(id)) else { return false };
    let names = [&room.name, &room.building]
        .into_iter()
        .flatten()
        .flat_map(LocalizedText::iter)
        .map(|(_, name)| name);
    names.chain(&room.id).any(|name| fold(name).contains(&context))
}
