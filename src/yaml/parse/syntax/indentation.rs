//! Messages about tabs, and about lines that start in a column where nothing above them starts.

use std::iter;
use std::ops::Range;

use super::layout::no_key;
use super::line::{content, end_of_deeper, starts_entry, starts_key};
use super::{Scene, starts};
use crate::diagnostic::{plural, shorten};
use crate::yaml::lines::{BLANKS, line_above, line_at, line_below, lines};
use crate::yaml::parse::problem::Problem;
use crate::yaml::parse::typed::{Text, character};

/// A tab in front of the text of a line. The parser names that line or one above it.
pub(super) fn tab(scene: &Scene<'_>) -> Problem {
    let text = scene.text;
    let at =
        iter::successors(Some(line_at(&text, scene.stop.offset)), |line| line_below(&text, line))
            .find_map(|line| leading_tabs(text, &line))
            .unwrap_or_else(|| character(&text, scene.stop.offset));
    let others = lines(&text[at.end..])
        .skip(1) // the rest of this line
        .filter(|line| leading_tabs(text, &(at.end + line.start..at.end + line.end)).is_some());
    let others = match others.count() {
        0 => String::new(),
        others => format!(", and before {}", plural(others, "other line")),
    };
    Problem::yaml(
        at,
        format!("There is a tab here{others}, but only spaces are allowed."),
        "Type spaces instead: two for each step that a line is indented.",
    )
}

/// The first tabs before the text of a line.
fn leading_tabs(text: Text<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let typed = &text[line.clone()];
    let blank = typed.len() - typed.trim_start_matches([' ', '\t', '-']).len();
    let start = line.start + typed[..blank].find('\t')?;
    let length = text[start..].bytes().take_while(|byte| *byte == b'\t').count();
    Some(start..start + length)
}

/// Something that is neither a key nor an entry of the list or the keys around it.
pub(super) fn misplaced(scene: &Scene<'_>) -> Problem {
    let text = scene.text;
    let line = line_at(&text, scene.stop.offset);
    if let Some(problem) = starts::after_value(scene) {
        return problem;
    }
    if leading_tabs(text, &line).is_some() {
        return tab(scene);
    }
    let at = content(text, &line);
    let is_entry = starts_entry(&text[at.clone()]);
    let column = at.start - line.start;
    let levels = levels(text, &line);
    let blanked = |problem: Problem, from: usize| {
        problem.blanked(line.start..end_of_deeper(text, &line, from))
    };
    match levels.iter().find(|level| level.column == column) {
        Some(level) if level.is_entry && !is_entry => blanked(not_an_entry(at), column + 1),
        Some(level) if is_entry && !level.is_entry => blanked(entry_among_keys(at), column + 1),
        Some(_) if is_entry || starts_key(&text[at.clone()]) => blanked(unrelated(at), column + 1),
        Some(_) => no_key(scene, &line),
        None => blanked(unfitting(&levels, column, at), column),
    }
}

/// A line of a block of text that starts further left than the block does.
pub(super) fn text_too_far_left(scene: &Scene<'_>) -> Problem {
    let line = line_at(&scene.text, scene.stop.offset);
    let at = content(scene.text, &line);
    let column = at.start - line.start;
    Problem::yaml(
        at,
        "This line is indented less than the text below `|` or `>` that it belongs to.",
        "Indent all lines of the text alike, by two spaces more than their key.",
    )
    .blanked(line.start..end_of_deeper(scene.text, &line, column))
}

/// A column in which a key or an entry starts that a line may go on from.
struct Level<'a> {
    column: usize,
    is_entry: bool,
    typed: &'a str,
}

/// The levels that are open above a line, from the innermost outwards.
fn levels<'a>(text: Text<'a>, line: &Range<usize>) -> Vec<Level<'a>> {
    let mut levels: Vec<Level<'a>> = Vec::new();
    for above in iter::successors(line_above(&text, line), |line| line_above(&text, line)) {
        let at = content(text, &above);
        let typed = &text.patched[at.clone()];
        let innermost = levels.last().map_or(usize::MAX, |level| level.column);
        if typed.is_empty() || typed.starts_with('#') || at.start - above.start >= innermost {
            continue;
        }
        let outer = levels.len();
        let mut rest = typed;
        loop {
            let start = at.end - rest.len();
            let column = start - above.start;
            let entry = rest.strip_prefix("- ").map(|entry| entry.trim_start_matches(BLANKS));
            if column < innermost {
                let is_entry = entry.is_some() || rest == "-";
                // Where a missing space was put in, it hides the first letter of the word.
                let word = text.typed(0..start).trim_end_matches(char::is_alphanumeric).len();
                levels.push(Level { column, is_entry, typed: text.typed(word..at.end) });
            }
            match entry {
                Some(entry) => rest = entry,
                None => break,
            }
        }
        levels[outer..].reverse();
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

fn unrelated(at: Range<usize>) -> Problem {
    Problem::yaml(
        at,
        "This line does not go with the one above it.",
        "Start it in the same column as the key or the entry that it belongs with.",
    )
}

fn not_an_entry(at: Range<usize>) -> Problem {
    Problem::yaml(
        at,
        "This line must start with a hyphen, like the entries above it.",
        "If it is a new entry, type `- ` before it. If it belongs to the entry above, indent it by \
         two spaces more.",
    )
}

fn entry_among_keys(at: Range<usize>) -> Problem {
    Problem::yaml(
        at,
        "Expected a key and a colon here, but found an entry of a list.",
        "If it belongs to the key above, remove whatever else is typed there, and indent it by two \
         spaces. If it is text, put quotes around it.",
    )
}
