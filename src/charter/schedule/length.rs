//! The lengths that people write in other ways than a charter does.

use super::duration::Duration;
use super::english::number_of;
use super::piece::Piece;

/// Lengths in words that have no number before their unit.
const PHRASES: [(&str, u32); 12] = [
    ("a quarter of an hour", 15),
    ("quarter of an hour", 15),
    ("half an hour", 30),
    ("a half hour", 30),
    ("half hour", 30),
    ("half a hour", 30),
    ("three quarters of an hour", 45),
    ("an hour and a quarter", 75),
    ("an hour and a half", 90),
    ("one and a half hours", 90),
    ("two and a half hours", 150),
    ("three and a half hours", 210),
];

/// The only length that a text can mean, where it is not written as it should be: `90 minutes`, `1.5 hours`, `1h30`,
/// `an hour and a half`, `60`.
///
/// A number alone is minutes where meetings are often as long as that, and none lasts so many hours.
pub fn suggested_duration(text: &str) -> Option<String> {
    let plain = text.trim().to_lowercase().replace('-', " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(days) = days(&plain) {
        return Duration::new(days, 0).map(|duration| duration.to_string());
    }
    let phrase =
        || PHRASES.iter().find(|(phrase, _)| *phrase == plain).map(|(_, minutes)| *minutes);
    let minutes =
        phrase().or_else(|| clock(&plain)).or_else(|| alone(&plain)).or_else(|| sum(&plain));
    let duration = Duration::new(0, minutes?)?;
    let in_minutes = duration.minutes().to_string();
    let is_in_minutes =
        plain.strip_prefix(&in_minutes).is_some_and(|rest| !rest.starts_with(is_of_number));
    Some(if is_in_minutes { format!("{in_minutes} min") } else { duration.to_string() })
}

fn is_of_number(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ',' | ':')
}

/// `two days`, `3-day`, `a week`.
fn days(text: &str) -> Option<u32> {
    let (number, unit) = match text.split_once(' ') {
        Some(parts) => parts,
        None => text
            .split_at(text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len()),
    };
    match unit {
        "d" | "day" | "days" => whole(number),
        "week" => whole(number).filter(|weeks| *weeks == 1).map(|_| super::duration::MOST_DAYS),
        _ => None,
    }
}

/// `1:30`, `01:30`, with or without `h` behind it.
fn clock(text: &str) -> Option<u32> {
    let text = text.strip_suffix(['h']).unwrap_or(text).trim_end();
    let (hours, minutes) = text.split_once(':')?;
    let fits = matches!(hours.len(), 1 | 2) && minutes.len() == 2;
    let minutes = digits(minutes).filter(|minutes| fits && *minutes < 60)?;
    Some(digits(hours)? * 60 + minutes)
}

/// `60`, `90`.
fn alone(text: &str) -> Option<u32> {
    digits(text).filter(|minutes| (30..=300).contains(minutes) && minutes % 5 == 0)
}

/// Hours, minutes or both: `1.5 hours`, `two hrs and 15 mins`, `1h30`.
fn sum(text: &str) -> Option<u32> {
    let text = text.replace(" ½", "½").replace('½', ".5").replace('¼', ".25").replace('¾', ".75");
    let pieces: Vec<&str> = Piece::whole(&text)
        .numbers_and_words()
        .map(|piece| piece.text)
        .filter(|piece| !matches!(*piece, "and" | "." | ","))
        .collect();
    match pieces.as_slice() {
        [number, unit] => amount(number)?.of(unit),
        [hours, unit, minutes] if is_hours(unit) => {
            let minutes = digits(minutes).filter(|rest| minutes.len() == 2 && *rest < 60)?;
            Some(whole(hours)? * 60 + minutes)
        }
        [hours, unit, minutes, other] if is_hours(unit) && is_minutes(other) => {
            Some(whole(hours)? * 60 + whole(minutes).filter(|rest| *rest < 60)?)
        }
        _ => None,
    }
}

