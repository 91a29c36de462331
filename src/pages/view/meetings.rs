//! What pages are given of meetings.

use serde::Serialize;

use super::typed;
use super::{DateView, Label, Link, PageLink};

/// A series of meetings.
#[derive(Clone, Debug, Serialize)]
pub struct MeetingView {
    /// What the series is called.
    #[serde(serialize_with = "typed::set")]
    pub name: Option<String>,
    /// `Second Tuesday of each month, 18:30 to 20:00, UK time`
    pub meets: String,
    /// `Second Tuesday of each month`; none where the dates say it.
    pub when: Option<String>,
    /// `2 days`; none where the time says when it ends.
    pub duration: Option<String>,
    /// `UK time`; none beside a time, which has it.
    pub timezone: Option<String>,
    /// Meetings after the next ones, where no words say on which days they are.
    pub coming: Vec<OccurrenceView>,
    /// Whether it had dates, and all of them are past.
    pub is_over: bool,
    /// The last day on which the series goes on, where no words say it.
    pub until: Option<DateView>,
    /// Coming meetings that are cancelled or moved.
    pub changes: Vec<ChangeView>,
    /// Where it meets.
    pub place: PlaceView,
    /// Where everybody may join.
    pub url: Option<Link>,
    /// Its notes.
    pub notes: Option<Link>,
    /// Its recordings.
    pub recordings: Option<Link>,
    /// How far ahead the dates are set.
    #[serde(serialize_with = "typed::set")]
    pub notice: Option<String>,
}

/// Where a series meets.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceView {
    /// Online, in person, or both.
    pub mode: Label,
    /// `Old Mill, Leeds, United Kingdom`
    #[serde(serialize_with = "typed::set")]
    pub room: Option<String>,
    /// How to take part online.
    pub online: Option<OnlineView>,
}

/// A meeting that is not as its series has it.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// The day on which it would have been.
    pub day: DateView,
    /// The last day, if all meetings from the first to it are cancelled.
    pub last: Option<DateView>,
    /// When and where it is instead: `Tuesday 16 June 2026, 20:00 to 21:30`. None if it is cancelled.
    pub to: Option<String>,
    /// Whether it is on the same day.
    pub is_same_day: bool,
}

/// How to take part online: a text, which may have a web address in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OnlineView {
    /// What is before the address; the whole text if there is none.
    pub before: String,
    /// The address, under its host's name.
    pub link: Option<Link>,
    /// What is after it.
    pub after: String,
}

/// A day in little room.
#[derive(Clone, Debug, Serialize)]
pub struct TileView {
    /// `Tue`
    pub weekday: String,
    /// `8`
    pub day: String,
    /// `Dec`
    pub month: String,
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
    /// `UK time`; empty where it needs no saying.
    pub timezone: String,
    /// Where it is, if the meetings beside it are elsewhere.
    pub place: Option<String>,
}

/// The coming meetings, one page of the list.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarView {
    /// For how many weeks they are shown.
    pub weeks: i32,
    /// How many meetings the whole list has.
    pub total: usize,
    /// Each day from the first with a meeting to the last, whichever page has it.
    pub strip: Vec<StripDay>,
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
    /// The calendar of all meetings.
    pub whole: Option<SubscriptionView>,
    /// The calendars of the terms, by axis.
    pub feeds: Vec<CalendarFeeds>,
}

/// How one subscribes to a calendar.
#[derive(Clone, Debug, Serialize)]
pub struct SubscriptionView {
    /// The file on this site.
    pub href: String,
    /// Its address.
    pub address: String,
    /// The same with the scheme that programs take as a calendar to subscribe to.
    pub webcal: String,
    /// Links that add it to calendars on the web.
    pub on_the_web: Vec<Link>,
}

/// The calendars of the terms of an axis.
#[derive(Clone, Debug, Serialize)]
pub struct CalendarFeeds {
    /// `field of practice`
    pub axis: String,
    /// The terms, each with the place on its page where one subscribes.
    pub terms: Vec<Link>,
}

/// A day in the strip above the meetings.
#[derive(Clone, Debug, Serialize)]
pub struct StripDay {
    /// The day.
    pub tile: TileView,
    /// Where its first meeting is; none on a day without meetings.
    pub href: Option<String>,
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
    #[serde(serialize_with = "typed::set")]
    pub name: String,
    /// The group's page.
    pub href: String,
    /// The language tag, where it is not the site's.
    pub language: Option<String>,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// When it is.
    pub at: OccurrenceView,
    /// Whether it is held then.
    pub is_held: bool,
    /// The day from which it was moved.
    pub moved_from: Option<String>,
    /// If it is not held then, and was moved: the day on which it is.
    pub moved_to: Option<String>,
    /// Online, in person, or both.
    pub mode: Label,
    /// The town.
    pub town: Option<String>,
}
