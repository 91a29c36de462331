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
    /// It has ended: its page stays, and it leaves all lists.
    Ended,
}

impl Status {
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
