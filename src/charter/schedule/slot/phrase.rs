//! What people write under `repeats` when they say the day with it, or a word that means two things.

use jiff::civil::Weekday;

use super::super::english::{WEEK, number_of, weekday as name, weekdays};
use super::super::rule::{Frequency, NthWeekday, Parts, Rule};
use super::meant::{of_day, suggested_repeats};
use super::{Interval, Ordinal, Repeats};

/// The lines of a charter that say one meaning of a phrase, and the meaning in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The lines, such as `repeats: fortnightly` and `day: Tuesday`.
    pub lines: Vec<String>,
    /// What they mean, to be read after `for`.
    pub meaning: String,
}

/// What a phrase may mean, where that is known: one meaning or several, of which the writer has to choose.
pub fn choices(text: &str) -> Vec<Choice> {
    let text = text.to_lowercase().replace(',', " ");
    let words: Vec<String> =
        text.split_whitespace().map(same).filter(|it| !it.is_empty()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    by_word(&words.join(" ")).or_else(|| by_day(&words)).unwrap_or_default()
}

impl Choice {
    /// Its keys and values, if they can be used as they are.
    pub fn entries(&self) -> Option<Vec<(&str, &str)>> {
        let lines = self.lines.iter();
        lines.map(|line| line.split_once(": ").filter(|(_, value)| !value.contains('…'))).collect()
    }
}

/// Whether a phrase says every other week, which is never said by a day alone.
pub fn is_fortnightly(choices: &[Choice]) -> bool {
    choices.first().is_some_and(|choice| choice.lines[0] == "repeats: fortnightly")
}

/// Whether only a rule says what a phrase means: several days of a week.
pub fn say_a_rule(choices: &[Choice]) -> bool {
    choices.first().is_some_and(|choice| choice.lines[0].starts_with("rrule: "))
}

/// Whether the choices of a phrase say on which day.
pub fn say_the_day(choices: &[Choice]) -> bool {
    let says = |line: &String| line.starts_with("day: ") || line.starts_with("rrule: ");
    choices.iter().any(|choice| choice.lines.iter().any(says))
}

/// A word as the phrases here have it: one of those that mean the same, or nothing for a small one.
fn same(word: &str) -> String {
    let same = match word {
        "on" | "the" | "of" | "in" | "a" => "",
        "each" => "every",
        "bi-weekly" => "biweekly",
        "bi-monthly" => "bimonthly",
        "semi-weekly" => "semiweekly",
        "semi-monthly" => "semimonthly",
        "1st" => "first",
        "2nd" => "second",
        "3rd" => "third",
        "4th" => "fourth",
        "&" => "and",
        "weekdays" => "weekday",
        _ => return of_day(word),
    };
    same.to_owned()
}

fn choice(lines: &[&str], meaning: impl Into<String>) -> Choice {
    Choice { lines: lines.iter().map(|line| (*line).to_owned()).collect(), meaning: meaning.into() }
}

fn twice_a_week() -> Choice {
    choice(
        &["repeats: weekly", "day: … and …"],
        "twice a week, with the two weekdays in place of the dots",
    )
}

fn twice_a_month() -> Choice {
    choice(
        &["repeats: monthly", "day: first and third …"],
        "twice a month, with the weekday in place of the dots",
    )
}

/// Words without a day.
fn by_word(text: &str) -> Option<Vec<Choice>> {
    Some(match text {
        "biweekly" => vec![choice(&["repeats: fortnightly"], "once in two weeks"), twice_a_week()],
        "bimonthly" => {
            vec![choice(&["repeats: every 2 months"], "once in two months"), twice_a_month()]
        }
        "twice month" | "twice every month" | "two times month" | "twice monthly"
        | "twice per month" | "semimonthly" => {
            vec![twice_a_month()]
        }
        "twice week" | "twice every week" | "twice weekly" | "twice per week"
        | "two times week" | "semiweekly" => {
            vec![twice_a_week()]
        }
        "biannually" | "biannual" | "bi-annually" | "bi-annual" => vec![
            choice(&["repeats: every 6 months"], "twice a year"),
            choice(&["repeats: every 24 months"], "once in two years"),
        ],
        "termly" | "every term" => vec![
            choice(&["repeats: every 4 months"], "three times a year, four months apart"),
            choice(&["repeats: varies", "when: …"], "other dates, in words in place of the dots"),
        ],
        "daily" | "every day" => {
            vec![choice(&["rrule: FREQ=DAILY"], "every day of the week")]
        }
        "weekday" | "every weekday" | "every working day" => {
            vec![choice(&["rrule: FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"], "Monday to Friday")]
        }
        _ => return None,
    })
}

/// Phrases that say the day: everything around the name of a weekday.
fn by_day(words: &[&str]) -> Option<Vec<Choice>> {
    let named = |word: &str| WEEK.into_iter().find(|day| name(*day).eq_ignore_ascii_case(word));
    if let Some(choice) = several_a_week(words, named) {
        return Some(vec![choice]);
    }
    let at = words.iter().position(|word| named(word).is_some())?;
    let day = named(words[at])?;
    let around = [&words[..at], &words[at + 1..]].concat();
    let fortnightly = || repeating("fortnightly", day, "every other week");
    Some(match around.join(" ").as_str() {
        "" | "every" | "weekly" | "every week" => vec![repeating("weekly", day, "every week")],
        "fortnightly" | "alternate" | "every alternate" | "every other" | "every fortnight"
        | "every other week" | "every second week" => vec![fortnightly()],
        "biweekly" => vec![
            fortnightly(),
            choice(
                &["repeats: weekly", &format!("day: {} and …", name(day))],
                "twice a week, with the other weekday in place of the dots",
            ),
        ],
        "every second" => vec![fortnightly(), monthly(&[Ordinal::Second], day)],
        "every third" => vec![every_weeks(3, day), monthly(&[Ordinal::Third], day)],
        "every fourth" => vec![every_weeks(4, day), monthly(&[Ordinal::Fourth], day)],
        other => match weeks_in(other) {
            Some(2) => vec![fortnightly()],
            Some(weeks) => vec![every_weeks(weeks, day)],
            None => match ordinals(&around) {
                Some(nths) => vec![monthly(&nths, day)],
                None => vec![every_months(&around, day)?],
            },
        },
    })
}

/// Several weekdays, each week or each fortnight: `every Monday and Thursday`. From three on, a rule says it.
fn several_a_week(words: &[&str], named: impl Fn(&str) -> Option<Weekday>) -> Option<Choice> {
    let mut days: Vec<Weekday> = words.iter().filter_map(|word| named(word)).collect();
    days.sort_unstable_by_key(|day| day.to_monday_zero_offset());
    let many = days.len();
    days.dedup();
    let rest = words.iter().filter(|word| **word != "and" && named(word).is_none());
    let is_weekly = match rest.copied().collect::<Vec<_>>().join(" ").as_str() {
        "" | "every" | "weekly" | "every week" => true,
        "fortnightly" | "every other week" | "every fortnight" => false,
        _ => return None,
    };
    if days.len() < 2 || days.len() < many {
        return None;
    }
    let all_days = weekdays(&days);
    let meaning = if is_weekly { "every week" } else { "every other week" };
    if days.len() == 2 {
        let repeats = if is_weekly { "weekly" } else { "fortnightly" };
        return Some(choice(
            &[&format!("repeats: {repeats}"), &format!("day: {all_days}")],
            meaning,
        ));
    }
    let rule = Rule::new(Parts {
        interval: if is_weekly { 1 } else { 2 },
        by_day: days.into_iter().map(NthWeekday::every).collect(),
        ..Parts::every(Frequency::Weekly)
    });
    Some(choice(&[&format!("rrule: {rule}")], format!("{all_days}, {meaning}")))
}

fn repeating(repeats: &str, day: Weekday, meaning: &str) -> Choice {
    choice(&[&format!("repeats: {repeats}"), &format!("day: {}", name(day))], meaning)
}

fn every_weeks(weeks: u16, day: Weekday) -> Choice {
    let repeats = format!("every {weeks} weeks");
    repeating(&repeats, day, &repeats)
}

/// The number in `every 3 weeks`.
fn weeks_in(text: &str) -> Option<u16> {
    let count = text.strip_prefix("every ")?.strip_suffix(" weeks")?;
    let weeks = count.parse().ok().or_else(|| number_of(count))?;
    (2..=super::MOST_WEEKS).contains(&weeks).then_some(weeks)
}

/// Which of a month's weekdays: `first month`, `monthly first and third`, `last every month`.
fn ordinals(words: &[&str]) -> Option<Vec<Ordinal>> {
    let rest = words.iter().filter(|word| !["monthly", "every", "month"].contains(word));
    match rest.copied().collect::<Vec<_>>().as_slice() {
        [one] => Some(vec![Ordinal::named(one)?]),
        [one, "and", other] if one != other => {
            Some(vec![Ordinal::named(one)?, Ordinal::named(other)?])
        }
        _ => None,
    }
}

/// A day of a month with another rhythm than each month: `every 3 months first`, `quarterly first and third`.
fn every_months(words: &[&str], day: Weekday) -> Option<Choice> {
    let part = |at: usize, length: usize| {
        let nths = words.get(at..at + length).filter(|part| length == 1 || part[1] == "and")?;
        let rest = [&words[..at], &words[at + length..]].concat().join(" ");
        let repeats = suggested_repeats(&rest).unwrap_or(rest);
        match Repeats::parse(&repeats) {
            Ok(Repeats::Every(Interval::Months(_))) => Some((repeats, ordinals(nths)?)),
            _ => None,
        }
    };
    let at_an_end =
        |length: usize| [Some(0), words.len().checked_sub(length)].map(|at| (at, length));
    let mut parts = [3, 1].into_iter().flat_map(at_an_end);
    let (repeats, nths) = parts.find_map(|(at, length)| part(at?, length))?;
    let day = of_month(&nths, day);
    let meaning = format!("the {day}, {repeats}");
    Some(choice(&[&format!("repeats: {repeats}"), &format!("day: {day}")], meaning))
}

/// `first and third Tuesday`
fn of_month(nths: &[Ordinal], day: Weekday) -> String {
    let nths: Vec<&str> = nths.iter().map(|nth| nth.as_str()).collect();
    format!("{} {}", nths.join(" and "), name(day))
}

fn monthly(nths: &[Ordinal], day: Weekday) -> Choice {
    let day = of_month(nths, day);
    choice(&["repeats: monthly", &format!("day: {day}")], format!("the {day} of the month"))
}

#[cfg(test)]
mod tests {
    use super::super::{Day, Repeats};
    use super::*;

    /// The lines of each meaning: `fortnightly, Tuesday | monthly, second Tuesday`.
    fn meant(text: &str) -> String {
        let lines = |choice: Choice| {
            let values = choice.lines.iter().filter_map(|line| line.split_once(": "));
            values.map(|(_, value)| value.to_owned()).collect::<Vec<_>>().join(", ")
        };
        choices(text).into_iter().map(lines).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn a_phrase_with_one_meaning_says_its_lines() {
        for (text, lines) in [
            ("every Tuesday", "weekly, Tuesday"),
            ("Tuesdays", "weekly, Tuesday"),
            ("weekly on Tuesdays", "weekly, Tuesday"),
            ("every other Tuesday", "fortnightly, Tuesday"),
            ("Fortnightly on Wednesdays", "fortnightly, Wednesday"),
            ("every two weeks on Friday", "fortnightly, Friday"),
            ("alternate Mondays", "fortnightly, Monday"),
            ("every 3 weeks on Friday", "every 3 weeks, Friday"),
            ("first Monday of the month", "monthly, first Monday"),
            ("every first Monday", "monthly, first Monday"),
            ("2nd Tuesday of each month", "monthly, second Tuesday"),
            ("monthly on the last Friday", "monthly, last Friday"),
            ("first and third Tuesday every month", "monthly, first and third Tuesday"),
            ("every second Tuesday of the month", "monthly, second Tuesday"),
            ("Tuesdays, fortnightly", "fortnightly, Tuesday"),
            ("twice a month", "monthly, first and third …"),
            ("daily", "FREQ=DAILY"),
            ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("last Wed of the month", "monthly, last Wednesday"),
            ("every Tuesday and Thursday", "weekly, Tuesday and Thursday"),
            ("Thursdays & Mondays, fortnightly", "fortnightly, Monday and Thursday"),
            ("Mon, Wed and Fri", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
            ("twice a week", "weekly, … and …"),
            ("1st & 3rd Thurs. monthly", "monthly, first and third Thursday"),
            ("every 3 months on the first Friday", "every 3 months, first Friday"),
            ("quarterly, first Friday", "quarterly, first Friday"),
            ("first and third Monday every other month", "every 2 months, first and third Monday"),
            ("last Tuesday each quarter", "quarterly, last Tuesday"),
        ] {
            assert_eq!(meant(text), lines, "{text}");
        }
    }

    #[test]
    fn a_phrase_with_two_meanings_is_asked_about() {
        for (text, lines) in [
            ("every second Tuesday", "fortnightly, Tuesday | monthly, second Tuesday"),
            ("every third Friday", "every 3 weeks, Friday | monthly, third Friday"),
            ("biweekly", "fortnightly | weekly, … and …"),
            ("bi-weekly on Mondays", "fortnightly, Monday | weekly, Monday and …"),
            ("bimonthly", "every 2 months | monthly, first and third …"),
        ] {
            assert_eq!(meant(text), lines, "{text}");
        }
    }

    #[test]
    fn other_words_mean_nothing_here() {
        for text in [
            "",
            "weekly",
            "monthly",
            "now and then",
            "every 99 weeks on Monday",
            "every",
            "Tuesday and then some",
            "Tuesday and Tuesday",
            "quarterly, first Friday or Monday",
            "every first 3 months Friday",
            "every 3 months on Friday",
        ] {
            assert_eq!(meant(text), "", "{text}");
        }
    }

    #[test]
    fn what_is_offered_can_be_read() {
        let texts = [
            "every other Tuesday",
            "every second Tuesday",
            "last Friday of the month",
            "daily",
            "weekdays",
            "biweekly",
        ];
        let lines = texts.iter().flat_map(|text| choices(text)).flat_map(|choice| choice.lines);
        for line in lines.filter(|line| !line.contains('…')) {
            let (key, value) = line.split_once(": ").unwrap();
            match key {
                "repeats" => assert!(Repeats::parse(value).is_ok(), "{line}"),
                "day" => assert!(Day::parse(value).is_ok(), "{line}"),
                _ => assert!(Rule::parse(value).is_ok(), "{line}"),
            }
        }
    }
}
