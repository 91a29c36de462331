//! The text of one file that is not of the site, for a report on it.

use std::sync::Arc;

use crate::diagnostic::Texts;
use crate::source::SourceFile;

/// The text of one file that is not of the site.
pub(super) struct OneFile(pub(super) Arc<SourceFile>);

impl Texts for OneFile {
    fn text(&self, file: &str) -> Option<Arc<str>> {
        (file == &**self.0.path()).then(|| Arc::clone(self.0.text()))
    }
}
