//! A charter as the form is filled in from it.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use crate::source::SourceFile;
use crate::writing::value;
use crate::yaml::{self, Value};

/// A charter's text with its values, and where each of its keys stands, as JSON:
/// `{"file", "text", "values": {…}, "entries": [{"key", "start", "end"}], "body"}`.
///
/// Every scalar is text, as it was typed. `start` and `end` are the first line of an entry and the line
/// after its last, counted from 0; `body` is the first line after the front matter. Without `entries`,
/// the front matter is laid out so that its keys cannot be replaced one by one. `None` for a text that
/// is no charter.
pub(super) fn values(source: &Arc<SourceFile>) -> Option<String> {
    let mut problems = Vec::new();
    let (root, body) = yaml::parse_front_matter(source, &mut problems)?;
    let Value::Map(entries) = &root.value else { return None };
    let line =
        |offset: usize| source.text()[..offset].bytes().filter(|byte| *byte == b'\n').count();
    let begins_a_line =
        |offset: usize| offset == 0 || source.text().as_bytes()[offset - 1] == b'\n';
    let in_braces = source.text()[root.span.range()].starts_with('{');
    let by_lines =
        !in_braces && entries.iter().all(|entry| begins_a_line(entry.key_span.start as usize));
    let places = entries.iter().map(|entry| {
        let value = &entry.value.span;
        let last = (value.end as usize).max(entry.key_span.end as usize);
        let text = source.text()[..last].trim_end();
        json!({
            "key": entry.key,
            "start": line(entry.key_span.start as usize),
            "end": line(text.len()) + 1,
        })
    });
    let values: Map<String, Json> =
        entries.iter().map(|entry| (entry.key.clone(), value(&entry.value))).collect();
    let charter = json!({
        "file": &**source.path(),
        "text": &**source.text(),
        "values": values,
        "entries": by_lines.then(|| places.collect::<Vec<_>>()),
        // A file may end right behind the second line of hyphens.
        "body": line(body.start as usize) + usize::from(!begins_a_line(body.start as usize)),
    });
    Some(charter.to_string())
}
