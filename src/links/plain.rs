//! Start tags as templates write them, found without a whole tokenizer: most of a page's cost is here.
//!
//! Whatever is written in another way than this file knows is left to html5gum.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

/// A start tag.
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    /// Each with its value as it is written.
    pub(super) attributes: Vec<(&'a str, &'a str)>,
}

/// Elements whose content is text to its end tag.
const TEXTS: [&str; 4] = ["script", "style", "textarea", "title"];
/// Elements after which a tokenizer reads in other ways.
const UNKNOWN: [&str; 5] = ["iframe", "noembed", "noframes", "plaintext", "xmp"];

/// Attributes of pictures, the only ones with capital letters that are known.
const PICTURE: [&str; 2] = ["viewBox", "preserveAspectRatio"];

/// Visits each start tag. `None` for a page with something that is written in another way.
pub(super) fn each_tag<'a>(
    html: &'a str,
    mut visit: impl FnMut(&Tag<'a>) -> Option<()>,
) -> Option<()> {
    if memchr2(b'\0', b'\r', html.as_bytes()).is_some() {
        return None; // a tokenizer makes other characters of them
    }
    let mut tag = Tag { name: "", attributes: Vec::new() };
    let mut rest = html;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        rest = &rest[at + 1..];
        rest = match rest.as_bytes().first()? {
            b'/' => end_tag(&rest[1..])?,
            b'!' => comment(&rest[1..])?,
            b'a'..=b'z' => {
                rest = start_tag(rest, &mut tag)?;
                visit(&tag)?;
                after(tag.name, rest)?
            }
            _ => return None,
        };
    }
    Some(())
}

/// What follows an end tag.
fn end_tag(text: &str) -> Option<&str> {
    let (name, rest) = word(text);
    rest.strip_prefix('>').filter(|_| name.starts_with(|first: char| first.is_ascii_lowercase()))
}

/// What follows a comment or the type of the document.
fn comment(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix("doctype html>") {
        return Some(rest);
    }
    let (comment, rest) = text.strip_prefix("--")?.split_once("-->")?;
    let is_odd =
        comment.starts_with(['>', '-']) || comment.contains("--") || comment.ends_with('-');
    (!is_odd).then_some(rest)
}

/// What follows a start tag, from behind its `<`.
fn start_tag<'a>(text: &'a str, tag: &mut Tag<'a>) -> Option<&'a str> {
    let (name, mut rest) = word(text);
    tag.name = name;
    tag.attributes.clear();
    loop {
        let bare = rest.trim_ascii_start();
        if let Some(after) = bare.strip_prefix('>').or_else(|| bare.strip_prefix("/>")) {
            return Some(after);
        }
        let known = PICTURE.into_iter().find(|name| bare.starts_with(name));
        let (name, after) = known.map_or_else(|| word(bare), |name| bare.split_at(name.len()));
        if name.is_empty() || bare.len() == rest.len() {
            return None;
        }
        let (value, after) = match after.strip_prefix("=\"") {
            Some(value) => {
                let end = memchr(b'"', value.as_bytes())?;
                (&value[..end], &value[end + 1..])
            }
            None if after.starts_with([' ', '\n', '\t', '>']) => ("", after),
            None => return None,
        };
        if tag.attributes.iter().any(|(other, _)| *other == name) {
            return None;
        }
        tag.attributes.push((name, value));
        rest = after;
    }
}

/// A name at the start of a text, and what follows it.
fn word(text: &str) -> (&str, &str) {
    let is_part =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_:".contains(&byte);
    text.split_at(text.bytes().position(|byte| !is_part(byte)).unwrap_or(text.len()))
}

/// Where the tokenizer goes on after a start tag: behind the text of an element that holds no tags.
fn after<'a>(name: &str, rest: &'a str) -> Option<&'a str> {
    if UNKNOWN.contains(&name) {
        return None;
    }
    if !TEXTS.contains(&name) {
        return Some(rest);
    }
    let (text, end) = rest.split_at(rest.find("</")?);
    let is_odd = text.contains("<!--") || !end[2..].starts_with(&format!("{name}>"));
    if is_odd { None } else { Some(end) }
}

/// The value of an attribute. `None` where it refers to a character in another way than templates do.
pub(super) fn value(written: &str) -> Option<Cow<'_, str>> {
    if !written.contains('&') {
        return Some(written.into());
    }
    let mut pieces = written.split('&');
    let mut value = pieces.next()?.to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once(';')?;
        value.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" | "#x27" => '\'',
            "#x2F" => '/',
            _ => return None,
        });
        value.push_str(rest);
    }
    Some(value.into())
}
