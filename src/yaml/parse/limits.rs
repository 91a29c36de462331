//! Words for the parts of YAML that a charter does not need.

use std::ops::Range;

use super::problem::Problem;
use super::typed::{Typed, character, shorten};
use crate::yaml::lines::line_at;

/// How deep lists and keys may lie in each other.
pub(super) const DEPTH: usize = 32;

/// How many problems of one file are told.
pub(super) const PROBLEMS: usize = 100;

/// `start` is the list or the key that lies too deep.
pub(super) fn too_deep(text: &str, start: usize) -> Problem {
    Problem::limits(
        character(text, start),
        format!("Lists and keys lie more than {DEPTH} deep in each other here."),
        "Take brackets or levels of indentation out.",
    )
}

pub(super) fn too_many_problems(at: Range<usize>) -> Problem {
    Problem::limits(
        at,
        format!("There are more than {PROBLEMS} problems up to here. The rest is not checked."),
        "Mend those above, then check again.",
    )
}

/// `&name`
pub(super) fn anchor(text: &str, at: Range<usize>, in_brackets: bool) -> Problem {
    let message = "names a value to use it again elsewhere";
    mark(text, at, message, "take it out", in_brackets)
}

/// `*name`
pub(super) fn alias(text: &str, at: Range<usize>, in_brackets: bool) -> Problem {
    let message = "stands for a value that is given elsewhere";
    mark(text, at, message, "write the value out", in_brackets)
}

/// `!name`
pub(super) fn tag(text: &str, at: Range<usize>, in_brackets: bool) -> Problem {
    let message = "tells programs how to read the value";
    mark(text, at, message, "take it out", in_brackets)
}

/// A mark before a value that people may have typed as the beginning of its text.
fn mark(text: &str, at: Range<usize>, does: &str, otherwise: &str, in_brackets: bool) -> Problem {
    let message = format!("`{}` {does}. That is not allowed here.", shorten(&text[at.clone()]));
    let quotes = Typed::from(text, at.start, in_brackets).put_in_quotes();
    Problem::limits(at, message, format!("If it is text, {quotes} Otherwise {otherwise}."))
}

/// `<<`
pub(super) fn merge_key(at: Range<usize>) -> Problem {
    Problem::limits(
        at,
        "`<<` copies keys from elsewhere: that is not allowed.",
        "Write the keys out here.",
    )
}

/// A second document. `at` is its first line of hyphens, or where it starts without one.
pub(super) fn second_document(text: &str, at: Range<usize>) -> Problem {
    let line = line_at(text, at.start);
    Problem::limits(
        at.start..at.end.max(line.end),
        "A second set of keys starts here, and a file holds only one.",
        "Take this line out, with the line of hyphens or dots above it if there is one.",
    )
}

/// `%NAME`, at the start of a line.
pub(super) fn directive(text: &str, offset: usize) -> Problem {
    let line = line_at(text, offset);
    Problem::limits(
        offset..line.end,
        "A line that starts with `%` is an instruction to programs: that is not allowed.",
        "Take the line out.",
    )
    .blanked(line)
}
