//! A rule in plain English, for the page.
//!
//! Only a shape that one sentence says exactly is said. Of the others, the page lists the dates.

mod days;

use jiff::civil::{Date, Weekday};

use self::days::{Days, MOST_DAYS, days, numbered_days, plain_weekdays};
use super::english;
use super::rule::{Frequency, Parts, Rule};

/// From so many months on, it is shorter to say which are left out.
const MANY_MONTHS: usize = 8;

impl Rule {
    /// The rule as a sentence without its full stop, such as `Second Tuesday of each month`. `first`
    /// supplies what the rule leaves open. `None` where one sentence does not say it well.
    pub fn words(&self, first: Date) -> Option<String> {
        let parts = self.parts().anchored(first);
        let rhythm = if !parts.by_week_no.is_empty() {
            weeks_of_the_year(&parts)
        } else if !parts.by_year_day.is_empty() {
            days_of_the_year(&parts)
        } else if parts.interval == 1 {
            every_period(&parts)
        } else {
            every_few_periods(&parts)
        };
        Some(english::sentence(&rhythm?) + &ending(&parts)?)
    }
}

/// When the series ends.
fn ending(parts: &Parts) -> Option<String> {
    match (parts.count, parts.until) {
        (None, None) => Some(String::new()),
        (None, Some(until)) => Some(format!(", until {}", english::date(until))),
        (Some(1), _) => None,
        (Some(count), _) => Some(format!(", {} times in all", english::number(count))),
    }
}

/// A rule with the interval 1, of which the frequency only says where numbered weekdays are counted.
fn every_period(parts: &Parts) -> Option<String> {
    match (days(parts)?, parts.by_month.as_slice()) {
        (Days::All, months) => Some(format!("every day{}", in_months(months)?)),
        (Days::Weekdays(weekdays), months) => {
            let weekdays = if weekdays == english::WEEK[..5] {
                "day from Monday to Friday".to_owned()
            } else {
                english::weekdays(&weekdays)
            };
            Some(format!("every {weekdays}{}", in_months(months)?))
        }
        (Days::OfYear(_), _) | (Days::OfMonth(_), [_]) => every_year(parts),
        (Days::OfMonth(days), []) => {
            let if_any = match (days.sometimes_missing, days.many) {
                (false, _) => "",
                (true, false) => " that has one",
                (true, true) => ", where it has them",
            };
            Some(format!("{} of each month{if_any}", days.text))
        }
        (Days::OfMonth(days), months) if !days.sometimes_missing => {
            Some(format!("{} of {}", days.text, these_months(months)?))
        }
        (Days::OfMonth(_), _) => None,
    }
}

/// A rule with a larger interval.
fn every_few_periods(parts: &Parts) -> Option<String> {
    let number = english::number(parts.interval);
    let all_year = parts.by_month.is_empty();
    match (parts.frequency, days(parts)?) {
        (Frequency::Daily, Days::All) if all_year => Some(format!("every {number} days")),
        (Frequency::Weekly, Days::Weekdays(weekdays)) if all_year => {
            let is_one_row = weekdays.len() == 1 || parts.week_start == Weekday::Monday;
            is_one_row.then(|| format!("every {number} weeks on {}", english::weekdays(&weekdays)))
        }
        (Frequency::Monthly, Days::OfMonth(days)) if all_year => {
            let if_any = match (days.sometimes_missing, days.many) {
                (false, _) => "",
                (true, false) => ", if the month has one",
                (true, true) => ", where the month has them",
            };
            Some(format!("every {number} months on {}{if_any}", days.text))
        }
        (Frequency::Yearly, Days::OfYear(_) | Days::OfMonth(_)) => every_year(parts),
        _ => None,
    }
}

/// One or more days in every so many years: `every year on 5 March`.
fn every_year(parts: &Parts) -> Option<String> {
    let years = match parts.interval {
        1 => "every year".to_owned(),
        interval => format!("every {} years", english::number(interval)),
    };
    match (days(parts)?, parts.by_month.as_slice(), parts.by_month_day.as_slice()) {
        (Days::OfMonth(_), [2], [29]) if parts.interval == 1 => {
            Some("every leap year on 29 February".to_owned())
        }
        (Days::OfYear(days) | Days::OfMonth(days), ..) if days.sometimes_missing => None,
        (Days::OfYear(days), ..) => Some(format!("{years} on {} of the year", days.text)),
        (Days::OfMonth(_), [month], [day]) if *day > 0 => {
            Some(format!("{years} on {day} {}", english::month(*month)?))
        }
        (Days::OfMonth(days), months @ [_, ..], _) => {
            Some(format!("{years} on {} of {}", days.text, these_months(months)?))
        }
        _ => None,
    }
}

/// `every year on Monday of week 20`.
fn weeks_of_the_year(parts: &Parts) -> Option<String> {
    let only_weeks = parts.by_month.is_empty()
        && parts.by_month_day.is_empty()
        && parts.by_year_day.is_empty()
        && parts.by_set_pos.is_empty()
        && parts.interval == 1
        && parts.week_start == Weekday::Monday;
    let every_year_has_them = parts.by_week_no.iter().all(|week| (1..=52).contains(week));
    if !only_weeks || !every_year_has_them || parts.by_week_no.len() > MOST_DAYS {
        return None;
    }
    let numbers: Vec<_> = parts.by_week_no.iter().map(ToString::to_string).collect();
    let weeks = if numbers.len() == 1 { "week" } else { "weeks" };
    let weekdays = english::weekdays(&plain_weekdays(parts)?);
    Some(format!("every year on {weekdays} of {weeks} {}", english::list(&numbers)))
}

/// `every year on day 100 of the year`.
fn days_of_the_year(parts: &Parts) -> Option<String> {
    let only_days = parts.by_month.is_empty()
        && parts.by_month_day.is_empty()
        && parts.by_day.is_empty()
        && parts.by_set_pos.is_empty()
        && parts.interval == 1;
    if !only_days || parts.by_year_day.iter().any(|day| day.abs() == 366) {
        return None;
    }
    Some(format!("every year on {} of the year", numbered_days(&parts.by_year_day)?))
}

/// `January and March`, or `each month except August`.
fn these_months(months: &[i16]) -> Option<String> {
    match months.len() {
        12 => Some("each month".to_owned()),
        MANY_MONTHS.. => Some(format!("each month except {}", month_names(&others(months))?)),
        _ => month_names(months),
    }
}

/// ` in January and March`, or ` except in August`.
fn in_months(months: &[i16]) -> Option<String> {
    match months.len() {
        0 | 12 => Some(String::new()),
        MANY_MONTHS.. => Some(format!(" except in {}", month_names(&others(months))?)),
        _ => Some(format!(" in {}", month_names(months)?)),
    }
}

fn others(months: &[i16]) -> Vec<i16> {
    (1..=12).filter(|month| !months.contains(month)).collect()
}

fn month_names(months: &[i16]) -> Option<String> {
    let names: Vec<_> = months.iter().map(|month| english::month(*month)).collect::<Option<_>>()?;
    Some(english::list(&names))
}
