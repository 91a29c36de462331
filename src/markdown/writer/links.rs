//! Links and images.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Writer;
use crate::diagnostic::Span;
use crate::markdown::address::{self, Refusal, SiteAddress, Target};
use crate::markdown::escape::{is_blank, is_unwanted, quoted};
use crate::markdown::{LinkKind, SiteLink};

/// The link that is open.
pub(super) struct Link {
    target: Target,
    title: String,
    span: Span,
    /// Whether it has anything to read out or press.
    pub(super) has_words: bool,
}

/// The image that is open.
pub(super) struct Image {
    /// Its address, if it may be shown.
    address: Option<SiteAddress>,
    title: String,
    range: Range<usize>,
    span: Span,
    /// The words that describe it.
    words: String,
    /// How many images are open in its description, itself included.
    images_open: usize,
}

impl Writer<'_> {
    /// Opens a link, unless it is not safe or is inside another.
    pub(super) fn open_link(
        &mut self,
        link_type: LinkType,
        address: &str,
        title: &str,
        range: Range<usize>,
    ) {
        self.links_open += 1;
        if self.links_open > 1 {
            return;
        }
        let span = self.reporter.span(range);
        let target = match link_type {
            LinkType::Email => address::read(&format!("mailto:{address}")),
            _ => address::read(address),
        };
        match target {
            Ok(target) => {
                if let Target::Mail { address: kept, cut: true } = &target {
                    self.warn_of_cut_mail(address, kept, span);
                }
                self.link = Some(Link { target, title: title.to_owned(), span, has_words: false });
                self.begin_piece();
            }
            Err(refusal) => self.warn_of_refusal(refusal, address, span),
        }
    }

    /// Writes the link around its content. One without words could not be seen or read out.
    pub(super) fn close_link(&mut self) {
        self.links_open -= 1;
        if self.links_open > 0 {
            return;
        }
        let Some(link) = self.link.take() else { return };
        let content = self.take_piece();
        if link.has_words {
            self.write_link_start(link);
            self.out.append(content);
            self.out.markup("</a>");
        } else {
            self.reporter.warn(link.span, || {
                let message = "This link has no text, so nobody could follow it. It was left out.";
                (message, "Write the text between the square brackets.")
            });
            self.out.append(content);
        }
    }

    fn write_link_start(&mut self, link: Link) {
        let Link { target, title, span, .. } = link;
        self.out.markup("<a href=\"");
        match target {
            Target::Web(address) => {
                self.out.address(&address);
                self.out.markup("\" rel=\"noopener noreferrer\"");
            }
            Target::Mail { address, .. } => {
                self.out.address(&address);
                self.out.markup("\"");
            }
            Target::Site(address) => {
                self.out.gap(address.into_link(LinkKind::Page, span));
                self.out.markup("\"");
            }
        }
        self.write_title(&title, span);
        self.out.markup(">");
    }

    fn write_title(&mut self, title: &str, span: Span) {
        if !title.is_empty() && self.out.attribute("title", title) {
            self.warn_of_unwanted_at(title, span);
        }
    }

    /// Opens an image, and collects its description up to its end.
    pub(super) fn open_image(&mut self, address: &str, title: &str, range: Range<usize>) {
        let span = self.reporter.span(range.clone());
        let read = match address::read(address) {
            Ok(Target::Site(site)) if !site.path.is_empty() => Ok(site),
            Ok(Target::Web(_)) => Err(Refusal::Remote),
            Ok(_) => Err(Refusal::Site),
            Err(refusal) => Err(refusal),
        };
        if let Err(refusal) = read {
            self.warn_of_refusal(refusal, address, span);
        }
        let (address, title, words) = (read.ok(), title.to_owned(), String::new());
        self.image = Some(Image { address, title, range, span, words, images_open: 1 });
    }

    /// Takes an event inside an image: its description is plain text.
    pub(super) fn describe_image(&mut self, event: Event<'_>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(words) | Event::Code(words) => image.words.push_str(&words),
            Event::SoftBreak | Event::HardBreak => image.words.push(' '),
            Event::Start(Tag::Image { .. }) => image.images_open += 1,
            Event::End(TagEnd::Image) => {
                image.images_open -= 1;
                if image.images_open == 0 {
                    self.close_image();
                }
            }
            _ => {}
        }
    }

    /// Writes the image, or its description where it may not be shown.
    fn close_image(&mut self) {
        let Some(image) = self.image.take() else { return };
        let Image { address, title, range, span, words, .. } = image;
        let Some(address) = address else {
            return self.words(&words, range);
        };
        self.shows = true;
        self.out.markup("<img src=\"");
        self.out.gap(address.into_link(LinkKind::Image, span));
        self.out.markup("\"");
        if self.out.attribute("alt", &words) {
            self.warn_of_unwanted_at(&words, span);
        }
        self.write_title(&title, span);
        self.out.markup(" loading=\"lazy\">");
        if let Some(link) = &mut self.link {
            link.has_words |= !is_blank(&words);
        }
        if let Some(heading) = &mut self.heading {
            heading.extend(words.chars().filter(|character| !is_unwanted(*character)));
        }
    }

    fn warn_of_refusal(&mut self, refusal: Refusal, address: &str, span: Span) {
        self.reporter.warn(span, || refusal.words(address));
    }

    fn warn_of_cut_mail(&mut self, address: &str, kept: &str, span: Span) {
        self.reporter.warn(span, || {
            (
                format!("Only the mailbox was kept of the address {}.", quoted(address)),
                format!("Write {} alone: copies and subjects are not passed on.", quoted(kept)),
            )
        });
    }

    fn warn_of_unwanted_at(&mut self, words: &str, span: Span) {
        if let Some(character) = words.chars().find(|character| is_unwanted(*character)) {
            self.warn_of_character(character, span);
        }
    }
}

impl SiteAddress {
    fn into_link(self, kind: LinkKind, span: Span) -> SiteLink {
        let Self { path, query, fragment } = self;
        SiteLink { kind, path, query, fragment, span, gap: 0 }
    }
}
