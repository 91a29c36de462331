//! The facets, and which choices each group has.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use rayon::prelude::*;
use serde::Serialize;

use crate::charter::{Costs, MeetingPlace, Membership, Places, Series};
use crate::config::{Axis, fold};
use crate::directory::Directory;
use crate::words::Words;

/// How many coming meetings of a series say on which weekdays it meets: enough for a year of months.
const MEETINGS_LOOKED_AT: usize = 12;

/// What one can choose.
#[derive(Debug, Serialize)]
pub(super) struct Choice {
    /// How an address says it: `evening`.
    pub(super) id: String,
    /// How people say it: `Evening, from 17:00`.
    pub(super) name: String,
    /// The position of the choice above it, for a term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) parent: Option<usize>,
}

/// A facet with what each current group has of it.
#[derive(Debug)]
pub(super) struct Column {
    /// How an address says it: `time`.
    pub(super) id: &'static str,
    /// How people say it: `Time of day`.
    pub(super) name: String,
    /// What one can choose.
    pub(super) choices: Vec<Choice>,
    /// For each current group the positions of its choices, sorted.
    pub(super) groups: Vec<Vec<u16>>,
}

/// All facets, in the order in which they are shown. One in which no group has a choice is left out.
pub(super) fn columns(directory: &Directory) -> Vec<Column> {
    let words = &directory.config.settings.words;
    let facts: Vec<Facts> =
        directory.current().par_iter().map(|group| Facts::of(directory, *group)).collect();
    let mut columns: Vec<Column> = Axis::ALL.map(|axis| terms(directory, axis)).into();
    columns.extend([
        fixed(words, "places", "facet-places", PLACES, &facts, |facts| {
            facts.places.into_iter().collect()
        }),
        fixed(words, "where", "facet-where", WHERE, &facts, |facts| facts.modes.clone()),
        named(words, "country", "facet-country", &facts, |facts| &facts.countries),
        named(words, "region", "facet-region", &facts, |facts| &facts.regions),
        named(words, "town", "facet-town", &facts, |facts| &facts.towns),
        fixed(words, "day", "facet-day", WEEK, &facts, |facts| {
            facts.weekdays.iter().copied().collect()
        }),
        fixed(words, "time", "facet-time", TIMES, &facts, |facts| {
            facts.times.iter().copied().collect()
        }),
        fixed(words, "membership", "facet-membership", MEMBERSHIP, &facts, |facts| {
            facts.membership.into_iter().collect()
        }),
        fixed(words, "cost", "facet-cost", COST, &facts, |facts| facts.cost.into_iter().collect()),
        named(words, "language", "facet-language", &facts, |facts| &facts.language),
    ]);
    columns.retain(|column| column.groups.iter().any(|choices| !choices.is_empty()));
    columns
}

/// The choices of a facet, each with the key of its words.
const PLACES: &[(&str, &str)] =
    &[("open", "places-open"), ("waiting-list", "places-waiting-list"), ("full", "places-full")];
const WHERE: &[(&str, &str)] = &[("online", "mode-online"), ("in-person", "mode-in-person")];
const WEEK: &[(&str, &str)] = &[
    ("monday", "weekday-monday"),
    ("tuesday", "weekday-tuesday"),
    ("wednesday", "weekday-wednesday"),
    ("thursday", "weekday-thursday"),
    ("friday", "weekday-friday"),
    ("saturday", "weekday-saturday"),
    ("sunday", "weekday-sunday"),
];
const TIMES: &[(&str, &str)] = &[
    ("morning", "facet-time-morning"),
    ("afternoon", "facet-time-afternoon"),
    ("evening", "facet-time-evening"),
];
const MEMBERSHIP: &[(&str, &str)] = &[("open", "membership-open"), ("closed", "membership-closed")];
const COST: &[(&str, &str)] = &[("free", "costs-free"), ("paid", "facet-cost-paid")];

/// What the filters know of a group. Numbers are positions in the lists of choices above.
struct Facts {
    places: Option<u16>,
    modes: Vec<u16>,
    /// Where it is at home and where it meets, by folded names, so that one town is one choice however it is typed.
    countries: BTreeMap<String, String>,
    regions: BTreeMap<String, String>,
    towns: BTreeMap<String, String>,
    weekdays: BTreeSet<u16>,
    times: BTreeSet<u16>,
    membership: Option<u16>,
    cost: Option<u16>,
    language: BTreeMap<String, String>,
}

