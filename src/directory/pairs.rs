//! Two terms at once: which groups have a term of one axis and a term of another.

use crate::charter::Charter;
use crate::config::{Axis, Vocabulary};

/// A term: its axis, and its position among the terms of that axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermRef {
    /// Its axis.
    pub axis: Axis,
    /// Its position in the vocabulary.
    pub position: usize,
}

/// Two terms of different axes, in the order of the axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The term of the axis that comes first.
    pub first: TermRef,
    /// The term of the other axis.
    pub second: TermRef,
}

impl Pair {
    /// Two terms in either order. `None` for terms of one axis.
    pub fn of(one: TermRef, other: TermRef) -> Option<Self> {
        match one.axis.cmp(&other.axis) {
            std::cmp::Ordering::Less => Some(Self { first: one, second: other }),
            std::cmp::Ordering::Greater => Some(Self { first: other, second: one }),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// The axes that a pair may have.
const AXES: [(Axis, Axis); 3] =
    [(Axis::Field, Axis::Subject), (Axis::Field, Axis::Domain), (Axis::Subject, Axis::Domain)];

/// The groups of every pair of terms, as a table for each pair of axes.
#[derive(Debug)]
pub(super) struct Pairs([Table; 3]);

#[derive(Debug)]
struct Table {
    axes: (Axis, Axis),
    columns: usize,
    cells: Vec<Vec<usize>>,
}

impl Pairs {
    /// Sorts groups, given with their positions, into the tables.
    pub(super) fn sort<'a>(
        vocabulary: &Vocabulary,
        groups: impl Iterator<Item = (usize, &'a Charter)>,
    ) -> Self {
        let mut tables = AXES.map(|axes| {
            let columns = vocabulary.terms(axes.1).len();
            let cells = vec![Vec::new(); vocabulary.terms(axes.0).len() * columns];
            Table { axes, columns, cells }
        });
        for (group, charter) in groups {
            for table in &mut tables {
                for first in charter.terms_on(table.axes.0) {
                    for second in charter.terms_on(table.axes.1) {
                        table.cells[first * table.columns + second].push(group);
                    }
                }
            }
        }
        Self(tables)
    }

    /// The positions of the groups that have both terms, in the order in which they were given.
    pub(super) fn groups(&self, pair: Pair) -> &[usize] {
        let axes = (pair.first.axis, pair.second.axis);
        let table = self.0.iter().find(|table| table.axes == axes);
        table.map_or(&[], |table| {
            &table.cells[pair.first.position * table.columns + pair.second.position]
        })
    }

    /// The pairs that some group has, in order.
    pub(super) fn filled(&self) -> impl Iterator<Item = Pair> {
        self.0.iter().flat_map(|table| {
            let filled = table.cells.iter().enumerate().filter(|(_, groups)| !groups.is_empty());
            filled.map(|(cell, _)| Pair {
                first: TermRef { axis: table.axes.0, position: cell / table.columns },
                second: TermRef { axis: table.axes.1, position: cell % table.columns },
            })
        })
    }
}
