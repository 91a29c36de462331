//! The only value that words under `repeats` or `day` can mean, where a charter has others for it.

use super::super::english::{WEEK, number_of, numeral, ordinal, weekday};
use super::{Day, Repeats};

/// What people write, and what a charter says for it. `each`, `per` and `a` are `every` here.
const SYNONYMS: [(&str, &str); 26] = [
    ("every week", "weekly"),
    ("every fortnight", "fortnightly"),
    ("fortnight", "fortnightly"),
    ("every other week", "fortnightly"),
    ("every second week", "fortnightly"),
    ("alternate weeks", "fortnightly"),
    ("every month", "monthly"),
    ("every other month", "every 2 months"),
    ("every second month", "every 2 months"),
    ("alternate months", "every 2 months"),
    ("every quarter", "quarterly"),
    ("twice every year", "every 6 months"),
    ("half yearly", "every 6 months"),
    ("halfyearly", "every 6 months"),
    ("semi annually", "every 6 months"),
    ("every half year", "every 6 months"),
    ("annually", "yearly"),
    ("annual", "yearly"),
    ("every year", "yearly"),
    ("irregularly", "varies"),
    ("irregular", "varies"),
    ("it varies", "varies"),
    ("variable", "varies"),
    ("ad hoc", "varies"),
    ("as needed", "varies"),
    ("by arrangement", "varies"),
];

/// The value of `repeats` that other words mean: `every other week`, `every two weeks`, `once a month`.
pub fn suggested_repeats(text: &str) -> Option<String> {
    let lower = text.to_lowercase().replace('-', " ");
    let words: Vec<&str> =
        lower.split_whitespace().filter(|word| *word != "once").map(every).collect();
    let plain = words.join(" ");
    if let Some((_, right)) = SYNONYMS.iter().find(|(synonym, _)| *synonym == plain) {
        return Some((*right).to_owned());
    }
    let (count, unit) = match words.as_slice() {
        ["every", count, unit] => (*count, *unit),
        [count, "weekly"] => (*count, "weeks"),
        [count, "monthly"] => (*count, "months"),
        _ => return None,
    };
    let count = count.parse().ok().or_else(|| number_of(count))?;
    let unit = match unit {
        "week" | "weeks" | "wk" | "wks" => "weeks",
        "month" | "months" | "mth" | "mths" => "months",
        _ => return None,
    };
    let meant = match (count, unit) {
        (1, "weeks") => "weekly".to_owned(),
        (1, _) => "monthly".to_owned(),
        (count, unit) => format!("every {count} {unit}"),
    };
    Repeats::parse(&meant).is_ok().then_some(meant)
}

fn every(word: &str) -> &str {
    if matches!(word, "each" | "per" | "a" | "an") { "every" } else { word }
}

/// The value of `day` that other words mean: `Tuesdays`, `2nd Tues`, `the last Friday of the month`, `15th`.
pub fn suggested_day(text: &str) -> Option<String> {
    let lower = text.to_lowercase().replace('&', " and ").replace(',', " ");
    let words: Vec<String> =
        lower.split_whitespace().filter(|word| !is_small(word)).map(of_day).collect();
    let meant = match words.as_slice() {
        [only] => numeral(only).map_or_else(|| only.clone(), |number| number.to_string()),
        several => several.iter().map(|word| in_words(word)).collect::<Vec<_>>().join(" "),
    };
    Day::parse(&meant).is_ok().then_some(meant)
}

/// Whether a word says nothing more of a day.
fn is_small(word: &str) -> bool {
    matches!(word, "the" | "of" | "on" | "each" | "every" | "month" | "a" | "in")
}

/// A weekday by its name, of which people write the plural or the beginning; any other word as it is.
pub(super) fn of_day(word: &str) -> String {
    let word = word.trim_end_matches('.');
    let is_meant = |name: &str| {
        let name = name.to_lowercase();
        let is_beginning = word.len() >= 3 && name.starts_with(word);
        is_beginning
            || word.strip_suffix('s') == Some(&name)
            || word == "weds" && name == "wednesday"
    };
    let name = WEEK.into_iter().map(weekday).find(|name| is_meant(name));
    name.unwrap_or(word).to_owned()
}

/// `2nd` as `second`; any other word as it is.
fn in_words(word: &str) -> String {
    numeral(word).and_then(ordinal).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rhythm_in_other_words_is_known() {
        for (text, right) in [
            ("every week", "weekly"),
            ("once a week", "weekly"),
            ("every fortnight", "fortnightly"),
            ("once a fortnight", "fortnightly"),
            ("every other week", "fortnightly"),
            ("every second week", "fortnightly"),
            ("each month", "monthly"),
            ("once a month", "monthly"),
            ("once per month", "monthly"),
            ("once every two weeks", "every 2 weeks"),
            ("every two weeks", "every 2 weeks"),
            ("Each 3 weeks", "every 3 weeks"),
            ("6-weekly", "every 6 weeks"),
            ("four-weekly", "every 4 weeks"),
            ("every second month", "every 2 months"),
            ("once a quarter", "quarterly"),
            ("twice a year", "every 6 months"),
            ("half-yearly", "every 6 months"),
            ("annually", "yearly"),
            ("once a year", "yearly"),
            ("ad-hoc", "varies"),
        ] {
            assert_eq!(suggested_repeats(text).as_deref(), Some(right), "{text}");
        }
    }

    #[test]
    fn what_means_two_things_or_nothing_here_is_left() {
        for text in [
            "biweekly",
            "bi-weekly",
            "bimonthly",
            "biannually",
            "semi-monthly",
            "weekly",
            "every 99 weeks",
            "every 3 days",
            "now and then",
            "every",
            "",
            "every some weeks",
        ] {
            assert_eq!(suggested_repeats(text), None, "{text}");
        }
    }

    #[test]
    fn every_synonym_is_of_a_value() {
        for (_, right) in SYNONYMS {
            assert!(Repeats::parse(right).is_ok(), "{right}");
        }
    }

    #[test]
    fn a_day_in_other_words_is_known() {
        for (text, right) in [
            ("Tuesdays", "Tuesday"),
            ("tues", "Tuesday"),
            ("Weds", "Wednesday"),
            ("every Tuesday", "Tuesday"),
            ("2nd Tuesday", "second Tuesday"),
            ("1st & 3rd Thurs", "first and third Thursday"),
            ("the last Friday of the month", "last Friday"),
            ("Tuesdays & Thursdays", "Tuesday and Thursday"),
            ("every Mon and Thu", "Monday and Thursday"),
            ("5th Saturday", "fifth Saturday"),
            ("15th", "15"),
            ("the 1st of each month", "1"),
        ] {
            assert_eq!(suggested_day(text).as_deref(), Some(right), "{text}");
        }
        for text in [
            "t",
            "",
            "whenever",
            "Tuesday and then some",
            "32nd",
            "sund",
            "5th Tuesday of",
            "ſaturday",
            "ééé",
        ] {
            assert!(suggested_day(text).is_none_or(|day| Day::parse(&day).is_ok()), "{text}");
        }
        assert_eq!(suggested_day("whenever"), None);
    }
}
