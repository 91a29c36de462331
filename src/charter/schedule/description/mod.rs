//! A rule in plain English, for the page.
//!
//! Only rules that one sentence describes exactly are described. For the others, the page lists the dates.

mod days;

use jiff::civil::Date;

use self::days::{Days, days};
use super::english;
use super::rule::{Frequency, Parts, Rule};

/// From so many months on, it is shorter to say which are left out.
const MANY_MONTHS: usize = 8;

impl Rule {
    /// The rule as a sentence without its full stop, such as `Second Tuesday of each month`. `first`
    /// supplies what the rule leaves open. `None` where one sentence does not say it well.
    pub fn words(&self, first: Date) -> Option<String> {
        said(&self.in_years(first).parts().anchored(first))
    }

    /// The same of a series of which no meeting is known, where the rule names its days. The month of one that comes
    /// once a year is left open.
    pub fn words_without_first(&self) -> Option<String> {
        said(self.parts()).filter(|_| self.names_days())
    }
}

fn said(parts: &Parts) -> Option<String> {
    let rhythm = if parts.interval == 1 { every_period(parts) } else { every_few_periods(parts) };
    Some(english::sentence(&rhythm?) + &ending(parts)?)
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
            Some(format!("every {number} weeks on {}", english::weekdays(&weekdays)))
        }
        (Frequency::Monthly, Days::OfMonth(days))
            if all_year && parts.interval.is_multiple_of(12) =>
        {
            Some(format!("{} on {} of one month", years(parts.interval / 12), days.text))
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
    let years = years(parts.interval);
    match (days(parts)?, parts.by_month.as_slice(), parts.by_month_day.as_slice()) {
        (Days::OfMonth(_), [2], [29]) if parts.interval == 1 => {
            Some("every leap year on 29 February".to_owned())
        }
        (Days::OfMonth(days), [month], []) if days.sometimes_missing && !days.many => {
            let month = english::month(*month)?;
            Some(format!("{years} on {} of {month}, if it has one", days.text))
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

fn years(interval: u16) -> String {
    match interval {
        1 => "every year".to_owned(),
        interval => format!("every {} years", english::number(interval)),
    }
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

#[cfg(test)]
mod tests {
    use super::super::{Day, Repeats, Slot};
    use super::*;
    use jiff::civil::date;

    const FIRST: Date = date(2026, 1, 13);

    fn said(texts: &[&str]) -> String {
        let words = texts.iter().map(|text| Rule::parse(text).unwrap().words(FIRST).unwrap());
        words.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_slot_has_words() {
        let words = |repeats, day| {
            let Ok(Repeats::Every(interval)) = Repeats::parse(repeats) else { panic!("{repeats}") };
            let slot = Slot::new(interval, Day::parse(day).unwrap()).unwrap();
            slot.to_rule().words(FIRST).unwrap()
        };
        assert_eq!(words("weekly", "Tuesday"), "Every Tuesday");
        assert_eq!(words("fortnightly", "Wednesday"), "Every two weeks on Wednesday");
        assert_eq!(words("every 52 weeks", "Monday"), "Every 52 weeks on Monday");
        assert_eq!(words("monthly", "second Tuesday"), "Second Tuesday of each month");
        assert_eq!(words("monthly", "31"), "31st of each month that has one");
        assert_eq!(words("quarterly", "last Friday"), "Every three months on the last Friday");
        assert_eq!(
            words("every 2 months", "first and third Tuesday"),
            "Every two months on the first and third Tuesday"
        );
    }

    #[test]
    fn the_weeks_have_words() {
        let said = said(&[
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;BYDAY=TU,TH",
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
            "FREQ=WEEKLY;INTERVAL=13;BYDAY=MO,WE,FR",
            "FREQ=WEEKLY;BYDAY=TU;BYMONTH=3,4",
            "FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,9,10,11,12",
        ]);
        insta::assert_snapshot!(said, @"
        Every Tuesday
        Every Tuesday and Thursday
        Every day from Monday to Friday
        Every two weeks on Wednesday
        Every 13 weeks on Monday, Wednesday and Friday
        Every Tuesday in March and April
        Every Tuesday except in July and August
        ");
    }

    #[test]
    fn the_days_have_words() {
        let said = said(&[
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=DAILY;BYDAY=SA,SU",
            "FREQ=DAILY;BYMONTHDAY=1",
            "FREQ=DAILY;BYMONTH=12",
        ]);
        insta::assert_snapshot!(said, @"
        Every day
        Every three days
        Every Saturday and Sunday
        1st of each month
        Every day in December
        ");
    }

    #[test]
    fn the_weekdays_of_months_have_words() {
        let said = said(&[
            "FREQ=MONTHLY;BYDAY=2TU",
            "FREQ=MONTHLY;BYDAY=1TU,3TU",
            "FREQ=MONTHLY;BYDAY=1MO,3TU",
            "FREQ=MONTHLY;BYDAY=5TU",
            "FREQ=MONTHLY;BYDAY=1TU,5TU",
            "FREQ=MONTHLY;BYDAY=-2MO",
            "FREQ=MONTHLY;BYDAY=TU",
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=5FR",
            "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=2TU",
            "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=2TU",
        ]);
        insta::assert_snapshot!(said, @"
        Second Tuesday of each month
        First and third Tuesday of each month
        First Monday and third Tuesday of each month
        Fifth Tuesday of each month that has one
        First and fifth Tuesday of each month, where it has them
        Second-to-last Monday of each month
        Every Tuesday
        Every three months on the last Friday
        Every two months on the fifth Friday, if the month has one
        Second Tuesday of January, April, July and October
        Second Tuesday of each month except August
        ");
    }

    #[test]
    fn the_days_of_months_have_words() {
        let said = said(&[
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
            "FREQ=MONTHLY;BYMONTHDAY=30,31",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31",
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=29,30",
            "FREQ=MONTHLY;BYMONTH=1,3;BYMONTHDAY=31",
        ]);
        insta::assert_snapshot!(said, @"
        13th of each month
        31st of each month that has one
        1st and 15th and the last day of each month
        30th and 31st of each month, where it has them
        Last day of each month
        Every two months on the 31st, if the month has one
        Every two months on the 29th and 30th, where the month has them
        31st of January and March
        ");
    }

    #[test]
    fn the_positions_have_words() {
        let said = said(&[
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1",
            "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2,-1",
            "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=5",
            "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=3",
        ]);
        insta::assert_snapshot!(said, @"
        Last weekday (Monday to Friday) of each month
        First Saturday or Sunday of each month
        Second and last Tuesday of each month
        Fifth Tuesday of each month that has one
        Every year on the last weekday (Monday to Friday) of the year
        Every year on the third day of March
        ");
    }

    #[test]
    fn a_series_of_which_no_meeting_is_known_has_no_month() {
        let said = |text| Rule::parse(text).unwrap().words_without_first();
        let yearly = said("FREQ=MONTHLY;INTERVAL=12;BYDAY=1TH");
        assert_eq!(yearly.as_deref(), Some("Every year on the first Thursday of one month"));
        let other = said("FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=15");
        assert_eq!(other.as_deref(), Some("Every two years on the 15th of one month"));
        assert_eq!(
            said("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU").as_deref(),
            Some("Every two weeks on Tuesday")
        );
        assert_eq!(said("FREQ=WEEKLY;INTERVAL=2"), None);
    }

    #[test]
    fn a_day_that_its_month_may_lack_says_so() {
        let words = Rule::parse("FREQ=MONTHLY;INTERVAL=12;BYDAY=5SA").unwrap().words(FIRST);
        assert_eq!(
            words.as_deref(),
            Some("Every year on the fifth Saturday of January, if it has one")
        );
    }

    #[test]
    fn the_years_have_words() {
        let said = said(&[
            "FREQ=YEARLY",
            "FREQ=YEARLY;INTERVAL=2",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=2TU",
            "FREQ=MONTHLY;BYMONTH=3;BYDAY=2TU",
            "FREQ=YEARLY;BYMONTH=3,9;BYDAY=2TU",
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=3,9;BYDAY=2TU",
            "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
            "FREQ=YEARLY;BYMONTHDAY=13",
            "FREQ=YEARLY;BYDAY=1MO",
        ]);
        insta::assert_snapshot!(said, @"
        Every year on 13 January
        Every two years on 13 January
        Every leap year on 29 February
        Every year on the second Tuesday of March
        Every year on the second Tuesday of March
        Second Tuesday of March and September
        Every two years on the second Tuesday of March and September
        Every year on the last day of March
        13th of each month
        Every year on the first Monday of the year
        ");
    }

    #[test]
    fn the_ends_have_words() {
        let said = said(&[
            "FREQ=WEEKLY;UNTIL=20270615",
            "FREQ=MONTHLY;BYDAY=2TU;COUNT=12",
            "FREQ=WEEKLY;COUNT=30",
        ]);
        insta::assert_snapshot!(said, @"
        Every Tuesday, until 15 June 2027
        Second Tuesday of each month, twelve times in all
        Every Tuesday, 30 times in all
        ");
    }

    #[test]
    fn what_one_sentence_does_not_say_well_is_left_unsaid() {
        for text in [
            "FREQ=WEEKLY;COUNT=1",
            "FREQ=WEEKLY;INTERVAL=2;BYMONTH=3;BYDAY=MO",
            "FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1",
            "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "FREQ=MONTHLY;BYDAY=MO,1TU",
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
            "FREQ=MONTHLY;BYMONTH=2,3;BYMONTHDAY=30",
            "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8",
            "FREQ=MONTHLY;BYMONTHDAY=-6",
            "FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1",
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
            "FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO;BYSETPOS=1",
            "FREQ=YEARLY;BYDAY=20MO",
        ] {
            assert_eq!(Rule::parse(text).unwrap().words(FIRST), None, "{text}");
        }
    }
}
