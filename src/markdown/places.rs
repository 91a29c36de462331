//! Where a part of a text is in its file.

use std::ops::Range;

use crate::diagnostic::Span;

/// Follows a text and the part of the file that it was read from, side by side. The two are the same
/// for the body. A YAML scalar differs in its quotes, its escapes, and in where its lines break.
pub(crate) struct Places<'a> {
    text: &'a str,
    raw: &'a str,
    whole: Span,
    notation: Notation,
    here: Cursor,
}

/// How the file writes the text (YAML 1.2, chapters 7 and 8).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Notation {
    /// As it is.
    Verbatim,
    /// A plain or block scalar: only white space differs.
    Unquoted,
    /// A single-quoted scalar: quotes are doubled.
    SingleQuoted,
    /// A double-quoted scalar: escapes with backslashes.
    DoubleQuoted,
    /// Not in a way that could be followed.
    Unknown,
}

/// The same place in both.
#[derive(Clone, Copy)]
struct Cursor {
    text: usize,
    raw: usize,
}

impl<'a> Places<'a> {
    /// Follows `text`, which was read from `whole` of the file.
    pub(crate) fn new(text: &'a str, file: &'a str, whole: Span) -> Self {
        let raw = file.get(whole.range()).unwrap_or_default();
        let (notation, start) = match raw.as_bytes().first() {
            _ if raw == text => (Notation::Verbatim, 0),
            None => (Notation::Unknown, 0),
            Some(b'\'') => (Notation::SingleQuoted, 1),
            Some(b'"') => (Notation::DoubleQuoted, 1),
            Some(b'|' | b'>') => (Notation::Unquoted, block_header_length(raw)),
            Some(_) => (Notation::Unquoted, 0),
        };
        Self { text, raw, whole, notation, here: Cursor { text: 0, raw: start } }
    }

    /// The place of a part of the text in the file: the whole text if that is unknown. Starts are to
    /// be asked for in rising order.
    pub(crate) fn span(&mut self, range: Range<usize>) -> Span {
        let found = match self.notation {
            Notation::Verbatim => Some(range),
            Notation::Unknown => None,
            _ => self.follow(&range),
        };
        match found {
            None => {
                self.notation = Notation::Unknown;
                self.whole
            }
            Some(Range { start, end }) => {
                let base = self.whole.range().start;
                let (start, end) =
                    (self.raw.floor_char_boundary(start), self.raw.ceil_char_boundary(end));
                Span::new(base + start, base + end)
            }
        }
    }

    fn follow(&mut self, range: &Range<usize>) -> Option<Range<usize>> {
        self.here = self.advance(self.here, range.start)?;
        self.here.raw += self.blank_length(self.here.raw);
        let end = self.advance(self.here, range.end)?;
        Some(self.here.raw..end.raw)
    }

    /// Advances to an offset of the text, if the raw text matches.
    fn advance(&self, mut cursor: Cursor, offset: usize) -> Option<Cursor> {
        let ahead = self.text.get(cursor.text..offset.max(cursor.text))?;
        for character in ahead.chars().filter(|character| !character.is_whitespace()) {
            cursor.raw += self.blank_length(cursor.raw);
            cursor.raw += self.notation_length(cursor.raw, character)?;
        }
        cursor.text += ahead.len();
        Some(cursor)
    }

    /// How many bytes of white space, as characters or escapes, the raw text has here.
    fn blank_length(&self, at: usize) -> usize {
        let mut rest = &self.raw[at..];
        loop {
            let trimmed = rest.trim_start();
            let escape = match trimmed.strip_prefix('\\') {
                Some(escaped) if self.notation == Notation::DoubleQuoted => escaped
                    .strip_prefix(|first: char| first.is_whitespace() || "nrt".contains(first)),
                _ => None,
            };
            match escape {
                Some(after) => rest = after,
                None => return self.raw.len() - at - trimmed.len(),
            }
        }
    }

