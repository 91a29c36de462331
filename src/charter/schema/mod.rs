//! The JSON Schema (draft 2020-12) of a charter's front matter, for editors and other programs.
//!
//! It is made from what the checks use: their lists of keys and words, their limits, and regular expressions
//! kept beside the readers that they describe. Some rules it cannot express, such as that `first` is a day of
//! its series; those only the checks find. It refuses nothing that they accept. It is built by hand: deriving
//! it from types would need types made for that purpose, as nothing else here reads a charter with serde, and
//! the vocabulary is not known until the program runs.
//!
//! The form on the site takes its rules of single keys from the same schema, which then has annotations of
//! our own and none of those for editors.

mod examples;
mod meetings;
mod patterns;

use iso_currency::{Currency, IntoEnumIterator as _};
use serde_json::{Map, Value, json};

use super::format::{ANY, Key, Kind, Phrases};
use super::messages::{SUM_IN_WORDS, TWICE};
use super::{costs, limits, zones};
use crate::config::messages::NO_PICTURE;
use crate::config::{self, Config, LARGEST_PICTURE};
use crate::diagnostic::Message;
use crate::text::pattern::any_case;
use crate::yaml::LARGEST_NUMBER;
use crate::yaml::messages::NOT_WHOLE;

/// The file's name on the site.
pub const FILE: &str = "charter.schema.json";

/// Our own annotation: for each keyword, the name of the message that the form shows where the value breaks that
/// rule, and what fills the gaps of the message.
const MESSAGES: &str = "x-messages";
/// The annotations for the form alone.
const FOR_THE_FORM: &[&str] = &[MESSAGES, patterns::SUSPICIOUS];
/// The annotations for editors alone.
const FOR_EDITORS: &[&str] = &[
    "$schema",
    "$id",
    "title",
    "description",
    "examples",
    "enumDescriptions",
    "patternErrorMessage",
];

/// The schema of a directory's charters, with its vocabulary, as it is published.
pub fn schema(config: &Config) -> String {
    format!("{:#}\n", without(FOR_THE_FORM, whole(config)))
}

/// The same schema as the form reads it.
pub fn rules(config: &Config) -> Value {
    without(FOR_EDITORS, whole(config))
}

fn whole(config: &Config) -> Value {
    let ended = json!({"properties": {"status": {"const": "ended"}}, "required": ["status"]});
    let axes = super::terms::to_find_by(config);
    let mut schema = Map::from_iter([
        ("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema")),
        ("$id".to_owned(), json!(format!("{}{FILE}", config.settings.base_url.as_str()))),
        ("title".to_owned(), json!(format!("A charter of {}", config.settings.title))),
        ("description".to_owned(), json!(ABOUT)),
        ("type".to_owned(), json!("object")),
        ("$defs".to_owned(), definitions()),
        ("dependentSchemas".to_owned(), json!({"succeeded_by": ended})),
        ("anyOf".to_owned(), axes.iter().map(|axis| has_one(axis.key())).collect()),
    ]);
    if config.settings.required.has("meetings") {
        let is_active = json!({"properties": {"status": {"const": "active"}}});
        schema.extend([("if".to_owned(), is_active), ("then".to_owned(), has_one("meetings"))]);
    }
    schema.extend(mapping(Key::of_charter(), config));
    Value::Object(schema)
}

fn definitions() -> Value {
    json!({
        "words": patterns::words(),
        "text": patterns::text(),
        "markdown": {"$ref": "#/$defs/words", "contentMediaType": "text/markdown"},
        "date": patterns::date(),
        "web-address": patterns::web_address(),
    })
}

/// A schema without some of its annotations.
fn without(annotations: &[&str], schema: Value) -> Value {
    match schema {
        Value::Object(entries) => entries
            .into_iter()
            .filter(|(name, _)| !annotations.contains(&name.as_str()))
            .map(|(name, part)| (name, without(annotations, part)))
            .collect(),
        Value::Array(items) => items.into_iter().map(|item| without(annotations, item)).collect(),
        other => other,
    }
}

