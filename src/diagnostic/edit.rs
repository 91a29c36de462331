//! The fix for a problem that has one safe answer.

use super::Span;

/// What to put in place of a value, a key, or both, where nothing else can have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced, quotes included.
    pub span: Span,
    /// The new text, quotes included.
    pub text: String,
    /// How that reads.
    pub value: Meant,
}

/// What the text of an edit reads as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// A text, or a key.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// What was there.
    Same,
    /// Keys with their values: a set of them, or what stands in the place of one key and its value.
    Keys(Vec<(String, Self)>),
}

impl Meant {
    /// A list of texts.
    pub fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Self::List(texts.into_iter().map(|text| Self::Text(text.to_owned())).collect())
    }

    /// One key with its value.
    pub fn key(key: &str, value: Self) -> Self {
        Self::Keys(vec![(key.to_owned(), value)])
    }
}
