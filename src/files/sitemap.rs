//! The addresses of all pages for search engines (the Sitemaps protocol 0.9, sitemaps.org).

use std::fmt::Write as _;

use crate::directory::Directory;
use crate::pages::{Address, FileKind, Outline, Page, PageKind, Plan};

/// How many addresses one part may list (the protocol allows 50,000).
const PART_LENGTH: usize = 50_000;

const XML: &str = "application/xml";

/// The addresses of the pages, in parts: where there is one, it is the sitemap.
pub(super) const PARTS: FileKind = FileKind {
    media_type: XML,
    plan: |outline, add| match part_count(outline) {
        0 | 1 => add(Address::file("sitemap.xml"), 0),
        parts => (0..parts).for_each(|part| add(part_address(part), part)),
    },
    make: |site, file| Ok(part(site.directory, site.plan, file.number)),
};

/// The list of the parts, where there are more.
pub(super) const INDEX: FileKind = FileKind {
    media_type: XML,
    plan: |outline, add| {
        if part_count(outline) > 1 {
            add(Address::file("sitemap.xml"), 0);
        }
    },
    make: |site, _| Ok(index(site.directory, site.plan)),
};

fn part_count(outline: &Outline<'_>) -> usize {
    outline.searchable_pages.div_ceil(PART_LENGTH)
}

fn part_address(part: usize) -> Address {
    Address::file(&format!("sitemap-{}.xml", part + 1))
}

fn searchable(plan: &Plan) -> impl Iterator<Item = &Page> {
    plan.pages().filter(|page| page.kind.is_for_search_engines(&page.address))
}

/// One part, from 0: the addresses of pages with the dates of their last change.
fn part(directory: &Directory, plan: &Plan, part: usize) -> String {
    let base = &directory.config.settings.base_url;
    let mut xml = String::from(HEAD);
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for page in searchable(plan).skip(part * PART_LENGTH).take(PART_LENGTH) {
        // An address has letters, digits and -._~/ only: nothing that XML would need escaped.
        let _ = write!(xml, "<url><loc>{}</loc>", base.absolute(page.address.as_str()));
        if let Some(date) = last_change(directory, page) {
            let _ = write!(xml, "<lastmod>{date}</lastmod>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

/// The addresses of the parts.
fn index(directory: &Directory, plan: &Plan) -> String {
    let base = &directory.config.settings.base_url;
    let mut xml = String::from(HEAD);
    xml.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for part in 0..searchable(plan).count().div_ceil(PART_LENGTH) {
        let address = base.absolute(part_address(part).as_str());
        let _ = writeln!(xml, "<sitemap><loc>{address}</loc></sitemap>");
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn last_change(directory: &Directory, page: &Page) -> Option<jiff::civil::Date> {
    match page.kind {
        PageKind::Group(position) => directory.groups()[position].reviewed,
        PageKind::Guidance(position) => directory.config.guidance[position].updated,
        PageKind::Article(position) => directory.config.pages[position].updated,
        _ => None,
    }
}
