//! Rules that concern more than one charter.

use std::collections::{BTreeMap, HashMap};

use crate::charter::Reading;
use crate::diagnostic::Diagnostic;

crate::diagnostic::messages! {
    /// Two groups have one name.
    NAME_IS_TAKEN "name-is-taken" Duplicate
        "Another group has this name: “{name}”. Case and accents do not count."
        "Give one of the two another name, so that people can tell them apart.";
}

/// No two groups have the same name, compared without case or accents. Each of them is told.
pub(super) fn names_are_unique<'a>(readings: impl Iterator<Item = &'a Reading>) -> Vec<Diagnostic> {
    let mut holders: HashMap<&str, &Reading> = HashMap::new();
    let mut shared: BTreeMap<&str, Vec<&Reading>> = BTreeMap::new();
    for reading in readings {
        let Some(name) = reading.folded_name.as_deref() else { continue };
        let first = *holders.entry(name).or_insert(reading);
        if !std::ptr::eq(first, reading) {
            shared.entry(name).or_insert_with(|| vec![first]).push(reading);
        }
    }
    shared.values().flat_map(|holders| name_is_taken(holders)).collect()
}

fn name_is_taken(holders: &[&Reading]) -> Vec<Diagnostic> {
    let about = |position: usize| {
        let (reading, other) = (holders[position], holders[usize::from(position == 0)]);
        let (name, others_name) = (reading.name.as_ref()?, other.name.as_ref()?);
        let (message, help) = NAME_IS_TAKEN.fill(&[("name", &others_name.value)]);
        let place = reading.source.place(name.span);
        let problem = Diagnostic::new(NAME_IS_TAKEN.code, place, message)
            .key("name")
            .help(help)
            .related(other.source.place(others_name.span), "the other group");
        Some(problem)
    };
    (0..holders.len()).filter_map(about).collect()
}
