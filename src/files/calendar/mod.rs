//! Calendars of meetings, to be imported or subscribed to (iCalendar: RFC 5545, with the properties of
//! RFC 7986).
//!
//! 1. [`simple`] splits a rule into rules that programs read alike.
//! 2. [`events`] turns each series of a charter into events (RFC 5545, section 3.6.1), under names that stay ([`uid`]),
//!    with [`texts`].
//! 3. [`zones`] describes every time zone that they name (section 3.6.5).
//! 4. [`lines`] writes content lines: escaped, and folded at 75 octets (sections 3.1 and 3.3.11).
//!
//! `docs/calendars.md` says what they hold, and why.
//!
//! Nobody is invited: there is no `ORGANIZER` and no `ATTENDEE`, and the one address in an event is
//! the group's `joining.contact`. RFC 5546 asks for an organizer beside `METHOD:PUBLISH`; programs
//! publish calendars without one, and older versions of Outlook take a file without the method for a
//! single meeting.

mod events;
mod lines;
mod simple;
mod texts;
mod uid;
mod zones;

use jiff::ZonedDateTime;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::charter::{Charter, Standing};
use crate::config::{Axis, Term};
use crate::directory::Directory;
use crate::pages::{Address, FileKind, Outline, Site};
use crate::words::Words;
use events::Event;
use lines::Lines;
use zones::Zones;

/// How often a program that subscribes should look again. Dates change by the day, not by the hour.
const REFRESH: &str = "P1D";

const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// What the calendar of a group is called, and that of a term, in the folders of their pages.
const OF_GROUP: &str = "meetings.ics";
const OF_TERM: &str = "calendar.ics";

/// What the file of the next meeting is called, in the folder of its group's page.
const NEXT_MEETING: &str = "next-meeting.ics";

/// The calendar of each group. A file stays at its address when there is nothing to show, and under each earlier id of
/// the group, so that whoever subscribes to it does not lose it; so do the others.
pub(super) const OF_GROUPS: FileKind = FileKind {
    media_type: MEDIA_TYPE,
    plan: |outline, add| {
        let groups = outline.directory.groups().iter().enumerate();
        for (position, charter) in groups.filter(|_| are_wanted(outline)) {
            let earlier = charter.aliases.iter().map(|alias| Address::alias(alias));
            let earlier = earlier.filter(Address::is_of_a_group);
            for address in std::iter::once(Address::group(&charter.id)).chain(earlier) {
                add(address.child(OF_GROUP), position);
            }
        }
    },
    make: |site, file| {
        let charter = &site.directory.groups()[file.number];
        let address = Address::group(&charter.id).child(OF_GROUP);
        Ok(of(site, &address, &charter.name, &[file.number]))
    },
};

/// The next meeting of each group that has one with a date.
pub(super) const NEXT_MEETINGS: FileKind = FileKind {
    media_type: MEDIA_TYPE,
    plan: |outline, add| {
        let today = outline.directory.today;
        let groups = outline.directory.groups().iter().enumerate();
        for (position, charter) in groups.filter(|_| are_wanted(outline)) {
            if Event::next_of(charter, today).is_some() {
                add(Address::group(&charter.id).child(NEXT_MEETING), position);
            }
        }
    },
    make: |site, file| Ok(next_meeting(site.directory, &site.directory.groups()[file.number])),
};

/// The calendar of each term.
pub(super) const OF_TERMS: FileKind = FileKind {
    media_type: MEDIA_TYPE,
    plan: |outline, add| {
        let terms = terms(outline.directory).into_iter().enumerate();
        for (number, (axis, _, term)) in terms.filter(|_| are_wanted(outline)) {
            let earlier = term.aliases.addresses.iter().map(|alias| Address::alias(&alias.value));
            for address in std::iter::once(Address::term(axis, &term.id)).chain(earlier) {
                add(address.child(OF_TERM), number);
            }
        }
    },
    make: |site, file| {
        let (axis, position, term) = terms(site.directory)[file.number];
        let title = format!("{}: {}", term.name, site.directory.config.settings.title);
        let address = Address::term(axis, &term.id).child(OF_TERM);
        Ok(of(site, &address, &title, site.directory.with_term(axis, position)))
    },
};

