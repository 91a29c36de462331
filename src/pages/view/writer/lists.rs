//! Lists of groups, in pages of fifty.

use super::super::{
    Body, Card, CompareView, CountedLink, EmblemView, Link, Listing, NarrowBy, PageLink, PairView,
    PictureView, SearchView, Section, TINTS, TermView, View,
};
use super::Writer;
use crate::charter::{Charter, Series};
use crate::config::{Axis, Picture, Term};
use crate::directory::{Pair, TermRef};
use crate::pages::Page;
use crate::pages::coming::{self, Coming};
use crate::pages::paging::page_of;
use crate::pages::times::NEXT_MEETINGS;
use crate::pages::{Address, labels, times};
use crate::words::Words;

impl Writer<'_> {
    /// All groups, one page of the list.
    pub(super) fn groups(&self, page: &Page, number: usize) -> View {
        let words = self.words();
        let title = numbered(words, words.get("groups"), number);
        let description = words.get("groups-description");
        let mut view = self.page(page, &title, description);
        view.section = self.href(&Address::groups());
        let (listing, cards) = self.listing(self.directory.listed(), &Address::groups(), number);
        View::with_cards(view, Body::Groups(listing), cards)
    }

    /// A term with one page of its groups.
    pub(super) fn term(&self, page: &Page, axis: Axis, position: usize, number: usize) -> View {
        let reference = TermRef { axis, position };
        let term = self.term_at(reference);
        let first = Address::term(axis, &term.id);
        let mut view = self.page(page, &numbered(self.words(), &term.name, number), &term.summary);
        view.section = self.href(&Address::groups());
        view.breadcrumbs = self.way_to(reference);
        let (introduction_html, below) = match number {
            1 => (
                self.html(&term.introduction, term.source.path(), &first),
                self.terms_below(axis, Some(position)),
            ),
            _ => (String::new(), Vec::new()),
        };
        let groups = self.directory.with_term(axis, position);
        let (listing, cards) = self.listing(groups, &first, number);
        view.tint = if axis == Axis::Field { self.tint(position) } else { 0 };
        let picture = term.picture.as_ref().map(|picture| self.picture(picture));
        view.picture = self.social_picture(term.picture.as_ref());
        let body = TermView {
            name: term.name.clone(),
            emblem: EmblemView::of(&term.id, view.tint),
            picture,
            summary: term.summary.clone(),
            axis: axis.singular(self.words()).to_owned(),
            filter: filter(term),
            introduction_html,
            below,
            listing,
            narrow: self.narrow(reference),
            calendar: self.subscription(&first.child("calendar.ics"), groups, &term.name),
        };
        View::with_cards(view, Body::Term(Box::new(body)), cards)
    }

    /// The terms of the other axes that a term's groups have, where there are pages for two terms.
    fn narrow(&self, term: TermRef) -> Vec<NarrowBy> {
        if !self.directory.config.settings.features.intersections {
            return Vec::new();
        }
        let vocabulary = &self.directory.config.vocabulary;
        let axes = vocabulary.axes().filter(|axis| *axis != term.axis).map(|axis| {
            let others = vocabulary.below(axis, None);
            let terms = others.filter_map(|position| {
                self.narrow_to(Pair::of(term, TermRef { axis, position })?, axis, position)
            });
            NarrowBy { axis: axis.singular(self.words()).to_owned(), terms: terms.collect() }
        });
        axes.filter(|axis| !axis.terms.is_empty()).collect()
    }

    fn narrow_to(&self, pair: Pair, axis: Axis, position: usize) -> Option<CountedLink> {
        let groups = self.directory.with_pair(pair);
        let address = Address::pair(&self.directory.config.vocabulary, pair);
        let narrower = self.counted(TermRef { axis, position }, &address, groups);
        (!groups.is_empty()).then_some(narrower)
    }

    /// Two terms with one page of the groups that have both.
    pub(super) fn pair(&self, page: &Page, pair: Pair, number: usize) -> View {
        let first_page = Address::pair(&self.directory.config.vocabulary, pair);
        let [first, second] = [pair.first, pair.second].map(|term| self.term_at(term));
        let words = self.words();
        let names = [("first", (&*first.name).into()), ("second", (&*second.name).into())];
        let title = words.fill("pair-title", &names);
        let axes = [("first-axis", first.axis), ("second-axis", second.axis)]
            .map(|(name, axis)| (name, axis.singular(words).into()));
        let description = words.fill("pair-description", &[names, axes].concat());
        let mut view = self.page(page, &numbered(words, &title, number), &description);
        view.section = self.href(&Address::groups());
        let link = |term: &Term| self.link(term.name.clone(), &Address::term(term.axis, &term.id));
        view.breadcrumbs = vec![self.axis_link(first.axis), link(first)];
        view.tint = if first.axis == Axis::Field { self.tint(pair.first.position) } else { 0 };
        let (listing, cards) = self.listing(self.directory.with_pair(pair), &first_page, number);
        let filter = format!("{}&{}", filter(first), filter(second));
        let body = PairView { terms: [link(first), link(second)], filter, listing };
        View::with_cards(view, Body::Pair(body), cards)
    }

    /// The page on which one searches.
    pub(super) fn search(&self, page: &Page) -> View {
        let words = self.words();
        let mut view = self.page(page, words.get("search"), words.get("search-description"));
        view.section = self.href(&page.address);
        let body = SearchView {
            axes: self.largest_terms(),
            groups_href: self.href(&Address::groups()),
            index_href: self.href(&Address::search().child("index/")),
        };
        View::new(view, Body::Search(body))
    }

    /// The page with groups side by side.
    pub(super) fn compare(&self, page: &Page) -> View {
        let words = self.words();
        let view = self.page(page, words.get("compare-title"), words.get("compare-lead"));
        let groups_href = self.href(&Address::groups());
        View::new(view, Body::Compare(CompareView { groups_href }))
    }

    /// One page of a list, and the groups whose cards are on it.
    fn listing(&self, groups: &[usize], first: &Address, number: usize) -> (Listing, Vec<usize>) {
        let (on_page, count) = page_of(groups, number);
        let href = |number: usize| self.href(&first.page(number));
        let current = self.directory.current_of(groups);
        let on_first = if number == 1 { current } else { &[] };
        let listing = Listing {
            total: current.len(),
            quick: self.quick(on_first),
            evenings: self.evenings(on_first),
            languages: self.languages(on_first),
            sections: self.sections(on_page),
            number,
            pages: page_links(count, number, href),
            previous: (number > 1).then(|| href(number - 1)),
            next: (number < count).then(|| href(number + 1)),
        };
        (listing, on_page.to_vec())
    }

    /// The parts of a page of a list, by whether the groups meet.
    fn sections(&self, on_page: &[usize]) -> Vec<Section> {
        let standing = |group: &usize| self.directory.groups()[*group].status.standing();
        let mut start = 0;
        let parts = on_page.chunk_by(|one, next| standing(one) == standing(next)).map(|part| {
            let end = start + part.len();
            let section = Section { standing: labels::standing(standing(&part[0])), start, end };
            start = end;
            section
        });
        parts.collect()
    }

    pub(super) fn term_at(&self, term: TermRef) -> &Term {
        &self.directory.config.vocabulary.terms(term.axis)[term.position]
    }

    /// A group as lists show it.
    pub(super) fn card(&self, charter: &Charter) -> Card {
        let (language, direction) = self.language(charter);
        let current = charter.current(self.directory.today);
        let places: Vec<_> = current.iter().map(|series| &series.place).collect();
        let words = self.words();
        let coming = coming::next_meetings(charter, self.directory.today, NEXT_MEETINGS);
        let first = coming.get(..1).unwrap_or_default();
        let meets =
            |series: &&Series| times::meets_from(words, series, self.directory.today, first);
        let later = |it: &Coming<'_>| times::later(words, &it.start, &it.end, it.place());
        let towns = labels::towns(&places).into_iter();
        let home = charter.based.as_ref().and_then(|based| based.town.as_deref());
        Card {
            name: charter.name.clone(),
            href: self.href(&Address::group(&charter.id)),
            emblem: EmblemView::of(&charter.id, self.tint_of(charter)),
            picture: charter.picture.as_ref().map(|picture| self.picture(picture)),
            summary: charter.summary.clone(),
            language,
            direction,
            speaks: labels::language(charter.language_in(&self.directory.config.settings)),
            membership: charter.membership.map(|it| labels::membership(words, it)),
            places: charter.joining.places.map(|it| labels::places(words, it)),
            status: labels::status(words, charter.status),
            state: labels::state(charter, self.directory.today),
            is_current: charter.meets(),
            mode: labels::mode(words, &places),
            meets: current.iter().map(meets).collect(),
            based: charter.based.as_ref().map(labels::based),
            towns: towns.filter(|town| Some(*town) != home).map(str::to_owned).collect(),
            cost: charter.costs.as_ref().map(|costs| labels::costs(words, costs).summary),
            next: coming.first().map(|it| times::next(words, &it.start, &it.end, it.place())),
            later: coming.iter().skip(1).map(later).collect(),
            leaders: charter.leaders.iter().map(|leader| leader.name.clone()).collect(),
        }
    }

    /// The full address of a picture, for pages that link here.
    pub(super) fn social_picture(&self, picture: Option<&Picture>) -> Option<String> {
        let address = Address::file(&picture?.file);
        Some(self.directory.config.settings.base_url.absolute(address.as_str()))
    }

    pub(super) fn picture(&self, picture: &Picture) -> PictureView {
        PictureView { href: self.href(&Address::file(&picture.file)), alt: picture.alt.clone() }
    }

    /// The tint of a group: that of its first field of practice.
    pub(super) fn tint_of(&self, charter: &Charter) -> usize {
        charter.terms_on(Axis::Field).first().map_or(0, |field| self.tint(*field))
    }

    /// The tint of a field of practice, which is that of the field of the first level above it.
    fn tint(&self, field: usize) -> usize {
        let vocabulary = &self.directory.config.vocabulary;
        let first_level = vocabulary.with_above(Axis::Field, field).last().unwrap_or(field);
        let before = vocabulary.below(Axis::Field, None).take_while(|it| *it < first_level);
        before.count() % TINTS + 1
    }

    /// The language tag of a group where it is not the site's, and the direction of its text.
    pub(super) fn language(&self, charter: &Charter) -> (Option<String>, &'static str) {
        let settings = &self.directory.config.settings;
        let language = charter.language_in(settings);
        let own = (*language != settings.language).then(|| language.as_str().to_owned());
        (own, language.direction())
    }

    /// Links to a group's terms on an axis.
    pub(super) fn term_links(&self, charter: &Charter, axis: Axis) -> Vec<Link> {
        let terms = self.directory.config.vocabulary.terms(axis);
        let link = |position: &usize| {
            let term = &terms[*position];
            Link { name: term.name.clone(), href: self.href(&Address::term(axis, &term.id)) }
        };
        charter.terms_on(axis).iter().map(link).collect()
    }
}

