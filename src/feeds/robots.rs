//! What search engines may read (RFC 9309).

use crate::config::BaseUrl;

/// `robots.txt`: everything, with the sitemap's address.
pub fn robots(base_url: &BaseUrl) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", base_url.absolute("/sitemap.xml"))
}
