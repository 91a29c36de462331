//! Countries (ISO 3166-1).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::messages::NOT_A_COUNTRY;
use super::text::Reader;
use crate::config::fold;
use crate::diagnostic::shorten;
use crate::yaml::Node;

/// The names that people use where the official ones are others: a line for each country, the name that is shown first.
const NAMES: &str = include_str!("country_names.txt");

/// A country, as the pages name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// Its two letters (ISO 3166-1 alpha-2), unless it was typed as something that is not on the list.
    pub code: Option<String>,
    /// Its English name, or what was typed.
    pub name: String,
}

impl Country {
    /// A country by its code of two or three letters or by one of its names, in any case; `None` if it is not on the
    /// list.
    pub fn find(typed: &str) -> Option<Self> {
        let [code, name] = BY_NAME.get(&fold(typed))?;
        Some(Self { code: Some((*code).to_owned()), name: (*name).to_owned() })
    }

    /// A country that may be written in a way of its own, such as `Scotland`.
    pub(super) fn or_as_typed(typed: String) -> Self {
        Self::find(&typed).unwrap_or(Self { code: None, name: typed })
    }
}

/// What else people call a country of this name: `UK`, `Great Britain`. Codes are not among them, as `US` and `IT` are
/// words as well.
pub fn other_names(name: &str) -> impl Iterator<Item = &'static str> {
    let names = |line: &'static str| Some(line.split_once(' ')?.1.split("; "));
    let known = NAMES.lines().filter_map(names).find(|names| names.clone().next() == Some(name));
    known.into_iter().flat_map(|names| names.skip(1))
}

/// Every folded code and name by which a country is found.
pub fn names() -> impl Iterator<Item = &'static str> {
    BY_NAME.keys().map(String::as_str)
}

/// The code and the name that is shown, by every folded code and name.
static BY_NAME: LazyLock<BTreeMap<String, [&str; 2]>> = LazyLock::new(|| {
    let mut by_name = BTreeMap::new();
    let own: BTreeMap<&str, Vec<&str>> = NAMES
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(code, names)| (code, names.split("; ").collect()))
        .collect();
    for country in rust_iso3166::ALL {
        let names = own.get(country.alpha2).cloned().unwrap_or_default();
        let shown = names.first().copied().unwrap_or(country.name);
        let all = [country.alpha2, country.alpha3, country.name].into_iter().chain(names);
        for name in all {
            for typed in [name.to_owned(), name.replace('\'', "’"), name.replace('’', "'")] {
                by_name.insert(fold(&typed), [country.alpha2, shown]);
            }
        }
    }
    by_name
});

/// Reads a country that must be on the list.
pub(super) fn read(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Country> {
    let typed = reader.short(node, super::limits::SHORT_TEXT)?;
    let country = Country::find(&typed);
    if country.is_none() {
        reader.decoder.emit(node.span, &NOT_A_COUNTRY, &[("typed", &shorten(&typed))]);
    }
    country
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_found_by_its_codes_and_by_the_names_that_people_use() {
        let name = |typed| Country::find(typed).map(|found| found.name);
        for typed in ["GB", "gbr", "uk", "United Kingdom", "great britain"] {
            assert_eq!(name(typed).as_deref(), Some("United Kingdom"), "{typed}");
        }
        assert_eq!(name("USA").as_deref(), Some("United States"));
        assert_eq!(name("Korea (Republic of)").as_deref(), Some("South Korea"));
        assert_eq!(name("turkey").as_deref(), Some("Türkiye"));
        assert_eq!(name("Cote d'Ivoire"), name("CI"));
        for typed in ["", "Atlantis", "Scotland", "England", "Genf", "XX"] {
            assert_eq!(name(typed), None, "{typed}");
        }
    }

    #[test]
    fn every_country_is_found_by_the_name_that_is_shown() {
        for [code, name] in BY_NAME.values() {
            assert_eq!(Country::find(name).and_then(|found| found.code).as_deref(), Some(*code));
        }
        let known = |line: &str| rust_iso3166::from_alpha2(&line[..2]).is_some();
        assert!(NAMES.lines().all(known));
    }
}
