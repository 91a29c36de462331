//! Countries (ISO 3166-1).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use keshvar::{Alpha2, CountryIterator};

use super::messages::NOT_A_COUNTRY;
use super::text::Reader;
use crate::config::fold;
use crate::diagnostic::shorten;
use crate::yaml::Node;

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
        let code = *BY_NAME.get(&fold(typed))?;
        Some(Self { code: Some(code.to_string()), name: english_name(code) })
    }

    /// A country that may be written in a way of its own, such as `Scotland`.
    pub(super) fn or_as_typed(typed: String) -> Self {
        Self::find(&typed).unwrap_or(Self { code: None, name: typed })
    }
}

/// Every folded code and name by which a country is found.
pub fn names() -> impl Iterator<Item = &'static str> {
    BY_NAME.keys().map(String::as_str)
}

static BY_NAME: LazyLock<BTreeMap<String, Alpha2>> = LazyLock::new(|| {
    let mut by_name = BTreeMap::new();
    for country in CountryIterator::new() {
        let code = country.alpha2();
        let [short, long] = [code.to_string(), country.alpha3().to_string()];
        let others = country.unofficial_name_list().iter().copied().filter(|it| it.is_ascii());
        let names = [&*short, &*long, country.iso_short_name()].into_iter().chain(others);
        by_name.extend(names.map(|name| (fold(name), code)));
    }
    // A part of a country has a name of its own, which its groups may prefer.
    by_name.remove("england");
    for country in CountryIterator::new() {
        by_name.insert(fold(&english_name(country.alpha2())), country.alpha2());
    }
    by_name
});

fn english_name(code: Alpha2) -> String {
    let country = code.to_country();
    let name = country.translations().get("en").copied().unwrap_or(country.iso_short_name());
    name.replace('\'', "’")
}

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
        for country in CountryIterator::new() {
            let code = country.alpha2();
            let name = english_name(code);
            assert_eq!(
                Country::find(&name).and_then(|found| found.code),
                Some(code.to_string()),
                "{name}"
            );
        }
    }
}
