//! All charters together: terms, order, and what no single charter can see.

mod checks;
mod coming;
mod pairs;
mod relations;
mod similar;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::charter::{AskedZone, Charter, Places, Reading, Standing, zones};
use crate::config::{Axis, Config};
use crate::diagnostic::Diagnostic;

pub use checks::MESSAGES;
pub use coming::{DAYS_AHEAD, Meeting, State};
pub use pairs::{Pair, TermRef};
pub use relations::Related;

/// The directory of groups on a day.
#[derive(Debug)]
pub struct Directory {
    /// Settings, vocabulary and guidance.
    pub config: Arc<Config>,
    /// The build date.
    pub today: Date,
    groups: Vec<Arc<Charter>>,
    listed: Vec<usize>,
    /// How many of the groups are current, and how many are current or paused.
    current: usize,
    not_ended: usize,
    by_name: Vec<usize>,
    by_id: Vec<usize>,
    by_term: [Vec<Vec<usize>>; 3],
    by_pair: pairs::Pairs,
    related: relations::AllRelated,
    coming: OnceLock<Vec<Meeting>>,
    numbering: String,
}

impl Directory {
    /// Joins all charters, and finds the problems between them. Charters with errors are left out.
    pub fn join<'a>(
        config: Arc<Config>,
        today: Date,
        readings: impl Iterator<Item = &'a Reading> + Clone,
    ) -> (Self, Vec<Diagnostic>) {
        let mut problems = checks::between(&readings);
        problems.extend(relations::check(readings.clone()));
        let mut groups: Vec<Arc<Charter>> =
            readings.filter_map(|reading| reading.charter.clone()).collect();
        let name = |charter: &Arc<Charter>| (charter.sort_key.clone(), charter.id.clone());
        groups.par_sort_by_cached_key(|charter| (charter.status.standing(), name(charter)));
        let before = |standing| groups.partition_point(|it| it.status.standing() < standing);
        let (current, not_ended) = (before(Standing::Paused), before(Standing::Ended));
        let listed: Vec<usize> = (0..groups.len()).collect();
        let mut by_name = listed.clone();
        by_name.par_sort_by_cached_key(|group| name(&groups[*group]));
        let mut by_id = listed.clone();
        by_id.par_sort_unstable_by(|a, b| groups[*a].id.cmp(&groups[*b].id));
        let by_term = Axis::ALL.map(|axis| {
            let mut terms = vec![Vec::new(); config.vocabulary.terms(axis).len()];
            for group in &listed {
                let own = groups[*group].terms_on(axis);
                for term in config.vocabulary.all_with_above(axis, own) {
                    terms[term].push(*group);
                }
            }
            terms
        });
        let listed_charters = listed.iter().map(|group| (*group, &*groups[*group]));
        let by_pair = pairs::Pairs::sort(&config.vocabulary, listed_charters);
        let related = relations::join(&groups);
        let coming = OnceLock::new();
        let numbering = numbering(listed.iter().map(|group| &*groups[*group]));
        let directory = Self {
            config,
            today,
            groups,
            listed,
            current,
            not_ended,
            by_name,
            by_id,
            by_term,
            by_pair,
            related,
            coming,
            numbering,
        };
        (directory, problems)
    }

    /// Every group: the current ones first, then the paused, then the ended, each by name without case or
    /// accents, then by id.
    pub fn groups(&self) -> &[Arc<Charter>] {
        &self.groups
    }

    /// The position of a group.
    pub fn position(&self, charter: &Charter) -> Option<usize> {
        let id = |group: &usize| &*self.groups[*group].id;
        let at = self.by_id.binary_search_by(|group| id(group).cmp(&charter.id)).ok()?;
        Some(self.by_id[at])
    }

    /// The positions of all groups, in the same order.
    pub fn listed(&self) -> &[usize] {
        &self.listed
    }

    /// The positions of the groups that have not ended.
    pub fn not_ended(&self) -> &[usize] {
        &self.listed[..self.not_ended]
    }

    /// The positions of the groups that meet or are about to.
    pub fn current(&self) -> &[usize] {
        &self.listed[..self.current]
    }

    /// Those of some groups, given in order, that meet or are about to.
    pub fn current_of<'a>(&self, groups: &'a [usize]) -> &'a [usize] {
        &groups[..groups.partition_point(|group| *group < self.current)]
    }

    /// The positions of all groups by name alone.
    pub fn by_name(&self) -> &[usize] {
        &self.by_name
    }

    /// The positions of all groups by id.
    pub fn by_id(&self) -> &[usize] {
        &self.by_id
    }

    /// A name for the order of [`listed`](Directory::listed): ten hexadecimal digits that change when the
    /// groups or their order do.
    pub fn numbering(&self) -> &str {
        &self.numbering
    }

    /// The positions of a term's groups and of those of the terms below it, in the same order, each once.
    pub fn with_term(&self, axis: Axis, term: usize) -> &[usize] {
        &self.by_term[axis as usize][term]
    }

    /// The terms of a group on an axis and those above them, in order, each once.
    pub fn terms_of(&self, group: usize, axis: Axis) -> Vec<usize> {
        self.config.vocabulary.all_with_above(axis, self.groups[group].terms_on(axis))
    }

    /// The positions of the groups that have both terms or terms below them, in the same order. None where a term is
    /// not of the first level.
    pub fn with_pair(&self, pair: Pair) -> &[usize] {
        self.by_pair.groups(pair)
    }

    /// The pairs of terms of the first level that some group has, in order.
    pub fn pairs(&self) -> impl Iterator<Item = Pair> {
        self.by_pair.filled()
    }

    /// The time zones of the groups' meetings, but for fixed ones.
    pub fn zones_in_use(&self) -> BTreeSet<String> {
        let series = self.groups.iter().flat_map(|charter| &charter.meetings);
        let names = series.filter_map(|series| series.clock.timezone.as_ref()?.iana_name());
        names.filter(|name| !zones::is_fixed(name)).map(str::to_owned).collect()
    }

    /// The problems of single charters. Where one asks for a time zone, those in use are offered first.
    pub fn problems_in<'r>(
        &self,
        readings: impl Iterator<Item = &'r Reading> + Clone,
    ) -> Vec<Diagnostic> {
        let asks = readings.clone().any(|reading| !reading.asked_zones.is_empty());
        let used = if asks { self.zones_in_use() } else { BTreeSet::new() };
        let offers = zones::Offers::new(self.today, &used);
        let problem = |reading: &'r Reading, found: &Diagnostic| {
            let is_asked = |zone: &&AskedZone| zone.place == found.place;
            let zone = reading.asked_zones.iter().find(is_asked);
            let asked = zone.and_then(|zone| zones::asked(&zone.typed, &offers));
            match asked.filter(|asked| asked.message.code == found.code) {
                Some(asked) => found.clone().help(asked.help),
                None => found.clone(),
            }
        };
        let all =
            readings.flat_map(|reading| reading.diagnostics.iter().map(move |it| (reading, it)));
        all.map(|(reading, found)| problem(reading, found)).collect()
    }

    /// The positions of the current groups that take newcomers now, the most recently reviewed first.
    pub fn with_places(&self) -> Vec<usize> {
        let has_places = |group: &usize| self.groups[*group].joining.places == Some(Places::Open);
        let mut open: Vec<usize> = self.current().iter().copied().filter(has_places).collect();
        open.sort_by_key(|group| std::cmp::Reverse(self.groups[*group].reviewed));
        open
    }
}

fn numbering<'a>(listed: impl Iterator<Item = &'a Charter>) -> String {
    let mut hasher = blake3::Hasher::new();
    for charter in listed {
        hasher.update(charter.id.as_bytes()).update(b"\n");
    }
    hasher.finalize().to_hex()[..10].to_owned()
}
