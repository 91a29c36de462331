//! The fix for a problem that has one safe answer.

use super::Span;

/// What to put in place of a value or a key, where nothing else can have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, quotes included.
    pub span: Span,
    /// The new text, quotes included.
    pub text: String,
    /// How that reads.
    pub value: String,
}
