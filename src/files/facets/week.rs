//! When series meet, as a browser needs it to say at what times of a visitor's week that is.
//!
//! A series has its days, where it meets, and the quarter of an hour at which it starts. With both time zones, the
//! visitor's browser finds the day and the time there, which are a cell of the week that [`TIMES`] divides.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use serde::Serialize;

use super::Sets;
use super::digits::Digits;
use super::facts::SeriesFacts;
use crate::charter::schedule::{Frequency, Rule};
use crate::charter::{Pattern, Series};
use crate::pages::labels::weekday;
use crate::words::Words;

/// The times of a day: what an address calls each, the keys of its words, alone and after a weekday, and the hours
/// from which and before which it is.
const TIMES: [(&str, &str, &str, u8, u8); 4] = [
    ("morning", "time-morning", "time-morning-on", 6, 12),
    ("lunchtime", "time-lunchtime", "time-lunchtime-on", 12, 14),
    ("afternoon", "time-afternoon", "time-afternoon-on", 14, 17),
    ("evening", "time-evening", "time-evening-on", 17, 22),
];

/// How many coming meetings of a series are looked at: enough for a year of months.
const MEETINGS_LOOKED_AT: usize = 12;

/// How a day is written: a weekday from Monday, 0, or a date as the number of days after today, plus this.
const FIRST_DATE: u16 = 7;

const QUARTER: u16 = 15;
const QUARTERS: usize = 24 * 4;

/// When a series meets, where it does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Times {
    zone: String,
    /// Its start, in quarters of an hour since midnight.
    start: usize,
    /// Its weekdays, or its coming dates where they are no weekday's.
    days: Vec<u16>,
}

/// The days and times of all series.
#[derive(Serialize)]
pub(super) struct Week<'a> {
    days: Vec<Day<'a>>,
    times: Vec<TimeOfDay<'a>>,
    /// The day from which dates count.
    today: String,
    zones: Vec<&'a str>,
    /// For each series the position of its zone, its start, and its days; no day where nobody can say when it meets.
    zone: Digits,
    start: Digits,
    meets: Sets<'a>,
}

#[derive(Serialize)]
struct Day<'a> {
    /// How old addresses say it: `tuesday`.
    id: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct TimeOfDay<'a> {
    id: &'static str,
    name: &'a str,
    from: u8,
    until: u8,
}

const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "monday"),
    (Weekday::Tuesday, "tuesday"),
    (Weekday::Wednesday, "wednesday"),
    (Weekday::Thursday, "thursday"),
    (Weekday::Friday, "friday"),
    (Weekday::Saturday, "saturday"),
    (Weekday::Sunday, "sunday"),
];

/// The cells of the week, day by day: `tue-evening` with `Tuesday evening`.
pub(super) fn cells(words: &Words) -> impl Iterator<Item = (String, String)> {
    WEEK.iter().flat_map(move |(day, id)| {
        TIMES.iter().map(move |(time, _, after_weekday, ..)| {
            let name = words.fill(after_weekday, &[("weekday", weekday(words, *day).into())]);
            (format!("{}-{time}", &id[..3]), name)
        })
    })
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
    let coming: Vec<Date> = match &series.pattern {
        Pattern::Undated(rule) if rule.names_days() && keeps_weekdays(rule) => {
            rule.dates_from(today, today).take(MEETINGS_LOOKED_AT).collect()
        }
        _ => series.days_from(today).take(MEETINGS_LOOKED_AT).collect(),
    };
    let is_weekly = match &series.pattern {
        Pattern::Regular { rule, .. } | Pattern::Undated(rule) => keeps_weekdays(rule),
        Pattern::Dates(_) | Pattern::Varies { .. } => false,
    };
    if is_weekly && coming.len() == MEETINGS_LOOKED_AT {
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

/// The days and times of some series.
pub(super) fn week<'a>(words: &'a Words, today: Date, series: &[&'a SeriesFacts]) -> Week<'a> {
    let times = || series.iter().map(|series| series.times.as_ref());
    let zones: BTreeSet<&str> = times().flatten().map(|times| times.zone.as_str()).collect();
    let zones: Vec<&str> = zones.into_iter().collect();
    let position = |times: &Times| zones.partition_point(|zone| *zone < times.zone.as_str());
    let days = |times: Option<&'a Times>| times.map_or(&[][..], |times| &times.days);
    Week {
        days: WEEK.map(|(day, id)| Day { id, name: weekday(words, day) }).into(),
        times: TIMES
            .map(|(id, name, _, from, until)| TimeOfDay { id, name: words.get(name), from, until })
            .into(),
        today: today.to_string(),
        zone: Digits::write(zones.len(), times().map(|times| times.map_or(0, position))),
        start: Digits::write(QUARTERS, times().map(|times| times.map_or(0, |times| times.start))),
        meets: Sets::of(times().map(days)),
        zones,
    }
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
            pattern,
            clock,
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
        days_of(Pattern::Regular { rule: Rule::parse(rule).unwrap(), first, skip: Vec::new() })
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
        assert_eq!(by_rule("FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=-1", date(2026, 1, 30)).len(), 12);
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
