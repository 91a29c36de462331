//! Meetings that are held on another day, at another time or elsewhere: `moved`.

use jiff::civil::{Date, Time};

use super::format::RawMoved;
use super::series::{Moved, Pattern};
use super::slot::{Count, read_time};
use super::text::Reader;
use super::{limits, messages, place};
use crate::diagnostic::Spanned;
use crate::yaml::{Entry, Node};

/// Reads them, sorted by the day that they had. `pattern` is what could be read of the days of the series; `is_given`:
/// whether the charter says from when it counts; `usual`: when its meetings start.
pub(super) fn read_moved(
    reader: &mut Reader<'_, '_>,
    entry: &Entry,
    pattern: Option<&Pattern>,
    is_given: bool,
    usual: Option<Time>,
) -> Option<Vec<Moved>> {
    let items = reader.decoder.short_list(&entry.value, limits::DATES)?;
    let mut moved: Vec<Spanned<Moved>> = Vec::new();
    for item in items {
        let Some(read) = read_one(reader, item, usual) else { continue };
        if let Some(pattern) = pattern {
            let from = Spanned { value: read.value.from, span: read.span };
            check_from(reader, from, pattern, is_given);
        }
        if let Some(earlier) = moved.iter().find(|earlier| earlier.value.from == read.value.from) {
            let gaps = [("date", &*read.value.from.to_string())];
            let related = (earlier.span, "the first one");
            reader.decoder.emit_related(read.span, &messages::MOVED_TWICE, &gaps, related);
        }
        moved.push(read);
    }
    if moved.len() < items.len() {
        return None;
    }
    let mut moved: Vec<Moved> = moved.into_iter().map(|moved| moved.value).collect();
    moved.sort_by_key(|moved| moved.from);
    moved.dedup_by_key(|moved| moved.from);
    Some(moved)
}

fn read_one(
    reader: &mut Reader<'_, '_>,
    node: &Node,
    usual: Option<Time>,
) -> Option<Spanned<Moved>> {
    let span = reader.first_line(node);
    let RawMoved { entries, from, to, time, place } = RawMoved::read(reader.decoder, node, span)?;
    let mut date = |entry, path| {
        let node = reader.required(&entries, entry, path)?;
        reader.decoder.date(node)
    };
    let (from, to) = (date(from, "meetings[].moved[].from"), date(to, "meetings[].moved[].to"));
    // The outer `None` is a value that could not be read, the inner one a key that is not there.
    let time = time.map_or(Some(None), |entry| read_time(reader, &entry.value).map(Some));
    let place = place.map_or(Some(None), |entry| place::read(reader, &entry.value).map(Some));
    let (from, moved) =
        (from?, Moved { from: from?.value, to: to?.value, time: time?, place: place? });
    let is_same_time = moved.time.is_none_or(|time| usual == Some(time));
    if moved.from == moved.to && is_same_time && moved.place.is_none() {
        reader.decoder.emit(span, &messages::MOVES_NOWHERE, &[("date", &moved.to.to_string())]);
    }
    Some(Spanned { value: moved, span: from.span })
}

/// What is moved has to be a meeting that is held.
fn check_from(reader: &mut Reader<'_, '_>, from: Spanned<Date>, pattern: &Pattern, is_given: bool) {
    match pattern {
        Pattern::Regular { skip, .. } if skip.contains(&from.value) => {
            let gaps = [("date", &*from.value.to_string())];
            reader.decoder.emit(from.span, &messages::MOVED_AND_LEFT_OUT, &gaps);
        }
        Pattern::Regular { rule, first, .. } => {
            Count { rule, first: *first, is_given }.check(reader, from, "moved");
        }
        Pattern::Dates(dates) if !dates.contains(&from.value) => {
            let gaps = [("date", &*from.value.to_string())];
            reader.decoder.emit(from.span, &messages::NOT_A_LISTED_DATE, &gaps);
        }
        Pattern::Dates(_) | Pattern::Undated(_) | Pattern::Varies { .. } => {}
    }
}
