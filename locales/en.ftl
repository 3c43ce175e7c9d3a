# The texts of the interface in English.
#
# A diagnostic of `check` is named `diagnostic-` and its code; `.help` says how to fix it.

## Dates and durations

date-weekday-day = { $weekday } { $date }
# Two dates; $shared is the part that they have in common. $start and $end are whole dates, $start-short and $end-short
# have no year, $start-weekday and $start-day are parts of the first.
date-range =
    { $shared ->
        [month] { $start-weekday } { $start-day } – { $end }
        [year] { $start-short } – { $end }
       *[nothing] { $start } – { $end }
    }
duration-minutes = { $minutes } min
duration-hours = { $hours } h
duration-hours-minutes = { $hours } h { $minutes } min

## Dates, days and clocks

date-from = from { $date }
date-until = until { $date }
day-of = day { $day } of { $count }
day-not-announced = Day not announced
no-times-announced = No times announced
now = now { $time }
all-day = all day
venue-time = venue time
several-clocks = several time zones
utc-time = UTC (venue’s time zone unknown)
reader-time = my time, { $city } (venue’s time zone unknown)
zone-time = { $city } time
my-time = my time
my-time-in = my time, { $city }

## Panes

# The names on the tabs: all six, with numbers and counts, must fit into 80 columns.
pane-agenda = Agenda
pane-people = People
pane-organizers = Organizers
pane-sponsors = Sponsors
pane-about = About
# Panes without a number, which cover the others: search hits, on now, changes, filter.
pane-found = Found
pane-now = Now and next
pane-changes = What’s new
pane-facets = Filter
pane-plan = Plan

## Event list

events = Events
events-running = On now
events-upcoming = Upcoming
events-past = Past
events-undated = Date not announced
events-unreadable = Unreadable
event-today = today
event-tomorrow = tomorrow
event-in-days =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
event-ended = ended
event-mistakes =
    { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    }
mistake-in-line = line { $line }: { $sentence }
count-events =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
count-other-files =
    { $count ->
        [one] { $count } other file
       *[other] { $count } other files
    }
filter = find
filter-hint = Type to find an event.
no-event-has = No event matches “{ $text }”.
no-events = No events here.
no-events-help = An event is a TOML file with a title, or a schedule published by a conference: `kurultai FILE` opens one, `kurultai FOLDER` lists those in a folder.

## Languages

language-name =
    { $code ->
        [ky] Kyrgyz
        [ru] Russian
        [en] English
        [kk] Kazakh
        [uz] Uzbek
        [tr] Turkish
        [zh] Chinese
        [de] German
        [fr] French
       *[other] { $code }
    }

## Problems

problems = Problems in the file
no-problems = No problems in this file.

## Conflicts in a plan

# $other is one of the four `party-…` messages.
conflict-overlap = overlaps { $other } by { $length }
conflict-overlap-unknown = overlaps { $other }
conflict-walk = too close to { $other }: the walk from { $from } to { $to } takes { $needed }, you have { $free }
party-session = “{ $title }”
party-must = “{ $title }” (must)
party-busy = “{ $title }” (your own time)
party-own-time = your own time { $time }
advice-repeat = “{ $title }” has a repeat that fits: { $when }
advice-leave-early = leave “{ $title }” { $length } early
advice-come-late = come to “{ $title }” { $length } late
advice-leave =
    { $because ->
        [maybe] leave out “{ $title }”: it is only a maybe
        [busy] leave out “{ $title }”: you are busy then
       *[fits] leave out “{ $title }”: more of your plan fits then
    }
# The same advice directly below its session.
advice-here-repeat = it has a repeat that fits: { $when }
advice-here-leave-early = leave { $length } early
advice-here-come-late = come { $length } late
advice-here-leave =
    { $because ->
        [maybe] leave it out: it is only a maybe
        [busy] leave it out: you are busy then
       *[fits] leave it out: more of your plan fits then
    }
advice-choose = choose one of the two
advice-choose-several = choose one of them
free-time = { $length } free
solution-left-out = “{ $title }” is left out: { $why }
solution-moved = “{ $title }” is moved to its repeat: { $when }
solution-not-exact = Not every combination was tried; a better plan may exist.

## Parts of a schedule

organizers = Organizers
sponsors = Sponsors
rooms = Rooms
tracks = Tracks
untitled = (no title)
unnamed = (no name)
all-rooms = all rooms
other-people = Others
about-conference = About the conference
about-numbers = In numbers
delegations = Delegations
delegations-by =
    { $attendance ->
        [in-person] Delegations, in person
        [online] Delegations, online
        [hybrid] Delegations, in person and online
       *[invited] Delegations, invited
    }
attendance-in-person = in person
attendance-online = online
attendance-hybrid = in person and online
attendance-invited = invited
kind =
    { $kind ->
        [opening] opening
        [greeting] greeting
        [keynote] keynote
        [talk] talk
        [panel] panel
        [discussion] discussion
        [workshop] workshop
        [lightning] lightning talk
        [poster] poster
        [break] break
        [meal] meal
        [social] social event
        [tour] tour
        [ceremony] ceremony
       *[closing] closing
    }
status =
    { $status ->
        [cancelled] cancelled
        [tentative] tentative
        [postponed] postponed
       *[confirmed] confirmed
    }
role =
    { $role ->
        [guest] guest
        [speaker] speaker
        [moderator] moderator
        [chair] chair
        [panelist] panelist
        [host] host
       *[organizer] organizer
    }
# Headings of groups of people.
roles =
    { $role ->
        [guest] Guests
        [speaker] Speakers
        [moderator] Moderators
        [chair] Chairs
        [panelist] Panelists
        [host] Hosts
       *[organizer] Organizers
    }
delegation-kind =
    { $kind ->
        [country] country
        [union] union
        [court] court
        [institution] institution
        [organization] organization
       *[other] { $kind }
    }
broken = !
broken-session = Some details of this session could not be read.
broken-person = Some details of this person could not be read.
see-mistakes =
    { $key ->
        [none] See the problems of the file.
       *[other] Press { $key } to see which.
    }
do-not-record = not to be recorded

## Labels

label-mistakes = problems
label-status = status
label-when = when
label-where = where
label-track = track
label-kind = kind
label-type = type
label-people = people
label-person = person
label-part-of = part of
label-parts = parts
label-same-as = same as
label-attendance = attendance
label-languages = languages
label-level = level
label-tags = tags
label-recording = recording
label-page = page
label-slides = slides
label-stream = stream
label-feedback = feedback
label-license = license
label-link = link
label-role = role
label-position = position
label-organization = organization
label-other-names = also spelled
label-country = country
label-pronouns = pronouns
label-plan = plan
label-again = again
label-note = note
label-sessions = sessions
label-contact = contact
label-tier = tier
label-project = project
label-theme = theme
label-edition = edition
label-topics = topics
label-hashtag = hashtag
label-version = version
label-building = building
label-floor = floor
label-capacity = capacity
label-member-of = member of

## Counts

count-sessions =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
count-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
count-rooms =
    { $count ->
        [one] { $count } room
       *[other] { $count } rooms
    }
count-tracks =
    { $count ->
        [one] { $count } track
       *[other] { $count } tracks
    }
count-organizers =
    { $count ->
        [one] { $count } organizer
       *[other] { $count } organizers
    }
count-sponsors =
    { $count ->
        [one] { $count } sponsor
       *[other] { $count } sponsors
    }
count-delegations =
    { $count ->
        [one] { $count } delegation
       *[other] { $count } delegations
    }

## On now

now-running = now
now-next = next
now-in = in { $duration }
now-nothing = Nothing is on now, and nothing else is announced for today.
now-no-event = No events today.
# Heading of sessions without a room, or in all rooms.
now-elsewhere = all rooms or none
no-such-room = No room matches “{ $text }”.

## Changes

# $fact is the kind of change.
change =
    { $fact ->
        [new] new
        [gone] gone
        [cancelled] cancelled
        [uncancelled] reinstated
        [time] new time
        [rooms] new room
        [people] people changed
       *[title] new title
    }
# $fact is the key in the event file.
change-detail =
    { $fact ->
        [title] title
        [name] name
        [subtitle] subtitle
        [acronym] short name
        [address] address
        [city] city
        [venue_url] venue page
        [timezone] time zone
        [day_change] start of a day
        [walking] walking time
        [opens] opens
        [closes] closes
        [language] language
        [do_not_record] recording
        [color] color
        [attachments] files
        [avatar] picture
        [content_note] content note
        [abstract] abstract
        [description] description
        [bio] biography
        [updated] last update
       *[text] text
    }
change-text =
    { $how ->
        [new] text added
        [gone] text removed
       *[changed] text changed
    }
change-counts =
    { $fact ->
        [new] { $count } new
        [gone] { $count } gone
        [cancelled] { $count } cancelled
        [uncancelled] { $count } reinstated
        [time]
            { $count ->
                [one] { $count } new time
               *[other] { $count } new times
            }
        [rooms]
            { $count ->
                [one] { $count } new room
               *[other] { $count } new rooms
            }
        [people]
            { $count ->
                [one] { $count } with changed people
               *[other] { $count } with changed people
            }
        [title]
            { $count ->
                [one] { $count } new title
               *[other] { $count } new titles
            }
       *[other]
            { $count ->
                [one] { $count } other change
               *[other] { $count } other changes
            }
    }
no-such-change = `{ $text }` is not a kind of change; use some of these, separated by commas, or the name of a fact in --format json: { $known }.
change-not-announced = not announced
change-from-to = { $from } → { $to }
changes-none = Nothing changed.

## Empty panes

no-sessions = No sessions announced.
no-people = No people announced.
no-organizers = No organizers named.
no-sponsors = No sponsors named.
no-timeline = This day has no times, so there is no timeline. v shows the list.
no-room = no room
too-small = This terminal is too small.

## The plan

conflict-short = { $length } overlap with { $title }
conflict-short-open = overlaps { $title }
conflict-short-walk = { $free } of { $needed } min to walk: { $title }
conflict-short-several = overlaps { $count } others in the plan
now-until = until { $time }
nothing-picked = Nothing picked yet.{ $key ->
    [none] { "" }
   *[other] { "" } { $key } picks a session.
}
nothing-shown = Nothing on this day is shown.{ $key ->
    [none] { "" }
   *[other] { "" } { $key } shows everything again.
}
plan-must = must
plan-maybe = maybe
plan-hidden-mark = hidden
# A mark after the title of a pick.
plan-overlaps = overlaps
plan-gone = No longer in the schedule
plan-gone-help = It stays in the plan until you remove it{ $key ->
    [none] .
   *[other] { "" } with { $key }.
}
plan-other-notes = Notes on other sessions
plan-busy = your own time
plan-busy-help =
    { $key ->
        [none] You can remove it from the plan.
       *[other] { $key } removes it from the plan.
    }
