//! The largest lengths and numbers of a charter.

/// Characters of the name of a group, or of a leader.
pub(super) const NAME: usize = 100;
/// Characters of the summary.
pub(super) const SUMMARY: usize = 200;
/// Leaders: their names are on every card of their group.
pub(super) const LEADERS: usize = 20;
/// Series of meetings: more than any group has, and each costs time to work out.
pub(super) const SERIES: usize = 50;
/// Dates of a series, and dates that it skips: each date is in every calendar that has its group.
pub(crate) const DATES: usize = 100;
/// Dates that all series list, leave out and move together.
pub const ALL_DATES: usize = 500;
/// Characters of a part of a place, and of a series in words: they are in every calendar and on every card.
pub(super) const SHORT_TEXT: usize = 200;

/// Terms on one axis: more than any group needs to be found by, and each pair of them has a page.
pub(super) const TERMS: usize = 20;
/// Links of a group: each is a button on its page.
pub(super) const LINKS: usize = 20;
/// Related groups: each is on the other's page too.
pub(super) const RELATED: usize = 20;
/// Digits of a sum, before its decimals.
pub(super) const SUM_DIGITS: u32 = 7;
