//! What columns the rows of a file have, and what is in them.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::text::shows_nothing;

/// How many different values of a column are kept as examples.
const EXAMPLES: usize = 40;

/// The values of one column in all rows: texts, sets of columns, lists.
#[derive(Debug, Default)]
pub struct Shape {
    /// How many texts there are that are not empty.
    pub texts: usize,
    /// The first different ones.
    pub examples: Vec<String>,
    /// The columns of those that are sets of columns, in the order of the file where it has one.
    pub parts: Vec<(String, Self)>,
    /// The entries of those that are lists.
    pub entries: Option<Box<Self>>,
}

impl Shape {
    /// Columns of which nothing but the names are known.
    pub(super) fn with_columns(names: &[String]) -> Self {
        let parts = names.iter().map(|name| (name.clone(), Self::default())).collect();
        Self { parts, ..Self::default() }
    }

    /// One that is a text.
    pub(super) fn of_text() -> Self {
        Self { texts: 1, ..Self::default() }
    }

    /// Adds a value of the column.
    pub(super) fn add(&mut self, value: &Json) {
        match value {
            Json::String(text) if !shows_nothing(text) => {
                self.texts += 1;
                if self.examples.len() < EXAMPLES && !self.examples.contains(text) {
                    self.examples.push(text.clone());
                }
            }
            Json::Array(entries) => {
                let shape = self.entries.get_or_insert_default();
                for entry in entries {
                    shape.add(entry);
                }
            }
            Json::Object(parts) => {
                for (name, part) in parts {
                    self.part(name).add(part);
                }
            }
            _ => {}
        }
    }

    fn part(&mut self, name: &str) -> &mut Self {
        let at = self.parts.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            self.parts.push((name.to_owned(), Self::default()));
            self.parts.len() - 1
        });
        &mut self.parts[at].1
    }

    /// A column by its name, or by those of its parts, which full stops join.
    pub(super) fn find(&self, path: &str) -> Option<&Self> {
        let named = |name: &str| self.parts.iter().find(|(known, _)| known == name);
        named(path).map(|(_, shape)| shape).or_else(|| {
            let mut splits = path.match_indices('.');
            splits.find_map(|(at, _)| named(&path[..at])?.1.find(&path[at + 1..]))
        })
    }

    /// Every column that holds a text, by its path, with the number of texts: `contact.chat`, `leads[].name`.
    pub(super) fn columns(&self) -> BTreeMap<String, usize> {
        let mut columns = BTreeMap::new();
        self.collect("", &mut columns);
        columns
    }

    fn collect(&self, path: &str, columns: &mut BTreeMap<String, usize>) {
        if self.texts > 0 {
            columns.insert(path.to_owned(), self.texts);
        }
        for (name, part) in &self.parts {
            part.collect(&joined(path, name), columns);
        }
        if let Some(entries) = &self.entries {
            entries.collect(&format!("{path}[]"), columns);
        }
    }
}

/// The path of a part.
pub(super) fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn columns_are_counted_wherever_they_are() {
        let mut shape = Shape::default();
        shape.add(&json!({"name": "A", "contact": {"chat": "x"}, "leads": [{"name": "B"}]}));
        shape.add(&json!({"name": " ", "contact": null, "leads": [{"name": "C"}], "tags": ["t"]}));
        let columns: Vec<_> = shape.columns().into_iter().collect();
        let wanted = [("contact.chat", 1), ("leads[].name", 2), ("name", 1), ("tags[]", 1)];
        assert_eq!(columns, wanted.map(|(path, count)| (path.to_owned(), count)));
        assert_eq!(shape.find("contact.chat").unwrap().texts, 1);
        assert!(shape.find("contact.mail").is_none());
    }
}
