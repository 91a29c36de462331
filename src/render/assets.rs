//! The theme's files that browsers fetch: each under a name that changes with its content.

use std::collections::BTreeMap;

use tera::{Error, Function, Kwargs, State, TeraResult};

/// How many hexadecimal digits of its hash an asset's name carries: 40 bits.
const DIGITS: usize = 10;

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
    /// Adds a file by its path inside `assets/`.
    pub(super) fn add(&mut self, path: &str, bytes: Vec<u8>) {
        let public_path = public_path(path, &bytes);
        self.0.insert(path.to_owned(), Asset { public_path, bytes });
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

/// Whether a file's name can stand in an address as it is.
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
    fn the_hash_stands_before_the_last_ending() {
        assert_eq!(public_path("guild.css", b"a"), "assets/guild.17762fddd9.css");
        assert_eq!(public_path("guild.css", b"b"), "assets/guild.10e5cf3d3c.css");
        assert_eq!(public_path("v1.2/logo.min.svg", b"a"), "assets/v1.2/logo.min.17762fddd9.svg");
        assert_eq!(public_path("v1.2/licence", b"a"), "assets/v1.2/licence.17762fddd9");
    }

    #[test]
    fn a_name_with_spaces_or_escapes_cannot_stand_in_an_address() {
        assert!(is_addressable("icons/logo-2_a.svg"));
        assert!(!is_addressable("my logo.svg"));
        assert!(!is_addressable("a%2fb.css"));
    }
}
