//! Why a text is not a rule.

use std::ops::Range;

use super::super::piece::Piece;

/// The longest quotation in a message, in characters.
const LONGEST_QUOTATION: usize = 40;

/// Why a text is not a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The bytes of the text that are wrong.
    pub range: Range<usize>,
    /// What is wrong, in plain words.
    pub message: String,
    /// What to write instead.
    pub help: String,
}

/// A text as a message quotes it.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTATION) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Says that a piece of a text is wrong.
pub(super) fn error(
    piece: Piece<'_>,
    message: impl Into<String>,
    help: impl Into<String>,
) -> RuleError {
    RuleError { range: piece.range(), message: message.into(), help: help.into() }
}
