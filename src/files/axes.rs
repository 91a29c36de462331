//! The terms of a directory as `groups.json` has them.

use serde::Serialize;

use crate::config::Axis;
use crate::directory::Directory;
use crate::pages::Address;

/// An axis that has terms.
#[derive(Serialize)]
pub(super) struct AxisData<'a> {
    /// The key under which groups have its terms.
    key: &'static str,
    /// What its terms are called.
    name: &'a str,
    /// What one of them is called.
    one: &'a str,
    /// Each followed by those below it.
    terms: Vec<TermData<'a>>,
}

#[derive(Serialize)]
struct TermData<'a> {
    id: &'a str,
    name: &'a str,
    url: String,
    /// The id of the term above it.
    parent: Option<&'a str>,
}

/// The axes that have terms.
pub(super) fn axes(directory: &Directory) -> Vec<AxisData<'_>> {
    let words = &directory.config.settings.words;
    let axis = |axis: Axis| AxisData {
        key: axis.key(),
        name: axis.plural(words),
        one: axis.singular(words),
        terms: terms(directory, axis),
    };
    directory.config.vocabulary.axes().map(axis).collect()
}

fn terms(directory: &Directory, axis: Axis) -> Vec<TermData<'_>> {
    let all = directory.config.vocabulary.terms(axis);
    let base = &directory.config.settings.base_url;
    let data = all.iter().map(|found| TermData {
        id: &found.id,
        name: &found.name,
        url: base.absolute(Address::term(axis, &found.id).as_str()),
        parent: found.parent.map(|parent| all[parent].id.as_str()),
    });
    data.collect()
}