changes-in-plan = In your plan
facets-title = Filter the agenda
facets-help =
    Space selects a value; again excludes it, a third time clears it. Typing searches, Enter shows the agenda.

    You can also type conditions:
    room:Janson,K.1.105   track:rust   -track:keynotes
    speaker:…   tag:…   lang:en   kind:workshop
    day:sat   after:14:00   before:18:00
    is:picked   is:free   -is:past

## Search and filter

search-help = Type what you are looking for: titles, people, rooms, texts. “In quotes” matches exactly; room:… track:… day:sat lang:en after:14:00 is:picked narrow it down.
nothing-found-here = Nothing found.
found-sessions = Sessions
found-tracks = Tracks
no-facet = Nothing in this schedule matches. Conditions look like room:… track:… speaker:… after:14:00 before:18:00.
facet-enter = Enter shows the matching sessions.
prompt-filter = filter
prompt-note = note
prompt-busy = busy
prompt-busy-help = 12:00-13:00 lunch
prompt-busy-venue = 12:00-13:00 lunch, venue time
# The number of sessions shown, of all.
count-shown = { $number } of { $count }
count-hidden =
    { $count ->
        [one] { $count } hidden
       *[other] { $count } hidden
    }

## Key hints

hint-move = move
hint-open = open
hint-back = back
hint-scroll = scroll
hint-close = close
hint-pane = pane
hint-day = day
hint-follow = follow
# $text is a host: "opens fosdem.org".
hint-opens-page = opens { $text }
# $text is an email address: "writes to salam@example.org".
hint-writes-to = writes to { $text }
hint-return = return
hint-clear = clear
hint-cancel = cancel
hint-pick = pick
hint-unpick = unpick
hint-filter = filter
hint-timeline = timeline
hint-list = list
hint-busy = busy
hint-export = export
hint-now = now
hint-choose = choose
hint-show = show
hint-save = save
hint-all = all
hint-search = find
hint-language = language
hint-clock = my time
hint-events = events
hint-help = help
hint-quit = quit

## Notices

notice-mistakes = { $count ->
    [one] This file has { $count } problem
   *[other] This file has { $count } problems
}{ $key ->
    [none] .
   *[other] ; press { $key } to see { $count ->
        [one] it
       *[other] them
    }.
}
notice-reading = Reading…
reading-file = Reading { $path }…
notice-cancelled = Cancelled.
notice-read-once = Standard input cannot be read a second time.
notice-unbound-key = `{ $key }` does nothing here{ $help ->
    [none] { "" }
   *[other] { "" } · { $help } keys
}
count-running-above =
    { $count ->
        [one] 1 more on now
       *[other] { $count } more on now
    }
count-over =
    { $count ->
        [one] 1 session is over
       *[other] { $count } sessions are over
    }
hint-unfold = show
hint-dismiss = dismiss
notice-hide-picked = “{ $text }” is in your plan; remove it there before you hide it.
found-time = Enter goes to { $text }.
notice-reloaded = File reloaded.
notice-former-shown = The previous version is still shown.
notice-no-program-left = The file no longer has a schedule; the previous version is still shown.
notice-broken = The file has new problems and fewer sessions; the previous version is still shown.
hint-broken = the file has problems
mistakes-of-file = The previous version of the schedule is shown. Problems in the current file:
count-hits =
    { $count ->
        [one] { $count } hit
       *[other] { $count } hits
    }
nothing-found = Nothing found for “{ $text }”.
hit-of = hit { $number } of { $count }
notice-no-zone = The schedule does not give its time zone.
notice-reminder = In { $minutes } min: { $text }
notice-no-day = The schedule has no day on which to block time.
notice-bad-busy = Not a valid time; write 12:00-13:00 lunch
notice-not-today = No sessions today.
notice-changes = { $count ->
    [one] The schedule changed since you last looked
   *[other] { $count } changes since you last looked
}{ $key ->
    [none] .
   *[other] ; press { $key } to see { $count ->
        [one] how
       *[other] them
    }.
}
notice-changes-own = { $own ->
    [one] { $count } changes since you last looked, one of them in your plan
   *[other] { $count } changes since you last looked, { $own } of them in your plan
}{ $key ->
    [none] .
   *[other] ; press { $key } to see them.
}
notice-no-changes = Nothing new since you last looked.
notice-not-saved = Your plan is kept until you quit, and saved with its next change.
notice-exported = Plan exported to { $text }
notice-not-exported = Could not export the plan: { $text }
notice-nothing-to-export = Nothing in the plan has a date, so a calendar would be empty.
notice-picked = Added to the plan: { $text }
notice-no-name = This session has no title and no id, so the plan cannot remember it.
notice-picked-maybe = Added to the plan as maybe: { $text }
notice-noted = Note saved: { $text }
notice-note-gone = Note removed: { $text }
notice-busy = Time blocked: { $text }
notice-folded = { $count ->
    [one] 1 past session folded into one line
   *[other] { $count } past sessions folded into one line
}{ $key ->
    [none] .
   *[other] ; { $key } shows { $count ->
        [one] it
       *[other] them
    } again.
}
notice-nothing-over = No session on this day is over yet.
notice-unfolded = Past sessions are listed again.
notice-undone = Undone.
notice-undone-change = Undone: { $text }
notice-nothing-to-undo = Nothing to undo.
notice-no-address = The selection has no web address.
notice-unpicked = Removed from the plan: { $text }
notice-free = Free again: { $text }
notice-hidden = Hidden: { $text }
notice-unhidden = Shown again: { $text }
notice-copied = Sent to the clipboard: { $text }
notice-too-long-to-copy = Too long for the terminal’s clipboard.
notice-opening = Opening { $text }…
notice-cannot-open = No browser here; sent to the clipboard: { $text }
notice-one-language = This schedule has only one language.
notice-partly-translated = { $language }; untranslated texts stay as they are.
notice-cannot-suspend = Cannot suspend: there is no shell that could resume the app.

## Queries

# The keys of the query language, as headings.
query-key =
    { $key ->
        [day] day
        [room] room
        [track] track
        [lang] language
        [kind] kind
        [type] type
        [level] level
        [tag] tag
        [speaker] person
        [title] title
        [after] starts after
        [before] ends before
       *[is] state
    }
query-is =
    { $is ->
        [now] on now
        [next] next
        [past] over
        [picked] picked
        [must] must
        [maybe] maybe
        [collides] overlaps
        [free] in free time
        [noted] with a note
        [hidden] hidden
        [online] online
        [streamed] with a stream
        [recorded] with a recording
        [slides] with slides
        [repeated] repeated
       *[cancelled] cancelled
    }
query-unknown-key = `{ $written }:` is not a condition; it is searched as text.
query-unknown-is = `is:{ $written }` is not a condition.
query-bad-time = `{ $written }` is not a valid time; write `{ $key }:14:00`.
query-no-value = `{ $key }:` has no value; write one right after the colon, without a space.
query-no-such =
    { $key ->
        [day] The schedule has no day `{ $written }`.
        [room] The schedule has no room `{ $written }`.
        [track] The schedule has no track `{ $written }`.
        [lang] No session is in the language `{ $written }`.
        [kind] No session is of the kind `{ $written }`.
        [type] No session is of the type `{ $written }`.
        [level] No session has the level `{ $written }`.
        [tag] No session has the tag `{ $written }`.
       *[speaker] The schedule has no person `{ $written }`.
    }
query-empty = The query is empty; write words, or conditions such as `room:Janson`.
query-no-plan = You have no plan for what was searched; pick sessions in the app, or import a plan with `kurultai plan import`.

## Actions, as the help lists them

help = Help
action-down = next row; in a text, scroll down
action-up = previous row; in a text, scroll up
action-left = back to the list
action-right = to the detail
action-page-down = page down
action-page-up = page up
action-half-page-down = half a page down
action-half-page-up = half a page up
action-next-group = next hour, or next group in a list
action-previous-group = previous hour or group
action-fold-past = fold past sessions into one line
action-show-hidden = show hidden sessions, or all others
action-first = first row
action-last = last row
action-open = open; follow a link
action-back = back; close
action-history-back = back to where you were
action-next-pane = next pane
action-previous-pane = previous pane
action-pane = pane with this number
action-next-day = next day
action-previous-day = previous day
action-timeline = timeline or list
action-search = search the whole schedule
action-filter = filter the agenda
action-clear-filter = clear the filter
action-pick = pick or unpick a session
action-toggle-priority = must or maybe
action-undo = undo the last change of the plan
action-hide = hide or show a session, room or track
action-note = add a note to a session
action-busy = block time for something else
action-export-plan = export the plan as a calendar (.ics)
action-jump-to-now = go to now
action-show-now = what is on now and next, by room
action-changes = what’s new in the schedule
action-next-hit = next hit
action-previous-hit = previous hit
action-language = next language of the schedule
action-toggle-time-zone = venue time or mine
action-copy = copy the link or the selection
action-qr-code = show the link as a QR code
action-reload = reload the file
action-problems = problems in the file
action-event-list = open another event
action-commands = every command by name
action-help = help: all keys
action-suspend = suspend
action-quit = quit
commands = Commands
commands-type = a command, day, time, room or person
commands-nothing = No command, day, room or person matches “{ $text }”.
command-time = time
command-day = day
command-room = room
command-track = track
command-person = person
qr-title = Scan to open
qr-too-large = The QR code is larger than this window; make it larger or the text smaller: { $text }
help-mouse-keys = mouse
help-mouse = click selects and follows, wheel scrolls
help-type = type to filter
help-nothing = No key matches “{ $text }”.
help-in-pane = In this pane
help-on-page = On this page
help-no-effect = No effect here
group-move = Move
group-find = Find and filter
group-plan = Plan
group-time = Time
group-look = View and language
group-app = App

## The user's files

