//! How long a meeting lasts.

use std::fmt;

use super::piece::Piece;
use crate::diagnostic::nearest;
use crate::text::pattern::{any_case, up_to};

/// The longest meeting, in days.
pub(super) const MOST_DAYS: u32 = 7;

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// How long a meeting lasts: from a minute to seven days. It is shown as a charter writes it, `1 h 30 min`.
///
/// As in iCalendar (RFC 5545, section 3.3.6), days are those of the calendar, and end at the same time on the wall
/// when the clocks change between them; hours and minutes are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    days: u32,
    minutes: u32,
}

/// Why a text is not a duration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DurationError {
    /// It is not made of whole numbers with `days`, `h` or `min`, the largest first.
    Form,
    /// This number has no `h` or `min` after it.
    NoUnit(String),
    /// Something else than `days`, `h` or `min` follows a number; this unit was probably meant.
    OtherUnit(&'static str),
    /// Beside hours or days, sixty minutes or more.
    MinutesBesideHours,
    /// Beside days, 24 hours or more.
    HoursBesideDays,
    /// It is less than a minute or more than seven days.
    OutOfRange,
}

impl Duration {
    /// Reads `90 min`, `2 h`, `1 h 30 min`, `3 days` or `1 day 6 h`. Case does not matter, nor white space.
    ///
    /// # Errors
    /// The first thing in the text that is otherwise.
    pub fn parse(text: &str) -> Result<Self, DurationError> {
        let mut pieces = Piece::whole(text).numbers_and_words().map(|piece| piece.text);
        let mut amounts = Vec::new();
        while let Some(amount) = amount(&mut pieces)? {
            amounts.push(amount);
        }
        if amounts.is_empty() || !amounts.is_sorted_by(|(_, one), (_, other)| one < other) {
            return Err(DurationError::Form);
        }
        let of = |wanted| {
            amounts.iter().find(|(_, unit)| *unit == wanted).map_or(0, |(number, _)| *number)
        };
        let [days, hours, minutes] = [Unit::Days, Unit::Hours, Unit::Minutes].map(of);
        let largest = amounts[0].1; // one is there
        if largest < Unit::Minutes && minutes >= HOUR {
            return Err(DurationError::MinutesBesideHours);
        }
        if largest < Unit::Hours && hours >= DAY / HOUR {
            return Err(DurationError::HoursBesideDays);
        }
        let minutes = hours.saturating_mul(HOUR).saturating_add(minutes);
        let has_days = largest != Unit::Days || days > 0;
        Self::new(days, minutes).filter(|_| has_days).ok_or(DurationError::OutOfRange)
    }

    /// So many days and minutes, if that is from a minute to seven days.
    pub(super) fn new(days: u32, minutes: u32) -> Option<Self> {
        let all = days.saturating_mul(DAY).saturating_add(minutes);
        (1..=MOST_DAYS * DAY).contains(&all).then_some(Self { days, minutes })
    }

    /// A regular expression for all that [`Duration::parse`] reads, white space around it apart.
    pub(crate) fn pattern() -> String {
        let [day, hours, minutes] = ["day", "h", "min"].map(any_case);
        let days = format!("{day}{}?", any_case("s"));
        let hour_of_day = format!("0*(?:0|{})", up_to(DAY / HOUR - 1));
        let minute_of_hour = format!("0*(?:0|{})", up_to(HOUR - 1));
        let [before, all] = [MOST_DAYS * 24 - 1, MOST_DAYS * 24].map(up_to);
        let (some_days, all_days) = (up_to(MOST_DAYS - 1), MOST_DAYS);
        [
            format!(r"0*{}\s*{minutes}", up_to(MOST_DAYS * DAY)),
            format!(r"0*{all}\s*{hours}(?:\s*0+\s*{minutes})?"),
            format!(r"0*{before}\s*{hours}\s*{minute_of_hour}\s*{minutes}"),
            format!(r"0+\s*{hours}\s*0*{}\s*{minutes}", up_to(HOUR - 1)),
            format!(
                r"0*{some_days}\s*{days}(?:\s*{hour_of_day}\s*{hours})?(?:\s*{minute_of_hour}\s*{minutes})?"
            ),
            format!(r"0*{all_days}\s*{days}(?:\s*0+\s*{hours})?(?:\s*0+\s*{minutes})?"),
        ]
        .join("|")
    }

    /// Its days of the calendar, 0 to 7.
    pub fn days(self) -> u32 {
        self.days
    }

    /// The exact minutes beside the days, 0 to 10,080.
    pub fn minutes(self) -> u32 {
        self.minutes
    }

    /// All of it in minutes, 1 to 10,080, where no clocks change.
    pub fn all_minutes(self) -> u32 {
        self.days * DAY + self.minutes
    }

