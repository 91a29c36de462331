//! A charter as it was typed, for the form that is filled in from it.

use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};

use crate::diagnostic::Span;
use crate::source::SourceFile;
use crate::yaml::{Node, Value};

/// Shorter texts take less room than their places.
const SHORTEST: usize = 12;

/// What the form is given of a charter beside its text, in JSON:
/// `{"values": {…}, "lines": [[start, end]], "body"}`.
///
/// `start` and `end` are the first line of a key and the line after its last, counted from 0, in the order of the
/// values; `body` is the first line after the front matter. If the front matter is laid out so that its keys cannot be
/// replaced one by one, `lines` is `null`. Every scalar is text, as it was typed: the text itself, or `[start, end]`,
/// its place in the file in bytes. All charters are kept in memory until they are written, and their texts are there
/// already.
#[derive(Debug, Serialize)]
pub struct Typed(Box<RawValue>);

#[derive(Serialize)]
struct Contents<'a> {
    values: Values<'a>,
    lines: Option<Vec<[usize; 2]>>,
    body: usize,
}

/// A tree, and the text of its file.
#[derive(Clone, Copy)]
struct Values<'a>(&'a Node, &'a str);

impl Typed {
    /// Of the tree of a front matter, and the text below it.
    pub(super) fn of(source: &SourceFile, root: &Node, body: Span) -> Self {
        let text: &str = source.text();
        let line_of =
            |offset: usize| memchr::memchr_iter(b'\n', &text.as_bytes()[..offset]).count();
        let begins_a_line = |offset: u32| offset == 0 || text[..offset as usize].ends_with('\n');
        let lines = match &root.value {
            Value::Mapping(entries)
                if !text[root.span.range()].starts_with('{')
                    && entries.iter().all(|entry| begins_a_line(entry.key_span.start)) =>
            {
                let lines = entries.iter().map(|entry| {
                    let last = entry.value.span.end.max(entry.key_span.end) as usize;
                    let end = line_of(text[..last].trim_end().len()) + 1;
                    [line_of(entry.key_span.range().start), end]
                });
                Some(lines.collect())
            }
            _ => None,
        };
        // A file may end right behind the second line of hyphens.
        let body = line_of(body.range().start) + usize::from(!begins_a_line(body.start));
        let contents = Contents { values: Values(root, text), lines, body };
        Self(to_raw_value(&contents).unwrap_or_default()) // every key is a text
    }
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(node, text) = *self;
        let within = |node| Values(node, text);
        match &node.value {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(value) => serializer.collect_str(value),
            Value::Number(typed) | Value::Text(typed) => match place(typed, node.span, text) {
                Some(place) => place.serialize(serializer),
                None => serializer.serialize_str(typed),
            },
            Value::Sequence(items) => serializer.collect_seq(items.iter().map(within)),
            Value::Mapping(entries) => serializer
                .collect_map(entries.iter().map(|entry| (&entry.key, within(&entry.value)))),
        }
    }
}

/// Where the file has a text as it is, maybe behind a quotation mark.
fn place(typed: &str, span: Span, text: &str) -> Option<[usize; 2]> {
    let start = span.range().start;
    let mut places = [start, start + 1].into_iter().map(|start| [start, start + typed.len()]);
    places.find(|[start, end]| text.get(*start..*end) == Some(typed) && typed.len() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value as Json, json};

    fn typed(text: &str) -> Json {
        let source = SourceFile::new("content/groups/a.md", text);
        let (root, body) = crate::yaml::parse_front_matter(&source, &mut Vec::new()).unwrap();
        serde_json::from_str(Typed::of(&source, &root, body).0.get()).unwrap()
    }

    #[test]
    fn texts_are_as_they_were_typed_or_where_the_file_has_them() {
        let text = "---\nname: A circle of friends in Leeds\nsize: {ideal: 08}\nwho:\n  - \"Anybody \\\"at all\\\" who asks\"\n  - 'Anybody who asks'\n  - yes\n  -\n---\n";
        let typed = typed(text);
        let values = json!({
            "name": [10, 38], "size": {"ideal": "08"},
            "who": ["Anybody \"at all\" who asks", [101, 117], "yes", null],
        });
        assert_eq!(typed["values"], values);
        assert_eq!(
            (&text[10..38], &text[101..117]),
            ("A circle of friends in Leeds", "Anybody who asks")
        );
        assert_eq!(
            (&typed["lines"], &typed["body"]),
            (&json!([[1, 2], [2, 3], [3, 8]]), &json!(9))
        );
    }

    #[test]
    fn keys_that_cannot_be_replaced_one_by_one_have_no_places() {
        let typed = typed("---\n{name: A}\n---");
        assert_eq!((&typed["lines"], &typed["body"]), (&Json::Null, &json!(3)));
    }
}
