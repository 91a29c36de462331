//! An `id` for each of several series.

use super::Work;
use super::same::{errors, parts};
use crate::charter::{Called, Context, missing_ids};
use crate::diagnostic::{Edit, Meant, edited};
use crate::yaml::{Entry, Node, Value, between_keys};

/// Adds them to a charter without errors.
pub(super) fn fix(work: &mut Work, context: Context<'_>) {
    let Some((root, body)) = parts(&work.file) else { return };
    let Some(series) = series(&root) else { return };
    let text = work.file.text();
    let edits: Vec<Edit> =
        missing(&series).iter().map(|(first, id)| before(text, first, id)).collect();
    if edits.is_empty() || !errors(&work.file, context).is_empty() {
        return;
    }
    let file = work.with(edited(text, &edits));
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
        Some(if let Value::Text(text) = &entry.value.value { text.as_str() } else { "" })
    };
    let called = series
        .iter()
        .map(|entries| Called { id: text(entries, "id"), name: text(entries, "name") });
    let missing = missing_ids(&called.collect::<Vec<_>>());
    missing.into_iter().map(|(at, id)| (&series[at][0], id)).collect() // no series is without entries
}
