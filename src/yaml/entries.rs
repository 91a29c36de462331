//! Lists: reading them, and what a text in place of a list means, or commas within square brackets.

use super::in_place::{
    BY_LINES, as_list, bare_lines, in_quotes, lines_as_list, list_edit, marked_entries, one_entry,
    only_list,
};
use super::marks::{between_curly_quotes, is_stray};
use super::{Decoder, Node, Value, messages, read_all};
use crate::diagnostic::{Code, Edit, Meant, Span, Spanned, shorten};

impl Decoder<'_> {
    /// A list.
    pub fn list<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        match &node.value {
            Value::Sequence(items) => Some(items),
            Value::Text(text) => {
                let raw = &self.source().text()[node.span.range()];
                if let Some(marked) = marked_entries(raw) {
                    return self.report_marks(node.span, raw, marked);
                }
                if let Some(lines) = bare_lines(raw) {
                    return self.without_hyphens(node, lines_as_list(&lines));
                }
                let help = as_list(raw, text);
                let edit = only_list(raw, text).map(|entries| list_edit(node.span, raw, &entries));
                self.wrong_type_fixable(node, "a list", &help, edit)
            }
            Value::Mapping(_) => {
                let (help, edit) = one_entry(node.span, &self.source().text()[node.span.range()]);
                self.wrong_type_fixable(node, "a list", &help, Some(edit))
            }
            _ => self.wrong_type(node, "a list", BY_LINES),
        }
    }

    /// The lines of a text that may be entries whose hyphens were forgotten.
    pub fn bare_lines(&self, node: &Node) -> Option<Vec<&str>> {
        bare_lines(&self.source().text()[node.span.range()])
    }

    /// Reports lines in the place of a list. Always `None`.
    pub fn without_hyphens<T>(&mut self, node: &Node, help: impl Into<String>) -> Option<T> {
        let message = "A list belongs here, and no hyphens start its entries.";
        self.report(Code::Type, node.span, message, help);
        None
    }

    fn report_marks<T>(
        &mut self,
        span: Span,
        raw: &str,
        (text, entries): (String, Vec<&str>),
    ) -> Option<T> {
        let mark = raw.split([' ', '\t', '-']).next().unwrap_or_default();
        let mark = mark.split(is_stray).next().unwrap_or_default();
        let message = match mark {
            "" => "The space behind this hyphen is not an ordinary one.".to_owned(),
            mark => format!("`{mark}` does not start an entry of a list."),
        };
        let first = entries.first().map(|entry| shorten(entry)).unwrap_or_default();
        let help = format!("Type a hyphen and a space in its place: `- {first}`");
        let edit = Edit { span, text, value: Meant::texts(entries) };
        self.report_fixable(Code::Type, span, (message, help), Some(edit));
        None
    }

    /// Reports a text in the place of a list of names, each of which `meant` knows, and returns whether it did.
    pub fn reports_names(&mut self, node: &Node, meant: impl Fn(&str) -> Option<String>) -> bool {
        let entries = entries_of(node, &NAME_ENDS, meant).unwrap_or_default();
        let is_known = !entries.is_empty() && entries.iter().all(|(_, known)| known.is_some());
        if is_known {
            self.report_listed(node, &entries);
        }
        is_known
    }

    /// Reports a text in the place of a list of names or dates, and returns those of its entries that `meant` does not
    /// know. `None` for what is no text, or one of several lines.
    ///
    /// `meant` says how an entry is written in a charter. `ends` are the signs between entries.
    pub fn unknown_in_text(
        &mut self,
        node: &Node,
        ends: &[char],
        meant: impl Fn(&str) -> Option<String>,
    ) -> Option<Vec<Node>> {
        let raw = &self.source().text()[node.span.range()];
        let Value::Text(text) = &node.value else { return None };
        let at = raw.find(text.as_str()).filter(|_| !raw.contains(['\n', '\r']))?;
        let entries = entries_of(node, ends, meant).filter(|entries| !entries.is_empty())?;
        self.report_listed(node, &entries);
        let mut from = 0;
        let placed = entries.into_iter().filter_map(|(entry, known)| {
            let start = from + text[from..].find(entry)?;
            from = start + entry.len();
            let place = node.span.start as usize + at;
            let span = Span::new(place + start, place + from);
            known.is_none().then(|| Node { value: Value::Text(entry.to_owned()), span })
        });
        Some(placed.collect())
    }

    fn report_listed(&mut self, node: &Node, entries: &[(&str, Option<String>)]) {
        let typed = |(entry, known): &(&str, Option<String>)| {
            known.clone().unwrap_or_else(|| (*entry).to_owned())
        };
        let listed: Vec<String> = entries.iter().map(typed).collect();
        let listed: Vec<&str> = listed.iter().map(String::as_str).collect();
        let edit = list_edit(node.span, "", &listed);
        let help = format!("Put square brackets around it: {}", edit.text);
        let is_known = entries.iter().all(|(_, known)| known.is_some());
        self.wrong_type_fixable::<()>(node, "a list", &help, is_known.then_some(edit));
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
            ("whole", &in_quotes(&[between_curly_quotes(&typed(span)).unwrap_or(&typed(span))])),
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

/// The longest text that is taken apart into its entries, in bytes.
const LONGEST_LINE: usize = 1000;

/// The signs between names.
pub(crate) const NAME_ENDS: [char; 3] = [',', ';', '/'];

/// The entries that a text on one line names, each with how it is written in a charter, if `meant` knows that. A sign or
/// an `and` within an entry that is known does not part it.
fn entries_of<'n>(
    node: &'n Node,
    ends: &[char],
    meant: impl Fn(&str) -> Option<String>,
) -> Option<Vec<(&'n str, Option<String>)>> {
    let Value::Text(text) = &node.value else { return None };
    if text.len() > LONGEST_LINE {
        return None;
    }
    let text = text.trim_matches(['[', ']', ' ']);
    let mut marks = text.match_indices(ends).map(|(at, _)| at).chain([text.len()]).peekable();
    let (mut entries, mut from) = (Vec::new(), 0);
    while let Some(mark) = marks.next() {
        let is_longer = |end: &usize| meant(text[from..*end].trim()).is_some();
        let end = marks.next_if(is_longer).unwrap_or(mark);
        let entry = text[from..end].trim();
        let parts: Vec<&str> = entry.split(" and ").map(str::trim).collect();
        if meant(entry).is_none() && parts.iter().any(|part| meant(part).is_some()) {
            entries.extend(parts);
        } else {
            entries.push(entry);
        }
        from = (end + 1).min(text.len());
    }
    let known = entries.into_iter().filter(|entry| !entry.is_empty());
    Some(known.map(|entry| (entry, meant(entry))).collect())
}

