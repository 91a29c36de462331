//! Texts, links and dates, hostile and each of its own.

use crate::pages::view::{ContactView, DateView, Link};

/// A text that markup, attributes and templates must not take as their own.
pub(in crate::render) fn text(what: &str) -> String {
    format!("{what} <script>alert(\"'&\")</script> {{{{ 7*7 }}}}")
}

pub(super) fn html(what: &str) -> String {
    format!("<p>{what} <em>as HTML</em></p>")
}

pub(super) fn link(what: &str) -> Link {
    Link { name: text(what), href: format!("/{what}/?a=\"&b='") }
}

/// A web address.
pub(super) fn address(what: &str) -> Link {
    Link { name: text(what), href: format!("https://{what}.example.org/?a=\"&b='") }
}

pub(super) fn day(number: u32) -> DateView {
    DateView { iso: format!("2026-09-{number:02}"), words: text(&format!("{number} September")) }
}

pub(super) fn contact(what: &str, kind: &'static str) -> ContactView {
    ContactView { kind, href: format!("mailto:{what}@example.org?subject=\"&"), text: text(what) }
}
