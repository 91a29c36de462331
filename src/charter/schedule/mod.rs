//! When a group meets.
//!
//! A leader writes a [`Slot`] in words (`repeats: monthly`, `day: second Tuesday`), or a [`Rule`] in the
//! notation of iCalendar (`rrule: FREQ=…`); a slot becomes a rule, and a rule gives [dates](Rule::dates),
//! and [words](Rule::words) for the page. Everything here is text in, values or small errors out: it
//! knows no files and no charters, and collects no diagnostics.

mod description;
mod duration;
mod english;
mod length;
mod occurrences;
mod piece;
mod rule;
mod slot;
mod time;

pub use duration::{Duration, DurationError};
pub(crate) use english::number as number_words;
pub use english::{date as date_words, weekday as weekday_name};
pub use length::suggested_duration;
pub use occurrences::Dates;
pub use rule::{Frequency, NthWeekday, Parts, Rule, RuleError};
pub(crate) use slot::LAST_NUMBER;
pub use slot::{
    Day, DayOfMonth, Expected, Interval, MOST_MONTHS, MOST_WEEKS, Ordinal, Repeats, RepeatsChoice,
    Slot, SlotError, WordError, is_fortnightly, repeats_choices, say_a_rule, say_the_day,
    suggested_day, suggested_repeats,
};
pub use time::{TimeError, parse_time, suggested_time};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::ops::Range;

    fn range_of(error: &WordError) -> Range<usize> {
        match error {
            WordError::Unexpected { range, .. }
            | WordError::OutOfRange { range, .. }
            | WordError::Twice { range } => range.clone(),
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_at_a_place_in_it(
            text in prop_oneof![
                any::<String>(),
                "(FREQ=(WEEKLY|MONTHLY|YEARLY))?(;?(BYDAY|BYMONTHDAY|UNTIL|COUNT)?=?[-+0-9MOTUé, ]{0,6}){0,4}",
                "(every|first|second|and|Tuesday|3|weeks|é|\\s|h|min|:){0,6}",
            ],
        ) {
            if let Err(error) = Rule::parse(&text) {
                prop_assert!(text.get(error.range).is_some());
            }
            if let Err(error) = Repeats::parse(&text) {
                prop_assert!(text.get(range_of(&error)).is_some());
            }
            if let Err(error) = Day::parse(&text) {
                prop_assert!(text.get(range_of(&error)).is_some());
            }
            let _ = (Duration::parse(&text), parse_time(&text));
        }
    }
}
