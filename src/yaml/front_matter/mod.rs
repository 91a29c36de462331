//! Front matter: the YAML between a first line of three hyphens and the next such line.

mod messages;

use std::ops::Range;

use super::lines::{after_break, lines};
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// The two parts of a file that starts with front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The YAML: everything between the two lines of hyphens.
    pub yaml: Span,
    /// The Markdown: everything below the second line of hyphens.
    pub body: Span,
}

/// Finds the front matter of a file.
///
/// White space after the hyphens is tolerated; lines may end with LF, CR LF or CR. A file without
/// front matter, or whose front matter is not closed, gets a `front-matter` problem and `None`.
pub fn split(source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Option<FrontMatter> {
    let text: &str = source.text();
    let mut lines = lines(text);
    let Some(opening) = lines.next().filter(|line| is_fence(&text[line.clone()])) else {
        diagnostics.push(messages::not_opened(source));
        return None;
    };
    let Some(closing) = lines.find(|line| is_fence(&text[line.clone()])) else {
        diagnostics.push(messages::not_closed(source, &opening));
        return None;
    };
    Some(FrontMatter {
        yaml: Span::new(after_break(text, opening.end), closing.start),
        body: Span::new(after_break(text, closing.end), text.len()),
    })
}

/// Whether a line is three hyphens, with nothing else than white space after them.
fn is_fence(line: &str) -> bool {
    line.trim_end_matches([' ', '\t']) == "---"
}

/// The span of a line without the white space around its text.
fn trimmed(text: &str, line: &Range<usize>) -> Span {
    let content = &text[line.clone()];
    let start = line.start + (content.len() - content.trim_start().len());
    Span::new(start, start + content.trim().len())
}

#[cfg(test)]
mod tests;
