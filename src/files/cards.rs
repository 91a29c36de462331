//! The cards of groups, which the scripts of filters and search show.

use super::{JSON, json_text};
use crate::pages::{Address, FileKind};

/// How many cards are in one file. A list of what was found takes its cards from as many files as it has
/// groups, so that a file must be small.
pub const CARDS_LENGTH: usize = 4;

/// The cards of all groups in their order, a JSON list of HTML for each [`CARDS_LENGTH`] of them.
pub(super) const CARDS: FileKind = FileKind {
    media_type: JSON,
    plan: |outline, add| {
        for part in 0..outline.directory.listed().len().div_ceil(CARDS_LENGTH) {
            add(Address::data(outline.directory, &format!("cards/{part}.json")), part);
        }
    },
    make: |site, file| {
        let groups = site.directory.listed().chunks(CARDS_LENGTH).nth(file.number);
        let cards = (site.cards)(groups.unwrap_or_default())?;
        Ok(json_text(&cards.iter().map(|card| &**card).collect::<Vec<_>>()))
    },
};
