//! The build date, which the library is given.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

use super::Failure;
use super::arguments::Day;

/// The day that was asked for; else that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), which is in
/// seconds since 1970 and in UTC; else today, here.
#[expect(clippy::disallowed_methods, reason = "the clock and the environment are read here alone")]
pub(super) fn build_date(day: &Day) -> Result<Date, Failure> {
    if let Some(date) = day.date {
        return Ok(date);
    }
    let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH") else {
        return Ok(ZonedDateTime::now().date());
    };
    let seconds = epoch.to_str().and_then(|text| text.parse().ok());
    let instant = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    instant.map(|instant| TimeZone::UTC.to_datetime(instant).date()).ok_or_else(|| {
        let message =
            "SOURCE_DATE_EPOCH is not a number of seconds since 1970. Correct it, or unset it.";
        Failure::Usage(message.to_owned())
    })
}
