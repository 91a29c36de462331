//! The start tags of a page, as html5gum's tokenizer finds them. Text and comments are not kept.

use std::convert::Infallible;
use std::mem::swap;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

/// A start tag.
#[derive(Default)]
pub(super) struct Tag {
    /// In small letters.
    pub(super) name: Vec<u8>,
    text: Vec<u8>,
    /// Where in the text each attribute's name ends, and its value.
    ends: Vec<(usize, usize)>,
}

impl Tag {
    /// The attributes with repeats: their names in small letters, and their values without character
    /// references such as `&amp;`.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        let mut start = 0;
        self.ends.iter().map(move |&(middle, end)| {
            let attribute = (&self.text[start..middle], &self.text[middle..end]);
            start = end;
            attribute
        })
    }
}

/// Visits the start tags of a page. A tag that the page does not close is none.
pub(super) fn each_start_tag(html: &str, visit: impl FnMut(&Tag)) {
    let tags = Tags { visit, tag: Tag::default(), is_start: false, last_start: Vec::new() };
    let Ok(()) = Tokenizer::new_with_emitter(html, tags).finish();
}

struct Tags<Visit> {
    visit: Visit,
    /// The tag that is being read.
    tag: Tag,
    is_start: bool,
    /// The name of the start tag before: what follows a `<title>` is text until `</title>`.
    last_start: Vec<u8>,
}

impl<Visit> Tags<Visit> {
    fn start(&mut self, is_start: bool) {
        self.is_start = is_start;
        self.tag.name.clear();
        self.tag.text.clear();
        self.tag.ends.clear();
    }
}

impl<Visit: FnMut(&Tag)> Emitter for Tags<Visit> {
    type Token = Infallible;

    fn init_start_tag(&mut self) {
        self.start(true);
    }

    fn init_end_tag(&mut self) {
        self.start(false);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.name.extend_from_slice(name);
    }

    fn init_attribute(&mut self) {
        let start = self.tag.text.len();
        self.tag.ends.push((start, start));
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.tag.text.extend_from_slice(name);
        if let Some(ends) = self.tag.ends.last_mut() {
            *ends = (self.tag.text.len(), self.tag.text.len());
        }
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.tag.text.extend_from_slice(value);
        if let Some((_, end)) = self.tag.ends.last_mut() {
            *end = self.tag.text.len();
        }
    }

    /// `<noscript>` is read as by a browser without scripts, so that its links count.
    fn emit_current_tag(&mut self) -> Option<State> {
        if !self.is_start {
            return None;
        }
        (self.visit)(&self.tag);
        swap(&mut self.last_start, &mut self.tag.name);
        naive_next_state(&self.last_start).filter(|_| self.last_start != b"noscript")
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        !self.is_start && self.tag.name == self.last_start
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_eof(&mut self) {}
    fn emit_error(&mut self, _: Error) {}
    fn emit_string(&mut self, _: &[u8]) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn emit_current_comment(&mut self) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn set_self_closing(&mut self) {}
}
