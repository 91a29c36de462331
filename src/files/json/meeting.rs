//! When a group meets, as `/groups.json` says it.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::Serialize;

use super::place::{Place, place};
use crate::charter::schedule::{Duration, Rule};
use crate::charter::{Charter, Pattern, Series};
use crate::directory::Directory;
use crate::pages::coming::{coming, with_offset};
use crate::pages::times;

#[derive(Serialize)]
pub(super) struct Meeting<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    words: String,
    rrule: Option<String>,
    first: Option<String>,
    until: Option<String>,
    skipped: Vec<String>,
    moved: Vec<Change<'a>>,
    dates: Vec<String>,
    /// `HH:MM` on the clocks of the time zone.
    time: Option<String>,
    duration_minutes: Option<u32>,
    timezone: Option<&'a str>,
    place: Place<'a>,
    url: Option<&'a str>,
    notes: Option<&'a str>,
    recordings: Option<&'a str>,
    notice: Option<&'a str>,
    next: Vec<Occurrence>,
}

/// A meeting that is held on another day, at another time or elsewhere.
#[derive(Serialize)]
struct Change<'a> {
    from: String,
    to: String,
    time: Option<String>,
    place: Option<Place<'a>>,
}

/// A coming meeting, with offsets from UTC (RFC 3339).
#[derive(Serialize)]
struct Occurrence {
    start: String,
    end: Option<String>,
}

pub(super) fn meeting<'a>(
    directory: &Directory,
    charter: &Charter,
    series: &'a Series,
) -> Meeting<'a> {
    let (rule, first, skip, dates) = match &series.pattern {
        Pattern::Regular { rule, first, skip, .. } => {
            (Some(rule), Some(*first), &skip[..], &[][..])
        }
        Pattern::Undated(rule) => (Some(rule), None, &[][..], &[][..]),
        Pattern::Dates(dates) => (None, None, &[][..], &dates[..]),
        Pattern::Varies { .. } => (None, None, &[][..], &[][..]),
    };
    let listed = |dates: &[Date]| dates.iter().map(Date::to_string).collect();
    let coming = coming(charter, series, directory.today);
    let clock = |time: Time| time.strftime("%H:%M").to_string();
    Meeting {
        id: series.id.as_deref(),
        name: series.name.as_deref(),
        words: times::meets(&directory.config.settings.words, series),
        rrule: rule.map(Rule::to_string),
        first: first.map(|first| first.to_string()),
        until: rule.and_then(|rule| rule.parts().until).map(|until| until.to_string()),
        skipped: listed(skip),
        moved: series
            .moved
            .iter()
            .map(|moved| Change {
                from: moved.from.to_string(),
                to: moved.to.to_string(),
                time: moved.time.map(clock),
                place: moved.place.as_ref().map(place),
            })
            .collect(),
        dates: listed(dates),
        time: series.clock.time.map(clock),
        duration_minutes: series.clock.duration.map(Duration::all_minutes),
        timezone: series.clock.timezone.as_ref().and_then(TimeZone::iana_name),
        place: place(&series.place),
        url: series.url.as_deref(),
        notes: series.notes.as_deref(),
        recordings: series.recordings.as_deref(),
        notice: series.notice.as_deref(),
        next: coming
            .iter()
            .map(|next| Occurrence {
                start: with_offset(&next.start),
                end: series.clock.duration.map(|_| with_offset(&next.end)),
            })
            .collect(),
    }
}
