//! A site that is ready to be rendered, page by page.

use std::path::Path;

use super::Checked;
use crate::diagnostic::Diagnostic;
use crate::directory::Directory;
use crate::feeds;
use crate::pages::{Page, Plan, Recipe};
use crate::render::Theme;
use crate::source::Sources;

/// A directory, the plan of its pages, and the theme that shows them.
#[derive(Debug)]
pub struct Edition {
    directory: Directory,
    plan: Plan,
    theme: Theme,
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
        Ok(Self { directory, plan, theme })
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
        let Self { directory, plan, theme } = self;
        if let Some(view) = plan.view(directory, page) {
            return theme.render(&view).map(Content::Html);
        }
        Ok(match page.recipe {
            Recipe::Sitemap(part) => Content::Text(XML_TYPE, feeds::sitemap(directory, plan, part)),
            Recipe::SitemapIndex => Content::Text(XML_TYPE, feeds::sitemap_index(directory, plan)),
            Recipe::Static(position) => Content::File(&plan.static_file(position).source),
            _ => {
                let robots = feeds::robots(&directory.config.settings.base_url);
                Content::Text("text/plain; charset=utf-8", robots)
            }
        })
    }
}
