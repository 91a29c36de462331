//! The lines of a text: LF, CR LF or CR alone ends one, as in YAML 1.2.2 (section 5.4) and `CommonMark`.
//!
//! A line is the range of its bytes without the line break.

use std::iter;
use std::ops::Range;

const BREAKS: [char; 2] = ['\n', '\r'];

/// What is white space within a line, to YAML (section 5.5).
pub(super) const BLANKS: [char; 2] = [' ', '\t'];

/// Blanks and line breaks.
pub(super) const SPACES: [char; 4] = [' ', '\t', '\n', '\r'];

/// All lines from the start. After a last line break there is no further line.
pub fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    iter::from_fn(move || {
        let line = (next < text.len()).then(|| next..end_of_line(text, next))?;
        next = after_break(text, line.end);
        Some(line)
    })
}

/// The line that contains an offset.
pub(super) fn line_at(text: &str, offset: usize) -> Range<usize> {
    let start = text[..offset].rfind(BREAKS).map_or(0, |found| found + 1);
    start..end_of_line(text, offset)
}

/// The line above.
pub(super) fn line_above(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let before = &text[..line.start];
    let above = before.strip_suffix("\r\n").or_else(|| before.strip_suffix(BREAKS))?;
    Some(line_at(text, above.len()))
}

/// The line below.
pub(super) fn line_below(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let start = after_break(text, line.end);
    (start < text.len()).then(|| start..end_of_line(text, start))
}

/// The offset past the line break that starts at `end`, or `end` at the end of the text.
pub(super) fn after_break(text: &str, end: usize) -> usize {
    match text.as_bytes()[end..] {
        [b'\r', b'\n', ..] => end + 2,
        [b'\r' | b'\n', ..] => end + 1,
        _ => end,
    }
}

fn end_of_line(text: &str, offset: usize) -> usize {
    let rest = &text.as_bytes()[offset..];
    offset + rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len())
}

/// What separates a key from another that is put before it, by the line on which it is: a line break and its
/// indentation, or a comma.
pub fn between_keys(text: &str, key: usize) -> String {
    let line = &text[text[..key].rfind(['\n', '\r']).map_or(0, |end| end + 1)..key];
    let is_in_braces = text[..key].trim_end().ends_with(['{', ',']);
    if is_in_braces || !line.chars().all(|found| matches!(found, ' ' | '-')) {
        return ", ".to_owned();
    }
    format!("{}{}", own_break(text), " ".repeat(line.len()))
}

/// How the lines of a text end.
pub(super) fn own_break(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIXED: &str = "a\nb\r\nc\rd\n\ne";

    #[test]
    fn every_kind_of_line_break_ends_a_line() {
        let all: Vec<_> = lines(MIXED).map(|line| &MIXED[line]).collect();
        assert_eq!(all, ["a", "b", "c", "d", "", "e"]);
        assert_eq!(lines("a\n").count(), 1);
        assert_eq!(lines("").count(), 0);
    }

    #[test]
    fn going_up_meets_the_same_lines_as_going_down() {
        let down: Vec<_> = lines(MIXED).collect();
        let last = line_at(MIXED, MIXED.len());
        let mut up: Vec<_> = iter::successors(Some(last), |line| line_above(MIXED, line)).collect();
        up.reverse();
        assert_eq!(up, down);
        let first = line_at(MIXED, 0);
        let again: Vec<_> = iter::successors(Some(first), |line| line_below(MIXED, line)).collect();
        assert_eq!(again, down);
    }

    #[test]
    fn a_line_is_found_from_any_offset_in_it() {
        assert_eq!(line_at(MIXED, 3), 2..3);
        assert_eq!(line_at("ab\r\ncd", 5), 4..6);
    }
}
