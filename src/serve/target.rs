//! What a request asks for: the path of its target, decoded and checked.

use std::borrow::Cow;

use crate::text::{percent_decoded, percent_encoded};

/// Longer targets are refused. The longest address of a site is far below.
const LONGEST: usize = 2048;

/// A request target in origin form (RFC 9112, section 3.2.1).
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target<'a> {
    /// The path, decoded: it starts with `/`, and no segment is empty, `.` or `..`, but that the last
    /// is empty where the path ends with `/`.
    pub(super) path: String,
    /// What follows the `?`, as it came.
    pub(super) query: Option<&'a str>,
}

impl<'a> Target<'a> {
    /// Reads a target. `None` for one that no page of the site can have: absolute or over-long, with
    /// bad escapes, an escaped `/`, a backslash or a control character, or with segments that climb.
    pub(super) fn parse(target: &'a str) -> Option<Self> {
        if target.len() > LONGEST || !target.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        let mut segments = path.strip_prefix('/')?.split('/').peekable();
        let mut decoded = String::new();
        while let Some(segment) = segments.next() {
            let segment = decode(segment)?;
            let climbs = segment == "." || segment == "..";
            if climbs || (segment.is_empty() && segments.peek().is_some()) {
                return None;
            }
            decoded.push('/');
            decoded.push_str(&segment);
        }
        Some(Self { path: decoded, query })
    }

    /// The reference to the same address with a `/` at its end, escaped for a header.
    pub(super) fn with_slash(&self) -> String {
        let mut reference = percent_encoded(&self.path);
        reference.push('/');
        if let Some(query) = self.query {
            reference.push('?');
            reference.push_str(query);
        }
        reference
    }
}

/// A segment without its escapes, if it is text that a path may hold.
fn decode(segment: &str) -> Option<Cow<'_, str>> {
    let unfit = |character: char| character.is_control() || "/\\#".contains(character);
    percent_decoded(segment).filter(|text| !text.contains(unfit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(target: &str) -> Option<String> {
        Target::parse(target).map(|target| target.path)
    }

    #[test]
    fn a_path_is_decoded_and_its_query_left_out() {
        assert_eq!(path("/").unwrap(), "/");
        assert_eq!(path("/groups/x/?a=/../b").unwrap(), "/groups/x/");
        assert_eq!(path("/caf%C3%a9%20x").unwrap(), "/café x");
        assert_eq!(path("/...").unwrap(), "/...");
    }

    #[test]
    fn an_escape_is_decoded_once() {
        assert_eq!(path("/%252e%252e/x").unwrap(), "/%2e%2e/x");
    }

    #[test]
    fn a_target_that_no_page_can_have_is_refused() {
        for target in [
            "",
            "*",
            "x",
            "?",
            "http://localhost:8000/",
            "localhost:8000",
            "//",
            "//evil.example/",
            "/a//b",
            "/.",
            "/..",
            "/../etc/passwd",
            "/a/../b",
            "/a/./b",
            "/a/..",
            "/%2e%2e/x",
            "/.%2E/x",
            "/%2e/x",
            "/..%2fx",
            "/a%2fb",
            "/a%2Fb",
            "/..%5cx",
            "/a\\b",
            "/%",
            "/%2",
            "/%zz",
            "/%+1",
            "/%00",
            "/a%00.html",
            "/%0d%0aSet-Cookie:x",
            "/%7f",
            "/%c2%85",
            "/%ff",
            "/%c0%ae%c0%ae/x",
            "/%ed%a0%80",
            "/é",
            "/a b",
            "/a#b",
            "/a%23b",
        ] {
            assert_eq!(path(target), None, "{target}");
        }
    }

    #[test]
    fn a_long_target_is_refused() {
        assert!(path(&format!("/{}", "a".repeat(LONGEST - 1))).is_some());
        assert!(path(&format!("/{}", "a".repeat(LONGEST))).is_none());
    }

    #[test]
    fn the_reference_with_a_slash_is_escaped_and_keeps_the_query() {
        let target = Target::parse("/caf%C3%A9:x?q=a%20b").unwrap();
        assert_eq!(target.with_slash(), "/caf%C3%A9%3Ax/?q=a%20b");
    }
}