store-not-allowed = { $path }: no permission to write this file; nothing was saved.
store-full = { $path }: the disk is full; nothing was saved.
store-busy = { $path }: another window has been writing this file for too long; nothing was saved.
store-waits = { $path }: waiting up to a minute for another process that is writing this file.
store-no-file = { $path }: this is not a file; nothing was saved.
store-cannot-write = { $path }: could not be written ({ $error }); nothing was saved.
store-unreadable = { $path }: could not be read ({ $error }), so nothing in it is used.
store-damaged = { $path }: line { $line } has an entry that cannot be read; everything else is used.
store-set-aside = { $path }: part of it could not be read; the original file was kept as { $copy }.
store-left-out = { $path }: { $count ->
    [one] one change cannot be saved in this file and was left out; everything else was saved.
   *[other] { $count } changes cannot be saved in this file and were left out; everything else was saved.
}
store-unlocked = { $path }: files cannot be locked there; if two windows save at the same time, one change may be lost.
setting-syntax = { $path }: line { $line }, column { $column }: cannot be read; all other settings are used.
setting-unknown = { $path }: line { $line }, column { $column }: unknown setting `{ $key }`.
setting-value = { $path }: line { $line }, column { $column }: invalid value for `{ $key }`; the default is used.
setting-key-name = { $path }: line { $line }, column { $column }: unknown key `{ $key }`.
setting-key-twice = { $path }: line { $line }, column { $column }: `{ $key }` is bound to both `{ $action }` and `{ $other }`; only `{ $action }` gets it.
setting-key-prefix = { $path }: line { $line }, column { $column }: `{ $other-key }` for `{ $other }` is not bound, because `{ $key }` for `{ $action }` begins with the same key.
setting-key-reserved = { $path }: line { $line }, column { $column }: `{ $key }` always quits and cannot be bound to `{ $action }`.
setting-key-taken = { $path }: line { $line }, column { $column }: `{ $key }` for `{ $action }` leaves `{ $other }` without a key; bind another key to `{ $other }`, or "none".
setting-no-theme = { $path }: line { $line }, column { $column }: there is no theme `{ $name }`; `auto` is used.
no-theme = There is no theme `{ $name }`: it is neither one of the app nor a file in the folder `themes` beside `config.toml`.
plan-unfinished = The last changes to your plan were not saved: you quit before they were.
notice-saving-other = Another program is writing your plan. kurultai quits once the plan is saved; { $key } quits without saving.
notice-saving-disk = The disk is slow. kurultai quits once your plan is saved; { $key } quits without saving.
no-home = There is no home folder (HOME is not set), so no plan and no library can be saved.
library-added = { $path }: added to the library.
library-known = { $path }: already in the library.
library-removed = { $path }: removed from the library; the file itself is kept.
library-removed-address = { $path }: removed from the library.
library-gone = { $path }: this file of the library no longer exists; `kurultai remove` removes it from the library.
library-not-there = The library has no event “{ $text }”; `kurultai list` shows what it has.
library-several = The library has several events “{ $text }”; give the file of the one you mean.
library-empty = The library is empty; `kurultai add FILE` adds an event.
library-no-file = { $path }: this is not a file, and the library only stores paths of files.

## The command line

cli-about = Conference schedules in the terminal: agenda, people, organizers and sponsors.
cli-examples =
    Examples:
      kurultai                                the events in ./events and in the library
      kurultai events/kawj-2023.toml          open a conference
      kurultai --lang ru events/kawj-2023.toml
      kurultai show events/kawj-2023.toml     print it as plain text
      kurultai check my-event.toml            report every problem in a file
cli-usage = Usage:
cli-commands = Commands
cli-command-name = COMMAND
cli-arguments = Arguments
cli-options = Options
cli-print-help = Print help
cli-print-version = Print version
cli-file-name = FILE
cli-file = An event file, or the URL of a schedule: https://…
cli-places-name = FILE or FOLDER
cli-files = Event files, or URLs of schedules: https://…
cli-places = Event files or folders; by default, the events in ./events and in the library
cli-lang-name = CODE
cli-lang = Language of the schedule and the interface: ky, ru, en, …
cli-ui-lang = Language of the interface only: ky, ru, en
cli-width-name = N
cli-width = Columns of plain text [default: 80]
cli-format-name = FORMAT
cli-format = text for people, json for scripts [default: text]
cli-now-name = TIME
cli-now = Pretend that it is this time: 2025-02-01T11:42
cli-tz-name = ZONE
cli-tz = Your time zone, which z shows: Asia/Bishkek
cli-theme-name = THEME
cli-theme = Colors: auto, dark, light, high-contrast, 16-colors, monochrome, catppuccin-mocha, gruvbox-dark, or a theme of yours [default: auto]
cli-ascii = Use only ASCII symbols on the screen
cli-venue-tz = Time zone of the venue, if the schedule does not give it: Europe/Berlin, Berlin, UTC+6. The app, now, search and plan remember it for this event.
cli-show = Print the whole schedule as plain text
cli-show-examples =
    Examples:
      kurultai show events/kawj-2023.toml
      kurultai show https://fosdem.org/2026/schedule/xml
      kurultai show --lang en --width 60 events/kawj-2023.toml | less
