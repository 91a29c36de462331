//! The coming meetings of a series, as exports list them, and of all series of a group.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::charter::{Charter, Meeting, MeetingPlace, Series};

/// How many coming meetings of a series are listed.
const COMING: usize = 5;

/// A meeting with its times.
#[derive(Clone, Debug)]
pub(crate) struct Coming<'a> {
    pub(crate) meeting: Meeting<'a>,
    pub(crate) start: ZonedDateTime,
    /// The same as `start` where the charter does not say how long it lasts.
    pub(crate) end: ZonedDateTime,
}

impl<'a> Coming<'a> {
    pub(crate) fn new(meeting: Meeting<'a>) -> Option<Self> {
        let (start, end) = meeting.span()?;
        Some(Self { meeting, start, end })
    }

    /// Where it is held.
    pub(crate) fn place(&self) -> &'a MeetingPlace {
        self.meeting.place()
    }

    /// When it would have started, if it was moved to another time.
    pub(crate) fn previous_start(&self) -> Option<ZonedDateTime> {
        let moved = self.meeting.moved?;
        let (start, _) = self.meeting.series.clock.on(moved.from)?;
        (start != self.start).then_some(start)
    }
}

/// The next meetings of a series that are not over on the build date. None for a group that has paused or ended, and
/// for a series without dates or times.
pub(crate) fn coming<'a>(charter: &Charter, series: &'a Series, today: Date) -> Vec<Coming<'a>> {
    let meetings = series.meetings_not_over(today).take(if charter.meets() { COMING } else { 0 });
    meetings.filter_map(Coming::new).collect()
}

/// The next meetings of all series of a group, so many at most, in the order in which they are held: those that are not
/// over on the build date. None for a group that has paused or ended.
pub(crate) fn next_meetings(charter: &Charter, today: Date, most: usize) -> Vec<Coming<'_>> {
    if !charter.meets() {
        return Vec::new();
    }
    let mut next = Vec::new();
    for series in &charter.meetings {
        next.extend(series.meetings_not_over(today).filter_map(Coming::new).take(most));
    }
    next.sort_by_key(|meeting| meeting.start.timestamp());
    next.truncate(most);
    next
}

/// A time with its offset from UTC (RFC 3339): `2026-12-08T18:30:00+00:00`.
pub(crate) fn with_offset(time: &ZonedDateTime) -> String {
    time.timestamp().display_with_offset(time.offset()).to_string()
}
