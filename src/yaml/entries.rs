//! Lists: reading them, and what a text in place of a list means, or commas within square brackets.

use super::parse::quoted;
use super::write::in_brackets;
use super::{Decoder, Node, Value, messages, read_all};
use crate::diagnostic::{Span, Spanned, shorten};

impl Decoder<'_> {
    /// A list.
    pub fn list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        match &node.value {
            Value::Sequence(items) => Some(items),
            Value::Text(text) => {
                let help = as_list(&self.source().text()[node.span.range()], text);
                self.wrong_type(node, "a list", &help)
            }
            _ => self.wrong_type(node, "a list", BY_LINES),
        }
    }

    /// A list of sentences. Entries within square brackets that read like one which a comma has cut are reported.
    pub fn sentences<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        let items = self.list(node)?;
        let text = self.source().text();
        if text[node.span.range()].starts_with('[') {
            for (first, last) in cut(text, items) {
                self.report_cut(&items[first..=last]);
            }
        }
        Some(items)
    }

    fn report_cut(&mut self, items: &[Node]) {
        let [first, .., last] = items else { return };
        let span = Span::new(first.span.start as usize, last.span.end as usize);
        let text = self.source().text();
        let typed =
            |span: Span| text[span.range()].split_whitespace().collect::<Vec<_>>().join(" ");
        let entries: Vec<String> = items.iter().map(|item| typed(item.span)).collect();
        let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
        let gaps = [
            ("rest", &*shorten(entries[entries.len() - 1])),
            ("whole", &in_quotes(&[&typed(span)])),
            ("several", &in_quotes(&entries)),
        ];
        self.emit(span, &messages::CUT_BY_A_COMMA, &gaps);
    }

    /// A list of at most this many entries.
    pub fn short_list<'n>(&mut self, node: &'n Node, most: usize) -> Option<&'n [Node]> {
        let items = self.list(node)?;
        self.at_most(items, node.span, most)
    }

    /// The entries of a list, if there are at most this many.
    pub fn at_most<'n>(
        &mut self,
        items: &'n [Node],
        span: Span,
        most: usize,
    ) -> Option<&'n [Node]> {
        if items.len() > most {
            let (count, most) = (items.len().to_string(), most.to_string());
            self.emit(span, &messages::TOO_MANY, &[("count", &count), ("most", &most)]);
            return None;
        }
        Some(items)
    }

    /// A list of one or more.
    pub fn filled_list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        let items = self.list(node)?;
        if items.is_empty() {
            self.emit(node.span, &messages::EMPTY_LIST, &[]);
            return None;
        }
        Some(items)
    }

    /// A list of lines of text, each of at most `limit` characters.
    pub fn lines<'n>(&mut self, node: &'n Node, limit: usize) -> Option<Vec<Spanned<&'n str>>> {
        let items = self.list(node)?;
        read_all(items, |item| self.line(item, limit))
    }
}

/// The longest text, in bytes, that a help offers to copy.
const OFFERED: usize = 200;

/// What to do where nothing can be offered to copy.
pub(super) const BY_LINES: &str =
    "Write each entry on a line of its own below the key, with a hyphen and a space before it.";

/// Words that begin the rest of a sentence.
const JOINING: &str = "although and because but if including nor or so then though unless until when where \
                       which while who whom whose yet";

/// Whether a set of keys is text on one line in which a colon has made a key.
pub(super) fn is_one_line(raw: &str) -> bool {
    raw.len() <= OFFERED && !raw.contains('\n') && !raw.starts_with('{')
}

