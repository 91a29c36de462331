//! What a reader sees for the values of a charter.

use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::view::{ContactView, CostsView, DateView, GroupLinkView, Label, LanguageView};
use crate::charter::{
    Based, Charter, Costs, GroupLink, MeetingPlace, Membership, Per, Places, Standing, Status,
};
use crate::config::{Contact, Language};
use crate::words::Words;

/// What stays as it is in the subject and the body of a `mailto:` address (RFC 6068, section 2).
const SUBJECT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What stays as it is in the address of a `mailto:`.
const MAILBOX: &AsciiSet = &SUBJECT.remove(b'@').remove(b'+').remove(b'!').remove(b'$');

pub(super) fn date(words: &Words, date: Date) -> DateView {
    DateView { iso: date.to_string(), words: words.date(date) }
}

pub(super) fn language(language: &Language) -> LanguageView {
    LanguageView {
        tag: language.as_str().to_owned(),
        direction: language.direction(),
        name: language.own_name().to_owned(),
        english: language.english_name().filter(|english| *english != language.own_name()),
    }
}

pub(crate) fn membership(words: &Words, membership: Membership) -> Label {
    match membership {
        Membership::Open => Label::new("open", words.get("membership-open")),
        Membership::Closed => Label::new("closed", words.get("membership-closed")),
    }
}

pub(crate) fn places(words: &Words, places: Places) -> Label {
    match places {
        Places::Open => Label::new("open", words.get("places-open")),
        Places::WaitingList => Label::new("waiting-list", words.get("places-waiting-list")),
        Places::Full => Label::new("full", words.get("places-full")),
    }
}

pub(crate) fn status(words: &Words, status: Status) -> Label {
    match status {
        Status::Forming => Label::new("forming", words.get("status-forming")),
        Status::Active => Label::new("active", words.get("status-active")),
        Status::Paused => Label::new("paused", words.get("status-paused")),
        Status::Ended => Label::new("ended", words.get("status-ended")),
    }
}

/// Online, in person, or both.
pub(crate) fn mode(words: &Words, places: &[&MeetingPlace]) -> Option<Label> {
    let online = places.iter().any(|place| place.online.is_some());
    let in_person = places.iter().any(|place| place.is_in_person());
    match (online, in_person) {
        (true, true) => Some(Label::new("hybrid", words.get("mode-hybrid"))),
        (true, false) => Some(Label::new("online", words.get("mode-online"))),
        (false, true) => Some(Label::new("in-person", words.get("mode-in-person"))),
        (false, false) => None,
    }
}

/// What a newcomer should know first of a group, as [`Card::state`](super::view::Card) has it.
pub(super) fn state(charter: &Charter, today: Date) -> &'static str {
    match (charter.status, charter.joining.places) {
        (Status::Ended, _) => "ended",
        (Status::Paused, _) => "paused",
        (Status::Forming, _) => "forming",
        (Status::Active, Some(Places::Full)) => "full",
        (Status::Active, Some(Places::WaitingList)) => "waiting-list",
        (Status::Active, _) if charter.lacks_dates(today) => "no-dates",
        (Status::Active, _) => "open",
    }
}

pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Current => "current",
        Standing::Paused => "paused",
        Standing::Ended => "ended",
    }
}

/// Where a group is at home: `Bristol, Somerset, United Kingdom`.
pub(crate) fn based(based: &Based) -> String {
    based.parts().collect::<Vec<_>>().join(", ")
}

/// The towns of some places, each once, in their order.
pub(crate) fn towns<'a>(places: &[&'a MeetingPlace]) -> Vec<&'a str> {
    let mut towns: Vec<&str> = Vec::new();
    for town in places.iter().filter_map(|place| place.town.as_deref()) {
        if !towns.contains(&town) {
            towns.push(town);
        }
    }
    towns
}

/// A place in one line: `Old Mill, Leeds`, or how one takes part online.
pub(super) fn place_words(place: &MeetingPlace) -> String {
    let parts = [Some(room(place)), place.online.clone()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// The room in one line: `Old Mill, Leeds, United Kingdom`; empty where one meets only online.
pub(super) fn room(place: &MeetingPlace) -> String {
    let country = place.country.as_ref().map(|country| &country.name);
    let parts = [place.venue.as_ref(), place.town.as_ref(), country];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// Online, in person, or both, for one place.
pub(super) fn place_mode(words: &Words, place: &MeetingPlace) -> Label {
    mode(words, &[place]).unwrap_or_else(|| Label::new("unknown", words.get("mode-unknown")))
}

/// An address to write to. A message to a group starts with the group's name as its subject.
pub(crate) fn contact(contact: &Contact, subject: &str) -> ContactView {
    let text = contact.shown();
    match contact {
        Contact::Email(address) => {
            ContactView { kind: "email", href: letter(address, subject, None), text }
        }
        Contact::Web(address) => ContactView { kind: "web", href: address.clone(), text },
    }
}

/// The address that opens a letter (RFC 6068): each line of its text ends with a carriage return and a line feed. Spaces
/// that do not break are plain ones, because some mail programs show them as other signs.
pub(super) fn letter(address: &str, subject: &str, body: Option<&str>) -> String {
    let encoded = |text: &str| {
        let plain = text.replace(['\u{a0}', '\u{202f}'], " ").replace('\n', "\r\n");
        utf8_percent_encode(&plain, SUBJECT).to_string()
    };
    let address = utf8_percent_encode(address, MAILBOX);
    let body = body.map(|body| format!("&body={}", encoded(body))).unwrap_or_default();
    format!("mailto:{address}?subject={}{body}", encoded(subject))
}

/// A link with its host, or for an e-mail address what is after its `@`.
pub(super) fn group_link(link: &GroupLink, group: &str) -> GroupLinkView {
    let contact = contact(&link.address, group);
    let host = match &link.address {
        Contact::Email(address) => address.clone(),
        Contact::Web(address) => host(address).to_owned(),
    };
    GroupLinkView { name: link.name.clone(), kind: contact.kind, href: contact.href, host }
}

/// The host of a web address, without a `www.` that says nothing.
pub(super) fn host(address: &str) -> &str {
    let rest = address.strip_prefix("https://").unwrap_or(address);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

pub(crate) fn costs(words: &Words, costs: &Costs) -> CostsView {
    match costs {
        Costs::Free => CostsView {
            summary: words.get("costs-free").to_owned(),
            covers: None,
            concessions: None,
        },
        Costs::Paid { amount, per, covers, concessions } => {
            let per = match per {
                Per::Meeting => "costs-per-meeting",
                Per::Month => "costs-per-month",
                Per::Year => "costs-per-year",
                Per::Once => "costs-once",
            };
            CostsView {
                summary: words.fill(per, &[("amount", amount.in_words().into())]),
                covers: covers.clone(),
                concessions: concessions.clone(),
            }
        }
    }
}
