//! When series meet, as a browser needs it to say at what times of a visitor's week that is.
//!
//! A series has its days, where it meets, and the quarter of an hour at which it starts. With both time zones, the
//! visitor's browser finds the day and the time there, which are a cell of the week that [`TIMES`] divides. Of a series that
//! keeps to no weekday only the time of the day is known.

use std::collections::BTreeSet;

use jiff::civil::Weekday;
use serde::Serialize;

use super::digits::Digits;
use super::sets::Sets;
use super::times::{QUARTERS, Times};
use crate::words::Words;

/// What a series has that keeps to no weekday: it comes after Sunday, 6.
const NO_WEEKDAY: u16 = 7;

/// A part of the day.
pub(super) struct Time {
    /// What an address calls it.
    pub(super) id: &'static str,
    /// The keys of its words, alone and after a weekday, and of what people type for it.
    pub(super) name: &'static str,
    after_weekday: &'static str,
    pub(super) typed: &'static str,
    /// The hours from which and before which it is.
    from: u8,
    until: u8,
}

pub(super) const TIMES: [Time; 4] = [
    Time {
        id: "morning",
        name: "time-morning",
        after_weekday: "time-morning-on",
        typed: "typed-time-morning",
        from: 6,
        until: 12,
    },
    Time {
        id: "lunchtime",
        name: "time-lunchtime",
        after_weekday: "time-lunchtime-on",
        typed: "typed-time-lunchtime",
        from: 12,
        until: 14,
    },
    Time {
        id: "afternoon",
        name: "time-afternoon",
        after_weekday: "time-afternoon-on",
        typed: "typed-time-afternoon",
        from: 14,
        until: 17,
    },
    Time {
        id: "evening",
        name: "time-evening",
        after_weekday: "time-evening-on",
        typed: "typed-time-evening",
        from: 17,
        until: 22,
    },
];

/// The days and times of all series.
#[derive(Serialize)]
pub(super) struct Week<'a> {
    days: Vec<Day<'a>>,
    times: Vec<TimeOfDay<'a>>,
    zones: Vec<&'a str>,
    /// For each series the position of its zone, its start, and its weekdays: [`NO_WEEKDAY`] if it keeps to none, and
    /// nothing where nobody can say when it meets.
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

/// The weekdays: what an address calls each, and the key of what people type for it.
pub(super) const WEEK: [(Weekday, &str, &str); 7] = [
    (Weekday::Monday, "monday", "typed-day-monday"),
    (Weekday::Tuesday, "tuesday", "typed-day-tuesday"),
    (Weekday::Wednesday, "wednesday", "typed-day-wednesday"),
    (Weekday::Thursday, "thursday", "typed-day-thursday"),
    (Weekday::Friday, "friday", "typed-day-friday"),
    (Weekday::Saturday, "saturday", "typed-day-saturday"),
    (Weekday::Sunday, "sunday", "typed-day-sunday"),
];

/// The cells of the week, day by day: `tue-evening` with `Tuesday evening`.
pub(super) fn cells(words: &Words) -> impl Iterator<Item = (String, String)> {
    WEEK.iter().flat_map(move |(day, id, _)| {
        TIMES.iter().map(move |time| {
            let name = words.fill(time.after_weekday, &[("weekday", words.weekday(*day).into())]);
            (format!("{}-{}", &id[..3], time.id), name)
        })
    })
}

/// The days and times of some series.
pub(super) fn week<'a>(words: &'a Words, series: &'a [Option<Times>]) -> Week<'a> {
    let times = || series.iter().map(Option::as_ref);
    let zones: BTreeSet<&str> = times().flatten().map(|times| times.zone.as_str()).collect();
    let zones: Vec<&str> = zones.into_iter().collect();
    let position = |times: &Times| zones.partition_point(|zone| *zone < times.zone.as_str());
    let weekdays = |times: Option<&'a Times>| match times {
        Some(times) if times.weekdays.is_empty() => &[NO_WEEKDAY][..],
        Some(times) => &times.weekdays,
        None => &[],
    };
    Week {
        days: WEEK.map(|(day, id, _)| Day { id, name: words.weekday(day) }).into(),
        times: TIMES
            .map(|Time { id, name, from, until, .. }| {
                let name = words.get(name);
                TimeOfDay { id, name, from, until }
            })
            .into(),
        zone: Digits::write(zones.len(), times().map(|times| times.map_or(0, position))),
        start: Digits::write(QUARTERS, times().map(|times| times.map_or(0, |times| times.start))),
        meets: Sets::of(times().map(weekdays)),
        zones,
    }
}
