//! What is at an address of the site.

use super::Address;
use super::file::File;
use super::kind::Page;
use crate::source::StaticFile;

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
