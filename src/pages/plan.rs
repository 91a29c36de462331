//! The plan of the site: every address once, each with the page or file that is there.

use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;

use super::Address;
use super::kind::Page;
use super::view::View;
use crate::diagnostic::Diagnostic;
use crate::directory::Directory;
use crate::source::StaticFile;

/// All entries of the site, sorted by address.
#[derive(Debug)]
pub struct Plan {
    entries: Vec<Entry>,
}

impl Plan {
    /// The plan of these entries, each of which has its own address.
    pub(super) fn of(mut entries: Vec<Entry>) -> Self {
        entries.par_sort_unstable_by(|a, b| a.address().cmp(b.address()));
        Self { entries }
    }

    /// All that has an address, sorted by it.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Every page, sorted by address.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Page(page) => Some(page),
            Entry::File(_) | Entry::Static(..) => None,
        })
    }

    /// What is at an address.
    pub fn find(&self, address: &str) -> Option<&Entry> {
        let position = self.entries.binary_search_by(|entry| entry.address().as_str().cmp(address));
        position.ok().map(|position| &self.entries[position])
    }

    /// What has a path as its file, from `/`: `/groups/index.html` is that of `/groups/`.
    pub(super) fn find_file(&self, path: &str) -> Option<&Entry> {
        let of_folder = path.strip_suffix("index.html").filter(|folder| folder.ends_with('/'));
        self.find(path).or_else(|| self.find(of_folder?))
    }
}

/// What is at an address.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A page, which has a view.
    Page(Page),
    /// A file other than a page, which has a maker.
    File(File),
    /// A file that is copied as it is.
    Static(Address, StaticFile),
}

impl Entry {
    /// Its address.
    pub fn address(&self) -> &Address {
        match self {
            Self::Page(page) => &page.address,
            Self::File(file) => &file.address,
            Self::Static(address, _) => address,
        }
    }
}

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
    /// Renders the card and the page of a group, which need not be one of the site.
    pub group: &'a dyn Fn(&View) -> Rendered,
}

/// The HTML of some cards, or what is wrong with their template.
pub type Cards = Result<Vec<Arc<str>>, Vec<Diagnostic>>;

/// The HTML of a group's card and of its page, or what is wrong with a template.
pub type Rendered = Result<(String, String), Vec<Diagnostic>>;

impl fmt::Debug for Site<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Site").finish_non_exhaustive()
    }
}

impl File {
    /// Makes its text.
    ///
    /// # Errors
    /// A template that asks for something that does not exist, with its place.
    pub fn make(&self, site: &Site<'_>) -> Result<String, Vec<Diagnostic>> {
        (self.kind.make)(site, self)
    }
}
