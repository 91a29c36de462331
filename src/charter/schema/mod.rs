//! The JSON Schema (draft 2020-12) of a charter's front matter, for editors and other programs.
//!
//! It is made from what the checks use: their lists of keys and words, their limits, and regular
//! expressions that stand beside the readers whose language they tell. What it cannot say, such as that
//! `first` is a day of its series, only the checks find; it refuses nothing that they accept. It is put
//! together by hand: a schema derived from types would need types made for it, as nothing else here reads
//! a charter by serde, and the vocabulary is known only when the program runs.

mod examples;
mod meetings;
mod words;

use iso_currency::{Currency, IntoEnumIterator as _};
use serde_json::{Map, Value, json};

use super::draft::REQUIRED_KEYS;
use super::limits;
use super::{Guide, KEYS, Membership, Status, costs, joining, leaders, size};
use crate::config::{Axis, Config, MOST_ALIASES, Phrases};
use crate::text::pattern::any_case;
use crate::yaml::LARGEST_NUMBER;

/// The file's name on the site.
pub const FILE: &str = "charter.schema.json";

/// The schema of the charters of a directory, with its vocabulary.
pub fn schema(config: &Config) -> String {
    let mut schema = Map::from_iter([
        ("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema")),
        ("$id".to_owned(), json!(format!("{}{FILE}", config.settings.base_url.as_str()))),
        ("title".to_owned(), json!(format!("A charter of {}", config.settings.title))),
        ("description".to_owned(), json!(ABOUT)),
        ("type".to_owned(), json!("object")),
        ("$defs".to_owned(), json!({"text": words::text(), "date": words::date()})),
        ("required".to_owned(), json!(REQUIRED_KEYS)),
        ("anyOf".to_owned(), Axis::ALL.map(|axis| has_one(axis.key())).into()),
        (
            "if".to_owned(),
            json!({"properties": {"status": {"const": "forming"}}, "required": ["status"]}),
        ),
        ("else".to_owned(), has_one("meetings")),
    ]);
    schema.extend(closed("", KEYS, |name| {
        let mut part = part(name, config);
        if let Some(example) = examples::from_vocabulary(name, config) {
            part["examples"] = json!([example]);
        }
        part
    }));
    format!("{:#}\n", Value::Object(schema))
}

const ABOUT: &str = "What stands between the two lines of three hyphens at the head of a group's file. \
                     `guildhall check` finds all that a schema finds, and more.";

fn has_one(name: &str) -> Value {
    json!({"required": [name], "properties": {name: {"minItems": 1}}})
}

/// The schema of a key at the first level.
fn part(name: &str, config: &Config) -> Value {
    let vocabulary = &config.vocabulary;
    let ids = |axis| {
        let terms = vocabulary.terms(axis).iter();
        let mut some = some_of(terms.map(|term| (&*term.id, &*term.name)));
        some["maxItems"] = json!(limits::TERMS);
        some
    };
    match name {
        "name" => words::line(limits::NAME),
        "summary" => words::line(limits::SUMMARY),
        "fields" => ids(Axis::Field),
        "subjects" => ids(Axis::Subject),
        "domains" => ids(Axis::Domain),
        "standards" => some_of(config.standards().map(|page| (&*page.id, &*page.title))),
        "status" => one_of(Status::WORDS),
        "membership" => one_of(Membership::WORDS),
        "founded" | "reviewed" => json!({"$ref": "#/$defs/date"}),
        "language" => words::language(),
        "leaders" => {
            let items = with_required("leaders[]", leaders::KEYS, &["name"], leader);
            json!({"type": "array", "items": items, "minItems": 1, "maxItems": limits::LEADERS})
        }
        "aims" => {
            let mut aims = phrases(&config.aims);
            aims["minItems"] = json!(1);
            aims
        }
        "values" => phrases(&config.values),
        "objectives" => texts(0),
        "size" => Value::Object(closed("size", size::KEYS, |name| {
            let least = u32::from(name != "current");
            json!({"type": "integer", "minimum": least, "maximum": LARGEST_NUMBER})
        })),
        "meetings" => meetings::list(limits::SERIES),
        "costs" => json!({"anyOf": [{"const": "free"}, sum()]}),
        "joining" => with_required("joining", joining::KEYS, &["places", "steps", "contact"], join),
        "aliases" => {
            json!({"type": "array", "items": words::alias(), "uniqueItems": true, "maxItems": MOST_ALIASES})
        }
        _ => json!({"$ref": "#/$defs/text"}), // Markdown
    }
}

