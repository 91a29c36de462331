//! A table from a spreadsheet: CSV with commas, semicolons or tabs.

use csv::{ReaderBuilder, StringRecord};
use serde_json::Value as Json;

/// The separators that spreadsheets write. Of equals, the first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// How many records are looked at to find the separator.
const LOOKED_AT: usize = 50;

/// One group to be.
#[derive(Clone, Debug)]
pub struct Row {
    /// The line of a table, or the number of the entry in a list.
    pub number: usize,
    /// Its columns.
    pub value: Json,
}

/// A table, its first line being the names of its columns.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The names of the columns, in their order.
    pub(super) columns: Vec<String>,
    /// The rows that hold anything.
    pub(super) rows: Vec<Row>,
    /// Cells to the right of the last column that has a name, each with its line.
    pub(super) beyond: Vec<(usize, String)>,
    /// Rows with more cells than the first line.
    pub(super) long: Vec<Long>,
}

/// A row with more cells than the first line: a text with the separator in it may have moved them to the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Long {
    /// Its line.
    pub line: usize,
    /// How many cells it has.
    pub cells: usize,
    /// How many the first line has.
    pub names: usize,
    /// What parts the cells.
    pub separator: char,
}

/// Reads a table.
///
/// # Errors
/// Why it is none, in a sentence.
pub(super) fn read(text: &str) -> Result<Table, String> {
    let (separator, text, skipped) = match named_separator(text) {
        Some((separator, rest)) => (separator, rest, 1),
        None => (separator_of(text), text, 0),
    };
    let mut table = Table::default();
    let mut names = 0;
    let mut says_more = false;
    for (line, record) in records(text, separator) {
        let line = line + skipped;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if table.columns.is_empty() {
            (table.columns, names) = (named(&record), record.len());
            continue;
        }
        table.add(line, &record);
        if record.len() > names {
            let separator = char::from(separator);
            table.long.push(Long { line, cells: record.len(), names, separator });
            says_more |= record.iter().skip(names).any(|cell| !cell.trim().is_empty());
        }
    }
    // Some spreadsheets end every row with empty cells.
    if !says_more && table.long.len() == table.rows.len() {
        table.long.clear();
    }
    if let Some(line) = unclosed(text, separator) {
        let line = line + skipped;
        return Err(format!(
            "In line {line} a quotation mark opens a cell, and none closes it, so that the rest of the file is in that \
             cell. Close it, or write two of them where one is part of the text."
        ));
    }
    if table.columns.is_empty() {
        return Err("The file is empty.".to_owned());
    }
    Ok(table)
}

impl Table {
    fn add(&mut self, line: usize, record: &StringRecord) {
        let cells = record.iter().zip(&self.columns);
        let cell = |(cell, name): (&str, &String)| (name.clone(), Json::String(cell.to_owned()));
        self.rows.push(Row { number: line, value: Json::Object(cells.map(cell).collect()) });
        let beyond = record.iter().skip(self.columns.len()).map(str::trim);
        self.beyond.extend(beyond.filter(|cell| !cell.is_empty()).map(|it| (line, it.to_owned())));
    }
}

/// The records with the lines on which they start.
fn records(text: &str, separator: u8) -> impl Iterator<Item = (usize, StringRecord)> {
    let mut builder = ReaderBuilder::new();
    let reader = builder.delimiter(separator).flexible(true).has_headers(false);
    let records = reader.from_reader(text.as_bytes()).into_records().filter_map(Result::ok);
    let (mut line, mut counted) = (1, 0);
    records.map(move |record| {
        // The reader's own place of a record is before the ends of lines that precede it.
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(text.len()).min(text.len());
        let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
        let start = start + text.as_bytes()[start..].iter().take_while(is_end).count();
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[counted..start]).count();
        counted = start;
        (line, record)
    })
}

/// The separator that the first line names, as some spreadsheets want it: `sep=;`
fn named_separator(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let separator = first.trim_end_matches('\r').strip_prefix("sep=")?;
    let [separator] = separator.as_bytes() else { return None };
    separator.is_ascii().then_some((*separator, rest))
}

/// The separator that gives the most columns, among those by which all records have as many as the first, if there
/// are such.
fn separator_of(text: &str) -> u8 {
    let columns = |separator: u8| {
        let lengths: Vec<usize> =
            records(text, separator).take(LOOKED_AT).map(|(_, record)| record.len()).collect();
        let first = lengths.first().copied().unwrap_or(0);
        (first > 1 && lengths.iter().all(|length| *length == first), first)
    };
    let best = |best: u8, next: u8| if columns(next) > columns(best) { next } else { best };
    SEPARATORS.into_iter().reduce(best).unwrap_or(b',')
}

