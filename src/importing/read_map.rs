//! Reads a map, and holds it against the keys of a charter and the columns of the file.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::input::{Input, Rows};
use super::map::{ABOUT, DateOrder, Map, Part, Source};
use super::shape::Shape;
use super::template::{Fault, Scope, Template};
use crate::charter::{Key, Kind};
use crate::diagnostic::{Code, Diagnostic, Span, join_words, nearest, shorten};
use crate::source::SourceFile;
use crate::yaml::{self, Decoder, Entry, Node, Value};

/// The keys of a map itself.
const KEYS: &[&str] = &["rows", "file", "dates", "ignore", "charter"];

/// What can be said of a column. A set of keys with one of the first four is about a column.
pub(super) const OPTIONS: &[&str] =
    &["column", "split", "words", "each", "make", "parent", "summary"];
const TELLING: usize = 4;

/// The map of a file, with its rows. `None` where something is wrong with it, which is then among the problems.
pub fn read(
    source: &Arc<SourceFile>,
    input: &Input,
    problems: &mut Vec<Diagnostic>,
) -> Option<(Map, Rows)> {
    let root = yaml::parse_file(source, problems)?;
    let mut decoder = Decoder::new(source, &root);
    let read = read_root(&mut decoder, &root, input);
    let found = decoder.finish();
    let is_well = found.is_empty();
    problems.extend(found);
    read.filter(|_| is_well)
}

fn read_root(decoder: &mut Decoder<'_>, root: &Node, input: &Input) -> Option<(Map, Rows)> {
    let start = Span::new(0, 0);
    let fields = decoder.fields(root, start, KEYS)?;
    let path = fields.get("rows").and_then(|node| plain(decoder, node));
    let place = fields.entry("rows").map_or(start, |entry| entry.value.span);
    let rows = match input.rows(path) {
        Ok(rows) => rows,
        Err(why) => {
            decoder.report(Code::Value, place, why, "Then import it again.");
            return None;
        }
    };
    let mut reader = Reader { decoder, row: &rows.shape, used: Vec::new() };
    let scope = Scope { row: &rows.shape, entry: None };
    let file = fields.get("file").and_then(|node| reader.template(node, scope));
    let order = fields.get("dates").and_then(|node| reader.order(node));
    if let Some(node) = fields.get("ignore") {
        reader.ignore(node);
    }
    let Some(entry) = fields.entry("charter") else {
        let help = "Add a line `charter:`, and below it, with two spaces before each, the keys of a charter.";
        decoder.missing(&fields, "charter", "it says where each key of a charter comes from", help);
        return None;
    };
    let charter = reader.parts(&entry.value, Key::of_charter(), true, scope).unwrap_or_default();
    let used: BTreeSet<String> = reader.used.into_iter().collect();
    Some((Map { file, order, charter, used }, rows))
}

/// A text of one value, as it was typed.
pub(super) fn plain<'n>(decoder: &mut Decoder<'_>, node: &'n Node) -> Option<&'n str> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => Some(text),
        Value::Bool(true) => Some("true"),
        Value::Bool(false) => Some("false"),
        _ => decoder.wrong_type(node, "text", "Write it on the same line, behind the colon."),
    }
}

pub(super) struct Reader<'r, 'd> {
    pub(super) decoder: &'r mut Decoder<'d>,
    row: &'r Shape,
    /// The paths of the columns that are used or left out.
    pub(super) used: Vec<String>,
}

impl Reader<'_, '_> {
    fn order(&mut self, node: &Node) -> Option<DateOrder> {
        let orders = [("day first", DateOrder::DayFirst), ("month first", DateOrder::MonthFirst)];
        self.decoder.one_of(node, &orders).map(|order| order.value)
    }

