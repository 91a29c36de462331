//! From a group's series to the events that programs read (RFC 5545, section 3.6.1).
//!
//! A series is an event with a rule for each of its [`simple_rules`], and an event for each meeting that was moved. Where
//! its rule has none, each of its meetings is an event by itself, as each of a list of dates is.

use std::collections::BTreeSet;

use jiff::civil::{Date, Time, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _, ZonedDateTime};

use super::lines::Lines;
use super::simple::{SimpleRule, simple_rules};
use super::texts::{categories, description, host, joining_address, location, summary};
use super::uid;
use super::zones::{basic, local};
use crate::charter::schedule::{Duration, Rule};
use crate::charter::{
    Charter, Clock, DATES_OF_SERIES, MOST_DATES, Meeting, Moved, Pattern, Series, Status,
};
use crate::directory::Directory;
use crate::pages::Address;

/// Where `SEQUENCE` counts its days from.
const EPOCH: Date = date(1970, 1, 1);

/// How many days before the build date, and how many years after it, the meetings of a series are that are events by
/// themselves.
const DAYS_BACK: i32 = 28;
const YEARS_AHEAD: i32 = 2;

/// A meeting, or a series of them that a rule gives.
#[derive(Debug)]
pub(super) struct Event<'a> {
    charter: &'a Charter,
    uid: String,
    /// The meeting, or the first that the rule gives.
    meeting: Meeting<'a>,
    start: ZonedDateTime,
    recurrence: Recurrence,
}

/// What an event has to do with a rule.
#[derive(Debug)]
enum Recurrence {
    /// Nothing: it is by itself.
    None,
    /// It is all the meetings of the rule but for those on some days.
    Rule(Rule, BTreeSet<Date>),
    /// It is in the place of the meeting that another event with the same name has on a day.
    InPlaceOf(Date),
}

impl<'a> Event<'a> {
    /// The events of a group that meets, or is about to.
    pub(super) fn all_of(charter: &'a Charter, today: Date) -> Vec<Self> {
        let series = series_of(charter);
        series.flat_map(|(series, uid)| Self::of_series(charter, series, &uid, today)).collect()
    }

    /// The next meeting of a group that meets, or is about to: the one that goes on, or starts, on the build date or
    /// after it.
    pub(super) fn next_of(charter: &'a Charter, today: Date) -> Option<Self> {
        let next = series_of(charter).filter_map(|(series, uid)| {
            let mut coming = series.meetings_not_over(today);
            coming.find_map(|meeting| Self::single(charter, &uid, meeting))
        });
        next.min_by_key(|event| event.start.timestamp())
    }

    fn of_series(charter: &'a Charter, series: &'a Series, uid: &str, today: Date) -> Vec<Self> {
        let single = |meeting| Self::single(charter, uid, meeting);
        let Pattern::Regular { rule, first, .. } = &series.pattern else {
            return series.meetings_from(Date::MIN).filter_map(single).collect();
        };
        let length = series.clock.duration;
        match simple_rules(rule, *first).filter(|rules| leave_room_for(rules, length)) {
            Some(rules) => {
                rules.iter().flat_map(|rule| Self::of_rule(charter, series, uid, rule)).collect()
            }
            None => {
                let from = today.saturating_sub(DAYS_BACK.days());
                let to = today.saturating_add(YEARS_AHEAD.years());
                let meetings = series.meetings_from(from).take_while(|meeting| meeting.day <= to);
                let share = MOST_DATES / charter.meetings.len().max(1);
                meetings.take(share.min(DATES_OF_SERIES)).filter_map(single).collect()
            }
        }
    }

    /// The events for the meetings of one rule of a series. A rule whose every meeting is left out has none to show.
    fn of_rule(
        charter: &'a Charter,
        series: &'a Series,
        series_uid: &str,
        SimpleRule { place, rule, first }: &SimpleRule,
    ) -> Vec<Self> {
        let has = |day: Date| rule.contains(*first, day);
        let moved = series.moved.iter().filter(|moved| has(moved.from));
        let (exceptions, apart): (Vec<&Moved>, Vec<&Moved>) =
            moved.partition(|moved| keeps_its_place(rule, *first, moved));
        let skipped = skipped(series).filter(|day| has(*day));
        let left_out: BTreeSet<Date> =
            skipped.chain(apart.iter().map(|moved| moved.from)).collect();
        let is_shown = rule.dates(*first).any(|day| !left_out.contains(&day));

        let uid = uid::of_rule(series_uid, *place);
        let planned = Meeting { series, day: *first, moved: None };
        let all = Recurrence::Rule(rule.clone(), left_out);
        let all = is_shown.then(|| Self::new(charter, uid.clone(), planned, all)).flatten();
        let at_new_time = |moved: &'a Moved| Meeting { series, day: moved.to, moved: Some(moved) };
        let exceptions = exceptions.into_iter().filter_map(|moved| {
            let instead = Recurrence::InPlaceOf(moved.from);
            Self::new(charter, uid.clone(), at_new_time(moved), instead)
        });
        let apart = apart.into_iter();
        let apart = apart.filter_map(|moved| Self::single(charter, series_uid, at_new_time(moved)));
        all.into_iter().chain(exceptions).chain(apart).collect()
    }

