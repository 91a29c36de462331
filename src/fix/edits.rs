//! Makes the edits that the checks attach to problems.

use super::Work;
use super::same::{errors, is_same, parts};
use crate::charter::Context;
use crate::diagnostic::{Diagnostic, Edit, apart, edited};
use crate::yaml::{Node, has_no_new};

/// The bytes that one round may read again. A charter of a few pages never comes near; one as large as may
/// be, full of mistakes, would take minutes.
const WORK: usize = 4 * 1024 * 1024;

/// Makes all edits that keep every other value and cause no error, until no edit is left: one may
/// bring another to light.
pub(super) fn fix(work: &mut Work, context: Context<'_>) {
    // Each round leaves fewer errors, so there is a last one.
    loop {
        let errors = errors(&work.file, context);
        let kept = in_order(&round(work, context, &errors));
        if kept.is_empty() {
            return;
        }
        work.make(&kept);
    }
}

/// The edits of the first round.
pub(super) fn first(work: &Work, context: Context<'_>) -> Vec<Edit> {
    let errors = errors(&work.file, context);
    in_order(&round(work, context, &errors))
}

/// Those of the fixes attached to some errors that may be made.
fn round<'e>(work: &Work, context: Context<'_>, errors: &'e [Diagnostic]) -> Vec<&'e [Edit]> {
    let mut kept = Vec::new();
    let offered = apart(errors.iter().map(|error| &*error.edits));
    if let Some((root, body)) = parts(&work.file).filter(|_| !offered.is_empty()) {
        let mut trial = Trial { work, context, root: &root, body, errors, left: WORK };
        trial.keep(&mut kept, &offered);
    }
    kept
}

/// What the edits are tried on.
struct Trial<'a> {
    work: &'a Work,
    context: Context<'a>,
    root: &'a Node,
    body: &'a str,
    errors: &'a [Diagnostic],
    /// The bytes that may still be read.
    left: usize,
}

impl Trial<'_> {
    /// Adds those of some fixes that may be made, tried together first and by halves where that fails.
    fn keep<'e>(&mut self, kept: &mut Vec<&'e [Edit]>, some: &[&'e [Edit]]) {
        let mut all = kept.clone();
        all.extend(some);
        if self.holds(&all) {
            *kept = all;
        } else if some.len() > 1 {
            let (one, other) = some.split_at(some.len() / 2);
            self.keep(kept, one);
            self.keep(kept, other);
        }
    }

    /// Whether the fixes change what they say and nothing else, and leave an error less for each of them.
    fn holds(&mut self, fixes: &[&[Edit]]) -> bool {
        let Some(left) = self.left.checked_sub(self.work.file.text().len()) else { return false };
        self.left = left;
        let edits = in_order(fixes);
        let file = self.work.with(edited(self.work.file.text(), &edits));
        let Some((root, body)) = parts(&file) else { return false };
        let by_place = edits.iter().map(|edit| (edit.span, &edit.value)).collect();
        if body != self.body || !is_same(self.root, &root, &by_place) {
            return false;
        }
        let after = errors(&file, self.context);
        after.len() + fixes.len() <= self.errors.len() && has_no_new(&after, self.errors)
    }
}

/// The edits of some fixes, which are apart, in the order of the text.
fn in_order(fixes: &[&[Edit]]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = fixes.iter().copied().flatten().cloned().collect();
    edits.sort_by_key(|edit| edit.span);
    edits
}
