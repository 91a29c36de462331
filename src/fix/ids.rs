//! An `id` for each of several series, by which calendars know it again when another is added or goes.
//!
//! The first of those without one gets the word that calendars use for it already, so that nobody's calendar changes.

use std::collections::BTreeSet;

use super::Work;
use super::edits::apply;
use super::same::{errors, parts};
use crate::charter::{Context, MAIN_SERIES};
use crate::diagnostic::{Edit, Meant};
use crate::source::suggest_id;
use crate::yaml::{Entry, Node, Value, between_keys};

/// Adds them to a charter without errors.
pub(super) fn fix(work: &mut Work, context: Context<'_>) {
    let Some((root, body)) = parts(&work.file) else { return };
    let Some(series) = series(&root).filter(|series| series.len() > 1) else { return };
    let text = work.file.text();
    let edits: Vec<Edit> =
        missing(&series).iter().map(|(first, id)| before(text, first, id)).collect();
    if edits.is_empty() || !errors(&work.file, context).is_empty() {
        return;
    }
    let edits: Vec<&Edit> = edits.iter().collect();
    let file = work.with(apply(text, &edits));
    let Some((after, body_after)) = parts(&file) else { return };
    let is_kept = self::series(&after).is_some_and(|after| are_kept(&series, &after));
    if is_kept && body == body_after && errors(&file, context).is_empty() {
        work.make(&edits);
    }
}

/// Puts an id before the first key of a series.
fn before(text: &str, first: &Entry, id: &str) -> Edit {
    let key = first.key_span;
    let between = between_keys(text, key.range().start);
    let text = format!("id: {id}{between}{}", &text[key.range()]);
    Edit { span: key, text, value: Meant::Same }
}

/// Whether all series say the same, apart from their ids.
fn are_kept(before: &[&[Entry]], after: &[&[Entry]]) -> bool {
    let rest = |entries: &[Entry]| -> Vec<Entry> {
        entries.iter().filter(|it| it.key != "id").cloned().collect()
    };
    let is_kept = |(before, after): (&&[Entry], &&[Entry])| {
        let (before, after) = (rest(before), rest(after));
        before.len() == after.len()
            && before.iter().zip(&after).all(|(before, after)| before.says_the_same(after))
    };
    before.len() == after.len() && before.iter().zip(after).all(is_kept)
}

/// The entries of each series, if all have some.
fn series<'a>(root: &'a Node) -> Option<Vec<&'a [Entry]>> {
    let Value::Mapping(entries) = &root.value else { return None };
    let meetings = entries.iter().find(|entry| entry.key == "meetings")?;
    let Value::Sequence(items) = &meetings.value.value else { return None };
    let of = |item: &'a Node| match &item.value {
        Value::Mapping(entries) if !entries.is_empty() => Some(entries.as_slice()),
        _ => None,
    };
    items.iter().map(of).collect()
}

/// The first entries of the series without an id, each with one for it.
fn missing<'a>(series: &[&'a [Entry]]) -> Vec<(&'a Entry, String)> {
    let text = |entries: &'a [Entry], key| {
        let entry = entries.iter().find(|entry| entry.key == key)?;
        if let Value::Text(text) = &entry.value.value { Some(text.as_str()) } else { None }
    };
    let mut taken: BTreeSet<String> =
        series.iter().filter_map(|entries| text(entries, "id")).map(str::to_owned).collect();
    let mut missing = Vec::new();
    for (number, entries) in (1..).zip(series) {
        if entries.iter().any(|entry| entry.key == "id") {
            continue;
        }
        let first = Some(MAIN_SERIES.to_owned()).filter(|_| missing.is_empty());
        let named = || text(entries, "name").and_then(suggest_id);
        let free = |id: &String| !taken.contains(id);
        let numbered = (number..).map(|number| format!("series-{number}"));
        let id = first.filter(free).or_else(|| named().filter(free));
        let Some(id) = id.or_else(|| numbered.into_iter().find(free)) else { continue };
        taken.insert(id.clone());
        missing.push((&entries[0], id)); // no series is without entries
    }
    missing
}
