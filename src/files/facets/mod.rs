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

mod columns;
mod digits;
mod facts;
mod orders;
mod sets;
mod times;
mod typed;
mod week;

use rayon::prelude::*;
use serde::Serialize;

use self::columns::{Column, columns};
use self::digits::Digits;
use self::facts::Facts;
use self::sets::Sets;
use self::week::{Week, week};
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

/// The orders, other than by name, in which lists can be shown.
pub(super) const ORDERS: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| add(Address::data(outline.directory, "orders.json"), 0),
    make: |site, _| Ok(orders::orders(site.directory)),
};

/// The version of the files' format. It changes when an older script could not read them.
const VERSION: u32 = 2;

/// A file of facets.
#[derive(Serialize)]
struct File<'a> {
    version: u32,
    /// How many groups there are to filter.
    groups: usize,
    /// How many cards are in one file of cards.
    cards: usize,
    /// How many series each group has, one at least. The series are numbered in the order of their groups.
    series: Digits,
    facets: Vec<Facet<'a>>,
    week: Week<'a>,
}

/// One way to choose.
#[derive(Serialize)]
struct Facet<'a> {
    id: &'static str,
    name: &'a str,
    choices: &'a [columns::Choice],
    /// Whether it must hold of one series together with the others that are joined.
    joined: bool,
    /// What each group has, or each series where it is joined. The browser works out what is not here.
    #[serde(flatten)]
    has: Option<Sets<'a>>,
}

/// The facets of all current groups, as JSON.
fn facets(directory: &Directory) -> String {
    let groups = directory.current();
    let facts: Vec<Facts> = groups.par_iter().map(|group| Facts::of(directory, *group)).collect();
    let counts = facts.iter().map(|facts| facts.series.len());
    let most = counts.clone().max().unwrap_or_default();
    let series: Vec<_> = facts.iter().flat_map(|facts| &facts.series).collect();
    let columns = columns(directory, &facts);
    json_text(&File {
        version: VERSION,
        groups: groups.len(),
        cards: CARDS_LENGTH,
        series: Digits::write(most + 1, counts),
        facets: columns.par_iter().map(facet).collect(),
        week: week(&directory.config.settings.words, directory.today, &series),
    })
}

fn facet(column: &Column) -> Facet<'_> {
    let Column { id, name, choices, is_joined, rows } = column;
    let has = rows.as_ref().map(|rows| Sets::of(rows.iter().map(Vec::as_slice)));
    Facet { id, name, choices, joined: *is_joined, has }
}
