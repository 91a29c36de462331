//! The largest lengths and numbers of a charter.

use super::schedule::{MOST_MONTHS, MOST_WEEKS};

/// Characters of the name of a group, or of a leader.
pub(super) const NAME: usize = 100;
/// Characters of the summary.
pub(super) const SUMMARY: usize = 200;
/// Series of meetings: more than any group has, and each costs time to work out.
pub(super) const SERIES: usize = 50;

/// Terms on one axis: more than any group needs to be found by, and each pair of them has a page.
pub(super) const TERMS: usize = 20;

/// The limits by their names: keys for lengths in characters, else what is counted.
pub const LIMITS: &[(&str, usize)] = &[
    ("name", NAME),
    ("summary", SUMMARY),
    ("leaders[].name", NAME),
    ("series", SERIES),
    ("terms", TERMS),
    ("weeks", MOST_WEEKS as usize),
    ("months", MOST_MONTHS as usize),
];
