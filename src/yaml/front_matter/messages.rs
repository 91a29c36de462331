//! What to say when a file has no front matter, or it does not end.

use std::ops::Range;

use super::super::lines::{BLANKS, after_break, lines, own_break};
use super::{is_fence, trimmed};
use crate::diagnostic::{Code, Diagnostic, Edit, Meant, Span};
use crate::source::SourceFile;

/// A line of hyphens, as it has to be.
const FENCE: &str = "---";

/// The first line is not three hyphens. Also where the keys start, if that is clear.
pub(super) fn not_opened(source: &SourceFile) -> (Diagnostic, Option<usize>) {
    let text: &str = source.text();
    let Some(first) = lines(text).find(|line| !text[line.clone()].trim().is_empty()) else {
        let help = "Start it with a line of three hyphens (`---`). Below it come the keys, such as \
                    `name: …`, and another line of three hyphens.";
        let empty = Diagnostic::new(Code::FrontMatter, source.whole(), "The file is empty.");
        return (empty.help(help), None);
    };
    let line = &text[first.clone()];
    let typed = trimmed(text, &first);
    let below = after_break(text, first.end);
    let not_first = "The line of three hyphens is not the first line of the file.";
    let not_at_start = "The three hyphens are not at the start of their line.";
    let not_there = "The file does not start with a line of three hyphens.";
    let (message, help, edit, start) = if is_fence(line) {
        let blank = edit(0..first.start, String::new());
        (not_first, "Remove the blank lines above it.", Some(blank), Some(below))
    } else if is_fence(line.trim_start()) {
        let spaces = edit(0..typed.range().start, String::new());
        (not_at_start, "Remove the spaces before them.", Some(spaces), Some(below))
    } else if let Some(rest) = line.trim().strip_prefix("---").filter(|it| it.starts_with(BLANKS)) {
        let key = typed.range().end - rest.trim_start().len();
        let split = edit(0..typed.range().end, fence_above(text) + rest.trim_start());
        let help = "Move what follows the three hyphens to the next line.";
        (not_there, help, Some(split), Some(key))
    } else if resembles_fence(line.trim()) {
        let right = edit(0..typed.range().end, FENCE.to_owned());
        (not_there, "Make this line exactly three hyphens: `---`.", Some(right), Some(below))
    } else if has_key(line) {
        let added = edit(0..first.start, fence_above(text));
        let help = "Type a line of three hyphens (`---`) above this one.";
        (not_there, help, Some(added), Some(first.start))
    } else {
        let help = "Type a line of three hyphens (`---`) above this one, then the keys, such as \
                    `name: …`, and another line of three hyphens.";
        (not_there, help, None, None)
    };
    let problem = Diagnostic::new(Code::FrontMatter, source.place(typed), message);
    (problem.help(help).edit(edit), start)
}

/// No second line of three hyphens follows the keys, which start at `start`. Also where they end and where the text
/// begins, if that is clear.
pub(super) fn not_closed(
    source: &SourceFile,
    start: usize,
) -> (Diagnostic, Option<(usize, usize)>) {
    let text: &str = source.text();
    let first = lines(text).find(|line| !text[line.clone()].trim().is_empty()).unwrap_or_default();
    let is_opened = is_fence(&text[first.clone()]);
    let message = if is_opened {
        "The keys start below this line of three hyphens, but no second such line shows where they end."
    } else {
        "No line of three hyphens shows where the keys end."
    };
    let Closing { help, edit, body } = closing(text, start);
    let problem = Diagnostic::new(Code::FrontMatter, source.place(trimmed(text, &first)), message);
    let keys_end = edit.as_ref().map(|edit| edit.span.range().start);
    (problem.help(help).edit(edit), keys_end.map(|end| (end, body)))
}

fn edit(range: Range<usize>, text: String) -> Edit {
    Edit { span: Span::new(range.start, range.end), text, value: Meant::Same }
}

fn fence_above(text: &str) -> String {
    format!("{FENCE}{}", own_break(text))
}

/// Where the second line of hyphens was probably meant to be.
struct Closing {
    help: String,
    /// What puts it there, if that is sure.
    edit: Option<Edit>,
    /// Where the text below it begins.
    body: usize,
}

fn closing(text: &str, start: usize) -> Closing {
    let mut last_of_yaml = (lines(text).take_while(|line| line.start < start).count(), start);
    let mut first_after_yaml = None;
    let mut numbered = (1..).zip(lines(text)).skip_while(|(_, line)| line.start < start);
    while let Some((number, line)) = numbered.next() {
        let typed = &text[line.clone()];
        if resembles_fence(typed.trim()) {
            return fence_at(text, number, line);
        }
        match reading(typed) {
            Reading::Yaml => {
                (last_of_yaml, first_after_yaml) = ((number, after_break(text, line.end)), None);
            }
            Reading::Markdown => {
                if let Some((number, line)) = fence_below_keys(text, numbered) {
                    return fence_at(text, number, line);
                }
                let (number, at) = first_after_yaml.unwrap_or((number, line.start));
                return above(text, number, at);
            }
            Reading::Either => first_after_yaml = first_after_yaml.or(Some((number, line.start))),
            Reading::Blank => {}
        }
    }
    let (number, at) = last_of_yaml;
    let is_whole = text[..at].ends_with(['\n', '\r']);
    let before = if is_whole { "" } else { own_break(text) };
    Closing {
        help: format!(
            "Type a line of three hyphens (`---`) below line {number}, the last of the keys."
        ),
        edit: Some(edit(at..at, format!("{before}{}", fence_above(text)))),
        body: text.len(),
    }
}

/// A line that has to be three hyphens.
fn fence_at(text: &str, number: usize, line: Range<usize>) -> Closing {
    Closing {
        help: format!("Make line {number} exactly three hyphens: `---`."),
        body: after_break(text, line.end),
        edit: Some(edit(line, FENCE.to_owned())),
    }
}

/// The first line that looks like three hyphens, if a line with a key is above it: then what is between is no text yet.
fn fence_below_keys(
    text: &str,
    numbered: impl Iterator<Item = (usize, Range<usize>)>,
) -> Option<(usize, Range<usize>)> {
    let mut keys = false;
    for (number, line) in numbered {
        let typed = &text[line.clone()];
        if resembles_fence(typed.trim()) {
            return keys.then_some((number, line));
        }
        keys |= has_key(typed);
    }
    None
}

/// The text seems to begin at `at`. It is sure where no key follows.
fn above(text: &str, number: usize, at: usize) -> Closing {
    let is_text = !lines(&text[at..]).any(|line| has_key(&text[at..][line]));
    Closing {
        help: format!(
            "Type a line of three hyphens (`---`) above line {number}, where the text seems to begin."
        ),
        edit: is_text.then(|| edit(at..at, fence_above(text))),
        body: at,
    }
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
            && (value.is_empty() || value.starts_with(char::is_whitespace))
    })
}

/// Whether a line looks like three hyphens to the eye: other dashes, too few or too many of them,
/// or the marks that other tools use.
fn resembles_fence(line: &str) -> bool {
    let marks = line.chars().count();
    (2..=10).contains(&marks) && line.chars().all(|mark| "-–—―−_*=+~.".contains(mark))
        || line == "—"
}
