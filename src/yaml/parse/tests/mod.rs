//! Exact words and places. Problems show as `code line:column-line:column message | help`.

mod hostile;
mod problems;
mod properties;
mod values;
mod whole_files;

use std::fmt::Write as _;

use super::parse;
use crate::diagnostic::{Diagnostic, Place, Report, Span};
use crate::source::SourceFile;
use crate::yaml::Node;

/// A line for each problem.
pub(in crate::yaml) fn compact(diagnostics: &[Diagnostic]) -> String {
    let lines: Vec<_> = diagnostics.iter().map(compact_line).collect();
    lines.join("\n")
}

fn compact_line(found: &Diagnostic) -> String {
    let mut line = format!("{} {} {}", found.code, range(&found.place), found.message);
    if let Some(help) = &found.help {
        let _ = write!(line, " | {help}");
    }
    for related in &found.related {
        let _ = write!(line, " | {} {}", range(&related.place), related.message);
    }
    line
}

fn range(place: &Place) -> String {
    let (start, end) = (place.start, place.end);
    format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column)
}

/// Reads a text as a whole file.
fn read(text: &str) -> (SourceFile, Option<Node>, Vec<Diagnostic>) {
    let source = SourceFile::new("content/site.yaml", text);
    let mut diagnostics = Vec::new();
    let node = parse(&source, Span::new(0, text.len()), &mut diagnostics);
    (source, node, Report::new(diagnostics, 1, 0).diagnostics)
}

/// The problems of a text that is read as a whole file.
fn problems(text: &str) -> String {
    compact(&read(text).2)
}
