//! Sound charters with one change each.

use super::*;

/// Where the sound charters differ from the first.
pub(super) const DIFFERING: &[&str] =
    &["as it is", "/status", "/meetings", "/costs", "/joining/contact", "/aims"];

/// Sound charters that have every key and every form of a key.
pub(super) fn sound() -> Vec<Value> {
    let place =
        json!({"online": "Video call", "venue": "Old Mill", "town": "Leeds", "country": "UK"});
    let clock = json!({"time": "18:30", "duration": "1 h 30 min", "timezone": "Europe/London",
                       "place": place, "notice": "6 weeks"});
    let with = |form: Value| {
        let mut series = clock.as_object().unwrap().clone();
        series.extend(form.as_object().unwrap().clone());
        Value::Object(series)
    };
    let varies = json!({"repeats": "varies", "when": "As we agree", "place": {"online": "Call"}});
    let monthly = json!({"repeats": "monthly", "day": "second Tuesday", "first": "2026-01-13",
                         "until": "2027-12-31", "skip": ["2026-08-11"]});
    let weekly = json!({"repeats": "every 3 weeks", "day": "Tuesday", "first": "2026-01-13"});
    let rule = json!({"rrule": "FREQ=MONTHLY;BYDAY=2TU", "first": "2026-01-13"});
    let full = json!({
        "name": "Strengths", "summary": "A summary.", "fields": ["coaching"],
        "subjects": ["strengths"], "domains": ["business"], "status": "active",
        "founded": "2024-02-29", "reviewed": "2026-06-15", "language": "en-GB",
        "purpose": "To meet.",
        "leaders": [{"name": "Ann", "role": "Leader", "responsibilities": ["Invites"],
                     "url": "https://example.org/about?x=1#y"}],
        "aims": ["supportive-reflection", "Try one new exercise a quarter."],
        "objectives": ["Each brings one case."], "membership": "closed",
        "size": {"ideal": 8, "minimum": 5, "maximum": 10, "current": 7},
        "meetings": [with(monthly), with(weekly), with(rule),
                     with(json!({"dates": ["2026-12-01", "2027-01-05"]})), varies],
        "commitment": "Come.", "structure": "The chair rotates.",
        "costs": {"amount": 7.5, "currency": "GBP", "per": "year", "covers": "Room", "concessions": "Ask."},
        "joining": {"places": "open", "who": "Coaches.", "steps": ["Write."],
                    "contact": "strengths-cop@example.org", "reply": "Soon.", "welcome": "Tea."},
        "values": ["confidentiality", "Kind words."], "standards": ["safe-practice"],
        "communication": "A list.", "conflict": "Talk.",
        "aliases": ["old-name", "/groups/older-name/"]});
    let mut forming = full.clone();
    forming["status"] = json!("forming");
    forming["costs"] = json!("free");
    forming["joining"]["contact"] = json!("https://example.org/join");
    let mut without = forming.clone();
    without.as_object_mut().unwrap().remove("meetings");
    forming["meetings"] = json!([]);
    let mut yen = full.clone();
    yen["costs"] = json!({"amount": 500, "currency": "JPY", "per": "once"});
    yen["meetings"] =
        json!([with(json!({"repeats": "Quarterly", "day": 15, "first": "2026-01-15"}))]);
    vec![full, forming, without, yen]
}

/// Texts, some of which are right under one key or another.
pub(super) const WORDS: &[&str] = &[
    "",
    " ",
    "x",
    "word",
    "two words",
    "a\u{202e}b",
    "2026-02-30",
    "2026-1-1",
    "2100-02-29",
    "2000-02-29",
    "24:00",
    "9:00",
    "09:00",
    "90",
    "90 min",
    "1441 min",
    "24 h",
    "24 h 1 min",
    "0 h 5 min",
    "2H",
    "weekly",
    "Every 2 Months",
    "every 53 weeks",
    "every 25 months",
    "VARIES",
    "last friday",
    "First AND third  tuesday",
    "first and first Tuesday",
    "32",
    "15",
    "Wednesday",
    "FREQ=WEEKLY",
    "FREQ=HOURLY",
    "BYDAY=TU",
    "freq=daily;interval=7",
    "FREQ=MONTHLY;BYDAY=54TU",
    "FREQ=MONTHLY;BYMONTHDAY=0",
    "free",
    "FREE",
    "GBP",
    "gbp",
    "JPY",
    "month",
    "open",
    "Open",
    "full",
    "forming",
    "ended",
    "europe/london",
    "America/New_York",
    "UTC",
    "GMT+1",
    "en",
    "en-GB-oed",
    "en_GB",
    "x-own",
    "english language",
    "a@b",
    "a.b@example.co.uk",
    ".a@example.org",
    "a@-b.org",
    "http://example.org",
    "https://example.org",
    "https://example.org:8443/a?b#c",
    "https://u@example.org",
    "https://example.org/a b",
    "https://localhost",
    "con",
    "old--name",
    "/groups/",
    "/",
    "/a//b",
    "Groups/x",
    "coaching",
    "strengths",
    "choaching",
    "networking",
    "Networking and peer connection",
    "confidentiality",
    "safe-practice",
    "true",
    "a\nb",
];

