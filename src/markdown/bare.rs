//! Finds addresses that were typed as they are: `https://example.org`, `www.example.org`,
//! `name@example.org`.
//!
//! The rules are those of GitHub Flavored Markdown 0.29, section 6.9 (“Autolinks (extension)”), with two
//! additions for texts that are set with care: an address may follow an opening quotation mark, a dash or
//! a square bracket, and the punctuation after it may be typographic or East Asian.

use std::ops::Range;

use super::address;

/// An address and its place in the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bare {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

/// How an address was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `https://…` or `http://…`.
    Full,
    /// `www.…`, to which GFM has `http://` added.
    Www,
    /// `name@example.org`, perhaps with `mailto:` in front.
    Mail,
}

/// Whether a text may have a bare address.
pub(super) fn may_be_in(text: &str) -> bool {
    ["://", "www.", "@"].iter().any(|mark| text.contains(mark))
}

/// The first bare address in a part of a text. One that runs up to the end of the part may go on behind it.
pub(super) fn find(text: &str, part: Range<usize>) -> Option<Bare> {
    let run = &text[..part.end];
    // The last labels of a host are the same wherever in it one begins, so each is judged once.
    let mut judged = part.start;
    for (at, byte) in run.bytes().enumerate().skip(part.start) {
        let web = match byte {
            b':' => full(run, part.start, at),
            b'w' if at >= judged => www(run, at),
            b'@' => match mail(run, part.start, at) {
                Some(range) => return Some(Bare { range, kind: Kind::Mail }),
                None => continue,
            },
            _ => continue,
        };
        let Some((start, host, kind)) = web else { continue };
        let host_end = host + host_length(&run[host..]);
        if is_domain(&run[host..host_end]) {
            return Some(Bare { range: start..end(text, host, run.len()), kind });
        }
        judged = host_end;
    }
    None
}

/// Where an address ends that goes on at `from`, up to `limit`.
pub(super) fn end(text: &str, from: usize, limit: usize) -> usize {
    let stop = |found: char| found.is_whitespace() || found == '<';
    text[from..limit].find(stop).map_or(limit, |length| from + length)
}

/// Where an address starts, and its host, if `at` is the colon of `https://` or `http://`.
fn full(run: &str, first: usize, at: usize) -> Option<(usize, usize, Kind)> {
    run[at..].strip_prefix("://")?;
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        let start = at.checked_sub(scheme.len()).filter(|start| *start >= first);
        start.and_then(|it| run.get(it..at)).is_some_and(|it| it.eq_ignore_ascii_case(scheme))
    })?;
    let start = at - scheme.len();
    may_follow(&run[..start]).then_some((start, at + 3, Kind::Full))
}

fn www(run: &str, at: usize) -> Option<(usize, usize, Kind)> {
    (run[at..].starts_with("www.") && may_follow(&run[..at])).then_some((at, at, Kind::Www))
}

/// Whether an address may follow what is before it.
fn may_follow(before: &str) -> bool {
    before
        .chars()
        .next_back()
        .is_none_or(|last| !last.is_alphanumeric() && !"/.-@:+=%#?&\\".contains(last))
}

/// How many bytes may be a host, in the letters of any script.
fn host_length(rest: &str) -> usize {
    let ends = |found: char| !(found.is_alphanumeric() || ".-_".contains(found));
    rest.find(ends).unwrap_or(rest.len())
}

/// Whether a host has a period, and no underscore in its last two parts.
fn is_domain(host: &str) -> bool {
    let mut labels = host.trim_end_matches('.').rsplit('.');
    let last_two = [labels.next(), labels.next()];
    last_two
        .iter()
        .all(|label| label.is_some_and(|label| !label.is_empty() && !label.contains('_')))
}

/// The mailbox around an `@`.
fn mail(run: &str, first: usize, at: usize) -> Option<Range<usize>> {
    let is_local = |byte: &u8| byte.is_ascii_alphanumeric() || b".-_+".contains(byte);
    let is_host = |byte: &u8| byte.is_ascii_alphanumeric() || b".-_".contains(byte);
    let bytes = run.as_bytes();
    let local = bytes[first..at].iter().rev().take_while(|byte| is_local(byte)).count();
    let host = bytes[at + 1..].iter().take_while(|byte| is_host(byte)).count();
    let end = at + 1 + run[at + 1..=at + host].trim_end_matches('.').len();
    let start = at - local;
    let before = &run[..start];
    let start = start - if before.ends_with("mailto:") && start - first >= 7 { 7 } else { 0 };
    let before = run[..start].chars().next_back();
    let follows = before.is_none_or(|last| !last.is_alphanumeric() && !"/@".contains(last));
    let ends = !run[end..].starts_with(['-', '_', '@']) && !run[..end].ends_with(['-', '_']);
    let has_period = run[at + 1..end].contains('.');
    (local > 0 && follows && ends && has_period).then_some(start..end)
}

