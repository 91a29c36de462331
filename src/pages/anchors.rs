//! The places on a page that a link may lead to.

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_normalization::char::is_combining_mark;

use super::kind::{Page, PageKind};
use super::view::{GROUP_SECTIONS, shows_section};
use crate::charter::Charter;
use crate::directory::Directory;
use crate::markdown::Prose;

/// The places of a page.
pub(super) struct Anchors<'a> {
    charter: Option<&'a Charter>,
    text: Option<&'a Prose>,
}

impl<'a> Anchors<'a> {
    /// Those that a page has, beside the ones that all have.
    pub(super) fn of(directory: &'a Directory, page: &Page) -> Self {
        let config = &directory.config;
        let none = Self { charter: None, text: None };
        match page.kind {
            PageKind::Group(position) => {
                Self { charter: Some(&directory.groups()[position]), text: None }
            }
            PageKind::Guidance(position) => {
                Self { text: Some(&config.guidance[position].body), ..none }
            }
            PageKind::Article(position)
            | PageKind::Home(Some(position))
            | PageKind::Start(Some(position)) => {
                Self { text: Some(&config.pages[position].body), ..none }
            }
            PageKind::Term(axis, position, 1) => {
                let term = &config.vocabulary.terms(axis)[position];
                Self { text: Some(&term.introduction), ..none }
            }
            _ => none,
        }
    }

    /// The id of the place that a link names: by the id itself, or by its heading in GitHub’s form, or in ours
    /// without what it starts with.
    pub(super) fn find<'n>(&self, name: &'n str) -> Option<Cow<'n, str>> {
        let is_section = self.charter.is_some_and(|charter| shows_section(charter, name));
        if is_on_every_page(name) || is_section || self.headings().any(|(id, _)| id == name) {
            return Some(Cow::Borrowed(name));
        }
        let name = name.to_lowercase();
        let of_heading = |(id, github): &(&str, String)| {
            *github == name || id.split_once('-').is_some_and(|(_, words)| words == name)
        };
        self.headings().find(of_heading).map(|(id, _)| Cow::Owned(id.to_owned()))
    }

    /// The names that links may give to the headings and sections.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        let shows = |id: &&str| self.charter.is_some_and(|charter| shows_section(charter, id));
        let sections = GROUP_SECTIONS.iter().copied().filter(shows).map(str::to_owned);
        self.headings().map(|(_, github)| github).chain(sections)
    }

    /// The id of each heading, and the name that GitHub gives it.
    fn headings(&self) -> impl Iterator<Item = (&'a str, String)> {
        let texts = self.charter.into_iter().flat_map(Charter::markdown).chain(self.text);
        texts.flat_map(|text| {
            let mut repeats = HashMap::new();
            text.headings().iter().map(move |heading| {
                let name = github(&heading.text);
                let repeat = repeats.entry(name.clone()).and_modify(|it| *it += 1).or_insert(0);
                let name = if *repeat == 0 { name } else { format!("{name}-{repeat}") };
                (&*heading.id, name)
            })
        })
    }
}

/// Whether every page has a place of that id.
pub(super) fn is_on_every_page(id: &str) -> bool {
    matches!(id, "main" | "top" | "")
}

/// A heading’s name on GitHub: letters, digits, hyphens and underscores in lower case, and a hyphen for each space.
fn github(heading: &str) -> String {
    let kept = |found: &char| {
        found.is_alphanumeric() || is_combining_mark(*found) || matches!(found, '-' | '_' | ' ')
    };
    let spaced = heading.chars().flat_map(char::to_lowercase).filter(kept);
    spaced.map(|found| if found == ' ' { '-' } else { found }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_called_as_github_calls_it() {
        for (heading, name) in [
            ("How we meet", "how-we-meet"),
            ("Q & A: what’s new?", "q--a-whats-new"),
            ("snake_case and co-coaching", "snake_case-and-co-coaching"),
            ("Über uns", "über-uns"),
        ] {
            assert_eq!(github(heading), name);
        }
    }
}
