//! Text with gaps that columns fill: `{City}, {Country}`.

use serde_json::Value as Json;

use super::input::find;
use super::shape::{Shape, joined};
use crate::text::shows_nothing;

/// A text with gaps. `{{` and `}}` are braces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Gap(Column),
}

/// A column by its path. Within the entries of a list it may be one of the entry, or else one of the row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Column {
    path: String,
    is_of_entry: bool,
}

/// The columns that can be named at some place of the map.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope<'a> {
    pub(super) row: &'a Shape,
    /// Those of the entries of a list, with the path of the list.
    pub(super) entry: Option<(&'a Shape, &'a str)>,
}

/// The values that the columns have in a row, and in an entry of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Values<'a> {
    pub(super) row: &'a Json,
    pub(super) entry: Option<&'a Json>,
}

/// Why a text is no template.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A brace without its other half.
    Brace,
    /// There is no column of that name.
    Unknown(String),
    /// The column has parts, and is no text.
    HasParts(String),
}

impl<'a> Scope<'a> {
    /// A column by its name, with its shape and its whole path. The name of an entry itself is empty.
    pub(super) fn find(&self, name: &str) -> Option<(Column, &'a Shape, String)> {
        let column = |is_of_entry| Column { path: name.to_owned(), is_of_entry };
        if let Some((entry, path)) = self.entry {
            if name.is_empty() {
                return Some((column(true), entry, path.to_owned()));
            }
            if let Some(shape) = entry.find(name) {
                return Some((column(true), shape, joined(path, name)));
            }
        }
        self.row.find(name).map(|shape| (column(false), shape, name.to_owned()))
    }

    /// The names of its columns, those of the entry first.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        let of_entry = self.entry.into_iter().flat_map(|(entry, _)| &entry.parts);
        of_entry.chain(&self.row.parts).map(|(name, _)| name.as_str())
    }
}

impl Column {
    /// Its value, if it has one.
    pub(super) fn value<'v>(&self, values: Values<'v>) -> Option<&'v Json> {
        let whole = if self.is_of_entry { values.entry? } else { values.row };
        if self.path.is_empty() { Some(whole) } else { find(whole, &self.path) }
    }
}

/// A value as text: the entries of a list with commas between them.
pub(super) fn text_of(value: &Json) -> String {
    match value {
        Json::String(text) if !shows_nothing(text) => text.trim().to_owned(),
        Json::Array(entries) => {
            let texts: Vec<String> =
                entries.iter().map(text_of).filter(|it| !it.is_empty()).collect();
            texts.join(", ")
        }
        _ => String::new(),
    }
}

impl Template {
    /// Reads a template, and adds the paths of its columns to those that are used.
    pub(super) fn parse(
        text: &str,
        scope: Scope<'_>,
        used: &mut Vec<String>,
    ) -> Result<Self, Fault> {
        let mut parts = Vec::new();
        for piece in pieces(text).ok_or(Fault::Brace)? {
            parts.push(match piece {
                Piece::Text(text) => Part::Text(text),
                Piece::Gap(name) => {
                    let (column, shape, path) =
                        scope.find(name).ok_or_else(|| Fault::Unknown(name.to_owned()))?;
                    let of_sets = shape.entries.as_ref().is_some_and(|it| !it.parts.is_empty());
                    if !shape.parts.is_empty() || of_sets {
                        return Err(Fault::HasParts(name.to_owned()));
                    }
                    used.extend([path.clone(), format!("{path}[]")]);
                    Part::Gap(column)
                }
            });
        }
        Ok(Self(parts))
    }

    /// Whether anything in it comes from a column.
    pub(super) fn has_columns(&self) -> bool {
        self.0.iter().any(|part| matches!(part, Part::Gap(_)))
    }

    /// The column, if it is nothing else.
    pub(super) fn only_column(&self) -> Option<&Column> {
        match self.0.as_slice() {
            [Part::Gap(column)] => Some(column),
            _ => None,
        }
    }

    /// The text with its gaps filled. Beside a gap that stays empty, what parts it from others is left out, and so is
    /// all where every gap is.
    pub(super) fn fill(&self, values: Values<'_>) -> Option<String> {
        let filled = self.0.iter().map(|part| match part {
            Part::Text(text) => (false, text.clone()),
            Part::Gap(column) => (true, column.value(values).map(text_of).unwrap_or_default()),
        });
        let mut filled: Vec<(bool, String)> = filled.collect();
        if self.has_columns() && filled.iter().all(|(is_gap, text)| !is_gap || text.is_empty()) {
            return None;
        }
        while let Some(at) = filled.iter().position(|(is_gap, text)| *is_gap && text.is_empty()) {
            close(&mut filled, at);
        }
        let text: String = filled.into_iter().map(|(_, text)| text).collect();
        Some(text.trim().to_owned())
    }
}

