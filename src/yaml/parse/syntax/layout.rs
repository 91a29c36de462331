//! Words for lines that are neither a key nor an entry, and for colons where no key can be.

use std::iter;
use std::ops::Range;

use super::Scene;
use crate::yaml::lines::{line_above, line_at, line_below};
use crate::yaml::parse::events::Last;
use crate::yaml::parse::problem::Problem;
use crate::yaml::parse::traps::{
    colon_without_space, is_hyphen_without_space, space_after_colon, space_after_hyphen,
};
use crate::yaml::parse::typed::{Typed, shorten};

/// The longest key that YAML allows, in characters (YAML 1.2.2, section 7.4).
const LONGEST_KEY: usize = 1024;

/// The range of a line without the white space around its text.
pub(super) fn content(text: &str, line: &Range<usize>) -> Range<usize> {
    let start = line.end - text[line.clone()].trim_start().len();
    start..start + text[start..line.end].trim_end().len()
}

/// Whether a line starts with a word and a colon, or with a hyphen and a space.
pub(super) fn starts_key_or_entry(line: &str) -> bool {
    let line = line.trim_start();
    let word = &line[..key_colon(line).unwrap_or_default()];
    let is_key = !word.is_empty() && !word.contains(char::is_whitespace);
    is_key || line == "-" || line.starts_with("- ")
}

/// Where the key or the value starts that follows the hyphens of a line.
fn past_hyphens(text: &str, line: &Range<usize>) -> usize {
    let mut rest = text[line.clone()].trim_start();
    while let Some(entry) = rest.strip_prefix("- ") {
        rest = entry.trim_start();
    }
    line.end - rest.len()
}

/// Where the value starts on a line: after its key, or else after its hyphens.
pub(super) fn value_start(text: &str, line: &Range<usize>) -> usize {
    let key = past_hyphens(text, line);
    let value = key_colon(&text[key..line.end]).map_or(key, |colon| key + colon + 1);
    line.end - text[value..line.end].trim_start().len()
}

/// The first colon of a text that a space or the end of the text follows.
fn key_colon(line: &str) -> Option<usize> {
    line.match_indices(':')
        .map(|(at, _)| at)
        .find(|at| line[at + 1..].is_empty() || line[at + 1..].starts_with([' ', '\t']))
}

/// A colon that would make a key of what stands before it, where no key can be.
pub(super) fn colon(scene: &Scene<'_>) -> Problem {
    let (text, colon) = (scene.text, scene.stop.offset);
    let line = line_at(text, colon);
    let value = value_start(text, &line);
    if value <= colon {
        let value = Typed::from(text, value, false);
        let message = "Text with a colon and a space in it needs quotes.";
        return Problem::yaml(colon..colon + 1, message, value.needs_quotes())
            .as_word(text, value.at);
    }
    let first = line_at(text, scene.stop.last.start.min(colon));
    let above = iter::successors(Some(first.clone()), |above| line_below(text, above))
        .take_while(|above| above.start < line.start);
    if let Some(problem) = above.clone().find_map(|above| space_missing(text, &above)) {
        return problem;
    }
    match above.clone().next() {
        Some(above) if value_start(text, &above) == past_hyphens(text, &above) => {
            no_key(scene, &above)
        }
        _ => part_of_text(text, &first, content(text, &line).start..colon + 1),
    }
}

/// A key that is indented so far that it goes on with the value above it.
fn part_of_text(text: &str, first: &Range<usize>, key: Range<usize>) -> Problem {
    let above = Typed::from(text, past_hyphens(text, first), false);
    let above = shorten(above.as_str().split(':').next().unwrap_or_default());
    Problem::yaml(
        key.clone(),
        format!("This is indented more than `{above}`, so it goes on with the text there."),
        format!(
            "If it is a key, start it in the same column as `{above}`. If it is text, put quotes \
             around all of the text."
        ),
    )
    .as_word(text, key.end - 1..key.end)
}

/// A line that starts with no key, where there has to be one.
pub(super) fn no_key(scene: &Scene<'_>, line: &Range<usize>) -> Problem {
    let text = scene.text;
    if let Some(problem) = space_missing(text, line) {
        return problem;
    }
    let at = content(text, line);
    let typed = &text[at.clone()];
    let end = iter::successors(line_below(text, line), |below| line_below(text, below))
        .find(|below| starts_key_or_entry(&text[below.clone()]))
        .map_or(text.len(), |below| below.start);
    let problem = if key_colon(typed).is_some_and(|colon| colon > LONGEST_KEY - 1) {
        let help = "If it is text, put quotes around it.";
        Problem::yaml(at, "The text before the colon is too long for a key.", help)
    } else {
        let message = "This line does not start with a key and a colon.";
        Problem::yaml(at, message, key_help(scene, line, typed))
    };
    problem.blanked(line.start..end)
}

fn key_help(scene: &Scene<'_>, line: &Range<usize>, typed: &str) -> String {
    if let Some((key, value)) = typed.split_once('=')
        && !key.trim_end().contains(char::is_whitespace)
    {
        let typed = format!("{}: {}", key.trim_end(), value.trim_start());
        return format!("Type a colon instead of the equals sign: `{}`.", shorten(&typed));
    }
    let mut help = match scene.stop.last_kind {
        Last::Block => "If it belongs to the text above, indent it as far as that.",
        _ => "If it goes on with the text above, indent it by two spaces more than the key there.",
    }
    .to_owned();
    help.push_str(" If it is a key, type a colon and a space after it.");
    let is_apart =
        line_above(scene.text, line).is_some_and(|above| scene.text[above].trim().is_empty());
    if scene.in_front_matter && is_apart {
        help.push_str(
            " If the text of the page starts here, type a line of three hyphens above it.",
        );
    }
    help
}

/// `name:Strengths` or `-one`
fn space_missing(text: &str, line: &Range<usize>) -> Option<Problem> {
    let typed = &text[line.clone()];
    if let Some(colon) = colon_without_space(typed) {
        return Some(space_after_colon(text, line.start + colon));
    }
    is_hyphen_without_space(typed).then(|| space_after_hyphen(text, content(text, line).start))
}
