//! All groups walked on all cores: for each word, the groups that have it.

use std::cmp::Ordering;

use foldhash::HashMap;
use rayon::prelude::*;

use super::postings::Documents;
use super::tokenizer::Tokenizer;

/// What a group has a word in. A word counts for the best of them alone, which is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// Its name.
    Name,
    /// Where it meets.
    Place,
    /// Who leads it.
    Leader,
    /// Its summary.
    Summary,
    /// Any other text.
    Text,
}

impl Field {
    /// All but the text.
    pub(super) const HEADS: usize = 4;
}

/// The documents that have a word, by what they have it in.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// One after the last document that was added to any list.
    next: u32,
    text: Documents,
    /// By field. Few words have any.
    heads: Option<Box<[Documents; Field::HEADS]>>,
}

impl Entry {
    fn push(&mut self, document: u32, field: Field) {
        if self.next > document {
            return;
        }
        self.next = document + 1;
        match field {
            Field::Text => self.text.push(document),
            field => self.heads.get_or_insert_default()[field as usize].push(document),
        }
    }

    /// The documents that have it in a field.
    pub(super) fn documents(&self, field: Field) -> Option<&Documents> {
        match field {
            Field::Text => Some(&self.text),
            field => self.heads.as_ref().map(|heads| &heads[field as usize]),
        }
    }
}

/// A word with the documents of each part of the directory, in their order.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: Box<str>,
    pub(super) entries: Vec<Entry>,
}

impl Word {
    /// The lists of a field, each of which goes on after the one before.
    pub(super) fn lists(&self, field: Field) -> impl Iterator<Item = &Documents> {
        self.entries.iter().filter_map(move |entry| entry.documents(field))
    }

    /// How many documents have it in a field.
    pub(super) fn count(&self, field: Field) -> u32 {
        self.lists(field).map(Documents::count).sum()
    }
}

/// Takes the texts of one document after the other.
#[derive(Debug, Default)]
pub(super) struct Gatherer {
    tokenizer: Tokenizer,
    document: u32,
    words: HashMap<Box<str>, Entry>,
}

impl Gatherer {
    /// Adds a text of the document. Texts come in the order of their fields, the best first.
    pub(super) fn add(&mut self, field: Field, text: &str) {
        let (words, document) = (&mut self.words, self.document);
        self.tokenizer.each_word(text, |word| match words.get_mut(word) {
            Some(entry) => entry.push(document, field),
            None => {
                words.entry(word.into()).or_default().push(document, field);
            }
        });
    }
}

/// The order of words in the files: that of UTF-16, in which browsers compare texts.
pub(super) fn in_order(a: &str, b: &str) -> Ordering {
    if a.is_ascii() || b.is_ascii() { a.cmp(b) } else { a.encode_utf16().cmp(b.encode_utf16()) }
}

/// Parts for each core, so that no core waits long for another. What comes out is the same for any number.
const PARTS_FOR_EACH_CORE: usize = 2;
/// The fewest documents of a part: each keeps words of its own, which are joined in the end.
const LEAST_IN_PART: usize = 128;

/// Gives every word of `count` documents, sorted, each once. `read` adds the texts of a document.
pub(super) fn gather(count: usize, read: impl Fn(usize, &mut Gatherer) + Sync) -> Vec<Word> {
    let parts = PARTS_FOR_EACH_CORE * rayon::current_num_threads();
    let size = count.div_ceil(parts).max(LEAST_IN_PART);
    let parts: Vec<Vec<(Box<str>, Entry)>> = (0..count.div_ceil(size))
        .into_par_iter()
        .map(|part| {
            let mut gatherer = Gatherer::default();
            for document in part * size..count.min((part + 1) * size) {
                gatherer.document = u32::try_from(document).unwrap_or(u32::MAX);
                read(document, &mut gatherer);
            }
            let mut words: Vec<_> = gatherer.words.into_iter().collect();
            words.sort_unstable_by(|(a, _), (b, _)| in_order(a, b));
            words
        })
        .collect();
    merge(parts)
}

/// Joins the words of parts that are sorted each; the order of the parts is kept for every word.
fn merge(parts: Vec<Vec<(Box<str>, Entry)>>) -> Vec<Word> {
    let mut all: Vec<_> = parts.into_iter().flatten().collect();
    // Stable, so that the parts of a word stay in their order.
    all.par_sort_by(|(a, _), (b, _)| in_order(a, b));
    let mut words: Vec<Word> = Vec::new();
    for (text, entry) in all {
        match words.last_mut() {
            Some(word) if word.text == text => word.entries.push(entry),
            _ => words.push(Word { text, entries: vec![entry] }),
        }
    }
    words
}
