//! What keeps a front matter from being read as YAML and has one safe answer: quotes that are missing, spaces and
//! hyphens of other kinds.

use super::Work;
use super::edits::{apart, apply};
use super::same::has_no_new;
use crate::diagnostic::{Diagnostic, Edit};
use crate::source::SourceFile;
use crate::yaml;

/// The most rounds: one mistake may hide another.
const ROUNDS: usize = 20;

/// The bytes that may be read again.
const WORK: usize = 4 * 1024 * 1024;

/// Makes all edits after which less is wrong, and nothing that was not wrong before.
pub(super) fn fix(work: &mut Work) {
    let mut left = WORK;
    for _ in 0..ROUNDS {
        let before = problems(&work.file);
        let edits = apart(before.iter().filter_map(|problem| problem.edit.as_ref()).collect());
        let kept = keep(work, &before, &edits, &mut left);
        if kept.is_empty() {
            return;
        }
        work.make(&kept);
    }
}

/// Those of some edits that may be made: all of them, or one after the other.
fn keep<'e>(
    work: &Work,
    before: &[Diagnostic],
    edits: &[&'e Edit],
    left: &mut usize,
) -> Vec<&'e Edit> {
    let mut after = |edits: &[&Edit]| {
        *left = left.checked_sub(work.file.text().len())?;
        Some(problems(&work.with(apply(work.file.text(), edits))))
    };
    let is_better =
        |one: &[Diagnostic], than: &[Diagnostic]| one.len() < than.len() && has_no_new(one, than);
    if edits.is_empty() || after(edits).is_some_and(|after| is_better(&after, before)) {
        return edits.to_vec();
    }
    let (mut kept, mut known) = (Vec::new(), before.to_vec());
    for edit in edits {
        let more = [kept.as_slice(), &[*edit]].concat();
        if let Some(found) = after(&more).filter(|found| is_better(found, &known)) {
            (kept, known) = (more, found);
        }
    }
    kept
}

/// What keeps the front matter from being read.
fn problems(file: &SourceFile) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    yaml::parse_front_matter(file, &mut problems);
    problems
}
