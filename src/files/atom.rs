//! New and changed groups for feed readers (Atom: RFC 4287).

use std::cmp::Reverse;
use std::fmt::Write as _;

use jiff::civil::Date;

use crate::charter::Charter;
use crate::config::Axis;
use crate::directory::Directory;
use crate::pages::{Address, FileKind};

/// How many groups the feed lists.
const ENTRIES: usize = 50;

/// The feed's file.
pub(super) const FEED: FileKind = FileKind {
    media_type: "application/atom+xml; charset=utf-8",
    plan: |_, add| add(Address::file("feed.xml"), 0),
    make: |site, _| Ok(atom(site.directory)),
};

const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// `/feed.xml`: the listed groups whose charters were reviewed last, at most fifty. Of two reviewed on
/// one day the younger comes first, then they are in the order of all groups.
///
/// The id of an entry (section 4.2.6) is the address of the group's page, which does not change while
/// the group keeps its id.
pub fn atom(directory: &Directory) -> String {
    let groups = newest(directory);
    let settings = &directory.config.settings;
    let own_address = settings.base_url.absolute("/feed.xml");
    let updated = groups.first().and_then(|charter| changed(charter)).unwrap_or(directory.today);
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let language = settings.language.as_str();
    let _ = writeln!(xml, "<feed xmlns=\"{NAMESPACE}\" xml:lang=\"{language}\">");
    element(&mut xml, "id", &own_address);
    element(&mut xml, "title", &settings.title);
    if !settings.description.is_empty() {
        element(&mut xml, "subtitle", &settings.description);
    }
    element(&mut xml, "updated", &midnight(updated));
    link(&mut xml, "self", "application/atom+xml", &own_address);
    link(&mut xml, "alternate", "text/html", settings.base_url.as_str());
    let _ = writeln!(xml, "<author><name>{}</name></author>", escaped(&settings.title));
    element(&mut xml, "generator", "Guildhall");
    for charter in groups {
        entry(&mut xml, directory, charter);
    }
    xml.push_str("</feed>\n");
    xml
}

fn newest(directory: &Directory) -> Vec<&Charter> {
    let listed = directory.not_ended().iter();
    let mut groups: Vec<&Charter> = listed.map(|group| &*directory.groups()[*group]).collect();
    groups.sort_by_key(|charter| Reverse((changed(charter), charter.founded)));
    groups.truncate(ENTRIES);
    groups
}

/// The last day on which something is known to have changed about a group.
fn changed(charter: &Charter) -> Option<Date> {
    charter.reviewed.or(charter.since).or(charter.founded)
}

fn entry(xml: &mut String, directory: &Directory, charter: &Charter) {
    let config = &directory.config;
    let absolute = |address: &Address| config.settings.base_url.absolute(address.as_str());
    let page = absolute(&Address::group(&charter.id));
    match &charter.language {
        Some(language) => {
            let _ = writeln!(xml, "<entry xml:lang=\"{}\">", language.as_str());
        }
        None => xml.push_str("<entry>\n"),
    }
    element(xml, "id", &page);
    element(xml, "title", &charter.name);
    link(xml, "alternate", "text/html", &page);
    if let Some(founded) = charter.founded {
        element(xml, "published", &midnight(founded));
    }
    element(xml, "updated", &midnight(changed(charter).unwrap_or(directory.today)));
    if let Some(summary) = &charter.summary {
        element(xml, "summary", summary);
    }
    for axis in Axis::ALL {
        let scheme = absolute(&Address::axis(axis));
        for position in charter.terms_on(axis) {
            let term = &config.vocabulary.terms(axis)[*position];
            let (id, name) = (escaped(&term.id), escaped(&term.name));
            let _ = writeln!(xml, "<category term=\"{id}\" scheme=\"{scheme}\" label=\"{name}\"/>");
        }
    }
    xml.push_str("</entry>\n");
}

fn element(xml: &mut String, name: &str, text: &str) {
    let _ = writeln!(xml, "<{name}>{}</{name}>", escaped(text));
}

fn link(xml: &mut String, relation: &str, media_type: &str, href: &str) {
    let href = escaped(href);
    let _ = writeln!(xml, "<link rel=\"{relation}\" type=\"{media_type}\" href=\"{href}\"/>");
}

/// The start of a day in UTC (RFC 3339): charters give days, not times.
fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// A text for an element or an attribute in double quotes (XML 1.0, sections 2.2 and 2.4). Characters
/// that XML 1.0 cannot hold are left out, and white space that an attribute would lose is kept.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => {
                let _ = write!(escaped, "&#{};", u32::from(character));
            }
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_element_or_attribute() {
        assert_eq!(escaped("a]]>b\"c\"<d>&amp;"), "a]]&gt;b&quot;c&quot;&lt;d&gt;&amp;amp;");
        assert_eq!(escaped("a\nb\tc"), "a&#10;b&#9;c");
    }

    #[test]
    fn characters_that_xml_cannot_hold_are_left_out() {
        assert_eq!(escaped("a\0b\u{1b}c\u{ffff}d\u{fffe}e🎉"), "abcde🎉");
    }
}
