//! The filters of a list that take one press.

use std::collections::BTreeSet;

use super::super::QuickView;
use super::Writer;
use crate::charter::{Charter, Costs, Places};

/// Each with the key of its words and the groups that pass it.
type Quick = (&'static str, &'static str, fn(&Writer<'_>, &Charter) -> bool);

const QUICK: [Quick; 3] = [
    ("places=open", "places-open", |_, charter| charter.joining.places == Some(Places::Open)),
    ("where=online", "mode-online", |writer, charter| {
        let series = charter.current(writer.directory.today);
        series.iter().any(|series| series.place.online.is_some())
    }),
    ("cost=free", "costs-free", |_, charter| matches!(charter.costs, Some(Costs::Free))),
];

impl Writer<'_> {
    /// Those that some of these groups pass and others do not. Which groups meet in the evening depends on who looks.
    pub(super) fn quick(&self, groups: &[usize]) -> Vec<QuickView> {
        let groups = || groups.iter().map(|group| &self.directory.groups()[*group]);
        let tells_apart = |passes: fn(&Self, &Charter) -> bool| {
            groups().any(|charter| passes(self, charter))
                && !groups().all(|charter| passes(self, charter))
        };
        let quick = |filter, words| QuickView { filter, name: self.words().get(words).to_owned() };
        let fixed = QUICK.into_iter().filter(|(.., passes)| tells_apart(*passes));
        let mut all: Vec<_> = fixed.map(|(filter, words, _)| quick(filter, words)).collect();
        if groups().len() > 1 && groups().any(|charter| self.has_a_time(charter)) {
            all.push(quick("time=evening", "quick-evenings"));
        }
        all
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
