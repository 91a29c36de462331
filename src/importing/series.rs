//! When a group meets, as people write it, in the words of a charter.

use jiff::civil::Weekday;
use serde_json::Value as Json;

use crate::charter::rhythm::about_phrase;
use crate::charter::schedule::{
    Day, Expected, Repeats, RepeatsChoice, Slot, WordError, is_fortnightly, parse_time,
    repeats_choices, suggested_day, suggested_repeats, suggested_time, weekday_name,
};
use crate::writing::{Answers, set};

/// Whether a set of keys says of a series more than where it is: a row may have a town without any meetings.
pub(super) fn is_one(series: &Answers) -> bool {
    series.keys().any(|key| !matches!(key.as_str(), "place" | "timezone"))
}

/// Puts what a series says of its days and times into the words of a charter. Words for which it has none stay what
/// they are: `repeats: varies`, with the words under `when`. Returns these, if there are any.
pub(super) fn settle(series: &mut Answers) -> Option<String> {
    settle_times(series);
    let text = |key: &str| series.get(key).and_then(Json::as_str).map(str::to_owned);
    if series.contains_key("rrule") || series.contains_key("dates") {
        return None;
    }
    let (repeats, day, when) = (text("repeats"), text("day"), text("when"));
    let slot = match (&repeats, &day, &when) {
        (None, None, Some(_)) => Days::Words(String::new()),
        _ => slot(repeats.as_deref(), day.as_deref()),
    };
    series.remove("repeats");
    series.remove("day");
    match slot {
        Days::Lines(lines) => {
            for (key, value) in lines {
                set(series, &key, value);
            }
            None
        }
        Days::Words(words) => {
            set(series, "repeats", "varies");
            let said = [when, Some(words.clone())].into_iter().flatten();
            let said = said.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
            set(series, "when", said);
            (!words.is_empty()).then_some(words)
        }
    }
}

/// What words say of the days of a series.
enum Days {
    /// The keys of a charter with their values.
    Lines(Vec<(String, String)>),
    /// Nothing that a charter has keys for.
    Words(String),
}

fn slot(repeats: Option<&str>, day: Option<&str>) -> Days {
    let line = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let plain = day.map(plain_day);
    let lines = |repeats: &str| {
        let day = plain.as_deref().map(|day| line("day", day));
        Days::Lines([Some(line("repeats", repeats)), day].into_iter().flatten().collect())
    };
    let Some(typed) = repeats else {
        return match (day.and_then(|day| certain(day, None)), plain) {
            (Some(choice), None) => Days::Lines(choice),
            (Some(choice), Some(plain)) if Day::parse(&plain).is_err() => Days::Lines(choice),
            (_, plain) => Days::Lines(plain.map(|day| line("day", &day)).into_iter().collect()),
        };
    };
    let typed = typed.trim_end_matches('.');
    if let Ok(Repeats::Varies) = Repeats::parse(typed) {
        return Days::Words(day.unwrap_or_default().to_owned());
    }
    if let Some(word) = word(typed).filter(|word| fits(word, plain.as_deref())) {
        return lines(&word);
    }
    let both = day.map(|day| format!("{typed} on {day}"));
    let mut phrases = [Some(typed.to_owned()), both].into_iter().flatten();
    let found = phrases.find_map(|phrase| certain(&phrase, plain.as_deref()));
    match (found, day) {
        (Some(mut choice), day) => {
            let says_the_day = choice.iter().any(|(key, _)| key != "repeats");
            choice.extend(
                plain.filter(|_| day.is_some() && !says_the_day).map(|it| line("day", &it)),
            );
            Days::Lines(choice)
        }
        (None, Some(day)) if !typed.to_lowercase().contains(&day.to_lowercase()) => {
            Days::Words(format!("{typed}, {day}"))
        }
        (None, _) => Days::Words(typed.to_owned()),
    }
}

