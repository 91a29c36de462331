//! The filters of a list that take one press.

use std::collections::BTreeSet;

use jiff::civil::Weekday;

use super::super::QuickView;
use super::Writer;
use crate::charter::{Charter, Costs, Membership, Places};

/// Each with the key of its words and the groups that pass it, in the order in which they stay.
type Quick = (&'static str, &'static str, fn(&Writer<'_>, &Charter) -> bool);

const QUICK: [Quick; 5] = [
    ("where=online", "mode-online", |writer, charter| {
        let series = charter.current(writer.directory.today);
        series.iter().any(|series| series.place.online.is_some())
    }),
    ("cost=free", "costs-free", |_, charter| matches!(charter.costs, Some(Costs::Free))),
    ("size=small", "facet-size-small", |_, charter| {
        charter.size.is_some_and(|size| size.is_small())
    }),
    ("membership=open", "membership-open", |_, charter| {
        charter.membership == Some(Membership::Open)
    }),
    ("places=open", "places-open", |_, charter| charter.joining.places == Some(Places::Open)),
];

impl Writer<'_> {
    /// Those that some of these groups pass and others do not.
    pub(super) fn quick(&self, groups: &[usize]) -> Vec<QuickView> {
        let groups = || groups.iter().map(|group| &self.directory.groups()[*group]);
        let tells_apart = |passes: fn(&Self, &Charter) -> bool| {
            groups().any(|charter| passes(self, charter))
                && !groups().all(|charter| passes(self, charter))
        };
        let fixed = QUICK.into_iter().filter(|(.., passes)| tells_apart(*passes));
        let quick = fixed.map(|(filter, words, _)| QuickView {
            filter: filter.to_owned(),
            name: self.words().get(words).to_owned(),
        });
        quick.collect()
    }

    /// The evenings of a week, where it is known of some of several groups when they meet. On which evening that is
    /// depends on who looks.
    pub(super) fn evenings(&self, groups: &[usize]) -> Vec<QuickView> {
        let has_a_time = |group: &usize| self.has_a_time(&self.directory.groups()[*group]);
        if groups.len() < 2 || !groups.iter().any(has_a_time) {
            return Vec::new();
        }
        Weekday::Monday.cycle_forward().take(7).map(|day| self.evening(day)).collect()
    }

    fn evening(&self, day: Weekday) -> QuickView {
        QuickView {
            filter: format!("day={day:?}&time=evening").to_lowercase(),
            name: self.words().short_weekday(day).to_owned(),
        }
    }

    fn has_a_time(&self, charter: &Charter) -> bool {
        let series = charter.current(self.directory.today);
        series.iter().any(|series| series.clock.time.is_some() && series.clock.timezone.is_some())
    }

    /// The languages of these groups, as the filters have them, where there are several.
    pub(super) fn languages(&self, groups: &[usize]) -> Vec<String> {
        let settings = &self.directory.config.settings;
        let language =
            |group: &usize| self.directory.groups()[*group].language_in(settings).primary();
        let all: BTreeSet<String> = groups.iter().map(language).collect();
        if all.len() > 1 { all.into_iter().collect() } else { Vec::new() }
    }
}
