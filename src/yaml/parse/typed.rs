//! The text as the parser is given it, and what was typed, as messages show it.

use std::ops::{Deref, Range};

use crate::yaml::lines::{BLANKS, line_at};

/// The longest line, in characters, that a help offers to copy.
const OFFERED: usize = 200;

/// A text that may have been patched to get the parser past a mistake.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    /// What the parser reads.
    pub patched: &'a str,
    /// What is in the file, byte for byte at the same places.
    pub original: &'a str,
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.patched
    }
}

impl<'a> Text<'a> {
    /// What is in the file, to be shown. Characters of which the range holds a part are included: one
    /// that was patched is several in the text that the parser reads.
    pub fn typed(self, at: Range<usize>) -> &'a str {
        let start = self.original.floor_char_boundary(at.start);
        &self.original[start..self.original.ceil_char_boundary(at.end)]
    }
}

/// The character at an offset, if there is one.
pub(super) fn character(text: &str, offset: usize) -> Range<usize> {
    offset..offset + text[offset..].chars().next().map_or(0, char::len_utf8)
}

/// The text in quotes of the kind that needs the fewest changes inside.
pub(in crate::yaml) fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        format!("\"{text}\"")
    }
}

/// A value as it was typed.
pub(super) struct Typed<'a> {
    text: Text<'a>,
    pub at: Range<usize>,
    in_brackets: bool,
}

impl<'a> Typed<'a> {
    /// The value in a range of a text.
    pub fn over(text: Text<'a>, at: Range<usize>, in_brackets: bool) -> Self {
        Self { text, at, in_brackets }
    }

    /// The value that starts at an offset, as far as its line goes: without a comment and white
    /// space at its end, and within brackets without what follows it there.
    pub fn from(text: Text<'a>, start: usize, in_brackets: bool) -> Self {
        let rest = &text[start..line_at(&text, start).end];
        let comment = rest
            .match_indices('#')
            .map(|(at, _)| at)
            .find(|at| rest[..*at].ends_with(BLANKS))
            .unwrap_or(rest.len());
        let end = match rest[..comment].find([',', ']', '}']) {
            Some(end) if in_brackets => end,
            _ => comment,
        };
        Self::over(text, start..start + rest[..end].trim_end_matches(BLANKS).len(), in_brackets)
    }

    pub fn as_str(&self) -> &'a str {
        self.text.typed(self.at.clone())
    }

    /// Its line up to it, with something else in its place, to be offered as what to type. `None`
    /// if that is too long to be shown, or runs over several lines.
    pub fn replaced_by(&self, value: &str) -> Option<String> {
        let before = if self.in_brackets {
            ""
        } else {
            let line = line_at(&self.text, self.at.start);
            self.text.typed(line.start..self.at.start).trim_start_matches(BLANKS)
        };
        let offered = format!("{before}{value}");
        let fits = offered.chars().count() <= OFFERED && !offered.contains(['\n', '\r']);
        fits.then_some(offered)
    }

    /// It in quotes, on one line.
    pub fn in_quotes(&self) -> String {
        quoted(&self.as_str().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The advice to put it in quotes, as the rest of a sentence.
    pub fn put_in_quotes(&self) -> String {
        match self.replaced_by(&self.in_quotes()) {
            Some(offered) => format!("put quotes around it: `{offered}`."),
            None => "put quotes around it.".to_owned(),
        }
    }

    /// The same advice as a sentence.
    pub fn needs_quotes(&self) -> String {
        self.put_in_quotes().replacen('p', "P", 1)
    }
}
