//! One page's links and ids.

use std::borrow::Cow;

use html5gum::{StartTag, Token, Tokenizer, naive_next_state};

use super::address::local;
use super::plain;

/// What a text of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A link inside the site.
    Link,
    /// An element's id.
    Id,
    /// The name of an `<a>`, to which links lead as to an id.
    Anchor,
}

/// The links and ids of a page.
#[derive(Debug, Default)]
pub(super) struct Scan {
    text: String,
    ends: Vec<(Kind, usize)>,
    /// Whether the page has a `<base>` element.
    pub(super) has_base: bool,
}

impl Scan {
    /// Reads a page. Links that lead out of the site are left out.
    pub(super) fn of(html: &str) -> Self {
        Self::of_plain(html).unwrap_or_else(|| Self::of_any(html))
    }

    /// Reads a page that is written in the plain way of templates.
    fn of_plain(html: &str) -> Option<Self> {
        let mut scan = Self { text: String::with_capacity(html.len() / 8), ..Self::default() };
        plain::each_tag(html, |tag| {
            let attributes = tag.attributes.iter();
            let attributes = attributes.map(|(name, value)| (name.as_bytes(), *value));
            scan.read(tag.name.as_bytes(), attributes, plain::value)
        })?;
        Some(scan)
    }

    /// Reads any page, as a browser does.
    fn of_any(html: &str) -> Self {
        let mut scan = Self::default();
        let mut tokens = Tokenizer::new(html);
        while let Some(Ok(token)) = tokens.next() {
            let Token::StartTag(tag) = token else { continue };
            // `<noscript>` is read as by a browser without scripts, so that its links count.
            if let Some(text) = naive_next_state(&tag.name).filter(|_| *tag.name != b"noscript") {
                tokens.set_state(text);
            }
            let StartTag { name, attributes, .. } = &tag;
            let attributes = attributes.iter().map(|(name, value)| (&name[..], &value[..]));
            let value = |value| Some(String::from_utf8_lossy(value));
            let _ = scan.read(name, attributes, value); // every value can be determined
        }
        scan
    }

    /// Reads a tag. `None` if `value_of` cannot determine the value of an attribute that matters.
    fn read<'a, T>(
        &mut self,
        tag: &[u8],
        attributes: impl Iterator<Item = (&'a [u8], T)>,
        value_of: impl Fn(T) -> Option<Cow<'a, str>>,
    ) -> Option<()> {
        self.has_base |= tag == b"base";
        let mut is_redirect = false;
        let mut content = Cow::Borrowed("");
        for (name, value) in attributes {
            let Some(attribute) = Attribute::named(name, tag) else { continue };
            let value = value_of(value)?;
            match attribute {
                Attribute::Address => self.push_link(&value),
                Attribute::AddressSet => addresses(&value).for_each(|href| self.push_link(href)),
                Attribute::Id => self.push(Kind::Id, &value),
                Attribute::AnchorName => self.push(Kind::Anchor, &value),
                Attribute::HttpEquiv => is_redirect = value.eq_ignore_ascii_case("refresh"),
                Attribute::Content => content = value,
            }
        }
        if is_redirect && let Some(href) = redirect(&content) {
            self.push_link(href);
        }
        Some(())
    }

    /// What was found, in the order of the page, with repeats.
    pub(super) fn texts(&self) -> impl Iterator<Item = (Kind, &str)> {
        let mut start = 0;
        self.ends.iter().map(move |&(kind, end)| {
            let text = &self.text[start..end];
            start = end;
            (kind, text)
        })
    }

    fn push(&mut self, kind: Kind, text: &str) {
        self.text.push_str(text);
        self.ends.push((kind, self.text.len()));
    }

    fn push_link(&mut self, href: &str) {
        if let Some(href) = local(href) {
            self.push(Kind::Link, href);
        }
    }
}

/// An attribute that matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attribute {
    /// Its value is an address.
    Address,
    /// Its value is a list of addresses with sizes.
    AddressSet,
    Id,
    AnchorName,
    /// Of `<meta>`: what `content` means.
    HttpEquiv,
    Content,
}

