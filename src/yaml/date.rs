//! Dates as charters write them.

use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::Date;
use jiff::fmt::strtime::BrokenDownTime;

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateError {
    /// It is not written YYYY-MM-DD.
    Form,
    /// The calendar has no such day.
    NoSuchDay,
}

/// A date written YYYY-MM-DD, and in no other way.
///
/// # Errors
/// When the text is written otherwise, or names a day that does not exist.
pub(crate) fn parse_date(text: &str) -> Result<Date, DateError> {
    let shape = text.bytes().map(|byte| if byte.is_ascii_digit() { b'9' } else { byte });
    if !shape.eq(*b"9999-99-99") {
        return Err(DateError::Form);
    }
    text.parse().map_err(|_| DateError::NoSuchDay)
}

/// The only day that a text can mean, where it is not written as it should be.
///
/// - The year comes first: `2026-9-1`, `2026/09/01`. Then the month comes before the day.
/// - The year comes last: `13/1/2026`, `1/13/2026`, `15.06.2026`, `1-1-2026`. Either order of day and
///   month is in use, so only a date counts that one of the orders allows, or whose day is its month.
/// - The month is an English word: `13 January 2026`, `1st of Sept 2026`, `January 13, 2026`.
///
/// The year has four digits, and the day has to exist.
pub(crate) fn suggested_date(text: &str) -> Option<Date> {
    if text.len() > 40 {
        return None;
    }
    let text = &text.trim().replace(['–', '—', '‑', '−'], "-"); // as word processors type hyphens
    in_digits(text).or_else(|| in_words(text))
}

fn in_digits(text: &str) -> Option<Date> {
    let separator = ['-', '/', '.'].into_iter().find(|separator| text.contains(*separator))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let &[first, second, third] = parts.as_slice() else { return None };
    if first.len() == 4 {
        return date(year(first)?, short(second)?, short(third)?);
    }
    let (year, first, second) = (year(third)?, short(first)?, short(second)?);
    match (date(year, second, first), date(year, first, second)) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (one, other) => one.or(other),
    }
}

fn in_words(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [day, month, year] if month_named(month).is_some() => {
            date(self::year(year)?, month_named(month)?, ordinal(day)?)
        }
        [day, of, month, year] if of.eq_ignore_ascii_case("of") => {
            date(self::year(year)?, month_named(month)?, ordinal(day)?)
        }
        [month, day, year] => {
            let day = day.strip_suffix(',').unwrap_or(day);
            date(self::year(year)?, month_named(month)?, ordinal(day)?)
        }
        _ => None,
    }
}

/// A month by its English name, or by the beginning that is usual for it.
fn month_named(word: &str) -> Option<i8> {
    let word = word.trim_end_matches([',', '.']);
    let word = if word.eq_ignore_ascii_case("sept") { "sep" } else { word };
    let read = |format| BrokenDownTime::parse(format, word).ok()?.month();
    read("%B").or_else(|| read("%b"))
}

fn ordinal(word: &str) -> Option<i8> {
    let ending = ["st", "nd", "rd", "th"].into_iter().find_map(|ending| word.strip_suffix(ending));
    short(ending.unwrap_or(word))
}

fn year(digits: &str) -> Option<i16> {
    number(digits, 4..=4)
}

fn short(digits: &str) -> Option<i8> {
    number(digits, 1..=2)
}

fn number<T: FromStr>(digits: &str, lengths: RangeInclusive<usize>) -> Option<T> {
    let fits = lengths.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok())?
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_in_one_way() {
        assert_eq!(parse_date("2026-09-01"), Ok(jiff::civil::date(2026, 9, 1)));
        assert_eq!(parse_date("2026-02-30"), Err(DateError::NoSuchDay));
        for text in ["", "1/9/2026", "2026-9-1", "20260901", "2026-09-01T00:00", "+026-09-01"] {
            assert_eq!(parse_date(text), Err(DateError::Form), "{text}");
        }
    }

    #[test]
    fn another_way_of_writing_it_is_understood_where_it_can_mean_one_day() {
        let meant = |text| suggested_date(text).map(|date| date.to_string());
        for (text, day) in [
            ("2026-9-1", "2026-09-01"),
            ("2026/09/01", "2026-09-01"),
            ("2026.9.01", "2026-09-01"),
            ("13/1/2026", "2026-01-13"),
            ("1/13/2026", "2026-01-13"),
            ("15.06.2026", "2026-06-15"),
            ("2026–06–15", "2026-06-15"),
            ("1-1-2026", "2026-01-01"),
            ("11/11/2026", "2026-11-11"),
            ("13 January 2026", "2026-01-13"),
            ("1st of Sept 2026", "2026-09-01"),
            ("January 13, 2026", "2026-01-13"),
            ("2 may 2026", "2026-05-02"),
            ("29/2/2028", "2028-02-29"),
        ] {
            assert_eq!(meant(text).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn what_can_mean_two_days_or_none_is_left() {
        for text in [
            "1/9/2026",
            "01.09.2026",
            "2-1-2026",
            "13/1/26",
            "26-9-1",
            "2026-13-1",
            "2026-2-30",
            "29/2/2026",
            "31/31/2026",
            "13/1-2026",
            "13/1",
            "September 2026",
            "last week",
            "13 Janvier 2026",
            "2026-09-01T00:00",
            "+2026-9-1",
            "٢٠٢٦-٩-١",
            "",
            "--",
            "13 ma 2026",
        ] {
            assert_eq!(suggested_date(text), None, "{text}");
        }
    }
}
