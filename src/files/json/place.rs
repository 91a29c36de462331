//! Places, as `/groups.json` says them.

use serde::Serialize;

use crate::charter::{Country, MeetingPlace};

/// A country.
#[derive(Serialize)]
pub(super) struct Land<'a> {
    name: &'a str,
    /// Its two letters (ISO 3166-1 alpha-2).
    code: Option<&'a str>,
}

/// Where a meeting is.
#[derive(Serialize)]
pub(super) struct Place<'a> {
    online: Option<&'a str>,
    venue: Option<&'a str>,
    town: Option<&'a str>,
    country: Option<Land<'a>>,
}

pub(super) fn land(country: &Country) -> Land<'_> {
    Land { name: &country.name, code: country.code.as_deref() }
}

pub(super) fn place(place: &MeetingPlace) -> Place<'_> {
    Place {
        online: place.online.as_deref(),
        venue: place.venue.as_deref(),
        town: place.town.as_deref(),
        country: place.country.as_ref().map(land),
    }
}
