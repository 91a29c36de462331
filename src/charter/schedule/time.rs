//! Times of day.

use jiff::ToSpan as _;
use jiff::civil::Time;

/// Why a text is not a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeError {
    /// The time that was probably meant, such as 18:30 for `6.30 pm`.
    pub nearest: Option<Time>,
    /// Twelve hours later, where that may be meant as well: people say `6.30` for half past six in the evening too,
    /// and differ about 12 am and 12 pm.
    pub other: Option<Time>,
}

/// Reads a time of day on the 24-hour clock, `HH:MM`, from 00:00 to 23:59.
///
/// # Errors
/// Anything else, however clear: the error offers the time that it reads as.
pub fn parse_time(text: &str) -> Result<Time, TimeError> {
    let strict = text.split_once(':').filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2);
    strict.and_then(|(hour, minute)| time(number(hour)?, number(minute)?)).ok_or_else(|| {
        let nearest = suggested_time(text).or_else(|| guess(text));
        let is_certain = suggested_time(text).is_some()
            || nearest.is_none_or(|it| it.hour() > 12 || it.hour() == 0 && !text.contains("12"));
        let later = nearest.filter(|_| !is_certain).map(|it| it.wrapping_add(12.hours()));
        TimeError { nearest, other: later }
    })
}

/// The only time that a text can mean, where it is not written as it should be: `18.30`, `09h30`, `1830`,
/// `18:30:00`, `6:30 pm`, `7pm`, `19h`, `noon`.
///
/// An hour of one digit without `am` or `pm` may be one of the evening, and people differ about 12 am and
/// 12 pm: these are left.
pub fn suggested_time(text: &str) -> Option<Time> {
    let lower = text.trim().to_lowercase().replace("a.m.", "am").replace("p.m.", "pm");
    if ["noon", "12 noon", "midday", "12 midday"].contains(&lower.as_str()) {
        return time(12, 0);
    }
    let half = [("am", 0), ("pm", 12)]
        .into_iter()
        .find_map(|(half, hours)| lower.strip_suffix(half).map(|clock| (clock.trim_end(), hours)));
    if let Some((clock, hours)) = half {
        let (hour, minute) = clock.split_once([':', '.']).unwrap_or((clock, "00"));
        let fits = matches!(hour.len(), 1 | 2) && minute.len() == 2;
        let hour = number(hour).filter(|hour| fits && (1..=11).contains(hour))?;
        return time(hour + hours, number(minute)?);
    }
    let (lower, has_unit) = match UNITS.into_iter().find_map(|unit| lower.strip_suffix(unit)) {
        Some(clock) => (clock.trim_end(), true),
        None => (lower.as_str(), false),
    };
    let clock = lower.strip_suffix(":00").filter(|clock| clock.contains(':')).unwrap_or(lower);
    let (hour, minute) = match clock.split_once([':', '.', 'h']) {
        Some(parts) => parts,
        None if has_unit && clock.len() == 2 => (clock, "00"),
        None => clock.split_at_checked(2)?,
    };
    (hour.len() == 2 && minute.len() == 2).then(|| time(number(hour)?, number(minute)?))?
}

/// What people write behind a time of the 24-hour clock.
const UNITS: [&str; 5] = ["hours", "hrs", "uhr", "heures", "h"];

/// Reads what people write for a time: `9:00`, `18.30`, `1830`, `18h30`, `6:30 pm`, `7pm`, `18:30:00`.
fn guess(text: &str) -> Option<Time> {
    let lower = text.trim().to_ascii_lowercase();
    if lower == "midnight" {
        return Some(Time::midnight());
    }
    let compact: String = lower.chars().filter(|c| !matches!(c, ' ' | '.' | ':' | 'h')).collect();
    let (digits, half) = match compact.strip_suffix("am") {
        Some(digits) => (digits, Some(0)),
        None => match compact.strip_suffix("pm") {
            Some(digits) => (digits, Some(12)),
            None => (compact.as_str(), None),
        },
    };
    let (hour, minute) = match digits.len() {
        1 | 2 => (digits, "00"),
        3 | 4 => digits.split_at_checked(digits.len() - 2)?,
        6 if half.is_none() => (digits.get(..2)?, digits.get(2..4)?),
        _ => return None,
    };
    let hour = match (number(hour)?, half) {
        (hour, None) => hour,
        (hour @ 1..=12, Some(half)) => hour % 12 + half,
        _ => return None,
    };
    time(hour, number(minute)?)
}

