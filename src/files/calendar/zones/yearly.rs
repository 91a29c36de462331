//! Changes of the clocks that come every year by one rule.

use std::fmt;

use jiff::civil::{Date, DateTime, Time, Weekday};

use super::change::{Change, Shift};
use crate::charter::schedule::NthWeekday;

/// How many years of changes show a yearly rule: after 28 years, the weekdays repeat.
pub(super) const YEARS_OF_A_RULE: i16 = 28;

/// A change that comes once a year.
#[derive(Debug)]
pub(super) struct YearlyRule {
    shift: Shift,
    time: Time,
    month: i8,
    weekday: Weekday,
    day: DayOfYear,
}

/// Which of a month's weekdays it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayOfYear {
    /// The first to the fourth, or the last (-1).
    Nth(i8),
    /// The one in the seven days from this day of the month on.
    From(i8),
}

/// The rules that give these changes, if there are such: each way of changing comes once a year, in
/// [`YEARS_OF_A_RULE`] years.
pub(super) fn yearly_rules(changes: &[Change]) -> Option<Vec<YearlyRule>> {
    let (first, second) = (changes.first()?, changes.get(1)?);
    let rules = [first, second].map(|one| {
        let times = changes.iter().filter(|change| change.shift == one.shift);
        YearlyRule::of(one.shift.clone(), &times.map(|change| change.at).collect::<Vec<_>>())
    });
    let [first, second] = rules;
    let rules = vec![first?, second?];
    let is_all = changes.iter().all(|change| rules.iter().any(|rule| rule.gives(change)));
    is_all.then_some(rules)
}

impl YearlyRule {
    fn of(shift: Shift, times: &[DateTime]) -> Option<Self> {
        let first = times.first()?;
        let is_yearly = times.len() == usize::try_from(YEARS_OF_A_RULE).ok()?
            && times.windows(2).all(|pair| pair[0].year() + 1 == pair[1].year());
        let least = times.iter().map(|time| time.day()).min()?;
        let days = [-1, 1, 2, 3, 4].map(DayOfYear::Nth).into_iter().chain([DayOfYear::From(least)]);
        let fits = |day: &DayOfYear| times.iter().all(|time| day.is_day_of(time.date()));
        let day = days.into_iter().find(fits)?;
        let (time, month, weekday) = (first.time(), first.month(), first.weekday());
        let rule = Self { shift, time, month, weekday, day };
        (is_yearly && times.iter().all(|time| rule.falls_on(*time))).then_some(rule)
    }

    fn falls_on(&self, at: DateTime) -> bool {
        (at.time(), at.month(), at.weekday()) == (self.time, self.month, self.weekday)
            && self.day.is_day_of(at.date())
    }

    /// Whether it gives a change.
    pub(super) fn gives(&self, change: &Change) -> bool {
        self.shift == change.shift && self.falls_on(change.at)
    }
}

/// The RRULE.
impl fmt::Display for YearlyRule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "FREQ=YEARLY;BYMONTH={}", self.month)?;
        let weekday = NthWeekday::every(self.weekday);
        match self.day {
            DayOfYear::Nth(nth) => write!(formatter, ";BYDAY={nth}{weekday}"),
            DayOfYear::From(first) => {
                let days: Vec<String> = (first..first + 7).map(|day| day.to_string()).collect();
                write!(formatter, ";BYMONTHDAY={};BYDAY={weekday}", days.join(","))
            }
        }
    }
}

impl DayOfYear {
    fn is_day_of(self, date: Date) -> bool {
        match self {
            Self::Nth(-1) => date.day() + 7 > date.days_in_month(),
            Self::Nth(nth) => (date.day() - 1) / 7 + 1 == nth,
            Self::From(first) => (first..first + 7).contains(&date.day()),
        }
    }
}
