//! A part of a text that knows its place in it.

use std::ops::Range;

/// A part of a text, and the byte at which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'text> {
    pub(super) text: &'text str,
    start: usize,
}

impl<'text> Piece<'text> {
    /// The whole of a text.
    pub(super) fn whole(text: &'text str) -> Self {
        Self { text, start: 0 }
    }

    /// The empty piece at its end.
    pub(super) fn end(self) -> Self {
        Self { text: "", start: self.range().end }
    }

    /// Its bytes in the whole text.
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// The piece without white space at its ends.
    pub(super) fn trim(self) -> Self {
        let text = self.text.trim_start();
        Self { text: text.trim_end(), start: self.start + self.text.len() - text.len() }
    }

    /// The pieces between separators, without white space at their ends.
    pub(super) fn split(self, separator: char) -> impl Iterator<Item = Self> {
        let mut start = self.start;
        self.text.split(separator).map(move |text| {
            let piece = Self { text, start };
            start += text.len() + separator.len_utf8();
            piece.trim()
        })
    }

    /// The pieces before and after the first separator, without white space at their ends.
    pub(super) fn split_once(self, separator: char) -> Option<(Self, Self)> {
        let (before, after) = self.text.split_once(separator)?;
        let start = self.start + before.len() + separator.len_utf8();
        Some((Self { text: before, start: self.start }.trim(), Self { text: after, start }.trim()))
    }

    /// The words between white space.
    pub(super) fn words(self) -> impl Iterator<Item = Self> {
        self.runs(char::is_whitespace).filter(|word| !word.text.trim().is_empty())
    }

    /// The numbers, whole or not, and all between them, without white space: `1`, `h`, `30`, `min`.
    pub(super) fn numbers_and_words(self) -> impl Iterator<Item = Self> {
        self.words().flat_map(|word| word.runs(|c| c.is_ascii_digit() || matches!(c, '.' | ',')))
    }

    /// The longest runs of characters that agree on a question.
    fn runs(self, question: fn(char) -> bool) -> impl Iterator<Item = Self> {
        let mut rest = self;
        std::iter::from_fn(move || {
            let answer = question(rest.text.chars().next()?);
            let end = rest.text.find(|c| question(c) != answer).unwrap_or(rest.text.len());
            let (run, after) = rest.text.split_at(end);
            let piece = Self { text: run, start: rest.start };
            rest = Self { text: after, start: rest.start + end };
            Some(piece)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = " a ;é= b\u{a0}c ;";

    fn places<'text>(
        pieces: impl Iterator<Item = Piece<'text>>,
    ) -> Vec<(&'text str, Range<usize>)> {
        pieces.map(|piece| (piece.text, piece.range())).collect()
    }

    #[test]
    fn pieces_know_their_bytes() {
        let found = places(Piece::whole(TEXT).split(';'));
        assert_eq!(found, [("a", 1..2), ("é= b\u{a0}c", 4..12), ("", 14..14)]);
        assert!(found.iter().all(|(text, range)| &TEXT[range.clone()] == *text));
    }

    #[test]
    fn a_piece_splits_in_two() {
        let piece = Piece::whole(TEXT).split(';').nth(1).unwrap();
        let (before, after) = piece.split_once('=').unwrap();
        assert_eq!((before.range(), after.range()), (4..6, 8..12));
    }

    #[test]
    fn words_stand_between_white_space() {
        let found = places(Piece::whole(" one\u{a0}and  two").words());
        assert_eq!(found, [("one", 1..4), ("and", 6..9), ("two", 11..14)]);
    }

    #[test]
    fn numbers_part_from_letters() {
        let found = places(Piece::whole("1.5h 30 min").numbers_and_words());
        assert_eq!(found, [("1.5", 0..3), ("h", 3..4), ("30", 5..7), ("min", 8..11)]);
    }
}
