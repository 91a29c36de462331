//! The addresses of all pages for search engines (the Sitemaps protocol 0.9, sitemaps.org).

use std::fmt::Write as _;

use crate::directory::Directory;
use crate::pages::{Page, Plan, Recipe};

/// One part of the sitemap, from 0: the addresses of pages with the dates of their last change.
pub fn sitemap(directory: &Directory, plan: &Plan, part: usize) -> String {
    let base = &directory.config.settings.base_url;
    let mut xml = String::from(HEAD);
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for page in plan.sitemap_part(part) {
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

/// The addresses of the sitemap's parts, for a site with more pages than one may hold.
pub fn sitemap_index(directory: &Directory, plan: &Plan) -> String {
    let base = &directory.config.settings.base_url;
    let mut xml = String::from(HEAD);
    xml.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for page in plan.pages() {
        if matches!(page.recipe, Recipe::Sitemap(_)) {
            let address = base.absolute(page.address.as_str());
            let _ = writeln!(xml, "<sitemap><loc>{address}</loc></sitemap>");
        }
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn last_change(directory: &Directory, page: &Page) -> Option<jiff::civil::Date> {
    match page.recipe {
        Recipe::Group(position) => Some(directory.groups()[position].reviewed),
        Recipe::Guidance(position) => directory.config.guidance[position].updated,
        Recipe::Article(position) => directory.config.pages[position].updated,
        _ => None,
    }
}
