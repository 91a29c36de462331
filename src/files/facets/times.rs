//! The days and the start of a series.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::charter::schedule::{Frequency, Rule};
use crate::charter::{Pattern, Series};
use crate::pages::times::NEXT_MEETINGS;

/// How many coming meetings of a series say on which weekdays it meets: enough for a year of months.
const MEETINGS_LOOKED_AT: usize = 12;

/// How many coming dates count of a series that keeps to no weekday: those that its group's card may show. More would
/// find it on nearly any day.
const DATES_LOOKED_AT: usize = NEXT_MEETINGS;

/// How a day is written: a weekday from Monday, 0, or a date as the number of days after today, plus this.
const FIRST_DATE: u16 = 7;

const QUARTER: u16 = 15;

/// How many quarters of an hour a day has.
pub(super) const QUARTERS: usize = 24 * 4;

/// When a series meets, where it does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) zone: String,
    /// Its start, in quarters of an hour since midnight.
    pub(super) start: usize,
    /// Its weekdays, or its coming dates where they are no weekday's.
    pub(super) days: Vec<u16>,
}

/// When a series meets: `None` where its time or its zone is not known, or no day.
pub(super) fn times(series: &Series, today: Date) -> Option<Times> {
    let (time, zone) = (series.clock.time?, series.clock.timezone.as_ref()?);
    let minutes =
        u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
    Some(Times {
        zone: zone.iana_name().unwrap_or("UTC").to_owned(),
        start: usize::from(minutes / QUARTER),
        days: days(series, today),
    })
    .filter(|times| !times.days.is_empty())
}

/// The weekdays of a series that goes on and keeps to them, else its coming dates.
fn days(series: &Series, today: Date) -> Vec<u16> {
    let by_weekday = match &series.pattern {
        Pattern::Regular { rule, .. } | Pattern::Undated(rule) => keeps_weekdays(rule),
        Pattern::Dates(_) | Pattern::Varies { .. } => false,
    };
    let most = if by_weekday { MEETINGS_LOOKED_AT } else { DATES_LOOKED_AT };
    let coming: Vec<Date> = match &series.pattern {
        Pattern::Undated(rule) if by_weekday && rule.names_days() => {
            rule.dates_from(today, today).take(most).collect()
        }
        // A meeting that is moved once does not make its day one of the series.
        Pattern::Regular { rule, first, .. } if by_weekday => {
            rule.dates_from(*first, today).take(most).collect()
        }
        _ => series.days_from(today).take(most).collect(),
    };
    if by_weekday && coming.len() == most {
        let weekday = |day: &Date| u16::from(day.weekday().to_monday_zero_offset().unsigned_abs());
        coming.iter().map(weekday).collect::<BTreeSet<_>>().into_iter().collect()
    } else {
        let after = |day: &Date| u16::try_from(today.until(*day).ok()?.get_days()).ok();
        coming.iter().filter_map(after).filter_map(|day| day.checked_add(FIRST_DATE)).collect()
    }
}

/// Whether the dates of a rule are those of some weekdays, whatever the month.
fn keeps_weekdays(rule: &Rule) -> bool {
    let parts = rule.parts();
    let is_by_weekday = !parts.by_day.is_empty() && parts.by_set_pos.is_empty();
    is_by_weekday || matches!(parts.frequency, Frequency::Weekly)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charter::{Clock, MeetingPlace};
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    fn days_of(pattern: Pattern) -> Vec<u16> {
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
        times.days
    }

    fn by_rule(rule: &str, first: Date) -> Vec<u16> {
        let rule = Rule::parse(rule).unwrap();
        days_of(Pattern::Regular { rule, first, skip: Vec::new(), when: None })
    }

    #[test]
    fn a_rule_that_keeps_to_weekdays_has_weekdays() {
        assert_eq!(by_rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", date(2026, 1, 5)), [0, 3]);
        assert_eq!(by_rule("FREQ=WEEKLY", date(2026, 1, 6)), [1]);
        assert_eq!(by_rule("FREQ=MONTHLY;BYDAY=2TU", date(2026, 1, 13)), [1]);
    }

    #[test]
    fn any_other_has_its_coming_dates() {
        let by_date = by_rule("FREQ=MONTHLY;BYMONTHDAY=3;UNTIL=20261130", date(2026, 1, 3));
        assert_eq!(by_date, [FIRST_DATE + 2, FIRST_DATE + 33]);
        assert_eq!(by_rule("FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1", date(2026, 1, 30)).len(), 3);
        let listed = vec![date(2026, 9, 30), date(2026, 10, 1)];
        assert_eq!(days_of(Pattern::Dates(listed)), [FIRST_DATE]);
    }

    #[test]
    fn a_weekly_series_that_ends_soon_has_its_last_dates() {
        let last = by_rule("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261015", date(2026, 1, 6));
        assert_eq!(last, [FIRST_DATE + 5, FIRST_DATE + 12]);
    }

    #[test]
    fn the_weekday_of_a_rule_without_a_date_is_known() {
        let rule = Rule::parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU").unwrap();
        assert_eq!(days_of(Pattern::Undated(rule)), [1]);
    }
}
