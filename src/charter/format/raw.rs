//! The front matter's entries, sorted by key.

use super::keys::{CHARTER, RawCharter};
use crate::diagnostic::Span;
use crate::yaml::Entry;

impl<'a> RawCharter<'a> {
    /// The line of hyphens that opens the charter: where a missing key is reported.
    pub(in crate::charter) fn opening(&self) -> Span {
        self.entries.span
    }

    /// The entry of a key by its name.
    pub(in crate::charter) fn get(&self, key: &str) -> Option<&'a Entry> {
        self.entries.entry(key)
    }

    /// Whether a key is there, right or misspelt.
    pub(in crate::charter) fn has(&self, key: &str) -> bool {
        CHARTER.iter().any(|known| known.name == key && known.is_in(&self.entries))
    }
}
