//! Files that leaders use to write a charter, by hand or in the form on the site.

mod charters;
mod data;
mod specimens;
mod tokens;

use super::{JSON, json_text};
use crate::charter::{self, SCHEMA_FILE};
use crate::pages::{Address, FileKind};
use crate::writing;

/// The blank charter.
pub(super) const BLANK: FileKind = FileKind {
    media_type: "text/markdown; charset=utf-8",
    plan: |_, add| add(Address::start().child("charter.md"), 0),
    make: |site, _| Ok(writing::blank(&site.directory.config)),
};

/// The schema of a charter, for editors.
pub(super) const SCHEMA: FileKind = FileKind {
    media_type: "application/schema+json",
    plan: |_, add| add(Address::file(SCHEMA_FILE), 0),
    make: |site, _| Ok(charter::schema(&site.directory.config)),
};

/// The data of the form.
pub(super) const DATA: FileKind = FileKind {
    media_type: JSON,
    plan: |_, add| add(Address::start().child("form.json"), 0),
    make: |site, _| Ok(data::form_data(site.directory)),
};

/// Pages of no group, into which the form puts the answers.
pub(super) const SPECIMENS: FileKind = FileKind {
    media_type: JSON,
    plan: |_, add| add(Address::start().child("specimens.json"), 0),
    make: |site, _| specimens::specimens(site),
};

/// The names of groups, so that the form can tell whether one is taken.
pub(super) const NAMES: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| {
        for part in 0..outline.directory.groups().len().div_ceil(data::NAMES_LENGTH) {
            add(Address::data(outline.directory, &format!("names/{part}.json")), part);
        }
    },
    make: |site, file| Ok(data::names(site.directory, file.number)),
};

/// The charters of groups, so that the form can change one.
pub(super) const CHARTERS: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| {
        for (number, first) in charters::firsts(outline.directory).enumerate() {
            add(Address::data(outline.directory, &format!("charters/{number}.json")), first);
        }
    },
    make: |site, file| Ok(charters::file(site.directory, file.number)),
};

/// The first id of each file of charters.
pub(super) const CHARTERS_INDEX: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| add(Address::data(outline.directory, "charters/index.json"), 0),
    make: |site, _| Ok(json_text(&charters::index(site.directory))),
};
