//! The time of day of a series.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{ToSpan as _, ZonedDateTime};

use super::schedule::Duration;

/// The time of day of a series. Its length may be open; only a slot that varies may leave other parts open.
#[derive(Clone, Debug)]
pub struct Clock {
    /// When it starts.
    pub time: Option<Time>,
    /// How long it lasts.
    pub duration: Option<Duration>,
    /// In which time zone.
    pub timezone: Option<TimeZone>,
}

impl Clock {
    /// When the meeting on a day starts and ends, in its time zone. `None` where the charter leaves the
    /// time or the zone open; one whose length is open ends when it starts.
    ///
    /// A time that the clocks jump over counts from before the jump, and of one that comes twice the
    /// first is meant, as in iCalendar (RFC 5545, section 3.3.5).
    pub fn on(&self, day: Date) -> Option<(ZonedDateTime, ZonedDateTime)> {
        let start = day.to_datetime(self.time?).to_zoned_datetime(self.timezone.clone()?).ok()?;
        let Some(length) = self.duration else { return Some((start.clone(), start)) };
        // Days end at the same time on the wall, hours and minutes are exact (section 3.3.6).
        let days = start.checked_add(i64::from(length.days()).days()).ok()?;
        let end = days.checked_add(i64::from(length.minutes()).minutes()).ok()?;
        Some((start, end))
    }

    /// How many midnights a meeting that starts at a time goes on over.
    pub(super) fn nights(&self, time: Time) -> i64 {
        let start = i64::from(time.hour()) * 60 + i64::from(time.minute());
        let length = self.duration.map_or(0, Duration::all_minutes);
        (start + i64::from(length) - 1).max(0) / (24 * 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn clock(time: &str, zone: &str) -> Clock {
        Clock {
            time: Some(time.parse().unwrap()),
            duration: Some(Duration::parse("90 min").unwrap()),
            timezone: Some(TimeZone::get(zone).unwrap()),
        }
    }

    #[test]
    fn a_meeting_keeps_its_hour_on_the_wall_when_the_clocks_change() {
        let clock = clock("18:30", "Europe/London");
        let starts = |day| clock.on(day).unwrap().0.timestamp().to_string();
        assert_eq!(starts(date(2026, 3, 28)), "2026-03-28T18:30:00Z");
        assert_eq!(starts(date(2026, 3, 29)), "2026-03-29T17:30:00Z");
    }

    #[test]
    fn a_time_that_the_clocks_jump_over_counts_from_before_the_jump() {
        let (start, end) = clock("01:30", "Europe/London").on(date(2026, 3, 29)).unwrap();
        assert_eq!(start.to_string(), "2026-03-29T02:30:00+01:00[Europe/London]");
        assert_eq!(end.to_string(), "2026-03-29T04:00:00+01:00[Europe/London]");
    }

    #[test]
    fn days_end_at_the_same_time_on_the_wall_and_hours_are_exact() {
        let ends = |length| {
            let mut clock = clock("12:00", "Europe/London");
            clock.duration = Duration::parse(length).ok();
            clock.on(date(2026, 3, 28)).unwrap().1.to_string()
        };
        assert_eq!(ends("1 day"), "2026-03-29T12:00:00+01:00[Europe/London]");
        assert_eq!(ends("24 h"), "2026-03-29T13:00:00+01:00[Europe/London]");
    }
}
