//! Words for brackets, and what stands in them.

use super::Scene;
use super::layout::starts_key_or_entry;
use crate::yaml::lines::line_at;
use crate::yaml::parse::problem::Problem;
use crate::yaml::parse::typed::{Typed, character};

/// Something in brackets that does not belong there.
pub(super) fn explain(scene: &Scene<'_>, innermost: usize) -> Problem {
    let line = line_at(scene.text, scene.stop.offset);
    if line.start > innermost && starts_key_or_entry(&scene.text[line]) {
        return unclosed(scene, innermost);
    }
    let at = character(scene.text, scene.stop.offset);
    match &scene.text[at.clone()] {
        "," => Problem::yaml(
            at.clone(),
            "Nothing stands before this comma.",
            "Take the comma out, or type what is missing.",
        )
        .blanked(at),
        ":" => colon(scene, innermost),
        _ => Problem::yaml(
            at,
            "A comma is missing before this.",
            "Type a comma between the entries, as in `[one, two]`.",
        ),
    }
}

/// A bracket that is opened at an offset, and never closed.
pub(super) fn unclosed(scene: &Scene<'_>, bracket: usize) -> Problem {
    let mark = character(scene.text, bracket);
    let (opening, closing) = match &scene.text[mark.clone()] {
        "{" => ('{', '}'),
        _ => ('[', ']'),
    };
    let first_line = Typed::from(scene.text, bracket, false);
    let typed = first_line.as_str();
    let help = match first_line.instead(&format!("{typed}{closing}")) {
        Some(offered) if !typed.ends_with([opening, ',']) => {
            format!("Close it after the last entry: `{offered}`.")
        }
        _ => format!("Type `{closing}` after the last entry."),
    };
    let end = first_line.at.end.max(line_at(scene.text, scene.stop.offset).start);
    let message = format!("This `{opening}` is opened, but not closed.");
    Problem::yaml(mark, message, help).as_word(scene.text, bracket..end)
}

/// A bracket that the other kind of bracket closes. The parser names the opening one.
pub(super) fn mismatched(scene: &Scene<'_>, opening: char, closing: char) -> Problem {
    let value = Typed::from(scene.text, scene.stop.offset, false).at;
    let problem = Problem::yaml(
        character(scene.text, value.start),
        format!("This `{opening}` is closed by `{closing}`."),
        "Use `[` and `]` around a list, and `{` and `}` around keys with their values.",
    );
    if scene.in_brackets() { problem } else { problem.as_word(scene.text, value) }
}

/// A closing bracket without an opening one.
pub(super) fn unopened(scene: &Scene<'_>) -> Problem {
    let at = character(scene.text, scene.stop.offset);
    Problem::yaml(
        at.clone(),
        format!("This `{}` closes nothing.", &scene.text[at.clone()]),
        "Take it out. If it is part of a text, put quotes around the text.",
    )
    .blanked(at)
}

/// A hyphen before an entry in brackets.
pub(super) fn hyphen(scene: &Scene<'_>) -> Problem {
    Problem::yaml(
        character(scene.text, scene.stop.offset),
        "In brackets, entries have no hyphens.",
        "Take the hyphens out and type commas between the entries; or keep the hyphens, each on a \
         line of its own, and take the brackets out.",
    )
}

/// A second colon in an entry.
fn colon(scene: &Scene<'_>, innermost: usize) -> Problem {
    let colon = scene.stop.offset;
    let before = &scene.text[innermost + 1..colon];
    let entry = before.rfind([',', '\n', '\r']).map_or(0, |comma| comma + 1);
    let key = if scene.text[innermost..].starts_with('{') {
        before[entry..].find(": ").map_or(0, |colon| colon + 2)
    } else {
        0
    };
    let start = innermost + 1 + entry + key;
    let start = colon - scene.text[start..colon].trim_start().len();
    let value = Typed::from(scene.text, start, true);
    Problem::yaml(
        colon..colon + 1,
        "Text with a colon and a space in it needs quotes.",
        value.needs_quotes(),
    )
    .as_word(scene.text, value.at)
}
