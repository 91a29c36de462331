//! Just enough HTML and XML to look into built pages: every `<`, `>` and quote in a text is escaped.

use std::path::Path;

use crate::support::Tree;

/// The pages of a built site.
pub fn pages(built: &Tree) -> impl Iterator<Item = (&str, &str)> {
    let is_page = |path: &str| Path::new(path).extension().is_some_and(|ending| ending == "html");
    let pages = built.iter().filter(move |(path, _)| is_page(path));
    pages.map(|(path, page)| (path.as_str(), std::str::from_utf8(page).unwrap()))
}

/// The tags, without `<` and `>`.
pub fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag))
}

/// The value of a tag's attribute, as it was written.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

/// Every address that a page leads to or loads.
pub fn addresses(page: &str) -> impl Iterator<Item = &str> {
    tags(page)
        .flat_map(|tag| {
            let refresh = attribute(tag, "http-equiv").filter(|kind| *kind == "refresh");
            let refresh = refresh.and_then(|_| attribute(tag, "content")?.split_once("url="));
            [attribute(tag, "href"), attribute(tag, "src"), refresh.map(|(_, address)| address)]
        })
        .flatten()
}

/// The addresses in the main part of a page.
pub fn links_in_main(page: &str) -> Vec<&str> {
    between(page, "<main", "</main>").flat_map(addresses).collect()
}

/// The texts between each start and the end that follows it.
pub fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split_once(end).map(|(text, _)| text))
}

/// Whether every tag of an XML text is closed in its turn, after one declaration.
pub fn is_well_formed(xml: &str) -> bool {
    let Some(body) = xml.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") else {
        return false;
    };
    let mut open = Vec::new();
    for tag in tags(body) {
        match tag.strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            Some(_) => return false,
            None => open.push(tag.split(' ').next().unwrap_or(tag)),
        }
    }
    let texts = body.split('>').filter_map(|rest| rest.split('<').next());
    open.is_empty() && !texts.into_iter().any(|text| text.contains('&'))
}
