//! The words that a charter chooses from.

/// Declares enumerations with the words that a charter has for their values.
macro_rules! enums {
    ($($(#[$about:meta])* $name:ident {
        $($(#[$meaning:meta])* $value:ident $word:literal,)*
    })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$meaning])* $value,)*
        }

        impl $name {
            /// The words of a charter with what they mean.
            pub const WORDS: &[(&str, Self)] = &[$(($word, Self::$value)),*];
            /// The words alone.
            pub(super) const NAMES: &[&str] = &[$($word),*];

            /// The word of a charter for it.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)*
                }
            }
        }
    )*};
}

enums! {
    /// Where a group is in its life.
    #[derive(Default)]
    Status {
        /// It looks for its first members.
        Forming "forming",
        /// It meets.
        #[default]
        Active "active",
        /// It does not meet for now.
        Paused "paused",
        /// It has ended: its page stays.
        Ended "ended",
    }

    /// Who may come.
    Membership {
        /// Who comes, and how many, varies with interest.
        Open "open",
        /// A fixed, committed membership.
        Closed "closed",
    }

    /// What a sum is paid for.
    Per {
        /// One meeting.
        Meeting "meeting",
        /// One month.
        Month "month",
        /// One year.
        Year "year",
        /// Paid once, when one joins.
        Once "once",
    }

    /// Whether there are places.
    Places {
        /// Newcomers can join now.
        Open "open",
        /// Newcomers are put on a list.
        WaitingList "waiting-list",
        /// Nobody is taken in for now.
        Full "full",
    }
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
}