impl Facts {
    fn of(directory: &Directory, group: usize) -> Self {
        let charter = &directory.groups()[group];
        let current = charter.current(directory.today);
        let places = current.iter().map(|series| &series.place);
        let online = places.clone().any(|place| place.online.is_some());
        let in_person = places.clone().any(MeetingPlace::is_in_person);
        let home = charter.based.as_ref();
        let language = charter.language_in(&directory.config.settings);
        let tag = language.as_str().split('-').next().unwrap_or_default().to_ascii_lowercase();
        Self {
            places: charter.joining.places.map(|places| match places {
                Places::Open => 0,
                Places::WaitingList => 1,
                Places::Full => 2,
            }),
            modes: [(online, 0), (in_person, 1)]
                .into_iter()
                .filter_map(|(is_so, choice)| is_so.then_some(choice))
                .collect(),
            countries: by_folded(
                places
                    .clone()
                    .filter_map(|place| place.country.as_ref())
                    .chain(home.and_then(|home| home.country.as_ref()))
                    .map(|country| &country.name),
            ),
            regions: by_folded(home.and_then(|home| home.region.as_ref()).into_iter()),
            towns: by_folded(
                places
                    .filter_map(|place| place.town.as_ref())
                    .chain(home.and_then(|home| home.town.as_ref())),
            ),
            weekdays: weekdays_of(directory.today, &current),
            times: current.iter().filter_map(|series| series.clock.time).map(time_of_day).collect(),
            membership: charter.membership.map(|membership| match membership {
                Membership::Open => 0,
                Membership::Closed => 1,
            }),
            cost: charter.costs.as_ref().map(|costs| match costs {
                Costs::Free => 0,
                Costs::Paid { .. } => 1,
            }),
            language: BTreeMap::from([(tag, language.both_names())]),
        }
    }
}

fn by_folded<'a>(names: impl Iterator<Item = &'a String>) -> BTreeMap<String, String> {
    names.map(|name| (fold(name), name.clone())).collect()
}

fn weekdays_of(today: Date, series: &[&Series]) -> BTreeSet<u16> {
    let coming = series
        .iter()
        .flat_map(|series| series.days_from(today).take(MEETINGS_LOOKED_AT).map(Date::weekday));
    coming.map(|day| day.to_monday_zero_offset().unsigned_abs().into()).collect()
}

/// Morning, afternoon or evening, by when a meeting starts.
fn time_of_day(time: Time) -> u16 {
    match time.hour() {
        0..12 => 0,
        12..17 => 1,
        _ => 2,
    }
}

/// A facet whose choices are always the same. Those that no group has are shown too: they say what
/// could be.
fn fixed(
    words: &Words,
    id: &'static str,
    name: &str,
    choices: &[(&str, &str)],
    facts: &[Facts],
    of: impl Fn(&Facts) -> Vec<u16>,
) -> Column {
    let choice = |(id, name): &(&str, &str)| Choice {
        id: (*id).into(),
        name: words.get(name).to_owned(),
        parent: None,
    };
    Column {
        id,
        name: words.get(name).to_owned(),
        choices: choices.iter().map(choice).collect(),
        groups: facts.iter().map(of).collect(),
    }
}

/// A facet whose choices are what the groups write, sorted by their folded names.
fn named(
    words: &Words,
    id: &'static str,
    name: &str,
    facts: &[Facts],
    of: impl Fn(&Facts) -> &BTreeMap<String, String> + Sync,
) -> Column {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    for (folded, name) in facts.iter().flat_map(&of) {
        names.entry(folded).or_insert(name);
    }
    let folded: Vec<&str> = names.keys().copied().collect();
    let position = |name: &str| folded.partition_point(|other| *other < name);
    let groups = facts.par_iter().map(|facts| {
        of(facts).keys().filter_map(|name| u16::try_from(position(name)).ok()).collect()
    });
    let choice = |(id, name): (&&str, &&str)| Choice {
        id: (*id).into(),
        name: (*name).into(),
        parent: None,
    };
    let name = words.get(name).to_owned();
    Column { id, name, choices: names.iter().map(choice).collect(), groups: groups.collect() }
}

/// The terms of an axis that some current group has, each followed by those below it. A group has the terms above its
/// own too.
fn terms(directory: &Directory, axis: Axis) -> Column {
    let all = directory.config.vocabulary.terms(axis);
    let current = |term| directory.current_of(directory.with_term(axis, term));
    let used: Vec<usize> = (0..all.len()).filter(|term| !current(*term).is_empty()).collect();
    let position = |term: usize| used.partition_point(|other| *other < term);
    let choices = used.iter().map(|term| {
        let term = &all[*term];
        let parent = term.parent.map(position); // which is in use, as its groups include those of this term
        Choice { id: term.id.clone(), name: term.name.clone(), parent }
    });
    let groups = directory.current().par_iter().map(|group| {
        let terms = directory.terms_of(*group, axis).into_iter();
        terms.filter_map(|term| u16::try_from(position(term)).ok()).collect()
    });
    let name = axis.label(&directory.config.settings.words);
    Column { id: axis.facet(), name, choices: choices.collect(), groups: groups.collect() }
}
