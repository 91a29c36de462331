//! Texts of a charter: plain ones, and Markdown.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Key;
use super::messages::LOOKS_LIKE_HTML;
use super::zones::Offers;
use crate::config::read_web_address;
use crate::diagnostic::{Place, Span, Spanned, shorten};
use crate::markdown::{self, Origin, Prose, SiteLink, looks_like_html};
use crate::yaml::{Decoder, Entry, Fields, Node, key_path, read_all};

/// Reads the texts of one charter, and keeps the links that it finds in them.
pub(super) struct Reader<'d, 'a> {
    pub(super) decoder: &'d mut Decoder<'a>,
    links: Vec<SiteLink>,
    today: Date,
    asked_zones: Vec<AskedZone>,
}

/// A time zone about which there is something to ask. What to offer first is known when all groups are.
#[derive(Clone, Debug)]
pub struct AskedZone {
    /// Its place.
    pub place: Place,
    /// As it was typed.
    pub typed: String,
}

impl<'d, 'a> Reader<'d, 'a> {
    pub(super) fn new(decoder: &'d mut Decoder<'a>, today: Date) -> Self {
        Self { decoder, links: Vec::new(), today, asked_zones: Vec::new() }
    }

    /// The links inside the site, from all texts read so far, and the time zones to ask about.
    pub(super) fn into_parts(self) -> (Vec<SiteLink>, Vec<AskedZone>) {
        (self.links, self.asked_zones)
    }

    /// What to offer for a time zone, as long as nothing is known of other groups.
    pub(super) fn offers(&self) -> Offers<'static> {
        static NONE: BTreeSet<String> = BTreeSet::new();
        Offers::new(self.today, &NONE)
    }

    /// Keeps a time zone about which there is something to ask.
    pub(super) fn ask_zone(&mut self, span: Span, typed: &str) {
        let place = self.decoder.source().place(span);
        self.asked_zones.push(AskedZone { place, typed: typed.to_owned() });
    }

    /// Reports a required key that is missing, by its path in the format.
    pub(super) fn missing(&mut self, entries: &Fields<'_>, path: &str) {
        let help = Key::at(path).and_then(Key::reason).map_or("", |(_, help)| help);
        self.missing_with(entries, path, help);
    }

    /// The same with another remedy than the format's.
    pub(super) fn missing_with(&mut self, entries: &Fields<'_>, path: &str, help: &str) {
        let Some(key) = Key::at(path).filter(|key| !key.is_in(entries)) else { return };
        let (what, _) = key.reason().unwrap_or_default();
        self.decoder.missing(entries, key.name, &what, help);
    }

    /// Reports a key that is missing and need not be there, as the answer to a question that is open.
    pub(super) fn unsaid(&mut self, entries: &Fields<'_>, path: &str) {
        let Some(key) = Key::at(path).filter(|key| !key.is_in(entries)) else { return };
        let (what, help) = key.reason().unwrap_or_default();
        self.decoder.unsaid(entries, key.name, &what, help);
    }

    /// The value of a required key. If it is missing, it is reported by its path in the format.
    pub(super) fn required<'n>(
        &mut self,
        fields: &Fields<'_>,
        entry: Option<&'n Entry>,
        path: &str,
    ) -> Option<&'n Node> {
        if entry.is_none() {
            self.missing(fields, path);
        }
        entry.map(|entry| &entry.value)
    }

    /// A value as it was typed, with its quotes or brackets.
    pub(super) fn typed(&self, node: &Node) -> &'a str {
        &self.decoder.source().text()[node.span.range()]
    }

    /// The first line of a value: where something that is missing from it is reported.
    pub(super) fn first_line(&self, node: &Node) -> Span {
        let text = &self.decoder.source().text()[node.span.range()];
        let length = text.split(['\n', '\r']).next().map_or(0, |line| line.trim_end().len());
        let start = node.span.start as usize;
        Span::new(start, start + length)
    }

    /// One line of plain text.
    pub(super) fn line<'n>(&mut self, node: &'n Node, limit: usize) -> Option<Spanned<&'n str>> {
        let line = self.decoder.line(node, limit)?;
        self.warn_of_html(line);
        Some(line)
    }

    /// Plain text; its line breaks become spaces.
    pub(super) fn plain(&mut self, node: &Node) -> Option<String> {
        self.short(node, usize::MAX)
    }

    /// Plain text of at most `limit` characters; its line breaks become spaces.
    pub(super) fn short(&mut self, node: &Node, limit: usize) -> Option<String> {
        let text = self.decoder.plain_text(node)?;
        let text = self.decoder.limited(text, limit)?;
        self.warn_of_html(text);
        Some(text.value.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// A list of plain texts.
    pub(super) fn plain_list(&mut self, node: &Node) -> Option<Vec<String>> {
        let items = self.decoder.sentences(node)?;
        read_all(items, |item| self.plain(item))
    }

    /// A web address that starts with `https://`.
    pub(super) fn web_address(&mut self, node: &Node) -> Option<String> {
        read_web_address(self.decoder, node)
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
        self.decoder.emit(text.span, &LOOKS_LIKE_HTML, &[("found", &found)]);
    }
}
