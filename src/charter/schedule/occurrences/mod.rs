//! The dates of a rule.
//!
//! A rule goes from period to period (days, weeks, months or years, every so many). The dates of a
//! period are its days that satisfy every `BY…` part; that is what the table of expanding and limiting
//! parts in RFC 5545, section 3.3.10, comes to. `BYSETPOS` then picks among them.

mod filter;
mod period;

use jiff::civil::Date;

use self::period::Periods;
use super::rule::{Frequency, NthWeekday, Parts, Rule};

/// How many days before a wrong first meeting a right one is looked for: a little over a year.
const LOOK_BACK: i64 = 400;

impl Rule {
    /// The dates of a series, in order, from its first meeting to its end or to the year 9999.
    ///
    /// `first` anchors the series: the periods count from the one that contains it, and what the rule
    /// leaves open (the weekday of `FREQ=WEEKLY`) it supplies. It is itself among the dates only if the
    /// rule has it; where it does not, calendar programs differ, so [check](Rule::contains) that.
    pub fn dates(&self, first: Date) -> Dates {
        Dates::starting(self, first, first)
    }

    /// The dates of a series on or after a day, in order.
    ///
    /// They are found without walking there from `first`, except by a rule with a `COUNT`: to ask that
    /// one often, ask its [`ending`](Rule::ending).
    pub fn dates_from(&self, first: Date, day: Date) -> impl Iterator<Item = Date> + use<> {
        let from = if self.parts().count.is_some() { first } else { first.max(day) };
        Dates::starting(self, first, from).skip_while(move |date| *date < day)
    }

    /// The next date of the series on or after a day. See [`dates_from`](Rule::dates_from).
    pub fn next_on_or_after(&self, first: Date, day: Date) -> Option<Date> {
        self.dates_from(first, day).next()
    }

    /// Whether a day is a date of the series. A rule with a `COUNT` walks there, as in
    /// [`dates_from`](Rule::dates_from).
    pub fn contains(&self, first: Date, day: Date) -> bool {
        if self.parts().count.is_some() {
            return self.dates(first).take_while(|date| *date <= day).last() == Some(day);
        }
        let in_bounds = first <= day && self.parts().until.is_none_or(|until| day <= until);
        let periods = Periods::new(self, first);
        let mut found = Vec::new();
        in_bounds && periods.dates(periods.index(day), &mut found).is_some() && found.contains(&day)
    }

    /// The days nearest to one on which the rule does not meet, before and after it, from which the series could
    /// count instead. Any period may be its first, so it does not matter how many there are between two meetings.
    pub fn nearest_starts(&self, day: Date) -> impl Iterator<Item = Date> + use<> {
        let parts = Parts { interval: 1, count: None, ..self.parts().anchored(day) };
        let every = Self::new(parts);
        let begin = filter::add_days(day, -LOOK_BACK).unwrap_or(Date::MIN);
        let before = every.dates(begin).take_while(|date| *date < day).last();
        before.into_iter().chain(every.next_on_or_after(day, day))
    }

    /// Whether the rule fixes its dates by itself, wherever a series of it begins: neither what is between two
    /// meetings nor the day is left to the first of them.
    pub fn fixes_dates(&self) -> bool {
        self.parts().interval == 1 && self.parts().count.is_none() && self.names_days()
    }

    /// Whether the rule names its days, and leaves none of them to the first meeting.
    pub fn names_days(&self) -> bool {
        *self.parts() == self.parts().anchored(Date::MIN)
    }