/// A term as the filters write it in an address: `field=coaching`.
fn filter(term: &Term) -> String {
    format!("{}={}", term.axis.facet(), term.id)
}

/// The title of a page of a list, which from the second on has its number.
pub(super) fn numbered(words: &Words, title: &str, number: usize) -> String {
    match number {
        1 => title.to_owned(),
        _ => words.fill("numbered-title", &[("title", title.into()), ("number", number.into())]),
    }
}

/// The pages of a list: all of a short one; of a long one the first, the last and those around the
/// page shown, with gaps.
pub(super) fn page_links(
    count: usize,
    current: usize,
    href: impl Fn(usize) -> String,
) -> Vec<PageLink> {
    let near = current.saturating_sub(2).max(1)..=(current + 2).min(count);
    let mut numbers: Vec<usize> = match count {
        0..=9 => (1..=count).collect(),
        _ => std::iter::once(1).chain(near).chain([count]).collect(),
    };
    numbers.dedup();
    let mut links: Vec<PageLink> = Vec::new();
    let mut before = 0;
    for number in numbers {
        if number > before + 1 {
            links.push(PageLink { number: None, href: String::new(), current: false });
        }
        let is_current = number == current;
        links.push(PageLink { number: Some(number), href: href(number), current: is_current });
        before = number;
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize, current: usize) -> String {
        let links = page_links(count, current, |number| format!("/{number}/"));
        let shown = links.iter().map(|link| match link.number {
            Some(number) if link.current => format!("[{number}]"),
            Some(number) => number.to_string(),
            None => "…".to_owned(),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_long_row_of_pages_has_gaps() {
        assert_eq!(numbers(1, 1), "[1]");
        assert_eq!(numbers(9, 5), "1 2 3 4 [5] 6 7 8 9");
        assert_eq!(numbers(10, 2), "1 [2] 3 4 … 10");
        assert_eq!(numbers(10, 9), "1 … 7 8 [9] 10");
        assert_eq!(numbers(200, 1), "[1] 2 3 … 200");
        assert_eq!(numbers(200, 100), "1 … 98 99 [100] 101 102 … 200");
    }
}
