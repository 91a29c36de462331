//! A piece of HTML under way.

use super::SiteLink;
use super::escape::{self, Context};

/// HTML, with gaps for the addresses of links inside the site.
#[derive(Default)]
pub(super) struct Html {
    pub(super) text: String,
    pub(super) links: Vec<SiteLink>,
}

impl Html {
    /// An empty piece with room for this many bytes.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), links: Vec::new() }
    }

    /// Writes markup of our own.
    pub(super) fn markup(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Writes markup of our own at the start of a line.
    pub(super) fn line(&mut self, markup: &str) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.push_str(markup);
    }

    /// Writes text of the author's. Says whether unwanted characters were left out.
    pub(super) fn words(&mut self, words: &str) -> bool {
        escape::push_text(&mut self.text, words, Context::Element)
    }

    /// Writes an attribute whose value is the author's. Says whether unwanted characters were left
    /// out.
    pub(super) fn attribute(&mut self, name: &str, value: &str) -> bool {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        let left_out = escape::push_text(&mut self.text, value, Context::Attribute);
        self.text.push('"');
        left_out
    }

    /// Writes the value of `href` or `src`.
    pub(super) fn address(&mut self, address: &str) {
        escape::push_address(&mut self.text, address);
    }

    /// Leaves a gap for an address inside the site.
    pub(super) fn gap(&mut self, mut link: SiteLink) {
        link.gap = offset(self.text.len());
        self.links.push(link);
    }

    /// Adds another piece at the end.
    pub(super) fn append(&mut self, piece: Self) {
        let moved = offset(self.text.len());
        self.text.push_str(&piece.text);
        self.links.extend(piece.links.into_iter().map(|mut link| {
            link.gap += moved;
            link
        }));
    }
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
