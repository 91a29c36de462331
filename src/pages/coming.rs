//! The coming meetings of a series, as exports list them.

use jiff::ZonedDateTime;
use jiff::civil::Date;

use crate::charter::{Charter, Series};

/// How many coming meetings of a series are listed.
const COMING: usize = 5;

/// When the next meetings of a series start and end, the build date's among them. None for a group that
/// has paused or ended, and for a series without dates or times.
pub(crate) fn coming(
    charter: &Charter,
    series: &Series,
    today: Date,
) -> Vec<(ZonedDateTime, ZonedDateTime)> {
    let days = series.days_from(today).take(if charter.meets() { COMING } else { 0 });
    days.filter_map(|day| series.clock.on(day)).collect()
}

/// A time with its offset from UTC (RFC 3339): `2026-12-08T18:30:00+00:00`.
pub(crate) fn with_offset(time: &ZonedDateTime) -> String {
    time.timestamp().display_with_offset(time.offset()).to_string()
}
