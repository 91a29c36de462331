//! Reads what a map says of a column: how it is split, what its words mean, what its entries become.

use super::map::{ABOUT, Cell, FromColumn, Make};
use super::read_map::{OPTIONS, Reader, plain};
use super::shape::Shape;
use super::template::Scope;
use super::words::{self, Words};
use crate::charter::{Key, Kind};
use crate::diagnostic::{Code, join_words};
use crate::yaml::{Entry, Fields, Node, Value};

/// The keys of a set, and the names of what is within them.
fn has_key(keys: &'static [Key], path: &str) -> bool {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let key = keys.iter().find(|key| key.name == name);
    key.is_some_and(|key| rest.is_none_or(|rest| has_key(key.kind.keys(), rest)))
}

impl Reader<'_, '_> {
    pub(super) fn column(
        &mut self,
        node: &Node,
        kind: Kind,
        keys: &'static [Key],
        scope: Scope<'_>,
    ) -> Option<FromColumn> {
        let fields = self.decoder.fields(node, node.span, OPTIONS)?;
        let text = Shape::of_text();
        let (cell, shape, path) = match fields.get("column") {
            Some(name) => self.cell(name, scope, &text)?,
            None => match scope.find("") {
                Some((column, shape, path)) => (Cell::Column(column), shape, path),
                None => {
                    let help = "Add `column:` with the name of the column.";
                    self.decoder.missing(&fields, "column", "whose cells are meant", help);
                    return None;
                }
            },
        };
        let split = fields.get("split").and_then(|node| plain(self.decoder, node));
        let inner = match kind {
            Kind::List(inner, ..) => *inner,
            other => other,
        };
        let in_list = format!("{path}[]");
        let each = fields.get("each").and_then(|node| {
            let entry = match (&shape.entries, split) {
                (Some(entries), None) => (&**entries, in_list.as_str()),
                (None, None) if !shape.parts.is_empty() => (shape, path.as_str()),
                _ => (&text, path.as_str()),
            };
            self.source(node, inner, keys, Scope { entry: Some(entry), ..scope })
        });
        let is_text = shape.parts.is_empty()
            && shape.entries.as_ref().is_none_or(|entries| entries.parts.is_empty());
        if is_text {
            self.used.extend([path.clone(), in_list.clone()]);
        } else if fields.get("each").is_none() {
            let help = "Add `each:`, and below it what each of its entries becomes.";
            self.decoder.report(
                Code::Value,
                node.span,
                "The entries of this column have parts.",
                help,
            );
            return None;
        }
        let keys = if inner.keys().is_empty() { keys } else { inner.keys() };
        let words = fields.get("words").map(|node| self.words(node, keys)).unwrap_or_default();
        let make = self.make(&fields, inner, scope, &path);
        Some(FromColumn { cell, split: split.map(str::to_owned), words, keys, each, make })
    }

    /// A column by its name, or a text with columns in it; what is in it, and the path.
    fn cell<'s>(
        &mut self,
        node: &Node,
        scope: Scope<'s>,
        text: &'s Shape,
    ) -> Option<(Cell, &'s Shape, String)> {
        let name = plain(self.decoder, node)?;
        let bare = name.strip_prefix('{').and_then(|name| name.strip_suffix('}')).unwrap_or(name);
        if let Some((column, shape, path)) = scope.find(name).or_else(|| scope.find(bare)) {
            return Some((Cell::Column(column), shape, path));
        }
        if bare.contains('{') {
            let template = self.template(node, scope)?;
            return Some((Cell::Text(template), text, String::new()));
        }
        let names: Vec<&str> = scope.names().collect();
        self.unknown_column(node.span, bare, &names);
        None
    }

    /// A table of words. `keys` are those that its lines may fill.
    fn words(&mut self, node: &Node, keys: &'static [Key]) -> Vec<Words> {
        let entries = match &node.value {
            Value::Null => return Vec::new(), // a first map may have none but in comments
            Value::Mapping(entries) => entries,
            _ => {
                let help =
                    "Write each word of the cells on a line of its own, such as `active: active`.";
                return self.decoder.wrong_type(node, "a table of words", help).unwrap_or_default();
            }
        };
        entries.iter().filter_map(|entry| self.words_line(entry, keys)).collect()
    }

    fn words_line(&mut self, entry: &Entry, keys: &'static [Key]) -> Option<Words> {
        let Some(pattern) = words::pattern(&entry.key) else {
            let help =
                "Put the name of a key between two braces. For a brace itself, write two: `{{`";
            let message = "A brace has no other half here.";
            self.decoder.report(Code::Value, entry.key_span, message, help);
            return None;
        };
        let mut meaning = Vec::new();
        match &entry.value.value {
            Value::Null => {}
            Value::Mapping(parts) => {
                for part in parts {
                    let text = match part.value.value {
                        Value::Null => "",
                        _ => plain(self.decoder, &part.value)?,
                    };
                    meaning.push((part.key.clone(), text.to_owned()));
                }
            }
            _ => meaning.push((String::new(), plain(self.decoder, &entry.value)?.to_owned())),
        }
        let is_key = |key: &str| {
            let of_charter = std::ptr::eq(keys, Key::of_charter());
            has_key(keys, key) || key == ABOUT && of_charter
        };
        let words = Words::new(pattern, meaning).without_gaps_for_nothing(is_key);
        let unknown = words.keys().find(|key| !key.is_empty() && !is_key(key));
        if let Some(key) = unknown {
            let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
            let message = format!("There is no key `{key}` beside this one.");
            let help = format!("The keys here are {}.", join_words(&names, "and"));
            self.decoder.report(Code::UnknownKey, entry.key_span, message, help);
            return None;
        }
        Some(words)
    }

    /// How terms are made, if they are.
    fn make(
        &mut self,
        fields: &Fields<'_>,
        kind: Kind,
        scope: Scope<'_>,
        path: &str,
    ) -> Option<Make> {
        let asked = ["make", "parent", "summary"].map(|name| fields.entry(name));
        let first = asked.into_iter().flatten().next()?;
        if !matches!(kind, Kind::Term(_)) {
            let message =
                format!("`{}` is only for `fields`, `subjects` and `domains`.", first.key);
            self.decoder.report(Code::UnknownKey, first.key_span, message, "Remove this line.");
            return None;
        }
        let [make, parent, summary] = asked.map(|entry| entry.map(|entry| &entry.value));
        if let Some(node) = make {
            let words = [("yes", true), ("true", true), ("no", false), ("false", false)];
            let is_wanted = match node.value {
                Value::Bool(wanted) => wanted,
                _ => self.decoder.one_of(node, &words)?.value,
            };
            if !is_wanted {
                return None;
            }
        }
        let text = Shape::of_text();
        let scope = Scope { entry: Some((&text, path)), ..scope };
        let parents = match parent {
            None => Vec::new(),
            Some(Node { value: Value::Sequence(nodes), .. }) => {
                nodes.iter().filter_map(|node| self.template(node, scope)).collect()
            }
            Some(node) => self.template(node, scope).into_iter().collect(),
        };
        Some(Make { parents, summary: summary.and_then(|node| self.template(node, scope)) })
    }
}
