//! The days and the start of a series.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::charter::schedule::{Frequency, Rule};
use crate::charter::{Pattern, Series};

/// How many coming dates of a rule say on which weekdays it meets: enough for a year of months.
const DATES_LOOKED_AT: usize = 12;

const DAYS_OF_WEEK: u16 = 7;

const QUARTER: u16 = 15;

/// How many quarters of an hour a day has.
pub(super) const QUARTERS: usize = 24 * 4;

/// When a series meets, where it does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) zone: String,
    /// Its start, in quarters of an hour since midnight.
    pub(super) start: usize,
    /// The weekdays to which it keeps, from Monday, 0. None if it keeps to no weekday.
    pub(super) weekdays: Vec<u16>,
}

/// When a series meets: `None` where its time or its zone is not known.
pub(super) fn times(series: &Series, today: Date) -> Option<Times> {
    let (time, zone) = (series.clock.time?, series.clock.timezone.as_ref()?);
    let minutes =
        u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
    Some(Times {
        zone: zone.iana_name().unwrap_or("UTC").to_owned(),
        start: usize::from(minutes / QUARTER),
        weekdays: weekdays(series, today),
    })
}

/// The weekdays to which a series keeps, so that whoever is free on one of them can come to every such meeting.
///
/// Those are the weekdays that its rule names, that of its first meeting if it meets every so many weeks, or the one on
/// which all coming dates of a list are. A rule by the day of the month keeps to none, whatever days its next meetings
/// fall on. A meeting that a rule has elsewhere for once makes no difference.
fn weekdays(series: &Series, today: Date) -> Vec<u16> {
    let of_rule =
        |rule: &Rule, first| distinct(rule.dates_from(first, today).take(DATES_LOOKED_AT));
    match &series.pattern {
        Pattern::Regular { rule, first, .. } if keeps_weekdays(rule) => of_rule(rule, *first),
        Pattern::Undated(rule) if keeps_weekdays(rule) && rule.names_days() => of_rule(rule, today),
        Pattern::Dates(_) => Some(distinct(series.days_from(today)))
            .filter(|days| days.len() == 1)
            .unwrap_or_default(),
        Pattern::Regular { .. } | Pattern::Undated(_) | Pattern::Varies { .. } => Vec::new(),
    }
}

fn distinct(dates: impl Iterator<Item = Date>) -> Vec<u16> {
    let weekday = |day: Date| u16::from(day.weekday().to_monday_zero_offset().unsigned_abs());
    dates.map(weekday).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether all dates of a rule are on certain weekdays, each of which comes again.
fn keeps_weekdays(rule: &Rule) -> bool {
    let parts = rule.parts();
    if !parts.by_day.is_empty() {
        return parts.by_set_pos.is_empty() || parts.by_day.len() == 1;
    }
    match parts.frequency {
        Frequency::Weekly => true,
        Frequency::Daily => {
            let comes_again = parts.interval == 1 || parts.interval.is_multiple_of(DAYS_OF_WEEK);
            comes_again && parts.by_month_day.is_empty()
        }
        Frequency::Monthly | Frequency::Yearly => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{Clock, MeetingPlace};
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    fn weekdays_of(pattern: Pattern) -> Vec<u16> {
        let clock = Clock {
            time: Some("18:40".parse().unwrap()),
            duration: None,
            timezone: Some(TimeZone::get("Europe/London").unwrap()),
        };
        let series = Series {
            name: None,
            id: None,
            pattern,
            clock,
            moved: Vec::new(),
            place: MeetingPlace::default(),
            url: None,
            notes: None,
            recordings: None,
            notice: None,
        };
        let times = times(&series, date(2026, 10, 1)).unwrap();
        assert_eq!((times.zone.as_str(), times.start), ("Europe/London", 74));
        times.weekdays
    }

    fn by_rule(rule: &str, first: Date) -> Vec<u16> {
        let rule = Rule::parse(rule).unwrap();
        weekdays_of(Pattern::Regular { rule, first, skip: Vec::new(), when: None })
    }

    #[test]
    fn a_rule_that_keeps_to_weekdays_has_them() {
        assert_eq!(by_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", date(2026, 1, 5)), [0, 3]);
        assert_eq!(by_rule("FREQ=WEEKLY", date(2026, 1, 6)), [1]);
        assert_eq!(by_rule("FREQ=MONTHLY;BYDAY=2TU", date(2026, 1, 13)), [1]);
        assert_eq!(by_rule("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", date(2026, 1, 30)), [4]);
        assert_eq!(by_rule("FREQ=DAILY", date(2026, 1, 1)), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(by_rule("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261015", date(2026, 1, 6)), [1]);
    }

    #[test]
    fn a_rule_by_anything_else_keeps_to_none_whatever_days_its_next_meetings_fall_on() {
        for rule in [
            "FREQ=MONTHLY;BYMONTHDAY=15",
            "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20261030",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=DAILY;INTERVAL=10",
            "FREQ=YEARLY",
        ] {
            let first = Rule::parse(rule).unwrap().dates_from(date(2026, 1, 1), date(2026, 1, 1));
            assert_eq!(by_rule(rule, first.take(1).next().unwrap()), Vec::<u16>::new(), "{rule}");
        }
    }

    #[test]
    fn listed_dates_keep_to_a_weekday_if_all_that_come_are_on_it() {
        let listed =
            |days: [i8; 3]| weekdays_of(Pattern::Dates(days.map(|day| date(2026, 10, day)).into()));
        assert_eq!(listed([6, 13, 27]), [1]);
        assert_eq!(listed([6, 13, 28]), Vec::<u16>::new());
        let first_is_past = vec![date(2026, 9, 30), date(2026, 10, 6)];
        assert_eq!(weekdays_of(Pattern::Dates(first_is_past)), [1]);
    }

    #[test]
    fn what_only_words_describe_keeps_to_none_but_has_its_time() {
        assert_eq!(
            weekdays_of(Pattern::Varies { when: "As agreed".to_owned() }),
            Vec::<u16>::new()
        );
        assert_eq!(
            weekdays_of(Pattern::Undated(Rule::parse("FREQ=MONTHLY").unwrap())),
            Vec::<u16>::new()
        );
    }

    #[test]
    fn the_weekday_of_a_rule_without_a_date_is_known() {
        let rule = Rule::parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU").unwrap();
        assert_eq!(weekdays_of(Pattern::Undated(rule)), [1]);
    }
}
