//! Why words do not say when a group meets.

use std::ops::Range;

use jiff::civil::Weekday;

use super::super::piece::Piece;

/// Why a text is not a value of `repeats` or of `day`. Ranges are bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordError {
    /// Something else was expected here.
    Unexpected {
        /// What was found; empty where the text ends too early.
        words: String,
        /// Where.
        range: Range<usize>,
        /// What was expected.
        expected: Expected,
        /// What to write there, where a good guess can be made.
        nearest: Option<String>,
    },
    /// The number is zero or too large.
    OutOfRange {
        /// Where it is.
        range: Range<usize>,
        /// The largest number allowed.
        most: u16,
    },
    /// The second ordinal is the first again.
    Twice {
        /// Where the second is.
        range: Range<usize>,
    },
}

/// What is expected at a place in the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `weekly`, `fortnightly`, `monthly`, `quarterly`, `yearly`, `every` or `varies`.
    Repeats,
    /// How many weeks or months, in digits.
    Number,
    /// `weeks` or `months`.
    Unit,
    /// A weekday, an ordinal, or a day of the month.
    Day,
    /// `first`, `second`, `third`, `fourth`, `fifth` or `last`.
    Ordinal,
    /// A weekday.
    Weekday,
    /// Nothing more.
    End,
}

impl WordError {
    /// An error at a piece of the text.
    pub(super) fn unexpected(
        piece: Piece<'_>,
        expected: Expected,
        nearest: Option<impl Into<String>>,
    ) -> Self {
        Self::Unexpected {
            words: piece.text.to_owned(),
            range: piece.range(),
            expected,
            nearest: nearest.map(Into::into),
        }
    }
}

/// Why an interval and a day do not go together, each of them right by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotError {
    /// Months need to know which of the weekdays: `second Tuesday`, not `Tuesday`.
    WeekdayInMonths(Weekday),
    /// A week has one Tuesday only: `Tuesday`, not `second Tuesday`.
    OrdinalInWeeks(Weekday),
    /// Weeks have no days 1 to 31: a weekday is needed.
    NumberInWeeks(i16),
}
