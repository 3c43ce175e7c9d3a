//! [`Action`]: everything that a person can ask for with a key.

use super::{Code, Key};
use crate::i18n::Message;

/// The groups of actions in the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// To get from one place to another.
    Move,
    /// To find something, and to choose what is shown.
    Find,
    /// To plan a visit.
    Plan,
    /// To see what is on and when.
    Time,
    /// To see the same things in another form.
    Look,
    /// All that concerns the file and the app itself.
    App,
}

impl Group {
    /// Returns its name.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Move => Message::GroupMove,
            Self::Find => Message::GroupFind,
            Self::Plan => Message::GroupPlan,
            Self::Time => Message::GroupTime,
            Self::Look => Message::GroupLook,
            Self::App => Message::GroupApp,
        }
    }
}

/// An action that a key triggers. Within a group the help has the order of [`BINDINGS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// The next row, or the next line of a text.
    Down,
    /// The row or line before.
    Up,
    /// The list, from the detail beside it.
    Left,
    /// The detail, from the list beside it.
    Right,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// Half a page down.
    HalfPageDown,
    /// Half a page up.
    HalfPageUp,
    /// The next hour of the agenda, or the next group of a list.
    NextGroup,
    /// The hour or the group before.
    PreviousGroup,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// The detail of the selected row, or what the selected link leads to.
    Open,
    /// Back to the list; out of the help.
    Back,
    /// To where one was before the link that was followed.
    HistoryBack,
    /// The next pane.
    NextPane,
    /// The pane before.
    PreviousPane,
    /// The pane with this number, from 1.
    Pane(u8),
    /// The next day.
    NextDay,
    /// The day before.
    PreviousDay,
    /// The agenda as a timeline, or as a list again.
    Timeline,
    /// Look for something by what it is called.
    Search,
    /// The next thing that was found.
    NextHit,
    /// The thing that was found before.
    PreviousHit,
    /// Choose what the agenda shows.
    Filter,
    /// Show all of the agenda again.
    ClearFilter,
    /// Pick a session, or take that back.
    Pick,
    /// A pick that is a must becomes a maybe, and the other way round.
    TogglePriority,
    /// Hide a session, or all of a room or a track; show it again.
    Mute,
    /// Show hidden sessions and nothing else, or all others again.
    ShowHidden,
    /// Note something to a session.
    Note,
    /// Keep some time free of the program.
    Busy,
    /// The plan as a calendar file.
    ExportPlan,
    /// To what runs now.
    JumpToNow,
    /// What is on now and next, room by room.
    ShowNow,
    /// The sessions that are over as one line, or each of them.
    FoldPast,
    /// What is new in the program.
    Changes,
    /// The next language of the program.
    Language,
    /// The venue's clock, or one's own.
    ToggleTimeZone,
    /// To the clipboard: the link, or what is selected.
    Copy,
    /// Read the file again.
    Reload,
    /// What is wrong with the file.
    Mistakes,
    /// The list of events.
    EventList,
    /// All keys.
    Help,
    /// Stop until the shell wakes the program up.
    Suspend,
    /// End the program.
    Quit,
}

impl Action {
    /// True if it moves the selection or the scroll position.
    #[must_use]
    pub fn is_motion(self) -> bool {
        matches!(
            self,
            Self::Down
                | Self::Up
                | Self::PageDown
                | Self::PageUp
                | Self::HalfPageDown
                | Self::HalfPageUp
                | Self::NextGroup
                | Self::PreviousGroup
                | Self::First
                | Self::Last
                | Self::NextDay
                | Self::PreviousDay
                | Self::NextHit
                | Self::PreviousHit
                | Self::NextPane
                | Self::PreviousPane
        )
    }

    /// What it does, as the help says it.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Down => Message::ActionDown,
            Self::Up => Message::ActionUp,
            Self::Left => Message::ActionLeft,
            Self::Right => Message::ActionRight,
            Self::PageDown => Message::ActionPageDown,
            Self::PageUp => Message::ActionPageUp,
            Self::HalfPageDown => Message::ActionHalfPageDown,
            Self::HalfPageUp => Message::ActionHalfPageUp,
            Self::NextGroup => Message::ActionNextGroup,
            Self::PreviousGroup => Message::ActionPreviousGroup,
            Self::First => Message::ActionFirst,
            Self::Last => Message::ActionLast,
            Self::Open => Message::ActionOpen,
            Self::Back => Message::ActionBack,
            Self::HistoryBack => Message::ActionReturn,
            Self::NextPane => Message::ActionNextPane,
            Self::PreviousPane => Message::ActionPreviousPane,
            Self::Pane(_) => Message::ActionPane,
            Self::NextDay => Message::ActionNextDay,
            Self::PreviousDay => Message::ActionPreviousDay,
            Self::Timeline => Message::ActionTimeline,
            Self::Search => Message::ActionSearch,
            Self::Filter => Message::ActionFilter,
            Self::ClearFilter => Message::ActionClearFilter,
            Self::Pick => Message::ActionPick,
            Self::TogglePriority => Message::ActionLevel,
            Self::Mute => Message::ActionMute,
            Self::ShowHidden => Message::ActionShowHidden,
            Self::Note => Message::ActionNote,
            Self::Busy => Message::ActionBusy,
            Self::ExportPlan => Message::ActionExportPlan,
            Self::JumpToNow => Message::ActionToday,
            Self::ShowNow => Message::ActionNow,
            Self::FoldPast => Message::ActionFoldPast,
            Self::Changes => Message::ActionChanges,
            Self::NextHit => Message::ActionNextHit,
            Self::PreviousHit => Message::ActionPreviousHit,
            Self::Language => Message::ActionLanguage,
            Self::ToggleTimeZone => Message::ActionClock,
            Self::Copy => Message::ActionCopy,
            Self::Reload => Message::ActionReload,
            Self::Mistakes => Message::ActionMistakes,
            Self::EventList => Message::ActionEvents,
            Self::Help => Message::ActionHelp,
            Self::Suspend => Message::ActionSuspend,
            Self::Quit => Message::ActionQuit,
        }
    }
}

