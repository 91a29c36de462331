//! The blank charter: every question with its keys, to be filled in.

use std::fmt::Write as _;

use super::file;
use super::tidy::tidy_line;
use crate::charter::{GUIDES, Guide, Question};
use crate::config::Config;

const INTRODUCTION: &str = "\
# The charter of a group. After `#` and one space stands a note to you, which is not shown anywhere.
# After `#` and no space, or several, stands an example. To answer, take the `#` away, and put your own
# words in the place of the example. Keep the spaces at the start of lines. Delete what you do not need.
# Text that has a colon and a space in it needs quotes: \"Coaching: notes on real practice\"
";
const ABOUT: &str = "\n# Below the next line, describe the group in your own words.\n";

/// A note that follows the help of a key.
const NOTES: &[(&str, &str)] = &[
    (
        "repeats",
        "Or weekly, fortnightly, quarterly, every 3 weeks, every 2 months. In their place, without a \
         day: a list of `dates`; or `repeats: varies` with a text `when`; or an `rrule` (RFC 5545).",
    ),
    (
        "costs",
        "Or a sum, in its place: {amount: 20, currency: GBP, per: year, covers: Room hire, concessions: Ask us}. \
         What it is paid for (per) is one of meeting, month, year and once.",
    ),
    ("places", "open, waiting-list or full."),
    ("membership", "open or closed."),
    ("status", "forming, active, paused or ended."),
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
    for guide in GUIDES.iter().filter(|guide| !guide.key.contains(['.', '['])) {
        let asked = Question::answered_by(guide.key);
        if asked != question {
            text.push_str(&heading(asked));
            question = asked;
        }
        note(&mut text, &format!("{}. {}", guide.label, guide.help));
        notes_on(&mut text, guide.key);
        for (id, name) in config.offered(guide.key) {
            note(&mut text, &format!("- {id}: {name}"));
        }
        match filled.iter().find(|(key, _)| *key == guide.key) {
            Some((key, value)) => text.push_str(&file::line(key, &tidy_line(value))),
            None => example(&mut text, config, guide),
        }
    }
    text + ABOUT + "---\n"
}

fn heading(question: Option<&Question>) -> String {
    let title = match question {
        Some(question) => {
            let optional = if question.is_optional() { " (may stay open)" } else { "" };
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

fn notes_on(text: &mut String, key: &str) {
    if let Some((_, words)) = NOTES.iter().find(|(other, _)| *other == key) {
        note(text, words);
    }
}

/// The example of a key, commented out: by its parts where it has some, with their notes.
fn example(text: &mut String, config: &Config, guide: &Guide) {
    match guide.key {
        "fields" | "subjects" | "domains" | "aims" | "values" | "standards" => {
            choices(text, guide, &config.offered(guide.key));
        }
        "leaders" | "meetings" => parts(text, guide.key, true),
        "joining" => parts(text, guide.key, false),
        key => {
            let _ = writeln!(text, "#{key}: {}", guide.example); // writing to a String cannot fail
        }
    }
}

/// Ids that this directory has: all values and standards, the first term or aim.
fn choices(text: &mut String, guide: &Guide, ids: &[(&str, &str)]) {
    let all = matches!(guide.key, "values" | "standards");
    let most = if all { ids.len() } else { 1 };
    let chosen: Vec<&str> = ids.iter().take(most).map(|(id, _)| *id).collect();
    let own = (guide.key == "aims").then_some("Try one new exercise a quarter.");
    let entries: Vec<&str> = chosen.into_iter().chain(own).collect();
    if !entries.is_empty() {
        let _ = writeln!(text, "#{}: [{}]", guide.key, entries.join(", "));
    }
}

/// A key with its parts, one to a line. Those that other parts stand in the place of have no line.
fn parts(text: &mut String, key: &str, is_list: bool) {
    let _ = writeln!(text, "#{key}:");
    let within = if is_list { format!("{key}[].") } else { format!("{key}.") };
    let inner = GUIDES.iter().filter_map(|guide| {
        let part = guide.key.strip_prefix(&within)?;
        (!matches!(part, "rrule" | "dates" | "when")).then_some((part, guide))
    });
    for (number, (part, guide)) in inner.enumerate() {
        note(text, &format!("{}: {}", guide.label, guide.help));
        notes_on(text, part);
        let (deep, part) = part.split_once('.').map_or((false, part), |(_, part)| (true, part));
        let indent = match (is_list, deep) {
            (true, true) => "      ",
            (true, false) if number == 0 => "  - ",
            (true, false) => "    ",
            (false, _) => "  ",
        };
        let has_parts =
            GUIDES.iter().any(|other| other.key.starts_with(&format!("{}.", guide.key)));
        let value = if has_parts { String::new() } else { format!(" {}", guide.example) };
        let _ = writeln!(text, "#{indent}{part}:{value}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::KEYS;

    #[test]
    fn a_note_starts_with_a_space_on_every_line() {
        let mut text = String::new();
        note(&mut text, &"word ".repeat(60));
        assert!(text.lines().count() > 2 && text.lines().all(|line| line.starts_with("# word")));
    }

    #[test]
    fn every_key_has_its_place() {
        let keys: Vec<&str> =
            GUIDES.iter().map(|guide| guide.key).filter(|key| !key.contains(['.', '['])).collect();
        assert_eq!(keys, KEYS);
    }
}
