//! A charter as it was typed, for the form that is filled in from it.

use serde::{Serialize, Serializer};

use crate::diagnostic::Span;
use crate::source::SourceFile;
use crate::yaml::{Node, Value};

/// What the form is given of a charter beside its file and text.
#[derive(Serialize)]
struct Typed<'a> {
    /// `None` where the front matter is laid out so that its keys cannot be replaced one by one.
    entries: Option<Vec<Lines<'a>>>,
    /// The first line after the front matter, counted from 0.
    body: usize,
    values: Values<'a>,
}

/// The first line of an entry and the line after its last, counted from 0.
#[derive(Serialize)]
struct Lines<'a> {
    key: &'a str,
    start: usize,
    end: usize,
}

/// A tree whose every scalar is text, as it was typed.
struct Values<'a>(&'a Node);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.value {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(value) => serializer.collect_str(value),
            Value::Number(typed) | Value::Text(typed) => serializer.serialize_str(typed),
            Value::Sequence(items) => serializer.collect_seq(items.iter().map(Values)),
            Value::Mapping(entries) => serializer
                .collect_map(entries.iter().map(|entry| (&entry.key, Values(&entry.value)))),
        }
    }
}

/// The values of a charter and the lines of its keys, as JSON:
/// `{"entries": [{"key", "start", "end"}], "body", "values": {…}}`.
pub(super) fn as_typed(source: &SourceFile, root: &Node, body: Span) -> Box<str> {
    let text: &str = source.text();
    let line_of = |offset: usize| memchr::memchr_iter(b'\n', &text.as_bytes()[..offset]).count();
    let begins_a_line = |offset: u32| offset == 0 || text[..offset as usize].ends_with('\n');
    let entries = match &root.value {
        Value::Mapping(entries)
            if !text[root.span.range()].starts_with('{')
                && entries.iter().all(|entry| begins_a_line(entry.key_span.start)) =>
        {
            let lines = entries.iter().map(|entry| {
                let last = entry.value.span.end.max(entry.key_span.end) as usize;
                let end = line_of(text[..last].trim_end().len()) + 1;
                Lines { key: &entry.key, start: line_of(entry.key_span.range().start), end }
            });
            Some(lines.collect())
        }
        _ => None,
    };
    // A file may end right behind the second line of hyphens.
    let body = line_of(body.range().start) + usize::from(!begins_a_line(body.start));
    let typed = Typed { entries, body, values: Values(root) };
    serde_json::to_string(&typed).unwrap_or_default().into() // its keys are texts, so it cannot fail
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value as Json, json};

    fn written(source: &SourceFile) -> Json {
        let (root, body) = crate::yaml::parse_front_matter(source, &mut Vec::new()).unwrap();
        serde_json::from_str(&as_typed(source, &root, body)).unwrap()
    }

    #[test]
    fn texts_are_as_they_were_typed_however_they_are_quoted() {
        let text = "---\nname: A circle of friends in Leeds\nsize: {ideal: 08}\nwho:\n  - \"Anybody \\\"at all\\\" who asks\"\n  - yes\n  -\n---\n";
        let said = written(&SourceFile::new("content/groups/a.md", text));
        let values = json!({
            "name": "A circle of friends in Leeds", "size": {"ideal": "08"},
            "who": ["Anybody \"at all\" who asks", "yes", null],
        });
        assert_eq!(said["values"], values);
        let entry = |key, start, end| json!({"key": key, "start": start, "end": end});
        assert_eq!(
            said["entries"],
            json!([entry("name", 1, 2), entry("size", 2, 3), entry("who", 3, 7)])
        );
        assert_eq!(said["body"], 8);
    }

    #[test]
    fn keys_that_cannot_be_replaced_one_by_one_have_no_places() {
        let said = written(&SourceFile::new("content/groups/a.md", "---\n{name: A}\n---"));
        assert_eq!((&said["entries"], &said["body"]), (&Json::Null, &json!(3)));
    }
}
