//! Reads values out of the tree, collecting every problem with its place and its key.
//!
//! A [`Decoder`] goes through one file. Its methods return what could be read, and `None` after
//! they have said what is wrong, so that one run finds every problem of a file.

use jiff::civil::Date;

use super::date::{DateError, date_meant, parse_date};
use super::entries;
use super::instead::instead;
use super::key_path::key_path;
use super::meant::{key_meant, word_meant};
use super::{Entry, Node, Value, messages};
use crate::diagnostic::{
    Code, Diagnostic, Edit, Message, Span, Spanned, join_words, nearest, plural, shorten,
};
use crate::source::SourceFile;
use crate::text::shows_nothing;

/// The keys of a mapping, and the place to name when one of them is missing.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a> {
    entries: &'a [Entry],
    /// Where a missing key is reported.
    pub span: Span,
}

impl<'a> Fields<'a> {
    /// The value of a key, if the key is there.
    pub fn get(&self, key: &str) -> Option<&'a Node> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The key and its value, if the key is there.
    pub fn entry(&self, key: &str) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Every key and its value, in the order of the file.
    pub fn entries(&self) -> &'a [Entry] {
        self.entries
    }
}

/// The largest whole number that is read.
pub(crate) const LARGEST_NUMBER: u32 = 100_000;

/// The most problems of one file that are told; whoever has so many has one cause for most of them.
const MOST_PROBLEMS: usize = 200;

/// What stands in our own examples for words of the writer's.
pub(crate) const PLACEHOLDERS: &[&str] = &["…", "..."];

/// Goes through one file's tree.
#[derive(Debug)]
pub struct Decoder<'a> {
    source: &'a SourceFile,
    root: &'a Node,
    diagnostics: Vec<Diagnostic>,
    /// Whether there are problems that are not told.
    has_more: bool,
}

impl<'a> Decoder<'a> {
    /// A decoder of the tree that was read from the file.
    pub fn new(source: &'a SourceFile, root: &'a Node) -> Self {
        Self { source, root, diagnostics: Vec::new(), has_more: false }
    }

