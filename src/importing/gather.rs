//! What a map takes from a row: the keys of a charter, with texts as they were typed.

use serde_json::Value as Json;

use super::dates;
use super::map::{ABOUT, FromColumn, Make, Map, Part, Source, is_needed};
use super::series;
use super::table::Row;
use super::template::{Template, Values, text_of};
use crate::charter::{Key, Kind};
use crate::config::Axis;
use crate::text::shows_nothing;
use crate::writing::{Answers, set};

/// What a row says.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// By the keys of a charter.
    pub(super) answers: Answers,
    /// What the file's name is to be made of, if the map says so.
    pub(super) file: Option<String>,
    /// Terms to be made where the directory does not have them.
    pub(super) wanted: Vec<Wanted>,
}

/// A term that a row names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) axis: Axis,
    pub(super) name: String,
    /// The names of the terms above it, the nearest first.
    pub(super) parents: Vec<String>,
    pub(super) summary: Option<String>,
}

/// Takes from a row what the map says.
pub(super) fn gather(map: &Map, row: &Row) -> Gathered {
    let mut gatherer = Gatherer { asides: Vec::new(), wanted: Vec::new() };
    let values = Values { row: &row.value, entry: None };
    let answers = gatherer.parts(&map.charter, values);
    let file = map.file.as_ref().and_then(|template| template.fill(values));
    Gathered { answers, file, wanted: gatherer.wanted }
}

struct Gatherer {
    /// Keys of the set that is being gathered which a table of words fills beside its own, with their texts.
    asides: Vec<(String, String)>,
    wanted: Vec<Wanted>,
}

impl Gatherer {
    /// A set of keys. What a table of words says counts before what a column of the key's own does.
    fn parts(&mut self, parts: &[Part], values: Values<'_>) -> Answers {
        let outer = std::mem::take(&mut self.asides);
        let mut answers = Answers::new();
        for part in parts {
            if let Some(value) = self.value(&part.source, part.kind, values) {
                answers.insert(part.name.to_owned(), value);
            }
        }
        for (path, text) in std::mem::replace(&mut self.asides, outer) {
            if text.is_empty() {
                answers.remove(&path);
            } else if let Some(Json::String(before)) =
                answers.get_mut(&path).filter(|_| path == ABOUT)
            {
                before.push_str("\n\n");
                before.push_str(&text);
            } else {
                set(&mut answers, &path, text);
            }
        }
        answers
    }

    fn value(&mut self, source: &Source, kind: Kind, values: Values<'_>) -> Option<Json> {
        match (source, kind) {
            (Source::Parts(parts), _) => {
                let answers = self.parts(parts, values);
                let is_lost = |part: &Part| {
                    part.is_needed && part.source.has_columns() && !answers.contains_key(part.name)
                };
                let is_there = !answers.is_empty() && !parts.iter().any(is_lost);
                is_there.then_some(Json::Object(answers))
            }
            (source, Kind::List(inner, ..)) => {
                let entries = self.entries(source, *inner, values);
                (!entries.is_empty()).then_some(Json::Array(entries))
            }
            (Source::Text(template), _) => {
                template.fill(values).filter(|text| !text.is_empty()).map(Json::String)
            }
            (Source::Column(from), kind) => {
                self.entry(from, kind, &from.cell.value(values), values)
            }
            (Source::List(_), _) => None, // only a list has one
        }
    }

    /// The entries of a list.
    fn entries(&mut self, source: &Source, kind: Kind, values: Values<'_>) -> Vec<Json> {
        match source {
            Source::List(sources) => {
                sources.iter().flat_map(|source| self.entries(source, kind, values)).collect()
            }
            Source::Text(template) => {
                let texts = list_of(template, kind, values);
                texts.into_iter().map(|text| whole(kind, text)).collect()
            }
            Source::Parts(parts) => {
                let has_columns = |part: &&Part| part.source.has_columns();
                let from_columns = parts.iter().filter(has_columns);
                let names: Vec<&str> = from_columns.map(|part| part.name).collect();
                let answers = self.parts(parts, values);
                let is_there = names.is_empty() || names.iter().any(|it| answers.contains_key(*it));
                if is_there { vec![Json::Object(answers)] } else { Vec::new() }
            }
            Source::Column(from) => {
                let cells = split(from, &from.cell.value(values));
                cells.iter().filter_map(|cell| self.entry(from, kind, cell, values)).collect()
            }
        }
    }

