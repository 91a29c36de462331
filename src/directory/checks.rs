//! Rules that concern more than one charter.

use std::collections::HashMap;

use super::fold;
use crate::charter::Reading;
use crate::diagnostic::{Code, Diagnostic, Spanned};

/// No two groups have the same name, compared without case or accents. Each of them is told.
pub(super) fn names_are_unique<'a>(readings: impl Iterator<Item = &'a Reading>) -> Vec<Diagnostic> {
    let mut holders: HashMap<String, Vec<(&Reading, &Spanned<String>)>> = HashMap::new();
    for reading in readings {
        if let Some(name) = &reading.name {
            holders.entry(fold(&name.value)).or_default().push((reading, name));
        }
    }
    let shared = holders.values().filter(|holders| holders.len() > 1);
    shared.flat_map(|holders| name_is_taken(holders)).collect()
}

fn name_is_taken(holders: &[(&Reading, &Spanned<String>)]) -> Vec<Diagnostic> {
    let about = |position: usize| {
        let (reading, name) = holders[position];
        let (other, others_name) = holders[usize::from(position == 0)];
        let message = format!("Another group is called “{}” too.", name.value);
        Diagnostic::new(Code::Duplicate, reading.source.place(name.span), message)
            .key("name")
            .help("Give one of the two another name, so that people can tell them apart.")
            .related(other.source.place(others_name.span), "the other group")
    };
    (0..holders.len()).map(about).collect()
}
