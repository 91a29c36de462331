//! The days of a rule in words.

use jiff::civil::Weekday;

use super::super::english;
use super::super::rule::{Frequency, NthWeekday, Parts};

/// The most days that one sentence lists.
const MOST_DAYS: usize = 7;

/// Which days of its months or years a rule has.
pub(super) enum Days {
    /// All of them.
    All,
    /// These days of the week.
    Weekdays(Vec<Weekday>),
    /// Days that are counted in the month.
    OfMonth(Phrase),
    /// Days that are counted in the year.
    OfYear(Phrase),
}

/// Days in words, such as `the second Tuesday`.
pub(super) struct Phrase {
    pub(super) text: String,
    /// More than one day.
    pub(super) many: bool,
    /// Some months do not have such a day.
    pub(super) sometimes_missing: bool,
}

/// The days of a rule, if they can be said.
pub(super) fn days(parts: &Parts) -> Option<Days> {
    let counted = match (parts.by_day.is_empty(), parts.by_month_day.is_empty()) {
        _ if !parts.by_set_pos.is_empty() => positions(parts)?,
        (true, true) => return Some(Days::All),
        (true, false) => return days_of_the_month(parts).map(Days::OfMonth),
        (false, true) => match plain_weekdays(parts) {
            Some(weekdays) => return Some(Days::Weekdays(weekdays)),
            None => numbered_weekdays(&parts.by_day)?,
        },
        (false, false) => return None,
    };
    let in_year = parts.frequency == Frequency::Yearly && parts.by_month.is_empty();
    Some(if in_year { Days::OfYear(counted) } else { Days::OfMonth(counted) })
}

/// The weekdays, if none of them has a number.
fn plain_weekdays(parts: &Parts) -> Option<Vec<Weekday>> {
    parts.by_day.iter().map(|day| day.nth.is_none().then_some(day.weekday)).collect()
}

/// `the first and third Tuesday`, `the first Monday and third Tuesday`.
fn numbered_weekdays(days: &[NthWeekday]) -> Option<Phrase> {
    let ordinals = ordinals(days.iter().map(|day| day.nth))?;
    let name = |day: &NthWeekday| english::weekday(day.weekday);
    let one_weekday = days.windows(2).all(|pair| pair[0].weekday == pair[1].weekday);
    let words = if one_weekday {
        format!("{} {}", english::list(&ordinals), name(days.first()?))
    } else {
        let named = days.iter().zip(&ordinals).map(|(day, nth)| format!("{nth} {}", name(day)));
        english::list(&named.collect::<Vec<_>>())
    };
    Some(Phrase {
        text: format!("the {words}"),
        many: days.len() > 1,
        sometimes_missing: days.iter().any(|day| day.nth.is_some_and(|nth| nth.abs() == 5)),
    })
}

/// What `BYSETPOS` picks among weekdays: `the last weekday (Monday to Friday)`.
fn positions(parts: &Parts) -> Option<Phrase> {
    let in_one_row = match parts.frequency {
        Frequency::Monthly => true,
        Frequency::Yearly => parts.by_month.len() <= 1,
        Frequency::Daily | Frequency::Weekly => false,
    };
    if !in_one_row || !parts.by_month_day.is_empty() || parts.by_day.is_empty() {
        return None;
    }
    let weekdays = plain_weekdays(parts)?;
    let names: Vec<_> = weekdays.iter().copied().map(english::weekday).collect();
    let noun = match weekdays.len() {
        7 => "day".to_owned(),
        _ if weekdays == english::WEEK[..5] => "weekday (Monday to Friday)".to_owned(),
        _ => names.join(" or "),
    };
    let ordinals = ordinals(parts.by_set_pos.iter().copied().map(Some))?;
    let fifth = parts.by_set_pos.iter().any(|position| position.abs() == 5);
    Some(Phrase {
        text: format!("the {} {noun}", english::list(&ordinals)),
        many: ordinals.len() > 1,
        sometimes_missing: fifth && weekdays.len() == 1,
    })
}

fn ordinals(places: impl Iterator<Item = Option<i16>>) -> Option<Vec<&'static str>> {
    let ordinals: Vec<_> = places.map(|place| english::ordinal(place?)).collect::<Option<_>>()?;
    (ordinals.len() <= MOST_DAYS).then_some(ordinals)
}

/// `the 1st and 15th`, `the 1st and the last day`.
fn days_of_the_month(parts: &Parts) -> Option<Phrase> {
    let days = &parts.by_month_day;
    let shortest = parts.by_month.iter().map(|month| shortest_month(*month)).min().unwrap_or(28);
    Some(Phrase {
        text: numbered_days(days)?,
        many: days.len() > 1,
        sometimes_missing: days.iter().any(|day| day.abs() > shortest),
    })
}

/// How many days a month has in every year.
fn shortest_month(month: i16) -> i16 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days by their numbers, those that count from the end last.
fn numbered_days(days: &[i16]) -> Option<String> {
    if days.len() > MOST_DAYS {
        return None;
    }
    let (from_start, from_end): (Vec<i16>, Vec<i16>) = days.iter().partition(|day| **day > 0);
    let numbers: Vec<_> = from_start.iter().map(|day| english::short_ordinal(*day)).collect();
    let ordinals = ordinals(from_end.iter().copied().map(Some))?;
    let groups = [
        (!numbers.is_empty()).then(|| format!("the {}", english::list(&numbers))),
        (!ordinals.is_empty()).then(|| format!("the {} day", english::list(&ordinals))),
    ];
    Some(groups.into_iter().flatten().collect::<Vec<_>>().join(" and "))
}
