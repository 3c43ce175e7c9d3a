//! Lists the sessions of a schedule in any format: `cargo run --package kurultai-schedule --example read_schedule -- schedule.xml`

use std::{env, fs, io};

use kurultai_schedule::diagnostic::Source;
use kurultai_schedule::format;

fn main() -> io::Result<()> {
    let Some(path) = env::args().nth(1) else {
        return Err(io::Error::other("usage: read_schedule FILE"));
    };
    let (source, _) = Source::decode(&path, fs::read(&path)?);
    let parsed = format::read(&source);
    let reading = parsed.conference.reading(None);
    println!("{}", parsed.conference.title.get(&reading));
    for session in &parsed.conference.sessions {
        let start = session.times.start_datetime().map_or_else(|| "?".to_owned(), |start| start.to_string());
        let title = session.title.as_ref().map_or("(no title)", |title| title.get(&reading).as_str());
        println!("{start}  {title}");
    }
    for diagnostic in &parsed.diagnostics {
        let line = source.position(diagnostic.span.start).line;
        eprintln!("{path}:{line}: {}", diagnostic.code.as_str());
    }
    Ok(())
}
