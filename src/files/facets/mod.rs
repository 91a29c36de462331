//! What the filters of a list choose by, as files that a browser reads.
//!
//! One filters the groups that one could join: those that are current. They are numbered by name, as
//! [`Directory::current`] has them. [`FACETS`] gives for each
//! facet (subject, membership, weekday …) its choices and, for each group, which of them it has;
//! [`ORDERS`] gives the orders other than by name. Both are made so that 10,000 groups take a few tens of
//! kilobytes: a group's choices are one digit or two in a text, which [`digits`] writes.

mod columns;
mod digits;
mod orders;

use rayon::prelude::*;
use serde::Serialize;

use self::columns::{Column, columns};
use self::digits::Digits;
use super::{CARDS_LENGTH, JSON, json_text};
use crate::directory::Directory;
use crate::pages::{Address, FileKind};

/// What the filters choose by.
pub(super) const FACETS: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| add(Address::data(outline.directory, "facets.json"), 0),
    make: |site, _| Ok(facets(site.directory)),
};

/// The orders, other than by name, in which lists can be shown.
pub(super) const ORDERS: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| add(Address::data(outline.directory, "orders.json"), 0),
    make: |site, _| Ok(orders::orders(site.directory)),
};

/// The version of the files' format. It changes when an older script could not read them.
const VERSION: u32 = 1;

/// A file of facets.
#[derive(Serialize)]
struct File<'a> {
    version: u32,
    /// How many groups there are to filter.
    groups: usize,
    /// How many cards are in one file of cards.
    cards: usize,
    facets: Vec<Facet<'a>>,
}

/// One way to choose.
#[derive(Serialize)]
struct Facet<'a> {
    id: &'static str,
    name: &'a str,
    choices: &'a [columns::Choice],
    /// Every combination of choices that some group has, by their positions.
    sets: Vec<&'a [u16]>,
    /// For each group the position of its combination.
    values: Digits,
}

/// The facets of all current groups, as JSON.
fn facets(directory: &Directory) -> String {
    let columns = columns(directory);
    let facets = columns.par_iter().map(facet).collect();
    let groups = directory.current().len();
    json_text(&File { version: VERSION, groups, cards: CARDS_LENGTH, facets })
}

fn facet(column: &Column) -> Facet<'_> {
    let mut sets: Vec<&[u16]> = column.groups.iter().map(Vec::as_slice).collect();
    sets.sort_unstable();
    sets.dedup();
    let position = |group: &Vec<u16>| sets.partition_point(|set| *set < group.as_slice());
    let values = Digits::write(sets.len(), column.groups.iter().map(position));
    Facet { id: column.id, name: &column.name, choices: &column.choices, sets, values }
}
