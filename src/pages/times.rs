//! What a reader sees of the times of meetings.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan as _, ZonedDateTime};

use super::coming::Coming;
use super::labels::{date, host, place_mode, place_words, room};
use super::view::{
    ChangeView, DateView, LaterView, Link, MeetingView, NextView, OccurrenceView, OnlineView,
    PlaceView, TileView,
};
use crate::charter::schedule::Duration;
use crate::charter::{Charter, Clock, Meeting, MeetingPlace, Moved, Pattern, Series};
use crate::text::web_address_in;
use crate::words::Words;

/// How many coming meetings are shown of a series that has no rule in words.
const LISTED_DATES: usize = 12;

/// How many years ahead they may be.
const LISTED_YEARS: i64 = 2;

/// How many meetings of all series a group's page shows, and more only where each is of another series.
const SHOWN_MEETINGS: usize = 4;

/// How many of these there are at most.
const MOST_FIRSTS: usize = 8;

/// How many meetings of all series are known to cards.
pub(crate) const NEXT_MEETINGS: usize = 3;

/// From this length on, the end of a meeting has its date.
const LONG: SignedDuration = SignedDuration::from_hours(24);

/// When a series meets, in a few words: `Second Tuesday of each month, 18:30 to 20:00, UK time`.
pub(crate) fn meets(words: &Words, series: &Series) -> String {
    let days = rhythm(words, series).unwrap_or_else(|| {
        let is_listed = matches!(series.pattern, Pattern::Dates(_));
        words.get(if is_listed { "meeting-set-dates" } else { "meeting-by-rule" }).to_owned()
    });
    let Clock { time, duration, timezone } = &series.clock;
    let time = time.map(|time| hours(words, time, *duration));
    let zone = timezone.as_ref().filter(|_| time.is_some()).map(|it| zone(words, it));
    [Some(days), time, zone].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The same with the date from which it meets, unless a meeting of that day is among those shown.
pub(super) fn meets_from(
    words: &Words,
    series: &Series,
    today: Date,
    shown: &[Coming<'_>],
) -> String {
    let meets = meets(words, series);
    let is_shown = |day: Date| shown.iter().any(|meeting| meeting.start.date() == day);
    match series.first_held().filter(|first| *first > today && !is_shown(*first)) {
        Some(first) => {
            let gaps = [("meets", meets.into()), ("date", words.date(first).into())];
            words.fill("meeting-from", &gaps)
        }
        None => meets,
    }
}

/// On which days a series meets, where words say it.
fn rhythm(words: &Words, series: &Series) -> Option<String> {
    match &series.pattern {
        Pattern::Regular { rule, first, when, .. } => rule.words(*first).or_else(|| when.clone()),
        Pattern::Undated(rule) => Some(
            rule.words_without_first().unwrap_or_else(|| words.get("meeting-by-rule").to_owned()),
        ),
        Pattern::Dates(_) => None,
        Pattern::Varies { when } => Some(when.clone()),
    }
}

/// A series whose meetings are held, or are not where its group has paused or ended. `shown` are meetings of the group
/// that the page has already.
pub(super) fn meeting(
    words: &Words,
    series: &Series,
    is_held: bool,
    today: Date,
    shown: &[Coming<'_>],
) -> MeetingView {
    let when = rhythm(words, series);
    let until = match &series.pattern {
        Pattern::Regular { rule, first, .. } => {
            rule.parts().until.filter(|_| rule.words(*first).is_none())
        }
        Pattern::Undated(rule) => rule.parts().until,
        Pattern::Dates(_) | Pattern::Varies { .. } => None,
    };
    let clock = &series.clock;
    let zone_alone = clock.timezone.as_ref().filter(|_| clock.time.is_none());
    let is_listed = is_held && when.is_none();
    MeetingView {
        name: series.name.clone(),
        meets: if is_held { meets_from(words, series, today, shown) } else { meets(words, series) },
        duration: clock
            .duration
            .filter(|it| clock.time.is_none() || is_long(*it))
            .map(Duration::words),
        timezone: zone_alone.map(|it| zone(words, it)),
        is_over: is_held && series.is_over(today),
        coming: if is_listed { listed(words, series, today, shown) } else { Vec::new() },
        when,
        until: until.map(|day| date(words, day)),
        changes: if is_held { changes(words, series, today) } else { Vec::new() },
        place: place(words, &series.place),
        url: series.url.as_deref().map(address),
        notes: series.notes.as_deref().map(address),
        recordings: series.recordings.as_deref().map(address),
        notice: series.notice.clone(),
    }
}

/// Where a series meets.
pub(super) fn place(words: &Words, place: &MeetingPlace) -> PlaceView {
    let room = Some(room(place)).filter(|room| !room.is_empty());
    let online = place.online.as_deref().map(online);
    PlaceView { mode: place_mode(words, place), room, online }
}

/// The coming meetings of a series, where no words say on which days they are, without those shown.
fn listed(
    words: &Words,
    series: &Series,
    today: Date,
    shown: &[Coming<'_>],
) -> Vec<OccurrenceView> {
    let farthest = today.saturating_add(LISTED_YEARS.years());
    let coming = series.meetings_not_over(today).take_while(|meeting| meeting.day < farthest);
    let coming = coming.filter_map(Coming::new).take(LISTED_DATES);
    let is_shown = |one: &Coming<'_>| shown.iter().any(|shown| shown.start == one.start);
    coming.filter(|one| !is_shown(one)).map(|it| at(words, &it.start, &it.end)).collect()
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

/// What is different from the series, from a day on: meetings that are cancelled, and those that are moved.
fn changes(words: &Words, series: &Series, today: Date) -> Vec<ChangeView> {
    let day = |day| long_date_view(words, day);
    let mut changes: Vec<(Date, ChangeView)> = Vec::new();
    for (first, last) in series.breaks_from(today) {
        let last = (first != last).then(|| day(last));
        changes.push((first, ChangeView { day: day(first), last, to: None, is_same_day: false }));
    }
    for moved in series.moved.iter().filter(|moved| moved.from >= today) {
        let to = moved_to(words, series, moved);
        let is_same_day = moved.from == moved.to;
        changes
            .push((moved.from, ChangeView { day: day(moved.from), last: None, to, is_same_day }));
    }
    changes.sort_by_key(|(day, _)| *day);
    changes.into_iter().map(|(_, change)| change).collect()
}

/// When and where a moved meeting is: `Tuesday 16 June 2026, 20:00 to 21:30, Old Mill, Leeds`.
fn moved_to(words: &Words, series: &Series, moved: &Moved) -> Option<String> {
    let meeting = Meeting { series, day: moved.to, moved: Some(moved) };
    let at = occurrence(words, &meeting)?;
    let day = (moved.from != moved.to).then_some(at.date);
    let place = moved.place.as_ref().map(place_words);
    Some([day, Some(at.time), place].into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// The next meetings of all series of a group, in the order in which they are held: the first of each, and as many
/// more as there is room for.
pub(super) fn next_of_each(charter: &Charter, today: Date) -> Vec<Coming<'_>> {
    if !charter.meets() {
        return Vec::new();
    }
    let mut firsts = Vec::new();
    let mut others = Vec::new();
    for series in &charter.meetings {
        let mut next = series.meetings_not_over(today).filter_map(Coming::new);
        firsts.extend(next.next());
        others.extend(next.take(SHOWN_MEETINGS));
    }
    firsts.sort_by_key(|next| next.start.timestamp());
    firsts.truncate(MOST_FIRSTS);
    others.sort_by_key(|next| next.start.timestamp());
    firsts.extend(others.into_iter().take(SHOWN_MEETINGS.saturating_sub(firsts.len())));
    firsts.sort_by_key(|next| next.start.timestamp());
    firsts
}

/// Whether some meetings are in several places, so that each needs to have its own said.
fn are_apart(meetings: &[Coming<'_>]) -> bool {
    meetings.windows(2).any(|two| two[0].place() != two[1].place())
}

/// Meetings with their dates as tiles. Where they are in several places, each has its own, in as few words as tell
/// it from the others.
pub(super) fn tiles(words: &Words, meetings: &[Coming<'_>]) -> Vec<NextView> {
    let in_short = |meeting: &Coming<'_>| place_in_short(words, meeting.place());
    let are_alike = |two: &[Coming<'_>]| {
        two[0].place() != two[1].place() && in_short(&two[0]) == in_short(&two[1])
    };
    let are_told_apart = !meetings.windows(2).any(are_alike);
    let are_apart = are_apart(meetings);
    let place = |meeting: &Coming<'_>| {
        if !are_apart {
            String::new()
        } else if are_told_apart {
            in_short(meeting)
        } else {
            place_words(meeting.place())
        }
    };
    let tile = |meeting: &Coming<'_>| {
        let next = next(words, &meeting.start, &meeting.end, meeting.place());
        NextView { meeting: LaterView { place: place(meeting), ..next.meeting }, ..next }
    };
    meetings.iter().map(tile).collect()
}

/// Meetings in words.
pub(super) fn occurrences(words: &Words, meetings: &[Coming<'_>]) -> Vec<OccurrenceView> {
    let are_apart = are_apart(meetings);
    let view = |meeting: &Coming<'_>| OccurrenceView {
        place: are_apart.then(|| place_words(meeting.place())),
        ..at(words, &meeting.start, &meeting.end)
    };
    meetings.iter().map(view).collect()
}

/// A meeting as cards show the next.
pub(super) fn next(
    words: &Words,
    start: &ZonedDateTime,
    end: &ZonedDateTime,
    place: &MeetingPlace,
) -> NextView {
    let day = start.date();
    let gaps = [
        ("weekday", words.weekday(day.weekday()).into()),
        ("time", clock(start.time()).into()),
        ("zone", zone(words, start.time_zone()).into()),
    ];
    let at = words.fill("card-next", &gaps);
    let at = if start.duration_until(end) >= LONG {
        let gaps = [("next", at.into()), ("date", words.date(end.date()).into())];
        words.fill("card-next-until", &gaps)
    } else {
        at
    };
    NextView {
        tile: tile(words, day),
        year: day.year().to_string(),
        at,
        meeting: later(words, start, end, place),
    }
}

/// A meeting after the next, as cards have it.
pub(super) fn later(
    words: &Words,
    start: &ZonedDateTime,
    end: &ZonedDateTime,
    place: &MeetingPlace,
) -> LaterView {
    LaterView {
        start: instant(start),
        end: instant(end),
        place: place_in_short(words, place),
        zone: zone(words, start.time_zone()),
        in_person: place.is_in_person() && place.online.is_none(),
    }
}

/// `In person, Leeds`
fn place_in_short(words: &Words, place: &MeetingPlace) -> String {
    let mode = place_mode(words, place).name;
    match &place.town {
        Some(town) => format!("{mode}, {town}"),
        None => mode,
    }
}

/// A time with its offset, to the minute: `2026-12-08T18:30+00:00`.
fn instant(time: &ZonedDateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M%:z").to_string()
}

fn occurrence(words: &Words, meeting: &Meeting<'_>) -> Option<OccurrenceView> {
    Coming::new(*meeting).map(|coming| at(words, &coming.start, &coming.end))
}

/// A meeting at its time.
pub(super) fn at(words: &Words, start: &ZonedDateTime, end: &ZonedDateTime) -> OccurrenceView {
    let (from, to) = (clock(start.time()), clock(end.time()));
    let to = if start.duration_until(end) < LONG {
        to
    } else {
        let date = words.long_date(end.date());
        words.fill("date-time", &[("date", date.into()), ("time", to.into())])
    };
    OccurrenceView {
        start: instant(start),
        end: instant(end),
        date: words.long_date(start.date()),
        time: if start == end { from } else { from_to(words, from, to) },
        timezone: zone(words, start.time_zone()),
        place: None,
    }
}

/// A date in little room.
pub(super) fn tile(words: &Words, day: Date) -> TileView {
    TileView {
        weekday: words.short_weekday(day.weekday()).to_owned(),
        day: day.day().to_string(),
        month: words.short_month(day).to_owned(),
    }
}

/// A date with its weekday: `Tuesday 8 December 2026`.
pub(super) fn long_date_view(words: &Words, day: Date) -> DateView {
    DateView { iso: day.to_string(), words: words.long_date(day) }
}

fn is_long(length: Duration) -> bool {
    i64::from(length.all_minutes()) >= LONG.as_mins()
}

/// From when to when: `18:30 to 20:00`. Of a meeting that lasts for days only when it starts.
fn hours(words: &Words, start: Time, duration: Option<Duration>) -> String {
    match duration {
        Some(length) if !is_long(length) => {
            let end = start.wrapping_add(i64::from(length.minutes()).minutes());
            from_to(words, clock(start), clock(end))
        }
        _ => clock(start),
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
