//! The plan of the site: every address once, each with a small recipe.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Address;
use crate::charter::Reading;
use crate::config::Axis;
use crate::diagnostic::{Code, Diagnostic, Place, Span};
use crate::directory::Directory;
use crate::source::StaticFile;

/// How many groups stand on one page of a list.
const PAGE_LENGTH: usize = 50;

/// Where nothing but a build's own files stand.
const RESERVED: &[&str] = &["/assets/", "/.guildhall-manifest.json", "/__guildhall/"];

/// How many addresses one sitemap may list (the Sitemaps protocol allows 50,000).
const SITEMAP_LENGTH: usize = 50_000;

/// What a page is made of. Groups, terms and articles are named by their positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipe {
    /// The home page.
    Home,
    /// All groups; the page of the list, from 1.
    Groups(usize),
    /// The terms of an axis.
    Axis(Axis),
    /// A term's groups; the page of the list, from 1.
    Term(Axis, usize, usize),
    /// A group.
    Group(usize),
    /// The list of the guidance.
    GuidanceIndex,
    /// A page of the guidance.
    Guidance(usize),
    /// Any other page of text.
    Article(usize),
    /// The page for addresses that lead nowhere, where the Guild has written none.
    NotFound,
    /// An earlier address, and the position of the group that lives elsewhere now.
    Redirect(usize),
    /// A part of the list of all addresses for search engines, from 0.
    Sitemap(usize),
    /// The list of those parts, where there is more than one.
    SitemapIndex,
    /// What search engines may read.
    Robots,
    /// A file that is copied as it is, by its position.
    Static(usize),
}

impl Recipe {
    /// Whether search engines are told of the page.
    fn is_for_search_engines(&self, address: &Address) -> bool {
        match self {
            Self::Redirect(_)
            | Self::NotFound
            | Self::Sitemap(_)
            | Self::SitemapIndex
            | Self::Robots
            | Self::Static(_) => false,
            Self::Article(_) => address.as_str().ends_with('/'), // 404.html is not a place to go
            Self::Home
            | Self::Groups(_)
            | Self::Axis(_)
            | Self::Term(..)
            | Self::Group(_)
            | Self::GuidanceIndex
            | Self::Guidance(_) => true,
        }
    }
}

/// An address and how to make what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it stands.
    pub address: Address,
    /// What it is made of.
    pub recipe: Recipe,
}

/// Every page of the site, sorted by address.
#[derive(Debug)]
pub struct Plan {
    pages: Vec<Page>,
    statics: Vec<StaticFile>,
}

impl Plan {
    /// Draws the plan of a directory's site. Two pages that want one address are a problem; the first
    /// keeps it.
    pub fn draw<'a>(
        directory: &Directory,
        readings: impl Iterator<Item = &'a Reading>,
        statics: Vec<StaticFile>,
    ) -> (Self, Vec<Diagnostic>) {
        let mut drawing = Drawing {
            directory,
            taken: HashMap::with_capacity(2 * directory.groups().len()),
            problems: Vec::new(),
        };
        drawing.fixed_pages();
        drawing.lists();
        drawing.groups();
        drawing.articles();
        drawing.aliases(readings);
        drawing.statics(&statics);
        drawing.sitemaps();
        let mut pages: Vec<Page> = drawing
            .taken
            .into_iter()
            .map(|(address, (recipe, _))| Page { address, recipe })
            .collect();
        pages.par_sort_unstable_by(|a, b| a.address.cmp(&b.address));
        let plan = Self { pages, statics };
        let mut problems = drawing.problems;
        problems.extend(plan.statics.iter().filter_map(|file| plan.static_file_in_the_way(file)));
        (plan, problems)
    }

    /// Every page, sorted by address.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The page at an address.
    pub fn find(&self, address: &str) -> Option<&Page> {
        let position = self.pages.binary_search_by(|page| page.address.as_str().cmp(address));
        position.ok().map(|position| &self.pages[position])
    }

    /// The pages that a part of the sitemap lists.
    pub fn sitemap_part(&self, part: usize) -> impl Iterator<Item = &Page> {
        let listed =
            self.pages.iter().filter(|page| page.recipe.is_for_search_engines(&page.address));
        listed.skip(part * SITEMAP_LENGTH).take(SITEMAP_LENGTH)
    }

    /// Says that a static file stands where a page needs a folder, that a page stands where the file
    /// needs one, or that its path is kept for what a build writes.
    fn static_file_in_the_way(&self, file: &StaticFile) -> Option<Diagnostic> {
        let path = format!("/{}", file.path);
        let below = format!("{path}/");
        let after = self.pages.partition_point(|page| page.address.as_str() < below.as_str());
        let is_folder = |page: &Page| page.address.as_str().starts_with(&below);
        let mut folders = path.match_indices('/').skip(1).map(|(slash, _)| &path[..slash]);
        let taken_by = if RESERVED.iter().any(|reserved| path.starts_with(reserved)) {
            "the files that every build writes".to_owned()
        } else if let Some(page) = self.pages.get(after).filter(|page| is_folder(page)) {
            format!("{} and what is below it", page.address)
        } else {
            format!("the file {}", folders.find_map(|folder| self.find(folder))?.address)
        };
        let place = Place::whole_file(&format!("content/static/{}", file.path).into());
        let message = format!("The address {path} is taken: {taken_by} must stand there.");
        Some(
            Diagnostic::new(Code::Duplicate, place, message)
                .help("Give the file another name or folder."),
        )
    }

    /// A static file by its position.
    pub fn static_file(&self, position: usize) -> &StaticFile {
        &self.statics[position]
    }
}