/// A schema with the message for values that break the rules of these keywords, and what fills its gaps.
fn with_message(mut schema: Value, keywords: &[&str], message: &Message, gaps: &Value) -> Value {
    for keyword in keywords {
        schema[MESSAGES][keyword] = gaps.clone();
        schema[MESSAGES][keyword]["name"] = json!(message.name);
    }
    schema
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
        Kind::Short(most) => patterns::short(most),
        Kind::Text => reference("text"),
        Kind::Markdown => reference("markdown"),
        Kind::Date => reference("date"),
        Kind::Days => patterns::days(),
        Kind::Language => patterns::language(),
        Kind::WebAddress => reference("web-address"),
        Kind::LinkAddress => patterns::link_address(),
        Kind::Contact => patterns::contact(),
        Kind::Group => patterns::group(),
        Kind::SeriesId => patterns::series_id(),
        Kind::Picture => {
            let files: Vec<&str> = pictures(config).collect();
            let file = json!({"type": "string", "enum": files});
            with_message(file, &["enum"], &NO_PICTURE, &json!({}))
        }
        Kind::Country => patterns::short(limits::SHORT_TEXT),
        Kind::Alias => patterns::alias(),
        Kind::Repeats => patterns::repeats(),
        Kind::Day => meetings::day(),
        Kind::Rule => patterns::rule(),
        Kind::Time => patterns::time(),
        Kind::Duration => patterns::duration(),
        Kind::TimeZone => json!({"type": "string", "enum": zones::names()}),
        Kind::Number(from) => {
            let number = json!({"type": "integer", "minimum": from, "maximum": LARGEST_NUMBER});
            with_message(
                number,
                &["type", "minimum", "maximum"],
                &NOT_WHOLE,
                &json!({"from": from}),
            )
        }
        Kind::Sum => {
            let too_much = 10_u64.pow(limits::SUM_DIGITS);
            let sum =
                json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": too_much});
            with_message(sum, &["type"], &SUM_IN_WORDS, &json!({}))
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
        Kind::FreeOr(keys) => json!({"anyOf": [sum(keys, config), {"const": "free"}]}),
    }
}

/// A list. Ids, days and paths may not be repeated in one.
fn list(of: Kind, least: usize, most: usize, config: &Config) -> Value {
    let mut list = json!({"type": "array", "items": value(of, config)});
    if !matches!(of, Kind::Text | Kind::Markdown | Kind::Mapping(_)) {
        list["uniqueItems"] = json!(true);
        list = with_message(list, &["uniqueItems"], &TWICE, &json!({}));
    }
    if least > 0 {
        list["minItems"] = json!(least);
    }
    if most != ANY {
        list["maxItems"] = json!(most);
        list = with_message(list, &["maxItems"], meetings::too_many(of), &json!({"most": most}));
    }
    list
}

/// A mapping with these keys and no others, each with its guidance for leaders.
fn mapping(keys: &'static [Key], config: &Config) -> Map<String, Value> {
    let properties = keys.iter().map(|key| (key.name.to_owned(), property(key, config)));
    let required: Vec<&str> =
        keys.iter().filter(|key| is_always_required(key, config)).map(|key| key.name).collect();
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

/// Whether a key is required whatever the others are. Meetings are, as long as the group is active.
fn is_always_required(key: &Key, config: &Config) -> bool {
    key.is_required(&config.settings.required) && key.path != "meetings"
}

/// The schema of a key's value, with its guidance for leaders.
fn property(key: &'static Key, config: &Config) -> Value {
    let mut schema = value(key.kind, config);
    let (label, help) = key.guide(config);
    schema["title"] = json!(label);
    schema["description"] = json!(help);
    let example = examples::from_directory(key, config).or_else(|| examples::read(key.example));
    let example = example.filter(|_| examples::is_possible(key, config));
    schema["examples"] = example.into_iter().collect();
    schema
}

/// The pictures that are not too large.
fn pictures(config: &Config) -> impl Iterator<Item = &str> {
    let fits = |(_, size): &(_, &u64)| **size <= LARGEST_PICTURE;
    config.pictures.iter().filter(fits).map(|(path, _)| &**path)
}

/// A choice of ids, whose names editors show beside them.
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
    json!({"anyOf": [own, choice(ids)]})
}

/// A sum. The schema knows which currencies have no decimals. It cannot limit the decimals of others in a way
/// that every program gets right.
fn sum(keys: &'static [Key], config: &Config) -> Value {
    let whole = Currency::iter().filter(|currency| costs::decimals_of(*currency) == 0);
    let whole: Vec<&str> = whole.map(|currency| currency.code()).collect();
    let mut sum = Value::Object(mapping(keys, config));
    sum["if"] = json!({"properties": {"currency": {"enum": whole}}, "required": ["currency"]});
    sum["then"] = json!({"properties": {"amount": {"type": "integer"}}});
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_annotation_has_the_name_of_a_key() {
        for name in FOR_EDITORS.iter().chain(FOR_THE_FORM) {
            assert!(Key::all().iter().all(|key| key.name != *name), "{name}");
        }
    }
}
