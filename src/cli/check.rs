//! `kurultai check FILE…`: everything that is wrong with files, at once.

use std::path::PathBuf;

use super::Outcome;
use super::load::Loaded;
use super::streams::Streams;
use crate::diagnostic::full;
use crate::locale::{Locale, Message, Value};

/// As wide are excerpts, whatever the terminal.
const WIDTH: usize = 80;
/// So many findings of a file are printed in full; somebody who has more begins with these.
const MOST: usize = 1000;

pub(super) fn run(paths: &[PathBuf], locale: &Locale, streams: &mut Streams) -> Outcome {
    let mut outcome = Outcome::Fine;
    for path in paths {
        let loaded = match Loaded::from_path(path, locale) {
            Ok(loaded) => loaded,
            Err(sentence) => {
                streams.note(&sentence);
                outcome = Outcome::Failed;
                continue;
            }
        };
        let findings = loaded.findings.iter().take(MOST);
        let texts: Vec<String> =
            findings.map(|finding| full(finding, &loaded.source, locale, WIDTH)).collect();
        streams.answer(&texts.join("\n"));
        if loaded.findings.len() > MOST {
            let values = [("count", Value::count(loaded.findings.len() - MOST))];
            streams.answer(&format!("\n{}\n", locale.with(Message::CheckMore, &values)));
        }
        streams.note(&summary(&loaded, locale));
        let (errors, warnings) = loaded.counts();
        if errors + warnings > 0 && outcome == Outcome::Fine {
            outcome = Outcome::Findings;
        }
    }
    outcome
}

fn summary(loaded: &Loaded, locale: &Locale) -> String {
    let (errors, warnings) = loaded.counts();
    let name = Value::from(loaded.source.name());
    if errors + warnings == 0 {
        return locale.with(Message::CheckFine, &[("path", name)]);
    }
    let errors = locale.with(Message::CheckErrors, &[("count", Value::count(errors))]);
    let warnings = locale.with(Message::CheckWarnings, &[("count", Value::count(warnings))]);
    let values = [("path", name), ("errors", Value::text(&errors)), ("warnings", Value::text(&warnings))];
    locale.with(Message::CheckSummary, &values)
}
