//! E-mail addresses.

use memchr::memchr3;

use super::{L, LETTERS};
use crate::config::personal_providers;

/// An `@`, also as HTML and web addresses write it, or in words: `(at)`.
const AT: &str =
    r"(?:\\?@|\uFF20|%40|\\?&#0*64;|\\?&#x0*40;|\\?&commat;| ?\\?[(\[{<] ?at ?\\?[)\]}>] ?)";
const DOT: &str = r"(?:\\?[.\uFF0E]|&period;|&#0*46;|&#x0*2e;|%2e| ?\\?[(\[{<] ?dot ?\\?[)\]}>] ?)";
/// What may be between the characters of an address and is not drawn: marks of Markdown, and characters
/// without width, as they are or as HTML names them.
const UNDRAWN: &str = r"(?:[*_~`\u00AD\u200B-\u200F\u2060\uFEFF]|&(?:shy|zwj|zwnj|zerowidthspace|nobreak|#0*(?:173|820[3-7]|8288|65279)|#x0*(?:ad|200[b-f]|2060|feff));)";

/// An address with an `@`, or one with the word `at` before a well-known provider of mailboxes: elsewhere "look at
/// example.org" is no address.
pub(super) fn address() -> String {
    let name = format!(r"[{L}](?:[{L}.%+'\\-]|{UNDRAWN}){{0,63}}");
    let host = format!("(?:(?:[{L}-]|{UNDRAWN})+{DOT})+(?:{UNDRAWN}*[{LETTERS}]){{2,63}}");
    let providers: Vec<String> =
        personal_providers().map(|it| it.replace('.', &format!("(?:{DOT}| dot )"))).collect();
    let at = format!("(?: {{1,2}}(?:at|@) {{0,2}}|{AT})");
    format!(
        r"(?:^|[^@{L}_])_{{0,2}}(?:({name}{AT}{host})|({name}{at}(?:{}))(?:[^{L}-]|$))",
        providers.join("|")
    )
}

/// Whether a text has an `@` or what stands for one, or the word `at` and a dot within a word, as it is or as `dot`.
pub(super) fn may_be_in(text: &str) -> bool {
    let begins_at = |(start, _): (usize, &str)| text[..start].ends_with(['(', '[', '{', '<', ' ']);
    let is_within = |(dot, _): (usize, &str)| {
        text[dot + 1..].starts_with(|next: char| !next.is_ascii_whitespace())
    };
    memchr3(b'@', b'&', b'%', text.as_bytes()).is_some()
        || text.contains('\u{FF20}')
        || text.match_indices("at").any(begins_at)
            && (text.contains("dot")
                || text.contains('\u{FF0E}')
                || text.match_indices('.').any(is_within))
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::super::tests::found;

    #[test]
    fn an_address_is_found_however_it_is_written() {
        for (text, address) in [
            ("Write to Ann.Lee@Example.org.", "Ann.Lee@Example.org"),
            ("<ann@example.org>, or", "ann@example.org"),
            ("to __ann_lee@example.org__.", "ann_lee@example.org"),
            ("[me](mailto:ann@example.co.uk)", "ann@example.co.uk"),
            ("'ann@example.org'", "ann@example.org"),
            ("ann (at) example.org", "ann (at) example.org"),
            ("ann [at] example [dot] org", "ann [at] example [dot] org"),
            ("ann &#64; no, ann&#64;example.org", "ann&#64;example.org"),
            ("ann\\_b@example.org", "ann\\_b@example.org"),
            ("https://example.org/?to=ann%40example.org", "ann%40example.org"),
            ("größe@straße.example", "größe@straße.example"),
            ("ann.lee at gmail.com, please", "ann.lee at gmail.com"),
            ("ann at gmail dot com", "ann at gmail dot com"),
            ("ann.lee @ gmail.com", "ann.lee @ gmail.com"),
            ("ann.lee@**gmail.com**", "ann.lee@**gmail.com"),
            ("**ann**.lee@gmail.*com*", "ann**.lee@gmail.*com"),
            ("ann.lee&#8203;@gmail.com", "ann.lee&#8203;@gmail.com"),
            ("ann.lee@gmail&period;com", "ann.lee@gmail&period;com"),
            ("ann.lee@gm\u{ad}ail.com", "ann.lee@gm\u{ad}ail.com"),
            ("ann.lee@gm&shy;ail.c\u{200b}om", "ann.lee@gm&shy;ail.c\u{200b}om"),
        ] {
            assert_eq!(found(Pattern::Address, text), [address], "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_left_alone() {
        for text in [
            "Meet me @ the station.",
            "Come at 6 (at the latest). Then tea.",
            "@robin@social.example, @_robin@social.example",
            "https://example.org/@robin",
            "look [at](https://example.org)",
            "look at example.org, at **example.org**, or at gmail.community",
            "*Meet* @ **the** station. See you at https://gmail.com",
            "3 @ 2.50",
            "a@b",
        ] {
            assert_eq!(found(Pattern::Address, text), Vec::<String>::new(), "{text}");
        }
    }
}