/// A rhythm in the words of a charter, where a text is one, or another word for one.
fn word(typed: &str) -> Option<String> {
    let plain = typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    // What says no rhythm is kept as it was typed.
    if let Some(meant) = suggested_repeats(&plain) {
        return Some(meant).filter(|meant| Repeats::parse(meant) != Ok(Repeats::Varies));
    }
    match Repeats::parse(&plain) {
        Ok(_) => Some(plain),
        Err(_) if !repeats_choices(&plain).is_empty() => None,
        Err(WordError::Unexpected { nearest, expected: Expected::Repeats, .. }) => {
            nearest.filter(|nearest| is_misspelt(&plain, nearest))
        }
        Err(_) => None,
    }
}

/// Whether a text is a word written otherwise, and says nothing beside it as `weekly, Tuesday and Thursday` does.
fn is_misspelt(text: &str, word: &str) -> bool {
    text.chars().all(char::is_alphabetic) && !text.starts_with(word) && !text.ends_with(word)
}

/// Whether a rhythm and a day, if there is one, go together.
fn fits(repeats: &str, day: Option<&str>) -> bool {
    match (Repeats::parse(repeats), day.map(Day::parse)) {
        (Ok(Repeats::Every(interval)), Some(Ok(day))) => Slot::new(interval, day).is_ok(),
        (Ok(_), None) => true,
        _ => false,
    }
}

/// The lines that a phrase means, if it means only one thing. Beside one weekday, `biweekly` is every other week: twice
/// a week would be two. A phrase that says another day than the day beside it means nothing certain.
fn certain(phrase: &str, day: Option<&str>) -> Option<Vec<(String, String)>> {
    let choices = repeats_choices(phrase);
    let twice_a_week = |choice: &RepeatsChoice| choice.lines[0] == "repeats: weekly";
    let choice = match choices.as_slice() {
        [only] => only,
        [first, other] if is_fortnightly(&choices) && twice_a_week(other) => {
            let said = first.lines.iter().find_map(|line| line.strip_prefix("day: "));
            day.or(said).filter(
                |day| matches!(Day::parse(day), Ok(Day::Weekdays(days)) if days.len() == 1),
            )?;
            first
        }
        _ => return None,
    };
    let lines = choice.lines.iter().filter_map(|line| line.split_once(": "));
    let lines: Vec<(String, String)> =
        lines.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    let said = lines.iter().find(|(key, _)| key == "day");
    let agrees = |(_, said): &(String, String)| day.is_none_or(|day| said.ends_with(day));
    let is_whole = lines.iter().all(|(_, value)| !value.contains('…'));
    (is_whole && said.is_none_or(agrees)).then_some(lines)
}

/// A day as a charter writes it: `Tuesdays`, `Tue.`, `2nd tuesday of the month`. Any other text as it is.
fn plain_day(typed: &str) -> String {
    suggested_day(typed).unwrap_or_else(|| typed.to_owned())
}

/// What to write for words that can mean two things.
pub(super) fn meanings(words: &str) -> Option<String> {
    let choices = repeats_choices(words);
    (choices.len() > 1).then(|| {
        let (what, instead) = about_phrase(words, &choices);
        format!("{what} {instead}")
    })
}

/// Whether a text is a day as a charter has it.
pub(super) fn is_day(text: &str) -> bool {
    Day::parse(&plain_day(text)).is_ok()
}

/// Whether a text is a time, or goes from one to another.
pub(super) fn is_time(text: &str) -> bool {
    minutes(text).is_some() || range(text).is_some()
}

/// A weekday by its name, or the beginning of it: `Tuesday`, `Tuesdays`, `Tue`, `Tues.`
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    let lower = word.trim_end_matches(['.', ',']).to_lowercase();
    let is_meant = |day: &Weekday| {
        let name = weekday_name(*day).to_lowercase();
        let begins = |word: &str| word.len() >= 3 && name.starts_with(word);
        begins(&lower) || lower.strip_suffix('s').is_some_and(begins)
    };
    Weekday::Monday.cycle_forward().take(7).find(is_meant)
}

