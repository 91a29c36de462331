//! The recurrence rule of iCalendar, for dates (RFC 5545, section 3.3.10), without the parts that no group has:
//! `BYYEARDAY`, `BYWEEKNO` and `WKST`. Weeks start on Monday.

mod checks;
mod error;
mod name;
mod parse;
mod pattern;
mod value;

use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::english::by_weekday;
pub use error::RuleError;

/// When a series has its dates: a recurrence rule (RFC 5545, section 3.3.10) without times of day.
///
/// One that exists can be trusted: it is read by [`Rule::parse`], or made from a
/// [`Slot`](super::Slot). It is shown as the canonical text of its RRULE.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule(Parts);

/// The parts of a [`Rule`]. Lists are without repeats, and sorted with numbers that count from the end
/// after those that count from the start; an empty list is a part that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// `FREQ`: the period by which the rule counts.
    pub frequency: Frequency,
    /// `INTERVAL`: every how many periods, 1 to 1000.
    pub interval: u16,
    /// `COUNT`: how many dates there are, 1 to 10,000. Never together with `until`.
    pub count: Option<u16>,
    /// `UNTIL`: the last day that may be a date.
    pub until: Option<Date>,
    /// `BYDAY`: weekdays.
    pub by_day: Vec<NthWeekday>,
    /// `BYMONTHDAY`: days of the month, 1 to 31, or -1 to -31 from its end.
    pub by_month_day: Vec<i16>,
    /// `BYMONTH`: months, 1 to 12.
    pub by_month: Vec<i16>,
    /// `BYSETPOS`: which of the dates of one period stay, 1 to 366, or -1 to -366 from their end.
    pub by_set_pos: Vec<i16>,
}

/// The period by which a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency {
    /// Days.
    Daily,
    /// Weeks.
    Weekly,
    /// Months.
    Monthly,
    /// Years.
    Yearly,
}

/// A weekday, or one of its occurrences in a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NthWeekday {
    /// Which one: 1 to 53, or -1 to -53 from the end; without it, all of them. They are counted in the
    /// month in a monthly rule and in a yearly rule with `BYMONTH`, else in the year.
    pub nth: Option<i16>,
    /// The weekday.
    pub weekday: Weekday,
}

impl Rule {
    /// Reads the text of an RRULE, such as `FREQ=MONTHLY;BYDAY=2TU`.
    ///
    /// Case does not matter, nor white space around a part. Of an `UNTIL` with a time, the date counts.
    ///
    /// # Errors
    /// A text of more than 500 bytes; parts that are unknown, repeated, out of range, or of which the
    /// RFC says that they do not go together; all that sets a time of day, a start or exceptions. Beyond
    /// the RFC: `BYYEARDAY`, `BYWEEKNO`, `WKST`, and a sixth weekday of a month.
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        parse::parse(text)
    }

    /// A regular expression for what [`Rule::parse`] reads, as far as an expression can describe it.
    pub(crate) fn pattern() -> String {
        pattern::pattern()
    }

    /// A rule from parts that hold what [`Parts`] says of them.
    pub(crate) fn new(parts: Parts) -> Self {
        Self(parts)
    }

    /// Its parts.
    pub fn parts(&self) -> &Parts {
        &self.0
    }

    /// The text of the RRULE with another end: `UNTIL` that instant, in UTC, as section 3.3.10 of the
    /// RFC demands beside a start with a time zone.
    pub fn text_until(&self, instant: Timestamp) -> String {
        let endless = Self(Parts { count: None, until: None, ..self.0.clone() });
        let utc = TimeZone::UTC.to_datetime(instant);
        format!("{endless};UNTIL={}", utc.strftime("%Y%m%dT%H%M%SZ"))
    }
}

impl Parts {
    /// Every period of a kind.
    pub(crate) fn every(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            count: None,
            until: None,
            by_day: Vec::new(),
            by_month_day: Vec::new(),
            by_month: Vec::new(),
            by_set_pos: Vec::new(),
        }
    }
}

impl Frequency {
    pub(crate) const ALL: [Self; 4] = [Self::Daily, Self::Weekly, Self::Monthly, Self::Yearly];

    /// The word of the RRULE.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "DAILY",
            Self::Weekly => "WEEKLY",
            Self::Monthly => "MONTHLY",
            Self::Yearly => "YEARLY",
        }
    }
}

impl NthWeekday {
    /// Every such weekday.
    pub fn every(weekday: Weekday) -> Self {
        Self { nth: None, weekday }
    }

    /// The order of a list: without a number first, then by number.
    fn order(self) -> (u16, i8) {
        (from_start_first(self.nth.unwrap_or_default()), self.weekday.to_monday_zero_offset())
    }
}

/// A key that sorts numbers that count from the end after those that count from the start.
fn from_start_first(number: i16) -> u16 {
    number.cast_unsigned()
}

/// The two letters for a weekday.
fn weekday_code(weekday: Weekday) -> &'static str {
    by_weekday(weekday, ["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
}

/// The text of the RRULE: `FREQ` first, then in the order of the RFC's grammar.
impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = &self.0;
        write!(formatter, "FREQ={}", parts.frequency.as_str())?;
        if let Some(until) = parts.until {
            write!(formatter, ";UNTIL={}", until.strftime("%Y%m%d"))?;
        }
        if let Some(count) = parts.count {
            write!(formatter, ";COUNT={count}")?;
        }
        if parts.interval != 1 {
            write!(formatter, ";INTERVAL={}", parts.interval)?;
        }
        write_list(formatter, "BYDAY", &parts.by_day)?;
        write_list(formatter, "BYMONTHDAY", &parts.by_month_day)?;
        write_list(formatter, "BYMONTH", &parts.by_month)?;
        write_list(formatter, "BYSETPOS", &parts.by_set_pos)
    }
}

fn write_list<Item: fmt::Display>(
    formatter: &mut fmt::Formatter<'_>,
    name: &str,
    items: &[Item],
) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        match index {
            0 => write!(formatter, ";{name}={item}")?,
            _ => write!(formatter, ",{item}")?,
        }
    }
    Ok(())
}

impl fmt::Display for NthWeekday {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(nth) = self.nth {
            write!(formatter, "{nth}")?;
        }
        formatter.write_str(weekday_code(self.weekday))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_end_is_written_in_universal_time() {
        let evening = "2026-12-08T18:30+02:00".parse().unwrap();
        let text_until = |text| Rule::parse(text).unwrap().text_until(evening);
        assert_eq!(text_until("FREQ=WEEKLY;COUNT=3"), "FREQ=WEEKLY;UNTIL=20261208T163000Z");
        assert_eq!(
            text_until("FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270101"),
            "FREQ=MONTHLY;BYDAY=2TU;UNTIL=20261208T163000Z",
        );
    }
}
