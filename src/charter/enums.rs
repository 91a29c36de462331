//! The words that a charter chooses from.

/// Where a group is in its life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It looks for its first members.
    Forming,
    /// It meets.
    #[default]
    Active,
    /// It does not meet for now.
    Paused,
    /// It has ended: its page stays.
    Ended,
}

/// Where a group has its place in lists, which set those apart that do not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It meets, or is about to.
    Current,
    /// It does not meet for now.
    Paused,
    /// It has ended.
    Ended,
}

impl Status {
    /// The place in lists of a group of this status.
    pub fn standing(self) -> Standing {
        match self {
            Self::Active | Self::Forming => Standing::Current,
            Self::Paused => Standing::Paused,
            Self::Ended => Standing::Ended,
        }
    }

    /// The words of a charter with what they mean.
    pub const WORDS: &[(&str, Self)] = &[
        ("forming", Self::Forming),
        ("active", Self::Active),
        ("paused", Self::Paused),
        ("ended", Self::Ended),
    ];
}

/// Who may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Membership {
    /// Who comes, and how many, varies with interest.
    Open,
    /// A fixed, committed membership.
    Closed,
}

impl Membership {
    /// The words of a charter with what they mean.
    pub const WORDS: &[(&str, Self)] = &[("open", Self::Open), ("closed", Self::Closed)];
}

/// What a sum is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// One meeting.
    Meeting,
    /// One month.
    Month,
    /// One year.
    Year,
    /// Paid once, when one joins.
    Once,
}

impl Per {
    /// The words of a charter with what they mean.
    pub const WORDS: &[(&str, Self)] = &[
        ("meeting", Self::Meeting),
        ("month", Self::Month),
        ("year", Self::Year),
        ("once", Self::Once),
    ];
}

/// Whether there are places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Places {
    /// Newcomers can join now.
    Open,
    /// Newcomers are put on a list.
    WaitingList,
    /// Nobody is taken in for now.
    Full,
}

impl Places {
    /// The words of a charter with what they mean.
    pub const WORDS: &[(&str, Self)] =
        &[("open", Self::Open), ("waiting-list", Self::WaitingList), ("full", Self::Full)];
}
