//! The theme's files that browsers fetch: each under a name that changes with its content.
//!
//! Scripts and style sheets name other assets as they are in the theme: `"./cards.js"`. Here those names
//! become the published ones, so that a change of a file changes the names of all that lead to it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use tera::{Error, Function, Kwargs, State, TeraResult};

/// How many hexadecimal digits of its hash an asset's name carries: 40 bits.
const DIGITS: usize = 10;

/// A theme's files by their path inside its folder.
pub(super) type Files<'a> = BTreeMap<Cow<'a, str>, Cow<'a, [u8]>>;

/// The assets by their path inside the theme's folder `assets/`.
#[derive(Debug, Default)]
pub(super) struct Assets(BTreeMap<String, Asset>);

/// A file as it is published.
#[derive(Debug)]
struct Asset {
    /// `assets/guild.0123456789.css`
    public_path: String,
    bytes: Vec<u8>,
}

impl Assets {
    /// Publishes files, given by their paths inside `assets/`.
    ///
    /// # Errors
    /// The paths of files that lead to each other in a circle: none of them can be named first.
    pub(super) fn publish(files: BTreeMap<String, Vec<u8>>) -> Result<Self, Vec<String>> {
        let mut waiting = files;
        let mut published = BTreeMap::new();
        loop {
            let names: BTreeSet<String> = waiting.keys().cloned().collect();
            let (ready, blocked): (BTreeMap<_, _>, BTreeMap<_, _>) =
                waiting.into_iter().partition(|(path, bytes)| {
                    names.iter().all(|name| name == path || !names_asset(path, bytes, name))
                });
            if ready.is_empty() && !blocked.is_empty() {
                return Err(blocked.into_keys().collect());
            }
            for (path, bytes) in ready {
                let bytes = with_published_names(&path, bytes, &published);
                published
                    .insert(path.clone(), Asset { public_path: public_path(&path, &bytes), bytes });
            }
            if blocked.is_empty() {
                return Ok(Self(published));
            }
            waiting = blocked;
        }
    }

    /// The public paths, without the site's base path, and the bytes, in the order of the names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.values().map(|asset| (asset.public_path.as_str(), asset.bytes.as_slice()))
    }

    /// The template function `asset(path="guild.css")`: the address under the site's base path.
    pub(super) fn function(&self, base_path: &str) -> impl Function<TeraResult<String>> + use<> {
        let addresses: BTreeMap<String, String> = self
            .0
            .iter()
            .map(|(path, asset)| (path.clone(), format!("{base_path}{}", asset.public_path)))
            .collect();
        move |arguments: Kwargs, _: &State| -> TeraResult<String> {
            let path = arguments.must_get::<&str>("path")?;
            addresses
                .get(path)
                .cloned()
                .ok_or_else(|| Error::message(format!("the theme has no file `assets/{path}`")))
        }
    }
}

/// Whether a file may name others.
fn is_code(path: &str) -> bool {
    is_kind(path, "js") || is_kind(path, "css")
}

fn is_kind(path: &str, ending: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, own)| own == ending)
}

/// How a script or a style sheet names an asset next to it.
fn quoted(name: &str) -> String {
    format!("\"./{name}\"")
}

fn names_asset(path: &str, bytes: &[u8], name: &str) -> bool {
    is_code(path) && std::str::from_utf8(bytes).is_ok_and(|text| text.contains(&quoted(name)))
}

/// A script or a style sheet with the published names of the assets that it names.
fn with_published_names(
    path: &str,
    bytes: Vec<u8>,
    published: &BTreeMap<String, Asset>,
) -> Vec<u8> {
    if !is_code(path) {
        return bytes;
    }
    let Ok(text) = String::from_utf8(bytes.clone()) else { return bytes };
    let renamed = published.iter().fold(text, |text, (name, asset)| {
        let file = asset.public_path.trim_start_matches("assets/");
        text.replace(&quoted(name), &quoted(file))
    });
    if is_kind(path, "css") {
        without_comments(&renamed).into_bytes()
    } else {
        renamed.into_bytes()
    }
}

