//! What search engines may read (RFC 9309).

use crate::config::BaseUrl;
use crate::pages::{Address, FileKind};

/// `robots.txt`.
pub(super) const ROBOTS: FileKind = FileKind {
    media_type: "text/plain; charset=utf-8",
    plan: |_, add| add(Address::file("robots.txt"), 0),
    make: |site, _| Ok(robots(&site.directory.config.settings.base_url)),
};

/// Everything, with the sitemap's address.
fn robots(base_url: &BaseUrl) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", base_url.absolute("/sitemap.xml"))
}
