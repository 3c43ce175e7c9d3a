//! [`KeyForms`]: the values that the reader's methods accept, by the names of these methods.

use serde_json::json;

use super::open_enum::{DELEGATION_KINDS, OpenEnum};
use super::record::Record;
use super::table_schema::Form;
use super::values::MAX_MINUTES;
use crate::model::{Attendance, Color, Link, Participation, Role};

/// Each function takes the field that its key fills; only the type of the field matters, and only for records
/// and open enums.
pub(super) struct KeyForms;

/// A language tag with the syntax of `Lang::parse`.
const LANGUAGE: &str = "^[A-Za-z]{2,3}([_-][A-Za-z0-9]{1,8})*$";
/// A scheme and more: schemes that no browser opens are shown as text.
const ADDRESS: &str = r"^\s*[A-Za-z][A-Za-z0-9+.-]*:\S";
const DATE: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
const TIME: &str = r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?";
const OFFSET: &str = "([Zz]|[+-][0-9]{2}:[0-9]{2})";

/// A text of at least one character.
fn word() -> Form {
    Form::of("string", json!({ "minLength": 1 }))
}

/// A text, or a table of languages.
fn texts() -> Form {
    word().or(Form::of(
        "object",
        json!({
            "minProperties": 1,
            "propertyNames": { "pattern": LANGUAGE },
            "additionalProperties": { "type": "string", "minLength": 1 },
        }),
    ))
}

fn address() -> Form {
    Form::of("string", json!({ "pattern": ADDRESS }))
}

fn language() -> Form {
    Form::of("string", json!({ "pattern": LANGUAGE, "examples": ["ky", "ru", "en"] }))
}

fn calendar_date() -> Form {
    Form::of("string", json!({ "format": "date", "pattern": format!("^{DATE}$") }))
}

/// A word, of which editors offer the known ones. Any other is accepted, too.
fn open_words(known: &[&str]) -> Form {
    // Some editors offer the values in `enum`, others those in `examples`.
    word().with(json!({ "examples": known, "anyOf": [{ "enum": known }, true] }))
}

/// One of these words in any case. `others` is a pattern of further ones.
fn closed_words(known: &[&str], others: &str) -> Form {
    let any_case = |c: char| match c {
        'a'..='z' => format!("[{}{c}]", c.to_ascii_uppercase()),
        c => c.to_string(),
    };
    let words: Vec<String> = known.iter().map(|word| word.chars().map(any_case).collect()).collect();
    open_words(known).with(json!({ "pattern": format!(r"^\s*({}{others})\s*$", words.join("|")) }))
}

/// A whole text of a pattern, in quotes, and the same value without quotes in each of these formats.
fn quoted_or(pattern: &str, formats: &[&str]) -> Form {
    let pattern = format!(r"^\s*({pattern})\s*$");
    let plain = |format: &&str| json!({ "type": "string", "format": format, "pattern": pattern });
    let quoted = json!({ "type": "string", "pattern": pattern });
    Form::any(formats.iter().map(plain).chain([quoted]))
}

/// A whole number in a range.
fn integer(least: i64, most: i64) -> Form {
    Form::of("integer", json!({ "minimum": least, "maximum": most }))
}

/// The functions whose form is the same for every field.
macro_rules! forms {
    ($($name:ident => $form:expr;)+) => {$(
        pub(super) fn $name<R, F>(_: fn(&R) -> &F) -> Form {
            $form
        }
    )+};
}

impl KeyForms {
    forms! {
        text => word();
        id_or_name => word().required_unless("name");
        text_or_number => word().or(Form::of("integer", json!({}))).or(Form::of("number", json!({})));
        text_or_datetime => Form::any(
            ["date", "date-time-local", "date-time", "time-local"]
                .map(|format| json!({ "type": "string", "format": format }))
                .into_iter()
                .chain([json!({ "type": "string", "minLength": 1 })]),
        );
        localized => texts();
        localized_or_number => texts().or(Form::of("integer", json!({})));
        localized_list => texts().or_list();
        prose => texts();
        required => texts().required();
        name_or_person => texts().required_unless("person");
        // It may be at the top or in `[event]`.
        title => texts();
        number => integer(0, u32::MAX.into());
        flag => Form::of("boolean", json!({}));
        date => calendar_date();
        required_date => calendar_date().required();
        time => quoted_or(TIME, &["time-local"]);
        day_change => quoted_or(TIME, &["time-local"]);
        moment => quoted_or(
            &format!("({DATE}[Tt ])?{TIME}|{DATE}[Tt ]{TIME}{OFFSET}"),
            &["time-local", "date-time-local", "date-time"],
        );
        duration => {
            let minutes = "[0-9][0-9 ]*[Mm]( *[Ii] *[Nn])? *";
            let pattern = format!("^ *([0-9][0-9 ]*[Hh] *({minutes})?|{minutes})$");
            Form::of("string", json!({ "pattern": pattern })).or(integer(1, MAX_MINUTES))
        };
        zone => word().with(json!({ "examples": ["Asia/Bishkek", "Europe/Berlin", "UTC+6"] }));
        language => language();
        languages => language().or_list();
        url => address();
        required_url => address().required();
        color => closed_words(&Color::NAMES.map(|(name, _)| name), "|#[0-9A-Fa-f]{6}");
        attendance => closed_words(&Attendance::WORDS.map(|(word, _)| word), "");
        delegation_kind => open_words(&DELEGATION_KINDS);
        roles => open_words(Role::KNOWN).or_list();
        reference => word();
        required_reference => word().required();
        references => word().or_list();
        rooms => word().or_list();
        related_session => word();
    }

    pub(super) fn open_enum<R, T: OpenEnum>(_: fn(&R) -> &Option<T>) -> Form {
        open_words(T::KNOWN)
    }

    pub(super) fn table<R, T: Record>(_: fn(&R) -> &Option<T>) -> Form {
        T::schema().form()
    }

    pub(super) fn tables<R, T: Record>(_: fn(&R) -> &Vec<T>) -> Form {
        T::schema().form().or_list()
    }

    pub(super) fn links<R>(_: fn(&R) -> &Vec<Link>) -> Form {
        address().or(Link::schema().form()).or_list()
    }

    pub(super) fn participations<R>(_: fn(&R) -> &Vec<Participation>) -> Form {
        word().or(Participation::schema().form()).or_list()
    }
}