    fn single(charter: &'a Charter, series_uid: &str, meeting: Meeting<'a>) -> Option<Self> {
        let day = meeting.moved.map_or(meeting.day, |moved| moved.from);
        Self::new(charter, uid::of_meeting(series_uid, day), meeting, Recurrence::None)
    }

    fn new(
        charter: &'a Charter,
        uid: String,
        meeting: Meeting<'a>,
        recurrence: Recurrence,
    ) -> Option<Self> {
        let (start, _) = meeting.span()?;
        Some(Self { charter, uid, meeting, start, recurrence })
    }

    /// When the first meeting starts.
    pub(super) fn start(&self) -> &ZonedDateTime {
        &self.start
    }

    /// Writes the event.
    ///
    /// It is stamped with the build date, so that one day gives one file. The revision (`SEQUENCE`,
    /// section 3.8.7.4) is the number of days from 1970 to the charter's review, which grows when a
    /// charter is revised and needs no memory. Nobody's time is taken (`TRANSP`): who looks at a
    /// calendar of many groups does not go to all their meetings.
    pub(super) fn write(&self, lines: &mut Lines, directory: &Directory) {
        let charter = self.charter;
        let settings = &directory.config.settings;
        let (base_url, words) = (&settings.base_url, &settings.words);
        let page = base_url.absolute(Address::group(&charter.id).as_str());
        let sequence = charter.reviewed.and_then(|reviewed| reviewed.since(EPOCH).ok());
        let sequence = sequence.map_or(0, |since| since.get_days().max(0));
        lines.property("BEGIN", "VEVENT");
        lines.property("UID", &format!("{}@{}", self.uid, host(base_url)));
        lines.property("DTSTAMP", &midnight(directory.today));
        if let Some(reviewed) = charter.reviewed {
            lines.property("LAST-MODIFIED", &midnight(reviewed));
        }
        lines.property("SEQUENCE", &sequence.to_string());
        self.write_times(lines);
        lines.text("SUMMARY", &summary(words, charter, self.meeting.series));
        lines.text("DESCRIPTION", &description(settings, charter, &page));
        lines.text("LOCATION", &location(words, self.meeting.place()));
        lines.property("URL", &page);
        if let Some(address) = joining_address(&self.meeting) {
            lines.property("CONFERENCE;VALUE=URI", address);
        }
        lines.texts("CATEGORIES", categories(directory, charter));
        let status = if charter.status == Status::Forming { "TENTATIVE" } else { "CONFIRMED" };
        lines.property("STATUS", status);
        lines.property("TRANSP", "TRANSPARENT");
        lines.property("END", "VEVENT");
    }

    /// The meeting that it is in the place of, the start, the length, the rule and what it leaves out. The length is a
    /// `DURATION`, in which days are those of the calendar, and hours are exact (section 3.3.6).
    fn write_times(&self, lines: &mut Lines) {
        let clock = &self.meeting.series.clock;
        let with_zone = |name: &str| match self.start.time_zone().iana_name() {
            Some(zone) => format!("{name};TZID={zone}"),
            None => name.to_owned(),
        };
        // The time as the charter has it, which on a day of a change the clocks may jump over: the
        // RFC takes it as `Clock::on` does, and the other meetings have it as it is.
        let at = |day: Date, time: Option<Time>| local(day.to_datetime(time.unwrap_or_default()));
        if let Recurrence::InPlaceOf(day) = self.recurrence {
            lines.property(&with_zone("RECURRENCE-ID"), &at(day, clock.time));
        }
        lines.property(&with_zone("DTSTART"), &at(self.meeting.day, self.meeting.time()));
        if let Some(duration) = clock.duration {
            lines.property("DURATION", &duration.iso());
        }
        if let Recurrence::Rule(rule, left_out) = &self.recurrence {
            lines.property("RRULE", &rule_text(rule, self.meeting.day, clock));
            // A property each, as a precaution: some programs have read one date of a list.
            for day in left_out {
                lines.property(&with_zone("EXDATE"), &at(*day, clock.time));
            }
        }
    }
}

