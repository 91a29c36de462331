//! A charter as it was typed, for the form that is filled in from it.

use std::fmt::{self, Write as _};

use memchr::memchr_iter;

use crate::diagnostic::Span;
use crate::source::SourceFile;
use crate::yaml::{Node, Value};

/// Stands around the place of a text, `120-186`, and around the lines of a key, `3-4-"name"`. JSON has no such
/// character in it.
const MARK: char = '\u{1}';
/// Shorter texts take less room than their places.
const SHORTEST: usize = 12;

/// The values of a charter and where its keys stand, as JSON in which a text that the file holds as it is, is
/// but the place of that text: all charters are kept until they are written.
pub struct Typed(Box<str>);

/// The places in it are of no use without the text, which the charter has too.
impl fmt::Debug for Typed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Typed").finish_non_exhaustive()
    }
}

impl Typed {
    /// Of the tree of a front matter, which is a set of keys, and the text below it.
    pub(super) fn of(source: &SourceFile, root: &Node, body: Span) -> Self {
        let text = source.text();
        let begins_a_line = |offset: u32| offset == 0 || text[..offset as usize].ends_with('\n');
        let mut lines = Lines { text, offset: 0, number: 0 };
        let mut json = String::with_capacity(text.len() / 2);
        json.push_str("\"entries\":");
        match &root.value {
            Value::Mapping(entries)
                if !text[root.span.range()].starts_with('{')
                    && entries.iter().all(|entry| begins_a_line(entry.key_span.start)) =>
            {
                write_all(&mut json, ['[', ']'], entries, |json, entry| {
                    let last = entry.value.span.end.max(entry.key_span.end);
                    let start = lines.until(entry.key_span.start as usize);
                    let end = lines.until(text[..last as usize].trim_end().len()) + 1;
                    let _ = write!(json, "{MARK}{start}-{end}-");
                    push(json, &entry.key);
                    json.push(MARK);
                });
            }
            _ => json.push_str("null"),
        }
        // A file may end right behind the second line of hyphens.
        let body = lines.until(body.start as usize) + usize::from(!begins_a_line(body.start));
        let _ = write!(json, ",\"body\":{body},\"values\":");
        write_value(&mut json, root, text);
        Self(json.into())
    }

    /// Writes what the form is given of a charter, as JSON:
    /// `{"file", "text", "values": {…}, "entries": [{"key", "start", "end"}], "body"}`.
    ///
    /// Every scalar is text, as it was typed. `start` and `end` are the first line of an entry and the line after
    /// its last, counted from 0; `body` is the first line after the front matter. Where the front matter is laid
    /// out so that its keys cannot be replaced one by one, `entries` is `null`.
    pub fn write(&self, source: &SourceFile, json: &mut String) {
        let text = source.text();
        json.push_str("{\"file\":");
        push(json, source.path());
        json.push_str(",\"text\":");
        push(json, text);
        json.push(',');
        for (number, piece) in self.0.split(MARK).enumerate() {
            let mut parts = piece.splitn(3, '-');
            match [parts.next(), parts.next(), parts.next()] {
                [Some(start), Some(end), None] if number % 2 == 1 => {
                    let offset = |typed: &str| typed.parse().unwrap_or(0); // `write_value` wrote it
                    push(json, &text[offset(start)..offset(end)]);
                }
                [Some(start), Some(end), Some(key)] if number % 2 == 1 => {
                    let _ = write!(json, "{{\"key\":{key},\"start\":{start},\"end\":{end}}}");
                }
                _ => json.push_str(piece),
            }
        }
        json.push('}');
    }
}

/// Counts lines from one offset to the next.
struct Lines<'a> {
    text: &'a str,
    offset: usize,
    number: usize,
}

impl Lines<'_> {
    /// How many lines end before an offset, which is not before the last one.
    fn until(&mut self, offset: usize) -> usize {
        let between = self.text.as_bytes().get(self.offset..offset).unwrap_or_default();
        self.number += memchr_iter(b'\n', between).count();
        self.offset = offset;
        self.number
    }
}

fn write_value(json: &mut String, node: &Node, text: &str) {
    match &node.value {
        Value::Null => json.push_str("null"),
        Value::Bool(value) => push(json, if *value { "true" } else { "false" }),
        Value::Number(typed) | Value::Text(typed) => {
            // As it is, or behind a quotation mark.
            let starts = [node.span.start as usize, node.span.start as usize + 1];
            let place = |start: usize| (start, start + typed.len());
            let mut places = starts.into_iter().map(place);
            match places.find(|(start, end)| text.get(*start..*end) == Some(typed)) {
                Some((start, end)) if typed.len() >= SHORTEST => {
                    let _ = write!(json, "{MARK}{start}-{end}{MARK}");
                }
                _ => push(json, typed),
            }
        }
        Value::Sequence(items) => {
            let write = |json: &mut String, item: &Node| write_value(json, item, text);
            write_all(json, ['[', ']'], items, write);
        }
        Value::Mapping(entries) => write_all(json, ['{', '}'], entries, |json, entry| {
            push(json, &entry.key);
            json.push(':');
            write_value(json, &entry.value, text);
        }),
    }
}

fn write_all<T>(
    json: &mut String,
    [open, close]: [char; 2],
    items: &[T],
    mut write: impl FnMut(&mut String, &T),
) {
    json.push(open);
    for (position, item) in items.iter().enumerate() {
        if position > 0 {
            json.push(',');
        }
        write(json, item);
    }
    json.push(close);
}

/// Writes a text as JSON.
fn push(json: &mut String, text: &str) {
    json.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\')
    {
        json.push_str(&rest[..at]);
        let _ = match rest.as_bytes()[at] {
            b'\n' => json.write_str("\\n"),
            byte @ (b'"' | b'\\') => write!(json, "\\{}", char::from(byte)),
            byte => write!(json, "\\u{byte:04x}"),
        };
        rest = &rest[at + 1..];
    }
    json.push_str(rest);
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value as Json, json};

    fn written(source: &SourceFile) -> Json {
        let (root, body) = crate::yaml::parse_front_matter(source, &mut Vec::new()).unwrap();
        let mut json = String::new();
        Typed::of(source, &root, body).write(source, &mut json);
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn texts_are_as_they_were_typed_however_they_are_quoted() {
        let text = "---\nname: A circle of friends in Leeds\nsize: {ideal: 08}\nwho:\n  - \"Anybody \\\"at all\\\" who asks\"\n  - yes\n  -\n---\n";
        let said = written(&SourceFile::new("content/groups/a.md", text));
        let values = json!({
            "name": "A circle of friends in Leeds", "size": {"ideal": "08"},
            "who": ["Anybody \"at all\" who asks", "yes", null],
        });
        assert_eq!((&said["values"], &said["text"]), (&values, &json!(text)));
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

    proptest! {
        #[test]
        fn any_text_is_json(text in any::<String>()) {
            let mut json = String::new();
            push(&mut json, &text);
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
