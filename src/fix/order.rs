//! The keys of a charter in the order of the documentation, each with its comments.
//!
//! Comment lines directly above a key go with it, and so does everything from the key up to what belongs to
//! the next one. A key that the format does not have stays behind the one above it. A line for editors at
//! the top, such as `# yaml-language-server: …`, stays there.

use std::ops::Range;

use super::same::{errors, parts};
use super::{Change, Work, shown};
use crate::charter::{Context, Key};
use crate::yaml::{self, Entry, Node, Value, has_no_new};

/// The most keys that are put in order: no charter has that many.
const MOST: usize = 100;

pub(super) fn fix(work: &mut Work, context: Context<'_>) {
    if let Some((text, changes)) = reordered(work, context) {
        work.file = work.with(text);
        work.changes.extend(changes);
    }
}

fn reordered(work: &Work, context: Context<'_>) -> Option<(String, Vec<Change>)> {
    let text = work.file.text();
    let (root, body) = parts(&work.file)?;
    let Value::Mapping(entries) = &root.value else { return None };
    let order = order(entries);
    if order.is_sorted() || entries.len() > MOST {
        return None;
    }
    let blocks = blocks(text, yaml::front_matter_span(&work.file)?.range(), &root, entries)?;
    let (first, last) = (blocks.first()?.start, blocks.last()?.end);
    let mut fixed = text[..first].to_owned();
    for position in &order {
        fixed.push_str(&text[blocks[*position].clone()]);
    }
    fixed.push_str(&text[last..]);

    let file = work.with(fixed.clone());
    let (after, body_after) = parts(&file)?;
    let Value::Mapping(moved) = &after.value else { return None };
    let is_kept = order.len() == moved.len()
        && order.iter().zip(moved).all(|(at, entry)| entries[*at].says_the_same(entry));
    let (before, after) = (errors(&work.file, context), errors(&file, context));
    let is_as_good = before.len() == after.len() && has_no_new(&after, &before);
    (is_kept && body == body_after && is_as_good).then(|| (fixed, changes(work, entries, &order)))
}

/// The positions of the entries in the order in which they belong.
fn order(entries: &[Entry]) -> Vec<usize> {
    let mut rank = None;
    let ranks: Vec<Option<usize>> = entries
        .iter()
        .map(|entry| {
            rank = Key::of_charter().iter().position(|key| key.name == entry.key).or(rank);
            rank
        })
        .collect();
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|position| ranks[*position]);
    order
}

/// The lines of each entry with what belongs to it. `None` where an entry does not start its line.
fn blocks(
    text: &str,
    region: Range<usize>,
    root: &Node,
    entries: &[Entry],
) -> Option<Vec<Range<usize>>> {
    let front = &text[region.clone()];
    let lines: Vec<Range<usize>> =
        yaml::lines(front).map(|line| region.start + line.start..region.start + line.end).collect();
    let line_of = |offset: usize| lines.partition_point(|line| line.start <= offset).checked_sub(1);
    if text[root.span.range()].starts_with('{') {
        return None;
    }
    let mut starts = Vec::with_capacity(entries.len());
    let mut free = 0; // the first line that is not of the entry above
    for entry in entries {
        let key = entry.key_span.range().start;
        let line = line_of(key).filter(|line| lines[*line].start == key && *line >= free)?;
        let is_comment = |at: &usize| text[lines[*at].clone()].starts_with('#');
        let is_own = |at: &usize| is_comment(at) && !is_for_editors(&text[lines[*at].clone()]);
        let first = (free..line).rev().take_while(is_own).last().unwrap_or(line);
        starts.push(lines[first].start);
        let end = entry.value.span.range().end.max(entry.key_span.range().end);
        free = line_of(end.saturating_sub(1))? + 1;
    }
    let ends = starts.iter().skip(1).copied().chain([region.end]);
    Some(starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect())
}

fn is_for_editors(comment: &str) -> bool {
    comment.contains("yaml-language-server") || comment.contains("$schema")
}

/// What was moved: the fewest keys between which the others stay in their order.
fn changes(work: &Work, entries: &[Entry], order: &[usize]) -> Vec<Change> {
    let staying = longest_rising(order);
    let mut changes: Vec<Change> = Vec::new();
    for (to, from) in order.iter().enumerate().filter(|(_, from)| !staying.contains(from)) {
        let entry = &entries[*from];
        let place = match to.checked_sub(1) {
            Some(above) => format!("below {}", shown(&entries[order[above]].key)),
            None => "to the top".to_owned(),
        };
        changes.push(Change {
            line: work.line(entry.key_span),
            what: format!("{} moved {place}", shown(&entry.key)),
        });
    }
    changes
}

/// The longest run of numbers that rise, not necessarily side by side.
fn longest_rising(numbers: &[usize]) -> Vec<usize> {
    let mut runs: Vec<Vec<usize>> = Vec::with_capacity(numbers.len());
    for number in numbers {
        let before = runs.iter().filter(|run| run.last().is_none_or(|last| last < number));
        let mut run = before.max_by_key(|run| run.len()).cloned().unwrap_or_default();
        run.push(*number);
        runs.push(run);
    }
    runs.into_iter().max_by_key(Vec::len).unwrap_or_default()
}
