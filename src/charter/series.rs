//! A series of meetings, and the meetings that are held.

use jiff::civil::{Date, Time};
use jiff::{ToSpan as _, ZonedDateTime};

use super::clock::Clock;
use super::place::MeetingPlace;
use super::schedule::Rule;
use crate::text::web_address_in;

/// The id that a series without one has in calendars, if it is the first of those.
pub const MAIN_SERIES: &str = "main";

/// A series of meetings.
#[derive(Clone, Debug)]
pub struct Series {
    /// What it is called.
    pub name: Option<String>,
    /// The word that names it for calendars, whatever its place among the series.
    pub id: Option<String>,
    /// On which days.
    pub pattern: Pattern,
    /// At what time.
    pub clock: Clock,
    /// Meetings that are held on another day, at another time or elsewhere, sorted by the day that they had.
    pub moved: Vec<Moved>,
    /// Where.
    pub place: MeetingPlace,
    /// Where everybody may join: an `https` address.
    pub url: Option<String>,
    /// Where its notes are: an `https` address.
    pub notes: Option<String>,
    /// Where its recordings are: an `https` address.
    pub recordings: Option<String>,
    /// How far ahead the dates are set.
    pub notice: Option<String>,
}

/// On which days a series meets.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// By a rule.
    Regular {
        /// The rule (RFC 5545, section 3.3.10), with the day on which the series ends, if it does.
        rule: Rule,
        /// A meeting of the series, from which the rule counts.
        first: Date,
        /// Meetings that are left out, sorted: each is a day of the rule.
        skip: Vec<Date>,
        /// The rule in the group's own words.
        when: Option<String>,
    },
    /// By a rule that counts from a meeting, of which no date is given: nobody can say on which days.
    Undated(Rule),
    /// On these days, sorted.
    Dates(Vec<Date>),
    /// In a way that only words can say.
    Varies {
        /// The words.
        when: String,
    },
}

/// A meeting that is held on another day, at another time or elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The day on which it would have been: one of the series.
    pub from: Date,
    /// The day on which it is. It may be the same.
    pub to: Date,
    /// When it starts, if at another time.
    pub time: Option<Time>,
    /// Where it is, if elsewhere.
    pub place: Option<MeetingPlace>,
}

/// A meeting that is held.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    /// The series of which it is one.
    pub series: &'a Series,
    /// On which day it starts.
    pub day: Date,
    /// What is different from the others of the series, if it was moved.
    pub moved: Option<&'a Moved>,
}

impl<'a> Meeting<'a> {
    /// When it starts and ends, in its time zone. See [`Clock::on`].
    pub fn span(&self) -> Option<(ZonedDateTime, ZonedDateTime)> {
        let clock = &self.series.clock;
        match self.moved.and_then(|moved| moved.time) {
            Some(time) => Clock { time: Some(time), ..clock.clone() }.on(self.day),
            None => clock.on(self.day),
        }
    }

    /// At what time it starts.
    pub fn time(&self) -> Option<Time> {
        self.moved.and_then(|moved| moved.time).or(self.series.clock.time)
    }

    /// Where it is.
    pub fn place(&self) -> &'a MeetingPlace {
        self.moved.and_then(|moved| moved.place.as_ref()).unwrap_or(&self.series.place)
    }

    /// The last day on which it goes on.
    fn last_day(&self) -> Date {
        let nights = self.time().map_or(0, |time| self.series.clock.nights(time));
        self.day.saturating_add(nights.days())
    }
}

impl Series {
    /// How many dates it lists, leaves out and moves.
    pub(super) fn dates(&self) -> usize {
        self.moved.len()
            + match &self.pattern {
                Pattern::Dates(dates) => dates.len(),
                Pattern::Regular { skip, .. } => skip.len(),
                Pattern::Undated(_) | Pattern::Varies { .. } => 0,
            }
    }

    /// Whether nobody can say on which days it meets: only words describe it, or no meeting is dated.
    pub fn is_open(&self) -> bool {
        matches!(self.pattern, Pattern::Undated(_) | Pattern::Varies { .. })
    }

