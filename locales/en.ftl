# The words of the interface in English.
#
# Diagnostics of `check` are named `diagnostic-` and their code; `.help` says how to put it right, `.meant` what was
# probably meant.

## Dates and durations

date-weekday-day = { $weekday } { $date }
# What two days have in common, $shared, is said once. $start and $end are whole dates, $start-short and $end-short
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
several-clocks = several clocks
utc-time = UTC (the venue’s time zone is not known)
reader-time = my time, { $city } (the venue’s time zone is not known)
zone-time = { $city } time
my-time = my time
my-time-in = my time, { $city }

## Panes

# As the tabs name them: six with their numbers and counts have 80 columns.
pane-agenda = Agenda
pane-people = People
pane-organizers = Organizers
pane-sponsors = Sponsors
pane-about = About
# What lies over the panes with a number: what a search found, what is on, what changed, what one can filter by.
pane-found = Found
pane-now = Now and next
pane-changes = What is new
pane-facets = Filter
pane-plan = Plan

## The list of events

events = Events
events-running = On now
events-upcoming = Upcoming
events-past = Past
events-undated = Date not announced
events-unreadable = Cannot be read
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
        [one] a mistake
       *[other] { $count } mistakes
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
no-event-has = No event has “{ $text }”.
no-events = There are no events here.
no-events-help = An event is a TOML file with a title, or a schedule that a conference publishes: `kurultai FILE` opens one, `kurultai FOLDER` lists those in a folder.

## Languages of a program

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

## Mistakes

mistakes = Mistakes in the file
no-mistakes = Nothing is wrong with this file.

## Collisions in a plan

# $other is one of the four below.
collision-overlap = overlaps { $other } by { $length }
collision-overlap-unknown = overlaps { $other }
collision-walk = too close to { $other }: { $free } for the way from { $from } to { $to }, which takes { $needed }
party-session = “{ $title }”
party-must = “{ $title }” (must)
party-busy = “{ $title }” (your own time)
party-own-time = your own time { $time }
advice-repeat = “{ $title }” is given again, where it fits: { $when }
advice-leave-early = leave “{ $title }” { $length } early
advice-come-late = come to “{ $title }” { $length } late
advice-leave =
    { $because ->
        [maybe] leave out “{ $title }”, which is only maybe
        [busy] leave out “{ $title }”: you are busy then
       *[fits] leave out “{ $title }”: then more of your plan fits
    }
# The same where the session stands right above.
advice-here-repeat = given again, where it fits: { $when }
advice-here-leave-early = leave { $length } early
advice-here-come-late = come { $length } late
advice-here-leave =
    { $because ->
        [maybe] leave it out, for it is only maybe
        [busy] leave it out: you are busy then
       *[fits] leave it out: then more of your plan fits
    }
advice-choose = choose one of the two
advice-choose-several = choose one of them
free-time = { $length } free
solution-left-out = “{ $title }” is left out: { $why }
solution-moved = “{ $title }” is taken when it is given again: { $when }
solution-not-exact = Not everything was tried; there may be a plan in which more fits.

## Words for what a program has

organizers = Organizers
sponsors = Sponsors
rooms = Rooms
tracks = Tracks
untitled = (no title)
unnamed = (no name)
all-rooms = all rooms
other-people = Others
about-conference = About the conference
about-numbers = Numbers of the program
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
# The head of a group of people.
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
broken-session = Something that the file says of this session could not be read.
broken-person = Something that the file says of this person could not be read.
see-mistakes = Press ! to see what.
do-not-record = not to be recorded

## Labels

label-mistakes = mistakes
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
label-license = licence
label-link = link
label-role = role
label-position = position
label-organization = organization
label-other-names = also written
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

## Numbers of the program

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

## What is on now

now-running = now
now-next = next
now-in = in { $duration }
now-nothing = Nothing is on now, and nothing more is announced for today.
now-no-event = No event runs today.
# The head above sessions of which no room is said, or that are in all of them.
now-elsewhere = no room, or all
no-such-room = No room is called “{ $text }”.

## What changed in a program

# $fact is what kind of change it is.
change =
    { $fact ->
        [new] new
        [gone] gone
        [cancelled] cancelled
        [uncancelled] on again
        [time] other time
        [rooms] other room
        [people] other people
       *[title] other title
    }
# $fact is the key of the event file for it.
change-detail =
    { $fact ->
        [title] title
        [name] name
        [subtitle] subtitle
        [acronym] short name
        [address] address
        [city] city
        [venue_url] page of the venue
        [timezone] time zone
        [day_change] end of a day
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
        [updated] last changed
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
        [uncancelled] { $count } on again
        [time]
            { $count ->
                [one] { $count } other time
               *[other] { $count } other times
            }
        [rooms]
            { $count ->
                [one] { $count } other room
               *[other] { $count } other rooms
            }
        [people]
            { $count ->
                [one] { $count } with other people
               *[other] { $count } with other people
            }
        [title]
            { $count ->
                [one] { $count } other title
               *[other] { $count } other titles
            }
       *[other]
            { $count ->
                [one] { $count } other detail
               *[other] { $count } other details
            }
    }
no-such-change = `{ $text }` is no kind of change; use some of these, separated by commas, or the name of a fact in --format json: { $known }.
change-not-announced = not announced
change-from-to = { $from } → { $to }
changes-none = Nothing changed.

## Where there is nothing

no-sessions = No sessions are announced.
no-people = No people are announced.
no-organizers = No organizers are named.
no-sponsors = No sponsors are named.
no-timeline = This day has no times, so it has no timeline. v shows the list.
no-room = no room
too-small = This terminal is too small.

## The plan

clash-in-short = { $length } at one time with { $title }
clash-in-short-open = at one time with { $title }
clash-in-short-walk = { $free } of { $needed } min for the way: { $title }
clash-in-short-several = overlaps { $count } others in the plan
now-until = until { $time }
nothing-picked = Nothing picked yet. Space picks a session.
nothing-shown = Nothing of this day is shown. F shows all of it again.
plan-must = must
plan-maybe = maybe
plan-muted = hidden
# A mark behind the title of a pick.
plan-overlaps = overlaps
plan-gone = Not in the program any more
plan-gone-help = It stays in the plan until you take it out: Space.
plan-other-notes = Notes on other sessions
plan-busy = your own time
plan-busy-help = Space takes it out of the plan.
changes-in-plan = In your plan
facets-title = What the agenda shows
facets-help =
    Space chooses what is selected; once more leaves it out, a third time lets it be. Typing finds it, Enter shows the agenda.

    Conditions may also be typed:
    room:Janson,K.1.105   track:rust   -track:keynotes
    speaker:…   tag:…   lang:en   kind:workshop
    day:sat   after:14:00   before:18:00
    is:picked   is:free   -is:past

