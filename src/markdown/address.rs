//! Which links are safe, and what is wrong with the others.

use super::escape::{is_unwanted, quoted};
use crate::text::percent_decoded;

/// An address that a page may have.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A page of another site, by `https` or `http`.
    Web(String),
    /// One mailbox. What followed the mailbox was cut off if `cut`.
    Mail {
        /// The address with its scheme.
        address: String,
        /// Whether a subject, a copy to somebody or the like was left out.
        cut: bool,
    },
    /// Something in this site.
    Site(SiteAddress),
}

/// The parts of an address inside the site, with the promises of [`super::SiteLink`].
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SiteAddress {
    pub(super) path: Box<str>,
    pub(super) query: Option<Box<str>>,
    pub(super) fragment: Option<Box<str>>,
}

/// Why an address may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is empty.
    Empty,
    /// It starts with a scheme other than `https`, `http` and `mailto`.
    Scheme,
    /// It has a character that does not show.
    Invisible,
    /// It has a backslash, which browsers take for a slash.
    Backslash,
    /// It starts with `//` and so leads to another site.
    OtherSite,
    /// It is not a full web address, or it has a user's name in it.
    Web,
    /// It is not one mailbox.
    Mail,
    /// It is not a path that a page of this site can have.
    Site,
    /// A picture from another site.
    Remote,
}

impl Refusal {
    /// What is wrong, in plain words, and what to type instead.
    pub(super) fn words(self, address: &str) -> (String, String) {
        const LINK: &str = "Link to another site with `https://…`, to a mailbox with `mailto:…`, or to a page of this site with `/…`.";
        let (message, help) = match self {
            Self::Empty => ("This has no address, so only its text is shown.", LINK),
            Self::Scheme => {
                ("The address {} is of a kind that is not safe. It was left out.", LINK)
            }
            Self::Invisible => (
                "The address {} contains an invisible character. It was left out.",
                "Delete the address and type it again.",
            ),
            Self::Backslash => (
                "The address {} contains a backslash. It was left out.",
                "Write `/` instead of `\\`.",
            ),
            Self::OtherSite => (
                "The address {} does not say how it leads to another site. It was left out.",
                "Write `https:` in front of it.",
            ),
            Self::Web => (
                "{} is not a full web address. It was left out.",
                "Write it like `https://example.org/page`, with no user name or password.",
            ),
            Self::Mail => (
                "{} does not lead to one mailbox. It was left out.",
                "Write it like `mailto:name@example.org`.",
            ),
            Self::Site => (
                "{} is not an address that a page of this site can have. It was left out.",
                "Write it like `/groups/`.",
            ),
            Self::Remote => (
                "The picture {} is on another site, which could track visitors through it. Its description is shown instead.",
                "Put the picture into `content/static/` and write its address like `/picture.jpg`.",
            ),
        };
        (message.replacen("{}", &quoted(address), 1), help.to_owned())
    }
}

/// Judges an address as the parser gives it: with entities and backslash escapes resolved, percent
/// encodings not.
pub(super) fn read(address: &str) -> Result<Target, Refusal> {
    let address = address.trim_matches(' ');
    if address.is_empty() {
        return Err(Refusal::Empty);
    }
    if address.chars().any(is_invisible) {
        return Err(Refusal::Invisible);
    }
    if address.contains('\\') {
        return Err(Refusal::Backslash);
    }
    match split_scheme(address) {
        Some(("https", rest)) => web("https", rest),
        Some(("http", rest)) => web("http", rest),
        Some(("mailto", rest)) => mail(rest),
        Some(_) => Err(Refusal::Scheme),
        None if address.starts_with("//") => Err(Refusal::OtherSite),
        None => site(address).map(Target::Site),
    }
}

fn is_invisible(character: char) -> bool {
    is_unwanted(character) || matches!(character, '\t' | '\n')
}

/// The scheme and what follows its colon (RFC 3986, section 3.1). Schemes that a page may have come
/// out in lower case.
fn split_scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte);
    let starts_with_letter = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    if !starts_with_letter || !scheme.bytes().all(allowed) {
        return None;
    }
    let known = ["https", "http", "mailto"];
    let scheme = known.into_iter().find(|known| known.eq_ignore_ascii_case(scheme));
    Some((scheme.unwrap_or_default(), rest))
}

