//! One file's text.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::{LineIndex, Place, Span};

/// A file that was read: its path, its text, and where its lines start.
pub struct SourceFile {
    path: Arc<str>,
    text: Arc<str>,
    lines: OnceLock<LineIndex>,
}

/// Shown by its path: the text may be long.
impl fmt::Debug for SourceFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("SourceFile").field(&self.path).finish()
    }
}

impl SourceFile {
    /// A file from its path, relative to the site's root and with `/`, and its text.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The path relative to the site's root, with `/`.
    pub fn path(&self) -> &Arc<str> {
        &self.path
    }

    /// The whole text, without a byte-order mark.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The file's name without its folder and its last ending.
    pub fn stem(&self) -> &str {
        Path::new(&*self.path).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
    }

    /// The line and column of a span.
    pub fn place(&self, span: Span) -> Place {
        let lines = self.lines.get_or_init(|| LineIndex::new(&self.text));
        let Span { start, end } = span;
        Place {
            file: Arc::clone(&self.path),
            span,
            start: lines.position(&self.text, start as usize),
            end: lines.position(&self.text, end as usize),
        }
    }

    /// The place of a problem that concerns the whole file.
    pub fn whole(&self) -> Place {
        Place::whole_file(&self.path)
    }
}
