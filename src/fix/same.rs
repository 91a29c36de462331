//! Whether two versions of a charter say the same, whatever the places.

use std::collections::HashMap;
use std::sync::Arc;

use crate::charter::{self, Context};
use crate::diagnostic::{Diagnostic, Meant, Severity, Span};
use crate::source::SourceFile;
use crate::yaml::{self, Entry, Node, Value};

/// What edits put in the place of keys and values, by the spans of these.
pub(super) type Replacements<'e> = HashMap<Span, &'e Meant>;

/// Whether two trees hold the same values under the same keys, in the same order, with replacements made in
/// the first.
pub(super) fn is_same(one: &Node, other: &Node, made: &Replacements<'_>) -> bool {
    if let Some(meant) = made.get(&one.span) {
        return says(other, meant, one);
    }
    match (&one.value, &other.value) {
        (Value::Sequence(one), Value::Sequence(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| is_same(one, other, made))
        }
        (Value::Mapping(one), Value::Mapping(other)) => are_same(one, other, made),
        (one, other) => one == other,
    }
}

/// Whether two sets of keys hold the same. One key may have been replaced by several.
fn are_same(one: &[Entry], mut other: &[Entry], made: &Replacements<'_>) -> bool {
    for entry in one {
        let whole = Span { start: entry.key_span.start, end: entry.value.span.end };
        let keys = match made.get(&whole) {
            Some(Meant::Keys(keys)) => Some(keys),
            _ => None,
        };
        let Some((these, rest)) = other.split_at_checked(keys.map_or(1, Vec::len)) else {
            return false;
        };
        let is_as_meant = match (keys, these) {
            (Some(keys), these) => say(these, keys, &entry.value),
            (None, [this]) => is_same_entry(entry, this, made),
            (None, _) => false,
        };
        if !is_as_meant {
            return false;
        }
        other = rest;
    }
    other.is_empty()
}

/// Whether a value is as it is meant in the place of what was there.
fn says(node: &Node, meant: &Meant, before: &Node) -> bool {
    match (&node.value, meant) {
        (_, Meant::Same) => before.says_the_same(node),
        (Value::Text(text), Meant::Text(meant)) => text == meant,
        (Value::Number(number), Meant::Number(meant)) => number == meant,
        (Value::Sequence(items), Meant::List(meant)) => {
            items.len() == meant.len()
                && items.iter().zip(meant).all(|(item, meant)| says(item, meant, before))
        }
        (Value::Mapping(entries), Meant::Keys(meant)) => say(entries, meant, before),
        _ => false,
    }
}

fn say(entries: &[Entry], meant: &[(String, Meant)], before: &Node) -> bool {
    let is_meant = |(entry, (key, value)): (&Entry, &(_, _))| {
        entry.key == *key && says(&entry.value, value, before)
    };
    entries.len() == meant.len() && entries.iter().zip(meant).all(is_meant)
}

/// Whether two entries have the same key and hold the same.
fn is_same_entry(one: &Entry, other: &Entry, made: &Replacements<'_>) -> bool {
    let is_same_key = match made.get(&one.key_span) {
        Some(Meant::Text(key)) => *key == other.key,
        _ => one.key == other.key,
    };
    let behind_key = Span { start: one.key_span.end, end: one.value.span.end };
    is_same_key
        && match made.get(&behind_key) {
            Some(meant) => says(&other.value, meant, &one.value),
            None => is_same(&one.value, &other.value, made),
        }
}

/// The tree of a file's front matter and the text below it, if it is YAML without any problem.
pub(super) fn parts(file: &SourceFile) -> Option<(Node, &str)> {
    let mut problems = Vec::new();
    let (root, body) = yaml::parse_front_matter(file, &mut problems)?;
    problems.is_empty().then(|| (root, &file.text()[body.range()]))
}

/// The problems of a charter that are errors on this site.
pub(super) fn errors(file: &Arc<SourceFile>, context: Context<'_>) -> Vec<Diagnostic> {
    let checks = &context.config.settings.checks;
    let mut found = charter::read(file, context).diagnostics;
    found.retain(|found| checks.severity(found.code) == Some(Severity::Error));
    found
}
