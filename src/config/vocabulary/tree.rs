//! Terms below terms: each finds its parent, and all are put into the order in which they are shown.

use std::collections::HashMap;

use super::term::{ReadTerm, Term};
use crate::diagnostic::{Code, Diagnostic, Spanned};

/// The most levels of an axis: continents, countries, regions, towns and quarters of a town.
pub(super) const MOST_LEVELS: usize = 5;

/// The position of a term, and the parent that its file names.
pub(super) type NamedParent = (usize, Spanned<String>);

/// Puts the terms of an axis in the order in which they are shown: those with the same parent by `order`, then by
/// name, and each followed by the terms below it. A term that is below itself or too far down is reported and stands on
/// the first level; so does one whose parent is unknown, which is left to the caller.
pub(super) fn arrange(
    mut terms: Vec<ReadTerm>,
    found: &mut Vec<Diagnostic>,
) -> (Vec<Term>, Vec<NamedParent>) {
    terms.sort_by(|ReadTerm { term: a, .. }, ReadTerm { term: b, .. }| {
        let key = |term: &Term| (term.order.unwrap_or(u32::MAX), term.name.to_lowercase());
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    let mut parents = parents(&terms);
    cut_circles(&terms, &mut parents, found);
    let children = cut_depths(&terms, &mut parents, found);
    let mut placed = Placed { order: Vec::new(), ends: vec![0; terms.len()] };
    for first in (0..terms.len()).filter(|at| parents[*at].is_none()) {
        placed.place(first, &children);
    }
    placed.finish(terms, &parents)
}

/// The parent of each term, where there is such a term.
fn parents(terms: &[ReadTerm]) -> Vec<Option<usize>> {
    let ids = terms.iter().enumerate().map(|(at, read)| (read.term.id.as_str(), at));
    let positions: HashMap<&str, usize> = ids.collect();
    let parent = |read: &ReadTerm| positions.get(read.parent.as_ref()?.value.as_str()).copied();
    terms.iter().map(parent).collect()
}

/// Reports each circle of parents once, at its first term, whose parent is taken away.
fn cut_circles(terms: &[ReadTerm], parents: &mut [Option<usize>], found: &mut Vec<Diagnostic>) {
    let mut walks = vec![None; terms.len()];
    for start in 0..terms.len() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(at) = next.filter(|at| walks[*at].is_none()) {
            walks[at] = Some(start);
            path.push(at);
            next = parents[at];
        }
        let Some(again) = next.filter(|at| walks[*at] == Some(start)) else { continue };
        let begin = path.iter().position(|at| *at == again).unwrap_or_default();
        found.extend(circle(terms, &path[begin..]));
        parents[again] = None;
    }
}

/// Says that each of some terms is below the next, and the last below the first.
fn circle(terms: &[ReadTerm], circle: &[usize]) -> Option<Diagnostic> {
    const MOST_NAMED: usize = 4;
    let (first, others) = circle.split_first()?;
    let id = |at: &usize| format!("`{}`", terms[*at].term.id);
    let message = if others.is_empty() {
        "A term cannot be its own parent.".to_owned()
    } else if circle.len() > MOST_NAMED {
        format!("These {} terms go round in a circle: each is below the next.", circle.len())
    } else {
        let below: Vec<String> = circle
            .iter()
            .zip(others.iter().chain([first]))
            .map(|(term, parent)| format!("{} is below {}", id(term), id(parent)))
            .collect();
        format!("These terms go round in a circle: {}.", below.join(", and "))
    };
    let help = match others {
        [] => "Remove the line, or write the term above it.",
        _ => "Remove the line `parent: …` from the one that belongs above the others.",
    };
    let problem = at_parent(&terms[*first], Code::Value, message)?.help(help);
    let related = others.iter().take(MOST_NAMED).filter_map(|at| {
        let parent = terms[*at].parent.as_ref()?;
        Some((terms[*at].term.source.place(parent.span), "this term is in the circle too"))
    });
    Some(related.fold(problem, |problem, (place, message)| problem.related(place, message)))
}

/// Takes away the parents of terms that are too far down, and gives the terms directly below each term, in order.
fn cut_depths(
    terms: &[ReadTerm],
    parents: &mut [Option<usize>],
    found: &mut Vec<Diagnostic>,
) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); terms.len()];
    for (at, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            children[*parent].push(at);
        }
    }
    let firsts = (0..terms.len()).filter(|at| parents[*at].is_none());
    let mut waiting: Vec<(usize, usize)> = firsts.map(|at| (at, 1)).collect();
    while let Some((at, level)) = waiting.pop() {
        if level == MOST_LEVELS {
            for child in std::mem::take(&mut children[at]) {
                parents[child] = None;
                let message =
                    format!("This term is too far down: an axis has {MOST_LEVELS} levels at most.");
                let problem = at_parent(&terms[child], Code::Limits, message);
                let help = "Write the parent of its parent instead, or leave a level out.";
                found.extend(problem.map(|problem| problem.help(help)));
                waiting.push((child, 1));
            }
        }
        waiting.extend(children[at].iter().map(|child| (*child, level + 1)));
    }
    children
}

