//! The text of a charter from answers.
//!
//! The same answers give the same bytes, whatever the order in which they were given:
//!
//! - Keys stand in the order of [`KEYS`], those of its parts in the order of [`PARTS`]; other keys follow in
//!   alphabetical order. Each level is indented by two spaces more.
//! - A list of ids and dates stands in brackets: `[coaching, training]`. So does an empty one. Other lists
//!   have one entry to a line, two spaces in from their key: `  - A sentence.`
//! - A set of keys stands one key to a line, and in a list after the hyphen. `size` stands in braces.
//! - A number stands plain under the keys in [`NUMBERS`], and a number of a month under `day`.
//! - A text of several lines is a literal block, `|-`, indented by two spaces more than its key or hyphen.
//! - A text of one line is plain where it is a date, a duration such as `90 min`, or starts with a letter,
//!   holds no `: ` and no ` #`, does not end with a colon, and is not `true`, `false` or `null`, in whatever
//!   case. In braces it also holds none of `,[]{}`. Every other text is in double quotes, in which `"` and `\`
//!   have a `\` before them.
//! - A text that is neither, since it holds characters that YAML does not take as they are, or starts or
//!   ends with white space, is in double quotes with `\uXXXX`. Tidied answers hold none.
//! - The text below the front matter ends with a line's end.

use serde_json::Value as Json;
use unicode_normalization::char::is_combining_mark;

use super::Answers;
use crate::charter::KEYS;

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
    text.push_str(&key_text(key));
    text.push(':');
    match value {
        Json::Array(items) => write_list(text, key, items, indent),
        Json::Object(parts) if parts.is_empty() => text.push_str(" {}\n"),
        Json::Object(parts) if key == "size" => {
            text.extend([" ", &braces(key, parts), "\n"]);
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
    let short: Option<Vec<&str>> = items
        .iter()
        .map(|item| item.as_str().filter(|text| is_id(text) || is_date(text)))
        .collect();
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
    if is_plain(key, text) {
        return text.clone();
    }
    if !is_block(text) {
        return quoted(text);
    }
    let mut block = "|-".to_owned();
    for line in text.split('\n') {
        block.push('\n');
        if !line.is_empty() {
            block.push_str(&" ".repeat(indent + 2));
            block.push_str(line);
        }
    }
    block
}

fn braces(key: &str, parts: &Answers) -> String {
    let part =
        |(key, value): (&str, &Json)| format!("{}: {}", key_text(key), in_braces(key, value));
    let parts: Vec<_> = in_order(parts, parts_of(key)).into_iter().map(part).collect();
    format!("{{{}}}", parts.join(", "))
}

/// The same as [`scalar`] within braces, on one line.
fn in_braces(key: &str, value: &Json) -> String {
    match value {
        Json::String(text) if is_plain(key, text) && !text.contains([',', '[', ']', '{', '}']) => {
            text.clone()
        }
        Json::String(text) => quoted(text),
        Json::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| in_braces(key, item)).collect();
            format!("[{}]", items.join(", "))
        }
        Json::Object(parts) => braces(key, parts),
        other => other.to_string(),
    }
}

fn key_text(key: &str) -> String {
    let is_word = key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    if is_word && !is_other_type(key) { key.to_owned() } else { quoted(key) }
}

fn is_plain(key: &str, text: &str) -> bool {
    let is_number = NUMBERS.contains(&key) && is_number(text)
        || key == "day" && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_words = text.starts_with(is_letter)
        && ![": ", " #"].iter().any(|mark| text.contains(mark))
        && !text.ends_with(|last: char| last == ':' || last.is_whitespace())
        && !is_other_type(text)
        && text.chars().all(is_printable);
    is_number || is_date(text) || is_duration(text) || is_words
}

/// Whether a text of several lines can stand as a block.
fn is_block(text: &str) -> bool {
    text.contains('\n')
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace)
        && text.chars().all(|found| found == '\n' || is_printable(found))
}

/// What may stand in YAML as it is, on one line. (YAML 1.2.2, section 5.1; what YAML 1.1 took for a line's
/// end is left out, and what is no character in Unicode.)
fn is_printable(found: char) -> bool {
    let is_noncharacter =
        u32::from(found) & 0xFFFE == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&found);
    !(found.is_control() || is_noncharacter || "\u{2028}\u{2029}\u{FEFF}".contains(found))
}

fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for found in text.chars() {
        match found {
            '"' | '\\' => quoted.extend(['\\', found]),
            '\n' => quoted.push_str("\\n"),
            found if is_printable(found) => quoted.push(found),
            found if u32::from(found) > 0xFFFF => {
                quoted.extend([format!("\\U{:08X}", u32::from(found))]);
            }
            found => quoted.extend([format!("\\u{:04X}", u32::from(found))]),
        }
    }
    quoted + "\""
}

/// Whether it is a letter: of the general category L of Unicode.
fn is_letter(found: char) -> bool {
    let is_symbol = matches!(
        found,
        '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F149}' | '\u{1F150}'..='\u{1F169}'
            | '\u{1F170}'..='\u{1F189}'
    );
    found.is_alphabetic() && !found.is_numeric() && !is_combining_mark(found) && !is_symbol
}

/// `[a-z][a-z0-9]*(-[a-z0-9]+)*`
fn is_id(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.split('-').all(is_word)
        && !is_other_type(text)
}

fn is_other_type(text: &str) -> bool {
    ["true", "false", "null"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// `\d{4}-\d\d-\d\d`
fn is_date(text: &str) -> bool {
    let shape = text.bytes().map(|byte| if byte.is_ascii_digit() { b'9' } else { byte });
    shape.eq(*b"9999-99-99")
}

/// `\d+ (h|min)( \d+ min)?`
fn is_duration(text: &str) -> bool {
    let parts: Vec<&str> = text.split(' ').collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [number, "h" | "min"] => is_number(number),
        [number, "h" | "min", more, "min"] => is_number(number) && is_number(more),
        _ => false,
    }
}

/// `[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?`, as YAML has it (YAML 1.2.2, section 10.3.2)
fn is_number(text: &str) -> bool {
    let unsigned = |text: &'_ str| text.strip_prefix(['-', '+']).unwrap_or(text).to_owned();
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(unsigned(exponent))),
        None => (text, None),
    };
    let number = unsigned(number);
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
    are_digits(whole)
        && are_digits(decimals)
        && !(whole.is_empty() && decimals.is_empty())
        && exponent.is_none_or(|digits| !digits.is_empty() && are_digits(&digits))
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
