//! The blank charter: every question with its keys, to be filled in.

use std::fmt::Write as _;

use super::file;
use super::tidy::tidy_line;
use crate::charter::{Key, Kind, Question};
use crate::config::{Axis, Config, Required};

const INTRODUCTION: &str = "\
# The charter of a group. A line that starts with `#` and one space is a note to you, which is not shown anywhere.
# A line that starts with `#` and no space, or several, is an example. To answer, remove the `#`, and replace the
# example with your own words. Keep the spaces at the start of lines. Delete what you do not need.
# Text that has a colon and a space in it needs quotes: \"Coaching: notes on real practice\"
";
const ABOUT: &str = "\n# Below the next line, describe the group in your own words.\n";

/// A note that follows the help of a key, by its path.
const NOTES: &[(&str, &str)] = &[
    (
        "meetings[].repeats",
        "Or weekly, fortnightly, quarterly, every 3 weeks, every 2 months. Instead, without a day: a list of `dates`; \
        or `repeats: varies` with a text `when`; or an `rrule` (RFC 5545).",
    ),
    (
        "costs",
        "Or an amount instead: {amount: 20, currency: GBP, per: year, covers: Room hire, concessions: Ask us}. \
         `per` is one of meeting, month, year and once.",
    ),
];

/// A charter in which every question has its place, with the ids that this directory has.
pub fn blank(config: &Config) -> String {
    blank_with(config, &[])
}

/// The same with some answers, by their keys, that are there already.
pub fn blank_with(config: &Config, filled: &[(&str, String)]) -> String {
    let schema = config.settings.base_url.absolute("/charter.schema.json");
    let mut text = format!("---\n# yaml-language-server: $schema={schema}\n{INTRODUCTION}");
    let mut question = None;
    for key in Key::of_charter().iter().filter(|key| can_be_answered(config, key)) {
        let asked = key.question();
        if asked != question {
            text.push_str(&heading(asked, &config.settings.required));
            question = asked;
        }
        let (label, help) = key.guide(config);
        note(&mut text, &format!("{label}. {help}"));
        notes_on(&mut text, key);
        for (id, name) in config.offered(key.name) {
            note(&mut text, &format!("- {id}: {name}"));
        }
        match filled.iter().find(|(name, _)| *name == key.name) {
            Some((name, value)) => text.push_str(&file::line(name, &tidy_line(value))),
            None => example(&mut text, config, key),
        }
    }
    text + ABOUT + "---\n"
}

/// Whether a key is one of an axis that has terms, or of no axis.
fn can_be_answered(config: &Config, key: &Key) -> bool {
    Axis::of_key(key.name).is_none_or(|axis| !config.vocabulary.terms(axis).is_empty())
}

fn heading(question: Option<&Question>, required: &Required) -> String {
    let title = match question {
        Some(question) => {
            let optional = if question.is_optional(required) { " (optional)" } else { "" };
            format!("{}. {}{optional}", question.number, question.text)
        }
        None => "About the charter itself".to_owned(),
    };
    format!("\n# {title}\n")
}

/// A note of any length, in lines that fit a screen.
fn note(text: &mut String, words: &str) {
    let mut width = 0;
    for word in words.split(' ') {
        if width > 0 && width + word.chars().count() > 100 {
            text.push('\n');
            width = 0;
        }
        text.push_str(if width == 0 { "# " } else { " " });
        text.push_str(word);
        width += word.chars().count() + 1;
    }
    text.push('\n');
}

fn notes_on(text: &mut String, key: &Key) {
    if let Kind::Word(words) = key.kind {
        let (last, others) = words.split_last().unwrap_or((&"", &[]));
        note(text, &format!("{} or {last}.", others.join(", ")));
    }
    if let Some((_, words)) = NOTES.iter().find(|(path, _)| *path == key.path) {
        note(text, words);
    }
}

/// The example of a key, commented out: by its parts where it has some, with their notes.
fn example(text: &mut String, config: &Config, key: &Key) {
    match key.kind {
        Kind::List(Kind::Term(_) | Kind::Standard | Kind::Phrase(_), ..) => {
            choices(text, key, &config.offered(key.name));
        }
        Kind::List(Kind::Mapping(_), ..) | Kind::Mapping(_) if !is_of_numbers(key) => {
            parts(text, key);
        }
        _ => {
            let _ = writeln!(text, "#{}: {}", key.name, key.example); // writing to a String cannot fail
        }
    }
}

fn is_of_numbers(key: &Key) -> bool {
    key.kind.keys().iter().all(|part| matches!(part.kind, Kind::Number(_)))
}

/// Ids that this directory has: all values and standards, the first term or aim.
fn choices(text: &mut String, key: &Key, ids: &[(&str, &str)]) {
    let all = matches!(key.name, "values" | "standards");
    let most = if all { ids.len() } else { 1 };
    let chosen: Vec<&str> = ids.iter().take(most).map(|(id, _)| *id).collect();
    let own = (key.name == "aims").then_some("Try one new exercise a quarter.");
    let entries: Vec<&str> = chosen.into_iter().chain(own).collect();
    if !entries.is_empty() {
        let _ = writeln!(text, "#{}: [{}]", key.name, entries.join(", "));
    }
}

/// A key with its parts, one per line. Parts that others replace have no line.
fn parts(text: &mut String, key: &Key) {
    let _ = writeln!(text, "#{}:", key.name);
    let is_list = matches!(key.kind, Kind::List(..));
    for (number, part) in key.kind.keys().iter().filter(|part| !is_alternative(part)).enumerate() {
        let indent = match (is_list, number) {
            (true, 0) => "  - ",
            (true, _) => "    ",
            (false, _) => "  ",
        };
        part_line(text, part, indent);
        for inner in shown_parts(part) {
            part_line(text, inner, "      ");
        }
    }
}

fn part_line(text: &mut String, part: &Key, indent: &str) {
    note(text, &format!("{}: {}", part.label, part.help));
    notes_on(text, part);
    let is_whole = shown_parts(part).is_empty();
    let value = if is_whole { format!(" {}", part.example) } else { String::new() };
    let _ = writeln!(text, "#{indent}{}:{value}", part.name);
}

/// The parts of a part that have lines. A list in a list has its example on one line.
fn shown_parts(part: &Key) -> &'static [Key] {
    if let Kind::Mapping(parts) = part.kind { parts } else { &[] }
}

/// Whether a part of a series has the place of `repeats` and `day`.
fn is_alternative(part: &Key) -> bool {
    matches!(part.path, "meetings[].rrule" | "meetings[].dates" | "meetings[].when")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_starts_with_a_space_on_every_line() {
        let mut text = String::new();
        note(&mut text, &"word ".repeat(60));
        assert!(text.lines().count() > 2 && text.lines().all(|line| line.starts_with("# word")));
    }
}
