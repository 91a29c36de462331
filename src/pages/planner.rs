//! Plans the site: who wants which address, and where two want the same.

use std::collections::HashMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use super::Address;
use super::kind::{Page, PageKind, Target};
use super::paging::{CALENDAR_LENGTH, PAGE_LENGTH, page_count};
use super::plan::{Entry, File, FileKind, Outline, Plan};
use crate::charter::Reading;
use crate::config::{Article, Axis};
use crate::diagnostic::{Code, Diagnostic, Place, Span, Spanned};
use crate::directory::{Directory, TermRef};
use crate::source::{SourceFile, StaticFile};

/// Where nothing but a build's own files are.
const RESERVED: &[&str] =
    &["/assets/", "/search/index/", "/.guildhall/", "/lost+found/", "/__guildhall/"];

impl Plan {
    /// Plans a directory's site, with its pages and files of some kinds. Two that want one address are a problem; the
    /// first keeps it.
    pub fn new<'a>(
        directory: &Directory,
        readings: impl Iterator<Item = &'a Reading>,
        kinds: &[&'static FileKind],
        statics: &[StaticFile],
    ) -> (Self, Vec<Diagnostic>) {
        let (entries, mut problems) = Planner::plan(directory, readings, kinds, statics);
        let plan = Self::of(entries);
        problems.extend(statics.iter().filter_map(|file| plan.static_file_in_the_way(file)));
        (plan, problems)
    }

    /// Reports a static file that is where a page needs a folder or, ignoring capital letters, the same file; a page
    /// that is where the file needs a folder; or a path that is reserved for a build. Many systems ignore the
    /// difference between capital and small letters.
    fn static_file_in_the_way(&self, file: &StaticFile) -> Option<Diagnostic> {
        let path = format!("/{}", file.path);
        let small: String = path.nfc().flat_map(char::to_lowercase).collect();
        let below = format!("{small}/");
        let after = self.entries().partition_point(|it| it.address().as_str() < below.as_str());
        let is_folder = |entry: &Entry| entry.address().as_str().starts_with(&below);
        let mut folders = small.match_indices('/').skip(1).map(|(slash, _)| &small[..slash]);
        // Two static files that differ only in capital letters are reported by `static`.
        let other = || (small != path).then(|| self.find_file(&small)).flatten();
        let entry = || other().filter(|entry| !matches!(entry, Entry::Static(..)));
        let taken_by = if RESERVED.iter().any(|reserved| below.starts_with(reserved)) {
            "files that every build writes".to_owned()
        } else if let Some(entry) = self.entries().get(after).filter(|entry| is_folder(entry)) {
            format!("{} and the pages below it", entry.address())
        } else {
            let entry = folders.find_map(|path| self.find_file(path)).or_else(entry)?;
            format!("the file of {}", entry.address())
        };
        let place = Place::whole_file(&file.source().into());
        let message = format!("The address {path} is taken by {taken_by}.");
        Some(
            Diagnostic::new(Code::Duplicate, place, message)
                .help("Rename the file, or move it to another folder."),
        )
    }
}

/// Who wants an address: the place to name when two do. What Guildhall makes of itself has none.
type Owner = Option<Place>;

/// What is planned for an address.
enum Planned {
    Page(PageKind),
    File(&'static FileKind, usize),
    Static(StaticFile),
}

impl Planned {
    fn at(self, address: Address) -> Entry {
        match self {
            Self::Page(kind) => Entry::Page(Page { address, kind }),
            Self::File(kind, number) => Entry::File(File { address, kind, number }),
            Self::Static(file) => Entry::Static(address, file),
        }
    }
}

/// A plan that is being made.
struct Planner<'a> {
    directory: &'a Directory,
    taken: HashMap<Address, (Planned, Owner)>,
    problems: Vec<Diagnostic>,
}

impl<'d> Planner<'d> {
    /// All that a directory's site has, in no order, and the addresses that two want.
    fn plan<'a>(
        directory: &'d Directory,
        readings: impl Iterator<Item = &'a Reading>,
        kinds: &[&'static FileKind],
        statics: &[StaticFile],
    ) -> (Vec<Entry>, Vec<Diagnostic>) {
        let taken = HashMap::with_capacity(4 * directory.groups().len());
        let mut planner = Self { directory, taken, problems: Vec::new() };
        planner.fixed_pages();
        planner.lists();
        planner.pairs();
        planner.groups();
        planner.articles();
        planner.earlier_groups(readings);
        planner.earlier_texts();
        planner.files(kinds);
        planner.statics(statics);
        let entries = planner.taken.into_iter().map(|(address, (planned, _))| planned.at(address));
        (entries.collect(), planner.problems)
    }

