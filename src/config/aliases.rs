//! Other words for a term or a page of text, and its earlier addresses.

use super::MOST_ALIASES;
use crate::diagnostic::{Code, Spanned, shorten};
use crate::source::check_id;
use crate::yaml::{Decoder, Fields, Node};

/// The longest earlier path, in bytes.
pub(crate) const LONGEST_PATH: usize = 200;

/// The longest word, in characters.
const LONGEST_WORD: usize = 60;

/// What a term or a page of text is known by besides its name and its address.
#[derive(Debug, Default)]
pub struct Aliases {
    /// Words that people type for it.
    pub words: Vec<String>,
    /// Its earlier addresses: site paths that start with `/`.
    pub addresses: Vec<Spanned<String>>,
}

impl Aliases {
    pub(super) fn read(decoder: &mut Decoder<'_>, fields: &Fields<'_>) -> Self {
        let mut aliases = Self::default();
        let Some(node) = fields.get("aliases") else { return aliases };
        for item in decoder.short_list(node, MOST_ALIASES).unwrap_or_default() {
            aliases.read_one(decoder, item);
        }
        aliases
    }

    fn read_one(&mut self, decoder: &mut Decoder<'_>, item: &Node) {
        let Some(line) = decoder.line(item, LONGEST_PATH) else { return };
        if !line.value.starts_with('/') {
            self.words.extend(decoder.limited(line, LONGEST_WORD).map(|it| it.value.to_owned()));
        } else if is_earlier_path(line.value) {
            self.addresses.push(line.map(str::to_owned));
        } else {
            let message = format!("`{}` is not a site path.", shorten(line.value));
            let help =
                "Write an earlier address of this page without the host, such as /fields/old-name/";
            decoder.report(Code::Value, line.span, message, help);
        }
    }
}

/// Whether a text can be the path of an earlier page: ids, each after a slash.
pub(crate) fn is_earlier_path(text: &str) -> bool {
    let ids = text.strip_prefix('/').map(|rest| rest.strip_suffix('/').unwrap_or(rest));
    let is_of_ids = ids.is_some_and(|ids| ids.split('/').all(|part| check_id(part).is_ok()));
    is_of_ids && text.len() <= LONGEST_PATH
}
