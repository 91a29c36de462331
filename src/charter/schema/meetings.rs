//! A series of meetings: which keys each of its four forms requires and excludes.

use serde_json::{Map, Value, json};

use super::patterns::{self, spaced};
use crate::charter::messages::TOO_MANY_SERIES;
use crate::charter::schedule::{Day, LAST_NUMBER, Repeats};
use crate::charter::slot::Form;
use crate::charter::{Key, Kind};
use crate::diagnostic::Message;
use crate::yaml::messages::TOO_MANY;

/// What every series requires, unless it varies.
const CLOCK: [&str; 2] = ["time", "timezone"];

/// The rules that join several keys of a series, or of its place. None for other mappings.
pub(super) fn joined(keys: &'static [Key]) -> Map<String, Value> {
    match whole(keys) {
        Some("meetings[]") => {
            by_key("repeats", repeating(), by_key("rrule", of(Form::Rule), dates()))
        }
        Some("based") => Map::from_iter([at_least_one()]),
        Some("meetings[].place") => Map::from_iter([
            at_least_one(),
            ("allOf".to_owned(), json!([{"properties": {"online": patterns::says_how()}}])),
        ]),
        _ => Map::new(),
    }
}

fn at_least_one() -> (String, Value) {
    ("minProperties".to_owned(), json!(1))
}

/// The message for a list with too many such entries.
pub(super) fn too_many(of: Kind) -> &'static Message {
    match whole(of.keys()) {
        Some("meetings[]") => &TOO_MANY_SERIES,
        _ => &TOO_MANY,
    }
}

/// The path of the key that contains these.
fn whole(keys: &'static [Key]) -> Option<&'static str> {
    keys.first().and_then(|key| key.path.rsplit_once('.')).map(|(whole, _)| whole)
}

/// A day, in words or as a number of the month.
pub(super) fn day() -> Value {
    json!({"anyOf": [patterns::day(), {"type": "integer", "minimum": 1, "maximum": LAST_NUMBER}]})
}

/// One schema if a key is present, else another.
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
            Day::weekdays_pattern(),
            true,
            "For weeks, write one or two weekdays, such as Tuesday or Monday and Thursday"
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

/// What a form requires, and what it excludes.
fn of(form: Form) -> Map<String, Value> {
    let own: &[&str] = match form {
        Form::Slot => &["day"],
        Form::Rule | Form::Dates => &[],
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
