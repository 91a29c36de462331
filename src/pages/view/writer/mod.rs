//! From pages to what templates are given.

mod article;
mod axis;
mod calendar;
mod group;
mod home;
mod json_ld;
mod letter;
mod lists;
mod poster;
mod quick;
mod start;
mod subscription;

pub use json_ld::group_json_ld;

use super::{Body, Card, Link, PageView, RedirectView, SiteView, View};
use crate::config::{Article, Axis, Language, Term};
use crate::directory::Directory;
use crate::markdown::Prose;
use crate::pages::links::{LinkSource, resolve};
use crate::pages::{Address, Entry, Page, PageKind, Plan, Target, labels};
use crate::text::typeset;
use crate::words::Words;

impl Plan {
    /// What every page is given.
    pub fn site_view(&self, directory: &Directory) -> SiteView {
        let writer = Writer { directory, plan: self };
        let settings = &directory.config.settings;
        SiteView {
            title: settings.title.clone(),
            description: settings.description.clone(),
            language: settings.language.as_str().to_owned(),
            direction: settings.language.direction(),
            contact: settings.contact.as_ref().map(|it| labels::contact(it, &settings.title)),
            origin: settings.base_url.origin().to_owned(),
            logo: settings.look.logo.as_deref().map(|path| settings.base_url.href(path)),
            colours: settings.look.css.clone(),
            home: writer.href(&Address::home()),
            base_path: settings.base_url.path().to_owned(),
            navigation: writer.navigation(),
            axes: directory.config.vocabulary.axes().map(|axis| writer.axis_link(axis)).collect(),
            pages: writer.other_pages(),
            data_href: writer.href(&Address::data(directory, "")),
            search_href: writer.search_page().map(|link| link.href),
            compare_href: writer.href(&Address::compare()),
            calendar_href: writer.calendar_page().map(|link| link.href),
            feed_href: writer.href(&Address::file("feed.xml")),
        }
    }

    /// What the template of a page is given.
    pub fn view(&self, directory: &Directory, page: &Page) -> View {
        let writer = Writer { directory, plan: self };
        match page.kind {
            PageKind::Home(text) => writer.home(page, text),
            PageKind::Groups(number) => writer.groups(page, number),
            PageKind::Axis(axis) => writer.axis(page, axis),
            PageKind::Term(axis, position, number) => writer.term(page, axis, position, number),
            PageKind::Pair(pair, number) => writer.pair(page, pair, number),
            PageKind::Group(position) => writer.group(page, position),
            PageKind::Poster(position) => writer.poster(page, position),
            PageKind::Calendar(number) => writer.calendar(page, number),
            PageKind::Search => writer.search(page),
            PageKind::Compare => writer.compare(page),
            PageKind::Start(article) => writer.start_page(page, article),
            PageKind::GuidanceIndex => writer.guidance_index(page),
            PageKind::Guidance(position) => writer.guidance(page, position),
            PageKind::Article(position) => writer.article(page, position),
            PageKind::NotFound => writer.not_found(page),
            PageKind::Redirect(target) => writer.redirect(page, target),
        }
    }

    /// What the template of a group's card is given.
    pub fn card(&self, directory: &Directory, group: usize) -> Card {
        Writer { directory, plan: self }.card(&directory.groups()[group])
    }
}

/// Writes views from what the directory knows.
#[derive(Clone, Copy)]
struct Writer<'a> {
    directory: &'a Directory,
    plan: &'a Plan,
}