    /// Columns that are left out on purpose.
    fn ignore(&mut self, node: &Node) {
        for entry in self.decoder.list(node).unwrap_or_default() {
            let Some(path) = plain(self.decoder, entry) else { continue };
            let below = |column: &&String| {
                let rest = column.strip_prefix(path);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            let columns = self.row.columns();
            let meant: Vec<String> = columns.keys().filter(below).cloned().collect();
            if meant.is_empty() && self.row.find(path).is_none() {
                let names: Vec<&str> = columns.keys().map(String::as_str).collect();
                self.unknown_column(entry.span, path, &names);
            }
            self.used.extend(meant);
        }
    }

    pub(super) fn unknown_column(&mut self, span: Span, name: &str, names: &[&str]) {
        let help = match nearest(name, names.iter().copied()) {
            Some(name) => format!("Did you mean `{name}`?"),
            None => format!("The columns are {}.", join_words(names, "and")),
        };
        let message = format!("There is no column `{}`.", shorten(name));
        self.decoder.report(Code::Value, span, message, help);
    }

    pub(super) fn template(&mut self, node: &Node, scope: Scope<'_>) -> Option<Template> {
        let text = plain(self.decoder, node)?;
        match Template::parse(text, scope, &mut self.used) {
            Ok(template) => return Some(template),
            Err(Fault::Brace) => self.decoder.report(
                Code::Value,
                node.span,
                "A brace has no other half here.",
                "Put the name of a column between two braces: `\"{Name}\"`. For a brace itself, write two: `{{`",
            ),
            Err(Fault::Unknown(name)) if name.is_empty() => self.decoder.report(
                Code::Value,
                node.span,
                "`{}` is an entry of a list, but there is no list here.",
                "Write the name of a column between the braces.",
            ),
            Err(Fault::Unknown(name)) => {
                let names: Vec<&str> = scope.names().collect();
                self.unknown_column(node.span, &name, &names);
            }
            Err(Fault::HasParts(name)) => {
                let message = format!("`{}` is not a text: it has parts.", shorten(&name));
                let help = format!(
                    "Name one of its parts, such as `{{{name}.…}}`. For a list, write `column: {name}` and `each:`"
                );
                self.decoder.report(Code::Value, node.span, message, help);
            }
        }
        None
    }

    /// A set of keys, each with where it comes from.
    fn parts(
        &mut self,
        node: &Node,
        keys: &'static [Key],
        with_about: bool,
        scope: Scope<'_>,
    ) -> Option<Vec<Part>> {
        let about = with_about.then_some(ABOUT);
        let known: Vec<&str> = keys.iter().map(|key| key.name).chain(about).collect();
        let fields = self.decoder.fields(node, node.span, &known)?;
        let mut parts = Vec::new();
        for entry in fields.entries() {
            let key = keys.iter().find(|key| key.name == entry.key);
            if key.is_none() && about != Some(&entry.key) {
                continue; // reported with the unknown keys
            }
            let kind = key.map_or(Kind::Markdown, |key| key.kind);
            let Some(source) = self.source(&entry.value, kind, keys, scope) else { continue };
            parts.push(match key {
                Some(key) => Part::of_key(key, source),
                None => Part::about(source),
            });
        }
        Some(parts)
    }

    /// Where a value comes from. `keys` are those of the set in which it is.
    pub(super) fn source(
        &mut self,
        node: &Node,
        kind: Kind,
        keys: &'static [Key],
        scope: Scope<'_>,
    ) -> Option<Source> {
        match &node.value {
            Value::Sequence(entries) => self.list(node, entries, kind, keys, scope),
            Value::Mapping(entries) => self.mapping(node, entries, kind, keys, scope),
            Value::Null => self.decoder.wrong_type(
                node,
                "a column or a text",
                "A column is written `\"{Its name}\"`, and any other text stands for itself.",
            ),
            _ => self.template(node, scope).map(Source::Text),
        }
    }

    fn list(
        &mut self,
        node: &Node,
        entries: &[Node],
        kind: Kind,
        keys: &'static [Key],
        scope: Scope<'_>,
    ) -> Option<Source> {
        let Kind::List(inner, ..) = kind else {
            return self.decoder.wrong_type(node, "one value", "This key has no list.");
        };
        let read = |entry| self.source(entry, *inner, keys, scope);
        yaml::read_all(entries, read).map(Source::List)
    }

    fn mapping(
        &mut self,
        node: &Node,
        entries: &[Entry],
        kind: Kind,
        keys: &'static [Key],
        scope: Scope<'_>,
    ) -> Option<Source> {
        let is_about_a_column = |entry: &Entry| OPTIONS[..TELLING].contains(&entry.key.as_str());
        if entries.iter().any(is_about_a_column) {
            return self.column(node, kind, keys, scope).map(|it| Source::Column(Box::new(it)));
        }
        if let [Entry { key, value: Node { value: Value::Null, .. }, .. }] = entries {
            let help = format!("Write `\"{{{key}}}\"`");
            let message = "The name of a column in braces needs quotation marks around it.";
            self.decoder.report(Code::Value, node.span, message, help);
            return None;
        }
        if kind.keys().is_empty() {
            let help = "Write the name of a column in braces and quotation marks, or `{column: …, words: …}`.";
            return self.decoder.wrong_type(node, "a column or a text", help);
        }
        let parts = Source::Parts(self.parts(node, kind.keys(), false, scope)?);
        let is_list = matches!(kind, Kind::List(..));
        Some(if is_list { Source::List(vec![parts]) } else { parts })
    }
}
