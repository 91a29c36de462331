//! The address that a link which leads nowhere was probably meant to have.

use super::address::FOLDERS;
use super::kind::PageKind;
use super::plan::{Entry, Plan};
use crate::diagnostic::nearest;
use crate::source::suggest_id;

/// The most pages of a folder that an id is compared with. A directory may have a great many groups.
const MOST_COMPARED: usize = 2000;

/// The addresses that may be offered.
#[derive(Debug)]
pub(super) struct Offers<'a> {
    plan: &'a Plan,
    /// The parts of the addresses of single pages and published files that are in no folder of ids.
    others: Vec<&'a str>,
}

impl<'a> Offers<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        let is_other = |entry: &&Entry| match entry {
            Entry::Page(page) => {
                matches!(
                    page.kind,
                    PageKind::Article(_)
                        | PageKind::Start(_)
                        | PageKind::Groups(1)
                        | PageKind::Axis(_)
                        | PageKind::Calendar(1)
                        | PageKind::Search
                        | PageKind::Compare
                        | PageKind::GuidanceIndex
                )
            }
            Entry::File(_) => false,
            Entry::Static(..) => true,
        };
        let entries = plan.entries().iter().filter(is_other);
        Self { plan, others: entries.map(|it| it.address().as_str().trim_matches('/')).collect() }
    }

    /// The addresses that exist and are nearest to a path: those with the same last part, else one of a similar
    /// spelling.
    pub(super) fn instead_of(&self, path: &str) -> Vec<String> {
        let parts: Vec<&str> = path.split('/').filter(|part| !is_step(part)).collect();
        let Some((last, above)) = parts.split_last() else { return Vec::new() };
        let stem = last.strip_suffix(".md").or_else(|| last.strip_suffix(".html")).unwrap_or(last);
        let id = suggest_id(stem).unwrap_or_default();
        let folder = above.last().and_then(|above| nearest(above, FOLDERS));
        let address = |folder: &str| format!("/{folder}/{id}/");
        let exists = |address: &String| self.plan.find(address).is_some();
        if let Some(address) = folder.map(address).filter(exists) {
            return vec![address];
        }
        let mut same: Vec<_> = FOLDERS.into_iter().map(address).collect();
        same.push(format!("/{id}/"));
        same.retain(exists);
        if !same.is_empty() {
            return same;
        }
        let similar = match folder {
            Some(folder) => self.similar_in(folder, &id),
            None => nearest(&parts.join("/"), self.others.iter().copied())
                .map(|other| format!("/{other}"))
                .map(|it| if exists(&it) { it } else { it + "/" }),
        };
        similar.into_iter().collect()
    }

    /// The page of a folder whose id is spelt almost like this one, and begins as it does.
    fn similar_in(&self, folder: &str, id: &str) -> Option<String> {
        let begun = format!("/{folder}/{}", id.get(..1)?);
        let entries = self.plan.entries();
        let first = entries.partition_point(|entry| entry.address().as_str() < begun.as_str());
        let ids = entries[first..].iter().map(|entry| entry.address().as_str());
        let ids = ids.take_while(|address| address.starts_with(&begun)).filter_map(|address| {
            let id = address.strip_prefix('/')?.strip_prefix(folder)?.strip_prefix('/')?;
            id.strip_suffix('/').filter(|id| !id.contains('/'))
        });
        nearest(id, ids.take(MOST_COMPARED)).map(|id| format!("/{folder}/{id}/"))
    }
}

/// Whether a part of a path says nothing of the page that is meant.
fn is_step(part: &str) -> bool {
    matches!(part, "" | "." | ".." | "content" | "index.html" | "index.md" | "README.md")
}
