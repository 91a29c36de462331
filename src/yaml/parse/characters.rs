//! Characters that YAML does not allow anywhere (YAML 1.2.2, section 5.1).

use std::borrow::Cow;
use std::ops::Range;

use super::problem::Problem;

/// How many of them are reported; a file with more is hardly text.
const MOST: usize = 20;

/// The first runs of characters that may not be in the text.
pub(super) fn forbidden(text: &str) -> Vec<Problem> {
    let mut found: Vec<Problem> = Vec::new();
    if is_plain(text) {
        return found;
    }
    let strange = text.char_indices().filter(|(_, character)| !is_printable(*character));
    for (start, character) in strange {
        let end = start + character.len_utf8();
        let extends_last = found.last().is_some_and(|last| last.at.end == start);
        if let Some(last) = found.last_mut().filter(|_| extends_last) {
            last.at.end = end;
        } else if found.len() < MOST {
            found.push(invisible(start..end, character));
        } else {
            break;
        }
    }
    found
}

/// A character that does not show, and does not belong where it is.
pub(super) fn invisible(at: Range<usize>, character: char) -> Problem {
    let message = format!("There is an invisible character (U+{:04X}) here.", u32::from(character));
    Problem::yaml(at, message, "Delete it, or type the line again.")
}

/// The text with spaces in place of all of them, every other byte at its place.
pub(super) fn blanked(text: &str) -> Cow<'_, str> {
    if is_plain(text) || text.chars().all(is_printable) {
        return Cow::Borrowed(text);
    }
    let mut blanked = String::with_capacity(text.len());
    for character in text.chars() {
        if is_printable(character) {
            blanked.push(character);
        } else {
            blanked.extend(std::iter::repeat_n(' ', character.len_utf8()));
        }
    }
    Cow::Owned(blanked)
}

/// Whether it is nothing but printable ASCII, as most texts are: that is quick to see.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~'))
}

/// The production `c-printable`.
fn is_printable(character: char) -> bool {
    matches!(character,
        '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{A0}'..='\u{FFFD}' | '\u{10000}'..)
}
