//! The English words for numbers, days and months.

use jiff::civil::{Date, Weekday};

use crate::text::join;

/// Monday to Sunday.
pub(super) const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

const MONTHS: &str =
    "January February March April May June July August September October November December";

const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// The name of a weekday.
pub fn weekday(weekday: Weekday) -> &'static str {
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    by_weekday(weekday, names)
}

/// The name for a weekday among those for Monday to Sunday.
pub(super) fn by_weekday(weekday: Weekday, names: [&'static str; 7]) -> &'static str {
    names[usize::from(weekday.to_monday_zero_offset().unsigned_abs())]
}

/// The name of a month, 1 to 12.
pub(super) fn month(number: i16) -> Option<&'static str> {
    MONTHS.split(' ').nth(usize::try_from(number).ok()?.checked_sub(1)?)
}

/// A date: `15 June 2027`.
pub fn date(date: Date) -> String {
    let month = month(date.month().into()).unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// A number: in words up to twelve, then in digits.
pub(crate) fn number(number: u16) -> String {
    NUMBERS.get(usize::from(number)).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// The number that a word up to twelve means, ignoring case.
pub(super) fn number_of(word: &str) -> Option<u16> {
    let position = NUMBERS.iter().skip(1).position(|known| word.eq_ignore_ascii_case(known))?;
    u16::try_from(position + 1).ok()
}

/// A day of the month by its number: `1st`.
pub(super) fn short_ordinal(day: i16) -> String {
    let ending = match (day % 10, day % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

/// The place in a row, from the first to the fifth, or from the last (-1) to the fifth-to-last (-5).
pub(super) fn ordinal(place: i16) -> Option<&'static str> {
    Some(match place {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        -1 => "last",
        -2 => "second-to-last",
        -3 => "third-to-last",
        -4 => "fourth-to-last",
        -5 => "fifth-to-last",
        _ => return None,
    })
}

/// The number of `1st`, `2nd`, `3rd`, `4th` and so on, up to 31.
pub(super) fn numeral(word: &str) -> Option<i16> {
    let lower = word.to_lowercase();
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| lower.strip_suffix(ending))?;
    digits.parse().ok().filter(|number| (1..=31).contains(number))
}

/// A list: `a`, `a and b`, `a, b and c`.
pub(super) fn list<Text: AsRef<str>>(items: &[Text]) -> String {
    join(items, "and")
}

/// Weekdays as a list.
pub(super) fn weekdays(weekdays: &[Weekday]) -> String {
    list(&weekdays.iter().copied().map(weekday).collect::<Vec<_>>())
}

/// A phrase as the start of a sentence: without its article, and with a capital.
pub(super) fn sentence(phrase: &str) -> String {
    let phrase = phrase.strip_prefix("the ").unwrap_or(phrase);
    let mut characters = phrase.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_words_up_to_twelve() {
        assert_eq!([number(2), number(12), number(13)], ["two", "twelve", "13"]);
        assert_eq!(number_of("Twelve"), Some(12));
        assert_eq!(number_of("no"), None);
        assert_eq!(number_of("dozen"), None);
    }

    #[test]
    fn a_list_has_one_and_before_the_last() {
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn a_sentence_starts_without_its_article() {
        assert_eq!(sentence("the last Friday"), "Last Friday");
        assert_eq!(sentence("day 31"), "Day 31");
    }

    #[test]
    fn months_count_from_one() {
        assert_eq!(month(1), Some("January"));
        assert_eq!(month(12), Some("December"));
        assert_eq!([month(0), month(13), month(-1)], [None; 3]);
    }
}