cli-check = Report every problem in event files, with line and column
cli-check-examples =
    Examples:
      kurultai check my-event.toml
      kurultai check --fix my-event.toml
      kurultai check events/*.toml
      kurultai check --explain bad-time
      kurultai check --format github events/*.toml

    Exit code: 0 no problems, 1 errors or warnings, 2 a file cannot be read.
cli-export = Convert a schedule to another format
cli-export-examples =
    Examples:
      kurultai export --to toml my-event.toml > tidy.toml
      kurultai export --to toml https://fosdem.org/2026/schedule/xml | less
      kurultai export --to ics --output my-event.ics my-event.toml
      kurultai export --to html --plan fosdem.xml > my-days.html

    Everything that the format cannot represent is listed on stderr.
cli-export-plan = Only what is in your plan, or in a plan file: --plan=PLAN; `ics` also has your own times
cli-search = Find sessions, and anything else that has a name, in one or many events
cli-search-examples =
    Examples:
      kurultai search kubernetes
      kurultai search 'rust day:sat after:14:00 -is:past' fosdem.xml
      kurultai search --format json 'room:Janson is:now' fosdem.xml

    docs/FINDING.md documents the query language. Put `--` before a query that begins with -h.
    Exit code: 0 even if nothing is found, 2 if the query or a file cannot be read.
cli-query-name = QUERY
cli-query = Words and conditions: rust room:Janson day:sat after:14:00 lang:en -is:past
cli-times-in = Show days and times in this time zone: Asia/Bishkek
cli-on-now = Show what is on now in each room, and what is next
cli-on-now-examples =
    Examples:
      kurultai now                            the events that take place today
      kurultai now --room Janson fosdem.xml
      kurultai now --now 2025-02-01T11:42 fosdem.xml
cli-on-now-files = Event files; by default, today’s events in ./events and in the library
cli-room-name = ROOM
cli-room = Only rooms with this in their name, or in the name of their building
cli-diff = Show what changed between two editions of a schedule
cli-diff-examples =
    Examples:
      kurultai diff yesterday.xml today.xml
      kurultai diff --format md old.toml new.toml > announcement.md
      curl -L https://fosdem.org/2026/schedule/xml | kurultai diff schedule.xml -

    Sessions are matched by guid, id or page, else by title, people and start.
    Exit code: 0 no changes, 1 changes, 2 a file cannot be read.
cli-diff-old-name = OLD
cli-diff-old = The old edition
cli-diff-new-name = NEW
cli-diff-new = The new edition
cli-diff-format = text for people, md for announcements, json for scripts [default: text]
cli-diff-only-name = WHAT
cli-diff-only = Only these kinds of changes, separated by commas: time,room (README.md lists all)
cli-diff-width = Wrap lines at this many columns; without it, each change is one line
cli-diff-plan = Only changes that concern your plan, or a plan file: --plan=PLAN
cli-plan = Show, solve, share and compare plans
cli-plan-examples =
    Examples:
      kurultai plan show fosdem.xml
      kurultai plan solve fosdem.xml
      kurultai plan export fosdem.xml > my-plan.ics

    Your plan for a schedule is found by its conference. docs/PLANNING.md documents where plans are stored and what they contain.
cli-plan-name = PLAN
cli-plan-other = A plan file instead of your own plan
cli-plan-file = The schedule that the plan is for; without it, your plans are listed
cli-plan-show = Print your plan by day: conflicts, advice, free time
cli-plan-show-examples =
    Examples:
      kurultai plan show                      the plans that you have
      kurultai plan show fosdem.xml
      kurultai plan show --plan friend.toml --format json fosdem.xml
cli-plan-solve = Show how much of your plan fits, and why the rest does not; changes nothing
cli-plan-solve-examples =
    Examples:
      kurultai plan solve fosdem.xml
      kurultai plan solve --format json fosdem.xml

    It keeps the most musts, then the most maybes, then the earliest sessions. A repeated session may move to its other time.
cli-plan-export = Export your plan as a calendar or as a plan file
cli-plan-export-examples =
    Examples:
      kurultai plan export fosdem.xml > my-plan.ics
      kurultai plan export --to toml --output my-plan.toml fosdem.xml
      kurultai plan export --to vdir ~/.calendars/fosdem fosdem.xml

    Everything that a calendar cannot represent is listed on stderr.
cli-plan-to = Format: ics (a calendar), toml (a plan file), vdir (a folder with a calendar per session, for khal and vdirsyncer) [default: ics]
cli-plan-import = Add the contents of plan files or calendars to your plan; nothing of yours is lost
cli-plan-import-examples =
    Examples:
      kurultai plan import fosdem.xml friend.toml
      kurultai plan import fosdem.xml favourites.ics

    Sessions in a calendar are matched by UID, page, title and start, and become musts.
cli-plan-imported = Plan files, or calendars whose sessions become picks
cli-plan-into = A plan file to add to, instead of your own plan
cli-plan-merge = Print several plan files as one; your own plan is not changed
cli-plan-merge-examples =
    Examples:
      kurultai plan merge anna.toml ben.toml > both.toml

    The order of the plans makes no difference.
cli-plans = Plan files
cli-plan-compare = Show what two people picked, in common and apart
cli-plan-compare-examples =
    Examples:
      kurultai plan compare anna.toml ben.toml
      kurultai plan compare --in fosdem.xml anna.toml ben.toml
      kurultai plan compare --in fosdem.xml friend.toml     with your own plan
cli-plan-compared = Two plan files; or one, to compare it with your own plan for the schedule of `--in`
cli-plan-in = The schedule that the plans are for: it has the current times, and tells which sessions are the same
cli-to-name = FORMAT
cli-to = Format: toml (an event file), ics (a calendar), json and xml (c3voc schedules), md and html (pages), csv (a table)
cli-add = Add event files to the library, which `kurultai` lists from anywhere
cli-add-examples =
    Examples:
      kurultai add events/kawj-2023.toml
      kurultai add ~/talks/*.toml

    The library stores the paths of files, not copies.
cli-list = List the events in the library
cli-list-examples =
    Examples:
      kurultai list
      kurultai list --format json
cli-remove = Remove events from the library; their files are kept
cli-remove-examples =
    Examples:
      kurultai remove events/kawj-2023.toml
      kurultai remove "FOSDEM 2025"
cli-schema = Print the JSON Schema of event files, for editors
cli-schema-examples =
    Examples:
      kurultai schema > event.schema.json

    The first line `#:schema ./event.schema.json` of an event file in the same folder names it to editors with
    Taplo, Tombi or Even Better TOML: they then complete keys, explain them and mark mistakes.
cli-new = Write an event file to fill in
cli-new-examples =
    Examples:
      kurultai new
      kurultai new water.toml --title "Day of Water" --start 2027-05-14 --room Hall --room Yurt
      kurultai new --from talks.csv --title "Day of Water"

    Without --title, it asks if there is a terminal. It writes the JSON Schema for editors next to the file.
cli-new-file = The file to write; default: named after the title
cli-text-name = TEXT
cli-day-name = DATE
cli-new-title = The title
cli-new-start = The first day
cli-new-end = The last day, if there are several
cli-new-city = The city
cli-new-room = A room; may be repeated
cli-new-from = A schedule in any format, or a spreadsheet as CSV, to turn into an event file
cli-new-lang = The language of the texts: ky, ru, en, …
cli-events-name = FILE or TITLE
cli-events = Events in the library, by file or title
cli-output = Write to this file instead of stdout
cli-force = Replace the file if it exists
cli-export-tz = Time zone of the venue, if the schedule gives none: Asia/Bishkek
cli-check-all = Print every diagnostic, not only the first three of each kind
cli-code-name = CODE
cli-explain = Explain a code that check prints, with a bad and a good example
cli-check-fix = Fix what is certain, after showing the changes; ask first in a terminal
cli-check-format = text for people, json for scripts, github for annotations in GitHub Actions, sarif for code scanning [default: text]
cli-bad-lang = not a language code; write ky, ru or en
cli-bad-now = not a valid date and time; write 2025-02-01T11:42
cli-bad-tz = not a known time zone; write an IANA name such as Asia/Bishkek
tz-no-zone = The schedule does not give its time zone, so `--tz` cannot convert its times.
no-such-command = no command or file `{ $name }`; did you mean `{ $meant }`?
cli-bad-venue-tz = not a known time zone; write Europe/Berlin, Berlin or UTC+6
venue-tz-known = { $path }: the schedule gives its time zone ({ $zone }), so --venue-tz has no effect.
venue-tz-unsaved = { $path }: the venue’s time zone could not be saved ({ $error }).
no-such-file = { $path }: no such file.
cannot-follow = { $path }: this link leads nowhere.
not-allowed = { $path }: no permission to read this file.
is-a-folder = { $path }: this is a folder; give an event file in it.
too-large = { $path }: too large for a schedule.
cannot-read = { $path }: cannot be read ({ $error }).
no-such-file-but-host = { $path }: no such file; if it is a URL, write https://{ $path }
fault-of-reader = { $path }: cannot be read because of a bug in kurultai; please report it and attach the file.
is-a-pipe = { $path }: this is a pipe or a device, which can be read only if it is given alone.
exporting = Exporting…
formatting = Preparing the output…

## Schedules from URLs

fetch-bad-address = { $url }: not a complete URL; write it like https://fosdem.org/2026/schedule/xml
fetch-not-https = { $url }: schedules are fetched over https only; write { $https }
fetch-user-info = { $url }: user names and passwords are not sent; leave out the part before the @.
fetch-not-public = { $url }: { $host } is this machine or in its own network, and nothing is fetched from there.
fetch-redirect = { $url }: redirects to { $target }, which is not followed.
fetch-redirects =
    { $count ->
        [one] { $url }: more than { $count } redirect.
       *[other] { $url }: more than { $count } redirects.
    }
fetch-no-connection = { $url }: no connection ({ $error }).
fetch-timed-out = { $url }: timed out.
fetch-certificate = { $url }: the server cannot prove its identity ({ $error }).
fetch-status =
    { $what ->
        [missing] { $url }: not found ({ $status }).
        [closed] { $url }: access denied ({ $status }).
        [often] { $url }: too many requests; try again later ({ $status }).
        [server] { $url }: server error; try again later ({ $status }).
       *[other] { $url }: the server sent no schedule ({ $status }).
    }
fetch-bad-answer = { $url }: the response is not valid ({ $error }).
fetch-too-large = { $url }: the response is larger than { $megabytes } MB, which is too large for a schedule.
fetch-broken-off = { $url }: the response ended early.
fetch-page = { $url }: the response is a web page, not a schedule; the network may require a login, or the schedule may have another URL.
fetch-no-program = { $url }: the response is not a schedule in a known format.
fetch-fault = { $url }: the response cannot be read because of a bug in kurultai; please report it with this URL.
fetch-kept-used = { $url }: using the copy fetched { $age }.
fetch-not-kept = { $url }: the schedule could not be cached ({ $error }).
fetch-not-yet = { $url }: not fetched yet; `kurultai { $url }` fetches it.
fetch-loading = Fetching { $url } for the first time. The schedule is cached, so the next start does not wait.
event-not-fetched = not fetched yet; Enter fetches it
notice-fetching = Fetching from { $place }…
notice-fetched = Fetching from { $place }… { $size } KB
notice-fetched-of = Fetching from { $place }… { $size } of { $all } KB
notice-nothing-new = { $place }: nothing new.
notice-new-fetched = A newer version was fetched.
# The age of a cached schedule: as of 3 days ago.
as-of = as of { $age }
# An age, for `as-of` and `fetch-kept-used`.
age-moments = a moment ago
age-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
age-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
age-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }

## The command line, further

no-terminal = There is no terminal to read keys from; `kurultai show` prints the schedule.
terminal-failed = The terminal failed: { $error }.
nothing-read = { $path }: { $sentence }
no-program = { $path }: not a schedule in a known format; `kurultai check` says more.
show-mistakes =
    { $count ->
        [one] { $path }: { $count } problem in this file; `kurultai check` shows it.
       *[other] { $path }: { $count } problems in this file; `kurultai check` shows them.
    }
busy = busy
export-format =
    { $format ->
        [csv] a CSV file
        [html] an HTML page
        [ics] a calendar
        [json] a JSON file
        [md] a Markdown file
        [xml] an XML file
       *[toml] an event file
    }
export-lost = { $path }: { $table } “{ $name }”: cannot be represented in { export-format }.
export-not-in = Not in { export-format }: { $what }.
export-made-ids = Given new ids, because their names do not identify them: { $what }.
export-name = “{ $name }”
export-word =
    { $word ->
        [date] dates
        [sessions] sessions
        [rooms] rooms
        [tracks] tracks
        [people] people
        [days] days
        [organizers] organizers
        [tiers] tiers
        [sponsors] sponsors
        [delegations] delegations
        [info] info
        [event] conference
        [capacity] capacity
        [position] positions
        [roles] roles
        [organization] organizations
        [country] countries
        [pronouns] pronouns
        [bio] biographies
        [links] links
        [attachments] files
        [attendance] attendance
        [color] colors
        [building] buildings
        [floor] floors
        [description] description
        [abstract] abstract
        [subtitle] subtitle
        [title] title
        [name] name
        [language] language
        [languages] languages
        [level] level
        [tags] tags
        [kind] kind
        [type] type
        [status] status
        [venue] venue
        [theme] theme
        [topics] topics
        [contact] contact
        [recording] recordings
        [stream] streams
        [slides] slides
        [feedback] feedback
        [track] track
        [room] room
        [duration] duration
        [start] start
        [end] end
        [day] day
        [timezone] time zone
        [part_of] part of
        [same_as] same as
        [avatar] pictures
        [role] role
        [text] text
        [content_note] content notes
       *[other] { $word }
    }
export-no-date = { $path }: no session has a date and a time, which { export-format } requires.
export-no-zone = { $path }: { export-format } requires a time zone, and the schedule gives none; add `--tz`.
export-plan-left = Not exported from the plan: { $what }.
output-exists = { $path }: this file already exists; `--force` replaces it.
output-is-link = { $path }: this is a link; give the file that it leads to.
output-is-no-file = { $path }: this is not a file that can be replaced.
output-failed = { $path }: could not be written ({ $error }).
check-more =
    { $count ->
        [one] { $path }: { $count } more `{ $code }`; `kurultai check --all` shows it.
       *[other] { $path }: { $count } more `{ $code }`; `kurultai check --all` shows them.
    }
check-fine = { $path }: no problems.
check-hints =
    { $count ->
        [one] { $path }: no problems; { $count } hint.
       *[other] { $path }: no problems; { $count } hints.
    }
check-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
check-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
check-summary = { $path }: { $errors }, { $warnings }.
check-no-code = There is no code `{ $code }`; `kurultai check` prints the code of each problem in brackets: `[bad-time]`.
check-no-code-meant = There is no code `{ $code }`; did you mean `{ $meant }`?
check-bad-example = Bad ({ $file }):
check-good-example = Good:
check-example-bytes = A \x and the two digits after it are a byte, in hexadecimal.
check-no-example = There is no example: such a file is too large, or not a text.
fix-only-event-files = { $path }: only event files (.toml) can be fixed; correct others where they are made.
fix-only-utf8 = { $path }: not fixed, because the file is not plain UTF-8 text, or is being changed; save it as UTF-8 and try again.
fix-nothing = { $path }: nothing to fix that is certain.
fix-question = Write these changes to { $path }? [y/N]
fix-declined = { $path }: not changed.
fix-done =
    { $count ->
        [one] { $path }: fixed { $count } problem.
       *[other] { $path }: fixed { $count } problems.
    }
new-no-title = An event needs a title: write `kurultai new --title "…"`.
new-bad-date = This is not a date, or not one after the first day; write it as 2027-05-14:
new-end-before-start = The last day needs a first day that is not after it: write `--start` and `--end`.
new-cancelled = Nothing was written.
new-ask-title = Title:
new-ask-start = First day, as 2027-05-14 (Enter: not known yet):
new-ask-end = Last day (Enter: only one day):
new-ask-city = City (Enter: not known yet):
new-ask-rooms = Rooms, separated by commas (Enter: not known yet):
new-ask-zone = Time zone (Enter: { $own }):
new-ask-lang = Language of the texts (Enter: { $own }):
new-written = { $path }: written. Fill it in with an editor; `kurultai check { $path }` finds mistakes, `kurultai { $path }` shows it.
new-schema-written = { $path }: written; editors use it to complete and explain the keys.
# The comments in a new event file.
new-about =
    An event file. Lines that begin with # are comments: remove the # to use one, and leave out
    what is not known yet. `kurultai check` finds mistakes in this file.
new-rooms = The rooms: a table for each.
new-people = The speakers. A table is only needed for more than a name.
new-sessions = The sessions, in the order of the schedule: a table for each.
new-sponsors = The sponsors.

## Plans on the command line

plan-empty = The plan for “{ $text }” is empty.
plan-nothing-here = No session of this schedule is picked.
plan-none = There are no plans yet.
plan-is-none = { $path }: not a plan file, which would have `[[picks]]`.
plan-note = Note: { $text }
plan-hidden = Hidden
plan-hidden-thing =
    { $what ->
        [room] room “{ $name }”
        [track] track “{ $name }”
       *[session] “{ $name }”
    }
plan-left-out = Left out
plan-in-both = In both plans
plan-only-in = Only in { $text }
plan-only-in-mine = Only in your own plan
# A mark after the title of a pick.
plan-gone-mark = no longer in the schedule
plan-compare-one = Give two plan files; or one and, with `--in`, the schedule, to compare it with your own plan.
plan-compare-empty = Nothing is picked in these plans.
# Counts, joined to a list.
plan-count =
    { $what ->
        [maybe] { $count } maybe
        [raised] { $count } from maybe to must
        [notes]
            { $count ->
                [one] { $count } note
               *[other] { $count } notes
            }
        [busy]
            { $count ->
                [one] { $count } time of your own
               *[other] { $count } times of your own
            }
        [muted] { $count } hidden
       *[picks]
            { $count ->
                [one] { $count } pick
               *[other] { $count } picks
            }
    }
plan-export-gone = { $path }: “{ $title }” is no longer in the schedule and was left out.
plan-export-left = A calendar cannot represent these, `--to toml` can: { $what }.
plan-export-one-file = Give one FILE; a folder is only for `--to vdir`.
plan-vdir-folder = Give the folder and the schedule: `kurultai plan export --to vdir DIR FILE`.
plan-vdir-foreign = { $path }: this file does not belong to the plan and was left as it is; choose another folder.
# $what is one or more `plan-count` messages.
plan-imported = Added to the plan: { $what }.
plan-imported-nothing = Nothing new; the plan is unchanged.
plan-import-other = { $path }: no session of this plan is in the schedule, so nothing was imported.
plan-import-gone = { $path }: “{ $title }” is no longer in the schedule; it is in the plan all the same.
plan-import-missing = { $path }: “{ $title }” is not in the schedule and was not imported.
plan-import-nothing = { $path }: neither a plan nor a calendar with sessions.

## Diagnostics

of-session = “{ $session }”: { $sentence }
did-you-mean = Did you mean `{ $meant }`?
write-both = Write `{ $write }`, and below it `{ $also }`.
write-this = Write `{ $write }`.
one-of = Write one of these: { $words }.
severity-error = error
severity-warning = warning
severity-hint = hint
severity-help = help

## Diagnostics: the file

diagnostic-not-utf8 = The file is not valid UTF-8: byte { $offset } is not part of a character.
    .help = Save the file as UTF-8.
diagnostic-guessed-encoding = The file is not UTF-8 and does not name its encoding; it is read as { $encoding }.
    .help = Save the file as UTF-8, so that every letter is certain.
diagnostic-bad-archive = The compressed file is cut off or damaged; what could be unpacked is shown.
    .help = Download or copy the file again.
diagnostic-bad-bytes =
    { $count ->
        [one] Bytes here are not valid in { $encoding }, the encoding of the file.
       *[other] Bytes in { $count } places, first here, are not valid in { $encoding }, the encoding of the file.
    }
    .help = Save the file as UTF-8.
diagnostic-utf-16 = The file is UTF-16; it is read, but other software expects UTF-8.
    .help = Save the file as UTF-8.
diagnostic-cut-off = { $what ->
    [text-lines] A text of “{ $title }” is cut off: it has more than { $count } lines.
    [text-marks] A text of “{ $title }” is cut off: it has more than { $count } Markdown or HTML characters.
    [lines] The file is read only up to here: it has more than { $count } lines.
    [values] The file is read only up to here: it has more than { $count } values.
    [dots] The file is read only up to here: it has more than { $count } dots.
    [elements] The file is read only up to here: it has more than { $count } elements.
    [calendars] The file is read only up to here: it has more than { $count } calendars.
    [quotes] The file is read only up to here: it has more than { $count } quotation marks.
    [signs] The file is read only up to here: it has more than { $count } equals signs.
   *[tables] The file is read only up to here: it has more than { $count } tables.
}
    .help = { $what ->
    [text-lines] Shorten the text.
    [text-marks] Shorten the text.
   *[tables] Split it into several files.
}
diagnostic-too-many = { $what ->
    [sessions] The schedule has more than { $count } sessions; the others are left out.
    [people] The schedule has more than { $count } people; the others are left out.
    [rooms] The schedule has more than { $count } rooms; the others are left out.
    [tracks] The schedule has more than { $count } tracks; the others are left out.
    [organizers] The schedule has more than { $count } organizers; the others are left out.
    [tiers] The schedule has more than { $count } sponsor tiers; the others are left out.
    [sponsors] The schedule has more than { $count } sponsors; the others are left out.
    [delegations] The schedule has more than { $count } delegations; the others are left out.
    [infos] The schedule has more than { $count } sections of practical information; the others are left out.
    [links] The schedule has more than { $count } links; the others are left out.
    [tags] The schedule has more than { $count } tags; the others are left out.
    [participants] The schedule has more than { $count } people in sessions, each counted once per session; the others are left out.
    [places] The schedule has more than { $count } rooms of sessions, each counted once per session; the others are left out.
    [languages] The schedule has more than { $count } languages of sessions, each counted once per session; the others are left out.
    [repeated-text] The texts of repeated sessions have more than { $count } bytes; the other repetitions are left out.
    [names] Names and titles are cut off after { $count } characters: they are very long, and too much of the schedule refers to them.
   *[days] The schedule has more than { $count } days; the others are left out.
}
    .help = { $what ->
    [names] Shorten the names.
    [repeated-text] Shorten the texts of repeated sessions.
   *[days] Split it into several files.
}

## Diagnostics: invalid TOML

diagnostic-unclosed-text = A text begins here and is not closed: { $mark } is missing at its end.
    .help = Write "…" around one line of text, """…""" around several.
diagnostic-unclosed-bracket = A bracket opens here and is not closed.
    .help = Write a list as ["…", "…"], a table on one line as { "{" } key = "…" { "}" }.
diagnostic-missing-equals = There is no = after `{ $key }`.
    .help = Write `{ $key } = …`.
diagnostic-missing-value = `{ $key }` has no value.
    .help = Write `{ $key } = "…"`, or leave out the line if the value is not known.
diagnostic-colon-for-equals = There is a colon where = belongs.
    .help = Write `{ $key } = …`.
diagnostic-smart-quotes = Text needs straight quotes, not these.
    .help = Write `{ $key } = "…"`; the text itself may contain any quotes.
diagnostic-unquoted-text = Text needs quotes.
    .help = Write `{ $key } = "…"`.
diagnostic-control-character = This line has an invisible control character: { $character }.
    .help = Delete it, or type the line again.
diagnostic-quote-in-text = This quote ends the text, but more text follows.
    .help = Inside "…" write \" for a quote, or use other quotes: “…”, ’.
diagnostic-bad-escape = \ has a special meaning inside "…".
    .help = Write \\ for a backslash, or put the text in '…'.
diagnostic-bad-key = `{ $key }` is not a valid key.
    .help = Write a key as one word of Latin letters, digits, _ and -.
diagnostic-after-value = There is something after the value on this line.
    .help = End the line with its value; a comment begins with #, a list is written ["…", "…"].
diagnostic-missing-comma =
    { $mark ->
        [semicolon] There is a semicolon where a comma belongs.
       *[nothing] A comma is missing before this.
    }
    .help = Write commas between the parts of a list or table: ["…", "…"], { "{" } ky = "…", en = "…" { "}" }.
diagnostic-doubled-equals = There is one = too many.
    .help = Write `{ $key } = …`.
diagnostic-round-brackets = A list needs square brackets.
    .help = Write `{ $key } = ["…", "…"]`.
diagnostic-odd-blank = There is an unusual space here, as word processors write it.
    .help = Replace it with a normal space.
diagnostic-not-toml = This line is neither `key = "value"` nor a `[[table]]`.
    .help = Begin a comment with #, and write text of several lines in """…""".
diagnostic-syntax = This cannot be read: { $message }.
diagnostic-duplicate-key = `{ $key }` is given twice; the first one is used.
diagnostic-duplicate-table = `{ $header }` already exists; the first one is used.
diagnostic-mixed-table = Something else above has this name; only the tables of both are shown.
    .help = Write `{ $header }` for each.
diagnostic-broken-header = The brackets of this header do not match; it is read as `{ $header }`.
    .help = Write `{ $header }` on a line of its own.
diagnostic-one-bracket = `[{ $table }]` needs double brackets; it is read as `[[{ $table }]]`.
    .help = Write `[[{ $table }]]`.
diagnostic-two-brackets = `[[{ $table }]]` needs single brackets; it is read as `[{ $table }]`.
    .help = Write `[{ $table }]`.
diagnostic-forgotten-header = The keys of `{ $header }` begin again here; they are read as if `{ $header }` were above this line.
    .help = Write `{ $header }` above this line.
diagnostic-misspelt-table = `{ $written }` is read as `{ $header }`.
    .help = Write `{ $header }`.
diagnostic-too-deep = This header is nested too deeply.

## Diagnostics: values

diagnostic-bad-number = `{ $value }` is not a valid number, or too large.
    .help = Write it in digits only: 9.
diagnostic-bad-time = `{ $value }` is not a valid time.
    .help = Write the hour with two digits, and the time in quotes: "09:30".
diagnostic-time-range = `{ $value }` is a range of two times.
    .help = Write `start = "{ $from }"`, and `end = "{ $to }"` on the next line.
diagnostic-bad-date = `{ $value }` is not a valid date.
    .help = Write year, month and day, without quotes: 2023-12-01.
diagnostic-impossible-date = `{ $value }` is not a valid date: that month has { $count } days.
diagnostic-quoted-date = `{ $value }` is a date, and dates have no quotes.
    .help = Write { $value } without quotes.
diagnostic-bad-duration = `{ $value }` is not a valid duration.
    .help = Write "45m", "1h30m", or a number of minutes.
diagnostic-bad-url = `{ $value }` is not a valid URL.
    .help = Write the whole URL, beginning with https://.
diagnostic-bad-color = `{ $value }` is not a valid color.
    .help = Write "#rrggbb" or the name of a color: "#e69f00", "orange".
diagnostic-bad-zone = `{ $value }` is not a known time zone; times are shown as the venue’s time.
    .help = Write continent and city, as in the IANA database: "Asia/Bishkek".
diagnostic-bad-attendance = `{ $value }` is not a form of attendance.
    .help = Write "in person", "online", "hybrid" or "invited"; leave it out if it is not known.
diagnostic-bad-language = `{ $value }` is not a language code.
    .help = Write an ISO 639 code: ky, ru, en.
diagnostic-expected =
    { $expected ->
        [text] a text in quotes
        [texts] a text in quotes, or one per language
        [number] a whole number of 0 or more
        [boolean] true or false
        [date] a date
        [time] a time
        [duration] a duration
        [links] a list of URLs, or of tables with label and url
        [participations] a list of names, or of tables with person and role
        [venue] a table
       *[tables] a table
    }
diagnostic-expected-help =
    { $expected ->
        [text] Write `{ $key } = "…"`.
        [texts] Write `{ $key } = "…"`, or `{ $key } = { "{" } ky = "…", en = "…" { "}" }`.
        [number] Write `{ $key } = 9`.
        [boolean] Write `{ $key } = true`, without quotes.
        [date] Write `{ $key } = 2023-12-01`.
        [time] Write `{ $key } = "09:30"`.
        [duration] Write `{ $key } = "45m"`, or a number of minutes.
        [links] Write `{ $key } = [{ "{" } label = "…", url = "https://…" { "}" }]`.
        [participations] Write `{ $key } = [{ "{" } person = "…", role = "…" { "}" }]`.
        [venue] Write `{ $key } = { "{" } … = … { "}" }`.
       *[tables] Write `[[{ $key }]]` on a line of its own, and its keys below.
    }
diagnostic-found =
    { $found ->
        [text] a text
        [number] a number
        [boolean] true or false
        [date] a date or time
        [list] a list
       *[table] a table
    }
diagnostic-wrong-type = `{ $key }` takes { diagnostic-expected }; this is { diagnostic-found }.
    .help = { diagnostic-expected-help }
diagnostic-empty-text = `{ $key }` is empty.
    .help = Leave out the line if the value is not known.
diagnostic-unusual-word = `{ $value }` is not a usual value of `{ $key }`; it is shown as written.
diagnostic-own-word = `{ $value }` is this file’s own word; it is shown as written, in every language.
diagnostic-hidden-character =
    { $count ->
        [one] `{ $key }` has a character that cannot be shown safely and is replaced: { $characters }.
       *[other] `{ $key }` has characters that cannot be shown safely and are replaced: { $characters }.
    }

## Diagnostics: keys and tables

# The entity that a table describes, at the beginning of a sentence.
diagnostic-thing =
    { $table ->
        [venue] A venue
        [walking] Walking
        [links] A link
        [people] A person
        [guests] A guest
        [speakers] A speaker
        [days] A day
        [rooms] A room
        [tracks] A track
        [agenda] A session
        [sessions] A session
        [participation] A person of a session
        [attachments] An attachment
        [organizers] An organizer
        [tiers] A tier
        [sponsors] A sponsor
        [delegations] A delegation
        [info] An info
       *[event] The conference
    }
diagnostic-unknown-key = { diagnostic-thing } has no key `{ $key }`.
    .help = Leave out this line; docs/FORMAT.md lists the keys of each table.
diagnostic-unknown-table = There is no table `{ $table }`; it is not shown.
    .help = Use one of these tables: [[agenda]], [[people]], [[guests]], [[speakers]], [[days]], [[rooms]], [[tracks]], [[organizers]], [[tiers]], [[sponsors]], [[delegations]] and [[info]].
diagnostic-belongs-above = `{ $key }` belongs above the first [[…]]; it is read as if it were there.
    .help = Move this line to the top of the file; a key belongs to the table above it.
diagnostic-belongs-below = `{ $key }` belongs to a session, but is above the first `[[agenda]]`; it is not shown.
    .help = Write `[[agenda]]` on a line of its own above the keys of each session.
diagnostic-inside-text = `{ $key }` is among the languages of `{ $text }`; it is ignored.
    .help = Move this line above the `[… .{ $text }]` line; everything below that belongs to the text.
diagnostic-top-and-event = `{ $key }` is at the top of the file, too; that one is used.
diagnostic-missing-title = The conference has no title; it is shown as “{ $title }”.
    .help = Write `title = "…"` at the top of the file.
diagnostic-missing-key = { diagnostic-thing } needs `{ $key }`.
    .help =
    { $key ->
        [date] Write `{ $key } = 2023-12-01` below this line.
        [url] Write `{ $key } = "https://…"`.
        [person] Write `{ $key } = "…"`, with an id or a name.
       *[other] Write `{ $key } = "…"` below this line.
    }
diagnostic-newer-format = The file has another version of the format; this kurultai knows version { $known }.
    .help = Unknown parts are ignored; a newer kurultai may show them.
diagnostic-bad-allow =
    { $how ->
        [unknown] `{ $code }` is not the code of a diagnostic.
        [error] `{ $code }` is an error, and only warnings and hints can be allowed.
       *[not-text] This is not the code of a diagnostic, which is a text.
    }
    .help = Write the code that `check` prints in brackets: `allow = ["room-overlap"]`.

## Diagnostics: times

diagnostic-no-dates = The file does not say when the conference takes place; its sessions are from { $start } to { $end }.
    .help = Write `start = { $start }` and `end = { $end }` at the top of the file.
diagnostic-ends-before-it-begins = The conference ends before it begins; its end is treated as unknown.
diagnostic-date-conflict =
    { $key ->
        [day] `day` does not match the date and start; `day` is ignored.
       *[date] `date` does not match the date in `start` or `end`; `date` is ignored.
    }
diagnostic-offset-conflict = `{ $key }` has a UTC offset that differs from the conference’s time zone; the offset is used.
diagnostic-end-before-start = `end` is not after `start`, and too early for the next day; the end is treated as unknown.
    .help = An end after midnight is on the next day if the session lasts up to 12 hours.
diagnostic-end-and-duration = `duration` does not match start and end; it is ignored.
    .help = Write either `end` or `duration`.
diagnostic-all-day-with-time = `all_day` contradicts the start; the start is used.
diagnostic-duplicate-day = This day already has a table; the first one is used.

## Diagnostics: names

diagnostic-what =
    { $what ->
        [room] room
        [track] track
        [tier] tier
       *[person] person
    }
diagnostic-duplicate-id = The id `{ $id }` is already used; references to it mean the first one.
    .help = Give each an id of its own.
diagnostic-two-accounts = `{ $id }` is described twice, differently; the first description is used.
diagnostic-ambiguous-name = { $count } share the name “{ $name }”; the first one is used.
    .help = Give each an id, and refer to the id here.
diagnostic-near-name = No table declares a { diagnostic-what } “{ $name }”; it is shown as a new one.
diagnostic-all-rooms = This is read as a room named “{ $name }”.
diagnostic-placeholder = “{ $name }” is shown as if it were a name.
    .help = Leave it out if it is not known.
diagnostic-undeclared-name = No table declares a { diagnostic-what } “{ $name }”; it is shown as a new one.
    .help =
    { $what ->
        [room] Write the name of one of the `[[rooms]]`, or add a `[[rooms]]` table for it.
        [track] Write the name of one of the `[[tracks]]`, or add a `[[tracks]]` table for it.
        [tier] Write the name of one of the `[[tiers]]`, or add a `[[tiers]]` table for it.
       *[person] Write the name of one of the `[[people]]`, or add a `[[people]]` table for them.
    }
diagnostic-unknown-session = No session has the id `{ $id }`.
    .help = Write the `id` of another session in `{ $key }`.
diagnostic-circular-session = Through `{ $key }`, this session refers back to itself; the reference is ignored.

## Diagnostics: published formats

diagnostic-unknown-format =
    { $kind ->
        [empty] The file is empty; an event file begins with title = "…".
        [html] This is a web page; look on it for a link to schedule.xml, schedule JSON or iCalendar, and open that.
        [pdf] This is a PDF document; look for schedule.xml, schedule JSON or iCalendar of the same conference.
        [rtf] This is a text document (RTF); save it as plain text and write an event file, or look for schedule.xml, JSON or iCalendar.
        [zip] This is an archive or an office document; unpack it, or look for schedule.xml, schedule JSON or iCalendar.
        [image] This is an image; look for schedule.xml, schedule JSON or iCalendar of the same conference.
        [binary] This is not a text file; look for schedule.xml, schedule JSON or iCalendar of the same conference.
        [yaml] This is a YAML file; write its contents as an event file in TOML, or open schedule.xml, schedule JSON or iCalendar.
        [csv] This is a table (CSV) without a column of titles; name the columns in its first row: title, date, start, end, room, speakers.
        [xcal] This is a calendar in XML (xCal); look for the same calendar as iCalendar (.ics).
        [jcal] This is a calendar in JSON (jCal); look for the same calendar as iCalendar (.ics).
        [feed] This is a news feed; look for schedule.xml, schedule JSON or iCalendar of the same conference.
        [indico] This is Indico JSON; open the iCalendar export (.ics) of the same event.
        [hoverboard] This is Hoverboard JSON; write its contents as an event file in TOML, or look for iCalendar.
        [open-event] This is Open Event (eventyay) JSON; open the schedule.xml or iCalendar export of the same event.
        [emf] This is a list of events in JSON, as Electromagnetic Field publishes it; open its schedule.xml or iCalendar instead.
        [times] This is JSON with times, but in an unknown format; look for schedule.xml, c3voc JSON or iCalendar.
        [people] This is a list of people without sessions; open the file that has the sessions.
        [parts] These are parts of a schedule without its sessions; open the file that has the sessions.
        [nothing] This JSON file is empty; open the file that has the sessions.
        [json] This is JSON, but not a schedule; look for schedule.xml, c3voc JSON or iCalendar.
        [xml] This is XML, but not a schedule; look for schedule.xml, schedule JSON or iCalendar.
       *[text] This is text, but not a schedule; an event file begins with title = "…".
    }
    .help = kurultai reads event files in TOML, spreadsheets as CSV, schedule.xml, Giggity XML, c3voc JSON, iCalendar, and pretalx, Sessionize and OPass JSON.
diagnostic-no-sessions = The file has no sessions; look for a newer one, or for the one that has them.
diagnostic-only-others =
    { $count ->
        [one] The calendar has no sessions, only { $count } other entry, such as a to-do; open the one that has the sessions.
       *[other] The calendar has no sessions, only { $count } other entries, such as to-dos; open the one that has the sessions.
    }
diagnostic-no-title = The file gives no title; it is shown as “{ $title }”.
diagnostic-no-zone = The file does not give its time zone; times are shown as the venue’s time.
diagnostic-bad-value = `{ $key }` is “{ $value }”, which cannot be read; it is ignored.
diagnostic-repeated-id = Another session has the id `{ $id }`, too; both are shown.
diagnostic-unknown-column = The column “{ $column }” is not read.
    .help = Name it like a key of sessions, such as title, date, start, end, room, track or speakers; docs/FORMAT.md lists them.
diagnostic-unknown-reference = The file refers to a { diagnostic-what } “{ $id }” that it does not describe.
diagnostic-shared-key = Several speakers have the id “{ $id }”, so it is unclear which of them this session means; the id is shown.
    .help = Give each speaker an id of their own.
diagnostic-room-conflict = A session listed in “{ $listed }” says that it is in “{ $room }”; it is shown in “{ $room }”.
    .help = Write the same room in both places.
diagnostic-clock-conflict = The start is { $start }, but the date says { $date }; the date is used.
diagnostic-doubtful-offset = Dates show the time of { $zone } with a UTC offset that is not its own; the time is used.
diagnostic-outside-day =
    { $count ->
        [one] { $count } session is listed under { $day } but is on another day; it is shown on its own date.
       *[other] { $count } sessions are listed under { $day } but are on another day; they are shown on their own dates.
    }
diagnostic-no-length = This session ends when it begins, or earlier; its end is treated as unknown.
diagnostic-too-long =
    { $days ->
        [one] The session would last { $days } day, longer than the event; its duration is ignored.
       *[other] The session would last { $days } days, longer than the event; its duration is ignored.
    }
diagnostic-padded-name =
    { $count ->
        [one] There are spaces around a name; they are removed.
       *[other] There are spaces around { $count } names; they are removed.
    }
diagnostic-several-names = “{ $name }” may be several people; it is shown as one, as in the file.
diagnostic-left-out =
    { $count ->
        [one] { $count } session that is not part of the schedule is left out: it is a draft, rejected or withdrawn.
       *[other] { $count } sessions that are not part of the schedule are left out: they are drafts, rejected or withdrawn.
    }
diagnostic-broken-component = A `{ $name }` begins or ends here, but only one of its two lines, BEGIN and END, can be read.
    .help = Get the file again; it may be cut off or damaged.
diagnostic-no-calendar-line =
    { $count ->
        [one] { $count } line is not a line of a calendar; it is read as a continuation of the text above it, if there is one.
       *[other] { $count } lines are not lines of a calendar; they are read as continuations of the text above them, if there is one.
    }
diagnostic-no-start =
    { $count ->
        [one] { $count } session has no DTSTART; it is listed without a time.
       *[other] { $count } sessions have no DTSTART; they are listed without a time.
    }
diagnostic-shared-uid = { $count } sessions share their UID with others; all are shown, but the UID is ignored.
diagnostic-older-version =
    { $count ->
        [one] { $count } session also has an older version; the one with the highest SEQUENCE is shown.
       *[other] { $count } older versions of sessions are in the file, too; those with the highest SEQUENCE are shown.
    }
diagnostic-rule-not-followed = The session repeats by `{ $rule }`; not all of its repetitions are shown.
    .help = Compare its times with the published schedule; rules by days, weeks, months and years are followed, those by hours and week numbers are not.
diagnostic-repeats-on = The session repeats by `{ $rule }`; it is shown until { $date }, 400 days after it begins.
diagnostic-zone-by-rules = The time zone `{ $value }` is unknown; by its rules, its time is that of { $zone }.
diagnostic-zone-not-followed = The file describes the time zone `{ $zone }` with `{ $value }`, which is not followed; its times may be wrong by an hour.
    .help = Compare the times with the published schedule.
diagnostic-times-in-utc = All times are in UTC, and the schedule does not say where the venue is; days and hours are not those of the venue.
    .help = Give the venue’s time zone with `--venue-tz`, or add it to the schedule: “Europe/Berlin”.
diagnostic-several-zones = Times are in several time zones, and none is said to be the conference’s; each session is shown in its own.
diagnostic-damaged = The file is cut off or damaged here; everything else that can be read is shown.
diagnostic-dead-link =
    { $count ->
        [one] { $count } link works only on its own page (“{ $value }”); it is left out.
       *[other] { $count } links work only on their own page (the first is “{ $value }”); they are left out.
    }
diagnostic-mended-link =
    { $count ->
        [one] The URL “{ $value }” is misspelled; it is read as “{ $shown }”.
       *[other] { $count } URLs are misspelled; the first, “{ $value }”, is read as “{ $shown }”.
    }
diagnostic-other-scheme =
    { $count ->
        [one] Browsers do not open the URL “{ $value }”; it is shown as text.
       *[other] Browsers do not open { $count } of the URLs (the first is “{ $value }”); they are shown as text.
    }
diagnostic-no-address =
    { $count ->
        [one] “{ $value }” is written in place of a URL; it is left out.
       *[other] { $count } texts are written in place of URLs (the first is “{ $value }”); they are left out.
    }

## Diagnostics: the whole schedule

diagnostic-outside-dates = “{ $title }” is on { $date }, but the conference is on other days: { $dates }.
    .help = Correct the date here, or the dates at the top of the file.
diagnostic-room-overlap =
    { $how ->
        [several] While “{ $other }” is in { $room }, { $count } other sessions begin there, “{ $title }” first.
        [at-once] “{ $other }” and “{ $title }” begin in { $room } at the same time.
       *[later] When “{ $title }” begins, “{ $other }” is still in { $room }.
    }
diagnostic-skipped-time = “{ $title }” begins or ends at { $time }, which is skipped that night when clocks go forward; it is read as an hour later.
diagnostic-repeated-time = “{ $title }” begins or ends at { $time }, which comes twice that night when clocks go back; the first one is used.
diagnostic-person-overlap =
    { $how ->
        [several] While { $person } is in “{ $other }”, { $count } other sessions with them begin, “{ $title }” first.
        [at-once] “{ $other }” and “{ $title }”, both with { $person }, begin at the same time.
       *[later] When “{ $title }” begins, { $person } is still in “{ $other }”.
    }
diagnostic-missing-date =
    { $count ->
        [one] “{ $title }” has a time but no day; it is listed under “Day not announced”.
       *[other] { $count } sessions, “{ $title }” first, have a time but no day; they are listed under “Day not announced”.
    }
    .help = Write `date = { $date }` below each `[[agenda]]`, with the day of that session; a `[[days]]` line is not a heading.
diagnostic-short-walk = { $person } has { $free } min between “{ $other }” and “{ $title }”, but the walk takes { $needed } min.
    .help = Leave more time between the two, or move one of them to a room nearby.
diagnostic-outside-hours =
    { $how ->
        [before] “{ $title }” begins before the doors open at { $time }.
       *[after] “{ $title }” ends after the doors close at { $time }.
    }
    .help = Correct the time here, or `opens` and `closes` below `[[days]]`.
diagnostic-too-few-seats = “{ $title }” has { $people } people, but { $room } has room for only { $count }.
    .help = Choose a larger room, or correct its `capacity`.
diagnostic-speaker-without-session = { $name } is a speaker, but takes part in no session.
    .help = Name them in `speakers = ["…"]` below their session.
diagnostic-unused-person = { $name } has no role, and no session names them.
    .help = Name them in `speakers = ["…"]` below their session, give them `roles = ["…"]`, or remove the table.
diagnostic-unused-room = No session is in the room { $name }.
    .help = Write `room = "…"` below its sessions, or remove the table.
diagnostic-unused-track = No session belongs to the track { $name }.
    .help = Write `track = "…"` below its sessions, or remove the table.
diagnostic-duplicate-title = An earlier session with other people is called “{ $title }”, too.
    .help = Correct one of the titles; if this session repeats the other one, write `same_as = "…"` with its `id`.
diagnostic-no-break = From { $start } to { $end } there is no break of at least 10 minutes.
    .help = Leave a gap, or write `kind = "break"` or `kind = "meal"` below a session that is one.
diagnostic-missing-translation =
    { $what ->
        [title] The title “{ $title }” is missing in { $languages }; most others have it.
        [subtitle] The subtitle of “{ $title }” is missing in { $languages }; most others have it.
        [abstract] The abstract of “{ $title }” is missing in { $languages }; most others have it.
       *[description] The description of “{ $title }” is missing in { $languages }; most others have it.
    }
    .help = Write the text as a table of languages: `{"{"} en = "…", ky = "…" {"}"}`.
diagnostic-faint-color =
    { $background ->
        [dark] The color { $color } of the track { $name } is nearly invisible on a dark background.
       *[light] The color { $color } of the track { $name } is nearly invisible on a light background.
    }
    .help = Choose a color that is neither nearly black nor nearly white.

## Meanings of codes

meaning-not-utf8 = The file is UTF-8 except for a few bytes, which belong to no character. The letter there is lost and shown as �.
meaning-utf-16 = The file is in UTF-16, as some editors save it. kurultai reads it, but git, calendars and other software expect UTF-8.
meaning-guessed-encoding = The file is not UTF-8 and does not name its encoding, which is therefore guessed from its letters. If the guess is wrong, names are misspelled.
meaning-bad-bytes = The file names its encoding, but some bytes are not valid in it. The letters there are lost and shown as �.
meaning-bad-archive = A file compressed with gzip (.gz) ends too early or is damaged. Sessions behind the damage are missing.
meaning-cut-off = The file, or a text in it, is far longer than that of any real conference; reading or showing it whole would take memory and time without limit. Everything before this place is shown.
meaning-too-many = The schedule has more entries of a kind than any real conference, usually because a program wrote it wrong. The first ones are shown, up to the limit.
meaning-unclosed-text = A text begins with a quotation mark, but its closing mark is missing. Where the text ends is unknown, so it may not be shown.
meaning-unclosed-bracket = A list or a table on one line is opened, but not closed. Only this value is lost; the lines below are read.
meaning-missing-equals = A line needs an equals sign between the key and its value. Without it, the value is not shown.
meaning-missing-value = A key has an equals sign but no value. In an event file, unknown values are left out.
meaning-colon-for-equals = Key and value are separated by a colon, as in YAML or JSON. TOML needs an equals sign; without it, the value is not shown.
meaning-smart-quotes = Text is in curly quotation marks, which word processors and phones insert on their own. TOML knows only straight ones, so the text is not shown.
meaning-unquoted-text = A text has no quotation marks and is not shown. Only numbers, dates and true or false are written without them.
meaning-control-character = A line has an invisible control character, often from a copied text. TOML does not allow it, and a terminal could obey it as a command.
meaning-quote-in-text = A quotation mark inside a text ends it, and the rest of the line has no meaning. The text is not shown.
meaning-bad-escape = Inside "…", a backslash begins an escape sequence such as \n, and this is not a known one. Paths of Windows are the usual reason.
meaning-bad-key = A key has spaces, or letters that are not Latin. The line is not read.
meaning-after-value = A line continues after its value, so it is not clear which part is the value. It is not shown.
meaning-missing-comma = Two parts of a list or table have no comma between them. They are read, but other software rejects the file.
meaning-doubled-equals = There are two equals signs, as in a comparison of a programming language. One sets the value.
meaning-round-brackets = A list is in round brackets. TOML writes lists in square ones.
meaning-odd-blank = A line has a space that looks like any other but is a different character, for example a no-break space. TOML does not know it outside of texts.
meaning-not-toml = A line is not in the form of TOML, for example a note without #. It is ignored.
meaning-syntax = A part of the file breaks the rules of its format, TOML or JSON, in an unusual way. The message says what was expected there.
meaning-duplicate-key = A table has the same key twice. Only the first value is used, so a correction further down has no effect.
meaning-duplicate-table = A table that may occur only once is in the file twice. Keys of the second are not used.
meaning-mixed-table = A name is used both for a list of tables and for something else. The tables are shown, the other value is not.
meaning-broken-header = The brackets around the name of a table are incomplete or of the wrong kind. The name is recognized, but other software rejects the file.
meaning-one-bracket = A table that may occur many times, such as a session, needs double brackets. With single ones, other software accepts only one of them.
meaning-two-brackets = A table that occurs only once, such as the venue, needs single brackets.
meaning-too-deep = A header has far more dots than the format has levels, usually because of a damaged file. Its keys are not shown.
meaning-forgotten-header = The keys of a table begin again without a new header, so a line such as [[agenda]] was probably forgotten. Without it, two sessions become one in other software.
meaning-misspelt-table = The name of a table is misspelled or another word for it. It is recognized, but not by other software.
meaning-bad-number = A value looks like a number but is none, or is larger than any number here can be. It is not shown.
meaning-bad-time = A time of day is not readable, so the session is listed without it. Times are texts with two digits for the hour.
meaning-time-range = A start has the end in it, too. Start and end are separate keys, so that each can be left out if it is unknown.
meaning-bad-date = A date is not in the form year-month-day, and other forms are ambiguous: 01.05. or 05/01. The date is not used.
meaning-impossible-date = The date does not exist in the calendar, so the day is unknown. Probably the day or the month is mistyped.
meaning-quoted-date = A date is written as a text. It is understood, but without quotes editors and other software know that it is a date.
meaning-bad-duration = A duration is not readable, so the end of the session is unknown.
meaning-bad-url = A link is not a complete web address, so it cannot be opened.
meaning-bad-color = The color of a track is neither a name nor a hex code. The track is shown without it.
meaning-bad-zone = The time zone is unknown, so times cannot be converted for people elsewhere, and calendars may show other hours.
meaning-bad-attendance = The value of attendance is none of the four words, so it is not known whether to travel or to join online. It is not shown.
meaning-bad-language = A language code does not exist, so the text is not chosen for readers of that language. A common mix-up is the code of a country: kg for ky.
meaning-wrong-type = A key takes another type of value, such as a number in place of a text. The value is not shown.
meaning-empty-text = A value is a text without a letter. In an event file, unknown values are left out, so an empty one is probably a gap that was never filled.
meaning-unusual-word = A status, role or kind is close to a known word, or none of the known ones. Known words are translated and can be filtered; others are shown as written.
meaning-own-word = A kind or role is a word of its own, although a known word may mean the same. Known words are translated into the language of the reader.
meaning-hidden-character = A text has control characters, or characters that reverse the direction of writing. They could disturb the terminal or disguise a text, so they are replaced.
meaning-unknown-key = A table has a key that the format does not know, usually a typo. Its value is not shown.
meaning-unknown-table = A table has a name that the format does not know. Everything in it is not shown.
meaning-belongs-above = A key of the conference is below a table, so that in TOML it belongs to that table. It is read as if it were at the top, but other software does not do so.
meaning-belongs-below = A key of a session is above the first session, so it is not known to which session it belongs.
meaning-inside-text = A key is below the header of a text with languages, where only language codes belong. It is not used.
meaning-top-and-event = A key is both at the top of the file and in the table [event], which mean the same. Only the value at the top is used.
meaning-missing-title = The conference has no title, so its acronym or the name of the file takes its place in lists, calendars and exports.
meaning-missing-key = A table lacks a key that it needs, such as the name of a person or the title of a session. Without it, there is nothing to show or to refer to.
meaning-newer-format = The file is written for another version of the format. Everything known is shown, but a part may be missing.
meaning-bad-allow = An entry of allow is not the code of a warning or hint, so it allows nothing. Errors are about content that is not shown, and cannot be allowed.
meaning-no-dates = The sessions have dates, but the conference has none, so it cannot be said when it ends, and sessions with a wrong date are not found.
meaning-ends-before-it-begins = The last day of the conference is before its first day. Probably the two are swapped, or a digit is mistyped.
meaning-date-conflict = Two keys give different days for the same thing. One of them is ignored, and the wrong one may be left.
meaning-offset-conflict = A time has a UTC offset that the time zone of the conference does not have on that day. Its hour may be wrong by the difference.
meaning-end-before-start = A session ends before it begins, and it is not a night session that ends on the next day. Without an end, conflicts cannot be found.
meaning-end-and-duration = A session has both an end and a duration, and they contradict each other. The end is used, which may be the wrong one of the two.
meaning-all-day-with-time = A session is marked as lasting all day, but also has a start. Only one of them can be true.
meaning-duplicate-day = Two tables describe the same day. Opening hours and titles of the second are not shown.
meaning-duplicate-id = Two entries have the same id, so a reference to it is ambiguous and always means the first.
meaning-two-accounts = The same person is in two tables with different names or texts. Only the first description is shown.
meaning-ambiguous-name = Several people, rooms or tracks have the name that is referred to. The first is used, which may be the wrong one.
meaning-near-name = A name is almost that of a declared person, room, track or tier, so it is probably a typo or another spelling. As written, there are now two of them.
meaning-several-names = A name seems to contain several people. As one person, they cannot be found or followed separately.
meaning-all-rooms = A session is in a room called “all” or similar. If all rooms are meant, an asterisk shows it in each of them.
meaning-placeholder = A placeholder such as TBA is in the place of a name and shown as if it were one. A value that is left out is shown as unknown.
meaning-undeclared-name = Other rooms, tracks, tiers or people have a table, but this name has none. It may be misspelled; in any case its details are missing.
meaning-unknown-session = A session refers to another by an id that no session has. The connection, such as being a part of it, is not shown.
meaning-circular-session = Sessions refer to each other in a circle, for example as a part of itself. Such a reference has no meaning.
meaning-unknown-format = The file is not a schedule in any known format, often a web page saved in its place. Nothing of it can be shown.
meaning-no-sessions = The schedule has a title but no session, for example because it is not published yet.
meaning-only-others = A calendar has entries, but none of them is an event: they are to-dos, journals or free times.
meaning-no-title = A published schedule does not give the name of the conference, so that of the file takes its place in lists and exports.
meaning-no-zone = A published schedule has times without a time zone. They are shown as written, but cannot be converted, and “now” depends on the clock of the reader.
meaning-bad-value = A value of a published schedule is not in the form that its format requires, for example a time in words. Everything else of the session is shown.
meaning-repeated-id = Two sessions of a published schedule have the same id. Both are shown, but a pick in a plan may be found only by the title.
meaning-unknown-column = The table has a column that is not about sessions, or whose name is not known. Its cells are not shown.
meaning-unknown-reference = A session refers to a person, room or track that the file does not describe. It is shown without it.
meaning-clock-conflict = The start of a session and its date give two different times. One of them is wrong, and only the publisher knows which.
meaning-doubtful-offset = All dates have a UTC offset that the time zone of the conference does not have, typically because the software wrote local times as UTC. The clock times are used.
meaning-outside-day = A session is listed under one day but has a date on another. Attendees who read only the list would come on the wrong day.
meaning-shared-key = Several speakers have the same id, so it is not known which of them a session means.
meaning-room-conflict = A session is listed under one room and names another. Attendees may go to the wrong one.
meaning-no-length = A session of a published schedule ends when it begins, or before. Without an end, conflicts cannot be found.
meaning-too-long = A session lasts longer than the whole conference, usually because the unit of its duration is wrong. It would cover all other sessions.
meaning-padded-name = Names have spaces before or after them. They are removed here, but elsewhere such a name may not be recognized as the same.
meaning-left-out = The file has sessions that are drafts, or were rejected or withdrawn. They are not part of the schedule and not shown.
meaning-broken-component = A calendar entry has only one of its two lines BEGIN and END, often because a download stopped. Its content may be incomplete.
meaning-no-calendar-line = A calendar has lines without the name of a property, usually because line breaks of a description are not escaped. Other calendar software may reject the file.
meaning-no-start = An event of a calendar has no start, so it is not known when the session takes place.
meaning-shared-uid = Different events have the same UID, which should be unique. Calendars that import the file may keep only one of them.
meaning-older-version = A calendar has several versions of an event. Only the newest is part of the schedule.
meaning-rule-not-followed = A session repeats by a rule that is not followed, such as every hour. Some of its repetitions are missing here.
meaning-repeats-on = A session repeats without an end, such as a weekly meeting. It is shown for 400 days, so that a schedule is never endless.
meaning-zone-by-rules = The name of a time zone is unknown, but its rules in the file are those of a known one. The hours are right; the name is inferred from the rules.
meaning-zone-not-followed = The file describes a time zone by rules that are not followed. Times in this zone may be wrong by an hour in summer or winter.
meaning-times-in-utc = All times are in UTC, as many export programs write them. Without the time zone of the venue, the hours are not those on the clocks there, and an evening may be on another day.
meaning-several-zones = Times are in different time zones and none is named as that of the conference, so sessions at the same time may show different hours.
meaning-damaged = An XML file ends too early or has broken tags. Sessions behind the damage may be missing.
meaning-dead-link = A link has no host, such as /talks/frogs, and works only on the website from which it was copied. It cannot be opened here.
meaning-mended-link = The beginning of a URL is misspelled, such as htps. What is meant is certain, so the correct URL is used, but other software cannot open it.
meaning-other-scheme = A URL begins with a scheme that browsers do not open, such as git or irc. It can be read and copied, but not followed.
meaning-no-address = Words are in the place of a URL, such as “will follow soon”. There is nothing to open, so they are left out.
meaning-outside-dates = A session is on a day on which the conference does not take place. Either its date or those of the conference are wrong.
meaning-room-overlap = Two sessions are in the same room at the same time. Attendees would find out at its door.
meaning-skipped-time = In the night in which clocks go forward, one hour does not exist. A session at such a time is read as an hour later, but its author may have meant otherwise.
meaning-repeated-time = In the night in which clocks go back, one hour comes twice. The first is used; an offset from UTC says which is meant.
meaning-person-overlap = A person takes part in two sessions at the same time and can be in only one of them.
meaning-missing-date = A conference of several days has a session with a time but no day, so it is not known when to go there.
meaning-short-walk = A speaker has two sessions in different rooms, and the gap between them is shorter than the walk given in walking. The second session would begin late.
meaning-outside-hours = A session is on the premises before the doors open or after they close on that day. Attendees would be at a closed door.
meaning-too-few-seats = A session has more people taking part than its room has seats, even before anyone listens.
meaning-speaker-without-session = A person is listed among the speakers, but no session names them. Either the session is missing or the name in it is different.
meaning-unused-person = A person has a table, but no role, and no session or organizer names them. Readers see a name without a reason.
meaning-unused-room = A room has a table, but no session takes place in it. Often the sessions name it differently.
meaning-unused-track = A track has a table, but no session belongs to it. Often the sessions name it differently.
meaning-duplicate-title = Two sessions with different people have the same title. Perhaps it was copied and not changed; in lists, attendees cannot tell them apart.
meaning-no-break = For more than four hours, sessions follow each other without a gap. Attendees need time to rest, to eat and to change rooms.
meaning-missing-translation = A text lacks a language that most others have, so readers of that language see it in another.
meaning-faint-color = The color of a track is so dark or so light that it can hardly be seen on a terminal with a background like it.
