//! Prose as plain text.

use html5gum::{Token, Tokenizer};

use crate::markdown::Prose;

/// Inline elements: the text before and after them is one word.
const INLINE: [&[u8]; 7] = [b"a", b"code", b"del", b"em", b"img", b"strong", b"sup"];

/// The words of a prose in one line, without its marks and the addresses of its links.
pub(super) fn plain(prose: &Prose) -> String {
    let html = prose.html(|_| String::new());
    let mut text = String::with_capacity(html.len());
    for Ok(token) in Tokenizer::new(&html) {
        match token {
            Token::String(words) => text.push_str(&String::from_utf8_lossy(&words)),
            Token::StartTag(tag) if !INLINE.contains(&&tag.name[..]) => text.push(' '),
            Token::EndTag(tag) if !INLINE.contains(&&tag.name[..]) => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_it_is_nothing() {
        assert_eq!(plain(&Prose::default()), "");
    }
}