    /// How many bytes of the raw text here write a character of the text.
    fn notation_length(&self, at: usize, character: char) -> Option<usize> {
        let rest = &self.raw[at..];
        match (self.notation, rest.chars().next()?) {
            (Notation::DoubleQuoted, '\\') => {
                let escaped = rest.chars().nth(1)?;
                let digits = match escaped {
                    'x' => 2,
                    'u' => 4,
                    'U' => 8,
                    _ => 0,
                };
                let length = 1 + escaped.len_utf8() + digits;
                rest.is_char_boundary(length).then_some(length)
            }
            (Notation::SingleQuoted, '\'') => rest.starts_with("''").then_some(2),
            (_, first) => (first == character).then_some(first.len_utf8()),
        }
    }
}

/// The length of the line that begins a block scalar, if this is one: an indicator with its modifiers
/// and perhaps a comment (YAML 1.2, section 8.1.1).
fn block_header_length(raw: &str) -> usize {
    let header = raw.split(['\n', '\r']).next().unwrap_or_default();
    let modifiers = |character: char| character.is_ascii_digit() || "+-".contains(character);
    let rest = header.trim_start_matches(['|', '>']).trim_start_matches(modifiers).trim_start();
    if rest.is_empty() || rest.starts_with('#') { header.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the places of `parts` underline in `raw`, which YAML reads as `text`.
    fn underlined<'a>(raw: &'a str, text: &str, parts: &[&str]) -> Vec<&'a str> {
        let file = format!("key: {raw}");
        let mut places = Places::new(text, &file, Span::new(5, file.len()));
        let underline = |part: &&str| {
            let start = text.find(*part).expect("the part is in the text");
            let Range { start, end } = places.span(start..start + part.len()).range();
            &raw[start - 5..end - 5]
        };
        parts.iter().map(underline).collect()
    }

    #[test]
    fn a_text_as_it_is_in_the_file_is_counted_through() {
        assert_eq!(underlined("é <b>", "é <b>", &["<b>"]), ["<b>"]);
    }

    #[test]
    fn a_folded_scalar_breaks_its_lines_elsewhere() {
        let raw = ">-\n    One <a\n    b> and\n\n    <c>.\n";
        assert_eq!(
            underlined(raw, "One <a b> and\n<c>.", &["<a b>", "<c>"]),
            ["<a\n    b>", "<c>"]
        );
    }

    #[test]
    fn a_block_scalar_may_come_with_its_header_or_without() {
        assert_eq!(
            underlined("|2- # note\n  > a\n  <b>", "> a\n<b>", &["> a", "<b>"]),
            ["> a", "<b>"]
        );
        assert_eq!(underlined("> a\n  <b>", "> a\n<b>", &["> a", "<b>"]), ["> a", "<b>"]);
    }

    #[test]
    fn quotes_are_doubled_in_a_single_quoted_scalar() {
        assert_eq!(underlined("'It''s <b>'", "It's <b>", &["<b>"]), ["<b>"]);
    }

    #[test]
    fn escapes_count_as_the_character_that_they_stand_for() {
        let raw = r#""a\n\u00e9 \"<b>\" \
          <\x63>""#;
        let text = "a\né \"<b>\" <c>";
        assert_eq!(underlined(raw, text, &["<b>", "<c>"]), ["<b>", r"<\x63>"]);
    }

    #[test]
    fn what_cannot_be_followed_is_the_whole_text() {
        assert_eq!(
            underlined("something else", "a <b> <c>", &["<b>", "<c>"]),
            ["something else"; 2]
        );
        assert_eq!(underlined(r#""\"#, "a", &["a"]), [r#""\"#]);
    }

    #[test]
    fn a_span_outside_the_file_is_given_back() {
        let mut places = Places::new("text", "", Span::new(3, 9));
        assert_eq!(places.span(0..4), Span::new(3, 9));
    }
}
