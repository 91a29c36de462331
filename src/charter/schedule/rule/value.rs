//! What follows the `=` of a part: amounts, lists of numbers, weekdays and the last day.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Time, Weekday};

use super::super::english::WEEK;
use super::super::piece::Piece;
use super::error::{RuleError, error, shortened};
use super::name::Name;
use super::{NthWeekday, from_start_first, weekday_code};

/// Reads a whole number in a range.
pub(super) fn amount(
    name: Name,
    value: Piece<'_>,
    range: RangeInclusive<u16>,
) -> Result<u16, RuleError> {
    let amount = value.text.parse().ok().filter(|number| range.contains(number));
    amount.ok_or_else(|| wrong_value(name, value))
}

/// Reads a list of numbers other than zero.
pub(super) fn numbers(
    name: Name,
    value: Piece<'_>,
    range: RangeInclusive<i16>,
) -> Result<Vec<i16>, RuleError> {
    let number = |item: Piece<'_>| {
        let number = item.text.parse().ok().filter(|number| *number != 0 && range.contains(number));
        number.ok_or_else(|| wrong_value(name, item))
    };
    let mut numbers = value.split(',').map(number).collect::<Result<Vec<_>, _>>()?;
    numbers.sort_unstable_by_key(|number| from_start_first(*number));
    numbers.dedup();
    Ok(numbers)
}

/// Reads a list of weekdays, with or without numbers.
pub(super) fn nth_weekdays(value: Piece<'_>) -> Result<Vec<NthWeekday>, RuleError> {
    let read =
        |item: Piece<'_>| nth_weekday(item.text).ok_or_else(|| wrong_value(Name::ByDay, item));
    let mut days = value.split(',').map(read).collect::<Result<Vec<_>, _>>()?;
    days.sort_unstable_by_key(|day| day.order());
    days.dedup();
    Ok(days)
}

fn nth_weekday(text: &str) -> Option<NthWeekday> {
    let (number, code) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let weekday = weekday(code)?;
    if number.is_empty() {
        return Some(NthWeekday::every(weekday));
    }
    let nth = number.parse().ok().filter(|nth| *nth != 0 && (-53..=53).contains(nth))?;
    Some(NthWeekday { nth: Some(nth), weekday })
}

fn weekday(code: &str) -> Option<Weekday> {
    WEEK.into_iter().find(|weekday| code.eq_ignore_ascii_case(weekday_code(*weekday)))
}

/// Reads `YYYYMMDD`, or `YYYYMMDDTHHMMSS` with or without `Z`, of which the date counts.
pub(super) fn date(value: Piece<'_>) -> Result<Date, RuleError> {
    let (day, time) = match value.text.split_once(['T', 't']) {
        Some((day, time)) => (day, Some(time.strip_suffix(['Z', 'z']).unwrap_or(time))),
        None => (value.text, None),
    };
    let time_is_right =
        time.is_none_or(|time| digits(time, 6).is_some() && Time::strptime("%H%M%S", time).is_ok());
    if let (Some(day), true) = (digits(day, 8), time_is_right) {
        return Date::strptime("%Y%m%d", day).map_err(|_| {
            let message = format!("There is no such day as `{day}`.");
            error(value, message, "Write the last day on which the group may meet.")
        });
    }
    let mut wrong = wrong_value(Name::Until, value);
    if let Ok(date) = value.text.parse::<Date>() {
        wrong.help = format!("Write UNTIL={}.", date.strftime("%Y%m%d"));
    }
    Err(wrong)
}

fn digits(text: &str, length: usize) -> Option<&str> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

fn wrong_value(name: Name, value: Piece<'_>) -> RuleError {
    let message = format!("`{}` is not {}.", shortened(value.text), name.value());
    error(value, message, name.values())
}
