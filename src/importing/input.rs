//! What is imported: a file as rows, each a set of columns. A value is text, nothing, a list or a set of columns.

use std::ffi::OsStr;
use std::path::Path;

use serde_json::Value as Json;

use super::decode::decode;
use super::shape::Shape;
use super::table::{self, Long, Row};
use crate::text::join_words;

/// A file to import.
#[derive(Debug)]
pub struct Input {
    /// Its name, as it was given.
    pub name: String,
    /// Whether its bytes were read as Windows-1252, since they are not UTF-8.
    pub is_guessed: bool,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Table(table::Table),
    Tree(Json),
}

impl Input {
    /// Reads a file by the ending of its name: `.json`, `.yaml` or `.yml`, and otherwise a table.
    ///
    /// # Errors
    /// Why it cannot be read, in a sentence or two.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, String> {
        const WORKBOOK: &[u8] = b"PK\x03\x04";
        const OLD_WORKBOOK: &[u8] = b"\xD0\xCF\x11\xE0";
        if bytes.starts_with(WORKBOOK) || bytes.starts_with(OLD_WORKBOOK) {
            return Err("This is a workbook. Open it in your spreadsheet, choose “Save as” or “Download”, take CSV \
                        (UTF-8), and import that file."
                .to_owned());
        }
        let decoded = decode(bytes);
        let ending = Path::new(name).extension().map(OsStr::to_ascii_lowercase);
        let content = match ending.as_ref().and_then(|ending| ending.to_str()) {
            Some("json") => Content::Tree(json(&decoded.text)?),
            Some("yaml" | "yml") => Content::Tree(yaml(&decoded.text)?),
            _ => Content::Table(table::read(&decoded.text)?),
        };
        Ok(Self { name: name.to_owned(), is_guessed: decoded.is_guessed, content })
    }

    /// The rows: those of a table or a list, or of the list under a key, whose path may be given.
    ///
    /// # Errors
    /// Why there is no such list, in a sentence or two.
    pub fn rows(&self, path: Option<&str>) -> Result<Rows, String> {
        match (&self.content, path) {
            (Content::Table(_), Some(_)) => {
                Err("A table is all rows. Remove the line `rows`.".to_owned())
            }
            (Content::Table(table), None) => Ok(Rows::of_table(table)),
            (Content::Tree(root), path) => {
                let list = match path {
                    Some(path) => find(root, path).ok_or("There is nothing under that name.")?,
                    None => only_list(root)?,
                };
                Rows::of_list(list)
            }
        }
    }
}

/// The rows of a file, with all that is known of their columns.
#[derive(Debug)]
pub struct Rows {
    /// The rows, in the order of the file.
    pub rows: Vec<Row>,
    /// Their columns.
    pub shape: Shape,
    /// What a row's number counts: `line` or `entry`.
    pub unit: &'static str,
    /// Cells that no column has, each with its line.
    pub beyond: Vec<(usize, String)>,
    /// Rows with more cells than the first line.
    pub long: Vec<Long>,
}

impl Rows {
    fn of_table(table: &table::Table) -> Self {
        let mut shape = Shape::with_columns(&table.columns);
        table.rows.iter().for_each(|row| shape.add(&row.value));
        let (beyond, long) = (table.beyond.clone(), table.long.clone());
        Self { rows: table.rows.clone(), shape, unit: "line", beyond, long }
    }

    fn of_list(list: &Json) -> Result<Self, String> {
        let entries = list.as_array().ok_or("This is no list of groups.")?;
        let mut shape = Shape::default();
        let mut rows = Vec::new();
        for (at, value) in entries.iter().enumerate() {
            if !value.is_object() {
                return Err(format!("Entry {} of the list is no set of names and values.", at + 1));
            }
            shape.add(value);
            rows.push(Row { number: at + 1, value: value.clone() });
        }
        Ok(Self { rows, shape, unit: "entry", beyond: Vec::new(), long: Vec::new() })
    }
}

/// What is under a name, or under the parts of one, which full stops join: `contact.chat`.
pub(super) fn find<'v>(value: &'v Json, path: &str) -> Option<&'v Json> {
    let parts = value.as_object()?;
    parts.get(path).or_else(|| {
        let mut splits = path.match_indices('.');
        splits.find_map(|(at, _)| find(parts.get(&path[..at])?, &path[at + 1..]))
    })
}

