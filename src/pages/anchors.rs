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
            shows_section(charter, id) || texts(charter).any(|prose| has_heading(prose, id))
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
    match id {
        "join" | "purpose" | "membership" | "aims" | "leaders" => true,
        "about" => !charter.about.is_empty(),
        "meetings" => !charter.meetings.is_empty(),
        "size" => charter.size.is_some(),
        "commitment" => charter.commitment.is_some(),
        "structure" => charter.structure.is_some(),
        "costs" => charter.costs.is_some(),
        "objectives" => !charter.objectives.is_empty(),
        "values" => !charter.values.is_empty(),
        "standards" => !charter.standards.is_empty(),
        "communication" => charter.communication.is_some(),
        "conflict" => charter.conflict.is_some(),
        _ => false,
    }
}

fn texts(charter: &Charter) -> impl Iterator<Item = &Prose> {
    let optional =
        [&charter.commitment, &charter.structure, &charter.communication, &charter.conflict];
    [&charter.about, &charter.purpose]
        .into_iter()
        .chain(optional.into_iter().flatten())
        .chain(&charter.joining.steps)
}
