//! The front matter's entries, sorted by key.

use super::keys::{CHARTER, RawCharter};
use crate::charter::Question;
use crate::diagnostic::{Span, nearest};
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

    /// Whether a key is there, right or misspelt. One that is misspelt is reported as such, and not as
    /// missing too: one mistake, one problem.
    pub(in crate::charter) fn has(&self, key: &str) -> bool {
        let is_known = |typed: &str| CHARTER.iter().any(|known| known.name == typed);
        let is_meant = |typed: &str| {
            !is_known(typed) && nearest(typed, CHARTER.iter().map(|known| known.name)) == Some(key)
        };
        self.get(key).is_some() || self.entries.entries().iter().any(|entry| is_meant(&entry.key))
    }

    /// Whether one of the question's keys is there.
    pub(in crate::charter) fn answers(&self, question: &Question) -> bool {
        question.keys().any(|key| self.get(key.name).is_some())
    }
}
