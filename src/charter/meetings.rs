//! When and where a group meets: `meetings`.

use std::collections::HashMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::clock::Clock;
use super::format::RawSeries;
use super::moved::read_moved;
use super::place;
use super::schedule::Rule;
use super::series::{Pattern, Series};
use super::skip::{DATE_ENDS, date_meant, read_skip, skipped};
use super::slot::{self, Count, Form, read_duration, read_rule, read_time};
use super::text::Reader;
use super::{limits, messages, sentence, zones};
use crate::diagnostic::{Spanned, shorten};
use crate::source::{check_id, suggest_id};
use crate::yaml::{Entry, Node, Value, read_all};

/// The series with their places in the file.
pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    entry: &Entry,
    may_be_empty: bool,
    began: Date,
) -> Option<Vec<Spanned<Series>>> {
    let items = match &entry.value.value {
        Value::Sequence(items) if may_be_empty => items.as_slice(),
        Value::Text(text) => {
            sentence::tell_of(reader, &entry.value, text);
            return None;
        }
        _ => reader.decoder.filled_list(&entry.value)?,
    };
    if items.len() > limits::SERIES {
        let gaps = [("count", &*items.len().to_string()), ("most", &limits::SERIES.to_string())];
        reader.decoder.emit(entry.key_span, &messages::TOO_MANY_SERIES, &gaps);
        return None;
    }
    let mut ids = Vec::new();
    let series: Vec<_> =
        items.iter().filter_map(|item| read_series(reader, item, began, &mut ids)).collect();
    let dates = series.iter().map(|series| series.value.dates()).sum::<usize>();
    if dates > limits::ALL_DATES {
        let gaps = [("count", &*dates.to_string()), ("most", &limits::ALL_DATES.to_string())];
        reader.decoder.emit(entry.key_span, &messages::TOO_MANY_DATES, &gaps);
        return None;
    }
    report_same_ids(reader, &ids);
    (series.len() == items.len()).then_some(series)
}

/// Reports an id that two series have.
fn report_same_ids(reader: &mut Reader<'_, '_>, ids: &[Spanned<String>]) {
    let mut seen = HashMap::new();
    for Spanned { value: id, span } in ids {
        let first = *seen.entry(id).or_insert(*span);
        if first != *span {
            let related = (first, "the first one");
            reader.decoder.emit_related(*span, &messages::SAME_SERIES, &[("id", id)], related);
        }
    }
}

fn read_series(
    reader: &mut Reader<'_, '_>,
    node: &Node,
    began: Date,
    ids: &mut Vec<Spanned<String>>,
) -> Option<Spanned<Series>> {
    let span = reader.first_line(node);
    let raw = RawSeries::read(reader.decoder, node, span)?;
    let id = raw.id.map(|entry| read_id(reader, &entry.value));
    ids.extend(id.iter().flatten().cloned());
    let form = slot::form(reader, &raw);
    let clock = read_clock(reader, &raw, form.is_none_or(|form| form == Form::Varies));
    let pattern = match form {
        Some(form @ (Form::Slot | Form::Rule)) => read_regular(reader, &raw, form, began),
        Some(Form::Dates) => {
            raw.dates.and_then(|entry| read_dates(reader, &entry.value)).map(Pattern::Dates)
        }
        Some(Form::Varies) => read_varies(reader, &raw),
        None => {
            read_days_alone(reader, &raw);
            None
        }
    };
    let is_given = raw.first.is_some();
    let usual = clock.as_ref().and_then(|clock| clock.time);
    let moved = raw.moved.map(|entry| read_moved(reader, entry, pattern.as_ref(), is_given, usual));
    let place = reader
        .required(&raw.entries, raw.place, "meetings[].place")
        .and_then(|node| place::read(reader, node));
    let name = raw.name.and_then(|entry| reader.line(&entry.value, limits::NAME));
    let notice = raw.notice.and_then(|entry| reader.plain(&entry.value));
    let [url, notes, recordings] = [raw.url, raw.notes, raw.recordings]
        .map(|entry| entry.and_then(|entry| reader.web_address(&entry.value)));
    let series = Series {
        name: name.map(|name| name.value.to_owned()),
        // The outer `None` is a key that is not there, the inner one a value that could not be read.
        id: id.map_or(Some(None), |id| id.map(|id| Some(id.value)))?,
        pattern: pattern?,
        clock: clock?,
        moved: moved.map_or(Some(Vec::new()), |moved| moved)?,
        place: place?,
        url,
        notes,
        recordings,
        notice,
    };
    if let Some((raw, (date, time))) = raw.moved.zip(series.two_at_once()) {
        let time = time.strftime("%H:%M").to_string();
        let gaps = [("date", &*date.to_string()), ("time", &time)];
        reader.decoder.emit(raw.key_span, &messages::TWO_AT_ONCE, &gaps);
    }
    Some(Spanned { value: series, span })
}

