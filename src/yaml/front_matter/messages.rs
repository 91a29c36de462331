//! What to say when a file has no front matter, or it does not end.

use std::ops::Range;

use super::super::lines::lines;
use super::{is_fence, trimmed};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::SourceFile;

/// The first line is not three hyphens.
pub(super) fn not_opened(source: &SourceFile) -> Diagnostic {
    let text: &str = source.text();
    let Some(first) = lines(text).find(|line| !text[line.clone()].trim().is_empty()) else {
        return Diagnostic::new(Code::FrontMatter, source.whole(), "The file is empty.").help(
            "Start it with a line of three hyphens (`---`). Below it come the keys, such as \
             `name: …`, and another line of three hyphens.",
        );
    };
    let line = &text[first.clone()];
    let (message, help) = if is_fence(line) {
        (
            "The line of three hyphens is not the first line of the file.",
            "Remove the blank lines above it.".to_owned(),
        )
    } else if is_fence(line.trim_start()) {
        (
            "The three hyphens are not at the start of their line.",
            "Remove the spaces before them.".to_owned(),
        )
    } else {
        ("The file does not start with a line of three hyphens.", opening_help(line.trim()))
    };
    let place = source.place(trimmed(text, &first));
    Diagnostic::new(Code::FrontMatter, place, message).help(help)
}

fn opening_help(line: &str) -> String {
    match line.strip_prefix("---") {
        Some(rest) if rest.starts_with([' ', '\t']) => {
            "Move what follows the three hyphens to the next line.".to_owned()
        }
        _ if resembles_fence(line) => "Make this line exactly three hyphens: `---`.".to_owned(),
        _ if has_key(line) => {
            "Type a line of three hyphens (`---`) above this one, and another below the last key."
                .to_owned()
        }
        _ => "Type a line of three hyphens (`---`) above this one, then the keys, such as \
              `name: …`, and another line of three hyphens."
            .to_owned(),
    }
}

/// No second line of three hyphens follows.
pub(super) fn not_closed(source: &SourceFile, opening: &Range<usize>) -> Diagnostic {
    let place = source.place(trimmed(source.text(), opening));
    let message = "The keys start below this line of three hyphens, but no second such line \
                   shows where they end.";
    Diagnostic::new(Code::FrontMatter, place, message).help(closing_help(source.text()))
}

/// Where the second line of hyphens was probably meant to be.
fn closing_help(text: &str) -> String {
    let mut last_of_yaml = 1;
    let mut first_after_yaml = None;
    for (number, line) in (1..).zip(lines(text).map(|line| &text[line])).skip(1) {
        if resembles_fence(line.trim()) {
            return format!("Make line {number} exactly three hyphens: `---`.");
        }
        match reading(line) {
            Reading::Yaml => (last_of_yaml, first_after_yaml) = (number, None),
            Reading::Markdown => {
                let number = first_after_yaml.unwrap_or(number);
                return format!(
                    "Type a line of three hyphens (`---`) above line {number}, where the text \
                     seems to begin."
                );
            }
            Reading::Either => first_after_yaml = first_after_yaml.or(Some(number)),
            Reading::Blank => {}
        }
    }
    format!("Type a line of three hyphens (`---`) below line {last_of_yaml}, the last of the keys.")
}

/// What a line of a file without a second line of hyphens seems to be.
enum Reading {
    Yaml,
    Markdown,
    /// A comment in YAML, a heading in Markdown.
    Either,
    Blank,
}

fn reading(line: &str) -> Reading {
    if line.trim().is_empty() {
        Reading::Blank
    } else if line.starts_with('#') {
        Reading::Either
    } else if line.starts_with([' ', '\t', ']', '}']) || line.starts_with("- ") || has_key(line) {
        Reading::Yaml
    } else {
        Reading::Markdown
    }
}

/// Whether a line starts with one word and a colon.
fn has_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, value)| {
        !key.is_empty()
            && !key.contains(char::is_whitespace)
            && (value.is_empty() || value.starts_with([' ', '\t']))
    })
}

/// Whether a line looks like three hyphens to the eye: other dashes, too few or too many of them,
/// or the marks that other tools use.
fn resembles_fence(line: &str) -> bool {
    let marks = line.chars().count();
    (2..=10).contains(&marks) && line.chars().all(|mark| "-–—―−_*=+~.".contains(mark))
        || line == "—"
}
