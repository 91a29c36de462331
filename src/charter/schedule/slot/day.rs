//! The key `day`: on which day.

use jiff::civil::Weekday;

use super::super::english::{WEEK, numeral, ordinal, weekday as name};
use super::super::piece::Piece;
use super::error::{Expected, WordError};
use crate::diagnostic::nearest;
use crate::text::pattern::{any_case, up_to};

/// The last day that a month may have.
pub(crate) const LAST_NUMBER: u8 = 31;

/// The days on which a group meets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Day {
    /// One or two different days of the week, in their order.
    Weekdays(Vec<Weekday>),
    /// A day of the month.
    OfMonth(DayOfMonth),
}

/// One or two days of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayOfMonth {
    /// A number, 1 to 31.
    Number(i16),
    /// A weekday with one or two different ordinals, in their order.
    Nth(Vec<Ordinal>, Weekday),
}

/// Which of the equal weekdays of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ordinal {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The fifth, which not every month has.
    Fifth,
    /// The last, be it the fourth or the fifth.
    Last,
}

impl Ordinal {
    const ALL: [Self; 6] =
        [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Fifth, Self::Last];

    /// The word of a charter.
    pub fn as_str(self) -> &'static str {
        ordinal(self.place()).unwrap_or_default()
    }

    /// Its place among the weekdays: 1 to 5, or -1 for the last.
    pub fn place(self) -> i16 {
        match self {
            Self::Last => -1,
            counted => counted as i16 + 1,
        }
    }

    pub(super) fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ordinal| word.eq_ignore_ascii_case(ordinal.as_str()))
    }
}

impl Day {
    /// Reads one or two weekdays (`Monday and Thursday`), one or two ordinals with a weekday (`first and
    /// third Tuesday`), or a day of the month from 1 to 31. Case does not matter, nor white space around
    /// words.
    ///
    /// # Errors
    /// The first word that is something else, and what was expected there.
    pub fn parse(text: &str) -> Result<Self, WordError> {
        let whole = Piece::whole(text).trim();
        let mut words = whole.words();
        let mut next = || words.next().unwrap_or(whole.end());
        let first = next();
        let (day, rest) = if let Some(weekday) = weekday_named(first.text) {
            weekdays(weekday, &mut next)?
        } else if let Some(ordinal) = Ordinal::named(first.text) {
            (Self::OfMonth(nth(ordinal, &mut next)?), next())
        } else if let Some(number) = number(first)? {
            (Self::OfMonth(DayOfMonth::Number(number)), next())
        } else {
            let alone = next().text.is_empty();
            return Err(WordError::unexpected(
                first,
                Expected::Day,
                nearest_day(first.text, alone),
            ));
        };
        match rest.text {
            "" => Ok(day),
            _ => Err(WordError::unexpected(rest, Expected::End, None::<String>)),
        }
    }
}

/// Regular expressions for all that [`Day::parse`] reads, white space around it apart.
impl Day {
    /// For one weekday or two.
    pub(crate) fn weekdays_pattern() -> String {
        one_or_two(WEEK.map(name))
    }

    /// For a day of the month.
    pub(crate) fn of_month_pattern() -> String {
        let (nth, weekday) =
            (one_or_two(Ordinal::ALL.map(Ordinal::as_str)), any_of(WEEK.map(name)));
        format!(r"0*{}|(?:{nth})\s+(?:{weekday})", up_to(LAST_NUMBER.into()))
    }
}

/// One of some words, or two different ones with `and` between them.
fn one_or_two<const N: usize>(words: [&str; N]) -> String {
    let and = any_case("and");
    let from = |first: &str| {
        let others = any_of(words.into_iter().filter(|other| *other != first));
        format!(r"{}(?:\s+{and}\s+(?:{others}))?", any_case(first))
    };
    words.map(from).join("|")
}

fn any_of<'word>(words: impl IntoIterator<Item = &'word str>) -> String {
    words.into_iter().map(any_case).collect::<Vec<_>>().join("|")
}

