//! What a reader sees for the values of a charter.

use jiff::ToSpan as _;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::view::{ContactView, CostsView, DateView, Label, MeetingView};
use crate::charter::schedule::{Duration, date_words};
use crate::charter::{Costs, MeetingPlace, Membership, Pattern, Per, Places, Series, Status};
use crate::config::Contact;

/// What stays as it is in the subject of a `mailto:` address (RFC 6068, section 2).
const SUBJECT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What stays as it is in the address of a `mailto:`.
const MAILBOX: &AsciiSet = &SUBJECT.remove(b'@').remove(b'+').remove(b'!').remove(b'$');

pub(super) fn date(date: Date) -> DateView {
    DateView { iso: date.to_string(), words: date_words(date) }
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
        Places::Full => Label { id: "full", name: "Full" },
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
                Per::Once => "once, when you join",
            };
            CostsView {
                summary: format!("{} {per}", amount.in_words()),
                covers: covers.clone(),
                concessions: concessions.clone(),
            }
        }
    }
}

/// When a series meets, in a few words: `Second Tuesday of each month, 18:30`.
pub(crate) fn meets(series: &Series) -> String {
    let days = match &series.pattern {
        Pattern::Regular { rule, first, .. } => {
            rule.words(*first).unwrap_or_else(|| "On dates by a rule".to_owned())
        }
        Pattern::Dates(_) => "On set dates".to_owned(),
        Pattern::Varies { when } => return when.clone(),
    };
    match &series.clock.time {
        Some(time) => format!("{days}, {}", time.strftime("%H:%M")),
        None => days,
    }
}

/// How many dates of a rule that words cannot say are listed.
const LISTED_DATES: usize = 12;

pub(super) fn meeting(series: &Series, today: Date) -> MeetingView {
    let (when, dates) = days(series, today);
    let place = series.place.clone();
    let clock = &series.clock;
    let (first, until, skipped) = match &series.pattern {
        Pattern::Regular { rule, first, skip } => {
            let skipped = skip.iter().copied().map(date).collect();
            (Some(*first), rule.parts().until, skipped)
        }
        Pattern::Dates(_) | Pattern::Varies { .. } => (None, None, Vec::new()),
    };
    MeetingView {
        when,
        time: clock.time.map(|time| hours(time, clock.duration)),
        duration: clock.duration.map(Duration::words),
        timezone: clock.timezone.as_ref().and_then(TimeZone::iana_name).map(str::to_owned),
        dates,
        first: first.map(date),
        until: until.map(date),
        skipped,
        mode: mode(&[&place]).unwrap_or(Label { id: "unknown", name: "Somewhere" }),
        online: place.online,
        venue: place.venue,
        town: place.town,
        country: place.country,
        notice: series.notice.clone(),
    }
}

/// The days in words, or as dates where words cannot say them.
fn days(series: &Series, today: Date) -> (Option<String>, Vec<DateView>) {
    match &series.pattern {
        Pattern::Regular { rule, first, .. } => match rule.words(*first) {
            Some(words) => (Some(words), Vec::new()),
            None => {
                let coming = series.days_from(today).take(LISTED_DATES).map(date).collect();
                (None, coming)
            }
        },
        Pattern::Dates(dates) => (None, dates.iter().copied().map(date).collect()),
        Pattern::Varies { when } => (Some(when.clone()), Vec::new()),
    }
}

/// From when to when: `18:30 to 20:00`.
fn hours(start: Time, duration: Option<Duration>) -> String {
    let clock = |time: Time| time.strftime("%H:%M").to_string();
    match duration {
        Some(duration) => {
            let end = start.wrapping_add(i64::from(duration.minutes()).minutes());
            format!("{} to {}", clock(start), clock(end))
        }
        None => clock(start),
    }
}
