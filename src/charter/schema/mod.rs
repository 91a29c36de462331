//! The JSON Schema (draft 2020-12) of a charter's front matter, for editors and other programs.
//!
//! It is made from what the checks use: their lists of keys and words, their limits, and regular
//! expressions that stand beside the readers whose language they tell. What it cannot say, such as that
//! `first` is a day of its series, only the checks find; it refuses nothing that they accept. It is put
//! together by hand: a schema derived from types would need types made for it, as nothing else here reads
//! a charter by serde, and the vocabulary is known only when the program runs.

mod examples;
mod meetings;
mod patterns;

use iso_currency::{Currency, IntoEnumIterator as _};
use serde_json::{Map, Value, json};

use super::format::{ANY, Key, Kind, Phrases};
use super::{costs, zones};
use crate::config::{self, Axis, Config};
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
        ("$defs".to_owned(), json!({"text": patterns::text(), "date": patterns::date()})),
        ("anyOf".to_owned(), Axis::ALL.map(|axis| has_one(axis.key())).into()),
        (
            "if".to_owned(),
            json!({"properties": {"status": {"const": "forming"}}, "required": ["status"]}),
        ),
        ("else".to_owned(), has_one("meetings")),
    ]);
    schema.extend(mapping(Key::of_charter(), config));
    format!("{:#}\n", Value::Object(schema))
}

const ABOUT: &str = "What stands between the two lines of three hyphens at the head of a group's file. \
                     `guildhall check` finds all that a schema finds, and more.";

fn has_one(name: &str) -> Value {
    json!({"required": [name], "properties": {name: {"minItems": 1}}})
}

/// The schema of a value.
fn value(kind: Kind, config: &Config) -> Value {
    let reference = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    match kind {
        Kind::Line(most) => patterns::line(most),
        Kind::Short(most) => json!({"$ref": "#/$defs/text", "maxLength": most}),
        Kind::Text => reference("text"),
        Kind::Markdown => json!({"$ref": "#/$defs/text", "contentMediaType": "text/markdown"}),
        Kind::Date => reference("date"),
        Kind::Language => patterns::language(),
        Kind::WebAddress => patterns::web_address(),
        Kind::Contact => patterns::contact(),
        Kind::Alias => patterns::alias(),
        Kind::Repeats => patterns::repeats(),
        Kind::Day => meetings::day(),
        Kind::Rule => patterns::rule(),
        Kind::Time => patterns::time(),
        Kind::Duration => patterns::duration(),
        Kind::TimeZone => json!({"type": "string", "enum": zones::names()}),
        Kind::Number(from) => {
            json!({"type": "integer", "minimum": from, "maximum": LARGEST_NUMBER})
        }
        Kind::Sum => {
            let too_much = 10_u64.pow(costs::MOST_DIGITS);
            json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": too_much})
        }
        Kind::Currency => {
            let all: Vec<Currency> = Currency::iter().collect();
            choice(all.iter().map(|found| (found.code(), found.name())))
        }
        Kind::Word(words) => json!({"type": "string", "enum": words}),
        Kind::Term(axis) => {
            choice(config.vocabulary.terms(axis).iter().map(|term| (&*term.id, &*term.name)))
        }
        Kind::Standard => choice(config.standards().map(|page| (&*page.id, &*page.title))),
        Kind::Phrase(Phrases::Aims) => phrase(&config.aims),
        Kind::Phrase(Phrases::Values) => phrase(&config.values),
        Kind::List(of, least, most) => list(*of, least, most, config),
        Kind::Mapping(keys) => Value::Object(mapping(keys, config)),
        Kind::FreeOr(keys) => json!({"anyOf": [{"const": "free"}, sum(keys, config)]}),
    }
}

/// A list. An id, a day or a path stands in one once.
fn list(of: Kind, least: usize, most: usize, config: &Config) -> Value {
    let mut list = json!({"type": "array", "items": value(of, config)});
    if !matches!(of, Kind::Text | Kind::Markdown | Kind::Mapping(_)) {
        list["uniqueItems"] = json!(true);
    }
    if least > 0 {
        list["minItems"] = json!(least);
    }
    if most != ANY {
        list["maxItems"] = json!(most);
    }
    list
}

/// A mapping with these keys, each with what a leader is told of it, and no others.
fn mapping(keys: &'static [Key], config: &Config) -> Map<String, Value> {
    let properties = keys.iter().map(|key| (key.name.to_owned(), property(key, config)));
    let required: Vec<&str> =
        keys.iter().filter(|key| key.is_required()).map(|key| key.name).collect();
    let mut mapping = Map::from_iter([
        ("type".to_owned(), json!("object")),
        ("properties".to_owned(), Value::Object(properties.collect())),
        ("additionalProperties".to_owned(), json!(false)),
    ]);
    if !required.is_empty() {
        mapping.insert("required".to_owned(), json!(required));
    }
    mapping.extend(meetings::joined(keys));
    mapping
}

/// The schema of a key's value with what a leader is told of the key.
fn property(key: &'static Key, config: &Config) -> Value {
    let mut schema = value(key.kind, config);
    schema["title"] = json!(key.label);
    schema["description"] = json!(key.help);
    let example = examples::from_vocabulary(key, config).or_else(|| examples::read(key.example));
    schema["examples"] = example.into_iter().collect();
    schema
}

/// Ids with their names, which editors show beside them.
fn choice<'a>(ids: impl Iterator<Item = (&'a str, &'a str)>) -> Value {
    let (ids, names): (Vec<_>, Vec<_>) = ids.unzip();
    if ids.is_empty() {
        return json!(false);
    }
    json!({"type": "string", "enum": ids, "enumDescriptions": names})
}

/// A suggested phrase by its id, or a sentence that is not the name of one.
fn phrase(phrases: &config::Phrases) -> Value {
    let ids = phrases.iter().map(|phrase| (&*phrase.id, &*phrase.name));
    let mut own = json!({"$ref": "#/$defs/text"});
    let names: Vec<_> = phrases.iter().map(|phrase| any_case(&phrase.name)).collect();
    if !names.is_empty() {
        own["not"] = json!({"pattern": format!("^(?:{})$", names.join("|"))});
    }
    json!({"anyOf": [choice(ids), own]})
}

/// A sum. Some currencies have no decimals; how many the others have, a schema cannot say so that every
/// program counts them right.
fn sum(keys: &'static [Key], config: &Config) -> Value {
    let whole = Currency::iter().filter(|currency| costs::decimals_of(*currency) == 0);
    let whole: Vec<&str> = whole.map(|currency| currency.code()).collect();
    let mut sum = Value::Object(mapping(keys, config));
    sum["if"] = json!({"properties": {"currency": {"enum": whole}}, "required": ["currency"]});
    sum["then"] = json!({"properties": {"amount": {"type": "integer"}}});
    sum
}
