//! Markdown that nobody has vouched for, read into HTML that cannot harm a page.
//!
//! A text goes through six steps, once, when its charter is read:
//!
//! 1. `limits` turns away the few texts that would take the parser more than linear time or space.
//! 2. pulldown-cmark parses the rest into events: `CommonMark` with tables, footnotes and
//!    strikethrough. Nothing else is on: no attributes on headings, no mathematics, no metadata.
//! 3. `autolinks` makes links of bare addresses, and `leftovers` finds what was meant as a link and is none.
//! 4. `writer` turns events into HTML and lets through only what is on its list. Raw HTML is left
//!    out, but for line breaks. All other text is escaped.
//! 5. `address` judges each link: `https`, `http`, `mailto` and addresses of this site stay.
//! 6. `reporter` tells the author what was left out, at its place.
//!
//! What comes out is a [`Prose`]: finished HTML with gaps where the addresses of this site belong. So
//! the links can be checked against the whole site first, and written under its base path later.
//!
//! The HTML has no `style`, no event handlers, and no `id` or `class` of the author's choice but the
//! `language-…` of a code block. Control characters are left out, and so are those that reorder the
//! text around them (Unicode Standard Annex 9, section 2): where a text has letters of a right-to-left
//! script, every block of it carries `dir="auto"`, so that it is ordered rightly without them.

mod address;
mod autolinks;
mod bare;
mod escape;
mod html;
mod leftovers;
mod limits;
mod notes;
mod outline;
mod places;
mod raw_html;
mod reporter;
mod runs;
#[cfg(test)]
mod tests;
mod writer;

use std::borrow::Cow;
use std::fmt;

use pulldown_cmark::{Options, Parser};

use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

pub use outline::Heading;
pub(crate) use places::Places;
pub use raw_html::{HTML_PATTERN, looks_like_html};

use reporter::Reporter;
use writer::Writer;

/// Where a text comes from, and how it sits on its page.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// The file that holds the text.
    pub source: &'a SourceFile,
    /// The place of the text in the file: the body itself, or a YAML scalar with its quotes.
    pub span: Span,
    /// The key that holds the text, as a path such as `joining.steps[2]`. Empty for the body.
    pub key: &'a str,
    /// What every id starts with: letters and digits only, and another one for each text of a page.
    pub prefix: &'a str,
    /// The level that the highest heading gets, from 1 to 6.
    pub top_level: u8,
}

/// Reads a Markdown text. What is not safe is left out, with a warning at its place. A text beyond the
/// limits gets an error, and reads as nothing or in part.
pub fn read(text: &str, origin: &Origin<'_>, diagnostics: &mut Vec<Diagnostic>) -> Prose {
    let typed = text;
    let mut reporter = Reporter::new(typed, origin, diagnostics);
    let text = &*without_lone_returns(text);
    if let Some(excess) = limits::excess(text) {
        reporter.refuse(excess.range, excess.message, excess.help);
        return Prose::default();
    }
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(text, options).into_offset_iter();
    if !(bare::may_be_in(text) || leftovers::may_be_in(text)) {
        return write(events, Writer::new(text, origin, reporter));
    }
    let items = runs::joined(text, events);
    let leftovers = leftovers::find(text, &items);
    if !leftovers.is_empty() {
        // Places are asked for in the order of the text, so these have a reporter of their own.
        reporter.finish();
        let mut leading_nowhere = Reporter::of_links(typed, origin, diagnostics);
        for found in leftovers {
            found.report(text, &mut leading_nowhere);
        }
        leading_nowhere.finish();
        reporter = Reporter::new(typed, origin, diagnostics);
    }
    write(autolinks::linked(text, items).into_iter(), Writer::new(text, origin, reporter))
}

fn write<'a>(events: impl Iterator<Item = runs::Item<'a>>, mut writer: Writer<'_>) -> Prose {
    events.for_each(|(event, range)| writer.event(event, range));
    writer.finish()
}

/// The text with its lone carriage returns made line feeds, which is what `CommonMark` takes them for
/// and the parser does not in code blocks. No place moves.
fn without_lone_returns(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let lines: Vec<_> = text.split("\r\n").map(|lines| lines.replace('\r', "\n")).collect();
    Cow::Owned(lines.join("\r\n"))
}

/// A text as safe HTML, but for the addresses of its links inside the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    html: Box<str>,
    links: Box<[SiteLink]>,
    headings: Box<[Heading]>,
}

impl Prose {
    /// Whether nothing would show.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// The links and images inside the site, in the order of the page.
    pub fn links(&self) -> &[SiteLink] {
        &self.links
    }

    /// The headings, in the order of the page.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The text without its markup, piece by piece. A character that HTML cannot hold as it is, such as
    /// `&`, is left out between two pieces, and so are the descriptions of pictures.
    pub fn text(&self) -> impl Iterator<Item = &str> {
        self.html.split('>').flat_map(|piece| {
            let (text, _tag) = piece.split_once('<').unwrap_or((piece, ""));
            text.split('&').enumerate().map(|(at, part)| match part.split_once(';') {
                Some((_reference, rest)) if at > 0 => rest,
                _ => part,
            })
        })
    }

    /// Writes the HTML, with the address that `address` gives for each link inside the site. What it gives
    /// is written as one attribute value: percent-encoded where RFC 3986 asks for it, and escaped.
    pub fn html(&self, mut address: impl FnMut(&SiteLink) -> String) -> String {
        let mut html = String::with_capacity(self.html.len() + 32 * self.links.len());
        let mut written = 0;
        for link in &self.links {
            let gap = link.gap as usize;
            html.push_str(&self.html[written..gap]);
            escape::push_address(&mut html, &address(link));
            written = gap;
        }
        html.push_str(&self.html[written..]);
        html
    }
}

/// What an address inside the site is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// A link that people follow.
    Page,
    /// A picture that is shown.
    Image,
}

/// An address inside the site, and its place in the file.
///
/// It cannot be taken for another site or scheme, whatever is put before it or it is joined to: the
/// path has no `//`, no backslash, no control character, no `%`, `?` or `#`, and no colon before its
/// first `/`. Dot segments are as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteLink {
    /// What it is used for.
    pub kind: LinkKind,
    /// The path, percent-decoded: from the site's root if it starts with `/`, else relative to the
    /// page. Empty for the page itself.
    pub path: Box<str>,
    /// What follows `?`, as it was typed.
    pub query: Option<Box<str>>,
    /// What follows `#`, percent-decoded.
    pub fragment: Option<Box<str>>,
    /// The whole link in the file.
    pub span: Span,
    /// Where its address belongs in the HTML.
    gap: u32,
}

impl SiteLink {
    /// The address with another path, such as the one that the page has under the base path, and another
    /// fragment.
    pub fn at(&self, path: &str, fragment: Option<&str>) -> String {
        let mut address = path.to_owned();
        for (mark, part) in [('?', self.query.as_deref()), ('#', fragment)] {
            if let Some(part) = part {
                address.push(mark);
                address.push_str(part);
            }
        }
        address
    }
}

impl fmt::Display for SiteLink {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.at(&self.path, self.fragment.as_deref()))
    }
}
