//! The map: for each key of a charter, where it comes from.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::template::{Column, Template, Values};
use super::words::Words;
use crate::charter::{Key, Kind, Need};

/// The name of the text below the front matter, which is no key of it.
pub(super) const ABOUT: &str = "about";

/// A map that can be followed: every column in it is there, and every key.
#[derive(Debug)]
pub struct Map {
    /// What the name of a charter's file is made of. The group's name, if nothing else.
    pub(super) file: Option<Template>,
    /// How dates such as 04/05/2026 are read.
    pub(super) order: Option<DateOrder>,
    /// The keys of a charter.
    pub(super) charter: Vec<Part>,
    /// Columns that are used, or left out on purpose, by their paths.
    pub(super) used: BTreeSet<String>,
}

/// Whether the day or the month comes first in a date that ends with the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// A key and where it comes from.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// Whether the set of keys that it is in is nothing without it.
    pub(super) is_needed: bool,
    pub(super) source: Source,
}

/// Where a value comes from.
#[derive(Debug)]
pub(super) enum Source {
    /// A text, in which columns may fill gaps.
    Text(Template),
    /// A column with something to be done to it.
    Column(Box<FromColumn>),
    /// Several sources, each of which gives an entry, or a list of them.
    List(Vec<Self>),
    /// A set of keys.
    Parts(Vec<Part>),
}

/// A column and what is to be done with its cells.
#[derive(Debug)]
pub(super) struct FromColumn {
    /// The column, or several in a text.
    pub(super) cell: Cell,
    /// What parts the entries in a cell.
    pub(super) split: Option<String>,
    /// What its words mean. The first line that fits counts.
    pub(super) words: Vec<Words>,
    /// The keys that the table of words may fill.
    pub(super) keys: &'static [Key],
    /// What each entry becomes, where it is more than a text.
    pub(super) each: Option<Source>,
    /// How its terms are made where the directory does not have them.
    pub(super) make: Option<Make>,
}

/// Where a cell comes from.
#[derive(Debug)]
pub(super) enum Cell {
    Column(Column),
    Text(Template),
}

/// How terms are made.
#[derive(Debug)]
pub(super) struct Make {
    /// The names of the terms above, the nearest first.
    pub(super) parents: Vec<Template>,
    /// One line about the term.
    pub(super) summary: Option<Template>,
}

impl Cell {
    /// What is in it.
    pub(super) fn value(&self, values: Values<'_>) -> Json {
        match self {
            Self::Column(column) => column.value(values).cloned().unwrap_or(Json::Null),
            Self::Text(template) => template.fill(values).map_or(Json::Null, Json::String),
        }
    }
}

/// Whether the set that a key is in is nothing without it, whatever the directory insists on.
pub(super) fn is_needed(key: &Key) -> bool {
    matches!(key.need, Need::Required(_))
}

impl Part {
    pub(super) fn of_key(key: &'static Key, source: Source) -> Self {
        Self { name: key.name, kind: key.kind, is_needed: is_needed(key), source }
    }

    pub(super) fn about(source: Source) -> Self {
        Self { name: ABOUT, kind: Kind::Markdown, is_needed: false, source }
    }
}

impl Source {
    /// Whether anything in it comes from a column.
    pub(super) fn has_columns(&self) -> bool {
        match self {
            Self::Text(template) => template.has_columns(),
            Self::Column(_) => true,
            Self::List(entries) => entries.iter().any(Self::has_columns),
            Self::Parts(parts) => parts.iter().any(|part| part.source.has_columns()),
        }
    }
}
