//! Words for tabs, and for lines that start in a column where nothing above them starts.

use std::iter;
use std::ops::Range;

use super::layout::{content, no_key};
use super::{Scene, starts};
use crate::yaml::lines::{line_above, line_at, line_below};
use crate::yaml::parse::events::Last;
use crate::yaml::parse::problem::Problem;
use crate::yaml::parse::typed::{character, shorten};

/// A tab in front of the text of a line. The parser names that line or one above it.
pub(super) fn tab(scene: &Scene<'_>) -> Problem {
    let text = scene.text;
    let at =
        iter::successors(Some(line_at(text, scene.stop.offset)), |line| line_below(text, line))
            .find_map(|line| leading_tabs(text, &line))
            .unwrap_or_else(|| character(text, scene.stop.offset));
    Problem::yaml(
        at,
        "A tab stands here, where only spaces may.",
        "Type spaces instead: two for each step that a line is indented.",
    )
}

/// The first tabs before the text of a line.
fn leading_tabs(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let typed = &text[line.clone()];
    let blank = typed.len() - typed.trim_start_matches([' ', '\t', '-']).len();
    let start = line.start + typed[..blank].find('\t')?;
    let length = text[start..].bytes().take_while(|byte| *byte == b'\t').count();
    Some(start..start + length)
}

/// Something that is neither a key nor an entry of the list or the keys that it stands in.
pub(super) fn misplaced(scene: &Scene<'_>) -> Problem {
    let (text, offset) = (scene.text, scene.stop.offset);
    let line = line_at(text, offset);
    let last = &scene.stop.last;
    if last.end > line.start && last.end <= offset {
        match scene.stop.last_kind {
            Last::Alias => return starts::reserved(scene, last.start),
            Last::Bracket => return starts::text_after_brackets(scene),
            _ => {}
        }
    }
    if leading_tabs(text, &line).is_some() {
        return tab(scene);
    }
    let at = content(text, &line);
    let is_entry = text[at.clone()].starts_with("- ") || &text[at.clone()] == "-";
    let column = at.start - line.start;
    let levels = levels(text, &line);
    let blanked = |problem: Problem, from: usize| {
        problem.blanked(line.start..end_of_deeper(text, &line, from))
    };
    match levels.iter().find(|level| level.column == column) {
        Some(level) if level.is_entry && !is_entry => blanked(not_an_entry(at), column + 1),
        Some(level) if is_entry && !level.is_entry => blanked(entry_among_keys(at), column + 1),
        Some(_) => no_key(scene, &line),
        None => blanked(unfitting(&levels, column, at), column),
    }
}

/// The end of the lines below a line that start in a column or further right.
fn end_of_deeper(text: &str, line: &Range<usize>, column: usize) -> usize {
    iter::successors(line_below(text, line), |line| line_below(text, line))
        .find(|below| {
            let at = content(text, below);
            !at.is_empty() && at.start - below.start < column
        })
        .map_or(text.len(), |below| below.start)
}

/// A column in which a key or an entry starts that a line may go on from.
struct Level<'a> {
    column: usize,
    is_entry: bool,
    typed: &'a str,
}

/// The levels that are open above a line, from the innermost outwards.
fn levels<'a>(text: &'a str, line: &Range<usize>) -> Vec<Level<'a>> {
    let mut levels: Vec<Level<'a>> = Vec::new();
    for above in iter::successors(line_above(text, line), |line| line_above(text, line)) {
        let at = content(text, &above);
        let typed = &text[at.clone()];
        let innermost = levels.last().map_or(usize::MAX, |level| level.column);
        let column = at.start - above.start;
        if typed.is_empty() || typed.starts_with('#') || column >= innermost {
            continue;
        }
        let start = levels.len();
        let mut rest = typed;
        loop {
            let column = column + typed.len() - rest.len();
            let entry = rest.strip_prefix("- ").map(str::trim_start);
            if column < innermost {
                levels.push(Level {
                    column,
                    is_entry: entry.is_some() || rest == "-",
                    typed: rest,
                });
            }
            match entry {
                Some(entry) => rest = entry,
                None => break,
            }
        }
        levels[start..].reverse();
    }
    levels
}

fn unfitting(levels: &[Level<'_>], column: usize, at: Range<usize>) -> Problem {
    let deeper = levels.iter().rev().find(|level| level.column > column);
    let shallower = levels.iter().find(|level| level.column < column);
    let choices: Vec<String> = deeper
        .into_iter()
        .chain(shallower)
        .map(|level| format!("{}, like `{}`", spaces(level.column), shorten(level.typed)))
        .collect();
    let help = format!("Start it with {}.", choices.join(", or with "));
    Problem::yaml(at, "This line is not indented like any line above it.", help)
}

fn spaces(count: usize) -> String {
    match count {
        0 => "no space".to_owned(),
        1 => "one space".to_owned(),
        _ => format!("{count} spaces"),
    }
}

fn not_an_entry(at: Range<usize>) -> Problem {
    Problem::yaml(
        at,
        "This line has to start with a hyphen, like the entries above it.",
        "If it is a new entry, type `- ` before it. If it belongs to the entry above, indent it by \
         two spaces more.",
    )
}

fn entry_among_keys(at: Range<usize>) -> Problem {
    Problem::yaml(
        at,
        "An entry of a list stands here, where a key and a colon belong.",
        "If it belongs to the key above, take away what else is typed there, and indent it by two \
         spaces. If it is text, put quotes around it.",
    )
}
