//! The search index: small static files in which a browser finds groups, without a server.
//!
//! 1. [`tokenizer`] splits texts into words as people type them: without case, accents or marks.
//! 2. [`document`] says which texts of a charter are searched, and as what: its name, a place, a text.
//! 3. [`gather`] walks all groups on all cores: for each word, the groups that have it.
//! 4. [`postings`] writes the groups of a word as a short text.
//! 5. [`files`] cuts all of it into files of a few kilobytes, each named after its content.
//!
//! `docs/search.md` describes the files; `index-reader.js` of the theme reads them.

mod document;
mod files;
mod gather;
mod manifest;
mod postings;
mod tokenizer;

use std::collections::BTreeMap;

use crate::directory::Directory;

use gather::gather;

/// The files of the search index.
#[derive(Debug, PartialEq, Eq)]
pub struct Index {
    files: BTreeMap<String, Vec<u8>>,
}

impl Index {
    /// Indexes every group, on all cores. The same directory gives the same bytes. `cards` is how
    /// many cards are in one file of those that show the results.
    pub fn build(directory: &Directory, cards: usize) -> Self {
        let groups = directory.groups();
        let phrases = document::Phrases::new(&directory.config);
        let (today, config) = (directory.today, &*directory.config);
        let words = gather(groups.len(), |document, gatherer| {
            document::read(&groups[document], today, config, &phrases, gatherer);
        });
        let (current, terms) = (directory.current().len(), manifest::terms(directory));
        let meanings = manifest::Meanings::of(directory);
        Self { files: files::write(&words, groups.len(), current, cards, terms, meanings) }
    }

    /// Every file with its path below `/search/index/`, in the order of the paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The file of that path below `/search/index/`.
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests;
