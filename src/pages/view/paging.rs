//! The row of links to the pages of a long list.

use serde::Serialize;

/// A page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct PageLink {
    /// Its number, from 1; none where pages are left out of a long row.
    pub number: Option<usize>,
    /// Its address.
    pub href: String,
    /// Whether it is the page shown.
    pub current: bool,
}
