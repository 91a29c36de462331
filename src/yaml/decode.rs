//! Reads values out of the tree, collecting every problem with its place and its key.
//!
//! A [`Decoder`] goes through one file. Its methods return what could be read, and `None` after
//! they have said what is wrong, so that one run finds every problem of a file.

use super::key_path::key_path;
use super::marks::between_curly_quotes;
use super::parse::quoted;
use super::replacement::replacement;
use super::suggestion::suggested_key;
use super::{Entry, Node, Value, messages};
use crate::diagnostic::{Code, Diagnostic, Edit, Message, Span, join_words, nearest, shorten};
use crate::source::SourceFile;

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

/// The most problems of one file that are reported; with that many, most have one cause.
const MOST_PROBLEMS: usize = 200;

/// The most keys that a help lists.
const MOST_LISTED: usize = 30;

/// Goes through one file's tree.
#[derive(Debug)]
pub struct Decoder<'a> {
    source: &'a SourceFile,
    root: &'a Node,
    diagnostics: Vec<Diagnostic>,
    /// Whether there are problems that are not reported.
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
                .help("Fix these first, then check again to see the others.");
            self.diagnostics.push(problem);
        }
        self.diagnostics
    }

    /// Whether no more problems of this file are reported.
    pub fn is_full(&self) -> bool {
        self.diagnostics.len() >= MOST_PROBLEMS
    }

    /// A problem at a place in this file, with the key at that place.
    pub fn problem(&self, code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        if self.is_full() {
            return Diagnostic::new(code, self.source.whole(), message); // it will not be reported
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
    pub fn report_fixable(
        &mut self,
        code: Code,
        span: Span,
        (message, help): (String, String),
        edit: Option<Edit>,
    ) {
        let diagnostic = self.problem(code, span, message).help(help).edit(edit);
        self.push(diagnostic);
    }

    /// The edit that replaces a value by another text, where the file has the value on one line as it
    /// is read.
    pub fn replacement(&self, node: &Node, text: &str) -> Option<Edit> {
        let (Value::Text(typed) | Value::Number(typed)) = &node.value else { return None };
        replacement(self.source.text(), node.span, typed, text)
    }

    /// Collects a problem whose words are shared, with their gaps filled.
    pub fn emit(&mut self, span: Span, message: &Message, gaps: &[(&str, &str)]) {
        let (text, help) = message.fill(gaps);
        self.report(message.code, span, text, help);
    }

    /// Collects a problem about a key that may be elsewhere or missing.
    pub fn emit_for_key(
        &mut self,
        key: &str,
        span: Span,
        message: &Message,
        gaps: &[(&str, &str)],
    ) {
        let (text, help) = message.fill(gaps);
        let problem = self.problem(message.code, span, text).key(key).help(help);
        self.push(problem);
    }

    /// Collects a problem that another place explains, and what to say of that place.
    pub fn emit_related(
        &mut self,
        span: Span,
        message: &Message,
        gaps: &[(&str, &str)],
        (related, explanation): (Span, &str),
    ) {
        let (text, help) = message.fill(gaps);
        let problem = self.problem(message.code, span, text).help(help);
        let place = self.source.place(related);
        self.push(problem.related(place, explanation));
    }

    /// Collects a missing key of a mapping, `what` being the words that say what it is for.
    pub fn missing(&mut self, fields: &Fields<'_>, key: &str, what: &str, help: &str) {
        self.lacks(Code::Missing, fields, key, (what, help));
    }

    /// The same for a key that need not be there.
    pub fn unsaid(&mut self, fields: &Fields<'_>, key: &str, what: &str, help: &str) {
        self.lacks(Code::Unanswered, fields, key, (what, help));
    }

    fn lacks(&mut self, code: Code, fields: &Fields<'_>, key: &str, (what, help): (&str, &str)) {
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
        let diagnostic = Diagnostic::new(code, self.source.place(fields.span), message);
        self.push(diagnostic.key(path).help(help));
    }

    /// A mapping with keys of a known list. A key that is not on the list is reported, with the
    /// nearest one that is. `span` is where a missing key will be reported.
    pub fn fields<'n>(&mut self, node: &'n Node, span: Span, known: &[&str]) -> Option<Fields<'n>> {
        let Value::Mapping(entries) = &node.value else {
            return self.wrong_type(node, messages::KEYS, &keys_example(known));
        };
        for entry in entries.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
            self.unknown_key(entry, entries, known);
        }
        Some(Fields { entries, span })
    }

    fn unknown_key(&mut self, entry: &Entry, entries: &[Entry], known: &[&str]) {
        let shown = shorten(&entry.key);
        if let Some(whole) = self.cut_by_a_comma(entry, entries) {
            let message =
                format!("In braces, a comma starts a new key, and there is no key `{shown}` here.");
            let help =
                format!("If this belongs to the text before it, put quotes around both: {whole}");
            return self.report(Code::UnknownKey, entry.key_span, message, help);
        }
        let problem = self.problem(
            Code::UnknownKey,
            entry.key_span,
            format!("There is no key `{shown}` here."),
        );
        let help = match nearest(&entry.key, known.iter().copied()) {
            Some(key) => format!("Did you mean `{key}`?"),
            None if known.len() > MOST_LISTED => format!(
                "None of the {} keys here is like it. Write what it says under the key that asks for it.",
                known.len()
            ),
            None => format!("The keys here are {}.", join_words(known, "and")),
        };
        let edit = suggested_key(entry, entries, known)
            .and_then(|key| replacement(self.source.text(), entry.key_span, &entry.key, key));
        self.push(problem.help(help).edit(edit));
    }

    /// The text in quotes that a key without a value continues: `{online: Video call, then tea}`.
    fn cut_by_a_comma(&self, entry: &Entry, entries: &[Entry]) -> Option<String> {
        let at = entries.iter().position(|other| other.key_span == entry.key_span)?;
        let before = &entries[at.checked_sub(1)?].value;
        let text = self.source.text();
        let (from, to) = (before.span.range(), entry.key_span.range());
        let is_cut = entry.value.value == Value::Null
            && matches!(&before.value, Value::Text(_) if !text[from.clone()].starts_with(['"', '\'']))
            && text.get(from.end..to.start).is_some_and(|gap| gap.trim() == ",");
        is_cut.then(|| {
            quoted(
                between_curly_quotes(&text[from.start..to.end])
                    .unwrap_or(&text[from.start..to.end]),
            )
        })
    }

    /// Reports that another kind of value was expected, and how to write it. Always `None`.
    pub fn wrong_type<T>(&mut self, node: &Node, belongs: &str, help: &str) -> Option<T> {
        self.wrong_type_fixable(node, belongs, help, None)
    }

    /// The same with the edit that makes it right, where there is one.
    pub fn wrong_type_fixable<T>(
        &mut self,
        node: &Node,
        belongs: &str,
        help: &str,
        edit: Option<Edit>,
    ) -> Option<T> {
        let found = kind_in_words(&node.value);
        let message = format!("Expected {belongs} here, but found {found}.");
        let help = match node.value {
            Value::Null => format!("Fill it in after the colon, or remove the key. {help}"),
            _ => help.to_owned(),
        };
        self.report_fixable(Code::Type, node.span, (message, help), edit);
        None
    }
}

fn kind_in_words(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(true) => "`true`",
        Value::Bool(false) => "`false`",
        Value::Number(_) => "a number",
        Value::Text(_) => "text",
        Value::Sequence(_) => "a list",
        Value::Mapping(_) => messages::KEYS,
    }
}

fn keys_example(known: &[&str]) -> String {
    let first = known.first().copied().unwrap_or("key");
    format!("Write it like {{{first}: …}}; the keys here are {}.", join_words(known, "and"))
}

fn parent_of(path: &str) -> String {
    path.rfind('.').map(|dot| path[..dot].to_owned()).unwrap_or_default()
}
