//! Blocks and spans of emphasis.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, HeadingLevel, Tag, TagEnd};

use super::Writer;
use crate::markdown::limits::{MOST_NESTING, NESTING};
use crate::markdown::raw_html;

/// The table that is open.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl Writer<'_> {
    pub(super) fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open_block("p", ""),
            Tag::Heading { .. } => {
                self.html_in_block = false;
                self.heading = Some(String::new());
                self.begin_piece();
            }
            Tag::BlockQuote(_) => self.open_container("<blockquote>\n", range),
            Tag::List(None) => self.open_container("<ul>\n", range),
            Tag::List(Some(1)) => self.open_container("<ol>\n", range),
            Tag::List(Some(first)) => {
                self.open_container(&format!("<ol start=\"{first}\">\n"), range);
            }
            Tag::Item if self.is_too_deep() => self.out.line(""),
            Tag::Item => self.open_block("li", ""),
            Tag::CodeBlock(kind) => self.open_code(&kind),
            Tag::HtmlBlock => self.warn_of_html_block(range),
            Tag::FootnoteDefinition(label) => {
                self.note.push(label.into_string());
                self.begin_piece();
            }
            Tag::Table(alignments) => self.open_table(alignments),
            Tag::TableHead => self.open_row("<thead>\n<tr>", true),
            Tag::TableRow => self.open_row("<tr>", false),
            Tag::TableCell => self.open_cell(),
            Tag::Emphasis => self.open_span("<em>"),
            Tag::Strong => self.open_span("<strong>"),
            Tag::Strikethrough => self.open_span("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.open_link(link_type, &dest_url, &title, range);
            }
            Tag::Image { dest_url, title, .. } => self.open_image(&dest_url, &title, range),
            // Of no option that is on.
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    pub(super) fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph if self.block_is_blank() => self.out.text.truncate(self.block.start),
            TagEnd::Paragraph => self.out.markup("</p>\n"),
            TagEnd::Heading(level) => self.close_heading(level),
            TagEnd::BlockQuote(_) => self.close_container("</blockquote>\n"),
            TagEnd::List(false) => self.close_container("</ul>\n"),
            TagEnd::List(true) => self.close_container("</ol>\n"),
            TagEnd::Item if self.is_too_deep() => {}
            TagEnd::Item => self.out.markup("</li>\n"),
            TagEnd::CodeBlock => self.out.markup("</code></pre>\n"),
            TagEnd::FootnoteDefinition => {
                let note = self.take_piece();
                self.notes.add(&self.note.pop().unwrap_or_default(), note);
            }
            TagEnd::Table => self.out.markup("</tbody>\n</table>\n</div>\n"),
            TagEnd::TableHead => self.out.markup("</tr>\n</thead>\n<tbody>\n"),
            TagEnd::TableRow => self.out.markup("</tr>\n"),
            TagEnd::TableCell => self.close_cell(),
            TagEnd::Emphasis => self.close_container("</em>"),
            TagEnd::Strong => self.close_container("</strong>"),
            TagEnd::Strikethrough => self.close_container("</del>"),
            TagEnd::Link => self.close_link(),
            TagEnd::Image
            | TagEnd::HtmlBlock
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn open_block(&mut self, element: &str, attributes: &str) {
        self.html_in_block = false;
        self.out.line("<");
        self.block.start = self.out.text.len() - 1;
        for part in [element, self.direction, attributes, ">"] {
            self.out.markup(part);
        }
        self.block.end = self.out.text.len();
    }

    fn block_is_blank(&self) -> bool {
        self.out.text.get(self.block.end..).is_some_and(|content| content.trim().is_empty())
    }

    fn is_too_deep(&self) -> bool {
        self.depth > MOST_NESTING
    }

    /// Opens a list or quotation. One that is nested too deeply is an error, once for a text.
    fn open_container(&mut self, markup: &str, range: Range<usize>) {
        self.depth += 1;
        if !self.is_too_deep() {
            self.out.line(markup);
        } else if !self.too_deep {
            self.too_deep = true;
            let (message, help) = NESTING;
            self.reporter.refuse(range.start..range.start + 1, message, help);
        }
    }

    /// Opens a span of emphasis. One that is nested too deeply would not look any different.
    fn open_span(&mut self, markup: &str) {
        self.depth += 1;
        if !self.is_too_deep() {
            self.out.markup(markup);
        }
    }

    fn close_container(&mut self, markup: &str) {
        if !self.is_too_deep() {
            self.out.markup(markup);
        }
        self.depth -= 1;
    }

    /// Writes a heading with its id. In a note, which is moved to the end, it is a paragraph.
    fn close_heading(&mut self, level: HeadingLevel) {
        let content = self.take_piece();
        let words = self.heading.take().unwrap_or_default();
        if content.text.trim().is_empty() {
            return;
        }
        let direction = self.direction;
        let (open, close) = if self.note.is_empty() {
            let heading = self.outline.add(level, &words);
            let (level, id) = (heading.level, &heading.id);
            (format!("<h{level}{direction} id=\"{id}\">"), format!("</h{level}>\n"))
        } else {
            (format!("<p{direction}><strong>"), "</strong></p>\n".to_owned())
        };
        self.out.line(&open);
        self.out.append(content);
        self.out.markup(&close);
    }

    /// Opens a code block, with the name of its language if that is a plain one.
    fn open_code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split_ascii_whitespace().next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if language.is_empty() || !language.bytes().all(plain) {
            self.out.line("<pre><code>");
        } else {
            self.out.line(&format!("<pre><code class=\"language-{language}\">"));
        }
    }

    fn warn_of_html_block(&mut self, range: Range<usize>) {
        let html = self.text.get(range.clone()).unwrap_or_default().trim_end();
        let span = self.reporter.span(range.start..range.start + html.len());
        self.reporter.warn(span, || raw_html::block(html));
    }

    /// Opens a table inside a region that scrolls sideways and can be reached with the keyboard.
    fn open_table(&mut self, alignments: Vec<Alignment>) {
        self.table = Table { alignments, ..Table::default() };
        self.out.line(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n",
        );
    }

    fn open_row(&mut self, markup: &str, in_head: bool) {
        self.table.in_head = in_head;
        self.table.column = 0;
        self.out.markup(markup);
    }

    fn open_cell(&mut self) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::None) | None => "",
        };
        self.table.column += 1;
        self.open_block(if self.table.in_head { "th" } else { "td" }, class);
    }

    /// Closes a cell. An empty one heads nothing, so it is never a heading cell.
    fn close_cell(&mut self) {
        if self.block_is_blank() {
            self.out.text.truncate(self.block.start);
            self.out.markup("<td></td>");
        } else {
            self.out.markup(if self.table.in_head { "</th>" } else { "</td>" });
        }
    }
}
