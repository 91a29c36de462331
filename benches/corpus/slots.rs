//! The dates of a regular slot, worked out here so that a fault of the crate's own rules would show.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::random::Random;

/// The weekdays with their names in a charter and in iCalendar.
const WEEKDAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Monday, "Monday", "MO"),
    (Weekday::Tuesday, "Tuesday", "TU"),
    (Weekday::Wednesday, "Wednesday", "WE"),
    (Weekday::Thursday, "Thursday", "TH"),
    (Weekday::Friday, "Friday", "FR"),
    (Weekday::Saturday, "Saturday", "SA"),
    (Weekday::Sunday, "Sunday", "SU"),
];

const FIRST: (&str, i8) = ("first", 1);
const SECOND: (&str, i8) = ("second", 2);
const THIRD: (&str, i8) = ("third", 3);
const FOURTH: (&str, i8) = ("fourth", 4);

/// How many steps of a slot are looked at: enough for two years.
const STEPS: i32 = 30;

/// A slot as a charter writes it, and some of its dates in order.
pub struct Slot {
    /// The keys `repeats` and `day`, or `rrule`, with their values.
    pub keys: Vec<(&'static str, String)>,
    /// The first is the start; the others are meetings that follow, not always all of them.
    pub dates: Vec<Date>,
}

/// A slot that starts in one of the first months after `start`, the first of a month.
pub fn random_slot(random: &mut Random, start: Date) -> Slot {
    match random.below(20) {
        0..4 => weeks(random, start, "weekly", 1),
        4..6 => weeks(random, start, "fortnightly", 2),
        6 => weeks(random, start, "every 3 weeks", 3),
        7 => weeks(random, start, "every 6 weeks", 6),
        8..13 => nth_weekday(random, start, "monthly", 1),
        13 => nth_weekday(random, start, "quarterly", 3),
        14 => nth_weekday(random, start, "every 2 months", 2),
        15..17 => two_weekdays(random, start),
        17 => day_of_month(random, start),
        _ => rule(random, start),
    }
}

fn weeks(random: &mut Random, start: Date, repeats: &'static str, every: i32) -> Slot {
    let (weekday, name, _) = random.pick(&WEEKDAYS);
    let first = nth(start, weekday, random.pick(&[1, 2, 3, 4]));
    Slot {
        keys: vec![("repeats", repeats.to_owned()), ("day", name.to_owned())],
        dates: (0..STEPS).map(|step| first.saturating_add((7 * every * step).days())).collect(),
    }
}

fn nth_weekday(random: &mut Random, start: Date, repeats: &'static str, every: i32) -> Slot {
    let (weekday, name, _) = random.pick(&WEEKDAYS);
    let ordinals = [Some(FIRST), Some(SECOND), Some(THIRD), Some(FOURTH), None];
    let ordinal = random.pick(&ordinals);
    let word = ordinal.map_or("last", |(word, _)| word);
    let date = |month| match ordinal {
        Some((_, number)) => nth(month, weekday, number),
        None => last(month, weekday),
    };
    Slot {
        keys: vec![("repeats", repeats.to_owned()), ("day", format!("{word} {name}"))],
        dates: months(start, every).map(date).collect(),
    }
}

fn two_weekdays(random: &mut Random, start: Date) -> Slot {
    let (weekday, name, _) = random.pick(&WEEKDAYS);
    let pairs = [(FIRST, THIRD), (SECOND, FOURTH), (FIRST, SECOND)];
    let ((one, one_number), (other, other_number)) = random.pick(&pairs);
    let dates = |month| [nth(month, weekday, one_number), nth(month, weekday, other_number)];
    Slot {
        keys: vec![("repeats", "monthly".to_owned()), ("day", format!("{one} and {other} {name}"))],
        dates: months(start, 1).flat_map(dates).collect(),
    }
}

fn day_of_month(random: &mut Random, start: Date) -> Slot {
    let day = random.pick(&[1_i32, 10, 15, 20, 28, 30, 31]);
    let dates = months(start, 1).filter_map(|month| {
        let date = month.saturating_add((day - 1).days());
        (date.month() == month.month()).then_some(date)
    });
    Slot {
        keys: vec![("repeats", "monthly".to_owned()), ("day", day.to_string())],
        dates: dates.collect(),
    }
}

/// What the words cannot say.
fn rule(random: &mut Random, start: Date) -> Slot {
    let (weekday, _, code) = random.pick(&WEEKDAYS);
    let month = start.month();
    let half_a_year_later = (month + 5) % 12 + 1;
    let (rule, first) = match random.below(5) {
        0 => ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1".into(), last_working_day(start)),
        1 => ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1".into(), start.last_of_month()),
        2 => {
            let days = if code == "MO" { "MO,WE".into() } else { format!("MO,{code}") };
            (format!("FREQ=WEEKLY;INTERVAL=2;BYDAY={days}"), nth(start, weekday, 1))
        }
        3 => (format!("FREQ=YEARLY;BYMONTH={month};BYDAY=2{code}"), nth(start, weekday, 2)),
        _ => (
            format!("FREQ=MONTHLY;BYMONTH={month},{half_a_year_later};BYDAY=-1{code}"),
            last(start, weekday),
        ),
    };
    Slot { keys: vec![("rrule", rule)], dates: vec![first] }
}

/// The first days of months, every so many.
fn months(start: Date, every: i32) -> impl Iterator<Item = Date> {
    (0..STEPS).map(move |step| start.saturating_add((every * step).months()))
}

/// A weekday of a month, counted from 1. `month` is its first day.
fn nth(month: Date, weekday: Weekday, number: i8) -> Date {
    month.saturating_add((month.weekday().until(weekday) + 7 * (number - 1)).days())
}

fn last(month: Date, weekday: Weekday) -> Date {
    let end = month.last_of_month();
    end.saturating_sub(end.weekday().since(weekday).days())
}

fn last_working_day(month: Date) -> Date {
    let end = month.last_of_month();
    let weekend = i64::from((end.weekday().to_monday_one_offset() - 5).max(0));
    end.saturating_sub(weekend.days())
}