fn web(scheme: &str, rest: &str) -> Result<Target, Refusal> {
    let rest = rest.strip_prefix("//").ok_or(Refusal::Web)?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = match authority.rsplit_once(':') {
        None => authority,
        Some((host, port)) if is_port(port) => host,
        Some(_) => return Err(Refusal::Web),
    };
    if !is_host(host) {
        return Err(Refusal::Web);
    }
    Ok(Target::Web(format!("{scheme}://{rest}")))
}

fn is_port(port: &str) -> bool {
    let digits = port.bytes().all(|byte| byte.is_ascii_digit());
    digits && port.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Whether a name is made of labels with dots between them. Letters of all scripts are allowed.
fn is_host(name: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .chars()
                .all(|character| character.is_alphanumeric() || "-_".contains(character))
    };
    name.split('.').all(is_label)
}

fn mail(rest: &str) -> Result<Target, Refusal> {
    let mailbox = rest.split(['?', '#']).next().unwrap_or_default();
    let (name, host) = mailbox.split_once('@').ok_or(Refusal::Mail)?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_+~'!$*=".contains(&byte);
    if name.is_empty() || !name.bytes().all(plain) || !is_host(host) {
        return Err(Refusal::Mail);
    }
    Ok(Target::Mail { address: format!("mailto:{mailbox}"), cut: mailbox.len() < rest.len() })
}

fn site(address: &str) -> Result<SiteAddress, Refusal> {
    let (address, fragment) = split_at_mark(address, '#');
    let (path, query) = split_at_mark(address, '?');
    let path = decoded(path)?;
    let first_segment = path.split('/').next().unwrap_or_default();
    if first_segment.starts_with("www.") {
        return Err(Refusal::Web);
    }
    if first_segment.contains('@') {
        return Err(Refusal::Mail);
    }
    if first_segment.contains(':') || path.contains("//") {
        return Err(Refusal::Site);
    }
    let fragment = fragment.map(decoded).transpose()?;
    Ok(SiteAddress { path, query: query.map(Into::into), fragment })
}

fn split_at_mark(address: &str, mark: char) -> (&str, Option<&str>) {
    match address.split_once(mark) {
        Some((before, after)) => (before, Some(after)),
        None => (address, None),
    }
}

/// Percent-decodes a path or fragment, unless that would bring back what had to be encoded.
fn decoded(part: &str) -> Result<Box<str>, Refusal> {
    let refused = |character: char| is_invisible(character) || r"\%?#".contains(character);
    match percent_decoded(part) {
        Some(decoded) if !decoded.contains(refused) => Ok(decoded.into()),
        _ => Err(Refusal::Site),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_is_known_in_any_case_and_written_in_lower_case() {
        assert_eq!(
            read(" HTTPS://Example.org/A "),
            Ok(Target::Web("https://Example.org/A".to_owned()))
        );
        let mail = Target::Mail { address: "mailto:a@b.c".to_owned(), cut: false };
        assert_eq!(read("MailTo:a@b.c"), Ok(mail));
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        for (address, refusal) in [
            (" ", Refusal::Empty),
            ("javascript:alert(1)", Refusal::Scheme),
            ("java\tscript:alert(1)", Refusal::Invisible),
            ("/\\example.org", Refusal::Backslash),
            ("//example.org", Refusal::OtherSite),
            ("https:example.org", Refusal::Web),
            ("https://a@example.org", Refusal::Web),
            ("https://example.org:99999", Refusal::Web),
            ("https://example.org:0", Refusal::Web),
            ("www.example.org", Refusal::Web),
            ("mailto:a@b,c@d", Refusal::Mail),
            ("a@example.org", Refusal::Mail),
            ("/a//b", Refusal::Site),
            ("/%2f", Refusal::Site),
        ] {
            assert_eq!(read(address), Err(refusal), "{address}");
        }
    }
}
