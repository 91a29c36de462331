//! Rules that calendar programs read alike. `docs/calendars.md` says which these are, and why.

use jiff::civil::Date;

use crate::charter::schedule::{Frequency, NthWeekday, Parts, Rule};

/// The most rules of a series: two in each month of the year.
const MOST: usize = 24;

/// The longest interval, in days, weeks or months.
const LONGEST_INTERVAL: u16 = 99;

/// How many days each month has in every year.
const SHORTEST: [i16; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A rule that programs read alike, with its first date.
#[derive(Clone, Debug)]
pub(super) struct SimpleRule {
    /// Its place among those of the series, from 1.
    pub(super) place: usize,
    pub(super) rule: Rule,
    pub(super) first: Date,
}

/// The simple rules that have the dates of a rule between them, each date once. `None` where there are no such
/// rules, or too many. Which place a rule has does not depend on where the series begins or ends.
pub(super) fn simple_rules(rule: &Rule, first: Date) -> Option<Vec<SimpleRule>> {
    let rule = rule.ending(first, None);
    let parts = rule.parts().anchored(first);
    let rules = daily(&parts).or_else(|| weekly(&parts)).or_else(|| monthly(&parts, first))?;
    if rules.len() > MOST || !rules.iter().all(has_usual_interval) {
        return None;
    }
    let simple = rules.into_iter().zip(1..).filter_map(|(parts, place)| {
        let rule = Rule::new(Parts { until: rule.parts().until, ..parts });
        let first = rule.next_on_or_after(first, first)?;
        Some(SimpleRule { place, rule, first })
    });
    Some(simple.collect())
}

fn has_usual_interval(parts: &Parts) -> bool {
    match parts.frequency {
        Frequency::Yearly => parts.interval <= LONGEST_INTERVAL / 12,
        _ => parts.interval <= LONGEST_INTERVAL,
    }
}

/// A rule that has every so many days.
fn daily(parts: &Parts) -> Option<Vec<Parts>> {
    let every = Parts { interval: parts.interval, ..Parts::every(Frequency::Daily) };
    (Parts { until: None, ..parts.clone() } == every).then(|| vec![every])
}

/// A rule that has weekdays, and says nothing of months. Programs differ on where a week starts, which matters where
/// some weeks are passed over: each weekday then has a rule of its own.
fn weekly(parts: &Parts) -> Option<Vec<Parts>> {
    let has_weeks = parts.frequency == Frequency::Weekly || parts.interval == 1;
    let weekdays = parts.by_day.iter().all(|day| day.nth.is_none()) && !parts.by_day.is_empty();
    let others = [&parts.by_month_day, &parts.by_month, &parts.by_set_pos];
    if !has_weeks || !weekdays || others.iter().any(|part| !part.is_empty()) {
        return None;
    }
    let on = |by_day: Vec<NthWeekday>| Parts {
        interval: parts.interval,
        by_day,
        ..Parts::every(Frequency::Weekly)
    };
    Some(match parts.interval {
        1 => vec![on(parts.by_day.clone())],
        _ => parts.by_day.iter().map(|day| on(vec![*day])).collect(),
    })
}

/// A rule that has days of months: a rule for each, and for each month where it has some months only.
fn monthly(parts: &Parts, first: Date) -> Option<Vec<Parts>> {
    let days = days_of_month(parts)?;
    let (every, months) = months(parts, first)?;
    let in_months =
        if months.is_empty() { vec![None] } else { months.into_iter().map(Some).collect() };
    let is_sound = |month: &Option<i16>| days.iter().all(|day| day.is_in_every(*month));
    if coincide(&days) || !in_months.iter().all(is_sound) {
        return None;
    }
    let rule = |month: Option<i16>, day: DayOfMonth| {
        let (by_day, by_month_day) = match day {
            DayOfMonth::Weekday(day) => (vec![day], vec![]),
            DayOfMonth::Number(day) => (vec![], vec![day]),
        };
        Parts { by_day, by_month_day, by_month: month.into_iter().collect(), ..every.clone() }
    };
    let of_month = |month| days.iter().map(move |day| rule(month, *day));
    Some(in_months.into_iter().flat_map(of_month).collect())
}

/// Every how many months, or every how many years in which months.
fn months(parts: &Parts, first: Date) -> Option<(Parts, Vec<i16>)> {
    let every = |frequency, interval| Parts { interval, ..Parts::every(frequency) };
    let interval = parts.interval;
    let by_month = Some(parts.by_month.clone()).filter(|months| months.len() < 12 || interval > 1);
    let by_month = by_month.unwrap_or_default();
    match parts.frequency {
        Frequency::Monthly if by_month.is_empty() && interval.is_multiple_of(12) => {
            Some((every(Frequency::Yearly, interval / 12), vec![first.month().into()]))
        }
        Frequency::Monthly if by_month.is_empty() => {
            Some((every(Frequency::Monthly, interval), by_month))
        }
        Frequency::Yearly if !by_month.is_empty() => {
            Some((every(Frequency::Yearly, interval), by_month))
        }
        // Without months, numbered weekdays are counted in the year.
        Frequency::Yearly if !parts.by_month.is_empty() || parts.by_day.is_empty() => {
            (interval == 1).then(|| (every(Frequency::Monthly, 1), by_month))
        }
        Frequency::Daily | Frequency::Monthly if interval == 1 => {
            let frequency =
                if by_month.is_empty() { Frequency::Monthly } else { Frequency::Yearly };
            Some((every(frequency, 1), by_month))
        }
        _ => None,
    }
}

/// One day of a month.
#[derive(Clone, Copy, Debug)]
enum DayOfMonth {
    /// Such as the second Tuesday.
    Weekday(NthWeekday),
    /// Such as the 15th, or the last day, -1.
    Number(i16),
}

impl DayOfMonth {
    /// Whether every month has it, or that month in every year, and programs agree on which it is: of those counted
    /// from the end, on the last alone.
    fn is_in_every(self, month: Option<i16>) -> bool {
        let shortest = month.and_then(|month| SHORTEST.get(usize::try_from(month - 1).ok()?));
        match self {
            Self::Weekday(day) => day.nth.is_some_and(|nth| matches!(nth, 1..=4 | -1)),
            Self::Number(day) => day == -1 || (1..=*shortest.unwrap_or(&28)).contains(&day),
        }
    }
}

/// The days of the months that a rule has, if it names them one by one.
fn days_of_month(parts: &Parts) -> Option<Vec<DayOfMonth>> {
    let numbered = |day: &NthWeekday| day.nth.map(|_| DayOfMonth::Weekday(*day));
    match (&*parts.by_day, &*parts.by_month_day, &*parts.by_set_pos) {
        ([], [_, ..], []) => {
            Some(parts.by_month_day.iter().copied().map(DayOfMonth::Number).collect())
        }
        ([_, ..], [], []) => parts.by_day.iter().map(numbered).collect(),
        ([NthWeekday { nth: None, weekday }], [], positions) => {
            let is_one_month = match parts.frequency {
                Frequency::Monthly => true,
                Frequency::Yearly => parts.by_month.len() == 1,
                Frequency::Daily | Frequency::Weekly => false,
            };
            let weekday =
                |nth| DayOfMonth::Weekday(NthWeekday { nth: Some(nth), weekday: *weekday });
            is_one_month.then(|| positions.iter().copied().map(weekday).collect())
        }
        _ => None,
    }
}

/// Whether two days may be one: the fourth Friday and the last, the 28th and the last.
fn coincide(days: &[DayOfMonth]) -> bool {
    let is_last = |day: &DayOfMonth| match day {
        DayOfMonth::Weekday(day) => (day.nth == Some(-1)).then_some(Some(day.weekday)),
        DayOfMonth::Number(day) => (*day == -1).then_some(None),
    };
    let may_be_last = |day: &DayOfMonth| match day {
        DayOfMonth::Weekday(day) => (day.nth >= Some(4)).then_some(Some(day.weekday)),
        DayOfMonth::Number(day) => (*day >= 28).then_some(None),
    };
    let mut lasts = days.iter().filter_map(is_last);
    lasts.any(|last| days.iter().filter_map(may_be_last).any(|other| other == last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn written(text: &str, first: Date) -> String {
        let rule = Rule::parse(text).unwrap();
        let Some(rules) = simple_rules(&rule, first) else { return "none".to_owned() };
        let line = |it: &SimpleRule| format!("{} {} {}", it.place, it.first, it.rule);
        rules.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn all_written(texts: &[&str], first: Date) -> String {
        let one = |text: &&str| format!("{text}\n{}\n", written(text, first));
        texts.iter().map(one).collect()
    }

    /// A Thursday.
    const FIRST: Date = date(2026, 1, 15);

    #[test]
    fn a_rule_that_is_simple_stays_as_it_is() {
        for text in [
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=10",
            "FREQ=WEEKLY;BYDAY=MO,TH",
            "FREQ=WEEKLY;UNTIL=20261231;INTERVAL=2;BYDAY=TH",
            "FREQ=MONTHLY;BYDAY=3TH",
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
            "FREQ=MONTHLY;BYMONTHDAY=15",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=1",
            "FREQ=YEARLY;INTERVAL=2;BYDAY=3TH;BYMONTH=1",
        ] {
            let written = written(text, FIRST);
            assert!(written.starts_with("1 2026-01-") && written.ends_with(text), "{written}");
        }
    }

    #[test]
    fn each_position_has_a_rule() {
        insta::assert_snapshot!(all_written(
            &[
                "FREQ=MONTHLY;BYDAY=1TH,3TH",
                "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,15",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
                "FREQ=MONTHLY;BYDAY=3TH;BYMONTH=1,9",
                "FREQ=YEARLY;BYMONTH=2,10;BYDAY=1MO,-1MO",
            ],
            FIRST
        ), @"
        FREQ=MONTHLY;BYDAY=1TH,3TH
        1 2026-02-05 FREQ=MONTHLY;BYDAY=1TH
        2 2026-01-15 FREQ=MONTHLY;BYDAY=3TH
        FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,15
        1 2026-03-01 FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1
        2 2026-01-15 FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15
        FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH
        1 2026-01-27 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
        2 2026-01-15 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH
        FREQ=MONTHLY;BYDAY=3TH;BYMONTH=1,9
        1 2026-01-15 FREQ=YEARLY;BYDAY=3TH;BYMONTH=1
        2 2026-09-17 FREQ=YEARLY;BYDAY=3TH;BYMONTH=9
        FREQ=YEARLY;BYMONTH=2,10;BYDAY=1MO,-1MO
        1 2026-02-02 FREQ=YEARLY;BYDAY=1MO;BYMONTH=2
        2 2026-02-23 FREQ=YEARLY;BYDAY=-1MO;BYMONTH=2
        3 2026-10-05 FREQ=YEARLY;BYDAY=1MO;BYMONTH=10
        4 2026-10-26 FREQ=YEARLY;BYDAY=-1MO;BYMONTH=10
        ");
    }

    #[test]
    fn what_says_the_same_in_other_words_is_put_into_simple_ones() {
        insta::assert_snapshot!(all_written(
            &[
                "FREQ=WEEKLY",
                "FREQ=MONTHLY",
                "FREQ=YEARLY",
                "FREQ=WEEKLY;COUNT=3",
                "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=3",
                "FREQ=YEARLY;BYMONTH=1;BYDAY=TH;BYSETPOS=1,3",
                "FREQ=MONTHLY;INTERVAL=12;BYDAY=3TH",
                "FREQ=MONTHLY;INTERVAL=24",
                "FREQ=MONTHLY;BYDAY=TH,FR",
                "FREQ=DAILY;BYDAY=TH,FR",
                "FREQ=DAILY;BYMONTHDAY=15",
                "FREQ=YEARLY;BYMONTHDAY=15",
                "FREQ=MONTHLY;BYMONTHDAY=15;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12",
            ],
            FIRST
        ), @"
        FREQ=WEEKLY
        1 2026-01-15 FREQ=WEEKLY;BYDAY=TH
        FREQ=MONTHLY
        1 2026-01-15 FREQ=MONTHLY;BYMONTHDAY=15
        FREQ=YEARLY
        1 2026-01-15 FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=1
        FREQ=WEEKLY;COUNT=3
        1 2026-01-15 FREQ=WEEKLY;UNTIL=20260129;BYDAY=TH
        FREQ=MONTHLY;BYDAY=TH;BYSETPOS=3
        1 2026-01-15 FREQ=MONTHLY;BYDAY=3TH
        FREQ=YEARLY;BYMONTH=1;BYDAY=TH;BYSETPOS=1,3
        1 2027-01-07 FREQ=YEARLY;BYDAY=1TH;BYMONTH=1
        2 2026-01-15 FREQ=YEARLY;BYDAY=3TH;BYMONTH=1
        FREQ=MONTHLY;INTERVAL=12;BYDAY=3TH
        1 2026-01-15 FREQ=YEARLY;BYDAY=3TH;BYMONTH=1
        FREQ=MONTHLY;INTERVAL=24
        1 2026-01-15 FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=15;BYMONTH=1
        FREQ=MONTHLY;BYDAY=TH,FR
        1 2026-01-15 FREQ=WEEKLY;BYDAY=TH,FR
        FREQ=DAILY;BYDAY=TH,FR
        1 2026-01-15 FREQ=WEEKLY;BYDAY=TH,FR
        FREQ=DAILY;BYMONTHDAY=15
        1 2026-01-15 FREQ=MONTHLY;BYMONTHDAY=15
        FREQ=YEARLY;BYMONTHDAY=15
        1 2026-01-15 FREQ=MONTHLY;BYMONTHDAY=15
        FREQ=MONTHLY;BYMONTHDAY=15;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12
        1 2026-01-15 FREQ=MONTHLY;BYMONTHDAY=15
        ");
    }

    #[test]
    fn what_programs_read_differently_has_no_simple_rules() {
        for text in [
            "FREQ=MONTHLY;BYMONTHDAY=29",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2",
            "FREQ=MONTHLY;BYDAY=5TH",
            "FREQ=MONTHLY;BYDAY=-2TH",
            "FREQ=MONTHLY;BYDAY=4TH,-1TH",
            "FREQ=MONTHLY;BYMONTHDAY=28,-1",
            "FREQ=MONTHLY;BYDAY=TH,3FR",
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=TH",
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=3TH;BYMONTH=1,3",
            "FREQ=WEEKLY;BYMONTH=1",
            "FREQ=YEARLY;BYDAY=20TH",
            "FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=15",
            "FREQ=DAILY;INTERVAL=2;BYDAY=TH",
            "FREQ=WEEKLY;INTERVAL=100",
            "FREQ=YEARLY;INTERVAL=9",
            "FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYMONTH=1,2,3,4,5,6,7,8,9",
        ] {
            assert_eq!(written(text, FIRST), "none", "{text}");
        }
    }

    #[test]
    fn a_place_stays_when_the_position_before_it_has_no_date() {
        let written = written("FREQ=MONTHLY;UNTIL=20260120;BYDAY=2TH,3TH", FIRST);
        assert_eq!(written, "2 2026-01-15 FREQ=MONTHLY;UNTIL=20260120;BYDAY=3TH");
    }

    /// Rules of every frequency with any of the parts that groups could write.
    fn rules() -> impl Strategy<Value = Rule> {
        let part = |name: &'static str, weight: f64, values: &'static [&'static str]| {
            let value = select(values).prop_map(move |it| format!(";{name}={it}"));
            prop::option::weighted(weight, value).prop_map(Option::unwrap_or_default)
        };
        let parts = vec![
            part("INTERVAL", 0.4, &["2", "3", "12", "24"]),
            part("UNTIL", 0.2, &["20270301", "20310615"]),
            part("BYMONTH", 0.3, &["1,2,9", "12", "2", "1,2,3,4,5,6,7,8,9,10,11,12"]),
            part("BYMONTHDAY", 0.3, &["1,15", "-1", "28", "31", "28,-1"]),
            part(
                "BYDAY",
                0.6,
                &["TU", "MO,FR", "2TU", "1SU,3SU", "-1FR", "4TU,-1TU", "1MO,-1SA", "SU,MO"],
            ),
            part("BYSETPOS", 0.2, &["1", "-1", "2,3", "4,-1"]),
        ];
        (select(Frequency::ALL.as_slice()), parts).prop_filter_map(
            "parts that go together",
            |(frequency, parts)| {
                Rule::parse(&format!("FREQ={}{}", frequency.as_str(), parts.concat())).ok()
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn simple_rules_have_the_dates_of_the_rule_each_once(
            rule in rules(),
            (year, month, day) in (2020_i16..2028, 1_i8..=12, 1_i8..=28),
        ) {
            let first = rule.next_on_or_after(date(year, month, day), date(year, month, day));
            prop_assume!(first.is_some());
            let first = first.unwrap();
            prop_assume!(rule.contains(first, first));
            let years = |rule: &Rule, first| {
                rule.dates(first).take_while(|date| date.year() < year + 12).collect::<Vec<_>>()
            };
            if let Some(simple) = simple_rules(&rule, first) {
                let mut dates: Vec<Date> =
                    simple.iter().flat_map(|it| years(&it.rule, it.first)).collect();
                dates.sort_unstable();
                prop_assert_eq!(dates, years(&rule, first));
                prop_assert!(simple.iter().all(|it| it.rule.contains(it.first, it.first)));
            }
        }
    }
}
