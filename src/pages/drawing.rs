//! Draws the plan: who wants which address, and where two want the same.

use std::collections::HashMap;
use std::sync::Arc;

use super::paging::{CALENDAR_LENGTH, CARDS_LENGTH, PAGE_LENGTH, SITEMAP_LENGTH, page_count};
use super::recipe::Recipe;
use super::{Address, Page};
use crate::charter::{Reading, SCHEMA_FILE};
use crate::config::Axis;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::directory::{Directory, TermRef};
use crate::source::StaticFile;
use crate::writing::NAMES_LENGTH;

/// Who wants an address: the place to name when two do. Pages that Guildhall makes have none.
type Holder = Option<Place>;

/// A plan that is being drawn.
pub(super) struct Drawing<'a> {
    directory: &'a Directory,
    taken: HashMap<Address, (Recipe, Holder)>,
    problems: Vec<Diagnostic>,
}

impl<'d> Drawing<'d> {
    /// All pages of a directory's site, in no order, and the addresses that two of them want.
    pub(super) fn of<'a>(
        directory: &'d Directory,
        readings: impl Iterator<Item = &'a Reading>,
        statics: &[StaticFile],
    ) -> (Vec<Page>, Vec<Diagnostic>) {
        let taken = HashMap::with_capacity(4 * directory.groups().len());
        let mut drawing = Self { directory, taken, problems: Vec::new() };
        drawing.fixed_pages();
        drawing.lists();
        drawing.pairs();
        drawing.groups();
        drawing.calendars();
        drawing.for_programs();
        drawing.form();
        drawing.articles();
        drawing.aliases(readings);
        drawing.statics(statics);
        drawing.sitemaps();
        let taken = drawing.taken.into_iter();
        let pages = taken.map(|(address, (recipe, _))| Page { address, recipe });
        (pages.collect(), drawing.problems)
    }

    fn add(&mut self, address: Address, recipe: Recipe, holder: Holder) {
        use std::collections::hash_map::Entry;
        match self.taken.entry(address) {
            Entry::Vacant(free) => {
                free.insert((recipe, holder));
            }
            Entry::Occupied(taken) => {
                let (_, first) = taken.get();
                let problem = address_is_taken(taken.key(), holder, first.clone());
                self.problems.extend(problem);
            }
        }
    }

    /// What every site has.
    fn fixed_pages(&mut self) {
        self.add(Address::guidance_index(), Recipe::GuidanceIndex, None);
        self.add(Address::file("robots.txt"), Recipe::Robots, None);
    }

    fn lists(&mut self) {
        for number in 1..=page_count(self.directory.listed().len(), PAGE_LENGTH) {
            self.add(Address::groups().page(number), Recipe::Groups(number), None);
        }
        let config = Arc::clone(&self.directory.config);
        for axis in Axis::ALL {
            self.add(Address::axis(axis), Recipe::Axis(axis), None);
            for (position, term) in config.vocabulary.terms(axis).iter().enumerate() {
                let first = Address::term(axis, &term.id);
                let holder = Some(term.source.whole());
                let groups = self.directory.with_term(axis, position).len();
                for number in 1..=page_count(groups, PAGE_LENGTH) {
                    let recipe = Recipe::Term(axis, position, number);
                    self.add(first.page(number), recipe, holder.clone());
                }
            }
        }
    }

    /// Two terms at once, where a group has both.
    fn pairs(&mut self) {
        let directory = self.directory;
        if !directory.config.settings.features.intersections {
            return;
        }
        for pair in directory.pairs() {
            let first = Address::pair(&directory.config.vocabulary, pair);
            let groups = directory.with_pair(pair).len();
            for number in 1..=page_count(groups, PAGE_LENGTH) {
                self.add(first.page(number), Recipe::Pair(pair, number), None);
            }
        }
    }

    /// The calendar page, and a calendar file for all, for each term and for each group. A file stays at its
    /// address when there is nothing to show, so that whoever subscribes to it does not lose it.
    fn calendars(&mut self) {
        let directory = self.directory;
        if !directory.config.settings.features.calendars {
            return;
        }
        for number in 1..=page_count(directory.coming_count(), CALENDAR_LENGTH) {
            self.add(Address::calendar().page(number), Recipe::Calendar(number), None);
        }
        for (position, charter) in directory.groups().iter().enumerate() {
            let address = Address::group(&charter.id).child("meetings.ics");
            self.add(address, Recipe::GroupCalendar(position), None);
        }
        self.add(Address::file("calendar.ics"), Recipe::WholeCalendar, None);
        for axis in Axis::ALL {
            for (position, term) in directory.config.vocabulary.terms(axis).iter().enumerate() {
                let address = Address::term(axis, &term.id).child("calendar.ics");
                self.add(address, Recipe::TermCalendar(TermRef { axis, position }), None);
            }
        }
    }

    /// Exports, the schema of a charter, and what filters and search fetch.
    fn for_programs(&mut self) {
        self.add(Address::file("feed.xml"), Recipe::Feed, None);
        self.add(Address::file("groups.json"), Recipe::GroupsJson, None);
        self.add(Address::file("groups.csv"), Recipe::GroupsCsv, None);
        self.add(Address::file(SCHEMA_FILE), Recipe::CharterSchema, None);
        self.add(Address::data(self.directory, "facets.json"), Recipe::Facets, None);
        self.add(Address::data(self.directory, "orders.json"), Recipe::Orders, None);
        for part in 0..self.directory.listed().len().div_ceil(CARDS_LENGTH) {
            let address = Address::data(self.directory, &format!("cards/{part}.json"));
            self.add(address, Recipe::Cards(part), None);
        }
        if self.directory.config.settings.features.search {
            self.add(Address::search(), Recipe::Search, None);
        }
    }

    /// What the form for a charter fetches.
    fn form(&mut self) {
        self.add(Address::start().child("charter.md"), Recipe::Blank, None);
        self.add(Address::start().child("form.json"), Recipe::Form, None);
        for part in 0..self.directory.groups().len().div_ceil(NAMES_LENGTH) {
            let address = Address::data(self.directory, &format!("names/{part}.json"));
            self.add(address, Recipe::Names(part), None);
        }
    }

    fn groups(&mut self) {
        for (position, charter) in self.directory.groups().iter().enumerate() {
            let holder = Place::whole_file(charter.source.path());
            let address = Address::group(&charter.id);
            self.add(address.child("charter.json"), Recipe::Values(position), None);
            self.add(address, Recipe::Group(position), Some(holder));
        }
    }

    fn articles(&mut self) {
        let config = Arc::clone(&self.directory.config);
        for (position, article) in config.guidance.iter().enumerate() {
            let holder = article.source.whole();
            self.add(Address::guidance(&article.id), Recipe::Guidance(position), Some(holder));
        }
        let mut home = (Recipe::Home(None), None);
        let mut start = (Recipe::Start(None), None);
        for (position, article) in config.pages.iter().enumerate() {
            let holder = Some(article.source.whole());
            match article.id.as_str() {
                "home" => home = (Recipe::Home(Some(position)), holder),
                "start" => start = (Recipe::Start(Some(position)), holder),
                id => self.add(Address::article(id), Recipe::Article(position), holder),
            }
        }
        self.add(Address::home(), home.0, home.1);
        self.add(Address::start(), start.0, start.1);
        if !config.pages.iter().any(|article| article.id == "404") {
            self.add(Address::article("404"), Recipe::NotFound, None);
        }
    }

    /// Aliases of charters with errors take their addresses too, so that every clash is found.
    fn aliases<'a>(&mut self, readings: impl Iterator<Item = &'a Reading>) {
        for reading in readings.filter(|reading| !reading.aliases.is_empty()) {
            let group = match self.taken.get(Address::group(&reading.id).as_str()) {
                Some((Recipe::Group(position), _)) => Some(*position),
                _ => None,
            };
            for alias in &reading.aliases {
                let holder = reading.source.place(alias.span);
                let address = Address::alias(&alias.value);
                if address.is_the_sites_own() && !self.taken.contains_key(&address) {
                    self.problems.push(lies_among_pages(&address, holder));
                } else if let Some(group) = group {
                    self.add(address, Recipe::Redirect(group), Some(holder));
                } else if let Some((_, first)) = self.taken.get(&address) {
                    let problem = address_is_taken(&address, Some(holder), first.clone());
                    self.problems.extend(problem);
                }
            }
        }
    }

    fn sitemaps(&mut self) {
        let listed = self.taken.iter();
        let count = listed.filter(|(address, (recipe, _))| recipe.is_for_search_engines(address));
        let parts = count.count().div_ceil(SITEMAP_LENGTH);
        if parts == 1 {
            self.add(Address::file("sitemap.xml"), Recipe::Sitemap(0), None);
            return;
        }
        self.add(Address::file("sitemap.xml"), Recipe::SitemapIndex, None);
        for part in 0..parts {
            let address = Address::file(&format!("sitemap-{}.xml", part + 1));
            self.add(address, Recipe::Sitemap(part), None);
        }
    }

    fn statics(&mut self, statics: &[StaticFile]) {
        for (position, file) in statics.iter().enumerate() {
            let index = file.path.strip_suffix("index.html");
            let folder = index.filter(|folder| folder.is_empty() || folder.ends_with('/'));
            let address = Address::file(folder.unwrap_or(&file.path));
            let source: Arc<str> = file.source().into();
            self.add(address, Recipe::Static(position), Some(Place::whole_file(&source)));
        }
    }
}

