//! The parts that do not go together.

use super::error::error;
use super::name::{Field, Name};

use super::{Frequency, Parts, RuleError};

/// What is wrong, and what to do.
type Problem = (&'static str, &'static str);

/// Finds the first part that does not go with the others.
pub(super) fn check(parts: &Parts, fields: &[Field<'_>]) -> Result<(), RuleError> {
    let found = fields.iter().find_map(|field| Some((field, problem(field.name, parts)?)));
    match found {
        Some((field, (message, help))) => Err(error(field.whole, message, help)),
        None => Ok(()),
    }
}

fn problem(name: Name, parts: &Parts) -> Option<Problem> {
    match name {
        Name::Count => count(parts),
        Name::ByDay => by_day(parts),
        Name::ByMonthDay => by_month_day(parts),
        Name::BySetPos => by_set_pos(parts),
        Name::Freq | Name::Until | Name::Interval | Name::ByMonth => None,
    }
}

fn count(parts: &Parts) -> Option<Problem> {
    parts.until.is_some().then_some((
        "`COUNT` and `UNTIL` both say when the series ends.",
        "Keep one: COUNT for a number of meetings, UNTIL for the last day.",
    ))
}

fn by_day(parts: &Parts) -> Option<Problem> {
    let largest = parts.by_day.iter().filter_map(|day| day.nth).map(i16::abs).max()?;
    if parts.frequency <= Frequency::Weekly {
        return Some((
            "Only months and years have numbered weekdays, such as the second Tuesday.",
            "Use FREQ=MONTHLY, or take the number out of BYDAY.",
        ));
    }
    let in_months = parts.frequency == Frequency::Monthly || !parts.by_month.is_empty();
    (in_months && largest > 5).then_some((
        "A month has at most five of each weekday.",
        "Use a number from 1 to 5, or from -1 to -5 counted from the end.",
    ))
}

fn by_month_day(parts: &Parts) -> Option<Problem> {
    (parts.frequency == Frequency::Weekly).then_some((
        "`BYMONTHDAY` does not go with `FREQ=WEEKLY`.",
        "Use FREQ=MONTHLY, or name a weekday with BYDAY.",
    ))
}

fn by_set_pos(parts: &Parts) -> Option<Problem> {
    let others = parts.by_day.len() + parts.by_month_day.len() + parts.by_month.len();
    (others == 0).then_some((
        "`BYSETPOS` picks among the dates of another part, and there is none.",
        "Add the part it picks from, such as BYDAY=MO,TU,WE,TH,FR.",
    ))
}