    /// The file.
    pub fn source(&self) -> &'a SourceFile {
        self.source
    }

    /// The tree.
    pub fn root(&self) -> &'a Node {
        self.root
    }

    /// No keys at all, to report one that is missing at the root.
    pub fn no_fields(&self, span: Span) -> Fields<'static> {
        Fields { entries: &[], span }
    }

    /// The problems found so far, to which other readers of the same file may add.
    pub fn diagnostics(&mut self) -> &mut Vec<Diagnostic> {
        &mut self.diagnostics
    }

    /// All problems, at the end.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        if self.has_more {
            let message = format!("This file has more than {MOST_PROBLEMS} problems.");
            let problem = Diagnostic::new(Code::Limits, self.source.whole(), message)
                .help("Mend those that are told first; the others are told then.");
            self.diagnostics.push(problem);
        }
        self.diagnostics
    }

    /// Whether no more problems are told of this file.
    pub fn is_full(&self) -> bool {
        self.diagnostics.len() >= MOST_PROBLEMS
    }

    /// A problem at a place in this file, with the key that stands there.
    pub fn problem(&self, code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        if self.is_full() {
            return Diagnostic::new(code, self.source.whole(), message); // it will not be told
        }
        Diagnostic::new(code, self.source.place(span), message).key(key_path(self.root, span))
    }

    /// Collects a problem.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if self.is_full() {
            self.has_more = true;
            return;
        }
        self.diagnostics.push(diagnostic);
    }

    /// Collects a problem with its remedy.
    pub fn report(
        &mut self,
        code: Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let diagnostic = self.problem(code, span, message).help(help);
        self.push(diagnostic);
    }

    /// Collects a problem with its remedy and, where there is one, the edit that makes it.
    pub fn report_mendable(
        &mut self,
        code: Code,
        span: Span,
        (message, help): (String, String),
        edit: Option<Edit>,
    ) {
        let diagnostic = self.problem(code, span, message).help(help).edit(edit);
        self.push(diagnostic);
    }

    /// The edit that puts another text in the place of a value, where the value stands on one line as it
    /// is read.
    pub fn instead(&self, node: &Node, text: &str) -> Option<Edit> {
        let (Value::Text(typed) | Value::Number(typed)) = &node.value else { return None };
        instead(self.source.text(), node.span, typed, text)
    }

    /// Collects a problem whose words are shared, with their gaps filled.
    pub fn tell(&mut self, span: Span, message: &Message, gaps: &[(&str, &str)]) {
        let (text, help) = message.fill(gaps);
        self.report(message.code, span, text, help);
    }

    /// Collects a missing key of a mapping, `what` being the words that say what it is for.
    pub fn missing(&mut self, fields: &Fields<'_>, key: &str, what: &str, help: &str) {
        if self.is_full() {
            self.has_more = true;
            return;
        }
        let parent = match fields.entries.first() {
            Some(first) => parent_of(&key_path(self.root, first.key_span)),
            None => key_path(self.root, fields.span), // an empty set of keys, or none
        };
        let path = if parent.is_empty() { key.to_owned() } else { format!("{parent}.{key}") };
        let message = messages::is_missing(key, what);
        let diagnostic = Diagnostic::new(Code::Missing, self.source.place(fields.span), message);
        self.push(diagnostic.key(path).help(help));
    }

    /// A mapping with keys of a known list. A key that is not on the list is reported, with the
    /// nearest one that is. `span` is where a missing key will be reported.
    pub fn fields<'n>(&mut self, node: &'n Node, span: Span, known: &[&str]) -> Option<Fields<'n>> {
        let Value::Map(entries) = &node.value else {
            return self.wrong_type(node, "a set of keys", &keys_example(known));
        };
        for entry in entries.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
            self.unknown_key(entry, entries, known);
        }
        Some(Fields { entries, span })
    }

    fn unknown_key(&mut self, entry: &Entry, entries: &[Entry], known: &[&str]) {
        let shown = shorten(&entry.key);
        let problem = self.problem(
            Code::UnknownKey,
            entry.key_span,
            format!("There is no key `{shown}` here."),
        );
        let help = match nearest(&entry.key, known.iter().copied()) {
            Some(key) => format!("Did you mean `{key}`?"),
            None => format!("The keys here are {}.", join_words(known, "and")),
        };
        let edit = key_meant(entry, entries, known)
            .and_then(|key| instead(self.source.text(), entry.key_span, &entry.key, key));
        self.push(problem.help(help).edit(edit));
    }

    /// Text that is not empty and has no control characters, of any number of lines.
    pub fn text<'n>(&mut self, node: &'n Node) -> Option<Spanned<&'n str>> {
        let text = match &node.value {
            Value::Text(text) => text,
            Value::Number(typed) => {
                let help = format!("Put quotes around it: \"{typed}\"");
                return self.wrong_type(node, "text", &help);
            }
            Value::Bool(value) => {
                let help = format!("Put quotes around it: \"{value}\"");
                return self.wrong_type(node, "text", &help);
            }
            Value::Map(_) if entries::is_one_line(&self.source.text()[node.span.range()]) => {
                let typed = entries::in_quotes(&[&self.source.text()[node.span.range()]]);
                return self.wrong_type(node, "text", &format!("Put quotes around it: {typed}"));
            }
            Value::Null | Value::List(_) | Value::Map(_) => {
                return self.wrong_type(node, "text", "Words of your own belong here.");
            }
        };
        if text.trim().is_empty() {
            self.report(
                Code::Value,
                node.span,
                "There is no text here.",
                "Write it between the quotes.",
            );
            return None;
        }
        if PLACEHOLDERS.contains(&text.trim()) {
            self.tell(node.span, &messages::PLACEHOLDER, &[]);
            return None;
        }
        if shows_nothing(text) {
            self.tell(node.span, &messages::SHOWS_NOTHING, &[]);
            return None;
        }
        if let Some(hidden) = text.chars().find(|found| is_hidden(*found)) {
            self.report(
                Code::Value,
                node.span,
                format!(
                    "The text holds a character that cannot be seen (U+{:04X}).",
                    hidden as u32
                ),
                "Delete it; typing the text again is the surest way.",
            );
            return None;
        }
        Some(Spanned { value: text.trim(), span: node.span })
    }

    /// One line of text of at most `limit` characters.
    pub fn line<'n>(&mut self, node: &'n Node, limit: usize) -> Option<Spanned<&'n str>> {
        let text = self.text(node)?;
        if text.value.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
            self.report(
                Code::Value,
                node.span,
                "This text runs over several lines, and one line belongs here.",
                "Write it on one line.",
            );
            return None;
        }
        self.limited(text, limit)
    }

    /// The text, if it has at most `limit` characters.
    pub fn limited<'n>(
        &mut self,
        text: Spanned<&'n str>,
        limit: usize,
    ) -> Option<Spanned<&'n str>> {
        let length = text.value.chars().count();
        if length > limit {
            let surplus = plural(length - limit, "character");
            let (length, limit) = (length.to_string(), limit.to_string());
            let gaps = [("length", &*length), ("limit", &limit), ("surplus", &surplus)];
            self.tell(text.span, &messages::TOO_LONG, &gaps);
            return None;
        }
        Some(text)
    }

    /// A whole number from `from` to [`LARGEST_NUMBER`].
    pub fn whole_number(&mut self, node: &Node, from: u32) -> Option<Spanned<u32>> {
        let Value::Number(typed) = &node.value else {
            return self.wrong_type(node, "a whole number", "Write it in digits.");
        };
        let number =
            typed.parse::<u32>().ok().filter(|number| (from..=LARGEST_NUMBER).contains(number));
        if number.is_none() {
            let gaps = [("typed", &*shorten(typed)), ("from", &from.to_string())];
            self.tell(node.span, &messages::NOT_WHOLE, &gaps);
        }
        Some(Spanned { value: number?, span: node.span })
    }

    /// `true` or `false`.
    pub fn flag(&mut self, node: &Node) -> Option<bool> {
        match node.value {
            Value::Bool(value) => Some(value),
            _ => self.wrong_type(node, "true or false", "Write `true` or `false`."),
        }
    }

    /// A date written YYYY-MM-DD (ISO 8601, calendar date, extended format).
    pub fn date(&mut self, node: &Node) -> Option<Spanned<Date>> {
        let typed = self.word(
            node,
            "a date",
            "Write the year, the month and the day in digits: YYYY-MM-DD.",
        )?;
        match parse_date(typed) {
            Ok(value) => Some(Spanned { value, span: node.span }),
            Err(DateError::Form) => {
                let words = messages::NOT_A_DATE.fill(&[("typed", &shorten(typed))]);
                let edit = date_meant(typed).and_then(|date| self.instead(node, &date.to_string()));
                self.report_mendable(messages::NOT_A_DATE.code, node.span, words, edit);
                None
            }
            Err(DateError::NoSuchDay) => {
                self.tell(node.span, &messages::NO_SUCH_DAY, &[("typed", typed)]);
                None
            }
        }
    }

    /// One of a list of words.
    pub fn one_of<T: Copy>(&mut self, node: &Node, words: &[(&str, T)]) -> Option<Spanned<T>> {
        let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
        let choice = format!("Write {}.", join_words(&names, "or"));
        let typed = self.word(node, "a word", &choice)?;
        let found = words.iter().find(|(name, _)| *name == typed);
        if found.is_none() {
            let help = match nearest(typed, names.iter().copied()) {
                Some(name) => format!("Did you mean `{name}`?"),
                None => choice,
            };
            let message = format!("`{}` is not one of the words that belong here.", shorten(typed));
            let edit = word_meant(typed, &names).and_then(|name| self.instead(node, name));
            self.report_mendable(Code::Value, node.span, (message, help), edit);
        }
        found.map(|(_, value)| Spanned { value: *value, span: node.span })
    }

    /// A short text such as a word, a date or an address, as it was typed. `help` says how to write it.
    pub fn word<'n>(&mut self, node: &'n Node, what: &str, help: &str) -> Option<&'n str> {
        match &node.value {
            Value::Text(text) if text.trim().is_empty() => {
                self.report(Code::Value, node.span, "There is no text here.", help);
                None
            }
            Value::Text(text) => Some(text),
            _ => self.wrong_type(node, what, help),
        }
    }

    /// Says that another kind of value belongs here, and how to write it. Always `None`.
    pub fn wrong_type<T>(&mut self, node: &Node, belongs: &str, help: &str) -> Option<T> {
        let found = kind_in_words(&node.value);
        let message = format!("Here is {found}, and {belongs} belongs here.");
        let help = match node.value {
            Value::Null => format!("Fill it in after the colon, or take the key out. {help}"),
            _ => help.to_owned(),
        };
        self.report(Code::Type, node.span, message, help);
        None
    }
}

/// Characters that have no business in a charter: control characters other than a line's end and a
/// tab, and those that override the direction of text (Unicode Standard Annex 9).
pub(crate) fn is_hidden(character: char) -> bool {
    match character {
        '\n' | '\r' | '\t' => false,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => true,
        other => other.is_control(),
    }
}

fn kind_in_words(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(true) => "`true`",
        Value::Bool(false) => "`false`",
        Value::Number(_) => "a number",
        Value::Text(_) => "text",
        Value::List(_) => "a list",
        Value::Map(_) => "a set of keys",
    }
}

fn keys_example(known: &[&str]) -> String {
    let first = known.first().copied().unwrap_or("key");
    format!("Write it like {{{first}: …}}; the keys here are {}.", join_words(known, "and"))
}

fn parent_of(path: &str) -> String {
    path.rfind('.').map(|dot| path[..dot].to_owned()).unwrap_or_default()
}