/// A style sheet without its comments (CSS Syntax Level 3, section 4.3.2), which are for those who change the theme.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['/', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let end = if let Some(comment) = from.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
            continue;
        } else if from.starts_with('/') {
            1
        } else {
            end_of_string(from)
        };
        kept.push_str(&from[..end]);
        rest = &from[end..];
    }
    kept + rest
}

/// Where the string ends with which a text begins.
fn end_of_string(text: &str) -> usize {
    let quote = text.as_bytes().first();
    let mut is_escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let ends = !is_escaped && (Some(&byte) == quote || byte == b'\n');
        is_escaped = !is_escaped && byte == b'\\';
        ends
    });
    end.map_or(text.len(), |end| end + 2)
}

/// Whether a file's name can be used in an address without escaping.
pub(super) fn is_addressable(path: &str) -> bool {
    path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte))
}

fn public_path(path: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let digits = &hash[..DIGITS];
    let name_start = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[name_start..].rfind('.') {
        Some(dot) => {
            let (stem, ending) = path.split_at(name_start + dot);
            format!("assets/{stem}.{digits}{ending}")
        }
        None => format!("assets/{path}.{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_before_the_last_ending() {
        assert_eq!(public_path("guild.css", b"a"), "assets/guild.17762fddd9.css");
        assert_eq!(public_path("guild.css", b"b"), "assets/guild.10e5cf3d3c.css");
        assert_eq!(public_path("v1.2/logo.min.svg", b"a"), "assets/v1.2/logo.min.17762fddd9.svg");
        assert_eq!(public_path("v1.2/licence", b"a"), "assets/v1.2/licence.17762fddd9");
    }

    fn files(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    fn published(texts: &[(&str, &str)]) -> String {
        let assets = Assets::publish(files(texts)).unwrap();
        let lines = assets.iter().map(|(path, bytes)| {
            format!("{path}: {}\n", String::from_utf8(bytes.to_vec()).unwrap())
        });
        lines.collect()
    }

    #[test]
    fn a_script_names_others_as_they_are_published() {
        let page = ("page.js", "import { a } from \"./one.js\"; // not \"one.js\"");
        let before = published(&[page, ("one.js", "export const a = 1;")]);
        insta::assert_snapshot!(before, @r#"
        assets/one.7de51f2263.js: export const a = 1;
        assets/page.72d1db8d87.js: import { a } from "./one.7de51f2263.js"; // not "one.js"
        "#);
        let after = published(&[page, ("one.js", "export const a = 2;")]);
        let name_of_page = |text: &str| text.lines().nth(1).map(|line| line[..24].to_owned());
        assert_ne!(name_of_page(&before), name_of_page(&after));
    }

    #[test]
    fn a_style_sheet_is_published_without_its_comments() {
        let css = "/* one */a{content:\"/* \\\" two */\"}/**/b{c:url(x/y)}/* open";
        assert_eq!(without_comments(css), "a{content:\"/* \\\" two */\"}b{c:url(x/y)}");
        assert_eq!(without_comments("a{b:'"), "a{b:'");
    }

    #[test]
    fn scripts_that_need_each_other_are_refused() {
        let circle = files(&[
            ("a.js", "import \"./b.js\""),
            ("b.js", "import \"./a.js\""),
            ("c.js", "import \"./a.js\""),
            ("d.js", ""),
        ]);
        assert_eq!(Assets::publish(circle).unwrap_err(), ["a.js", "b.js", "c.js"]);
    }

    #[test]
    fn a_name_with_spaces_or_escapes_cannot_be_in_an_address() {
        assert!(is_addressable("icons/logo-2_a.svg"));
        assert!(!is_addressable("my logo.svg"));
        assert!(!is_addressable("a%2fb.css"));
    }
}
