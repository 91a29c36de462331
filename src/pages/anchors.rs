//! The places on a page that a link may lead to.

use super::kind::{Page, PageKind};
use crate::charter::Charter;
use crate::directory::Directory;
use crate::markdown::Prose;

/// The sections of a group's page. Its template gives each of those that it shows this id.
pub const GROUP_SECTIONS: &[&str] = &[
    "join",
    "purpose",
    "about",
    "meetings",
    "membership",
    "size",
    "commitment",
    "structure",
    "costs",
    "aims",
    "objectives",
    "leaders",
    "values",
    "standards",
    "communication",
    "conflict",
];

/// Whether a page has a place of that id.
pub(super) fn has_anchor(directory: &Directory, page: &Page, id: &str) -> bool {
    if is_on_every_page(id) {
        return true;
    }
    let config = &directory.config;
    match page.kind {
        PageKind::Group(position) => {
            let charter = &directory.groups()[position];
            shows_section(charter, id) || charter.markdown().any(|prose| has_heading(prose, id))
        }
        PageKind::Guidance(position) => has_heading(&config.guidance[position].body, id),
        PageKind::Article(position)
        | PageKind::Home(Some(position))
        | PageKind::Start(Some(position)) => has_heading(&config.pages[position].body, id),
        PageKind::Term(axis, position, 1) => {
            has_heading(&config.vocabulary.terms(axis)[position].introduction, id)
        }
        _ => false,
    }
}

/// Whether every page has a place of that id.
pub(super) fn is_on_every_page(id: &str) -> bool {
    matches!(id, "main" | "top" | "")
}

fn has_heading(prose: &Prose, id: &str) -> bool {
    prose.headings().iter().any(|heading| &*heading.id == id)
}

/// Whether a group's page shows a section: those that the charter leaves out are not there.
fn shows_section(charter: &Charter, id: &str) -> bool {
    // Every part is named here, so that one that is forgotten does not compile.
    let Charter {
        id: _,
        source: _,
        typed: _,
        name: _,
        sort_key: _,
        summary: _,
        terms: _,
        status: _,
        founded: _,
        reviewed: _,
        language: _,
        purpose: _,
        leaders: _,
        aims: _,
        objectives,
        membership: _,
        size,
        meetings,
        commitment,
        structure,
        costs,
        joining: _,
        values,
        standards,
        communication,
        conflict,
        about,
    } = charter;
    match id {
        "join" | "purpose" | "membership" | "aims" | "leaders" => true,
        "about" => !about.is_empty(),
        "meetings" => !meetings.is_empty(),
        "size" => size.is_some(),
        "commitment" => commitment.is_some(),
        "structure" => structure.is_some(),
        "costs" => costs.is_some(),
        "objectives" => !objectives.is_empty(),
        "values" => !values.is_empty(),
        "standards" => !standards.is_empty(),
        "communication" => communication.is_some(),
        "conflict" => conflict.is_some(),
        _ => false,
    }
}
