//! The start tags of a page, as the HTML Standard's tokenizer finds them
//! (<https://html.spec.whatwg.org/#tokenization>).
//!
//! Text is skipped and attributes stay as they were typed, so that a page is read about as fast as it
//! can be searched for `<`. Unlike in the standard, a script ends at its first end tag, even within
//! `<!-- <script>`.

use std::borrow::Cow;

use html5gum::{Token, Tokenizer};

/// Goes through a page from start tag to start tag.
pub(super) struct Tags<'a> {
    rest: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tags<'a> {
    /// Starts before the first tag of a page.
    pub(super) fn of(html: &'a str) -> Self {
        Self { rest: html, attributes: Vec::new() }
    }

    /// Goes to the next start tag and gives its name, in small letters. A tag that the page does not
    /// close is none.
    pub(super) fn next_start(&mut self) -> Option<Cow<'a, str>> {
        loop {
            self.skip(self.rest.find('<')? + 1);
            match *self.rest.as_bytes() {
                [b'!', b'-', b'-', ..] => self.skip_comment()?,
                [b'/', first, ..] if first.is_ascii_alphabetic() => {
                    self.skip(1);
                    self.tag()?;
                }
                [b'!' | b'?', ..] | [b'/', _, ..] => self.skip(self.rest.find('>')? + 1),
                [first, ..] if first.is_ascii_alphabetic() => {
                    let name = lower_case(self.tag()?);
                    self.skip_raw_text(&name);
                    return Some(name);
                }
                _ => {}
            }
        }
    }

    /// The attributes of the tag, with repeats: their names and their values as they were typed, for
    /// [`lower_case`] and [`decoded`].
    pub(super) fn attributes(&self) -> &[(&'a str, &'a str)] {
        &self.attributes
    }

    fn skip(&mut self, length: usize) {
        self.rest = &self.rest[length..];
    }

    /// Takes everything before a byte of ASCII that ends it.
    fn take_until(&mut self, is_end: impl Fn(u8) -> bool) -> Option<&'a str> {
        let end = self.rest.bytes().position(is_end)?;
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(taken)
    }

    /// Reads a tag from its name to its `>`.
    fn tag(&mut self) -> Option<&'a str> {
        self.attributes.clear();
        let name = self.take_until(|byte| is_space(byte) || matches!(byte, b'/' | b'>'))?;
        loop {
            self.take_until(|byte| !is_space(byte) && byte != b'/')?;
            if self.rest.starts_with('>') {
                self.skip(1);
                return Some(name);
            }
            self.attribute()?;
        }
    }

    fn attribute(&mut self) -> Option<()> {
        let start = self.rest;
        // A `=` in the first place is part of the name.
        let first = start.chars().next().map_or(0, char::len_utf8);
        self.skip(first);
        let more = self.take_until(|byte| is_space(byte) || matches!(byte, b'/' | b'>' | b'='))?;
        self.take_until(|byte| !is_space(byte))?;
        let value = if self.rest.starts_with('=') {
            self.skip(1);
            self.value()?
        } else {
            ""
        };
        self.attributes.push((&start[..first + more.len()], value));
        Some(())
    }

    fn value(&mut self) -> Option<&'a str> {
        self.take_until(|byte| !is_space(byte))?;
        match *self.rest.as_bytes() {
            [quote @ (b'"' | b'\''), ..] => {
                self.skip(1);
                let value = self.take_until(|byte| byte == quote)?;
                self.skip(1);
                Some(value)
            }
            _ => self.take_until(|byte| is_space(byte) || byte == b'>'),
        }
    }

    /// Skips a comment, from its `!--`. `<!-->` and `<!--->` are whole.
    fn skip_comment(&mut self) -> Option<()> {
        let comment = self.rest;
        let ends =
            |end: &usize| comment[..*end].ends_with("--") || comment[3..*end].ends_with("--!");
        let end = comment[3..].match_indices('>').map(|(at, _)| at + 3).find(ends)?;
        self.skip(end + 1);
        Some(())
    }

    /// Skips what follows some tags: it is text and holds no tags. `<noscript>` is read as by a
    /// browser without scripts, so that its links count.
    fn skip_raw_text(&mut self, name: &str) {
        let after = match name {
            "plaintext" => None,
            "title" | "textarea" | "style" | "xmp" | "iframe" | "noembed" | "noframes"
            | "script" => self.rest.match_indices("</").map(|(at, _)| at).find(|at| {
                let tag = &self.rest.as_bytes()[at + 2..];
                let ends = |end: &u8| is_space(*end) || matches!(end, b'/' | b'>');
                tag.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
                    && tag.get(name.len()).is_some_and(ends)
            }),
            _ => Some(0),
        };
        self.rest = after.map_or("", |at| &self.rest[at..]);
    }
}

/// A name in small letters, those of ASCII.
pub(super) fn lower_case(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// The value of an attribute as the page means it: without character references such as `&amp;`.
pub(super) fn decoded(value: &str) -> Cow<'_, str> {
    if !value.bytes().any(|byte| matches!(byte, b'&' | b'\0' | b'\r')) {
        return Cow::Borrowed(value);
    }
    let tag = format!("<p title=\"{}\">", value.replace('"', "&quot;"));
    let Ok(tokens) = Tokenizer::new(&tag).collect::<Result<Vec<_>, _>>();
    let value = tokens.into_iter().find_map(|token| match token {
        Token::StartTag(tag) => tag.attributes.into_values().next(),
        _ => None,
    });
    Cow::Owned(value.map(|value| String::from_utf8_lossy(&value).into_owned()).unwrap_or_default())
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0C' | b'\r')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use html5gum::emitters::default::DefaultEmitter;
    use proptest::prelude::*;

    use super::*;

    type Found = Vec<(String, BTreeMap<String, String>)>;

    fn found(html: &str) -> Found {
        let mut tags = Tags::of(html);
        let mut found = Vec::new();
        while let Some(name) = tags.next_start() {
            let mut attributes = BTreeMap::new();
            for (name, value) in tags.attributes() {
                let name = lower_case(name).into_owned();
                attributes.entry(name).or_insert_with(|| decoded(value).into_owned());
            }
            found.push((name.into_owned(), attributes));
        }
        found
    }

    fn by_html5gum(html: &str) -> Found {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let tokens = Tokenizer::new_with_emitter(html, emitter);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let tags = tokens.filter_map(|token| match token {
            Ok(Token::StartTag(tag)) => {
                let attributes = tag.attributes.iter();
                Some((
                    text(&tag.name),
                    attributes.map(|(name, value)| (text(name), text(value))).collect(),
                ))
            }
            _ => None,
        });
        tags.collect()
    }

    const MARKUP: &str = r#"([<>/=!?"'\r\n&;ab -]|é|-->|--!>|<!--|<a |<A|</p|="x"|='y'|=z|&amp;|&lt|<title>|</title>|<style>|</STYLE |<plaintext>|<!\[CDATA\[|<!doctype html>){0,24}"#;

    proptest! {
        #[test]
        fn tags_are_those_of_a_whole_tokenizer(markup in MARKUP) {
            // Whatever is open, this closes it: a tag that a page does not close is none here.
            let html = markup + "\"'>\"'>";
            prop_assert_eq!(found(&html), by_html5gum(&html));
        }
    }

    #[test]
    fn a_script_ends_at_its_first_end_tag() {
        let names = |html| found(html).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names("<script><b></scripted><b></SCRIPT><i>"), ["script", "i"]);
        assert_eq!(names("<script><!-- <script></script><i>"), ["script", "i"]);
    }
}
