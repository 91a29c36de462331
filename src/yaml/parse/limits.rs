//! Messages about the parts of YAML that a charter does not need.

use std::ops::Range;

use super::problem::Problem;
use super::typed::{Text, Typed, character};
use crate::diagnostic::shorten;
use crate::yaml::lines::line_at;

/// How deep lists and keys may be nested.
pub(super) const DEPTH: usize = 32;

/// How many problems of one file are reported.
pub(super) const PROBLEMS: usize = 100;

/// `start` is the list or the key that is nested too deep.
pub(super) fn too_deep(text: Text<'_>, start: usize) -> Problem {
    Problem::limits(
        character(&text, start),
        format!("Lists and keys are nested more than {DEPTH} levels deep here."),
        "Remove some brackets or levels of indentation.",
    )
}

pub(super) fn too_many_problems(at: Range<usize>) -> Problem {
    Problem::limits(
        at,
        format!("There are more than {PROBLEMS} problems up to here. The rest is not checked."),
        "Fix those above, then check again.",
    )
}

/// `&name`, before a value that is text or is not.
pub(super) fn anchor(text: Text<'_>, at: Range<usize>, value: MarkedValue) -> Problem {
    mark(text, at, "names a value to use it again elsewhere", "remove it", value)
}

/// `*name`, in the place of a value.
pub(super) fn alias(text: Text<'_>, at: Range<usize>, in_brackets: bool) -> Problem {
    let value = MarkedValue::Text { in_brackets };
    mark(text, at, "stands for a value that is given elsewhere", "write the value out", value)
}

/// `!name`, before a value that is text or is not.
pub(super) fn tag(text: Text<'_>, at: Range<usize>, value: MarkedValue) -> Problem {
    mark(text, at, "tells programs how to read the value", "remove it", value)
}

/// What follows a mark: people may have typed the mark as the beginning of a text.
#[derive(Clone, Copy)]
pub(super) enum MarkedValue {
    Text { in_brackets: bool },
    Other,
}

fn mark(
    text: Text<'_>,
    at: Range<usize>,
    does: &str,
    otherwise: &str,
    value: MarkedValue,
) -> Problem {
    let message =
        format!("`{}` {does}. That is not allowed here.", shorten(text.typed(at.clone())));
    let help = match value {
        MarkedValue::Text { in_brackets } => {
            let quotes = Typed::from(text, at.start, in_brackets).put_in_quotes();
            format!("If it is text, {quotes} Otherwise {otherwise}.")
        }
        MarkedValue::Other => "Remove it.".to_owned(),
    };
    Problem::limits(at, message, help)
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
pub(super) fn second_document(text: Text<'_>, at: Range<usize>) -> Problem {
    let line = line_at(&text, at.start);
    Problem::limits(
        at.start..at.end.max(line.end),
        "A second set of keys starts here, but a file may have only one.",
        "Remove this line, and the line of hyphens or dots above it if there is one.",
    )
}

/// `%NAME`, at the start of a line.
pub(super) fn directive(text: Text<'_>, offset: usize) -> Problem {
    let line = line_at(&text, offset);
    Problem::limits(
        offset..line.end,
        "A line that starts with `%` is an instruction to programs: that is not allowed.",
        "Take the line out.",
    )
    .blanked(line)
}
