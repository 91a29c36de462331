//! How long a meeting lasts.

use std::fmt;

use super::piece::Piece;
use crate::diagnostic::nearest;
use crate::text::pattern::{any_case, up_to};

/// The longest meeting, in minutes: a day.
pub(super) const LONGEST: u32 = 24 * 60;

/// How long a meeting lasts: whole minutes, from 1 minute to 24 hours. It is shown as a charter writes
/// it, `1 h 30 min`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    minutes: u32,
}

/// Why a text is not a duration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DurationError {
    /// It is not made of whole numbers with `h` or `min`, hours first.
    Form,
    /// This number has no `h` or `min` after it.
    NoUnit(String),
    /// Something else than `h` or `min` follows a number; this unit was probably meant.
    OtherUnit(&'static str),
    /// Beside hours, sixty minutes or more.
    MinutesBesideHours,
    /// It is less than a minute or more than 24 hours.
    OutOfRange,
}

impl Duration {
    /// Reads `90 min`, `2 h` or `1 h 30 min`. Case does not matter, nor white space.
    ///
    /// # Errors
    /// The first thing in the text that is otherwise.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        let mut pieces = Piece::whole(text).numbers_and_words().map(|piece| piece.text);
        let minutes = match amount(&mut pieces)?.ok_or(DurationError::Form)? {
            (number, Unit::Minutes) => number,
            (number, Unit::Hours) => number.saturating_mul(60).saturating_add(rest(&mut pieces)?),
        };
        match (pieces.next(), minutes) {
            (Some(_), _) => Err(DurationError::Form),
            (None, 1..=LONGEST) => Ok(Self { minutes }),
            (None, _) => Err(DurationError::OutOfRange),
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

    /// So many minutes, 1 to 1440.
    pub(super) fn of_minutes(minutes: u32) -> Option<Self> {
        (1..=LONGEST).contains(&minutes).then_some(Self { minutes })
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

/// Reads the next number and its unit, if there is anything.
fn amount<'text>(
    pieces: &mut impl Iterator<Item = &'text str>,
) -> Result<Option<(u32, Unit)>, DurationError> {
    let Some(number) = pieces.next() else { return Ok(None) };
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DurationError::Form);
    }
    let unit = pieces.next().ok_or_else(|| DurationError::NoUnit(number.to_owned()))?;
    let unit = match unit.to_lowercase().as_str() {
        "h" => Unit::Hours,
        "min" => Unit::Minutes,
        other => {
            return Err(nearest_unit(other).map_or(DurationError::Form, DurationError::OtherUnit));
        }
    };
    Ok(Some((number.parse().unwrap_or(u32::MAX), unit)))
}

/// Reads the minutes that may follow hours.
fn rest<'text>(pieces: &mut impl Iterator<Item = &'text str>) -> Result<u32, DurationError> {
    match amount(pieces)? {
        None => Ok(0),
        Some((_, Unit::Hours)) => Err(DurationError::Form),
        Some((60.., Unit::Minutes)) => Err(DurationError::MinutesBesideHours),
        Some((number, Unit::Minutes)) => Ok(number),
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
        assert_eq!(minutes("90"), Err(DurationError::NoUnit("90".to_owned())));
        assert_eq!(minutes("1 h 30"), Err(DurationError::NoUnit("30".to_owned())));
    }

    #[test]
    fn another_unit_finds_the_right_one() {
        for text in ["2 hours", "1hr"] {
            assert_eq!(minutes(text), Err(DurationError::OtherUnit("h")), "{text}");
        }
        for text in ["1 h 30 minutes", "90 mins", "90m", "90 mintues"] {
            assert_eq!(minutes(text), Err(DurationError::OtherUnit("min")), "{text}");
        }
    }

    #[test]
    fn it_is_whole_numbers_with_units_and_hours_first() {
        for text in ["  ", "1.5 h", "1 h 2 h", "30 min 1 h", "3 weeks"] {
            assert_eq!(minutes(text), Err(DurationError::Form), "{text}");
        }
        assert_eq!(minutes("1 h 60 min"), Err(DurationError::MinutesBesideHours));
    }

    #[test]
    fn it_is_a_minute_at_least_and_a_day_at_most() {
        for text in ["0 min", "0 h 0 min", "1441 min", "24 h 1 min", "99999999999999999999 h"] {
            assert_eq!(minutes(text), Err(DurationError::OutOfRange), "{text}");
        }
    }
}
