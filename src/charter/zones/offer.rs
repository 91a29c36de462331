//! Which places to offer for a time.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::meaning::{Meaning, meanings};
use super::table::{NAMED, Named, UNIVERSAL, places};
use super::{is_fixed, named};
use crate::charter::schedule::number_words;
use crate::diagnostic::join_words;
use crate::text::join;

/// How many places are offered for one time.
const MOST: usize = 4;
/// How many of them for what their clocks are in summer alone, where no group uses them.
const OF_SUMMER: usize = 2;

/// The places that can be offered on a day.
#[derive(Debug)]
pub struct Offers<'a> {
    today: Date,
    /// The zones that groups use, which are offered first.
    used: &'a BTreeSet<String>,
}

impl<'a> Offers<'a> {
    /// Offers on a day, the zones in use before all others.
    pub fn new(today: Date, used: &'a BTreeSet<String>) -> Self {
        Self { today, used }
    }

    /// The zone that a text means, where it can mean one only, or several that keep the same clocks: `CET`, `PT
    /// (Pacific Time)`, `EST (Eastern Time)`. Of several, one that groups use, or else the best known.
    pub fn meant(&self, typed: &str) -> Option<&str> {
        if named(typed).is_some() {
            return None; // it is one already
        }
        meanings(typed).find_map(|meaning| match meaning {
            Meaning::Zone(zone) => Some(zone),
            Meaning::Named(Named { meanings, .. }) => {
                let [(_, zones)] = meanings.as_slice() else { return None };
                let used = self.used.iter().map(String::as_str);
                let used = used.filter(|zone| zones.contains(zone));
                let agree = zones.iter().all(|zone| self.agree(zone, zones[0]));
                used.chain(zones.iter().copied()).next().filter(|_| agree)
            }
            Meaning::Offset(_) => None,
        })
    }

    /// What to type for a time of the table.
    pub(super) fn of_named(&self, time: &Named) -> String {
        let used =
            |zones: &[&'static str]| zones.iter().copied().find(|it| self.used.contains(*it));
        match time.meanings.as_slice() {
            [(_, zones)] => {
                let used =
                    self.used.iter().map(String::as_str).filter(|it| self.agree(it, zones[0]));
                such_as(&first_of(used.chain(zones.iter().copied())))
            }
            meanings => {
                let choice = |(place, zones): &(&str, Vec<&'static str>)| {
                    format!("`{}` for {place}", used(zones).unwrap_or(zones[0]))
                };
                format!("Write {}.", join(&meanings.iter().map(choice).collect::<Vec<_>>(), "or"))
            }
        }
    }

    /// What a distance from UTC means, in minutes, and what to type for it. `None` where no place keeps it.
    pub(super) fn of_offset(&self, minutes: i32) -> Option<(String, String)> {
        let places = self.at(minutes, minutes != 0);
        (!places.is_empty()).then(|| (distance(minutes), such_as(&places)))
    }

    /// What a fixed zone means, and what to type for it. `None` for any other zone.
    pub fn instead_of_fixed(&self, zone: &str) -> Option<(String, String)> {
        let minutes = Self::minutes(&named(zone).filter(|_| is_fixed(zone))?, self.today);
        let is_universal = UNIVERSAL.split(' ').any(|universal| universal == zone);
        let name = zone.to_lowercase();
        let listed = NAMED.iter().find(|time| time.names.contains(&&*name));
        let offer = match listed {
            Some(time) => self.of_named(time),
            None if minutes != 0 => self.of_both_signs(minutes),
            None if is_universal => format!(
                "{} If the group goes by UTC itself, leave it as it is.",
                such_as(&self.at(minutes, false))
            ),
            None => such_as(&self.at(minutes, false)),
        };
        let meaning = if is_universal { "universal time".to_owned() } else { distance(minutes) };
        Some((meaning, offer))
    }

    /// `Etc/GMT+2` is two hours behind UTC, and is often written for two hours ahead.
    fn of_both_signs(&self, minutes: i32) -> String {
        let choice = |minutes: i32| {
            let places: Vec<String> =
                self.at(minutes, false).into_iter().take(2).map(|it| format!("`{it}`")).collect();
            (!places.is_empty())
                .then(|| format!("{} if it is {}", join(&places, "or"), distance(minutes)))
        };
        match (choice(minutes), choice(-minutes)) {
            (Some(one), Some(other)) => format!("Write a place: {one}; {other}."),
            (Some(only), None) | (None, Some(only)) => format!("Write a place: {only}."),
            (None, None) => "Write the place whose clocks the group keeps.".to_owned(),
        }
    }

    /// Places whose clocks are so many minutes ahead of UTC when there is no summer time, and, where people may
    /// mean that, on the day.
    fn at(&self, minutes: i32, or_today: bool) -> Vec<&str> {
        let is_standard = |name: &&str| named(name).is_some_and(|it| self.standard(&it) == minutes);
        let is_today = |name: &&str| {
            let zone = named(name).filter(|_| or_today);
            zone.is_some_and(|zone| Self::minutes(&zone, self.today) == minutes)
        };
        let used = self.used.iter().map(String::as_str);
        let used = used.filter(|name| is_standard(name) || is_today(name));
        let known = places();
        let summer =
            known.clone().filter(|name| is_today(name) && !is_standard(name)).take(OF_SUMMER);
        first_of(used.chain(summer).chain(known.filter(is_standard)))
    }

    /// Whether the clocks of two zones agree in summer and in winter.
    fn agree(&self, one: &str, other: &str) -> bool {
        let clocks = |name: &str| named(name).map(|zone| self.winter_and_summer(&zone));
        clocks(one).is_some_and(|found| Some(found) == clocks(other))
    }

    /// The distance from UTC when the clocks are not put forward.
    fn standard(&self, zone: &TimeZone) -> i32 {
        let [winter, summer] = self.winter_and_summer(zone);
        winter.min(summer)
    }

    fn winter_and_summer(&self, zone: &TimeZone) -> [i32; 2] {
        [1, 7].map(|month| Self::minutes(zone, date(self.today.year(), month, 1)))
    }

    /// How far the clocks are ahead of UTC at noon of a day.
    fn minutes(zone: &TimeZone, day: Date) -> i32 {
        let noon = day.at(12, 0, 0, 0).to_zoned_datetime(TimeZone::UTC);
        noon.map_or(0, |noon| zone.to_offset(noon.timestamp()).seconds() / 60)
    }
}

/// The first few of some places, each once.
fn first_of<'p>(places: impl Iterator<Item = &'p str>) -> Vec<&'p str> {
    let mut found: Vec<&str> = Vec::new();
    for place in places {
        if found.len() < MOST && !found.contains(&place) {
            found.push(place);
        }
    }
    found
}

fn such_as(places: &[&str]) -> String {
    format!("Write a place whose clocks the group keeps, such as {}.", join_words(places, "or"))
}

/// A distance from UTC: `two hours ahead of UTC`.
pub(super) fn distance(minutes: i32) -> String {
    let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    let number = number_words(u16::try_from(hours).unwrap_or(u16::MAX));
    let far = match (hours, rest) {
        (0, 0) => return "the same as UTC".to_owned(),
        (0, 30) => "half an hour".to_owned(),
        (1, 0) => "one hour".to_owned(),
        (_, 0) => format!("{number} hours"),
        (_, 30) => format!("{number} and a half hours"),
        (0, rest) => format!("{rest} minutes"),
        (1, rest) => format!("one hour and {rest} minutes"),
        (_, rest) => format!("{number} hours and {rest} minutes"),
    };
    format!("{far} {} UTC", if minutes > 0 { "ahead of" } else { "behind" })
}
