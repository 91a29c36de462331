//! Finds what was meant to be a link or a note, and would be shown as it was typed.
//!
//! The parser gives such brackets as text. A bracket behind a backslash is meant as one.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::escape::quoted;
use super::reporter::Reporter;
use super::runs::{Item, is_verbatim};

/// The longest address or name of a note that is looked at, in bytes.
const LONGEST: usize = 500;

/// Brackets that lead nowhere.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Leftover {
    range: Range<usize>,
    /// What is between the first brackets.
    words: Range<usize>,
    kind: Kind,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// `[[x]]`
    Wiki,
    /// `[x][y]`, with the name.
    Reference(Range<usize>),
    /// `[^1]`
    Note,
    /// `[x](a b)`, with the address.
    Spaces(Range<usize>),
    /// `[x](a b` without an end.
    Unclosed,
    /// An address with a character that none may have.
    Unreadable,
}

/// Whether a text may have any.
pub(super) fn may_be_in(text: &str) -> bool {
    ["](", "][", "[[", "[^"].iter().any(|mark| text.contains(mark))
}

/// All of a text, in its order.
pub(super) fn find(text: &str, items: &[Item<'_>]) -> Vec<Leftover> {
    let mut found = Vec::new();
    if !may_be_in(text) {
        return found;
    }
    let mut opaque = 0;
    let mut brackets = Brackets::default();
    for item in items {
        match &item.0 {
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => opaque += 1,
            Event::End(TagEnd::Image | TagEnd::CodeBlock) => opaque -= 1,
            Event::Text(_) if opaque == 0 && is_verbatim(text, item) => {
                brackets.read(text, item.1.clone(), &mut found);
            }
            Event::Start(Tag::Link { .. } | Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(
                TagEnd::Link | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough,
            ) => {}
            Event::Start(_) | Event::End(_) => brackets = Brackets::default(),
            _ => {}
        }
    }
    found.sort_by_key(|it| it.range.start);
    found
}

/// The brackets that are open in a block.
#[derive(Default)]
struct Brackets {
    open: Vec<usize>,
    /// Up to where the text belongs to what was found.
    found_to: usize,
}

impl Brackets {
    fn read(&mut self, text: &str, run: Range<usize>, found: &mut Vec<Leftover>) {
        let escaped = text[..run.start].ends_with('\\');
        let first = run.start + usize::from(escaped);
        for (at, byte) in text[..run.end].bytes().enumerate().skip(first) {
            match byte {
                b'[' => self.open.push(at),
                b']' => {
                    let Some(start) = self.open.pop().filter(|_| at >= self.found_to) else {
                        continue;
                    };
                    let Some(leftover) = self.closed(text, start..at, run.end) else { continue };
                    self.found_to = leftover.range.end;
                    found.push(leftover);
                }
                _ => {}
            }
        }
    }

    /// What the brackets around a text are, if they are more than brackets.
    fn closed(&self, text: &str, outer: Range<usize>, run_end: usize) -> Option<Leftover> {
        let (start, end) = (outer.start, outer.end);
        let words = start + 1..end;
        let behind = &text[end + 1..run_end];
        let (range, kind) = if text[words.clone()].starts_with('^') {
            let is_short = (2..=LONGEST).contains(&words.len());
            let is_name = is_short && !text[words.clone()].contains(char::is_whitespace);
            return is_name.then_some(Leftover { range: start..end + 1, words, kind: Kind::Note });
        } else if behind.starts_with(']') && self.open.last().is_some_and(|it| it + 1 == start) {
            (start - 1..end + 2, Kind::Wiki)
        } else if let Some(name) = behind.strip_prefix('[') {
            let name = end + 2..end + 2 + name.find(']')?;
            (start..name.end + 1, Kind::Reference(name))
        } else if behind.starts_with('(') {
            let address = address(text, end + 2);
            match address {
                Some(address) if text[address.clone()].contains(' ') => {
                    (start..address.end + 1, Kind::Spaces(address))
                }
                Some(address) => (start..address.end + 1, Kind::Unreadable),
                None => (start..end + 2, Kind::Unclosed),
            }
        } else {
            return None;
        };
        Some(Leftover { range, words, kind })
    }
}

/// What is between round brackets on a line.
fn address(text: &str, start: usize) -> Option<Range<usize>> {
    let limit = text.floor_char_boundary(start + LONGEST);
    let line = text[start..limit].lines().next()?;
    let mut depth = 0;
    let end = line.bytes().position(|byte| {
        let ends = byte == b')' && depth == 0;
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        ends
    });
    Some(start..start + end?)
}

impl Leftover {
    /// Says what is wrong, and what to type instead.
    pub(super) fn report(self, text: &str, reporter: &mut Reporter<'_>) {
        let span = reporter.span(self.range.clone());
        reporter.warn(span, || self.said(text));
    }

    fn said(&self, text: &str) -> (String, String) {
        let typed = quoted(&text[self.range.clone()]);
        let words = &text[self.words.clone()];
        let with_address = |words: &str| {
            let link = quoted(&format!("[{words}](ADDRESS)"));
            format!("Write {link}, with the address that it leads to for ADDRESS.")
        };
        let (message, help) = match &self.kind {
            Kind::Wiki => (
                format!("{typed} is not a link: the address is missing."),
                with_address(words.rsplit('|').next().unwrap_or(words)),
            ),
            Kind::Reference(name) => {
                let name = Some(&text[name.clone()]).filter(|name| !name.is_empty());
                let name = quoted(&format!("[{}]", name.unwrap_or(words)));
                let message = "is not a link: nothing in this text says where";
                (format!("{typed} {message} {name} leads."), with_address(words))
            }
            Kind::Note => (
                format!("{typed} leads to a note that this text does not have."),
                format!(
                    "Write the note below, on a line of its own: {}",
                    quoted(&format!("[{words}]: The note."))
                ),
            ),
            Kind::Spaces(address) => {
                let address = text[address.clone()].trim().replace(' ', "%20");
                (
                    format!("{typed} is not a link: its address has a space in it."),
                    format!("Write {}", quoted(&format!("[{words}]({address})"))),
                )
            }
            Kind::Unclosed => (
                format!("{typed} begins a link, and the `)` behind its address is missing."),
                "Write `)` behind the address, on the same line.".to_owned(),
            ),
            Kind::Unreadable => (
                format!("{typed} is not a link: its address cannot be read."),
                "Delete the address and type it again.".to_owned(),
            ),
        };
        let plain = "To show the brackets as they are, write `\\[` for each `[`.";
        (message, format!("{help}\n{plain}"))
    }
}
