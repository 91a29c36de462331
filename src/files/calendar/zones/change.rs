//! A change of a zone's clocks.

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

pub(super) const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// A change of the clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// When, by the clocks before it.
    pub(super) at: DateTime,
    pub(super) shift: Shift,
}

/// From what to what the clocks change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) from: Offset,
    pub(super) to: Offset,
    /// What the time is called from then on.
    pub(super) name: String,
    pub(super) is_daylight: bool,
}

impl Change {
    /// The change at an instant.
    pub(super) fn at(zone: &TimeZone, instant: Timestamp) -> Option<Self> {
        let before = zone.to_offset_info(instant.checked_sub(SECOND).ok()?);
        let after = zone.to_offset_info(instant);
        let (from, to) = (before.offset(), after.offset());
        // Forward is daylight saving, also in Ireland and Morocco, whose law calls the winter the
        // exception: that is how calendar programs name the two.
        let is_daylight = before.dst() != after.dst() && to > from;
        let shift = Shift { from, to, name: after.abbreviation().to_owned(), is_daylight };
        Some(Self { at: from.to_datetime(instant), shift })
    }

    pub(super) fn is_over_by(&self, instant: Timestamp) -> bool {
        self.shift.from.to_timestamp(self.at).is_ok_and(|change| change <= instant)
    }
}
