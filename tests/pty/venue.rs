//! The time zone of a venue, for a schedule without one: given once, and remembered for the event.

use std::fs;
use std::path::Path;

use crate::session::{Session, Setup};
use crate::{PROGRAM, QUIT, ends};

const FAIR: &str = "BEGIN:VCALENDAR\nX-WR-CALNAME:Fair\nX-WR-TIMEZONE:UTC\n\
    BEGIN:VEVENT\nUID:1\nSUMMARY:Doors\nDTSTART:20261012T170000Z\nDTEND:20261012T220000Z\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:2\nSUMMARY:Party\nDTSTART:20261013T050000Z\nDTEND:20261013T083000Z\nEND:VEVENT\nEND:VCALENDAR\n";

#[test]
fn the_zone_that_is_given_once_is_there_at_the_next_opening() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("venue");
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("fair.ics");
    fs::write(&file, FAIR).expect("a file");
    let (file, home) = (file.to_str().expect("text"), folder.join("home"));
    let open = |arguments: &[&str]| -> Session {
        let arguments = [&["--tz", "Asia/Tokyo"], arguments, &[file]].concat();
        let mut setup = Setup::new(PROGRAM, &arguments);
        for (name, below) in
            [("XDG_STATE_HOME", "state"), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")]
        {
            setup = setup.variable(name, &home.join(below).to_string_lossy());
        }
        setup.start()
    };
    for (arguments, clock, time) in [
        (&[][..], "my time, Tokyo", "02:00"),
        (&["--venue-tz", "Los Angeles"], "Los Angeles time", "10:00"),
        (&[], "Los Angeles time", "10:00"),
        (&["--venue-tz", "UTC+6"], "UTC+6", "23:00"),
        (&[], "UTC+6", "23:00"),
    ] {
        let session = open(arguments);
        session.wait_for_text(clock);
        session.wait_for_text(time);
        session.type_keys(QUIT);
        ends(&session, 0);
    }
}
