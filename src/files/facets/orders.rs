//! The orders, other than by name, in which groups can be listed.

use std::cmp::Reverse;

use rayon::prelude::*;
use serde::Serialize;

use super::VERSION;
use super::digits::Digits;
use crate::charter::{Charter, Series};
use crate::directory::Directory;
use crate::files::json_text;

/// How many coming meeting days of each group are listed: when the first is past, the next one counts.
const NEXT_DAYS: usize = 3;

/// How far ahead a meeting day may lie, in days: what two digits hold.
const FARTHEST: usize = 8_000;

/// A file of orders.
#[derive(Serialize)]
struct Orders {
    version: u32,
    /// The day from which `next` counts.
    today: String,
    /// All groups, the one that was founded last first; those that do not say it last.
    newest: Digits,
    /// For each group its next [`NEXT_DAYS`] meeting days: how many days after `today`, plus one. 0 for
    /// none.
    next: Digits,
}

/// The orders of all current groups, as JSON.
pub(super) fn orders(directory: &Directory) -> String {
    let charters: Vec<&Charter> =
        directory.current().iter().map(|group| &*directory.groups()[*group]).collect();
    let mut newest: Vec<usize> = (0..charters.len()).collect();
    newest.sort_by_key(|group| Reverse(charters[*group].founded));
    let next: Vec<[usize; NEXT_DAYS]> =
        charters.par_iter().map(|charter| next_days(directory, charter)).collect();
    json_text(&Orders {
        version: VERSION,
        today: directory.today.to_string(),
        newest: Digits::write(charters.len(), newest.into_iter()),
        next: Digits::write(FARTHEST, next.into_iter().flatten()),
    })
}

fn next_days(directory: &Directory, charter: &Charter) -> [usize; NEXT_DAYS] {
    let coming =
        |series: &Series| series.days_from(directory.today).take(NEXT_DAYS).collect::<Vec<_>>();
    let mut days: Vec<_> = charter.meetings.iter().flat_map(coming).collect();
    days.sort_unstable();
    days.dedup();
    let after = |day| {
        let days = directory.today.until(day).ok()?.get_days();
        usize::try_from(days).ok().map(|days| days + 1).filter(|days| *days < FARTHEST)
    };
    let mut next = [0; NEXT_DAYS];
    for (place, day) in next.iter_mut().zip(days.into_iter().filter_map(after)) {
        *place = day;
    }
    next
}