## Looking for something, and choosing what is shown

search-help = Type what you look for: titles, people, rooms, texts. “In quotes” exactly so; room:… track:… day:sat lang:en after:14:00 is:picked narrow it down.
nothing-found-here = Nothing is found.
found-sessions = Sessions
found-tracks = Tracks
no-facet = Nothing of this program is called so. Conditions are written room:… track:… speaker:… after:14:00 before:18:00.
facet-enter = Enter shows the sessions that this finds.
prompt-filter = filter
prompt-note = note
prompt-busy = busy
prompt-busy-help = 12:00-13:00 lunch
prompt-busy-venue = 12:00-13:00 lunch, by the clock of the venue
# So many sessions are shown, of all.
count-shown = { $number } of { $count }
count-muted =
    { $count ->
        [one] { $count } hidden
       *[other] { $count } hidden
    }

## Hints, beside their keys

hint-move = move
hint-open = open
hint-back = back
hint-scroll = scroll
hint-close = close
hint-pane = pane
hint-day = day
hint-follow = follow
# Which host: "opens fosdem.org".
hint-opens-page = opens { $text }
# To which address: "writes to salam@example.org".
hint-writes-to = writes to { $text }
hint-return = return
hint-clear = clear
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

notice-mistakes =
    { $count ->
        [one] This file has a mistake; press ! to see it.
       *[other] This file has { $count } mistakes; press ! to see them.
    }
notice-reading = Reading…
notice-read-once = What came over standard input cannot be read a second time.
notice-unbound-key = `{ $key }` does nothing here · { $help } keys
count-running-above =
    { $count ->
        [one] 1 more runs now
       *[other] { $count } more run now
    }
count-over =
    { $count ->
        [one] 1 session is over
       *[other] { $count } sessions are over
    }
hint-unfold = show
hint-dismiss = dismiss
notice-hide-picked = “{ $text }” is in your plan and stays; take it out first, then hide it.
found-time = Enter goes to { $text }.
notice-reloaded = The file was read again.
notice-former-shown = The former program is still shown.
notice-no-program-left = The file has no program any more; the former one is still shown.
notice-broken = The file has new mistakes, and sessions are missing in it; the former program is still shown.
hint-broken = the file has mistakes
mistakes-of-file = The program is shown as it was before. So it is with the file now:
count-hits =
    { $count ->
        [one] { $count } hit
       *[other] { $count } hits
    }
nothing-found = Nothing is found for “{ $text }”.
hit-of = hit { $number } of { $count }
notice-no-zone = The program does not say in which time zone it is.
notice-reminder = In { $minutes } min: { $text }
notice-no-day = The program has no days that time could be taken on.
notice-bad-busy = This is no time; write 12:00-13:00 lunch
notice-not-today = Nothing of this program is on today.
notice-changes =
    { $count ->
        [one] The program has changed since you last looked; press c to see what.
       *[other] { $count } changes since you last looked; press c to see them.
    }
notice-changes-own =
    { $own ->
        [one] { $count } changes since you last looked, one of them in your plan; press c to see them.
       *[other] { $count } changes since you last looked, { $own } of them in your plan; press c to see them.
    }
notice-no-changes = Nothing is new since you last looked.
notice-not-saved = The plan is kept until you quit, and saved with its next change.
notice-exported = The plan is in { $text }
notice-not-exported = The plan could not be written: { $text }
notice-nothing-to-export = Nothing in the plan has a date that a calendar could show.
notice-picked = In the plan: { $text }
notice-no-name = Nothing tells this session from others: it has no title and no id, so the plan cannot remember it.
notice-picked-maybe = In the plan, maybe: { $text }
notice-noted = Noted: { $text }
notice-note-gone = The note is removed: { $text }
notice-busy = Kept free of the program: { $text }
notice-folded =
    { $count ->
        [one] 1 session that is over is in one line now; p lists it again.
       *[other] { $count } sessions that are over are in one line now; p lists them again.
    }
notice-nothing-over = No session of this day is over yet.
notice-unfolded = The sessions that are over are listed again.
notice-unpicked = Out of the plan: { $text }
notice-free = Free again: { $text }
notice-muted = Hidden: { $text }
notice-unmuted = Shown again: { $text }
notice-copied = Sent to the clipboard: { $text }
notice-too-long-to-copy = This is too long for the clipboard of a terminal.
notice-opening = Opening { $text }…
notice-cannot-open = No browser here; sent to the clipboard: { $text }
notice-one-language = The program has one language only.
notice-partly-translated = { $language }; what is not translated stays as it is.
notice-cannot-suspend = Nobody could wake this program up again, so it does not suspend itself.

## What somebody looks for

# The keys of the query language, as heads of lists.
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
       *[is] what it is
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
        [repeated] there more than once
       *[cancelled] cancelled
    }
query-unknown-key = `{ $written }:` is no key, so it is looked for as text.
query-unknown-is = Behind `is:` there is no `{ $written }`.
query-bad-time = `{ $written }` is no time; write `{ $key }:14:00`.
query-no-value = Nothing stands behind `{ $key }:`; write the value there, without a blank between.
query-no-such =
    { $key ->
        [day] The program has no day `{ $written }`.
        [room] The program has no room `{ $written }`.
        [track] The program has no track `{ $written }`.
        [lang] No session is in the language `{ $written }`.
        [kind] No session is of the kind `{ $written }`.
        [type] No session is of the type `{ $written }`.
        [level] No session has the level `{ $written }`.
        [tag] No session has the tag `{ $written }`.
       *[speaker] The program names nobody `{ $written }`.
    }
query-empty = There is nothing to look for; write words, or conditions like `room:Janson`.
query-no-plan = Nothing is planned in what was searched: `Space` picks a session on the screen, `kurultai plan import` takes a plan in.

## Actions, as the help lists them

