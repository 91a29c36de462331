//! The names of the parts of a rule, and what each takes.

use super::super::piece::Piece;

/// Declares the parts: the word of the RRULE, what its value is, and the values that it takes.
macro_rules! names {
    ($($name:ident $word:literal $value:literal $values:literal;)*) => {
        /// The name of a part.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Name { $($name),* }

        impl Name {
            pub(super) const ALL: [Self; 8] = [$(Self::$name),*];

            /// The word of the RRULE.
            pub(super) fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// What its value is.
            pub(super) fn value(self) -> &'static str {
                match self { $(Self::$name => $value),* }
            }

            /// The values that it takes.
            pub(super) fn values(self) -> &'static str {
                match self { $(Self::$name => $values),* }
            }
        }
    };
}

names! {
    Freq "FREQ" "a frequency" "FREQ takes DAILY, WEEKLY, MONTHLY or YEARLY.";
    Until "UNTIL" "a date as a rule writes it"
        "UNTIL takes year, month and day as eight digits, such as UNTIL=20271231.";
    Count "COUNT" "a number of meetings" "COUNT takes a whole number from 1 to 1000.";
    Interval "INTERVAL" "an interval" "INTERVAL takes a whole number from 1 to 1000.";
    ByDay "BYDAY" "a weekday as a rule writes it"
        "BYDAY takes MO, TU, WE, TH, FR, SA, SU, with a number before it for one of them: 2TU is \
         the second Tuesday, -1FR the last Friday.";
    ByMonthDay "BYMONTHDAY" "a day of the month"
        "BYMONTHDAY takes 1 to 31, or -1 to -31 counted from the end.";
    ByMonth "BYMONTH" "a month" "BYMONTH takes 1 to 12.";
    BySetPos "BYSETPOS" "a position" "BYSETPOS takes 1 to 366, or -1 to -366 counted from the end.";
}

/// A part as it was written.
pub(super) struct Field<'text> {
    pub(super) name: Name,
    /// The whole part, `NAME=value`.
    pub(super) whole: Piece<'text>,
    pub(super) value: Piece<'text>,
}
