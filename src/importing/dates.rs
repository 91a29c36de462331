//! Dates as people and programs write them.

use jiff::civil::Date;

use super::map::DateOrder;
use super::series::weekday;
use crate::charter::skip::{TO, ends};
use crate::yaml::{parse_date, suggested_date};

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DateFault {
    /// Nobody could say which day is meant.
    NoDate,
    /// Either of the first two numbers may be the month.
    TwoDays,
    /// The weekday before it is another.
    OtherWeekday(Date),
}

/// The day that a text means: `2026-09-01`, `1 September 2026`, `Tuesday Sept 1, 2026`, with a time behind it or
/// without; and, in the order that the map says, `01/09/2026`.
pub(super) fn date(text: &str, order: Option<DateOrder>) -> Result<Date, DateFault> {
    let text = without_time(text.trim());
    let (weekday, rest) = match text.split_once([' ', ',']) {
        Some((word, rest)) => match weekday(word) {
            Some(weekday) => (Some(weekday), rest.trim_start_matches([',', ' '])),
            None => (None, text),
        },
        None => (None, text),
    };
    let found = match (order, in_numbers(rest)) {
        (Some(order), Some(numbers)) => ordered(numbers, order).ok_or(DateFault::NoDate),
        (_, numbers) => parse_date(rest).ok().or_else(|| suggested_date(rest)).ok_or_else(|| {
            let either = |(first, second, year)| {
                ordered((first, second, year), DateOrder::DayFirst).is_some()
            };
            if numbers.is_some_and(either) { DateFault::TwoDays } else { DateFault::NoDate }
        }),
    }?;
    match weekday {
        Some(weekday) if weekday != found.weekday() => Err(DateFault::OtherWeekday(found)),
        _ => Ok(found),
    }
}

/// The days that a text means, as a charter writes them: one, or those from one to another.
pub(super) fn days(text: &str, order: Option<DateOrder>) -> Result<String, DateFault> {
    let range = ends(text).map(|(from, to)| Ok((date(from, order)?, date(to, order)?)));
    match range {
        Some(Ok((from, to))) => Ok(format!("{from}{TO}{to}")),
        Some(Err(fault @ DateFault::TwoDays)) => Err(fault),
        _ => date(text, order).map(|date| date.to_string()),
    }
}

/// Whether a text is a date, in whatever order its numbers are.
pub(super) fn is_date(text: &str) -> bool {
    let read = |order| date(text, Some(order)).is_ok();
    read(DateOrder::DayFirst) || read(DateOrder::MonthFirst)
}

/// A text without a time of day behind it: `2026-09-01T18:30:00Z`, `01/09/2026 18:30`.
fn without_time(text: &str) -> &str {
    let starts_so = |rest: &str| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits) && rest[digits..].starts_with(':')
    };
    let splits = text.match_indices(['T', ' ']);
    splits
        .filter(|(at, _)| starts_so(&text[at + 1..]))
        .map(|(at, _)| text[..at].trim_end())
        .next()
        .unwrap_or(text)
}

/// Three numbers of which the last is the year.
fn in_numbers(text: &str) -> Option<(i8, i8, i16)> {
    let separator = ['-', '/', '.'].into_iter().find(|separator| text.contains(*separator))?;
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=2).contains(&first.len()) && (1..=2).contains(&second.len()) && year.len() == 4;
    let fits = fits && [first, second, year].into_iter().all(is_number);
    fits.then(|| Some((first.parse().ok()?, second.parse().ok()?, year.parse().ok()?)))?
}

fn ordered((first, second, year): (i8, i8, i16), order: DateOrder) -> Option<Date> {
    let (day, month) = match order {
        DateOrder::DayFirst => (first, second),
        DateOrder::MonthFirst => (second, first),
    };
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Option<DateOrder>) -> Result<String, DateFault> {
        date(text, order).map(|date| date.to_string())
    }

    #[test]
    fn a_date_is_read_in_the_ways_that_people_and_programs_write_it() {
        for text in [
            "2026-09-01",
            "2026-9-1",
            "1 September 2026",
            "Sept 1, 2026",
            "1st of September 2026",
            "Tuesday Sept 1, 2026",
            "Tue, 1 Sep 2026",
            "2026-09-01T18:30:00Z",
            "2026-09-01 00:00",
        ] {
            assert_eq!(read(text, None).as_deref(), Ok("2026-09-01"), "{text}");
        }
    }

    #[test]
    fn a_range_of_dates_is_read_by_its_ends() {
        let read = |text| days(text, Some(DateOrder::DayFirst));
        for text in [
            "2026-12-20 to 2027-01-05",
            "20 December 2026 – 5 January 2027",
            "20/12/2026 until 05/01/2027",
        ] {
            assert_eq!(read(text).as_deref(), Ok("2026-12-20 to 2027-01-05"), "{text}");
        }
        assert_eq!(read("Tue, 1 Sep 2026").as_deref(), Ok("2026-09-01"));
        assert_eq!(days("04/05/2026 to 06/05/2026", None), Err(DateFault::TwoDays));
        assert_eq!(read("Christmas to Easter"), Err(DateFault::NoDate));
    }

    #[test]
    fn numbers_are_read_in_the_order_that_the_map_says() {
        let (day, month) = (Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst));
        assert_eq!(read("09-04-2020", day).as_deref(), Ok("2020-04-09"));
        assert_eq!(read("09/04/2020 10:00", month).as_deref(), Ok("2020-09-04"));
        assert_eq!(read("29.9.2019", day).as_deref(), Ok("2019-09-29"));
        assert_eq!(read("29.9.2019", month), Err(DateFault::NoDate));
        assert_eq!(read("2019-09-29", month).as_deref(), Ok("2019-09-29"));
    }

    #[test]
    fn without_an_order_a_date_that_can_be_two_days_is_none() {
        assert_eq!(read("09-04-2020", None), Err(DateFault::TwoDays));
        assert_eq!(read("29-09-2019", None).as_deref(), Ok("2019-09-29"));
        assert_eq!(read("04-04-2020", None).as_deref(), Ok("2020-04-04"));
    }

    #[test]
    fn a_weekday_has_to_be_that_of_the_date() {
        let day = Date::constant(2026, 9, 1);
        assert_eq!(read("Monday, 1 September 2026", None), Err(DateFault::OtherWeekday(day)));
        for text in ["soon", "", "13/13/2026", "9/2026", "1/9/26", "é:00", "T1:"] {
            assert_eq!(read(text, None), Err(DateFault::NoDate), "{text}");
        }
    }
}
