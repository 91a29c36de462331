//! The coming meetings.

use jiff::ToSpan as _;

use super::super::{
    Body, CalendarDay, CalendarFeeds, CalendarView, EntryView, Link, SoonView, StripDay, View,
};
use super::Writer;
use super::lists::{numbered, page_links};
use crate::config::{Axis, Term};
use crate::directory::{DAYS_AHEAD, Meeting, State};
use crate::pages::Page;
use crate::pages::paging::{CALENDAR_LENGTH, part_of};
use crate::pages::{Address, labels, times};

/// How many days ahead the home page looks.
const SOON: i32 = 14;

/// How many meetings the home page shows.
const MOST_SOON: usize = 6;

/// How many meetings of one day it shows: tomorrow's are there when those of the morning are over.
const MOST_SOON_A_DAY: usize = 3;

/// The anchor of a term's calendar on its page.
const CALENDAR: &str = "calendar";

impl Writer<'_> {
    /// The coming meetings, one page of the list.
    pub(super) fn calendar(&self, page: &Page, number: usize) -> View {
        let first = Address::calendar();
        let (words, config) = (self.words(), &self.directory.config);
        let title = numbered(words, words.get("calendar"), number);
        let mut view = self.page(page, &title, words.get("calendar-description"));
        view.section = self.href(&first);
        let meetings = self.directory.coming();
        let (on_page, count) = part_of(meetings, number, CALENDAR_LENGTH);
        let href = |number: usize| self.href(&first.page(number));
        let body = CalendarView {
            weeks: DAYS_AHEAD / 7,
            total: meetings.len(),
            strip: self.strip(number),
            days: self.days(on_page),
            number,
            pages: page_links(count, number, href),
            previous: (number > 1).then(|| href(number - 1)),
            next: (number < count).then(|| href(number + 1)),
            whole: self.subscription(
                &Address::file("calendar.ics"),
                self.directory.current(),
                &config.settings.title,
            ),
            feeds: config.vocabulary.axes().map(|axis| self.calendar_feeds(axis)).collect(),
        };
        View::new(view, Body::Calendar(body))
    }

    /// The first meetings of the next two weeks, where the site has a calendar.
    pub(super) fn coming_soon(&self) -> Vec<SoonView> {
        if !self.directory.config.settings.features.calendars {
            return Vec::new();
        }
        let until = self.directory.today.saturating_add(SOON.days());
        let coming = self.directory.coming();
        let days = coming.chunk_by(|one, other| one.start.date() == other.start.date());
        let held = days
            .flat_map(|day| day.iter().filter(|meeting| meeting.is_held()).take(MOST_SOON_A_DAY));
        let soon = held.take_while(|meeting| meeting.start.date() < until);
        soon.take(MOST_SOON).map(|meeting| self.soon(meeting)).collect()
    }

    fn soon(&self, meeting: &Meeting) -> SoonView {
        let (charter, _) = meeting.of(self.directory);
        let place = meeting.place(self.directory);
        let (language, direction) = self.language(charter);
        SoonView {
            name: charter.name.clone(),
            href: self.href(&Address::group(&charter.id)),
            language,
            direction,
            next: times::next(self.words(), &meeting.start, &meeting.end, place),
        }
    }

    /// Each day from the first with a meeting to the last, for page `number` of the list.
    fn strip(&self, number: usize) -> Vec<StripDay> {
        let meetings = self.directory.coming();
        let (Some(first), Some(last)) = (meetings.first(), meetings.last()) else {
            return Vec::new();
        };
        let dates = first.start.date().series(1.day());
        let dates = dates.take_while(|date| *date <= last.start.date());
        let day = |date| {
            let at = meetings.partition_point(|meeting| meeting.start.date() < date);
            let begins = meetings[at..].first().is_some_and(|next| next.start.date() == date);
            let page = match at / CALENDAR_LENGTH + 1 {
                own if own == number => String::new(),
                other => self.href(&Address::calendar().page(other)),
            };
            StripDay {
                tile: times::tile(self.words(), date),
                href: begins.then(|| format!("{page}#day-{date}")),
            }
        };
        dates.map(day).collect()
    }

    fn days(&self, meetings: &[Meeting]) -> Vec<CalendarDay> {
        let days = meetings.chunk_by(|one, other| one.start.date() == other.start.date());
        let day = |meetings: &[Meeting]| {
            let date = meetings[0].start.date(); // `chunk_by` gives no empty chunk
            CalendarDay {
                day: times::long_date_view(self.words(), date),
                meetings: meetings.iter().map(|meeting| self.entry(meeting)).collect(),
            }
        };
        days.map(day).collect()
    }

    fn entry(&self, meeting: &Meeting) -> EntryView {
        let (charter, _) = meeting.of(self.directory);
        let place = meeting.place(self.directory);
        let day = |day| self.words().long_date(day);
        let (moved_from, moved_to) = match meeting.state {
            State::MovedFrom(from) => (Some(day(from)), None),
            State::MovedTo(to) => (None, Some(day(to))),
            State::AsPlanned | State::Cancelled => (None, None),
        };
        let (language, direction) = self.language(charter);
        EntryView {
            name: charter.name.clone(),
            href: self.href(&Address::group(&charter.id)),
            language,
            direction,
            at: times::at(self.words(), &meeting.start, &meeting.end),
            moved_from,
            is_held: meeting.is_held(),
            moved_to,
            mode: labels::place_mode(self.words(), place),
            town: place.town.clone(),
        }
    }

    fn calendar_feeds(&self, axis: Axis) -> CalendarFeeds {
        let terms = self.directory.config.vocabulary.terms(axis).iter().enumerate();
        let link = |(position, term): (usize, &Term)| {
            let address = Address::term(axis, &term.id);
            let (file, groups) =
                (address.child("calendar.ics"), self.directory.with_term(axis, position));
            self.subscription(&file, groups, &term.name)?;
            let href = format!("{}#{CALENDAR}", self.href(&address));
            Some(Link { name: term.name.clone(), href })
        };
        let axis = axis.singular(self.words()).to_owned();
        CalendarFeeds { axis, terms: terms.filter_map(link).collect() }
    }
}
