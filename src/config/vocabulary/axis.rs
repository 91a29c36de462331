//! The three ways in which groups are organised, and what a directory calls them.

use crate::words::Words;

/// One of the three ways in which groups are organised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// What members do.
    Field,
    /// What they are expert in, or study.
    Subject,
    /// Where, or with whom, they practise.
    Domain,
}

impl Axis {
    /// The three, in the order of the guidance.
    pub const ALL: [Self; 3] = [Self::Field, Self::Subject, Self::Domain];

    /// The charter's key, the content folder and the first part of the address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Field => "fields",
            Self::Subject => "subjects",
            Self::Domain => "domains",
        }
    }

    /// The axis with that key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|axis| axis.key() == key)
    }

    /// One of its terms, as the filters and the exports name it.
    pub fn facet(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Subject => "subject",
            Self::Domain => "domain",
        }
    }

    /// The keys of its words in the catalogue: what one of its terms is called, what all are, and what the axis is.
    pub(in crate::config) fn words(self) -> [&'static str; 3] {
        match self {
            Self::Field => ["axis-field", "axis-fields", "axis-field-meaning"],
            Self::Subject => ["axis-subject", "axis-subjects", "axis-subject-meaning"],
            Self::Domain => ["axis-domain", "axis-domains", "axis-domain-meaning"],
        }
    }

    /// One of its terms in a sentence, as the directory calls it: `field of practice`.
    pub fn singular(self, words: &Words) -> &str {
        let [one, ..] = self.words();
        words.get(one)
    }

    /// Its terms in a sentence: `fields of practice`.
    pub fn plural(self, words: &Words) -> &str {
        let [_, all, _] = self.words();
        words.get(all)
    }

    /// One of its terms, as a label: `Field of practice`.
    pub fn label(self, words: &Words) -> String {
        capitalised(self.singular(words))
    }

    /// Its terms, as a heading: `Fields of practice`.
    pub fn title(self, words: &Words) -> String {
        capitalised(self.plural(words))
    }

    /// What it is, in one sentence; empty where the directory calls it something else, and says no more.
    pub fn meaning(self, words: &Words) -> &str {
        let [.., meaning] = self.words();
        words.get(meaning)
    }

    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Field => "content/fields/",
            Self::Subject => "content/subjects/",
            Self::Domain => "content/domains/",
        }
    }
}

/// A text with a capital at its start.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}
