//! A site that is ready to be rendered, page by page.

use std::sync::{Arc, OnceLock};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

use super::Checked;
use crate::diagnostic::Diagnostic;
use crate::directory::{Directory, TermRef};
use crate::pages::view::{SiteView, StructuredData};
use crate::pages::{CARDS_LENGTH, Page, Plan, Recipe};
use crate::render::Theme;
use crate::search::Index;
use crate::source::{Sources, StaticFile};
use crate::words::Words;
use crate::{charter, facets, feeds, writing};

/// A directory, the plan of its pages, and the theme that shows them.
#[derive(Debug)]
pub struct Edition {
    directory: Directory,
    plan: Plan,
    theme: Arc<Theme>,
    /// What the theme was made of.
    made_of: ThemeSource,
    /// The HTML of each group's card, made when it is first wanted: most cards stand in many lists.
    cards: Vec<OnceLock<Arc<str>>>,
    /// The index for search, made when it is first wanted.
    index: OnceLock<Index>,
}

/// What a theme is made of.
#[derive(Debug, PartialEq)]
struct ThemeSource {
    name: String,
    overrides: Vec<(String, Arc<[u8]>)>,
    site: SiteView,
    words: Arc<Words>,
}

impl ThemeSource {
    fn of(directory: &Directory, plan: &Plan, sources: &Sources) -> Self {
        let name = directory.config.settings.theme.clone();
        let files = sources.theme(&name).map(|(path, bytes)| (path.to_owned(), Arc::clone(bytes)));
        let overrides = files.collect();
        let words = Arc::clone(&directory.config.settings.words);
        Self { name, overrides, site: plan.site_view(directory), words }
    }

    fn load(&self) -> Result<Theme, Vec<Diagnostic>> {
        let overrides = self.overrides.iter().map(|(path, bytes)| (path.as_str(), &**bytes));
        Theme::load(&self.name, overrides, &self.site, &self.words)
    }
}

