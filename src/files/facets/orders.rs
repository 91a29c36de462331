//! The orders, other than by name, in which groups can be listed.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use serde::Serialize;

use super::digits::Digits;
use crate::charter::Charter;
use crate::directory::Directory;
use crate::files::json_text;
use crate::pages::coming::next_meetings;
use crate::pages::times::NEXT_MEETINGS;

/// How many coming meetings of each group are listed: when the first is over, the next one counts.
const NEXT: usize = NEXT_MEETINGS;

/// How far ahead a meeting may lie, in days: what two digits hold.
const FARTHEST: usize = 8_000;

const MINUTES: usize = 24 * 60;

/// A file of orders.
#[derive(Serialize)]
struct Orders {
    /// The day from which `days` count, in UTC.
    from: String,
    /// All groups, the one that was founded last first; those that do not say it last.
    newest: Digits,
    /// For each group its next [`NEXT`] meetings, in UTC: how many days after the one before it, plus one. 0 for none.
    days: Digits,
    /// At which minute of the day each starts.
    minutes: Digits,
    /// The position in `spans` of how long each lasts.
    lasts: Digits,
    /// All lengths, in minutes.
    spans: Vec<usize>,
}

/// A meeting, in minutes.
#[derive(Clone, Copy, Default)]
struct Meeting {
    /// How many days after the one before it, plus one.
    days: usize,
    minute: usize,
    span: usize,
}

/// The orders of all current groups, as JSON.
pub(super) fn orders(directory: &Directory) -> String {
    let charters: Vec<&Charter> =
        directory.current().iter().map(|group| &*directory.groups()[*group]).collect();
    let mut newest: Vec<usize> = (0..charters.len()).collect();
    newest.sort_by_key(|group| Reverse(charters[*group].founded));
    let next: Vec<[Meeting; NEXT]> =
        charters.par_iter().map(|charter| next(directory, charter)).collect();
    let all = || next.iter().flatten();
    let spans: BTreeSet<usize> = all().map(|meeting| meeting.span).collect();
    let spans: Vec<usize> = spans.into_iter().collect();
    let position = |meeting: &Meeting| spans.partition_point(|span| *span < meeting.span);
    json_text(&Orders {
        from: first_day(directory).to_string(),
        newest: Digits::write(charters.len(), newest.into_iter()),
        days: Digits::write(FARTHEST, all().map(|meeting| meeting.days)),
        minutes: Digits::write(MINUTES, all().map(|meeting| meeting.minute)),
        lasts: Digits::write(spans.len(), all().map(position)),
        spans,
    })
}

fn next(directory: &Directory, charter: &Charter) -> [Meeting; NEXT] {
    let mut next = [Meeting::default(); NEXT];
    let mut before = first_day(directory);
    for (place, meeting) in next.iter_mut().zip(next_meetings(charter, directory.today, NEXT)) {
        let start = meeting.start.with_time_zone(TimeZone::UTC);
        let days = whole(before.until(start.date()).map_or(0, |days| days.get_days().into())) + 1;
        if days >= FARTHEST {
            break;
        }
        let span = meeting.end.timestamp().as_second() - start.timestamp().as_second();
        let minute = 60 * whole(start.hour().into()) + whole(start.minute().into());
        *place = Meeting { days, minute, span: whole(span / 60) };
        before = start.date();
    }
    next
}

/// The day before the build date, on which the meetings of that date begin in the far east.
fn first_day(directory: &Directory) -> Date {
    directory.today.saturating_sub(1.day())
}

/// A number that is never negative: meetings are in order, and none ends before it starts.
fn whole(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}
