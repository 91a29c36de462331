//! Addresses on the site.

use std::fmt;

use crate::config::{Axis, Vocabulary};
use crate::directory::{Directory, Pair};

/// A path on the site, from its root and without the base path: `/groups/x/`, `/404.html`. One that
/// ends with `/` is a folder's `index.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Box<str>);

/// The folders in which each page has an id.
pub(super) const FOLDERS: [&str; 5] = ["groups", "guidance", "fields", "subjects", "domains"];

/// The folders at the site's root for its own pages and files, now or later.
const SECTIONS: [&str; 12] = [
    "404", "assets", "calendar", "compare", "data", "domains", "fields", "groups", "guidance",
    "search", "start", "subjects",
];

impl Address {
    /// The home page.
    pub fn home() -> Self {
        Self("/".into())
    }

    /// The list of all groups.
    pub fn groups() -> Self {
        Self("/groups/".into())
    }

    /// A group's page.
    pub fn group(id: &str) -> Self {
        Self(format!("/groups/{id}/").into())
    }

    /// The sheet with which a group is made known.
    pub fn poster(group: &str) -> Self {
        Self::group(group).child("poster/")
    }

    /// The page of an axis.
    pub fn axis(axis: Axis) -> Self {
        Self(format!("/{}/", axis.key()).into())
    }

    /// The page of a term.
    pub fn term(axis: Axis, id: &str) -> Self {
        Self(format!("/{}/{id}/", axis.key()).into())
    }

    /// The page for two terms at once. It is below the term of the axis that comes first; the
    /// other order is not made.
    pub fn pair(vocabulary: &Vocabulary, pair: Pair) -> Self {
        let [first, second] = [pair.first, pair.second].map(|term| {
            let id = &vocabulary.terms(term.axis)[term.position].id;
            format!("{}/{id}", term.axis.key())
        });
        Self(format!("/{first}/{second}/").into())
    }

    /// The coming meetings.
    pub fn calendar() -> Self {
        Self("/calendar/".into())
    }

    /// The page with the form for a charter.
    pub fn start() -> Self {
        Self("/start/".into())
    }

    /// The search page.
    pub fn search() -> Self {
        Self("/search/".into())
    }

    /// The page with groups side by side.
    pub fn compare() -> Self {
        Self("/compare/".into())
    }

    /// A file that the site's own scripts fetch. Such files name groups by their numbers: they are in a
    /// folder that is named after the numbering, so that files of two editions are never mixed.
    pub fn data(directory: &Directory, path: &str) -> Self {
        Self(format!("/data/{}/{path}", directory.numbering()).into())
    }

    /// The list of the guidance.
    pub fn guidance_index() -> Self {
        Self("/guidance/".into())
    }

    /// A page of the guidance.
    pub fn guidance(id: &str) -> Self {
        Self(format!("/guidance/{id}/").into())
    }

    /// Any other page of text. `404` is the one that hosts show for addresses that lead nowhere, `home` the
    /// text of the home page.
    pub fn article(id: &str) -> Self {
        match id {
            "404" => Self::file("404.html"),
            "home" => Self::home(),
            _ => Self(format!("/{id}/").into()),
        }
    }

    /// A file at the site's root, such as `sitemap.xml`.
    pub fn file(path: &str) -> Self {
        Self(format!("/{}", path.trim_start_matches('/')).into())
    }

    /// A further page of a list, from 2: `/groups/page/2/`.
    #[must_use]
    pub fn page(&self, number: usize) -> Self {
        if number <= 1 { self.clone() } else { Self(format!("{}page/{number}/", self.0).into()) }
    }

    /// What is in a page's folder: `/groups/x/` and `meetings.ics`.
    #[must_use]
    pub fn child(&self, name: &str) -> Self {
        Self(format!("{}{name}", self.0).into())
    }

    /// An earlier address: the id of a group, or a site path.
    pub fn alias(alias: &str) -> Self {
        match alias.strip_prefix('/') {
            None => Self::group(alias),
            Some(path) => Self(format!("/{}/", path.trim_end_matches('/')).into()),
        }
    }

    /// Whether it is below that of the list of groups.
    pub fn is_of_a_group(&self) -> bool {
        self.0.starts_with("/groups/")
    }

    /// Whether it lies among the site's own pages and files, where an earlier address can only be that of a group, a
    /// term or guidance with an earlier id.
    pub fn is_the_sites_own(&self) -> bool {
        let mut parts = self.0.trim_matches('/').split('/');
        match [parts.next(), parts.next(), parts.next()] {
            [Some(folder), Some(_), None] if FOLDERS.contains(&folder) => false,
            [section, ..] => section.is_some_and(|section| SECTIONS.contains(&section)),
        }
    }

    /// The path, from `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that holds it, relative to the output folder.
    pub fn file_path(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_knows_its_file() {
        assert_eq!(Address::home().file_path(), "index.html");
        assert_eq!(Address::group("x").file_path(), "groups/x/index.html");
        assert_eq!(Address::article("404").file_path(), "404.html");
        assert_eq!(Address::groups().page(2).as_str(), "/groups/page/2/");
        assert_eq!(Address::groups().page(1), Address::groups());
    }

    #[test]
    fn an_alias_is_an_id_or_a_path() {
        assert_eq!(Address::alias("old").as_str(), "/groups/old/");
        assert_eq!(Address::alias("/circles/old").as_str(), "/circles/old/");
    }
}
