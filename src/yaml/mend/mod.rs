//! What keeps a front matter from being read as YAML and has one safe answer: quotes that are missing, spaces and
//! hyphens of other kinds, tabs that indent.

mod tabs;

use std::collections::HashMap;
use std::mem;
use std::sync::Arc;

use super::{Node, parse_front_matter};
use crate::diagnostic::{Code, Diagnostic, Edit, Span, apart, edited};
use crate::source::SourceFile;

/// The most rounds: one mistake may hide another.
const ROUNDS: usize = 20;

/// A text on its way to be read.
#[derive(Debug)]
pub struct Mending {
    file: SourceFile,
    /// The edits that were made, which are apart and in the order of the text after those before.
    steps: Vec<Vec<Edit>>,
    /// The bytes that may be read again.
    left: usize,
}

impl Mending {
    /// A file with all edits after which less is wrong, and nothing that was not wrong before. `work`: the bytes that
    /// may be read for that.
    pub fn of(source: &SourceFile, work: usize) -> Self {
        let mut mending = Self::new(source, source.text().to_string(), work);
        mending.make_edits();
        if tabs::indent(&mending.file) && mending.read().is_none() {
            tabs::mend(&mut mending);
            mending.make_edits();
        }
        mending
    }

    /// A file with spaces for the tabs that indent it, as the file itself indents. For what else is wrong, where that is
    /// not all: nobody can say yet that these spaces are meant.
    pub fn of_tabs(source: &SourceFile) -> Option<(Self, Arc<SourceFile>)> {
        let mut mending = Self::new(source, source.text().to_string(), 0);
        mending.make(tabs::as_spaces(source)?);
        let spaced = SourceFile::new(Arc::clone(source.path()), mending.file.text().to_string());
        Some((mending, Arc::new(spaced)))
    }

    fn new(source: &SourceFile, text: String, left: usize) -> Self {
        let file = SourceFile::new(Arc::clone(source.path()), text);
        Self { file, steps: Vec::new(), left }
    }

    /// The edits, step by step.
    pub fn steps(&self) -> &[Vec<Edit>] {
        &self.steps
    }

    /// The file as it can be read, if it was mended.
    pub fn mended(&self) -> Option<Arc<SourceFile>> {
        let text = Arc::clone(self.file.text());
        let is_mended = !self.steps.is_empty() && read(&self.file).is_some();
        is_mended.then(|| Arc::new(SourceFile::new(Arc::clone(self.file.path()), text)))
    }

    /// The place in the file as it was of a place in the mended one.
    pub fn place_before(&self, span: Span) -> Span {
        let back = |at: usize| self.steps.iter().rev().fold(at, |at, edits| before(edits, at));
        Span::new(back(span.range().start), back(span.range().end))
    }

    fn make(&mut self, edits: Vec<Edit>) {
        let text = edited(self.file.text(), &edits);
        self.file = SourceFile::new(Arc::clone(self.file.path()), text);
        self.steps.push(edits);
    }

    /// Makes the edits of the problems, round by round.
    fn make_edits(&mut self) {
        for _ in 0..ROUNDS {
            let Some(problems) = self.problems_with(&[]) else { return };
            let kept = self.kept(&problems);
            if kept.is_empty() {
                return;
            }
            self.make(kept);
        }
    }

    /// Those of the problems' edits that may be made: all of them, or one after the other.
    fn kept(&mut self, problems: &[Diagnostic]) -> Vec<Edit> {
        let fixes = apart(problems.iter().map(|problem| &*problem.edits));
        let edits: Vec<Edit> = fixes.iter().copied().flatten().cloned().collect();
        let is_better = |one: &[Diagnostic], than: &[Diagnostic]| {
            one.len() < than.len() && has_no_new(one, than)
        };
        if edits.is_empty() || self.problems_with(&edits).is_some_and(|it| is_better(&it, problems))
        {
            return edits;
        }
        let (mut kept, mut known) = (Vec::new(), problems.to_vec());
        for fix in fixes {
            let more = [kept.as_slice(), fix].concat();
            if let Some(found) = self.problems_with(&more).filter(|it| is_better(it, &known)) {
                (kept, known) = (more, found);
            }
        }
        kept
    }

    /// What keeps the front matter from being read after some edits. `None` if no more may be read.
    fn problems_with(&mut self, edits: &[Edit]) -> Option<Vec<Diagnostic>> {
        self.left = self.left.checked_sub(self.file.text().len())?;
        let text = edited(self.file.text(), edits);
        let file = SourceFile::new(Arc::clone(self.file.path()), text);
        let mut problems = Vec::new();
        parse_front_matter(&file, &mut problems);
        Some(problems)
    }

    /// The tree, if it can be read without any problem.
    fn read(&self) -> Option<Node> {
        read(&self.file)
    }

    /// The bytes that may still be read, for another to read them.
    fn take_work(&mut self) -> usize {
        mem::take(&mut self.left)
    }
}

fn read(file: &SourceFile) -> Option<Node> {
    let mut problems = Vec::new();
    let (root, _) = parse_front_matter(file, &mut problems)?;
    problems.is_empty().then_some(root)
}

/// The place before some edits of a place after them.
fn before(edits: &[Edit], at: usize) -> usize {
    let mut shift = 0; // of what is behind an edit, from the text after it to the text before
    for edit in edits {
        let (old, start) = (edit.span.range(), edit.span.range().start.wrapping_sub(shift));
        if at < start {
            break;
        }
        if at < start + edit.text.len() {
            return (old.start + (at - start)).min(old.end);
        }
        shift = shift.wrapping_add(old.len()).wrapping_sub(edit.text.len());
    }
    at.wrapping_add(shift)
}

/// Whether all problems were there before too, each as often.
pub fn has_no_new(after: &[Diagnostic], before: &[Diagnostic]) -> bool {
    let mut known: HashMap<_, usize> = HashMap::new();
    for problem in before {
        *known.entry(said(problem)).or_default() += 1;
    }
    after.iter().all(|problem| match known.get_mut(&said(problem)) {
        Some(left @ 1..) => {
            *left -= 1;
            true
        }
        _ => false,
    })
}

fn said(problem: &Diagnostic) -> (Code, Option<&str>, &str) {
    (problem.code, problem.key.as_deref(), &problem.message)
}
