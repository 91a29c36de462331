//! Addresses: which are the site's own, and which file of the site each one means.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::fault::Fault;

/// Where the site is published.
#[derive(Debug)]
pub(super) struct Base {
    /// Starts and ends with a slash. Percent-encoding is undone.
    path: String,
}

impl Base {
    /// From the path of the site's address, such as `/guild/`.
    pub(super) fn new(path: &str) -> Self {
        let path = decoded(path.trim_matches('/')).unwrap_or_default();
        Self { path: if path.is_empty() { "/".to_owned() } else { format!("/{path}/") } }
    }

    /// The file that a link on a page means, and the anchor in it, still percent-encoded.
    pub(super) fn resolve<'a>(
        &self,
        page: &str,
        href: &'a str,
    ) -> Result<(String, &'a str), Fault> {
        let (address, anchor) = href.split_once('#').unwrap_or((href, ""));
        let (path, _query) = address.split_once('?').unwrap_or((address, ""));
        let file = if path.is_empty() { page.to_owned() } else { self.file(page, path)? };
        Ok((file, anchor))
    }

    /// The names of the folders that a page's address lies in.
    fn folders_of<'a>(&'a self, page: &'a str) -> Vec<Cow<'a, str>> {
        let (folder, _) = page.rsplit_once('/').unwrap_or_default();
        let names = self.path.split('/').chain(folder.split('/'));
        names.filter(|name| !name.is_empty()).map(Cow::Borrowed).collect()
    }

    /// The file that a path means: the folder's `index.html` where it ends in a slash.
    fn file(&self, page: &str, path: &str) -> Result<String, Fault> {
        let (relative, mut segments) = match path.strip_prefix('/') {
            Some(absolute) => (absolute, Vec::new()),
            None => (path, self.folders_of(page)),
        };
        let mut ends_in_dots = false;
        for part in relative.split('/') {
            let part = decoded(part).filter(|part| !part.contains('/')).ok_or(Fault::Missing)?;
            ends_in_dots = matches!(&*part, "." | "..");
            match &*part {
                "." => {}
                ".." => drop(segments.pop()),
                _ => segments.push(part),
            }
        }
        if ends_in_dots {
            segments.push("".into());
        }
        let address = format!("/{}", segments.join("/"));
        match address.strip_prefix(&self.path) {
            Some(file) if file.is_empty() || file.ends_with('/') => Ok(format!("{file}index.html")),
            Some(file) => Ok(file.to_owned()),
            None if self.path.strip_suffix('/') == Some(&address) => Err(Fault::NoSlash),
            None => Err(Fault::Outside),
        }
    }
}

/// A link inside the site, or nothing if it names a scheme or a host: full addresses are their owner's business, even
/// on the same host.
pub(super) fn local(href: &str) -> Option<&str> {
    let href = href.trim_matches(|c: char| c <= ' ');
    (!has_scheme(href) && !href.starts_with("//")).then_some(href)
}

fn has_scheme(href: &str) -> bool {
    href.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}

/// The text without percent-encoding, or nothing if that is not UTF-8. A `%` that encodes nothing is kept.
pub(super) fn decoded(text: &str) -> Option<Cow<'_, str>> {
    percent_decode_str(text).decode_utf8().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(page: &str, href: &str) -> Result<String, Fault> {
        Base::new("/guild/").resolve(page, href).map(|(file, _)| file)
    }

    #[test]
    fn full_addresses_are_not_local() {
        for href in [
            "https://example.org/guild/",
            "//example.com/guild/",
            "mailto:us@example.org",
            "data:text/plain,x",
            "a:b/",
        ] {
            assert_eq!(local(href), None, "{href}");
        }
        assert_eq!(local(" /guild/\n"), Some("/guild/"));
        assert_eq!(local("./a:b/"), Some("./a:b/"));
    }

    #[test]
    fn a_path_that_ends_in_a_slash_is_an_index_page() {
        assert_eq!(file("", "/guild/").as_deref(), Ok("index.html"));
        assert_eq!(file("", "/guild/groups/a/").as_deref(), Ok("groups/a/index.html"));
        assert_eq!(file("", "/guild/a.ics?x=/#y").as_deref(), Ok("a.ics"));
    }

    #[test]
    fn relative_paths_start_at_the_pages_folder() {
        let page = "groups/a/index.html";
        assert_eq!(file(page, "meetings.ics").as_deref(), Ok("groups/a/meetings.ics"));
        assert_eq!(file(page, "../b/").as_deref(), Ok("groups/b/index.html"));
        assert_eq!(file(page, ".").as_deref(), Ok("groups/a/index.html"));
        assert_eq!(file(page, "..").as_deref(), Ok("groups/index.html"));
        assert_eq!(file(page, "../../").as_deref(), Ok("index.html"));
        assert_eq!(file(page, "#top").as_deref(), Ok(page));
        assert_eq!(file(page, "?q=1").as_deref(), Ok(page));
        assert_eq!(file("404.html", "a/").as_deref(), Ok("a/index.html"));
    }

    #[test]
    fn a_path_that_leaves_the_site_is_outside() {
        assert_eq!(file("", "/"), Err(Fault::Outside));
        assert_eq!(file("", "/other/"), Err(Fault::Outside));
        assert_eq!(file("", "/guildhall/"), Err(Fault::Outside));
        assert_eq!(file("index.html", "../"), Err(Fault::Outside));
        assert_eq!(file("index.html", "/guild/%2e%2E/other/"), Err(Fault::Outside));
        assert_eq!(file("", "/../../guild/").as_deref(), Ok("index.html"));
        assert_eq!(file("", "/guild"), Err(Fault::NoSlash));
    }

    #[test]
    fn percent_encoding_is_undone_once_and_adds_no_slash() {
        assert_eq!(file("", "/guild/caf%C3%A9.pdf").as_deref(), Ok("café.pdf"));
        assert_eq!(file("", "/guild/100%.pdf").as_deref(), Ok("100%.pdf"));
        assert_eq!(file("", "/guild/a%2520b").as_deref(), Ok("a%20b"));
        assert_eq!(file("", "/guild/a%2Fb"), Err(Fault::Missing));
        assert_eq!(file("", "/guild/%FF"), Err(Fault::Missing));
        assert_eq!(file("50%25/index.html", "b").as_deref(), Ok("50%25/b"));
    }
}