/// What to type for a text in place of a list. `raw`: as it is written in the file.
pub(super) fn as_list(raw: &str, text: &str) -> String {
    let is_shown = raw.len() <= OFFERED && !text.contains('\n') && !raw.starts_with(['|', '>']);
    if !is_shown {
        return BY_LINES.to_owned();
    }
    let is_quoted = raw.starts_with(['"', '\'']);
    let lines: Vec<&str> = raw.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > 1 && !is_quoted {
        return format!(
            "If each line is an entry, write {}. If all of it is one entry, write {}.",
            list(&lines),
            list(&[text])
        );
    }
    let text = without_a_bracket(text);
    let pieces: Vec<&str> = text.split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
    let are_words = pieces.iter().all(|piece| !piece.contains(char::is_whitespace));
    match pieces.as_slice() {
        [_, _, ..] if is_quoted => format!("Put square brackets around it: {}", list(&[text])),
        [_, _, ..] if are_words => {
            let words: Vec<String> = pieces.iter().map(|piece| in_brackets(piece)).collect();
            format!("Put square brackets around it: [{}]", words.join(", "))
        }
        [_, _, ..] => format!(
            "If it is one entry, write {}. If the commas part several, write {}.",
            list(&[text]),
            list(&pieces)
        ),
        _ => format!("Put square brackets around it: [{}]", in_brackets(text)),
    }
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

/// The first and the last of entries within square brackets that read like one sentence which a comma has cut.
///
/// The second of two is the rest of the first where it begins with a small letter, the first does not end a
/// sentence, and it either begins with a word that joins (`then`, `and`, `which`), or ends the sentence itself.
/// Entries in quotes are as they are meant, and so are single words.
pub(super) fn cut(text: &str, items: &[Node]) -> Vec<(usize, usize)> {
    let goes_on = |at: usize| {
        let (before, this) = (plain(text, &items[at - 1])?, plain(text, &items[at])?);
        let is_open = !before.ends_with(ENDS) && this.starts_with(char::is_lowercase);
        (is_open && (before.contains(' ') || this.contains(' '))).then_some(this)
    };
    let is_rest = |at: usize| {
        goes_on(at).is_some_and(|this| {
            let first = this.split(|found: char| !found.is_alphabetic()).next().unwrap_or_default();
            JOINING.split(' ').any(|word| word == first) || this.ends_with(ENDS)
        })
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in (1..items.len()).filter(|at| is_rest(*at)) {
        match found.last_mut() {
            Some((_, last)) if *last + 1 >= at => *last = at,
            _ => {
                let first = (1..at).rev().take_while(|at| goes_on(*at).is_some()).last();
                found.push((first.unwrap_or(at) - 1, at));
            }
        }
    }
    found
}

/// What ends a sentence, or introduces what explains it.
const ENDS: [char; 6] = ['.', '!', '?', '…', ':', ';'];

/// A text without quotes.
fn plain<'n>(text: &str, node: &'n Node) -> Option<&'n str> {
    let Value::Text(entry) = &node.value else { return None };
    let is_quoted = text[node.span.range()].starts_with(['"', '\'']);
    (!is_quoted).then_some(entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

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
            as_list("Write to us\n    Come along", "Write to us Come along"),
            "If each line is an entry, write [\"Write to us\", \"Come along\"]. If all of it is one entry, write \
             [\"Write to us Come along\"]."
        );
    }

    #[test]
    fn a_long_text_or_a_block_is_told_of_hyphens() {
        assert_eq!(told(&"long ".repeat(60)), BY_LINES);
        assert_eq!(as_list("|-\n  one\n  two", "one\ntwo"), BY_LINES);
    }

    /// The entries that read like one, each run as it would be joined.
    fn joined(list: &str) -> Vec<String> {
        let file = SourceFile::new("test.yaml", list.to_owned());
        let root = crate::yaml::parse_file(&file, &mut Vec::new()).unwrap();
        let Value::Sequence(items) = &root.value else { panic!("{list}") };
        let text = |(first, last): (usize, usize)| {
            list[items[first].span.start as usize..items[last].span.end as usize].to_owned()
        };
        cut(list, items).into_iter().map(text).collect()
    }

    #[test]
    fn a_comma_that_cuts_a_sentence_is_seen() {
        assert_eq!(joined("[Write to us, then wait.]"), ["Write to us, then wait."]);
        assert_eq!(
            joined("[Come as you are, and bring a case]"),
            ["Come as you are, and bring a case"]
        );
        assert_eq!(joined("[Write to us, please.]"), ["Write to us, please."]);
        assert_eq!(
            joined("[Write, say who you are, and wait., Come along.]"),
            ["Write, say who you are, and wait."]
        );
        assert_eq!(
            joined("[One case, or two, A talk, if there is time]"),
            ["One case, or two", "A talk, if there is time"]
        );
    }

    #[test]
    fn entries_that_stand_for_themselves_are_left() {
        for list in [
            "[supportive-reflection, ethical-standards]",
            "[confidentiality, inclusivity, cpd]",
            "[Sends the invitations, Keeps the notes]",
            "[Sends the invitations, keeps the notes]",
            "[Learning together, sharing practice, networking]",
            "[Kindness, honesty, openness.]",
            "[Write to us., then wait.]",
            "[\"Write to us\", \"then wait.\"]",
            "[Read this., Write to us., Come to one meeting.]",
            "[research, Our own wellbeing, professional-growth]",
            "[]",
            "[one]",
        ] {
            assert_eq!(joined(list), Vec::<String>::new(), "{list}");
        }
    }
}
