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
pub(crate) const HOST: &str =
    "The part of the e-mail address after the @ is not a valid domain name.";
pub(crate) const NO_HTTPS: &str = "A web address must start with https:// here.";
pub(crate) const TOO_LONG: &str = "The web address is longer than 2,000 characters.";
pub(crate) const NO_HOST: &str = "The web address has no host name that a browser could open.";
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
    /// `https` address.
    ///
    /// # Errors
    /// What is wrong with it, as a sentence.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        if text.contains("://") {
            return check_https(text).map(|()| Self::Web(text.to_owned()));
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
        if !is_host_name(host) {
            return Err(HOST);
        }
        Ok(Self::Email(text.to_owned()))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(address) | Self::Web(address) => address,
        }
    }

    /// Whether it is a mailbox at a well-known provider of personal ones.
    pub fn is_personal(&self) -> bool {
        let Self::Email(address) = self else { return false };
        let host = address.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
        personal_providers().any(|provider| provider == host)
    }
}

/// Checks a web address: `https`, a host name, and only characters that are allowed in an address
/// (RFC 3986). No user name, no spaces, no control characters.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn check_https(text: &str) -> Result<(), &'static str> {
    let rest = text.strip_prefix("https://").ok_or(NO_HTTPS)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = authority.split_once(':').unzip();
    if text.chars().count() > LONGEST_URL {
        return Err(TOO_LONG);
    }
    if !is_host_name(host.unwrap_or(authority)) {
        return Err(NO_HOST);
    }
    if port.is_some_and(|port| !is_port(port)) {
        return Err(PORT);
    }
    if !rest.bytes().all(is_url_byte) {
        return Err(CHARACTERS);
    }
    Ok(())
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
    fn a_personal_mailbox_is_known_by_its_provider() {
        assert!(Contact::parse("ann@Gmail.com").unwrap().is_personal());
        assert!(!Contact::parse("ann@notgmail.com").unwrap().is_personal());
        assert!(!Contact::parse("https://gmail.com/x").unwrap().is_personal());
    }
}
