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