    fn page(&mut self, address: Address, kind: PageKind, owner: Owner) {
        self.add(address, Planned::Page(kind), owner);
    }

    fn add(&mut self, address: Address, planned: Planned, owner: Owner) {
        use std::collections::hash_map::Entry;
        match self.taken.entry(address) {
            Entry::Vacant(free) => {
                free.insert((planned, owner));
            }
            Entry::Occupied(taken) => {
                let (_, first) = taken.get();
                let problem = address_is_taken(taken.key(), owner, first.clone());
                self.problems.extend(problem);
            }
        }
    }

    /// What every site has, or may have.
    fn fixed_pages(&mut self) {
        let directory = self.directory;
        self.page(Address::guidance_index(), PageKind::GuidanceIndex, None);
        self.page(Address::compare(), PageKind::Compare, None);
        let features = &directory.config.settings.features;
        if features.search {
            self.page(Address::search(), PageKind::Search, None);
        }
        if features.calendars {
            for number in 1..=page_count(directory.coming_count(), CALENDAR_LENGTH) {
                self.page(Address::calendar().page(number), PageKind::Calendar(number), None);
            }
        }
    }

    fn lists(&mut self) {
        for number in 1..=page_count(self.directory.listed().len(), PAGE_LENGTH) {
            self.page(Address::groups().page(number), PageKind::Groups(number), None);
        }
        let config = Arc::clone(&self.directory.config);
        for axis in config.vocabulary.axes() {
            self.page(Address::axis(axis), PageKind::Axis(axis), None);
            for (position, term) in config.vocabulary.terms(axis).iter().enumerate() {
                let first = Address::term(axis, &term.id);
                let owner = Some(term.source.whole());
                let groups = self.directory.with_term(axis, position).len();
                for number in 1..=page_count(groups, PAGE_LENGTH) {
                    let kind = PageKind::Term(axis, position, number);
                    self.page(first.page(number), kind, owner.clone());
                }
            }
        }
    }

    /// Two terms of the first level at once, where a group has both: how many there are depends on the first levels
    /// alone.
    fn pairs(&mut self) {
        let directory = self.directory;
        if !directory.config.settings.features.intersections {
            return;
        }
        for pair in directory.pairs() {
            let first = Address::pair(&directory.config.vocabulary, pair);
            let groups = directory.with_pair(pair).len();
            for number in 1..=page_count(groups, PAGE_LENGTH) {
                self.page(first.page(number), PageKind::Pair(pair, number), None);
            }
        }
    }

    fn groups(&mut self) {
        for (position, charter) in self.directory.groups().iter().enumerate() {
            let owner = Place::whole_file(charter.source.path());
            self.page(Address::group(&charter.id), PageKind::Group(position), Some(owner));
            if charter.meets() {
                self.page(Address::poster(&charter.id), PageKind::Poster(position), None);
            }
        }
    }

    fn articles(&mut self) {
        let config = Arc::clone(&self.directory.config);
        for (position, article) in config.guidance.iter().enumerate() {
            let owner = article.source.whole();
            self.page(Address::guidance(&article.id), PageKind::Guidance(position), Some(owner));
        }
        let mut home = (PageKind::Home(None), None);
        let mut start = (PageKind::Start(None), None);
        for (position, article) in config.pages.iter().enumerate() {
            let owner = Some(article.source.whole());
            match article.id.as_str() {
                "home" => home = (PageKind::Home(Some(position)), owner),
                "start" => start = (PageKind::Start(Some(position)), owner),
                id => self.page(Address::article(id), PageKind::Article(position), owner),
            }
        }
        self.page(Address::home(), home.0, home.1);
        self.page(Address::start(), start.0, start.1);
        if !config.pages.iter().any(|article| article.id == "404") {
            self.page(Address::article("404"), PageKind::NotFound, None);
        }
    }