    /// The meetings that are held on or after a day, in order. None for a series that only words
    /// describe; without end for one that has none.
    pub fn meetings_from(&self, day: Date) -> impl Iterator<Item = Meeting<'_>> {
        let (by_rule, listed, skipped) = match &self.pattern {
            Pattern::Regular { rule, first, skip, .. } => {
                (Some(rule.dates_from(*first, day)), &[][..], skip.as_slice())
            }
            Pattern::Dates(dates) => (None, dates.as_slice(), &[][..]),
            Pattern::Undated(_) | Pattern::Varies { .. } => (None, &[][..], &[][..]),
        };
        let coming = &listed[listed.partition_point(|date| *date < day)..];
        let dates = by_rule.into_iter().flatten().chain(coming.iter().copied());
        let as_planned = dates.filter(|date| skipped.binary_search(date).is_err());
        let as_planned = as_planned.filter(|date| self.moved_from(*date).is_none());
        let mut moved: Vec<&Moved> = self.moved.iter().filter(|moved| moved.to >= day).collect();
        moved.sort_by_key(|moved| (moved.to, moved.time.or(self.clock.time)));
        let moved = moved.into_iter();
        in_order(
            as_planned.map(|day| Meeting { series: self, day, moved: None }),
            moved.map(|moved| Meeting { series: self, day: moved.to, moved: Some(moved) }),
        )
    }

    /// The meetings that go on or start on a day or after it, in order.
    pub fn meetings_not_over(&self, day: Date) -> impl Iterator<Item = Meeting<'_>> {
        let latest = self.moved.iter().filter_map(|moved| moved.time).chain(self.clock.time).max();
        let nights = latest.map_or(0, |time| self.clock.nights(time));
        let from = day.saturating_sub(nights.days());
        self.meetings_from(from).skip_while(move |meeting| meeting.last_day() < day)
    }

    /// The days of its meetings on or after a day, in order.
    pub fn days_from(&self, day: Date) -> impl Iterator<Item = Date> {
        self.meetings_from(day).map(|meeting| meeting.day)
    }

    /// The change of the meeting that would have been on a day.
    pub fn moved_from(&self, day: Date) -> Option<&Moved> {
        let at = self.moved.binary_search_by_key(&day, |moved| moved.from).ok()?;
        self.moved.get(at)
    }

    /// The days of the series without a meeting, from a day on: first those on which it is cancelled, then those
    /// from which it was moved to another day.
    pub fn not_held_from(&self, day: Date) -> impl Iterator<Item = (Date, Option<&Moved>)> {
        let cancelled = match &self.pattern {
            Pattern::Regular { skip, .. } => skip.as_slice(),
            Pattern::Undated(_) | Pattern::Dates(_) | Pattern::Varies { .. } => &[],
        };
        let cancelled = cancelled.iter().map(|date| (*date, None));
        let moved = self.moved.iter().filter(|moved| moved.from != moved.to);
        let moved = moved.map(|moved| (moved.from, Some(moved)));
        cancelled.chain(moved).filter(move |(date, _)| *date >= day)
    }

    /// The first day and time at which a move makes two meetings.
    pub(super) fn two_at_once(&self) -> Option<(Date, Time)> {
        self.moved.iter().find_map(|moved| {
            let time = moved.time.or(self.clock.time)?;
            let on_day = self.meetings_from(moved.to).take_while(|meeting| meeting.day == moved.to);
            let at_once = on_day.filter(|meeting| meeting.time() == Some(time));
            (at_once.count() > 1).then_some((moved.to, time))
        })
    }

    /// The breaks that begin on a day or after it: the first and the last of some meetings in a row that are
    /// cancelled. Two in a row are two breaks.
    pub fn breaks_from(&self, day: Date) -> Vec<(Date, Date)> {
        let Pattern::Regular { rule, first, skip, .. } = &self.pattern else { return Vec::new() };
        let skip = &skip[skip.partition_point(|date| *date < day)..];
        let follows = |one: &Date, other: &Date| {
            let next = one.tomorrow().ok().and_then(|day| rule.next_on_or_after(*first, day));
            next == Some(*other)
        };
        let rows = skip.chunk_by(follows);
        let breaks = rows.flat_map(|row| match row {
            [first, _, .., last] => vec![(*first, *last)],
            few => few.iter().map(|day| (*day, *day)).collect(),
        });
        breaks.collect()
    }

    /// The web address at which everybody may join: its own, or one among the words on how to take part online.
    pub fn joining_address(&self) -> Option<&str> {
        let said = self.place.online.as_deref().and_then(web_address_in);
        self.url.as_deref().or(said.map(|(_, address, _)| address))
    }

    /// The first meeting that is held. `None` for a series that only words describe.
    pub fn first_held(&self) -> Option<Date> {
        self.days_from(Date::MIN).next()
    }

    /// Whether it has a meeting whose day is known, not only described in words.
    pub fn has_dates(&self) -> bool {
        self.first_held().is_some()
    }

    /// Whether its last meeting was over before a day. A series that only words describe never ends.
    pub fn is_over(&self, today: Date) -> bool {
        !self.is_open() && self.meetings_not_over(today).next().is_none()
    }

    /// Whether its first meeting is on a day or before it. A series that only words describe has begun.
    pub fn has_begun(&self, today: Date) -> bool {
        self.is_open() || self.first_held().is_some_and(|first| first <= today)
    }

    /// The last meeting that is held. `None` for a series without an end, and for one that only words describe.
    pub fn last(&self) -> Option<Date> {
        if let Pattern::Regular { rule, .. } = &self.pattern {
            rule.parts().until?;
        }
        self.days_from(Date::MIN).last()
    }
}

