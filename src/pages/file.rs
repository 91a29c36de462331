//! Files other than pages: what programs, search engines and the site's own scripts read.

use std::fmt;
use std::sync::Arc;

use super::{Address, Plan};
use crate::diagnostic::Diagnostic;
use crate::directory::Directory;

/// A kind of file: its address, its media type, and how one is made.
#[derive(Debug)]
pub struct FileKind {
    /// The media type of its files.
    pub media_type: &'static str,
    /// Names the address of each of its files, with the number by which `make` knows it.
    pub plan: fn(&Outline<'_>, &mut dyn FnMut(Address, usize)),
    /// Makes one of them.
    pub make: fn(&Site<'_>, &File) -> Result<String, Vec<Diagnostic>>,
}

/// What the plan of files depends on: the groups, and how many pages the sitemap lists.
#[derive(Clone, Copy, Debug)]
pub struct Outline<'a> {
    /// The groups.
    pub directory: &'a Directory,
    /// How many pages the sitemap lists.
    pub searchable_pages: usize,
}

/// A file other than a page.
#[derive(Clone, Debug)]
pub struct File {
    /// Its address.
    pub address: Address,
    /// What it is.
    pub kind: &'static FileKind,
    /// Which of its kind it is.
    pub number: usize,
}

/// What files are made of.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The groups.
    pub directory: &'a Directory,
    /// The plan of the site.
    pub plan: &'a Plan,
    /// Renders the cards of groups, by their positions.
    pub cards: &'a dyn Fn(&[usize]) -> Cards,
}

/// The HTML of some cards, or what is wrong with their template.
pub type Cards = Result<Vec<Arc<str>>, Vec<Diagnostic>>;

impl fmt::Debug for Site<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Site").finish_non_exhaustive()
    }
}

impl File {
    /// Makes its text.
    ///
    /// # Errors
    /// A template that asks for what is not there, with its place.
    pub fn make(&self, site: &Site<'_>) -> Result<String, Vec<Diagnostic>> {
        (self.kind.make)(site, self)
    }
}
