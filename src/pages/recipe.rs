//! What each page is made of.

use super::Address;
use crate::config::Axis;
use crate::directory::{Pair, TermRef};

/// What a page is made of. Groups, terms and articles are named by their positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipe {
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
    /// The coming meetings; the page of the list, from 1.
    Calendar(usize),
    /// The page on which one searches.
    Search,
    /// The page on which one writes a charter, with the Guild's own text, if it has written one, by its
    /// position.
    Start(Option<usize>),
    /// The list of the guidance.
    GuidanceIndex,
    /// A page of the guidance.
    Guidance(usize),
    /// Any other page of text.
    Article(usize),
    /// The page for addresses that lead nowhere, where the Guild has written none.
    NotFound,
    /// An earlier address, and the position of the group that lives elsewhere now.
    Redirect(usize),
    /// A part of the list of all addresses for search engines, from 0.
    Sitemap(usize),
    /// The list of those parts, where there is more than one.
    SitemapIndex,
    /// What search engines may read.
    Robots,
    /// The newest and the changed groups, for feed readers.
    Feed,
    /// All groups for programs.
    GroupsJson,
    /// All groups for spreadsheets.
    GroupsCsv,
    /// The schema of a charter, for editors.
    CharterSchema,
    /// A group's meetings, for calendar programs.
    GroupCalendar(usize),
    /// A term's meetings, for calendar programs.
    TermCalendar(TermRef),
    /// All meetings, for calendar programs.
    WholeCalendar,
    /// What the filters choose by.
    Facets,
    /// The orders, other than by name, in which lists can be shown.
    Orders,
    /// Cards for what filters and search find, [`CARDS_LENGTH`](super::CARDS_LENGTH) a file; from 0.
    Cards(usize),
    /// A charter without answers.
    Blank,
    /// What the form for a charter knows.
    Form,
    /// Names of groups, by which the form sees that one is taken; from 0.
    Names(usize),
    /// A group's charter, for the form.
    Values(usize),
    /// A file that is copied as it is, by its position.
    Static(usize),
}

impl Recipe {
    /// Whether search engines are told of the page.
    pub(super) fn is_for_search_engines(&self, address: &Address) -> bool {
        match self {
            Self::Redirect(_)
            | Self::NotFound
            | Self::Search
            | Self::Sitemap(_)
            | Self::SitemapIndex
            | Self::Robots
            | Self::Feed
            | Self::GroupsJson
            | Self::GroupsCsv
            | Self::CharterSchema
            | Self::GroupCalendar(_)
            | Self::TermCalendar(_)
            | Self::WholeCalendar
            | Self::Facets
            | Self::Orders
            | Self::Cards(_)
            | Self::Blank
            | Self::Form
            | Self::Names(_)
            | Self::Values(_)
            | Self::Static(_) => false,
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