/// Says that an earlier address lies where pages of the site's own stand, or may stand one day.
fn lies_among_pages(address: &Address, place: Place) -> Diagnostic {
    let message = format!("The address {address} lies among the site's own pages.");
    Diagnostic::new(Code::Duplicate, place, message)
        .help("Write an id that the group had, or a path of an earlier site.")
}

/// Says that an address is taken, at the place that came second and, if that has none, the first.
fn address_is_taken(address: &Address, second: Holder, first: Holder) -> Option<Diagnostic> {
    let taken_by = match &first {
        Some(place) => format!("{} has that address already", place.file),
        None => "a page that every site has stands there".to_owned(),
    };
    let (place, related) = match (second, first) {
        (Some(second), first) => (second, first),
        (None, Some(first)) => (first, None),
        (None, None) => return None, // two pages of Guildhall's own never share one
    };
    let message = format!("The address {address} is taken: {taken_by}.");
    let is_text = place.file.starts_with("content/groups/");
    let help = if is_text && place.span != Span::default() {
        "Take the alias out, or choose another."
    } else {
        "Rename or remove one of the two."
    };
    let problem = Diagnostic::new(Code::Duplicate, place, message).help(help);
    Some(match related {
        Some(related) => problem.related(related, "the one that has it"),
        None => problem,
    })
}
