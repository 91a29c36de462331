//! The text of a charter from answers.
//!
//! The same answers, without what [`tidy`](super::tidy) takes out, give the same bytes, whatever the order in
//! which they were given:
//!
//! - Keys are in the order of the format; other keys follow in alphabetical order. Each level is indented by two spaces more.
//! - A list of ids and dates is in brackets: `[coaching, training]`. So is an empty one. Other lists
//!   have one entry to a line, two spaces in from their key: `  - A sentence.`
//! - A set of keys is one key to a line, and in a list after the hyphen. `size` is in braces where it
//!   has nothing but numbers.
//! - A number is plain where the format has one, and a number of a month under `day`.
//! - Every other text is as [`yaml::scalar`] writes it. One of several lines is a literal block, `|-`,
//!   indented by two spaces more than its key or hyphen.
//! - The text below the front matter ends with a line's end.

use serde_json::Value as Json;

use super::Answers;
use crate::charter::{Key, Kind};
use crate::yaml;

/// The file of a charter. The text below the front matter is under `about`.
pub fn write(answers: &Answers) -> String {
    let about = answers.get("about").and_then(Json::as_str).unwrap_or_default();
    let end = if about.is_empty() { "" } else { "\n" };
    format!("---\n{}---\n{about}{end}", entries(answers, false))
}

/// One key with a text.
pub(super) fn line(key: &str, value: &str) -> String {
    let mut text = String::new();
    let kind = Key::at(key).map(|key| key.kind);
    write_entry(&mut text, key, kind, &Json::String(value.to_owned()), 0);
    text
}

fn entries(answers: &Answers, with_about: bool) -> String {
    let mut text = String::new();
    for (name, kind, value) in in_order(answers, Key::of_charter()) {
        if name != "about" || with_about {
            write_entry(&mut text, name, kind, value, 0);
        }
    }
    text
}

/// The entries of a mapping with what their values are: known ones in their order, then the others.
fn in_order<'a>(map: &'a Answers, known: &[Key]) -> Vec<(&'a str, Option<Kind>, &'a Json)> {
    let place = |name: &str| known.iter().position(|key| key.name == name);
    let mut entries: Vec<_> = map.iter().map(|(name, value)| (name.as_str(), value)).collect();
    entries.sort_by_key(|(name, _)| (place(name).unwrap_or(usize::MAX), *name));
    let with_kind = |(name, value)| (name, place(name).map(|at| known[at].kind), value);
    entries.into_iter().map(with_kind).collect()
}

fn parts_of(kind: Option<Kind>) -> &'static [Key] {
    kind.map_or(&[], Kind::keys)
}

/// The lines of a key with its value.
fn write_entry(text: &mut String, name: &str, kind: Option<Kind>, value: &Json, indent: usize) {
    text.push_str(&" ".repeat(indent));
    text.push_str(&yaml::scalar(name, 0));
    text.push(':');
    match value {
        Json::Array(items) => write_list(text, kind, items, indent),
        Json::Object(parts) if parts.is_empty() => text.push_str(" {}\n"),
        Json::Object(parts) => match in_braces(kind, parts) {
            Some(braces) => text.extend([" ", &braces, "\n"]),
            None => {
                text.push('\n');
                write_map(text, kind, parts, indent + 2);
            }
        },
        other => text.extend([" ", &scalar(kind, other, indent), "\n"]),
    }
}

/// A mapping that has nothing but numbers, on one line.
fn in_braces(kind: Option<Kind>, parts: &Answers) -> Option<String> {
    let number = |(name, kind, value): (&str, Option<Kind>, &Json)| {
        let text = value.as_str().filter(|text| is_number(kind, text))?;
        Some(format!("{name}: {text}"))
    };
    let is_of_numbers = parts_of(kind).iter().all(|part| matches!(part.kind, Kind::Number(_)));
    let parts = in_order(parts, parts_of(kind)).into_iter().map(number);
    let parts: Option<Vec<String>> = parts.collect();
    parts.filter(|_| is_of_numbers).map(|parts| format!("{{{}}}", parts.join(", ")))
}

fn write_map(text: &mut String, kind: Option<Kind>, parts: &Answers, indent: usize) {
    for (name, kind, value) in in_order(parts, parts_of(kind)) {
        write_entry(text, name, kind, value, indent);
    }
}

fn write_list(text: &mut String, kind: Option<Kind>, items: &[Json], indent: usize) {
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
            Json::Array(items) => write_list(text, kind, items, indent + 2),
            Json::Object(parts) if parts.is_empty() => text.push_str(" {}\n"),
            Json::Object(parts) => {
                let mut map = String::new();
                write_map(&mut map, kind, parts, indent + 4);
                text.push(' ');
                text.push_str(map.trim_start_matches(' '));
            }
            other => text.extend([" ", &scalar(None, other, indent + 2), "\n"]),
        }
    }
}

/// A value of one text. `indent` is that of its key or hyphen.
fn scalar(kind: Option<Kind>, value: &Json, indent: usize) -> String {
    let Json::String(text) = value else { return value.to_string() };
    if is_number(kind, text) { text.clone() } else { yaml::scalar(text, indent) }
}

/// Whether a text goes into a list in brackets: an id or a date.
fn is_short(text: &str) -> bool {
    let is_of_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.starts_with('-') && text.bytes().all(is_of_id) && yaml::scalar(text, 0) == text
}

/// Whether a text is written as a number.
fn is_number(kind: Option<Kind>, text: &str) -> bool {
    match kind {
        Some(Kind::Number(_) | Kind::Sum) => yaml::is_decimal(text),
        Some(Kind::Day) => !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
