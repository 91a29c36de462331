//! A length of time in calendar units.

use jiff::{Span, ToSpan as _, civil::Date};

/// A length of time such as 12 months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    months: i32,
    days: i32,
}

impl Period {
    /// Twelve months: how long a charter is taken to be fresh.
    pub const YEAR: Self = Self { months: 12, days: 0 };

    /// Reads a number and a unit: `18 months`, `1 year`, `6 weeks`, `90 days`. At most 100 years.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, unit) = text.split_once(' ')?;
        let number = number.parse::<i32>().ok().filter(|number| (1..=1200).contains(number))?;
        let (months, days) = match unit.trim().trim_end_matches('s') {
            "year" => (12 * number.min(100), 0),
            "month" => (number, 0),
            "week" => (0, 7 * number),
            "day" => (0, number),
            _ => return None,
        };
        Some(Self { months, days })
    }

    /// The first day on which something of that date is older than the period.
    pub fn after(self, date: Date) -> Date {
        let span: Span = self.months.months().days(self.days);
        date.saturating_add(span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_period_is_a_number_and_a_unit() {
        let start = date(2026, 1, 31);
        assert_eq!(Period::parse("1 month").unwrap().after(start), date(2026, 2, 28));
        assert_eq!(Period::parse("2 years").unwrap().after(start), date(2028, 1, 31));
        assert_eq!(Period::parse("6 weeks").unwrap().after(start), date(2026, 3, 14));
        for text in ["", "12", "month", "0 months", "-1 days", "9999 months", "1 moon"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }
}
