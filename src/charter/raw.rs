//! The front matter's entries, sorted by key.

use super::Question;
use crate::diagnostic::{Span, nearest};
use crate::yaml::{self, Decoder, Entry, Node};

macro_rules! raw_charter {
    ($($key:ident)*) => {
        /// The keys of a charter, in the order in which the documentation lists them.
        pub const KEYS: &[&str] = &[$(stringify!($key)),*];

        /// A charter as it was typed: each key with its value, if it is there.
        #[derive(Debug)]
        pub(super) struct RawCharter<'a> {
            /// The line of hyphens that opens it: where a missing key is reported.
            pub(super) opening: Span,
            /// The keys that were probably meant by those that the format does not have.
            meant: Vec<&'static str>,
            $(pub(super) $key: Option<&'a Entry>,)*
        }

        impl<'a> RawCharter<'a> {
            /// Sorts the entries; one with an unknown key is reported.
            pub(super) fn read(decoder: &mut Decoder<'_>, root: &'a Node) -> Option<Self> {
                let opening = yaml::opening_line(decoder.source());
                let fields = decoder.fields(root, opening, KEYS)?;
                let typed = fields.entries().iter().map(|entry| entry.key.as_str());
                let unknown = typed.filter(|key| !KEYS.contains(key));
                let meant = unknown.filter_map(|key| nearest(key, KEYS.iter().copied())).collect();
                Some(Self { opening, meant, $($key: fields.entry(stringify!($key)),)* })
            }

            /// The entry of a key by its name.
            pub(super) fn get(&self, key: &str) -> Option<&'a Entry> {
                match key {
                    $(stringify!($key) => self.$key,)*
                    _ => None,
                }
            }

            /// Whether a key is there, right or misspelt. One that is misspelt is reported as such,
            /// and not as missing too: one mistake, one problem.
            pub(super) fn has(&self, key: &str) -> bool {
                self.get(key).is_some() || self.meant.contains(&key)
            }

            /// Whether one of the question's keys is there.
            pub(super) fn answers(&self, question: &Question) -> bool {
                question.keys.iter().any(|key| self.get(key).is_some())
            }
        }
    };
}

raw_charter! {
    name summary fields subjects domains status founded reviewed language purpose leaders aims
    objectives membership size meetings commitment structure costs joining values standards
    communication conflict aliases
}
