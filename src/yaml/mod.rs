//! YAML into a tree in which every key and value keeps its place.
//!
//! Only what a charter needs is let through: one document, no anchors, aliases or tags, limited in
//! depth. Plain scalars are read by the YAML 1.2 core schema (section 10.3), so that `no`, `on` and
//! `18:30` are text.

mod comments;
mod date;
mod decode;
mod entries;
mod front_matter;
mod in_place;
mod key_path;
mod lines;
mod marks;
mod mend;
pub mod messages;
mod parse;
mod replacement;
mod suggestion;
mod values;
mod write;

use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

pub use comments::comments;
pub(crate) use date::{parse_date, suggested_date};
pub use decode::{Decoder, Fields};
pub(crate) use entries::NAME_ENDS;
pub use key_path::key_path;
pub use lines::{between_keys, lines};
pub use mend::{Mending, has_no_new};
pub(crate) use parse::is_decimal;
pub(crate) use replacement::replacement;
pub(crate) use suggestion::nearly;
pub(crate) use values::{LARGEST_NUMBER, PLACEHOLDERS};
pub(crate) use write::{in_brackets, scalar};

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Its place in the file (not in the front matter): from its first to past its last byte,
    /// quotes and brackets included, white space and comments after it not.
    pub span: Span,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A plain scalar that the core schema reads as a number, as it was typed.
    Number(String),
    /// Text: quoted, a block, or a plain scalar that is nothing else.
    Text(String),
    /// A sequence.
    Sequence(Vec<Node>),
    /// A mapping in the order of the file; keys are unique.
    Mapping(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key as text, whatever the core schema would make of it.
    pub key: String,
    /// The place of the key.
    pub key_span: Span,
    /// Its value.
    pub value: Node,
}

/// What each of some nodes is read as, if all of them can be read. None is passed over: each has its problems.
pub fn read_all<'n, T>(
    nodes: &'n [Node],
    read: impl FnMut(&'n Node) -> Option<T>,
) -> Option<Vec<T>> {
    let read: Vec<T> = nodes.iter().filter_map(read).collect();
    (read.len() == nodes.len()).then_some(read)
}

/// The tree of a whole YAML file. What is wrong with it is collected.
pub fn parse_file(source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Option<Node> {
    parse::parse(source, Span::new(0, source.text().len()), diagnostics)
}

/// The tree of a Markdown file's front matter, and the place of the text after it. What is wrong
/// with it is collected.
pub fn parse_front_matter(
    source: &SourceFile,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Node, Span)> {
    let parts = front_matter::split(source, diagnostics)?;
    let root = parse::parse(source, parts.yaml, diagnostics)?;
    Some((root, parts.body))
}

/// The place of the YAML of a front matter, if there is one that is closed.
pub fn front_matter_span(source: &SourceFile) -> Option<Span> {
    front_matter::split(source, &mut Vec::new()).map(|parts| parts.yaml)
}

/// The line of hyphens that opens a front matter: where a key that is missing from it is reported.
pub fn opening_line(source: &SourceFile) -> Span {
    let length = source.text().split(['\n', '\r']).next().map_or(0, |line| line.trim_end().len());
    Span::new(0, length)
}

impl Node {
    /// Whether another says the same: the same values under the same keys, in the same order, wherever they are.
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (&self.value, &other.value) {
            (Value::Sequence(own), Value::Sequence(others)) => {
                own.len() == others.len()
                    && own.iter().zip(others).all(|(own, other)| own.says_the_same(other))
            }
            (Value::Mapping(own), Value::Mapping(others)) => {
                own.len() == others.len()
                    && own.iter().zip(others).all(|(own, other)| own.says_the_same(other))
            }
            (own, other) => own == other,
        }
    }
}

impl Entry {
    /// Whether another has the same key, and its value says the same.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.key == other.key && self.value.says_the_same(&other.value)
    }
}
