//! What a reader sees for the values of a charter.

use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::view::{ContactView, CostsView, DateView, Label, LanguageView};
use crate::charter::schedule::date_words;
use crate::charter::{Charter, Costs, MeetingPlace, Membership, Per, Places, Standing, Status};
use crate::config::{Contact, Language};

/// What stays as it is in the subject of a `mailto:` address (RFC 6068, section 2).
const SUBJECT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What stays as it is in the address of a `mailto:`.
const MAILBOX: &AsciiSet = &SUBJECT.remove(b'@').remove(b'+').remove(b'!').remove(b'$');

pub(super) fn date(date: Date) -> DateView {
    DateView { iso: date.to_string(), words: date_words(date) }
}

pub(super) fn language(language: &Language) -> LanguageView {
    LanguageView {
        tag: language.as_str().to_owned(),
        direction: language.direction(),
        name: language.own_name().to_owned(),
        english: language.english_name().filter(|english| *english != language.own_name()),
    }
}

pub(crate) fn membership(membership: Membership) -> Label {
    match membership {
        Membership::Open => Label { id: "open", name: "Open group" },
        Membership::Closed => Label { id: "closed", name: "Closed group" },
    }
}

pub(crate) fn places(places: Places) -> Label {
    match places {
        Places::Open => Label { id: "open", name: "Places now" },
        Places::WaitingList => Label { id: "waiting-list", name: "Waiting list" },
        Places::Full => Label { id: "full", name: "No places now" },
    }
}

pub(crate) fn status(status: Status) -> Label {
    match status {
        Status::Forming => Label { id: "forming", name: "Forming" },
        Status::Active => Label { id: "active", name: "Active" },
        Status::Paused => Label { id: "paused", name: "Paused" },
        Status::Ended => Label { id: "ended", name: "Ended" },
    }
}

/// Online, in person, or both.
pub(crate) fn mode(places: &[&MeetingPlace]) -> Option<Label> {
    let online = places.iter().any(|place| place.online.is_some());
    let in_person = places.iter().any(|place| place.is_in_person());
    match (online, in_person) {
        (true, true) => Some(Label { id: "hybrid", name: "Online and in person" }),
        (true, false) => Some(Label { id: "online", name: "Online" }),
        (false, true) => Some(Label { id: "in-person", name: "In person" }),
        (false, false) => None,
    }
}

/// What a newcomer should know first of a group, as [`Card::state`](super::view::Card) has it.
pub(super) fn state(charter: &Charter, today: Date) -> &'static str {
    match (charter.status, charter.joining.places) {
        (Status::Ended | Status::Paused | Status::Forming, _) => status(charter.status).id,
        (Status::Active, places @ (Places::Full | Places::WaitingList)) => self::places(places).id,
        (Status::Active, Places::Open) if charter.lacks_dates(today) => "no-dates",
        (Status::Active, Places::Open) => "open",
    }
}

pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Current => "current",
        Standing::Paused => "paused",
        Standing::Ended => "ended",
    }
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

/// Online, in person, or both, for one place.
pub(super) fn place_mode(place: &MeetingPlace) -> Label {
    mode(&[place]).unwrap_or(Label { id: "unknown", name: "Somewhere" })
}

/// An address to write to. A message to a group starts with the group's name as its subject.
pub(super) fn contact(contact: &Contact, subject: &str) -> ContactView {
    let text = contact.as_str().to_owned();
    match contact {
        Contact::Email(address) => {
            let address = utf8_percent_encode(address, MAILBOX);
            let subject = utf8_percent_encode(subject, SUBJECT);
            ContactView { kind: "email", href: format!("mailto:{address}?subject={subject}"), text }
        }
        Contact::Web(address) => ContactView { kind: "web", href: address.clone(), text },
    }
}

pub(crate) fn costs(costs: &Costs) -> CostsView {
    match costs {
        Costs::Free => CostsView { summary: "Free".to_owned(), covers: None, concessions: None },
        Costs::Paid { amount, per, covers, concessions } => {
            let per = match per {
                Per::Meeting => "a meeting",
                Per::Month => "a month",
                Per::Year => "a year",
                Per::Once => "once, on joining",
            };
            CostsView {
                summary: format!("{} {per}", amount.in_words()),
                covers: covers.clone(),
                concessions: concessions.clone(),
            }
        }
    }
}
