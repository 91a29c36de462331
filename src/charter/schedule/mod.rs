//! When a group meets.
//!
//! A leader writes a [`Slot`] in words (`repeats: monthly`, `day: second Tuesday`), or a [`Rule`] in the
//! notation of iCalendar (`rrule: FREQ=…`); a slot becomes a rule, and a rule gives [dates](Rule::dates),
//! and [words](Rule::words) for the page. Everything here is text in, values or small errors out: it
//! knows no files and no diagnostics.

mod duration;
mod english;
mod nearest;
mod occurrences;
mod piece;
mod rule;
mod slot;
mod time;
mod words;

pub use english::{date as date_words, weekday as weekday_name};
pub use duration::{Duration, DurationError};
pub use occurrences::Dates;
pub use rule::{Frequency, NthWeekday, Parts, Rule, RuleError};
pub use slot::{Day, DayOfMonth, Expected, Interval, Ordinal, Repeats, Slot, SlotError, WordError};
pub use time::{TimeError, parse_time};
