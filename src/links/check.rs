//! Holding the links of all pages against the files and anchors of the site.

use std::collections::HashMap;

use rayon::prelude::*;

use super::address::{Base, decoded};
use super::names::{Names, Page};
use super::{BrokenLink, Fault};

/// The finished site, as far as links are concerned.
struct Site<'a, E> {
    base: &'a Base,
    names: &'a Names,
    texts: Vec<&'a str>,
    pages: HashMap<&'a str, &'a Page>,
    exists: E,
}

/// Every broken link of the pages, in order of page and link.
pub(super) fn broken<E>(base: &Base, names: &Names, pages: &[Page], exists: E) -> Vec<BrokenLink>
where
    E: Fn(&str) -> bool + Sync,
{
    let by_path = pages.iter().map(|page| (&*page.path, page)).collect();
    let site = Site { base, names, texts: names.texts(), pages: by_path, exists };
    let from_anywhere = site.faults_from_anywhere();
    let mut broken: Vec<_> =
        pages.par_iter().flat_map_iter(|page| site.broken_on(page, &from_anywhere)).collect();
    broken.sort_unstable();
    broken
}

impl<E: Fn(&str) -> bool + Sync> Site<'_, E> {
    /// A link that starts with a slash means the same on every page, so it is followed only once.
    fn faults_from_anywhere(&self) -> Vec<Option<Fault>> {
        let fault = |href: &&str| href.starts_with('/').then(|| self.fault("", href)).flatten();
        self.texts.par_iter().map(fault).collect()
    }

    /// What is broken on one page.
    fn broken_on(
        &self,
        page: &Page,
        from_anywhere: &[Option<Fault>],
    ) -> impl Iterator<Item = BrokenLink> {
        let text = |number: u32| self.texts[number as usize];
        let links = page.links.iter().filter_map(move |&number| {
            let href = text(number);
            let fault = if href.starts_with('/') {
                from_anywhere[number as usize]
            } else {
                self.fault(&page.path, href)
            };
            Some((href.to_owned(), fault?))
        });
        let ids =
            page.repeated.iter().map(move |&id| (format!("#{}", text(id)), Fault::RepeatedId));
        let base = page.has_base.then(|| ("<base>".to_owned(), Fault::BaseElement));
        let on_page = |(href, fault)| BrokenLink { page: page.path.to_string(), href, fault };
        links.chain(ids).chain(base).map(on_page)
    }

    /// What is wrong with a link on a page.
    fn fault(&self, page: &str, href: &str) -> Option<Fault> {
        let (file, anchor) = match self.base.resolve(page, href) {
            Ok(destination) => destination,
            Err(fault) => return Some(fault),
        };
        if !(self.exists)(&file) {
            let is_folder = (self.exists)(&format!("{file}/index.html"));
            return Some(if is_folder { Fault::NoSlash } else { Fault::Missing });
        }
        let page = self.pages.get(&*file)?;
        (!self.has_anchor(page, anchor)).then_some(Fault::NoAnchor)
    }

    /// Whether a browser finds the anchor
    /// (<https://html.spec.whatwg.org/#the-indicated-part-of-the-document>). What follows `:~:` is
    /// not part of it.
    fn has_anchor(&self, page: &Page, anchor: &str) -> bool {
        let (anchor, _text) = anchor.split_once(":~:").unwrap_or((anchor, ""));
        let is_on_page = |id: &str| self.names.number(id).is_some_and(|id| page.has_anchor(id));
        anchor.is_empty()
            || anchor.eq_ignore_ascii_case("top")
            || is_on_page(anchor)
            || decoded(anchor).is_some_and(|anchor| is_on_page(&anchor))
    }
}