impl Action {
    /// Returns the group to which it belongs.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Self::Down
            | Self::Up
            | Self::Left
            | Self::Right
            | Self::PageDown
            | Self::PageUp
            | Self::HalfPageDown
            | Self::HalfPageUp
            | Self::NextGroup
            | Self::PreviousGroup
            | Self::First
            | Self::Last
            | Self::Open
            | Self::Back
            | Self::HistoryBack
            | Self::NextPane
            | Self::PreviousPane
            | Self::Pane(_)
            | Self::NextDay
            | Self::PreviousDay => Group::Move,
            Self::Search
            | Self::NextHit
            | Self::PreviousHit
            | Self::Filter
            | Self::ClearFilter
            | Self::ShowHidden
            | Self::Mute => Group::Find,
            Self::Pick | Self::TogglePriority | Self::Note | Self::Busy | Self::ExportPlan => Group::Plan,
            Self::JumpToNow | Self::ShowNow | Self::FoldPast | Self::Changes | Self::ToggleTimeZone => {
                Group::Time
            }
            Self::Timeline | Self::Language => Group::Look,
            Self::Copy
            | Self::Reload
            | Self::Mistakes
            | Self::EventList
            | Self::Help
            | Self::Suspend
            | Self::Quit => Group::App,
        }
    }
}

const fn key(code: Code) -> Key {
    Key::plain(code)
}

/// Every action with its keys, the one to show first.
pub const BINDINGS: &[(Action, &[Key])] = &[
    (Action::Down, &[key(Code::Down), Key::char('j')]),
    (Action::Up, &[key(Code::Up), Key::char('k')]),
    (Action::Left, &[key(Code::Left), Key::char('h')]),
    (Action::Right, &[key(Code::Right), Key::char('l')]),
    (Action::PageDown, &[key(Code::PageDown), Key::ctrl('f')]),
    (Action::PageUp, &[key(Code::PageUp), Key::ctrl('b')]),
    (Action::HalfPageDown, &[Key::ctrl('d')]),
    (Action::HalfPageUp, &[Key::ctrl('u')]),
    (Action::NextGroup, &[Key::char('}')]),
    (Action::PreviousGroup, &[Key::char('{')]),
    (Action::First, &[Key::char('g'), key(Code::Home)]),
    (Action::Last, &[Key::char('G'), key(Code::End)]),
    (Action::Open, &[key(Code::Enter)]),
    (Action::Back, &[key(Code::Esc)]),
    (Action::HistoryBack, &[key(Code::Backspace), Key::ctrl('h')]),
    (Action::NextPane, &[key(Code::Tab)]),
    (Action::PreviousPane, &[key(Code::BackTab)]),
    (Action::Pane(1), &[Key::char('1')]),
    (Action::Pane(2), &[Key::char('2')]),
    (Action::Pane(3), &[Key::char('3')]),
    (Action::Pane(4), &[Key::char('4')]),
    (Action::Pane(5), &[Key::char('5')]),
    (Action::Pane(6), &[Key::char('6')]),
    (Action::NextDay, &[Key::char(']')]),
    (Action::PreviousDay, &[Key::char('[')]),
    (Action::Timeline, &[Key::char('v')]),
    (Action::Search, &[Key::char('/')]),
    (Action::NextHit, &[Key::char('n')]),
    (Action::PreviousHit, &[Key::char('N')]),
    (Action::Filter, &[Key::char('f')]),
    (Action::ClearFilter, &[Key::char('F')]),
    (Action::JumpToNow, &[Key::char('t')]),
    (Action::ShowNow, &[Key::char('T')]),
    (Action::FoldPast, &[Key::char('p')]),
    (Action::Pick, &[Key::char(' ')]),
    (Action::TogglePriority, &[Key::char('m')]),
    (Action::Mute, &[Key::char('M')]),
    (Action::ShowHidden, &[Key::char('H')]),
    (Action::Note, &[Key::char('a')]),
    (Action::Busy, &[Key::char('b')]),
    (Action::Changes, &[Key::char('c')]),
    (Action::ExportPlan, &[Key::char('e')]),
    (Action::Language, &[Key::char('L')]),
    (Action::ToggleTimeZone, &[Key::char('z')]),
    (Action::Copy, &[Key::char('y')]),
    (Action::Reload, &[Key::char('r')]),
    (Action::Mistakes, &[Key::char('!')]),
    (Action::EventList, &[Key::char('o')]),
    (Action::Help, &[Key::char('?')]),
    (Action::Suspend, &[Key::ctrl('z')]),
    (Action::Quit, &[Key::char('q'), Key::ctrl('c')]),
];
