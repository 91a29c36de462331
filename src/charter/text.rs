//! Texts of a charter: plain ones, and Markdown.

use super::messages::{LOOKS_LIKE_HTML, Required};
use crate::diagnostic::{Span, Spanned, shorten};
use crate::markdown::{self, Origin, Prose, SiteLink, looks_like_html};
use crate::yaml::{Decoder, Fields, Node, key_path};

/// Reads the texts of one charter, and keeps the links that it finds in them.
pub(super) struct Reader<'d, 'a> {
    pub(super) decoder: &'d mut Decoder<'a>,
    links: Vec<SiteLink>,
}

impl<'d, 'a> Reader<'d, 'a> {
    pub(super) fn new(decoder: &'d mut Decoder<'a>) -> Self {
        Self { decoder, links: Vec::new() }
    }

    /// The links inside the site, from all texts read so far.
    pub(super) fn into_links(self) -> Vec<SiteLink> {
        self.links
    }

    /// Reports a key that is missing from the keys of a parent, which is a path as [`Guide`](super::Guide) has
    /// it.
    pub(super) fn missing(&mut self, fields: &Fields<'_>, parent: &str, key: &str) {
        let path = if parent.is_empty() { key.to_owned() } else { format!("{parent}.{key}") };
        let required = Required::find(&path);
        self.decoder.missing(fields, key, &required.what(), &required.help());
    }

    /// One line of plain text.
    pub(super) fn line<'n>(&mut self, node: &'n Node, limit: usize) -> Option<Spanned<&'n str>> {
        let line = self.decoder.line(node, limit)?;
        self.warn_of_html(line);
        Some(line)
    }

    /// Plain text; its line breaks become spaces.
    pub(super) fn plain(&mut self, node: &Node) -> Option<String> {
        let text = self.decoder.text(node)?;
        self.warn_of_html(text);
        Some(text.value.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// A list of plain texts.
    pub(super) fn plain_list(&mut self, node: &Node) -> Option<Vec<String>> {
        let items = self.decoder.list(node)?;
        let texts: Vec<_> = items.iter().filter_map(|item| self.plain(item)).collect();
        (texts.len() == items.len()).then_some(texts)
    }

    /// Markdown under a key, whose headings start at the third level. The key also makes the ids in
    /// it differ from those of the page's other texts.
    pub(super) fn markdown(&mut self, node: &Node) -> Option<Prose> {
        let text = self.decoder.text(node)?;
        let key = key_path(self.decoder.root(), node.span);
        let prefix: String = key.chars().filter(char::is_ascii_alphanumeric).collect();
        Some(self.prose(text.value, text.span, &key, &prefix, 3))
    }

    /// The Markdown after the front matter.
    pub(super) fn body(&mut self, span: Span) -> Prose {
        let text = &self.decoder.source().text()[span.range()];
        self.prose(text, span, "", "h", 3)
    }

    fn prose(&mut self, text: &str, span: Span, key: &str, prefix: &str, top_level: u8) -> Prose {
        let source = self.decoder.source();
        let origin = Origin { source, span, key, prefix, top_level };
        let prose = markdown::read(text, &origin, self.decoder.diagnostics());
        self.links.extend_from_slice(prose.links());
        prose
    }

    fn warn_of_html(&mut self, text: Spanned<&str>) {
        let Some(found) = looks_like_html(text.value) else { return };
        let found = shorten(&text.value[found]);
        self.decoder.tell(text.span, &LOOKS_LIKE_HTML, &[("found", &found)]);
    }
}
