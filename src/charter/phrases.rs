//! Aims and values: chosen from the Guild's, or in the group's own words.

use std::collections::HashMap;

use super::messages::{NEARLY_SUGGESTED, TWICE};
use super::text::Reader;
use crate::config::Phrases;
use crate::diagnostic::{nearest, shorten};
use crate::yaml::{Entry, Node, Value, read_all};

/// One of the Guild's phrases, or a sentence of the group's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The id of a phrase of the Guild's.
    Suggested(String),
    /// A sentence.
    Own(String),
}

pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    entry: &Entry,
    phrases: &Phrases,
) -> Option<Vec<Choice>> {
    if reader.decoder.reports_names(&entry.value, |text| named(text, phrases).map(str::to_owned)) {
        return None;
    }
    let items = reader.decoder.sentences(&entry.value)?;
    report_repeats(reader, items);
    read_all(items, |item| read_choice(reader, item, phrases))
}

/// A single word written like an id is one; anything else is a sentence.
fn read_choice(reader: &mut Reader<'_, '_>, node: &Node, phrases: &Phrases) -> Option<Choice> {
    if let Value::Text(text) = &node.value {
        if phrases.find(text).is_some() {
            return Some(Choice::Suggested(text.clone()));
        }
        if let Some(id) = suggestion(text, phrases) {
            let gaps = [("text", &*shorten(text)), ("id", id)];
            let edit = named(text, phrases).and_then(|id| reader.decoder.replacement(node, id));
            let words = NEARLY_SUGGESTED.fill(&gaps);
            reader.decoder.report_fixable(NEARLY_SUGGESTED.code, node.span, words, edit);
            return None;
        }
    }
    reader.plain(node).map(Choice::Own)
}

/// The suggestion that a text without spaces nearly is, or whose name it is.
fn suggestion<'p>(text: &str, phrases: &'p Phrases) -> Option<&'p str> {
    let named = phrases.iter().find(|phrase| phrase.name.eq_ignore_ascii_case(text));
    let near = || {
        let one_word = !text.contains(char::is_whitespace);
        one_word.then(|| nearest(text, phrases.iter().map(|phrase| phrase.id.as_str()))).flatten()
    };
    named.map(|phrase| phrase.id.as_str()).or_else(near)
}

/// The only suggestion whose id or name a text is, case aside.
fn named<'p>(text: &str, phrases: &'p Phrases) -> Option<&'p str> {
    let is = |word: &str| word.eq_ignore_ascii_case(text.trim());
    let mut named = phrases.iter().filter(|phrase| is(&phrase.id) || is(&phrase.name));
    named.next().filter(|_| named.next().is_none()).map(|phrase| phrase.id.as_str())
}

/// Reports the texts that appear in a list twice.
pub(super) fn report_repeats(reader: &mut Reader<'_, '_>, items: &[Node]) {
    let mut seen = HashMap::new();
    for item in items {
        let Value::Text(text) = &item.value else { continue };
        let first = *seen.entry(text).or_insert(item.span);
        if first != item.span && !reader.decoder.is_full() {
            let gaps = [("text", &*shorten(text))];
            reader.decoder.emit_related(item.span, &TWICE, &gaps, (first, "the first one"));
        }
    }
}
