//! The coming meetings of all groups.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _, ZonedDateTime};
use rayon::prelude::*;

use super::Directory;
use crate::charter::{self, Charter, MeetingPlace, Series};

/// For how many days from the build date the coming meetings are worked out.
pub const DAYS_AHEAD: i32 = 28;

/// A meeting of a group, or the place of one that is not held when it would have been.
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
    /// Whether it is held then.
    pub state: State,
}

/// Whether a meeting is held as its series has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is.
    AsPlanned,
    /// It is held here instead of on that day.
    MovedFrom(Date),
    /// It is held on that day instead.
    MovedTo(Date),
    /// It is not held.
    Cancelled,
}

impl Directory {
    /// The meetings of the groups that meet, from the build date on for [`DAYS_AHEAD`] days, with those that are
    /// not held: by their days where they are held, then by the instant at which they start, then by the groups'
    /// names. Those that began before and go on are among them.
    pub fn coming(&self) -> &[Meeting] {
        self.coming.get_or_init(|| {
            let groups = self.current().par_iter();
            let mut meetings: Vec<Meeting> = groups
                .flat_map_iter(|group| {
                    let series = self.groups[*group].meetings.iter().enumerate();
                    series.flat_map(move |(position, series)| {
                        let of_group = move |(meeting, state): (charter::Meeting<'_>, State)| {
                            let (start, end) = meeting.span()?;
                            Some(Meeting { group: *group, series: position, start, end, state })
                        };
                        self.coming_of(series).filter_map(of_group)
                    })
                })
                .collect();
            meetings.par_sort_by_cached_key(Meeting::order);
            meetings
        })
    }

    /// How many meetings [`coming`](Directory::coming) has. It is counted without working out their times.
    pub fn coming_count(&self) -> usize {
        let groups = self.current().par_iter();
        let series = groups.flat_map_iter(|group| &self.groups[*group].meetings);
        series.map(|series| self.coming_of(series).count()).sum()
    }

    fn coming_of<'a>(
        &self,
        series: &'a Series,
    ) -> impl Iterator<Item = (charter::Meeting<'a>, State)> {
        let until = self.today.saturating_add(DAYS_AHEAD.days());
        let held = series.meetings_not_over(self.today).take_while(move |it| it.day < until);
        let held = held.map(|meeting| match meeting.moved {
            Some(moved) if moved.from != moved.to => (meeting, State::MovedFrom(moved.from)),
            _ => (meeting, State::AsPlanned),
        });
        let not_held = series.not_held_from(self.today).take_while(move |(day, _)| *day < until);
        let not_held = not_held.map(|(day, moved)| {
            let state = moved.map_or(State::Cancelled, |moved| State::MovedTo(moved.to));
            (charter::Meeting { series, day, moved: None }, state)
        });
        held.chain(not_held)
    }
}

impl Meeting {
    /// The group and the series.
    pub fn of<'a>(&self, directory: &'a Directory) -> (&'a Charter, &'a Series) {
        let charter = &directory.groups[self.group];
        (charter, &charter.meetings[self.series])
    }

    /// Whether there is a meeting.
    pub fn is_held(&self) -> bool {
        matches!(self.state, State::AsPlanned | State::MovedFrom(_))
    }

    /// Where it is.
    pub fn place<'a>(&self, directory: &'a Directory) -> &'a MeetingPlace {
        let (_, series) = self.of(directory);
        let from = match self.state {
            State::MovedFrom(from) => from,
            _ => self.start.date(),
        };
        let moved = series.moved_from(from).filter(|_| self.is_held());
        moved.and_then(|moved| moved.place.as_ref()).unwrap_or(&series.place)
    }

    fn order(&self) -> (Date, Timestamp, usize, usize) {
        (self.start.date(), self.start.timestamp(), self.group, self.series)
    }
}
