//! Which days satisfy the parts of a rule.

use jiff::Span;
use jiff::civil::Date;

use super::super::rule::{Frequency, NthWeekday, Parts};

/// Every seventh bit.
const SEVENTH: u32 = 1 | 1 << 7 | 1 << 14 | 1 << 21 | 1 << 28;

impl Parts {
    /// Adds those of some days in a row that satisfy every part but `BYSETPOS`.
    pub(super) fn select(&self, start: Date, length: i16, found: &mut Vec<Date>) {
        let (mut start, mut length) = (start, i32::from(length));
        loop {
            let (first, last) = (i32::from(start.day()), i32::from(start.days_in_month()));
            let in_row = bits(first, last.min(first + length - 1));
            let days = set_bits(self.days_of_month(start) & in_row);
            let dates = days.filter_map(|day| Date::new(start.year(), start.month(), day).ok());
            found.extend(dates.filter(|date| self.allow_in_year(*date)));
            length -= last - first + 1;
            match start.last_of_month().tomorrow() {
                Ok(next) if length > 0 => start = next,
                _ => return,
            }
        }
    }

    /// The days of a month that satisfy the parts that count in months, as bits: bit 1 is day 1.
    fn days_of_month(&self, date: Date) -> u32 {
        if !self.allow_month(date) {
            return 0;
        }
        let length = i32::from(date.days_in_month());
        let mut days = bits(1, length);
        if !self.by_month_day.is_empty() {
            let numbers = self.by_month_day.iter().map(|day| match i32::from(*day) {
                day if day < 0 => bit(length + 1 + day),
                day => bit(day),
            });
            days &= numbers.fold(0, |all, day| all | day);
        }
        if !self.by_day.is_empty() {
            let weekday = date.first_of_month().weekday();
            let weekdays = self.by_day.iter().map(|day| {
                let first = 1 + i32::from(day.weekday.since(weekday));
                match day.nth.filter(|_| !self.counts_weekdays_in_year()) {
                    None => SEVENTH << first,
                    Some(nth) => bit(nth_seventh(i32::from(nth), first, length)),
                }
            });
            days &= weekdays.fold(0, |all, day| all | day);
        }
        days
    }

    /// Whether a day is in a month that the rule has.
    pub(super) fn allow_month(&self, date: Date) -> bool {
        self.by_month.is_empty() || self.by_month.contains(&date.month().into())
    }

    fn counts_weekdays_in_year(&self) -> bool {
        self.frequency == Frequency::Yearly && self.by_month.is_empty()
    }

    /// Whether a day satisfies the weekdays, where they count in years.
    fn allow_in_year(&self, date: Date) -> bool {
        self.by_day.is_empty()
            || !self.counts_weekdays_in_year()
            || self.by_day.iter().any(|day| is_nth_in_year(date, *day))
    }

    /// Keeps those of a period's dates that `BYSETPOS` picks, or all.
    pub(super) fn pick(&self, dates: &mut Vec<Date>) {
        if self.by_set_pos.is_empty() {
            return;
        }
        let mut place = Place { number: 0, length: dates.len().try_into().unwrap_or(i16::MAX) };
        dates.retain(|_| {
            place.number += 1;
            place.is_in(&self.by_set_pos)
        });
    }
}

fn is_nth_in_year(date: Date, NthWeekday { nth, weekday }: NthWeekday) -> bool {
    let place = || Place::in_year(date).among_sevens();
    date.weekday() == weekday && nth.is_none_or(|nth| place().is_in(&[nth]))
}

/// A place in a row, from 1 to its length.
#[derive(Clone, Copy)]
struct Place {
    number: i16,
    length: i16,
}

impl Place {
    fn in_year(date: Date) -> Self {
        Self { number: date.day_of_year(), length: date.days_in_year() }
    }

    /// Whether a list has the place, be it counted from the start or, as -1, from the end.
    fn is_in(self, list: &[i16]) -> bool {
        list.contains(&self.number) || list.contains(&(self.number - self.length - 1))
    }

    /// The place among those of the row that are a multiple of seven away.
    fn among_sevens(self) -> Self {
        let number = (self.number - 1) / 7 + 1;
        Self { number, length: number + (self.length - self.number) / 7 }
    }
}

/// The nth of the days that are seven apart, from the first of them or, if negative, from the last.
fn nth_seventh(nth: i32, first: i32, length: i32) -> i32 {
    match nth {
        1.. => first + 7 * (nth - 1),
        _ => first + 7 * ((length - first) / 7 + 1 + nth),
    }
}

/// The bit for a day, if a month can have it.
fn bit(day: i32) -> u32 {
    if (1..=31).contains(&day) { 1 << day } else { 0 }
}

/// The bits for days in a row.
fn bits(first: i32, last: i32) -> u32 {
    (u32::MAX >> (31 - last)) & (u32::MAX << first)
}

fn set_bits(mut bits: u32) -> impl Iterator<Item = i8> {
    std::iter::from_fn(move || {
        let lowest = bits.trailing_zeros();
        bits &= bits.checked_sub(1)?;
        i8::try_from(lowest).ok()
    })
}

/// The date that many days later, or earlier, unless that is out of range.
pub(super) fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}