    /// What a cell, or a part of one, becomes.
    fn entry(
        &mut self,
        from: &FromColumn,
        kind: Kind,
        cell: &Json,
        values: Values<'_>,
    ) -> Option<Json> {
        let text = text_of(cell);
        let fits = |key: &str, text: &str| can_take(from.keys, key, text);
        let said = from.words.iter().find_map(|words| words.read(&text, &fits));
        if let Some(each) = &from.each {
            if shows_nothing(&text) && !cell.is_object() {
                return None;
            }
            return match self.entries(each, kind, Values { entry: Some(cell), ..values }) {
                mut entries if entries.len() == 1 => entries.pop(),
                _ => None,
            };
        }
        let is_set = match kind {
            Kind::Mapping(_) => true,
            // One word, unless the table of words fills its keys.
            Kind::FreeOr(_) => said.iter().flatten().any(|(key, _)| !key.is_empty()),
            _ => false,
        };
        if is_set {
            return mapping(kind, said, text);
        }
        let text = match said {
            Some(said) => {
                let (own, beside): (Vec<_>, Vec<_>) =
                    said.into_iter().partition(|(key, _)| key.is_empty());
                self.asides.extend(beside);
                own.into_iter().map(|(_, text)| text).next_back().unwrap_or_default()
            }
            None => text,
        };
        if text.is_empty() {
            return None;
        }
        if let (Some(make), Kind::Term(axis)) = (&from.make, kind) {
            self.want(make, axis, &text, values);
        }
        Some(Json::String(text))
    }

    fn want(&mut self, make: &Make, axis: Axis, name: &str, values: Values<'_>) {
        let itself = Json::String(name.to_owned());
        let values = Values { entry: Some(&itself), ..values };
        let filled = |template: &Template| template.fill(values).filter(|text| !text.is_empty());
        self.wanted.push(Wanted {
            axis,
            name: name.to_owned(),
            parents: make.parents.iter().filter_map(filled).collect(),
            summary: make.summary.as_ref().and_then(filled),
        });
    }
}

/// Whether a key of a set can take a text: whether it is a date, a day or a time where it has to be one.
fn can_take(keys: &'static [Key], name: &str, text: &str) -> bool {
    match keys.iter().find(|key| key.name == name).map(|key| key.kind) {
        Some(Kind::Date) => dates::is_date(text),
        Some(Kind::Day) => series::is_day(text),
        Some(Kind::Time) => series::is_time(text),
        _ => true,
    }
}

/// The entries that a text gives: those of a column that is a list, or one to a line. Markdown keeps its lines.
fn list_of(template: &Template, kind: Kind, values: Values<'_>) -> Vec<String> {
    let column = template.only_column().and_then(|column| column.value(values));
    if let Some(Json::Array(entries)) = column {
        return entries.iter().map(text_of).filter(|text| !text.is_empty()).collect();
    }
    let Some(text) = template.fill(values) else { return Vec::new() };
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    match kind {
        Kind::Markdown => vec![text.clone()],
        _ => lines.map(str::to_owned).collect(),
    }
}

/// The cells in a cell.
fn split(from: &FromColumn, cell: &Json) -> Vec<Json> {
    match (cell, &from.split) {
        (Json::Array(entries), None) => entries.clone(),
        (Json::Object(_), None) => vec![cell.clone()],
        (_, separator) => {
            let text = text_of(cell);
            let separator = separator.as_deref().unwrap_or("\n");
            let parts = text.split(separator).map(str::trim).filter(|part| !part.is_empty());
            let parts: Vec<Json> = parts.map(|part| Json::String(part.to_owned())).collect();
            // A table of words may say what an empty cell means.
            if parts.is_empty() { vec![Json::String(String::new())] } else { parts }
        }
    }
}

/// An entry of a list of sets, from a text: the one key that each must have, and those that a table of words fills.
fn mapping(kind: Kind, said: Option<Vec<(String, String)>>, text: String) -> Option<Json> {
    let mut answers = Answers::new();
    let own = kind.keys().iter().find(|key| is_needed(key)).map_or("", |key| key.name);
    let said = said.unwrap_or_else(|| vec![(String::new(), text)]);
    for (key, text) in said.into_iter().filter(|(_, text)| !text.is_empty()) {
        set(&mut answers, if key.is_empty() { own } else { &key }, text);
    }
    answers.remove("");
    (!answers.is_empty()).then_some(Json::Object(answers))
}

/// A text as an entry.
fn whole(kind: Kind, text: String) -> Json {
    match kind.keys().iter().find(|key| is_needed(key)) {
        Some(key) => {
            let mut answers = Answers::new();
            set(&mut answers, key.name, text);
            Json::Object(answers)
        }
        None => Json::String(text),
    }
}
