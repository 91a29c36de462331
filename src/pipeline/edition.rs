//! A site that is ready to be rendered, page by page.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::Checked;
use crate::diagnostic::Diagnostic;
use crate::directory::Directory;
use crate::pages::{CARDS_LENGTH, Page, Plan, Recipe};
use crate::render::Theme;
use crate::source::Sources;
use crate::{facets, feeds};

/// A directory, the plan of its pages, and the theme that shows them.
#[derive(Debug)]
pub struct Edition {
    directory: Directory,
    plan: Plan,
    theme: Theme,
    /// The HTML of each group's card, made when it is first wanted: most cards stand in many lists.
    cards: Vec<OnceLock<Arc<str>>>,
}

/// What stands at an address.
#[derive(Debug)]
pub enum Content<'a> {
    /// A page.
    Html(String),
    /// Other text, with its media type.
    Text(&'static str, String),
    /// A file that is copied as it is.
    File(&'a Path),
}

const XML_TYPE: &str = "application/xml";
const JSON_TYPE: &str = "application/json";

impl Edition {
    /// Loads the theme for a checked directory.
    ///
    /// # Errors
    /// Every template that cannot be read, with its place.
    pub fn new(checked: Checked, sources: &Sources) -> Result<Self, Vec<Diagnostic>> {
        let Checked { directory, plan, report: _ } = checked;
        let name = directory.config.settings.theme.clone();
        let overrides = sources.theme(&name).map(|(path, bytes)| (path, &**bytes));
        let theme = Theme::load(&name, overrides, &plan.site_view(&directory))?;
        let cards = directory.groups().iter().map(|_| OnceLock::new()).collect();
        Ok(Self { directory, plan, theme, cards })
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

    /// Makes what stands at a page's address.
    ///
    /// # Errors
    /// A template that asks for what is not there, with its place.
    pub fn render(&self, page: &Page) -> Result<Content<'_>, Vec<Diagnostic>> {
        let Self { directory, plan, theme, .. } = self;
        if let Some(view) = plan.view(directory, page) {
            let cards = self.cards(&view.cards)?;
            return theme.render(&view, &cards).map(Content::Html);
        }
        Ok(match page.recipe {
            Recipe::Sitemap(part) => Content::Text(XML_TYPE, feeds::sitemap(directory, plan, part)),
            Recipe::SitemapIndex => Content::Text(XML_TYPE, feeds::sitemap_index(directory, plan)),
            Recipe::Facets => Content::Text(JSON_TYPE, facets::facets(directory, CARDS_LENGTH)),
            Recipe::Orders => Content::Text(JSON_TYPE, facets::orders(directory)),
            Recipe::Cards(part) => Content::Text(JSON_TYPE, self.card_file(part)?),
            Recipe::Static(position) => Content::File(&plan.static_file(position).source),
            _ => {
                let robots = feeds::robots(&directory.config.settings.base_url);
                Content::Text("text/plain; charset=utf-8", robots)
            }
        })
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
