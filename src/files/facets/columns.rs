//! The facets, and which choices each group or each of its series has.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::facts::{Facts, SeriesFacts};
use super::sets::Sets;
use super::week;
use crate::config::Axis;
use crate::directory::Directory;
use crate::words::Words;

/// What one can choose.
#[derive(Debug, Serialize)]
pub(super) struct Choice {
    /// How an address says it: `online`.
    pub(super) id: String,
    /// How people say it: `Online`.
    pub(super) name: String,
    /// The position of the choice above it, for a term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) parent: Option<usize>,
}

impl Choice {
    fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), parent: None }
    }
}

/// A facet with what each of its rows has of it.
#[derive(Debug)]
pub(super) struct Column {
    /// How an address says it: `where`.
    pub(super) id: &'static str,
    /// How people say it: `Online or in person`.
    pub(super) name: String,
    /// What one can choose.
    pub(super) choices: Vec<Choice>,
    /// Whether its rows are the series of the groups, and not the groups.
    pub(super) is_joined: bool,
    /// For each row the positions of its choices, sorted. None where they depend on who looks.
    pub(super) rows: Option<Vec<Vec<u16>>>,
}

impl Column {
    /// Whether any of its rows has a choice, or may have one.
    fn has_any(&self) -> bool {
        self.rows.as_ref().is_none_or(|rows| rows.iter().any(|choices| !choices.is_empty()))
    }

    /// Whether its choices are terms.
    pub(super) fn is_of_terms(&self) -> bool {
        Axis::ALL.iter().any(|axis| axis.facet() == self.id)
    }

    /// What each of its rows has.
    pub(super) fn sets(&self) -> Option<Sets<'_>> {
        self.rows.as_ref().map(|rows| Sets::of(rows.iter().map(Vec::as_slice)))
    }
}

/// All facets, in the order in which they are shown. One in which nothing has a choice is left out.
pub(super) fn columns(directory: &Directory, facts: &[Facts]) -> Vec<Column> {
    let words = &directory.config.settings.words;
    let series: Vec<&SeriesFacts> = facts.iter().flat_map(|facts| &facts.series).collect();
    let facts: Vec<&Facts> = facts.iter().collect();
    let mut columns = vec![
        free(words),
        joined(fixed(words, "where", "facet-where", WHERE, &series, |series| series.modes.clone())),
        joined(named(words, "country", "facet-country", &series, |series| &series.countries)),
        joined(named(words, "region", "facet-region", &series, |series| &series.regions)),
        joined(named(words, "town", "facet-town", &series, |series| &series.towns)),
        fixed(words, "cost", "facet-cost", COST, &facts, |facts| one(facts.cost)),
        named(words, "language", "facet-language", &facts, |facts| &facts.language),
        fixed(words, "size", "facet-size", SIZE, &facts, |facts| one(facts.size)),
        fixed(words, "membership", "facet-membership", MEMBERSHIP, &facts, |facts| {
            one(facts.membership)
        }),
        fixed(words, "places", "facet-places", PLACES, &facts, |facts| one(facts.places)),
    ];
    columns.extend(of_terms(directory));
    columns.retain(Column::has_any);
    columns
}

/// The facets of terms, one for each axis of which some group has one.
pub(super) fn of_terms(directory: &Directory) -> impl Iterator<Item = Column> {
    Axis::ALL.into_iter().map(|axis| terms(directory, axis)).filter(Column::has_any)
}

/// A choice of a facet whose choices are always the same.
pub(super) struct Fixed {
    /// How an address says it: `waiting-list`.
    pub(super) id: &'static str,
    /// The key of its name.
    pub(super) name: &'static str,
    /// The key of what people type for it.
    pub(super) typed: &'static str,
}

const fn choice(id: &'static str, name: &'static str, typed: &'static str) -> Fixed {
    Fixed { id, name, typed }
}

