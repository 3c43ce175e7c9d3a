//! [`Message`]: names of all UI strings.

macro_rules! messages {
    ($($name:ident,)+) => {
        /// A UI string. Its text is in `locales/*.ftl` under [`Message::id`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "the text of a message, in locales/en.ftl, says what it is")]
        pub enum Message {
            $($name,)+
        }

        impl Message {
            /// All messages.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Returns the variant name.
            fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)+
                }
            }
        }
    };
}

impl Message {
    /// Returns the id in Fluent files, `no-such-file` for `NoSuchFile`.
    #[must_use]
    pub fn id(self) -> String {
        kebab_case(self.name())
    }
}

/// Converts the name of a variant: `no-such-file` for `NoSuchFile`.
pub(crate) fn kebab_case(variant: &str) -> String {
    let mut name = String::with_capacity(32);
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

// In the order of the Fluent files, under the same headings.
messages! {
    // Dates and durations
    DateWeekdayDay, DateRange, DurationMinutes, DurationHours, DurationHoursMinutes,

    // Dates, days and clocks
    DateFrom, DateUntil, DayOf, DayNotAnnounced, NoTimesAnnounced, Now, AllDay, VenueTime, SeveralClocks,
    UtcTime, ReaderTime, ZoneTime, MyTime, MyTimeIn,

    // Panes
    PaneAgenda, PanePeople, PaneOrganizers, PaneSponsors, PaneAbout, PaneFound, PaneNow, PaneChanges,
    PaneFacets, PanePlan,

    // Event list
    Events, EventsRunning, EventsUpcoming, EventsPast, EventsUndated, EventsUnreadable, EventToday,
    EventTomorrow, EventInDays, EventEnded, EventMistakes, MistakeInLine, CountEvents, CountOtherFiles,
    Filter, FilterHint, NoEventHas, NoEvents, NoEventsHelp,

    // Languages
    LanguageName,

    // Problems
    Problems, NoProblems,

    // Conflicts in a plan
    ConflictOverlap, ConflictOverlapUnknown, ConflictWalk, PartySession, PartyMust, PartyBusy,
    PartyOwnTime, AdviceRepeat, AdviceLeaveEarly, AdviceComeLate, AdviceLeave, AdviceHereRepeat,
    AdviceHereLeaveEarly, AdviceHereComeLate, AdviceHereLeave, AdviceChoose, AdviceChooseSeveral, FreeTime,
    SolutionLeftOut, SolutionMoved, SolutionNotExact,

    // Parts of a schedule
    Organizers, Sponsors, Rooms, Tracks, Untitled, Unnamed, AllRooms, OtherPeople, AboutConference,
    AboutNumbers, Delegations, DelegationsBy, AttendanceInPerson, AttendanceOnline, AttendanceHybrid,
    AttendanceInvited, Kind, Status, Role, Roles, DelegationKind, Broken, BrokenSession, BrokenPerson,
    SeeMistakes, DoNotRecord,

    // Labels
    LabelMistakes, LabelStatus, LabelWhen, LabelWhere, LabelTrack, LabelKind, LabelType, LabelPeople,
    LabelPerson, LabelPartOf, LabelParts, LabelSameAs, LabelAttendance, LabelLanguages, LabelLevel, LabelTags,
    LabelRecording, LabelPage, LabelSlides, LabelStream, LabelFeedback, LabelLicense, LabelLink, LabelRole,
    LabelPosition, LabelOrganization, LabelOtherNames, LabelCountry, LabelPronouns, LabelPlan, LabelAgain,
    LabelNote, LabelSessions, LabelContact, LabelTier, LabelProject, LabelTheme, LabelEdition, LabelTopics,
    LabelHashtag, LabelVersion, LabelBuilding, LabelFloor, LabelCapacity, LabelMemberOf,

    // Counts
    CountSessions, CountPeople, CountRooms, CountTracks, CountOrganizers, CountSponsors, CountDelegations,

    // On now
    NowRunning, NowNext, NowIn, NowNothing, NowNoEvent, NowElsewhere, NoSuchRoom,

    // Changes
    Change, ChangeDetail, ChangeText, ChangeCounts, NoSuchChange, ChangeNotAnnounced, ChangeFromTo,
    ChangesNone,

    // Empty panes
    NoSessions, NoPeople, NoOrganizers, NoSponsors, NoTimeline, NoRoom, TooSmall,

    // The plan
    ConflictShort, ConflictShortOpen, ConflictShortWalk, ConflictShortSeveral, NowUntil, NothingPicked,
    NothingShown, PlanMust, PlanMaybe, PlanHiddenMark, PlanOverlaps, PlanGone, PlanGoneHelp, PlanOtherNotes,
    PlanBusy, PlanBusyHelp, ChangesInPlan, FacetsTitle, FacetsHelp,

    // Search and filter
    SearchHelp, NothingFoundHere, FoundSessions, FoundTracks, NoFacet, FacetEnter, PromptFilter, PromptNote,
    PromptBusy, PromptBusyHelp, PromptBusyVenue, CountShown, CountHidden,

    // Key hints
    HintMove, HintOpen, HintBack, HintScroll, HintClose, HintPane, HintDay, HintFollow, HintOpensPage,
    HintWritesTo, HintReturn, HintClear, HintCancel, HintPick, HintUnpick, HintFilter, HintTimeline, HintList, HintBusy,
    HintExport, HintNow, HintChoose, HintShow, HintSave, HintAll, HintSearch, HintLanguage, HintClock,
    HintEvents, HintHelp, HintQuit,

    // Notices
    NoticeMistakes, NoticeReading, ReadingFile, NoticeCancelled, NoticeReadOnce, NoticeUnboundKey, CountRunningAbove, CountOver, HintUnfold,
    HintDismiss, NoticeHidePicked, FoundTime, NoticeReloaded, NoticeFormerShown, NoticeNoProgramLeft,
    NoticeBroken, HintBroken, MistakesOfFile, CountHits, NothingFound, HitOf, NoticeNoZone, NoticeReminder,
    NoticeNoDay, NoticeBadBusy, NoticeNotToday, NoticeChanges, NoticeChangesOwn, NoticeNoChanges,
    NoticeNotSaved, NoticeExported, NoticeNotExported, NoticeNothingToExport, NoticePicked, NoticeNoName,
    NoticePickedMaybe, NoticeNoted, NoticeNoteGone, NoticeBusy, NoticeFolded, NoticeNothingOver,
    NoticeUnfolded, NoticeUndone, NoticeUndoneChange, NoticeNothingToUndo, NoticeNoAddress, NoticeUnpicked, NoticeFree, NoticeHidden, NoticeUnhidden, NoticeCopied, NoticeTooLongToCopy,
    NoticeOpening, NoticeCannotOpen, NoticeOneLanguage, NoticePartlyTranslated, NoticeCannotSuspend,

    // Queries
    QueryKey, QueryIs, QueryUnknownKey, QueryUnknownIs, QueryBadTime, QueryNoValue, QueryNoSuch, QueryEmpty,
    QueryNoPlan,

    // Actions, as the help lists them
    Help, ActionDown, ActionUp, ActionLeft, ActionRight, ActionPageDown, ActionPageUp, ActionHalfPageDown,
    ActionHalfPageUp, ActionNextGroup, ActionPreviousGroup, ActionFoldPast, ActionShowHidden, ActionFirst,
    ActionLast, ActionOpen, ActionBack, ActionHistoryBack, ActionNextPane, ActionPreviousPane, ActionPane,
    ActionNextDay, ActionPreviousDay, ActionTimeline, ActionSearch, ActionFilter, ActionClearFilter,
    ActionPick, ActionTogglePriority, ActionUndo, ActionHide, ActionNote, ActionBusy, ActionExportPlan, ActionJumpToNow,
    ActionShowNow, ActionChanges, ActionNextHit, ActionPreviousHit, ActionLanguage, ActionToggleTimeZone,
    ActionCopy, ActionQrCode, ActionReload, ActionProblems, ActionEventList, ActionCommands, ActionHelp, ActionSuspend, ActionQuit,
    Commands, CommandsType, CommandsNothing, CommandTime, CommandDay, CommandRoom, CommandTrack, CommandPerson,
    QrTitle, QrTooLarge,
    HelpMouseKeys, HelpMouse, HelpType, HelpNothing, HelpInPane, HelpOnPage, HelpNoEffect, GroupMove,
    GroupFind, GroupPlan, GroupTime, GroupLook, GroupApp,

    // The user's files
    StoreNotAllowed, StoreFull, StoreBusy, StoreWaits, StoreNoFile, StoreCannotWrite, StoreUnreadable,
    StoreDamaged, StoreSetAside, StoreLeftOut, StoreUnlocked, SettingSyntax, SettingUnknown, SettingValue,
    SettingKeyName, SettingKeyTwice, SettingKeyPrefix, SettingKeyReserved, SettingKeyTaken,
    SettingNoTheme, NoTheme,
    PlanUnfinished, NoticeSavingOther, NoticeSavingDisk, NoHome, LibraryAdded, LibraryKnown, LibraryRemoved,
    LibraryRemovedAddress, LibraryGone, LibraryNotThere, LibrarySeveral, LibraryEmpty, LibraryNoFile,

    // The command line
    CliAbout, CliExamples, CliUsage, CliCommands, CliCommandName, CliArguments, CliOptions, CliPrintHelp,
    CliPrintVersion, CliFileName, CliFile, CliPlacesName, CliFiles, CliPlaces, CliLangName, CliLang,
    CliUiLang, CliWidthName, CliWidth, CliFormatName, CliFormat, CliNowName, CliNow, CliTzName, CliTz,
    CliThemeName, CliTheme, CliAscii, CliVenueTz, CliShow, CliShowExamples, CliCheck, CliCheckExamples, CliExport,
    CliExportExamples, CliExportPlan, CliSearch, CliSearchExamples, CliQueryName, CliQuery, CliTimesIn,
    CliOnNow, CliOnNowExamples, CliOnNowFiles, CliRoomName, CliRoom, CliDiff, CliDiffExamples, CliDiffOldName,
    CliDiffOld, CliDiffNewName, CliDiffNew, CliDiffFormat, CliDiffOnlyName, CliDiffOnly, CliDiffWidth,
    CliDiffPlan, CliPlan, CliPlanExamples, CliPlanName, CliPlanOther, CliPlanFile, CliPlanShow,
    CliPlanShowExamples, CliPlanSolve, CliPlanSolveExamples, CliPlanExport, CliPlanExportExamples, CliPlanTo,
    CliPlanImport, CliPlanImportExamples, CliPlanImported, CliPlanInto, CliPlanMerge, CliPlanMergeExamples,
    CliPlans, CliPlanCompare, CliPlanCompareExamples, CliPlanCompared, CliPlanIn, CliToName, CliTo, CliAdd,
    CliAddExamples, CliList, CliListExamples, CliRemove, CliRemoveExamples, CliSchema, CliSchemaExamples, CliNew, CliNewExamples, CliNewFile, CliTextName, CliDayName, CliNewTitle,
    CliNewStart, CliNewEnd, CliNewCity, CliNewRoom, CliNewFrom, CliNewLang, CliEventsName, CliEvents,
    CliOutput, CliForce, CliExportTz, CliCheckAll, CliCodeName, CliExplain, CliCheckFix, CliCheckFormat, CliBadLang, CliBadNow, CliBadTz, TzNoZone, NoSuchCommand,
    CliBadVenueTz, VenueTzKnown, VenueTzUnsaved, NoSuchFile, CannotFollow, NotAllowed, IsAFolder, TooLarge,
    CannotRead, NoSuchFileButHost, FaultOfReader, IsAPipe, Exporting, Formatting,

    // Schedules from URLs
    FetchBadAddress, FetchNotHttps, FetchUserInfo, FetchNotPublic, FetchRedirect, FetchRedirects,
    FetchNoConnection, FetchTimedOut, FetchCertificate, FetchStatus, FetchBadAnswer, FetchTooLarge,
    FetchBrokenOff, FetchPage, FetchNoProgram, FetchFault, FetchKeptUsed, FetchNotKept, FetchNotYet,
    FetchLoading, EventNotFetched, NoticeFetching, NoticeFetched, NoticeFetchedOf, NoticeNothingNew,
    NoticeNewFetched, AsOf, AgeMoments, AgeMinutes, AgeHours, AgeDays,

    // The command line, further
    NoTerminal, TerminalFailed, NothingRead, NoProgram, ShowMistakes, Busy, ExportLost, ExportNotIn,
    ExportMadeIds, ExportName, ExportWord, ExportNoDate, ExportNoZone, ExportPlanLeft, OutputExists,
    OutputIsLink, OutputIsNoFile, OutputFailed, CheckMore, CheckFine, CheckHints, CheckErrors, CheckWarnings,
    CheckSummary, CheckNoCode, CheckNoCodeMeant, CheckBadExample, CheckGoodExample, CheckExampleBytes,
    CheckNoExample,
    FixOnlyEventFiles, FixOnlyUtf8, FixNothing, FixQuestion, FixDeclined, FixDone,
    NewNoTitle, NewBadDate, NewEndBeforeStart, NewCancelled, NewAskTitle, NewAskStart, NewAskEnd, NewAskCity, NewAskRooms,
    NewAskZone, NewAskLang, NewWritten, NewSchemaWritten, NewAbout, NewRooms, NewPeople, NewSessions, NewSponsors,

    // Plans on the command line
    PlanEmpty, PlanNothingHere, PlanNone, PlanIsNone, PlanNote, PlanHidden, PlanHiddenThing, PlanLeftOut,
    PlanInBoth, PlanOnlyIn, PlanOnlyInMine, PlanGoneMark, PlanCompareOne, PlanCompareEmpty, PlanCount,
    PlanExportGone, PlanExportLeft, PlanExportOneFile, PlanVdirFolder, PlanVdirForeign, PlanImported,
    PlanImportedNothing, PlanImportOther, PlanImportGone, PlanImportMissing, PlanImportNothing,

    // Diagnostics
    OfSession, DidYouMean, WriteBoth, WriteThis, OneOf, SeverityError, SeverityWarning, SeverityHint,
    SeverityHelp,
}
