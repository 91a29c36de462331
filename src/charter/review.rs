//! Whether a charter was reviewed when its meetings changed.

use jiff::civil::Date;

use super::format::RawCharter;
use super::messages::CHANGED_UNREVIEWED;
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use crate::yaml::{self, Decoder, Entry, Value};

/// The problem with a charter whose meetings are others than before, and whose `reviewed` is as it was: subscribed
/// calendars take up a change by that date (`SEQUENCE`, RFC 5545, section 3.8.7.4). None of a file that is not YAML.
pub fn unreviewed(before: &SourceFile, now: &SourceFile, today: Date) -> Option<Diagnostic> {
    let mut problems = Vec::new();
    let (then, _) = yaml::parse_front_matter(before, &mut problems)?;
    let (root, _) = yaml::parse_front_matter(now, &mut problems)?;
    let mut past = Decoder::new(before, &then);
    let past = RawCharter::read(&mut past, &then, yaml::opening_line(before))?;
    let mut decoder = Decoder::new(now, &root);
    let raw = RawCharter::read(&mut decoder, &root, yaml::opening_line(now))?;
    let meetings = raw.meetings.filter(|meetings| !is_same(past.meetings, Some(meetings)))?;
    let is_of_today = raw.reviewed.is_some_and(
        |entry| matches!(&entry.value.value, Value::Text(typed) if *typed == today.to_string()),
    );
    if is_of_today || !is_same(past.reviewed, raw.reviewed) {
        return None;
    }
    let place = raw.reviewed.map_or(meetings.key_span, |entry| entry.value.span);
    let mut decoder = Decoder::new(now, &root);
    let gaps = [("today", &*today.to_string())];
    decoder.emit_for_key("reviewed", place, &CHANGED_UNREVIEWED, &gaps);
    decoder.finish().pop()
}

fn is_same(one: Option<&Entry>, other: Option<&Entry>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.value.says_the_same(&other.value),
        (one, other) => one.is_none() && other.is_none(),
    }
}
