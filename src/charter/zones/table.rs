//! What people type for a time zone, and the places that they mean by it: the one list of such names.

use std::str::Lines;
use std::sync::LazyLock;

/// A time that people have names for.
#[derive(Debug)]
pub(super) struct Named {
    /// The names, as [`key`](super::key) makes them: small letters, without `time` and `standard time`.
    pub(super) names: Vec<&'static str>,
    /// What the names mean: where it is the time, and zones to type for it, the best known first. The first word
    /// is read after `for`, and only where there are several meanings.
    pub(super) meanings: Vec<(&'static str, Vec<&'static str>)>,
}

impl Named {
    /// The one zone that its names mean, if there is only one.
    pub(super) fn only_zone(&self) -> Option<&'static str> {
        let [(_, zones)] = self.meanings.as_slice() else { return None };
        zones.first().copied().filter(|_| zones.len() == 1)
    }
}

/// All of them.
pub(super) static NAMED: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let lines = include_str!("names.txt").lines().filter(|line| !line.starts_with('#'));
    let named = lines.filter_map(|line| line.split_once(" = ")).map(|(names, meanings)| Named {
        names: names.split(", ").collect(),
        meanings: meanings
            .split("; ")
            .filter_map(|meaning| meaning.split_once(": "))
            .map(|(place, zones)| (place, zones.split(", ").collect()))
            .collect(),
    });
    named.collect()
});

/// Well-known places, from which some are offered where only the offset from UTC is known.
pub(super) fn places<'a>() -> Lines<'a> {
    include_str!("places.txt").lines()
}

/// Zones that name no place and keep one distance from UTC all year; so do those below `Etc/`.
pub(super) const FIXED: &str =
    "EST MST HST GMT GMT0 GMT+0 GMT-0 Greenwich UTC UCT Universal Zulu Factory";

/// Those that a group which goes by UTC itself may well mean.
pub(super) const UNIVERSAL: &str = "UTC UCT Universal Zulu Etc/UTC Etc/UCT Etc/Universal Etc/Zulu";

/// The names of UTC itself, as [`key`](super::key) makes it.
pub(super) const ZERO: &str = "utc, gmt, zulu, greenwich, greenwich mean time, universal time, \
                               coordinated universal time";
