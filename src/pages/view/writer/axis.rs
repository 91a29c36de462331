//! An axis with its terms, and terms with those below them.

use std::cmp::Reverse;

use super::super::{AxisView, Body, CountedLink, Link, TermLink, View};
use super::Writer;
use crate::config::Axis;
use crate::directory::TermRef;
use crate::pages::{Address, Page};

/// The most terms of one list on the home page: where there are more, those with the most groups show.
const MOST_ON_HOME: usize = 8;

/// How many levels the home page lists: the first, and the one that opens.
const LEVELS_ON_HOME: usize = 2;

/// How much of the terms is listed: how many levels, and how many terms in one list.
#[derive(Clone, Copy)]
struct Extent {
    levels: usize,
    most: usize,
}

impl Writer<'_> {
    /// The page of an axis: its terms with all below them.
    pub(super) fn axis(&self, page: &Page, axis: Axis) -> View {
        let axis_view = self.axis_view(axis, Extent { levels: usize::MAX, most: usize::MAX });
        let words = self.words();
        let description = match axis.meaning(words) {
            "" => words.fill("axis-description", &[("one", axis.singular(words).into())]),
            meaning => meaning.to_owned(),
        };
        let mut view = self.page(page, &axis_view.name, &description);
        view.section = self.href(&Address::groups());
        View::new(view, Body::Axis(axis_view))
    }

    /// The axes that have terms, each with the largest of its first two levels.
    pub(super) fn largest_terms(&self) -> Vec<AxisView> {
        let extent = Extent { levels: LEVELS_ON_HOME, most: MOST_ON_HOME };
        let axes = self.directory.config.vocabulary.axes();
        axes.map(|axis| self.axis_view(axis, extent)).collect()
    }

    fn axis_view(&self, axis: Axis, extent: Extent) -> AxisView {
        let words = self.words();
        let (terms, all) = self.list(axis, None, extent);
        AxisView {
            id: axis.key(),
            name: axis.title(words),
            plural: axis.plural(words).to_owned(),
            singular: axis.singular(words).to_owned(),
            explanation: axis.meaning(words).to_owned(),
            href: self.href(&Address::axis(axis)),
            terms,
            all,
        }
    }

    /// The terms directly below a term, each with all below it.
    pub(super) fn terms_below(&self, axis: Axis, above: Option<usize>) -> Vec<TermLink> {
        self.list(axis, above, Extent { levels: usize::MAX, most: usize::MAX }).0
    }

    /// The terms directly below a term, or those of the first level, and how many there are where not all are listed:
    /// those with the most groups are, in their order.
    fn list(
        &self,
        axis: Axis,
        above: Option<usize>,
        Extent { levels, most }: Extent,
    ) -> (Vec<TermLink>, Option<usize>) {
        let vocabulary = &self.directory.config.vocabulary;
        if levels == 0 {
            return (Vec::new(), None);
        }
        let mut terms: Vec<usize> = vocabulary.below(axis, above).collect();
        let all = terms.len();
        if all > most {
            terms
                .sort_by_key(|term| Reverse(self.current_count(TermRef { axis, position: *term })));
            terms.truncate(most);
            terms.sort_unstable();
        }
        let link = |position: usize| {
            let term = &vocabulary.terms(axis)[position];
            let groups = self.directory.with_term(axis, position);
            let address = Address::term(axis, &term.id);
            let (below, all_below) =
                self.list(axis, Some(position), Extent { levels: levels - 1, most });
            let link = self.counted(TermRef { axis, position }, &address, groups);
            TermLink { link, below, all_below }
        };
        (terms.into_iter().map(link).collect(), (all > most).then_some(all))
    }

    fn current_count(&self, term: TermRef) -> usize {
        self.directory.current_of(self.directory.with_term(term.axis, term.position)).len()
    }

    /// A link to a page of groups under the name of a term, with how many of them meet or are about to.
    pub(super) fn counted(
        &self,
        term: TermRef,
        address: &Address,
        groups: &[usize],
    ) -> CountedLink {
        let term = self.term_at(term);
        CountedLink {
            name: term.name.clone(),
            href: self.href(address),
            summary: term.summary.clone(),
            count: self.directory.current_of(groups).len(),
        }
    }

    /// The way to a term: its axis, and the terms above it from the first level down.
    pub(super) fn way_to(&self, term: TermRef) -> Vec<Link> {
        let vocabulary = &self.directory.config.vocabulary;
        let mut above: Vec<Link> = vocabulary
            .with_above(term.axis, term.position)
            .skip(1)
            .map(|position| self.term_at(TermRef { axis: term.axis, position }))
            .map(|term| self.link(term.name.clone(), &Address::term(term.axis, &term.id)))
            .collect();
        above.push(self.axis_link(term.axis));
        above.reverse();
        above
    }
}