pub(super) const PLACES: &[Fixed] = &[
    choice("open", "places-open", "typed-places-open"),
    choice("waiting-list", "places-waiting-list", "typed-places-waiting-list"),
    choice("full", "places-full", "typed-places-full"),
];
pub(super) const WHERE: &[Fixed] = &[
    choice("online", "mode-online", "typed-where-online"),
    choice("in-person", "mode-in-person", "typed-where-in-person"),
];
pub(super) const MEMBERSHIP: &[Fixed] = &[
    choice("open", "membership-open", "typed-membership-open"),
    choice("closed", "membership-closed", "typed-membership-closed"),
];
pub(super) const SIZE: &[Fixed] = &[
    choice("small", "facet-size-small", "typed-size-small"),
    choice("medium", "facet-size-medium", "typed-size-medium"),
    choice("large", "facet-size-large", "typed-size-large"),
];
pub(super) const COST: &[Fixed] = &[
    choice("free", "costs-free", "typed-cost-free"),
    choice("paid", "facet-cost-paid", "typed-cost-paid"),
];

fn one(choice: Option<u16>) -> Vec<u16> {
    choice.into_iter().collect()
}

/// A facet that must hold of one series together with the others of its kind.
fn joined(column: Column) -> Column {
    Column { is_joined: true, ..column }
}

/// The times of the week at which a visitor is free. Which of them a series has depends on the visitor's time zone.
fn free(words: &Words) -> Column {
    let choices = week::cells(words).map(|(id, name)| Choice::new(id, name)).collect();
    let name = words.get("facet-free").to_owned();
    Column { id: "free", name, choices, is_joined: true, rows: None }
}

/// A facet whose choices are always the same. Those that no group has are shown too: they say what
/// could be.
fn fixed<T>(
    words: &Words,
    id: &'static str,
    name: &str,
    choices: &[Fixed],
    facts: &[&T],
    of: impl Fn(&T) -> Vec<u16>,
) -> Column {
    let choice = |choice: &Fixed| Choice::new(choice.id, words.get(choice.name));
    Column {
        id,
        name: words.get(name).to_owned(),
        choices: choices.iter().map(choice).collect(),
        is_joined: false,
        rows: Some(facts.iter().map(|facts| of(facts)).collect()),
    }
}

/// A facet whose choices are what the groups write, sorted by their folded names.
fn named<T: Sync>(
    words: &Words,
    id: &'static str,
    name: &str,
    facts: &[&T],
    of: impl Fn(&T) -> &BTreeMap<String, String> + Sync,
) -> Column {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for (folded, name) in facts.iter().flat_map(|facts| of(facts)) {
        names.entry(folded).or_insert(name);
    }
    let folded: Vec<&str> = names.keys().copied().collect();
    let position = |name: &str| folded.partition_point(|other| *other < name);
    let rows = facts.par_iter().map(|facts| {
        of(facts).keys().filter_map(|name| u16::try_from(position(name)).ok()).collect()
    });
    let rows = Some(rows.collect());
    let name = words.get(name).to_owned();
    let choices = names.iter().map(|(id, name)| Choice::new(*id, *name)).collect();
    Column { id, name, choices, is_joined: false, rows }
}

/// The terms of an axis that some current group has, each followed by those below it. A group has the terms above its
/// own too.
fn terms(directory: &Directory, axis: Axis) -> Column {
    let all = directory.config.vocabulary.terms(axis);
    let current = |term| directory.current_of(directory.with_term(axis, term));
    let used: Vec<usize> = (0..all.len()).filter(|term| !current(*term).is_empty()).collect();
    let position = |term: usize| used.partition_point(|other| *other < term);
    let choices = used.iter().map(|term| {
        let term = &all[*term];
        let parent = term.parent.map(position); // which is in use, as its groups include those of this term
        Choice { id: term.id.clone(), name: term.name.clone(), parent }
    });
    let rows = directory.current().par_iter().map(|group| {
        let terms = directory.terms_of(*group, axis).into_iter();
        terms.filter_map(|term| u16::try_from(position(term)).ok()).collect()
    });
    let name = axis.label(&directory.config.settings.words);
    let (choices, rows) = (choices.collect(), Some(rows.collect()));
    Column { id: axis.facet(), name, choices, is_joined: false, rows }
}
