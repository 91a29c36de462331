//! Which groups name each other: what is part of what, what is related, and who goes on.

use std::collections::HashMap;

use super::Directory;
use crate::charter::{Charter, Reading, Relations};
use crate::diagnostic::{Code, Diagnostic, Spanned, nearest, shorten};

/// The groups that a group's page leads to, as positions, each in the order of all groups.
#[derive(Debug, Default)]
pub struct Related {
    /// The larger group to which it belongs.
    pub part_of: Option<usize>,
    /// The groups that belong to it.
    pub parts: Vec<usize>,
    /// Groups that work on the same things: one of the two names the other.
    pub related: Vec<usize>,
    /// Who goes on.
    pub succeeded_by: Option<usize>,
    /// The groups that have ended and whose work it goes on with.
    pub predecessors: Vec<usize>,
}

/// By the position of a group; groups without any are left out.
pub(super) type AllRelated = HashMap<usize, Related>;

impl Directory {
    /// The groups that name a group, or that it names. `None` if there are none.
    pub fn related(&self, group: usize) -> Option<&Related> {
        self.related.get(&group)
    }
}

/// Joins the names that groups give with the groups of those names.
pub(super) fn join(groups: &[impl AsRef<Charter>]) -> AllRelated {
    let named =
        groups.iter().enumerate().filter(|(_, it)| it.as_ref().relations.ids().next().is_some());
    let named: Vec<usize> = named.map(|(group, _)| group).collect();
    if named.is_empty() {
        return AllRelated::new();
    }
    let by_id: HashMap<&str, usize> =
        groups.iter().enumerate().map(|(group, it)| (&*it.as_ref().id, group)).collect();
    let position = |id: &Spanned<String>| by_id.get(&*id.value).copied();
    let mut all = AllRelated::new();
    for group in named {
        let Relations { part_of, related, succeeded_by } = &groups[group].as_ref().relations;
        if let Some(whole) = part_of.as_ref().and_then(position) {
            all.entry(group).or_default().part_of = Some(whole);
            all.entry(whole).or_default().parts.push(group);
        }
        if let Some(heir) = succeeded_by.as_ref().and_then(position) {
            all.entry(group).or_default().succeeded_by = Some(heir);
            all.entry(heir).or_default().predecessors.push(group);
        }
        for other in related.iter().filter_map(position) {
            all.entry(group).or_default().related.push(other);
            all.entry(other).or_default().related.push(group);
        }
    }
    for related in all.values_mut() {
        related.related.sort_unstable();
        related.related.dedup();
    }
    all
}

/// Every group that is named exists, and none is part of itself by way of others.
pub(super) fn check<'a>(readings: impl Iterator<Item = &'a Reading> + Clone) -> Vec<Diagnostic> {
    if readings.clone().all(|reading| reading.relations.ids().next().is_none()) {
        return Vec::new();
    }
    let by_id: HashMap<&str, &Reading> =
        readings.clone().map(|reading| (&*reading.id, reading)).collect();
    let unknown = readings.clone().flat_map(|reading| {
        let ids = reading.relations.ids().filter(|id| !by_id.contains_key(&*id.value));
        ids.map(|id| no_such_group(reading, id, &by_id))
    });
    let circles = readings.filter_map(|reading| circle(reading, &by_id));
    unknown.chain(circles).collect()
}

fn no_such_group(
    reading: &Reading,
    id: &Spanned<String>,
    by_id: &HashMap<&str, &Reading>,
) -> Diagnostic {
    let mut ids: Vec<&str> = by_id.keys().copied().filter(|it| **it != *reading.id).collect();
    ids.sort_unstable();
    let earlier = |it: &&&Reading| it.aliases.iter().any(|alias| alias.value == id.value);
    let renamed = by_id.values().filter(earlier).map(|it| &*it.id).min();
    let help = match renamed.or_else(|| nearest(&id.value, ids)) {
        Some(id) => format!("Did you mean `{id}`?"),
        None => "Write the last part of the address of the other group’s page.".to_owned(),
    };
    let message = format!("There is no group `{}`.", shorten(&id.value));
    problem(Code::Link, reading, id, message).help(help)
}

/// A group that is part of itself.
fn circle(reading: &Reading, by_id: &HashMap<&str, &Reading>) -> Option<Diagnostic> {
    let whole = |reading: &Reading| by_id.get(&*reading.relations.part_of.as_ref()?.value).copied();
    let mut above = std::iter::successors(whole(reading), |it| whole(it)).take(by_id.len());
    let last = above.find(|it| whole(it).is_some_and(|next| next.id == reading.id))?;
    let own = reading.relations.part_of.as_ref()?;
    let other = last.relations.part_of.as_ref()?;
    let message = format!("`{}` is itself part of this group.", own.value);
    let problem = problem(Code::Value, reading, own, message)
        .help("Take `part_of` out of the larger of the two.")
        .related(last.source.place(other.span), "the way back to this group");
    Some(problem)
}

fn problem(code: Code, reading: &Reading, id: &Spanned<String>, message: String) -> Diagnostic {
    let Relations { part_of, related: _, succeeded_by } = &reading.relations;
    let is = |named: &Option<Spanned<String>>| named.as_ref().is_some_and(|it| it.span == id.span);
    let key = match () {
        () if is(part_of) => "part_of",
        () if is(succeeded_by) => "succeeded_by",
        () => "related",
    };
    Diagnostic::new(code, reading.source.place(id.span), message).key(key)
}
