//! The last check of a site: every link inside it, and every anchor, leads somewhere.
//!
//! [`SiteLinks::read`] takes each page as it is rendered and keeps little of it: its links and ids as
//! numbers, and every different text once for the whole site. [`SiteLinks::broken`] then holds them
//! against the files of the site. Links to other sites are not followed.
//!
//! A page's address is its path without `index.html`; relative addresses are resolved by the URL
//! Standard (<https://url.spec.whatwg.org/>) as far as a built site needs it.

mod address;
mod check;
mod fault;
mod names;
mod plain;
mod scan;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use fault::{BrokenLink, Fault};

use address::Base;
use names::{Names, Page};
use scan::Scan;

/// The links of a site's pages, collected while they are rendered.
#[derive(Debug)]
pub struct SiteLinks {
    base: Base,
    names: Mutex<Names>,
    pages: Mutex<Vec<Page>>,
}

impl SiteLinks {
    /// Starts the collection for a site below this path, such as `/guild/`.
    pub fn new(base_path: &str) -> Self {
        Self { base: Base::new(base_path), names: Mutex::default(), pages: Mutex::default() }
    }

    /// Reads one page. `path` is its file relative to the output folder, with `/`. May be called from
    /// many threads at once, in any order.
    pub fn read(&self, path: &str, html: &str) {
        let scan = Scan::of(html);
        let found: Vec<_> = {
            let mut names = guard(&self.names);
            scan.texts().map(|(kind, text)| (kind, names.intern(text))).collect()
        };
        guard(&self.pages).push(Page::new(path, &found, scan.has_base));
    }

    /// Every broken link of the pages that were read, in order of page and link. `exists` says
    /// whether the site has a file of that path.
    pub fn broken(self, exists: impl Fn(&str) -> bool + Sync) -> Vec<BrokenLink> {
        let names = self.names.into_inner().unwrap_or_else(PoisonError::into_inner);
        let pages = self.pages.into_inner().unwrap_or_else(PoisonError::into_inner);
        check::broken(&self.base, &names, &pages, exists)
    }
}

/// The content of a mutex. What is behind it is whole after every statement, also after a panic.
fn guard<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// The broken links of a site below `/guild/`, one to a line.
    fn broken(files: &[(&str, &str)]) -> String {
        let links = SiteLinks::new("/guild");
        for (path, text) in files.iter().filter(|(path, _)| path.contains(".html")) {
            links.read(path, text);
        }
        let paths: BTreeSet<_> = files.iter().map(|(path, _)| *path).collect();
        let broken = links.broken(|path| paths.contains(path));
        let line = |link: &BrokenLink| format!("{}: {}: {}", link.page, link.href, link.fault);
        broken.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn links_to_pages_files_and_anchors_of_the_site_are_whole() {
        let home = r##"<a href="groups/a/">A</a> <a href="/guild/groups/a/#aims">Aims</a>
            <a href="/guild/groups/a/#caf%C3%A9">Café</a> <a href="#">Up</a>
            <a href="#top">Top</a> <a href="groups/a/#aims:~:text=we">We</a> <a href="">Here</a>
            <a href="icons.svg#search">Icon</a> <a href="https://example.com/none/">Elsewhere</a>"##;
        let group = r#"<h2 id="aims">Aims</h2><h2 id="café">Café</h2><a href="../../">Home</a>"#;
        let site = [("index.html", home), ("groups/a/index.html", group), ("icons.svg", "<svg/>")];
        assert_eq!(broken(&site), "");
    }

    #[test]
    fn each_broken_link_says_what_is_wrong() {
        let home = r##"<a href="groups/b/">B</a> <a href="/guild/groups/a">A</a>
            <a href="groups/a/#none">None</a> <a href="/groups/a/">Outside</a> <a href="#none">None</a>
            <img src="logo.png"> <a href="groups/b/">B again</a>"##;
        let group = r##"<base href="/"><h2 id="aims">1</h2><h2 id="aims">2</h2><a href="#aims">Aims</a>
            <a name="aims"></a><a href="../b/">B</a>"##;
        insta::assert_snapshot!(
            broken(&[("index.html", home), ("groups/a/index.html", group)]),
            @r"
        groups/a/index.html: #aims: more than one element of the page has this id
        groups/a/index.html: ../b/: there is no such page or file
        groups/a/index.html: <base>: this element would redirect every link on the page
        index.html: #none: the page has no such anchor
        index.html: /groups/a/: it leads out of the site, whose addresses start with `base_url`
        index.html: /guild/groups/a: the slash at its end is missing
        index.html: groups/a/#none: the page has no such anchor
        index.html: groups/b/: there is no such page or file
        index.html: logo.png: there is no such page or file
        "
        );
    }

    #[test]
    fn the_order_in_which_pages_come_in_does_not_matter() {
        let (a, b) = (("a.html", "<a href='/x'><a href=y>"), ("b.html", "<a href=y><a href='/x'>"));
        assert_eq!(broken(&[a, b]), broken(&[b, a]));
    }

    #[test]
    fn pages_can_be_read_on_many_threads() {
        let links = SiteLinks::new("/");
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let links = &links;
                scope.spawn(move || {
                    for page in 0..50 {
                        let html =
                            format!("<p id=p{page}><a href='/{page}.html#p{page}'><a href=/x>");
                        links.read(&format!("{}.html", thread * 50 + page), &html);
                    }
                });
            }
        });
        let broken = links.broken(|path| path != "x" && !path.contains('/'));
        assert_eq!(broken.len(), 200);
        assert!(broken.iter().all(|link| link.href == "/x" && link.fault == Fault::Missing));
    }
}
