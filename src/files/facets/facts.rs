//! What the filters know of a group and of each of its series.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::charter::{Based, Charter, Costs, MeetingPlace, Membership, Places, Series, Size};
use crate::config::fold;
use crate::directory::Directory;

/// The most members of a group of medium size.
const MEDIUM: u32 = 15;

/// What the filters know of a group. Numbers are positions in the lists of choices of [`columns`](super::columns).
pub(super) struct Facts {
    pub(super) places: Option<u16>,
    pub(super) membership: Option<u16>,
    pub(super) size: Option<u16>,
    pub(super) cost: Option<u16>,
    pub(super) language: BTreeMap<String, String>,
    /// At least one: a group without a series is at home somewhere too.
    pub(super) series: Vec<SeriesFacts>,
}

/// What the filters know of a series.
#[derive(Default)]
pub(super) struct SeriesFacts {
    pub(super) modes: Vec<u16>,
    /// Where it meets and where its group is at home, by folded names, so that one town is one choice however it is
    /// typed.
    pub(super) countries: BTreeMap<String, String>,
    pub(super) regions: BTreeMap<String, String>,
    pub(super) towns: BTreeMap<String, String>,
}

impl Facts {
    pub(super) fn of(directory: &Directory, group: usize) -> Self {
        let charter = &directory.groups()[group];
        let language = charter.language_in(&directory.config.settings);
        Self {
            places: charter.joining.places.map(|places| match places {
                Places::Open => 0,
                Places::WaitingList => 1,
                Places::Full => 2,
            }),
            membership: charter.membership.map(|membership| match membership {
                Membership::Open => 0,
                Membership::Closed => 1,
            }),
            size: charter.size.and_then(size),
            cost: charter.costs.as_ref().map(|costs| match costs {
                Costs::Free => 0,
                Costs::Paid { .. } => 1,
            }),
            language: BTreeMap::from([(language.primary(), language.both_names())]),
            series: numbered(charter, directory.today)
                .into_iter()
                .map(|series| SeriesFacts::at(series, charter.based.as_ref()))
                .collect(),
        }
    }
}

/// Small, medium or large.
fn size(size: Size) -> Option<u16> {
    let members = size.members()?;
    Some(if size.is_small() {
        0
    } else if members <= MEDIUM {
        1
    } else {
        2
    })
}

/// The series of a group as the filters number them: those that go on, else one of which nothing is known.
pub(super) fn numbered(charter: &Charter, today: Date) -> Vec<Option<&Series>> {
    let current = charter.current(today);
    if current.is_empty() { vec![None] } else { current.into_iter().map(Some).collect() }
}

impl SeriesFacts {
    fn at(series: Option<&Series>, home: Option<&Based>) -> Self {
        let place = series.map(|series| &series.place);
        let online = place.is_some_and(|place| place.online.is_some());
        let in_person = place.is_some_and(MeetingPlace::is_in_person);
        let modes = [(online, 0), (in_person, 1)].into_iter();
        let countries = [
            place.and_then(|place| place.country.as_ref()),
            home.and_then(|home| home.country.as_ref()),
        ];
        let towns =
            [place.and_then(|place| place.town.as_ref()), home.and_then(|home| home.town.as_ref())];
        Self {
            modes: modes.filter_map(|(is_so, choice)| is_so.then_some(choice)).collect(),
            countries: by_folded(countries.into_iter().flatten().map(|country| &country.name)),
            regions: by_folded(home.and_then(|home| home.region.as_ref()).into_iter()),
            towns: by_folded(towns.into_iter().flatten()),
        }
    }
}

fn by_folded<'a>(names: impl Iterator<Item = &'a String>) -> BTreeMap<String, String> {
    names.map(|name| (fold(name), name.clone())).collect()
}