/// The series of a group that meets, or is about to, with their names.
fn series_of(charter: &Charter) -> impl Iterator<Item = (&Series, String)> {
    charter.meetings.iter().zip(uid::of_series(charter)).filter(|_| charter.meets())
}

/// The days of a series without the meeting that they would have, which is not held at all.
fn skipped(series: &Series) -> impl Iterator<Item = Date> {
    let not_held = series.not_held_from(Date::MIN);
    not_held.filter(|(_, moved)| moved.is_none()).map(|(day, _)| day)
}

/// Whether each meeting is over when the next of its rule begins.
fn leave_room_for(rules: &[SimpleRule], length: Option<Duration>) -> bool {
    let days = length.map_or(0, |length| i64::from(length.all_minutes().div_ceil(24 * 60)));
    // What is between two of the first eight is between any two: a week has seven days.
    let has_room = |dates: &[Date]| {
        dates.windows(2).all(|pair| pair[0].saturating_add(days.days()) <= pair[1])
    };
    rules.iter().all(|it| has_room(&it.rule.dates(it.first).take(8).collect::<Vec<_>>()))
}

/// Whether a meeting that is moved passes no other of its rule, and does not come on a day of one.
fn keeps_its_place(rule: &Rule, first: Date, moved: &Moved) -> bool {
    let (from, to) = (moved.from.min(moved.to), moved.from.max(moved.to));
    let mut passed = rule.dates_from(first, from).take_while(|day| *day <= to);
    passed.all(|day| day == moved.from)
}

/// The rule with its end as the instant of its last start: `UNTIL` is in UTC where the start has a zone
/// (section 3.3.10). Of a time that comes twice it is the later, as some programs take that for the start.
fn rule_text(rule: &Rule, first: Date, clock: &Clock) -> String {
    let Some(until) = rule.parts().until else { return rule.to_string() };
    let last = last_date(rule, first, until).to_datetime(clock.time.unwrap_or_default());
    let zone = clock.timezone.clone().unwrap_or(TimeZone::UTC);
    let start = zone.into_ambiguous_zoned_datetime(last).later();
    rule.text_until(start.map_or(Timestamp::MAX, |start| start.timestamp()))
}

/// The last date of a rule that ends, looked for from its end.
fn last_date(rule: &Rule, first: Date, until: Date) -> Date {
    let since = |years: i64| until.checked_sub(years.years()).unwrap_or(first);
    let found = [1, 10, 400].into_iter().find_map(|it| rule.dates_from(first, since(it)).last());
    found.unwrap_or(first)
}

/// The start of a day in UTC (section 3.3.5, form 2).
fn midnight(day: Date) -> String {
    format!("{}T000000Z", basic(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_ends_at_the_instant_of_its_last_start() {
        let clock = Clock {
            time: Some("18:30".parse().unwrap()),
            duration: None,
            timezone: TimeZone::get("America/New_York").ok(),
        };
        let first = date(2026, 1, 6);
        let rule = |text| rule_text(&Rule::parse(text).unwrap(), first, &clock);
        assert_eq!(rule("FREQ=WEEKLY;UNTIL=20260718"), "FREQ=WEEKLY;UNTIL=20260714T223000Z");
        assert_eq!(rule("FREQ=YEARLY;UNTIL=20290105"), "FREQ=YEARLY;UNTIL=20280106T233000Z");
        assert_eq!(rule("FREQ=WEEKLY;UNTIL=99991231"), "FREQ=WEEKLY;UNTIL=99991228T233000Z");
        assert_eq!(rule("FREQ=DAILY;UNTIL=99991231"), "FREQ=DAILY;UNTIL=99991230T220000Z");
        assert_eq!(rule("FREQ=MONTHLY;BYDAY=2TU"), "FREQ=MONTHLY;BYDAY=2TU");
    }

    #[test]
    fn a_series_that_ends_at_a_time_that_comes_twice_ends_after_both() {
        let clock = Clock {
            time: Some("01:30".parse().unwrap()),
            duration: None,
            timezone: TimeZone::get("America/New_York").ok(),
        };
        let rule = Rule::parse("FREQ=WEEKLY;UNTIL=20261101").unwrap();
        let text = rule_text(&rule, date(2026, 1, 4), &clock);
        assert_eq!(text, "FREQ=WEEKLY;UNTIL=20261101T063000Z");
    }
}
