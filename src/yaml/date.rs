//! Dates as charters write them.

use jiff::civil::Date;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is not written YYYY-MM-DD.
    Form,
    /// The calendar has no such day.
    NoSuchDay,
}

/// A date written YYYY-MM-DD, and in no other way.
///
/// # Errors
/// When the text is written otherwise, or names a day that does not exist.
pub fn parse_date(text: &str) -> Result<Date, DateError> {
    let shape = text.bytes().map(|byte| if byte.is_ascii_digit() { b'9' } else { byte });
    if !shape.eq(*b"9999-99-99") {
        return Err(DateError::Form);
    }
    text.parse().map_err(|_| DateError::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_in_one_way() {
        assert_eq!(parse_date("2026-09-01"), Ok(jiff::civil::date(2026, 9, 1)));
        assert_eq!(parse_date("2026-02-30"), Err(DateError::NoSuchDay));
        for text in ["", "1/9/2026", "2026-9-1", "20260901", "2026-09-01T00:00", "+026-09-01"] {
            assert_eq!(parse_date(text), Err(DateError::Form), "{text}");
        }
    }
}
