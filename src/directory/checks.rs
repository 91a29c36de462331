//! Rules that concern more than one charter.

use std::collections::{BTreeMap, HashMap};

use crate::charter::Reading;
use crate::diagnostic::{Diagnostic, Message};

crate::diagnostic::messages! {
    /// Two groups have the same name.
    NAME_IS_TAKEN "name-is-taken" Duplicate
        "Another group has this name: “{name}”. Case and accents do not count."
        "Rename one of the two, so that people can tell them apart.";
    /// The names of two groups look alike, and are not the same.
    NAME_IS_LIKE "name-is-like" NameLike
        "This name looks just like another group's, “{name}”, but the two are written with different characters."
        "If you copied the name, type it again on your own keyboard. If it is another group, give it a name that \
        people can tell from this one.";
}

/// Every rule, on all charters.
pub(super) fn between<'a>(
    readings: &(impl Iterator<Item = &'a Reading> + Clone),
) -> Vec<Diagnostic> {
    let mut problems = names_are_unique(readings.clone());
    problems.extend(names_look_different(readings));
    problems
}

/// No two groups have the same name, compared without case or accents. Each of them is reported.
fn names_are_unique<'a>(readings: impl Iterator<Item = &'a Reading>) -> Vec<Diagnostic> {
    let about = |holders: &Vec<&Reading>| {
        let other = |at: usize| holders[usize::from(at == 0)];
        let told = |(at, reading): (usize, &&Reading)| told(&NAME_IS_TAKEN, reading, other(at));
        holders.iter().enumerate().filter_map(told).collect::<Vec<_>>()
    };
    shared(readings, |reading| reading.folded_name.as_deref()).iter().flat_map(about).collect()
}

/// No two names look alike to a reader and are not the same. Each of them is reported.
fn names_look_different<'a>(
    readings: &(impl Iterator<Item = &'a Reading> + Clone),
) -> Vec<Diagnostic> {
    let about = |holders: &Vec<&Reading>| {
        let differs = |from: &Reading, reading: &Reading| from.folded_name != reading.folded_name;
        let Some(other) = holders.iter().copied().find(|it| differs(it, holders[0])) else {
            return Vec::new();
        };
        let unlike =
            |reading: &Reading| if differs(holders[0], reading) { holders[0] } else { other };
        let told = |reading: &&Reading| told(&NAME_IS_LIKE, reading, unlike(reading));
        holders.iter().filter_map(told).collect()
    };
    let by =
        |way: usize| shared(readings.clone(), move |reading| Some(&*reading.looks.as_ref()?[way]));
    let mut problems: Vec<_> = [by(0), by(1)].iter().flatten().flat_map(about).collect();
    problems.sort_by(|one, other| one.place.file.cmp(&other.place.file));
    problems.dedup_by(|one, other| one.place == other.place);
    problems
}

/// The groups of which several share something, sorted by what they share.
fn shared<'a>(
    readings: impl Iterator<Item = &'a Reading>,
    what: impl Fn(&'a Reading) -> Option<&'a str>,
) -> Vec<Vec<&'a Reading>> {
    let mut holders: HashMap<&str, &Reading> = HashMap::new();
    let mut shared: BTreeMap<&str, Vec<&Reading>> = BTreeMap::new();
    for reading in readings {
        let Some(what) = what(reading) else { continue };
        let first = *holders.entry(what).or_insert(reading);
        if !std::ptr::eq(first, reading) {
            shared.entry(what).or_insert_with(|| vec![first]).push(reading);
        }
    }
    shared.into_values().collect()
}

/// What is reported about a group's name that resembles another's.
fn told(words: &Message, reading: &Reading, other: &Reading) -> Option<Diagnostic> {
    let (name, others_name) = (reading.name.as_ref()?, other.name.as_ref()?);
    let (message, help) = words.fill(&[("name", &others_name.value)]);
    let problem = Diagnostic::new(words.code, reading.source.place(name.span), message)
        .key("name")
        .help(help)
        .related(other.source.place(others_name.span), "the other group");
    Some(problem)
}
