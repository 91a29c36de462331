//! The dates of a rule.
//!
//! A rule goes from period to period (days, weeks, months or years, every so many). The dates of a
//! period are its days that satisfy every `BY…` part; that is what the table of expanding and limiting
//! parts in RFC 5545, section 3.3.10, comes to. `BYSETPOS` then picks among them.

use jiff::Span;
use jiff::civil::Date;

use super::rule::{Frequency, NthWeekday, Parts, Rule};

impl Rule {
    /// The dates of a series, in order, from its first meeting to its end or to the year 9999.
    ///
    /// `first` anchors the series: the periods count from the one that it lies in, and what the rule
    /// leaves open (the weekday of `FREQ=WEEKLY`) it supplies. It is itself among the dates only if the
    /// rule has it; where it does not, calendar programs differ, so [check](Rule::contains) that.
    pub fn dates(&self, first: Date) -> Dates {
        Dates::starting(self, first, first)
    }

    /// The next date of the series on or after a day. It does not walk there, unless the rule has a
    /// `COUNT`: see [`Rule::ending`].
    pub fn next_on_or_after(&self, first: Date, day: Date) -> Option<Date> {
        match self.parts().count {
            Some(_) => self.dates(first).find(|date| *date >= day),
            None => Dates::starting(self, first, first.max(day)).next(),
        }
    }

    /// Whether a day is a date of the series. It does not walk there, unless the rule has a `COUNT`:
    /// see [`Rule::ending`].
    pub fn contains(&self, first: Date, day: Date) -> bool {
        if self.parts().count.is_some() {
            return self.dates(first).take_while(|date| *date <= day).last() == Some(day);
        }
        let in_bounds = first <= day && self.parts().until.is_none_or(|until| day <= until);
        in_bounds && Periods::new(self, first).contains(day)
    }

    /// The same series with its end written as a date, on `until` at the latest: `COUNT` becomes the
    /// `UNTIL` that it amounts to.
    #[must_use]
    pub fn ending(&self, first: Date, until: Option<Date>) -> Self {
        let own = match self.parts().count {
            Some(_) => self.dates(first).last().or(Some(first)),
            None => self.parts().until,
        };
        let until = own.into_iter().chain(until).min();
        Self::new(Parts { count: None, until, ..self.parts().clone() })
    }
}

impl Parts {
    /// The parts with what `first` supplies where the rule leaves it open.
    pub(super) fn anchored(&self, first: Date) -> Self {
        let mut parts = self.clone();
        let days_are_named = [&parts.by_month_day, &parts.by_year_day, &parts.by_week_no]
            .iter()
            .any(|days| !days.is_empty());
        if days_are_named || !parts.by_day.is_empty() {
            return parts;
        }
        match parts.frequency {
            Frequency::Daily => {}
            Frequency::Weekly => parts.by_day = vec![NthWeekday::every(first.weekday())],
            Frequency::Monthly => parts.by_month_day = vec![first.day().into()],
            Frequency::Yearly => {
                parts.by_month_day = vec![first.day().into()];
                if parts.by_month.is_empty() {
                    parts.by_month = vec![first.month().into()];
                }
            }
        }
        parts
    }
}

/// The dates of a series, lazily and in order. See [`Rule::dates`].
#[derive(Clone, Debug)]
pub struct Dates {
    periods: Periods,
    /// The period to look into next.
    next: i64,
    /// The dates of the last period that are still to come, the nearest at the end.
    found: Vec<Date>,
    /// No date before it counts.
    from: Date,
    /// How many dates are still to come, if the rule says.
    left: Option<u16>,
}

impl Dates {
    fn starting(rule: &Rule, first: Date, from: Date) -> Self {
        let periods = Periods::new(rule, first);
        let next = periods.index(from);
        Self { periods, next, found: Vec::new(), from, left: rule.parts().count }
    }

    /// Finds the dates of the next period that has any. Gives up where there cannot be one.
    fn look_ahead(&mut self) -> Option<()> {
        for _ in 0..=self.periods.cycle() {
            self.periods.dates(self.next, &mut self.found)?;
            self.next += 1;
            self.found.retain(|date| *date >= self.from);
            if !self.found.is_empty() {
                self.found.reverse();
                return Some(());
            }
        }
        None
    }
}

impl Iterator for Dates {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        if self.left == Some(0) {
            return None;
        }
        if self.found.is_empty() {
            self.look_ahead()?;
        }
        let date = self.found.pop()?;
        if self.periods.parts.until.is_some_and(|until| date > until) {
            self.left = Some(0);
            return None;
        }
        self.left = self.left.map(|left| left - 1);
        Some(date)
    }
}

/// The periods of a series, counted from the one in which its first date lies.
#[derive(Clone, Debug)]
struct Periods {
    parts: Parts,
    first: Date,
}

impl Periods {
    fn new(rule: &Rule, first: Date) -> Self {
        Self { parts: rule.parts().anchored(first), first }
    }

    /// After how many periods the calendar repeats: a rule without a date in so many has none at all.
    /// 400 years of the Gregorian calendar are a whole number of weeks.
    fn cycle(&self) -> u32 {
        match self.parts.frequency {
            Frequency::Daily => 146_097,
            Frequency::Weekly => 20_871,
            Frequency::Monthly => 4_800,
            Frequency::Yearly => 400,
        }
    }

    fn interval(&self) -> i64 {
        i64::from(self.parts.interval.max(1))
    }

    /// The last period that starts on or before a day, which is not before the first date.
    fn index(&self, day: Date) -> i64 {
        let units = match self.parts.frequency {
            Frequency::Daily => days_between(self.first, day),
            Frequency::Weekly => days_between(self.week_start(self.first), day) / 7,
            Frequency::Monthly => months_of(day) - months_of(self.first),
            Frequency::Yearly => i64::from(day.year()) - i64::from(self.first.year()),
        };
        units / self.interval()
    }

