//! Fixes in a charter's text what has exactly one safe answer; every other byte stays as it is.
//!
//! 1. What keeps the front matter from being read as YAML ([`Mending`]).
//! 2. [`edits`]: what the checks know the one answer to, and attach to a problem as its edit.
//! 3. [`ids`]: each of several series gets an `id`.
//! 4. [`order`]: the keys come into the order of the documentation, each with its comments.
//!
//! Each step reads its own result again. What would change another value, or bring an error that was not
//! there, is left as it was. So fixing twice is the same as fixing once.

mod edits;
mod ids;
mod order;
mod same;

use std::iter;
use std::sync::Arc;

use crate::charter::Context;
use crate::diagnostic::{Edit, Span, edited, plural, shorten};
use crate::source::SourceFile;
use crate::text::{on_one_line, shows_nothing};
use crate::yaml::Mending;

/// The bytes that may be read to make the front matter readable.
const WORK: usize = 4 * 1024 * 1024;

/// A charter whose text was fixed.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The file as it was read.
    pub before: Arc<SourceFile>,
    /// Its text without the mistakes.
    pub after: Arc<str>,
    /// What is different, one for each place, by the lines of the text before.
    pub changes: Vec<Change>,
}

/// One thing that was fixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The line in the text before, from 1.
    pub line: u32,
    /// What was done, in words, on one line.
    pub what: String,
}

/// Fixes a charter. `None` where there is nothing that is safe to fix.
pub fn fix(source: &Arc<SourceFile>, context: Context<'_>) -> Option<Fixed> {
    let mut work = Work::new(source);
    Mending::of(source, WORK).steps().iter().for_each(|edits| work.make(edits));
    edits::fix(&mut work, context);
    ids::fix(&mut work, context);
    work.changes.sort_by_key(|change| change.line);
    order::fix(&mut work, context);
    (!work.changes.is_empty()).then(|| Fixed {
        before: Arc::clone(source),
        after: Arc::clone(work.file.text()),
        changes: work.changes,
    })
}

/// The edits that [`fix`] makes first in a charter as it is: those without which it cannot be read, or those of the checks.
pub fn first_edits(source: &Arc<SourceFile>, context: Context<'_>) -> Vec<Edit> {
    match Mending::of(source, WORK).steps().first() {
        Some(edits) => edits.clone(),
        None => edits::first(&Work::new(source), context),
    }
}

/// A file on its way from step to step.
struct Work {
    file: Arc<SourceFile>,
    changes: Vec<Change>,
    /// For each of its lines the line of the text before that it comes from, counted from 1.
    lines: Vec<u32>,
}

impl Work {
    fn new(file: &Arc<SourceFile>) -> Self {
        let last = file.text().matches('\n').count() + 1;
        let lines = (1..).take(last).collect();
        Self { file: Arc::clone(file), changes: Vec::new(), lines }
    }

    /// The file with another text.
    fn with(&self, text: String) -> Arc<SourceFile> {
        Arc::new(SourceFile::new(Arc::clone(self.file.path()), text))
    }

    /// The line of the text before from which something comes.
    fn line(&self, span: Span) -> u32 {
        let line = self.file.place(span).start.line;
        (line as usize).checked_sub(1).and_then(|at| self.lines.get(at)).copied().unwrap_or(line)
    }

    /// Makes edits, which are in the order of the text and apart.
    fn make(&mut self, edits: &[Edit]) {
        let text = self.file.text();
        let breaks = |text: &str| text.matches('\n').count();
        for edit in edits {
            let (old, new) = (&text[edit.span.range()], &edit.text);
            let what = what(old, new, breaks(old));
            self.changes.push(Change { line: self.line(edit.span), what });
        }
        for edit in edits.iter().rev() {
            let at = breaks(&text[..edit.span.range().start]);
            let old = at + 1..at + 1 + breaks(&text[edit.span.range()]);
            let line = self.lines[at];
            self.lines.splice(old, iter::repeat_n(line, breaks(&edit.text)));
        }
        self.file = self.with(edited(text, edits));
    }
}

/// What an edit does, in words. `breaks`: how many lines end in the old text.
fn what(old: &str, new: &str, breaks: usize) -> String {
    let is_gone = new.is_empty() && old.ends_with('\n');
    match breaks {
        _ if old.is_empty() => format!("+ {}", shown(new)),
        0 if is_indentation(old) => {
            let tabs = old.matches('\t').count();
            let spaces = new.len() + tabs - old.len();
            format!("{} → {}", plural(tabs, "tab"), plural(spaces, "space"))
        }
        blank @ 1.. if old.trim().is_empty() => format!("− {}", plural(blank, "blank line")),
        1 if is_gone => format!("− {}", shown(old)),
        lines if is_gone => {
            let first = old.split('\n').next().unwrap_or_default();
            format!("− {} from {}", plural(lines, "line"), shown(first))
        }
        _ => format!("{} → {}", shown(old), shown(new)),
    }
}

/// Whether a text is blanks and hyphens with tabs.
fn is_indentation(text: &str) -> bool {
    text.contains('\t') && text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'-'))
}

/// The most lines of a text that a change shows.
const MOST_LINES: usize = 3;

/// What was typed, as a change shows it: line by line, and spaces of other kinds by their numbers.
fn shown(typed: &str) -> String {
    let is_other = |found: &char| !found.is_ascii();
    if shows_nothing(typed) && typed.chars().any(|found| is_other(&found)) {
        let codes = typed.chars().filter(is_other).map(|it| format!("U+{:04X}", u32::from(it)));
        return codes.collect::<Vec<_>>().join(" ");
    }
    let mut lines = typed.split('\n').filter(|line| !line.trim().is_empty());
    let first: Vec<&str> = lines.by_ref().take(MOST_LINES).collect();
    match first.as_slice() {
        [] | [_] => format!("`{}`", on_one_line(&shorten(typed.trim_end_matches(['\n', '\r'])))),
        several => {
            let shown =
                several.iter().map(|line| format!("`{}`", on_one_line(&shorten(line.trim()))));
            let rest = lines.next().map(|_| "…".to_owned());
            shown.chain(rest).collect::<Vec<_>>().join(", ")
        }
    }
}
