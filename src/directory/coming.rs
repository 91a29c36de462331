//! The coming meetings of all groups.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _, ZonedDateTime};
use rayon::prelude::*;

use super::Directory;
use crate::charter::{Charter, Series};

/// For how many days from the build date the coming meetings are worked out.
pub const DAYS_AHEAD: i32 = 28;

/// A meeting of a group.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// The position of the group.
    pub group: usize,
    /// The position of the series among the group's.
    pub series: usize,
    /// When it starts, in the group's time zone.
    pub start: ZonedDateTime,
    /// When it ends.
    pub end: ZonedDateTime,
}

impl Directory {
    /// The meetings of the groups that meet, from the build date on for [`DAYS_AHEAD`] days: by their
    /// days where they are held, then by the instant at which they start, then by the groups' names.
    pub fn coming(&self) -> &[Meeting] {
        self.coming.get_or_init(|| {
            let until = self.today.saturating_add(DAYS_AHEAD.days());
            let groups = self.current().par_iter();
            let mut meetings: Vec<Meeting> =
                groups.flat_map_iter(|group| self.meetings_of(*group, until)).collect();
            meetings.par_sort_by_cached_key(Meeting::order);
            meetings
        })
    }

    /// How many meetings [`coming`](Directory::coming) has. It is counted without working out their times.
    pub fn coming_count(&self) -> usize {
        let until = self.today.saturating_add(DAYS_AHEAD.days());
        let groups = self.current().par_iter();
        let series = groups.flat_map_iter(|group| &self.groups[*group].meetings);
        series
            .map(|series| series.days_from(self.today).take_while(|day| *day < until).count())
            .sum()
    }

    fn meetings_of(&self, group: usize, until: Date) -> impl Iterator<Item = Meeting> {
        let series = self.groups[group].meetings.iter().enumerate();
        series.flat_map(move |(position, series)| {
            let days = series.days_from(self.today).take_while(move |day| *day < until);
            days.filter_map(move |day| {
                let (start, end) = series.clock.on(day)?;
                Some(Meeting { group, series: position, start, end })
            })
        })
    }
}

impl Meeting {
    /// The group and the series.
    pub fn of<'a>(&self, directory: &'a Directory) -> (&'a Charter, &'a Series) {
        let charter = &directory.groups[self.group];
        (charter, &charter.meetings[self.series])
    }

    fn order(&self) -> (Date, Timestamp, usize, usize) {
        (self.start.date(), self.start.timestamp(), self.group, self.series)
    }
}
