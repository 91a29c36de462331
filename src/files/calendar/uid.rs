//! The names of events (`UID`, RFC 5545, section 3.8.4.7), by which programs know an event again that they have.
//!
//! A name is made of what stays when days, times, places, and the address of the group change, with dots between:
//!
//! 1. The group's first id: the oldest of its earlier ids, which stands first, else its own.
//! 2. The `id` of the series. Of those without one, the first is `main`, unless another has that id, and the others
//!    are `_2`, `_3` …, after their place in the charter. No id contains a dot or a `_`.
//! 3. Where a series is written as several rules, `2`, `3` … after the place of the second and the third: another
//!    weekday keeps it.
//! 4. For a meeting that is an event by itself, the day that it has by the rule or in the list, such as `20261208`,
//!    which it keeps when it is moved.
//!
//! The host of the site follows after an `@`.

use jiff::civil::Date;

use super::zones::basic;
use crate::charter::{Charter, MAIN_SERIES};

/// The names of a group's series, in their order.
pub(super) fn of_series(charter: &Charter) -> impl Iterator<Item = String> {
    let group = charter.aliases.iter().find(|alias| !alias.starts_with('/'));
    let group = group.unwrap_or(&charter.id);
    let has_main = charter.meetings.iter().any(|series| series.id.as_deref() == Some(MAIN_SERIES));
    let main = charter.meetings.iter().position(|series| series.id.is_none() && !has_main);
    charter.meetings.iter().enumerate().map(move |(position, series)| match &series.id {
        Some(id) => format!("{group}.{id}"),
        None if main == Some(position) => format!("{group}.{MAIN_SERIES}"),
        None => format!("{group}._{}", position + 1),
    })
}

/// The name of the rule at a place, from 1, among those of a series.
pub(super) fn of_rule(series: &str, place: usize) -> String {
    if place == 1 { series.to_owned() } else { format!("{series}.{place}") }
}

/// The name of a meeting by itself, by the day that it has before any move.
pub(super) fn of_meeting(series: &str, day: Date) -> String {
    format!("{series}.{}", basic(day))
}
