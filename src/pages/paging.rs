//! How long pages are, and how a list is split into them.

/// How many groups are on one page of a list.
pub(super) const PAGE_LENGTH: usize = 50;

/// How many meetings are on one page of the calendar.
pub(super) const CALENDAR_LENGTH: usize = 100;

/// How many pages a list takes: at least one, so that an empty list can say so.
pub(super) fn page_count(entries: usize, length: usize) -> usize {
    entries.div_ceil(length).max(1)
}

/// What is on one page of a list of groups, pages counting from 1, and how many pages there are.
pub(super) fn page_of(groups: &[usize], number: usize) -> (&[usize], usize) {
    part_of(groups, number, PAGE_LENGTH)
}

/// What is on one page of a list, pages counting from 1, and how many pages there are.
pub(super) fn part_of<T>(entries: &[T], number: usize, length: usize) -> (&[T], usize) {
    let page = entries.chunks(length).nth(number - 1).unwrap_or_default();
    (page, page_count(entries.len(), length))
}
