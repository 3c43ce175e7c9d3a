//! [`Action`]: the commands of the TUI, with their default keys.

use super::{Code, Key};
use crate::i18n::{Message, kebab_case};

/// A group of actions in the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Navigation.
    Move,
    /// Search and filter.
    Find,
    /// The plan.
    Plan,
    /// Current time and time zone.
    Time,
    /// Presentation.
    Look,
    /// The file and the app itself.
    App,
}

impl Group {
    /// Returns the name of the group.
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

/// Defines [`Action`] from lines of: documentation, name, group, message, default keys.
macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident: $group:ident, $message:ident, [$($key:expr),*];)*) => {
        /// A command that a key triggers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            /// Show the pane with this number, from 1.
            Pane(u8),
            $($(#[$doc])* $name,)*
        }

        impl Action {
            /// Returns the description in the help.
            #[must_use]
            pub fn message(self) -> Message {
                match self {
                    Self::Pane(_) => Message::ActionPane,
                    $(Self::$name => Message::$message,)*
                }
            }

            /// Returns the name of the variant.
            fn variant(self) -> &'static str {
                match self {
                    Self::Pane(_) => "Pane",
                    $(Self::$name => stringify!($name),)*
                }
            }

            /// Returns the group in the help.
            #[must_use]
            pub fn group(self) -> Group {
                match self {
                    Self::Pane(_) => Group::Move,
                    $(Self::$name => Group::$group,)*
                }
            }
        }

        /// The actions in the order of the help with their default keys, the preferred one first.
        pub(super) const DEFAULTS: &[(Action, &[Key])] = &[$((Action::$name, &[$($key),*])),*];
    };
}

actions! {
    /// Select the next row or scroll down one line.
    Down: Move, ActionDown, [key(Code::Down), Key::char('j')];
    /// Select the previous row or scroll up one line.
    Up: Move, ActionUp, [key(Code::Up), Key::char('k')];
    /// Move the focus to the list; in the timeline, to the room on the left.
    Left: Move, ActionLeft, [key(Code::Left), Key::char('h')];
    /// Move the focus to the detail; in the timeline, to the room on the right.
    Right: Move, ActionRight, [key(Code::Right), Key::char('l')];
    /// Scroll down one page.
    PageDown: Move, ActionPageDown, [key(Code::PageDown), Key::ctrl('f')];
    /// Scroll up one page.
    PageUp: Move, ActionPageUp, [key(Code::PageUp), Key::ctrl('b')];
    /// Scroll down half a page.
    HalfPageDown: Move, ActionHalfPageDown, [Key::ctrl('d')];
    /// Scroll up half a page.
    HalfPageUp: Move, ActionHalfPageUp, [Key::ctrl('u')];
    /// Select the next hour of the agenda or the next group of a list.
    NextGroup: Move, ActionNextGroup, [Key::char('}')];
    /// Select the previous hour or group.
    PreviousGroup: Move, ActionPreviousGroup, [Key::char('{')];
    /// Select the first row.
    First: Move, ActionFirst, [Key::char('g'), key(Code::Home)];
    /// Select the last row.
    Last: Move, ActionLast, [Key::char('G'), key(Code::End)];
    /// Open the selected row or follow the selected link.
    Open: Move, ActionOpen, [key(Code::Enter)];
    /// Return to the list, or close a secondary pane or an overlay.
    Back: Move, ActionBack, [key(Code::Esc)];
    /// Return to the location before the last link.
    HistoryBack: Move, ActionHistoryBack, [key(Code::Backspace), Key::ctrl('h')];
    /// Show the next pane.
    NextPane: Move, ActionNextPane, [key(Code::Tab)];
    /// Show the previous pane.
    PreviousPane: Move, ActionPreviousPane, [key(Code::BackTab)];
    /// Show the next day.
    NextDay: Move, ActionNextDay, [Key::char(']')];
    /// Show the previous day.
    PreviousDay: Move, ActionPreviousDay, [Key::char('[')];
    /// Switch between agenda and timeline.
    Timeline: Look, ActionTimeline, [Key::char('v')];
    /// Open the search.
    Search: Find, ActionSearch, [Key::char('/')];
    /// Go to the next search hit.
    NextHit: Find, ActionNextHit, [Key::char('n')];
    /// Go to the previous search hit.
    PreviousHit: Find, ActionPreviousHit, [Key::char('N')];
    /// Open the filter of the agenda.
    Filter: Find, ActionFilter, [Key::char('f')];
    /// Clear the filter of the agenda.
    ClearFilter: Find, ActionClearFilter, [Key::char('F')];
    /// Go to the current time in the agenda.
    JumpToNow: Time, ActionJumpToNow, [Key::char('t')];
    /// Show current and next sessions by room.
    ShowNow: Time, ActionShowNow, [Key::char('T')];
    /// Fold or unfold the sessions that are over.
    FoldPast: Time, ActionFoldPast, [Key::char('p')];
    /// Pick a session, or unpick it.
    Pick: Plan, ActionPick, [Key::char(' ')];
    /// Switch a pick between must and maybe.
    TogglePriority: Plan, ActionTogglePriority, [Key::char('m')];
    /// Undo the last change of the plan.
    Undo: Plan, ActionUndo, [Key::char('u')];
    /// Hide a session, room or track, or show it again.
    Hide: Find, ActionHide, [Key::char('M')];
    /// Show only hidden sessions, or all others again.
    ShowHidden: Find, ActionShowHidden, [Key::char('H')];
    /// Edit the note of a session.
    Note: Plan, ActionNote, [Key::char('a')];
    /// Add a busy block to the plan.
    Busy: Plan, ActionBusy, [Key::char('b')];
    /// Show changes since the last visit.
    Changes: Time, ActionChanges, [Key::char('c')];
    /// Export the plan as a calendar file.
    ExportPlan: Plan, ActionExportPlan, [Key::char('e')];
    /// Switch to the next language of the schedule.
    Language: Look, ActionLanguage, [Key::char('L')];
    /// Switch between the venue's and the user's time zone.
    ToggleTimeZone: Time, ActionToggleTimeZone, [Key::char('z')];
    /// Copy the selected link or item to the clipboard.
    Copy: App, ActionCopy, [Key::char('y')];
    /// Show the link or the address of the selection as a QR code.
    QrCode: App, ActionQrCode, [Key::char('Q')];
    /// Read the file again.
    Reload: App, ActionReload, [Key::char('r')];
    /// Show the diagnostics of the file.
    Problems: App, ActionProblems, [Key::char('!')];
    /// Show the event list.
    EventList: App, ActionEventList, [Key::char('o')];
    /// List all commands by name.
    Commands: App, ActionCommands, [Key::char(':'), Key::ctrl('p')];
    /// Show the help.
    Help: App, ActionHelp, [Key::char('?')];
    /// Suspend the app.
    Suspend: App, ActionSuspend, [Key::ctrl('z')];
    /// Quit the app.
    Quit: App, ActionQuit, [Key::char('q'), Key::ctrl('c')];
}

impl Action {
    /// Returns the name in the settings: `half-page-down` for `HalfPageDown`, `pane-2` for `Pane(2)`.
    #[must_use]
    pub fn name(self) -> String {
        let mut name = kebab_case(self.variant());
        if let Self::Pane(number) = self {
            name.push_str(&format!("-{number}"));
        }
        name
    }

    /// True if the action moves the selection or the scroll position.
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
}

const fn key(code: Code) -> Key {
    Key::plain(code)
}