/// Reads what follows a weekday: `and` with another one, perhaps. Returns the word after it too.
fn weekdays<'text>(
    first: Weekday,
    next: &mut impl FnMut() -> Piece<'text>,
) -> Result<(Day, Piece<'text>), WordError> {
    let word = next();
    if !word.text.eq_ignore_ascii_case("and") {
        return Ok((Day::Weekdays(vec![first]), word));
    }
    let second = next();
    let mut both = vec![first, weekday(second)?];
    if both[1] == first {
        return Err(WordError::Twice { range: second.range() });
    }
    both.sort_unstable_by_key(|day| day.to_monday_zero_offset());
    Ok((Day::Weekdays(both), next()))
}

/// Reads what follows an ordinal: `and` with another one, perhaps, then the weekday.
fn nth<'text>(
    first: Ordinal,
    next: &mut impl FnMut() -> Piece<'text>,
) -> Result<DayOfMonth, WordError> {
    let mut ordinals = vec![first];
    let mut word = next();
    if word.text.eq_ignore_ascii_case("and") {
        let second = next();
        let ordinal = Ordinal::named(second.text).ok_or_else(|| {
            WordError::unexpected(second, Expected::Ordinal, nearest_ordinal(second.text))
        })?;
        if ordinal == first {
            return Err(WordError::Twice { range: second.range() });
        }
        ordinals.push(ordinal);
        ordinals.sort_unstable();
        word = next();
    }
    Ok(DayOfMonth::Nth(ordinals, weekday(word)?))
}

fn weekday(word: Piece<'_>) -> Result<Weekday, WordError> {
    weekday_named(word.text)
        .ok_or_else(|| WordError::unexpected(word, Expected::Weekday, nearest_weekday(word.text)))
}

/// Reads a day of the month, if the word is a number.
fn number(word: Piece<'_>) -> Result<Option<i16>, WordError> {
    if word.text.is_empty() || !word.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    match word.text.parse() {
        Ok(number) if (1..=LAST_NUMBER.into()).contains(&number) => Ok(Some(number)),
        _ => Err(WordError::OutOfRange { range: word.range(), most: LAST_NUMBER.into() }),
    }
}

fn weekday_named(word: &str) -> Option<Weekday> {
    WEEK.into_iter().find(|weekday| word.eq_ignore_ascii_case(name(*weekday)))
}

/// What was probably meant at the start: a day of the month if the word is alone, else an ordinal.
fn nearest_day(word: &str, alone: bool) -> Option<String> {
    let number = || numeral(word).filter(|_| alone).map(|number| number.to_string());
    let ordinal = || nearest_ordinal(word).map(str::to_owned);
    nearest_weekday(word).map(str::to_owned).or_else(number).or_else(ordinal)
}

fn nearest_weekday(word: &str) -> Option<&'static str> {
    nearest(word, WEEK.map(name))
}