/// A set of keys, each told of, and no others. `path` is that of the set as [`Guide`] has it.
fn closed(path: &str, keys: &[&str], part: impl Fn(&str) -> Value) -> Map<String, Value> {
    let path_of =
        |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    let properties = keys.iter().map(|name| ((*name).to_owned(), key(&path_of(name), part(name))));
    Map::from_iter([
        ("type".to_owned(), json!("object")),
        ("properties".to_owned(), Value::Object(properties.collect())),
        ("additionalProperties".to_owned(), json!(false)),
    ])
}

fn with_required(
    path: &str,
    keys: &[&str],
    required: &[&str],
    part: impl Fn(&str) -> Value,
) -> Value {
    let mut set = closed(path, keys, part);
    set.insert("required".to_owned(), json!(required));
    Value::Object(set)
}

/// A schema with what a leader is told about its key.
fn key(path: &str, mut schema: Value) -> Value {
    if let Some(guide) = Guide::to(path) {
        schema["title"] = json!(guide.label);
        schema["description"] = json!(guide.help);
        if schema.get("examples").is_none()
            && let Some(example) = examples::read(guide.example)
        {
            schema["examples"] = json!([example]);
        }
    }
    schema
}

fn one_of<T>(words: &[(&str, T)]) -> Value {
    json!({"type": "string", "enum": words.iter().map(|(word, _)| *word).collect::<Vec<_>>()})
}

/// Ids with their names, which editors show beside them.
fn choice(ids: &[(&str, &str)]) -> Value {
    if ids.is_empty() {
        return json!(false);
    }
    let (ids, names): (Vec<_>, Vec<_>) = ids.iter().copied().unzip();
    json!({"type": "string", "enum": ids, "enumDescriptions": names})
}

fn some_of<'a>(ids: impl Iterator<Item = (&'a str, &'a str)>) -> Value {
    let ids: Vec<_> = ids.collect();
    json!({"type": "array", "items": choice(&ids), "uniqueItems": true})
}

/// Suggested phrases by their ids, and sentences that are not the name of one.
fn phrases(phrases: &Phrases) -> Value {
    let ids: Vec<_> = phrases.iter().map(|phrase| (&*phrase.id, &*phrase.name)).collect();
    let mut own = json!({"$ref": "#/$defs/text"});
    if !ids.is_empty() {
        let names: Vec<_> = phrases.iter().map(|phrase| any_case(&phrase.name)).collect();
        own["not"] = json!({"pattern": format!("^(?:{})$", names.join("|"))});
    }
    json!({"type": "array", "items": {"anyOf": [choice(&ids), own]}, "uniqueItems": true})
}

fn texts(least: usize) -> Value {
    let mut texts = json!({"type": "array", "items": {"$ref": "#/$defs/text"}});
    if least > 0 {
        texts["minItems"] = json!(least);
    }
    texts
}

fn leader(name: &str) -> Value {
    match name {
        "name" => words::line(limits::NAME),
        "responsibilities" => texts(0),
        "url" => words::web_address(),
        _ => json!({"$ref": "#/$defs/text"}),
    }
}

fn join(name: &str) -> Value {
    match name {
        "places" => one_of(joining::PLACES),
        "steps" => texts(1),
        "contact" => words::contact(),
        _ => json!({"$ref": "#/$defs/text"}),
    }
}

/// A sum. Some currencies have no decimals; how many the others have, a schema cannot say so that every
/// program counts them right.
fn sum() -> Value {
    let whole = Currency::iter().filter(|currency| costs::decimals_of(*currency) == 0);
    let whole: Vec<&str> = whole.map(|currency| currency.code()).collect();
    let mut sum =
        with_required("costs", costs::KEYS, &["amount", "currency", "per"], |name| match name {
            "amount" => {
                let too_much =
                    10_u64.saturating_pow(u32::try_from(costs::MOST_DIGITS).unwrap_or(u32::MAX));
                json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": too_much})
            }
            "currency" => {
                let all: Vec<Currency> = Currency::iter().collect();
                let named = all.iter().map(|found| (found.code(), found.name()));
                choice(&named.collect::<Vec<_>>())
            }
            "per" => one_of(costs::PER),
            _ => json!({"$ref": "#/$defs/text"}),
        });
    sum["if"] = json!({"properties": {"currency": {"enum": whole}}, "required": ["currency"]});
    sum["then"] = json!({"properties": {"amount": {"type": "integer"}}});
    sum
}
