//! Sets of numbers, of which many rows have the same.

use serde::Serialize;

use super::digits::Digits;

/// Sets of numbers, each written once.
#[derive(Serialize)]
pub(super) struct Sets<'a> {
    /// Every set that there is.
    sets: Vec<&'a [u16]>,
    /// The position of each row's set.
    values: Digits,
}

impl<'a> Sets<'a> {
    pub(super) fn of(rows: impl Iterator<Item = &'a [u16]> + Clone) -> Self {
        let mut sets: Vec<&[u16]> = rows.clone().collect();
        sets.sort_unstable();
        sets.dedup();
        let values = rows.map(|row| sets.partition_point(|set| *set < row));
        Self { values: Digits::write(sets.len(), values), sets }
    }
}
