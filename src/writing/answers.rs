//! Answers as a tree, and how they are read from a file.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::charter::Key;
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use crate::yaml::{self, Node, Value};

/// Answers by the keys of a charter. Every scalar is text as it was typed; the text below the front
/// matter is under `about`.
pub type Answers = serde_json::Map<String, Json>;

/// Reads answers from YAML with the keys of a charter, or from a charter itself. `None` for a text that is
/// neither; why is then among the problems.
pub fn read(source: &Arc<SourceFile>, problems: &mut Vec<Diagnostic>) -> Option<Answers> {
    let is_charter = source.text().starts_with("---") && source.text().contains("\n---");
    let (root, about) = if is_charter {
        let (root, body) = yaml::parse_front_matter(source, problems)?;
        (root, Some(source.text()[body.range()].to_owned()))
    } else {
        (yaml::parse_file(source, problems)?, None)
    };
    let Value::Mapping(_) = root.value else {
        let mut decoder = yaml::Decoder::new(source, &root);
        let known: Vec<&str> = Key::of_charter().iter().map(|key| key.name).collect();
        decoder.fields(&root, root.span, &known);
        problems.extend(decoder.finish());
        return None;
    };
    let Json::Object(mut answers) = value(&root) else { return None };
    if let Some(about) = about {
        answers.insert("about".to_owned(), Json::String(about));
    }
    Some(answers)
}

/// A tree without its places, every scalar as the text that was typed.
fn value(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::String(value.to_string()),
        Value::Number(typed) | Value::Text(typed) => Json::String(typed.clone()),
        Value::Sequence(items) => items.iter().map(value).collect(),
        Value::Mapping(entries) => {
            let entries = entries.iter().map(|entry| (entry.key.clone(), value(&entry.value)));
            Json::Object(entries.collect())
        }
    }
}

/// Puts an answer under a path such as `joining.contact`, with the sets of keys above it.
pub fn set(answers: &mut Answers, path: &str, value: impl Into<Json>) {
    match path.split_once('.') {
        None => {
            answers.insert(path.to_owned(), value.into());
        }
        Some((key, rest)) => {
            let inner = answers.entry(key).or_insert_with(|| Json::Object(Answers::new()));
            if !inner.is_object() {
                *inner = Json::Object(Answers::new());
            }
            if let Json::Object(inner) = inner {
                set(inner, rest, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read_text(text: &str) -> (Option<Json>, usize) {
        let mut problems = Vec::new();
        let answers = read(&Arc::new(SourceFile::new("answers.yaml", text)), &mut problems);
        (answers.map(Json::Object), problems.len())
    }

    #[test]
    fn answers_are_read_as_they_were_typed() {
        let text = "name: A\nsize: {ideal: 8}\nmeetings:\n  - time: 18:30\nabout: |\n  One.\n";
        let wanted = json!({
            "name": "A", "size": {"ideal": "8"}, "meetings": [{"time": "18:30"}], "about": "One.\n",
        });
        assert_eq!(read_text(text), (Some(wanted), 0));
    }

    #[test]
    fn a_charter_is_read_with_the_text_below_it() {
        let wanted = json!({"name": "A", "about": "Body.\n"});
        assert_eq!(read_text("---\nname: A\n---\nBody.\n"), (Some(wanted), 0));
    }

    #[test]
    fn what_is_no_set_of_keys_is_a_problem() {
        assert_eq!(read_text("- a\n"), (None, 1));
        assert_eq!(read_text("name: [a\n").0, None);
    }
}