/// The calendar of all groups.
pub(super) const WHOLE: FileKind = FileKind {
    media_type: MEDIA_TYPE,
    plan: |outline, add| {
        if are_wanted(outline) {
            add(Address::file("calendar.ics"), 0);
        }
    },
    make: |site, file| {
        let title = &site.directory.config.settings.title;
        Ok(of(site, &file.address, title, site.directory.listed()))
    },
};

fn are_wanted(outline: &Outline<'_>) -> bool {
    outline.directory.config.settings.features.calendars
}

/// The terms of all axes, each with its position.
fn terms(directory: &Directory) -> Vec<(Axis, usize, &Term)> {
    let of_axis = |axis| {
        let terms = directory.config.vocabulary.terms(axis).iter().enumerate();
        terms.map(move |(position, term)| (axis, position, term))
    };
    Axis::ALL.into_iter().flat_map(of_axis).collect()
}

fn of(site: &Site<'_>, address: &Address, title: &str, groups: &[usize]) -> String {
    let groups = groups.iter().map(|group| &*site.directory.groups()[*group]);
    calendar(site.directory, title, address.as_str(), groups)
}

/// A calendar of the meetings of some groups, in the order of the groups. Groups that have ended or
/// paused have none, nor do series whose dates only words describe. One without meetings says so: it has a
/// description and, since a calendar needs a component (RFC 5545, section 3.4), a time zone.
///
/// `title` is what a program calls the calendar, and `address` is its own path on the site, such as
/// `/groups/x/meetings.ics`.
pub fn calendar<'a>(
    directory: &Directory,
    title: &str,
    address: &str,
    groups: impl Iterator<Item = &'a Charter> + Clone,
) -> String {
    let today = directory.today;
    let events =
        groups.clone().flat_map(|charter| Event::all_of(charter, today)).collect::<Vec<_>>();
    let any_start = start_of_day(today, groups.clone()).filter(|_| events.is_empty());
    let mut lines = opening();
    lines.text("NAME", title);
    lines.text("X-WR-CALNAME", title); // what programs older than RFC 7986 read
    if events.is_empty() {
        let words = why_empty(&directory.config.settings.words, groups);
        lines.text("DESCRIPTION", words);
        lines.text("X-WR-CALDESC", words);
    }
    let source = directory.config.settings.base_url.absolute(address);
    lines.property("SOURCE;VALUE=URI", &source);
    lines.property("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.property("X-PUBLISHED-TTL", REFRESH); // the same for Outlook
    finish(lines, directory, &events, any_start.as_ref())
}

/// The next meeting of a group, to be put into one's own calendar. Nobody subscribes to it: it has no name and no source.
fn next_meeting(directory: &Directory, charter: &Charter) -> String {
    let next = Event::next_of(charter, directory.today);
    finish(opening(), directory, next.as_slice(), None)
}

fn opening() -> Lines {
    let mut lines = Lines::default();
    lines.property("BEGIN", "VCALENDAR");
    lines.property("VERSION", "2.0");
    lines.property("PRODID", "-//Guildhall//Communities of practice//EN");
    lines.property("CALSCALE", "GREGORIAN");
    lines.property("METHOD", "PUBLISH");
    lines
}

/// Writes events after the time zones that they name, and that of another time.
fn finish(
    mut lines: Lines,
    directory: &Directory,
    events: &[Event<'_>],
    other: Option<&ZonedDateTime>,
) -> String {
    let mut zones = Zones::default();
    for start in events.iter().map(Event::start).chain(other) {
        zones.cover(start);
    }
    zones.write(&mut lines, directory.today);
    for event in events {
        event.write(&mut lines, directory);
    }
    lines.property("END", "VCALENDAR");
    lines.finish()
}

/// A day's start in the first time zone that one of the groups names, else in UTC.
fn start_of_day<'a>(
    day: Date,
    mut groups: impl Iterator<Item = &'a Charter>,
) -> Option<ZonedDateTime> {
    let zone = groups.find_map(|charter| {
        charter.meetings.iter().find_map(|series| series.clock.timezone.clone())
    });
    day.to_zoned_datetime(zone.unwrap_or(TimeZone::UTC)).ok()
}

/// Why a calendar has no meeting.
fn why_empty<'w, 'a>(words: &'w Words, mut groups: impl Iterator<Item = &'a Charter>) -> &'w str {
    let first = groups.next().filter(|_| groups.next().is_none());
    words.get(match first.map(|charter| charter.status.standing()) {
        Some(Standing::Paused) => "events-paused",
        Some(Standing::Ended) => "events-ended",
        _ => "events-none",
    })
}