/// What is put in place of every value.
pub(super) fn replacements() -> Vec<Value> {
    let long = [100, 101, 200, 201].map(|length| json!("é".repeat(length)));
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(12),
        json!(31),
        json!(32),
        json!(100_000),
        json!(100_001),
        json!(-1),
        json!(7.5),
        json!(0.5),
        json!(9_999_999),
        json!(10_000_000),
        json!([]),
        json!({}),
        json!(["one"]),
        json!([1]),
        json!(["2026-01-13"]),
        json!(["2026-01-13", "2026-01-13"]),
        json!({"name": "Ann"}),
        json!({"online": "Call"}),
        json!([{"name": "Ann"}]),
    ];
    WORDS.iter().map(|word| json!(word)).chain(long).chain(others).collect()
}

/// The paths of all values in a value.
pub(super) fn pointers(value: &Value, path: &str, found: &mut Vec<String>) {
    if !path.is_empty() {
        found.push(path.to_owned());
    }
    match value {
        Value::Object(keys) => {
            keys.iter().for_each(|(key, below)| pointers(below, &format!("{path}/{key}"), found));
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, below)| pointers(below, &format!("{path}/{at}"), found)),
        _ => {}
    }
}

/// A charter in which the value at a path is changed.
pub(super) fn changed(charter: &Value, path: &str, change: impl FnOnce(&mut Value, &str)) -> Value {
    let mut charter = charter.clone();
    let (parent, last) = path.rsplit_once('/').unwrap();
    change(charter.pointer_mut(parent).unwrap(), last);
    charter
}

/// Without the value, with its key misspelt, with every replacement for it, and with a key too many in it.
pub(super) fn mutations(charter: &Value) -> Vec<(String, Value)> {
    let mut paths = Vec::new();
    pointers(charter, "", &mut paths);
    let mut found = vec![("as it is".to_owned(), charter.clone())];
    for path in &paths {
        let without = changed(charter, path, |parent, last| match parent {
            Value::Object(keys) => drop(keys.remove(last)),
            Value::Array(items) => drop(items.remove(last.parse().unwrap())),
            _ => unreachable!(),
        });
        found.push((format!("without {path}"), without));
        let misspelt = changed(charter, path, |parent, last| match parent {
            Value::Object(keys) => {
                let value = keys.remove(last).unwrap();
                keys.insert(format!("{last}x"), value);
            }
            Value::Array(items) => items.push(items[last.parse::<usize>().unwrap()].clone()),
            _ => unreachable!(),
        });
        found.push((format!("misspelt or twice {path}"), misspelt));
        for value in replacements() {
            let mut replaced = charter.clone();
            *replaced.pointer_mut(path).unwrap() = value.clone();
            found.push((format!("{path} = {value}"), replaced));
        }
    }
    found
}

/// Every key of every form of a series, next to the others.
pub(super) fn crossed_series(charter: &Value) -> Vec<(String, Value)> {
    let series = charter["meetings"].as_array().unwrap();
    let mut found = Vec::new();
    for (at, one) in series.iter().enumerate() {
        for other in series {
            for (key, value) in other.as_object().unwrap() {
                let mut crossed: Map<String, Value> = one.as_object().unwrap().clone();
                crossed.insert(key.clone(), value.clone());
                let mut charter = charter.clone();
                charter["meetings"][at] = Value::Object(crossed);
                found.push((format!("series {at} with {key}: {value}"), charter));
            }
        }
    }
    found
}
