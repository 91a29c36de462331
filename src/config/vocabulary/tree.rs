//! Terms below terms: each finds its parent, and all are put into the order in which they are shown.

use std::collections::HashMap;

use super::term::{ReadTerm, Term};
use crate::diagnostic::{Code, Diagnostic, Spanned, join_words};

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
        let below: Vec<&str> = below.iter().map(String::as_str).collect();
        format!("These terms go round in a circle: {}.", join_words(&below, "and"))
    };
    let problem = at_parent(&terms[*first], Code::Value, message)?
        .help("Remove the line `parent: …` from the term that belongs above the others.");
    let related = others.iter().take(MOST_NAMED).filter_map(|at| {
        let parent = terms[*at].parent.as_ref()?;
        Some((terms[*at].term.source.place(parent.span), "this one is in the circle too"))
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
