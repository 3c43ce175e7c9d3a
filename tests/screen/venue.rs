//! Schedules in UTC without the time zone of the venue.

use crate::harness::Screen;

const BOOKS: &str = "BEGIN:VCALENDAR\nX-WR-CALNAME:Book Week\nX-WR-TIMEZONE:UTC\n\
    BEGIN:VEVENT\nUID:1\nSUMMARY:Opening\nDTSTART:20261012T180000Z\nDTEND:20261012T190000Z\nLOCATION:Library\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:2\nSUMMARY:Reading\nDTSTART:20261013T013000Z\nDTEND:20261013T030000Z\nLOCATION:Bar\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:3\nSUMMARY:Party\nDTSTART:20261013T060000Z\nDTEND:20261013T070000Z\nLOCATION:Bar\nEND:VEVENT\nEND:VCALENDAR\n";

/// Returns the first two lines of the screen.
fn top(screen: &Screen) -> Vec<String> {
    screen.text().lines().take(2).map(str::to_owned).collect()
}

#[test]
fn times_are_on_the_clock_of_the_reader_which_is_named() {
    for (zone, city, times) in [
        ("Asia/Bishkek", "Bishkek", ["00:00", "07:30", "12:00"]),
        ("America/Los_Angeles", "Los Angeles", ["11:00", "18:30", "23:00"]),
        ("Asia/Kolkata", "Kolkata", ["23:30", "07:00", "11:30"]),
        ("UTC", "UTC", ["18:00", "01:30", "06:00"]),
    ] {
        let wide = Screen::of(BOOKS).size((120, 40)).tz(zone);
        let label = format!("my time, {city} (venue’s time zone unknown)");
        assert!(top(&wide)[1].ends_with(&label), "{}", wide.text());
        let middle = wide.clone().size((80, 24));
        // Panes keep their names, and so does the time zone.
        let tabs = &top(&middle)[1];
        assert!(
            tabs.contains("2 People") && tabs.ends_with(&format!("my time, {city}")),
            "{}",
            middle.text()
        );
        let narrow = wide.clone().size((40, 12));
        assert_eq!(
            top(&narrow)[0],
            format!(" Book Week{:>29}", format!("my time, {city}")),
            "{}",
            narrow.text()
        );
        for time in times {
            wide.shows(time);
        }
    }
}

#[test]
fn the_clock_is_named_whole_in_every_language_and_width() {
    let names = [("en", "my time, Bishkek"), ("ru", "моё время: Бишкек"), ("ky", "менин убактым: Бишкек")];
    for (language, name) in names {
        for columns in [36, 40, 50, 60, 72, 80, 90, 100, 120, 160] {
            let screen = Screen::of(BOOKS).size((columns, 24)).tz("Asia/Bishkek").ui(language);
            let top = top(&screen).join("\n");
            assert!(top.contains(name), "{columns} {language}\n{top}");
            let clock_labels = top.matches('(').count();
            assert_eq!(
                top.matches(')').count(),
                clock_labels,
                "{columns} {language}: a label is whole\n{top}"
            );
        }
    }
}

#[test]
fn sessions_in_several_time_zones_show_their_offset_in_list_and_detail() {
    let two = "BEGIN:VCALENDAR\nX-WR-CALNAME:Two\nX-WR-TIMEZONE:Europe/Paris\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART:20260905T090000\nDTEND:20260905T100000\nEND:VEVENT\nEND:VCALENDAR\n\
        BEGIN:VCALENDAR\nX-WR-TIMEZONE:Asia/Tokyo\nBEGIN:VEVENT\nUID:b\nSUMMARY:B\nDTSTART:20260905T090000\nDTEND:20260905T100000\nEND:VEVENT\nEND:VCALENDAR\n";
    for size in [(120, 40), (80, 24), (40, 16)] {
        let screen = Screen::of(two).size(size).tz("Asia/Bishkek");
        screen.shows("several time zones").shows("B · UTC+9").shows("A · UTC+2");
        screen.keys("<Enter>").shows("Sat 5 Sept, 09:00–10:00 UTC+9");
        // In the viewer's time zone there is only one.
        screen.keys("z").lacks("B · UTC+9").lacks("several time zones");
    }
}

#[test]
fn every_list_shows_the_time_zone_of_a_session() {
    let session = |title: &str, zone: &str| {
        format!(
            "BEGIN:VCALENDAR\nX-WR-CALNAME:Two\nX-WR-TIMEZONE:{zone}\nBEGIN:VEVENT\nUID:{title}\nSUMMARY:{title} session\nLOCATION:Hall {title}\n\
             DTSTART:20260905T090000\nDTEND:20260905T110000\nATTENDEE;CN=\"{title} Invented\":mailto:{title}@example.org\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    for (one, two, labels) in [
        ("Europe/Paris", "Asia/Tokyo", ["UTC+2", "UTC+9"]),
        ("America/Lima", "Asia/Kathmandu", ["UTC−5", "UTC+5:45"]),
        ("Europe/London", "Europe/Berlin", ["UTC+1", "UTC+2"]),
    ] {
        let text = session("Alpha", one) + &session("Beta", two);
        for size in [(120, 40), (80, 24), (40, 16)] {
            let screen = Screen::of(&text).size(size).tz("Asia/Bishkek").now("2026-01-01T00:00:00Z");
            let is_labelled = |screen: &Screen| {
                let text = screen.text();
                labels.iter().all(|label| text.contains(label))
            };
            let plan = screen.keys(" j 6");
            assert!(is_labelled(&plan), "{one} {size:?}\n{}", plan.text());
            let found = screen.keys("/session");
            assert!(is_labelled(&found), "{one} {size:?}\n{}", found.text());
            // In the viewer's time zone there is only one.
            let own = plan.keys("z");
            assert!(labels.iter().all(|label| !own.text().contains(&format!("· {label}"))), "{}", own.text());
        }
        let people = Screen::of(&text).size((120, 40)).now("2026-01-01T00:00:00Z").keys("2");
        people.shows(&format!("09:00–11:00 {}", labels[0]));
        let timeline = Screen::of(&text).size((120, 40)).now("2026-01-01T00:00:00Z").keys("v");
        assert!(labels.iter().all(|label| timeline.text().contains(label)), "{}", timeline.text());
    }
}

#[test]
fn what_lasts_several_days_is_on_each_day_and_is_one_session() {
    let expo = "title = 'T'\ntimezone = 'Europe/Oslo'\nagenda = [\n\
        { title = 'Expo', date = 2025-10-02, all_day = true, duration = '72h', room = 'R' },\n\
        { title = 'Talk', date = 2025-10-03, start = '10:00', end = '11:00', room = 'R' },\n]\n";
    let first = Screen::of(expo).size((80, 24)).now("2025-01-01T00:00:00Z");
    first.shows("2–4 Oct").shows("Expo");
    let second = first.keys("]");
    second.shows("2–4 Oct").shows("Expo").shows("10:00–11:00");
    second.keys("]").shows("2–4 Oct").lacks("Talk");
    // A pick listed on a later day is the same session, also in the timeline of that day.
    second.keys("g ").shows("6 Plan 1");
    second.keys("g [").shows("★");
    second.keys("v").shows("Expo").shows("Talk");
}
