//! The address at which the site is published.

use super::contact::is_port;

/// The site's own address: `https://cop.example.org/` or, in a subfolder,
/// `https://example.org/groups/`. It ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    url: String,
    path_start: usize,
}

impl BaseUrl {
    /// Reads an address. A missing `/` at its end is added.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .ok_or("The site's address must start with https:// or http://.")?;
        let scheme = text.len() - rest.len();
        let host = rest.split('/').next().unwrap_or_default();
        if host.is_empty() || !host.bytes().all(is_host_byte) {
            return Err(
                "The site's address has no name that a browser could open, such as example.org.",
            );
        }
        if port_of(host).is_some_and(|port| !is_port(port)) {
            return Err("The port of the site's address is not a number from 1 to 65535.");
        }
        let path = &rest[host.len()..];
        if !path.bytes().all(is_path_byte) {
            return Err("The path of the site's address may have only letters, digits and -._~/");
        }
        if path.split('/').any(|part| matches!(part, "." | "..")) {
            return Err("No part of the path of the site's address may be only dots.");
        }
        if path.contains("//") {
            return Err("The path of the site's address has two slashes in a row.");
        }
        let slash = if path.ends_with('/') { "" } else { "/" };
        Ok(Self { url: format!("{text}{slash}"), path_start: scheme + host.len() })
    }

    /// The whole address, with `/` at its end.
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// Scheme and host, without a `/` at the end: `https://example.org` (RFC 6454).
    pub fn origin(&self) -> &str {
        &self.url[..self.path_start]
    }

    /// The path of the whole site: `/`, or `/groups/`.
    pub fn path(&self) -> &str {
        &self.url[self.path_start..]
    }

    /// The link to a site path such as `/groups/x/` from any page: under the base path.
    pub fn href(&self, site_path: &str) -> String {
        format!("{}{}", self.path(), site_path.trim_start_matches('/'))
    }

    /// The full address of a site path.
    pub fn absolute(&self, site_path: &str) -> String {
        format!("{}{}", self.url, site_path.trim_start_matches('/'))
    }
}

/// What follows the colon of a host, which in an IPv6 address has brackets around it (RFC 3986, section 3.2).
fn port_of(host: &str) -> Option<&str> {
    host.rsplit_once(':').map(|(_, port)| port).filter(|port| !port.ends_with(']'))
}

fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']')
}

fn is_path_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_may_live_in_a_subfolder() {
        let base = BaseUrl::parse("https://example.org/cop").unwrap();
        assert_eq!(base.as_str(), "https://example.org/cop/");
        assert_eq!((base.origin(), base.path()), ("https://example.org", "/cop/"));
        assert_eq!(base.href("/groups/x/"), "/cop/groups/x/");
        assert_eq!(base.absolute("/groups/x/"), "https://example.org/cop/groups/x/");
    }

    #[test]
    fn a_port_may_follow_the_host() {
        for text in ["http://localhost:8000/", "http://[::1]:8000/", "http://[::1]/"] {
            assert!(BaseUrl::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn an_address_that_no_browser_opens_is_refused() {
        let refused = ["", "example.org", "ftp://x", "https://", "https:///a", "https://a/ b"];
        for text in refused
            .into_iter()
            .chain(["https://a/?q", "https://a//b", "https://a/../b"])
            .chain(["https://a:99999/", "https://a:0/", "http://[::1]:70000/", "https://a:b/"])
        {
            assert!(BaseUrl::parse(text).is_err(), "{text}");
        }
    }
}