/// How many pages a list takes: at least one, so that an empty list can say so.
fn page_count(groups: usize) -> usize {
    groups.div_ceil(PAGE_LENGTH).max(1)
}

/// The groups on one page of a list, pages counting from 1.
pub(super) fn page_of(groups: &[usize], number: usize) -> (&[usize], usize) {
    let page = groups.chunks(PAGE_LENGTH).nth(number - 1).unwrap_or_default();
    (page, page_count(groups.len()))
}

/// Who wants an address: the place to name when two do. Pages that Guildhall makes have none.
type Holder = Option<Place>;

struct Drawing<'a> {
    directory: &'a Directory,
    taken: HashMap<Address, (Recipe, Holder)>,
    problems: Vec<Diagnostic>,
}

impl Drawing<'_> {
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

    fn fixed_pages(&mut self) {
        self.add(Address::home(), Recipe::Home, None);
        self.add(Address::guidance_index(), Recipe::GuidanceIndex, None);
        self.add(Address::file("robots.txt"), Recipe::Robots, None);
    }

    fn lists(&mut self) {
        for number in 1..=page_count(self.directory.listed().len()) {
            self.add(Address::groups().page(number), Recipe::Groups(number), None);
        }
        let config = Arc::clone(&self.directory.config);
        for axis in Axis::ALL {
            self.add(Address::axis(axis), Recipe::Axis(axis), None);
            for (position, term) in config.vocabulary.terms(axis).iter().enumerate() {
                let first = Address::term(axis, &term.id);
                let holder = Some(term.source.whole());
                for number in 1..=page_count(self.directory.with_term(axis, position).len()) {
                    let recipe = Recipe::Term(axis, position, number);
                    self.add(first.page(number), recipe, holder.clone());
                }
            }
        }
    }

    fn groups(&mut self) {
        for (position, charter) in self.directory.groups().iter().enumerate() {
            let holder = Place::whole_file(&charter.file);
            self.add(Address::group(&charter.id), Recipe::Group(position), Some(holder));
        }
    }

    fn articles(&mut self) {
        let config = Arc::clone(&self.directory.config);
        for (position, article) in config.guidance.iter().enumerate() {
            let holder = article.source.whole();
            self.add(Address::guidance(&article.id), Recipe::Guidance(position), Some(holder));
        }
        for (position, article) in config.pages.iter().enumerate() {
            let holder = article.source.whole();
            self.add(Address::article(&article.id), Recipe::Article(position), Some(holder));
        }
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
                if let Some(group) = group {
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
            let source: Arc<str> = format!("content/static/{}", file.path).into();
            self.add(address, Recipe::Static(position), Some(Place::whole_file(&source)));
        }
    }
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