/// Words that begin the rest of a sentence.
const JOINING: &str = "although and because but if including nor or so then though unless until when where \
                       which while who whom whose yet";

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
    let opens = |text: &str| text.starts_with(['“', '„']) && !text.ends_with(['”', '“']);
    let is_in_quotes = |at: usize| {
        let texts = (plain(text, &items[at - 1]), plain(text, &items[at]));
        matches!(texts, (Some(before), Some(this)) if opens(before) && this.ends_with(['”', '“']))
    };
    let is_rest = |at: usize| {
        is_in_quotes(at)
            || goes_on(at).is_some_and(|this| {
                let first =
                    this.split(|found: char| !found.is_alphabetic()).next().unwrap_or_default();
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
    fn a_text_is_taken_apart_at_its_signs_unless_it_is_too_long_to_be_meant_so() {
        let entries = |text: &str| {
            let node = Node { value: Value::Text(text.to_owned()), span: Span::new(0, text.len()) };
            let meant = |name: &str| ["hope, joy", "zest"].contains(&name).then(|| name.to_owned());
            let entries = entries_of(&node, &NAME_ENDS, meant)?;
            Some(entries.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(
            entries("hope, joy, zest and calm; x/y").unwrap(),
            ["hope, joy", "zest", "calm", "x", "y"]
        );
        assert_eq!(entries(&"x, ".repeat(LONGEST_LINE)), None);
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
