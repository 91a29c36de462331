//! How long a meeting lasts.

use std::fmt;
use std::ops::Range;

use super::piece::Piece;
use crate::diagnostic::nearest;
use crate::text::pattern::{any_case, up_to};

/// The longest meeting, in minutes: a day.
const LONGEST: u32 = 24 * 60;

/// How long a meeting lasts: whole minutes, from 1 minute to 24 hours. It is shown as a charter writes
/// it, `1 h 30 min`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    minutes: u32,
}

/// Why a text is no duration. Ranges are bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DurationError {
    /// There is nothing.
    Empty,
    /// A whole number belongs here.
    NotANumber {
        /// What stands there.
        word: String,
        /// Where.
        range: Range<usize>,
    },
    /// A number has no `h` or `min` after it.
    NoUnit {
        /// The number.
        number: String,
        /// Where it stands.
        range: Range<usize>,
    },
    /// `h` or `min` belongs here.
    NotAUnit {
        /// What stands there.
        word: String,
        /// Where.
        range: Range<usize>,
        /// The unit that was probably meant.
        nearest: Option<&'static str>,
    },
    /// Beside hours, sixty minutes or more.
    MinutesBesideHours {
        /// Where they stand.
        range: Range<usize>,
    },
    /// The duration is complete, and something follows.
    Surplus {
        /// Where it starts.
        range: Range<usize>,
    },
    /// It is less than a minute or more than 24 hours.
    OutOfRange,
}

impl Duration {
    /// Reads `90 min`, `2 h` or `1 h 30 min`. Case does not matter, nor white space.
    ///
    /// # Errors
    /// The first thing in the text that is otherwise.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        let mut pieces = Piece::whole(text).numbers_and_words();
        let first = amount(&mut pieces)?.ok_or(DurationError::Empty)?;
        let minutes = match first.unit {
            Unit::Minutes => first.number,
            Unit::Hours => first.number.saturating_mul(60).saturating_add(rest(&mut pieces)?),
        };
        if let Some(surplus) = pieces.next() {
            return Err(DurationError::Surplus { range: surplus.range() });
        }
        match minutes {
            1..=LONGEST => Ok(Self { minutes }),
            _ => Err(DurationError::OutOfRange),
        }
    }

    /// A regular expression for all that [`Duration::parse`] reads, white space around it apart.
    pub(crate) fn pattern() -> String {
        let (hours, minutes) = (any_case("h"), any_case("min"));
        let day = up_to(LONGEST / 60);
        let before_a_day = up_to(LONGEST / 60 - 1);
        let in_an_hour = up_to(59);
        [
            format!(r"0*{}\s*{minutes}", up_to(LONGEST)),
            format!(r"0*{day}\s*{hours}(?:\s*0+\s*{minutes})?"),
            format!(r"0*(?:0|{before_a_day})\s*{hours}\s*0*{in_an_hour}\s*{minutes}"),
        ]
        .join("|")
    }

    /// The whole length in minutes, 1 to 1440.
    pub fn minutes(self) -> u32 {
        self.minutes
    }

    /// The length in words for the page: `1 hour 30 minutes`.
    pub fn words(self) -> String {
        let count = |number, unit| match number {
            1 => format!("1 {unit}"),
            _ => format!("{number} {unit}s"),
        };
        self.said(|number| count(number, "hour"), |number| count(number, "minute"))
    }

    fn said(self, hours: impl Fn(u32) -> String, minutes: impl Fn(u32) -> String) -> String {
        match (self.minutes / 60, self.minutes % 60) {
            (0, rest) => minutes(rest),
            (whole, 0) => hours(whole),
            (whole, rest) => format!("{} {}", hours(whole), minutes(rest)),
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .write_str(&self.said(|hours| format!("{hours} h"), |minutes| format!("{minutes} min")))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Hours,
    Minutes,
}

/// A number with its unit.
struct Amount {
    number: u32,
    unit: Unit,
    range: Range<usize>,
}

/// Reads the next number and its unit, if there is anything.
fn amount<'text>(
    pieces: &mut impl Iterator<Item = Piece<'text>>,
) -> Result<Option<Amount>, DurationError> {
    let Some(number) = pieces.next() else { return Ok(None) };
    let range = number.range();
    if !number.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DurationError::NotANumber { word: number.text.to_owned(), range });
    }
    let Some(word) = pieces.next() else {
        return Err(DurationError::NoUnit { number: number.text.to_owned(), range });
    };
    let unit = match word.text.to_lowercase().as_str() {
        "h" => Unit::Hours,
        "min" => Unit::Minutes,
        other => {
            return Err(DurationError::NotAUnit {
                word: word.text.to_owned(),
                range: word.range(),
                nearest: nearest_unit(other),
            });
        }
    };
    Ok(Some(Amount { number: number.text.parse().unwrap_or(u32::MAX), unit, range }))
}

