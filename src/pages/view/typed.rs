//! Texts that people typed, in one line.

use serde::Serializer;

use crate::text::with_apostrophes;

/// Gives texts to a template with their apostrophes set.
pub(super) fn set<S: Serializer>(texts: &impl Typed, serializer: S) -> Result<S::Ok, S::Error> {
    texts.set(serializer)
}

/// One text or several.
pub(super) trait Typed {
    /// See [`set`].
    fn set<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

impl Typed for String {
    fn set<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&with_apostrophes(self))
    }
}

impl Typed for Option<String> {
    fn set<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(text) => serializer.serialize_some(&with_apostrophes(text)),
            None => serializer.serialize_none(),
        }
    }
}

impl Typed for Vec<String> {
    fn set<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|text| with_apostrophes(text)))
    }
}