    /// The same series by years, in the month of its first meeting, where it is one by months that come once in
    /// some years.
    #[must_use]
    pub fn in_years(&self, first: Date) -> Self {
        let parts = self.parts();
        let is_yearly = parts.frequency == Frequency::Monthly && parts.interval.is_multiple_of(12);
        if !is_yearly || !parts.by_month.is_empty() {
            return self.clone();
        }
        Self::new(Parts {
            frequency: Frequency::Yearly,
            interval: parts.interval / 12,
            by_month: vec![first.month().into()],
            ..parts.anchored(first)
        })
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
    pub(crate) fn anchored(&self, first: Date) -> Self {
        let mut parts = self.clone();
        if !parts.by_month_day.is_empty() || !parts.by_day.is_empty() {
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
        let last = self.next + self.periods.cycle();
        while self.next <= last {
            self.periods.dates(self.next, &mut self.found)?;
            self.next = self.periods.after(self.next);
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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TABLE: &str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/recurrence.txt"));

    fn rule(text: &str) -> Rule {
        Rule::parse(text).unwrap()
    }

    #[test]
    fn dates_are_those_of_the_table() {
        let rows: Vec<_> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(rows.len() > 60);
        for row in rows {
            let [text, first, dates] = row.split(" | ").collect::<Vec<_>>()[..] else {
                panic!("a row has three columns: {row}");
            };
            let found = rule(text).dates(first.parse().unwrap()).take(8);
            let found: Vec<_> = found.map(|date| date.to_string()).collect();
            let dates: Vec<_> = dates.split(' ').filter(|date| *date != "none").collect();
            assert_eq!(found, dates, "{row}");
        }
    }

    #[test]
    fn a_week_that_started_before_the_first_date_counts_from_its_start() {
        let rule = rule("FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1");
        let wednesday = date(2026, 1, 7);
        assert_eq!(rule.dates(wednesday).next(), Some(date(2026, 1, 12)));
    }

    #[test]
    fn numbered_and_plain_weekdays_add_up() {
        let found: Vec<_> =
            rule("FREQ=MONTHLY;BYDAY=MO,1TU").dates(date(2026, 1, 1)).take(6).collect();
        let expected = [5, 6, 12, 19, 26].map(|day| date(2026, 1, day));
        assert_eq!(found[..5], expected);
        assert_eq!(found[5], date(2026, 2, 2));
    }

    #[test]
    fn a_rule_that_never_has_a_date_ends() {
        for text in [
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=YEARLY;INTERVAL=999;BYMONTH=9;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
            "FREQ=WEEKLY;BYSETPOS=3;BYDAY=MO",
            "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=-30",
        ] {
            let first = date(2026, 1, 1);
            assert_eq!(rule(text).dates(first).next(), None, "{text}");
            assert_eq!(rule(text).next_on_or_after(first, date(2500, 1, 1)), None, "{text}");
            assert!(!rule(text).contains(first, first), "{text}");
        }
    }

    #[test]
    fn a_date_once_in_400_years_is_found() {
        let rule = rule("FREQ=YEARLY;INTERVAL=100;BYMONTH=2;BYMONTHDAY=29");
        let dates: Vec<_> = rule.dates(date(1600, 3, 1)).take(2).collect();
        assert_eq!(dates, [date(2000, 2, 29), date(2400, 2, 29)]);
    }

    #[test]
    fn the_last_days_of_the_calendar_are_reached() {
        let first = date(9999, 12, 30);
        assert_eq!(rule("FREQ=DAILY").dates(first).last(), Some(Date::MAX));
        assert_eq!(rule("FREQ=WEEKLY;BYDAY=TH,FR").dates(first).last(), Some(Date::MAX));
        assert_eq!(rule("FREQ=DAILY").dates(Date::MIN).next(), Some(Date::MIN));
        assert_eq!(rule("FREQ=WEEKLY").dates(Date::MIN).next(), Some(Date::MIN));
    }

    #[test]
    fn an_ending_is_written_as_a_date() {
        let first = date(2026, 1, 13);
        let ending = |text, until| rule(text).ending(first, until).to_string();
        let last = "FREQ=WEEKLY;UNTIL=20260127";
        assert_eq!(ending("FREQ=WEEKLY;COUNT=3", None), last);
        assert_eq!(ending("FREQ=WEEKLY;COUNT=3", Some(date(2030, 1, 1))), last);
        assert_eq!(ending("FREQ=WEEKLY;COUNT=9", Some(date(2026, 1, 27))), last);
        assert_eq!(ending("FREQ=WEEKLY;UNTIL=20270101", Some(date(2026, 1, 27))), last);
        assert_eq!(ending("FREQ=WEEKLY", None), "FREQ=WEEKLY");
    }

    /// Rules of every frequency with any of the parts.
    fn rules() -> impl Strategy<Value = Rule> {
        let part = |name: &'static str, values: &'static [&'static str]| {
            let value = prop::sample::select(values).prop_map(move |it| format!(";{name}={it}"));
            prop::option::weighted(0.3, value).prop_map(Option::unwrap_or_default)
        };
        let parts = vec![
            part("INTERVAL", &["2", "3", "12"]),
            part("COUNT", &["1", "5", "30"]),
            part("BYMONTH", &["1,2,9", "12"]),
            part("BYMONTHDAY", &["1,15", "31,-1", "29"]),
            part("BYDAY", &["TU", "MO,FR", "2TU", "1SU,-1SA"]),
            part("BYSETPOS", &["1", "-1,2"]),
        ];
        let frequency = prop::sample::select(Frequency::ALL.as_slice());
        (frequency, parts).prop_filter_map("parts that go together", |(frequency, parts)| {
            Rule::parse(&format!("FREQ={}{}", frequency.as_str(), parts.concat())).ok()
        })
    }

    fn days() -> impl Strategy<Value = Date> {
        (1990_i16..2040, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_text_of_a_rule_reads_back_to_it(rule in rules()) {
            prop_assert_eq!(Rule::parse(&rule.to_string()), Ok(rule));
        }

        #[test]
        fn dates_rise_from_the_first(rule in rules(), first in days()) {
            let dates: Vec<_> = rule.dates(first).take(20).collect();
            prop_assert!(dates.iter().all(|date| *date >= first));
            prop_assert!(dates.is_sorted_by(|earlier, later| earlier < later));
        }

        #[test]
        fn a_jump_arrives_where_a_walk_does(rule in rules(), first in days(), day in days()) {
            let walked = rule.dates(first).find(|date| *date >= day);
            for rule in [rule.ending(first, None), rule] {
                prop_assert_eq!(rule.next_on_or_after(first, day), walked);
                prop_assert_eq!(rule.contains(first, day), walked == Some(day));
                let arrived = walked.is_none_or(|date| rule.contains(first, date));
                prop_assert!(arrived);
            }
        }
    }
}
