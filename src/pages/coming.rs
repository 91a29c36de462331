//! The coming meetings of a series, as exports list them, and of all series of a group.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::charter::{Charter, MeetingPlace, Series};

/// How many coming meetings of a series are listed.
const COMING: usize = 5;

/// When the next meetings of a series start and end, the build date's among them. None for a group that
/// has paused or ended, and for a series without dates or times.
pub(crate) fn coming(
    charter: &Charter,
    series: &Series,
    today: Date,
) -> Vec<(ZonedDateTime, ZonedDateTime)> {
    let days = series.days_from(today).take(if charter.meets() { COMING } else { 0 });
    days.filter_map(|day| series.clock.on(day)).collect()
}

/// A meeting that is to be held.
#[derive(Debug)]
pub(crate) struct Coming<'a> {
    /// When it starts.
    pub(crate) start: ZonedDateTime,
    /// When it ends: when it starts, if its length is open.
    pub(crate) end: ZonedDateTime,
    /// Where it is held.
    pub(crate) place: &'a MeetingPlace,
}

/// The next meetings of all series of a group, so many at most, in the order in which they are held: those of the build
/// date and later ones. None for a group that has paused or ended.
pub(crate) fn next_meetings(charter: &Charter, today: Date, most: usize) -> Vec<Coming<'_>> {
    if !charter.meets() {
        return Vec::new();
    }
    let mut next: Vec<_> =
        charter.meetings.iter().flat_map(|series| meetings(series, today).take(most)).collect();
    next.sort_by_key(|meeting| meeting.start.timestamp());
    next.truncate(most);
    next
}

fn meetings(series: &Series, today: Date) -> impl Iterator<Item = Coming<'_>> {
    series.days_from(today).filter_map(|day| {
        let (start, end) = series.clock.on(day)?;
        Some(Coming { start, end, place: &series.place })
    })
}

/// A time with its offset from UTC (RFC 3339): `2026-12-08T18:30:00+00:00`.
pub(crate) fn with_offset(time: &ZonedDateTime) -> String {
    time.timestamp().display_with_offset(time.offset()).to_string()
}
