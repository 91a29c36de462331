//! The one address that newcomers write to.

use std::str::Lines;

/// An e-mail address or a web page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// An e-mail address, ready for `mailto:` as it is.
    Email(String),
    /// An `https` address.
    Web(String),
}

/// Providers of personal mailboxes: an address there goes when its holder goes.
pub fn personal_providers() -> Lines<'static> {
    include_str!("personal_providers.txt").lines()
}

// What can be wrong with an address.
pub(crate) const NEITHER: &str =
    "This is neither an e-mail address nor an address that starts with https://.";
pub(crate) const LOCAL_PART: &str = "The part of the e-mail address before the @ is not valid.";
pub(crate) const HOST: &str = "What comes after the @ in this e-mail address is not complete, or has a sign that it cannot have.";
pub(crate) const NO_HTTPS: &str = "A web address must start with https:// here.";
pub(crate) const TOO_LONG: &str = "The web address is longer than 2,000 characters.";
pub(crate) const NO_HOST: &str =
    "The web address has no name that a browser could open, such as example.org.";
pub(crate) const PORT: &str =
    "The port of the web address, after the colon, is not a number from 1 to 65535.";
pub(crate) const CHARACTERS: &str =
    "The web address contains a space or another character that is not allowed there.";

/// The longest e-mail address, in characters.
pub(crate) const LONGEST_EMAIL: usize = 254;
/// The longest part of one before the @.
pub(crate) const LONGEST_LOCAL_PART: usize = 64;
/// The longest web address, in characters.
pub(crate) const LONGEST_URL: usize = 2000;
/// The longest host name, in bytes.
pub(crate) const LONGEST_HOST: usize = 253;
/// The longest part of one between dots.
pub(crate) const LONGEST_LABEL: usize = 63;

impl Contact {
    /// Reads an e-mail address (the dot-atom form of RFC 5322, section 3.4.1, at a host name) or an
    /// `https` address. A host name with letters of any language is kept in the form that is looked up (UTS 46).
    ///
    /// # Errors
    /// What is wrong with it, as a sentence.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        if text.contains("://") {
            return web_address(text).map(Self::Web);
        }
        Self::parse_mailbox(text)
    }

    /// Reads an e-mail address.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence.
    pub(crate) fn parse_mailbox(text: &str) -> Result<Self, &'static str> {
        let (local, host) = text.rsplit_once('@').ok_or(NEITHER)?;
        if text.chars().count() > LONGEST_EMAIL
            || local.len() > LONGEST_LOCAL_PART
            || !local.split('.').all(is_atom)
        {
            return Err(LOCAL_PART);
        }
        let host = host_name(host).ok_or(HOST)?;
        Ok(Self::Email(format!("{local}@{host}")))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(address) | Self::Web(address) => address,
        }
    }

    /// The address as people read it, with the letters of its host name.
    pub fn shown(&self) -> String {
        let address = self.as_str();
        let start = match self {
            Self::Email(_) => address.rfind('@').map_or(0, |at| at + 1),
            Self::Web(_) => HTTPS.len(),
        };
        let end =
            address[start..].find([':', '/', '?', '#']).map_or(address.len(), |at| start + at);
        let (host, _) = idna::domain_to_unicode(&address[start..end]);
        format!("{}{host}{}", &address[..start], &address[end..])
    }

    /// The address that was meant by one with something around it: spaces, `<…>`, `mailto:`, a name before it, or
    /// `Https` with a capital.
    pub fn meant(text: &str) -> Option<String> {
        if text.matches('@').count() > 1 {
            return None; // several addresses
        }
        let inner = match text.rsplit_once('<') {
            Some((_, rest)) => rest.trim().strip_suffix('>')?,
            None => text,
        };
        let inner = inner.trim();
        let meant = match inner.split_once(':') {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto") => rest.trim().to_owned(),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => format!("https:{rest}"),
            _ => inner.to_owned(),
        };
        (meant != text && Self::parse(&meant).is_ok()).then_some(meant)
    }

    /// Whether it is a mailbox at a well-known provider of personal ones.
    pub fn is_personal(&self) -> bool {
        let Self::Email(address) = self else { return false };
        let host = address.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
        personal_providers().any(|provider| provider == host)
    }
}

/// The beginning of a web address.
const HTTPS: &str = "https://";

/// Checks a web address: `https`, a host name, and only characters that are allowed in an address
/// (RFC 3986). No user name, no spaces, no control characters.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn check_https(text: &str) -> Result<(), &'static str> {
    web_address(text).map(|_| ())
}

/// A web address with its host name in the form that is looked up (UTS 46).
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn web_address(text: &str) -> Result<String, &'static str> {
    let rest = text.strip_prefix(HTTPS).ok_or(NO_HTTPS)?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let (host, port) = authority.split_once(':').unzip();
    if text.chars().count() > LONGEST_URL {
        return Err(TOO_LONG);
    }
    let host = host_name(host.unwrap_or(authority)).ok_or(NO_HOST)?;
    if port.is_some_and(|port| !is_port(port)) {
        return Err(PORT);
    }
    if !path.bytes().all(is_url_byte) {
        return Err(CHARACTERS);
    }
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    Ok(format!("{HTTPS}{host}{port}{path}"))
}