fn nearest_ordinal(word: &str) -> Option<&'static str> {
    match numeral(word) {
        Some(number) => {
            Ordinal::ALL.into_iter().find(|known| known.place() == number).map(Ordinal::as_str)
        }
        None => nearest(word, Ordinal::ALL.map(Ordinal::as_str)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Ordinal::{Fifth, First, Last, Second, Third};

    fn nth(ordinals: &[Ordinal], weekday: Weekday) -> Day {
        Day::OfMonth(DayOfMonth::Nth(ordinals.to_vec(), weekday))
    }

    fn refused(text: &str) -> (String, Expected, Option<String>) {
        match Day::parse(text) {
            Err(WordError::Unexpected { words, range, expected, nearest }) => {
                assert_eq!(text[range], words);
                (words, expected, nearest)
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    fn error(
        words: &str,
        expected: Expected,
        nearest: Option<&str>,
    ) -> (String, Expected, Option<String>) {
        (words.to_owned(), expected, nearest.map(str::to_owned))
    }

    #[test]
    fn a_day_is_a_weekday_an_ordinal_with_one_or_a_number() {
        assert_eq!(Day::parse("Tuesday"), Ok(Day::Weekdays(vec![Weekday::Tuesday])));
        assert_eq!(Day::parse("second Tuesday"), Ok(nth(&[Second], Weekday::Tuesday)));
        assert_eq!(Day::parse("last Friday"), Ok(nth(&[Last], Weekday::Friday)));
        assert_eq!(Day::parse("fifth Saturday"), Ok(nth(&[Fifth], Weekday::Saturday)));
        assert_eq!(Day::parse("31"), Ok(Day::OfMonth(DayOfMonth::Number(31))));
    }

    #[test]
    fn two_weekdays_are_put_in_order() {
        let both = Ok(Day::Weekdays(vec![Weekday::Monday, Weekday::Thursday]));
        assert_eq!(Day::parse("Monday and Thursday"), both);
        assert_eq!(Day::parse("thursday AND monday"), both);
    }

    #[test]
    fn two_ordinals_are_put_in_order() {
        assert_eq!(
            Day::parse("first and third Tuesday"),
            Ok(nth(&[First, Third], Weekday::Tuesday))
        );
        assert_eq!(Day::parse("last and second Monday"), Ok(nth(&[Second, Last], Weekday::Monday)));
    }

    #[test]
    fn case_and_surplus_spaces_do_not_matter() {
        assert_eq!(Day::parse(" SECOND  tuesday\t"), Ok(nth(&[Second], Weekday::Tuesday)));
    }

    #[test]
    fn a_word_that_is_not_understood_finds_the_right_one() {
        let day = Expected::Day;
        assert_eq!(refused("Tuesdays"), error("Tuesdays", day, Some("Tuesday")));
        assert_eq!(refused("thur"), error("thur", day, Some("Thursday")));
        assert_eq!(refused("secnd Tuesday"), error("secnd", day, Some("second")));
        assert_eq!(refused("2nd Tuesday"), error("2nd", day, Some("second")));
        assert_eq!(refused("second Tusday"), error("Tusday", Expected::Weekday, Some("Tuesday")));
        assert_eq!(refused("1ST and 3rd Tuesday"), error("1ST", day, Some("first")));
        let ordinal = Expected::Ordinal;
        assert_eq!(refused("first and 3rd Tuesday"), error("3rd", ordinal, Some("third")));
        assert_eq!(refused("31st"), error("31st", day, Some("31")));
        assert_eq!(refused("whenever"), error("whenever", day, None));
        assert_eq!(refused("sixth Tuesday"), error("sixth", day, None));
        assert_eq!(
            refused("Monday and Tusday"),
            error("Tusday", Expected::Weekday, Some("Tuesday"))
        );
        assert_eq!(refused("-1"), error("-1", day, None));
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(refused(""), error("", Expected::Day, None));
        assert_eq!(refused("second"), error("", Expected::Weekday, None));
        assert_eq!(refused("first and"), error("", Expected::Ordinal, None));
        assert_eq!(refused("first and third"), error("", Expected::Weekday, None));
        assert_eq!(refused("Monday and"), error("", Expected::Weekday, None));
    }

    #[test]
    fn what_is_too_much_is_named() {
        let three = refused("Tuesday and Thursday and Friday");
        assert_eq!(three, error("and", Expected::End, None));
        assert_eq!(refused("15 of each month"), error("of", Expected::End, None));
        let third = refused("first and second and third Tuesday");
        assert_eq!(third, error("and", Expected::Weekday, None));
    }

    #[test]
    fn a_day_stands_once() {
        let twice = Err(WordError::Twice { range: 10..15 });
        assert_eq!(Day::parse("first and first Tuesday"), twice);
        let twice = Err(WordError::Twice { range: 11..17 });
        assert_eq!(Day::parse("Monday and monday"), twice);
    }

    #[test]
    fn a_day_of_the_month_is_one_to_thirty_one() {
        for text in ["0", "32", "99999999999999999999"] {
            let range = 0..text.len();
            assert_eq!(Day::parse(text), Err(WordError::OutOfRange { range, most: 31 }));
        }
    }
}
