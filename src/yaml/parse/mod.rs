//! The parser's events into our tree, and every problem in words.
//!
//! `granit-parser` stops at the first thing that is not YAML. The text is then patched in memory, just
//! so far that the parser gets past that place, and read again: one run finds every mistake. What
//! was read from a patched text is never handed on.

mod characters;
mod events;
mod limits;
mod problem;
mod scalar;
mod seek;
mod strays;
mod syntax;
mod traps;
mod tree;
mod typed;

use std::borrow::Cow;

use self::problem::Problem;
pub use self::scalar::is_decimal;
use self::typed::Text;
pub(super) use self::typed::quoted;
use super::Node;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::SourceFile;

/// How often a text is read, patched each time, before the rest of its mistakes are left.
const ROUNDS: usize = 20;

/// The bytes after which no further round is begun, so that a large file takes no longer than it may.
const WORK: usize = 1024 * 1024;

/// Reads the YAML in a region of a file, which is its front matter or all of it.
///
/// Spans in the tree are offsets in the whole file. A region that holds no value is a null at its
/// start. Problems are added to `diagnostics`: `yaml` for what is not YAML or cannot be meant, and
/// `limits` for parts of YAML that a charter does not need. `None` if the text could not be read to
/// its end, or if a value stays unknown.
pub fn parse(source: &SourceFile, region: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<Node> {
    let base = region.start as usize;
    let (node, problems) = read(source.text().get(region.range()).unwrap_or_default(), base);
    diagnostics.extend(problems.into_iter().map(|problem| problem.into_diagnostic(source, base)));
    node
}

fn read(text: &str, base: usize) -> (Option<Node>, Vec<Problem>) {
    let (node, problems) = read_as_it_is(text, base);
    if problems.is_empty() {
        return (node, problems);
    }
    let strays = strays::that_matter(text, |text| read_as_it_is(text, base).1.len());
    if strays.is_empty() {
        return (node, problems);
    }
    let (_, others) = read_as_it_is(&strays::without(text, &strays), base);
    let mut problems: Vec<Problem> = strays.iter().map(|stray| stray.problem(text)).collect();
    let others = others.into_iter().map(|it| it.moved(|at| strays::place_with(&strays, at)));
    problems.extend(others);
    (None, problems)
}

fn read_as_it_is(text: &str, base: usize) -> (Option<Node>, Vec<Problem>) {
    let mut errors = characters::forbidden(text);
    let original = characters::blanked(text);
    let mut patched = Cow::Borrowed(&*original);
    let mut last = None;
    let mut found = Vec::new();
    for _ in 0..(WORK / original.len().max(1)).clamp(2, ROUNDS) {
        let text = Text { patched: &patched, original: &original };
        let reading = tree::read(text, base);
        found = reading.problems;
        let Some(stop) = reading.stop else {
            let node = reading.node.filter(|_| errors.is_empty());
            errors.extend(found);
            return (node, errors);
        };
        let error = syntax::explain(text, &stop, base > 0);
        if last.is_some_and(|last| error.at.start <= last) {
            break;
        }
        last = Some(error.at.start);
        let next = error.patch(&patched);
        errors.push(error);
        match next {
            Some(next) => patched = Cow::Owned(next),
            None => break,
        }
    }
    errors.extend(found);
    (None, errors)
}

#[cfg(test)]
pub(super) mod tests;
