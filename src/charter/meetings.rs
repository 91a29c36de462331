//! When and where a group meets: `meetings`.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{ToSpan as _, ZonedDateTime};

use super::format::RawSeries;
use super::place::{self, MeetingPlace};
use super::schedule::{Duration, Rule};
use super::slot::{self, read_duration, read_rule, read_time};
use super::text::Reader;
use super::{limits, messages, zones};
use crate::diagnostic::Spanned;
use crate::text::web_address_in;
use crate::yaml::{Entry, Node, Value, read_all};

/// A series of meetings.
#[derive(Clone, Debug)]
pub struct Series {
    /// What it is called.
    pub name: Option<String>,
    /// On which days.
    pub pattern: Pattern,
    /// At what time.
    pub clock: Clock,
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
        /// Meetings that are left out, sorted.
        skip: Vec<Date>,
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
        let minutes = self.duration.map_or(0, Duration::minutes);
        let end = start.checked_add(i64::from(minutes).minutes()).ok()?;
        Some((start, end))
    }
}

impl Pattern {
    /// How many dates it lists one by one.
    fn listed(&self) -> usize {
        match self {
            Self::Dates(dates) => dates.len(),
            Self::Regular { .. } | Self::Undated(_) | Self::Varies { .. } => 0,
        }
    }
}

impl Series {
    /// Whether nobody can say on which days it meets: only words describe it, or no meeting is dated.
    pub fn is_open(&self) -> bool {
        matches!(self.pattern, Pattern::Undated(_) | Pattern::Varies { .. })
    }

    /// The days of its meetings on or after a day, in order. None for a series that only words
    /// describe; without end for one that has none.
    pub fn days_from(&self, day: Date) -> impl Iterator<Item = Date> {
        let (by_rule, listed, skipped) = match &self.pattern {
            Pattern::Regular { rule, first, skip } => {
                (Some(rule.dates_from(*first, day)), &[][..], skip.as_slice())
            }
            Pattern::Dates(dates) => (None, dates.as_slice(), &[][..]),
            Pattern::Undated(_) | Pattern::Varies { .. } => (None, &[][..], &[][..]),
        };
        let coming = &listed[listed.partition_point(|date| *date < day)..];
        let dates = by_rule.into_iter().flatten().chain(coming.iter().copied());
        dates.filter(|date| skipped.binary_search(date).is_err())
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

    /// Whether its last meeting was before a day. A series that only words describe never ends.
    pub fn is_over(&self, today: Date) -> bool {
        !self.is_open() && self.days_from(today).next().is_none()
    }

    /// Whether its first meeting is on a day or before it. A series that only words describe has begun.
    pub fn has_begun(&self, today: Date) -> bool {
        self.is_open() || self.first_held().is_some_and(|first| first <= today)
    }

    /// The last meeting. `None` for a series without an end, and for one that only words describe.
    pub fn last(&self) -> Option<Date> {
        match &self.pattern {
            Pattern::Regular { rule, first, skip } => {
                rule.parts().until?;
                let is_held = |date: &Date| skip.binary_search(date).is_err();
                rule.dates(*first).filter(is_held).last().or(Some(*first))
            }
            Pattern::Dates(dates) => dates.last().copied(),
            Pattern::Undated(_) | Pattern::Varies { .. } => None,
        }
    }
}

/// The series with their places in the file.
pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    entry: &Entry,
    may_be_empty: bool,
    began: Date,
) -> Option<Vec<Spanned<Series>>> {
    let items = match &entry.value.value {
        Value::Sequence(items) if may_be_empty => items.as_slice(),
        _ => reader.decoder.filled_list(&entry.value)?,
    };
    if items.len() > limits::SERIES {
        let gaps = [("count", &*items.len().to_string()), ("most", &limits::SERIES.to_string())];
        reader.decoder.emit(entry.key_span, &messages::TOO_MANY_SERIES, &gaps);
        return None;
    }
    let series: Vec<_> = items.iter().filter_map(|item| read_series(reader, item, began)).collect();
    let dates = series.iter().map(|series| series.value.pattern.listed()).sum::<usize>();
    if dates > limits::ALL_DATES {
        let gaps = [("count", &*dates.to_string()), ("most", &limits::ALL_DATES.to_string())];
        reader.decoder.emit(entry.key_span, &messages::TOO_MANY_DATES, &gaps);
        return None;
    }
    (series.len() == items.len()).then_some(series)
}

fn read_series(reader: &mut Reader<'_, '_>, node: &Node, began: Date) -> Option<Spanned<Series>> {
    let span = reader.first_line(node);
    let raw = RawSeries::read(reader.decoder, node, span)?;
    let form = slot::form(reader, &raw)?;
    let clock = read_clock(reader, &raw, form == slot::Form::Varies);
    let pattern = match form {
        slot::Form::Slot | slot::Form::Rule => read_regular(reader, &raw, form, began),
        slot::Form::Dates => {
            raw.dates.and_then(|entry| read_dates(reader, &entry.value)).map(Pattern::Dates)
        }
        slot::Form::Varies => read_varies(reader, &raw),
    };
    let place = reader
        .required(&raw.entries, raw.place, "meetings[].place")
        .and_then(|node| place::read(reader, node));
    let name = raw.name.and_then(|entry| reader.line(&entry.value, limits::NAME));
    let notice = raw.notice.and_then(|entry| reader.plain(&entry.value));
    let [url, notes, recordings] = [raw.url, raw.notes, raw.recordings]
        .map(|entry| entry.and_then(|entry| reader.web_address(&entry.value)));
    Some(Spanned {
        value: Series {
            name: name.map(|name| name.value.to_owned()),
            pattern: pattern?,
            clock: clock?,
            place: place?,
            url,
            notes,
            recordings,
            notice,
        },
        span,
    })
}

