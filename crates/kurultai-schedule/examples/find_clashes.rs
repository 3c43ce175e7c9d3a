//! Lists double bookings of rooms and people: `cargo run --package kurultai-schedule --example find_clashes
//! -- schedule.xml`

use std::{env, fs, io};

use kurultai_schedule::check::check;
use kurultai_schedule::diagnostic::{Code, MessageArg, Source};
use kurultai_schedule::format;

fn main() -> io::Result<()> {
    let Some(path) = env::args().nth(1) else {
        return Err(io::Error::other("usage: find_clashes FILE"));
    };
    let (source, _) = Source::decode(&path, fs::read(&path)?);
    let parsed = format::read(&source);
    for diagnostic in check(&parsed.conference, &parsed.source_map) {
        if matches!(diagnostic.code, Code::RoomOverlap | Code::PersonOverlap) {
            let line = source.position(diagnostic.span.start).line;
            let args: Vec<String> = diagnostic
                .args
                .iter()
                .filter_map(|(name, arg)| match arg {
                    MessageArg::Text(text) => Some(format!("{name} {text}")),
                    MessageArg::Number(_) | MessageArg::Word(_) => None,
                })
                .collect();
            println!("{path}:{line}: {}: {}", diagnostic.code.as_str(), args.join(", "));
        }
    }
    Ok(())
}