impl Bare {
    /// The address with the punctuation behind it left to the sentence, or nothing if no page may have it.
    pub(super) fn trimmed(self, text: &str) -> Option<(Self, String)> {
        let Self { range, kind } = self;
        let typed = &text[range.clone()];
        let typed = if kind == Kind::Mail { typed } else { without_punctuation(typed) };
        let address = match kind {
            Kind::Full => typed.to_owned(),
            Kind::Www => format!("http://{typed}"),
            Kind::Mail => format!("mailto:{}", typed.strip_prefix("mailto:").unwrap_or(typed)),
        };
        address::read(&address).ok()?;
        Some((Self { range: range.start..range.start + typed.len(), kind }, address))
    }
}

/// An address without what belongs to the sentence around it. Each bracket is counted once.
fn without_punctuation(address: &str) -> &str {
    const ENDS: &str = "?!.,:*_~'\"”’»›“‘…、。，；：！？」』）】";
    let mut kept = address;
    let count = |mark: char| address.matches(mark).count();
    let mut unopened = [
        (')', count(')').saturating_sub(count('('))),
        (']', count(']').saturating_sub(count('['))),
    ];
    while let Some(last) = kept.chars().next_back() {
        let reference = if last == ';' { entity_length(kept) } else { 0 };
        let closes = unopened.iter_mut().find(|(mark, number)| *mark == last && *number > 0);
        let length = match closes {
            Some((_, number)) => {
                *number -= 1;
                1
            }
            None if reference > 0 => reference,
            None if ENDS.contains(last) => last.len_utf8(),
            None => break,
        };
        kept = &kept[..kept.len() - length];
    }
    kept
}

/// How long what looks like a character reference at the end is: `&amp;`.
fn entity_length(text: &str) -> usize {
    let name = text[..text.len() - 1].bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    let has_mark = text[..text.len() - 1 - name].ends_with('&');
    if has_mark && name > 0 { name + 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The addresses of a text, each as it was typed and as it leads.
    fn found(text: &str) -> Vec<(&str, String)> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(bare) = find(text, from..text.len()) {
            from = bare.range.end;
            let leads = bare.trimmed(text);
            found.extend(leads.map(|(bare, address)| (&text[bare.range], address)));
        }
        found
    }

    fn typed(text: &str) -> Vec<&str> {
        found(text).into_iter().map(|(typed, _)| typed).collect()
    }

    #[test]
    fn full_addresses_www_and_mailboxes_are_found() {
        let expected = [
            ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
            ("HTTP://example.org", "HTTP://example.org"),
            ("www.example.org/a_(b)", "http://www.example.org/a_(b)"),
            ("a.b-c_d+e@example.org", "mailto:a.b-c_d+e@example.org"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("https://größe.example.org", "https://größe.example.org"),
        ];
        let text = expected.map(|(typed, _)| typed).join(" and ");
        assert_eq!(found(&text), expected.map(|(typed, leads)| (typed, leads.to_owned())));
    }

    #[test]
    fn punctuation_behind_an_address_belongs_to_the_sentence() {
        for (text, address) in [
            ("See https://example.org.", "https://example.org"),
            ("https://example.org/a?!.,:*_~", "https://example.org/a"),
            ("(see https://example.org/a_(b))", "https://example.org/a_(b)"),
            ("https://example.org/(((a)", "https://example.org/(((a)"),
            ("https://example.org/a)))", "https://example.org/a"),
            ("https://example.org/?a&amp;&copy;", "https://example.org/?a"),
            ("https://example.org/a;", "https://example.org/a;"),
            ("https://example.org/<b>", "https://example.org/"),
            ("“https://example.org/”, he wrote", "https://example.org/"),
            ("[www.example.org]", "www.example.org"),
            ("https://example.org/路。", "https://example.org/路"),
            ("Write to a.b@example.org.", "a.b@example.org"),
            ("<a@example.org>", "a@example.org"),
        ] {
            assert_eq!(typed(text), [address], "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_address_is_text() {
        for text in [
            "https://",
            "https://localhost/",
            "http://a_b.example_c.org",
            "www.",
            "xhttps://example.org",
            "awww.example.org",
            "ftp://example.org",
            "javascript://example.org",
            "a@b",
            "a@b.c-",
            "a@b.c_",
            "@a@example.org",
            "a@b@example.org",
            "@example.org",
            "éa@example.org",
            "https://user@example.org",
            "a:b",
            "w",
        ] {
            assert_eq!(typed(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn an_address_after_one_that_was_refused_is_found() {
        assert_eq!(
            typed("_www.a_b www.example.org x@ y@example.org"),
            ["www.example.org", "y@example.org"]
        );
    }
}