/// The meetings of two rows, each in order, as one row in order.
fn in_order<'a>(
    one: impl Iterator<Item = Meeting<'a>>,
    other: impl Iterator<Item = Meeting<'a>>,
) -> impl Iterator<Item = Meeting<'a>> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || {
        let order = |meeting: &Meeting<'_>| (meeting.day, meeting.time());
        let takes_other = match (one.peek(), other.peek()) {
            (Some(one), Some(other)) => order(other) < order(one),
            (None, _) => true,
            (_, None) => false,
        };
        if takes_other { other.next() } else { one.next() }
    })
}

#[cfg(test)]
mod tests {
    use super::super::schedule::Duration;
    use super::*;
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    fn series(pattern: Pattern) -> Series {
        let place = MeetingPlace { online: Some("Video call".to_owned()), ..Default::default() };
        Series {
            name: None,
            id: None,
            pattern,
            clock: Clock {
                time: "18:30".parse().ok(),
                duration: Duration::parse("90 min").ok(),
                timezone: TimeZone::get("Europe/London").ok(),
            },
            moved: Vec::new(),
            place,
            url: None,
            notes: None,
            recordings: None,
            notice: None,
        }
    }

    fn days(series: &Series, from: Date) -> String {
        let days = series.days_from(from).take(3).map(|day| day.to_string());
        days.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_skipped_meeting_is_no_meeting() {
        let rule = Rule::parse("FREQ=MONTHLY;BYDAY=2TU").unwrap();
        let skip = vec![date(2026, 8, 11)];
        let series = series(Pattern::Regular { rule, first: date(2026, 1, 13), skip, when: None });
        assert_eq!(days(&series, date(2026, 7, 15)), "2026-09-08 2026-10-13 2026-11-10");
    }

    #[test]
    fn listed_dates_start_from_the_day_asked_for() {
        let listed = vec![date(2026, 1, 13), date(2026, 3, 2), date(2026, 5, 4)];
        let series = series(Pattern::Dates(listed));
        assert_eq!(days(&series, date(2026, 3, 2)), "2026-03-02 2026-05-04");
    }

    #[test]
    fn a_moved_meeting_is_held_at_its_new_day_and_time() {
        let rule = Rule::parse("FREQ=WEEKLY;BYDAY=TU").unwrap();
        let first = date(2026, 1, 6);
        let mut series = series(Pattern::Regular { rule, first, skip: Vec::new(), when: None });
        let moved = |from, to, time: Option<&str>| Moved {
            from,
            to,
            time: time.map(|time| time.parse().unwrap()),
            place: None,
        };
        series.moved = vec![
            moved(date(2026, 1, 13), date(2026, 1, 22), None),
            moved(date(2026, 1, 20), date(2026, 1, 20), Some("20:00")),
        ];
        assert_eq!(days(&series, first), "2026-01-06 2026-01-20 2026-01-22");
        assert_eq!(days(&series, date(2026, 1, 21)), "2026-01-22 2026-01-27 2026-02-03");
        let second = series.meetings_from(first).nth(1).unwrap();
        let start = second.span().unwrap().0;
        assert_eq!(start.to_string(), "2026-01-20T20:00:00+00:00[Europe/London]");
    }

    #[test]
    fn three_meetings_in_a_row_that_are_left_out_are_one_break() {
        let rule = Rule::parse("FREQ=WEEKLY;BYDAY=TU").unwrap();
        let day = |day| date(2026, 1, day);
        let skip = vec![day(6), day(13), day(27), date(2026, 2, 3), date(2026, 2, 10)];
        let series = series(Pattern::Regular { rule, first: day(6), skip, when: None });
        let breaks = [(day(6), day(6)), (day(13), day(13)), (day(27), date(2026, 2, 10))];
        assert_eq!(series.breaks_from(day(1)), breaks);
    }

    #[test]
    fn a_meeting_that_goes_on_is_not_over() {
        let rule = Rule::parse("FREQ=YEARLY").unwrap();
        let first = date(2026, 7, 3);
        let mut series = series(Pattern::Regular { rule, first, skip: Vec::new(), when: None });
        let next = |series: &Series, day| series.meetings_not_over(day).next().unwrap().day;
        series.clock.duration = Duration::parse("2 days").ok();
        assert_eq!(next(&series, date(2026, 7, 5)), first);
        assert_eq!(next(&series, date(2026, 7, 6)), date(2027, 7, 3));
        series.clock.duration = Duration::parse("5 h 30 min").ok(); // up to midnight
        assert_eq!(next(&series, date(2026, 7, 4)), date(2027, 7, 3));
        series.clock.duration = Duration::parse("5 h 31 min").ok();
        assert_eq!(next(&series, date(2026, 7, 4)), first);
    }
}