/// What stands at an address.
#[derive(Debug)]
pub enum Content<'a> {
    /// A page.
    Html(String),
    /// Other text, with its media type.
    Text(&'static str, String),
    /// A file that is copied as it is.
    File(&'a StaticFile),
}

const INDEX_FOLDER: &str = "search/index/";
const XML_TYPE: &str = "application/xml";
const ATOM_TYPE: &str = "application/atom+xml; charset=utf-8";
const JSON_TYPE: &str = "application/json";
const SCHEMA_TYPE: &str = "application/schema+json";
const CSV_TYPE: &str = "text/csv; charset=utf-8";
const CALENDAR_TYPE: &str = "text/calendar; charset=utf-8";
const MARKDOWN_TYPE: &str = "text/markdown; charset=utf-8";
const TEXT_TYPE: &str = "text/plain; charset=utf-8";

impl Edition {
    /// Loads the theme for a checked directory, or takes over that of an earlier edition where it is made
    /// of the same.
    ///
    /// # Errors
    /// Every template that cannot be read, with its place.
    pub fn new(
        checked: Checked,
        sources: &Sources,
        earlier: Option<&Self>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let Checked { directory, plan, report: _ } = checked;
        let made_of = ThemeSource::of(&directory, &plan, sources);
        let theme = match earlier {
            Some(earlier) if earlier.made_of == made_of => Arc::clone(&earlier.theme),
            _ => Arc::new(made_of.load()?),
        };
        let cards = directory.groups().iter().map(|_| OnceLock::new()).collect();
        Ok(Self { directory, plan, theme, made_of, cards, index: OnceLock::new() })
    }

    /// The groups.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// The pages.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The theme's assets: their paths on the site, without the base path, and their bytes.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.theme.assets()
    }

    /// The files of the index for search: their paths on the site, without the base path, and their
    /// bytes. None where the site has no search.
    pub fn index_files(&self) -> impl Iterator<Item = (String, &[u8])> {
        let files = self.index().into_iter().flat_map(Index::files);
        files.map(|(path, bytes)| (format!("{INDEX_FOLDER}{path}"), bytes))
    }

    /// A file of the index by its path on the site, without the base path.
    pub fn index_file(&self, path: &str) -> Option<&[u8]> {
        let path = path.strip_prefix(INDEX_FOLDER)?;
        self.index()?.file(path)
    }

    fn index(&self) -> Option<&Index> {
        let has_search = self.directory.config.settings.features.search;
        let build = || Index::build(&self.directory, CARDS_LENGTH);
        has_search.then(|| self.index.get_or_init(build))
    }

    /// Makes what stands at a page's address.
    ///
    /// # Errors
    /// A template that asks for what is not there, with its place.
    pub fn render(&self, page: &Page) -> Result<Content<'_>, Vec<Diagnostic>> {
        let Self { directory, plan, theme, .. } = self;
        if let Some(mut view) = plan.view(directory, page) {
            if let Recipe::Group(group) = page.recipe {
                view.structured_data = Some(self.structured_data(group));
            }
            let cards = self.cards(&view.cards)?;
            return theme.render(&view, &cards).map(Content::Html);
        }
        self.file(page)
    }

    fn structured_data(&self, group: usize) -> StructuredData {
        let json = feeds::group_json_ld(&self.directory, &self.directory.groups()[group]);
        let hash = format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(&json)));
        StructuredData { json, hash }
    }

    /// Makes a file that is no page.
    fn file(&self, page: &Page) -> Result<Content<'_>, Vec<Diagnostic>> {
        let Self { directory, plan, .. } = self;
        let (media_type, text) = match page.recipe {
            Recipe::Static(position) => {
                return Ok(Content::File(plan.static_file(position)));
            }
            Recipe::Sitemap(part) => (XML_TYPE, feeds::sitemap(directory, plan, part)),
            Recipe::SitemapIndex => (XML_TYPE, feeds::sitemap_index(directory, plan)),
            Recipe::Feed => (ATOM_TYPE, feeds::atom(directory)),
            Recipe::GroupsJson => (JSON_TYPE, feeds::groups_json(directory)),
            Recipe::GroupsCsv => (CSV_TYPE, feeds::groups_csv(directory)),
            Recipe::CharterSchema => (SCHEMA_TYPE, charter::schema(&directory.config)),
            Recipe::GroupCalendar(group) => (CALENDAR_TYPE, self.group_calendar(page, group)),
            Recipe::TermCalendar(term) => (CALENDAR_TYPE, self.term_calendar(page, term)),
            Recipe::WholeCalendar => (CALENDAR_TYPE, self.whole_calendar(page)),
            Recipe::Facets => (JSON_TYPE, facets::facets(directory, CARDS_LENGTH)),
            Recipe::Orders => (JSON_TYPE, facets::orders(directory)),
            Recipe::Cards(part) => (JSON_TYPE, self.card_file(part)?),
            Recipe::Blank => (MARKDOWN_TYPE, writing::blank(&directory.config)),
            Recipe::Form => (JSON_TYPE, writing::form_data(directory)),
            Recipe::Names(part) => (JSON_TYPE, writing::names(directory, part)),
            Recipe::Values(group) => {
                let source = &directory.groups()[group].source;
                (JSON_TYPE, writing::values(source).unwrap_or_default()) // it was read before
            }
            Recipe::Robots => (TEXT_TYPE, feeds::robots(&directory.config.settings.base_url)),
            Recipe::Home(_)
            | Recipe::Groups(_)
            | Recipe::Axis(_)
            | Recipe::Term(..)
            | Recipe::Pair(..)
            | Recipe::Group(_)
            | Recipe::Calendar(_)
            | Recipe::Search
            | Recipe::Start(_)
            | Recipe::GuidanceIndex
            | Recipe::Guidance(_)
            | Recipe::Article(_)
            | Recipe::NotFound
            | Recipe::Redirect(_) => (TEXT_TYPE, String::new()), // these have a view, and are no files
        };
        Ok(Content::Text(media_type, text))
    }

    fn group_calendar(&self, page: &Page, group: usize) -> String {
        let charter = &*self.directory.groups()[group];
        self.calendar(page, &charter.name, &[group])
    }

    fn term_calendar(&self, page: &Page, term: TermRef) -> String {
        let name = &self.directory.config.vocabulary.terms(term.axis)[term.position].name;
        let groups = self.directory.with_term(term.axis, term.position);
        self.calendar(page, &format!("{name}: {}", self.directory.config.settings.title), groups)
    }

    fn whole_calendar(&self, page: &Page) -> String {
        self.calendar(page, &self.directory.config.settings.title, self.directory.listed())
    }

    fn calendar(&self, page: &Page, title: &str, groups: &[usize]) -> String {
        let groups = groups.iter().map(|group| &*self.directory.groups()[*group]);
        feeds::calendar(&self.directory, title, page.address.as_str(), groups)
    }

    /// The cards of groups, by their positions.
    fn cards(&self, groups: &[usize]) -> Result<Vec<Arc<str>>, Vec<Diagnostic>> {
        groups.iter().map(|group| self.card(*group)).collect()
    }

    fn card(&self, group: usize) -> Result<Arc<str>, Vec<Diagnostic>> {
        let made = &self.cards[group];
        if let Some(card) = made.get() {
            return Ok(Arc::clone(card));
        }
        let card = self.theme.render_card(&self.plan.card(&self.directory, group))?;
        Ok(Arc::clone(made.get_or_init(|| card.into())))
    }

    /// The cards of the listed groups in one file, from 0, as a JSON list of their HTML.
    fn card_file(&self, part: usize) -> Result<String, Vec<Diagnostic>> {
        let groups = self.directory.listed().chunks(CARDS_LENGTH).nth(part).unwrap_or_default();
        let cards = self.cards(groups)?;
        Ok(serde_json::json!(cards.iter().map(|card| &**card).collect::<Vec<_>>()).to_string())
    }
}
