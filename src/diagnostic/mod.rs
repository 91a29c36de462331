//! Problems as values: a code, words, a place. They are collected, never thrown.
//!
//! Every check of Guildhall ends here. A [`Diagnostic`] says what is wrong in plain words, where it
//! is, and what to type instead; a [`Report`] is all of them in a stable order, and one file per
//! format turns it into text. This module knows nothing of charters.

mod change;
mod checklist;
mod code;
mod difference;
mod edit;
mod excerpt;
mod explain;
mod github;
mod human;
mod inline;
mod json;
mod markdown;
mod message;
mod nearest;
mod place;
mod review;
mod sarif;
mod suggestion;
mod summary;

#[cfg(test)]
mod fixtures;

use std::sync::Arc;

pub use crate::text::{join_words, plural, shorten};
pub use change::Change;
pub use checklist::{Answer, Checklist, ChecklistItem};
pub use code::{Code, Severity};
pub use edit::{Edit, Meant, apart, edited};
pub use message::Message;
pub(crate) use message::messages;
pub use nearest::nearest;
pub use place::{LineIndex, Place, Position, Span, Spanned};

/// One problem: what is wrong, where, and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule was broken.
    pub code: Code,
    /// How grave it is: the code's own severity, unless the site's `checks` change it.
    pub severity: Severity,
    /// One or two short sentences in plain words.
    pub message: String,
    /// What to type instead, where that is known.
    pub help: Option<String>,
    /// Where it is.
    pub place: Place,
    /// The key it concerns, as a path: `joining.steps[2]`.
    pub key: Option<String>,
    /// Other places that explain it, such as the first holder of a name taken twice.
    pub related: Vec<Related>,
    /// The fix, if there is only one.
    pub edits: Vec<Edit>,
}

/// Another place that explains a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// What it says about that place.
    pub message: String,
    /// Where.
    pub place: Place,
}

impl Diagnostic {
    /// A problem at its code's own severity.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            help: None,
            place,
            key: None,
            related: Vec::new(),
            edits: Vec::new(),
        }
    }

    /// Whether nothing is published until it is fixed.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Adds the remedy.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Names the key it concerns. An empty path names none.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into()).filter(|key: &String| !key.is_empty());
        self
    }

    /// Adds the edit that fixes it, if there is a safe one.
    #[must_use]
    pub fn edit(self, edit: Option<Edit>) -> Self {
        self.edits(edit.into_iter().collect())
    }

    /// Adds the edits that fix it together, in the order of the text.
    #[must_use]
    pub fn edits(mut self, edits: Vec<Edit>) -> Self {
        self.edits = edits;
        self
    }

    /// Adds another place that explains it.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { message: message.into(), place });
        self
    }
}

/// All problems of one run, in a stable order, with what was read.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The problems, sorted by file, place and code.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files were read.
    pub files: usize,
    /// How many of them are charters.
    pub groups: usize,
    /// The questions of some files, where a report is to show them. [`Format::Markdown`] does.
    pub checklists: Vec<Checklist>,
    /// The files that a change touches, where the report is on one. [`Format::Markdown`] names each.
    pub changes: Vec<Change>,
    /// How many problems there are that the report was asked not to show.
    pub hidden: usize,
}

impl Report {
    /// Sorts the problems into their stable order, in which those of one place and code stay as they
    /// were found, and takes out exact repeats.
    pub fn new(mut diagnostics: Vec<Diagnostic>, files: usize, groups: usize) -> Self {
        diagnostics.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
        diagnostics.dedup();
        Self { diagnostics, files, groups, ..Self::default() }
    }

    /// The same report with more problems, which later stages found.
    #[must_use]
    pub fn with_more(mut self, more: Vec<Diagnostic>) -> Self {
        self.diagnostics.extend(more);
        let Self { diagnostics, files, groups, checklists, changes, hidden } = self;
        Self { checklists, changes, hidden, ..Self::new(diagnostics, files, groups) }
    }

    /// How many problems stop a build.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many problems do not.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|found| found.severity == severity).count()
    }

    /// The report as text that ends with a line break, or as nothing where a format has nothing to
    /// say. `colour` concerns [`Format::Human`] alone; without it there are no escape codes.
    pub fn render(&self, format: Format, texts: &dyn Texts, colour: bool) -> String {
        match format {
            Format::Human => human::render(self, texts, colour),
            Format::Json => json::render(self),
            Format::Github => github::render(self),
            Format::Markdown => markdown::render(self, texts),
            Format::Sarif => sarif::render(self),
            Format::Suggestions => review::render(self, texts),
        }
    }

    /// Leaves out the problems that nobody asked for, and counts them.
    pub fn show_only(&mut self, is_wanted: impl FnMut(&Diagnostic) -> bool) {
        let all = self.diagnostics.len();
        self.diagnostics.retain(is_wanted);
        self.hidden += all - self.diagnostics.len();
    }

    /// A line for each code, the worst first, and one on the whole.
    pub fn summary(&self) -> String {
        format!("{}{}\n", summary::lines(self), self.closing())
    }

    /// The last line for people.
    fn closing(&self) -> String {
        let (found, scope) = (self.found(", "), self.scope());
        let others = match self.hidden {
            0 => String::new(),
            1 => " One other problem is not shown.".to_owned(),
            hidden => format!(" {hidden} other problems are not shown."),
        };
        match (found.is_empty(), self.hidden) {
            (false, _) => format!("{found} in {scope}.{others}"),
            (true, 0) => format!("No problems in {scope}."),
            (true, _) => format!("No such problems in {scope}.{others}"),
        }
    }

    /// How much was found, in words: `2 errors, 1 warning`, or nothing.
    fn found(&self, separator: &str) -> String {
        let counts = [(self.errors(), "error"), (self.warnings(), "warning")];
        let found = counts.into_iter().filter(|(number, _)| *number > 0);
        found.map(|(number, noun)| plural(number, noun)).collect::<Vec<_>>().join(separator)
    }

    /// What was read, in words: `3 files (2 groups)`.
    fn scope(&self) -> String {
        format!("{} ({})", plural(self.files, "file"), plural(self.groups, "group"))
    }
}

/// A way to write a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people: the source with the place underlined.
    Human,
    /// For programs: one JSON object.
    Json,
    /// For GitHub Actions: workflow commands, which it shows next to the changed lines.
    Github,
    /// For a pull request: a comment in plain words.
    Markdown,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
    /// For a review of a pull request: corrected lines, as a list in JSON.
    Suggestions,
}

/// Gives a report the text of the files that it points into.
pub trait Texts {
    /// The text of a file, by the path that its places carry.
    fn text(&self, file: &str) -> Option<Arc<str>>;
}
