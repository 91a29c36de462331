//! The index cut into files, each small enough to be fetched while someone types.
//!
//! Every file but `index.json` is named after its content. So a browser may keep it for ever, a
//! publisher sends only what changed, and a visitor who has an earlier `index.json` never reads it
//! together with later files.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::gather::{Field, Word, in_order};
use super::manifest::{Manifest, Meanings, Shards, Term};
use super::postings::{Documents, push_number};
use super::tokenizer::is_unspaced;

/// A file of words is closed when its words have so many bytes.
const WORDS_IN_FILE: usize = 8 * 1024;
/// A file of postings is closed before it has more bytes; longer postings have a file of their own.
const POSTINGS_IN_FILE: usize = 8 * 1024;
/// A word in the text of more groups than this is common, however many there are.
const MOST_LISTED: usize = 40 * 1024;
/// In a directory with fewer groups no word is common.
const LEAST_FOR_COMMON: usize = 16;
/// The fewest letters of a word that a mistyped one may be taken for.
const SHORTEST_FORGIVEN: usize = 3;
/// How many hexadecimal digits of its hash name a file: 48 bits.
const DIGITS: usize = 12;

type Files = BTreeMap<String, Vec<u8>>;

/// A range of the words, with the files of their postings.
#[derive(Debug, Serialize)]
struct Shard {
    /// The words in order, with spaces between.
    words: String,
    /// For each, how many groups are listed for it.
    groups: String,
    /// For each, how many of them have it in more than their text.
    heads: String,
    /// The names of the files with their postings: the path is `postings/<name>.json`.
    files: Vec<String>,
    /// For each file, how many words it has.
    sizes: String,
}

/// Writes all files of the index, by their paths.
pub(super) fn write(
    words: &[Word],
    documents: usize,
    current: usize,
    cards: usize,
    mut terms: Vec<Term<'_>>,
    meanings: Meanings<'_>,
) -> Files {
    let mut files = Files::new();
    for term in &mut terms {
        let mut groups = String::new();
        Documents::write(std::iter::once(&term.documents), &mut groups);
        term.file = add(&mut files, "terms", &groups);
    }
    let shards: Vec<(Shard, Files)> = ranges(words, |word| word.text.len())
        .into_par_iter()
        .map(|range| write_shard(range, documents))
        .collect();
    let mut by_word = Shards::default();
    for (shard, postings) in shards {
        files.extend(postings);
        let first = shard.words.split(' ').next().unwrap_or_default();
        by_word.push(first, add(&mut files, "words", &shard));
    }
    let common = words.iter().filter(|word| is_common(word, documents));
    let manifest = Manifest {
        documents,
        current,
        cards,
        common: common.map(|word| &*word.text).collect::<Vec<_>>().join(" "),
        terms,
        meanings,
        words: by_word,
        endings: write_endings(words, &mut files),
    };
    files.insert("index.json".to_owned(), json(&manifest));
    files
}

/// Whether a word does not tell groups apart: of those that have it in nothing but their text, if at
/// all, more than half do. Those are not listed for it then.
fn is_common(word: &Word, documents: usize) -> bool {
    let others = documents.saturating_sub(heads(word) as usize);
    let listed = word.count(Field::Text) as usize;
    documents >= LEAST_FOR_COMMON && listed > MOST_LISTED.min(others / 2)
}

/// How many groups have a word in more than their text.
fn heads(word: &Word) -> u32 {
    HEADS.iter().map(|field| word.count(*field)).sum()
}

/// Words in ranges that make a file each.
fn ranges<T>(words: &[T], length: impl Fn(&T) -> usize) -> Vec<&[T]> {
    let mut size = 0;
    let is_in_same_file = |word: &T, _: &T| {
        size += length(word) + 1;
        let has_room = size < WORDS_IN_FILE;
        if !has_room {
            size = 0;
        }
        has_room
    };
    words.chunk_by(is_in_same_file).collect()
}

fn write_shard(words: &[Word], documents: usize) -> (Shard, Files) {
    let mut shard = Shard {
        words: words.iter().map(|word| &*word.text).collect::<Vec<_>>().join(" "),
        groups: String::new(),
        heads: String::new(),
        files: Vec::new(),
        sizes: String::new(),
    };
    let mut files = Files::new();
    let (mut open, mut size) = (String::new(), 0);
    for word in words {
        let with_text = !is_common(word, documents);
        let in_text = if with_text { word.count(Field::Text) } else { 0 };
        push_number(&mut shard.groups, heads(word) + in_text);
        push_number(&mut shard.heads, heads(word));
        let postings = postings(word, with_text);
        if size > 0 && open.len() + postings.len() > POSTINGS_IN_FILE {
            shard.close(&mut files, &open, size);
            (open, size) = (String::new(), 0);
        }
        if size > 0 {
            open.push(' ');
        }
        open.push_str(&postings);
        size += 1;
    }
    shard.close(&mut files, &open, size);
    (shard, files)
}

impl Shard {
    fn close(&mut self, files: &mut Files, postings: &str, size: u32) {
        self.files.push(add(files, "postings", &postings));
        push_number(&mut self.sizes, size);
    }
}

/// What comes after the text, in this order.
const HEADS: [Field; Field::HEADS] = [Field::Summary, Field::Name, Field::Place, Field::Leader];

/// The groups of a word: those that have it in their text, in their summary, their name, a place, a
/// leader's name, with dots between, and without the dots at the end.
fn postings(word: &Word, with_text: bool) -> String {
    let mut out = String::new();
    if with_text {
        Documents::write(word.lists(Field::Text), &mut out);
    }
    for field in HEADS {
        out.push('.');
        Documents::write(word.lists(field), &mut out);
    }
    out.truncate(out.trim_end_matches('.').len());
    out
}

/// Writes the words that a mistyped one may be taken for, sorted by their reversed letters.
fn write_endings(words: &[Word], files: &mut Files) -> Shards {
    let can_be_meant = |word: &&Word| {
        let letters = word.text.chars().count();
        let is_plain = |found: char| found.is_alphabetic() && !is_unspaced(found);
        letters >= SHORTEST_FORGIVEN && word.text.chars().all(is_plain)
    };
    let reversed = |word: &Word| word.text.chars().rev().collect::<String>();
    let mut endings: Vec<String> = words.par_iter().filter(can_be_meant).map(reversed).collect();
    endings.par_sort_unstable_by(|a, b| in_order(a, b));
    let mut shards = Shards::default();
    for range in ranges(&endings, String::len) {
        let file = add(files, "endings", &range.join(" "));
        shards.push(&range[0], file);
    }
    shards
}

/// Adds a file that is named after its content. Gives its name.
fn add(files: &mut Files, folder: &str, content: &impl Serialize) -> String {
    let bytes = json(content);
    let name = blake3::hash(&bytes).to_hex()[..DIGITS].to_owned();
    files.insert(format!("{folder}/{name}.json"), bytes);
    name
}

#[expect(clippy::expect_used, reason = "texts, numbers and lists of them are always JSON")]
fn json(content: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(content).expect("JSON")
}
