//! Escaping: text, attribute values, addresses, and what messages quote.

use std::fmt::Write;

use crate::text::{reorders, shows};

/// Whether a character has no business in a page: control characters other than tab and line feed,
/// noncharacters, and those that reorder the text around them (Unicode Standard Annex 9: the
/// embeddings, overrides and isolates with their ends).
pub(super) fn is_unwanted(character: char) -> bool {
    let noncharacter = u32::from(character) & 0xfffe == 0xfffe;
    noncharacter
        || reorders(character)
        || matches!(character, '\u{fdd0}'..='\u{fdef}')
        || (character.is_control() && !matches!(character, '\t' | '\n'))
}

/// Whether nothing of some words would show.
pub(super) fn is_blank(words: &str) -> bool {
    words.chars().all(|character| !shows(character) || is_unwanted(character))
}

/// Where escaped text goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// Between tags.
    Element,
    /// Between double quotes.
    Attribute,
}

/// Writes text so that it is read as text. Says whether unwanted characters were left out. Every line
/// ending becomes a line feed.
pub(super) fn push_text(out: &mut String, text: &str, context: Context) -> bool {
    let mut left_out = false;
    let mut rest = text;
    while let Some(plain) = rest.bytes().position(|byte| SPECIAL[usize::from(byte)]) {
        out.push_str(&rest[..plain]);
        rest = &rest[plain..];
        let Some(character) = rest.chars().next() else { break };
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if context == Context::Attribute => out.push_str("&quot;"),
            '\r' if rest.starts_with("\r\n") => {}
            '\r' => out.push('\n'),
            unwanted if is_unwanted(unwanted) => left_out = true,
            other => out.push(other),
        }
        rest = &rest[character.len_utf8()..];
    }
    out.push_str(rest);
    left_out
}

/// The bytes that begin a character which may not be written as it is.
const SPECIAL: [bool; 256] = {
    let mut special = [true; 256];
    let mut printable = 0x20;
    while printable < 0x7f {
        special[printable] = false;
        printable += 1;
    }
    special[b'\n' as usize] = false;
    special[b'&' as usize] = true;
    special[b'<' as usize] = true;
    special[b'>' as usize] = true;
    special[b'"' as usize] = true;
    special
};

/// Writes an address as an attribute value. Bytes that RFC 3986 does not allow in one are
/// percent-encoded; percent-encodings that are there already stay.
pub(super) fn push_address(out: &mut String, address: &str) {
    let bytes = address.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'%' if is_encoded(&bytes[at + 1..]) => out.push('%'),
            b'!' | b'#'..=b';' | b'=' | b'?'..=b'Z' | b'_' | b'a'..=b'z' | b'~'
                if *byte != b'%' =>
            {
                out.push(char::from(*byte));
            }
            _ => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                out.push('%');
                out.push(char::from(DIGITS[usize::from(byte >> 4)]));
                out.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}

/// Whether the two digits of a percent-encoding come next.
fn is_encoded(bytes: &[u8]) -> bool {
    bytes.len() >= 2 && bytes[..2].iter().all(u8::is_ascii_hexdigit)
}

/// A piece of the author's text as messages quote it: between backticks, on one line, cut off after
/// 60 characters, with every character visible.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut quoted = String::from("`");
    for (count, character) in text.chars().enumerate() {
        if count == LONGEST {
            quoted.push('…');
            break;
        }
        match character {
            '\n' => quoted.push(' '),
            hidden if is_unwanted(hidden) || hidden == '\t' => {
                let _ = write!(quoted, "\\u{{{:x}}}", u32::from(hidden));
            }
            shown => quoted.push(shown),
        }
    }
    quoted.push('`');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str, context: Context) -> (String, bool) {
        let mut out = String::new();
        let left_out = push_text(&mut out, text, context);
        (out, left_out)
    }

    fn address(address: &str) -> String {
        let mut out = String::new();
        push_address(&mut out, address);
        out
    }

    #[test]
    fn text_is_escaped_for_its_context() {
        let special = "a & b < c > d \" e ' f";
        let element = "a &amp; b &lt; c &gt; d \" e ' f";
        assert_eq!(text(special, Context::Element), (element.to_owned(), false));
        let attribute = "a &amp; b &lt; c &gt; d &quot; e ' f";
        assert_eq!(text(special, Context::Attribute), (attribute.to_owned(), false));
    }

    #[test]
    fn unwanted_characters_are_left_out_and_told() {
        for unwanted in ["\0", "\u{1b}", "\u{7f}", "\u{85}", "\u{202e}", "\u{2066}", "\u{ffff}"] {
            let (out, left_out) = text(&format!("a{unwanted}b"), Context::Element);
            assert_eq!((out.as_str(), left_out), ("ab", true), "{unwanted:?}");
        }
        for wanted in ["\t", "\n", "\u{a0}", "\u{200f}", "\u{200d}", "\u{fffd}", "é", "🧵"] {
            assert_eq!(text(wanted, Context::Element), (wanted.to_owned(), false));
        }
    }

    #[test]
    fn every_line_ending_becomes_a_line_feed() {
        assert_eq!(text("a\r\nb\rc\n", Context::Element), ("a\nb\nc\n".to_owned(), false));
    }

    #[test]
    fn an_address_keeps_what_rfc_3986_allows_and_encodes_the_rest() {
        let allowed = "/a-b._~:/?@!$'()*+,;=%41%c3#1";
        assert_eq!(address(allowed), allowed);
        assert_eq!(
            address("&\"<>`{}|^[] \\é%zz%"),
            "&amp;%22%3C%3E%60%7B%7D%7C%5E%5B%5D%20%5C%C3%A9%25zz%25"
        );
    }

    #[test]
    fn quotes_are_short_and_hide_nothing() {
        assert_eq!(quoted("a\u{202e}b\tc\nd"), "`a\\u{202e}b\\u{9}c d`");
        assert_eq!(quoted(&"é".repeat(61)), format!("`{}…`", "é".repeat(60)));
    }
}