/// Takes `18:00–19:30` apart into a time and a duration, and writes a time on the 24-hour clock.
fn settle_times(series: &mut Answers) {
    let Some(typed) = series.get("time").and_then(Json::as_str).map(str::to_owned) else { return };
    let (start, end) = match (range(&typed), minutes(&typed)) {
        (Some((start, end)), _) => (start, Some(end)),
        (None, Some(start)) => (start, None),
        (None, None) => return,
    };
    set(series, "time", format!("{:02}:{:02}", start / 60, start % 60));
    if let Some(end) = end.filter(|_| !series.contains_key("duration")) {
        let length = (end + 24 * 60 - start) % (24 * 60);
        set(series, "duration", format!("{length} min"));
    }
}

/// Two times of day, in minutes: `18:00–19:30`, `6–8 pm`.
fn range(text: &str) -> Option<(i32, i32)> {
    let ends = ["–", "—", "-", " to ", " until "];
    ends.into_iter().find_map(|end| {
        let (from, to) = text.split_once(end)?;
        let end = minutes(to)?;
        // `6–8 pm` is two times of the evening.
        let half = ["am", "pm"].into_iter().find(|half| to.to_lowercase().contains(half));
        let start = half
            .and_then(|half| minutes(&format!("{from}{half}")))
            .filter(|start| *start < end)
            .or_else(|| minutes(from))?;
        Some((start, end))
    })
}