    /// Earlier addresses of groups. Those of charters with errors are taken too, so that every clash is found.
    fn earlier_groups<'a>(&mut self, readings: impl Iterator<Item = &'a Reading>) {
        for reading in readings.filter(|reading| !reading.aliases.is_empty()) {
            let group = match self.taken.get(Address::group(&reading.id).as_str()) {
                Some((Planned::Page(PageKind::Group(position)), _)) => Some(*position),
                _ => None,
            };
            self.earlier(&reading.source, &reading.aliases, group.map(Target::Group));
        }
    }

    /// Earlier addresses of terms, guidance and other pages of text.
    fn earlier_texts(&mut self) {
        let config = Arc::clone(&self.directory.config);
        for axis in Axis::ALL {
            for (position, term) in config.vocabulary.terms(axis).iter().enumerate() {
                let target = Target::Term(TermRef { axis, position });
                self.earlier(&term.source, &term.aliases.addresses, Some(target));
            }
        }
        let mut articles = |articles: &[Article], target: fn(usize) -> Target| {
            for (position, article) in articles.iter().enumerate() {
                self.earlier(&article.source, &article.aliases.addresses, Some(target(position)));
            }
        };
        articles(&config.guidance, Target::Guidance);
        articles(&config.pages, Target::Article);
    }

    /// Earlier addresses in one file, and the page that they lead to, if there is one.
    fn earlier(
        &mut self,
        source: &SourceFile,
        aliases: &[Spanned<String>],
        target: Option<Target>,
    ) {
        for alias in aliases {
            let owner = source.place(alias.span);
            let address = Address::alias(&alias.value);
            if address.is_the_sites_own() && !self.taken.contains_key(&address) {
                self.problems.push(lies_among_pages(&address, owner));
            } else if let Some(target) = target {
                self.page(address, PageKind::Redirect(target), Some(owner));
            } else if let Some((_, first)) = self.taken.get(&address) {
                let problem = address_is_taken(&address, Some(owner), first.clone());
                self.problems.extend(problem);
            }
        }
    }

    /// The files other than pages.
    fn files(&mut self, kinds: &[&'static FileKind]) {
        let is_searchable = |(address, (planned, _)): &(&Address, &(Planned, Owner))| match planned
        {
            Planned::Page(kind) => kind.is_for_search_engines(address),
            Planned::File(..) | Planned::Static(_) => false,
        };
        let searchable_pages = self.taken.iter().filter(is_searchable).count();
        let outline = Outline { directory: self.directory, searchable_pages };
        for kind in kinds {
            (kind.plan)(&outline, &mut |address, number| {
                self.add(address, Planned::File(kind, number), None);
            });
        }
    }

    fn statics(&mut self, statics: &[StaticFile]) {
        for file in statics {
            let index = file.path.strip_suffix("index.html");
            let folder = index.filter(|folder| folder.is_empty() || folder.ends_with('/'));
            let address = Address::file(folder.unwrap_or(&file.path));
            let source: Arc<str> = file.source().into();
            self.add(address, Planned::Static(file.clone()), Some(Place::whole_file(&source)));
        }
    }
}

/// Reports an earlier address that is among the site's own pages, now or later.
fn lies_among_pages(address: &Address, place: Place) -> Diagnostic {
    let message = format!("The address {address} is among the site's own pages.");
    Diagnostic::new(Code::Duplicate, place, message)
        .help("Write an earlier id or address of this page, or a path of an earlier site.")
}

/// Says that an address is taken, at the place that came second and, if that has none, the first.
fn address_is_taken(address: &Address, second: Owner, first: Owner) -> Option<Diagnostic> {
    let taken_by = match &first {
        Some(place) => format!("{} already has it", place.file),
        None => "it is a page that every site has".to_owned(),
    };
    let (place, related) = match (second, first) {
        (Some(second), first) => (second, first),
        (None, Some(first)) => (first, None),
        (None, None) => return None, // two pages of Guildhall's own never share one
    };
    let message = format!("The address {address} is taken: {taken_by}.");
    let help = if place.span == Span::default() {
        "Rename or remove one of the two."
    } else {
        "Remove the alias, or choose another."
    };
    let problem = Diagnostic::new(Code::Duplicate, place, message).help(help);
    Some(match related {
        Some(related) => problem.related(related, "the one that has it"),
        None => problem,
    })
}