fn at_parent(read: &ReadTerm, code: Code, message: String) -> Option<Diagnostic> {
    let place = read.term.source.place(read.parent.as_ref()?.span);
    Some(Diagnostic::new(code, place, message).key("parent"))
}

/// The terms in the order in which they are shown.
struct Placed {
    /// Their positions as they were sorted.
    order: Vec<usize>,
    /// For each, as sorted, where the terms below it end.
    ends: Vec<usize>,
}

impl Placed {
    /// Places a term, and then those below it, of which there are [`MOST_LEVELS`] levels at most.
    fn place(&mut self, at: usize, children: &[Vec<usize>]) {
        self.order.push(at);
        for child in &children[at] {
            self.place(*child, children);
        }
        self.ends[at] = self.order.len();
    }

    fn finish(
        self,
        terms: Vec<ReadTerm>,
        parents: &[Option<usize>],
    ) -> (Vec<Term>, Vec<NamedParent>) {
        let mut positions = vec![0; terms.len()];
        for (position, at) in self.order.iter().enumerate() {
            positions[*at] = position;
        }
        let mut named = Vec::new();
        let mut placed: Vec<(usize, Term)> = Vec::with_capacity(terms.len());
        for (at, ReadTerm { mut term, parent }) in terms.into_iter().enumerate() {
            term.parent = parents[at].map(|parent| positions[parent]);
            term.end = self.ends[at];
            named.extend(parent.map(|parent| (positions[at], parent)));
            placed.push((positions[at], term));
        }
        placed.sort_unstable_by_key(|(position, _)| *position);
        (placed.into_iter().map(|(_, term)| term).collect(), named)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::Axis;
    use super::*;
    use crate::diagnostic::Span;
    use crate::source::SourceFile;

    /// Terms `t0`, `t1` …, each with the number of its parent.
    fn arranged(parents: &[Option<usize>]) -> (Vec<Term>, Vec<Diagnostic>) {
        let read = parents.iter().enumerate().map(|(at, parent)| {
            let path = format!("content/fields/t{at}.md");
            let source = Arc::new(SourceFile::new(path, "parent"));
            let value = parent.map(|parent| format!("t{parent}"));
            let parent = value.map(|value| Spanned { value, span: Span::default() });
            ReadTerm { parent, ..ReadTerm::unread(&source, Axis::Field) }
        });
        let mut found = Vec::new();
        let (terms, _) = arrange(read.collect(), &mut found);
        (terms, found)
    }

    #[test]
    fn each_term_is_followed_by_those_below_it() {
        let (terms, found) = arranged(&[None, None, Some(0), Some(2), Some(0)]);
        let shown: Vec<_> = terms.iter().map(|it| (&*it.id, it.parent, it.end)).collect();
        let expected = [
            ("t0", None, 4),
            ("t2", Some(0), 3),
            ("t3", Some(1), 3),
            ("t4", Some(0), 4),
            ("t1", None, 5),
        ];
        assert_eq!((shown.as_slice(), found.len()), (&expected[..], 0));
    }

    proptest! {
        #[test]
        fn whatever_parents_terms_name_each_is_in_the_order_once_and_within_its_parent(
            parents in prop::collection::vec(prop::option::of(0_usize..24), 0..24),
        ) {
            let (terms, _) = arranged(&parents);
            prop_assert_eq!(terms.len(), parents.len());
            for (at, term) in terms.iter().enumerate() {
                prop_assert!(at < term.end && term.end <= terms.len());
                if let Some(parent) = term.parent {
                    prop_assert!(parent < at && term.end <= terms[parent].end);
                }
                let levels = std::iter::successors(Some(at), |at| terms[*at].parent).count();
                prop_assert!(levels <= MOST_LEVELS);
            }
        }

        #[test]
        fn a_circle_or_too_many_levels_are_reported_and_nothing_else(
            parents in prop::collection::vec(prop::option::of(0_usize..12), 0..12),
        ) {
            let (terms, found) = arranged(&parents);
            let count = terms.len();
            let named = parents.iter().filter(|it| it.is_some_and(|parent| parent < count)).count();
            let kept = terms.iter().filter(|term| term.parent.is_some()).count();
            prop_assert_eq!(found.len(), named - kept);
        }
    }
}
