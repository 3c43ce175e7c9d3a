//! What real files hold.

use super::corpus::{self, Counts};

#[test]
fn nothing_is_lost_of_what_was_published() {
    let files = [
        ("34c3-2017.xml", 169, 221, (4, 4), 8, 4),
        ("38c3-2024.xml", 1007, 571, (72, 72), 7, 4),
        ("debconf-2023.xml", 117, 87, (5, 5), 12, 8),
        ("emf-2024.xml", 482, 263, (44, 44), 4, 4),
        // This one lists no rooms beside the sessions.
        ("fosdem-2012.xml", 442, 513, (23, 23), 37, 2),
        ("fosdem-2023.xml", 780, 787, (35, 35), 61, 2),
        ("fosdem-2025-pretalx-full.xml", 1105, 1193, (35, 35), 78, 2),
        ("fosdem-2025.xml", 943, 992, (29, 40), 69, 2),
    ];
    for (name, sessions, people, rooms, tracks, days) in files {
        let Some(program) = corpus::program(&format!("frab-xml/{name}")) else { continue };
        let counts = Counts { sessions, people, rooms, tracks, days };
        assert_eq!(Counts::of(&program.conference, &program.index), counts, "{name}");
    }
}
