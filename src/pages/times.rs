//! What a reader sees of the times of meetings.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{ToSpan as _, ZonedDateTime};

use super::coming::{self, Coming};
use super::labels::{date, date_words, host, place_mode, short_month, weekday};
use super::view::{LaterView, Link, MeetingView, NextView, OccurrenceView, OnlineView};
use crate::charter::schedule::{Duration, Rule};
use crate::charter::{Charter, Clock, Pattern, Series};
use crate::text::web_address_in;
use crate::words::Words;

/// How many coming meetings of a series its group's page shows.
const COMING: usize = 4;

/// How many dates of a series that has no rule in words it shows.
const LISTED_DATES: usize = 12;

/// How many meetings of all series are shown in the box on how to join, and known to cards.
pub(crate) const NEXT_MEETINGS: usize = 3;

/// When a series meets, in a few words: `Second Tuesday of each month, 18:30 to 20:00, UK time`.
pub(crate) fn meets(words: &Words, series: &Series) -> String {
    let days = match &series.pattern {
        Pattern::Regular { rule, first, .. } => {
            rule.words(*first).unwrap_or_else(|| words.get("meeting-by-rule").to_owned())
        }
        Pattern::Undated(rule) => undated(words, rule),
        Pattern::Dates(_) => words.get("meeting-set-dates").to_owned(),
        Pattern::Varies { when } => when.clone(),
    };
    let Clock { time, duration, timezone } = &series.clock;
    let time = time.map(|time| hours(words, time, *duration));
    let zone = timezone.as_ref().filter(|_| time.is_some()).map(|it| zone(words, it));
    [Some(days), time, zone].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

pub(super) fn meeting(words: &Words, series: &Series, is_held: bool, today: Date) -> MeetingView {
    let when = match &series.pattern {
        Pattern::Regular { rule, first, .. } => rule.words(*first),
        Pattern::Undated(rule) => Some(undated(words, rule)),
        Pattern::Dates(_) => None,
        Pattern::Varies { when } => Some(when.clone()),
    };
    let shown = if when.is_some() { COMING } else { LISTED_DATES };
    let coming = series.days_from(today).filter_map(|day| occurrence(words, &series.clock, day));
    let coming: Vec<_> = coming.take(if is_held { shown } else { 0 }).collect();
    let (first, until, skip) = match &series.pattern {
        Pattern::Regular { rule, skip, .. } => {
            let first = series.first_held().filter(|first| is_held && *first > today);
            (first, rule.parts().until, skip.as_slice())
        }
        Pattern::Undated(rule) => (None, rule.parts().until, &[][..]),
        Pattern::Dates(_) | Pattern::Varies { .. } => (None, None, &[][..]),
    };
    let date = |day: Date| date(words, day);
    let skipped = skip.iter().copied().filter(|day| is_held && *day >= today).map(date).collect();
    let place = series.place.clone();
    let clock = &series.clock;
    MeetingView {
        name: series.name.clone(),
        when,
        time: clock.time.map(|time| hours(words, time, clock.duration)),
        duration: clock.duration.map(Duration::words),
        timezone: clock.timezone.as_ref().map(|it| zone(words, it)),
        is_over: is_held && series.has_dates() && coming.is_empty(),
        coming,
        first: first.map(date),
        until: until.map(date),
        skipped,
        mode: place_mode(words, &place),
        online: place.online.as_deref().map(online),
        venue: place.venue,
        town: place.town,
        country: place.country.map(|country| country.name),
        url: series.url.as_deref().map(address),
        notes: series.notes.as_deref().map(address),
        recordings: series.recordings.as_deref().map(address),
        notice: series.notice.clone(),
    }
}

/// A rule without the date of a meeting, in words, as far as it says anything by itself.
fn undated(words: &Words, rule: &Rule) -> String {
    // The day of the first meeting makes no difference to a rule that names its days.
    let in_words = rule.words(Date::MIN).filter(|_| rule.names_days());
    in_words.unwrap_or_else(|| words.get("meeting-by-rule").to_owned())
}

/// How one takes part, with the web address among the words.
fn online(text: &str) -> OnlineView {
    let (before, address_typed, after) = web_address_in(text).unwrap_or((text, "", ""));
    let link = Some(address_typed).filter(|it| !it.is_empty()).map(address);
    OnlineView { before: before.to_owned(), link, after: after.to_owned() }
}

/// A web address with its host in place of a name.
fn address(href: &str) -> Link {
    Link { name: host(href).to_owned(), href: href.to_owned() }
}

/// The next meetings of all series of a group, in the order in which they are held.
pub(super) fn next_meetings(words: &Words, charter: &Charter, today: Date) -> Vec<OccurrenceView> {
    let next = coming::next_meetings(charter, today, NEXT_MEETINGS);
    next.iter().map(|meeting| at(words, &meeting.start, &meeting.end)).collect()
}

/// The next meetings of a group, as its card shows the first of them.
pub(super) fn next_on_card(words: &Words, coming: &[Coming<'_>]) -> Option<NextView> {
    let meeting = coming.first()?;
    let (day, time) = (meeting.start.date(), clock(meeting.start.time()));
    let gaps = [
        ("weekday", weekday(words, day.weekday()).into()),
        ("time", time.into()),
        ("zone", zone(words, meeting.start.time_zone()).into()),
    ];
    Some(NextView {
        day: day.day().to_string(),
        month: short_month(words, day).to_owned(),
        year: day.year().to_string(),
        at: words.fill("card-next", &gaps),
        meeting: later(words, meeting),
    })
}

/// A meeting as a card has it.
pub(super) fn later(words: &Words, meeting: &Coming<'_>) -> LaterView {
    let mode = place_mode(words, meeting.place).name;
    let place = match &meeting.place.town {
        Some(town) => format!("{mode}, {town}"),
        None => mode,
    };
    LaterView { start: instant(&meeting.start), end: instant(&meeting.end), place }
}

/// A time with its offset, to the minute: `2026-12-08T18:30+00:00`.
fn instant(time: &ZonedDateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M%:z").to_string()
}

fn occurrence(words: &Words, clock: &Clock, day: Date) -> Option<OccurrenceView> {
    clock.on(day).map(|(start, end)| at(words, &start, &end))
}

/// A meeting at its time.
pub(super) fn at(words: &Words, start: &ZonedDateTime, end: &ZonedDateTime) -> OccurrenceView {
    let (from, to) = (clock(start.time()), clock(end.time()));
    OccurrenceView {
        start: instant(start),
        end: instant(end),
        date: long_date(words, start.date()),
        time: if start == end { from } else { from_to(words, from, to) },
        timezone: zone(words, start.time_zone()),
    }
}

/// A date with its weekday: `Tuesday 8 December 2026`.
pub(super) fn long_date(words: &Words, day: Date) -> String {
    let (weekday, date) = (weekday(words, day.weekday()), date_words(words, day));
    words.fill("date-long", &[("weekday", weekday.into()), ("date", date.into())])
}

/// From when to when: `18:30 to 20:00`.
fn hours(words: &Words, start: Time, duration: Option<Duration>) -> String {
    match duration {
        Some(duration) => {
            let end = start.wrapping_add(i64::from(duration.minutes()).minutes());
            from_to(words, clock(start), clock(end))
        }
        None => clock(start),
    }
}

/// `18:30 to 20:00`
fn from_to(words: &Words, from: String, to: String) -> String {
    words.fill("hours", &[("from", from.into()), ("to", to.into())])
}

fn clock(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}

/// A time zone as people call it: `UK time`, `New York time`.
fn zone(words: &Words, zone: &TimeZone) -> String {
    match zone.iana_name().unwrap_or("UTC") {
        "Europe/London" | "Europe/Belfast" | "GB" => words.get("zone-uk").to_owned(),
        "Europe/Dublin" | "Eire" => words.get("zone-ireland").to_owned(),
        "UTC" | "Etc/UTC" | "Etc/UCT" | "Zulu" | "UCT" | "Universal" => "UTC".to_owned(),
        name if name.starts_with("Etc/") || !name.contains('/') => name.to_owned(),
        name => {
            let city = name.rsplit('/').next().unwrap_or(name);
            words.fill("zone-city", &[("city", city.replace('_', " ").into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_zone_has_the_name_that_people_use() {
        let name = |id| zone(&Words::english(), &TimeZone::get(id).unwrap());
        assert_eq!(name("Europe/London"), "UK time");
        assert_eq!(name("America/Argentina/Buenos_Aires"), "Buenos Aires time");
        assert_eq!(name("Etc/UTC"), "UTC");
    }

    #[test]
    fn a_meeting_that_ends_after_midnight_says_so_by_its_times() {
        let start = "2026-12-08T23:00+00:00[Europe/London]".parse().unwrap();
        let end = "2026-12-09T00:30+00:00[Europe/London]".parse().unwrap();
        let at = at(&Words::english(), &start, &end);
        assert_eq!((at.date, at.time), ("Tuesday 8 December 2026".into(), "23:00 to 00:30".into()));
        assert_eq!((at.start, at.timezone), ("2026-12-08T23:00+00:00".into(), "UK time".into()));
    }
}
