//! The files that a change touches, which a comment on it names one by one.

use std::sync::Arc;

use super::inline::code;
use super::plural;

/// How long a list of them may become in a comment, in characters.
const LONGEST: usize = 10_000;

/// A file that a change touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file, as places name it.
    pub file: Arc<str>,
    /// What becomes of it, in a word: `new`, `changed`, `removed`.
    pub what: &'static str,
    /// What it is or does, where a check cannot judge it.
    pub for_people: Option<&'static str>,
}

/// How many of them people must look at.
pub(super) fn count_for_people(changes: &[Change]) -> usize {
    changes.iter().filter(|change| change.for_people.is_some()).count()
}

/// Those that people must look at: outside of `content/` first, where they can do most.
pub(super) fn for_people(changes: &[Change]) -> String {
    let mut found: Vec<_> = changes.iter().filter(|change| change.for_people.is_some()).collect();
    found.sort_by_key(|change| (change.file.starts_with("content/"), &change.file));
    let words = match found.len() {
        0 => return String::new(),
        1 => "The check cannot judge this file. A person must look at it before it is accepted:",
        _ => {
            "The check cannot judge these files. A person must look at them before they are accepted:"
        }
    };
    format!("\n### For people to look at\n\n{words}\n\n{}", list(&found))
}

/// Those that the check judged.
pub(super) fn checked(changes: &[Change]) -> String {
    let mut found: Vec<_> = changes.iter().filter(|change| change.for_people.is_none()).collect();
    found.sort_by_key(|change| &change.file);
    if found.is_empty() { String::new() } else { format!("\n### Checked\n\n{}", list(&found)) }
}

fn list(changes: &[&Change]) -> String {
    let (mut text, mut length) = (String::new(), 0);
    for (position, Change { file, what, for_people }) in changes.iter().enumerate() {
        let note = for_people.map(|note| format!(": {note}")).unwrap_or_default();
        let line = format!("- {} ({what}){note}\n", code(file));
        length += line.chars().count();
        if length > LONGEST {
            let more = plural(changes.len() - position, "more file");
            return format!("{text}- and {more}. **Files changed** shows them all\n");
        }
        text += &line;
    }
    text
}