/// A time of day in minutes. An hour without `am` or `pm` is one of the 24-hour clock where minutes follow a colon, as
/// in `9:00`; otherwise it is left to be asked about.
fn minutes(text: &str) -> Option<i32> {
    let text = text.trim();
    let lower = text.to_lowercase();
    let has_half = lower.ends_with("am") || lower.ends_with("pm") || lower.ends_with("m.");
    let clock = match lower.as_str() {
        "noon" | "midday" => "12:00",
        "midnight" => "00:00",
        other => other,
    };
    let with_colon = |text: &str| {
        let (hour, minute) = text.split_once(':')?;
        let fits = hour.len() <= 2 && minute.len() == 2;
        fits.then(|| parse_time(&format!("{hour:0>2}:{minute}")).ok())?
    };
    let nearest = || parse_time(clock).err().and_then(|error| error.nearest).filter(|_| has_half);
    let time = with_colon(clock).or_else(|| suggested_time(clock)).or_else(nearest)?;
    Some(i32::from(time.hour()) * 60 + i32::from(time.minute()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn settled(series: Json) -> Json {
        let Json::Object(mut series) = series else { panic!("no set of keys") };
        settle(&mut series);
        Json::Object(series)
    }

    #[test]
    fn words_for_a_rhythm_become_those_of_a_charter() {
        for (repeats, day, wanted, wanted_day) in [
            ("Weekly", "Tuesday", "weekly", "Tuesday"),
            ("biweekly", "Tues", "fortnightly", "Tuesday"),
            ("bi-weekly", "thursday", "fortnightly", "Thursday"),
            ("every other week", "Mondays", "fortnightly", "Monday"),
            ("every two weeks", "Friday", "every 2 weeks", "Friday"),
            ("monthly", "2nd Tuesday of the month", "monthly", "second Tuesday"),
            ("first Monday of the month", "Monday", "monthly", "first Monday"),
            ("Every month", "3rd wed.", "monthly", "third Wednesday"),
            ("weekly", "Tuesdays and Thursdays", "weekly", "Tuesday and Thursday"),
            ("Annually", "1st Saturday", "yearly", "first Saturday"),
        ] {
            let found = settled(json!({"repeats": repeats, "day": day}));
            assert_eq!(found, json!({"repeats": wanted, "day": wanted_day}), "{repeats} {day}");
        }
        for (words, repeats, day) in [
            ("bi-weekly, Tuesday", "fortnightly", "Tuesday"),
            ("Tuesdays and Thursdays", "weekly", "Tuesday and Thursday"),
            ("every other week on Mon & Thurs", "fortnightly", "Monday and Thursday"),
            ("fifth Saturday of the month", "monthly", "fifth Saturday"),
            ("biweekly on Weds", "fortnightly", "Wednesday"),
            ("last Wed of the month", "monthly", "last Wednesday"),
            ("every 3 months on the first Friday", "every 3 months", "first Friday"),
            ("Mondays", "weekly", "Monday"),
        ] {
            let found = settled(json!({"repeats": words}));
            assert_eq!(found, json!({"repeats": repeats, "day": day}), "{words}");
        }
        let found = settled(json!({"day": "every other Tuesday"}));
        assert_eq!(found, json!({"repeats": "fortnightly", "day": "Tuesday"}));
        assert_eq!(settled(json!({"day": "Tues"})), json!({"day": "Tuesday"}));
    }

    #[test]
    fn what_no_key_can_say_stays_in_words() {
        for (repeats, day, when) in [
            ("monthly - Wednesday, after the fourth Tuesday", "Wednesday", None),
            ("monthly", "Tuesday", Some("monthly, Tuesday")),
            ("every second Tuesday", "Tuesday", None),
            ("first Monday of the month", "Friday", Some("first Monday of the month, Friday")),
            ("twice a month", "Tuesday", Some("twice a month, Tuesday")),
            ("ad hoc", "Tuesday", Some("ad hoc, Tuesday")),
        ] {
            let found = settled(json!({"repeats": repeats, "day": day}));
            let when = when.unwrap_or(repeats);
            assert_eq!(found, json!({"repeats": "varies", "when": when}), "{repeats} {day}");
        }
        for words in [
            "weekly, Tuesday and perhaps Thursday",
            "weekly on most Tuesdays",
            "monthly (Wed)",
            "weekly/monthly",
            "tri-weekly",
            "bi weekly",
            "biquarterly",
        ] {
            let found = settled(json!({"repeats": words}));
            assert_eq!(found, json!({"repeats": "varies", "when": words}));
        }
        assert_eq!(settled(json!({"repeats": "wekly"})), json!({"repeats": "weekly"}));
        let found = settled(json!({"when": "By agreement"}));
        assert_eq!(found, json!({"repeats": "varies", "when": "By agreement"}));
        let found = settled(json!({"repeats": "biweekly"}));
        assert_eq!(found, json!({"repeats": "varies", "when": "biweekly"}));
        let found = settled(json!({"repeats": "varies", "when": "By agreement", "day": ""}));
        assert_eq!(found, json!({"repeats": "varies", "when": "By agreement"}));
    }

    #[test]
    fn times_are_those_of_the_24_hour_clock() {
        for (typed, time) in [
            ("9:00", "09:00"),
            ("05:30", "05:30"),
            ("2PM", "14:00"),
            ("12 pm", "12:00"),
            ("6.30 p.m.", "18:30"),
            ("18h30", "18:30"),
            ("noon", "12:00"),
            ("7", "7"),
            ("6.30", "6.30"),
            ("in the evening", "in the evening"),
        ] {
            assert_eq!(settled(json!({"time": typed})), json!({"time": time}), "{typed}");
        }
    }

    #[test]
    fn from_one_time_to_another_is_a_time_and_a_duration() {
        for (typed, time, duration) in [
            ("18:00–19:30", "18:00", "90 min"),
            ("6-8 pm", "18:00", "120 min"),
            ("11am to 1pm", "11:00", "120 min"),
            ("11 - 1pm", "11 - 1pm", ""),
        ] {
            let found = settled(json!({"time": typed}));
            let wanted = match duration {
                "" => json!({"time": time}),
                duration => json!({"time": time, "duration": duration}),
            };
            assert_eq!(found, wanted, "{typed}");
        }
    }

    #[test]
    fn a_place_alone_is_no_series() {
        let says = |series: Json| is_one(series.as_object().unwrap());
        assert!(!says(json!({"place": {"town": "Leeds"}, "timezone": "Europe/London"})));
        assert!(says(json!({"place": {"town": "Leeds"}, "name": "Book evening"})));
    }

    #[test]
    fn a_weekday_is_known_by_its_beginning() {
        for word in ["Tue", "tues.", "Tuesday,", "TUESDAYS"] {
            assert_eq!(weekday(word), Some(Weekday::Tuesday), "{word}");
        }
        for word in ["Tu", "", "s", "Tuesdayish", "Month"] {
            assert_eq!(weekday(word), None, "{word}");
        }
    }
}
