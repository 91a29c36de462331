//! Where a series meets: `place`.

use super::format::RawPlace;
use super::messages::TEXT_WITHOUT_KEY;
use super::text::Reader;
use super::{Country, limits, messages};
use crate::diagnostic::{Code, shorten};
use crate::yaml::{Entry, Node, Value, in_brackets};

/// Where a series meets: online, at a place, or both. At least one part is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingPlace {
    /// How one takes part online.
    pub online: Option<String>,
    /// The building or room.
    pub venue: Option<String>,
    /// The town.
    pub town: Option<String>,
    /// The country.
    pub country: Option<Country>,
}

impl MeetingPlace {
    /// Whether members meet in one room.
    pub fn is_in_person(&self) -> bool {
        self.venue.is_some() || self.town.is_some() || self.country.is_some()
    }
}

/// What says no more than whether something is so.
pub(super) const ONLY_WHETHER: [&str; 7] = ["yes", "no", "y", "n", "true", "false", "x"];

/// Whether a text says no more than whether something is so.
pub fn says_only_whether(text: &str) -> bool {
    ONLY_WHETHER.contains(&text.trim().to_lowercase().as_str())
}

pub(super) fn read(reader: &mut Reader<'_, '_>, node: &Node) -> Option<MeetingPlace> {
    if let Value::Text(text) = &node.value {
        let text = in_brackets(text);
        let help = format!(
            "Write which it is: {{online: {text}}} if members meet online, {{venue: {text}, town: …}} if it is a room or a \
             building, or {{town: {text}}} if it is a town."
        );
        reader.decoder.report(Code::Type, node.span, TEXT_WITHOUT_KEY, help);
        return None;
    }
    let raw = RawPlace::read(reader.decoder, node, node.span)?;
    let RawPlace { entries, online, venue, town, country } = raw;
    if entries.entries().is_empty() {
        reader.missing(&entries, "meetings[].place.online");
        return None;
    }
    let mut part = |entry: Option<&Entry>| match entry {
        Some(entry) => reader.short(&entry.value, limits::SHORT_TEXT).map(Some),
        None => Some(None),
    };
    let [online_said, venue, town, country] = [online, venue, town, country].map(&mut part);
    if let (Some(entry), Some(Some(typed))) = (online, &online_said)
        && says_only_whether(typed)
    {
        let gaps = [("typed", &*shorten(typed))];
        reader.decoder.emit(entry.value.span, &messages::SAYS_ONLY_WHETHER, &gaps);
        return None;
    }
    let country = country?.map(Country::or_as_typed);
    Some(MeetingPlace { online: online_said?, venue: venue?, town: town?, country })
}
