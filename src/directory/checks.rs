//! Rules that concern more than one charter.

use std::collections::{BTreeMap, HashMap};

use crate::charter::Reading;
use crate::diagnostic::{Code, Diagnostic};

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
        let message = format!(
            "Another group has this name: “{}”. Case and accents do not count.",
            others_name.value
        );
        let problem = Diagnostic::new(Code::Duplicate, reading.source.place(name.span), message)
            .key("name")
            .help("Give one of the two another name, so that people can tell them apart.")
            .related(other.source.place(others_name.span), "the other group");
        Some(problem)
    };
    (0..holders.len()).filter_map(about).collect()
}
