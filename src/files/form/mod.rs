//! What leaders write a charter with, by hand or in the form on the site.

mod charters;
mod data;

use super::JSON;
use crate::charter::{self, SCHEMA_FILE};
use crate::pages::{Address, FileKind};
use crate::writing;

/// A charter without answers.
pub(super) const BLANK: FileKind = FileKind {
    media_type: "text/markdown; charset=utf-8",
    addresses: |_| vec![Address::start().child("charter.md")],
    make: |site, _| Ok(writing::blank(&site.directory.config)),
};

/// The schema of a charter, for editors.
pub(super) const SCHEMA: FileKind = FileKind {
    media_type: "application/schema+json",
    addresses: |_| vec![Address::file(SCHEMA_FILE)],
    make: |site, _| Ok(charter::schema(&site.directory.config)),
};

/// What the form knows.
pub(super) const DATA: FileKind = FileKind {
    media_type: JSON,
    addresses: |_| vec![Address::start().child("form.json")],
    make: |site, _| Ok(data::form_data(site.directory)),
};

/// Names of groups, by which the form sees that one is taken.
pub(super) const NAMES: FileKind = FileKind {
    media_type: JSON,
    addresses: |outline| {
        let count = outline.directory.groups().len().div_ceil(data::NAMES_LENGTH);
        let address = |part| Address::data(outline.directory, &format!("names/{part}.json"));
        (0..count).map(address).collect()
    },
    make: |site, file| Ok(data::names(site.directory, file.number)),
};

/// The charter of each group, for the form.
pub(super) const CHARTERS: FileKind = FileKind {
    media_type: JSON,
    addresses: |outline| {
        let groups = outline.directory.groups().iter();
        groups.map(|it| Address::group(&it.id).child("charter.json")).collect()
    },
    make: |site, file| {
        let source = &site.directory.groups()[file.number].source;
        Ok(charters::values(source).unwrap_or_default()) // it was read before
    },
};