fn read_regular(
    reader: &mut Reader<'_, '_>,
    raw: &RawSeries<'_>,
    form: Form,
    began: Date,
) -> Option<Pattern> {
    let rule = read_rule(reader, raw, form);
    let first = raw.first.map(|entry| reader.decoder.date(&entry.value));
    let until = raw.until.and_then(|entry| reader.decoder.date(&entry.value));
    let skip = raw.skip.map(|entry| read_skip(reader, &entry.value));
    let when = raw.when.filter(|_| form == Form::Rule);
    let when = when.map(|entry| reader.short(&entry.value, limits::SHORT_TEXT));
    let (rule, is_given) = (rule?, first.is_some());
    let first = match first {
        Some(first) => first?,
        None if rule.fixes_dates() => {
            let until = until.map(|until| until.value);
            match first_since(&rule, began, until) {
                Some(value) => Spanned { value, span: raw.entries.span },
                None => {
                    reader.decoder.emit(raw.entries.span, &messages::NEVER_MEETS, &[]);
                    return None;
                }
            }
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
    let count = Count { rule: &rule, first: first.value, is_given };
    let skip = skip.filter(|_| first_fits).map(|days| skipped(reader, count, &days));
    let (skip, when) = (skip.unwrap_or_default(), when.map_or(Some(None), |when| when.map(Some))?);
    Some(Pattern::Regular { rule, first: first.value, skip, when })
}

/// Reads the dates of a series that does not say how often it meets, for what is wrong with them.
fn read_days_alone(reader: &mut Reader<'_, '_>, raw: &RawSeries<'_>) {
    for entry in [raw.first, raw.until].into_iter().flatten() {
        reader.decoder.date(&entry.value);
    }
    if let Some(entry) = raw.skip {
        read_skip(reader, &entry.value);
    }
}

/// The first meeting of a series that fixes its dates by itself, since the group began. One that ended before is
/// counted from the year before its end.
fn first_since(rule: &Rule, began: Date, until: Option<Date>) -> Option<Date> {
    let end = until.into_iter().chain(rule.parts().until).min();
    let began = end.map_or(began, |end| began.min(end.saturating_sub(1.year())));
    rule.next_on_or_after(began, began)
}

fn read_id(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Spanned<String>> {
    let typed = reader.decoder.word(node, "an id", messages::NOT_A_SERIES_ID.help)?;
    if check_id(typed).is_ok() {
        return Some(Spanned { value: typed.to_owned(), span: node.span });
    }
    let edit = suggest_id(typed).and_then(|meant| reader.decoder.replacement(node, &meant));
    let words = messages::NOT_A_SERIES_ID.fill(&[("typed", &shorten(typed))]);
    reader.decoder.report_fixable(messages::NOT_A_SERIES_ID.code, node.span, words, edit);
    None
}

fn read_dates(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Vec<Date>> {
    let meant = |text: &str| date_meant(text).map(|date| date.to_string());
    if let Some(unknown) = reader.decoder.unknown_in_text(node, &DATE_ENDS, meant) {
        for node in &unknown {
            reader.decoder.date(node);
        }
        return None;
    }
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
