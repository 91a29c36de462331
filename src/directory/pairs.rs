//! Two terms at once: which groups have a term of one axis and a term of another.

use std::collections::BTreeMap;

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

/// The groups of every pair of terms that some group has.
///
/// Both terms are of the first level, and have the groups of the terms below them. So the number of pairs depends on the
/// first levels alone, whatever is below them.
#[derive(Debug)]
pub(super) struct Pairs(BTreeMap<Pair, Vec<usize>>);

impl Pairs {
    /// Sorts groups, given with their positions.
    pub(super) fn sort<'a>(
        vocabulary: &Vocabulary,
        groups: impl Iterator<Item = (usize, &'a Charter)>,
    ) -> Self {
        let mut pairs: BTreeMap<Pair, Vec<usize>> = BTreeMap::new();
        for (group, charter) in groups {
            let first_levels = Axis::ALL.map(|axis| {
                let terms = vocabulary.all_with_above(axis, charter.terms_on(axis)).into_iter();
                terms
                    .filter(|term| vocabulary.terms(axis)[*term].parent.is_none())
                    .map(|position| TermRef { axis, position })
                    .collect::<Vec<_>>()
            });
            for (one, other) in AXES {
                for first in &first_levels[one as usize] {
                    for second in &first_levels[other as usize] {
                        let pair = Pair { first: *first, second: *second };
                        pairs.entry(pair).or_default().push(group);
                    }
                }
            }
        }
        Self(pairs)
    }

    /// The positions of the groups that have both terms, in the order in which they were given.
    pub(super) fn groups(&self, pair: Pair) -> &[usize] {
        self.0.get(&pair).map_or(&[], Vec::as_slice)
    }

    /// The pairs that some group has, in order.
    pub(super) fn filled(&self) -> impl Iterator<Item = Pair> {
        self.0.keys().copied()
    }
}