    /// The first day of a period, unless it lies after the year 9999.
    fn start(&self, index: i64) -> Option<Date> {
        let units = index.checked_mul(self.interval())?;
        match self.parts.frequency {
            Frequency::Daily => add_days(self.first, units),
            Frequency::Weekly => add_days(self.week_start(self.first), units * 7),
            Frequency::Monthly => {
                let months = months_of(self.first) + units;
                first_of_month(months.div_euclid(12), months.rem_euclid(12) + 1)
            }
            Frequency::Yearly => first_of_month(i64::from(self.first.year()) + units, 1),
        }
    }

    fn week_start(&self, day: Date) -> Date {
        let days = day.weekday().since(self.parts.week_start);
        day.saturating_sub(Span::new().days(days))
    }

    fn contains(&self, day: Date) -> bool {
        let mut found = Vec::new();
        let _ = self.dates(self.index(day), &mut found);
        found.contains(&day)
    }

    /// Collects the dates of a period, in order. `None` where the period lies after the end.
    fn dates(&self, index: i64, found: &mut Vec<Date>) -> Option<()> {
        found.clear();
        let start = self.start(index)?;
        if self.parts.until.is_some_and(|until| start > until) {
            return None;
        }
        match self.parts.frequency {
            Frequency::Daily => found.push(start),
            Frequency::Weekly => found.extend((0..7).filter_map(|days| add_days(start, days))),
            Frequency::Monthly => found.extend(days_of_month(start)),
            Frequency::Yearly => {
                let months = (1..=12).filter(|month| allows(&self.parts.by_month, *month));
                found.extend(
                    months
                        .filter_map(|month| first_of_month(start.year().into(), month.into()))
                        .flat_map(days_of_month),
                );
            }
        }
        found.retain(|date| self.parts.allow(*date));
        pick(&self.parts.by_set_pos, found);
        Some(())
    }
}

impl Parts {
    /// Whether a day satisfies every part but `BYSETPOS`.
    fn allow(&self, day: Date) -> bool {
        let of_month = || both_ways(day.day().into(), day.days_in_month().into());
        let of_year = || both_ways(day.day_of_year(), day.days_in_year());
        allows(&self.by_month, day.month().into())
            && (self.by_day.is_empty() || self.by_day.iter().any(|nth| self.is_nth(day, *nth)))
            && (self.by_month_day.is_empty() || allows_either(&self.by_month_day, of_month()))
            && (self.by_year_day.is_empty() || allows_either(&self.by_year_day, of_year()))
            && (self.by_week_no.is_empty() || self.week_is_allowed(day))
    }

    fn is_nth(&self, day: Date, NthWeekday { nth, weekday }: NthWeekday) -> bool {
        if day.weekday() != weekday {
            return false;
        }
        let Some(nth) = nth else { return true };
        let in_year = self.frequency == Frequency::Yearly && self.by_month.is_empty();
        let place = if in_year {
            sevens(day.day_of_year(), day.days_in_year())
        } else {
            sevens(day.day().into(), day.days_in_month().into())
        };
        place.contains(&nth)
    }

    /// The week with a year's fourth of January is its first, so that the fourth day of a week says
    /// which year the week belongs to.
    fn week_is_allowed(&self, day: Date) -> bool {
        let days_to_fourth = 3 - i64::from(day.weekday().since(self.week_start));
        add_days(day, days_to_fourth).is_some_and(|fourth| {
            allows_either(&self.by_week_no, sevens(fourth.day_of_year(), fourth.days_in_year()))
        })
    }
}

/// Keeps the dates at these positions, unless there are no positions.
fn pick(positions: &[i16], found: &mut Vec<Date>) {
    if positions.is_empty() {
        return;
    }
    let length = i16::try_from(found.len()).unwrap_or(i16::MAX);
    let mut position = 0;
    found.retain(|_| {
        position += 1;
        allows_either(positions, both_ways(position, length))
    });
}

fn allows(list: &[i16], number: i16) -> bool {
    list.is_empty() || list.contains(&number)
}

fn allows_either(list: &[i16], numbers: [i16; 2]) -> bool {
    numbers.iter().any(|number| list.contains(number))
}

/// A place in a row, from 1, and the same counted from the end, from -1.
fn both_ways(place: i16, length: i16) -> [i16; 2] {
    [place, place - length - 1]
}

/// Which of the days of a row that lie seven apart this one is, from both ends.
fn sevens(place: i16, length: i16) -> [i16; 2] {
    [(place - 1) / 7 + 1, (place - length) / 7 - 1]
}

fn days_of_month(first: Date) -> impl Iterator<Item = Date> {
    (1..=first.days_in_month())
        .filter_map(move |day| Date::new(first.year(), first.month(), day).ok())
}

fn first_of_month(year: i64, month: i64) -> Option<Date> {
    Date::new(year.try_into().ok()?, month.try_into().ok()?, 1).ok()
}

fn months_of(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

fn days_between(start: Date, end: Date) -> i64 {
    start.duration_until(end).as_hours() / 24
}

fn add_days(day: Date, days: i64) -> Option<Date> {
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/recurrence.txt"));

    #[test]
    fn dates_are_those_of_the_table() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let [rule, first, dates] = line.split(" | ").collect::<Vec<_>>()[..] else {
                panic!("three columns: {line}");
            };
            let rule = Rule::parse(rule).unwrap();
            let found = rule.dates(first.parse().unwrap()).take(8);
            let found: Vec<_> = found.map(|date| date.to_string()).collect();
            assert_eq!(found.join(" "), dates, "{line}");
        }
    }
}
