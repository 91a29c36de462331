//! What a directory insists on: `required`.

use crate::diagnostic::{Code, join_words, nearest, shorten};
use crate::yaml::{Decoder, Fields};

/// The paths of the keys that a charter must have unless the directory leaves them to its groups.
pub const REQUIRABLE: [&str; 10] = [
    "summary",
    "reviewed",
    "purpose",
    "leaders",
    "aims",
    "membership",
    "meetings",
    "joining.places",
    "joining.steps",
    "joining.contact",
];

/// The keys, of those that a directory may leave to its groups, on which it insists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Required(Vec<&'static str>);

impl Default for Required {
    fn default() -> Self {
        Self(REQUIRABLE.to_vec())
    }
}

impl Required {
    /// Whether it insists on a key, by its path in the format, or on a part of it.
    pub fn has(&self, path: &str) -> bool {
        let is_part = |it: &&str| it.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
        self.0.iter().any(|it| *it == path || is_part(it))
    }
}

/// Reads `required`. A directory without that key insists on all.
pub(super) fn read(decoder: &mut Decoder<'_>, fields: &Fields<'_>) -> Required {
    let Some(node) = fields.get("required") else { return Required::default() };
    let Some(listed) = decoder.lines(node, 100) else { return Required::default() };
    let mut required = Vec::new();
    for line in listed {
        if let Some(path) = REQUIRABLE.iter().find(|path| **path == line.value) {
            required.push(*path);
            continue;
        }
        let message =
            format!("`{}` is not a key on which a directory can insist.", shorten(line.value));
        let help = match nearest(line.value, REQUIRABLE) {
            Some(path) => format!("Did you mean `{path}`?"),
            None => format!("The keys here are {}.", join_words(&REQUIRABLE, "and")),
        };
        decoder.report(Code::Value, line.span, message, help);
    }
    Required(required)
}
