//! Where something is in a file.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

/// A run of bytes in one file's text. Files are at most 256 KiB, so 32 bits are plenty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets. An end before the start is drawn up to it.
    pub fn new(start: usize, end: usize) -> Self {
        let fit = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: fit(start), end: fit(end.max(start)) }
    }

    /// The span as a range of indices.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value with the place that it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its range in the file.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

/// A line and a column, both counted from 1. The column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
}

impl Position {
    /// The start of a file.
    pub const START: Self = Self { line: 1, column: 1 };
}

/// A run of text in a named file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file's path relative to the site's root, with `/`.
    pub file: Arc<str>,
    /// The bytes, for reports that show the source.
    pub span: Span,
    /// Where it starts.
    pub start: Position,
    /// Where it ends: the position just past its last character.
    pub end: Position,
}

impl Place {
    /// The place of a problem that concerns a whole file, such as its name or its encoding.
    pub fn whole_file(file: &Arc<str>) -> Self {
        Self {
            file: Arc::clone(file),
            span: Span::default(),
            start: Position::START,
            end: Position::START,
        }
    }

    /// Whether it means a whole file, so that there is nothing to underline.
    pub fn is_whole_file(&self) -> bool {
        self.span == Span::default() && self.start == Position::START
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.file, self.start, self.end).cmp(&(&other.file, other.start, other.end))
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Where the lines of a text start. Lines end with LF, CR LF, or CR alone, as in YAML and `CommonMark`.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds every line of the text.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (offset, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(offset + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(Span::new(offset + 1, 0).start);
            }
        }
        Self { starts }
    }

    /// The line and column of a byte offset, which is drawn into the text where it lies outside.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = floor_char_boundary(text, offset);
        let line = self.starts.partition_point(|start| *start as usize <= offset).max(1);
        let start = self.starts[line - 1] as usize;
        let column = text[start..offset].chars().count() + 1;
        let fit = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position { line: fit(line), column: fit(column) }
    }
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (u32, u32) {
        let position = LineIndex::new(text).position(text, offset);
        (position.line, position.column)
    }

    #[test]
    fn columns_count_characters_from_one() {
        assert_eq!(at("é: x", 0), (1, 1));
        assert_eq!(at("é: x", 2), (1, 2));
        assert_eq!(at("é: x", 4), (1, 4));
    }

    #[test]
    fn lines_end_with_lf_crlf_or_cr() {
        let text = "a\nb\r\nc\rd";
        assert_eq!(at(text, 2), (2, 1));
        assert_eq!(at(text, 5), (3, 1));
        assert_eq!(at(text, 7), (4, 1));
    }

    #[test]
    fn an_offset_outside_the_text_or_inside_a_character_is_drawn_in() {
        assert_eq!(at("é", 99), (1, 2));
        assert_eq!(at("é", 1), (1, 1));
        assert_eq!(at("", 0), (1, 1));
    }
}
