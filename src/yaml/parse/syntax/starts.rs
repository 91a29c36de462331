//! Messages about text that cannot start as it does.

use super::Scene;
use super::layout::{keys_within, several_keys};
use super::line::value_start;
use crate::yaml::lines::line_at;
use crate::yaml::parse::events::Last;
use crate::yaml::parse::problem::Problem;
use crate::yaml::parse::typed::{Typed, character};

/// Text that starts with a character that means something else there.
pub(super) fn reserved(scene: &Scene<'_>, start: usize) -> Problem {
    let value = Typed::from(scene.text, start, scene.in_brackets());
    let mark = character(&scene.text, start);
    let message = match scene.text.typed(mark.clone()) {
        "`" => "Text cannot start with a backtick.".to_owned(),
        typed => format!("Text cannot start with `{typed}`."),
    };
    Problem::yaml(mark, message, value.needs_quotes())
        .fixed_by_quotes(&value)
        .masked(scene.text, value.at)
}

/// The same, for a word somewhere in which the parser stopped.
pub(super) fn reserved_word(scene: &Scene<'_>) -> Problem {
    let before = &scene.text[..scene.stop.offset];
    let start = match before.rfind([' ', '\t', '\n', '\r', '[', '{', ',']) {
        Some(end) => character(&scene.text, end).end,
        None => 0,
    };
    reserved(scene, start.min(scene.stop.offset))
}

/// `steps: - one`
pub(super) fn entry_beside_key(scene: &Scene<'_>) -> Problem {
    let value = Typed::from(scene.text, scene.stop.offset, false);
    Problem::yaml(
        character(&scene.text, value.at.start),
        "A list cannot start on the same line as its key.",
        format!(
            "Move it to the next line and indent it by two spaces. If it is text, {}",
            value.put_in_quotes()
        ),
    )
    .blanked(value.at)
}

/// `purpose: > To meet`
pub(super) fn text_beside_block_mark(scene: &Scene<'_>) -> Problem {
    let value = Typed::from(scene.text, scene.stop.offset, false);
    let mark = character(&scene.text, value.at.start);
    let sign = &scene.text[mark.clone()];
    Problem::yaml(
        mark,
        format!("After `{sign}` the text must start on the next line."),
        format!(
            "Move the text to the next line and indent it by two spaces. If `{sign}` is part of \
             it, {}",
            value.put_in_quotes()
        ),
    )
    .masked(scene.text, value.at)
}

/// Something that follows a value that is complete on the same line.
pub(super) fn after_value(scene: &Scene<'_>) -> Option<Problem> {
    let (last, offset) = (&scene.stop.last, scene.stop.offset);
    let is_same_line = last.end <= offset && line_at(&scene.text, offset).start < last.end;
    match scene.stop.last_kind {
        Last::Alias if is_same_line => Some(reserved(scene, last.start)),
        Last::Bracket if is_same_line => Some(text_after_brackets(scene)),
        _ => None,
    }
}

/// `fields: [coaching] and more`, or a comma after the bracket.
fn text_after_brackets(scene: &Scene<'_>) -> Problem {
    let rest = Typed::from(scene.text, scene.stop.offset, false).at;
    if &scene.text[rest.clone()] == "," {
        return Problem::yaml(rest.clone(), "There must be no comma here.", "Remove it.")
            .blanked(rest);
    }
    let start = value_start(scene.text, &line_at(&scene.text, rest.start)).min(rest.start);
    let value = Typed::over(scene.text, start..rest.end, false);
    let keys = keys_within(value.as_str());
    if !keys.is_empty() {
        return several_keys(&value, &keys).blanked(value.at);
    }
    Problem::yaml(
        rest,
        "Nothing may follow the closing bracket on its line.",
        format!(
            "If something new starts here, move it to the next line. If all of it is text, {}",
            value.put_in_quotes()
        ),
    )
    .blanked(value.at)
}

/// A `#` that follows something at once.
pub(super) fn comment_without_space(scene: &Scene<'_>) -> Problem {
    let hash = character(&scene.text, scene.stop.offset);
    let comment = Typed::from(scene.text, hash.start, false).at;
    Problem::yaml(hash, "A space is missing before this `#`.", "Type a space before the comment.")
        .blanked(comment)
}

/// Text without quotes that continues below a comment.
pub(super) fn text_below_comment(scene: &Scene<'_>) -> Problem {
    let comment = Typed::from(scene.text, scene.stop.offset, false).at;
    Problem::yaml(
        comment.clone(),
        "`#` starts a comment, and the text cannot go on below it.",
        "If this is part of the text, put quotes around all of the text. If not, move it to a line \
         of its own.",
    )
    .blanked(comment)
}
