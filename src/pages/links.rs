//! What each link inside the site leads to.

use std::borrow::Cow;

use super::Address;
use super::address::FOLDERS;
use super::anchors::{Anchors, is_on_every_page};
use super::plan::Entry;
use super::plan::Plan;
use crate::directory::Directory;
use crate::markdown::{LinkKind, SiteLink};

/// The page that has a link, and the file in which it was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct LinkSource<'a> {
    pub(super) file: &'a str,
    pub(super) address: &'a Address,
}

/// Why a link leads nowhere.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// There is no such page or file.
    Nowhere,
    /// There is a page whose address only lacks the slash at the end.
    NeedsSlash(Address),
    /// The page has no such place. These are the names of those that it has.
    NoAnchor(Address, Vec<String>),
    /// A picture must be a file of `content/static/`.
    NotAPicture,
}

/// What a link leads to.
#[derive(Debug)]
pub(super) struct Destination<'a> {
    pub(super) address: &'a Address,
    /// The id of the place on the page.
    pub(super) anchor: Option<Cow<'a, str>>,
}

/// Finds what a link leads to: a site path, a path relative to the page, or the path of a file of
/// `content/`, from the root or relative to the file that holds the link.
pub(super) fn resolve<'a>(
    directory: &Directory,
    plan: &'a Plan,
    from: LinkSource<'_>,
    link: &'a SiteLink,
) -> Result<Destination<'a>, Broken> {
    let found = find(plan, from, &link.path);
    if link.kind == LinkKind::Image && !matches!(found, Ok(Entry::Static(..))) {
        return Err(Broken::NotAPicture);
    }
    let entry = found?;
    let address = entry.address();
    let Some(name) = link.fragment.as_deref() else {
        return Ok(Destination { address, anchor: None });
    };
    let (anchor, names) = match entry {
        Entry::Page(page) => {
            let anchors = Anchors::of(directory, page);
            let found = anchors.find(name);
            let names = if found.is_none() { anchors.names().collect() } else { Vec::new() };
            (found, names)
        }
        Entry::File(_) | Entry::Static(..) => {
            (is_on_every_page(name).then_some(Cow::Borrowed(name)), Vec::new())
        }
    };
    match anchor {
        Some(anchor) => Ok(Destination { address, anchor: Some(anchor) }),
        None => Err(Broken::NoAnchor(address.clone(), names)),
    }
}

fn find<'p>(plan: &'p Plan, from: LinkSource<'_>, path: &str) -> Result<&'p Entry, Broken> {
    if let Some(entry) = plan.find(path) {
        return Ok(entry); // as most links are written: the whole path
    }
    if let Some(entry) = candidates(from, path).find_map(|address| plan.find(&address)) {
        return Ok(entry);
    }
    let mut slashed = candidates(from, path).filter_map(|it| plan.find(&format!("{it}/")));
    Err(slashed.next().map_or(Broken::Nowhere, |it| Broken::NeedsSlash(it.address().clone())))
}

/// The addresses that a path may name: those of the page itself, of a file of `content/`, and of a path from
/// the root or from the page.
pub(super) fn candidates(from: LinkSource<'_>, path: &str) -> impl Iterator<Item = String> {
    let own = path.is_empty().then(|| from.address.to_string());
    let by_file = file_of(from.file, path).and_then(|path| address_of_file(&path));
    let wanted = match path.strip_prefix('/') {
        Some(_) => tidy(path),
        None => join(from.address.as_str(), path).filter(|_| !path.is_empty()),
    };
    let by_file = by_file.map(|address| address.to_string());
    own.into_iter().chain(by_file).chain(wanted.map(|path| format!("/{path}")))
}

/// The file that a path may name, from the root of the site or its `content/`, or relative to another file.
fn file_of(from: &str, path: &str) -> Option<String> {
    let from_root = path.strip_prefix('/').unwrap_or(path);
    if from_root.starts_with("content/") {
        return tidy(from_root);
    }
    match path.strip_suffix(".md") {
        Some(_) if path.starts_with('/') => tidy(&format!("content{path}")),
        _ => join(from, path),
    }
}

/// The address of the page that a file of `content/` becomes.
pub(super) fn address_of_file(file: &str) -> Option<Address> {
    let path = file.strip_prefix("content/")?;
    if let Some(file) = path.strip_prefix("static/") {
        return Some(Address::file(file));
    }
    let (folder, id) = path.strip_suffix(".md")?.split_once('/')?;
    match folder {
        folder if FOLDERS.contains(&folder) => Some(Address::file(&format!("{folder}/{id}/"))),
        "pages" => Some(Address::article(id)),
        _ => None,
    }
}

/// A path relative to a file or a folder, whose own last part is left out. Without `/` at its start.
fn join(base: &str, path: &str) -> Option<String> {
    let folder = base.rfind('/').map_or("", |slash| &base[..slash]);
    tidy(&format!("{folder}/{path}"))
}

/// Takes out `.` and `..` (RFC 3986, section 5.2.4). `None` for one that leads above the root.
fn tidy(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    let mut ends_with_slash = false;
    for part in path.split('/') {
        ends_with_slash = matches!(part, "" | "." | "..");
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let mut tidied = parts.join("/");
    if ends_with_slash && !tidied.is_empty() {
        tidied.push('/');
    }
    Some(tidied)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_taken_out_and_never_lead_above_the_root() {
        assert_eq!(tidy("/a/./b/../c/").as_deref(), Some("a/c/"));
        assert_eq!(tidy("/a/..").as_deref(), Some(""));
        assert_eq!(tidy("/.."), None);
        assert_eq!(
            join("content/groups/a.md", "../guidance/b.md").as_deref(),
            Some("content/guidance/b.md")
        );
        assert_eq!(join("/groups/a/", "../b/").as_deref(), Some("groups/b/"));
    }

    #[test]
    fn a_file_of_the_content_has_an_address() {
        let address = |file| address_of_file(file).map(|address| address.as_str().to_owned());
        assert_eq!(address("content/groups/a.md").as_deref(), Some("/groups/a/"));
        assert_eq!(address("content/pages/about.md").as_deref(), Some("/about/"));
        assert_eq!(address("content/static/a/b.png").as_deref(), Some("/a/b.png"));
        assert_eq!(address("content/site.yaml"), None);
    }
}