/// The names of the columns, each another: one without a name has its number, and of two of one name the second is
/// told apart. Columns without a name at the end are none.
fn named(record: &StringRecord) -> Vec<String> {
    let typed: Vec<&str> = record.iter().map(str::trim).collect();
    let last = typed.iter().rposition(|name| !name.is_empty()).map_or(0, |last| last + 1);
    let mut names: Vec<String> = Vec::new();
    for (at, typed) in typed.iter().take(last).enumerate() {
        let plain = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = if plain.is_empty() { format!("Column {}", at + 1) } else { plain };
        let mut name = plain.clone();
        for number in 2.. {
            if !names.contains(&name) {
                break;
            }
            name = format!("{plain} ({number})");
        }
        names.push(name);
    }
    names
}

/// The line of the last record, if a cell of it is opened by a quotation mark and closed by none.
fn unclosed(text: &str, separator: u8) -> Option<usize> {
    if text.matches('"').count().is_multiple_of(2) {
        return None;
    }
    let (line, record) = records(text, separator).last()?;
    record.iter().any(|cell| cell.contains('\n')).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        read(text).unwrap()
    }

    fn cell(table: &Table, row: usize, column: &str) -> String {
        table.rows[row].value[column].as_str().unwrap().to_owned()
    }

    #[test]
    fn commas_semicolons_and_tabs_part_the_cells() {
        for text in ["Name,Town\nA,B\n", "Name;Town\nA;B\n", "Name\tTown\nA\tB\n"] {
            let table = table(text);
            assert_eq!(table.columns, ["Name", "Town"], "{text}");
            assert_eq!(cell(&table, 0, "Town"), "B");
        }
    }

    #[test]
    fn the_separator_is_the_one_by_which_all_rows_have_as_many_cells_as_the_first() {
        let table = table("Name;Town, country;Note\nA;Rome, Italy;x, y, z\nB;;\n");
        assert_eq!(table.columns, ["Name", "Town, country", "Note"]);
        assert_eq!(read("sep=,\nA;B,C\n1,2\n").unwrap().columns, ["A;B", "C"]);
        assert_eq!(read("Name\nA, or B\n").unwrap().columns, ["Name"]);
    }

    #[test]
    fn cells_in_quotes_may_hold_separators_and_lines_and_rows_know_their_line() {
        let table = table("Name;Leaders\r\n\r\nA;\"X; \"\"Y\"\"\nZ\"\r\nB;\r\n");
        assert_eq!(cell(&table, 0, "Leaders"), "X; \"Y\"\nZ");
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [3, 5]);
    }

    #[test]
    fn every_column_has_a_name_of_its_own() {
        let table = table("Name,, Name ,Two\n");
        assert_eq!(table.columns, ["Name", "Column 2", "Name (2)", "Two"]);
        assert_eq!(read("Name,,\nA,,b\n").unwrap().beyond, [(2, "b".to_owned())]);
    }

    #[test]
    fn a_row_with_more_cells_than_the_first_line_is_named_unless_all_of_them_end_with_empty_ones() {
        let long = |text: &str| {
            let long = table(text).long;
            long.into_iter().map(|it| (it.line, it.cells, it.names)).collect::<Vec<_>>()
        };
        assert_eq!(long("A;B\n1;2\nx; y;2\n"), [(3, 3, 2)]);
        assert_eq!(long("A;B;C\n1;2;\nx; y;2;\n"), [(3, 4, 3)]);
        assert_eq!(long("A;B\n1;2;\n3;4;;\n"), []);
        assert_eq!(long("A;B;\n1;2;\n3;4;5\n"), []);
        assert_eq!(long("A;B\n1;2;\n3;4;5\n"), [(2, 3, 2), (3, 3, 2)]);
    }

    #[test]
    fn a_row_may_be_short_and_one_without_anything_is_none() {
        let table = table("Name,Town\nA\n,\n\nB,C\n");
        assert_eq!(table.rows.len(), 2);
        assert_eq!(table.rows[0].value.get("Town"), None);
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_is_named_with_its_line() {
        let error = read("Name,Town\nA,B\n\"C,D\nE,F\n").unwrap_err();
        assert!(error.contains("line 3"), "{error}");
        assert_eq!(read("Name,Size\nA,5\" pipes\nB,c\n").unwrap().rows.len(), 2);
        assert!(read("").is_err() && read(" \n,\n").is_err());
    }
}
