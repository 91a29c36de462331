//! The words in which a charter says when a group meets: `repeats` and `day`.

mod day;
mod error;
mod meant;
mod phrase;
mod repeats;

pub(crate) use day::LAST_NUMBER;
pub use day::{Day, DayOfMonth, Ordinal};
pub use error::{Expected, SlotError, WordError};
pub use meant::{suggested_day, suggested_repeats};
pub use phrase::{
    Choice as RepeatsChoice, choices as repeats_choices, is_fortnightly, say_a_rule, say_the_day,
};
pub use repeats::{Interval, MOST_MONTHS, MOST_WEEKS, Repeats};

use jiff::civil::Weekday;

use super::rule::{Frequency, NthWeekday, Parts, Rule};

/// A regular slot: how often, and on which day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// On one or two weekdays, every 1 to 52 weeks.
    Weeks(u16, Vec<Weekday>),
    /// On one or two days of the month, every 1 to 24 months.
    Months(u16, DayOfMonth),
}

impl Slot {
    /// Joins the values of `repeats` and `day`.
    ///
    /// # Errors
    /// A weekday goes with weeks, a day of the month with months.
    pub fn new(interval: Interval, day: Day) -> Result<Self, SlotError> {
        match (interval, day) {
            (Interval::Weeks(every), Day::Weekdays(weekdays)) => Ok(Self::Weeks(every, weekdays)),
            (Interval::Months(every), Day::OfMonth(day)) => Ok(Self::Months(every, day)),
            (Interval::Months(_), Day::Weekdays(weekdays)) => {
                Err(SlotError::WeekdayInMonths(weekdays[0])) // there is one at least
            }
            (Interval::Weeks(_), Day::OfMonth(DayOfMonth::Nth(_, weekday))) => {
                Err(SlotError::OrdinalInWeeks(weekday))
            }
            (Interval::Weeks(_), Day::OfMonth(DayOfMonth::Number(number))) => {
                Err(SlotError::NumberInWeeks(number))
            }
        }
    }

    /// The rule that says the same.
    pub fn to_rule(&self) -> Rule {
        Rule::new(match self {
            Self::Weeks(every, weekdays) => Parts {
                interval: *every,
                by_day: weekdays.iter().copied().map(NthWeekday::every).collect(),
                ..Parts::every(Frequency::Weekly)
            },
            Self::Months(every, DayOfMonth::Number(number)) => Parts {
                interval: *every,
                by_month_day: vec![*number],
                ..Parts::every(Frequency::Monthly)
            },
            Self::Months(every, DayOfMonth::Nth(ordinals, weekday)) => Parts {
                interval: *every,
                by_day: ordinals
                    .iter()
                    .map(|ordinal| NthWeekday { nth: Some(ordinal.place()), weekday: *weekday })
                    .collect(),
                ..Parts::every(Frequency::Monthly)
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(repeats: &str, day: &str) -> Result<Slot, SlotError> {
        match Repeats::parse(repeats).unwrap() {
            Repeats::Every(interval) => Slot::new(interval, Day::parse(day).unwrap()),
            Repeats::Varies => panic!("{repeats} is no interval"),
        }
    }

    #[test]
    fn a_slot_says_the_same_as_its_rule() {
        let rule = |repeats, day| slot(repeats, day).unwrap().to_rule().to_string();
        assert_eq!(rule("weekly", "Tuesday"), "FREQ=WEEKLY;BYDAY=TU");
        assert_eq!(rule("fortnightly", "Wednesday"), "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE");
        assert_eq!(rule("every 6 weeks", "Friday"), "FREQ=WEEKLY;INTERVAL=6;BYDAY=FR");
        assert_eq!(rule("weekly", "Thursday and Monday"), "FREQ=WEEKLY;BYDAY=MO,TH");
        assert_eq!(rule("monthly", "second Tuesday"), "FREQ=MONTHLY;BYDAY=2TU");
        assert_eq!(rule("monthly", "fifth Saturday"), "FREQ=MONTHLY;BYDAY=5SA");
        assert_eq!(rule("yearly", "first Monday"), "FREQ=MONTHLY;INTERVAL=12;BYDAY=1MO");
        assert_eq!(rule("monthly", "last and first Tuesday"), "FREQ=MONTHLY;BYDAY=1TU,-1TU");
        assert_eq!(rule("quarterly", "last Friday"), "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR");
        assert_eq!(rule("every 2 months", "31"), "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31");
    }

    #[test]
    fn every_slot_is_a_rule_that_can_be_read_back() {
        for (repeats, day) in [("weekly", "Sunday"), ("monthly", "31"), ("monthly", "last Monday")]
        {
            let rule = slot(repeats, day).unwrap().to_rule();
            assert_eq!(Rule::parse(&rule.to_string()), Ok(rule));
        }
    }

    #[test]
    fn a_bare_weekday_does_not_go_with_months() {
        let error = SlotError::WeekdayInMonths(Weekday::Tuesday);
        assert_eq!(slot("monthly", "Tuesday"), Err(error));
    }

    #[test]
    fn a_day_of_the_month_does_not_go_with_weeks() {
        assert_eq!(slot("weekly", "15"), Err(SlotError::NumberInWeeks(15)));
        let error = SlotError::OrdinalInWeeks(Weekday::Tuesday);
        assert_eq!(slot("fortnightly", "second Tuesday"), Err(error));
    }
}
