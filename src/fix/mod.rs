//! Fixes in a charter's text what has exactly one safe answer; every other byte stays as it is.
//!
//! 1. [`syntax`]: what keeps the front matter from being read as YAML.
//! 2. [`tabs`]: tabs that indent become spaces, where they can mean one structure only.
//! 3. [`edits`]: what the checks know the one answer to, and attach to a problem as its edit.
//! 4. [`ids`]: each of several series gets an `id`.
//! 5. [`order`]: the keys come into the order of the documentation, each with its comments.
//!
//! Each step reads its own result again. What would change another value, or bring an error that was not
//! there, is left as it was. So fixing twice is the same as fixing once.

mod edits;
mod ids;
mod order;
mod same;
mod syntax;
mod tabs;

use std::iter;
use std::sync::Arc;

use crate::charter::Context;
use crate::diagnostic::{Edit, Span, plural, shorten};
use crate::source::SourceFile;
use crate::text::{on_one_line, shows_nothing};

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
    syntax::fix(&mut work);
    tabs::fix(&mut work);
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
    fn make(&mut self, edits: &[&Edit]) {
        let text = self.file.text();
        let breaks = |text: &str| text.matches('\n').count();
        for edit in edits {
            let (old, new) = (&text[edit.span.range()], &edit.text);
            let what = match breaks(old) {
                _ if old.is_empty() => format!("+ {}", shown(new)),
                blank @ 1.. if old.trim().is_empty() => {
                    format!("− {}", plural(blank, "blank line"))
                }
                _ => format!("{} → {}", shown(old), shown(new)),
            };
            self.changes.push(Change { line: self.line(edit.span), what });
        }
        for edit in edits.iter().rev() {
            let at = breaks(&text[..edit.span.range().start]);
            let old = at + 1..at + 1 + breaks(&text[edit.span.range()]);
            let line = self.lines[at];
            self.lines.splice(old, iter::repeat_n(line, breaks(&edit.text)));
        }
        self.file = self.with(edits::apply(text, edits));
    }
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