/// A number with up to two decimals, in hundredths.
struct Amount(u32);

impl Amount {
    /// The minutes in so many hours or minutes, if they are whole.
    fn of(&self, unit: &str) -> Option<u32> {
        let hundredths = if is_hours(unit) {
            self.0.checked_mul(60)?
        } else if is_minutes(unit) {
            self.0
        } else {
            return None;
        };
        (hundredths % 100 == 0).then_some(hundredths / 100)
    }
}

fn amount(text: &str) -> Option<Amount> {
    if let Some(number) = whole(text) {
        return Some(Amount(number.checked_mul(100)?));
    }
    let (units, decimals) = text.split_once(['.', ','])?;
    let units = if units.is_empty() { 0 } else { digits(units)? };
    let hundredths = match decimals.len() {
        1 => digits(decimals)? * 10,
        2 => digits(decimals)?,
        _ => return None,
    };
    Some(Amount(units.checked_mul(100)?.checked_add(hundredths)?))
}

/// A whole number in digits or as a word.
fn whole(text: &str) -> Option<u32> {
    match text {
        "a" | "an" => Some(1),
        _ => digits(text).or_else(|| number_of(text).map(u32::from)),
    }
}

fn digits(text: &str) -> Option<u32> {
    let fits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok())?
}

fn is_hours(word: &str) -> bool {
    matches!(word, "h" | "hr" | "hrs" | "hour" | "hours")
}

fn is_minutes(word: &str) -> bool {
    matches!(word, "m" | "min" | "mins" | "minute" | "minutes" | "'" | "′" | "’")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_only_be_one_length_is_known() {
        for (text, length) in [
            ("60", "60 min"),
            ("90", "90 min"),
            ("90 minutes", "90 min"),
            ("90 mins", "90 min"),
            ("90 min.", "90 min"),
            ("90-minute", "90 min"),
            ("90'", "90 min"),
            ("1.5 hours", "1 h 30 min"),
            ("1,5 h", "1 h 30 min"),
            ("1½ hours", "1 h 30 min"),
            ("1 ½ h", "1 h 30 min"),
            ("1.25 hrs", "1 h 15 min"),
            ("½ hour", "30 min"),
            ("an hour", "1 h"),
            ("One hour", "1 h"),
            ("two hours", "2 h"),
            ("half an hour", "30 min"),
            ("an hour and a half", "1 h 30 min"),
            ("1h30", "1 h 30 min"),
            ("1 h 30", "1 h 30 min"),
            ("1h30m", "1 h 30 min"),
            ("1 hour and 30 minutes", "1 h 30 min"),
            ("1 hr 5 mins", "1 h 5 min"),
            ("1:30", "1 h 30 min"),
            ("01:30", "1 h 30 min"),
            ("1:30 h", "1 h 30 min"),
            ("0:45", "45 min"),
            ("two days", "2 days"),
            ("3-day", "3 days"),
            ("2d", "2 days"),
            ("a day", "1 day"),
            ("a week", "7 days"),
            ("36 hours", "36 h"),
        ] {
            assert_eq!(suggested_duration(text).as_deref(), Some(length), "{text}");
        }
    }

    #[test]
    fn what_may_be_another_length_or_none_is_left() {
        for text in [
            "",
            "2",
            "24",
            "36",
            "48",
            "301",
            "1.333 h",
            "1.1 min",
            "60-90 min",
            "2-3 hours",
            "1 to 2 hours",
            "about an hour",
            "all day",
            "0 min",
            "0",
            "169 h",
            "8 days",
            "two weeks",
            "99999 h",
            "9999999999 h",
            "1 h 75 min",
            "1 h 3",
            "1:75",
            "1:3",
            "1:30:00",
            "h",
            "min 30",
            "1 h 1 h",
            "٣ h",
        ] {
            assert_eq!(suggested_duration(text), None, "{text}");
        }
    }
}
