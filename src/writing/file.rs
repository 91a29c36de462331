//! The text of a charter from answers.
//!
//! The same answers, without what [`tidy`](super::tidy) takes out, give the same bytes, whatever the order in
//! which they were given:
//!
//! - Keys stand in the order of [`KEYS`], those of its parts in the order of [`PARTS`]; other keys follow in
//!   alphabetical order. Each level is indented by two spaces more.
//! - A list of ids and dates stands in brackets: `[coaching, training]`. So does an empty one. Other lists
//!   have one entry to a line, two spaces in from their key: `  - A sentence.`
//! - A set of keys stands one key to a line, and in a list after the hyphen. `size` stands in braces where it
//!   has nothing but numbers.
//! - A number stands plain under the keys in [`NUMBERS`], and a number of a month under `day`.
//! - Every other text stands as [`yaml::scalar`] writes it. One of several lines is a literal block, `|-`,
//!   indented by two spaces more than its key or hyphen.
//! - The text below the front matter ends with a line's end.

use serde_json::Value as Json;

use super::Answers;
use crate::charter::KEYS;
use crate::yaml;

/// The keys whose values are Markdown of any number of lines.
pub(super) const MARKDOWN: &[&str] =
    &["purpose", "commitment", "structure", "communication", "conflict"];

/// The keys of each part of a charter, in their order.
pub(super) const PARTS: &[(&str, &[&str])] = &[
    ("leaders", &["name", "role", "responsibilities", "url"]),
    ("size", &["ideal", "minimum", "maximum", "current"]),
    (
        "meetings",
        &[
            "repeats", "day", "rrule", "dates", "when", "time", "duration", "timezone", "first",
            "until", "skip", "place", "notice",
        ],
    ),
    ("place", &["online", "venue", "town", "country"]),
    ("costs", &["amount", "currency", "per", "covers", "concessions"]),
    ("joining", &["places", "who", "steps", "contact", "reply", "welcome"]),
];

/// The keys whose values are numbers.
pub(super) const NUMBERS: &[&str] = &["ideal", "minimum", "maximum", "current", "amount"];

/// The file of a charter. The text below the front matter stands under `about`.
pub fn write(answers: &Answers) -> String {
    let about = answers.get("about").and_then(Json::as_str).unwrap_or_default();
    let end = if about.is_empty() { "" } else { "\n" };
    format!("---\n{}---\n{about}{end}", entries(answers, false))
}

/// The answers alone, as `guildhall new --from` reads them.
pub fn answers_text(answers: &Answers) -> String {
    entries(answers, true)
}

/// One key with a text.
pub(super) fn line(key: &str, value: &str) -> String {
    let mut text = String::new();
    write_entry(&mut text, key, &Json::String(value.to_owned()), 0);
    text
}

fn entries(answers: &Answers, with_about: bool) -> String {
    let mut text = String::new();
    for (key, value) in in_order(answers, KEYS) {
        if key != "about" || with_about {
            write_entry(&mut text, key, value, 0);
        }
    }
    text
}

/// The entries of a set of keys: known ones in their order, then the others.
fn in_order<'a>(map: &'a Answers, known: &[&str]) -> Vec<(&'a str, &'a Json)> {
    let place = |key: &str| known.iter().position(|other| *other == key).unwrap_or(usize::MAX);
    let mut entries: Vec<_> = map.iter().map(|(key, value)| (key.as_str(), value)).collect();
    entries.sort_by_key(|(key, _)| (place(key), *key));
    entries
}

fn parts_of(key: &str) -> &'static [&'static str] {
    PARTS.iter().find(|(whole, _)| *whole == key).map_or(&[], |(_, parts)| parts)
}

/// The lines of a key with its value.
fn write_entry(text: &mut String, key: &str, value: &Json, indent: usize) {
    text.push_str(&" ".repeat(indent));
    text.push_str(&yaml::scalar(key, 0));
    text.push(':');
    match value {
        Json::Array(items) => write_list(text, key, items, indent),
        Json::Object(parts) if parts.is_empty() => text.push_str(" {}\n"),
        Json::Object(parts)
            if key == "size"
                && parts
                    .iter()
                    .all(|(key, part)| part.as_str().is_some_and(|part| is_number(key, part))) =>
        {
            let parts = in_order(parts, parts_of(key))
                .into_iter()
                .map(|(key, part)| format!("{key}: {}", scalar(key, part, 0)));
            text.extend([" {", &parts.collect::<Vec<_>>().join(", "), "}\n"]);
        }
        Json::Object(parts) => {
            text.push('\n');
            write_map(text, key, parts, indent + 2);
        }
        other => text.extend([" ", &scalar(key, other, indent), "\n"]),
    }
}

fn write_map(text: &mut String, key: &str, parts: &Answers, indent: usize) {
    for (part, value) in in_order(parts, parts_of(key)) {
        write_entry(text, part, value, indent);
    }
}

fn write_list(text: &mut String, key: &str, items: &[Json], indent: usize) {
    let short: Option<Vec<&str>> =
        items.iter().map(|item| item.as_str().filter(|text| is_short(text))).collect();
    if let Some(short) = short {
        text.extend([" [", &short.join(", "), "]\n"]);
        return;
    }
    text.push('\n');
    for item in items {
        text.push_str(&" ".repeat(indent + 2));
        text.push('-');
        match item {
            Json::Array(items) => write_list(text, key, items, indent + 2),
            Json::Object(parts) if parts.is_empty() => text.push_str(" {}\n"),
            Json::Object(parts) => {
                let mut map = String::new();
                write_map(&mut map, key, parts, indent + 4);
                text.push(' ');
                text.push_str(map.trim_start_matches(' '));
            }
            other => text.extend([" ", &scalar(key, other, indent + 2), "\n"]),
        }
    }
}

/// A value of one text. `indent` is that of its key or hyphen.
fn scalar(key: &str, value: &Json, indent: usize) -> String {
    let Json::String(text) = value else { return value.to_string() };
    if is_number(key, text) { text.clone() } else { yaml::scalar(text, indent) }
}

/// Whether a text stands in a list within brackets: an id or a date.
fn is_short(text: &str) -> bool {
    let is_of_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.starts_with('-') && text.bytes().all(is_of_id) && yaml::scalar(text, 0) == text
}

/// Whether a text stands as a number under a key.
fn is_number(key: &str, text: &str) -> bool {
    NUMBERS.contains(&key) && yaml::is_decimal(text)
        || key == "day" && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
