//! What a line consists of: white space, hyphens, a key, a value.

use std::iter;
use std::ops::Range;

use crate::yaml::lines::{BLANKS, line_below};
use crate::yaml::parse::typed::Text;

/// The range of a line without the white space around its text.
pub(super) fn content(text: Text<'_>, line: &Range<usize>) -> Range<usize> {
    let start = line.end - text[line.clone()].trim_start_matches(BLANKS).len();
    start..start + text[start..line.end].trim_end_matches(BLANKS).len()
}

/// Whether a line starts with a word and a colon.
pub(super) fn starts_key(line: &str) -> bool {
    let line = line.trim_start_matches(BLANKS);
    let word = &line[..key_colon(line).unwrap_or_default()];
    !word.is_empty() && !word.contains(char::is_whitespace)
}

/// Whether a line starts with a hyphen and a space.
pub(super) fn starts_entry(line: &str) -> bool {
    let line = line.trim_start_matches(BLANKS);
    line.starts_with("- ") || line.trim_end_matches(BLANKS) == "-"
}

/// The first colon of a text that a blank or the end of the text follows.
pub(super) fn key_colon(text: &str) -> Option<usize> {
    text.match_indices(':')
        .map(|(at, _)| at)
        .find(|at| text[at + 1..].is_empty() || text[at + 1..].starts_with(BLANKS))
}

/// Where the key or the value starts that follows the hyphens of a line.
pub(super) fn past_hyphens(text: Text<'_>, line: &Range<usize>) -> usize {
    let mut rest = text[line.clone()].trim_start_matches(BLANKS);
    while let Some(entry) = rest.strip_prefix("- ") {
        rest = entry.trim_start_matches(BLANKS);
    }
    line.end - rest.len()
}

/// Where the value starts on a line: after its key, or else after its hyphens.
pub(super) fn value_start(text: Text<'_>, line: &Range<usize>) -> usize {
    let key = past_hyphens(text, line);
    let value = key_colon(&text[key..line.end]).map_or(key, |colon| key + colon + 1);
    line.end - text[value..line.end].trim_start_matches(BLANKS).len()
}

/// The end of the lines below a line that start in a column or further right. Blank lines do not
/// end them.
pub(super) fn end_of_deeper(text: Text<'_>, line: &Range<usize>, column: usize) -> usize {
    iter::successors(line_below(&text, line), |line| line_below(&text, line))
        .find(|below| {
            let at = content(text, below);
            !at.is_empty() && at.start - below.start < column
        })
        .map_or(text.len(), |below| below.start)
}
