//! What pages are given of meetings.

use serde::Serialize;

use super::{DateView, Label, Link, PageLink};

/// A series of meetings.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingView {
    /// What the series is called.
    pub name: Option<String>,
    /// `Second Tuesday of each month`; none where the dates say it.
    pub when: Option<String>,
    /// `18:30 to 20:00`
    pub time: Option<String>,
    /// `1 hour 30 minutes`
    pub duration: Option<String>,
    /// `UK time`
    pub timezone: Option<String>,
    /// The next meetings.
    pub coming: Vec<OccurrenceView>,
    /// Whether it had dates, and all of them are past.
    pub is_over: bool,
    /// The first meeting, where it is still to come.
    pub first: Option<DateView>,
    /// The last day on which the series goes on.
    pub until: Option<DateView>,
    /// Coming dates of the series on which there is no meeting.
    pub skipped: Vec<DateView>,
    /// Online, in person, or both.
    pub mode: Label,
    /// How to take part online.
    pub online: Option<OnlineView>,
    /// The building or room.
    pub venue: Option<String>,
    /// The town.
    pub town: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// Where everybody may join.
    pub url: Option<Link>,
    /// Its notes.
    pub notes: Option<Link>,
    /// Its recordings.
    pub recordings: Option<Link>,
    /// How far ahead the dates are set.
    pub notice: Option<String>,
}

/// How to take part online: a text, which may have a web address in it.
#[derive(Clone, Debug, Serialize)]
pub struct OnlineView {
    /// What is before the address; the whole text if there is none.
    pub before: String,
    /// The address, under its host's name.
    pub link: Option<Link>,
    /// What is after it.
    pub after: String,
}

/// A meeting at its time.
#[derive(Clone, Debug, Serialize)]
pub struct OccurrenceView {
    /// When it starts, with the offset: `2026-12-08T18:30+00:00`.
    pub start: String,
    /// When it ends, likewise.
    pub end: String,
    /// `Tuesday 8 December 2026`
    pub date: String,
    /// `18:30 to 20:00`
    pub time: String,
    /// `UK time`
    pub timezone: String,
}

/// The coming meetings, one page of the list.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarView {
    /// For how many weeks they are shown.
    pub weeks: i32,
    /// How many meetings the whole list has.
    pub total: usize,
    /// The days on this page that have meetings.
    pub days: Vec<CalendarDay>,
    /// Which page this is, from 1.
    pub number: usize,
    /// Links to all pages of the list, in order; one entry when there is only one page.
    pub pages: Vec<PageLink>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// The calendar file of all meetings.
    pub whole_href: Option<String>,
    /// The calendar files of the terms, by axis.
    pub feeds: Vec<CalendarFeeds>,
}

/// The calendar files of the terms of an axis.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarFeeds {
    /// `field of practice`
    pub axis: String,
    /// The terms with their files.
    pub terms: Vec<Link>,
}

/// A day with its meetings.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarDay {
    /// The day, where the meetings are held.
    pub day: DateView,
    /// The meetings, by the instant at which they start.
    pub meetings: Vec<EntryView>,
}

/// A meeting in a list of the meetings of many groups.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// The group's name.
    pub name: String,
    /// The group's page.
    pub href: String,
    /// The language tag, where it is not the site's.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// When it is.
    pub at: OccurrenceView,
    /// Online, in person, or both.
    pub mode: Label,
    /// The town.
    pub town: Option<String>,
}
