//! Where a group is at home: `based`.

use super::country::{self, Country};
use super::format::RawBased;
use super::limits::SHORT_TEXT;
use super::text::Reader;
use crate::yaml::Entry;

/// Where a group is at home. At least one part is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Based {
    /// The town.
    pub town: Option<String>,
    /// The state, county or region.
    pub region: Option<String>,
    /// The country.
    pub country: Option<Country>,
}

impl Based {
    /// Its parts, from the smallest, as people write them: `Bristol, Somerset, United Kingdom`.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let country = self.country.as_ref().map(|country| &country.name);
        [self.town.as_ref(), self.region.as_ref(), country]
            .into_iter()
            .flatten()
            .map(String::as_str)
    }
}

pub(super) fn read(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Based> {
    let raw = RawBased::read(reader.decoder, &entry.value, entry.key_span)?;
    let RawBased { entries, town, region, country } = raw;
    if entries.entries().is_empty() {
        reader.missing(&entries, "based.town");
        return None;
    }
    let [town, region] =
        [town, region].map(|entry| entry.and_then(|entry| reader.short(&entry.value, SHORT_TEXT)));
    let country = country.and_then(|entry| country::read(reader, &entry.value));
    Some(Based { town, region, country })
}
