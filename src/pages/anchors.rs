//! The places on a page that a link may lead to.

use super::kind::{Page, PageKind};
use super::view::shows_section;
use crate::directory::Directory;
use crate::markdown::Prose;

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