impl<'a> Writer<'a> {
    /// The words of the interface.
    fn words(&self) -> &'a Words {
        &self.directory.config.settings.words
    }

    fn href(&self, address: &Address) -> String {
        self.directory.config.settings.base_url.href(address.as_str())
    }

    /// The address of a page that not every site has.
    fn href_if_planned(&self, address: &Address) -> Option<String> {
        self.plan.find(address.as_str()).map(|entry| self.href(entry.address()))
    }

    fn link(&self, name: impl Into<String>, address: &Address) -> Link {
        Link { name: name.into(), href: self.href(address) }
    }

    fn axis_link(&self, axis: Axis) -> Link {
        self.link(axis.title(self.words()), &Address::axis(axis))
    }

    /// The main places.
    fn navigation(&self) -> Vec<Link> {
        let find = self.link(self.words().get("navigation-find"), &Address::groups());
        let guidance = self.link(self.words().get("guidance"), &Address::guidance_index());
        let start = self.link(self.words().get("navigation-start"), &Address::start());
        std::iter::once(find).chain(self.calendar_page()).chain([guidance, start]).collect()
    }

    /// The address of a page of that kind.
    fn page_at(&self, address: &Address, kind: &PageKind) -> Option<&Address> {
        match self.plan.find(address.as_str())? {
            Entry::Page(page) if page.kind == *kind => Some(&page.address),
            Entry::Page(_) | Entry::File(_) | Entry::Static(..) => None,
        }
    }

    /// The search page. The Guild may have switched search off, and have a page of its own at that address.
    fn search_page(&self) -> Option<Link> {
        self.page_at(&Address::search(), &PageKind::Search)
            .map(|it| self.link(self.words().get("search"), it))
    }

    /// The coming meetings, likewise.
    fn calendar_page(&self) -> Option<Link> {
        let first = self.page_at(&Address::calendar(), &PageKind::Calendar(1));
        first.map(|it| self.link(self.words().get("calendar"), it))
    }

    /// The page on how to start a group.
    fn start(&self) -> Link {
        let mut pages = self.directory.config.pages.iter();
        let article = pages.find(|article| article.id == "start");
        self.link(
            article.map_or_else(|| self.words().get("start"), |it| &it.title),
            &Address::start(),
        )
    }

    fn other_pages(&self) -> Vec<Link> {
        let pages = self.directory.config.pages.iter();
        let others =
            pages.filter(|article| !matches!(article.id.as_str(), "404" | "home" | "start"));
        others.map(|it| self.link(it.title.clone(), &Address::article(&it.id))).collect()
    }

    fn page(&self, page: &Page, title: &str, description: &str) -> PageView {
        PageView {
            title: title.to_owned(),
            description: description.to_owned(),
            canonical: self.directory.config.settings.base_url.absolute(page.address.as_str()),
            breadcrumbs: Vec::new(),
            section: String::new(),
            tint: 0,
            picture: None,
        }
    }

    /// Safe HTML in the site's language, with the addresses of its links. A link that leads nowhere, which a site with
    /// problems may have in a preview, keeps the address that was typed.
    fn html(&self, prose: &Prose, file: &str, address: &Address) -> String {
        self.html_in(&self.directory.config.settings.language, prose, file, address)
    }

    /// The same in another language.
    fn html_in(&self, language: &Language, prose: &Prose, file: &str, address: &Address) -> String {
        let base = &self.directory.config.settings.base_url;
        let from = LinkSource { file, address };
        let html = prose.html(|link| match resolve(self.directory, self.plan, from, link) {
            Ok(to) if link.path.is_empty() => link.at("", to.anchor.as_deref()),
            Ok(to) => link.at(&base.href(to.address.as_str()), to.anchor.as_deref()),
            Err(_) => link.to_string(),
        });
        typeset(&html, language.as_str()).into_owned()
    }

    fn redirect(&self, page: &Page, target: Target) -> View {
        let config = &self.directory.config;
        let article = |article: &'a Article| (&*article.title, &*article.summary);
        let ((name, summary), address) = match target {
            Target::Group(position) => {
                let group = &self.directory.groups()[position];
                let summary = group.summary.as_deref().unwrap_or(&group.name);
                ((&*group.name, summary), Address::group(&group.id))
            }
            Target::Term(term) => {
                let Term { axis, id, name, summary, .. } = self.term_at(term);
                ((&**name, &**summary), Address::term(*axis, id))
            }
            Target::Guidance(position) => {
                let page = &config.guidance[position];
                (article(page), Address::guidance(&page.id))
            }
            Target::Article(position) => {
                let page = &config.pages[position];
                (article(page), Address::article(&page.id))
            }
        };
        let mut view = self.page(page, self.words().get("redirect-title"), summary);
        view.canonical = config.settings.base_url.absolute(address.as_str());
        View::new(view, Body::Redirect(RedirectView { to: self.link(name, &address) }))
    }
}
