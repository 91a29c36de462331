//! What a text means that is not the name of a time zone.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use strsim::osa_distance;

use super::name::{is_fixed, names};
use super::table::{NAMED, Named, ZERO};
use crate::config::fold;

/// What a text means.
#[derive(Clone, Copy, Debug)]
pub(super) enum Meaning {
    /// One place's time zone.
    Zone(&'static str),
    /// A time of the table.
    Named(&'static Named),
    /// So many minutes ahead of UTC.
    Offset(i32),
}

/// The areas whose zones are named after towns and islands.
pub(super) const AREAS: &[&str] =
    &["Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/"];

/// What some of them have in place of a town.
pub(super) const NO_TOWNS: &[&str] = &["act", "lhi", "north", "nsw", "south", "west"];

/// Endings that say no more than that a time is meant, in the order in which they go.
pub(super) const ENDINGS: &[&str] = &[
    " time zone",
    " timezone",
    " zone",
    " time",
    " standard",
    " daylight",
    " summer",
    " winter",
    " local",
];

/// A name of four letters or less is too short for a typing mistake: another letter makes another name.
pub(super) const SHORTEST: usize = 5;

/// A text as names are compared: in small letters, without accents, full stops and lines.
pub(super) fn key(text: &str) -> String {
    let text = text.replace('_', " ").replace('.', "").replace(['−', '–'], "-");
    fold(&text)
}

/// The zone whose whole name a text is but for case and for a space where it has a line, if it means no other.
pub(in crate::charter) fn but_for_case(typed: &str) -> Option<&'static str> {
    let text = key(typed);
    by_name(&text)
        .filter(|name| matches!(of_name(&text), Some(Meaning::Zone(zone)) if zone == *name))
}

/// What a text means: the whole of it, or the part before or in brackets, or else a typing mistake.
pub(super) fn meaning(typed: &str) -> Option<Meaning> {
    readings(typed).iter().find_map(|text| of_words(text)).or_else(|| slip(&key(typed)))
}

/// All that a text may mean: the whole of it, and the parts before and in brackets.
pub(super) fn meanings(typed: &str) -> impl Iterator<Item = Meaning> {
    readings(typed).into_iter().filter_map(|text| of_words(&text))
}

/// The whole of a text, and the parts before and in brackets.
fn readings(typed: &str) -> [String; 3] {
    let whole = key(typed);
    let (outside, inside) = match whole.split_once('(') {
        Some((before, rest)) => {
            let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
            (format!("{}{after}", before.trim_end()), inside.trim().to_owned())
        }
        None => (String::new(), String::new()),
    };
    [whole, outside.trim().to_owned(), inside]
}

fn of_words(text: &str) -> Option<Meaning> {
    let mut rest = text;
    if let Some(found) = of_name(rest) {
        return Some(found);
    }
    for ending in ENDINGS {
        if let Some(before) = rest.strip_suffix(ending) {
            rest = before;
            if let Some(found) = of_name(rest) {
                return Some(found);
            }
        }
    }
    beside_a_comma(rest).or_else(|| behind_a_line(rest))
}

fn of_name(text: &str) -> Option<Meaning> {
    let zone = || by_town(text).or_else(|| by_name(text)).map(Meaning::Zone);
    listed(text).map(Meaning::Named).or_else(zone).or_else(|| offset(text).map(Meaning::Offset))
}

/// A town beside the name of its country: `london, uk`. Not one of another country: `london, canada`.
fn beside_a_comma(text: &str) -> Option<Meaning> {
    let (town, country) = text.split_once(", ")?;
    let country = listed(country)?;
    let zone = match of_name(town)? {
        Meaning::Zone(zone) => zone,
        Meaning::Named(time) => time.only_zone()?,
        Meaning::Offset(_) => return None,
    };
    let fits = country.meanings.iter().any(|(_, zones)| zones.contains(&zone));
    fits.then_some(Meaning::Zone(zone))
}

/// A town behind the wrong continent, or behind the right one where no zone is named after it.
fn behind_a_line(text: &str) -> Option<Meaning> {
    let (_, town) = text.rsplit_once('/')?;
    listed(town).map(Meaning::Named).or_else(|| by_town(town).map(Meaning::Zone))
}

fn listed(text: &str) -> Option<&'static Named> {
    static LISTED: LazyLock<BTreeMap<&str, &Named>> = LazyLock::new(|| {
        NAMED.iter().flat_map(|time| time.names.iter().map(move |name| (*name, time))).collect()
    });
    LISTED.get(text).copied()
}

/// A zone that is no fixed one, by its whole name.
fn by_name(text: &str) -> Option<&'static str> {
    static NAMES: LazyLock<BTreeMap<String, &str>> = LazyLock::new(|| {
        let places = names().iter().filter(|name| !is_fixed(name));
        places.map(|name| (key(name), name.as_str())).collect()
    });
    NAMES.get(text).copied()
}

/// A zone by the town that it is named after, the first by its name where there are several.
fn by_town(text: &str) -> Option<&'static str> {
    towns().get(text).copied()
}

fn towns() -> &'static BTreeMap<String, &'static str> {
    static TOWNS: LazyLock<BTreeMap<String, &str>> = LazyLock::new(|| {
        let mut towns = BTreeMap::new();
        for name in names().iter().filter(|name| AREAS.iter().any(|area| name.starts_with(area))) {
            let town = key(name.rsplit('/').next().unwrap_or(name));
            if !NO_TOWNS.contains(&&*town) {
                towns.entry(town).or_insert(name.as_str());
            }
        }
        towns
    });
    &TOWNS
}

/// The zone whose town a text is, but for one letter, or for two of a long name.
fn slip(text: &str) -> Option<Meaning> {
    let town = text.rsplit('/').next().unwrap_or(text);
    let length = town.chars().count();
    if !(SHORTEST..=40).contains(&length) {
        return None;
    }
    let allowed = if length < 2 * SHORTEST { 1 } else { 2 };
    let near = |(name, zone): (&String, &&'static str)| {
        let distance = osa_distance(town, name);
        (distance <= allowed && name.chars().count() >= SHORTEST).then_some((distance, *zone))
    };
    towns().iter().filter_map(near).min().map(|(_, zone)| Meaning::Zone(zone))
}

/// The minutes by which a clock is ahead of UTC: `gmt+2`, `utc-3:30`, `+0530`, `utc`.
fn offset(text: &str) -> Option<i32> {
    if ZERO.split(", ").any(|zero| zero == text) {
        return Some(0);
    }
    let rest = text.strip_prefix("utc").or_else(|| text.strip_prefix("gmt")).unwrap_or(text);
    let rest = rest.trim_start();
    let (sign, digits) = match rest.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, rest.strip_prefix('-')?),
    };
    let digits = digits.trim_start();
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() > 2 => digits.split_at_checked(digits.len() - 2)?,
        None => (digits, "00"),
    };
    let number = |digits: &str, least: usize| {
        let fits =
            (least..=2).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
        fits.then(|| digits.parse::<i32>().ok())?
    };
    Some(sign * (number(hours, 1)? * 60 + number(minutes, 2)?))
}