/// The list of groups in a file that says no more than that.
fn only_list(root: &Json) -> Result<&Json, String> {
    let Some(parts) = root.as_object() else { return Ok(root) };
    let is_list =
        |value: &Json| value.as_array().is_some_and(|entries| entries.iter().any(Json::is_object));
    let lists: Vec<&str> =
        parts.iter().filter(|(_, value)| is_list(value)).map(|(name, _)| name.as_str()).collect();
    match lists.as_slice() {
        [only] => Ok(&parts[*only]),
        [] => Err("There is no list of groups in this file.".to_owned()),
        [first, ..] => Err(format!(
            "There are several lists in this file: {}. Say in the map which of them has the groups, such as \
             `rows: {first}`.",
            join_words(&lists, "and")
        )),
    }
}

fn json(text: &str) -> Result<Json, String> {
    let read: Json = serde_json::from_str(text)
        .map_err(|error| format!("This is not JSON that can be read: {error}."))?;
    Ok(as_texts(read))
}

/// Every value as text, as a spreadsheet has it.
fn as_texts(value: Json) -> Json {
    match value {
        Json::Bool(value) => Json::String(value.to_string()),
        Json::Number(number) => Json::String(number.to_string()),
        Json::Array(entries) => entries.into_iter().map(as_texts).collect(),
        Json::Object(parts) => {
            Json::Object(parts.into_iter().map(|(name, part)| (name, as_texts(part))).collect())
        }
        other => other,
    }
}

fn yaml(text: &str) -> Result<Json, String> {
    let read: serde_yaml::Value = serde_yaml::from_str(text)
        .map_err(|error| format!("This is not YAML that can be read: {error}."))?;
    Ok(of_yaml(read))
}

fn of_yaml(value: serde_yaml::Value) -> Json {
    use serde_yaml::Value;
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::String(value.to_string()),
        Value::Number(number) => Json::String(number.to_string()),
        Value::String(text) => Json::String(text),
        Value::Sequence(entries) => entries.into_iter().map(of_yaml).collect(),
        Value::Mapping(parts) => {
            let named = parts.into_iter().map(|(name, part)| {
                let name = match of_yaml(name) {
                    Json::String(name) => name,
                    other => other.to_string(),
                };
                (name, of_yaml(part))
            });
            Json::Object(named.collect())
        }
        Value::Tagged(tagged) => of_yaml(tagged.value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(name: &str, text: &str, path: Option<&str>) -> Result<Vec<String>, String> {
        let rows = Input::read(name, text.as_bytes())?.rows(path)?;
        let name = |row: &Row| row.value["name"].as_str().unwrap().to_owned();
        Ok(rows.rows.iter().map(name).collect())
    }

    #[test]
    fn a_list_of_groups_is_found_by_itself_or_by_its_name() {
        let wanted = Ok(vec!["A".to_owned(), "1".to_owned()]);
        assert_eq!(names("g.json", r#"[{"name": "A"}, {"name": 1}]"#, None), wanted);
        assert_eq!(names("g.yaml", "at: 2026\ngroups:\n- name: A\n- name: 1\n", None), wanted);
        let two = "a: {groups: [{name: A}, {name: 1}]}\nb: [{name: B}]\nc: [{name: C}]\n";
        assert_eq!(names("g.yml", two, Some("a.groups")), wanted);
        let error = names("g.yml", two, None).unwrap_err();
        assert!(error.contains("`b` and `c`") && error.contains("`rows: b`"), "{error}");
    }

    #[test]
    fn what_is_no_list_of_groups_is_said_in_words() {
        for (name, text, words) in [
            ("g.json", "{", "not JSON"),
            ("g.yaml", "a: [", "not YAML"),
            ("g.yaml", "a: 1", "no list"),
            ("g.json", "[1]", "Entry 1"),
            ("g.csv", "PK\u{3}\u{4}", "workbook"),
        ] {
            let error = names(name, text, None).unwrap_err();
            assert!(error.contains(words), "{error}");
        }
        assert!(names("g.csv", "name\nA\n", Some("groups")).is_err());
    }
}
