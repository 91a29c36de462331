//! `index.json`: the names of all other files, and the terms.

use serde::Serialize;

use super::postings::Documents;
use crate::config::Axis;
use crate::directory::Directory;

/// Changes when a reader of the files has to change.
pub(super) const VERSION: u32 = 1;

/// The file that is read first.
#[derive(Debug, Serialize)]
pub(super) struct Manifest<'a> {
    pub(super) version: u32,
    /// How many documents there are.
    pub(super) documents: usize,
    /// How many of them are of current groups: they come first.
    pub(super) current: usize,
    /// How many cards a file of cards has.
    pub(super) cards: usize,
    /// Words in the text of so many groups that those are not listed, in order, with spaces between.
    pub(super) common: String,
    /// The terms: fields, subjects, domains, in their order.
    pub(super) terms: Vec<Term<'a>>,
    /// The files of words, in the order of the alphabet.
    pub(super) words: Shards,
    /// The files of words that are sorted by their endings, in the order of the reversed words.
    pub(super) endings: Shards,
}

/// Files that hold a range of words each.
#[derive(Debug, Default, Serialize)]
pub(super) struct Shards {
    /// The first word of each, with spaces between.
    pub(super) first: String,
    /// The name of each: its path is `words/<name>.json` or `endings/<name>.json`.
    pub(super) files: Vec<String>,
}

impl Shards {
    pub(super) fn push(&mut self, first: &str, file: String) {
        if !self.files.is_empty() {
            self.first.push(' ');
        }
        self.first.push_str(first);
        self.files.push(file);
    }
}

/// A term as it is offered, and where its groups are written.
#[derive(Debug, Serialize)]
pub(super) struct Term<'a> {
    /// `field`, `subject` or `domain`.
    pub(super) axis: &'static str,
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) aliases: &'a [String],
    /// Its page, under the base path.
    pub(super) href: String,
    /// How many current groups it has.
    pub(super) groups: usize,
    /// The name of the file with its groups: its path is `terms/<name>.json`.
    pub(super) file: String,
    /// Its groups.
    #[serde(skip)]
    pub(super) documents: Documents,
}

/// All terms, by axis and in their order, those without a group too.
pub(super) fn terms(directory: &Directory) -> Vec<Term<'_>> {
    let config = &directory.config;
    let document_of = |group: &usize| u32::try_from(*group).unwrap_or(u32::MAX);
    let mut terms = Vec::new();
    for axis in Axis::ALL {
        for (position, term) in config.vocabulary.terms(axis).iter().enumerate() {
            let groups = directory.with_term(axis, position);
            terms.push(Term {
                axis: axis.facet(),
                id: &term.id,
                name: &term.name,
                aliases: &term.aliases.words,
                href: config.settings.base_url.href(&format!("/{}/{}/", axis.key(), term.id)),
                groups: directory.current_of(groups).len(),
                file: String::new(),
                documents: groups.iter().map(document_of).collect(),
            });
        }
    }
    terms
}
