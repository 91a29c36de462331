//! Finds the places that the parser's events do not point at.

use std::ops::Range;

use crate::yaml::lines::SPACES;

/// The offset of an indicator such as `:` or `-`, if nothing but white space, comments and colons
/// stand before it.
pub(super) fn indicator(text: &str, from: usize, indicator: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut offset = from;
    loop {
        match *bytes.get(offset)? {
            byte if byte == indicator => return Some(offset),
            b' ' | b'\t' | b'\n' | b'\r' | b':' => offset += 1,
            b'#' => offset += text[offset..].find(['\n', '\r'])?,
            _ => return None,
        }
    }
}

/// From the `|` or `>` of a block of text to its last character that is not white space. `from` is
/// where what came before it ends, and `content` is where the parser saw it.
pub(super) fn block(text: &str, from: usize, content: Range<usize>) -> Range<usize> {
    let before = &text[from..content.start];
    let header = before.char_indices().find(|(at, mark)| {
        matches!(mark, '|' | '>') && (*at == 0 || before[..*at].ends_with(SPACES))
    });
    let start = header.map_or(content.start, |(at, _)| from + at);
    start..start + text[start..content.end].trim_end_matches(SPACES).len()
}