/// Whether a text is a port that can be opened: a number from 1 to 65535, in digits alone.
pub(crate) fn is_port(text: &str) -> bool {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    digits && text.parse::<u16>().is_ok_and(|port| port > 0)
}

fn is_atom(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(is_atom_byte)
}

/// Whether a character is allowed before the @ of an e-mail address, apart from dots.
pub(crate) fn is_atom_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$'*+-/=^_`{|}~".contains(&byte)
}

/// Whether a character is allowed in a web address (RFC 3986).
pub(crate) fn is_url_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
}

/// A host name in the form that is looked up, in ASCII. `None` if it is none.
fn host_name(host: &str) -> Option<String> {
    if host.is_ascii() {
        return is_host_name(host).then(|| host.to_owned());
    }
    let is_written = host.chars().all(|it| it.is_ascii() || is_host_letter(it));
    let looked_up = idna::domain_to_ascii_strict(host).ok().filter(|_| is_written)?;
    is_host_name(&looked_up).then_some(looked_up)
}

/// Whether a character beyond ASCII may be in a host name, as far as the script of the form can tell.
pub(crate) fn is_host_letter(character: char) -> bool {
    matches!(character, '\u{C0}'..='\u{167F}' | '\u{1681}'..='\u{1FFF}' | '\u{2C00}'..='\u{2DFF}'
        | '\u{3005}'..='\u{D7FF}' | '\u{F900}'..='\u{FDFF}')
}

fn is_host_name(host: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= LONGEST_LABEL
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.len() <= LONGEST_HOST && host.contains('.') && host.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_mailbox_or_a_web_page() {
        let email = Contact::parse("strengths-cop@example.org");
        assert_eq!(email, Ok(Contact::Email("strengths-cop@example.org".to_owned())));
        assert!(matches!(Contact::parse("https://example.org/join?x=1"), Ok(Contact::Web(_))));
    }

    #[test]
    fn an_address_that_smuggles_something_in_is_refused() {
        for text in [
            "",
            "a",
            "a@b",
            "@example.org",
            "a b@example.org",
            "a@example.org?cc=x@y.org",
            "a@example.org\nBcc: x@y.org",
            "a..b@example.org",
            "a@-x.org",
            "mailto:a@example.org?x",
            "http://example.org",
            "javascript://x",
            "https://a b.org",
            "https://u:p@example.org",
            "https://example.org:99999/",
            "https://example.org:0/",
            "https://example.org:/",
            "https://example.org:+443/",
            "https://example.org:80:80/",
            "https://example.org/\"><script>",
            "https://example.org/\u{202e}",
            "https://example",
            "<a@example.org>",
            "a@example.org,b@example.org",
            "a&b@example.org",
            "a%0a@example.org",
        ] {
            assert!(Contact::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_host_name_may_have_letters_of_any_language() {
        let contact = Contact::parse("info@zürich.example").unwrap();
        assert_eq!(contact.as_str(), "info@xn--zrich-kva.example");
        assert_eq!(contact.shown(), "info@zürich.example");
        let contact = Contact::parse("https://Bücher.example:8443/x?y#z").unwrap();
        assert_eq!(contact.as_str(), "https://xn--bcher-kva.example:8443/x?y#z");
        assert_eq!(contact.shown(), "https://bücher.example:8443/x?y#z");
        assert_eq!(Contact::parse("a@例え.テスト").unwrap().shown(), "a@例え.テスト");
        assert_eq!(Contact::parse("a@example.org").unwrap().shown(), "a@example.org");
        for text in [
            "ü@example.org",
            "a@zü rich.example",
            "a@ü",
            "a@\u{200b}.example",
            "https://x.example/ü",
        ] {
            assert!(Contact::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_around_an_address_is_known() {
        for text in [
            " a@b.example",
            "a@b.example\u{a0}",
            "<a@b.example>",
            "mailto:a@b.example",
            "<mailto:a@b.example>",
            "MAILTO: a@b.example",
            "Ada Lovelace <a@b.example>",
        ] {
            assert_eq!(Contact::meant(text).as_deref(), Some("a@b.example"), "{text}");
        }
        for text in [" https://b.example/x", "<https://b.example/x>", "Https://b.example/x"] {
            assert_eq!(Contact::meant(text).as_deref(), Some("https://b.example/x"), "{text}");
        }
        for text in [
            "a@b.example",
            "http://b.example",
            "mailto:a@b.example?subject=x",
            "a@b.example, c@d.example",
            "<a@b.example>, <c@d.example>",
            "<>",
            "",
            "<",
            "a@b.example>",
            "mailto:",
        ] {
            assert_eq!(Contact::meant(text), None, "{text}");
        }
    }

    #[test]
    fn a_personal_mailbox_is_known_by_its_provider() {
        assert!(Contact::parse("ann@Gmail.com").unwrap().is_personal());
        assert!(!Contact::parse("ann@notgmail.com").unwrap().is_personal());
        assert!(!Contact::parse("https://gmail.com/x").unwrap().is_personal());
    }
}