help = Help
action-down = next row, or down in a text
action-up = row before, or up in a text
action-left = back to the list
action-right = into the detail
action-page-down = a page down
action-page-up = a page up
action-half-page-down = half a page down
action-half-page-up = half a page up
action-next-group = next hour, or next group of a list
action-previous-group = hour or group before
action-fold-past = fold the sessions that are over into one line
action-show-hidden = show hidden sessions, or all others again
action-first = to the first row
action-last = to the last row
action-open = open what is selected; follow a link
action-back = back; close this help
action-return = to where one was
action-next-pane = next pane
action-previous-pane = pane before
action-pane = pane with this number
action-next-day = next day
action-previous-day = day before
action-timeline = the agenda as a timeline, or as a list
action-search = find in everything that the program says
action-filter = choose what the agenda shows
action-clear-filter = show all of the agenda again
action-pick = pick a session, or take that back
action-level = must, or maybe
action-mute = hide this session, room or track; show it again
action-note = note something to a session
action-busy = keep some time free of the program
action-export-plan = the plan as a calendar file (.ics)
action-today = to what runs now
action-now = what is on now and next, room by room
action-changes = what is new in the program
action-next-hit = next hit
action-previous-hit = hit before
action-language = next language of the program
action-clock = time of the venue, or mine
action-copy = copy the link, or what is selected
action-reload = read the file again
action-mistakes = what is wrong with the file
action-events = another event
action-help = this help
action-suspend = suspend
action-quit = quit
help-mouse-keys = mouse
help-mouse = click selects and follows, wheel scrolls
help-type = type to find
help-nothing = No key is for “{ $text }”.
help-in-pane = In this pane
help-on-page = On this page
help-no-effect = Without effect here
group-move = Move
group-find = Find and filter
group-plan = Plan
group-time = Time
group-look = Look and language
group-app = App

## The user's own files

store-not-allowed = { $path }: this file may not be written; nothing was saved.
store-full = { $path }: the disk is full; nothing was saved.
store-busy = { $path }: another window has been writing this file for too long; nothing was saved.
store-waits = { $path }: another process is writing this file; waiting for it, for a minute at most.
store-no-file = { $path }: what is there is no file; nothing was saved.
store-cannot-write = { $path }: cannot be written ({ $error }); nothing was saved.
store-unreadable = { $path }: cannot be read ({ $error }); nothing of it is used.
store-damaged = { $path }: something in line { $line } cannot be read; everything else is used.
store-set-aside = { $path }: something in it could not be read; the file as it was is kept as { $copy }.
store-left-out = { $path }: { $count ->
    [one] one change cannot be saved in this file and was left out; everything else was saved.
   *[other] { $count } changes cannot be saved in this file and were left out; everything else was saved.
}
store-unlocked = { $path }: files cannot be locked there; of what two windows save at one moment only one may stay.
setting-syntax = { $path }: line { $line }: this cannot be read; all other settings are.
setting-unknown = { $path }: line { $line }: there is no setting `{ $key }`.
setting-value = { $path }: line { $line }: `{ $key }` cannot be this; it is as usual.
plan-unfinished = The last changes of your plan were not saved: you quit before that was done.
notice-saving-other = Another program is writing your plan. This one ends when the plan is saved; q ends it without saving.
notice-saving-disk = The disk is slow: your plan is still being saved, then this ends; q ends it without saving.
no-home = There is no home folder (HOME is not set), so no plan and no library are kept.
library-added = { $path }: is in the library now.
library-known = { $path }: is in the library already.
library-removed = { $path }: is no longer in the library; the file stays where it is.
library-removed-address = { $path }: is no longer in the library.
library-gone = { $path }: this file of the library is gone; `kurultai remove` takes it out of there.
library-not-there = The library has no event “{ $text }”; `kurultai list` says what it has.
library-several = The library has several events “{ $text }”; name the file of the one that is meant.
library-empty = The library is empty; `kurultai add FILE` puts an event into it.
library-no-file = { $path }: the library only names files where they are, and this is none.

## The command line

cli-about = The program of a conference in the terminal: agenda, people, organizers and sponsors.
cli-examples =
    Examples:
      kurultai                                the events in ./events and of the library
      kurultai events/kawj-2023.toml          open a conference
      kurultai --lang ru events/kawj-2023.toml
      kurultai show events/kawj-2023.toml     the same as plain text
      kurultai check my-event.toml            everything that is wrong with a file
cli-usage = Usage:
cli-commands = Commands
cli-command-name = COMMAND
cli-arguments = Arguments
cli-options = Options
cli-print-help = Print help
cli-print-version = Print version
cli-file-name = FILE
cli-file = The event file, or the address of a program: https://…
cli-places-name = FILE or FOLDER
cli-files = Event files, or addresses of programs: https://…
cli-places = Event files, or folders of them; without any, the events in ./events and of the library
cli-lang-name = CODE
cli-lang = The language of program and interface: ky, ru, en, …
cli-ui-lang = The language of the interface alone: ky, ru, en
cli-width-name = N
cli-width = Columns of plain text [default: 80]
cli-format-name = FORMAT
cli-format = text for people, json for programs [default: text]
cli-now-name = TIME
cli-now = Answer as if it were this late: 2025-02-01T11:42
cli-tz-name = ZONE
cli-tz = The time zone of my time, which z shows: Asia/Bishkek
cli-theme-name = THEME
cli-theme = The colors: auto (for the background of the terminal), dark, light [default: auto]
cli-venue-tz = The time zone of the venue, where the schedule does not name it: Europe/Berlin, Berlin, UTC+6. The screen, now, search and plan remember it for this event.
cli-show = Print the whole program as plain text
cli-show-examples =
    Examples:
      kurultai show events/kawj-2023.toml
      kurultai show https://fosdem.org/2026/schedule/xml
      kurultai show --lang en --width 60 events/kawj-2023.toml | less
