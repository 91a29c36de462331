//! A series of meetings: its keys, and which of them each of the four forms has.

use serde_json::{Map, Value, json};

use super::closed;
use super::words::{self, spaced};
use crate::charter::limits;
use crate::charter::meetings::{KEYS, PLACE_KEYS};
use crate::charter::schedule::{Day, LAST_NUMBER, Repeats};
use crate::charter::slot::Form;
use crate::charter::zones;

/// What every series has that does not vary.
const CLOCK: [&str; 3] = ["time", "duration", "timezone"];

pub(super) fn series() -> Value {
    let mut series = closed("meetings[]", KEYS, part);
    let form = by_key("repeats", repeating(), by_key("rrule", of(Form::Rule), dates()));
    series.extend([("required".to_owned(), json!(["place"]))]);
    series.extend(form);
    Value::Object(series)
}

fn part(name: &str) -> Value {
    let date = || json!({"$ref": "#/$defs/date"});
    match name {
        "repeats" => words::repeats(),
        "day" => {
            json!({"anyOf": [words::day(), {"type": "integer", "minimum": 1, "maximum": LAST_NUMBER}]})
        }
        "rrule" => words::rule(),
        "dates" => dated(1),
        "skip" => dated(0),
        "first" | "until" => date(),
        "time" => words::time(),
        "duration" => words::duration(),
        "timezone" => json!({"type": "string", "enum": zones::names()}),
        "place" => {
            let mut place = closed("meetings[].place", PLACE_KEYS, |_| short_text());
            place.extend([("minProperties".to_owned(), json!(1))]);
            Value::Object(place)
        }
        "when" => short_text(),
        _ => json!({"$ref": "#/$defs/text"}), // `notice`
    }
}

fn short_text() -> Value {
    json!({"$ref": "#/$defs/text", "maxLength": limits::SHORT_TEXT})
}

/// A list of dates, `least` or more of them.
fn dated(least: usize) -> Value {
    let mut dates = json!({
        "type": "array", "items": {"$ref": "#/$defs/date"}, "uniqueItems": true, "maxItems": limits::DATES
    });
    if least > 0 {
        dates["minItems"] = json!(least);
    }
    dates
}

/// One schema if a key is there, else another.
fn by_key(
    name: &str,
    then: Map<String, Value>,
    otherwise: Map<String, Value>,
) -> Map<String, Value> {
    either(json!({"required": [name]}), then, otherwise)
}

fn either(
    condition: Value,
    then: Map<String, Value>,
    otherwise: Map<String, Value>,
) -> Map<String, Value> {
    Map::from_iter([
        ("if".to_owned(), condition),
        ("then".to_owned(), Value::Object(then)),
        ("else".to_owned(), Value::Object(otherwise)),
    ])
}

/// A series with the key `repeats`.
fn repeating() -> Map<String, Value> {
    let varies = spaced(&[Repeats::varies_pattern()]);
    let condition = json!({"properties": {"repeats": {"pattern": varies}}});
    either(condition, of(Form::Varies), slot())
}

/// Weeks have weekdays, months have days of the month.
fn slot() -> Map<String, Value> {
    let fits = |how_often: String, pattern: String, is_text: bool, words: &str| {
        let mut day = json!({"pattern": spaced(&[pattern]), "patternErrorMessage": words});
        if is_text {
            day["type"] = json!("string");
        }
        json!({
            "if": {"properties": {"repeats": {"type": "string", "pattern": spaced(&[how_often])}}},
            "then": {"properties": {"day": day}},
        })
    };
    let mut slot = of(Form::Slot);
    let both = json!([
        fits(
            Repeats::weeks_pattern(),
            Day::weekday_pattern(),
            true,
            "For weeks, write a weekday such as Tuesday"
        ),
        fits(
            Repeats::months_pattern(),
            Day::of_month_pattern(),
            false,
            "For months, write which of them: second Tuesday, last Friday, or a number such as 15"
        ),
    ]);
    slot.extend([("allOf".to_owned(), both)]);
    slot
}

fn dates() -> Map<String, Value> {
    let none = Map::from_iter([("required".to_owned(), json!(["repeats"]))]);
    by_key("dates", of(Form::Dates), none)
}

/// What a form needs, and what belongs to others.
fn of(form: Form) -> Map<String, Value> {
    let own: &[&str] = match form {
        Form::Slot => &["day", "first"],
        Form::Rule => &["first"],
        Form::Dates => &[],
        Form::Varies => &["when"],
    };
    let clock: &[&str] = if form == Form::Varies { &[] } else { &CLOCK };
    let required: Vec<&str> = own.iter().chain(clock).copied().collect();
    let others = form.contradicts().iter().map(|name| ((*name).to_owned(), json!(false)));
    Map::from_iter([
        ("required".to_owned(), json!(required)),
        ("properties".to_owned(), Value::Object(others.collect())),
    ])
}

/// The list of series.
pub(super) fn list(most: usize) -> Value {
    json!({"type": "array", "items": series(), "maxItems": most})
}