impl Attribute {
    fn named(name: &[u8], tag: &[u8]) -> Option<Self> {
        Some(match (name, tag) {
            (_, b"base") => return None,
            (b"href" | b"src" | b"action" | b"formaction" | b"poster" | b"xlink:href", _)
            | (b"data", b"object") => Self::Address,
            (b"srcset" | b"imagesrcset", _) => Self::AddressSet,
            (b"id", _) => Self::Id,
            (b"name", b"a") => Self::AnchorName,
            (b"http-equiv", b"meta") => Self::HttpEquiv,
            (b"content", b"meta") => Self::Content,
            _ => return None,
        })
    }
}

/// The addresses of a `srcset`, each followed by an optional size and a comma
/// (<https://html.spec.whatwg.org/#parse-a-srcset-attribute>).
fn addresses(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = list;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let ended_by_comma = address.ends_with(',');
        rest = if ended_by_comma { after } else { after.split_once(',').unwrap_or_default().1 };
        Some(address.trim_end_matches(',')).filter(|address| !address.is_empty())
    })
}

/// The address in the `content` of a redirect: `0; url=/groups/new-name/`.
fn redirect(content: &str) -> Option<&str> {
    let (_, rest) = content.split_once([';', ','])?;
    let rest = rest.trim_start();
    let (url, rest) = rest.split_at_checked(3)?;
    let address =
        rest.trim_start().strip_prefix('=').filter(|_| url.eq_ignore_ascii_case("url"))?;
    Some(address.trim().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn scan(html: &str) -> Scan {
        Scan::of(html)
    }

    fn of(kind: Kind, html: &str) -> Vec<String> {
        let scan = scan(html);
        let texts = scan.texts().filter(|(found, _)| *found == kind);
        texts.map(|(_, text)| text.to_owned()).collect()
    }

    fn links(html: &str) -> Vec<String> {
        of(Kind::Link, html)
    }

    #[test]
    fn every_attribute_that_holds_an_address_is_read() {
        let html = r#"<a href="/1"><img src='/2' srcset="/3 1x, /4 2x"><form action=/5>
            <button formaction="/6"><video poster="/7"><object data="/8"></object>
            <svg><use xlink:href="/9"/></svg><link rel=preload imagesrcset="/10">"#;
        let expected: Vec<_> = (1..=10).map(|number| format!("/{number}")).collect();
        assert_eq!(links(html), expected);
    }

    #[test]
    fn names_are_read_without_case_and_values_without_entities() {
        assert_eq!(links("<A HREF='/?a=1&amp;b=2'>"), ["/?a=1&b=2"]);
        assert_eq!(links("<a href=\"/caf&eacute;/\">"), ["/café/"]);
    }

    #[test]
    fn text_comments_scripts_and_end_tags_hold_no_links() {
        let html = r#"<title><a href="/1"></title><!-- <a href="/2"> --><script>"<a href='/3'>"</script>
            <style>/* <a href="/4"> */</style><textarea><a href="/5"></textarea></p href="/6">
            &lt;a href="/7"> <p title='<a href="/8">' data="/9"> <input name="n" content="/10">"#;
        assert_eq!(links(html), [""; 0]);
        assert_eq!(of(Kind::Anchor, html), [""; 0]);
    }

    #[test]
    fn a_tag_after_text_is_read_again() {
        assert_eq!(links("<title>x</title><a href=/1><script></script><a href=/2>"), ["/1", "/2"]);
        assert_eq!(links("<noscript><a href=/3></noscript>"), ["/3"]);
    }

    #[test]
    fn ids_and_names_of_links_are_anchors() {
        let html = "<h2 id=a>x</h2><a name=b></a><meta name=c><p id='d&amp;'>";
        assert_eq!(of(Kind::Id, html), ["a", "d&"]);
        assert_eq!(of(Kind::Anchor, html), ["b"]);
    }

    #[test]
    fn a_redirect_is_a_link_whatever_the_order_of_its_attributes() {
        assert_eq!(links("<meta http-equiv=refresh content='0; url=/new/'>"), ["/new/"]);
        assert_eq!(links("<meta content=\"5;URL = '/new/'\" http-equiv=Refresh>"), ["/new/"]);
        assert_eq!(links("<meta http-equiv=refresh content=30>"), [""; 0]);
        assert_eq!(links("<meta name=description content='0; url=/new/'>"), [""; 0]);
        assert_eq!(links("<meta http-equiv=refresh><meta content='0; url=/new/'>"), [""; 0]);
        assert_eq!(links("<meta content='0; url=/new/'><meta http-equiv=refresh>"), [""; 0]);
    }

    #[test]
    fn a_srcset_may_hold_commas_in_addresses() {
        assert_eq!(links("<img srcset='/a,b 1x,/c 2x,'>"), ["/a,b", "/c"]);
        assert_eq!(links("<img srcset=' /a, /b '>"), ["/a", "/b"]);
        assert_eq!(links("<img srcset=' , '>"), [""; 0]);
    }

    #[test]
    fn a_base_element_is_noticed() {
        assert!(scan("<base href='/'>").has_base);
        assert!(!scan("<p>base</p></base>").has_base);
    }

    proptest! {
        #[test]
        fn the_quick_way_finds_what_a_tokenizer_finds_or_gives_up(
            pieces in proptest::collection::vec(
                prop_oneof![
                    Just("<a href=\""), Just("\">"), Just(">"), Just("<"), Just("</"), Just("</a>"),
                    Just("<!--"), Just("-->"), Just("--!>"), Just("-"), Just("<!doctype html>"),
                    Just("<script>"), Just("</script>"), Just("</scripts>"), Just("</SCRIPT>"),
                    Just("<title>"), Just("</title>"), Just("<textarea>"), Just("</textarea>"),
                    Just("<noscript>"), Just("<h2 id=\"a\""), Just(" id=\"b\""), Just(" viewBox=\"0\""),
                    Just(" hidden"), Just("/>"), Just("/"), Just("=\"x\""), Just("='y'"), Just("/x/"),
                    Just("&amp;"), Just("&lt;"), Just("&"), Just("&#39;"), Just("&eacute;"), Just("\n"),
                    Just(" "), Just("<plaintext>"), Just("<base href=\"/\">"), Just("<![CDATA["), Just("]]>"),
                    Just("\0"), Just("\r"), Just("<p"), Just("é"), Just("<svg>"), Just("?"), Just("A"),
                ],
                0..24,
            ),
        ) {
            let html = pieces.concat();
            if let Some(scan) = Scan::of_plain(&html) {
                let sorted = |scan: &Scan| {
                    let mut texts: Vec<_> = scan.texts().map(|(kind, text)| (kind as u8, text.to_owned())).collect();
                    texts.sort();
                    (texts, scan.has_base)
                };
                prop_assert_eq!(sorted(&scan), sorted(&Scan::of_any(&html)));
            }
        }
    }

    #[test]
    fn pages_of_templates_are_read_the_quick_way() {
        let page = "<!doctype html>\n<html lang=\"en\">\n<title>A &amp; B</title><!-- note -->\n\
            <svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg><script type=\"module\" src=\"/a.js\"></script>\n\
            <a href=\"/?a=1&amp;b=2\" hidden>A</a></html>";
        let scan = Scan::of_plain(page).unwrap();
        assert_eq!(scan.texts().map(|(_, text)| text).collect::<Vec<_>>(), ["/a.js", "/?a=1&b=2"]);
    }

    #[test]
    fn broken_markup_is_read_to_its_end() {
        for html in
            ["<", "<a", "<a href", "<a href=", "<a href='/x", "</", "<!--", "&#", "\0<a \0=>"]
        {
            assert_eq!(links(html), [""; 0], "{html}");
        }
    }
}
