//! What an event says in words.

use crate::charter::{Charter, Meeting, MeetingPlace, Places, Series};
use crate::config::{Axis, BaseUrl, Settings};
use crate::directory::Directory;
use crate::text::web_address_in;
use crate::words::Words;

/// The host of an address: `example.org`.
pub(super) fn host(base_url: &BaseUrl) -> &str {
    let address = base_url.as_str();
    let without_path = &address[..address.len() - base_url.path().len()];
    without_path.split_once("://").map_or(without_path, |(_, host)| host)
}

/// The name of the group, with that of the series if it has one.
pub(super) fn summary(words: &Words, charter: &Charter, series: &Series) -> String {
    match &series.name {
        Some(name) => {
            let parts = [("group", (&*charter.name).into()), ("series", (&**name).into())];
            words.fill("event-series", &parts)
        }
        None => charter.name.clone(),
    }
}

/// The summary, how to join, and where to read more.
pub(super) fn description(settings: &Settings, charter: &Charter, page: &str) -> String {
    let words = &settings.words;
    let own = charter.joining.contact.as_ref();
    let join = match (charter.joining.places, own) {
        (Some(Places::Open), Some(_)) => Some("event-places-open"),
        (Some(Places::WaitingList), Some(_)) => Some("event-places-waiting-list"),
        (Some(Places::Full), Some(_)) => Some("event-places-full"),
        (None, Some(_)) => Some("event-contact"),
        (_, None) => None,
    };
    let join = join
        .zip(own)
        .map(|(key, contact)| words.fill(key, &[("contact", contact.as_str().into())]));
    let more = words.fill("event-more", &[("page", page.into())]);
    let end = join.into_iter().chain([more]).collect::<Vec<_>>().join("\n");
    charter.summary.iter().cloned().chain([end]).collect::<Vec<_>>().join("\n\n")
}

/// Where the meeting is: the place, how one takes part online, or both.
pub(super) fn location(words: &Words, place: &MeetingPlace) -> String {
    let country = place.country.as_ref().map(|country| &country.name);
    let parts = [place.venue.as_ref(), place.town.as_ref(), country];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    let online = place.online.as_deref();
    let online = online.map(|how| words.fill("event-online", &[("how", how.into())]));
    let in_person = Some(parts.join(", ")).filter(|parts| !parts.is_empty());
    in_person.into_iter().chain(online).collect::<Vec<_>>().join("; ")
}

/// The web address at which everybody may join a meeting.
pub(super) fn joining_address<'a>(meeting: &Meeting<'a>) -> Option<&'a str> {
    let series = meeting.series;
    let Some(place) = meeting.moved.and_then(|moved| moved.place.as_ref()) else {
        return series.joining_address();
    };
    let online = place.online.as_deref()?;
    web_address_in(online).map(|(_, address, _)| address).or(series.url.as_deref())
}

/// The names of the group's terms.
pub(super) fn categories<'a>(
    directory: &'a Directory,
    charter: &'a Charter,
) -> impl Iterator<Item = &'a str> {
    Axis::ALL.into_iter().flat_map(move |axis| {
        let terms = directory.config.vocabulary.terms(axis);
        charter.terms_on(axis).iter().map(|term| terms[*term].name.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_between_the_scheme_and_the_path() {
        let host = |text| host(&BaseUrl::parse(text).unwrap()).to_owned();
        assert_eq!(host("https://example.org"), "example.org");
        assert_eq!(host("http://localhost:8000/a/b/"), "localhost:8000");
    }

    #[test]
    fn a_place_may_be_in_a_room_and_online() {
        let place = |online: Option<&str>, venue: Option<&str>, town: Option<&str>| MeetingPlace {
            online: online.map(str::to_owned),
            venue: venue.map(str::to_owned),
            town: town.map(str::to_owned),
            country: None,
        };
        let location = |place: &MeetingPlace| location(&Words::english(), place);
        let both = place(Some("Video call"), Some("Old Mill"), Some("Leeds"));
        assert_eq!(location(&both), "Old Mill, Leeds; Online: Video call");
        assert_eq!(location(&place(Some("Video call"), None, None)), "Online: Video call");
        assert_eq!(location(&place(None, None, Some("Leeds"))), "Leeds");
    }
}
