//! The key `repeats`: how often.

use super::super::english;
use super::super::piece::Piece;
use super::error::{Expected, WordError};
use crate::diagnostic::nearest;
use crate::text::pattern::{any_case, up_to};

/// The most weeks between two meetings.
pub const MOST_WEEKS: u16 = 52;

/// The most months between two meetings.
pub const MOST_MONTHS: u16 = 24;

/// The words that are used alone, and what they mean.
const WORDS: [(&str, Repeats); 6] = [
    ("weekly", Repeats::Every(Interval::Weeks(1))),
    ("fortnightly", Repeats::Every(Interval::Weeks(2))),
    ("monthly", Repeats::Every(Interval::Months(1))),
    ("quarterly", Repeats::Every(Interval::Months(3))),
    ("yearly", Repeats::Every(Interval::Months(12))),
    ("varies", Repeats::Varies),
];

/// How often a group meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    /// Regularly.
    Every(Interval),
    /// In a way that a text describes.
    Varies,
}

/// The time between two meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// So many weeks, 1 to 52.
    Weeks(u16),
    /// So many months, 1 to 24.
    Months(u16),
}

impl Repeats {
    /// Reads `weekly`, `fortnightly`, `monthly`, `quarterly`, `yearly`, `every N weeks`, `every N months`
    /// or `varies`. Case does not matter, nor white space around words.
    ///
    /// # Errors
    /// Anything else.
    pub fn parse(text: &str) -> Result<Self, WordError> {
        let whole = Piece::whole(text).trim();
        let words: Vec<Piece<'_>> = whole.words().collect();
        let plain = plain(&words);
        if let Some((_, meaning)) = WORDS.iter().find(|(word, _)| *word == plain) {
            return Ok(*meaning);
        }
        match words.as_slice() {
            [every, rest @ ..] if every.text.eq_ignore_ascii_case("every") => {
                interval(whole.end(), rest).map(Self::Every)
            }
            _ => {
                let nearest = nearest(&plain, WORDS.map(|(word, _)| word));
                Err(WordError::unexpected(whole, Expected::Repeats, nearest))
            }
        }
    }
}

/// Regular expressions for all that [`Repeats::parse`] reads, white space around it apart.
impl Repeats {
    /// For a rhythm of weeks.
    pub(crate) fn weeks_pattern() -> String {
        let words = words(|meaning| matches!(meaning, Self::Every(Interval::Weeks(_))));
        format!("{words}|{}", every(MOST_WEEKS, "week"))
    }

    /// For a rhythm of months.
    pub(crate) fn months_pattern() -> String {
        let words = words(|meaning| matches!(meaning, Self::Every(Interval::Months(_))));
        format!("{words}|{}", every(MOST_MONTHS, "month"))
    }

    /// For no rhythm.
    pub(crate) fn varies_pattern() -> String {
        words(|meaning| meaning == Self::Varies)
    }
}

/// The words that are used alone and have a certain meaning.
fn words(is_meant: fn(Repeats) -> bool) -> String {
    let meant = WORDS.iter().filter(|(_, meaning)| is_meant(*meaning));
    meant.map(|(word, _)| any_case(word)).collect::<Vec<_>>().join("|")
}

fn every(most: u16, unit: &str) -> String {
    let (every, unit, plural) = (any_case("every"), any_case(unit), any_case("s"));
    format!(r"{every}\s+0*{}\s+{unit}{plural}?", up_to(most.into()))
}

