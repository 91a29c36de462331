//! The kinds of pages.

use super::Address;
use crate::config::Axis;
use crate::directory::{Pair, TermRef};

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its address.
    pub address: Address,
    /// What it shows.
    pub kind: PageKind,
}

/// What a page shows. Groups, terms and articles are named by their positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The home page, with the directory's own text, if it has written one, by its position.
    Home(Option<usize>),
    /// All groups; the page of the list, from 1.
    Groups(usize),
    /// The terms of an axis.
    Axis(Axis),
    /// A term's groups; the page of the list, from 1.
    Term(Axis, usize, usize),
    /// The groups that have two terms; the page of the list, from 1.
    Pair(Pair, usize),
    /// A group.
    Group(usize),
    /// A group, on a sheet of paper.
    Poster(usize),
    /// The coming meetings; the page of the list, from 1.
    Calendar(usize),
    /// The search page.
    Search,
    /// The page with groups side by side, which its address names.
    Compare,
    /// The page with the form for a charter, and the position of the Guild's own text for it, if there is one.
    Start(Option<usize>),
    /// The list of the guidance.
    GuidanceIndex,
    /// A page of the guidance.
    Guidance(usize),
    /// Any other page of text.
    Article(usize),
    /// The page for addresses that lead nowhere, where the Guild has written none.
    NotFound,
    /// An earlier address of another page.
    Redirect(Target),
}

/// A page that may have had other addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A group.
    Group(usize),
    /// A term.
    Term(TermRef),
    /// A page of the guidance.
    Guidance(usize),
    /// Any other page of text.
    Article(usize),
}

impl PageKind {
    /// Whether the sitemap lists the page.
    pub fn is_for_search_engines(&self, address: &Address) -> bool {
        match self {
            Self::Redirect(_) | Self::NotFound | Self::Search | Self::Compare | Self::Poster(_) => {
                false
            }
            Self::Article(_) => address.as_str().ends_with('/'), // 404.html is not a place to go
            Self::Home(_)
            | Self::Groups(_)
            | Self::Axis(_)
            | Self::Term(..)
            | Self::Pair(..)
            | Self::Group(_)
            | Self::Calendar(_)
            | Self::GuidanceIndex
            | Self::Guidance(_)
            | Self::Start(_) => true,
        }
    }
}
