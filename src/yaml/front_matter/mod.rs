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
/// White space after the hyphens is tolerated; lines may end with LF, CR LF or CR. Each line of hyphens that
/// is not there or not right gets a `front-matter` problem. Where it must have been meant is clear in most
/// files: what is there is found all the same, so that the rest of the problems is told at once.
pub fn split(source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Option<FrontMatter> {
    let text: &str = source.text();
    let first = lines(text).next().unwrap_or_default();
    let start = if is_fence(&text[first.clone()]) {
        after_break(text, first.end)
    } else {
        let (problem, start) = messages::not_opened(source);
        diagnostics.push(problem);
        start?
    };
    let mut later = lines(text).skip_while(|line| line.start < start);
    let (yaml_end, body_start) = match later.find(|line| is_fence(&text[line.clone()])) {
        Some(closing) => (closing.start, after_break(text, closing.end)),
        None => {
            let (problem, end) = messages::not_closed(source, start);
            diagnostics.push(problem);
            end?
        }
    };
    Some(FrontMatter { yaml: Span::new(start, yaml_end), body: Span::new(body_start, text.len()) })
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
