//! Pages as one file that opens from a disk: with the style sheets and pictures in it, and without scripts. Links lead to the
//! published site.

use std::io::Read as _;

use base64::prelude::{BASE64_STANDARD, Engine as _};

use super::{Content, Edition};
use crate::diagnostic::Diagnostic;
use crate::pages::PageKind;

/// How many pages one file has at most.
const MOST: usize = 20;
/// The most bytes of a picture that is put in.
const LARGEST: u64 = 1024 * 1024;
/// What such a page may load: nothing that is not in it.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'";

/// The pages of the groups whose charters are wanted, one below the other. Nothing where there is none.
///
/// # Errors
/// A template that asks for what is not there, with its place.
pub fn alone(
    edition: &Edition,
    is_wanted: impl Fn(&str) -> bool,
) -> Result<String, Vec<Diagnostic>> {
    let groups = edition.directory().groups();
    let wanted = edition.plan().pages().filter_map(|page| match page.kind {
        PageKind::Group(position) => {
            let charter = groups.get(position)?;
            is_wanted(charter.source.path()).then_some((&*charter.name, page))
        }
        _ => None,
    });
    let mut pages = Vec::new();
    for (name, page) in wanted.take(MOST) {
        pages.push((name, self_contained(edition, &edition.render(page)?)));
    }
    Ok(match pages.as_slice() {
        [] => String::new(),
        [(_, page)] => page.clone(),
        several => in_frames(several),
    })
}

/// A page that needs no other file.
fn self_contained(edition: &Edition, html: &str) -> String {
    let html = without_scripts(html);
    let mut parts = html.split('<');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('<');
        out.push_str(&tag_alone(edition, part));
    }
    out
}

/// A tag, from behind its `<`, with what follows it.
fn tag_alone(edition: &Edition, tag: &str) -> String {
    let base_url = &edition.directory().config.settings.base_url;
    let origin = base_url.origin();
    let file = |address: &str| {
        let base_path = base_url.as_str().strip_prefix(origin)?;
        bytes_at(edition, address.strip_prefix(base_path)?)
    };
    let (_, after) = tag.split_once('>').unwrap_or_default();
    if tag.starts_with("meta http-equiv=\"Content-Security-Policy\"") {
        return format!("meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{after}");
    }
    if let Some((address, _)) =
        tag.strip_prefix("link rel=\"stylesheet\" href=\"").and_then(|tag| tag.split_once('"'))
        && let Some(css) = file(address).and_then(|css| String::from_utf8(css).ok())
    {
        return format!("style>{css}</style>{after}");
    }
    let picture = |address: &str| {
        let kind = mime_guess::from_path(address).first_raw()?;
        Some(format!("data:{kind};base64,{}", BASE64_STANDARD.encode(file(address)?)))
    };
    let on_the_site = |address: &str| format!("{origin}{address}");
    let tag = with_address(tag, " src=\"/", |it| picture(it).unwrap_or_else(|| on_the_site(it)));
    with_address(&tag, " href=\"/", on_the_site)
}

/// What is before a script, behind it, and between two: in a page, `<script` is nowhere but there.
fn without_scripts(html: &str) -> String {
    let mut parts = html.split("<script");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("</script>").map_or("", |(_, rest)| rest));
    }
    out
}

/// A tag with another address in an attribute that begins so, if it has it.
fn with_address(tag: &str, attribute: &str, address: impl Fn(&str) -> String) -> String {
    let (inside, after) = tag.split_once('>').unwrap_or((tag, ""));
    let replaced = inside.split_once(attribute).and_then(|(before, rest)| {
        let (old, rest) = rest.split_once('"')?;
        let name = attribute.trim_end_matches('/');
        Some(format!("{before}{name}{}\"{rest}>{after}", address(&format!("/{old}"))))
    });
    replaced.unwrap_or_else(|| tag.to_owned())
}

/// The bytes of an asset or a picture, by its path on the site.
fn bytes_at(edition: &Edition, path: &str) -> Option<Vec<u8>> {
    match edition.find(&format!("/{path}")).ok()?? {
        Content::Bytes(bytes) => Some(bytes.to_vec()),
        Content::File(file) => {
            let mut bytes = Vec::new();
            file.take(LARGEST).read_to_end(&mut bytes).ok()?;
            Some(bytes)
        }
        Content::Html(_) | Content::Text(..) => None,
    }
}

/// Several pages in one, each in a frame of its own below its name.
fn in_frames(pages: &[(&str, String)]) -> String {
    let frames = pages.iter().map(|(name, page)| {
        let (name, page) = (attribute(name), attribute(page));
        format!("<h2>{name}</h2>\n<iframe title=\"{name}\" srcdoc=\"{page}\" sandbox></iframe>\n")
    });
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"{POLICY}\">\n<title>Preview</title>\n<style>iframe {{ inline-size: 100%; block-size: 90vh }}</style>\n{}</html>\n",
        frames.collect::<String>()
    )
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