    /// As a DURATION (RFC 5545, section 3.3.6, after ISO 8601): `PT1H30M`, `P2D`.
    pub fn iso(self) -> String {
        let part = |number: u32, unit| Some(format!("{number}{unit}")).filter(|_| number > 0);
        let days = part(self.days, "D").unwrap_or_default();
        let (hours, minutes) = (part(self.minutes / HOUR, "H"), part(self.minutes % HOUR, "M"));
        let clock = hours.into_iter().chain(minutes).collect::<String>();
        if clock.is_empty() { format!("P{days}") } else { format!("P{days}T{clock}") }
    }

    /// The length in words for the page: `1 hour 30 minutes`.
    pub fn words(self) -> String {
        self.said(["day", "hour", "minute"].map(|unit| {
            move |number| match number {
                1 => format!("1 {unit}"),
                _ => format!("{number} {unit}s"),
            }
        }))
    }

    fn said(self, units: [impl Fn(u32) -> String; 3]) -> String {
        let numbers = [self.days, self.minutes / HOUR, self.minutes % HOUR];
        let parts = numbers.into_iter().zip(units).filter(|(number, _)| *number > 0);
        parts.map(|(number, unit)| unit(number)).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.said(["day", "h", "min"].map(|unit| {
            move |number| match (number, unit) {
                (2.., "day") => format!("{number} days"),
                _ => format!("{number} {unit}"),
            }
        })))
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Days,
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
        "day" | "days" => Unit::Days,
        "h" => Unit::Hours,
        "min" => Unit::Minutes,
        other => {
            return Err(nearest_unit(other).map_or(DurationError::Form, DurationError::OtherUnit));
        }
    };
    Ok(Some((number.parse().unwrap_or(u32::MAX), unit)))
}

fn nearest_unit(word: &str) -> Option<&'static str> {
    match word {
        "m" | "'" | "m." | "min." => Some("min"),
        "hr" | "hrs" | "hour" | "hours" => Some("h"),
        "d" => Some("days"),
        _ => nearest(word, ["min", "days"]).or_else(|| nearest(word, ["minutes"]).map(|_| "min")),
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
    fn days_are_kept_apart_from_hours() {
        let parts = |text| Duration::parse(text).map(|found| (found.days(), found.minutes()));
        assert_eq!(parts("3 days"), Ok((3, 0)));
        assert_eq!(parts("1 day 6 h"), Ok((1, 360)));
        assert_eq!(parts("2 days 30 min"), Ok((2, 30)));
        assert_eq!(parts("72 h"), Ok((0, 4320)));
    }

    #[test]
    fn other_programs_read_it_as_iso_8601_has_it() {
        let iso = |text| Duration::parse(text).unwrap().iso();
        assert_eq!(iso("45 min"), "PT45M");
        assert_eq!(iso("90 min"), "PT1H30M");
        assert_eq!(iso("24 h"), "PT24H");
        assert_eq!(iso("2 days"), "P2D");
        assert_eq!(iso("1 day 6 h 5 min"), "P1DT6H5M");
    }

    #[test]
    fn words_are_in_hours_and_minutes() {
        let words = |text| Duration::parse(text).unwrap().words();
        assert_eq!(words("90 min"), "1 hour 30 minutes");
        assert_eq!(words("61 min"), "1 hour 1 minute");
        assert_eq!(words("2 h"), "2 hours");
        assert_eq!(words("45 min"), "45 minutes");
        assert_eq!(words("1 day 6 h"), "1 day 6 hours");
    }

    #[test]
    fn it_is_shown_as_a_charter_writes_it() {
        for text in ["1 h 30 min", "2 h", "45 min", "1 day", "3 days 2 h"] {
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
        assert_eq!(minutes("2 d"), Err(DurationError::OtherUnit("days")));
        for text in ["1 h 30 minutes", "90 mins", "90m", "90 mintues"] {
            assert_eq!(minutes(text), Err(DurationError::OtherUnit("min")), "{text}");
        }
    }

    #[test]
    fn it_is_whole_numbers_with_units_and_the_largest_first() {
        for text in ["  ", "1.5 h", "1 h 2 h", "30 min 1 h", "2 h 1 day", "3 weeks"] {
            assert_eq!(minutes(text), Err(DurationError::Form), "{text}");
        }
        assert_eq!(minutes("1 h 60 min"), Err(DurationError::MinutesBesideHours));
        assert_eq!(minutes("1 day 24 h"), Err(DurationError::HoursBesideDays));
    }

    #[test]
    fn it_is_a_minute_at_least_and_seven_days_at_most() {
        for text in [
            "0 min",
            "0 h 0 min",
            "0 days",
            "0 days 2 h",
            "10081 min",
            "168 h 1 min",
            "7 days 1 min",
            "8 days",
            "99999999999999999999 h",
        ] {
            assert_eq!(minutes(text), Err(DurationError::OutOfRange), "{text}");
        }
    }
}