cli-check = Say everything that is wrong with event files, with line and column
cli-check-examples =
    Examples:
      kurultai check my-event.toml
      kurultai check events/*.toml

    Exit code: 0 nothing is wrong, 1 there are errors or warnings, 2 a file cannot be read.
cli-export = Write a program in another format
cli-export-examples =
    Examples:
      kurultai export --to toml my-event.toml > tidy.toml
      kurultai export --to toml https://fosdem.org/2026/schedule/xml | less
      kurultai export --to ics --output my-event.ics my-event.toml
      kurultai export --to html --plan fosdem.xml > my-days.html

    What the format cannot hold is said on stderr, thing by thing.
cli-export-plan = Only what is in your plan, or in the one in a file: --plan=PLAN; an `ics` has your own times, too
cli-search = Find sessions, and whatever else has a name, in one event or in many
cli-search-examples =
    Examples:
      kurultai search kubernetes
      kurultai search 'rust day:sat after:14:00 -is:past' fosdem.xml
      kurultai search --format json 'room:Janson is:now' fosdem.xml

    docs/FINDING.md says what can be asked. A query that begins with a hyphen and an h stands behind `--`.
    Exit code: 0 also when nothing is found, 2 when the query or the files cannot be read.
cli-query-name = QUERY
cli-query = Words and conditions: rust room:Janson day:sat after:14:00 lang:en -is:past
cli-times-in = Show days and times by the clock of this zone: Asia/Bishkek
cli-on-now = Say what is on now in each room, and what is next
cli-on-now-examples =
    Examples:
      kurultai now                            the events that run today
      kurultai now --room Janson fosdem.xml
      kurultai now --now 2025-02-01T11:42 fosdem.xml
cli-on-now-files = Event files; without any, the events in ./events and of the library that run today
cli-room-name = ROOM
cli-room = Only rooms that have this in their name, or in that of their building
cli-diff = Say what changed between two editions of a program
cli-diff-examples =
    Examples:
      kurultai diff yesterday.xml today.xml
      kurultai diff --format md old.toml new.toml > announcement.md
      curl -L https://fosdem.org/2026/schedule/xml | kurultai diff schedule.xml -

    Sessions are the same by guid, id or page, else by title, people and start.
    Exit code: 0 nothing changed, 1 something did, 2 a file cannot be read.
cli-diff-old-name = OLD
cli-diff-old = The former edition
cli-diff-new-name = NEW
cli-diff-new = The new edition
cli-diff-format = text for people, md to be posted, json for programs [default: text]
cli-diff-only-name = WHAT
cli-diff-only = Only such changes, separated by commas: time,room (README.md lists all)
cli-diff-width = Break lines at so many columns; without it each change has one line
cli-diff-plan = Only what concerns your plan, or the one in a file: --plan=PLAN
cli-plan = Show, solve, share and compare what you picked
cli-plan-examples =
    Examples:
      kurultai plan show fosdem.xml
      kurultai plan solve fosdem.xml
      kurultai plan export fosdem.xml > my-plan.ics

    Your own plan for a program is found by what the conference is known by. docs/PLANNING.md says where it is, and what stands in it.
cli-plan-name = PLAN
cli-plan-other = A plan file in place of your own plan
cli-plan-file = The program that the plan is for; without it, the plans that you have are listed
cli-plan-show = Print your plan by days: what collides, what could be done, what is free
cli-plan-show-examples =
    Examples:
      kurultai plan show                      the plans that you have
      kurultai plan show fosdem.xml
      kurultai plan show --plan friend.toml --format json fosdem.xml
cli-plan-solve = Say as much of your plan as fits, and why the rest does not; nothing is changed
cli-plan-solve-examples =
    Examples:
      kurultai plan solve fosdem.xml
      kurultai plan solve --format json fosdem.xml

    The most musts are kept, then the most maybes, then the earliest. What is given again may be taken at its other time.
cli-plan-export = Write your plan as a calendar, or as a plan file
cli-plan-export-examples =
    Examples:
      kurultai plan export fosdem.xml > my-plan.ics
      kurultai plan export --to toml --output my-plan.toml fosdem.xml
      kurultai plan export --to vdir ~/.calendars/fosdem fosdem.xml

    What a calendar cannot hold is said on stderr.
cli-plan-to = The format: ics (a calendar), toml (a plan file), vdir (a folder with a calendar for each session, as khal and vdirsyncer keep them) [default: ics]
cli-plan-import = Take what is in plan files or calendars into your plan; nothing of yours is lost
cli-plan-import-examples =
    Examples:
      kurultai plan import fosdem.xml friend.toml
      kurultai plan import fosdem.xml favourites.ics

    The sessions of a calendar are found by UID, page, title and start, and taken as musts.
cli-plan-imported = Plan files, or calendars whose sessions are taken as picks
cli-plan-into = A plan file to add to, in place of your own plan
cli-plan-merge = Print all that is in several plan files as one; your own plan is not touched
cli-plan-merge-examples =
    Examples:
      kurultai plan merge anna.toml ben.toml > both.toml

    It makes no difference which plan comes first.
cli-plans = Plan files
cli-plan-compare = Say what two people picked, in common and apart
cli-plan-compare-examples =
    Examples:
      kurultai plan compare anna.toml ben.toml
      kurultai plan compare --in fosdem.xml anna.toml ben.toml
      kurultai plan compare --in fosdem.xml friend.toml     with your own plan
cli-plan-compared = Two plan files; or one, to compare it with your own plan for the program of `--in`
cli-plan-in = The program that the plans are for: it says when sessions are now, and which are one
cli-to-name = FORMAT
cli-to = The format: toml (an event file), ics (a calendar), json and xml (schedules of the c3voc), md and html (pages), csv (a table)
cli-add = Put event files into the library, which `kurultai` lists wherever it is started
cli-add-examples =
    Examples:
      kurultai add events/kawj-2023.toml
      kurultai add ~/talks/*.toml

    The library names files where they are; it keeps no copies.
cli-list = Print the events of the library
cli-list-examples =
    Examples:
      kurultai list
      kurultai list --format json
cli-remove = Take events out of the library; their files stay
cli-remove-examples =
    Examples:
      kurultai remove events/kawj-2023.toml
      kurultai remove "FOSDEM 2025"
cli-events-name = FILE or TITLE
cli-events = Events of the library, by their files or titles
cli-output = Write this file, and print nothing
cli-force = Replace the file if it is there
cli-export-tz = The time zone of the venue, if the program names none: Asia/Bishkek
cli-check-all = Print every diagnostic, not only the first three of each kind
cli-bad-lang = this is no code of a language; write ky, ru, en
cli-bad-now = this is no date and time; write 2025-02-01T11:42
cli-bad-tz = this is no time zone; write its name in the IANA database: Asia/Bishkek
tz-no-zone = The schedule does not give its time zone, so `--tz` cannot convert its times.
no-such-command = no command or file `{ $name }`; did you mean `{ $meant }`?
cli-bad-venue-tz = this is no time zone; write one as Europe/Berlin, Berlin or UTC+6
venue-tz-known = { $path }: the schedule names its time zone ({ $zone }); --venue-tz changes nothing.
venue-tz-unsaved = { $path }: the time zone of the venue could not be remembered ({ $error }).
no-such-file = { $path }: there is no such file.
cannot-follow = { $path }: this link leads nowhere.
not-allowed = { $path }: you are not allowed to read it.
is-a-folder = { $path }: this is a folder; name an event file in it.
too-large = { $path }: this is too large to be a program.
cannot-read = { $path }: cannot be read ({ $error }).
no-such-file-but-host = { $path }: there is no such file; if it is an address, write https://{ $path }
fault-of-reader = { $path }: this file cannot be read because of a bug in kurultai; please report it, with the file.
is-a-pipe = { $path }: this is a pipe or a device; such a thing is read only where it is named alone.
reading-file = Reading { $path }…

## Programs from addresses

fetch-bad-address = { $url }: this is no address of a page; write it whole: https://fosdem.org/2026/schedule/xml
fetch-not-https = { $url }: programs are fetched by https alone; write { $https }
fetch-user-info = { $url }: no name and no password is sent; leave out what stands before the @.
fetch-not-public = { $url }: { $host } is this machine or in its own network; nothing is fetched from there.
fetch-redirect = { $url }: it leads on to { $target }, which is not followed.
fetch-redirects =
    { $count ->
        [one] { $url }: it leads on to other addresses more than { $count } time.
       *[other] { $url }: it leads on to other addresses more than { $count } times.
    }
fetch-no-connection = { $url }: there is no connection ({ $error }).
fetch-timed-out = { $url }: it takes too long.
fetch-certificate = { $url }: whoever answers cannot prove to be that server ({ $error }).
fetch-status =
    { $what ->
        [missing] { $url }: there is nothing at this address ({ $status }).
        [closed] { $url }: this address is not open to everybody ({ $status }).
        [often] { $url }: the server was asked too often; try again later ({ $status }).
        [server] { $url }: the server has a fault; try again later ({ $status }).
       *[other] { $url }: the server sends no program ({ $status }).
    }
fetch-bad-answer = { $url }: the answer cannot be understood ({ $error }).
fetch-too-large = { $url }: the answer has more than { $megabytes } MB, which is too large to be a program.
fetch-broken-off = { $url }: the answer broke off before its end.
fetch-page = { $url }: a web page came in place of a program; the network may want you to log in first, or the program has another address.
fetch-no-program = { $url }: what came is no program in a format that kurultai knows.
fetch-fault = { $url }: what came cannot be read because of a bug in kurultai; please report it, with this address.
fetch-kept-used = { $url }: the program that was fetched { $age } is used.
fetch-not-kept = { $url }: the program could not be kept for the next time ({ $error }).
fetch-not-yet = { $url }: nothing was fetched yet; `kurultai { $url }` fetches it.
fetch-loading = Fetching { $url } for the first time. What comes is kept, so the next start waits for nothing.
event-not-fetched = not fetched yet; Enter fetches it
notice-fetching = Fetching from { $place }…
notice-fetched = Fetching from { $place }… { $size } KB
notice-fetched-of = Fetching from { $place }… { $size } of { $all } KB
notice-nothing-new = { $place } has nothing new.
notice-new-fetched = A newer program was fetched.
# How old what is shown is: as of 3 days ago.
as-of = as of { $age }
# How long ago it is.
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

no-terminal = There is no terminal to read keys from; `kurultai show` prints the program.
terminal-failed = The terminal failed: { $error }.
nothing-read = { $path }: { $sentence }
no-program = { $path }: this is no program in a format that kurultai knows; `kurultai check` says more.
show-mistakes =
    { $count ->
        [one] { $path }: there is a mistake in this file; `kurultai check` says which.
       *[other] { $path }: there are { $count } mistakes in this file; `kurultai check` says which.
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
export-lost = { $path }: { $table } “{ $name }”: { export-format } cannot hold this.
export-not-in = Not in { export-format }: { $what }.
export-made-ids = These have new ids, since their names are not enough to name them: { $what }.
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
        [position] posts
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
export-no-date = { $path }: no session has a date and a time, and { export-format } holds no other.
export-no-zone = { $path }: { export-format } needs the time zone, which the program does not name; `--tz` gives it.
export-plan-left = Of the plan this is not written: { $what }.
output-exists = { $path }: this file is there already; `--force` replaces it.
output-is-link = { $path }: this is a link; name the file that it leads to.
output-is-no-file = { $path }: this is no file that could be replaced.
output-failed = { $path }: cannot be written ({ $error }).
check-more =
    { $count ->
        [one] { $path }: one more `{ $code }`; `kurultai check --all` shows it.
       *[other] { $path }: { $count } more of `{ $code }`; `kurultai check --all` shows them.
    }
check-fine = { $path }: nothing is wrong.
check-hints =
    { $count ->
        [one] { $path }: nothing is wrong; { $count } hint.
       *[other] { $path }: nothing is wrong; { $count } hints.
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

## Plans on the command line

plan-empty = There is nothing in the plan for “{ $text }”.
plan-nothing-here = No session of this program is picked.
plan-none = There are no plans yet.
plan-is-none = { $path }: this is no plan file; one has `[[picks]]`.
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
# A mark behind the title of a pick.
plan-gone-mark = not in the program any more
plan-compare-one = Name two plan files; or one and, with `--in`, the program, to compare it with your own plan.
plan-compare-empty = Nothing is picked in these plans.
# How many of what there are, in a list.
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
plan-export-gone = { $path }: “{ $title }” is not in the program any more, so it is left out.
plan-export-left = A calendar does not say this, `--to toml` does: { $what }.
plan-export-one-file = Write one FILE; a folder stands only behind `--to vdir`.
plan-vdir-folder = Write the folder and the schedule: `kurultai plan export --to vdir DIR FILE`.
plan-vdir-foreign = { $path }: this file is not of this plan, so it is left as it is; choose another folder.
# $what is one or more of the counts above.
plan-imported = New in the plan: { $what }.
plan-imported-nothing = Nothing of this is new; the plan is as it was.
plan-import-other = { $path }: no session of this plan is in the program; nothing of it was taken.
plan-import-gone = { $path }: “{ $title }” is not in the program any more; the plan has it all the same.
plan-import-missing = { $path }: “{ $title }” is not in the program; it was not taken.
plan-import-nothing = { $path }: this is no plan, and no calendar with sessions.

## Findings: how they are introduced

of-session = “{ $session }”: { $sentence }
did-you-mean = Did you mean `{ $meant }`?
write-both = Write `{ $write }`, and below it `{ $also }`.
write-this = Write `{ $write }`.
one-of = Write one of these: { $words }.
severity-error = error
severity-warning = warning
severity-hint = hint
severity-help = help

## Findings: the file

diagnostic-not-utf8 = The file is not UTF-8: byte { $offset } belongs to no character.
    .help = Save the file with the encoding UTF-8.
diagnostic-guessed-encoding = The file is not UTF-8 and names no encoding; it is read as { $encoding }.
    .help = Save the file with the encoding UTF-8, so that every letter is certain.
diagnostic-bad-archive = The compressed file is cut off or damaged; what could be unpacked is shown.
    .help = Download or copy the file again.
diagnostic-bad-bytes =
    { $count ->
        [one] Bytes here belong to no character of { $encoding }, the encoding of the file.
       *[other] Bytes in { $count } places, here first, belong to no character of { $encoding }, the encoding of the file.
    }
    .help = Save the file with the encoding UTF-8.
diagnostic-utf-16 = The file is UTF-16; it is read, but other programs want UTF-8.
    .help = Save the file with the encoding UTF-8.
diagnostic-cut-off = { $what ->
    [text-lines] A text of “{ $title }” is shown without its end: it has more than { $count } lines.
    [text-marks] A text of “{ $title }” is shown without its end: it has more than { $count } marks of Markdown or HTML.
    [lines] The file is read up to here only: it has more than { $count } lines.
    [values] The file is read up to here only: it has more than { $count } values.
    [dots] The file is read up to here only: it has more than { $count } dots.
    [elements] The file is read up to here only: it has more than { $count } elements.
    [sessions] The file is read up to here only: it has more than { $count } sessions.
    [people] The file is read up to here only: it has more than { $count } people.
    [rooms] The file is read up to here only: it has more than { $count } rooms.
    [calendars] The file is read up to here only: it has more than { $count } calendars.
    [names] The file is read up to here only: it has more than { $count } names.
    [quotes] The file is read up to here only: it has more than { $count } quotation marks.
    [signs] The file is read up to here only: it has more than { $count } equals signs.
   *[tables] The file is read up to here only: it has more than { $count } tables.
}
    .help = { $what ->
    [text-lines] Shorten the text.
    [text-marks] Shorten the text.
   *[tables] Divide it into several files.
}

## Findings: lines that cannot be read as TOML

diagnostic-unclosed-text = A text begins here and is not closed: { $mark } is missing at its end.
    .help = Text on one line stands in "…", text of several lines in """…""".
diagnostic-unclosed-bracket = A bracket opens here and is not closed.
    .help = A list is written ["…", "…"], a table on one line { "{" } key = "…" { "}" }.
diagnostic-missing-equals = There is no = after `{ $key }`.
    .help = Write `{ $key } = …`.
diagnostic-missing-value = `{ $key }` has no value.
    .help = Write `{ $key } = "…"`, or leave the line out: what is not known may be missing.
diagnostic-colon-for-equals = A colon stands where = belongs.
    .help = Write `{ $key } = …`.
diagnostic-smart-quotes = Text stands in straight quotes, not in these.
    .help = Write `{ $key } = "…"`; in the text itself any quotes may stand.
diagnostic-unquoted-text = Text stands in quotes.
    .help = Write `{ $key } = "…"`.
diagnostic-control-character = An invisible control character, { $character }, stands in this line.
    .help = Delete it, or type the line again.
diagnostic-quote-in-text = This quote ends the text, but more text follows.
    .help = Inside of "…" write \" for a quote, or use quotes of another kind: “…”, ’.
diagnostic-bad-escape = \ has a meaning of its own inside of "…".
    .help = Write \\ for one, or put the text in '…'.
diagnostic-bad-key = `{ $key }` is no name of a key.
    .help = A key is one word of Latin letters, digits, _ and -.
diagnostic-after-value = Something stands behind the value of this line.
    .help = A line ends with its value; a note begins with #, a list stands in ["…", "…"].
diagnostic-missing-comma =
    { $mark ->
        [semicolon] A semicolon stands where a comma belongs.
       *[nothing] A comma is missing before this.
    }
    .help = Commas stand between the parts of a list and of a table: ["…", "…"], { "{" } ky = "…", en = "…" { "}" }.
diagnostic-doubled-equals = There is one = too many.
    .help = Write `{ $key } = …`.
diagnostic-round-brackets = A list stands in square brackets.
    .help = Write `{ $key } = ["…", "…"]`.
diagnostic-odd-blank = An unusual blank stands here, as word processors write it.
    .help = Delete it, and type a blank.
diagnostic-not-toml = This line is neither `key = "value"` nor a `[[table]]`.
    .help = A note begins with #, text of several lines stands in """…""".
diagnostic-syntax = This cannot be read: { $message }.
diagnostic-duplicate-key = `{ $key }` is given twice; the first one counts.
diagnostic-duplicate-table = `{ $header }` is there already; the first one counts.
diagnostic-mixed-table = Something else stands under this name above; what are tables of both is shown.
    .help = Write `{ $header }` for each.
diagnostic-broken-header = The brackets of this header do not match; it is read as `{ $header }`.
    .help = Write `{ $header }` on a line of its own.
diagnostic-one-bracket = `[{ $table }]` is one of many; it is read as `[[{ $table }]]`.
    .help = Write two brackets: `[[{ $table }]]`.
diagnostic-two-brackets = `[[{ $table }]]` is there once; it is read as `[{ $table }]`.
    .help = Write one bracket: `[{ $table }]`.
diagnostic-forgotten-header = The keys of `{ $header }` begin again here; it is read as if `{ $header }` stood above this line.
    .help = Write `{ $header }` above this line.
diagnostic-misspelt-table = `{ $written }` is read as `{ $header }`.
    .help = Write `{ $header }`.
diagnostic-too-deep = This header is nested too deep.

## Findings: values

diagnostic-bad-number = `{ $value }` is no number, or too large for one.
    .help = Write it in digits alone: 9.
diagnostic-bad-time = `{ $value }` is no time.
    .help = Write it with two digits for the hour and quotes: "09:30".
diagnostic-time-range = `{ $value }` is two times.
    .help = Write `start = "{ $from }"`, and on a line of its own `end = "{ $to }"`.
diagnostic-bad-date = `{ $value }` is no date.
    .help = Write year, month and day, without quotes: 2023-12-01.
diagnostic-impossible-date = `{ $value }` is no date: that month has { $count } days.
diagnostic-quoted-date = `{ $value }` is a date; dates stand without quotes.
    .help = Write { $value } without quotes.
diagnostic-bad-duration = `{ $value }` is no duration.
    .help = Write "45m", "1h30m", or a number of minutes.
diagnostic-bad-url = `{ $value }` is no address of a page.
    .help = Write it whole, with https:// in front.
diagnostic-bad-color = `{ $value }` is no color.
    .help = Write "#rrggbb" or the name of a color: "#e69f00", "orange".
diagnostic-bad-zone = `{ $value }` is no time zone; times are shown as the venue's clock.
    .help = Write continent and city, as the IANA database has them: "Asia/Bishkek".
diagnostic-bad-attendance = `{ $value }` is no way to take part.
    .help = Write "in person", "online", "hybrid" or "invited"; leave it out when it is not known.
diagnostic-bad-language = `{ $value }` is no code of a language.
    .help = Write the code of ISO 639: ky, ru, en.
diagnostic-expected =
    { $expected ->
        [text] a text in quotes
        [texts] a text in quotes, or one for each language
        [number] a whole number, from 0 up
        [boolean] true or false
        [date] a date
        [time] a time
        [duration] a duration
        [links] a list of addresses, or of tables with label and url
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
    .help = Leave the line out: what is not known may be missing.
diagnostic-unusual-word = `{ $value }` is not among the usual words for `{ $key }`; it is shown as it is written.
diagnostic-own-word = `{ $value }` is a word of this file's own; it is shown as it is written, in every language.
diagnostic-hidden-character =
    { $count ->
        [one] A character in `{ $key }` cannot be shown safely: { $characters }. It is replaced.
       *[other] Characters in `{ $key }` cannot be shown safely: { $characters }. They are replaced.
    }

## Findings: keys and tables

# What a table describes, at the beginning of a sentence.
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
    .help = Leave this line out; docs/FORMAT.md has the keys of each table.
diagnostic-unknown-table = There is no table `{ $table }`; it is not shown.
    .help = The tables are [[agenda]], [[people]], [[guests]], [[speakers]], [[days]], [[rooms]], [[tracks]], [[organizers]], [[tiers]], [[sponsors]], [[delegations]] and [[info]].
diagnostic-belongs-above = `{ $key }` belongs above the first [[…]]; it is read as if it stood there.
    .help = A key belongs to the table above it: move this line to the top of the file.
diagnostic-belongs-below = `{ $key }` is about a session, but stands above the first `[[agenda]]`; it is not shown.
    .help = Write `[[agenda]]` on a line of its own above the keys of each session.
diagnostic-inside-text = `{ $key }` stands among the languages of `{ $text }`; it is left out.
    .help = Move this line up, above the `[… .{ $text }]` line: what stands below that belongs to the text.
diagnostic-top-and-event = `{ $key }` stands at the top, too; the one at the top counts.
diagnostic-missing-title = The conference has no title; “{ $title }” stands in its place.
    .help = Write `title = "…"` at the top of the file.
diagnostic-missing-key = { diagnostic-thing } needs `{ $key }`.
    .help =
    { $key ->
        [date] Write `{ $key } = 2023-12-01` under this line.
        [url] Write `{ $key } = "https://…"`.
        [person] Write `{ $key } = "…"`, with an id or a name.
       *[other] Write `{ $key } = "…"` under this line.
    }
diagnostic-newer-format = The file says another version of the format; this program knows version { $known }.
    .help = What it does not know is left out; a newer kurultai may show it.

## Findings: times

diagnostic-no-dates = The file does not say when the conference is; its sessions are from { $start } to { $end }.
    .help = Write `start = { $start }` and `end = { $end }` at the top of the file.
diagnostic-ends-before-it-begins = The conference ends before it begins; its end is not known.
diagnostic-date-conflict =
    { $key ->
        [day] `day` is another program day than the one that date and start give; those count.
       *[date] `date` is another date than the one that start or end gives; that one counts.
    }
diagnostic-offset-conflict = `{ $key }` has another offset from UTC than the time zone of the conference; the offset counts.
diagnostic-end-before-start = `end` is not after `start`, and too early for the next day; the end is not known.
    .help = An end after midnight is on the next day if the session lasts 12 hours at most.
diagnostic-end-and-duration = `duration` is not what start and end give; those count.
    .help = One of `end` and `duration` is enough.
diagnostic-all-day-with-time = `all_day` and a start do not go together; the start counts.
diagnostic-duplicate-day = This day has a table already; the first one counts.

## Findings: names

diagnostic-what =
    { $what ->
        [room] room
        [track] track
        [tier] tier
       *[person] person
    }
diagnostic-duplicate-id = The id `{ $id }` is taken; names of it mean the first.
    .help = Give each its own id.
diagnostic-two-accounts = `{ $id }` is described twice, and not alike; the first one counts.
diagnostic-ambiguous-name = { $count } have the name “{ $name }”; the first is taken.
    .help = Give each an id, and name the id here.
diagnostic-near-name = No table declares a { diagnostic-what } “{ $name }”; it is shown as a new one.
diagnostic-all-rooms = This is read as a room of the name “{ $name }”.
diagnostic-placeholder = “{ $name }” is shown as if it were a name.
    .help = Leave it out: what is not known may be missing.
diagnostic-undeclared-name = No table declares a { diagnostic-what } “{ $name }”; it is shown as a new one.
    .help =
    { $what ->
        [room] Write the name of one of the `[[rooms]]`, or one more `[[rooms]]` for it.
        [track] Write the name of one of the `[[tracks]]`, or one more `[[tracks]]` for it.
        [tier] Write the name of one of the `[[tiers]]`, or one more `[[tiers]]` for it.
       *[person] Write the name of one of the `[[people]]`, or one more `[[people]]` for them.
    }
diagnostic-unknown-session = No session has the id `{ $id }`.
    .help = `{ $key }` names the `id` of another session.
diagnostic-circular-session = By `{ $key }` this session comes back to itself; it is left out here.

## Findings: what programs publish

diagnostic-unknown-format =
    { $kind ->
        [empty] The file is empty; an event file begins with title = "…".
        [html] This is a web page; look on it for a link to schedule.xml, schedule JSON or iCalendar, and open that.
        [pdf] This is a PDF document; look for schedule.xml, schedule JSON or iCalendar of the same conference.
        [rtf] This is a text document (RTF); save it as plain text and write an event file, or look for schedule.xml, JSON or iCalendar.
        [zip] This is an archive or an office document; unpack it, or look for schedule.xml, schedule JSON or iCalendar.
        [image] This is a picture; look for schedule.xml, schedule JSON or iCalendar of the same conference.
        [binary] This is no text file; look for schedule.xml, schedule JSON or iCalendar of the same conference.
        [yaml] This is a YAML file; write the same as an event file in TOML, or open schedule.xml, schedule JSON or iCalendar.
        [csv] This is a table (CSV); write the same as an event file in TOML, or open schedule.xml, schedule JSON or iCalendar.
        [xcal] This is a calendar in XML (xCal); look for the same calendar as iCalendar (.ics).
        [jcal] This is a calendar in JSON (jCal); look for the same calendar as iCalendar (.ics).
        [feed] This is a news feed; look for schedule.xml, schedule JSON or iCalendar of the same conference.
        [indico] This is JSON of Indico; open the iCalendar export (.ics) of the same event.
        [hoverboard] This is JSON of Hoverboard; write the same as an event file in TOML, or look for iCalendar.
        [open-event] This is JSON of Open Event (eventyay); open the schedule.xml or iCalendar export of the same event.
        [emf] This is a list of events in JSON, as Electromagnetic Field publishes it; open its schedule.xml or iCalendar instead.
        [times] This is JSON with times, in no format that kurultai knows; look for schedule.xml, c3voc JSON or iCalendar.
        [people] This is a list of people without sessions; open the file that has the sessions.
        [parts] These are parts of a schedule without its sessions; open the file that has the sessions.
        [nothing] There is nothing in this JSON file; open the file that has the sessions.
        [json] This is JSON, but no schedule; look for schedule.xml, c3voc JSON or iCalendar.
        [xml] This is XML, but no schedule; look for schedule.xml, schedule JSON or iCalendar.
       *[text] This is a text, but no schedule; an event file begins with title = "…".
    }
    .help = kurultai reads event files in TOML, schedule.xml, XML of Giggity, c3voc JSON, iCalendar, and JSON of pretalx, Sessionize and OPass.
diagnostic-no-sessions = The file holds no sessions; look for a newer one, or for the one that has them.
diagnostic-only-others =
    { $count ->
        [one] The calendar holds no sessions, only { $count } other entry, such as a to-do; open the one that has them.
       *[other] The calendar holds no sessions, only { $count } other entries, such as to-dos; open the one that has them.
    }
diagnostic-no-title = The file gives no title; “{ $title }” stands in its place.
diagnostic-no-zone = The file does not say in which time zone its times are; they are shown as the venue's clock.
diagnostic-bad-value = `{ $key }` is “{ $value }”, which cannot be read; it is left out.
diagnostic-repeated-id = The id `{ $id }` is that of another session, too; both are shown.
diagnostic-unknown-reference = The file names a { diagnostic-what } “{ $id }” that it does not describe.
diagnostic-shared-key = Several speakers have the id “{ $id }”, so this session does not say which of them is meant; the id is shown.
    .help = Give each speaker an id of their own.
diagnostic-room-conflict = A session that is listed in “{ $listed }” says that it is in “{ $room }”; it is shown in “{ $room }”.
    .help = Write one of the two in both places.
diagnostic-clock-conflict = The start is { $start }, but the date says { $date }; the date counts.
diagnostic-doubtful-offset = Dates show the clock of { $zone } with an offset from UTC that is not its own; the clock counts.
diagnostic-outside-day =
    { $count ->
        [one] A session is listed under { $day } but is on another day; it is shown where its date says.
       *[other] { $count } sessions are listed under { $day } but are on another day; they are shown where their dates say.
    }
diagnostic-no-length = This session ends when it begins, or before; its end is not known.
diagnostic-too-long =
    { $days ->
        [one] The session would take { $days } day, longer than the event; its length is left out.
       *[other] The session would take { $days } days, longer than the event; its length is left out.
    }
diagnostic-padded-name =
    { $count ->
        [one] Blanks stand around a name; they are left out.
       *[other] Blanks stand around { $count } names; they are left out.
    }
diagnostic-several-names = “{ $name }” may be several people; the file has them as one, and so they are shown.
diagnostic-left-out =
    { $count ->
        [one] A session that is not part of the program is left out: it is a draft, rejected or withdrawn.
       *[other] { $count } sessions that are not part of the program are left out: they are drafts, rejected or withdrawn.
    }
diagnostic-broken-component = Here a `{ $name }` begins or ends, but only one of its two lines, BEGIN and END, can be read.
    .help = It is shown as far as it goes; the file may be cut off or damaged.
diagnostic-no-calendar-line =
    { $count ->
        [one] A line is no line of a calendar; it is taken for more of the text above it, where there is one.
       *[other] { $count } lines are no lines of a calendar; they are taken for more of the text above them, where there is one.
    }
diagnostic-no-start =
    { $count ->
        [one] A session has no DTSTART; it is listed without a time.
       *[other] { $count } sessions have no DTSTART; they are listed without a time.
    }
diagnostic-shared-uid = { $count } sessions share their UID with others; all are shown, but none is known by it.
diagnostic-older-version =
    { $count ->
        [one] A session is here in an older version, too; the one with the highest SEQUENCE is shown.
       *[other] { $count } older versions of sessions are here, too; those with the highest SEQUENCE are shown.
    }
diagnostic-rule-not-followed = The session repeats by `{ $rule }`; not all of its repetitions are shown.
    .help = Compare its times with the schedule as it was published. Rules by days, weeks, months and years are followed, by hours and week numbers not.
diagnostic-repeats-on = The session repeats by `{ $rule }`; it is shown until { $date }, 400 days after it begins.
diagnostic-zone-by-rules = The time zone `{ $value }` has no name that is known; by its rules its clock is that of { $zone }.
diagnostic-zone-not-followed = The file describes the time zone `{ $zone }` by `{ $value }`, which is not followed; times in it may be wrong by an hour.
    .help = Compare its times with the schedule as it was published.
diagnostic-times-in-utc = All times are in UTC, and the schedule does not say where the venue is; days and hours are not those of the venue.
    .help = Give its time zone with `--venue-tz`, or have the schedule name it: “Europe/Berlin”.
diagnostic-several-zones = Times are given in several time zones, and none is said to be that of the conference; each session is shown on its own clock.
diagnostic-damaged = The file is broken off or damaged here; what can be read of the rest is shown.
diagnostic-dead-link =
    { $count ->
        [one] A link leads nowhere outside of its page (“{ $value }”); it is left out.
       *[other] { $count } links lead nowhere outside of their page (“{ $value }” is the first); they are left out.
    }
diagnostic-mended-link =
    { $count ->
        [one] The address “{ $value }” is misspelt; it is read as “{ $shown }”.
       *[other] { $count } addresses are misspelt; the first, “{ $value }”, is read as “{ $shown }”.
    }
diagnostic-other-scheme =
    { $count ->
        [one] The address “{ $value }” is of a kind that browsers do not open; it is shown as text.
       *[other] { $count } addresses are of kinds that browsers do not open (“{ $value }” is the first); they are shown as text.
    }
diagnostic-no-address =
    { $count ->
        [one] “{ $value }” is written in place of an address and is none; it is left out.
       *[other] { $count } texts are written in place of addresses and are none (“{ $value }” is the first); they are left out.
    }

## Findings: the program as a whole

diagnostic-outside-dates = “{ $title }” is on { $date }, but the conference is on other days: { $dates }.
    .help = Put right the date here, or the dates at the top of the file.
diagnostic-room-overlap =
    { $how ->
        [several] While “{ $other }” is in { $room }, { $count } other sessions begin there, “{ $title }” first.
        [at-once] “{ $other }” and “{ $title }” begin in { $room } at once.
       *[later] When “{ $title }” begins, “{ $other }” is still in { $room }.
    }
diagnostic-skipped-time = “{ $title }” begins or ends at { $time }, which is skipped that night, when clocks are put forward; it is read as an hour later.
diagnostic-repeated-time = “{ $title }” begins or ends at { $time }, which comes twice that night, when clocks are put back; the first one is taken.
diagnostic-person-overlap =
    { $how ->
        [several] While { $person } is in “{ $other }”, { $count } other sessions with them begin, “{ $title }” first.
        [at-once] “{ $other }” and “{ $title }”, both with { $person }, begin at once.
       *[later] When “{ $title }” begins, { $person } is still in “{ $other }”.
    }
diagnostic-missing-date =
    { $count ->
        [one] “{ $title }” has a time but no day; it stands under “Day not announced”.
       *[other] { $count } sessions, “{ $title }” first, have a time but no day; they stand under “Day not announced”.
    }
    .help = Write `date = { $date }` below each `[[agenda]]`, with the day of that session; a `[[days]]` line is no heading.
