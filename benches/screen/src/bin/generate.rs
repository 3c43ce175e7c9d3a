//! `generate FORMAT SESSIONS FILE`: writes a generated schedule. `FORMAT` is the end of its file name: toml, xml, json, ics.

use std::process::ExitCode;
use std::{env, fs};

use kurultai_bench::{Format, Schedule, Size};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [format, sessions, file] = &arguments[..] else { return usage() };
    let format = Format::ALL.into_iter().find(|known| known.ending() == format);
    let (Some(format), Ok(sessions)) = (format, sessions.parse()) else { return usage() };
    match fs::write(file, format.write(&Schedule::new(Size::of(sessions)))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file} cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: generate toml|xml|json|ics SESSIONS FILE");
    ExitCode::from(2)
}
