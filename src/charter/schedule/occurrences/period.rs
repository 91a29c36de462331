//! The periods by which a rule counts.

use jiff::civil::Date;

use super::super::rule::{Frequency, Parts, Rule};
use super::filter::add_days;

/// The periods of a series, counted from the one that contains its first date.
#[derive(Clone, Debug)]
pub(super) struct Periods {
    pub(super) parts: Parts,
    first: Date,
}

impl Periods {
    /// The periods of a rule with its first date.
    pub(super) fn new(rule: &Rule, first: Date) -> Self {
        Self { parts: rule.parts().anchored(first), first }
    }

    /// After how many periods the calendar repeats: a rule without a date in that many has none at all.
    /// 400 years of the Gregorian calendar are a whole number of weeks.
    pub(super) fn cycle(&self) -> i64 {
        match self.parts.frequency {
            Frequency::Daily => 146_097,
            Frequency::Weekly => 20_871,
            Frequency::Monthly => 4_800,
            Frequency::Yearly => 400,
        }
    }

    /// The last period that starts on or before a day, which is not before the first date.
    pub(super) fn index(&self, day: Date) -> i64 {
        let units = match self.parts.frequency {
            Frequency::Daily => days_between(self.first, day),
            Frequency::Weekly => days_between(monday_of(self.first), day) / 7,
            Frequency::Monthly => months_of(day) - months_of(self.first),
            Frequency::Yearly => i64::from(day.year()) - i64::from(self.first.year()),
        };
        units / self.interval()
    }

    /// The period to look into after another: the next one, but days of a month that the rule leaves out
    /// are passed over together.
    pub(super) fn after(&self, index: i64) -> i64 {
        let parts = &self.parts;
        if parts.frequency == Frequency::Daily
            && !parts.by_month.is_empty()
            && let Some(day) = self.start(index)
            && !parts.allow_month(day)
        {
            return self.index(day.last_of_month()) + 1;
        }
        index + 1
    }

    /// Collects the dates of a period, in order. `None` where the period starts after the end of the
    /// series, or after the year 9999.
    pub(super) fn dates(&self, index: i64, found: &mut Vec<Date>) -> Option<()> {
        found.clear();
        let start = self.start(index)?;
        if self.parts.until.is_some_and(|until| start > until) {
            return None;
        }
        let length = match self.parts.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => start.days_in_month().into(),
            Frequency::Yearly => start.days_in_year(),
        };
        self.parts.select(start, length, found);
        self.parts.pick(found);
        Some(())
    }

    fn interval(&self) -> i64 {
        i64::from(self.parts.interval.max(1))
    }

    /// The first day of a period, unless it is after the year 9999.
    fn start(&self, index: i64) -> Option<Date> {
        let units = index.checked_mul(self.interval())?;
        match self.parts.frequency {
            Frequency::Daily => add_days(self.first, units),
            Frequency::Weekly => add_days(monday_of(self.first), units * 7),
            Frequency::Monthly => {
                let months = months_of(self.first) + units;
                first_of_month(months.div_euclid(12), months.rem_euclid(12) + 1)
            }
            Frequency::Yearly => first_of_month(i64::from(self.first.year()) + units, 1),
        }
    }
}

/// The first day of a week.
fn monday_of(day: Date) -> Date {
    let days = day.weekday().to_monday_zero_offset();
    add_days(day, -i64::from(days)).unwrap_or(Date::MIN)
}

fn first_of_month(year: i64, month: i64) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, 1).ok()
}

/// Months since the start of the year 0.
fn months_of(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

fn days_between(start: Date, end: Date) -> i64 {
    start.duration_until(end).as_hours() / 24
}
