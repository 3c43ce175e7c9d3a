//! The JSON Schema of the event file, with which editors complete, explain and check it.

use serde_json::{Map, Value, json};

use super::record::Record;
use super::schema::ARRAYS;
use crate::model::Conference;

/// Names the format and its version. It is no address: the schema is printed, not published.
const ID: &str = "urn:kurultai:event-file:1";

/// Returns the JSON Schema (2020-12) of the event file. Dates and times of TOML are strings in it.
///
/// It accepts every valid file, and rejects unknown keys, missing ones and values of a wrong type. Names that
/// nothing has, times that contradict each other and the like are not its business, but that of
/// [`check`](crate::check::check). Neither is a missing title, which may be at the top or in `[event]`: with a
/// condition in the schema of the whole file, Taplo reports no unknown key of it, and Tombi every key.
///
/// ```
/// let schema = kurultai_schedule::format::event_file::json_schema();
/// assert_eq!(schema["properties"]["edition"]["type"], "integer");
/// assert_eq!(schema["$defs"]["room"]["properties"]["name"]["description"], "The name on its door.");
/// ```
#[must_use]
pub fn json_schema() -> Value {
    let conference = Conference::schema();
    let (about, mut properties) = (conference.about, conference.properties);
    let mut definitions = Map::new();
    for array in ARRAYS {
        let items = json!({ "$ref": format!("#/$defs/{}", array.definition) });
        let list = json!({ "description": array.about, "type": "array", "items": items });
        properties.insert(array.name.to_owned(), list);
        definitions.entry(array.definition).or_insert_with(|| (array.schema)().into_json());
    }
    let event = json!({
        "description": "The conference: the keys that may also be at the top of the file.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    properties.insert("event".to_owned(), event);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ID,
        "title": "Event file of kurultai",
        "description": about,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "$defs": definitions,
    })
}
