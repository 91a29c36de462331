//! The names of the parts of a rule, and what each takes.

use super::super::piece::Piece;

/// The name of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Freq,
    Until,
    Count,
    Interval,
    ByDay,
    ByMonthDay,
    ByMonth,
    BySetPos,
}

/// A part as it was written.
pub(super) struct Field<'text> {
    pub(super) name: Name,
    /// The whole part, `NAME=value`.
    pub(super) whole: Piece<'text>,
    pub(super) value: Piece<'text>,
}

impl Name {
    pub(super) const ALL: [Self; 8] = [
        Self::Freq,
        Self::Until,
        Self::Count,
        Self::Interval,
        Self::ByDay,
        Self::ByMonthDay,
        Self::ByMonth,
        Self::BySetPos,
    ];

    /// The word of the RRULE.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Freq => "FREQ",
            Self::Until => "UNTIL",
            Self::Count => "COUNT",
            Self::Interval => "INTERVAL",
            Self::ByDay => "BYDAY",
            Self::ByMonthDay => "BYMONTHDAY",
            Self::ByMonth => "BYMONTH",
            Self::BySetPos => "BYSETPOS",
        }
    }

    /// What its value is.
    pub(super) fn value(self) -> &'static str {
        match self {
            Self::Freq => "a frequency",
            Self::Until => "a date as a rule writes it",
            Self::Count => "a number of meetings",
            Self::Interval => "an interval",
            Self::ByDay => "a weekday as a rule writes it",
            Self::ByMonthDay => "a day of the month",
            Self::ByMonth => "a month",
            Self::BySetPos => "a position",
        }
    }

    /// The values that it takes.
    pub(super) fn values(self) -> &'static str {
        match self {
            Self::Freq => "FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY.",
            Self::Until => {
                "UNTIL takes year, month and day as eight digits, such as UNTIL=20271231."
            }
            Self::Count => "COUNT takes a whole number from 1 to 1000.",
            Self::Interval => "INTERVAL takes a whole number from 1 to 1000.",
            Self::ByDay => {
                "BYDAY takes MO, TU, WE, TH, FR, SA, SU, with a number before it for one of them: 2TU is \
                 the second Tuesday, -1FR the last Friday."
            }
            Self::ByMonthDay => "BYMONTHDAY takes 1 to 31, or -1 to -31 counted from the end.",
            Self::ByMonth => "BYMONTH takes 1 to 12.",
            Self::BySetPos => "BYSETPOS takes 1 to 366, or -1 to -366 counted from the end.",
        }
    }
}
