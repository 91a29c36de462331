//! Files other than pages: what programs, search engines and the site's own scripts read.
//!
//! [`KINDS`] has all that the plan of the site knows by their addresses. Each kind is declared next to its maker: the
//! address of its files, their media type, and how one is made. The files of the index for [`search`] are not among
//! them: their addresses are made of their bytes.

mod atom;
mod axes;
mod calendar;
mod cards;
mod csv;
mod facets;
mod form;
mod json;
mod plain;
mod robots;
pub mod search;
mod sitemap;

use serde::Serialize;

use crate::pages::FileKind;

pub use atom::atom;
pub use calendar::calendar;
pub use cards::CARDS_LENGTH;
pub use csv::groups_csv;
pub use json::groups_json;

/// Every kind of files.
pub const KINDS: &[&FileKind] = &[
    &atom::FEED,
    &calendar::NEXT_MEETINGS,
    &calendar::OF_GROUPS,
    &calendar::OF_TERMS,
    &calendar::WHOLE,
    &cards::CARDS,
    &csv::EXPORT,
    &facets::FACETS,
    &facets::ORDERS,
    &facets::TERMS,
    &facets::WEEK,
    &form::BLANK,
    &form::CHARTERS,
    &form::CHARTERS_INDEX,
    &form::DATA,
    &form::NAMES,
    &form::SCHEMA,
    &form::SPECIMENS,
    &json::EXPORT,
    &robots::ROBOTS,
    &sitemap::INDEX,
    &sitemap::PARTS,
];

/// The media type of data for scripts and programs.
const JSON: &str = "application/json";

#[expect(clippy::expect_used, reason = "texts, numbers and lists of them are always JSON")]
fn json_text(content: &impl Serialize) -> String {
    serde_json::to_string(content).expect("JSON")
}