fn read_regular(
    reader: &mut Reader<'_, '_>,
    raw: &RawSeries<'_>,
    form: slot::Form,
    began: Date,
) -> Option<Pattern> {
    let rule = read_rule(reader, raw, form);
    let first = raw.first.map(|entry| reader.decoder.date(&entry.value));
    let until = raw.until.and_then(|entry| reader.decoder.date(&entry.value));
    let skip = raw.skip.map(|entry| read_skip(reader, &entry.value));
    let rule = rule?;
    let first = match first {
        Some(first) => first?,
        None if rule.fixes_dates() => {
            let first = rule.next_on_or_after(began, began)?;
            Spanned { value: first, span: raw.entries.span }
        }
        None => {
            reader.unsaid(&raw.entries, "meetings[].first");
            return Some(Pattern::Undated(rule));
        }
    };
    let first_fits = slot::check_first(reader, &rule, form, first);
    if let Some(until) = until.filter(|until| until.value < first.value) {
        let gaps = [("until", &*until.value.to_string())];
        let related = (first.span, "the first meeting");
        reader.decoder.emit_related(until.span, &messages::ENDS_TOO_EARLY, &gaps, related);
        return None;
    }
    let rule = rule.ending(first.value, until.map(|until| until.value));
    let skip = skip.unwrap_or_default();
    if first_fits {
        for date in &skip {
            slot::check_skip(reader, &rule, first.value, *date);
        }
    }
    let mut skip: Vec<Date> = skip.into_iter().map(|date| date.value).collect();
    skip.sort_unstable();
    Some(Pattern::Regular { rule, first: first.value, skip })
}

fn read_skip(reader: &mut Reader<'_, '_>, node: &Node) -> Vec<Spanned<Date>> {
    let items = reader.decoder.short_list(node, limits::DATES).unwrap_or_default();
    super::phrases::report_repeats(reader, items);
    items.iter().filter_map(|item| reader.decoder.date(item)).collect()
}

fn read_dates(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Vec<Date>> {
    let items = reader.decoder.filled_list(node)?;
    let items = reader.decoder.at_most(items, node.span, limits::DATES)?;
    super::phrases::report_repeats(reader, items);
    let mut dates = read_all(items, |item| reader.decoder.date(item).map(|date| date.value))?;
    dates.sort_unstable();
    Some(dates)
}

fn read_varies(reader: &mut Reader<'_, '_>, raw: &RawSeries<'_>) -> Option<Pattern> {
    let node = reader.required(&raw.entries, raw.when, "meetings[].when")?;
    reader.short(node, limits::SHORT_TEXT).map(|when| Pattern::Varies { when })
}

/// The time of day, whose parts a slot that varies may leave open.
fn read_clock(
    reader: &mut Reader<'_, '_>,
    raw: &RawSeries<'_>,
    may_be_open: bool,
) -> Option<Clock> {
    let parts = [(raw.time, "meetings[].time"), (raw.timezone, "meetings[].timezone")];
    let time = raw.time.map(|entry| read_time(reader, &entry.value));
    let duration = raw.duration.map(|entry| read_duration(reader, &entry.value));
    let timezone = raw.timezone.map(|entry| read_zone(reader, &entry.value));
    let missing = parts.iter().filter(|(entry, _)| !may_be_open && entry.is_none());
    if missing.clone().count() > 0 {
        missing.for_each(|(_, path)| reader.missing(&raw.entries, path));
        return None;
    }
    // The outer `None` is a key that is not there, the inner one a value that could not be read.
    let time = time.map_or(Some(None), |read| read.map(Some))?;
    let duration = duration.map_or(Some(None), |read| read.map(Some))?;
    let timezone = timezone.map_or(Some(None), |read| read.map(Some))?;
    Some(Clock { time, duration, timezone })
}

fn read_zone(reader: &mut Reader<'_, '_>, node: &Node) -> Option<TimeZone> {
    let typed = reader.decoder.word_or_number(node, "a time zone", messages::NOT_A_ZONE.help)?;
    if let Some(problem) = zones::asked(typed, &reader.offers()) {
        let edit =
            zones::but_for_case(typed).and_then(|name| reader.decoder.replacement(node, name));
        let words = (problem.text, problem.help);
        reader.decoder.report_fixable(problem.message.code, node.span, words, edit);
        reader.ask_zone(node.span, typed);
    }
    zones::named(typed)
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

    fn series(pattern: Pattern) -> Series {
        let place = MeetingPlace { online: Some("Video call".to_owned()), ..Default::default() };
        Series {
            name: None,
            pattern,
            clock: clock("18:30", "Europe/London"),
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
        let series = series(Pattern::Regular { rule, first: date(2026, 1, 13), skip });
        assert_eq!(days(&series, date(2026, 7, 15)), "2026-09-08 2026-10-13 2026-11-10");
    }

    #[test]
    fn listed_dates_start_from_the_day_asked_for() {
        let listed = vec![date(2026, 1, 13), date(2026, 3, 2), date(2026, 5, 4)];
        let series = series(Pattern::Dates(listed));
        assert_eq!(days(&series, date(2026, 3, 2)), "2026-03-02 2026-05-04");
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
}
