//! What a value in the place of another kind of value means: a text where a list belongs, a key where text does.

use super::lines::lines;
use super::marks::{is_stray, mark};
use super::parse::quoted;
use super::write::{in_brackets, scalar};
use super::{Node, Value};
use crate::diagnostic::{Edit, Meant, Span};

/// The longest text, in bytes, that a help offers to copy.
const OFFERED: usize = 200;

/// What to do where nothing can be offered to copy.
pub(super) const BY_LINES: &str =
    "Write each entry on a line of its own below the key, with a hyphen and a space before it.";

/// What people meant as text where a colon has made a key of its beginning, and of nothing else: on one line.
pub(super) fn with_a_colon(raw: &str, node: &Node) -> Option<String> {
    let Value::Mapping(entries) = &node.value else { return None };
    let is_text = |node: &Node| !matches!(node.value, Value::Sequence(_) | Value::Mapping(_));
    let is_shown =
        raw.len() <= OFFERED && !raw.starts_with(['{', '"', '\'']) && !raw.contains(" #");
    match entries.as_slice() {
        [only] if is_shown && is_text(&only.value) => {
            let value = &raw[raw.len() - (only.value.span.end - only.value.span.start) as usize..];
            let is_block = value.starts_with(['|', '>', '"', '\'']);
            (!is_block).then(|| raw.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        _ => None,
    }
}

/// The entries of a list whose lines start with other marks than hyphens, and the list with hyphens.
pub(super) fn marked_entries(raw: &str) -> Option<(String, Vec<&str>)> {
    let (mut text, mut entries) = (String::with_capacity(raw.len()), Vec::new());
    let mut from = 0;
    let all: Vec<_> = lines(raw).collect();
    for (number, line) in all.iter().enumerate() {
        let typed = raw[line.clone()].trim_start_matches([' ', '\t']);
        let length = match mark(typed) {
            Some((length, _)) => length,
            None if all.len() > 1 => numeral(typed, number + 1)?,
            None => return None,
        };
        let entry =
            typed[length..].trim_start_matches(|it| it == ' ' || it == '\t' || is_stray(it));
        text.push_str(&raw[from..line.end - typed.len()]);
        text.push_str("- ");
        text.push_str(entry);
        entries.push(entry.trim_end());
        from = line.end;
    }
    Some((text, entries))
}

/// The length of the number of an entry in a list that counts: `1.`, `2)`.
fn numeral(line: &str, number: usize) -> Option<usize> {
    let rest = line.strip_prefix(&number.to_string())?;
    let rest = rest.strip_prefix(['.', ')'])?;
    rest.starts_with(' ').then(|| line.len() - rest.len())
}

/// The entries of the list that a text in place of one can only mean. `raw`: as it is written in the file.
pub(super) fn only_list<'t>(raw: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let is_shown = raw.len() <= OFFERED && !text.contains('\n') && !raw.starts_with(['|', '>']);
    if !is_shown || raw.contains(['\n', '\r']) && !is_quoted(raw) {
        return None;
    }
    if is_quoted(raw) {
        return Some(vec![without_a_bracket(text)]);
    }
    let pieces = pieces(text);
    let are_words = pieces.iter().all(|piece| !piece.contains(char::is_whitespace));
    (pieces.len() == 1 || pieces.len() > 1 && are_words).then_some(pieces)
}

/// What the commas of a text part.
fn pieces(text: &str) -> Vec<&str> {
    without_a_bracket(text).split(',').map(str::trim).filter(|it| !it.is_empty()).collect()
}

fn is_quoted(raw: &str) -> bool {
    raw.starts_with(['"', '\''])
}

/// What to do about keys in the place of a list, and the edit that makes them its only entry.
pub(super) fn one_entry(span: Span, raw: &str) -> (String, Edit) {
    let (help, text) = if raw.starts_with('{') {
        let shown = if raw.len() > OFFERED || raw.contains('\n') { "{…}" } else { raw };
        (format!("Put square brackets around it: [{shown}]"), format!("[{raw}]"))
    } else {
        let help = "Type a hyphen and a space before the first key, and two spaces before each line below it.";
        (help.to_owned(), format!("- {}", raw.replace('\n', "\n  ").replace("\n  \n", "\n\n")))
    };
    (help, Edit { span, text, value: Meant::List(vec![Meant::Same]) })
}

/// The edit that makes a text a list.
pub(super) fn list_edit(span: Span, raw: &str, entries: &[&str]) -> Edit {
    Edit {
        span,
        text: in_square_brackets(raw, entries),
        value: Meant::texts(entries.iter().copied()),
    }
}

fn in_square_brackets(raw: &str, entries: &[&str]) -> String {
    match entries {
        [only] if is_quoted(raw) && only.contains(',') => list(entries),
        _ => {
            let entries: Vec<String> = entries.iter().map(|entry| in_brackets(entry)).collect();
            format!("[{}]", entries.join(", "))
        }
    }
}

/// What to type for a text in place of a list. `raw`: as it is written in the file.
pub(super) fn as_list(raw: &str, text: &str) -> String {
    if let Some(entries) = only_list(raw, text) {
        return format!("Put square brackets around it: {}", in_square_brackets(raw, &entries));
    }
    if raw.len() > OFFERED || text.contains('\n') || raw.starts_with(['|', '>']) {
        return BY_LINES.to_owned();
    }
    format!(
        "If it is one entry, write {}. If the commas part several, write {}.",
        list(&[without_a_bracket(text)]),
        list(&pieces(text))
    )
}

/// The lines of a text that runs over several, where they may be entries whose hyphens were forgotten.
pub(super) fn bare_lines(raw: &str) -> Option<Vec<&str>> {
    let lines: Vec<&str> = raw.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_plain = raw.len() <= OFFERED && !raw.starts_with(['|', '>', '"', '\'']);
    (is_plain && lines.len() > 1).then_some(lines)
}

/// What to type for such lines.
pub(super) fn lines_as_list(lines: &[&str]) -> String {
    let entry = |line: &str| format!("`- {}`", scalar(line.strip_prefix("- ").unwrap_or(line), 0));
    format!(
        "If each line is an entry, type a hyphen and a space before each: {}. If all of it is one entry, write it on \
         one line: {}.",
        lines.iter().map(|line| entry(line)).collect::<Vec<_>>().join(", "),
        entry(&lines.join(" "))
    )
}

/// A text without the bracket at one of its ends, where the other was forgotten.
fn without_a_bracket(text: &str) -> &str {
    let inner = text.strip_prefix('[').or_else(|| text.strip_suffix(']')).unwrap_or(text);
    if inner.contains(['[', ']']) { text } else { inner.trim() }
}

/// Entries in quotes, within square brackets.
fn list(entries: &[&str]) -> String {
    format!("[{}]", in_quotes(entries))
}

/// Entries in quotes, with commas.
pub(super) fn in_quotes(entries: &[&str]) -> String {
    entries.iter().map(|entry| quoted(entry)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        as_list(text, text)
    }

    #[test]
    fn one_text_becomes_one_entry() {
        assert_eq!(told("Write to us."), "Put square brackets around it: [Write to us.]");
        assert_eq!(told("coaching"), "Put square brackets around it: [coaching]");
        assert_eq!(told("Ask: who is it"), "Put square brackets around it: [\"Ask: who is it\"]");
        assert_eq!(
            as_list("\"Write to us, then wait.\"", "Write to us, then wait."),
            "Put square brackets around it: [\"Write to us, then wait.\"]"
        );
    }

    #[test]
    fn a_forgotten_bracket_is_put_there() {
        assert_eq!(told("coaching]"), "Put square brackets around it: [coaching]");
        assert_eq!(
            told("coaching, training]"),
            "Put square brackets around it: [coaching, training]"
        );
    }

    #[test]
    fn words_with_commas_become_entries() {
        assert_eq!(
            told("coaching, training"),
            "Put square brackets around it: [coaching, training]"
        );
    }

    #[test]
    fn a_sentence_with_commas_is_asked_about() {
        assert_eq!(
            told("Write to us, then wait."),
            "If it is one entry, write [\"Write to us, then wait.\"]. If the commas part several, write \
             [\"Write to us\", \"then wait.\"]."
        );
    }

    #[test]
    fn lines_without_hyphens_are_asked_about() {
        assert_eq!(
            bare_lines("Write to us\n    Come along").map(|lines| lines_as_list(&lines)).as_deref(),
            Some(
                "If each line is an entry, type a hyphen and a space before each: `- Write to us`, `- Come along`. \
                 If all of it is one entry, write it on one line: `- Write to us Come along`."
            )
        );
        assert_eq!(bare_lines("|-\n  one\n  two"), None);
    }

    #[test]
    fn a_long_text_or_a_block_is_told_of_hyphens() {
        assert_eq!(told(&"long ".repeat(60)), BY_LINES);
        assert_eq!(as_list("|-\n  one\n  two", "one\ntwo"), BY_LINES);
    }
}