/// The words in lower case, with single spaces.
fn plain(words: &[Piece<'_>]) -> String {
    let words: Vec<String> = words.iter().map(|word| word.text.to_lowercase()).collect();
    words.join(" ")
}

/// Reads what follows `every`: a number and a unit.
fn interval(end: Piece<'_>, words: &[Piece<'_>]) -> Result<Interval, WordError> {
    let mut words = words.iter().copied();
    let count = words.next().unwrap_or(end);
    let number = number(count)?;
    let unit = words.next().unwrap_or(end);
    let (interval, most) = match unit.text.to_lowercase().as_str() {
        "week" | "weeks" => (Interval::Weeks(number), MOST_WEEKS),
        "month" | "months" => (Interval::Months(number), MOST_MONTHS),
        other => {
            let nearest = nearest(other, ["weeks", "months"]);
            return Err(WordError::unexpected(unit, Expected::Unit, nearest));
        }
    };
    if let Some(surplus) = words.next() {
        return Err(WordError::unexpected(surplus, Expected::End, None::<String>));
    }
    match number {
        number if (1..=most).contains(&number) => Ok(interval),
        _ => Err(WordError::OutOfRange { range: count.range(), most }),
    }
}

/// Reads a number in digits; one too large for us is as large as can be.
fn number(word: Piece<'_>) -> Result<u16, WordError> {
    if !word.text.is_empty() && word.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(word.text.parse().unwrap_or(u16::MAX));
    }
    let nearest = english::number_of(word.text).map(|number| number.to_string());
    Err(WordError::unexpected(word, Expected::Number, nearest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> (String, Expected, Option<String>) {
        match Repeats::parse(text) {
            Err(WordError::Unexpected { words, range, expected, nearest }) => {
                assert_eq!(text[range], words);
                (words, expected, nearest)
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    fn error(
        words: &str,
        expected: Expected,
        nearest: Option<&str>,
    ) -> (String, Expected, Option<String>) {
        (words.to_owned(), expected, nearest.map(str::to_owned))
    }

    #[test]
    fn words_say_how_often() {
        for (text, meaning) in WORDS {
            assert_eq!(Repeats::parse(text), Ok(meaning));
        }
        assert_eq!(Repeats::parse("every 6 weeks"), Ok(Repeats::Every(Interval::Weeks(6))));
        assert_eq!(Repeats::parse("every 1 month"), Ok(Repeats::Every(Interval::Months(1))));
    }

    #[test]
    fn case_and_surplus_spaces_do_not_matter() {
        assert_eq!(Repeats::parse(" Weekly "), Ok(Repeats::Every(Interval::Weeks(1))));
        assert_eq!(Repeats::parse("Every  2\u{a0}Months"), Ok(Repeats::Every(Interval::Months(2))));
    }

    #[test]
    fn a_slip_of_the_fingers_finds_the_word() {
        let meant = |text, right| {
            assert_eq!(refused(text), error(text, Expected::Repeats, Some(right)));
            assert!(Repeats::parse(right).is_ok());
        };
        meant("weakly", "weekly");
        meant("Month", "monthly");
    }

    #[test]
    fn a_word_that_is_not_understood_is_named_with_what_belongs_there() {
        assert_eq!(refused("now and then"), error("now and then", Expected::Repeats, None));
        assert_eq!(refused("every two weeks"), error("two", Expected::Number, Some("2")));
        assert_eq!(refused("every"), error("", Expected::Number, None));
        assert_eq!(refused("every 3"), error("", Expected::Unit, None));
        assert_eq!(refused("every 3 mnths"), error("mnths", Expected::Unit, Some("months")));
        assert_eq!(refused("every 3 days"), error("days", Expected::Unit, None));
        assert_eq!(refused("every 2 weeks or so"), error("or", Expected::End, None));
        assert_eq!(refused(" "), error("", Expected::Repeats, None));
    }

    #[test]
    fn an_interval_is_one_at_least_and_two_years_at_most() {
        let error = |most| Err(WordError::OutOfRange { range: 6..8, most });
        assert_eq!(Repeats::parse("every 00 weeks"), error(52));
        assert_eq!(Repeats::parse("every 53 weeks"), error(52));
        assert_eq!(Repeats::parse("every 25 months"), error(24));
        assert!(Repeats::parse("every 99999999999 months").is_err());
    }
}
