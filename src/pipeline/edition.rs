//! A site that is ready to be made, page by page and file by file.

use std::fs::File as OpenFile;
use std::sync::{Arc, OnceLock};

use super::Checked;
use crate::diagnostic::Diagnostic;
use crate::directory::Directory;
use crate::files::CARDS_LENGTH;
use crate::files::search::Index;
use crate::pages::view::{Body, SiteView, View};
use crate::pages::{Cards, Entry, File, Page, Plan, Rendered, Site};
use crate::render::Theme;
use crate::source::Sources;
use crate::words::Words;

/// A directory, the plan of its pages, and the theme that shows them.
#[derive(Debug)]
pub struct Edition {
    directory: Directory,
    plan: Plan,
    theme: Arc<Theme>,
    /// What the theme was made of.
    made_of: ThemeSource,
    /// The HTML of each group's card, made when it is first wanted: most cards are in many lists.
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

/// What is at an address.
#[derive(Debug)]
pub enum Content<'a> {
    /// A page.
    Html(String),
    /// A text for programs, with its media type.
    Text(&'static str, String),
    /// Bytes that were made before; the name gives the media type.
    Bytes(&'a [u8]),
    /// A file that is published unchanged, opened. Its name gives the media type.
    File(OpenFile),
}

const INDEX_FOLDER: &str = "search/index/";

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
    fn index_file(&self, path: &str) -> Option<&[u8]> {
        let path = path.strip_prefix(INDEX_FOLDER)?;
        self.index()?.file(path)
    }

    fn index(&self) -> Option<&Index> {
        let has_search = self.directory.config.settings.features.search;
        let build = || Index::build(&self.directory, CARDS_LENGTH);
        has_search.then(|| self.index.get_or_init(build))
    }

    /// What is at a path of the site. `None` if there is nothing, or if a file has gone.
    ///
    /// # Errors
    /// A template that asks for what is not there, with its place.
    pub fn find(&self, path: &str) -> Result<Option<Content<'_>>, Vec<Diagnostic>> {
        Ok(match self.plan.find(path) {
            Some(Entry::Page(page)) => Some(Content::Html(self.render(page)?)),
            Some(Entry::File(file)) => Some(Content::Text(file.kind.media_type, self.make(file)?)),
            Some(Entry::Static(_, file)) => file.open().ok().map(Content::File),
            None => {
                let path = path.trim_start_matches('/');
                let asset = self.assets().find(|(name, _)| *name == path).map(|(_, bytes)| bytes);
                asset.or_else(|| self.index_file(path)).map(Content::Bytes)
            }
        })
    }

    /// Renders a page.
    ///
    /// # Errors
    /// A template that asks for what is not there, with its place.
    pub fn render(&self, page: &Page) -> Result<String, Vec<Diagnostic>> {
        let view = self.plan.view(&self.directory, page);
        self.theme.render(&view, &self.cards(&view.cards)?)
    }

    /// Makes a file other than a page.
    ///
    /// # Errors
    /// As [`render`](Self::render).
    pub fn make(&self, file: &File) -> Result<String, Vec<Diagnostic>> {
        let Self { directory, plan, .. } = self;
        let cards = &|groups: &[usize]| self.cards(groups);
        file.make(&Site { directory, plan, cards, group: &|view| self.group(view) })
    }

    /// The card and the page of a group from its view.
    fn group(&self, view: &View) -> Rendered {
        let card = match &view.body {
            Body::Group(group) => self.theme.render_card(&group.card)?,
            _ => String::new(),
        };
        Ok((card, self.theme.render(view, &[])?))
    }

    /// The cards of groups, by their positions.
    fn cards(&self, groups: &[usize]) -> Cards {
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
}