/// Takes out an empty gap with the text before it, or after it where it comes first. A bracket that opens before it
/// closes after it.
fn close(parts: &mut Vec<(bool, String)>, at: usize) {
    parts.remove(at);
    let is_text = |parts: &[(bool, String)], at: usize| parts.get(at).is_some_and(|(gap, _)| !gap);
    let has_gap_before = parts[..at].iter().any(|(is_gap, _)| *is_gap);
    if has_gap_before && is_text(parts, at - 1) {
        let (_, before) = parts.remove(at - 1);
        let closing = match before.trim_end().chars().last() {
            Some('(') => ')',
            Some('[') => ']',
            _ => return,
        };
        if let Some((_, after)) = parts.get_mut(at - 1).filter(|(is_gap, _)| !is_gap)
            && let Some(rest) = after.trim_start().strip_prefix(closing)
        {
            *after = rest.to_owned();
        }
    } else if is_text(parts, at) && parts[at + 1..].iter().any(|(is_gap, _)| *is_gap) {
        parts.remove(at);
    }
}

/// A part of a text with gaps.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Text(String),
    Gap(&'t str),
}

/// The parts of a text with gaps. `None` where a brace has no other half.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece<'_>>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut rest = text;
    let add = |text: &str, pieces: &mut Vec<Piece<'_>>| match pieces.last_mut() {
        Some(Piece::Text(before)) => before.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece::Text(text.to_owned())),
    };
    while let Some(at) = rest.find(['{', '}']) {
        add(&rest[..at], &mut pieces);
        let brace = &rest[at..=at];
        let after = &rest[at + 1..];
        if let Some(after) = after.strip_prefix(brace) {
            add(brace, &mut pieces);
            rest = after;
        } else if brace == "{" {
            let (name, after) = after.split_once('}')?;
            pieces.push(Piece::Gap(name.trim()));
            rest = after;
        } else {
            return None;
        }
    }
    add(rest, &mut pieces);
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn filled(text: &str, row: &Json) -> Result<Option<String>, Fault> {
        let mut shape = Shape::with_columns(&["City", "Region", "Country", "Tags"].map(Into::into));
        shape.add(row);
        let scope = Scope { row: &shape, entry: None };
        let template = Template::parse(text, scope, &mut Vec::new())?;
        Ok(template.fill(Values { row, entry: None }))
    }

    #[test]
    fn gaps_are_filled_and_what_parts_an_empty_one_goes_with_it() {
        let whole = json!({"City": " Rome ", "Region": "Lazio", "Country": "Italy"});
        let less = |column: &str| {
            let mut row = whole.clone();
            row[column] = json!("");
            row
        };
        let text = "{City}, {Region}, {Country}";
        let cases = [
            (text, whole.clone(), "Rome, Lazio, Italy"),
            (text, less("City"), "Lazio, Italy"),
            (text, less("Region"), "Rome, Italy"),
            (text, less("Country"), "Rome, Lazio"),
            ("Chapter {City} ({Region})", less("Region"), "Chapter Rome"),
            ("Chapter {City} ({Region}), {Country}", less("Region"), "Chapter Rome, Italy"),
            ("Chapter {City}", whole.clone(), "Chapter Rome"),
            ("No gap", whole.clone(), "No gap"),
            ("{{{City}}}", whole.clone(), "{Rome}"),
        ];
        for (text, row, wanted) in cases {
            assert_eq!(filled(text, &row), Ok(Some(wanted.to_owned())), "{text} {row}");
        }
    }

    #[test]
    fn a_text_whose_gaps_are_all_empty_is_none() {
        let row = json!({"City": " ", "Country": null});
        assert_eq!(filled("mailto:{City}", &row), Ok(None));
        assert_eq!(filled("{City}, {Country}", &row), Ok(None));
    }

    #[test]
    fn a_list_of_texts_is_joined() {
        assert_eq!(filled("{Tags}", &json!({"Tags": ["a", "", "b"]})), Ok(Some("a, b".to_owned())));
    }

    #[test]
    fn a_column_that_is_not_there_or_is_no_text_is_named() {
        let row = json!({"City": {"name": "Rome"}, "Tags": [{"name": "a"}]});
        assert_eq!(filled("{Town}", &row), Err(Fault::Unknown("Town".to_owned())));
        assert_eq!(filled("{City}", &row), Err(Fault::HasParts("City".to_owned())));
        assert_eq!(filled("{Tags}", &row), Err(Fault::HasParts("Tags".to_owned())));
        assert_eq!(filled("{City.name}", &row), Ok(Some("Rome".to_owned())));
        assert_eq!(filled("{City", &row), Err(Fault::Brace));
        assert_eq!(filled("City}", &row), Err(Fault::Brace));
    }
}
