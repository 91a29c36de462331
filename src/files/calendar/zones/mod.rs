//! The time zones that a calendar names (VTIMEZONE, RFC 5545, section 3.6.5).
//!
//! Each is right from its first meeting on. Changes of the clocks by the rule now in force are one
//! observance with an `RRULE` for each way, without end. Changes before that rule, or by none (Morocco
//! and Palestine follow the moon), are observances of their own, the latter for [`YEARS_AHEAD`]: the
//! site is built again long before.

mod change;
mod yearly;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::{Date, DateTime, Time, date};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ZonedDateTime};

use super::lines::Lines;
use change::{Change, SECOND, Shift};
use yearly::{YEARS_OF_A_RULE, YearlyRule, yearly_rules};

/// For how many years after the one that follows the build, or a first meeting after it, changes that
/// follow no yearly rule are listed.
const YEARS_AHEAD: i16 = 10;

/// From when on a zone without changes says that it has none: what other programs write.
const LONG_AGO: Date = date(1970, 1, 1);

/// The zones of a calendar's events, sorted by name, each with the first instant that must be right.
#[derive(Debug, Default)]
pub(super) struct Zones<'a>(BTreeMap<&'a str, (&'a TimeZone, Timestamp)>);

impl<'a> Zones<'a> {
    /// Takes care that a zone is right from the start of a meeting on.
    pub(super) fn cover(&mut self, start: &'a ZonedDateTime) {
        let zone = start.time_zone();
        let Some(name) = zone.iana_name() else { return };
        let (_, from) = self.0.entry(name).or_insert((zone, start.timestamp()));
        *from = (*from).min(start.timestamp());
    }

    /// Writes a VTIMEZONE for each.
    pub(super) fn write(&self, lines: &mut Lines, today: Date) {
        for (name, (zone, from)) in &self.0 {
            lines.property("BEGIN", "VTIMEZONE");
            lines.property("TZID", name);
            for observance in observances(zone, *from, today) {
                observance.write(lines);
            }
            lines.property("END", "VTIMEZONE");
        }
    }
}

/// A day (section 3.3.4): `20261208`.
pub(super) fn basic(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A local time (section 3.3.5, form 1).
pub(super) fn local(datetime: DateTime) -> String {
    let (date, time) = (datetime.date(), datetime.time());
    let (hour, minute, second) = (time.hour(), time.minute(), time.second());
    format!("{}T{hour:02}{minute:02}{second:02}", basic(date))
}

/// A sub-component of a VTIMEZONE: what the clocks show from a change on.
#[derive(Debug)]
struct Observance {
    change: Change,
    rule: Option<String>,
}

impl Observance {
    fn write(&self, lines: &mut Lines) {
        let Self { change: Change { at, shift }, rule } = self;
        let kind = if shift.is_daylight { "DAYLIGHT" } else { "STANDARD" };
        lines.property("BEGIN", kind);
        lines.property("DTSTART", &local(*at));
        lines.property("TZOFFSETFROM", &utc_offset(shift.from));
        lines.property("TZOFFSETTO", &utc_offset(shift.to));
        lines.text("TZNAME", &shift.name);
        if let Some(rule) = rule {
            lines.property("RRULE", rule);
        }
        lines.property("END", kind);
    }
}

/// What a zone does in [`YEARS_OF_A_RULE`] years, and the rules that give all of it, if there are such.
#[derive(Debug)]
struct Sample {
    changes: Vec<Change>,
    rules: Option<Vec<YearlyRule>>,
}

impl Sample {
    /// That of a zone after a year. It is looked for once: most calendars name the same few zones.
    fn after(zone: &TimeZone, year: i16) -> Arc<Self> {
        static KNOWN: Mutex<BTreeMap<(String, i16), Arc<Sample>>> = Mutex::new(BTreeMap::new());
        let name = zone.iana_name().unwrap_or_default();
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let sample = known.entry((name.to_owned(), year)).or_insert_with(|| {
            let until = end_of_year(year.saturating_add(YEARS_OF_A_RULE));
            let begin = end_of_year(year).to_zoned_datetime(zone.clone());
            let from = begin.map_or(Timestamp::MAX, |begin| begin.timestamp());
            let changes: Vec<Change> = following(zone, from, until)
                .filter(|change| change.at.date() > end_of_year(year))
                .collect();
            Arc::new(Self { rules: yearly_rules(&changes), changes })
        });
        Arc::clone(sample)
    }

    /// How many of the changes show all: those of two years, where the rules give the others.
    fn shown(&self) -> usize {
        let two_years = self.rules.as_ref().map_or(usize::MAX, |rules| 2 * rules.len());
        two_years.min(self.changes.len())
    }
}

/// What a VTIMEZONE says of a zone from an instant on.
fn observances(zone: &TimeZone, from: Timestamp, today: Date) -> Vec<Observance> {
    let first_day = zone.to_datetime(from).date();
    // Changes by decree are seldom known further ahead than the year after the build.
    let settled = first_day.max(today).year().saturating_add(1);
    let sample = Sample::after(zone, settled);
    let mut changes = changes(zone, from, end_of_year(settled));
    changes.extend_from_slice(&sample.changes[..sample.shown()]);
    let alone = |change| Observance { change, rule: None };
    let Some(rules) = &sample.rules else {
        let listed = end_of_year(settled.saturating_add(YEARS_AHEAD));
        changes.retain(|change| change.at.date() <= listed);
        return match changes.len() {
            0 | 1 => vec![alone(standing(zone, from, first_day))],
            _ => changes.into_iter().map(alone).collect(),
        };
    };
    // The two ways take turns, so the change after the next is a year later: where the law skips one, as
    // it has in Cuba, the rule begins again.
    let is_ruled = |at: &usize| {
        let change = &changes[*at];
        let is_followed = |next: &Change| next.at.year() == change.at.year() + 1;
        rules.iter().any(|rule| rule.gives(change)) && changes.get(at + 2).is_none_or(is_followed)
    };
    let ruled_from = (0..changes.len()).rfind(|at| !is_ruled(at)).map_or(0, |last| last + 1);
    let from_then_on = changes.split_off(ruled_from);
    let starts = rules.iter().filter_map(|rule| {
        let first = from_then_on.iter().find(|change| rule.gives(change))?;
        Some(Observance { change: first.clone(), rule: Some(rule.to_string()) })
    });
    changes.into_iter().map(alone).chain(starts).collect()
}

/// The change before an instant, if there was one, and those after it up to a day.
fn changes(zone: &TimeZone, from: Timestamp, until: Date) -> Vec<Change> {
    let before = zone.preceding(from.checked_add(SECOND).unwrap_or(from)).take(1);
    let before = before.filter_map(|transition| Change::at(zone, transition.timestamp()));
    let mut changes: Vec<Change> = before.chain(following(zone, from, until)).collect();
    let is_read_from_the_start = changes.first().is_some_and(|first| first.is_over_by(from));
    if !is_read_from_the_start {
        changes.insert(0, standing(zone, from, zone.to_datetime(from).date()));
    }
    changes
}

/// The changes after an instant up to a day.
fn following(zone: &TimeZone, from: Timestamp, until: Date) -> impl Iterator<Item = Change> {
    zone.following(from).map_while(move |transition| {
        Change::at(zone, transition.timestamp()).filter(|change| change.at.date() <= until)
    })
}

/// What a zone without changes shows, said from a day on that is long over: what other programs write.
fn standing(zone: &TimeZone, from: Timestamp, first_day: Date) -> Change {
    let offset = zone.to_offset(from);
    let name = zone.to_offset_info(from).abbreviation().to_owned();
    let shift = Shift { from: offset, to: offset, name, is_daylight: false };
    let day = if first_day <= LONG_AGO { first_day.first_of_year() } else { LONG_AGO };
    Change { at: day.to_datetime(Time::midnight()), shift }
}

fn end_of_year(year: i16) -> Date {
    Date::new(year, 12, 31).unwrap_or(Date::MAX)
}

/// A UTC-OFFSET (section 3.3.14): `+0100`, with seconds where a zone of long ago has them.
fn utc_offset(offset: Offset) -> String {
    let sign = if offset.seconds() < 0 { '-' } else { '+' };
    let seconds = offset.seconds().unsigned_abs();
    let text = format!("{sign}{:02}{:02}", seconds / 3600, seconds / 60 % 60);
    match seconds % 60 {
        0 => text,
        seconds => format!("{text}{seconds:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use insta::assert_snapshot;

    /// The observances of a zone from a day on, as of November 2026, each in a line.
    fn written(zone: &str, from: &str) -> String {
        let zone = TimeZone::get(zone).unwrap();
        let from: Date = from.parse().unwrap();
        let from = from.to_zoned_datetime(zone.clone()).unwrap().timestamp();
        let observances = observances(&zone, from, date(2026, 11, 23));
        let line = |observance: &Observance| {
            let Observance { change: Change { at, shift }, rule } = observance;
            let kind = if shift.is_daylight { "daylight" } else { "standard" };
            let (from, to) = (utc_offset(shift.from), utc_offset(shift.to));
            let rule = rule.as_deref().unwrap_or_default();
            format!("{kind} {} {from} {to} {} {rule}", local(*at), shift.name).trim().to_owned()
        };
        observances.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_rule_now_in_force_has_no_end() {
        assert_snapshot!(written("Europe/London", "2026-01-13"), @r"
        daylight 20260329T010000 +0000 +0100 BST FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        standard 20251026T020000 +0100 +0000 GMT FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        ");
    }

    #[test]
    fn changes_before_the_rule_are_listed_separately() {
        assert_snapshot!(written("America/New_York", "2005-06-01"), @r"
        daylight 20050403T020000 -0500 -0400 EDT
        standard 20051030T020000 -0400 -0500 EST
        daylight 20060402T020000 -0500 -0400 EDT
        standard 20061029T020000 -0400 -0500 EST
        daylight 20070311T020000 -0500 -0400 EDT FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
        standard 20071104T020000 -0400 -0500 EST FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
        ");
    }

    #[test]
    fn a_zone_without_changes_has_one_observance() {
        assert_snapshot!(written("Asia/Kolkata", "2026-01-13"), @"standard 19700101T000000 +0530 +0530 IST");
        assert_snapshot!(written("UTC", "1800-01-01"), @"standard 18000101T000000 +0000 +0000 UTC");
    }

    #[test]
    fn a_zone_that_stopped_changing_ends_with_its_last_change() {
        assert_snapshot!(written("America/Sao_Paulo", "2018-01-09"), @r"
        daylight 20171015T000000 -0300 -0200 -02
        standard 20180218T000000 -0200 -0300 -03
        daylight 20181104T000000 -0300 -0200 -02
        standard 20190217T000000 -0200 -0300 -03
        ");
        assert_snapshot!(written("America/Sao_Paulo", "2026-01-13"), @"standard 19700101T000000 -0300 -0300 -03");
    }

    #[test]
    fn clocks_may_change_by_half_an_hour_or_on_a_day_counted_from_another() {
        assert_snapshot!(written("Australia/Lord_Howe", "2026-01-13"), @r"
        standard 20260405T020000 +1100 +1030 +1030 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU
        daylight 20251005T020000 +1030 +1100 +11 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU
        ");
        assert_snapshot!(written("America/Nuuk", "2026-01-13"), @r"
        daylight 20260328T230000 -0200 -0100 -01 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA
        standard 20251026T000000 -0100 -0200 -02 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        ");
        assert_snapshot!(written("Asia/Jerusalem", "2026-01-13"), @r"
        daylight 20260327T020000 +0200 +0300 IDT FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR
        standard 20251026T020000 +0300 +0200 IST FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        ");
    }

    #[test]
    fn forward_is_daylight_saving_whatever_the_law_calls_it() {
        assert_snapshot!(written("Europe/Dublin", "2026-01-13"), @r"
        daylight 20260329T010000 +0000 +0100 IST FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        standard 20251026T020000 +0100 +0000 GMT FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        ");
    }

    #[test]
    fn the_rule_starts_after_the_last_change_that_is_skipped() {
        assert_snapshot!(written("America/Havana", "2026-01-13"), @r"
        standard 20251102T010000 -0400 -0500 CST
        daylight 20260308T000000 -0500 -0400 CDT
        daylight 20280312T000000 -0500 -0400 CDT FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
        standard 20271107T010000 -0400 -0500 CST FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
        ");
    }

    #[test]
    fn changes_by_no_yearly_rule_are_listed_for_ten_years() {
        let written = written("Asia/Gaza", "2026-11-23");
        assert!(!written.contains("FREQ"), "{written}");
        assert_eq!(written.lines().next(), Some("standard 20261024T020000 +0300 +0200 EET"));
        assert!(written.lines().last().unwrap().contains(" 2037"), "{written}");
    }

    #[test]
    fn an_offset_of_long_ago_has_seconds() {
        assert_eq!(utc_offset(Offset::from_seconds(-75).unwrap()), "-000115");
        assert_eq!(utc_offset(Offset::from_seconds(37_800).unwrap()), "+1030");
    }
}
