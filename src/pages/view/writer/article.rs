//! Pages of text.

use super::super::{
    ArticleLink, ArticleView, Body, GuidanceIndexView, Link, NotFoundView, PageView, View,
};
use super::Writer;
use crate::config::Article;
use crate::pages::Page;
use crate::pages::{Address, labels};

impl Writer<'_> {
    pub(super) fn guidance_index(&self, page: &Page) -> View {
        let words = self.words();
        let mut view = self.page(page, words.get("guidance"), words.get("guidance-description"));
        view.section = self.href(&Address::guidance_index());
        let body = GuidanceIndexView { articles: self.guidance_links() };
        View::new(view, Body::GuidanceIndex(body))
    }

    /// The guidance, in reading order.
    pub(super) fn guidance_links(&self) -> Vec<ArticleLink> {
        let link = |article: &Article| ArticleLink {
            name: article.title.clone(),
            href: self.href(&Address::guidance(&article.id)),
            summary: article.summary.clone(),
            minimum_standard: article.minimum_standard,
        };
        self.directory.config.guidance.iter().map(link).collect()
    }

    pub(super) fn guidance(&self, page: &Page, position: usize) -> View {
        let guidance = &self.directory.config.guidance;
        let neighbour = |position: Option<usize>| {
            let article = guidance.get(position?)?;
            Some(self.link(article.title.clone(), &Address::guidance(&article.id)))
        };
        let article = &guidance[position];
        let mut view = self.page(page, &article.title, &article.summary);
        view.section = self.href(&Address::guidance_index());
        view.breadcrumbs =
            vec![self.link(self.words().get("guidance"), &Address::guidance_index())];
        let mut body = self.text(article, page);
        body.previous = neighbour(position.checked_sub(1));
        body.next = neighbour(position.checked_add(1));
        View::new(view, Body::Article(body))
    }

    pub(super) fn article(&self, page: &Page, position: usize) -> View {
        let article = &self.directory.config.pages[position];
        let mut view = self.page(page, &article.title, &article.summary);
        if article.id == "404" {
            let body_html = self.html(&article.body, article.source.path(), &page.address);
            return Self::nowhere(view, body_html);
        }
        view.section = self.href(&page.address);
        View::new(view, Body::Article(self.text(article, page)))
    }

    /// The page for addresses that lead nowhere, where the Guild has written none.
    pub(super) fn not_found(&self, page: &Page) -> View {
        let [title, summary] = ["not-found", "not-found-why"].map(|key| self.words().get(key));
        Self::nowhere(self.page(page, title, summary), String::new())
    }

    fn nowhere(page: PageView, body_html: String) -> View {
        let (title, summary) = (page.title.clone(), page.description.clone());
        View::new(page, Body::NotFound(NotFoundView { title, summary, body_html }))
    }

    pub(super) fn text(&self, article: &Article, page: &Page) -> ArticleView {
        let headings = article.body.headings().iter().filter(|heading| heading.level == 2);
        let contents = headings.map(|heading| Link {
            name: heading.text.to_string(),
            href: format!("#{}", heading.id),
        });
        ArticleView {
            title: article.title.clone(),
            summary: article.summary.clone(),
            body_html: self.html(&article.body, article.source.path(), &page.address),
            contents: contents.collect(),
            minimum_standard: article.minimum_standard,
            source: article.link.clone(),
            updated: article.updated.map(|day| labels::date(self.words(), day)),
            previous: None,
            next: None,
            edit_href: self.edit_href(article.source.path()),
        }
    }

    /// Where a change to a file is suggested: the file in the repository.
    pub(super) fn edit_href(&self, file: &str) -> Option<String> {
        let repository = self.directory.config.settings.repository.as_ref()?;
        Some(repository.edit(file))
    }
}
