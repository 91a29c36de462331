//! Answers without what cannot be seen, and without what is empty.

use serde_json::Value as Json;

use super::Answers;
use crate::charter::Key;
use crate::text::{is_hidden, shows_nothing};

/// The answers as a charter takes them.
///
/// Characters that cannot be seen are taken out, as the checks demand. A text is one line with single
/// spaces; only the Markdown texts of a charter and the text below it keep their lines, without white
/// space at the ends of them, with four spaces for a tab, and with one empty line between paragraphs. What
/// is empty then is left out, in lists and sets of keys too.
pub fn tidy(answers: &Answers) -> Answers {
    let tidied = answers.iter().filter_map(|(key, value)| {
        let keeps_lines = key == "about" || Key::at(key).is_some_and(Key::is_markdown);
        Some((key.clone(), tidy_value(value, keeps_lines)?))
    });
    tidied.collect()
}

fn tidy_value(value: &Json, keeps_lines: bool) -> Option<Json> {
    match value {
        Json::Null => None,
        Json::String(text) => {
            let text = if keeps_lines { tidy_text(text) } else { tidy_line(text) };
            (!shows_nothing(&text)).then_some(Json::String(text))
        }
        Json::Array(items) => {
            let items: Vec<Json> =
                items.iter().filter_map(|item| tidy_value(item, keeps_lines)).collect();
            (!items.is_empty()).then_some(Json::Array(items))
        }
        Json::Object(parts) => {
            let parts = parts
                .iter()
                .filter_map(|(key, part)| tidy_value(part, false).map(|part| (key.clone(), part)));
            let parts: Answers = parts.collect();
            (!parts.is_empty()).then_some(Json::Object(parts))
        }
        other => Some(other.clone()),
    }
}

/// One line with single spaces.
pub(super) fn tidy_line(text: &str) -> String {
    let visible = visible(text);
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines as Markdown takes them.
pub(super) fn tidy_text(text: &str) -> String {
    let text = visible(text).replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let mut tidied = String::with_capacity(text.len());
    let mut gap = 0;
    for line in text.replace('\t', "    ").split('\n').map(str::trim_end) {
        if line.is_empty() {
            gap += 1;
            continue;
        }
        tidied.push_str(if gap > 0 { "\n\n" } else { "\n" });
        tidied.push_str(line);
        gap = 0;
    }
    tidied.trim().to_owned()
}

/// Without what is hidden, or is no character.
fn visible(text: &str) -> String {
    let is_visible = |found: &char| !is_hidden(*found) && !matches!(found, '\u{FFFE}' | '\u{FFFF}');
    text.chars().filter(is_visible).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn tidied(value: Json) -> Json {
        let Json::Object(answers) = value else { panic!("no set of keys") };
        Json::Object(tidy(&answers))
    }

    #[test]
    fn a_line_is_one_line_and_markdown_keeps_its_lines() {
        let answers = json!({
            "name": " Strengths\u{7}\n in\u{202e}  Coaching ",
            "purpose": "\n\n One. \r\nTwo.\n\n\n\tThree.\u{2028}",
        });
        assert_eq!(
            tidied(answers),
            json!({"name": "Strengths in Coaching", "purpose": "One.\nTwo.\n\n    Three."})
        );
    }

    #[test]
    fn what_is_empty_is_left_out() {
        let answers = json!({
            "name": " ", "summary": "\u{200b}\u{3164}", "founded": null, "aims": ["", " "], "size": {"ideal": ""},
            "leaders": [{"name": "A", "role": ""}, {}],
        });
        assert_eq!(tidied(answers), json!({"leaders": [{"name": "A"}]}));
    }
}
