//! What people call the keys of a charter: columns of their spreadsheets, and keys that they type by heart.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Key;
use crate::config::fold;

/// The longest name that is looked up, in bytes.
const LONGEST: usize = 64;

impl Key {
    /// The names that a column for this key may have, the likeliest first.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> {
        let (columns, _) = names(self.path);
        split(columns)
    }

    /// All that people call this key.
    pub fn other_names(&self) -> impl Iterator<Item = &'static str> {
        let (columns, typed) = names(self.path);
        split(columns).chain(split(typed))
    }

    /// The keys that a name may mean, in the order of the format: those that have it, and those that are called that.
    pub(super) fn called(name: &str) -> &'static [&'static Self] {
        static CALLED: LazyLock<HashMap<String, Vec<&Key>>> = LazyLock::new(|| {
            let mut called: HashMap<String, Vec<&Key>> = HashMap::new();
            for key in Key::all() {
                let own = plain_name(key.name);
                let others = key.other_names().filter(|name| *name != own);
                for name in others.map(str::to_owned).chain([own.clone()]) {
                    called.entry(name).or_default().push(key);
                }
            }
            called
        });
        let known = Some(name).filter(|name| name.len() <= LONGEST);
        known.and_then(|name| CALLED.get(&plain_name(name))).map_or(&[], Vec::as_slice)
    }
}

/// A name as the list has it: in small letters, with a space for every other sign.
pub fn plain_name(typed: &str) -> String {
    let words = typed.split(|found: char| !found.is_alphanumeric());
    fold(&words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

/// The names of a key, and those that only a typed key has.
fn names(path: &str) -> (&'static str, &'static str) {
    static NAMES: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
        let lines = include_str!("names.txt").lines().filter_map(|line| line.split_once(" = "));
        lines.map(|(path, names)| (path, names.split_once("; ").unwrap_or((names, "")))).collect()
    });
    NAMES.get(path).copied().unwrap_or_default()
}

fn split(names: &'static str) -> impl Iterator<Item = &'static str> {
    names.split(", ").filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(name: &str) -> Vec<&'static str> {
        Key::called(name).iter().map(|key| key.path).collect()
    }

    #[test]
    fn a_key_is_known_by_what_people_call_it() {
        assert_eq!(called("Description"), ["summary", "purpose"]);
        assert_eq!(called("e-mail"), ["joining.contact"]);
        assert_eq!(called("web_site"), ["links[].url"]);
        assert_eq!(called("gardening"), [""; 0]);
    }

    #[test]
    fn each_list_of_names_belongs_to_a_key() {
        let lines = include_str!("names.txt").lines().filter_map(|line| line.split_once(" = "));
        let unknown: Vec<_> = lines.filter(|(path, _)| Key::at(path).is_none()).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
}
