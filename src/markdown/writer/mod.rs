//! Events of the parser into HTML: only what is listed here gets out.

mod blocks;
mod links;

use std::mem;
use std::ops::Range;

use pulldown_cmark::Event;

use super::escape::{is_blank, is_unwanted};
use super::html::Html;
use super::notes::Notes;
use super::outline::Outline;
use super::raw_html;
use super::reporter::Reporter;
use super::{Origin, Prose};
use crate::diagnostic::Span;
use crate::text::reorders;

/// The HTML of one text, as far as its events went.
pub(super) struct Writer<'a> {
    text: &'a str,
    reporter: Reporter<'a>,
    out: Html,
    /// What was written before the links, headings and notes that are open.
    outer: Vec<Html>,
    /// Whether anything was written that shows.
    shows: bool,
    /// The attribute of every block, if the text has letters of a right-to-left script.
    direction: &'static str,
    outline: Outline,
    notes: Notes,
    /// How many lists, quotations and spans of emphasis are open.
    depth: usize,
    too_deep: bool,
    /// Where the paragraph or cell that is open started, and its content.
    block: Range<usize>,
    /// The labels of the notes that are open.
    note: Vec<String>,
    /// The words of the heading that is open.
    heading: Option<String>,
    table: blocks::Table,
    links_open: usize,
    link: Option<links::Link>,
    image: Option<links::Image>,
    /// A run of raw HTML within a line that was not reported yet.
    html: Option<Range<usize>>,
    html_in_block: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(text: &'a str, origin: &Origin<'_>, reporter: Reporter<'a>) -> Self {
        Self {
            text,
            reporter,
            out: Html::with_capacity(text.len() + text.len() / 4),
            outer: Vec::new(),
            shows: false,
            direction: if has_right_to_left(text) { " dir=\"auto\"" } else { "" },
            outline: Outline::new(origin.prefix, origin.top_level),
            notes: Notes::new(origin.prefix),
            depth: 0,
            too_deep: false,
            block: 0..0,
            note: Vec::new(),
            heading: None,
            table: blocks::Table::default(),
            links_open: 0,
            link: None,
            image: None,
            html: None,
            html_in_block: false,
        }
    }

    /// Takes the next event with its place in the text.
    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let event = match event {
            // The one way to begin a new line in a cell of a table.
            Event::InlineHtml(tag) if raw_html::breaks_line(&tag) => Event::HardBreak,
            Event::InlineHtml(_) => return self.inline_html(range),
            event => event,
        };
        self.report_inline_html(&event);
        if self.image.is_some() {
            return self.describe_image(event);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words, range),
            Event::Code(words) => {
                self.out.markup("<code>");
                self.words(&words, range);
                self.out.markup("</code>");
            }
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => {
                self.out.line("<hr>\n");
                self.shows = true;
            }
            Event::FootnoteReference(label) => {
                self.notes.cite(&label, &mut self.out);
                self.shows = true;
            }
            // HTML was reported where its block or run starts; the rest is of no option that is on.
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    /// Puts the notes at the end.
    pub(super) fn finish(mut self) -> Prose {
        self.report_inline_html(&Event::SoftBreak);
        self.notes.finish(&mut self.out);
        self.reporter.finish();
        if !self.shows {
            return Prose::default();
        }
        Prose {
            html: self.out.text.into(),
            links: self.out.links.into(),
            headings: self.outline.finish(),
        }
    }

    /// Writes into a piece of its own, up to `take_piece`.
    fn begin_piece(&mut self) {
        self.outer.push(mem::replace(&mut self.out, Html::with_capacity(128)));
    }

    fn take_piece(&mut self) -> Html {
        mem::replace(&mut self.out, self.outer.pop().unwrap_or_default())
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.out.words(words) {
            self.warn_of_unwanted(words, range);
        }
        let blank = is_blank(words);
        self.shows |= !blank;
        if let Some(link) = &mut self.link {
            link.has_words |= !blank;
        }
        if let Some(heading) = &mut self.heading {
            heading.extend(words.chars().filter(|character| !is_unwanted(*character)));
        }
    }

    fn line_break(&mut self, markup: &str) {
        self.out.markup(markup);
        if let Some(heading) = &mut self.heading {
            heading.push(' ');
        }
    }

    fn warn_of_unwanted(&mut self, words: &str, range: Range<usize>) {
        let found = words.char_indices().find(|(_, character)| is_unwanted(*character));
        let Some((at, character)) = found else { return };
        let start = range.start + at;
        let verbatim = self.text.get(range.clone()) == Some(words);
        let exact = start..start + character.len_utf8();
        let span = self.reporter.span(if verbatim { exact } else { range });
        self.warn_of_character(character, span);
    }

    fn warn_of_character(&mut self, character: char, span: Span) {
        self.reporter.warn(span, || {
            if reorders(character) {
                (
                    "A character that reorders the text around it was left out.",
                    "Delete it. Right-to-left text is put in order without it.",
                )
            } else {
                ("An invisible character was left out.", "Delete it.")
            }
        });
    }

    fn inline_html(&mut self, range: Range<usize>) {
        match &mut self.html {
            Some(run) if run.end == range.start => run.end = range.end,
            _ => {
                self.report_inline_html(&Event::SoftBreak);
                self.html = Some(range);
            }
        }
    }

    /// Warns once for each run, and not again for what only closes the tags of an earlier one. Words that it
    /// kept apart stay apart.
    fn report_inline_html(&mut self, next: &Event<'_>) {
        let Some(run) = self.html.take() else { return };
        let html = self.text.get(run.clone()).unwrap_or_default();
        let goes_on =
            matches!(next, Event::Text(words) if words.starts_with(char::is_alphanumeric));
        if goes_on && self.image.is_none() && raw_html::parts_words(html) {
            self.out.markup(" ");
        }
        if !(self.html_in_block && raw_html::only_closes(html)) {
            let span = self.reporter.span(run);
            self.reporter.warn(span, || raw_html::inline(html));
            self.html_in_block = true;
        }
    }
}

/// Whether a text has characters from the blocks of the right-to-left scripts: Hebrew, Arabic, Syriac,
/// N'Ko and others, their presentation forms, and the historic and African ones beyond U+FFFF.
fn has_right_to_left(text: &str) -> bool {
    let is_right_to_left = |character| {
        matches!(character,
            '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}')
    };
    !text.is_ascii() && text.chars().any(is_right_to_left)
}
