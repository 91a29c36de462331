//! What the filters of a list choose by, as files that a browser reads.
//!
//! One filters the groups that one could join: those that are current. They are numbered by name, as
//! [`Directory::current`] has them. [`FACETS`] gives for each
//! facet (subject, membership, country …) its choices and, for each group, which of them it has;
//! [`ORDERS`] gives the orders other than by name. Both are made so that 10,000 groups take a few tens of
//! kilobytes: a group's choices are one digit or two in a text, which [`digits`] writes.
//!
//! Where and when a group meets must hold of one of its series together. The facets that are joined so give the choices
//! of each series, and [`week`] its days and its start.
//!
//! The filters read all of it. The search needs no facets of terms, and seldom the week: so these are files of their own,
//! [`TERMS`] and [`WEEK`].

mod columns;
mod digits;
mod facts;
mod orders;
mod sets;
mod times;
mod typed;
mod week;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use self::columns::{Column, columns, of_terms};
use self::digits::Digits;
use self::facts::{Facts, numbered};
use self::sets::Sets;
use self::times::{Times, times};
use self::week::week;
use super::{CARDS_LENGTH, JSON, json_text};
use crate::directory::Directory;
use crate::pages::{Address, FileKind};

pub(super) use self::typed::{Typed, meant, near};

/// What the filters choose by.
pub(super) const FACETS: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| add(Address::data(outline.directory, "facets.json"), 0),
    make: |site, _| Ok(facets(site.directory)),
};

/// Which terms each group has.
pub(super) const TERMS: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| add(Address::data(outline.directory, "terms.json"), 0),
    make: |site, _| Ok(terms(site.directory)),
};

/// When each series meets.
pub(super) const WEEK: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| add(Address::data(outline.directory, "week.json"), 0),
    make: |site, _| Ok(times_of_series(site.directory)),
};

/// The orders, other than by name, in which lists can be shown.
pub(super) const ORDERS: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| add(Address::data(outline.directory, "orders.json"), 0),
    make: |site, _| Ok(orders::orders(site.directory)),
};

/// A file of facets.
#[derive(Serialize)]
struct File<'a> {
    /// How many groups there are to filter.
    groups: usize,
    /// How many cards are in one file of cards.
    cards: usize,
    /// How many series each group has, one at least. The series are numbered in the order of their groups.
    series: Digits,
    facets: Vec<Facet<'a>>,
}

/// One way to choose.
#[derive(Serialize)]
struct Facet<'a> {
    id: &'static str,
    name: &'a str,
    choices: &'a [columns::Choice],
    /// Whether it must hold of one series together with the others that are joined.
    joined: bool,
    /// What each group has, or each series where it is joined. Terms are in a file of their own, and what depends on the
    /// week the browser works out.
    #[serde(flatten)]
    has: Option<Sets<'a>>,
}

/// The facets of all current groups, as JSON.
fn facets(directory: &Directory) -> String {
    let facts: Vec<Facts> =
        directory.current().par_iter().map(|group| Facts::of(directory, *group)).collect();
    let counts = facts.iter().map(|facts| facts.series.len());
    let most = counts.clone().max().unwrap_or_default();
    let columns = columns(directory, &facts);
    json_text(&File {
        groups: facts.len(),
        cards: CARDS_LENGTH,
        series: Digits::write(most + 1, counts),
        facets: columns.par_iter().map(facet).collect(),
    })
}

fn facet(column: &Column) -> Facet<'_> {
    let Column { id, name, choices, is_joined, .. } = column;
    let has = if column.is_of_terms() { None } else { column.sets() };
    Facet { id, name, choices, joined: *is_joined, has }
}

/// What each current group has of the facets of terms, as JSON.
fn terms(directory: &Directory) -> String {
    let columns: Vec<Column> = of_terms(directory).collect();
    let sets: BTreeMap<_, _> = columns.iter().map(|column| (column.id, column.sets())).collect();
    json_text(&sets)
}

/// When the series of all current groups meet, as JSON.
fn times_of_series(directory: &Directory) -> String {
    let of_group = |group: &usize| {
        let series = numbered(&directory.groups()[*group], directory.today).into_iter();
        series.map(|series| series.and_then(|series| times(series, directory.today)))
    };
    let series: Vec<Option<Times>> =
        directory.current().par_iter().flat_map_iter(of_group).collect();
    json_text(&week(&directory.config.settings.words, &series))
}