/// Reads the minutes that may stand after hours.
fn rest<'text>(pieces: &mut impl Iterator<Item = Piece<'text>>) -> Result<u32, DurationError> {
    match amount(pieces)? {
        None => Ok(0),
        Some(Amount { unit: Unit::Hours, range, .. }) => Err(DurationError::Surplus { range }),
        Some(Amount { number: 60.., range, .. }) => {
            Err(DurationError::MinutesBesideHours { range })
        }
        Some(Amount { number, .. }) => Ok(number),
    }
}

fn nearest_unit(word: &str) -> Option<&'static str> {
    match word {
        "m" | "'" | "m." | "min." => Some("min"),
        "hr" | "hrs" | "hour" | "hours" => Some("h"),
        _ => nearest(word, ["min"]).or_else(|| nearest(word, ["minutes"]).map(|_| "min")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(text: &str) -> Result<u32, DurationError> {
        Duration::parse(text).map(Duration::minutes)
    }

    #[test]
    fn minutes_hours_or_both() {
        assert_eq!(minutes("90 min"), Ok(90));
        assert_eq!(minutes("2 h"), Ok(120));
        assert_eq!(minutes("1 h 30 min"), Ok(90));
        assert_eq!(minutes(" 1H30MIN "), Ok(90));
        assert_eq!(minutes("1 min"), Ok(1));
        assert_eq!(minutes("24 h"), Ok(1440));
    }

    #[test]
    fn words_are_in_hours_and_minutes() {
        let words = |text| Duration::parse(text).unwrap().words();
        assert_eq!(words("90 min"), "1 hour 30 minutes");
        assert_eq!(words("61 min"), "1 hour 1 minute");
        assert_eq!(words("2 h"), "2 hours");
        assert_eq!(words("45 min"), "45 minutes");
    }

    #[test]
    fn it_is_shown_as_a_charter_writes_it() {
        for text in ["1 h 30 min", "2 h", "45 min"] {
            assert_eq!(Duration::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_number_alone_lacks_its_unit() {
        let number = "90".to_owned();
        assert_eq!(minutes("90"), Err(DurationError::NoUnit { number, range: 0..2 }));
        let number = "30".to_owned();
        assert_eq!(minutes("1 h 30"), Err(DurationError::NoUnit { number, range: 4..6 }));
    }

    #[test]
    fn another_unit_finds_the_right_one() {
        let unit = |text: &str| match minutes(text) {
            Err(DurationError::NotAUnit { word, range, nearest }) => {
                assert_eq!(text[range], word);
                nearest
            }
            other => panic!("{text}: {other:?}"),
        };
        for text in ["2 hours", "1hr", "1 h 30 minutes", "90 mins", "90m", "90 mintues", "3 weeks"]
        {
            let right = match text {
                "2 hours" | "1hr" => Some("h"),
                "3 weeks" => None,
                _ => Some("min"),
            };
            assert_eq!(unit(text), right, "{text}");
        }
    }

    #[test]
    fn parts_of_hours_are_written_in_minutes() {
        let word = "1.5".to_owned();
        assert_eq!(minutes("1.5 h"), Err(DurationError::NotANumber { word, range: 0..3 }));
        assert_eq!(minutes("1 h 60 min"), Err(DurationError::MinutesBesideHours { range: 4..6 }));
    }

    #[test]
    fn hours_stand_once_and_before_minutes() {
        assert_eq!(minutes("1 h 2 h"), Err(DurationError::Surplus { range: 4..5 }));
        assert_eq!(minutes("30 min 1 h"), Err(DurationError::Surplus { range: 7..8 }));
    }

    #[test]
    fn it_is_a_minute_at_least_and_a_day_at_most() {
        for text in ["0 min", "0 h 0 min", "1441 min", "24 h 1 min", "99999999999999999999 h"] {
            assert_eq!(minutes(text), Err(DurationError::OutOfRange), "{text}");
        }
        assert_eq!(minutes("  "), Err(DurationError::Empty));
    }
}
