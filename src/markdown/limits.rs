//! Texts that the parser would take more than linear time or space for.
//!
//! pulldown-cmark 0.13 does so in three cases, which no honest text comes near: it goes through all
//! containers of a line again for the lines that continue it; it makes a cell for each one that a
//! row of a table lacks; and for every line of a link's title it goes through the lines before.

use std::ops::Range;

/// How deep lists and quotations may be nested.
pub(super) const MOST_NESTING: usize = 32;
/// How many cells the rows of all tables may lack.
const MOST_MISSING_CELLS: usize = 10_000;
/// Over how many lines a link's title may run.
const MOST_TITLE_LINES: usize = 50;

/// What is beyond a limit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excess {
    pub(super) range: Range<usize>,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

/// Lists or quotations nested too deeply.
pub(super) const NESTING: (&str, &str) = (
    "Lists or quotations are nested more than 32 deep here.",
    "Remove some of the list markers or `>` at the start of the line.",
);
const MISSING_CELLS: (&str, &str) = (
    "Up to here, the rows of the tables lack more than 10,000 cells.",
    "Give every row as many cells as its table has columns.",
);
const TITLE: (&str, &str) = (
    "A link's title runs over more than 50 lines up to here.",
    "Put a quotation mark after the title, or a blank line after the paragraph.",
);

/// The first place where a text without lone carriage returns is beyond a limit, in one pass over its
/// lines.
pub(super) fn excess(text: &str) -> Option<Excess> {
    let has_tables = text.contains('|');
    let has_titles = text.contains("](") && lines(text).nth(MOST_TITLE_LINES).is_some();
    let mut tables = Tables::default();
    let mut titles = Titles::default();
    for (start, line) in lines(text) {
        let (message, help) = if is_blank(line) {
            tables.columns = 0;
            titles = Titles::default();
            continue;
        } else if nesting(line) > MOST_NESTING {
            NESTING
        } else if has_tables && tables.missing_after(line) > MOST_MISSING_CELLS {
            MISSING_CELLS
        } else if has_titles && titles.lines_after(line) > MOST_TITLE_LINES {
            TITLE
        } else {
            continue;
        };
        return Some(Excess { range: start..start + line.len(), message, help });
    }
    None
}

/// The lines with their offsets, without their ends (LF or CR LF).
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut read = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = read;
        read += line.len();
        (start, line.trim_end_matches(['\n', '\r']))
    })
}

/// Whether a line ends every paragraph and table, in quotations too.
fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| b" \t>".contains(&byte))
}

/// How many quotations, list items and footnotes a line may open, one within the other.
fn nesting(line: &str) -> usize {
    let mut depth = 0;
    let mut rule = 0;
    let mut last = 0;
    let mut rest = line.as_bytes().trim_ascii_start();
    while let Some(length) = container_marker(rest) {
        depth += 1;
        rule = if rest[0] == last { rule + 1 } else { 1 };
        last = rest[0];
        rest = rest[length..].trim_ascii_start();
    }
    let is_rule = rest.is_empty() && b"-*".contains(&last);
    if is_rule { depth - rule } else { depth }
}

/// The length of the mark that opens a container at the start of `rest`.
fn container_marker(rest: &[u8]) -> Option<usize> {
    let is_space = |at: usize| rest.get(at).is_none_or(u8::is_ascii_whitespace);
    match rest.first()? {
        b'>' => Some(1),
        b'-' | b'+' | b'*' if is_space(1) => Some(1),
        b'0'..=b'9' => {
            let digits = rest.iter().position(|byte| !byte.is_ascii_digit())?;
            (digits < 10 && b".)".contains(&rest[digits]) && is_space(digits + 1))
                .then_some(digits + 1)
        }
        b'[' if rest.starts_with(b"[^") => {
            let end = label_end(rest)?;
            (rest.get(end + 1) == Some(&b':')).then_some(end + 2)
        }
        _ => None,
    }
}

/// Where the bracket is that closes a footnote's label.
fn label_end(rest: &[u8]) -> Option<usize> {
    let mut escaped = false;
    rest.iter().position(|byte| {
        let ends = *byte == b']' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    })
}

/// Counts the cells that rows lack. Without parsing: every line below one of dashes and pipes counts
/// as a row, up to the next blank line.
#[derive(Default)]
struct Tables {
    columns: usize,
    missing: usize,
}

impl Tables {
    fn missing_after(&mut self, line: &str) -> usize {
        let pipes = line.matches('|').count();
        self.missing += self.columns.saturating_sub(pipes);
        if line.contains('-') && line.bytes().all(|byte| b" \t>|-:".contains(&byte)) {
            self.columns = self.columns.max(pipes + 1);
        }
        self.missing
    }
}

/// Counts the lines of what may be a link's title: from a quotation mark or bracket behind white
/// space or `>`, anywhere after `](` in the same paragraph, to the next of its kind.
#[derive(Default)]
struct Titles {
    after_link: bool,
    open: [Option<usize>; 3],
}

impl Titles {
    fn lines_after(&mut self, line: &str) -> usize {
        if !self.after_link && !line.contains("](") {
            return 0;
        }
        self.scan(line);
        for lines in self.open.iter_mut().flatten() {
            *lines += 1;
        }
        self.open.into_iter().flatten().max().unwrap_or(0)
    }

    fn scan(&mut self, line: &str) {
        let mut escaped = false;
        let mut before = b' ';
        for byte in line.bytes() {
            let mark = match byte {
                b'"' => Some(0),
                b'\'' => Some(1),
                b'(' | b')' => Some(2),
                _ => None,
            };
            self.after_link |= before == b']' && byte == b'(';
            if let Some(mark) = mark.filter(|_| !escaped) {
                let opens = self.after_link && b" \t\x0b\x0c>".contains(&before) && byte != b')';
                self.open[mark] = opens.then_some(0);
            }
            escaped = byte == b'\\' && !escaped;
            before = byte;
        }
    }
}
