//! The files that a change touches, which a comment on it names one by one.

use std::sync::Arc;

use super::counted;
use super::markdown::code;

/// How long a list of them may become in a comment, in characters.
const LONGEST: usize = 10_000;

/// The file that decides for the whole site, and what people should know of a change to it.
const SETTINGS: &str = "content/site.yaml";
const DECIDES: &str = "it decides for the whole site, also which files are published that otherwise are not; \
                       somebody should read what has changed in it";

/// A file that a change touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The file, as places name it.
    pub file: Arc<str>,
    /// What becomes of it, in a word: `new`, `changed`, `removed`.
    pub what: &'static str,
    /// What it is, where the check did not look into it.
    pub unchecked: Option<&'static str>,
}

/// How many of them the check did not look into.
pub(super) fn unchecked_count(changes: &[Change]) -> usize {
    changes.iter().filter(|change| change.unchecked.is_some()).count()
}

/// Those that the check did not look into: outside of `content/` first, where they can do most.
pub(super) fn not_checked(changes: &[Change]) -> String {
    let mut found: Vec<_> = changes.iter().filter(|change| change.unchecked.is_some()).collect();
    found.sort_by_key(|change| (change.file.starts_with("content/"), &change.file));
    let words = match found.len() {
        0 => return String::new(),
        1 => "The check did not look into this file. Somebody must, before it is accepted:",
        _ => "The check did not look into these files. Somebody must, before they are accepted:",
    };
    format!("\n### Not checked\n\n{words}\n\n{}", list(&found))
}

/// Those that the check looked into.
pub(super) fn checked(changes: &[Change]) -> String {
    let mut found: Vec<_> = changes.iter().filter(|change| change.unchecked.is_none()).collect();
    found.sort_by_key(|change| &change.file);
    if found.is_empty() { String::new() } else { format!("\n### Checked\n\n{}", list(&found)) }
}

fn list(changes: &[&Change]) -> String {
    let (mut text, mut length) = (String::new(), 0);
    for (position, Change { file, what, unchecked }) in changes.iter().enumerate() {
        let note = unchecked.or((**file == *SETTINGS).then_some(DECIDES));
        let note = note.map(|note| format!(": {note}")).unwrap_or_default();
        let line = format!("- {} ({what}){note}\n", code(file));
        length += line.chars().count();
        if length > LONGEST {
            let more = counted(changes.len() - position, "more file");
            return format!("{text}- and {more}: **Files changed** shows them all\n");
        }
        text += &line;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_the_settings_is_for_people_to_read() {
        let change = |file: &str| Change { file: file.into(), what: "changed", unchecked: None };
        let told = checked(&[change("content/site.yaml"), change("content/groups/a.md")]);
        assert!(
            told.contains("`content/site.yaml` (changed): it decides for the whole site"),
            "{told}"
        );
        assert!(told.contains("- `content/groups/a.md` (changed)\n"), "{told}");
    }
}
