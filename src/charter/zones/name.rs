//! The names of time zones.

use std::sync::LazyLock;

use jiff::tz::TimeZone;

use super::table;

/// The names of all time zones (IANA), sorted.
pub fn names() -> &'static [String] {
    static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
        let names = jiff::tz::db().available().map(|name| name.as_str().to_owned());
        let mut names: Vec<String> = names.filter(|name| named(name).is_some()).collect();
        names.sort_unstable();
        names
    });
    &NAMES
}

/// A zone by its name, in the right case.
pub(in crate::charter) fn named(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok().filter(|zone| zone.iana_name() == Some(name))
}

/// Whether a zone keeps one distance from UTC all year and names no place.
pub fn is_fixed(name: &str) -> bool {
    name.starts_with("Etc/") || table::FIXED.split(' ').any(|fixed| fixed == name)
}
