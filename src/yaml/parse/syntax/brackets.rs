//! Messages about brackets, and what is in them.

use std::ops::Range;

use super::Scene;
use super::line::{content, past_hyphens, starts_key};
use crate::yaml::lines::{SPACES, line_at};
use crate::yaml::parse::problem::Problem;
use crate::yaml::parse::typed::{Typed, character};

/// A bracket that is still open at a line with a key that is no further right than what holds
/// the bracket: so it was not meant to be.
pub(super) fn left_open(scene: &Scene<'_>) -> Option<Problem> {
    let (text, innermost) = (scene.text, *scene.open.brackets.last()?);
    let line = line_at(&text, scene.stop.offset);
    let opening_line = line_at(&text, innermost);
    let column = content(text, &line).start - line.start;
    let is_outside = line.start > innermost
        && starts_key(&text[line])
        && column <= past_hyphens(text, &opening_line) - opening_line.start;
    is_outside.then(|| unclosed(scene, innermost))
}

/// Something in brackets that does not belong there.
pub(super) fn explain(scene: &Scene<'_>, innermost: usize) -> Problem {
    let text = scene.text;
    let at = character(&text, scene.stop.offset);
    match &text[at.clone()] {
        "," => Problem::yaml(
            at.clone(),
            "There is nothing before this comma.",
            "Remove the comma, or type what is missing.",
        )
        .blanked(at),
        ":" => colon(scene, innermost),
        _ => comma_missing(at),
    }
}

pub(super) fn comma_missing(at: Range<usize>) -> Problem {
    Problem::yaml(
        at,
        "A comma is missing before this.",
        "Type a comma between the entries, as in `[one, two]`.",
    )
}

/// A bracket that is opened at an offset, and never closed.
pub(super) fn unclosed(scene: &Scene<'_>, bracket: usize) -> Problem {
    let mark = character(&scene.text, bracket);
    let (opening, closing) = match &scene.text[mark.clone()] {
        "{" => ('{', '}'),
        _ => ('[', ']'),
    };
    let first_line = Typed::from(scene.text, bracket, false);
    let typed = first_line.as_str();
    let help = match first_line.replaced_by(&format!("{typed}{closing}")) {
        Some(offered) if !typed.ends_with([opening, ',']) => {
            format!("Close it after the last entry: `{offered}`.")
        }
        _ => format!("Type `{closing}` after the last entry."),
    };
    let end = first_line.at.end.max(line_at(&scene.text, scene.stop.offset).start);
    let message = format!("This `{opening}` is opened, but not closed.");
    Problem::yaml(mark, message, help).masked(scene.text, bracket..end)
}

/// A bracket that the other kind of bracket closes. The parser names the opening one.
pub(super) fn mismatched(scene: &Scene<'_>, opening: char, closing: char) -> Problem {
    let value = Typed::from(scene.text, scene.stop.offset, false).at;
    let problem = Problem::yaml(
        character(&scene.text, value.start),
        format!("This `{opening}` is closed by `{closing}`."),
        "Use `[` and `]` around a list, and `{` and `}` around keys with their values.",
    );
    if scene.in_brackets() { problem } else { problem.masked(scene.text, value) }
}

/// A closing bracket without an opening one.
pub(super) fn unopened(scene: &Scene<'_>) -> Problem {
    let at = character(&scene.text, scene.stop.offset);
    let line = line_at(&scene.text, at.start);
    let is_first = content(scene.text, &line).start == at.start;
    let end = if is_first { line.end } else { at.end };
    Problem::yaml(
        at.clone(),
        format!("This `{}` closes nothing.", &scene.text[at.clone()]),
        "Remove it. If it is part of a text, put quotes around the text.",
    )
    .blanked(at.start..end)
}

/// A second colon in an entry.
fn colon(scene: &Scene<'_>, innermost: usize) -> Problem {
    let text = scene.text;
    let colon = scene.stop.offset;
    let before = &text[innermost + 1..colon];
    let entry = innermost + 1 + before.rfind(',').map_or(0, |comma| comma + 1);
    let entry = colon - text[entry..colon].trim_start_matches(SPACES).len();
    let line = line_at(&text, colon);
    if entry < line.start {
        let start = content(text, &line).start;
        return comma_missing(character(&text, start));
    }
    let in_braces = text[innermost..].starts_with('{');
    let key = text[entry..colon].find(": ").filter(|_| in_braces).map_or(0, |key| key + 2);
    let value = Typed::from(text, entry + key, true);
    let at = colon..colon + 1;
    let message = "Text with a colon and a space in it needs quotes.";
    let problem = if in_braces {
        let quotes = value.put_in_quotes();
        let help =
            format!("If a new key starts before it, type a comma there. If it is text, {quotes}");
        Problem::yaml(at, message, help)
    } else {
        Problem::yaml(at, message, value.needs_quotes()).fixed_by_quotes(&value)
    };
    problem.masked(text, value.at)
}
