//! Web addresses in plain text.

/// The first web address in a text, with what is before and after it. Punctuation at its end belongs to the sentence
/// (GitHub Flavored Markdown, section 6.9).
pub fn web_address_in(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find("https://")?;
    let rest = &text[start..];
    let end = rest.find(|found: char| found.is_whitespace() || "<>\"".contains(found));
    let mut address = &rest[..end.unwrap_or(rest.len())];
    loop {
        let closes =
            |open, close| address.ends_with(close) && count(address, close) > count(address, open);
        let shorter =
            address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '”', '*', '_', '~']);
        match shorter {
            _ if shorter.len() < address.len() => address = shorter,
            _ if closes('(', ')') || closes('[', ']') => address = &address[..address.len() - 1],
            _ => break,
        }
    }
    let has_host = address.len() > "https://".len();
    has_host.then(|| (&text[..start], address, &rest[address.len()..]))
}

fn count(text: &str, wanted: char) -> usize {
    text.matches(wanted).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        let found = |text| web_address_in(text).map(|(_, address, _)| address);
        assert_eq!(found("https://example.org/a"), Some("https://example.org/a"));
        assert_eq!(found("See https://example.org/a."), Some("https://example.org/a"));
        assert_eq!(found("A call (https://example.org/a), weekly"), Some("https://example.org/a"));
        assert_eq!(found("https://example.org/a_(b)"), Some("https://example.org/a_(b)"));
        assert_eq!(
            web_address_in("at https://a.example/ now"),
            Some(("at ", "https://a.example/", " now"))
        );
        for text in ["", "https://", "http://example.org", "example.org", "https://)"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
