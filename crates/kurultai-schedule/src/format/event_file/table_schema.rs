//! [`Form`] and [`TableSchema`]: the JSON Schema of a value and of a table.
//!
//! Everything is in place, without `$ref`: editors show the description of the schema that a `$ref` leads to
//! instead of the one next to it. A value of several types has a list of types instead of alternatives: then the
//! message about a wrong one names the right ones.

use serde_json::{Map, Value, json};

use super::allowed::ALLOW;
use crate::diagnostic::{Code, Severity};

/// The values that a key accepts.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    types: Vec<&'static str>,
    /// The keywords besides `type`; each applies to values of one type only.
    keywords: Map<String, Value>,
    /// True if the table must have the key.
    is_required: bool,
    /// The key that may be in the table instead.
    instead: Option<&'static str>,
}

impl Form {
    /// Accepts values of a type with these properties.
    pub(super) fn of(name: &'static str, keywords: Value) -> Self {
        Self { types: vec![name], ..Self::default() }.with(keywords)
    }

    /// Accepts what any of these schemas accepts.
    pub(super) fn any(schemas: impl IntoIterator<Item = Value>) -> Self {
        let schemas: Value = schemas.into_iter().collect();
        Self::default().with(json!({ "anyOf": schemas }))
    }

    /// Adds keywords.
    pub(super) fn with(mut self, keywords: Value) -> Self {
        if let Value::Object(keywords) = keywords {
            self.keywords.extend(keywords);
        }
        self
    }

    /// Accepts the values of another form, too, which are of other types.
    pub(super) fn or(mut self, other: Self) -> Self {
        self.types.extend(other.types);
        self.keywords.extend(other.keywords);
        self
    }

    /// Accepts a list of such values, too.
    pub(super) fn or_list(self) -> Self {
        let items = self.clone().into_json();
        Self { types: vec!["array"], ..Self::default() }.or(self).with(json!({ "items": items }))
    }

    pub(super) fn required(self) -> Self {
        Self { is_required: true, ..self }
    }

    /// Requires the key or another one.
    pub(super) fn required_unless(self, other: &'static str) -> Self {
        Self { instead: Some(other), ..self }
    }

    fn into_json(self) -> Value {
        let mut schema = Map::new();
        match self.types.as_slice() {
            [] => {}
            [only] => _ = schema.insert("type".to_owned(), json!(only)),
            types => _ = schema.insert("type".to_owned(), json!(types)),
        }
        schema.extend(self.keywords);
        Value::Object(schema)
    }
}

/// The keys of a table.
#[derive(Debug)]
pub(super) struct TableSchema {
    /// A sentence about the table.
    pub(super) about: String,
    pub(super) properties: Map<String, Value>,
    required: Vec<&'static str>,
    /// The keys of which the table must have at least one.
    alternatives: Vec<&'static str>,
}

/// Joins the lines of a comment.
fn joined(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

impl TableSchema {
    /// A table without keys. `about` has the lines of its comment.
    pub(super) fn new(about: &[&str]) -> Self {
        let (required, alternatives) = (Vec::new(), Vec::new());
        Self { about: joined(about), properties: Map::new(), required, alternatives }
    }

    /// Adds a key. `about` has the lines of its comment.
    pub(super) fn key(&mut self, key: &'static str, about: &[&str], form: Form) {
        if form.is_required {
            self.required.push(key);
        }
        if let Some(other) = form.instead {
            self.alternatives = vec![key, other];
        }
        let mut property = Map::from_iter([("description".to_owned(), json!(joined(about)))]);
        if let Value::Object(keywords) = form.into_json() {
            property.extend(keywords);
        }
        self.properties.insert(key.to_owned(), Value::Object(property));
    }

    /// Adds the key that every table may have.
    pub(super) fn allow(&mut self) {
        let codes = Code::ALL.iter().filter(|code| code.severity() != Severity::Error);
        let codes: Value = codes.map(|code| code.as_str()).collect();
        let list = Form::of("array", json!({ "items": { "type": "string", "enum": codes } }));
        let form = list.or(Form::of("string", json!({})));
        self.key(ALLOW, &["Codes of warnings and hints that `check` does not report here."], form);
    }

    /// Returns the table as a form.
    pub(super) fn form(self) -> Form {
        let form =
            Form::of("object", json!({ "properties": self.properties, "additionalProperties": false }));
        let form = match self.required.as_slice() {
            [] => form,
            keys => form.with(json!({ "required": keys })),
        };
        match self.alternatives.as_slice() {
            [] => form,
            keys => {
                let schemas: Value = keys.iter().map(|key| json!({ "required": [key] })).collect();
                form.with(json!({ "anyOf": schemas }))
            }
        }
    }

    /// Returns the schema of the table.
    pub(super) fn into_json(self) -> Value {
        let about = json!({ "description": self.about });
        match (about, self.form().into_json()) {
            (Value::Object(mut about), Value::Object(keywords)) => {
                about.extend(keywords);
                Value::Object(about)
            }
            (_, form) => form,
        }
    }
}
