//! When series meet, as a browser needs it to say at what times of a visitor's week that is.
//!
//! A series has its days, where it meets, and the quarter of an hour at which it starts. With both time zones, the
//! visitor's browser finds the day and the time there, which are a cell of the week that [`TIMES`] divides.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use serde::Serialize;

use super::digits::Digits;
use super::facts::SeriesFacts;
use super::sets::Sets;
use super::times::{QUARTERS, Times};
use crate::words::Words;

/// The times of a day: what an address calls each, the keys of its words, alone and after a weekday, and the hours
/// from which and before which it is.
const TIMES: [(&str, &str, &str, u8, u8); 4] = [
    ("morning", "time-morning", "time-morning-on", 6, 12),
    ("lunchtime", "time-lunchtime", "time-lunchtime-on", 12, 14),
    ("afternoon", "time-afternoon", "time-afternoon-on", 14, 17),
    ("evening", "time-evening", "time-evening-on", 17, 22),
];

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
            let name = words.fill(after_weekday, &[("weekday", words.weekday(*day).into())]);
            (format!("{}-{time}", &id[..3]), name)
        })
    })
}

/// The days and times of some series.
pub(super) fn week<'a>(words: &'a Words, today: Date, series: &[&'a SeriesFacts]) -> Week<'a> {
    let times = || series.iter().map(|series| series.times.as_ref());
    let zones: BTreeSet<&str> = times().flatten().map(|times| times.zone.as_str()).collect();
    let zones: Vec<&str> = zones.into_iter().collect();
    let position = |times: &Times| zones.partition_point(|zone| *zone < times.zone.as_str());
    let days = |times: Option<&'a Times>| times.map_or(&[][..], |times| &times.days);
    Week {
        days: WEEK.map(|(day, id)| Day { id, name: words.weekday(day) }).into(),
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