fn number(digits: &str) -> Option<i8> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

fn time(hour: i8, minute: i8) -> Option<Time> {
    Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_two_digits_for_hours_and_minutes() {
        assert_eq!(parse_time("18:30"), Ok(Time::constant(18, 30, 0, 0)));
        assert_eq!(parse_time("00:00"), Ok(Time::midnight()));
        assert_eq!(parse_time("23:59"), Ok(Time::constant(23, 59, 0, 0)));
    }

    #[test]
    fn another_way_of_writing_it_is_understood_but_refused() {
        let nearest = |text| parse_time(text).unwrap_err().nearest.map(|time| time.to_string());
        let half_past_six = Some("18:30:00".to_owned());
        for text in
            ["6:30 pm", "6.30pm", "6:30 p.m.", "18.30", "18h30", "1830", "18:30:00", " 18:30"]
        {
            assert_eq!(nearest(text), half_past_six, "{text}");
        }
        assert_eq!(nearest("7 PM"), Some("19:00:00".to_owned()));
        assert_eq!(nearest("9:00"), Some("09:00:00".to_owned()));
        assert_eq!(nearest("12 am"), Some("00:00:00".to_owned()));
        assert_eq!(nearest("12 pm"), Some("12:00:00".to_owned()));
    }

    #[test]
    fn a_time_that_may_be_one_of_the_morning_or_of_the_evening_is_read_as_both() {
        let both = |text| {
            let TimeError { nearest, other } = parse_time(text).unwrap_err();
            [nearest, other]
                .map(|it| it.map_or_else(String::new, |it| it.strftime("%H:%M").to_string()))
        };
        assert_eq!(both("6.30"), ["06:30", "18:30"]);
        assert_eq!(both("9:00"), ["09:00", "21:00"]);
        assert_eq!(both("7"), ["07:00", "19:00"]);
        assert_eq!(both("12 am"), ["00:00", "12:00"]);
        assert_eq!(both("12 pm"), ["12:00", "00:00"]);
        for text in ["18.30", "09.00", "7 pm", "18"] {
            assert_eq!(both(text)[1], "", "{text}");
        }
    }

    #[test]
    fn a_time_that_can_be_one_only_is_known() {
        let meant = |text| suggested_time(text).map(|time| time.strftime("%H:%M").to_string());
        for text in
            ["6:30 pm", "6.30pm", "6:30 P.M.", "18.30", "18h30", "1830", "18:30:00", " 18:30"]
        {
            assert_eq!(meant(text).as_deref(), Some("18:30"), "{text}");
        }
        assert_eq!(meant("7 pm").as_deref(), Some("19:00"));
        assert_eq!(meant("09.00").as_deref(), Some("09:00"));
        for text in ["19h", "19 h", "19.00", "19 Uhr", "19:00 hrs", "1900 hours", "7pm", "7 p.m."] {
            assert_eq!(meant(text).as_deref(), Some("19:00"), "{text}");
        }
        assert_eq!(meant("Noon").as_deref(), Some("12:00"));
        for text in [
            "9:00",
            "6.30",
            "7",
            "18",
            "12 am",
            "12:30 pm",
            "13 pm",
            "24:00",
            "18:60",
            "18:30:15",
            "1:8:30",
            "830",
            "18.3",
            "7h",
            "7h30",
            "midnight",
            "h",
            "24h",
            "",
            "am",
            "١٨:٣٠",
            "é0",
            "18:+3",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused_without_a_guess() {
        for text in
            ["", "24:00", "18:60", "teatime", "13 pm", "0 am", "+8:30", "-1:30", "١٨:٣٠", "18:3"]
        {
            assert_eq!(parse_time(text), Err(TimeError { nearest: None, other: None }), "{text}");
        }
    }
}
